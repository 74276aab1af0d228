/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-preferences.h"

G_BEGIN_DECLS

#define YF_TYPE_VOLUME_ROW (yf_volume_row_get_type ())

/**
 * YfVolumeRow:
 *
 * A row in which a volume is set: its name, and a scale as wide as the row.
 */
G_DECLARE_FINAL_TYPE (YfVolumeRow, yf_volume_row, YF, VOLUME_ROW, AdwPreferencesRow)

GtkWidget *yf_volume_row_new (const char    *title,
                              YfPreferences *preferences,
                              const char    *property);

G_END_DECLS
