/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-report.h"

G_BEGIN_DECLS

/* Printing pages that are laid out for their paper, margins and all. */

GtkPrintOperation *yf_print_new            (const char         *job);
YfPaperSize        yf_print_get_paper_size (GtkPrintContext    *context);
cairo_t           *yf_print_fit            (GtkPrintContext    *context,
                                            double              width,
                                            double              height);
gboolean           yf_print_run            (GtkPrintOperation  *operation,
                                            GtkWidget          *widget,
                                            GError            **error);

G_END_DECLS
