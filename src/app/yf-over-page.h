/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * YfOverPage:
 *
 * A page over the tabs with a title and the way back, around a widget that
 * knows nothing of either.
 */
#define YF_TYPE_OVER_PAGE (yf_over_page_get_type ())
G_DECLARE_FINAL_TYPE (YfOverPage, yf_over_page, YF, OVER_PAGE, AdwBin)

GtkWidget *yf_over_page_new (const char *title,
                             GtkWidget  *child);

G_END_DECLS
