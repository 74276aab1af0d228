/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

static void
test_empty (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) open = fixture_look (log, NULL, NULL);
  g_autoptr (YfProgress) bound = fixture_look (log, "2026-11-01", "2026-11-30");
  const YfTotals nothing = { 0 };
  int n[4];

  g_assert_cmpint (yf_progress_get_from (open), ==, YF_DAY_NONE);
  g_assert_cmpint (yf_progress_get_to (open), ==, YF_DAY_NONE);
  g_assert_cmpuint (yf_progress_get_weeks (open)->len, ==, 0);

  g_assert_cmpuint (yf_progress_get_weeks (bound)->len, ==, 6);
  g_assert_cmpmem (yf_progress_get_totals (bound), sizeof nothing, &nothing, sizeof nothing);
  g_assert_cmpuint (yf_progress_get_pains (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_stops (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_exercises (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_doses (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_provocations (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_raised (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_functions (bound)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_findings (bound)->len, ==, 0);
  yf_progress_get_mornings (bound, &n[0], &n[1], &n[2], &n[3]);
  g_assert_cmpint (n[0] + n[1] + n[2] + n[3], ==, 0);

  /* Nobody had begun, so nobody missed anything. */
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (g_array_index (yf_progress_get_weeks (bound), YfWeek, i).intended, ==, 0);
}

/* What one entry of each kind alone makes of the days, and of the sentences. */
static void
test_one_entry (void)
{
  for (int kind = 0; kind < YF_N_ENTRY_KINDS; kind++)
    {
      g_autoptr (YfLog) log = fixture_new_log (NULL);
      g_autoptr (YfProgress) progress = NULL;

      switch (kind)
        {
        case YF_ENTRY_SESSION:
          fixture_add_session (log, "2026-11-20 19:00");
          break;
        case YF_ENTRY_CHECK_IN:
          fixture_add_check_in (log, "2026-11-20 19:00", 4, YF_PAIN_UNANSWERED);
          break;
        case YF_ENTRY_RELIEF:
          fixture_add_relief (log, "2026-11-20 19:00");
          break;
        case YF_ENTRY_ACTIVITY:
          fixture_add_activity (log, "2026-11-20 19:00");
          break;
        case YF_ENTRY_RATING:
          fixture_add_rating (log, "2026-11-20 19:00", "a4 b5");
          break;
        default:
          fixture_add_score (log, YF_CLINIC_ODI, "2026-11-20", 40);
          break;
        }

      progress = fixture_look (log, NULL, NULL);
      g_assert_cmpint (yf_progress_get_from (progress), ==, fixture_day ("2026-11-20"));
      g_assert_cmpint (yf_progress_get_to (progress), ==, fixture_day ("2026-11-20"));
      g_assert_cmpuint (yf_progress_get_weeks (progress)->len, ==, 1);
      g_assert_cmpint (yf_progress_get_totals (progress)->n_sessions, ==, kind == YF_ENTRY_SESSION);
      g_assert_cmpint (yf_progress_get_totals (progress)->n_check_ins, ==, kind == YF_ENTRY_CHECK_IN);
      g_assert_cmpint (yf_progress_get_totals (progress)->n_reliefs, ==, kind == YF_ENTRY_RELIEF);
      g_assert_cmpint (yf_progress_get_totals (progress)->n_activities, ==, kind == YF_ENTRY_ACTIVITY);
      g_assert_cmpuint (yf_progress_get_functions (progress)->len, ==, kind == YF_ENTRY_RATING);
      for (guint i = 0; i < yf_progress_get_findings (progress)->len; i++)
        {
          const YfFinding *finding = g_ptr_array_index (yf_progress_get_findings (progress), i);

          g_assert_cmpint (finding->trend, ==, YF_TREND_NONE);
          g_assert_null (finding->source);
        }
    }
}

/* The ends that are not given are those of the log, and never cross. */
static void
test_extent (void)
{
  static const struct { const char *from; const char *to; const char *first; const char *last; } cases[] = {
    { NULL, NULL, "2026-10-05", "2026-11-20" },
    { "2026-11-01", NULL, "2026-11-01", "2026-11-20" },
    { NULL, "2026-11-01", "2026-10-05", "2026-11-01" },
    { "2026-12-01", NULL, "2026-12-01", "2026-12-01" },
    { NULL, "2026-09-01", "2026-09-01", "2026-09-01" },
    { "2026-01-01", "2026-12-31", "2026-01-01", "2026-12-31" },
    { "2026-11-20", "2026-11-20", "2026-11-20", "2026-11-20" },
  };

  g_autoptr (YfLog) log = fixture_new_log (NULL);

  fixture_add_check_in (log, "2026-10-05 07:00", 1, 1);
  fixture_add_session (log, "2026-11-20 19:00");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProgress) progress = fixture_look (log, cases[i].from, cases[i].to);

      g_assert_cmpint (yf_progress_get_from (progress), ==, fixture_day (cases[i].first));
      g_assert_cmpint (yf_progress_get_to (progress), ==, fixture_day (cases[i].last));
      g_assert_true (yf_progress_get_log (progress) == log);
      g_assert_true (yf_progress_get_catalogue (progress) == fixture_get_catalogue ());
    }
}

static void
test_ranges (void)
{
  static const struct { YfRange range; const char *first; const char *from; int days; } cases[] = {
    { YF_RANGE_TWO_WEEKS, NULL, "2026-11-07", 14 },
    { YF_RANGE_TWO_WEEKS, "2020-01-01", "2026-11-07", 14 },
    { YF_RANGE_THREE_MONTHS, NULL, "2026-08-22", 91 },
    { YF_RANGE_YEAR, NULL, "2025-11-21", 365 },
    { YF_RANGE_ALL, "2026-11-20", "2026-11-20", 1 },
    { YF_RANGE_ALL, "2021-11-20", "2021-11-20", 1827 },
    { YF_RANGE_ALL, NULL, "2026-11-20", 1 },
    /* An entry of tomorrow: the clock went back, or the person flew. */
    { YF_RANGE_ALL, "2026-11-21", "2026-11-20", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YfDay from;
      YfDay to;

      yf_range_get_days (cases[i].range, fixture_day ("2026-11-20"), fixture_day (cases[i].first), &from, &to);
      g_assert_cmpint (from, ==, fixture_day (cases[i].from));
      g_assert_cmpint (to, ==, fixture_day ("2026-11-20"));
      g_assert_cmpint (to - from + 1, ==, cases[i].days);
    }
}

static void
test_totals (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  YfSessionRecord *record;
  const YfTotals *totals;

  /* Before the range, and after it. */
  fixture_plan (fixture_add_session (log, "2026-10-31 23:59"), "glute-bridge", 1, 5, 3);
  record = fixture_add_session (log, "2026-11-01 00:00");
  fixture_say_before (record, 3, 3);
  fixture_plan (record, "glute-bridge", 2, 5, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 5);
  fixture_do (record, YF_SIDE_NONE, 2, 4);
  fixture_stop (record, YF_SIDE_NONE, 5, YF_SEGMENT_RAISE, 6);
  record->state = YF_RECORD_STOPPED;
  record->ended = record->started + 61 * YF_SECOND + 999999;

  /* Typed in: nobody knows how long it took. */
  record = fixture_add_session (log, "2026-11-02 19:00");
  fixture_plan (record, "glute-bridge", 1, 5, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 5);
  record->ended = record->started;
  record->origin = YF_ORIGIN_ENTERED;
  fixture_add_edit (log, YF_ENTRY_SESSION, NULL, record->id);

  /* Cut off with the clock set back. */
  record = fixture_add_session (log, "2026-11-03 19:00");
  record->ended = record->started - YF_SECOND;
  record->state = YF_RECORD_CUT;

  /* Under way. */
  record = fixture_add_session (log, "2026-11-04 19:00");
  fixture_say_before (record, 9, 9);
  yf_check_in_set_flag (record->check_in, "radiating", TRUE, YF_DAYS_UNSAID);
  fixture_plan (record, "plank", 1, 5, 10);
  fixture_do (record, YF_SIDE_NONE, 1, 5);
  fixture_stop (record, YF_SIDE_NONE, 5, YF_SEGMENT_RAISE, 6);
  record->state = YF_RECORD_RUNNING;
  record->ended = 0;
  record->morning = YF_MORNING_WORSE;

  fixture_plan (fixture_add_session (log, "2026-12-01 00:00"), "glute-bridge", 1, 5, 3);

  fixture_add_check_in (log, "2026-11-05 08:00", 2, 2);
  fixture_add_check_in (log, "2026-12-05 08:00", 2, 2);
  fixture_add_activity (log, "2026-11-06 08:00");
  fixture_add_relief (log, "2026-11-07 08:00");
  fixture_add_relief (log, "2026-11-08 08:00")->state = YF_RECORD_RUNNING;
  fixture_add_rating (log, "2026-11-09 08:00", "a1");
  fixture_add_score (log, YF_CLINIC_RMDQ, "2026-11-10", 4);
  fixture_add_score (log, YF_CLINIC_RMDQ, "2026-12-10", 4);

  /* Changed twice, added, taken out; and one outside of the range. */
  fixture_add_edit (log, YF_ENTRY_CHECK_IN, "gone", "gone-too");
  fixture_add_edit (log, YF_ENTRY_CHECK_IN, "gone-too", "c1");
  fixture_add_edit (log, YF_ENTRY_ACTIVITY, NULL, "a1");
  fixture_add_edit (log, YF_ENTRY_RELIEF, "x9", NULL);
  fixture_add_edit (log, YF_ENTRY_RATING, NULL, "r1");
  fixture_add_edit (log, YF_ENTRY_SCORE, NULL, "o1");
  fixture_add_edit (log, YF_ENTRY_SCORE, NULL, "o2");

  progress = fixture_look (log, "2026-11-01", "2026-11-30");
  totals = yf_progress_get_totals (progress);
  g_assert_cmpint (totals->n_sessions, ==, 3);
  g_assert_cmpint (totals->n_completed, ==, 1);
  g_assert_cmpint (totals->n_sets, ==, 3);
  g_assert_cmpint (totals->n_reps, ==, 14);
  g_assert_cmpint (totals->n_stops, ==, 1);
  g_assert_cmpint (totals->hold, ==, 14 * 3 * YF_SECOND);
  g_assert_cmpint (totals->seconds, ==, 61);
  g_assert_cmpint (totals->n_check_ins, ==, 2);
  g_assert_cmpint (totals->n_activities, ==, 1);
  g_assert_cmpint (totals->n_reliefs, ==, 1);
  g_assert_cmpint (totals->n_edited, ==, 5);
  g_assert_cmpuint (yf_progress_get_raised (progress)->len, ==, 0);
}

/* A session that says it was typed in is one, with an edit or without. */
static void
test_entered (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;

  fixture_add_session (log, "2026-11-01 19:00")->origin = YF_ORIGIN_ENTERED;
  fixture_add_session (log, "2026-11-02 19:00");
  progress = fixture_look (log, NULL, NULL);
  g_assert_cmpint (yf_progress_get_totals (progress)->n_edited, ==, 1);
}

/* Entries that no longer count are in no sum and no series. */
static void
test_old_entries (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  YfSessionRecord *record = fixture_add_session (log, "2026-11-01 19:00");

  fixture_say_before (record, 9, 9);
  fixture_plan (record, "glute-bridge", 2, 5, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 5);
  fixture_stop (record, YF_SIDE_NONE, 5, YF_SEGMENT_RAISE, 6);
  g_ptr_array_add (log->old_sessions, g_ptr_array_steal_index (log->sessions, 0));
  fixture_add_check_in (log, "2026-11-02 19:00", 9, 9);
  g_ptr_array_add (log->old_check_ins, g_ptr_array_steal_index (log->check_ins, 0));
  fixture_add_rating (log, "2026-11-02 19:00", "a1");
  g_ptr_array_add (log->old_ratings, g_ptr_array_steal_index (log->ratings, 0));

  progress = fixture_look (log, "2026-11-01", "2026-11-30");
  g_assert_cmpint (yf_progress_get_totals (progress)->n_sessions, ==, 0);
  g_assert_cmpint (yf_progress_get_totals (progress)->n_check_ins, ==, 0);
  g_assert_cmpuint (yf_progress_get_pains (progress)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_stops (progress)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_doses (progress)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_functions (progress)->len, ==, 0);
  g_assert_cmpuint (yf_progress_get_findings (progress)->len, ==, 0);
}

static void
test_raised (void)
{
  static const struct { const char *flag; int n; const char *first; const char *latest; YfTriage level; } expected[] = {
    { "leg-pain-days", 4, "2026-11-01", "2026-11-20", YF_TRIAGE_URGENT },
    { "night-pain", 1, "2026-11-05", "2026-11-05", YF_TRIAGE_URGENT },
    { "radiating", 2, "2026-11-05", "2026-11-18", YF_TRIAGE_SEE_DOCTOR },
    { "from-another-version", 1, "2026-11-18", "2026-11-18", YF_TRIAGE_NONE },
  };

  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  YfSessionRecord *record;
  YfCheckIn *check_in;

  check_in = fixture_add_check_in (log, "2026-10-30 08:00", 1, 1)->check_in;
  yf_check_in_set_flag (check_in, "bladder-bowel", TRUE, YF_DAYS_UNSAID);
  check_in = fixture_add_check_in (log, "2026-11-01 08:00", 1, 1)->check_in;
  yf_check_in_set_flag (check_in, "leg-pain-days", TRUE, 2);
  check_in = fixture_add_check_in (log, "2026-11-16 08:00", 1, 1)->check_in;
  yf_check_in_set_flag (check_in, "leg-pain-days", TRUE, 14);
  check_in = fixture_add_check_in (log, "2026-11-18 08:00", 1, 1)->check_in;
  yf_check_in_set_flag (check_in, "radiating", TRUE, YF_DAYS_UNSAID);
  yf_check_in_set_flag (check_in, "from-another-version", TRUE, 3);

  /* Less than it was: the highest level stays. */
  check_in = fixture_add_check_in (log, "2026-11-20 08:00", 1, 1)->check_in;
  yf_check_in_set_flag (check_in, "leg-pain-days", TRUE, 1);

  record = fixture_add_session (log, "2026-11-05 19:00");
  fixture_say_before (record, 1, 1);
  yf_check_in_set_flag (record->check_in, "night-pain", TRUE, YF_DAYS_UNSAID);
  yf_check_in_set_flag (record->check_in, "radiating", TRUE, YF_DAYS_UNSAID);
  yf_check_in_set_flag (record->check_in, "leg-pain-days", TRUE, 3);
  /* What the log knew is no answer. */
  yf_check_in_add_standing (record->check_in, "saddle-numbness", 1, fixture_day ("2026-11-04"), YF_DAY_NONE);

  progress = fixture_look (log, "2026-11-01", "2026-11-30");
  g_assert_cmpuint (yf_progress_get_raised (progress)->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const YfRaised *raised = &g_array_index (yf_progress_get_raised (progress), YfRaised, i);

      g_assert_cmpstr (raised->flag, ==, expected[i].flag);
      g_assert_cmpint (raised->n, ==, expected[i].n);
      g_assert_cmpint (raised->first, ==, fixture_day (expected[i].first));
      g_assert_cmpint (raised->latest, ==, fixture_day (expected[i].latest));
      g_assert_cmpint (raised->level, ==, expected[i].level);
    }
}

static void
test_functions_and_mornings (void)
{
  static const YfMorning mornings[] = {
    YF_MORNING_BETTER, YF_MORNING_SAME, YF_MORNING_SAME, YF_MORNING_WORSE, YF_MORNING_UNANSWERED,
    YF_MORNING_UNANSWERED, YF_MORNING_UNANSWERED, YF_MORNING_SAME,
  };

  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  const YfFunctionPoint *point;
  int better;
  int same;
  int worse;
  int unanswered;

  for (gsize i = 0; i < G_N_ELEMENTS (mornings); i++)
    {
      g_autofree char *when = g_strdup_printf ("2026-11-%02d 19:00", (int) i + 1);

      fixture_add_session (log, when)->morning = mornings[i];
    }
  fixture_add_rating (log, "2026-10-31 08:00", "a1");
  fixture_add_rating (log, "2026-11-01 08:00", "a1 b2 c2");

  progress = fixture_look (log, "2026-11-01", "2026-11-30");
  yf_progress_get_mornings (progress, &better, &same, &worse, &unanswered);
  g_assert_cmpint (better, ==, 1);
  g_assert_cmpint (same, ==, 3);
  g_assert_cmpint (worse, ==, 1);
  g_assert_cmpint (unanswered, ==, 3);

  g_assert_cmpuint (yf_progress_get_functions (progress)->len, ==, 1);
  point = &g_array_index (yf_progress_get_functions (progress), YfFunctionPoint, 0);
  g_assert_cmpint (point->day, ==, fixture_day ("2026-11-01"));
  g_assert_cmpfloat_with_epsilon (point->mean, 5 / 3.0, 1e-9);
  g_assert_cmpstr (point->rating->id, ==, "r2");
}

static void
test_names (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = fixture_look (log, NULL, NULL);
  YfExercise *bridge = yf_catalogue_find_exercise (fixture_get_catalogue (), "glute-bridge");
  YfExercise *cold = yf_catalogue_find_relief (fixture_get_catalogue (), "cold");

  g_assert_cmpstr (yf_progress_get_exercise_name (progress, "glute-bridge"), ==, yf_exercise_get_name (bridge));
  g_assert_cmpstr (yf_progress_get_exercise_name (progress, "cold"), ==, yf_exercise_get_name (cold));
  g_assert_cmpstr (yf_progress_get_exercise_name (progress, "own-7"), ==, "own-7");
}

/* It holds the log, whose strings it lends. */
static void
test_holds_its_log (void)
{
  YfLog *log = fixture_new_log (NULL);
  YfProgress *progress;
  YfProgress *other;

  fixture_add_check_in (log, "2026-11-01 08:00", 4, 4);
  progress = fixture_look (log, NULL, NULL);
  yf_log_unref (log);
  other = yf_progress_ref (progress);
  yf_progress_unref (progress);
  g_assert_cmpstr (g_array_index (yf_progress_get_pains (other), YfPainPoint, 0).entry, ==, "c1");
  yf_progress_unref (other);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/values/empty", test_empty);
  g_test_add_func ("/progress/values/one-entry", test_one_entry);
  g_test_add_func ("/progress/values/extent", test_extent);
  g_test_add_func ("/progress/values/ranges", test_ranges);
  g_test_add_func ("/progress/values/totals", test_totals);
  g_test_add_func ("/progress/values/entered", test_entered);
  g_test_add_func ("/progress/values/old-entries", test_old_entries);
  g_test_add_func ("/progress/values/raised", test_raised);
  g_test_add_func ("/progress/values/functions-and-mornings", test_functions_and_mornings);
  g_test_add_func ("/progress/values/names", test_names);
  g_test_add_func ("/progress/values/holds-its-log", test_holds_its_log);

  return g_test_run ();
}
