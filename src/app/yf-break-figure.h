/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"
#include "yf-moving-figure.h"
#include "yf-player.h"

G_BEGIN_DECLS

/**
 * YfBreakFigure:
 *
 * Somebody who takes a break from sitting, following the playhead; who is to go gently
 * only walks. Where the desktop asks for less motion they stand.
 */
#define YF_TYPE_BREAK_FIGURE (yf_break_figure_get_type ())
G_DECLARE_FINAL_TYPE (YfBreakFigure, yf_break_figure, YF, BREAK_FIGURE, YfMovingFigure)

void yf_break_figure_follow (YfBreakFigure *self,
                             YfCatalogue   *catalogue,
                             YfPlayer      *player,
                             gboolean       gentle);

G_END_DECLS
