/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-today-private.h"

/* Whether a person has symptoms these days; the breaks from sitting go by it. */

/* The latest that was said of pain, at most @day: the most of before and after. */
static int
find_latest_pain (YfLog *log,
                  YfDay  day)
{
  gint64 latest = G_MININT64;
  int pain = YF_PAIN_UNANSWERED;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);
      int said = YF_PAIN_UNANSWERED;

      if (record->check_in != NULL)
        said = MAX (yf_check_in_get_pain_back (record->check_in), yf_check_in_get_pain_leg (record->check_in));
      if (record->after != NULL)
        said = MAX (said, MAX (record->after->pain_back, record->after->pain_leg));
      if (said == YF_PAIN_UNANSWERED || record->started < latest ||
          yf_day_from_moment (record->started, record->utc_offset) > day)
        continue;

      latest = record->started;
      pain = said;
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      int said = MAX (yf_check_in_get_pain_back (record->check_in), yf_check_in_get_pain_leg (record->check_in));

      if (said == YF_PAIN_UNANSWERED || record->at < latest ||
          yf_day_from_moment (record->at, record->utc_offset) > day)
        continue;

      latest = record->at;
      pain = said;
    }

  return pain;
}

/*
 * yf_today_find_symptoms:
 *
 * Returns: what yf_today_is_symptomatic() is to answer
 */
gboolean
yf_today_find_symptoms (YfToday *self)
{
  YfStage stage = yf_day_plan_get_stage (self->plan);
  int pain = MAX (yf_check_in_get_pain_back (self->check_in), yf_check_in_get_pain_leg (self->check_in));

  if (stage == YF_STAGE_ACUTE || stage == YF_STAGE_EASING || yf_day_plan_get_flare_days (self->plan) > 0)
    return TRUE;

  for (guint i = 0; i < self->flares->len; i++)
    if (self->day - g_array_index (self->flares, YfDay, i) < YF_TODAY_SYMPTOMATIC_DAYS)
      return TRUE;

  if (pain == YF_PAIN_UNANSWERED)
    pain = find_latest_pain (self->log, self->day);

  return pain >= YF_TODAY_SYMPTOMATIC_PAIN;
}

/**
 * yf_today_is_symptomatic:
 * @self: a today
 *
 * Whether the person has symptoms these days, so that sitting is broken after 30
 * minutes instead of 40 (clinical.md section 7: "while symptomatic 30"). What
 * counts as such is Yanfei's own: the acute and easing stages, a flare in the last
 * %YF_TODAY_SYMPTOMATIC_DAYS days, or a pain of %YF_TODAY_SYMPTOMATIC_PAIN or more,
 * in back or leg, the last time that anything was said of it.
 *
 * Returns: whether they have
 */
gboolean
yf_today_is_symptomatic (YfToday *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->symptomatic;
}
