/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

char *yf_length_to_words (gint64        length);
char *yf_dose_to_words   (YfExercise   *exercise,
                          const YfDose *dose);

G_END_DECLS
