/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-figure.h"

G_BEGIN_DECLS

/**
 * YfMotion:
 * @YF_MOTION_NONE: it stands for the moment
 * @YF_MOTION_ON: it moves
 * @YF_MOTION_OVER: it stands until it is shown anew, or begins anew
 *
 * Whether a figure is another than in the frame before.
 */
typedef enum
{
  YF_MOTION_NONE,
  YF_MOTION_ON,
  YF_MOTION_OVER,
} YfMotion;

#define YF_TYPE_MOVING_FIGURE (yf_moving_figure_get_type ())

/**
 * YfMovingFigure:
 *
 * A picture of somebody who moves, for as long as it is on the screen and they do.
 */
G_DECLARE_DERIVABLE_TYPE (YfMovingFigure, yf_moving_figure, YF, MOVING_FIGURE, GtkWidget)

/**
 * YfMovingFigureClass:
 * @least: how high the picture is at least, in pixels; it is as wide at least, too
 * @most: how high it wants to be at most, in pixels
 * @aspect: how many times as wide as high it is
 * @look: asked in each frame
 * @find: finds the person; returns whether there is one. @less_motion: whether the desktop
 *   asks for pictures that do not move
 */
struct _YfMovingFigureClass
{
  GtkWidgetClass parent_class;

  int        least;
  int        most;
  double     aspect;
  YfMotion (*look) (YfMovingFigure *self,
                    gboolean        less_motion);
  gboolean (*find) (YfMovingFigure *self,
                    gboolean        less_motion,
                    YfBody         *body);
};

gint64 yf_moving_figure_get_time (YfMovingFigure *self);
void   yf_moving_figure_restart  (YfMovingFigure *self);

G_END_DECLS
