/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-today-private.h"

#include "yf-followed.h"
#include "yf-history-from-log.h"

/* The days around today: what of the week is kept, and what is due. */

#define DAYS_A_WEEK 7

/* The first of all days was a Monday. */
static YfDay
get_monday (YfDay day)
{
  return day - (day - 1) % DAYS_A_WEEK;
}

static gboolean
has_day (GArray *days,
         YfDay   day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, YfDay, i) == day)
      return TRUE;

  return FALSE;
}

/* A session that is not there yet. */
static void
imagine_session (YfHistory  *history,
                 YfDay       day)
{
  const YfHistorySession session = {
    .entry = "", .day = day,
    .before_back = YF_PAIN_UNANSWERED, .before_leg = YF_PAIN_UNANSWERED,
    .after_back = YF_PAIN_UNANSWERED, .after_leg = YF_PAIN_UNANSWERED, .effort = -1,
  };
  YfHistoryExercise exercise = { .exercise = "", .reps = 1, .state = YF_DONE_COMPLETED };

  exercise.session = yf_history_add_session (history, &session);
  yf_history_add_exercise (history, &exercise);
}

static YfDayPlan *
plan_ahead (YfToday         *self,
            YfHistory       *ahead,
            const YfCheckIn *check_in,
            YfDay            day)
{
  const YfFollowed *followed = yf_followed_find (self->followed, day);
  const YfDayQuestion question = {
    .catalogue = self->catalogue, .rules = self->rules, .profile = self->profile, .check_in = check_in,
    .programme = followed != NULL ? followed->programme : NULL, .limits = self->limits, .history = ahead,
    .progression = self->progression, .day = day, .minute = YF_MINUTE_UNKNOWN,
  };

  return yf_day_plan_new (&question);
}

/* The day plan knows the next day that is due if this one is done. So the days
 * ahead are found by doing, in thought, one after the other. */
static void
find_due (YfToday *self)
{
  g_autoptr (YfHistory) ahead = yf_history_new_from_followed (self->log, self->followed);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  YfDay day = yf_day_plan_get_next_due (self->plan);

  yf_check_in_adopt_signs (check_in, self->check_in);
  if (yf_day_plan_get_state (self->plan) == YF_DAY_DUE)
    {
      g_array_append_val (self->due, self->day);
      imagine_session (ahead, self->day);
    }

  self->next_due = day;
  while (yf_day_is_known (day) && day <= self->day + YF_TODAY_DAYS_AHEAD)
    {
      g_autoptr (YfDayPlan) plan = NULL;

      g_array_append_val (self->due, day);
      imagine_session (ahead, day);
      plan = plan_ahead (self, ahead, check_in, day);
      day = yf_day_plan_get_next_due (plan);
    }
}

static YfWeekDayState
get_day_state (YfToday *self,
               YfDay    day)
{
  if (day <= self->day && (has_day (self->flares, day) ||
                           (day == self->day && yf_day_plan_get_state (self->plan) == YF_DAY_FLARE)))
    return YF_WEEK_DAY_FLARE;
  if (day <= self->day && yf_history_is_kept (self->history, day))
    return YF_WEEK_DAY_KEPT;
  if (!has_day (self->due, day))
    return YF_WEEK_DAY_OPEN;

  return day == self->day ? YF_WEEK_DAY_DUE : YF_WEEK_DAY_PLANNED;
}

static void
fill_week (YfToday *self)
{
  self->week.monday = get_monday (self->day);
  self->week.intended = yf_day_plan_get_days_a_week (self->plan);

  for (int i = 0; i < DAYS_A_WEEK; i++)
    {
      YfWeekDayState state = get_day_state (self, self->week.monday + i);

      self->week.days[i] = state;
      self->week.n_kept += state == YF_WEEK_DAY_KEPT || state == YF_WEEK_DAY_FLARE;
    }
}

/*
 * yf_today_fill_days:
 *
 * Fills in which days are due, and the week.
 */
void
yf_today_fill_days (YfToday *self)
{
  find_due (self);
  fill_week (self);
}

/**
 * yf_today_is_due:
 * @self: a today
 * @day: a day
 *
 * Whether a session is due on @day, as far as can be said today: of today whether
 * one is due and not done; of the next %YF_TODAY_DAYS_AHEAD days, if everything that
 * is due before it is done. What is missed moves what comes, so the days ahead
 * are to be asked for again when they come.
 *
 * Returns: whether a session is due; %FALSE of days that are over or further ahead
 */
gboolean
yf_today_is_due (YfToday *self,
                 YfDay    day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return has_day (self->due, day);
}

/**
 * yf_today_get_next_due:
 * @self: a today
 *
 * Returns: the next day after today on which a session is due, if what is due
 *   today is done; %YF_DAY_NONE if nothing opens in the next 120 days
 */
YfDay
yf_today_get_next_due (YfToday *self)
{
  g_return_val_if_fail (self != NULL, YF_DAY_NONE);

  return self->next_due;
}

/**
 * yf_today_get_week:
 * @self: a today
 *
 * Returns: (transfer none): the week of today, Monday first
 */
const YfWeekPlan *
yf_today_get_week (YfToday *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->week;
}

const char *
yf_week_day_state_get_id (YfWeekDayState state)
{
  static const char * const ids[] = {
    [YF_WEEK_DAY_OPEN] = "open",
    [YF_WEEK_DAY_KEPT] = "kept",
    [YF_WEEK_DAY_FLARE] = "flare",
    [YF_WEEK_DAY_PLANNED] = "planned",
    [YF_WEEK_DAY_DUE] = "due",
  };

  g_return_val_if_fail (state < G_N_ELEMENTS (ids), NULL);

  return ids[state];
}
