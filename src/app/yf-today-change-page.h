/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-exercise.h"

G_BEGIN_DECLS

/**
 * YfTodayChangePage:
 *
 * What the answers of a check-in change in a session, and why, before the first
 * breath.
 *
 * Signals:
 *
 * - `go-on ()`: with what is left
 */
#define YF_TYPE_TODAY_CHANGE_PAGE (yf_today_change_page_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayChangePage, yf_today_change_page, YF, TODAY_CHANGE_PAGE, AdwBin)

GtkWidget *yf_today_change_page_new      (gboolean           flare);
void       yf_today_change_page_add_out  (YfTodayChangePage *self,
                                          YfExercise        *exercise,
                                          const char        *why);
void       yf_today_change_page_add_left (YfTodayChangePage *self,
                                          YfExercise        *exercise,
                                          const YfDose      *dose);

G_END_DECLS
