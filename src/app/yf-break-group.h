/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfBreakGroup:
 *
 * Asks whether a person wants to be told to get up from sitting, and how often.
 */
#define YF_TYPE_BREAK_GROUP (yf_break_group_get_type ())
G_DECLARE_FINAL_TYPE (YfBreakGroup, yf_break_group, YF, BREAK_GROUP, AdwPreferencesGroup)

GtkWidget *yf_break_group_new (YfPreferences *preferences);

G_END_DECLS
