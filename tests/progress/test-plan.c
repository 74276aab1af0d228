/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"
#include "yf-course.h"
#include "yf-demo.h"
#include "yf-today.h"

#include <string.h>

/* What the plan did, and what was asked and answered. */

static void
add_training (YfLog      *log,
              const char *when)
{
  YfSessionRecord *record = fixture_add_session (log, when);

  fixture_plan (record, "glute-bridge", 1, 1, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 1);
}

/* The changes in a line each. */
static char *
describe_changes (YfProgress *progress)
{
  GPtrArray *changes = yf_progress_get_plan_changes (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const YfPlanChange *change = g_ptr_array_index (changes, i);
      g_autofree char *day = yf_day_to_string (change->day);
      g_autofree char *entries = g_strjoinv (" ", change->entries);

      g_assert_true ((change->dose != NULL) != (change->stage != NULL));
      g_assert_true ((change->exercise != NULL) == (change->dose != NULL));
      g_assert_cmpuint (strlen (change->source), >, 0);
      g_string_append_printf (text, "%s %s %s%s [%s] %.11s…\n", day, change->id,
                              change->stage != NULL ? yf_stage_get_id (change->stage->to) : change->exercise,
                              change->withdrawn ? " withdrawn" : "", entries, change->text);
    }

  return g_string_free (text, FALSE);
}

static void
test_changes (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-09-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *text = NULL;
  const YfFinding *finding;

  fixture_add_check_in (log, "2026-11-09 08:00", 7, 1);
  fixture_add_flare (log, "2026-11-09 09:00");
  fixture_add_dose_change (log, "2026-10-31", "plank", 10, 11, YF_DOSE_REASON_GOOD_SESSIONS, "s0");
  fixture_add_dose_change (log, "2026-11-02", "plank", 11, 12, YF_DOSE_REASON_GOOD_SESSIONS, "s1 s2 s3")
    ->withdrawn_at = 1;
  fixture_add_dose_change (log, "2026-11-09", "plank", 12, 11, YF_DOSE_REASON_WORSE_MORNING, "s4");
  fixture_add_dose_change (log, "2026-11-02", "plank", 11, 13, YF_DOSE_REASON_GOOD_SESSIONS, "s1 s2 s9");
  fixture_add_dose_change (log, "2026-11-10", "glute-bridge", 9, 8, YF_DOSE_REASON_BREAK, "");
  fixture_add_dose_change (log, "2026-11-11", "plank", 11, 11, YF_DOSE_REASON_SUSPENDED, "s4 s5");
  fixture_add_dose_change (log, "2026-11-12", "plank", 11, 11, YF_DOSE_REASON_REVIEWED, "v1");
  fixture_add_dose_change (log, "2026-11-16", "plank", 11, 12, YF_DOSE_REASON_GOOD_SESSIONS, "s8");
  fixture_add_stage_change (log, "2026-08-01", YF_STAGE_RECOVERY, YF_STAGE_MAINTENANCE);
  fixture_add_stage_change (log, "2026-11-09", YF_STAGE_MAINTENANCE, YF_STAGE_RECOVERY);

  progress = fixture_look (log, "2026-11-01", "2026-11-15");
  text = describe_changes (progress);
  g_assert_cmpstr (text, ==,
                   "2026-11-02 d2 plank withdrawn [s1 s2 s3] From 2 sets…\n"
                   "2026-11-02 d4 plank [s1 s2 s9] From 2 sets…\n"
                   "2026-11-09 g2 recovery [f1 c1] There was a…\n"
                   "2026-11-09 d3 plank [s4] From 2 sets…\n"
                   "2026-11-10 d5 glute-bridge [] From 2 sets…\n"
                   "2026-11-11 d6 plank [s4 s5] Suspended: …\n"
                   "2026-11-12 d7 plank [v1] Open again …\n");
  g_assert_cmpstr (yf_progress_find_last_stage_change (progress)->id, ==, "g2");

  finding = fixture_find (progress, YF_FINDING_DOSES);
  fixture_assert_entries (finding, "s1 s2 s9 s4 s5");
  g_assert_cmpint (finding->trend, ==, YF_TREND_NONE);
  g_assert_cmpstr (finding->text, ==,
                   "The plan raised a dose 1 time, by one step. The plan lowered a dose 2 times. "
                   "The plan suspended an exercise 1 time, after it had hurt twice in a row.");
}

/* The last change of stage is known when it lies before the range, and one that
 * was withdrawn is none. */
static void
test_last_stage (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-05-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) earlier = NULL;

  fixture_add_stage_change (log, "2026-06-01", YF_STAGE_ACUTE, YF_STAGE_EASING);
  fixture_add_stage_change (log, "2026-08-01", YF_STAGE_EASING, YF_STAGE_RECOVERY);
  fixture_add_stage_change (log, "2026-10-01", YF_STAGE_RECOVERY, YF_STAGE_MAINTENANCE)->withdrawn_at = 1;

  progress = fixture_look (log, "2026-11-01", "2026-11-15");
  g_assert_cmpuint (yf_progress_get_plan_changes (progress)->len, ==, 0);
  g_assert_cmpstr (yf_progress_find_last_stage_change (progress)->id, ==, "g2");
  g_assert_null (fixture_find (progress, YF_FINDING_DOSES));

  earlier = fixture_look (log, "2026-04-01", "2026-05-15");
  g_assert_null (yf_progress_find_last_stage_change (earlier));
}

/* A flare within 90 days keeps from maintenance; and before a known onset there
 * was no episode. */
static void
test_stage (void)
{
  static const struct { const char *flare; const char *to; YfStage stage; } cases[] = {
    { NULL, "2026-11-20", YF_STAGE_MAINTENANCE },
    { "2026-11-10 08:00", "2026-11-20", YF_STAGE_RECOVERY },
    { "2026-11-21 08:00", "2026-11-20", YF_STAGE_MAINTENANCE },
    { "2026-08-20 08:00", "2026-11-20", YF_STAGE_MAINTENANCE },
    { NULL, "2026-01-20", YF_STAGE_ACUTE },
    { NULL, "2025-12-31", YF_STAGE_PREVENTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ("2025-12-01 08:00");
      g_autoptr (YfProgress) progress = NULL;

      log->profile = yf_profile_new ();
      yf_profile_set_onset (log->profile, fixture_day ("2026-01-10"));
      yf_profile_set_relief (log->profile, fixture_day ("2026-02-10"));
      if (cases[i].flare != NULL)
        fixture_add_flare (log, cases[i].flare);
      progress = fixture_look (log, "2025-12-01", cases[i].to);
      g_test_message ("case %u", (guint) i);
      g_assert_cmpint (yf_progress_get_stage (progress), ==, cases[i].stage);
    }
}

static char *
describe_periods (YfProgress *progress)
{
  GPtrArray *periods = yf_progress_get_programmes (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < periods->len; i++)
    {
      const YfProgrammePeriod *period = g_ptr_array_index (periods, i);
      g_autofree char *from = yf_day_to_string (period->from);
      g_autofree char *until = period->until != YF_DAY_NONE ? yf_day_to_string (period->until) : g_strdup ("…");
      g_autofree char *entries = g_strjoinv (" ", period->entries);

      g_assert_cmpint (period->n_sessions, ==, (int) g_strv_length (period->entries));
      g_string_append_printf (text, "%s %s %s %s%s [%s]\n", period->record->id,
                              period->programme != NULL ? yf_programme_get_clinician (period->programme) : "?", from,
                              until, period->fleeting ? " fleeting" : "", entries);
    }

  return g_string_free (text, FALSE);
}

static void
test_programmes (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-09-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) later = NULL;
  g_autofree char *text = NULL;
  g_autofree char *rest = NULL;
  static const struct { const char *day; const char *programme; } days[] = {
    { "2026-10-04", NULL }, { "2026-10-05", "p1" }, { "2026-10-09", "p1" }, { "2026-10-10", "p2" },
    { "2026-10-14", "p2" }, { "2026-10-15", NULL }, { "2026-10-20", "p1" }, { "2026-10-31", "p1" },
    { "2026-11-01", NULL }, { "2026-11-03", NULL }, { "2026-11-05", "p4" }, { "2026-12-31", "p4" },
  };

  add_training (log, "2026-10-05 07:00");   /* s1, before it was chosen */
  add_training (log, "2026-10-05 19:00");
  add_training (log, "2026-10-10 07:00");   /* s3 and s4: one each, on the day of the change */
  add_training (log, "2026-10-10 19:00");
  add_training (log, "2026-10-20 19:00");
  add_training (log, "2026-11-03 10:30");   /* s6 followed what was given up at noon */
  fixture_follow (log, "s2", "p1");
  fixture_follow (log, "s3", "p1");
  fixture_follow (log, "s4", "p2");
  fixture_follow (log, "s5", "p1");
  fixture_follow (log, "s6", "p3");

  fixture_add_programme (log, "2026-10-05 08:00", "name='A' clinician='Chen' date='2026-10-01' until='2026-10-31'",
                         "<forbidden id='plank'/>");
  fixture_add_programme (log, "2026-10-10 12:00", "name='A' clinician='Li' date='2026-10-10'",
                         "<own-exercise id='pt-heel-slide' name='Heel slide' posture='supine' both-sides='yes' "
                         "raise='3' hold='2' lower='3' rest='2' sets='2' reps='8'/>"
                         "<exercise id='pt-heel-slide'><dose sets='1' reps='6' hold='2'/></exercise>");
  fixture_add_programme (log, "2026-11-03 10:00", "name='B' clinician='Wu' date='2026-11-01'",
                         "<forbidden id='plank'/>");
  fixture_add_programme (log, "2026-11-03 15:00", "name='C' clinician='He' date='2026-11-01' from='2026-11-05'",
                         "<forbidden id='plank'/>");
  fixture_choose (log, "2026-10-05 08:00", "p1");
  fixture_choose (log, "2026-10-06 08:00", "p1");   /* agreed to once more */
  fixture_choose (log, "2026-10-10 12:00", "p2");
  fixture_choose (log, "2026-10-15 12:00", NULL);
  fixture_choose (log, "2026-10-20 12:00", "p1");
  fixture_choose (log, "2026-11-03 10:00", "p3");
  fixture_choose (log, "2026-11-03 12:00", NULL);
  fixture_choose (log, "2026-11-03 13:00", "p3");   /* and this time nothing followed it */
  fixture_choose (log, "2026-11-03 15:00", "p4");

  progress = fixture_look (log, "2026-10-01", "2026-11-30");
  text = describe_periods (progress);
  g_assert_cmpstr (text, ==,
                   "p1 Chen 2026-10-05 2026-10-09 [s2 s3]\n"
                   "p2 Li 2026-10-10 2026-10-14 [s4]\n"
                   "p1 Chen 2026-10-20 2026-10-31 [s5]\n"
                   "p3 Wu 2026-11-03 2026-11-03 fleeting [s6]\n"
                   "p4 He 2026-11-05 … []\n");

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const YfProgrammePeriod *period = yf_progress_find_programme (progress, fixture_day (days[i].day));

      g_test_message ("%s", days[i].day);
      g_assert_cmpstr (period != NULL ? period->record->id : NULL, ==, days[i].programme);
    }

  /* The end of the first, and nothing of what came after; its sessions are of
   * the range. */
  later = fixture_look (log, "2026-10-10", "2026-10-12");
  rest = describe_periods (later);
  g_assert_cmpstr (rest, ==, "p2 Li 2026-10-10 2026-10-14 [s4]\n");
}

/* A programme that cannot be read is there, and says nothing. */
static void
test_unreadable (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-09-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *text = NULL;
  YfProgrammeRecord *record;

  record = fixture_add_programme (log, "2026-10-05 08:00", "name='A' clinician='Chen' date='2026-10-01'",
                                  "<forbidden id='plank'/><schedule days-a-week='2'/>");
  g_free (record->xml);
  record->xml = g_strdup ("<programme version='99'/>");
  fixture_choose (log, "2026-10-05 08:00", "p1");

  progress = fixture_look (log, "2026-10-05", "2026-10-11");
  text = describe_periods (progress);
  g_assert_cmpstr (text, ==, "p1 ? 2026-10-05 … []\n");
  g_assert_cmpint (g_array_index (yf_progress_get_weeks (progress), YfWeek, 0).intended, ==, 3);
}

/* What a week is held against: the programme of its last day, else what the
 * person meant, and of that four days at the most. */
static void
test_intended (void)
{
  static const char item[] = "<exercise id='glute-bridge'><dose sets='1' reps='5' hold='3'/></exercise>";
  static const struct
  {
    const char *name;
    const char *content;
    const char *attributes;
    int         own;
    gboolean    easing;
    int         intended;
    gboolean    of_programme;
  } cases[] = {
    { "no programme", NULL, "", 3, FALSE, 3, FALSE },
    { "four at the most", NULL, "", 6, FALSE, 4, FALSE },
    { "breathing needs no rest", NULL, "", 6, TRUE, 6, FALSE },
    { "days a week", "<schedule days-a-week='2'/>", "", 3, FALSE, 2, TRUE },
    { "weekdays", "<schedule weekdays='mon sat'/>", "", 3, FALSE, 2, TRUE },
    { "more, and nothing to do", "<schedule days-a-week='6'/>", "", 3, FALSE, 4, TRUE },
    { "more, of what is to be done", "I<schedule days-a-week='6'/>", "", 3, FALSE, 6, TRUE },
    { "nothing said of days", "I", "", 5, FALSE, 5, FALSE },
    { "over on Saturday", "<schedule days-a-week='2'/>", "until='2026-11-07'", 3, FALSE, 3, FALSE },
    { "over on Sunday", "<schedule days-a-week='2'/>", "until='2026-11-08'", 3, FALSE, 2, TRUE },
    { "begins on Sunday", "<schedule days-a-week='2'/>", "from='2026-11-08'", 3, FALSE, 2, TRUE },
    { "begins on Monday", "<schedule days-a-week='2'/>", "from='2026-11-09'", 3, FALSE, 3, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ("2026-09-01 08:00");
      g_autoptr (YfProgress) progress = NULL;
      const YfWeek *week;

      fixture_add_schedule (log, "2026-09-01 08:00", cases[i].own);
      log->profile = yf_profile_new ();
      if (cases[i].easing)
        {
          yf_profile_set_onset (log->profile, fixture_day ("2026-10-01"));
          yf_profile_set_relief (log->profile, fixture_day ("2026-11-01"));
        }
      if (cases[i].content != NULL)
        {
          gboolean does = cases[i].content[0] == 'I';
          g_autofree char *content = g_strconcat (does ? item : "<forbidden id='plank'/>", cases[i].content + does, NULL);
          g_autofree char *attributes = g_strconcat ("name='A' clinician='B' date='2026-10-01' ", cases[i].attributes,
                                                     NULL);

          fixture_add_programme (log, "2026-10-05 08:00", attributes, content);
          fixture_choose (log, "2026-10-05 08:00", "p1");
        }

      progress = fixture_look (log, "2026-11-02", "2026-11-15");
      week = &g_array_index (yf_progress_get_weeks (progress), YfWeek, 0);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (week->intended, ==, cases[i].intended);
      g_assert_cmpstr (week->programme, ==, cases[i].of_programme ? "p1" : NULL);
    }
}

static void
assert_reminders (const YfReminderCounts *counts,
                  const char             *expected)
{
  g_autofree char *reasons = yf_progress_describe_reasons (counts->reasons);
  g_autofree char *text = g_strdup_printf ("%d = %d start + %d not today + %d; days %d trained %d; mornings %d told %d; %s",
                                           counts->n_shown, counts->n_start, counts->n_not_today, counts->n_unanswered,
                                           counts->n_days, counts->n_days_trained, counts->n_mornings,
                                           counts->n_mornings_told, reasons);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_reminders (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  YfSessionRecord *empty;
  GArray *weeks;
  const YfFinding *finding;

#define REMIND(when, kind, answer, reason) \
  fixture_add_reminder (log, when, YF_REMINDER_##kind, YF_REMINDER_##answer, YF_SKIP_##reason)
  REMIND ("2026-11-01 19:00", SESSION, START, UNSAID);            /* before the range */
  REMIND ("2026-11-02 19:00", SESSION, START, UNSAID);
  add_training (log, "2026-11-02 19:05");
  REMIND ("2026-11-03 08:00", MORNING, TOLD, UNSAID);
  REMIND ("2026-11-04 19:00", SESSION, UNANSWERED, UNSAID);       /* twice on a day, and then */
  REMIND ("2026-11-04 20:30", SESSION_AGAIN, UNANSWERED, UNSAID);
  add_training (log, "2026-11-04 20:50");
  REMIND ("2026-11-05 08:00", MORNING, UNANSWERED, UNSAID);
  add_training (log, "2026-11-06 18:00");                         /* that was before it */
  REMIND ("2026-11-06 19:00", SESSION, NOT_TODAY, DONE_OTHERWISE);
  REMIND ("2026-11-08 19:00", SESSION, START, UNSAID);            /* and nothing was done */
  empty = fixture_add_session (log, "2026-11-08 19:05");
  empty->state = YF_RECORD_STOPPED;
  add_training (log, "2026-11-09 00:10");                         /* the day after */
  REMIND ("2026-11-10 19:00", SESSION, NOT_TODAY, PAIN);
  REMIND ("2026-11-10 20:30", SESSION_AGAIN, NOT_TODAY, PAIN);
  REMIND ("2026-11-12 19:00", SESSION, NOT_TODAY, NO_TIME);
  REMIND ("2026-11-16 19:00", SESSION, START, UNSAID);            /* after the range */
#undef REMIND

  progress = fixture_look (log, "2026-11-02", "2026-11-15");
  weeks = yf_progress_get_weeks (progress);
  g_assert_cmpuint (weeks->len, ==, 2);
  assert_reminders (&g_array_index (weeks, YfWeek, 0).reminders,
                    "5 = 2 start + 1 not today + 2; days 4 trained 2; mornings 2 told 1; Already moved enough (1)");
  assert_reminders (&g_array_index (weeks, YfWeek, 1).reminders,
                    "3 = 0 start + 3 not today + 0; days 2 trained 0; mornings 0 told 0; It hurts (2) · No time (1)");
  assert_reminders (yf_progress_get_reminders (progress),
                    "8 = 2 start + 4 not today + 2; days 6 trained 2; mornings 2 told 1; "
                    "It hurts (2) · No time (1) · Already moved enough (1)");

  finding = fixture_find (progress, YF_FINDING_REMINDERS);
  fixture_assert_entries (finding, "m2 m4 m5 m7 m8 m9 m10 m11");
  g_assert_cmpstr (finding->text, ==, "There was a reminder on 6 days; a session followed on 2 of them.");
}

/* Of a few nothing is said. */
static void
test_few (void)
{
  for (int n = 4; n <= 5; n++)
    {
      g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
      g_autoptr (YfProgress) progress = NULL;

      for (int i = 1; i <= n; i++)
        {
          g_autofree char *when = g_strdup_printf ("2026-11-%02d 19:00", i);

          fixture_add_reminder (log, when, YF_REMINDER_SESSION, YF_REMINDER_UNANSWERED, YF_SKIP_UNSAID);
          fixture_add_reminder (log, when, YF_REMINDER_MORNING, YF_REMINDER_TOLD, YF_SKIP_UNSAID);
          fixture_add_break (log, when, YF_BREAK_DONE, YF_SKIP_UNSAID);
        }
      progress = fixture_look (log, "2026-11-01", "2026-11-15");
      g_assert_cmpint (yf_progress_get_reminders (progress)->n_days, ==, n);
      g_assert_cmpint (fixture_find (progress, YF_FINDING_REMINDERS) != NULL, ==, n == 5);
      g_assert_cmpint (fixture_find (progress, YF_FINDING_BREAKS) != NULL, ==, n == 5);
    }
}

static void
test_breaks (void)
{
  static const struct { const char *when; YfBreakAnswer answer; YfSkipReason reason; } breaks[] = {
    { "2026-11-01 23:59", YF_BREAK_DONE, YF_SKIP_UNSAID },
    { "2026-11-02 00:00", YF_BREAK_DONE, YF_SKIP_UNSAID },
    { "2026-11-02 10:00", YF_BREAK_DONE, YF_SKIP_UNSAID },
    { "2026-11-02 11:00", YF_BREAK_PARTLY, YF_SKIP_UNSAID },
    { "2026-11-08 23:59", YF_BREAK_SKIPPED, YF_SKIP_NO_PLACE },
    { "2026-11-09 10:00", YF_BREAK_SKIPPED, YF_SKIP_UNSAID },
    { "2026-11-09 11:00", YF_BREAK_SKIPPED, YF_SKIP_NO_PLACE },
    { "2026-11-09 12:00", YF_BREAK_UNANSWERED, YF_SKIP_UNSAID },
    { "2026-11-16 00:00", YF_BREAK_DONE, YF_SKIP_UNSAID },
  };
  g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *reasons = NULL;
  const YfBreakCounts *all;
  const YfBreakCounts *first;
  const YfFinding *finding;

  for (gsize i = 0; i < G_N_ELEMENTS (breaks); i++)
    fixture_add_break (log, breaks[i].when, breaks[i].answer, breaks[i].reason);

  progress = fixture_look (log, "2026-11-02", "2026-11-15");
  first = &g_array_index (yf_progress_get_weeks (progress), YfWeek, 0).breaks;
  g_assert_cmpint (first->n_offered, ==, 4);
  g_assert_cmpint (first->n_done, ==, 2);
  g_assert_cmpint (first->n_partly, ==, 1);
  g_assert_cmpint (first->n_skipped, ==, 1);
  g_assert_cmpint (first->n_unanswered, ==, 0);

  all = yf_progress_get_breaks (progress);
  g_assert_cmpint (all->n_offered, ==, 7);
  g_assert_cmpint (all->n_done, ==, 2);
  g_assert_cmpint (all->n_partly, ==, 1);
  g_assert_cmpint (all->n_skipped, ==, 3);
  g_assert_cmpint (all->n_unanswered, ==, 1);
  reasons = yf_progress_describe_reasons (all->reasons);
  g_assert_cmpstr (reasons, ==, "Not possible where I am (2) · No reason given (1)");

  finding = fixture_find (progress, YF_FINDING_BREAKS);
  fixture_assert_entries (finding, "b2 b3 b4 b5 b6 b7 b8");
  g_assert_cmpstr (finding->text, ==, "7 breaks from sitting were offered; 2 of them were done. 1 more was done in part.");
}

static void
test_declared (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  GArray *flares;
  const YfWeek *week;
  const YfFlareDay *flare;

  fixture_add_flare (log, "2026-11-01 08:00");                /* before the range */
  fixture_add_check_in (log, "2026-11-02 08:00", 8, 0);
  fixture_add_check_in (log, "2026-11-03 08:00", 2, 0);
  fixture_add_flare (log, "2026-11-03 09:00");
  fixture_add_check_in (log, "2026-11-04 07:00", 2, 0);
  fixture_add_check_in (log, "2026-11-04 08:00", 9, 0);
  fixture_add_flare (log, "2026-11-04 09:00");
  fixture_add_flare (log, "2026-11-04 10:00");                /* said twice */

  progress = fixture_look (log, "2026-11-02", "2026-11-08");
  flares = yf_progress_get_flares (progress);
  g_assert_cmpuint (flares->len, ==, 3);
  flare = &g_array_index (flares, YfFlareDay, 0);
  g_assert_cmpstr (flare->declared, ==, NULL);
  g_assert_cmpstr (flare->measured, ==, "c1");
  flare = &g_array_index (flares, YfFlareDay, 1);
  g_assert_cmpstr (flare->declared, ==, "f2");
  g_assert_cmpstr (flare->measured, ==, NULL);
  flare = &g_array_index (flares, YfFlareDay, 2);
  g_assert_cmpstr (flare->declared, ==, "f3");
  g_assert_cmpstr (flare->measured, ==, "c4");

  week = &g_array_index (yf_progress_get_weeks (progress), YfWeek, 0);
  g_assert_cmpuint (week->flares, ==, 7);
  g_assert_cmpint (week->n_kept, ==, 3);
  fixture_assert_entries (fixture_find (progress, YF_FINDING_KEPT), "c1 c4 f2 f3");
  fixture_assert_entries (fixture_find (progress, YF_FINDING_FLARES), "c1 c4 f2 f3");
  g_assert_cmpstr (fixture_find (progress, YF_FINDING_FLARES)->text, ==,
                   "There was a flare on 2 days: pain of 7 or more, or 3 or more above the usual. "
                   "A flare that the pain scores do not show was declared on 1 day.");
}

/* A day on which a programme wants rest is kept, and is no flare: for the plan too. */
static void
test_rest (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfToday) today = NULL;
  g_autoptr (YfRules) rules = yf_rules_new_builtin (fixture_get_catalogue (), NULL);
  g_autoptr (YfProfile) nobody = yf_profile_new ();
  YfSessionRecord *record;
  const YfWeek *week;
  gint32 utc_offset;

  fixture_add_programme (log, "2026-11-02 06:00", "name='A' clinician='Chen' date='2026-11-01' until='2026-11-05'",
                         "<forbidden id='plank'/><pain stop-at='7' rest-at='4'/>");
  fixture_choose (log, "2026-11-02 06:00", "p1");
  fixture_add_check_in (log, "2026-11-02 08:00", 3, 3);
  fixture_add_check_in (log, "2026-11-03 08:00", 0, 4);
  record = fixture_add_session (log, "2026-11-04 08:00");            /* nothing counted */
  g_clear_pointer (&record->check_in, yf_check_in_free);
  record->check_in = yf_check_in_new ();
  yf_check_in_set_pain_back (record->check_in, 5);
  fixture_add_check_in (log, "2026-11-06 08:00", 4, 0);               /* it is over */

  progress = fixture_look (log, "2026-11-02", "2026-11-08");
  week = &g_array_index (yf_progress_get_weeks (progress), YfWeek, 0);
  g_assert_cmpuint (week->kept, ==, 2 | 4);
  g_assert_cmpuint (week->flares, ==, 0);
  g_assert_cmpint (week->n_kept, ==, 2);
  fixture_assert_entries (fixture_find (progress, YF_FINDING_KEPT), "s1 c2");

  today = yf_today_new (log, fixture_get_catalogue (), rules, nobody, NULL,
                        fixture_moment ("2026-11-08 12:00", &utc_offset));
  g_assert_cmpint (yf_today_get_week (today)->n_kept, ==, week->n_kept);
}

/* Progress and plan say the same of the flares of every day, of the stage and
 * of the week, of people who are made up. */
static void
test_agrees (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfRules) rules = yf_rules_new_builtin (fixture_get_catalogue (), &error);
  YfDay today = fixture_day ("2026-11-20");
  guint n_flares = 0;

  g_assert_no_error (error);
  for (guint32 seed = 1; seed <= 4; seed++)
    {
      g_autoptr (YfLog) log = yf_demo_new_log (fixture_get_catalogue (), rules, today, 200, seed);
      g_autoptr (YfProgress) progress = yf_progress_new (log, fixture_get_catalogue (), YF_DAY_NONE, today);
      gint32 utc_offset;
      g_autoptr (YfToday) plan = yf_today_new (log, fixture_get_catalogue (), rules, log->profile, NULL,
                                               fixture_moment ("2026-11-20 12:00", &utc_offset));
      g_autoptr (GArray) days = NULL;
      GArray *flares = yf_progress_get_flares (progress);
      GArray *weeks = yf_progress_get_weeks (progress);
      const YfWeek *week = &g_array_index (weeks, YfWeek, weeks->len - 1);
      const YfWeekPlan *planned = yf_today_get_week (plan);

      days = yf_history_find_flares (yf_today_get_history (plan), today);
      g_assert_cmpuint (flares->len, ==, days->len);
      for (guint i = 0; i < days->len; i++)
        g_assert_cmpint (g_array_index (flares, YfFlareDay, i).day, ==, g_array_index (days, YfDay, i));
      n_flares += days->len;

      g_assert_cmpint (yf_progress_get_stage (progress), ==, yf_day_plan_get_stage (yf_today_get_plan (plan)));
      g_assert_cmpint (week->monday, ==, planned->monday);
      g_assert_cmpint (week->n_kept, ==, planned->n_kept);
      g_assert_cmpint (week->intended, ==, planned->intended);
    }
  g_assert_cmpuint (n_flares, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/plan/changes", test_changes);
  g_test_add_func ("/progress/plan/last-stage", test_last_stage);
  g_test_add_func ("/progress/plan/stage", test_stage);
  g_test_add_func ("/progress/plan/programmes", test_programmes);
  g_test_add_func ("/progress/plan/unreadable", test_unreadable);
  g_test_add_func ("/progress/plan/intended", test_intended);
  g_test_add_func ("/progress/plan/reminders", test_reminders);
  g_test_add_func ("/progress/plan/few", test_few);
  g_test_add_func ("/progress/plan/breaks", test_breaks);
  g_test_add_func ("/progress/plan/declared", test_declared);
  g_test_add_func ("/progress/plan/rest", test_rest);
  g_test_add_func ("/progress/plan/agrees", test_agrees);

  return g_test_run ();
}
