/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progression-private.h"

#include "yf-dose-step.h"
#include "yf-stage.h"

/* What sessions, mornings and time do to the dose of one exercise; the head of
 * yf-progression.h says by what rules. */

#define BREAK_FIRST_STEPS 2

static const int break_days[] = { YF_PROGRESSION_BREAK_DAYS, 21, 28 };

static YfDoseChange *
tell (YfProgression *self,
      YfDoseTrack   *track,
      YfDay          day,
      const YfDose  *from,
      YfDoseReason   reason)
{
  YfDoseChange *change = yf_dose_change_new (day, yf_exercise_get_id (track->exercise),
                                             from, &track->dose, reason);

  g_ptr_array_add (self->changes, change);

  return change;
}

/* The row of good sessions begins anew with those of @day. */
static void
begin_row (YfDoseTrack *track,
           YfDay        day)
{
  track->n_good = 0;
  track->row_day = MAX (track->row_day, day);
}

static void
step_down (YfProgression *self,
           YfDoseTrack   *track,
           YfDoneItem    *item,
           YfDay          day,
           YfDoseReason   reason)
{
  YfDose from = track->dose;
  YfDoseChange *change;
  YfDose base;
  YfDose ceiling;

  if (item->lowered)
    return;

  item->lowered = TRUE;
  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  yf_dose_step_down (&track->dose, &base);
  change = tell (self, track, day, &from, reason);
  yf_dose_change_add (change, item->session->entry, item->session->day);
}

static gboolean
pain_rose (const YfHistorySession *session)
{
  return (session->before_back >= 0 && session->after_back - session->before_back >= YF_PROGRESSION_PAIN_RISE) ||
         (session->before_leg >= 0 && session->after_leg - session->before_leg >= YF_PROGRESSION_PAIN_RISE);
}

/* The profile has the dates of the present episode and no earlier one. */
static gboolean
is_settled (const YfProfile *profile,
            YfExercise      *exercise,
            YfDay            day)
{
  YfDay begin = yf_profile_get_onset (profile);
  YfStage stage;

  if (begin == YF_DAY_NONE && yf_profile_get_relief (profile) == YF_DAY_NONE)
    begin = yf_profile_get_surgery (profile);
  if (yf_exercise_get_group (exercise) == YF_GROUP_BREATHING || (yf_day_is_known (begin) && day < begin))
    return TRUE;

  stage = yf_stage_reckon (profile, day);

  return stage != YF_STAGE_ACUTE && stage != YF_STAGE_EASING;
}

static gboolean
has_counted (const YfDoseTrack *track,
             YfDay              day)
{
  for (int i = 0; i < track->n_good; i++)
    if (track->good[i]->session->day == day)
      return TRUE;

  return FALSE;
}

static gboolean
is_good (const YfDoseTrack *track,
         const YfDoneItem  *item,
         const YfProfile   *profile)
{
  const YfHistorySession *session = item->session;
  int sides = yf_exercise_get_two_sided (track->exercise) ? 2 : 1;

  return !track->suspended &&
         session->day >= track->row_day &&
         !has_counted (track, session->day) &&
         item->state == YF_DONE_COMPLETED && item->stops == 0 && !item->lowered &&
         yf_dose_within (&track->dose, &item->done) &&
         item->reps >= track->dose.sets * track->dose.reps * sides &&
         session->effort >= 0 && session->effort <= YF_PROGRESSION_EFFORT &&
         !pain_rose (session) &&
         is_settled (profile, track->exercise, session->day);
}

static void
count_good (YfProgression    *self,
            YfDoseTrack      *track,
            const YfDoneItem *item,
            const YfProfile  *profile,
            YfDay             day)
{
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;

  if (!is_good (track, item, profile))
    return;

  track->good[track->n_good++] = item;
  if (track->n_good < YF_PROGRESSION_SESSIONS)
    return;

  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  if (yf_dose_step_up (&track->dose, &base, &ceiling))
    {
      YfDoseChange *change = tell (self, track, day, &from, YF_DOSE_REASON_GOOD_SESSIONS);

      for (int i = 0; i < YF_PROGRESSION_SESSIONS; i++)
        yf_dose_change_add (change, track->good[i]->session->entry, track->good[i]->session->day);
    }

  begin_row (track, day);
}

static void
count_stop (YfProgression    *self,
            YfDoseTrack      *track,
            const YfDoneItem *item,
            YfDay             day)
{
  YfDoseChange *change;

  if (track->suspended)
    return;

  track->stops[track->n_stops++] = item;
  if (track->n_stops < YF_PROGRESSION_STOPS)
    return;

  track->suspended = TRUE;
  change = tell (self, track, day, &track->dose, YF_DOSE_REASON_SUSPENDED);
  for (int i = 0; i < YF_PROGRESSION_STOPS; i++)
    yf_dose_change_add (change, track->stops[i]->session->entry, track->stops[i]->session->day);
}

static void
train (YfProgression *self,
       YfDoseTrack   *track,
       YfDoneItem    *item,
       YfDay          day)
{
  YfDose ceiling;
  gboolean completed = item->state == YF_DONE_COMPLETED && item->stops == 0 && item->reps > 0;

  if (track->first_done == YF_DAY_NONE)
    {
      yf_limits_reckon (self->limits, track->exercise, day, &track->dose, &ceiling);
      track->first_done = track->last_done = day;
      track->last_session = item->session;
    }

  if (item->reps > 0)
    {
      track->last_done = day;
      track->last_session = item->session;
      track->n_breaks = 0;
    }

  if (completed)
    {
      track->n_stops = track->suspended ? track->n_stops : 0;
      track->n_days += track->last_counted != day;
      track->last_counted = day;
    }

  if (item->stops > 0)
    {
      step_down (self, track, item, day, YF_DOSE_REASON_PAIN_STOP);
      count_stop (self, track, item, day);
    }
  else if (item->reps > 0 && pain_rose (item->session))
    {
      step_down (self, track, item, day, YF_DOSE_REASON_PAIN_ROSE);
    }
  else if (item->state != YF_DONE_STOPPED && item->session->effort <= YF_PROGRESSION_EFFORT)
    {
      return;
    }

  /* Nothing done on a day on which something went wrong counts. */
  begin_row (track, day + 1);
}

static void
look_at_limits (YfProgression *self,
                YfDoseTrack   *track,
                const YfPast  *event)
{
  const YfLimit *limit = yf_limits_find (self->limits, yf_exercise_get_id (track->exercise), event->day);
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;
  gboolean lower;

  yf_limits_reckon (self->limits, track->exercise, event->day, &base, &ceiling);
  lower = yf_dose_lower_to (&track->dose, &ceiling);

  /* A dose that is prescribed from today on is where to begin again, never
   * where to jump up to. */
  if (limit != NULL && limit->from == event->day &&
      (limit->start.sets > 0 || limit->start.reps > 0 || limit->start.hold > 0))
    lower = yf_dose_lower_to (&track->dose, &base) || lower;

  if (lower)
    yf_dose_change_add (tell (self, track, event->day, &from, YF_DOSE_REASON_LIMIT),
                        event->entry, event->entry_day);
  begin_row (track, event->day);
}

static void
begin_episode (YfProgression *self,
               YfDoseTrack   *track,
               YfDay          day)
{
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;

  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  if (yf_dose_lower_to (&track->dose, &base))
    yf_dose_change_add (tell (self, track, day, &from, YF_DOSE_REASON_EPISODE), "", day);
  begin_row (track, day);
}

static void
review (YfProgression *self,
        YfDoseTrack   *track,
        const YfPast  *event)
{
  if (!track->suspended)
    return;

  track->suspended = FALSE;
  track->n_stops = 0;
  begin_row (track, event->day);
  yf_dose_change_add (tell (self, track, event->day, &track->dose, YF_DOSE_REASON_REVIEWED),
                      event->entry, event->entry_day);
}

/* A break alone goes no further than one step below the base. */
static void
rest_from (YfProgression *self,
           YfDoseTrack   *track,
           guint          which,
           YfDay          day)
{
  YfDose from = track->dose;
  YfDose base;
  YfDose ceiling;

  yf_limits_reckon (self->limits, track->exercise, day, &base, &ceiling);
  for (int i = 0; i < (which == 0 ? BREAK_FIRST_STEPS : 1); i++)
    {
      gboolean below = yf_dose_within (&track->dose, &base) && !yf_dose_equal (&track->dose, &base);

      if (!below || (which == 0 && i == 0))
        yf_dose_step_down (&track->dose, &base);
    }
  if (which + 1 == G_N_ELEMENTS (break_days))
    yf_dose_lower_to (&track->dose, &base);

  if (!yf_dose_equal (&from, &track->dose))
    yf_dose_change_add (tell (self, track, day, &from, YF_DOSE_REASON_BREAK),
                        track->last_session->entry, track->last_session->day);
  begin_row (track, day);
}

/*
 * yf_progression_pass:
 *
 * Lets the days pass until @day.
 */
void
yf_progression_pass (YfProgression *self,
                     YfDoseTrack   *track,
                     YfDay          day)
{
  while (track->first_done != YF_DAY_NONE && track->n_breaks < G_N_ELEMENTS (break_days) &&
         track->last_done + break_days[track->n_breaks] <= day)
    {
      guint which = track->n_breaks++;

      rest_from (self, track, which, track->last_done + break_days[which]);
    }
}

/*
 * yf_progression_happen:
 *
 * Lets something happen to an exercise.
 */
void
yf_progression_happen (YfProgression   *self,
                       YfDoseTrack     *track,
                       const YfPast    *event,
                       const YfProfile *profile)
{
  if (track->first_done == YF_DAY_NONE && event->kind != YF_PAST_SESSION)
    return;
  yf_progression_pass (self, track, event->day);

  switch (event->kind)
    {
    case YF_PAST_LIMIT:
      look_at_limits (self, track, event);
      break;
    case YF_PAST_EPISODE:
      begin_episode (self, track, event->day);
      break;
    case YF_PAST_REVIEW:
      review (self, track, event);
      break;
    case YF_PAST_WORSE:
      step_down (self, track, event->item, event->day, YF_DOSE_REASON_WORSE_MORNING);
      begin_row (track, event->day);
      break;
    case YF_PAST_GOOD:
      count_good (self, track, event->item, profile, event->day);
      break;
    case YF_PAST_FLARE:
      begin_row (track, event->day + 1);
      break;
    case YF_PAST_SESSION:
      train (self, track, event->item, event->day);
      break;
    default:
      g_assert_not_reached ();
    }
}
