/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-speech.h"

G_BEGIN_DECLS

#define YF_TYPE_PREFERENCES (yf_preferences_get_type ())
G_DECLARE_FINAL_TYPE (YfPreferences, yf_preferences, YF, PREFERENCES, GObject)

YfPreferences *yf_preferences_new              (void);
void           yf_preferences_reset            (YfPreferences *self);
gboolean       yf_preferences_get_count_by_tap (YfPreferences *self);
YfSpeechLevel  yf_preferences_get_speech_level (YfPreferences *self);
double         yf_preferences_get_tone_volume  (YfPreferences *self);
double         yf_preferences_get_speech_volume (YfPreferences *self);
const char    *yf_preferences_get_voice        (YfPreferences *self);
gboolean       yf_preferences_get_reminders_enabled (YfPreferences *self);
int            yf_preferences_get_reminder_minute (YfPreferences *self);
gboolean       yf_preferences_get_reminder_again (YfPreferences *self);
gboolean       yf_preferences_get_breaks_enabled (YfPreferences *self);
int            yf_preferences_get_break_minutes (YfPreferences *self);

G_END_DECLS
