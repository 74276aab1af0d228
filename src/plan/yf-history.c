/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-history.h"

G_DEFINE_BOXED_TYPE (YfHistory, yf_history, yf_history_ref, yf_history_unref)

/**
 * yf_history_new:
 *
 * Returns: (transfer full): a history of nothing
 */
YfHistory *
yf_history_new (void)
{
  YfHistory *self = g_atomic_rc_box_new0 (YfHistory);

  self->sessions = g_array_new (FALSE, FALSE, sizeof (YfHistorySession));
  self->exercises = g_array_new (FALSE, FALSE, sizeof (YfHistoryExercise));
  self->check_ins = g_array_new (FALSE, FALSE, sizeof (YfHistoryCheckIn));
  self->flares = g_array_new (FALSE, FALSE, sizeof (YfHistoryMark));
  self->activities = g_array_new (FALSE, FALSE, sizeof (YfHistoryMark));
  self->rests = g_array_new (FALSE, FALSE, sizeof (YfHistoryMark));
  self->reviews = g_array_new (FALSE, FALSE, sizeof (YfHistoryReview));
  self->schedules = g_array_new (FALSE, FALSE, sizeof (YfHistorySchedule));
  self->strings = g_string_chunk_new (1024);

  return self;
}

static void
history_clear (gpointer data)
{
  YfHistory *self = data;

  g_array_unref (self->sessions);
  g_array_unref (self->exercises);
  g_array_unref (self->check_ins);
  g_array_unref (self->flares);
  g_array_unref (self->activities);
  g_array_unref (self->rests);
  g_array_unref (self->reviews);
  g_array_unref (self->schedules);
  g_string_chunk_free (self->strings);
}

YfHistory *
yf_history_ref (YfHistory *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yf_history_unref (YfHistory *self)
{
  g_atomic_rc_box_release_full (self, history_clear);
}

static const char *
keep (YfHistory  *self,
      const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->strings, text) : "";
}

/**
 * yf_history_add_session:
 * @self: a history that is not shared yet
 * @session: a session; copied
 *
 * Returns: its index, for yf_history_add_exercise()
 */
guint
yf_history_add_session (YfHistory              *self,
                        const YfHistorySession *session)
{
  YfHistorySession copy = *session;

  g_return_val_if_fail (yf_day_is_known (session->day), 0);

  copy.entry = keep (self, session->entry);
  g_array_append_val (self->sessions, copy);

  return self->sessions->len - 1;
}

/**
 * yf_history_add_exercise:
 * @self: a history that is not shared yet
 * @exercise: an exercise of a session that was added before; copied
 */
void
yf_history_add_exercise (YfHistory               *self,
                         const YfHistoryExercise *exercise)
{
  YfHistoryExercise copy = *exercise;

  g_return_if_fail (exercise->session < self->sessions->len);

  copy.exercise = keep (self, exercise->exercise);
  g_array_append_val (self->exercises, copy);
}

/**
 * yf_history_add_check_in:
 * @self: a history that is not shared yet
 * @check_in: a check-in that led to no session; copied
 */
void
yf_history_add_check_in (YfHistory              *self,
                         const YfHistoryCheckIn *check_in)
{
  YfHistoryCheckIn copy = *check_in;

  copy.entry = keep (self, check_in->entry);
  g_array_append_val (self->check_ins, copy);
}

/**
 * yf_history_add_flare:
 * @self: a history that is not shared yet
 * @flare: a day the person calls a flare; copied
 */
void
yf_history_add_flare (YfHistory           *self,
                      const YfHistoryMark *flare)
{
  YfHistoryMark copy = *flare;

  copy.entry = keep (self, flare->entry);
  g_array_append_val (self->flares, copy);
}

/**
 * yf_history_add_activity:
 * @self: a history that is not shared yet
 * @activity: what was done instead of a session; copied
 */
void
yf_history_add_activity (YfHistory           *self,
                         const YfHistoryMark *activity)
{
  YfHistoryMark copy = *activity;

  copy.entry = keep (self, activity->entry);
  g_array_append_val (self->activities, copy);
}

/**
 * yf_history_add_rest:
 * @self: a history that is not shared yet
 * @rest: what was answered on a day of which a clinician's programme wants, at such a
 *   pain, that nothing is trained; copied
 *
 * Such a day counts as kept, not missed, like one with a flare (clinical.md, section 6).
 * It is no flare: that is a pain of 7 or 3 above the usual, and a clinician may want
 * rest long before. So it moves no stage and lowers no dose.
 */
void
yf_history_add_rest (YfHistory           *self,
                     const YfHistoryMark *rest)
{
  YfHistoryMark copy = *rest;

  copy.entry = keep (self, rest->entry);
  g_array_append_val (self->rests, copy);
}

/**
 * yf_history_add_review:
 * @self: a history that is not shared yet
 * @review: a look at a suspended exercise; copied
 */
void
yf_history_add_review (YfHistory             *self,
                       const YfHistoryReview *review)
{
  YfHistoryReview copy = *review;

  copy.entry = keep (self, review->entry);
  copy.exercise = keep (self, review->exercise);
  g_array_append_val (self->reviews, copy);
}

/**
 * yf_history_add_schedule:
 * @self: a history that is not shared yet
 * @schedule: how often the person means to train; copied
 */
void
yf_history_add_schedule (YfHistory               *self,
                         const YfHistorySchedule *schedule)
{
  g_return_if_fail (schedule->days_a_week >= 1 && schedule->days_a_week <= 7);

  g_array_append_val (self->schedules, *schedule);
}

/**
 * yf_history_get_session:
 * @self: a history
 * @index: which session
 *
 * Returns: (transfer none): the session
 */
const YfHistorySession *
yf_history_get_session (YfHistory *self,
                        guint      index)
{
  g_return_val_if_fail (index < self->sessions->len, NULL);

  return &g_array_index (self->sessions, YfHistorySession, index);
}

/**
 * yf_history_find_schedule:
 * @self: a history
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the schedule that holds on @day: the one
 *   that begins last, and of those of one day the one that was added last
 */
const YfHistorySchedule *
yf_history_find_schedule (YfHistory *self,
                          YfDay      day)
{
  const YfHistorySchedule *found = NULL;

  for (guint i = 0; i < self->schedules->len; i++)
    {
      const YfHistorySchedule *schedule = &g_array_index (self->schedules, YfHistorySchedule, i);

      if (schedule->from <= day && (found == NULL || schedule->from >= found->from))
        found = schedule;
    }

  return found;
}

/**
 * yf_history_has_trained:
 * @self: a history
 * @day: a day
 *
 * Returns: whether a repetition of anything was counted on @day
 */
gboolean
yf_history_has_trained (YfHistory *self,
                        YfDay      day)
{
  for (guint i = 0; i < self->exercises->len; i++)
    {
      const YfHistoryExercise *exercise = &g_array_index (self->exercises, YfHistoryExercise, i);

      if (exercise->reps > 0 && yf_history_get_session (self, exercise->session)->day == day)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_mark (GArray *marks,
          YfDay   day)
{
  for (guint i = 0; i < marks->len; i++)
    if (g_array_index (marks, YfHistoryMark, i).day == day)
      return TRUE;

  return FALSE;
}

/**
 * yf_history_is_kept:
 * @self: a history
 * @day: a day
 *
 * Returns: whether @day counts as kept whatever pain was like: something was
 *   trained, or done instead of training, or the person declared a flare, or a
 *   clinician wanted rest. A flare that the pain scores tell of is kept too;
 *   yf_history_find_flares() has those
 */
gboolean
yf_history_is_kept (YfHistory *self,
                    YfDay      day)
{
  return yf_history_has_trained (self, day) ||
         has_mark (self->activities, day) ||
         has_mark (self->rests, day) ||
         has_mark (self->flares, day);
}
