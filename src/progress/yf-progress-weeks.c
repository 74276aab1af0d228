/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-day-plan.h"
#include "yf-progress-private.h"

/* Weeks against the schedule. */

#define DAYS_A_WEEK 7

/* The first of all days was a Monday. */
static int
get_weekday (YfDay day)
{
  return (day - 1) % DAYS_A_WEEK;
}

/* The week a day of the range lies in, or NULL. */
YfWeek *
yf_progress_find_week (YfProgress *self,
                       YfDay       day)
{
  YfDay first;

  if (!yf_progress_has_day (self, day) || self->weeks->len == 0)
    return NULL;

  first = g_array_index (self->weeks, YfWeek, 0).monday;

  return &g_array_index (self->weeks, YfWeek, (guint) ((day - first) / DAYS_A_WEEK));
}

/* Whether a week may be held against what was intended. */
gboolean
yf_week_is_judged (const YfWeek *self)
{
  return !self->partial && self->intended > 0;
}

/* The stage is reckoned from the dates of the present episode, and before a
 * known onset there was none; yf_stage_reckon() need not know, for it is asked
 * about days on which the onset has been said. */
static gboolean
is_acute (const YfProfile *profile,
          YfDay            day)
{
  YfDay onset = yf_profile_get_onset (profile);

  if (yf_day_is_known (onset) && day < onset)
    return FALSE;

  return yf_stage_reckon (profile, day) == YF_STAGE_ACUTE;
}

static gboolean
is_acute_throughout (const YfProfile *profile,
                     YfDay            monday)
{
  for (int i = 0; i < DAYS_A_WEEK; i++)
    if (!is_acute (profile, monday + i))
      return FALSE;

  return TRUE;
}

/* Where there is more than breathing to do. */
static gboolean
is_training (const YfProfile *profile,
             YfDay            day)
{
  YfDay onset;
  YfStage stage;

  if (profile == NULL)
    return TRUE;

  onset = yf_profile_get_onset (profile);
  if (yf_day_is_known (onset) && day < onset)
    return TRUE;

  stage = yf_stage_reckon (profile, day);

  return stage != YF_STAGE_ACUTE && stage != YF_STAGE_EASING;
}

/* What the person last said by the end of the week: who sets a schedule on a
 * Wednesday means that week already. */
static int
find_schedule (YfLog *log,
               YfDay  last)
{
  const YfScheduleRecord *found = NULL;

  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *record = g_ptr_array_index (log->schedules, i);

      if (yf_day_from_moment (record->at, record->utc_offset) <= last &&
          (found == NULL || record->at >= found->at))
        found = record;
    }

  return found != NULL ? found->days_a_week : YF_SCHEDULE_DEFAULT_DAYS;
}

/* As the plan has it on the last day of the week, or of the range: a programme goes
 * before the person's own schedule, and only one that says what to do may ask for
 * more than four days of training. */
static void
fill_intended (YfProgress *self,
               YfWeek     *week)
{
  YfDay last = MIN (week->monday + DAYS_A_WEEK - 1, self->to);
  const YfProgrammePeriod *period = yf_progress_find_programme (self, last);
  YfProgramme *programme = period != NULL ? period->programme : NULL;
  const YfProgrammeSchedule *schedule = programme != NULL ? yf_programme_get_schedule (programme) : NULL;
  gboolean prescribed = programme != NULL && yf_programme_get_items (programme)->len > 0;

  if (schedule != NULL && schedule->days_a_week > 0)
    {
      week->intended = schedule->days_a_week;
      week->programme = period->record->id;
    }
  else
    {
      week->intended = find_schedule (self->log, last);
    }

  if (!prescribed && is_training (self->log->profile, last))
    week->intended = MIN (week->intended, YF_DAY_PLAN_MAX_DAYS);
}

static void
make_weeks (YfProgress *self)
{
  const YfProfile *profile = self->log->profile;

  for (YfDay monday = self->from - get_weekday (self->from); monday <= self->to; monday += DAYS_A_WEEK)
    {
      YfDay sunday = monday + DAYS_A_WEEK - 1;
      YfWeek week = { .monday = monday };

      week.partial = monday < self->from || sunday > self->to ||
                     (yf_day_is_known (self->began) && monday < self->began);

      /* Nobody meant to train before they had begun. */
      if (yf_day_is_known (self->began) && sunday >= self->began &&
          (profile == NULL || !is_acute_throughout (profile, monday)))
        fill_intended (self, &week);

      g_array_append_val (self->weeks, week);
    }
}

static void
keep (YfProgress *self,
      YfDay       day,
      gboolean    flare)
{
  YfWeek *week = yf_progress_find_week (self, day);
  guint bit = 1u << get_weekday (day);

  if (week == NULL)
    return;

  week->kept |= bit;
  if (flare)
    week->flares |= bit;
}

/*
 * yf_progress_wants_rest:
 * @check_in: (nullable): what was answered on @day
 * @day: a known day
 *
 * Returns: whether the programme that was in force on @day wanted no training then:
 *   it counts as kept, also in the plan (see yf_history_add_rest())
 */
gboolean
yf_progress_wants_rest (YfProgress      *self,
                        const YfCheckIn *check_in,
                        YfDay            day)
{
  const YfProgrammePeriod *period = check_in != NULL ? yf_progress_find_programme (self, day) : NULL;

  return period != NULL && yf_programme_wants_rest (period->programme, check_in, day);
}

static int
count_days (guint days)
{
  int n = 0;

  for (int i = 0; i < DAYS_A_WEEK; i++)
    n += (days >> i) & 1;

  return n;
}

void
yf_progress_fill_weeks (YfProgress *self)
{
  if (!yf_day_is_known (self->from))
    return;

  make_weeks (self);

  for (guint i = 0; i < self->sessions->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (self->sessions, i);
      YfDay day = yf_progress_get_session_day (record);
      YfWeek *week = yf_progress_find_week (self, day);

      g_assert (week != NULL);
      week->n_sessions++;
      week->seconds += yf_progress_get_seconds (record);
      if (yf_session_record_count_reps (record) > 0 || yf_progress_wants_rest (self, record->check_in, day))
        keep (self, day, FALSE);
    }

  for (guint i = 0; i < self->log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (self->log->check_ins, i);
      YfDay day = yf_day_from_moment (record->at, record->utc_offset);

      if (yf_progress_wants_rest (self, record->check_in, day))
        keep (self, day, FALSE);
    }

  for (guint i = 0; i < self->log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (self->log->activities, i);

      keep (self, yf_day_from_moment (record->at, record->utc_offset), FALSE);
    }

  for (guint i = 0; i < self->shown_flares->len; i++)
    keep (self, g_array_index (self->shown_flares, YfFlareDay, i).day, TRUE);

  for (guint i = 0; i < self->weeks->len; i++)
    {
      YfWeek *week = &g_array_index (self->weeks, YfWeek, i);

      week->n_kept = count_days (week->kept);
    }
}
