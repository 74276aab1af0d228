/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-day-plan-private.h"

/* Which days are due. The header says by what rules. */

#define DAYS_A_WEEK 7
#define HORIZON     120   /* as far as the next due day is looked for */

/* The first of all days was a Monday. */
static int
get_weekday (YfDay day)
{
  return (day - 1) % DAYS_A_WEEK;
}

/* @from on, days to come count as trained where they would be due. */
static gboolean
was_trained (YfDayPlan *self,
             YfDay      day,
             YfDay      assumed)
{
  return day == assumed || yf_history_has_trained (self->question->history, day);
}

static gboolean
was_kept (YfDayPlan *self,
          YfDay      day,
          YfDay      assumed)
{
  return day == assumed || yf_day_plan_has_flare (self, day) ||
         yf_history_is_kept (self->question->history, day);
}

static gboolean
has_begun (YfDayPlan *self)
{
  for (guint i = 0; i < self->question->history->exercises->len; i++)
    {
      const YfHistoryExercise *done = &g_array_index (self->question->history->exercises, YfHistoryExercise, i);

      if (done->reps > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_due (YfDayPlan *self,
        YfDay      day,
        YfDay      assumed)
{
  const YfHistorySchedule *schedule = yf_history_find_schedule (self->question->history, day);
  YfStage stage = yf_course_reckon (self->question->profile, self->question->history, day);
  gboolean strength = stage != YF_STAGE_ACUTE && stage != YF_STAGE_EASING;
  gboolean prescribed = yf_limits_are_prescribed (self->question->limits, day);
  int intended = schedule != NULL ? schedule->days_a_week : YF_HISTORY_DEFAULT_DAYS;
  int left = DAYS_A_WEEK - get_weekday (day);
  int kept = 0;

  /* A clinician may want more. */
  if (strength && !prescribed)
    intended = MIN (intended, YF_DAY_PLAN_MAX_DAYS);

  for (YfDay past = day - get_weekday (day); past < day; past++)
    kept += was_kept (self, past, assumed);

  if (schedule != NULL && schedule->weekdays != 0)
    return (schedule->weekdays & (1u << get_weekday (day))) != 0 &&
           (prescribed || !strength || kept < YF_DAY_PLAN_MAX_DAYS);

  if (kept >= intended)
    return FALSE;
  if (!strength || !was_trained (self, day - 1, assumed) || intended > YF_DAY_PLAN_MAX_DAYS)
    return TRUE;

  return intended == YF_DAY_PLAN_MAX_DAYS && left <= intended - kept &&
         !was_trained (self, day - 2, assumed);
}

static YfDay
find_next (YfDayPlan *self)
{
  YfDay assumed = self->state == YF_DAY_DUE ? self->day : YF_DAY_NONE;

  for (YfDay day = self->day + 1; day <= self->day + HORIZON; day++)
    if (is_due (self, day, assumed) && yf_day_plan_opens_on (self, day))
      return day;

  return YF_DAY_NONE;
}

/*
 * yf_day_plan_fill_days:
 *
 * Fills in what today is, and when the next day is due.
 */
void
yf_day_plan_fill_days (YfDayPlan *self)
{
  const YfHistorySchedule *schedule = yf_history_find_schedule (self->question->history, self->day);
  gboolean strength = self->stage != YF_STAGE_ACUTE && self->stage != YF_STAGE_EASING;

  self->days_a_week = schedule != NULL ? schedule->days_a_week : YF_HISTORY_DEFAULT_DAYS;
  if (strength && !yf_limits_are_prescribed (self->question->limits, self->day))
    self->days_a_week = MIN (self->days_a_week, YF_DAY_PLAN_MAX_DAYS);

  while (yf_day_plan_has_flare (self, self->day - self->flare_days))
    self->flare_days++;
  self->kept = was_kept (self, self->day, YF_DAY_NONE);

  if (self->flare_days > 0)
    self->state = YF_DAY_FLARE;
  else if (self->kept)
    self->state = YF_DAY_DONE;
  else if (self->items->len == 0)
    self->state = YF_DAY_CLOSED;
  else if (!has_begun (self) || is_due (self, self->day, YF_DAY_NONE))
    self->state = YF_DAY_DUE;
  else
    self->state = YF_DAY_REST;

  self->next_due = find_next (self);
}
