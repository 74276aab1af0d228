/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-preferences.h"
#include "yf-routine.h"

G_BEGIN_DECLS

/**
 * YfExercisePage:
 *
 * Signals:
 *
 * - `start (const YfDose *)`: the person wants to do it
 * - `rehearse ()`: they want to see it step by step
 */
#define YF_TYPE_EXERCISE_PAGE (yf_exercise_page_get_type ())
G_DECLARE_FINAL_TYPE (YfExercisePage, yf_exercise_page, YF, EXERCISE_PAGE, AdwBin)

GtkWidget  *yf_exercise_page_new          (YfPerson       *person,
                                           YfPreferences  *preferences,
                                           YfExercise     *exercise);
YfExercise *yf_exercise_page_get_exercise (YfExercisePage *self);
const YfPace *yf_exercise_page_get_pace   (YfExercisePage *self);

G_END_DECLS
