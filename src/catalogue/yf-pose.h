/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

/**
 * YfAngle:
 * @YF_ANGLE_PITCH: how the pelvis leans: 0 upright, -90 with the head to the left
 *   as one looks at the picture
 * @YF_ANGLE_ROLL: how it is turned about its own long axis: lying, 0 on the
 *   back, -90 on the right side towards the viewer, -180 on the belly; upright, 0
 *   facing right, -90 facing the viewer, -180 facing left
 * @YF_ANGLE_LUMBAR: bending of the small of the back, forwards
 * @YF_ANGLE_THORAX: bending of the upper back, forwards
 * @YF_ANGLE_BEND: bending of the trunk to the right
 * @YF_ANGLE_TWIST: turning of the trunk to the left
 * @YF_ANGLE_NECK: bending of the neck, forwards
 * @YF_ANGLE_NOD: bending of the head on the neck, forwards
 * @YF_ANGLE_TURN: turning of the head to the left
 * @YF_ANGLE_TILT: bending of the neck to the right
 * @YF_ANGLE_ARM: raising of the arm, forwards; this and the next four are of the
 *   left arm, and stand again for the right
 * @YF_ANGLE_OUT: raising of the arm, sideways
 * @YF_ANGLE_ARM_TURN: turning of the arm inwards
 * @YF_ANGLE_ELBOW: bending of the elbow
 * @YF_ANGLE_WRIST: bending of the hand towards its back
 * @YF_ANGLE_HIP: raising of the thigh, forwards; this and the next five are of the
 *   left leg, and stand again for the right
 * @YF_ANGLE_SPREAD: raising of the thigh, sideways
 * @YF_ANGLE_LEG_TURN: turning of the leg inwards
 * @YF_ANGLE_KNEE: bending of the knee
 * @YF_ANGLE_ANKLE: bending of the foot upwards
 * @YF_ANGLE_TOES: bending of the toes upwards
 *
 * The angles of a pose, in degrees. At 0 throughout a person stands upright with
 * hanging arms.
 */
typedef enum
{
  YF_ANGLE_PITCH,
  YF_ANGLE_ROLL,
  YF_ANGLE_LUMBAR,
  YF_ANGLE_THORAX,
  YF_ANGLE_BEND,
  YF_ANGLE_TWIST,
  YF_ANGLE_NECK,
  YF_ANGLE_NOD,
  YF_ANGLE_TURN,
  YF_ANGLE_TILT,
  YF_ANGLE_ARM,
  YF_ANGLE_OUT,
  YF_ANGLE_ARM_TURN,
  YF_ANGLE_ELBOW,
  YF_ANGLE_WRIST,
  YF_ANGLE_RIGHT_ARM,
  YF_ANGLE_HIP = YF_ANGLE_RIGHT_ARM + 5,
  YF_ANGLE_SPREAD,
  YF_ANGLE_LEG_TURN,
  YF_ANGLE_KNEE,
  YF_ANGLE_ANKLE,
  YF_ANGLE_TOES,
  YF_ANGLE_RIGHT_LEG,
} YfAngle;
#define YF_N_ARM_ANGLES 5
#define YF_N_LEG_ANGLES 6
#define YF_N_ANGLES (YF_ANGLE_RIGHT_LEG + YF_N_LEG_ANGLES)

/**
 * YfTouch:
 *
 * What of a body touches the ground or a wall. The paired ones are the left
 * one; the next is the right.
 */
typedef enum
{
  YF_TOUCH_HEAD,
  YF_TOUCH_CHEST,      /* or the upper back */
  YF_TOUCH_BELLY,
  YF_TOUCH_HIPS,       /* their front or their side */
  YF_TOUCH_SEAT,
  YF_TOUCH_SHOULDER,
  YF_TOUCH_ELBOW = YF_TOUCH_SHOULDER + 2,
  YF_TOUCH_WRIST = YF_TOUCH_ELBOW + 2,
  YF_TOUCH_PALM = YF_TOUCH_WRIST + 2,
  YF_TOUCH_THIGH = YF_TOUCH_PALM + 2,
  YF_TOUCH_KNEE = YF_TOUCH_THIGH + 2,
  YF_TOUCH_ANKLE = YF_TOUCH_KNEE + 2,
  YF_TOUCH_HEEL = YF_TOUCH_ANKLE + 2,
  YF_TOUCH_BALL = YF_TOUCH_HEEL + 2,
  YF_TOUCH_TOES = YF_TOUCH_BALL + 2,
} YfTouch;
#define YF_N_TOUCHES (YF_TOUCH_TOES + 2)

/**
 * YfAttention:
 *
 * Where in the body attention belongs.
 */
typedef enum
{
  YF_ATTENTION_NONE,
  YF_ATTENTION_BODY,
  YF_ATTENTION_BELLY,
  YF_ATTENTION_CHEST,
  YF_ATTENTION_BACK,
  YF_ATTENTION_WAIST,
  YF_ATTENTION_HIPS,
  YF_ATTENTION_PELVIC_FLOOR,
  YF_ATTENTION_LEG,
} YfAttention;

/**
 * YfSurrounding:
 *
 * Where a figure is.
 */
typedef enum
{
  YF_SURROUNDING_FLOOR,
  YF_SURROUNDING_MAT,
  YF_SURROUNDING_BED,
  YF_SURROUNDING_WALL,
} YfSurrounding;

/**
 * YfPose:
 * @id: its name, %NULL of one that nothing names
 * @angles: in degrees, by #YfAngle
 * @belly: how far the belly has risen in breathing, 0 to 100
 * @touches: what touches the ground: bits by #YfTouch
 * @moved: of those, what touches it elsewhere than in the first pose of a movement
 * @wall: what touches the wall: bits by #YfTouch
 *
 * How a body lies or stands. Where in the room it is follows from what it
 * touches.
 */
typedef struct
{
  char    *id;
  int      angles[YF_N_ANGLES];
  int      belly;
  guint32  touches;
  guint32  moved;
  guint32  wall;
} YfPose;

/**
 * YfPoseKey:
 * @at: when it is reached, in percent of its track
 * @pose: (transfer none): the pose
 */
typedef struct
{
  int           at;
  const YfPose *pose;
} YfPoseKey;

/**
 * YfTrack:
 * @keys: (element-type YfPoseKey): at least one, the first at 0, the last at 100
 * @every: in microseconds, how long a round takes of what goes round and
 *   round, or 0
 * @attention: where attention belongs
 *
 * What a body does in one phase.
 */
typedef struct
{
  GArray      *keys;
  gint64       every;
  YfAttention  attention;
} YfTrack;

/**
 * YfMovement:
 * @exercise: (nullable): the id of the exercise that it is of
 * @place: where it is done
 * @breathes: whether its own poses breathe
 * @phases: (element-type YfTrack): one for each phase of the exercise
 * @ready: (nullable): the way to the first pose, without its beginning
 * @between: (nullable): the rest between two sets
 *
 * The poses of an exercise.
 */
typedef struct
{
  char      *exercise;
  YfSurrounding    place;
  gboolean   breathes;
  GPtrArray *phases;
  YfTrack   *ready;
  YfTrack   *between;
} YfMovement;

void         yf_angle_get_range       (YfAngle         angle,
                                       int            *min,
                                       int            *max);
const char  *yf_angle_get_id          (YfAngle         angle);
gboolean     yf_angle_is_mirrored     (YfAngle         angle);
YfAngle      yf_angle_get_other_side  (YfAngle         angle);
const char  *yf_touch_get_id          (YfTouch         touch);
void         yf_pose_mirror           (const YfPose   *self,
                                       YfPose         *mirrored);

G_END_DECLS
