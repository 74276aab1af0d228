/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-skeleton.h"

#include <math.h>

#define LEFT(bone) (bone)
#define RIGHT(bone) ((bone) + YF_N_SIDE_BONES)

/*
 * Lengths as fractions of stature, from R. Drillis and R. Contini, Body Segment Parameters,
 * New York University 1966, as D. A. Winter prints them (Biomechanics and Motor Control of Human
 * Movement, figure 4.1). Heights are of somebody who stands.
 */
#define HIP_HEIGHT       0.530
#define SHOULDER_HEIGHT  0.818
#define CHIN_HEIGHT      0.870
#define HEAD             0.130
#define SHOULDER_BREADTH 0.129   /* from the middle to one side */
#define UPPER_ARM        0.186
#define FOREARM          0.146
#define HAND             0.108
#define KNEE_HEIGHT      0.285
#define ANKLE_HEIGHT     0.039
#define FOOT             0.152
#define THIGH            (HIP_HEIGHT - KNEE_HEIGHT)
#define SHANK            (KNEE_HEIGHT - ANKLE_HEIGHT)
#define TRUNK            (SHOULDER_HEIGHT - HIP_HEIGHT)
#define NECK             (CHIN_HEIGHT - SHOULDER_HEIGHT)

/* What they do not give is drawn so that it looks right: the trunk bends in four places,
 * the shoulder's joint lies inside its breadth, that of the hip in half of the hip's, and a quarter of the
 * foot is behind the ankle. */
#define PELVIS       (TRUNK - 4 * VERTEBRAE)
#define VERTEBRAE    0.055
#define SHOULDER_OUT (SHOULDER_BREADTH - 0.022)
#define HIP_OUT      0.050
#define HEEL_BACK    (FOOT / 4)
#define BALL_FRONT   (FOOT / 2)
#define TOES         (FOOT - HEEL_BACK - BALL_FRONT)

/* From the joint of the bone before it to its own, and from there to its end. */
static const struct
{
  YfBone  parent;
  YfPoint joint;
  YfPoint end;
} bones[YF_N_BONES] = {
  [YF_BONE_PELVIS] = { YF_BONE_PELVIS, { 0, 0, 0 }, { 0, 0, PELVIS } },
  [YF_BONE_LUMBAR] = { YF_BONE_PELVIS, { 0, 0, PELVIS }, { 0, 0, VERTEBRAE } },
  [YF_BONE_UPPER_LUMBAR] = { YF_BONE_LUMBAR, { 0, 0, VERTEBRAE }, { 0, 0, VERTEBRAE } },
  [YF_BONE_THORAX] = { YF_BONE_UPPER_LUMBAR, { 0, 0, VERTEBRAE }, { 0, 0, VERTEBRAE } },
  [YF_BONE_UPPER_THORAX] = { YF_BONE_THORAX, { 0, 0, VERTEBRAE }, { 0, 0, VERTEBRAE } },
  [YF_BONE_NECK] = { YF_BONE_UPPER_THORAX, { 0, 0, VERTEBRAE }, { 0, 0, NECK } },
  [YF_BONE_HEAD] = { YF_BONE_NECK, { 0, 0, NECK }, { 0, 0, HEAD } },
#define SIDE(side, sign) \
  [side (YF_BONE_UPPER_ARM)] = { YF_BONE_UPPER_THORAX, { 0, (sign) * SHOULDER_OUT, VERTEBRAE }, { 0, 0, -UPPER_ARM } }, \
  [side (YF_BONE_FOREARM)] = { side (YF_BONE_UPPER_ARM), { 0, 0, -UPPER_ARM }, { 0, 0, -FOREARM } }, \
  [side (YF_BONE_HAND)] = { side (YF_BONE_FOREARM), { 0, 0, -FOREARM }, { 0, 0, -HAND } }, \
  [side (YF_BONE_THIGH)] = { YF_BONE_PELVIS, { 0, (sign) * HIP_OUT, 0 }, { 0, 0, -THIGH } }, \
  [side (YF_BONE_SHANK)] = { side (YF_BONE_THIGH), { 0, 0, -THIGH }, { 0, 0, -SHANK } }, \
  [side (YF_BONE_FOOT)] = { side (YF_BONE_SHANK), { 0, 0, -SHANK }, { BALL_FRONT, 0, -ANKLE_HEIGHT + 0.012 } }, \
  [side (YF_BONE_TOES)] = { side (YF_BONE_FOOT), { BALL_FRONT, 0, -ANKLE_HEIGHT + 0.012 }, { TOES, 0, 0 } }
  SIDE (LEFT, 1),
  SIDE (RIGHT, -1),
#undef SIDE
};

/* Which angle turns which bone against the one before it, about which of its own axes, which
 * way, and how much of it; in the order in which they are done. */
static const struct
{
  YfBone  bone;
  YfAngle angle;
  guint   axis;
  double  share;
} hinges[] = {
  { YF_BONE_PELVIS, YF_ANGLE_PITCH, 1, 1 },
  { YF_BONE_PELVIS, YF_ANGLE_ROLL, 2, 1 },
#define SPINE(bone, angle) \
  { bone, angle, 1, 0.5 }, \
  { bone, YF_ANGLE_BEND, 0, 0.25 }, \
  { bone, YF_ANGLE_TWIST, 2, 0.25 }
  SPINE (YF_BONE_LUMBAR, YF_ANGLE_LUMBAR),
  SPINE (YF_BONE_UPPER_LUMBAR, YF_ANGLE_LUMBAR),
  SPINE (YF_BONE_THORAX, YF_ANGLE_THORAX),
  SPINE (YF_BONE_UPPER_THORAX, YF_ANGLE_THORAX),
#undef SPINE
  { YF_BONE_NECK, YF_ANGLE_NECK, 1, 1 },
  { YF_BONE_NECK, YF_ANGLE_TILT, 0, 0.5 },
  { YF_BONE_NECK, YF_ANGLE_TURN, 2, 0.5 },
  { YF_BONE_HEAD, YF_ANGLE_NOD, 1, 1 },
  { YF_BONE_HEAD, YF_ANGLE_TILT, 0, 0.5 },
  { YF_BONE_HEAD, YF_ANGLE_TURN, 2, 0.5 },
#define SIDE(side, arm, leg, sign) \
  { side (YF_BONE_UPPER_ARM), YF_ANGLE_ARM + (arm), 1, -1 }, \
  { side (YF_BONE_UPPER_ARM), YF_ANGLE_OUT + (arm), 0, sign }, \
  { side (YF_BONE_UPPER_ARM), YF_ANGLE_ARM_TURN + (arm), 2, -(sign) }, \
  { side (YF_BONE_FOREARM), YF_ANGLE_ELBOW + (arm), 1, -1 }, \
  { side (YF_BONE_HAND), YF_ANGLE_WRIST + (arm), 1, -1 }, \
  { side (YF_BONE_THIGH), YF_ANGLE_HIP + (leg), 1, -1 }, \
  { side (YF_BONE_THIGH), YF_ANGLE_SPREAD + (leg), 0, sign }, \
  { side (YF_BONE_THIGH), YF_ANGLE_LEG_TURN + (leg), 2, -(sign) }, \
  { side (YF_BONE_SHANK), YF_ANGLE_KNEE + (leg), 1, 1 }, \
  { side (YF_BONE_FOOT), YF_ANGLE_ANKLE + (leg), 1, -1 }, \
  { side (YF_BONE_TOES), YF_ANGLE_TOES + (leg), 1, -1 }
  SIDE (LEFT, 0, 0, 1),
  SIDE (RIGHT, YF_N_ARM_ANGLES, YF_N_LEG_ANGLES, -1),
#undef SIDE
};

/* Flesh: about what a tape measures around an adult of middling build, and otherwise what
 * looks right. */
#define BALL(r) (r), (r), (r), (r), 0
static const YfBlob blobs[] = {
  { YF_BONE_PELVIS, { 0, 0, -0.050 }, 0.036, 0.052, 0.084, 0, 0, -1 },
  { YF_BONE_PELVIS, { 0, 0, -0.012 }, 0.050, 0.069, 0.0955, 0, 0, YF_TOUCH_SEAT },
  { YF_BONE_PELVIS, { 0, 0, 0.030 }, 0.056, 0.066, 0.0950, 0, 0, YF_TOUCH_HIPS },
  { YF_BONE_LUMBAR, { 0, 0, 0.005 }, 0.058, 0.051, 0.080, 0, 0.016, YF_TOUCH_BELLY },
  { YF_BONE_UPPER_LUMBAR, { 0, 0, 0.000 }, 0.058, 0.044, 0.072, 0, 0.030, -1 },
  { YF_BONE_THORAX, { 0, 0, 0.000 }, 0.059, 0.050, 0.076, 0, 0.020, -1 },
  { YF_BONE_UPPER_THORAX, { 0, 0, -0.005 }, 0.066, 0.061, 0.086, 0, 0.004, YF_TOUCH_CHEST },
  { YF_BONE_UPPER_THORAX, { 0, 0, 0.028 }, 0.060, 0.060, 0.094, 0, 0, -1 },
  { YF_BONE_UPPER_THORAX, { 0, 0, 0.054 }, 0.041, 0.050, 0.078, 0, 0, -1 },
  { YF_BONE_NECK, { 0.002, 0, 0.012 }, 0.031, 0.037, 0.046, 0, 0, -1 },
  { YF_BONE_NECK, { 0.004, 0, 0.034 }, 0.028, 0.033, 0.033, 0, 0, -1 },
  { YF_BONE_HEAD, { 0, 0, 0.078 }, 0.053, 0.062, 0.045, 0.052, 0, YF_TOUCH_HEAD },
  { YF_BONE_HEAD, { 0.030, 0, 0.026 }, BALL (0.022), -1 },
  { YF_BONE_HEAD, { 0.054, 0, 0.056 }, BALL (0.009), -1 },
#define SIDE(side, number, sign) \
  { side (YF_BONE_UPPER_ARM), { 0, 0, 0 }, BALL (0.031), YF_TOUCH_SHOULDER + (number) }, \
  { side (YF_BONE_UPPER_ARM), { 0.001, 0, -0.075 }, BALL (0.027), -1 }, \
  { side (YF_BONE_FOREARM), { 0, 0, 0 }, BALL (0.0205), YF_TOUCH_ELBOW + (number) }, \
  { side (YF_BONE_FOREARM), { 0.000, 0, -0.040 }, BALL (0.0185), -1 }, \
  { side (YF_BONE_HAND), { 0, 0, 0.000 }, BALL (0.0145), YF_TOUCH_WRIST + (number) }, \
  { side (YF_BONE_HAND), { 0.001, 0, -0.045 }, BALL (0.0165), YF_TOUCH_PALM + (number) }, \
  { side (YF_BONE_HAND), { 0.004, 0, -0.098 }, BALL (0.0085), -1 }, \
  { side (YF_BONE_THIGH), { -0.002, 0, -0.040 }, 0.052, 0.054, 0.045, 0.045, 0, -1 }, \
  { side (YF_BONE_THIGH), { 0.000, 0, -0.120 }, 0.042, 0.046, 0.042, 0.042, 0, YF_TOUCH_THIGH + (number) }, \
  { side (YF_BONE_SHANK), { 0.001, 0, 0 }, BALL (0.0325), YF_TOUCH_KNEE + (number) }, \
  { side (YF_BONE_SHANK), { -0.007, 0, -0.075 }, BALL (0.0335), -1 }, \
  { side (YF_BONE_FOOT), { 0.000, 0, 0.004 }, BALL (0.0195), YF_TOUCH_ANKLE + (number) }, \
  { side (YF_BONE_FOOT), { -HEEL_BACK + 0.018, 0, -ANKLE_HEIGHT + 0.018 }, BALL (0.018), YF_TOUCH_HEEL + (number) }, \
  { side (YF_BONE_FOOT), { BALL_FRONT, 0, -ANKLE_HEIGHT + 0.013 }, BALL (0.013), YF_TOUCH_BALL + (number) }, \
  { side (YF_BONE_TOES), { TOES - 0.009, 0, -0.003 }, BALL (0.009), YF_TOUCH_TOES + (number) }
  SIDE (LEFT, 0, 1),
  SIDE (RIGHT, 1, -1),
#undef SIDE
};

static YfPoint
add (const YfPoint *a,
     double         factor,
     const YfPoint *b)
{
  return (YfPoint) { a->x + factor * b->x, a->y + factor * b->y, a->z + factor * b->z };
}

static YfPoint
cross (const YfPoint *a,
       const YfPoint *b)
{
  return (YfPoint) { a->y * b->z - a->z * b->y, a->z * b->x - a->x * b->z, a->x * b->y - a->y * b->x };
}

/* Turns a frame about one of its own axes. */
static void
turn (YfFrame *frame,
      guint    axis,
      double   degrees)
{
  YfPoint *u = &frame->axes[(axis + 1) % 3];
  YfPoint *v = &frame->axes[(axis + 2) % 3];
  double c = cos (degrees * G_PI / 180);
  double s = sin (degrees * G_PI / 180);
  YfPoint zero = { 0, 0, 0 };
  YfPoint cu = add (&zero, c, u);
  YfPoint cv = add (&zero, c, v);
  YfPoint turned_u = add (&cu, s, v);
  YfPoint turned_v = add (&cv, -s, u);

  *u = turned_u;
  *v = turned_v;
}

static YfPoint
get_point (const YfFrame *frame,
           const YfPoint *local)
{
  YfPoint point = add (&frame->origin, local->x, &frame->axes[0]);

  point = add (&point, local->y, &frame->axes[1]);
  return add (&point, local->z, &frame->axes[2]);
}

/* Works out the frames from the freedoms. */
void
yf_skeleton_place (YfSkeleton *self)
{
  gsize hinge = 0;

  for (YfBone bone = 0; bone < YF_N_BONES; bone++)
    {
      YfFrame *frame = &self->frames[bone];

      if (bone == YF_BONE_PELVIS)
        {
          *frame = (YfFrame) { { self->freedoms[0], self->freedoms[1], self->freedoms[2] },
                               { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } };
        }
      else
        {
          const YfFrame *parent = &self->frames[bones[bone].parent];

          *frame = *parent;
          frame->origin = get_point (parent, &bones[bone].joint);
        }

      for (; hinge < G_N_ELEMENTS (hinges) && hinges[hinge].bone == bone; hinge++)
        turn (frame, hinges[hinge].axis, hinges[hinge].share * self->freedoms[3 + hinges[hinge].angle]);
    }
}

YfPoint
yf_skeleton_get_point (const YfSkeleton *self,
                       YfBone            bone,
                       const YfPoint    *local)
{
  return get_point (&self->frames[bone], local);
}

void
yf_skeleton_get_ends (const YfSkeleton *self,
                      YfBone            bone,
                      YfPoint          *from,
                      YfPoint          *to)
{
  *from = self->frames[bone].origin;
  *to = get_point (&self->frames[bone], &bones[bone].end);
}

/* How far a blob reaches to the front. Who lies on the belly cannot push it out. */
double
yf_skeleton_get_front (const YfSkeleton *self,
                       const YfBlob     *blob)
{
  return blob->front + self->belly * blob->belly * (1 - CLAMP (-self->frames[blob->bone].axes[0].z, 0, 1));
}

/* How far a blob reaches in a direction of length 1, from the origin of the room, and the
 * point of it that does. */
double
yf_skeleton_reach (const YfSkeleton *self,
                   const YfBlob     *blob,
                   const YfPoint    *direction,
                   YfPoint          *furthest)
{
  const YfFrame *frame = &self->frames[blob->bone];
  double front = yf_point_dot (direction, &frame->axes[0]);
  double side = yf_point_dot (direction, &frame->axes[1]) * blob->side;
  double along = yf_point_dot (direction, &frame->axes[2]) * blob->along;
  double depth = front > 0 ? yf_skeleton_get_front (self, blob) : blob->back;
  double reach;
  YfPoint local = blob->centre;

  front *= depth;
  reach = sqrt (front * front + side * side + along * along);
  if (reach > 0)
    {
      local.x += depth * front / reach;
      local.y += blob->side * side / reach;
      local.z += blob->along * along / reach;
    }
  *furthest = get_point (frame, &local);

  return yf_point_dot (direction, furthest);
}

static gboolean
is_below (YfBone bone,
          YfBone ancestor)
{
  while (bone != ancestor && bone != YF_BONE_PELVIS)
    bone = bones[bone].parent;

  return bone == ancestor;
}

/* How fast a point of a bone moves in a direction as each of the freedoms grows: statures
 * for each stature, and for each degree. */
void
yf_skeleton_differentiate (const YfSkeleton *self,
                           YfBone            bone,
                           const YfPoint    *point,
                           const YfPoint    *direction,
                           double            row[YF_N_FREEDOMS])
{
  gsize hinge = 0;

  for (guint i = 0; i < YF_N_FREEDOMS; i++)
    row[i] = 0;
  row[0] = direction->x;
  row[1] = direction->y;
  row[2] = direction->z;

  while (hinge < G_N_ELEMENTS (hinges))
    {
      YfBone here = hinges[hinge].bone;
      gsize end = hinge;

      while (end < G_N_ELEMENTS (hinges) && hinges[end].bone == here)
        end++;

      if (is_below (bone, here))
        {
          YfFrame frame = self->frames[here];
          YfPoint arm = add (point, -1, &frame.origin);
          YfPoint moment = cross (&arm, direction);

          /* The last turn first, undoing each to find the axis of the one before. */
          for (gsize i = end; i-- > hinge;)
            {
              row[3 + hinges[i].angle] += hinges[i].share * G_PI / 180 *
                                          yf_point_dot (&frame.axes[hinges[i].axis], &moment);
              turn (&frame, hinges[i].axis, -hinges[i].share * self->freedoms[3 + hinges[i].angle]);
            }
        }

      hinge = end;
    }
}

const YfBlob *
yf_skeleton_get_blobs (guint *n_blobs)
{
  *n_blobs = G_N_ELEMENTS (blobs);
  return blobs;
}
