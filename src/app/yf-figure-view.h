/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-moving-figure.h"
#include "yf-player.h"

G_BEGIN_DECLS

/**
 * YF_FIGURE_VIEW_MIN_HEIGHT:
 *
 * How high the picture is at least, in pixels: lower, and nobody sees what it shows.
 */
#define YF_FIGURE_VIEW_MIN_HEIGHT 88

/**
 * YfFigureView:
 *
 * The moving figure: of a session, following its playhead; or of an exercise, over and
 * over. Where the desktop asks for less motion it shows key poses instead.
 */
#define YF_TYPE_FIGURE_VIEW (yf_figure_view_get_type ())
G_DECLARE_FINAL_TYPE (YfFigureView, yf_figure_view, YF, FIGURE_VIEW, YfMovingFigure)

void yf_figure_view_follow (YfFigureView *self,
                            YfCatalogue  *catalogue,
                            YfPlayer     *player);
void yf_figure_view_show   (YfFigureView *self,
                            YfCatalogue  *catalogue,
                            YfExercise   *exercise);

G_END_DECLS
