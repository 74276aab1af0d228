/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"

struct _YfReportPages
{
  GObject   parent_instance;

  YfReport *report;
  YfPaper  *paper;
};

G_DEFINE_FINAL_TYPE (YfReportPages, yf_report_pages, G_TYPE_OBJECT)

static char *
describe_made (YfReport *report)
{
  gint64 made = yf_report_get_made (report);
  g_autofree char *day = yf_day_to_string (yf_day_from_moment (made, yf_real_get_utc_offset (made)));

  /* Translators: at the foot of every page of a report: the program, and the date on which the report was made */
  return g_strdup_printf (_("Yanfei, made on %s"), day);
}

static char *
describe_whose (YfReport *report)
{
  const YfProfile *profile = yf_report_get_log (report)->profile;
  const char *name = profile != NULL ? yf_profile_get_name (profile) : NULL;
  g_autofree char *period = yf_report_period_text (yf_report_get_from (report), yf_report_get_to (report));

  if (yf_report_get_anonymous (report))
    name = _("Anonymous");
  if (name == NULL || *name == '\0')
    return g_steal_pointer (&period);

  /* The period first: a name may be long, and is cut. */
  return g_strdup_printf ("%s · %s", period, name);
}

static void
lay_out (YfReportPages *self)
{
  YfReportLayout layout = {
    .report = self->report,
    .progress = yf_report_get_progress (self->report),
    .log = yf_report_get_log (self->report),
    .paper = self->paper,
  };
  g_autofree char *whose = describe_whose (self->report);
  g_autofree char *made = describe_made (self->report);

  yf_paper_set_foot (self->paper, whose, made);
  yf_report_lists_fill (&layout);
  yf_pain_summary_fill (&layout.pain, layout.progress);
  yf_paper_add_bookmark (self->paper, _("Overview"), -1);

  yf_report_lay_overview (&layout);
  yf_report_lay_charts (&layout);
  yf_report_lay_plan (&layout);
  yf_report_lay_details (&layout);
  yf_report_lay_log (&layout);
  yf_report_lay_changes (&layout);

  /* Now that the numbers of the pages are known. */
  layout.settled = TRUE;
  yf_report_lay_overview (&layout);
  yf_report_lists_clear (&layout);
}

static void
yf_report_pages_finalize (GObject *object)
{
  YfReportPages *self = YF_REPORT_PAGES (object);

  g_clear_pointer (&self->paper, yf_paper_free);
  g_clear_pointer (&self->report, yf_report_unref);

  G_OBJECT_CLASS (yf_report_pages_parent_class)->finalize (object);
}

static void
yf_report_pages_class_init (YfReportPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yf_report_pages_finalize;
}

static void
yf_report_pages_init (YfReportPages *self)
{
}

/**
 * yf_report_pages_new:
 * @report: what is printed
 * @size: on what
 *
 * Lays a report out. Takes a second or two for a log of years.
 *
 * Returns: (transfer full): its pages
 */
YfReportPages *
yf_report_pages_new (YfReport    *report,
                     YfPaperSize  size)
{
  YfReportPages *self;

  g_return_val_if_fail (report != NULL, NULL);

  self = g_object_new (YF_TYPE_REPORT_PAGES, NULL);
  self->report = yf_report_ref (report);
  self->paper = yf_paper_new (size);
  lay_out (self);

  return self;
}

/**
 * yf_report_pages_get_n:
 * @self: a report on paper
 *
 * Returns: how many pages it has; one at least
 */
guint
yf_report_pages_get_n (YfReportPages *self)
{
  g_return_val_if_fail (YF_IS_REPORT_PAGES (self), 0);

  return yf_paper_get_n_pages (self->paper);
}

/**
 * yf_report_pages_get_width:
 * @self: a report on paper
 *
 * Returns: how wide a page is, in points, with its margins
 */
double
yf_report_pages_get_width (YfReportPages *self)
{
  g_return_val_if_fail (YF_IS_REPORT_PAGES (self), 0);

  return yf_paper_get_page_width (self->paper);
}

/**
 * yf_report_pages_get_height:
 * @self: a report on paper
 *
 * Returns: how high a page is, in points, with its margins
 */
double
yf_report_pages_get_height (YfReportPages *self)
{
  g_return_val_if_fail (YF_IS_REPORT_PAGES (self), 0);

  return yf_paper_get_page_height (self->paper);
}

/**
 * yf_report_pages_draw:
 * @self: a report on paper
 * @page: which page, from 0
 * @cairo: where to draw: the corner of the page at 0, 0, a point a unit
 *
 * Draws a page with its margins. The paper itself is not painted: on a screen
 * the caller paints it white before.
 */
void
yf_report_pages_draw (YfReportPages *self,
                      guint          page,
                      cairo_t       *cairo)
{
  g_return_if_fail (YF_IS_REPORT_PAGES (self));
  g_return_if_fail (page < yf_report_pages_get_n (self));

  yf_paper_draw (self->paper, page, cairo, FALSE);
}

YfPaper *
yf_report_pages_get_paper (YfReportPages *self)
{
  return self->paper;
}
