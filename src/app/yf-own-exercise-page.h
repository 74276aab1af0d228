/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfOwnExercisePage:
 *
 * Signals:
 *
 * - `done ()`: it is saved, or removed
 */
#define YF_TYPE_OWN_EXERCISE_PAGE (yf_own_exercise_page_get_type ())
G_DECLARE_FINAL_TYPE (YfOwnExercisePage, yf_own_exercise_page, YF, OWN_EXERCISE_PAGE, AdwBin)

GtkWidget *yf_own_exercise_page_new (YfPerson   *person,
                                     YfExercise *exercise);

G_END_DECLS
