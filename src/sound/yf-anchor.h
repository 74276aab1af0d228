/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YF_ANCHOR_SIZE:
 *
 * How many observations an anchor remembers.
 */
#define YF_ANCHOR_SIZE 255

/**
 * YF_ANCHOR_RECENT:
 *
 * How many observations in a row have to agree before they are believed.
 */
#define YF_ANCHOR_RECENT 15

/**
 * YF_ANCHOR_TOLERANCE:
 *
 * How far apart observations that agree may be, in microseconds.
 */
#define YF_ANCHOR_TOLERANCE 8000

/**
 * YfAnchor:
 *
 * Where a stream lies on the system's clock, from observations that tremble,
 * wander and leap. A plain value; all zero is an anchor without observations.
 */
typedef struct
{
  gint64 observed[YF_ANCHOR_SIZE];
  guint  next;
  guint  n;
} YfAnchor;

void     yf_anchor_observe (YfAnchor *self,
                            gint64    origin);
gboolean yf_anchor_get     (YfAnchor *self,
                            gint64   *origin);

G_END_DECLS
