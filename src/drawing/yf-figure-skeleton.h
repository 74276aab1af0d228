/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-pose.h"

G_BEGIN_DECLS

/**
 * YfPoint:
 *
 * A place in the room, in statures: x to the right as one looks at the picture, y away
 * from the viewer, z up from the ground.
 */
typedef struct
{
  double x;
  double y;
  double z;
} YfPoint;

/**
 * YfBone:
 *
 * A part of the body that is stiff. The paired ones are the left one; the right
 * one stands seven further on.
 */
typedef enum
{
  YF_BONE_PELVIS,
  YF_BONE_LUMBAR,
  YF_BONE_UPPER_LUMBAR,
  YF_BONE_THORAX,
  YF_BONE_UPPER_THORAX,
  YF_BONE_NECK,
  YF_BONE_HEAD,
  YF_BONE_UPPER_ARM,
  YF_BONE_FOREARM,
  YF_BONE_HAND,
  YF_BONE_THIGH,
  YF_BONE_SHANK,
  YF_BONE_FOOT,
  YF_BONE_TOES,
} YfBone;
#define YF_N_SIDE_BONES 7
#define YF_N_BONES (YF_BONE_TOES + 1 + YF_N_SIDE_BONES)

/* What the solver moves: the place of the pelvis, and then the angles. */
#define YF_N_FREEDOMS (3 + YF_N_ANGLES)

/**
 * YfFrame:
 * @origin: the joint that it hangs on
 * @axes: its own front, left and up, in the room
 *
 * Where a bone is.
 */
typedef struct
{
  YfPoint origin;
  YfPoint axes[3];
} YfFrame;

/**
 * YfBlob:
 * @bone: what it is fixed to
 * @centre: from the joint of the bone, along its front, left and up
 * @front: how far it reaches to the front, as an ellipse
 * @back: likewise to the back
 * @side: likewise to both sides
 * @along: likewise along the bone
 * @belly: how far the front rises with a full breath
 * @touch: what it is called where it touches something, or -1
 *
 * A round piece of flesh. Trunk and limbs are drawn as the skin around theirs, and
 * they are what does not go into the floor.
 */
typedef struct
{
  YfBone  bone;
  YfPoint centre;
  double  front;
  double  back;
  double  side;
  double  along;
  double  belly;
  int     touch;
} YfBlob;

/**
 * YfSkeleton:
 * @freedoms: where the pelvis is, in statures, and the angles, in degrees
 * @belly: 0 to 1
 * @frames: where the bones are
 *
 * A body in a room.
 */
typedef struct
{
  double  freedoms[YF_N_FREEDOMS];
  double  belly;
  YfFrame frames[YF_N_BONES];
} YfSkeleton;

void          yf_skeleton_place        (YfSkeleton       *self);
YfPoint       yf_skeleton_get_point    (const YfSkeleton *self,
                                        YfBone            bone,
                                        const YfPoint    *local);
void          yf_skeleton_get_ends     (const YfSkeleton *self,
                                        YfBone            bone,
                                        YfPoint          *from,
                                        YfPoint          *to);
double        yf_skeleton_get_front    (const YfSkeleton *self,
                                        const YfBlob     *blob);
double        yf_skeleton_reach        (const YfSkeleton *self,
                                        const YfBlob     *blob,
                                        const YfPoint    *direction,
                                        YfPoint          *furthest);
void          yf_skeleton_differentiate (const YfSkeleton *self,
                                        YfBone            bone,
                                        const YfPoint    *point,
                                        const YfPoint    *direction,
                                        double            row[YF_N_FREEDOMS]);
const YfBlob *yf_skeleton_get_blobs    (guint            *n_blobs);

static inline double
yf_point_dot (const YfPoint *a,
              const YfPoint *b)
{
  return a->x * b->x + a->y * b->y + a->z * b->z;
}

G_END_DECLS
