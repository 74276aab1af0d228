/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "yf-catalogue.h"
#include "yf-figure-skeleton.h"
#include "yf-palette.h"
#include "yf-timeline.h"

G_BEGIN_DECLS

#define YF_TYPE_FIGURE (yf_figure_get_type ())

/**
 * YfContact:
 * @touch: what touches
 * @wall: whether it touches the wall, and not the ground
 * @planted: whether it stays where it is throughout the movement
 * @point: where it touches
 */
typedef struct
{
  YfTouch  touch;
  gboolean wall;
  gboolean planted;
  YfPoint  point;
} YfContact;
#define YF_MAX_CONTACTS (2 * YF_N_TOUCHES)

/**
 * YfBody:
 * @skeleton: where all of it is
 * @contacts: what touches ground and wall
 * @n_contacts: how many
 * @place: where it is; a caller may put somebody who lies on a mat to bed
 * @attention: where attention belongs
 * @strength: how much of it, 0 to 1
 * @kind: the phase whose hue it has
 * @side: the side at work
 * @left: how far to the left the picture reaches, in statures; the same throughout an
 *   exercise
 * @right: likewise to the right
 * @top: likewise upwards
 *
 * A person at one moment.
 */
typedef struct
{
  YfSkeleton  skeleton;
  YfContact   contacts[YF_MAX_CONTACTS];
  guint       n_contacts;
  YfSurrounding     place;
  YfAttention attention;
  double      strength;
  YfPhaseKind kind;
  YfSide      side;
  double      left;
  double      right;
  double      top;
} YfBody;

/**
 * YF_FIGURE_WALL:
 *
 * How far to the right the wall is, in statures, where there is one.
 */
#define YF_FIGURE_WALL 0.08

/**
 * YfFigure:
 *
 * A person who shows an exercise: where every part of them is at any moment of any
 * segment of it. Immutable.
 */
typedef struct _YfFigure YfFigure;

GType     yf_figure_get_type   (void) G_GNUC_CONST;
YfFigure *yf_figure_new        (YfCatalogue     *catalogue,
                                YfExercise      *exercise);
YfFigure *yf_figure_new_after  (YfCatalogue     *catalogue,
                                YfExercise      *exercise,
                                YfExercise      *before);
YfFigure *yf_figure_ref        (YfFigure        *self);
void      yf_figure_unref      (YfFigure        *self);

void      yf_figure_find       (YfFigure        *self,
                                const YfSegment *segment,
                                double           fraction,
                                gboolean         reduced_motion,
                                YfBody          *body);
guint     yf_figure_get_n_keys (YfFigure        *self);
guint     yf_figure_get_main_key (YfFigure      *self);
void      yf_figure_get_key    (YfFigure        *self,
                                guint            key,
                                YfBody          *body);

void      yf_figure_draw       (const YfBody    *body,
                                const YfPalette *palette,
                                cairo_t         *cairo,
                                double           width,
                                double           height);
void      yf_figure_draw_key   (YfFigure        *self,
                                guint            key,
                                const YfPalette *palette,
                                cairo_t         *cairo,
                                double           width,
                                double           height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfFigure, yf_figure_unref)

G_END_DECLS
