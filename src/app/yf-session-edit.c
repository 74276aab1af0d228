/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-session-edit.h"

/*
 * What a correction makes of the record of a session, and how one is made of
 * a session that was not counted while it was done. The original is never
 * touched.
 */

/**
 * yf_session_edit_begin:
 * @original: a session from the log
 *
 * Returns: (transfer full): the same with an id of its own, to be changed
 */
YfSessionRecord *
yf_session_edit_begin (YfSessionRecord *original)
{
  g_autofree char *id = g_uuid_string_random ();
  YfSessionRecord *self = yf_session_record_new (id, original->started, original->utc_offset);

  self->ended = original->ended;
  self->state = original->state;
  self->origin = original->origin;
  self->check_in = original->check_in ? yf_check_in_copy (original->check_in) : NULL;
  self->check_in_at = original->check_in_at;
  self->after = original->after ? yf_after_copy (original->after) : NULL;
  self->morning = original->morning;
  self->morning_at = original->morning_at;

  for (guint i = 0; i < original->exercises->len; i++)
    {
      const YfExerciseRecord *from = g_ptr_array_index (original->exercises, i);
      YfExerciseRecord *to;

      yf_session_record_add_exercise (self, from->exercise, &from->planned, from->state);
      to = g_ptr_array_index (self->exercises, i);
      for (guint j = 0; j < from->reps->len; j++)
        g_ptr_array_add (to->reps, yf_repetition_copy (g_ptr_array_index (from->reps, j)));
    }
  for (guint i = 0; i < original->stops->len; i++)
    g_ptr_array_add (self->stops, yf_stop_copy (g_ptr_array_index (original->stops, i)));
  yf_session_record_copy_course (self, original);

  return self;
}

/**
 * yf_session_edit_move:
 * @started: when it really began, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force then
 *
 * Moves a session, with everything that happened in it.
 */
void
yf_session_edit_move (YfSessionRecord *self,
                      gint64           started,
                      gint32           utc_offset)
{
  gint64 by = started - self->started;

  self->started = started;
  self->utc_offset = utc_offset;
  if (self->ended != 0)
    self->ended += by;
  if (self->check_in)
    self->check_in_at += by;
  for (guint i = 0; i < self->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (self->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        {
          YfRepetition *rep = g_ptr_array_index (exercise->reps, j);

          rep->started += by;
          rep->ended += by;
        }
    }
  for (guint i = 0; i < self->stops->len; i++)
    ((YfStop *) g_ptr_array_index (self->stops, i))->at += by;
  yf_session_record_move_course (self, by);
}

static gboolean
is_of (const YfRepetition *rep,
       YfSide              side,
       int                 set)
{
  return rep->side == side && rep->set == set;
}

static void
add_set (GArray                 *sets,
         guint                   item,
         const YfExerciseRecord *exercise,
         YfSide                  side,
         int                     set)
{
  YfDoneSet done = { .item = item, .side = side, .set = set, .planned = exercise->planned.reps };

  for (guint i = 0; i < exercise->reps->len; i++)
    {
      const YfRepetition *rep = g_ptr_array_index (exercise->reps, i);

      if (!is_of (rep, side, set))
        continue;
      done.hold = done.done == 0 ? rep->hold : MIN (done.hold, rep->hold);
      done.most = MAX (done.most, rep->hold);
      done.done++;
    }
  g_array_append_val (sets, done);
}

/**
 * yf_session_edit_dup_sets:
 * @catalogue: what the ids in it mean
 *
 * Returns: (transfer full) (element-type YfDoneSet): every set that was
 *   planned, in order
 */
GArray *
yf_session_edit_dup_sets (YfSessionRecord *self,
                          YfCatalogue     *catalogue)
{
  GArray *sets = g_array_new (FALSE, FALSE, sizeof (YfDoneSet));

  for (guint item = 0; item < self->exercises->len; item++)
    {
      const YfExerciseRecord *record = g_ptr_array_index (self->exercises, item);
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, record->exercise);
      gboolean two_sided = exercise && yf_exercise_get_two_sided (exercise);

      for (guint i = 0; i < record->reps->len; i++)
        two_sided |= ((YfRepetition *) g_ptr_array_index (record->reps, i))->side != YF_SIDE_NONE;

      for (int set = 1; set <= record->planned.sets; set++)
        add_set (sets, item, record, two_sided ? YF_SIDE_LEFT : YF_SIDE_NONE, set);
      for (int set = 1; two_sided && set <= record->planned.sets; set++)
        add_set (sets, item, record, YF_SIDE_RIGHT, set);
    }

  return sets;
}

/* How an exercise, and with it the session, ended, by what was done of it. */
static void
settle (YfSessionRecord  *self,
        YfExerciseRecord *changed,
        gboolean          two_sided)
{
  const int planned = changed->planned.sets * changed->planned.reps * (two_sided ? 2 : 1);
  gboolean complete = self->stops->len == 0;

  changed->state = (int) changed->reps->len >= planned ? YF_RECORD_COMPLETED : YF_RECORD_STOPPED;
  for (guint i = 0; i < self->exercises->len; i++)
    complete &= ((YfExerciseRecord *) g_ptr_array_index (self->exercises, i))->state == YF_RECORD_COMPLETED;
  self->state = complete ? YF_RECORD_COMPLETED : YF_RECORD_STOPPED;
}

/**
 * yf_session_edit_set_done:
 * @done: what was really done of a set: how many, and, if @hold_too, how long
 *   each was held
 * @hold_too: whether the holds are to be changed
 *
 * Takes away the last repetitions of a set, or adds some. Of those nobody
 * knows the time: they have that at which the one before them ended.
 */
void
yf_session_edit_set_done (YfSessionRecord *self,
                          const YfDoneSet *done,
                          gboolean         hold_too)
{
  YfExerciseRecord *exercise = g_ptr_array_index (self->exercises, done->item);
  YfCounting counted_by = YF_COUNTING_TAP;
  gint64 at = self->started;
  gint64 hold = hold_too ? done->hold : exercise->planned.hold;
  guint place = 0;
  int n = 0;

  g_return_if_fail (done->done >= 0);

  for (guint i = 0; i < exercise->reps->len; i++)
    {
      YfRepetition *rep = g_ptr_array_index (exercise->reps, i);

      if (is_of (rep, done->side, done->set))
        {
          if (++n > done->done)
            {
              g_ptr_array_remove_index (exercise->reps, i--);
              continue;
            }
          if (hold_too)
            rep->hold = done->hold;
          else
            hold = rep->hold;
          counted_by = rep->counted_by;
        }
      /* Sets are done in order, and the left side before the right. */
      if (rep->side < done->side || (rep->side == done->side && rep->set <= done->set))
        {
          place = i + 1;
          at = rep->ended;
        }
    }

  for (n = MIN (n, done->done); n < done->done; n++)
    {
      YfRepetition rep = {
        .item = done->item, .side = done->side, .set = done->set, .rep = n + 1,
        .started = at, .ended = at, .hold = hold, .counted_by = counted_by,
      };

      g_ptr_array_insert (exercise->reps, (gint) place++, yf_repetition_copy (&rep));
    }
  settle (self, exercise, done->side != YF_SIDE_NONE);
}

/**
 * yf_session_edit_set_pain:
 * @pain_back: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @pain_leg: likewise
 *
 * Changes what was answered before the session; the rest of it stays.
 */
void
yf_session_edit_set_pain (YfSessionRecord *self,
                          int              pain_back,
                          int              pain_leg)
{
  if (self->check_in == NULL)
    {
      if (pain_back == YF_PAIN_UNANSWERED && pain_leg == YF_PAIN_UNANSWERED)
        return;
      self->check_in = yf_check_in_new ();
      self->check_in_at = self->started;
    }
  yf_check_in_set_pain_back (self->check_in, pain_back);
  yf_check_in_set_pain_leg (self->check_in, pain_leg);
}

static void
add_reps (YfSessionRecord  *self,
          guint             item,
          YfExerciseRecord *record,
          YfSide            side)
{
  for (int set = 1; set <= record->planned.sets; set++)
    for (int rep = 1; rep <= record->planned.reps; rep++)
      {
        const YfRepetition repetition = {
          .item = item, .side = side, .set = set, .rep = rep,
          .started = self->started, .ended = self->started,
          .hold = record->planned.hold, .counted_by = YF_COUNTING_TAP,
        };

        g_ptr_array_add (record->reps, yf_repetition_copy (&repetition));
      }
}

/**
 * yf_session_edit_enter:
 * @exercises: (element-type YfExercise): what was done
 * @doses: (element-type YfDose): how much of each
 * @started: when it began, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force then
 * @length: how long it took, in microseconds
 *
 * Returns: (transfer full): a session that was typed in afterwards
 */
YfSessionRecord *
yf_session_edit_enter (GPtrArray *exercises,
                       GArray    *doses,
                       gint64     started,
                       gint32     utc_offset,
                       gint64     length)
{
  g_autofree char *id = g_uuid_string_random ();
  YfSessionRecord *self = yf_session_record_new (id, started, utc_offset);

  self->ended = started + length;
  self->state = YF_RECORD_COMPLETED;
  self->origin = YF_ORIGIN_ENTERED;
  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      YfExerciseRecord *record;

      yf_session_record_add_exercise (self, yf_exercise_get_id (exercise), &g_array_index (doses, YfDose, i),
                                      YF_RECORD_COMPLETED);
      record = g_ptr_array_index (self->exercises, i);
      if (yf_exercise_get_two_sided (exercise))
        {
          add_reps (self, i, record, YF_SIDE_LEFT);
          add_reps (self, i, record, YF_SIDE_RIGHT);
        }
      else
        {
          add_reps (self, i, record, YF_SIDE_NONE);
        }
    }

  return self;
}
