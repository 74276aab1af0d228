/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-private.h"

/* The pages as a PDF: real letters, a structure, bookmarks. cairo writes no
 * texts for pictures, so each chart's summary stands beside it as a paragraph. */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (YfReport        *self,
              cairo_surface_t *surface)
{
  g_autofree char *period = yf_report_period_text (yf_report_get_from (self), yf_report_get_to (self));
  /* Translators: the title of the PDF: %s is a period */
  g_autofree char *title = g_strdup_printf (_("Exercise report, %s"), period);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (yf_report_get_made (self) / G_USEC_PER_SEC);
  g_autofree char *made = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, "Yanfei");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yanfei " YF_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, made);
}

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
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  YfPaper *paper;
  cairo_surface_t *surface;
  cairo_t *cairo;
  cairo_status_t status;

  g_return_val_if_fail (self != NULL, NULL);

  pages = yf_report_pages_new (self, size);
  paper = yf_report_pages_get_paper (pages);
  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, yf_paper_get_page_width (paper),
                                                 yf_paper_get_page_height (paper));
  cairo = cairo_create (surface);
  set_metadata (self, surface);

  cairo_tag_begin (cairo, "Document", NULL);
  for (guint page = 0; page < yf_paper_get_n_pages (paper); page++)
    {
      g_autofree char *label = g_strdup_printf ("%u", page + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      yf_paper_draw (paper, page, cairo, TRUE);
      cairo_show_page (cairo);
    }
  cairo_tag_end (cairo, "Document");
  add_bookmarks (paper, surface);

  status = cairo_status (cairo);
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_FAILED,
                   /* Translators: %s is what the drawing library says */
                   _("The PDF could not be drawn: %s. Please try again."), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
