/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_EXERCISE_CARD (yf_exercise_card_get_type ())
G_DECLARE_FINAL_TYPE (YfExerciseCard, yf_exercise_card, YF, EXERCISE_CARD, GtkButton)

GtkWidget *yf_exercise_card_new (YfPerson   *person,
                                 YfExercise *exercise);

G_END_DECLS
