/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-figure.h"

G_BEGIN_DECLS

/**
 * YfStance:
 * @pose: what it is of, with the touches of the side it is of
 * @key: (nullable): the catalogue's pose that it was worked out from
 * @skeleton: the body, settled on what it touches
 * @residual: by how much that failed, in statures
 *
 * A pose at its place in the room.
 */
typedef struct
{
  YfPose        pose;
  const YfPose *key;
  YfSkeleton    skeleton;
  double        residual;
} YfStance;

/**
 * YfWay:
 * @ats: (element-type double): when each stance is reached, 0 to 1
 * @stances: (element-type YfStance): stances, which the score owns
 * @every: length of a round in microseconds, or 0
 * @attention: where attention belongs
 * @free: whether nothing is planted: a person turns over or gets up
 *
 * A way from stance to stance.
 */
typedef struct
{
  GArray      *ats;
  GPtrArray   *stances;
  gint64       every;
  YfAttention  attention;
  gboolean     free;
} YfWay;

/**
 * YfScore:
 *
 * An exercise done on one side: all its stances in the same room, so that a foot
 * that stays where it is in two of them is at the same place in both.
 */
typedef struct
{
  GPtrArray *stances;    /* YfStance */
  GPtrArray *phases;     /* YfWay */
  YfWay     *ready;      /* nullable */
  YfWay     *between;    /* nullable */
  YfSurrounding    place;
  gboolean   mirrored;
  struct { gboolean known; double x; double y; } homes[YF_N_TOUCHES];
} YfScore;

YfScore  *yf_score_new        (const YfMovement *movement,
                               gboolean          mirrored);
YfScore  *yf_score_new_empty  (YfSurrounding           place);
void      yf_score_free       (YfScore          *self);
YfStance *yf_score_get_stance (YfScore          *self,
                               const YfPose     *pose,
                               gboolean          at_home);

YfWay    *yf_way_new          (YfAttention       attention);
void      yf_way_free         (YfWay            *self);
void      yf_way_add          (YfWay            *self,
                               double            at,
                               YfStance         *stance);
YfStance *yf_way_get_first    (const YfWay      *self);
YfStance *yf_way_get_last     (const YfWay      *self);
void      yf_way_find         (const YfWay      *self,
                               double            at,
                               gboolean          steps,
                               YfBody           *body);
double    yf_stance_get_distance (const YfStance *self,
                               const YfStance   *other);
void      yf_stance_show      (const YfStance   *self,
                               YfBody           *body);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfWay, yf_way_free)

G_END_DECLS
