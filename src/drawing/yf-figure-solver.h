/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-figure-skeleton.h"

G_BEGIN_DECLS

/**
 * YfHold:
 * @blob: its index
 * @ground: whether it lies on the ground
 * @wall: whether it lies against the wall
 * @pinned: whether its centre stays over @x and @y
 * @x: see @pinned
 * @y: see @pinned
 *
 * What keeps a blob where it is.
 */
typedef struct
{
  guint    blob;
  gboolean ground;
  gboolean wall;
  gboolean pinned;
  double   x;
  double   y;
} YfHold;

/**
 * YF_NO_WALL:
 *
 * Where the wall is if there is none.
 */
#define YF_NO_WALL (1e3)

double yf_skeleton_settle (YfSkeleton   *self,
                           const YfHold *holds,
                           guint         n_holds,
                           double        wall);

G_END_DECLS
