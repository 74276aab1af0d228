/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * YfEntryRow:
 *
 * A row that asks for some text or a number, with room for what is wrong with
 * it.
 *
 * Signals:
 *
 * - `changed ()`: the person has typed something else
 */
#define YF_TYPE_ENTRY_ROW (yf_entry_row_get_type ())
G_DECLARE_FINAL_TYPE (YfEntryRow, yf_entry_row, YF, ENTRY_ROW, AdwPreferencesRow)

GtkWidget  *yf_entry_row_new        (const char *title,
                                     const char *hint);
char       *yf_entry_row_dup_text   (YfEntryRow *self);
void        yf_entry_row_set_text   (YfEntryRow *self,
                                     const char *text);
gboolean    yf_entry_row_get_number (YfEntryRow *self,
                                     int        *number);
void        yf_entry_row_set_number (YfEntryRow *self,
                                     int         number);
void        yf_entry_row_set_error  (YfEntryRow *self,
                                     const char *message);

G_END_DECLS
