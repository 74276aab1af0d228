/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-history-from-log.h"

#include "yf-followed.h"

/* The table at the top of yf-history.h says which field of the log fills which. */

static YfDose
get_done (const YfSessionRecord  *session,
          const YfExerciseRecord *exercise,
          guint                   item)
{
  YfDose done = exercise->planned;

  for (guint i = 0; i < session->adjustments->len; i++)
    {
      const YfAdjustment *adjustment = g_ptr_array_index (session->adjustments, i);

      if (adjustment->item == item)
        done = adjustment->dose;
    }

  return done;
}

static int
count_stops (const YfSessionRecord *session,
             guint                  item)
{
  int n = 0;

  for (guint i = 0; i < session->stops->len; i++)
    n += ((const YfStop *) g_ptr_array_index (session->stops, i))->item == item;

  return n;
}

/* One that was never ended, in a session that was, says nothing of the person. */
static YfDoneState
get_state (const YfExerciseRecord *exercise)
{
  switch (exercise->state)
    {
    case YF_RECORD_COMPLETED:
      return YF_DONE_COMPLETED;
    case YF_RECORD_STOPPED:
      return YF_DONE_STOPPED;
    case YF_RECORD_RUNNING:
    case YF_RECORD_CUT:
    default:
      return YF_DONE_CUT;
    }
}

static YfNextMorning
get_morning (const YfSessionRecord *session)
{
  if (session->morning_at == 0)
    return YF_NEXT_MORNING_UNANSWERED;

  switch (session->morning)
    {
    case YF_MORNING_BETTER:
      return YF_NEXT_MORNING_BETTER;
    case YF_MORNING_SAME:
      return YF_NEXT_MORNING_SAME;
    case YF_MORNING_WORSE:
      return YF_NEXT_MORNING_WORSE;
    case YF_MORNING_UNANSWERED:
    default:
      return YF_NEXT_MORNING_UNANSWERED;
    }
}

static void
add_session (YfHistory             *self,
             const YfSessionRecord *record)
{
  const YfCheckIn *before = record->check_in;
  const YfAfter *after = record->after;
  YfHistorySession session = {
    .entry = record->id,
    .day = yf_day_from_moment (record->started, record->utc_offset),
    .before_back = before != NULL ? yf_check_in_get_pain_back (before) : YF_PAIN_UNANSWERED,
    .before_leg = before != NULL ? yf_check_in_get_pain_leg (before) : YF_PAIN_UNANSWERED,
    .after_back = after != NULL ? after->pain_back : YF_PAIN_UNANSWERED,
    .after_leg = after != NULL ? after->pain_leg : YF_PAIN_UNANSWERED,
    .effort = after != NULL ? after->effort : YF_EFFORT_UNANSWERED,
    .morning = get_morning (record),
    .morning_day = YF_DAY_NONE,
  };
  guint index;

  if (session.morning != YF_NEXT_MORNING_UNANSWERED)
    session.morning_day = yf_day_from_moment (record->morning_at, record->utc_offset);

  index = yf_history_add_session (self, &session);
  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);
      const YfHistoryExercise part = {
        .session = index,
        .exercise = exercise->exercise,
        .done = get_done (record, exercise, i),
        .reps = (int) exercise->reps->len,
        .state = get_state (exercise),
        .stops = count_stops (record, i),
      };

      yf_history_add_exercise (self, &part);
    }
}

static void
add_days (YfHistory *self,
          YfLog     *log)
{
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      const YfHistoryCheckIn check_in = {
        record->id, yf_day_from_moment (record->at, record->utc_offset),
        yf_check_in_get_pain_back (record->check_in), yf_check_in_get_pain_leg (record->check_in),
      };

      yf_history_add_check_in (self, &check_in);
    }

  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *record = g_ptr_array_index (log->flares, i);
      const YfHistoryMark flare = { record->id, yf_day_from_moment (record->at, record->utc_offset) };

      yf_history_add_flare (self, &flare);
    }

  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (log->activities, i);
      const YfHistoryMark activity = { record->id, yf_day_from_moment (record->at, record->utc_offset) };

      yf_history_add_activity (self, &activity);
    }

  for (guint i = 0; i < log->reviews->len; i++)
    {
      const YfReviewRecord *record = g_ptr_array_index (log->reviews, i);
      const YfHistoryReview review = {
        record->id, yf_day_from_moment (record->at, record->utc_offset), record->exercise,
      };

      yf_history_add_review (self, &review);
    }
}

/* Where a programme wanted rest at what was answered, the day stays one of rest when it
 * is past, and whatever is answered later on it. */
static void
add_rest (YfHistory       *self,
          GPtrArray       *followed,
          const char      *entry,
          const YfCheckIn *check_in,
          YfDay            day)
{
  const YfFollowed *programme = yf_followed_find (followed, day);
  const YfHistoryMark rest = { entry, day };

  if (programme != NULL && yf_programme_wants_rest (programme->programme, check_in, day))
    yf_history_add_rest (self, &rest);
}

static void
add_rests (YfHistory *self,
           YfLog     *log,
           GPtrArray *followed)
{
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      add_rest (self, followed, record->id, record->check_in, yf_day_from_moment (record->at, record->utc_offset));
    }

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);

      if (record->check_in != NULL)
        add_rest (self, followed, record->id, record->check_in,
                  yf_day_from_moment (record->started, record->utc_offset));
    }
}

/* What the person meant to do on @day, whatever a programme says. */
static int
get_own_days (YfLog *log,
              YfDay  day)
{
  int days = YF_HISTORY_DEFAULT_DAYS;

  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *record = g_ptr_array_index (log->schedules, i);

      if (yf_day_from_moment (record->at, record->utc_offset) <= day)
        days = record->days_a_week;
    }

  return days;
}

static void
add_schedule (YfHistory *self,
              YfLog     *log,
              GPtrArray *followed,
              YfDay      day)
{
  const YfFollowed *programme = yf_followed_find (followed, day);
  const YfProgrammeSchedule *asked = programme != NULL ? yf_programme_get_schedule (programme->programme) : NULL;
  YfHistorySchedule schedule = { .from = day };

  /* A clinician's word goes before the person's, as long as it holds. */
  if (asked != NULL && asked->days_a_week > 0)
    {
      schedule.days_a_week = asked->days_a_week;
      schedule.weekdays = asked->weekdays;
    }
  else
    {
      schedule.days_a_week = get_own_days (log, day);
    }

  yf_history_add_schedule (self, &schedule);
}

static void
add_schedules (YfHistory *self,
               YfLog     *log,
               GPtrArray *followed)
{
  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *record = g_ptr_array_index (log->schedules, i);

      add_schedule (self, log, followed, yf_day_from_moment (record->at, record->utc_offset));
    }

  for (guint i = 0; i < followed->len; i++)
    {
      const YfFollowed *programme = g_ptr_array_index (followed, i);

      add_schedule (self, log, followed, programme->from);
      if (yf_day_is_known (programme->until))
        add_schedule (self, log, followed, programme->until + 1);
    }
}

/**
 * yf_history_new_from_followed:
 * @log: the whole log
 * @followed: (element-type YfFollowed): the programmes that were followed
 *
 * As yf_history_new_from_log(), for who knows the programmes already.
 *
 * Returns: (transfer full): what the plan must know of the past
 */
YfHistory *
yf_history_new_from_followed (YfLog     *log,
                              GPtrArray *followed)
{
  YfHistory *self;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (followed != NULL, NULL);

  self = yf_history_new ();
  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);

      if (record->state != YF_RECORD_RUNNING)
        add_session (self, record);
    }
  add_days (self, log);
  add_rests (self, log, followed);
  add_schedules (self, log, followed);

  return self;
}

/**
 * yf_history_new_from_log:
 * @log: the whole log: what the plan decides today rests on all of it
 * @catalogue: what can be done, to read the schedules of programmes with
 *
 * Makes of a log what the plan must know of the past, as the head of yf-history.h
 * says. A day is the day it was where the person was. A session that runs is
 * left out: nobody knows yet what it will have been.
 *
 * Returns: (transfer full): what the plan must know of the past
 */
YfHistory *
yf_history_new_from_log (YfLog       *log,
                         YfCatalogue *catalogue)
{
  g_autoptr (GPtrArray) followed = NULL;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  followed = yf_followed_list (log, catalogue, G_MAXINT64);

  return yf_history_new_from_followed (log, followed);
}
