/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define YF_TYPE_PREFERENCES (yf_preferences_get_type ())
G_DECLARE_FINAL_TYPE (YfPreferences, yf_preferences, YF, PREFERENCES, GObject)

YfPreferences *yf_preferences_new              (void);
void           yf_preferences_reset            (YfPreferences *self);
gboolean       yf_preferences_get_count_by_tap (YfPreferences *self);

G_END_DECLS
