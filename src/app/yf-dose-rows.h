/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"
#include "yf-stepper.h"

G_BEGIN_DECLS

GtkWidget *yf_dose_rows_new_stepper (const char *title,
                                     GCallback   stepped,
                                     GObject    *owner);
gint64     yf_dose_rows_get_unit    (YfExercise *exercise);
gint64     yf_dose_rows_step_hold   (YfExercise *exercise,
                                     gint64      hold,
                                     gint64      most,
                                     int         direction);
char      *yf_dose_rows_hold_text   (YfExercise *exercise,
                                     gint64      hold,
                                     gint64      most);

G_END_DECLS
