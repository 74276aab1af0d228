/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-course.h"
#include "yf-progress-private.h"

/* What the rules of the plan about flares and stages must know of the log: what
 * was said of pain, and which days the person called flares. What was done is
 * not among it. */

static void
add_session (YfHistory             *history,
             const YfSessionRecord *record)
{
  YfHistorySession session = {
    .entry = record->id,
    .day = yf_progress_get_session_day (record),
    .before_back = YF_PAIN_UNANSWERED,
    .before_leg = YF_PAIN_UNANSWERED,
    .after_back = YF_PAIN_UNANSWERED,
    .after_leg = YF_PAIN_UNANSWERED,
    .effort = YF_EFFORT_UNANSWERED,
    .morning_day = YF_DAY_NONE,
  };

  if (record->check_in != NULL)
    {
      session.before_back = yf_check_in_get_pain_back (record->check_in);
      session.before_leg = yf_check_in_get_pain_leg (record->check_in);
    }
  if (record->after != NULL)
    {
      session.after_back = record->after->pain_back;
      session.after_leg = record->after->pain_leg;
    }
  yf_history_add_session (history, &session);
}

/* The profile knows nothing of the time before the present episode. */
static YfStage
reckon_stage (YfProgress *self)
{
  g_autoptr (YfProfile) nobody = yf_profile_new ();
  const YfProfile *profile = self->log->profile != NULL ? self->log->profile : nobody;
  YfDay onset = yf_profile_get_onset (profile);

  if (!yf_day_is_known (self->to) || (yf_day_is_known (onset) && self->to < onset))
    return YF_STAGE_PREVENTION;

  return yf_course_reckon (profile, self->history, self->to);
}

void
yf_progress_fill_history (YfProgress *self)
{
  YfLog *log = self->log;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);

      if (record->state != YF_RECORD_RUNNING)
        add_session (self->history, record);
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      const YfHistoryCheckIn check_in = {
        .entry = record->id,
        .day = yf_day_from_moment (record->at, record->utc_offset),
        .back = yf_check_in_get_pain_back (record->check_in),
        .leg = yf_check_in_get_pain_leg (record->check_in),
      };

      yf_history_add_check_in (self->history, &check_in);
    }

  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *record = g_ptr_array_index (log->flares, i);
      const YfHistoryMark flare = { record->id, yf_day_from_moment (record->at, record->utc_offset) };

      yf_history_add_flare (self->history, &flare);
    }

  self->stage = reckon_stage (self);
}
