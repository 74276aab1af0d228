/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-programme-draft.h"

G_BEGIN_DECLS

/**
 * YfProgrammeExerciseRow:
 *
 * What a programme that is being written says of one exercise: nothing, that it is to be
 * done, and how, or that it is not.
 *
 * Signals:
 *
 * - `changed ()`: something else was chosen or typed
 */
#define YF_TYPE_PROGRAMME_EXERCISE_ROW (yf_programme_exercise_row_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeExerciseRow, yf_programme_exercise_row, YF, PROGRAMME_EXERCISE_ROW, AdwExpanderRow)

GtkWidget *yf_programme_exercise_row_new        (YfExercise                 *exercise,
                                                 gboolean                    can_forbid,
                                                 const YfProgrammeDraftItem *item,
                                                 const YfProgrammeBan       *ban);
void       yf_programme_exercise_row_apply      (YfProgrammeExerciseRow     *self,
                                                 YfProgrammeDraft           *draft);
gboolean   yf_programme_exercise_row_show_error (YfProgrammeExerciseRow     *self,
                                                 const YfProgrammePlace     *place,
                                                 const char                 *message);

G_END_DECLS
