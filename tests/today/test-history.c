/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today-fixture.h"

#include "yf-followed.h"
#include "yf-history-from-log.h"

/* What of a log becomes the history of the plan. */

static const YfDose DOSE = { 2, 10, 3 * YF_SECOND };

static YfHistory *
read_history (YfLog *log)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);

  g_assert_no_error (error);

  return yf_history_new_from_log (log, catalogue);
}

static void
test_session (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfHistory) history = NULL;
  const YfAfter after = { 1, 4, YF_PAIN_UNANSWERED, 6, NULL };
  const YfStop stop = { .item = 1, .pain = 5 };
  const YfAdjustment less = { .item = 1, .dose = { 1, 8, 2 * YF_SECOND } };
  const YfAdjustment least = { .item = 1, .dose = { 1, 5, 2 * YF_SECOND } };
  YfSessionRecord *session = add_session (log, "one", "2026-03-02", 19, HERE);
  const YfHistorySession *first;
  const YfHistoryExercise *support;
  const YfHistoryExercise *bridge;

  session->state = YF_RECORD_STOPPED;
  session->check_in = yf_check_in_new ();
  yf_check_in_set_pain_back (session->check_in, 2);
  session->after = yf_after_copy (&after);
  session->morning = YF_MORNING_WORSE;
  session->morning_at = moment_of ("2026-03-03", 7, HERE);
  add_exercise (session, "five-point-support", &DOSE, 20, YF_RECORD_COMPLETED);
  add_exercise (session, "glute-bridge", &DOSE, 4, YF_RECORD_STOPPED);
  g_ptr_array_add (session->stops, yf_stop_copy (&stop));
  g_ptr_array_add (session->stops, yf_stop_copy (&stop));
  yf_session_record_add_adjustment (session, &less);
  yf_session_record_add_adjustment (session, &least);

  history = read_history (log);
  g_assert_cmpuint (history->sessions->len, ==, 1);
  first = yf_history_get_session (history, 0);
  g_assert_cmpstr (first->entry, ==, "one");
  g_assert_cmpint (first->day, ==, day_of ("2026-03-02"));
  g_assert_cmpint (first->before_back, ==, 2);
  g_assert_cmpint (first->before_leg, ==, YF_PAIN_UNANSWERED);
  g_assert_cmpint (first->after_back, ==, 4);
  g_assert_cmpint (first->after_leg, ==, YF_PAIN_UNANSWERED);
  g_assert_cmpint (first->effort, ==, 6);
  g_assert_cmpint (first->morning, ==, YF_NEXT_MORNING_WORSE);
  g_assert_cmpint (first->morning_day, ==, day_of ("2026-03-03"));

  g_assert_cmpuint (history->exercises->len, ==, 2);
  support = &g_array_index (history->exercises, YfHistoryExercise, 0);
  bridge = &g_array_index (history->exercises, YfHistoryExercise, 1);
  g_assert_cmpstr (support->exercise, ==, "five-point-support");
  g_assert_true (yf_dose_equal (&support->done, &DOSE));
  g_assert_cmpint (support->reps, ==, 20);
  g_assert_cmpint (support->state, ==, YF_DONE_COMPLETED);
  g_assert_cmpint (support->stops, ==, 0);
  g_assert_true (yf_dose_equal (&bridge->done, &least.dose));
  g_assert_cmpint (bridge->reps, ==, 4);
  g_assert_cmpint (bridge->state, ==, YF_DONE_STOPPED);
  g_assert_cmpint (bridge->stops, ==, 2);
}

static void
test_unanswered (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfHistory) history = NULL;
  YfSessionRecord *running = add_session (log, "runs", "2026-03-01", 19, HERE);
  YfSessionRecord *cut = add_session (log, "cut", "2026-03-02", 19, HERE);
  const YfHistorySession *session;

  running->state = YF_RECORD_RUNNING;
  add_exercise (running, "plank", &DOSE, 3, YF_RECORD_RUNNING);
  cut->state = YF_RECORD_CUT;
  /* Answered without a moment is not answered. */
  cut->morning = YF_MORNING_SAME;
  add_exercise (cut, "plank", &DOSE, 3, YF_RECORD_CUT);
  add_exercise (cut, "kegel", &DOSE, 0, YF_RECORD_RUNNING);

  history = read_history (log);
  g_assert_cmpuint (history->sessions->len, ==, 1);
  session = yf_history_get_session (history, 0);
  g_assert_cmpstr (session->entry, ==, "cut");
  g_assert_cmpint (session->before_back, ==, YF_PAIN_UNANSWERED);
  g_assert_cmpint (session->after_leg, ==, YF_PAIN_UNANSWERED);
  g_assert_cmpint (session->effort, ==, YF_EFFORT_UNANSWERED);
  g_assert_cmpint (session->morning, ==, YF_NEXT_MORNING_UNANSWERED);
  g_assert_cmpint (session->morning_day, ==, YF_DAY_NONE);
  g_assert_cmpint (g_array_index (history->exercises, YfHistoryExercise, 0).state, ==, YF_DONE_CUT);
  g_assert_cmpint (g_array_index (history->exercises, YfHistoryExercise, 1).state, ==, YF_DONE_CUT);
}

/* The same moment is another day elsewhere; a day is the day it was there. */
static void
test_places (void)
{
  static const struct
  {
    const char *day;      /* where the person was */
    int         hour;
    int         offset;
    int         morning_after;  /* hours */
    const char *morning_day;
  } cases[] = {
    { "2026-03-08", 23, -5, 9, "2026-03-09" },   /* the night before New York changes its clocks */
    { "2026-03-08", 0, -5, 9, "2026-03-08" },    /* just after midnight: the morning of the same day */
    { "2026-03-29", 1, 1, 23, "2026-03-30" },    /* Berlin, an hour before the clocks change */
    { "2026-03-29", 23, 2, 9, "2026-03-30" },
    { "2026-10-25", 0, 2, 24, "2026-10-26" },    /* the day that has 25 hours */
    { "2026-03-02", 23, 14, 1, "2026-03-03" },   /* Kiribati */
    { "2026-03-02", 1, -11, 1, "2026-03-02" },   /* Samoa, the same hour of another day */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (YfHistory) history = NULL;
      YfSessionRecord *session = add_session (log, "one", cases[i].day, cases[i].hour, cases[i].offset);

      session->morning = YF_MORNING_SAME;
      session->morning_at = session->started + cases[i].morning_after * 3600 * (gint64) G_USEC_PER_SEC;
      history = read_history (log);
      g_assert_cmpint (yf_history_get_session (history, 0)->day, ==, day_of (cases[i].day));
      g_assert_cmpint (yf_history_get_session (history, 0)->morning_day, ==, day_of (cases[i].morning_day));
    }
}

static void
test_days (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfHistory) history = NULL;
  YfReviewRecord *review = yf_review_record_new ("plank", NULL, moment_of ("2026-03-04", 9, HERE));
  YfActivityRecord *walk = yf_activity_record_new (YF_ACTIVITY_WALKING, moment_of ("2026-03-05", 9, HERE), 30);

  add_check_in (log, "2026-03-02", 9, 7, YF_PAIN_UNANSWERED);
  add_flare (log, "2026-03-03");
  review->utc_offset = walk->utc_offset = HERE * 3600;
  g_ptr_array_add (log->reviews, review);
  g_ptr_array_add (log->activities, walk);

  history = read_history (log);
  g_assert_cmpint (g_array_index (history->check_ins, YfHistoryCheckIn, 0).day, ==, day_of ("2026-03-02"));
  g_assert_cmpint (g_array_index (history->check_ins, YfHistoryCheckIn, 0).back, ==, 7);
  g_assert_cmpint (g_array_index (history->check_ins, YfHistoryCheckIn, 0).leg, ==, YF_PAIN_UNANSWERED);
  g_assert_cmpint (g_array_index (history->flares, YfHistoryMark, 0).day, ==, day_of ("2026-03-03"));
  g_assert_cmpint (g_array_index (history->reviews, YfHistoryReview, 0).day, ==, day_of ("2026-03-04"));
  g_assert_cmpstr (g_array_index (history->reviews, YfHistoryReview, 0).exercise, ==, "plank");
  g_assert_cmpstr (g_array_index (history->reviews, YfHistoryReview, 0).entry, ==, review->id);
  g_assert_cmpint (g_array_index (history->activities, YfHistoryMark, 0).day, ==, day_of ("2026-03-05"));
}

static void
assert_schedule (YfHistory  *history,
                 const char *day,
                 int         days_a_week,
                 guint       weekdays)
{
  const YfHistorySchedule *schedule = yf_history_find_schedule (history, day_of (day));

  g_assert_cmpint (schedule != NULL ? schedule->days_a_week : YF_HISTORY_DEFAULT_DAYS, ==, days_a_week);
  g_assert_cmpuint (schedule != NULL ? schedule->weekdays : 0, ==, weekdays);
}

#define BAN "<forbidden id=\"full-swallow\"/>"

/* A programme's days go before the person's, and give way to them when it is over. */
static void
test_schedules (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfHistory) history = NULL;

  add_schedule (log, "2026-03-02", 4);
  add_programme (log, "often", "2026-03-05", "2026-03-20", BAN "<schedule weekdays=\"mon thu\"/>");
  add_programme (log, "silent", "2026-04-01", NULL, BAN);
  add_programme (log, "daily", "2026-05-01", NULL, BAN "<schedule days-a-week=\"7\"/>");
  add_choice (log, "often", "2026-03-06", 9);
  add_schedule (log, "2026-03-10", 2);
  add_choice (log, "silent", "2026-04-01", 9);
  add_choice (log, "daily", "2026-05-01", 9);
  add_choice (log, NULL, "2026-05-10", 9);

  history = read_history (log);
  assert_schedule (history, "2026-03-01", 3, 0);
  assert_schedule (history, "2026-03-02", 4, 0);
  assert_schedule (history, "2026-03-05", 4, 0);
  assert_schedule (history, "2026-03-06", 2, 1 << 0 | 1 << 3);
  assert_schedule (history, "2026-03-10", 2, 1 << 0 | 1 << 3);
  assert_schedule (history, "2026-03-20", 2, 1 << 0 | 1 << 3);
  assert_schedule (history, "2026-03-21", 2, 0);
  assert_schedule (history, "2026-04-02", 2, 0);
  assert_schedule (history, "2026-05-01", 7, 0);
  assert_schedule (history, "2026-05-09", 7, 0);
  assert_schedule (history, "2026-05-10", 2, 0);
}

/* Which programme holds when; the moment of asking is 1 June at noon. */
static void
test_followed (void)
{
  static const struct
  {
    const char *choices;   /* programme@day-hour, in order */
    const char *expected;  /* programme from until */
  } cases[] = {
    { "", "" },
    { "long@2026-03-01-9", "long 2026-03-01 none chosen\n" },
    { "long@2026-03-01-9 none@2026-03-10-9", "long 2026-03-01 2026-03-09\n" },
    /* Chosen twice on one day: the last holds on all of it. */
    { "long@2026-03-01-9 short@2026-03-01-10", "short 2026-03-01 2026-03-31 chosen\n" },
    { "long@2026-03-01-9 none@2026-03-01-10", "" },
    /* Agreed to once more: nothing begins anew. */
    { "long@2026-03-01-9 long@2026-03-08-9 long@2026-03-09-9", "long 2026-03-01 none chosen\n" },
    { "long@2026-03-01-9 long@2026-03-08-9 none@2026-03-09-9", "long 2026-03-01 2026-03-08\n" },
    { "long@2026-03-01-9 short@2026-03-05-9 long@2026-03-10-9",
      "long 2026-03-01 2026-03-04\nshort 2026-03-05 2026-03-09\nlong 2026-03-10 none chosen\n" },
    /* Not valid yet, and never in its time. */
    { "late@2026-03-01-9", "late 2026-09-01 none chosen\n" },
    { "late@2026-03-01-9 long@2026-03-05-9", "long 2026-03-05 none chosen\n" },
    { "short@2026-04-01-9", "" },
    /* Of after the moment of asking. */
    { "long@2026-03-01-9 none@2026-06-01-13", "long 2026-03-01 none chosen\n" },
    { "long@2026-06-01-13", "" },
    /* One that is in no list. */
    { "lost@2026-03-01-9", "" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (GPtrArray) followed = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      g_auto (GStrv) choices = g_strsplit (cases[i].choices, " ", -1);

      add_programme (log, "long", "2026-01-01", NULL, BAN);
      add_programme (log, "short", "2026-01-01", "2026-03-31", BAN);
      add_programme (log, "late", "2026-09-01", NULL, BAN);
      for (char **choice = choices; *choice != NULL; choice++)
        {
          g_auto (GStrv) parts = g_strsplit (*choice, "@", 2);
          g_autofree char *day = g_strndup (parts[1], strlen ("2026-01-01"));

          add_choice (log, g_str_equal (parts[0], "none") ? NULL : parts[0], day,
                      atoi (parts[1] + strlen ("2026-01-01-")));
        }

      followed = yf_followed_list (log, catalogue, moment_of ("2026-06-01", 12, HERE));
      for (guint j = 0; j < followed->len; j++)
        {
          const YfFollowed *one = g_ptr_array_index (followed, j);
          g_autofree char *from = yf_day_to_string (one->from);
          g_autofree char *until = yf_day_is_known (one->until) ? yf_day_to_string (one->until) : g_strdup ("none");

          g_string_append_printf (text, "%s %s %s%s\n", one->id, from, until, one->chosen ? " chosen" : "");
          g_assert_no_error (one->trouble);
          for (YfDay day = one->from; day < one->from + 5; day++)
            g_assert_true (yf_followed_find (followed, day) == one ||
                           (yf_day_is_known (one->until) && day > one->until));
        }
      g_assert_cmpstr (text->str, ==, cases[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/history/session", test_session);
  g_test_add_func ("/today/history/unanswered", test_unanswered);
  g_test_add_func ("/today/history/places", test_places);
  g_test_add_func ("/today/history/days", test_days);
  g_test_add_func ("/today/history/schedules", test_schedules);
  g_test_add_func ("/today/history/followed", test_followed);

  return g_test_run ();
}
