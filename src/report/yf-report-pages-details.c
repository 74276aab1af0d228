/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-words.h"

/* Between the first page and the log: what the log says in sentences, the charts,
 * and what the first page had no room for. */

#define CHAPTER_GAP   10.0

static const YfPaperText body = { .style = YF_PAPER_BODY, .tag = "P" };
static const YfPaperText small = { .style = YF_PAPER_SMALL, .tag = "P" };
static const YfPaperText heading = { .style = YF_PAPER_HEADING, .tag = "H2" };

/**
 * yf_report_lay_chapter:
 * @layout: a report that is being laid out
 * @title: its title
 * @target: the name of the place for links
 *
 * Begins a chapter on a page of its own.
 *
 * Returns: its bookmark
 */
int
yf_report_lay_chapter (YfReportLayout *layout,
                       const char     *title,
                       const char     *target)
{
  const YfPaperText how = { .style = YF_PAPER_CHAPTER, .tag = "H1" };
  int bookmark;

  yf_paper_begin_page (layout->paper);
  bookmark = yf_paper_add_bookmark (layout->paper, title, -1);
  yf_paper_add_target (layout->paper, target);
  yf_paper_add_text (layout->paper, &how, title);
  yf_paper_skip (layout->paper, 4);

  return bookmark;
}

static void
keep_space (YfReportLayout *layout,
            double          height)
{
  if (yf_paper_get_left (layout->paper) < height && yf_paper_get_y (layout->paper) > 0)
    yf_paper_begin_page (layout->paper);
}

static void
lay_full_list (YfReportLayout     *layout,
               const YfReportList *list)
{
  const YfPaperColumn columns[] = {
    { "", 3, PANGO_ALIGN_LEFT },
    { "", 1.2, PANGO_ALIGN_LEFT },
    { "", 4, PANGO_ALIGN_LEFT },
  };
  YfPaperTable *table;

  keep_space (layout, 80);
  yf_paper_skip (layout->paper, CHAPTER_GAP);
  yf_paper_add_target (layout->paper, list->id);
  yf_paper_add_text (layout->paper, &heading, list->title);
  table = yf_paper_table_new (layout->paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < list->items->len; i++)
    {
      const YfReportItem *item = g_ptr_array_index (list->items, i);

      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL_STRONG, item->name);
      yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL_STRONG, item->value);
      yf_paper_table_add_cell (table, 2, 1, YF_PAPER_CELL, item->remark);
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}

/* Every change, where the first page has the last of each exercise only. */
static void
lay_doses (YfReportLayout *layout)
{
  const YfPaperColumn columns[] = {
    { C_("column of doses", "From"), 1.2, PANGO_ALIGN_LEFT },
    { _("Exercise"), 3, PANGO_ALIGN_LEFT },
    { _("Planned"), 1.5, PANGO_ALIGN_LEFT },
    { _("Before that"), 1.5, PANGO_ALIGN_LEFT },
    { C_("column of doses", "Why"), 2, PANGO_ALIGN_LEFT },
  };
  GArray *doses = yf_progress_get_doses (layout->progress);
  YfPaperTable *table;

  keep_space (layout, 80);
  yf_paper_skip (layout->paper, CHAPTER_GAP);
  yf_paper_add_target (layout->paper, layout->lists[YF_REPORT_LIST_DOSES].id);
  yf_paper_add_text (layout->paper, &heading, _("Doses and their changes"));
  table = yf_paper_table_new (layout->paper, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < doses->len; i++)
    {
      const YfDosePoint *change = &g_array_index (doses, YfDosePoint, i);
      const YfPlanChange *reason = yf_report_find_reason (layout, i);
      g_autofree char *day = yf_day_to_string (change->day);
      g_autofree char *dose = yf_report_dose_text (&change->dose);
      g_autofree char *before = change->before.sets > 0 ? yf_report_dose_text (&change->before) : NULL;

      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, day);
      yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL,
                               yf_progress_get_exercise_name (layout->progress, change->exercise));
      yf_paper_table_add_cell (table, 2, 1, YF_PAPER_CELL_STRONG, dose);
      yf_paper_table_add_cell (table, 3, 1, YF_PAPER_CELL, before);
      if (reason != NULL)
        yf_paper_table_add_cell (table, 4, 1, YF_PAPER_CELL, yf_report_reason_word (reason->dose->reason));
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}

static void
lay_findings (YfReportLayout *layout)
{
  GPtrArray *findings = yf_progress_get_findings (layout->progress);

  for (guint i = 0; i < findings->len; i++)
    {
      const YfFinding *finding = g_ptr_array_index (findings, i);

      yf_paper_add_text (layout->paper, &body, finding->text);
      if (finding->source != NULL)
        {
          /* Translators: %s is a citation: it says how much change is meaningful */
          g_autofree char *source = g_strdup_printf (_("Source: %s"), finding->source);

          yf_paper_add_text (layout->paper, &small, source);
        }
    }
}

static void
lay_chart (YfReportLayout *layout,
           YfChart        *chart,
           int             chapter)
{
  YfPaper *paper = layout->paper;
  double width = yf_paper_get_width (paper);
  const char *summary = yf_chart_get_summary (chart);
  double height = MIN (yf_paper_measure_chart (paper, chart, width), yf_paper_get_height (paper) * 0.8);
  double words = yf_paper_measure (paper, &heading, width, yf_chart_get_title (chart), NULL) +
                 yf_paper_measure (paper, &small, width, summary, NULL) + 12;

  if (yf_paper_get_y (paper) > 0 && height + words + CHAPTER_GAP > yf_paper_get_left (paper))
    yf_paper_begin_page (paper);
  else
    yf_paper_skip (paper, CHAPTER_GAP);

  yf_paper_add_bookmark (paper, yf_chart_get_title (chart), chapter);
  yf_paper_add_text (paper, &heading, yf_chart_get_title (chart));
  if (*summary != '\0')
    yf_paper_add_text (paper, &small, summary);
  yf_paper_place_chart (paper, chart, 0, yf_paper_get_y (paper), width, height);
  yf_paper_skip (paper, height);
}

/**
 * yf_report_lay_charts:
 * @layout: a report that is being laid out
 *
 * Puts the findings in whole sentences, with their sources, and every chart that has
 * something to show, on pages of their own.
 */
void
yf_report_lay_charts (YfReportLayout *layout)
{
  int chapter = -1;

  if (yf_progress_get_findings (layout->progress)->len > 0)
    {
      chapter = yf_report_lay_chapter (layout, _("Charts"), "charts");
      lay_findings (layout);
    }

  for (YfChartKind kind = 0; kind < YF_N_CHART_KINDS; kind++)
    {
      g_autoptr (YfChart) chart = yf_chart_new (kind, layout->progress);

      if (yf_chart_is_empty (chart))
        continue;
      if (chapter < 0)
        chapter = yf_report_lay_chapter (layout, _("Charts"), "charts");
      lay_chart (layout, chart, chapter);
    }
}

static void
begin_details (YfReportLayout *layout,
               gboolean       *begun)
{
  if (!*begun)
    yf_report_lay_chapter (layout, _("Details"), "details");
  *begun = TRUE;
}

/**
 * yf_report_lay_details:
 * @layout: a report that is being laid out
 *
 * Puts on pages of their own every change of dose, and what was cut on the first
 * page.
 */
void
yf_report_lay_details (YfReportLayout *layout)
{
  gboolean begun = FALSE;

  if (layout->diagnosis_cut)
    {
      begin_details (layout, &begun);
      yf_paper_add_text (layout->paper, &heading, _("Diagnosis"));
      yf_paper_add_text (layout->paper, &body, yf_profile_get_diagnosis (layout->log->profile));
    }
  if (yf_progress_get_doses (layout->progress)->len > 0)
    {
      begin_details (layout, &begun);
      lay_doses (layout);
    }
  for (guint i = 0; i < YF_N_REPORT_LISTS; i++)
    if (i != YF_REPORT_LIST_DOSES && layout->lists[i].shown < layout->lists[i].items->len)
      {
        begin_details (layout, &begun);
        lay_full_list (layout, &layout->lists[i]);
      }
}
