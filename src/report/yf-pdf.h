/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _YfPdf YfPdf;

YfPdf   *yf_pdf_new       (double       width,
                           double       height,
                           const char  *title,
                           const char  *author,
                           gint64       made);
void     yf_pdf_free      (YfPdf       *self);

cairo_t *yf_pdf_get_cairo (YfPdf       *self);
void     yf_pdf_end_page  (YfPdf       *self);
GBytes  *yf_pdf_finish    (YfPdf       *self,
                           GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfPdf, yf_pdf_free)

G_END_DECLS
