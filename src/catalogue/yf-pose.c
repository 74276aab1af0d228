/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pose-private.h"

#include <string.h>

/*
 * How far joints go in a healthy adult, in degrees. Each row names where its numbers stand:
 *
 * AAOS: American Academy of Orthopaedic Surgeons, Joint Motion: Method of Measuring and Recording,
 *   1965; the arm as in the column of that name of C. C. Norkin and D. J. White, Measurement of
 *   Joint Motion, appendix A, table A.1. Where it says "not seen" the number is the one that is
 *   taught as the Academy's, and the book itself was not at hand.
 * DSHS: Washington State Department of Social and Health Services, Range of Joint Motion Evaluation
 *   Chart, form 13-585A, 2014.
 * Wilson: American Family Physician 89(1), 2014, pages 27 to 34, as Family Practice Notebook has it
 *   under Hip Range of Motion.
 * Kosmahl: E. M. Kosmahl, Goniometry, University of Scranton, 1999, which gives the figures of the
 *   American Medical Association (AMA) and of D. C. Boone and S. P. Azen, 1979.
 * BMC 9:152: Regional differences in lumbar spinal posture and the influence of low back pain, BMC
 *   Musculoskeletal Disorders 9:152, 2008, table 3: lower and upper lumbar spine together.
 * Magee: D. J. Magee, Orthopedic Physical Assessment; as it is taught, the book not seen.
 *
 * People of past sixty reach less. Older women who live at home were measured (Journal of Physiological
 * Anthropology 35:30, 2016, table 3; mean, and from least to most): hip forwards 123 (53 to 144) and
 * backwards 17 (8 to 27), knee 128 (104 to 144), ankle up 18 (5 to 31) and down 58 (28 to 74). These are
 * the limits of a body; how far a pose goes is said in poses.xml.
 */
static const struct
{
  const char *id;
  int         min;
  int         max;
  gboolean    mirrored;
} angles[] = {
  /* Of the whole body, which may lie any way. */
  [YF_ANGLE_PITCH] = { "pitch", -180, 180, FALSE },
  [YF_ANGLE_ROLL] = { "roll", -360, 360, FALSE },
  /* BMC 9:152: back 20.6 + 8.9; forwards 35.0 + 30.8, of which Magee's 60. */
  [YF_ANGLE_LUMBAR] = { "lumbar", -30, 60, FALSE },
  /* Magee: forwards 20 to 45; back 25 to 45, of which the lesser. */
  [YF_ANGLE_THORAX] = { "thorax", -25, 45, FALSE },
  /* The whole trunk: AAOS, not seen. */
  [YF_ANGLE_BEND] = { "bend", -35, 35, TRUE },
  /* The whole trunk: AMA in Kosmahl. */
  [YF_ANGLE_TWIST] = { "twist", -45, 45, TRUE },
  /* AAOS, not seen, measures the neck as one: 45 both ways, which its two joints share; 50 forwards and 60
   * back in DSHS. */
  [YF_ANGLE_NECK] = { "neck", -25, 25, FALSE },
  [YF_ANGLE_NOD] = { "nod", -20, 20, FALSE },
  /* AAOS, not seen; 80 in DSHS. */
  [YF_ANGLE_TURN] = { "turn", -60, 60, TRUE },
  /* DSHS. */
  [YF_ANGLE_TILT] = { "tilt", -45, 45, TRUE },
  /* AAOS in Norkin and White; across the body the lesser of Magee's 50 to 75. */
  [YF_ANGLE_ARM] = { "raise", -60, 180, FALSE },
  [YF_ANGLE_OUT] = { "out", -50, 180, FALSE },
  [YF_ANGLE_ARM_TURN] = { "in", -90, 70, FALSE },
  [YF_ANGLE_ELBOW] = { "elbow", 0, 150, FALSE },
  [YF_ANGLE_WRIST] = { "wrist", -80, 70, FALSE },
  /* Back: DSHS; forwards: Wilson, 110 to 120. */
  [YF_ANGLE_HIP] = { "hip", -30, 120, FALSE },
  /* Wilson: inwards 20 to 30, outwards 30 to 50, of which AAOS, not seen, has 45. */
  [YF_ANGLE_SPREAD] = { "out", -30, 45, FALSE },
  /* Wilson: outwards 40 to 60, of which AAOS, not seen, has 45; inwards 30 to 40. */
  [YF_ANGLE_LEG_TURN] = { "in", -45, 40, FALSE },
  /* AAOS, not seen; 142.5 on average in Boone and Azen, and 150 for the AMA, both in Kosmahl. */
  [YF_ANGLE_KNEE] = { "knee", 0, 135, FALSE },
  /* Down: AAOS, not seen; up: AMA in Kosmahl. */
  [YF_ANGLE_ANKLE] = { "ankle", -50, 20, FALSE },
  /* The first joint of the great toe, as OrthopaedicsOne has it under First Metatarsophalangeal Joint Passive
   * Range of Motion. */
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
 * Gets how far a joint goes in a healthy adult. Each number has its source beside it.
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
