/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "yf-pdf.h"
#include "yf-report-pages-private.h"
#include "yf-report-private.h"

/* The pages as a PDF: real letters, a structure, bookmarks. cairo writes no
 * texts for pictures, so each chart's summary stands beside it as a paragraph. */

static void
add_bookmarks (YfPaper         *paper,
               cairo_surface_t *surface)
{
  GArray *bookmarks = yf_paper_get_bookmarks (paper);
  g_autofree int *ids = g_new0 (int, bookmarks->len);

  for (guint i = 0; i < bookmarks->len; i++)
    {
      const YfBookmark *bookmark = &g_array_index (bookmarks, YfBookmark, i);
      g_autofree char *place = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1, (int) bookmark->y);

      ids[i] = cairo_pdf_surface_add_outline (surface,
                                              bookmark->parent < 0 ? CAIRO_PDF_OUTLINE_ROOT : ids[bookmark->parent],
                                              bookmark->title, place,
                                              bookmark->parent < 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
    }
}

/**
 * yf_report_to_pdf:
 * @self: a report
 * @size: of its pages
 * @error: return location for an error
 *
 * The same report makes the same bytes.
 *
 * Returns: (transfer full): the PDF, or %NULL with %YF_REPORT_ERROR_FAILED set
 */
GBytes *
yf_report_to_pdf (YfReport     *self,
                  YfPaperSize   size,
                  GError      **error)
{
  g_autoptr (YfReportPages) pages = NULL;
  g_autoptr (YfPdf) pdf = NULL;
  g_autofree char *period = NULL;
  g_autofree char *title = NULL;
  cairo_surface_t *surface;
  YfPaper *paper;

  g_return_val_if_fail (self != NULL, NULL);

  pages = yf_report_pages_new (self, size);
  paper = yf_report_pages_get_paper (pages);
  period = yf_report_period_text (yf_report_get_from (self), yf_report_get_to (self));
  /* Translators: the title of the PDF: %s is a period */
  title = g_strdup_printf (_("Exercise report, %s"), period);
  pdf = yf_pdf_new (yf_paper_get_page_width (paper), yf_paper_get_page_height (paper), title, "Yanfei",
                    yf_report_get_made (self));
  surface = cairo_get_target (yf_pdf_get_cairo (pdf));

  for (guint page = 0; page < yf_paper_get_n_pages (paper); page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      yf_paper_draw (paper, page, yf_pdf_get_cairo (pdf), TRUE);
      yf_pdf_end_page (pdf);
    }
  add_bookmarks (paper, surface);

  return yf_pdf_finish (pdf, error);
}
