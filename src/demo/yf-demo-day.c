/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

/* What the hours between sessions have: reminders with their answers, and breaks
 * from sitting. Each lies where nothing else of the day does. */

/* When somebody is reminded who has not trained, and once more. */
#define REMINDER_MINUTE (18 * 60 + 5)
#define AGAIN_MINUTE (19 * 60 + 50)

static const YfSkipReason reasons[] = {
  YF_SKIP_NO_TIME, YF_SKIP_NO_TIME, YF_SKIP_UNWELL, YF_SKIP_PAIN, YF_SKIP_NO_PLACE, YF_SKIP_NO_WISH, YF_SKIP_UNSAID,
};

static YfSkipReason
draw_reason (YfDemo *self)
{
  return reasons[yf_demo_draw (self, 0, G_N_ELEMENTS (reasons) - 1)];
}

static YfReminderRecord *
add_reminder (YfDemo         *self,
              YfReminderKind  kind,
              const char     *session,
              gint64          at,
              gint32          utc_offset)
{
  YfReminderRecord *reminder = yf_reminder_record_new (kind, session, at);

  g_free (reminder->id);
  reminder->id = yf_demo_dup_uuid (self);
  reminder->utc_offset = utc_offset;
  g_ptr_array_add (self->log->reminders, reminder);

  return reminder;
}

static void
answer (YfReminderRecord *reminder,
        YfReminderAnswer  said,
        gint64            at)
{
  reminder->answer = said;
  reminder->answered_at = at;
}

/*
 * yf_demo_remind_of_morning:
 * @session: the session of the day before, with its answer if there is one
 *
 * The question of the morning, answered by the answer.
 */
void
yf_demo_remind_of_morning (YfDemo          *self,
                           YfDay            day,
                           YfSessionRecord *session)
{
  gint32 utc_offset;

  if (day == self->today)
    return;

  if (session->morning_at != 0)
    answer (add_reminder (self, YF_REMINDER_MORNING, session->id,
                          session->morning_at - yf_demo_draw (self, 40, 170) * YF_SECOND, session->utc_offset),
            YF_REMINDER_TOLD, session->morning_at);
  else
    {
      gint64 at = yf_demo_moment (self, day, 6 * 60 + 40, &utc_offset);

      add_reminder (self, YF_REMINDER_MORNING, session->id, at, utc_offset);
    }
}

/*
 * yf_demo_remind_of_session:
 * @session: (nullable): the session of the day, %NULL where one was due and there was none
 *
 * Who trains in the morning needs none; in the evening it is answered with start, or not.
 */
void
yf_demo_remind_of_session (YfDemo          *self,
                           YfDay            day,
                           YfSessionRecord *session)
{
  gint32 utc_offset;
  gint64 at;

  if (day == self->today)
    return;

  if (session != NULL)
    {
      gint64 asked = session->check_in != NULL ? session->check_in_at : session->started;

      if (yf_minute_from_real (session->started) >= 17 * 60)
        answer (add_reminder (self, YF_REMINDER_SESSION, NULL, asked - yf_demo_draw (self, 60, 240) * YF_SECOND,
                              session->utc_offset),
                YF_REMINDER_START, asked - 5 * YF_SECOND);
      return;
    }

  at = yf_demo_moment (self, day, REMINDER_MINUTE, &utc_offset);
  if (yf_demo_chance (self, 60))
    {
      YfReminderRecord *reminder = add_reminder (self, YF_REMINDER_SESSION, NULL, at, utc_offset);

      answer (reminder, YF_REMINDER_NOT_TODAY, at + yf_demo_draw (self, 10, 600) * YF_SECOND);
      reminder->reason = draw_reason (self);
      return;
    }

  add_reminder (self, YF_REMINDER_SESSION, NULL, at, utc_offset);
  at = yf_demo_moment (self, day, AGAIN_MINUTE, &utc_offset);
  if (yf_demo_chance (self, 50))
    {
      YfReminderRecord *reminder = add_reminder (self, YF_REMINDER_SESSION_AGAIN, NULL, at, utc_offset);

      answer (reminder, YF_REMINDER_NOT_TODAY, at + yf_demo_draw (self, 10, 600) * YF_SECOND);
      reminder->reason = draw_reason (self);
    }
  else
    add_reminder (self, YF_REMINDER_SESSION_AGAIN, NULL, at, utc_offset);
}

static void
add_break (YfDemo *self,
           YfDay   day,
           int     minute,
           int     sat)
{
  gint32 utc_offset;
  gint64 at = yf_demo_moment (self, day, minute, &utc_offset);
  YfBreakRecord *record = yf_break_record_new (sat * 60 * YF_SECOND + yf_demo_draw (self, 0, 30) * YF_SECOND, at);
  int fate = yf_demo_draw (self, 1, 100);

  g_free (record->id);
  record->id = yf_demo_dup_uuid (self);
  record->utc_offset = utc_offset;
  if (fate <= 60)
    record->answer = YF_BREAK_DONE;
  else if (fate <= 70)
    record->answer = YF_BREAK_PARTLY;
  else if (fate <= 88)
    record->answer = YF_BREAK_SKIPPED;

  /* clinical.md section 7: three to five minutes each. */
  if (record->answer == YF_BREAK_DONE)
    record->length = yf_demo_draw (self, 3, 5) * 60 * YF_SECOND;
  else if (record->answer == YF_BREAK_PARTLY)
    record->length = 3 * 60 * YF_SECOND;
  else if (record->answer == YF_BREAK_SKIPPED)
    record->reason = yf_demo_chance (self, 40) ? YF_SKIP_DONE_OTHERWISE : draw_reason (self);
  if (record->answer != YF_BREAK_UNANSWERED)
    record->answered_at = at + record->length + yf_demo_draw (self, 5, 60) * YF_SECOND;
  g_ptr_array_add (self->log->sitting_breaks, record);
}

/*
 * yf_demo_sit:
 *
 * A working day at the desk has a few breaks.
 */
void
yf_demo_sit (YfDemo *self,
             YfDay   day)
{
  static const int minutes[] = { 10 * 60 + 50, 11 * 60 + 40, 14 * 60 + 20 };
  int sat = yf_demo_get_day (self, day)->pain_back >= 4 ? 30 : 40;
  int n;
  GDate date;

  if (day == self->today || yf_demo_get_day (self, day)->away)
    return;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  if (g_date_get_weekday (&date) > G_DATE_FRIDAY || !yf_demo_chance (self, 60))
    return;

  n = yf_demo_draw (self, 1, G_N_ELEMENTS (minutes));
  for (int i = 0; i < n; i++)
    add_break (self, day, minutes[i], sat);
}
