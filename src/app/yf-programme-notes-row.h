/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * YfProgrammeNotesRow:
 *
 * A row that asks for sentences for the person, each on a line of its own, with room for
 * what is wrong with them.
 *
 * Signals:
 *
 * - `changed ()`: something else was typed
 */
#define YF_TYPE_PROGRAMME_NOTES_ROW (yf_programme_notes_row_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeNotesRow, yf_programme_notes_row, YF, PROGRAMME_NOTES_ROW, AdwPreferencesRow)

GtkWidget *yf_programme_notes_row_new       (const char          *title,
                                             GPtrArray           *notes);
void       yf_programme_notes_row_apply     (YfProgrammeNotesRow *self,
                                             GPtrArray           *notes);
void       yf_programme_notes_row_set_error (YfProgrammeNotesRow *self,
                                             const char          *message);

G_END_DECLS
