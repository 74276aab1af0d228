/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-programme.h"

G_BEGIN_DECLS

GtkPrintOperation *yf_programme_print_new   (YfProgramme          *programme,
                                             YfCatalogue          *catalogue,
                                             gint64                made);
GBytes            *yf_programme_print_pdf   (YfProgramme          *programme,
                                             YfCatalogue          *catalogue,
                                             gint64                made,
                                             GError              **error);
char              *yf_programme_file_name   (YfProgramme          *programme,
                                             const char           *ending);

G_END_DECLS
