/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "yf-figure.h"

G_BEGIN_DECLS

/* One looks a little from above and from the right, so that the far leg is told from the
 * near one: how far something moves in the picture that moves away by 1. */
#define YF_PICTURE_AWAY_X 0.10
#define YF_PICTURE_AWAY_Z 0.13

/**
 * YfPicture:
 * @body: a person
 * @palette: the colours
 * @cairo: where to draw, in statures
 *
 * A picture of a person while it is drawn, a part of the body at a time. Trunk and head are
 * slices with skin around them, limbs are rounds in a row.
 */
typedef struct
{
  const YfBody    *body;
  const YfPalette *palette;
  cairo_t         *cairo;
} YfPicture;

void   yf_picture_draw_trunk  (YfPicture      *self);
void   yf_picture_draw_head   (YfPicture      *self);
void   yf_picture_draw_leg    (YfPicture      *self,
                               guint           right,
                               double          far);
void   yf_picture_draw_arm    (YfPicture      *self,
                               guint           right,
                               double          far,
                               gboolean        seam);

void   yf_picture_set_colour  (cairo_t        *cairo,
                               const YfColour *colour,
                               double          alpha);
void   yf_picture_project     (const YfPoint  *point,
                               double         *x,
                               double         *z);
double yf_picture_interpolate (double          before,
                               double          a,
                               double          b,
                               double          after,
                               double          t);

G_END_DECLS
