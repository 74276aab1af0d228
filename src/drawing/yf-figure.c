/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure.h"

#include <math.h>

#include "yf-figure-made-up.h"
#include "yf-figure-passage.h"
#include "yf-figure-score.h"

/* A quiet breath between two exercises, and how much of a deep one it is. */
#define BREATH (4 * YF_SECOND)
#define QUIET  0.15

/* How much attention a phase leaves for the next. */
#define LITTLE 0.35

/* How much of a phase passes in getting to where its part begins. */
#define ARRIVE 0.4

/* Room around the figure, in statures. */
#define MARGIN 0.06
#define HEADROOM 0.05

struct _YfFigure
{
  gatomicrefcount  ref_count;
  YfCatalogue     *catalogue;    /* owns the poses */
  YfExercise      *exercise;
  YfMadeUp        *made_up;      /* nullable: for an exercise without a movement */
  const YfMovement *movement;
  YfScore         *sides[2];     /* the working side: left, right */
  YfPassage       *passage;      /* rolling over, and where this exercise is got ready from */
  GPtrArray       *keys;         /* YfStance */
  guint            main_key;
  double           left;
  double           right;
  double           top;
};

G_DEFINE_BOXED_TYPE (YfFigure, yf_figure, yf_figure_ref, yf_figure_unref)

/* The rest of the last repetition is left to what comes after the set. */
static YfStance *
get_end (YfFigure *self,
         YfScore  *score,
         guint     part)
{
  guint first;
  guint n;

  yf_exercise_get_part (self->exercise, part, &first, &n);
  if (n > 1 && yf_exercise_get_phase (self->exercise, first + n - 1)->kind == YF_PHASE_REST)
    n--;

  return yf_way_get_last (g_ptr_array_index (score->phases, first + n - 1));
}

static YfStance *
get_start (YfScore *score)
{
  return yf_way_get_first (g_ptr_array_index (score->phases, 0));
}

static YfScore *
get_score (YfFigure *self,
           YfSide    side)
{
  return self->sides[side == YF_SIDE_LEFT ? 0 : 1];
}

/* How the exercise before is left. */
static YfPassage *
new_passage_after (YfFigure   *self,
                   YfExercise *before)
{
  g_autoptr (YfFigure) figure = yf_figure_new (self->catalogue, before);

  return yf_passage_new (self->catalogue,
                         get_end (figure, figure->sides[1], yf_exercise_get_n_parts (before) - 1),
                         yf_exercise_get_posture (before), yf_exercise_get_posture (self->exercise));
}

static void
widen (YfFigure     *self,
       const YfBody *body)
{
  static const YfPoint directions[] = { { -1, 0, 0 }, { 1, 0, 0 }, { 0, 0, 1 } };
  guint n_blobs;
  const YfBlob *blobs = yf_skeleton_get_blobs (&n_blobs);

  for (guint i = 0; i < n_blobs; i++)
    {
      YfPoint point;

      self->left = MIN (self->left, -yf_skeleton_reach (&body->skeleton, &blobs[i], &directions[0], &point) - MARGIN);
      self->right = MAX (self->right, yf_skeleton_reach (&body->skeleton, &blobs[i], &directions[1], &point) + MARGIN);
      self->top = MAX (self->top, yf_skeleton_reach (&body->skeleton, &blobs[i], &directions[2], &point) + HEADROOM);
    }
}

/* Looks at a way closely enough that nothing moves out of the picture. */
static void
widen_by (YfFigure    *self,
          const YfWay *way)
{
  guint n = 4 * way->stances->len;

  for (guint i = 0; i <= n; i++)
    {
      YfBody body = { 0, };

      yf_way_find (way, i / (double) n, FALSE, &body);
      widen (self, &body);
    }
}

static void
add_key (YfFigure *self,
         YfStance *stance)
{
  if (!g_ptr_array_find (self->keys, stance, NULL))
    g_ptr_array_add (self->keys, stance);
}

static void
find_keys (YfFigure *self)
{
  YfScore *score = self->sides[1];

  for (guint i = 0; score->ready != NULL && i + 1 < score->ready->stances->len; i++)
    add_key (self, g_ptr_array_index (score->ready->stances, i));

  for (guint i = 0; i < score->phases->len; i++)
    {
      const YfWay *way = g_ptr_array_index (score->phases, i);

      if (yf_exercise_get_phase (self->exercise, i)->kind == YF_PHASE_REST)
        continue;
      for (guint j = 0; j < way->stances->len; j++)
        add_key (self, g_ptr_array_index (way->stances, j));
    }

  /* What a repetition is about: where it is held, or where its effort leads. */
  for (guint i = score->phases->len; i-- > 0;)
    {
      YfPhaseKind kind = yf_exercise_get_phase (self->exercise, i)->kind;
      const YfWay *way = g_ptr_array_index (score->phases, i);

      if (kind == YF_PHASE_HOLD || kind == YF_PHASE_RAISE || kind == YF_PHASE_INHALE)
        g_ptr_array_find (self->keys,
                          way->stances->len > 2 ? g_ptr_array_index (way->stances, 1) : yf_way_get_last (way),
                          &self->main_key);
    }
}

/**
 * yf_figure_new:
 * @catalogue: where the poses are
 * @exercise: an exercise
 *
 * Works out the figure of an exercise that begins a session, or is looked at by
 * itself. See yf_figure_new_after().
 *
 * Returns: (transfer full): a figure
 */
YfFigure *
yf_figure_new (YfCatalogue *catalogue,
               YfExercise  *exercise)
{
  return yf_figure_new_after (catalogue, exercise, NULL);
}

/**
 * yf_figure_new_after:
 * @catalogue: where the poses are
 * @exercise: an exercise
 * @before: (nullable): the exercise before it in the routine
 *
 * Works out the figure of an exercise. One that has no poses, which a person has
 * added, is shown by its posture and by when one breathes. Getting ready and rolling over begin where
 * @before ends; without it, in the posture's rest, and on the back.
 *
 * Returns: (transfer full): a figure
 */
YfFigure *
yf_figure_new_after (YfCatalogue *catalogue,
                     YfExercise  *exercise,
                     YfExercise  *before)
{
  YfFigure *self;

  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  self = g_new0 (YfFigure, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->catalogue = yf_catalogue_ref (catalogue);
  self->exercise = yf_exercise_ref (exercise);
  self->keys = g_ptr_array_new ();
  self->movement = yf_catalogue_find_movement (catalogue, yf_exercise_get_id (exercise));
  if (self->movement == NULL)
    {
      self->made_up = yf_made_up_new (catalogue, exercise);
      self->movement = yf_made_up_get_movement (self->made_up);
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    self->sides[i] = yf_score_new (self->movement, i == 0 && self->made_up == NULL);
  find_keys (self);

  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    {
      for (guint j = 0; j < self->sides[i]->phases->len; j++)
        widen_by (self, g_ptr_array_index (self->sides[i]->phases, j));
      if (self->sides[i]->ready != NULL)
        widen_by (self, self->sides[i]->ready);
      if (self->sides[i]->between != NULL)
        widen_by (self, self->sides[i]->between);
    }

  if (before != NULL)
    {
      self->passage = new_passage_after (self, before);
      if (yf_exercise_get_posture (before) != yf_exercise_get_posture (exercise))
        widen_by (self, yf_passage_get_way (self->passage));
    }
  else
    {
      self->passage = yf_passage_new (catalogue, NULL, YF_POSTURE_SUPINE, yf_exercise_get_posture (exercise));
    }

  return self;
}

YfFigure *
yf_figure_ref (YfFigure *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_figure_unref (YfFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->passage, yf_passage_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->sides); i++)
    g_clear_pointer (&self->sides[i], yf_score_free);
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->made_up, yf_made_up_free);
  yf_exercise_unref (self->exercise);
  yf_catalogue_unref (self->catalogue);
  g_free (self);
}

/* Which of the exercise's phases a segment is; the exercise may have been read
 * anew since. */
static guint
find_phase (YfFigure        *self,
            const YfSegment *segment)
{
  guint first;
  guint n;

  yf_exercise_get_rep_phases (self->exercise, MAX (segment->rep, 1), &first, &n);
  for (guint i = first; i < first + n; i++)
    if (yf_exercise_get_phase (self->exercise, i) == segment->phase)
      return i;
  for (guint i = first; i < first + n; i++)
    if ((YfSegmentKind) yf_exercise_get_phase (self->exercise, i)->kind == segment->kind)
      return i;

  return first;
}

/* The way of a phase; where one part follows another, with the way there before it. */
static YfWay *
new_phase_way (YfFigure        *self,
               const YfSegment *segment,
               guint            phase)
{
  YfScore *score = get_score (self, segment->side);
  const YfWay *way = g_ptr_array_index (score->phases, phase);
  YfWay *result = yf_way_new (way->attention);
  guint first;
  guint n;
  guint before;
  double begin = 0;

  result->every = way->every;
  result->free = segment->kind == YF_SEGMENT_REST;
  yf_exercise_get_rep_phases (self->exercise, MAX (segment->rep, 1), &first, &n);
  yf_exercise_get_rep_phases (self->exercise, MAX (segment->rep - 1, 1), &before, &n);
  if (phase == first && before != first)
    {
      guint part = 0;
      guint part_first;

      while (yf_exercise_get_part (self->exercise, part, &part_first, &n), part_first != before)
        part++;
      yf_way_add (result, 0, get_end (self, score, part));
      begin = ARRIVE;
    }

  for (guint i = 0; i < way->stances->len; i++)
    yf_way_add (result, begin + (1 - begin) * g_array_index (way->ats, double, i), g_ptr_array_index (way->stances, i));

  return result;
}

static YfWay *
new_way (YfFigure        *self,
         const YfSegment *segment)
{
  YfScore *score = get_score (self, segment->side);
  guint last_part = yf_exercise_get_n_parts (self->exercise) - 1;
  const YfWay *passage;
  YfWay *way;

  if (segment->phase != NULL && segment->kind <= YF_SEGMENT_REST)
    return new_phase_way (self, segment, find_phase (self, segment));

  way = yf_way_new (YF_ATTENTION_NONE);
  way->free = segment->kind != YF_SEGMENT_CHANGE_SIDES;
  switch (segment->kind)
    {
    case YF_SEGMENT_GET_READY:
      /* Time to hear what is coming, then to do it, and to lie in wait for the start. */
      yf_way_add (way, 0, yf_passage_get_end (self->passage));
      yf_way_add (way, 0.15, yf_passage_get_end (self->passage));
      if (score->ready != NULL)
        for (guint i = 0; i < score->ready->stances->len; i++)
          yf_way_add (way, 0.35 + 0.6 * g_array_index (score->ready->ats, double, i),
                      g_ptr_array_index (score->ready->stances, i));
      else
        yf_way_add (way, 0.7, get_start (score));
      yf_way_add (way, 1, get_start (score));
      break;
    case YF_SEGMENT_CHANGE_SIDES:
      yf_way_add (way, 0, get_end (self, self->sides[0], last_part));
      yf_way_add (way, 0.15, get_end (self, self->sides[0], last_part));
      yf_way_add (way, 0.8, get_start (score));
      yf_way_add (way, 1, get_start (score));
      break;
    case YF_SEGMENT_ROLL_OVER:
      passage = yf_passage_get_way (self->passage);
      for (guint i = 0; i < passage->stances->len; i++)
        yf_way_add (way, g_array_index (passage->ats, double, i), g_ptr_array_index (passage->stances, i));
      break;
    case YF_SEGMENT_REST:
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
    case YF_SEGMENT_HOLD:
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
    default:
      if (score->between != NULL)
        {
          for (guint i = 0; i < score->between->stances->len; i++)
            yf_way_add (way, g_array_index (score->between->ats, double, i), g_ptr_array_index (score->between->stances, i));
        }
      else
        {
          yf_way_add (way, 0, get_end (self, score, last_part));
          yf_way_add (way, 0.3, get_start (score));
          yf_way_add (way, 1, get_start (score));
        }
      break;
    }

  return way;
}

/* Attention grows with the effort, stays with the hold, and fades with the release. */
static double
get_strength (YfFigure        *self,
              const YfSegment *segment,
              double           fraction)
{
  guint first;
  guint n;
  double edge = segment->length > 0 ? MIN ((double) YF_SECOND / (double) segment->length, 0.25) : 0.25;

  switch (segment->kind)
    {
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
      return LITTLE + (1 - LITTLE) * fraction;
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
      return 1 - (1 - LITTLE) * fraction;
    case YF_SEGMENT_HOLD:
      yf_exercise_get_rep_phases (self->exercise, MAX (segment->rep, 1), &first, &n);
      if (find_phase (self, segment) > first)
        return 1;
      return LITTLE + (1 - LITTLE) * MIN (MIN (fraction, 1 - fraction) / edge, 1);
    case YF_SEGMENT_REST:
    case YF_SEGMENT_GET_READY:
    case YF_SEGMENT_CHANGE_SIDES:
    case YF_SEGMENT_ROLL_OVER:
    default:
      return 0;
    }
}

/**
 * yf_figure_find:
 * @self: a figure
 * @segment: a segment of its exercise
 * @fraction: how much of it has passed, 0 to 1
 * @reduced_motion: whether to show the pose that the segment leads to rather than the way
 *   there
 * @body: (out caller-allocates): return location for the person
 *
 * Finds where every part of a person is. What is planted stays planted, and where one segment of a
 * timeline ends the next begins.
 */
void
yf_figure_find (YfFigure        *self,
                const YfSegment *segment,
                double           fraction,
                gboolean         reduced_motion,
                YfBody          *body)
{
  g_autoptr (YfWay) way = NULL;
  double at;

  g_return_if_fail (self != NULL);
  g_return_if_fail (segment != NULL);
  g_return_if_fail (body != NULL);

  way = new_way (self, segment);
  fraction = CLAMP (fraction, 0, 1);
  at = fraction;
  *body = (YfBody) { .place = self->movement->place, .side = segment->side, .left = self->left, .right = self->right, .top = self->top };

  if (way->every > 0 && fraction < 1)
    {
      double rounds = MAX (round ((double) segment->length / (double) way->every), 1);

      at = fmod (fraction * rounds, 1);
    }

  if (!reduced_motion && !self->movement->breathes && segment->length >= 3 * YF_SECOND / 2)
    {
      double breaths = MAX (round ((double) segment->length / (double) BREATH), 1);

      body->skeleton.belly = QUIET * (1 - cos (2 * G_PI * breaths * fraction)) / 2;
    }

  /* Nobody turns over at the wall. */
  if (segment->kind == YF_SEGMENT_ROLL_OVER)
    body->place = YF_SURROUNDING_MAT;

  if (segment->phase != NULL)
    {
      body->attention = way->attention;
      body->strength = get_strength (self, segment, reduced_motion ? 0.5 : fraction);
      body->kind = (YfPhaseKind) MIN (segment->kind, YF_SEGMENT_REST);
    }

  yf_way_find (way, at, reduced_motion, body);
}

/**
 * yf_figure_get_n_keys:
 * @self: a figure
 *
 * Returns: how many key poses there are: at least one
 */
guint
yf_figure_get_n_keys (YfFigure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->keys->len;
}

/**
 * yf_figure_get_main_key:
 * @self: a figure
 *
 * Returns: the key pose by which one knows the exercise, for a list that has room for one
 */
guint
yf_figure_get_main_key (YfFigure *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->main_key;
}

/**
 * yf_figure_get_key:
 * @self: a figure
 * @key: a key pose, from 0
 * @body: (out caller-allocates): return location for the person
 */
void
yf_figure_get_key (YfFigure *self,
                   guint     key,
                   YfBody   *body)
{
  const YfStance *stance;

  g_return_if_fail (self != NULL);
  g_return_if_fail (key < self->keys->len);
  g_return_if_fail (body != NULL);

  stance = g_ptr_array_index (self->keys, key);
  *body = (YfBody) { .place = self->movement->place, .side = YF_SIDE_RIGHT, .left = self->left, .right = self->right, .top = self->top };
  yf_stance_show (stance, body);

  if (key == self->main_key)
    {
      const YfTrack *track = g_ptr_array_index (self->movement->phases, 0);

      body->attention = track->attention;
      body->strength = 1;
      body->kind = YF_PHASE_HOLD;
    }
}
