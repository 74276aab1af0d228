/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-today.h"

G_BEGIN_DECLS

GPtrArray *yf_today_changes_list     (YfToday *today,
                                      guint    most);
guint      yf_today_changes_count    (YfToday *today);
GtkWidget *yf_today_changes_new_page (YfToday *today);

G_END_DECLS
