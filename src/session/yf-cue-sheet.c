/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cue-sheet.h"

struct _YfCueSheet
{
  gatomicrefcount  ref_count;
  YfTimeline      *timeline;
  GArray          *cues;
};

G_DEFINE_BOXED_TYPE (YfCueSheet, yf_cue_sheet, yf_cue_sheet_ref, yf_cue_sheet_unref)

static const char * const cue_ids[] = {
  [YF_CUE_REP] = "rep",
  [YF_CUE_REST] = "rest",
  [YF_CUE_INHALE] = "inhale",
  [YF_CUE_EXHALE] = "exhale",
  [YF_CUE_RAISE] = "raise",
  [YF_CUE_HOLD] = "hold",
  [YF_CUE_LOWER] = "lower",
  [YF_CUE_LAST_REP] = "last-rep",
  [YF_CUE_HALF_WAY] = "half-way",
  [YF_CUE_TIME_LEFT] = "time-left",
  [YF_CUE_GET_READY] = "get-ready",
  [YF_CUE_CHANGE_SIDES] = "change-sides",
  [YF_CUE_ROLL_OVER] = "roll-over",
  [YF_CUE_SET_DONE] = "set-done",
  [YF_CUE_EXERCISE_DONE] = "exercise-done",
  [YF_CUE_FINISHED] = "finished",
  [YF_CUE_HURTS] = "hurts",
};

static const YfCueId segment_cues[] = {
  [YF_SEGMENT_INHALE] = YF_CUE_INHALE,
  [YF_SEGMENT_RAISE] = YF_CUE_RAISE,
  [YF_SEGMENT_HOLD] = YF_CUE_HOLD,
  [YF_SEGMENT_LOWER] = YF_CUE_LOWER,
  [YF_SEGMENT_EXHALE] = YF_CUE_EXHALE,
  [YF_SEGMENT_REST] = YF_CUE_REST,
  [YF_SEGMENT_GET_READY] = YF_CUE_GET_READY,
  [YF_SEGMENT_CHANGE_SIDES] = YF_CUE_CHANGE_SIDES,
  [YF_SEGMENT_ROLL_OVER] = YF_CUE_ROLL_OVER,
};

static void
append (YfCueSheet *self,
        YfCueId     id,
        gint64      position,
        guint       segment)
{
  YfCue cue = { id, position, segment };

  g_array_append_val (self->cues, cue);
}

static gboolean
is_rep_phase (const YfSegment *segment)
{
  return segment->kind < YF_SEGMENT_REST;
}

/* Whether no further repetition of its set comes after that of a segment. The
 * dose does not tell: it may have been changed when the set was under way. */
static gboolean
is_last_of_set (YfCueSheet *self,
                guint       index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);

  for (guint i = index + 1; i < yf_timeline_get_n_segments (self->timeline); i++)
    {
      const YfSegment *next = yf_timeline_get_segment (self->timeline, i);

      if (!is_rep_phase (next))
        continue;
      if (next->item != segment->item || next->side != segment->side || next->set != segment->set)
        return TRUE;
      if (next->rep != segment->rep)
        return FALSE;
    }

  return TRUE;
}

/* What is done when a segment has ended: the repetition, and with the last one
 * the set, the exercise, the session. */
static void
append_done (YfCueSheet *self,
             guint       index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  gint64 end = segment->start + segment->length;
  const YfSegment *next = NULL;

  if (segment->ends_rep)
    {
      append (self, YF_CUE_REP, end, index);
      if (is_last_of_set (self, index))
        append (self, YF_CUE_SET_DONE, end, index);
    }

  if (index + 1 < yf_timeline_get_n_segments (self->timeline))
    next = yf_timeline_get_segment (self->timeline, index + 1);

  if (next == NULL || next->item != segment->item)
    append (self, YF_CUE_EXERCISE_DONE, end, index);
  if (next == NULL)
    append (self, YF_CUE_FINISHED, end, index);
}

/* The last repetition is announced before it begins; where a set has only one,
 * there is nothing to announce. */
static void
append_last_rep (YfCueSheet *self,
                 guint       index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  const YfSegment *before;

  if (index == 0 || segment->rep < 2 || !is_rep_phase (segment) || !is_last_of_set (self, index))
    return;

  before = yf_timeline_get_segment (self->timeline, index - 1);
  if (is_rep_phase (before) && before->rep == segment->rep)
    return;

  append (self, YF_CUE_LAST_REP, segment->start - YF_CUE_LAST_REP_LEAD, index);
}

/* How far a long hold is. Where half is a whole minute, half is said. */
static void
append_time_left (YfCueSheet *self,
                  guint       index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  gint64 half = segment->length / 2;
  gint64 end = segment->start + segment->length;

  if (segment->kind != YF_SEGMENT_HOLD || segment->length < YF_CUE_LONG_HOLD)
    return;

  append (self, YF_CUE_HALF_WAY, segment->start + half, index);
  append (self, YF_CUE_TIME_LEFT, end - YF_CUE_TIME_LEFT_LAST, index);
  append (self, YF_CUE_TIME_LEFT, end - YF_CUE_TIME_LEFT_END, index);

  for (gint64 left = 60 * YF_SECOND; left < segment->length; left += 60 * YF_SECOND)
    {
      if (left != segment->length - half)
        append (self, YF_CUE_TIME_LEFT, end - left, index);
    }
}

/* By time; at one time, what is done before what begins: a cue that belongs to
 * an earlier segment comes first. */
static gint
compare_cues (gconstpointer a,
              gconstpointer b)
{
  const YfCue *one = a;
  const YfCue *other = b;

  if (one->position != other->position)
    return one->position < other->position ? -1 : 1;

  return one->segment < other->segment ? -1 : one->segment > other->segment;
}

/**
 * yf_cue_sheet_new:
 * @timeline: what happens
 *
 * Derives what is to be heard from what happens.
 *
 * Returns: (transfer full): a new cue sheet
 */
YfCueSheet *
yf_cue_sheet_new (YfTimeline *timeline)
{
  YfCueSheet *self;

  g_return_val_if_fail (timeline != NULL, NULL);

  self = g_new0 (YfCueSheet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->timeline = yf_timeline_ref (timeline);
  self->cues = g_array_new (FALSE, FALSE, sizeof (YfCue));

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);

      append_last_rep (self, i);
      append (self, segment_cues[segment->kind], segment->start, i);
      append_time_left (self, i);
      append_done (self, i);
    }

  g_array_sort (self->cues, compare_cues);

  return self;
}

YfCueSheet *
yf_cue_sheet_ref (YfCueSheet *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_cue_sheet_unref (YfCueSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->cues);
  yf_timeline_unref (self->timeline);
  g_free (self);
}

YfTimeline *
yf_cue_sheet_get_timeline (YfCueSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->timeline;
}

guint
yf_cue_sheet_get_n_cues (YfCueSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->cues->len;
}

/**
 * yf_cue_sheet_get_cue:
 * @self: a cue sheet
 * @index: from 0
 *
 * Returns: (transfer none): the cue
 */
const YfCue *
yf_cue_sheet_get_cue (YfCueSheet *self,
                      guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->cues->len, NULL);

  return &g_array_index (self->cues, YfCue, index);
}

static gboolean
outranks (YfCueSheet  *self,
          guint        index,
          const YfCue *cue)
{
  const YfCue *other = yf_cue_sheet_get_cue (self, index);

  return other->position == cue->position && other->id > cue->id;
}

/**
 * yf_cue_sheet_is_audible:
 * @self: a cue sheet
 * @index: a cue, from 0
 * @from: the first cue that is going to be played: those before it are past,
 *   or were left out
 *
 * Of several cues at one instant only the most important sounds, besides the
 * tick of a counted repetition.
 *
 * Returns: whether the cue sounds
 */
gboolean
yf_cue_sheet_is_audible (YfCueSheet *self,
                         guint       index,
                         guint       from)
{
  const YfCue *cue;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index >= from && index < self->cues->len, FALSE);

  cue = yf_cue_sheet_get_cue (self, index);
  if (cue->id == YF_CUE_REP)
    return TRUE;

  for (guint i = index; i > from; i--)
    {
      if (outranks (self, i - 1, cue))
        return FALSE;
      if (yf_cue_sheet_get_cue (self, i - 1)->position != cue->position)
        break;
    }

  for (guint i = index + 1; i < self->cues->len; i++)
    {
      if (outranks (self, i, cue))
        return FALSE;
      if (yf_cue_sheet_get_cue (self, i)->position != cue->position)
        break;
    }

  return TRUE;
}

/**
 * yf_cue_id_get_id:
 * @id: a cue
 *
 * Returns: (transfer none): its name in the cue log, such as "last-rep"
 */
const char *
yf_cue_id_get_id (YfCueId id)
{
  g_return_val_if_fail (id < G_N_ELEMENTS (cue_ids), NULL);

  return cue_ids[id];
}
