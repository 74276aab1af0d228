/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-relief-timer.h"

G_BEGIN_DECLS

/**
 * YfExercisesPage:
 *
 * Signals:
 *
 * - `chosen (YfExercise *)`: the person wants to see an exercise
 * - `own-chosen (YfExercise *)`: the person wants to change an exercise of
 *   their own, or with %NULL to add one
 * - `relief-chosen (YfExercise *)`: the person wants to see a relief
 */
#define YF_TYPE_EXERCISES_PAGE (yf_exercises_page_get_type ())
G_DECLARE_FINAL_TYPE (YfExercisesPage, yf_exercises_page, YF, EXERCISES_PAGE, AdwBin)

void           yf_exercises_page_set_person (YfExercisesPage *self,
                                             YfPerson        *person);
YfReliefTimer *yf_exercises_page_get_timer  (YfExercisesPage *self);

G_END_DECLS
