/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-sheet.h"

#include <glib/gi18n-lib.h>

#include "yf-pdf.h"
#include "yf-programme-sheet-private.h"

struct _YfProgrammeSheet
{
  GObject      parent_instance;

  YfProgramme *programme;
  YfCatalogue *catalogue;
  YfPaper     *paper;
  GArray      *pictures; /* YfSheetPicture */
  gint64       made;
};

G_DEFINE_FINAL_TYPE (YfProgrammeSheet, yf_programme_sheet, G_TYPE_OBJECT)

/*
 * yf_sheet_new_paper:
 * @size: its size
 *
 * Returns: (transfer full): paper that is smaller by as much as it is drawn larger
 */
YfPaper *
yf_sheet_new_paper (YfPaperSize size)
{
  YfPaper *paper = yf_paper_new (size);

  paper->page_width /= YF_SHEET_LARGER;
  paper->page_height /= YF_SHEET_LARGER;
  yf_paper_set_frame (paper, 0, yf_paper_get_width (paper));

  return paper;
}

static void
picture_clear (gpointer data)
{
  yf_figure_unref (((YfSheetPicture *) data)->figure);
}

static void
set_foot (YfProgrammeSheet *self)
{
  g_autofree char *day = yf_day_to_string (yf_day_from_moment (self->made, yf_real_get_utc_offset (self->made)));
  /* Translators: at the foot of every page of a report: the program, and the date on which the report was made */
  g_autofree char *made = g_strdup_printf (_("Yanfei, made on %s"), day);
  g_autofree char *whose = g_strdup_printf ("%s · %s", yf_programme_get_clinician (self->programme),
                                            yf_programme_get_name (self->programme));

  yf_paper_set_foot (self->paper, whose, made);
}

static void
lay_out (YfProgrammeSheet *self)
{
  YfSheetLayout layout = { self->programme, self->catalogue, self->paper, self->pictures };

  set_foot (self);
  yf_sheet_lay_head (&layout);
  yf_sheet_lay_items (&layout);
  yf_sheet_lay_lists (&layout);
  yf_sheet_lay_calendar (&layout);
}

static void
finalize (GObject *object)
{
  YfProgrammeSheet *self = YF_PROGRAMME_SHEET (object);

  g_clear_pointer (&self->paper, yf_paper_free);
  g_clear_pointer (&self->pictures, g_array_unref);
  g_clear_pointer (&self->programme, yf_programme_unref);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);

  G_OBJECT_CLASS (yf_programme_sheet_parent_class)->finalize (object);
}

static void
yf_programme_sheet_class_init (YfProgrammeSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
yf_programme_sheet_init (YfProgrammeSheet *self)
{
  self->pictures = g_array_new (FALSE, FALSE, sizeof (YfSheetPicture));
  g_array_set_clear_func (self->pictures, picture_clear);
}

/**
 * yf_programme_sheet_new:
 * @programme: what is laid out
 * @catalogue: what exists without it
 * @size: on what
 * @made: when, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): its pages
 */
YfProgrammeSheet *
yf_programme_sheet_new (YfProgramme *programme,
                        YfCatalogue *catalogue,
                        YfPaperSize  size,
                        gint64       made)
{
  YfProgrammeSheet *self;

  g_return_val_if_fail (programme != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_object_new (YF_TYPE_PROGRAMME_SHEET, NULL);
  self->programme = yf_programme_ref (programme);
  self->catalogue = yf_catalogue_with_own (catalogue, yf_programme_get_own (programme));
  self->made = made;
  self->paper = yf_sheet_new_paper (size);
  lay_out (self);

  return self;
}

/**
 * yf_programme_sheet_get_n:
 * @self: a programme on paper
 *
 * Returns: how many pages it has; one at least
 */
guint
yf_programme_sheet_get_n (YfProgrammeSheet *self)
{
  g_return_val_if_fail (YF_IS_PROGRAMME_SHEET (self), 0);

  return yf_paper_get_n_pages (self->paper);
}

/**
 * yf_programme_sheet_get_width:
 * @self: a programme on paper
 *
 * Returns: how wide a page is, in points, with its margins
 */
double
yf_programme_sheet_get_width (YfProgrammeSheet *self)
{
  g_return_val_if_fail (YF_IS_PROGRAMME_SHEET (self), 0);

  return yf_paper_get_page_width (self->paper) * YF_SHEET_LARGER;
}

double
yf_programme_sheet_get_height (YfProgrammeSheet *self)
{
  g_return_val_if_fail (YF_IS_PROGRAMME_SHEET (self), 0);

  return yf_paper_get_page_height (self->paper) * YF_SHEET_LARGER;
}

static void
draw (YfProgrammeSheet *self,
      guint             page,
      cairo_t          *cairo,
      gboolean          tagged)
{
  cairo_save (cairo);
  cairo_scale (cairo, YF_SHEET_LARGER, YF_SHEET_LARGER);
  yf_paper_draw (self->paper, page, cairo, tagged);
  for (guint i = 0; i < self->pictures->len; i++)
    {
      const YfSheetPicture *picture = &g_array_index (self->pictures, YfSheetPicture, i);

      if (picture->page != page)
        continue;
      cairo_save (cairo);
      cairo_translate (cairo, YF_PAPER_MARGIN + picture->x, YF_PAPER_MARGIN + picture->y);
      if (tagged)
        cairo_tag_begin (cairo, "Figure", NULL);
      yf_figure_draw_key (picture->figure, picture->key, yf_palette_get (YF_PALETTE_PAPER), cairo, picture->width,
                          picture->height);
      if (tagged)
        cairo_tag_end (cairo, "Figure");
      cairo_restore (cairo);
    }
  cairo_restore (cairo);
}

/**
 * yf_programme_sheet_draw:
 * @self: a programme on paper
 * @page: which page, from 0
 * @cairo: where to draw; the corner of the page, margin and all, is at 0, 0, and
 *   a unit is a point
 */
void
yf_programme_sheet_draw (YfProgrammeSheet *self,
                         guint             page,
                         cairo_t          *cairo)
{
  g_return_if_fail (YF_IS_PROGRAMME_SHEET (self));
  g_return_if_fail (page < yf_programme_sheet_get_n (self));

  draw (self, page, cairo, FALSE);
}

/**
 * yf_programme_sheet_to_pdf:
 * @self: a programme on paper
 * @error: return location for an error
 *
 * The same sheet makes the same bytes.
 *
 * Returns: (transfer full): the PDF, or %NULL with %YF_REPORT_ERROR_FAILED set
 */
GBytes *
yf_programme_sheet_to_pdf (YfProgrammeSheet  *self,
                           GError           **error)
{
  g_autoptr (YfPdf) pdf = NULL;

  g_return_val_if_fail (YF_IS_PROGRAMME_SHEET (self), NULL);

  pdf = yf_pdf_new (yf_programme_sheet_get_width (self), yf_programme_sheet_get_height (self),
                    yf_programme_get_name (self->programme), yf_programme_get_clinician (self->programme), self->made);
  for (guint page = 0; page < yf_programme_sheet_get_n (self); page++)
    {
      draw (self, page, yf_pdf_get_cairo (pdf), TRUE);
      yf_pdf_end_page (pdf);
    }

  return yf_pdf_finish (pdf, error);
}
