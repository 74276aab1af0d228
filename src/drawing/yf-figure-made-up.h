/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"

G_BEGIN_DECLS

/**
 * YfMadeUp:
 *
 * A movement for an exercise that has none, which somebody has added. Nobody here knows
 * how it is done, so that the figure only lies or stands as it begins, and breathes
 * where it says so.
 */
typedef struct _YfMadeUp YfMadeUp;

YfMadeUp         *yf_made_up_new          (YfCatalogue    *catalogue,
                                           YfExercise     *exercise);
void              yf_made_up_free         (YfMadeUp       *self);
const YfMovement *yf_made_up_get_movement (const YfMadeUp *self);

G_END_DECLS
