/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-break-watch.h"

G_BEGIN_DECLS

/**
 * YfBreakWindow:
 *
 * A break from sitting: the offer, the guide with figure and timer, and the question
 * afterwards. It closes when all is said. Who closes it during the break has ended it
 * early, and is asked all the same; who closes it then says nothing.
 */
#define YF_TYPE_BREAK_WINDOW (yf_break_window_get_type ())
G_DECLARE_FINAL_TYPE (YfBreakWindow, yf_break_window, YF, BREAK_WINDOW, AdwApplicationWindow)

GtkWidget *yf_break_window_new  (GtkApplication *application,
                                 YfBreakWatch   *watch,
                                 YfPerson       *person,
                                 YfPreferences  *preferences);
void       yf_break_window_show (YfBreakWindow  *self,
                                 YfBreakView     view);

G_END_DECLS
