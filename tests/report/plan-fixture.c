/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

/* What the plan made of the log made by hand, what the person said to it, and what
 * they were reminded of. The ids have a letter for their kind. */

static char *
make_id (char  kind,
         guint number)
{
  return g_strdup_printf ("%c0000000-0000-4000-8000-%012u", kind, number);
}

static gint64
moment (int day,
        int minutes)
{
  return FIXTURE_START + day * FIXTURE_DAY + minutes * 60 * YF_SECOND + 17;
}

static const char first_programme[] =
  "<programme xmlns=\"urn:yanfei:programme\" version=\"1\" name=\"Stabilisieren &amp; heben\" clinician=\"Dr. Chen\" "
  "date=\"2026-08-20\" from=\"2026-08-24\" until=\"2026-12-31\">\n"
  "  <note>Walk for ten minutes before you begin.</note>\n"
  "  <own-exercise id=\"pt-heel-slide\" name=\"Heel slide\" posture=\"supine\" both-sides=\"yes\" raise=\"3\" hold=\"2\" "
  "lower=\"3\" rest=\"2\" sets=\"2\" reps=\"8\"/>\n"
  "  <exercise id=\"five-point-support\"><dose sets=\"2\" reps=\"3\" hold=\"5\"/><note>Knees apart.</note></exercise>\n"
  "  <exercise id=\"pt-heel-slide\"><dose sets=\"1\" reps=\"6\" hold=\"2\"/></exercise>\n"
  "  <forbidden id=\"full-swallow\"><note>Not with your spine.</note></forbidden>\n"
  "  <schedule weekdays=\"mon wed fri\"/>\n"
  "  <pain stop-at=\"4\" rest-at=\"6\"/>\n"
  "</programme>\n";

static const char second_programme[] =
  "<programme xmlns=\"urn:yanfei:programme\" version=\"1\" name=\"慢慢来\" clinician=\"陈医生\" date=\"2026-09-10\" "
  "from=\"2026-09-11\">\n"
  "  <exercise id=\"glute-bridge\"><dose sets=\"2\" reps=\"5\" hold=\"5\"/></exercise>\n"
  "  <schedule days-a-week=\"3\" times-a-day=\"2\"/>\n"
  "</programme>\n";

static const char third_programme[] =
  "<programme xmlns=\"urn:yanfei:programme\" version=\"1\" name=\"Rest\" clinician=\"Dr. Chen\" date=\"2026-09-20\" "
  "from=\"2026-09-21\">\n"
  "  <exercise id=\"abdominal-breathing\"><dose sets=\"1\" reps=\"8\" hold=\"2\"/></exercise>\n"
  "  <forbidden id=\"heat\"/>\n"
  "</programme>\n";

static void
add_programme (YfLog      *log,
               guint       number,
               const char *xml,
               int         day,
               gboolean    chosen)
{
  YfProgrammeRecord *record = g_new0 (YfProgrammeRecord, 1);
  g_autoptr (YfProgramme) programme = NULL;
  g_autoptr (GError) error = NULL;

  record->id = make_id ('a', number);
  record->at = moment (day, 0);
  record->utc_offset = FIXTURE_EAST;
  record->xml = g_strdup (xml);
  programme = yf_programme_record_read (record, fixture_get_catalogue (), &error);
  g_assert_no_error (error);
  record->from = yf_programme_get_from (programme);
  record->until = yf_programme_get_until (programme);
  g_ptr_array_add (log->programmes, record);

  if (chosen)
    {
      YfProgrammeChoice *choice = yf_programme_choice_new (record->id, moment (day, 5));

      g_free (choice->id);
      choice->id = make_id ('b', number);
      choice->utc_offset = FIXTURE_EAST;
      g_ptr_array_add (log->programme_choices, choice);
    }
}

static void
add_dose_change (YfLog        *log,
                 guint         number,
                 int           day,
                 const char   *exercise,
                 YfDose        from,
                 YfDose        to,
                 YfDoseReason  reason,
                 int           withdrawn)
{
  YfDay when = yf_day_from_moment (moment (day, 0), FIXTURE_EAST);
  g_autoptr (YfDoseChange) change = yf_dose_change_new (when, exercise, &from, &to, reason);
  g_autofree char *session = fixture_make_id (1, 2);
  YfDoseChangeRecord *record;

  /* A day is evidence of its own, an entry has an id. */
  yf_dose_change_add (change, reason == YF_DOSE_REASON_EPISODE ? "" : session, when - 1);
  if (reason == YF_DOSE_REASON_GOOD_SESSIONS)
    yf_dose_change_add (change, session, when);

  record = yf_dose_change_record_new (change, moment (day, 30));
  g_free (record->id);
  record->id = make_id ('c', number);
  record->utc_offset = FIXTURE_EAST;
  record->withdrawn_at = withdrawn > 0 ? moment (withdrawn, 0) : 0;
  g_ptr_array_add (log->dose_changes, record);
}

static void
add_stage_change (YfLog   *log,
                  guint    number,
                  int      day,
                  YfStage  from,
                  YfStage  to,
                  gboolean after_flare,
                  int      withdrawn)
{
  const YfStageChange change = {
    .day = yf_day_from_moment (moment (day, 0), FIXTURE_EAST), .from = from, .to = to, .after_flare = after_flare,
  };
  YfStageChangeRecord *record = yf_stage_change_record_new (&change, moment (day, 31));

  g_free (record->id);
  record->id = make_id ('d', number);
  record->utc_offset = FIXTURE_EAST;
  record->withdrawn_at = withdrawn > 0 ? moment (withdrawn, 1) : 0;
  g_ptr_array_add (log->stage_changes, record);
}

static void
add_said (YfLog *log)
{
  YfFlareRecord *flare = yf_flare_record_new (moment (11, -600));
  YfReviewRecord *reviews[] = {
    yf_review_record_new ("plank", "Dr. Chen", moment (25, 0)),
    yf_review_record_new ("own-1", NULL, moment (40, 0)),
  };
  YfWishRecord *wishes[] = { yf_wish_record_new (moment (28, -60)), yf_wish_record_new (moment (28, -50)) };

  g_free (flare->id);
  flare->id = make_id ('e', 1);
  flare->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (log->flares, flare);

  for (guint i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      g_free (reviews[i]->id);
      reviews[i]->id = make_id ('e', 10 + i);
      reviews[i]->utc_offset = FIXTURE_EAST;
      g_ptr_array_add (log->reviews, reviews[i]);
    }

  yf_wish_record_add (wishes[0], YF_WISH_ADD, "kegel");
  yf_wish_record_add (wishes[0], YF_WISH_ORDER, "own-1");
  yf_wish_record_add (wishes[0], YF_WISH_LEAVE_OUT, "plank");
  for (guint i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_free (wishes[i]->id);
      wishes[i]->id = make_id ('e', 20 + i);
      wishes[i]->utc_offset = FIXTURE_EAST;
      g_ptr_array_add (log->wishes, wishes[i]);
    }
}

static void
add_reminder (YfLog            *log,
              guint             number,
              YfReminderKind    kind,
              int               day,
              guint             session,
              YfReminderAnswer  answer,
              YfSkipReason      reason)
{
  g_autofree char *about = session > 0 ? fixture_make_id (1, session) : NULL;
  YfReminderRecord *reminder = yf_reminder_record_new (kind, about, moment (day, -30));

  g_free (reminder->id);
  reminder->id = make_id ('f', number);
  reminder->utc_offset = FIXTURE_EAST;
  reminder->answer = answer;
  reminder->answered_at = answer != YF_REMINDER_UNANSWERED ? moment (day, -25) : 0;
  reminder->reason = reason;
  g_ptr_array_add (log->reminders, reminder);
}

static void
add_break (YfLog         *log,
           guint          number,
           int            day,
           int            sat,
           int            length,
           YfBreakAnswer  answer,
           YfSkipReason   reason)
{
  YfBreakRecord *record = yf_break_record_new (sat * 60 * YF_SECOND + 250000, moment (day, -300));

  g_free (record->id);
  record->id = make_id ('f', number);
  record->utc_offset = FIXTURE_EAST;
  record->length = length * 60 * YF_SECOND;
  record->answer = answer;
  record->answered_at = answer != YF_BREAK_UNANSWERED ? moment (day, -290) : 0;
  record->reason = reason;
  g_ptr_array_add (log->sitting_breaks, record);
}

static void
follow (YfLog *log,
        guint  session,
        guint  programme)
{
  g_autofree char *session_id = fixture_make_id (1, session);
  g_autofree char *programme_id = make_id ('a', programme);

  g_ptr_array_add (log->followed, yf_programme_followed_new (session_id, programme_id));
}

/**
 * fixture_new_log_with_plan:
 *
 * Returns: (transfer full): the log of fixture_new_log(), and with it what the plan
 *   decided; the same each time
 */
YfLog *
fixture_new_log_with_plan (void)
{
  const YfDose less = { 2, 3, 2 * YF_SECOND };
  const YfDose some = { 2, 3, 3 * YF_SECOND };
  const YfDose more = { 2, 3, 4 * YF_SECOND };
  YfLog *log = fixture_new_log ();
  YfProgrammeChoice *none = yf_programme_choice_new (NULL, moment (51, 0));

  /* One that was replaced, one that was left for none, one never agreed to. */
  add_programme (log, 1, first_programme, 20, TRUE);
  add_programme (log, 2, second_programme, 39, TRUE);
  add_programme (log, 3, third_programme, 49, FALSE);
  g_free (none->id);
  none->id = make_id ('b', 9);
  none->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (log->programme_choices, none);
  follow (log, 7, 1);
  follow (log, 8, 1);
  follow (log, 18, 1);
  follow (log, 9, 2);

  add_dose_change (log, 1, 3, "five-point-support", some, less, YF_DOSE_REASON_PAIN_STOP, 0);
  add_dose_change (log, 2, 9, "five-point-support", less, some, YF_DOSE_REASON_GOOD_SESSIONS, 0);
  add_dose_change (log, 3, 11, "plank", some, some, YF_DOSE_REASON_SUSPENDED, 0);
  add_dose_change (log, 4, 25, "plank", some, some, YF_DOSE_REASON_REVIEWED, 0);
  add_dose_change (log, 5, 30, "five-point-support", some, more, YF_DOSE_REASON_GOOD_SESSIONS, 36);
  add_dose_change (log, 6, 41, "abdominal-breathing", more, some, YF_DOSE_REASON_EPISODE, 0);
  add_dose_change (log, 7, 53, "straight-leg-raise", some, some, YF_DOSE_REASON_SUSPENDED, 0);

  add_stage_change (log, 1, 0, YF_STAGE_PREVENTION, YF_STAGE_ACUTE, FALSE, 0);
  add_stage_change (log, 2, 7, YF_STAGE_ACUTE, YF_STAGE_EASING, FALSE, 0);
  add_stage_change (log, 3, 40, YF_STAGE_EASING, YF_STAGE_RECOVERY, TRUE, 44);
  add_stage_change (log, 4, 41, YF_STAGE_EASING, YF_STAGE_RECOVERY, FALSE, 0);

  add_said (log);

  add_reminder (log, 1, YF_REMINDER_SESSION, 0, 0, YF_REMINDER_START, YF_SKIP_UNSAID);
  add_reminder (log, 2, YF_REMINDER_MORNING, 1, 1, YF_REMINDER_TOLD, YF_SKIP_UNSAID);
  add_reminder (log, 3, YF_REMINDER_SESSION, 5, 0, YF_REMINDER_UNANSWERED, YF_SKIP_UNSAID);
  add_reminder (log, 4, YF_REMINDER_SESSION_AGAIN, 6, 0, YF_REMINDER_NOT_TODAY, YF_SKIP_PAIN);
  add_reminder (log, 5, YF_REMINDER_SESSION, 16, 0, YF_REMINDER_NOT_TODAY, YF_SKIP_UNSAID);

  add_break (log, 11, 2, 40, 3, YF_BREAK_DONE, YF_SKIP_UNSAID);
  add_break (log, 12, 3, 41, 1, YF_BREAK_PARTLY, YF_SKIP_UNSAID);
  add_break (log, 13, 4, 30, 0, YF_BREAK_SKIPPED, YF_SKIP_NO_PLACE);
  add_break (log, 14, 4, 60, 0, YF_BREAK_UNANSWERED, YF_SKIP_UNSAID);

  return log;
}
