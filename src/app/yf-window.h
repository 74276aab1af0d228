/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

#define YF_TYPE_WINDOW (yf_window_get_type ())
G_DECLARE_FINAL_TYPE (YfWindow, yf_window, YF, WINDOW, AdwApplicationWindow)

GtkWidget *yf_window_new          (GtkApplication *application,
                                   YfPerson       *person,
                                   YfPreferences  *preferences);
void       yf_window_start_today  (YfWindow       *self);
gboolean   yf_window_is_in_session (YfWindow      *self);
void       yf_window_show_page    (YfWindow       *self,
                                   GtkWidget      *page);
void       yf_window_stop_session (YfWindow       *self);
void       yf_window_notify       (YfWindow       *self,
                                   const char     *message);
void       yf_window_mark_demo    (YfWindow       *self);

G_END_DECLS
