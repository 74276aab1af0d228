/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pose-private.h"

#include <string.h>

/*
 * How far joints go, in degrees, as the American Academy of Orthopaedic Surgeons
 * gives it (Joint Motion: Method of Measuring and Recording, 1965): for shoulder,
 * elbow, wrist, hip, knee, ankle, the first joint of the great toe, the neck, and
 * bending and turning of the whole trunk. It measures the neck as one; here its two joints
 * share what it says. The back, which it measures as one too, is in two parts as in
 * Magee, Orthopedic Physical Assessment (lumbar spine: forwards 40 to 60, backwards 20
 * to 35; thoracic spine: forwards 20 to 45, backwards 25 to 45), backwards by the lesser
 * figure for the chest. An arm crosses the body by Magee's lesser figure, 50. Pitch and roll are those of
 * the whole body, which may lie any way.
 */
static const struct
{
  const char *id;
  int         min;
  int         max;
  gboolean    mirrored;
} angles[] = {
  [YF_ANGLE_PITCH] = { "pitch", -180, 180, FALSE },
  [YF_ANGLE_ROLL] = { "roll", -360, 360, FALSE },
  [YF_ANGLE_LUMBAR] = { "lumbar", -35, 60, FALSE },
  [YF_ANGLE_THORAX] = { "thorax", -25, 45, FALSE },
  [YF_ANGLE_BEND] = { "bend", -35, 35, TRUE },
  [YF_ANGLE_TWIST] = { "twist", -45, 45, TRUE },
  [YF_ANGLE_NECK] = { "neck", -25, 25, FALSE },
  [YF_ANGLE_NOD] = { "nod", -20, 20, FALSE },
  [YF_ANGLE_TURN] = { "turn", -60, 60, TRUE },
  [YF_ANGLE_TILT] = { "tilt", -45, 45, TRUE },
  [YF_ANGLE_ARM] = { "raise", -60, 180, FALSE },
  [YF_ANGLE_OUT] = { "out", -50, 180, FALSE },
  [YF_ANGLE_ARM_TURN] = { "in", -90, 70, FALSE },
  [YF_ANGLE_ELBOW] = { "elbow", 0, 150, FALSE },
  [YF_ANGLE_WRIST] = { "wrist", -80, 70, FALSE },
  [YF_ANGLE_HIP] = { "hip", -30, 120, FALSE },
  [YF_ANGLE_SPREAD] = { "out", -30, 45, FALSE },
  [YF_ANGLE_LEG_TURN] = { "in", -45, 45, FALSE },
  [YF_ANGLE_KNEE] = { "knee", 0, 135, FALSE },
  [YF_ANGLE_ANKLE] = { "ankle", -50, 20, FALSE },
  [YF_ANGLE_TOES] = { "toes", -45, 70, FALSE },
};

static const char * const touch_ids[] = {
  [YF_TOUCH_HEAD] = "head",
  [YF_TOUCH_CHEST] = "chest",
  [YF_TOUCH_BELLY] = "belly",
  [YF_TOUCH_HIPS] = "hips",
  [YF_TOUCH_SEAT] = "seat",
  [YF_TOUCH_SHOULDER] = "shoulder",
  [YF_TOUCH_ELBOW] = "elbow",
  [YF_TOUCH_WRIST] = "wrist",
  [YF_TOUCH_PALM] = "palm",
  [YF_TOUCH_THIGH] = "thigh",
  [YF_TOUCH_KNEE] = "knee",
  [YF_TOUCH_ANKLE] = "ankle",
  [YF_TOUCH_HEEL] = "heel",
  [YF_TOUCH_BALL] = "ball",
  [YF_TOUCH_TOES] = "toes",
};

static YfAngle
get_left (YfAngle angle)
{
  if (angle >= YF_ANGLE_RIGHT_LEG)
    return angle - YF_N_LEG_ANGLES;
  if (angle >= YF_ANGLE_RIGHT_ARM && angle < YF_ANGLE_HIP)
    return angle - YF_N_ARM_ANGLES;

  return angle;
}

void
yf_pose_free (YfPose *self)
{
  g_free (self->id);
  g_free (self);
}

void
yf_track_free (YfTrack *self)
{
  g_array_unref (self->keys);
  g_free (self);
}

void
yf_movement_free (YfMovement *self)
{
  g_free (self->exercise);
  g_ptr_array_unref (self->phases);
  g_clear_pointer (&self->ready, yf_track_free);
  g_clear_pointer (&self->between, yf_track_free);
  g_free (self);
}

/**
 * yf_angle_get_range:
 * @angle: an angle
 * @min: (out): return location for the least, in degrees
 * @max: (out): return location for the greatest, in degrees
 *
 * Gets how far a joint goes in a healthy adult: American Academy of Orthopaedic
 * Surgeons 1965, the back after Magee.
 */
void
yf_angle_get_range (YfAngle  angle,
                    int     *min,
                    int     *max)
{
  g_return_if_fail (angle < YF_N_ANGLES);

  *min = angles[get_left (angle)].min;
  *max = angles[get_left (angle)].max;
}

/**
 * yf_angle_get_id:
 * @angle: an angle
 *
 * Returns: what it is called in the element of its limb
 */
const char *
yf_angle_get_id (YfAngle angle)
{
  g_return_val_if_fail (angle < YF_N_ANGLES, NULL);

  return angles[get_left (angle)].id;
}

/**
 * yf_angle_is_mirrored:
 * @angle: an angle
 *
 * Returns: whether it changes its sign when left becomes right
 */
gboolean
yf_angle_is_mirrored (YfAngle angle)
{
  g_return_val_if_fail (angle < YF_N_ANGLES, FALSE);

  return angles[get_left (angle)].mirrored;
}

/**
 * yf_angle_get_other_side:
 * @angle: an angle
 *
 * Returns: the same of the other arm or leg; of what there is only once, itself
 */
YfAngle
yf_angle_get_other_side (YfAngle angle)
{
  YfAngle left = get_left (angle);

  if (left != angle || left < YF_ANGLE_ARM)
    return left;

  return left + (left < YF_ANGLE_HIP ? YF_N_ARM_ANGLES : YF_N_LEG_ANGLES);
}

/**
 * yf_touch_get_id:
 * @touch: a touch
 *
 * Returns: its name, which left and right share
 */
const char *
yf_touch_get_id (YfTouch touch)
{
  g_return_val_if_fail (touch < YF_N_TOUCHES, NULL);

  return touch < G_N_ELEMENTS (touch_ids) && touch_ids[touch] != NULL ? touch_ids[touch] : touch_ids[touch - 1];
}

static guint32
mirror_touches (guint32 touches)
{
  guint32 mirrored = 0;

  for (YfTouch touch = 0; touch < YF_N_TOUCHES; touch++)
    {
      YfTouch other = touch;

      if (touch >= YF_TOUCH_SHOULDER)
        other = (touch - YF_TOUCH_SHOULDER) % 2 == 0 ? touch + 1 : touch - 1;
      if (touches & (1u << touch))
        mirrored |= 1u << other;
    }

  return mirrored;
}

/**
 * yf_pose_mirror:
 * @self: a pose
 * @mirrored: (out caller-allocates): return location for the same with left and right
 *   changed; its id is %NULL
 */
void
yf_pose_mirror (const YfPose *self,
                YfPose       *mirrored)
{
  YfPose result = { .belly = self->belly };

  for (YfAngle angle = 0; angle < YF_N_ANGLES; angle++)
    result.angles[yf_angle_get_other_side (angle)] = yf_angle_is_mirrored (angle) ? -self->angles[angle] : self->angles[angle];
  result.touches = mirror_touches (self->touches);
  result.moved = mirror_touches (self->moved);
  result.wall = mirror_touches (self->wall);

  *mirrored = result;
}
