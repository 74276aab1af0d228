/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "yf-report.h"

/*
 * YfPdf:
 *
 * A tagged PDF while it is being drawn, page by page.
 */
struct _YfPdf
{
  GByteArray *bytes;
  cairo_t    *cairo;
};

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * yf_pdf_new:
 * @width: of its pages, in points
 * @height: of its pages, in points
 * @title: what it is called
 * @author: who wrote it
 * @made: when it was made, in microseconds since the Unix epoch
 *
 * Begins a document. The same that is drawn makes the same bytes.
 *
 * Returns: (transfer full): the document
 */
YfPdf *
yf_pdf_new (double      width,
            double      height,
            const char *title,
            const char *author,
            gint64      made)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (made / G_USEC_PER_SEC);
  g_autofree char *made_text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  YfPdf *self = g_new0 (YfPdf, 1);
  cairo_surface_t *surface;

  self->bytes = g_byte_array_new ();
  surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, width, height);
  self->cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yanfei " YF_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made_text);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, made_text);
  cairo_surface_destroy (surface);

  cairo_tag_begin (self->cairo, "Document", NULL);

  return self;
}

void
yf_pdf_free (YfPdf *self)
{
  /* What is left of the drawing is written when it goes. */
  cairo_destroy (self->cairo);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

/**
 * yf_pdf_get_cairo:
 * @self: a PDF
 *
 * Returns: (transfer none): where to draw the page: its corner at 0, 0, a point a unit
 */
cairo_t *
yf_pdf_get_cairo (YfPdf *self)
{
  return self->cairo;
}

void
yf_pdf_end_page (YfPdf *self)
{
  cairo_show_page (self->cairo);
}

/**
 * yf_pdf_finish:
 * @self: a PDF; nothing may be drawn any more
 * @error: return location for an error
 *
 * Returns: (transfer full): the bytes of the file, or %NULL with
 *   %YF_REPORT_ERROR_FAILED set
 */
GBytes *
yf_pdf_finish (YfPdf   *self,
               GError **error)
{
  cairo_surface_t *surface = cairo_get_target (self->cairo);
  cairo_status_t status;

  cairo_tag_end (self->cairo, "Document");
  status = cairo_status (self->cairo);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_FAILED,
                   /* Translators: %s is what the drawing library says */
                   _("The PDF could not be drawn: %s. Please try again."), cairo_status_to_string (status));
      return NULL;
    }

  return g_bytes_new (self->bytes->data, self->bytes->len);
}
