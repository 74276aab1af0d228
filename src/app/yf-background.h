/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfBackground:
 *
 * Keeps the program running without a window, and has it start with the
 * computer, as long as the person wants reminders or breaks from sitting. What
 * cannot be is told.
 *
 * Signals:
 *
 * - `trouble (const char *)`: a sentence for the person
 */
#define YF_TYPE_BACKGROUND (yf_background_get_type ())
G_DECLARE_FINAL_TYPE (YfBackground, yf_background, YF, BACKGROUND, GObject)

YfBackground *yf_background_new          (GApplication  *application,
                                          YfPreferences *preferences);
void          yf_background_set_possible (YfBackground  *self,
                                          gboolean       possible);
void          yf_background_check        (YfBackground  *self);

G_END_DECLS
