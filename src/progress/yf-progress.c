/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* The value itself: which days it is of, who holds what, and who may look. */

G_DEFINE_BOXED_TYPE (YfProgress, yf_progress, yf_progress_ref, yf_progress_unref)

gboolean
yf_progress_has_day (YfProgress *self,
                     YfDay       day)
{
  return yf_day_is_known (self->from) && day >= self->from && day <= self->to;
}

/* The day of a session, and of all that was said and done in it: a session
 * that runs past midnight is one of the evening. */
YfDay
yf_progress_get_session_day (const YfSessionRecord *record)
{
  return yf_day_from_moment (record->started, record->utc_offset);
}

/* Whole seconds, as a clock beside the mat would have counted them: without
 * breaks, and rounded down session by session, so that sums of weeks are the sum
 * of all. */
gint64
yf_progress_get_seconds (const YfSessionRecord *record)
{
  return yf_session_record_get_length (record) / G_USEC_PER_SEC;
}

static void
consider (YfDay *began,
          gint64 at,
          gint32 utc_offset)
{
  YfDay day = yf_day_from_moment (at, utc_offset);

  if (*began == YF_DAY_NONE || day < *began)
    *began = day;
}

/* A log that holds a few days only still holds every consent, schedule,
 * exercise of one's own, followed activity and chosen programme: they tell a
 * person who did nothing from one who had not begun. */
static YfDay
find_began (YfLog *log)
{
  YfDay began = YF_DAY_NONE;

  yf_log_get_extent (log, &began, NULL);

  for (guint i = 0; i < log->consents->len; i++)
    {
      const YfConsentRecord *consent = g_ptr_array_index (log->consents, i);

      consider (&began, consent->at, consent->utc_offset);
    }
  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *schedule = g_ptr_array_index (log->schedules, i);

      consider (&began, schedule->at, schedule->utc_offset);
    }
  for (guint i = 0; i < log->own_exercises->len; i++)
    {
      const YfOwnExerciseRecord *own = g_ptr_array_index (log->own_exercises, i);

      consider (&began, own->created, own->utc_offset);
    }
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *activity = g_ptr_array_index (log->functions, i);

      consider (&began, activity->at, activity->utc_offset);
    }
  for (guint i = 0; i < log->programme_choices->len; i++)
    {
      const YfProgrammeChoice *choice = g_ptr_array_index (log->programme_choices, i);

      consider (&began, choice->at, choice->utc_offset);
    }
  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *flare = g_ptr_array_index (log->flares, i);

      consider (&began, flare->at, flare->utc_offset);
    }

  return began;
}

static void
set_days (YfProgress *self,
          YfDay       from,
          YfDay       to)
{
  YfDay first;
  YfDay last;

  yf_log_get_extent (self->log, &first, &last);

  self->from = from != YF_DAY_NONE ? from : first;
  self->to = to != YF_DAY_NONE ? to : last;

  /* One end given, and everything in the log beyond it: that one day. */
  if (self->from == YF_DAY_NONE)
    self->from = self->to;
  if (self->to == YF_DAY_NONE)
    self->to = self->from;
  if (from == YF_DAY_NONE)
    self->from = MIN (self->from, self->to);
  if (to == YF_DAY_NONE)
    self->to = MAX (self->from, self->to);

  self->began = find_began (self->log);
}

static void
take_sessions (YfProgress *self)
{
  for (guint i = 0; i < self->log->sessions->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (self->log->sessions, i);

      if (record->state != YF_RECORD_RUNNING &&
          yf_progress_has_day (self, yf_progress_get_session_day (record)))
        g_ptr_array_add (self->sessions, record);
    }
}

static void
progress_clear (gpointer data)
{
  YfProgress *self = data;

  g_ptr_array_unref (self->sessions);
  yf_history_unref (self->history);
  g_array_unref (self->pains);
  g_array_unref (self->flares);
  g_array_unref (self->shown_flares);
  g_array_unref (self->stops);
  g_array_unref (self->weeks);
  g_array_unref (self->exercises);
  g_array_unref (self->doses);
  g_array_unref (self->provocations);
  g_array_unref (self->raised);
  g_array_unref (self->functions);
  g_ptr_array_unref (self->shown_changes);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->programmes);
  g_ptr_array_unref (self->findings);
  yf_log_unref (self->log);
  yf_catalogue_unref (self->catalogue);
}

/**
 * yf_progress_new:
 * @log: a log, which may hold more days than are asked for: what lies before
 *   @from tells what was usual then, and what was planned
 * @catalogue: the exercises and red flags, a person's own exercises among them
 * @from: the first day, or %YF_DAY_NONE for that of the first entry
 * @to: the last day, or %YF_DAY_NONE for that of the last entry; not before
 *   @from
 *
 * Works out what the log says of these days. Sessions that are still under way
 * are left out of everything, and so are entries that no longer count. An
 * entry belongs to the day it began on where the person was.
 *
 * Returns: (transfer full): the progress, in the language in force now
 */
YfProgress *
yf_progress_new (YfLog       *log,
                 YfCatalogue *catalogue,
                 YfDay        from,
                 YfDay        to)
{
  YfProgress *self;

  g_return_val_if_fail (log != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (from == YF_DAY_NONE || yf_day_is_known (from), NULL);
  g_return_val_if_fail (to == YF_DAY_NONE || yf_day_is_known (to), NULL);
  g_return_val_if_fail (from == YF_DAY_NONE || to == YF_DAY_NONE || from <= to, NULL);

  self = g_atomic_rc_box_new0 (YfProgress);
  self->log = yf_log_ref (log);
  self->catalogue = yf_catalogue_ref (catalogue);
  self->sessions = g_ptr_array_new ();
  self->pains = g_array_new (FALSE, TRUE, sizeof (YfPainPoint));
  self->stops = g_array_new (FALSE, TRUE, sizeof (YfStopPoint));
  self->weeks = g_array_new (FALSE, TRUE, sizeof (YfWeek));
  self->exercises = g_array_new (FALSE, TRUE, sizeof (YfExerciseTotal));
  self->doses = g_array_new (FALSE, TRUE, sizeof (YfDosePoint));
  self->provocations = g_array_new (FALSE, TRUE, sizeof (YfProvocation));
  self->raised = g_array_new (FALSE, TRUE, sizeof (YfRaised));
  self->functions = g_array_new (FALSE, TRUE, sizeof (YfFunctionPoint));
  self->history = yf_history_new ();
  self->flares = g_array_new (FALSE, TRUE, sizeof (YfFlareDay));
  self->shown_flares = g_array_new (FALSE, TRUE, sizeof (YfFlareDay));
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_plan_change_free);
  self->shown_changes = g_ptr_array_new ();
  self->programmes = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_programme_period_free);
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_finding_free);

  set_days (self, from, to);
  take_sessions (self);

  yf_progress_fill_history (self);
  yf_progress_fill_totals (self);
  yf_progress_fill_pains (self);
  yf_progress_fill_stops (self);
  yf_progress_fill_programmes (self);
  yf_progress_fill_weeks (self);
  yf_progress_fill_exercises (self);
  yf_progress_fill_doses (self);
  yf_progress_fill_provocations (self);
  yf_progress_fill_raised (self);
  yf_progress_fill_functions (self);
  yf_progress_fill_mornings (self);
  yf_progress_fill_changes (self);
  yf_progress_fill_reminders (self);
  yf_progress_fill_breaks (self);
  yf_progress_fill_findings (self);

  return self;
}

YfProgress *
yf_progress_ref (YfProgress *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
yf_progress_unref (YfProgress *self)
{
  g_atomic_rc_box_release_full (self, progress_clear);
}

/**
 * yf_progress_get_log:
 * @self: a progress
 *
 * Returns: (transfer none): the log it was made from, which may hold more days
 */
YfLog *
yf_progress_get_log (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->log;
}

YfCatalogue *
yf_progress_get_catalogue (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->catalogue;
}

/**
 * yf_progress_get_from:
 * @self: a progress
 *
 * Returns: its first day; %YF_DAY_NONE if none was given and the log is empty
 */
YfDay
yf_progress_get_from (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->from;
}

/**
 * yf_progress_get_to:
 * @self: a progress
 *
 * Returns: its last day; %YF_DAY_NONE if none was given and the log is empty
 */
YfDay
yf_progress_get_to (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->to;
}

/**
 * yf_progress_get_totals:
 * @self: a progress
 *
 * Returns: (transfer none): the counts
 */
const YfTotals *
yf_progress_get_totals (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->totals;
}

/**
 * yf_progress_get_pains:
 * @self: a progress
 *
 * What was said after a session on another day than that of the session stands
 * where the session ended, and likewise before.
 *
 * Returns: (transfer none) (element-type YfPainPoint): the answers about pain,
 *   oldest first
 */
GArray *
yf_progress_get_pains (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pains;
}

/**
 * yf_progress_get_stops:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfStopPoint): the stop ledger, oldest
 *   first
 */
GArray *
yf_progress_get_stops (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->stops;
}

/**
 * yf_progress_get_weeks:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfWeek): the weeks that have a day of
 *   the range, oldest first
 */
GArray *
yf_progress_get_weeks (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->weeks;
}

/**
 * yf_progress_get_exercises:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfExerciseTotal): what was done, in
 *   the order in which the exercises first appear, left before right
 */
GArray *
yf_progress_get_exercises (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exercises;
}

/**
 * yf_progress_get_doses:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfDosePoint): the first dose of each
 *   exercise and every change of it, oldest first. An exercise that goes on
 *   as it was planned before the range has none.
 */
GArray *
yf_progress_get_doses (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->doses;
}

/**
 * yf_progress_get_provocations:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfProvocation): what hurt; the most
 *   frequent first, then the worst, then the latest
 */
GArray *
yf_progress_get_provocations (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->provocations;
}

/**
 * yf_progress_get_raised:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfRaised): the red flags that were
 *   answered yes; the highest level first, then the latest
 */
GArray *
yf_progress_get_raised (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->raised;
}

/**
 * yf_progress_get_functions:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfFunctionPoint): the ratings of
 *   activities, oldest first
 */
GArray *
yf_progress_get_functions (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->functions;
}

/**
 * yf_progress_get_mornings:
 * @self: a progress
 * @n_better: (out) (optional): return location for the number of sessions after
 *   which the next morning was better
 * @n_same: (out) (optional): likewise, the same
 * @n_worse: (out) (optional): likewise, worse
 * @n_unanswered: (out) (optional): likewise, not answered
 *
 * The four together are the number of sessions.
 */
void
yf_progress_get_mornings (YfProgress *self,
                          int        *n_better,
                          int        *n_same,
                          int        *n_worse,
                          int        *n_unanswered)
{
  g_return_if_fail (self != NULL);

  if (n_better != NULL)
    *n_better = self->mornings[YF_MORNING_BETTER];
  if (n_same != NULL)
    *n_same = self->mornings[YF_MORNING_SAME];
  if (n_worse != NULL)
    *n_worse = self->mornings[YF_MORNING_WORSE];
  if (n_unanswered != NULL)
    *n_unanswered = self->mornings[YF_MORNING_UNANSWERED];
}

/**
 * yf_progress_get_began:
 * @self: a progress
 *
 * Returns: the first day the log knows of, whether it is of the range or not;
 *   %YF_DAY_NONE where it is empty
 */
YfDay
yf_progress_get_began (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->began;
}

/**
 * yf_progress_get_flares:
 * @self: a progress
 *
 * By the rule of the plan: see yf_history_find_flares().
 *
 * Returns: (transfer none) (element-type YfFlareDay): the days of a flare, by
 *   what the person said or by the pain scores, oldest first
 */
GArray *
yf_progress_get_flares (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->shown_flares;
}

/**
 * yf_progress_get_stage:
 * @self: a progress
 *
 * Returns: the stage on its last day, as the plan reckons it: see
 *   yf_course_reckon()
 */
YfStage
yf_progress_get_stage (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, YF_STAGE_PREVENTION);

  return self->stage;
}

/**
 * yf_progress_get_reminders:
 * @self: a progress
 *
 * Returns: (transfer none): the reminders of all of its days
 */
const YfReminderCounts *
yf_progress_get_reminders (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->reminders;
}

/**
 * yf_progress_get_breaks:
 * @self: a progress
 *
 * Returns: (transfer none): the breaks from sitting of all of its days
 */
const YfBreakCounts *
yf_progress_get_breaks (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->breaks;
}

/**
 * yf_progress_get_findings:
 * @self: a progress
 *
 * Returns: (transfer none) (element-type YfFinding): the sentences of the
 *   summary, in the order of #YfFindingKind, one of a kind at most; none of
 *   what there is nothing to say about
 */
GPtrArray *
yf_progress_get_findings (YfProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

/**
 * yf_progress_get_exercise_name:
 * @self: a progress
 * @exercise: the id of an exercise or a relief
 *
 * Returns: (transfer none): what it is called, in the person's language; its id
 *   if the catalogue does not have it
 */
const char *
yf_progress_get_exercise_name (YfProgress *self,
                               const char *exercise)
{
  YfExercise *found;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  found = yf_catalogue_find_exercise (self->catalogue, exercise);
  if (found == NULL)
    found = yf_catalogue_find_relief (self->catalogue, exercise);

  return found != NULL ? yf_exercise_get_name (found) : exercise;
}
