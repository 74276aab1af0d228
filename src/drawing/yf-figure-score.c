/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-score.h"

#include <math.h>

#include "yf-figure-solver.h"

/* Flesh rolls on the ground as a back bends, so that of the trunk only one place
 * is kept where it is: the first of these that lies there. */
static const YfTouch anchors[] = { YF_TOUCH_SEAT, YF_TOUCH_HIPS, YF_TOUCH_BELLY, YF_TOUCH_CHEST };

/* Less than this is not moving: a millimetre of somebody 1.70 m tall. */
#define STILL (0.001 / 1.70)

static guint32
get_pinned (guint32 touches)
{
  guint32 pinned = touches & ~(1u << YF_TOUCH_SEAT | 1u << YF_TOUCH_HIPS | 1u << YF_TOUCH_BELLY | 1u << YF_TOUCH_CHEST);

  for (gsize i = 0; i < G_N_ELEMENTS (anchors); i++)
    if (touches & (1u << anchors[i]))
      return pinned | 1u << anchors[i];

  return pinned;
}

static double
get_wall (const YfPose *pose)
{
  return pose->wall != 0 ? YF_FIGURE_WALL : YF_NO_WALL;
}

static YfPoint
get_centre (const YfSkeleton *skeleton,
            const YfBlob     *blob)
{
  return yf_skeleton_get_point (skeleton, blob->bone, &blob->centre);
}

/* Puts a body that is bent but nowhere yet on the ground. */
static void
drop (YfSkeleton *skeleton)
{
  static const YfPoint down = { 0, 0, -1 };
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  double lowest = -G_MAXDOUBLE;

  yf_skeleton_place (skeleton);
  for (guint i = 0; i < n_blobs; i++)
    {
      YfPoint point;

      lowest = MAX (lowest, yf_skeleton_reach (skeleton, &blobs[i], &down, &point));
    }

  skeleton->freedoms[2] += lowest;
}

static void
settle (YfScore  *self,
        YfStance *stance,
        gboolean  at_home)
{
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  guint32 pinned = get_pinned (stance->pose.touches) & ~stance->pose.moved;
  YfHold holds[YF_N_TOUCHES];
  guint n_holds = 0;

  for (guint i = 0; i < n_blobs; i++)
    {
      guint32 bit = blobs[i].touch >= 0 ? 1u << blobs[i].touch : 0;
      YfHold hold = { .blob = i, .ground = (stance->pose.touches & bit) != 0, .wall = (stance->pose.wall & bit) != 0 };

      if (at_home && (pinned & bit) && self->homes[blobs[i].touch].known)
        {
          hold.pinned = TRUE;
          hold.x = self->homes[blobs[i].touch].x;
          hold.y = self->homes[blobs[i].touch].y;
        }
      if (hold.ground || hold.wall)
        holds[n_holds++] = hold;
    }

  drop (&stance->skeleton);
  stance->residual = yf_skeleton_settle (&stance->skeleton, holds, n_holds, get_wall (&stance->pose));

  for (guint i = 0; i < n_blobs && at_home; i++)
    if (blobs[i].touch >= 0 && (pinned & (1u << blobs[i].touch)) && !self->homes[blobs[i].touch].known)
      {
        YfPoint centre = get_centre (&stance->skeleton, &blobs[i]);

        self->homes[blobs[i].touch].known = TRUE;
        self->homes[blobs[i].touch].x = centre.x;
        self->homes[blobs[i].touch].y = centre.y;
      }
}

/* Returns: (transfer none): a pose at its place. @at_home: with what it plants where other
 * stances have planted it. */
YfStance *
yf_score_get_stance (YfScore      *self,
                     const YfPose *pose,
                     gboolean      at_home)
{
  YfStance *stance;

  for (guint i = 0; i < self->stances->len; i++)
    {
      stance = g_ptr_array_index (self->stances, i);
      if (stance->key == pose)
        return stance;
    }

  stance = g_new0 (YfStance, 1);
  stance->key = pose;
  if (self->mirrored)
    yf_pose_mirror (pose, &stance->pose);
  else
    stance->pose = *pose;
  stance->pose.id = NULL;

  if (self->stances->len > 0)
    {
      YfStance *before = g_ptr_array_index (self->stances, self->stances->len - 1);

      for (guint i = 0; i < 3; i++)
        stance->skeleton.freedoms[i] = before->skeleton.freedoms[i];
    }
  for (YfAngle angle = 0; angle < YF_N_ANGLES; angle++)
    {
      stance->skeleton.freedoms[3 + angle] = stance->pose.angles[angle];

      /* What is as it was in the first pose gave way as it did there. */
      if (at_home && self->stances->len > 0)
        {
          const YfStance *first = g_ptr_array_index (self->stances, 0);

          if (first->pose.angles[angle] == stance->pose.angles[angle])
            stance->skeleton.freedoms[3 + angle] = first->skeleton.freedoms[3 + angle];
        }
    }
  stance->skeleton.belly = stance->pose.belly / 100.0;
  settle (self, stance, at_home);
  g_ptr_array_add (self->stances, stance);

  return stance;
}

static YfWay *
new_way (YfScore       *self,
         const YfTrack *track)
{
  YfWay *way = yf_way_new (track->attention);

  way->every = track->every;
  for (guint i = 0; i < track->keys->len; i++)
    {
      const YfPoseKey *key = &g_array_index (track->keys, YfPoseKey, i);

      yf_way_add (way, key->at / 100.0, yf_score_get_stance (self, key->pose, TRUE));
    }

  return way;
}

YfScore *
yf_score_new_empty (YfSurrounding place)
{
  YfScore *self = g_new0 (YfScore, 1);

  self->stances = g_ptr_array_new_with_free_func (g_free);
  self->phases = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_way_free);
  self->place = place;

  return self;
}

YfScore *
yf_score_new (const YfMovement *movement,
              gboolean          mirrored)
{
  YfScore *self = yf_score_new_empty (movement->place);

  self->mirrored = mirrored;
  for (guint i = 0; i < movement->phases->len; i++)
    g_ptr_array_add (self->phases, new_way (self, g_ptr_array_index (movement->phases, i)));
  if (movement->ready != NULL)
    self->ready = new_way (self, movement->ready);
  if (movement->between != NULL)
    self->between = new_way (self, movement->between);

  return self;
}

void
yf_score_free (YfScore *self)
{
  g_ptr_array_unref (self->phases);
  g_clear_pointer (&self->ready, yf_way_free);
  g_clear_pointer (&self->between, yf_way_free);
  g_ptr_array_unref (self->stances);
  g_free (self);
}

YfWay *
yf_way_new (YfAttention attention)
{
  YfWay *self = g_new0 (YfWay, 1);

  self->ats = g_array_new (FALSE, FALSE, sizeof (double));
  self->stances = g_ptr_array_new ();
  self->attention = attention;

  return self;
}

void
yf_way_free (YfWay *self)
{
  g_array_unref (self->ats);
  g_ptr_array_unref (self->stances);
  g_free (self);
}

void
yf_way_add (YfWay    *self,
            double    at,
            YfStance *stance)
{
  g_array_append_val (self->ats, at);
  g_ptr_array_add (self->stances, stance);
}

YfStance *
yf_way_get_first (const YfWay *self)
{
  return g_ptr_array_index (self->stances, 0);
}

YfStance *
yf_way_get_last (const YfWay *self)
{
  return g_ptr_array_index (self->stances, self->stances->len - 1);
}

static void
add_contacts (const YfSkeleton *skeleton,
              const YfHold     *holds,
              guint             n_holds,
              guint32           planted,
              YfBody           *body)
{
  static const YfPoint down = { 0, 0, -1 };
  static const YfPoint across = { 1, 0, 0 };
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);

  body->n_contacts = 0;
  for (guint i = 0; i < n_holds; i++)
    {
      const YfBlob *blob = &blobs[holds[i].blob];
      YfPoint centre = get_centre (skeleton, blob);

      for (guint wall = 0; wall < 2; wall++)
        {
          YfContact contact = { .touch = blob->touch, .wall = wall, .planted = !wall && (planted & (1u << blob->touch)) };

          if (wall ? !holds[i].wall : !holds[i].ground)
            continue;

          yf_skeleton_reach (skeleton, blob, wall ? &across : &down, &contact.point);
          if (!wall)
            {
              contact.point.x = centre.x;
              contact.point.y = centre.y;
            }
          body->contacts[body->n_contacts++] = contact;
        }
    }
}

/* Somebody on the way from one stance to another, s of it done. */
static void
blend (const YfStance *a,
       const YfStance *b,
       double          s,
       gboolean        free,
       YfBody         *body)
{
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  guint32 ground = a->pose.touches & b->pose.touches;
  guint32 wall = a->pose.wall & b->pose.wall;
  guint32 pinned;
  guint32 planted = 0;
  YfHold holds[YF_N_TOUCHES];
  guint n_holds = 0;

  if (a == b || s <= 0 || s >= 1)
    {
      const YfStance *there = s >= 1 ? b : a;

      ground = there->pose.touches;
      wall = there->pose.wall;
    }
  pinned = get_pinned (ground);

  for (guint i = 0; i < YF_N_FREEDOMS; i++)
    body->skeleton.freedoms[i] = a->skeleton.freedoms[i] + s * (b->skeleton.freedoms[i] - a->skeleton.freedoms[i]);

  /* Who turns over touches the ground with now this and now that. */
  if (free && a != b && s > 0 && s < 1)
    {
      drop (&body->skeleton);
      yf_skeleton_place (&body->skeleton);
      body->n_contacts = 0;
      return;
    }

  for (guint i = 0; i < n_blobs; i++)
    {
      guint32 bit = blobs[i].touch >= 0 ? 1u << blobs[i].touch : 0;
      YfHold hold = { .blob = i, .ground = (ground & bit) != 0, .wall = (wall & bit) != 0, .pinned = (pinned & bit) != 0 };
      YfPoint from;
      YfPoint to;

      if (!hold.ground && !hold.wall)
        continue;

      from = get_centre (&a->skeleton, &blobs[i]);
      to = get_centre (&b->skeleton, &blobs[i]);
      hold.x = from.x + s * (to.x - from.x);
      hold.y = from.y + s * (to.y - from.y);
      /* What stands elsewhere afterwards slides there as it likes. */
      hold.pinned &= hypot (to.x - from.x, to.y - from.y) < STILL;
      if (hold.pinned)
        planted |= bit;
      holds[n_holds++] = hold;
    }

  yf_skeleton_settle (&body->skeleton, holds, n_holds,
                      wall != 0 ? YF_FIGURE_WALL : YF_NO_WALL);
  add_contacts (&body->skeleton, holds, n_holds, planted, body);
}

/* The way a hand reaches for something: from rest to rest with the least jerk (T. Flash and
 * N. Hogan, The Journal of Neuroscience 5, 1985). */
static double
ease (double t)
{
  return t * t * t * (10 - 15 * t + 6 * t * t);
}

/* How far what moves most moves from one stance to another, in statures. */
double
yf_stance_get_distance (const YfStance *self,
                        const YfStance *other)
{
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);
  double most = 0;

  for (guint i = 0; i < n_blobs; i++)
    {
      YfPoint a = get_centre (&self->skeleton, &blobs[i]);
      YfPoint b = get_centre (&other->skeleton, &blobs[i]);

      most = MAX (most, hypot (hypot (a.x - b.x, a.y - b.y), a.z - b.z));
    }

  return most;
}

/* Fills in skeleton and contacts. body->skeleton.belly is what the person breathes beside what
 * the poses do. @steps: stand where the movement leads, and do not move. */
void
yf_way_find (const YfWay *self,
             double       at,
             gboolean     steps,
             YfBody      *body)
{
  guint i = 0;
  const YfStance *a;
  const YfStance *b;
  double s = 1;

  while (i + 2 < self->stances->len && g_array_index (self->ats, double, i + 1) < at)
    i++;

  a = g_ptr_array_index (self->stances, i);
  b = g_ptr_array_index (self->stances, MIN (i + 1, self->stances->len - 1));
  if (!steps && a != b)
    {
      double from = g_array_index (self->ats, double, i);
      double to = g_array_index (self->ats, double, i + 1);

      s = ease (CLAMP ((at - from) / (to - from), 0, 1));
    }

  body->skeleton.belly = MIN (body->skeleton.belly + a->skeleton.belly + s * (b->skeleton.belly - a->skeleton.belly), 1);
  blend (a, b, s, self->free, body);
}

void
yf_stance_show (const YfStance *self,
                YfBody         *body)
{
  body->skeleton.belly = self->skeleton.belly;
  blend (self, self, 0, FALSE, body);
}
