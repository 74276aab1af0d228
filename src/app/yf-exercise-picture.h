/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-catalogue.h"

G_BEGIN_DECLS

/**
 * YfExercisePicture:
 *
 * A small figure in the pose that an exercise is known by. It is not made before
 * somebody has scrolled to it.
 */
#define YF_TYPE_EXERCISE_PICTURE (yf_exercise_picture_get_type ())
G_DECLARE_FINAL_TYPE (YfExercisePicture, yf_exercise_picture, YF, EXERCISE_PICTURE, GtkDrawingArea)

void yf_exercise_picture_show (YfExercisePicture *self,
                               YfCatalogue       *catalogue,
                               YfExercise        *exercise);

G_END_DECLS
