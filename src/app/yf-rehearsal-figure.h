/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-moving-figure.h"

G_BEGIN_DECLS

/**
 * YfRehearsalFigure:
 *
 * The figure of one exercise, which shows a step of it: it moves to where the step
 * leads, and is held there. Where the desktop asks for less motion it does not move.
 */
#define YF_TYPE_REHEARSAL_FIGURE (yf_rehearsal_figure_get_type ())
G_DECLARE_FINAL_TYPE (YfRehearsalFigure, yf_rehearsal_figure, YF, REHEARSAL_FIGURE, YfMovingFigure)

void        yf_rehearsal_figure_set_exercise  (YfRehearsalFigure *self,
                                               YfCatalogue       *catalogue,
                                               YfExercise        *exercise);
void        yf_rehearsal_figure_show_all      (YfRehearsalFigure *self);
void        yf_rehearsal_figure_show_step     (YfRehearsalFigure *self,
                                               guint              step);
YfAttention yf_rehearsal_figure_get_attention (YfRehearsalFigure *self);

G_END_DECLS
