/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"
#include "yf-draft.h"

/* A line a total: exercise, side, sessions, sets, repetitions of planned ones,
 * seconds under hold, stops. */
static char *
describe_totals (YfProgress *progress)
{
  GArray *totals = yf_progress_get_exercises (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < totals->len; i++)
    {
      const YfExerciseTotal *total = &g_array_index (totals, YfExerciseTotal, i);

      g_string_append_printf (text, "%s %s: %d sessions, %d sets, %d/%d, %g s, %d stops\n", total->exercise,
                              yf_side_get_id (total->side), total->n_sessions, total->n_sets, total->n_reps,
                              total->planned_reps, total->hold / (double) YF_SECOND, total->n_stops);
    }

  return g_string_free (text, FALSE);
}

static void
test_totals (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *text = NULL;
  YfSessionRecord *record;

  record = fixture_add_session (log, "2026-11-01 19:00");
  fixture_plan (record, "straight-leg-raise", 1, 10, 10);
  fixture_do (record, YF_SIDE_LEFT, 1, 10);
  fixture_do (record, YF_SIDE_RIGHT, 1, 4);
  fixture_stop (record, YF_SIDE_RIGHT, 5, YF_SEGMENT_HOLD, 5);
  fixture_plan (record, "glute-bridge", 2, 10, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 10);
  fixture_do (record, YF_SIDE_NONE, 2, 1);
  /* The same exercise once more in the session. */
  fixture_plan (record, "glute-bridge", 1, 5, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 5);
  /* Planned, and not begun. */
  fixture_plan (record, "plank", 1, 3, 10);

  record = fixture_add_session (log, "2026-11-02 19:00");
  fixture_plan (record, "glute-bridge", 2, 10, 3);
  fixture_plan (record, "straight-leg-raise", 1, 10, 10);
  fixture_do (record, YF_SIDE_LEFT, 1, 2);

  /* Not in the catalogue any more: it has sides, for it was done on them. */
  fixture_plan (record, "own-9", 2, 3, 0);
  record = fixture_add_session (log, "2026-11-03 19:00");
  fixture_plan (record, "own-9", 2, 3, 0);
  fixture_do (record, YF_SIDE_LEFT, 1, 3);
  fixture_do (record, YF_SIDE_RIGHT, 1, 3);
  /* Sets that come in turn, and one without its first repetition. */
  fixture_do (record, YF_SIDE_LEFT, 2, 3);
  fixture_do (record, YF_SIDE_RIGHT, 2, 1);
  fixture_do (record, YF_SIDE_LEFT, 1, 1);
  fixture_plan (record, "own-8", 1, 2, 0);

  progress = fixture_look (log, NULL, NULL);
  text = describe_totals (progress);
  g_assert_cmpstr (text, ==,
                   "straight-leg-raise left: 2 sessions, 2 sets, 12/20, 120 s, 0 stops\n"
                   "straight-leg-raise right: 1 sessions, 1 sets, 4/20, 40 s, 1 stops\n"
                   "glute-bridge none: 1 sessions, 3 sets, 16/45, 48 s, 0 stops\n"
                   "plank none: 0 sessions, 0 sets, 0/3, 0 s, 0 stops\n"
                   "own-9 left: 1 sessions, 2 sets, 7/12, 0 s, 0 stops\n"
                   "own-9 right: 1 sessions, 2 sets, 4/12, 0 s, 0 stops\n"
                   "own-8 none: 0 sessions, 0 sets, 0/2, 0 s, 0 stops\n");
  g_assert_cmpint (yf_progress_get_totals (progress)->n_sets, ==, 10);
  g_assert_cmpint (yf_progress_get_totals (progress)->n_reps, ==, 43);
  g_assert_cmpint (yf_progress_get_totals (progress)->hold, ==, 208 * YF_SECOND);
}

/* A person's own exercise is in the catalogue that is handed in. */
static void
test_own (void)
{
  g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  g_autoptr (YfCatalogue) catalogue = NULL;
  g_autoptr (YfDraft) draft = yf_draft_new ();
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  YfExercise *exercise;

  g_free (draft->name);
  draft->name = g_strdup ("Lift a leg");
  draft->two_sided = TRUE;
  draft->raise = 2;
  exercise = yf_draft_to_exercise (draft, "own-1", &error);
  g_assert_no_error (error);
  g_ptr_array_add (own, exercise);
  catalogue = yf_catalogue_with_own (fixture_get_catalogue (), own);

  fixture_plan (fixture_add_session (log, "2026-11-01 19:00"), "own-1", 2, 5, 3);
  progress = yf_progress_new (log, catalogue, YF_DAY_NONE, YF_DAY_NONE);
  text = describe_totals (progress);
  g_assert_cmpstr (text, ==,
                   "own-1 left: 0 sessions, 0 sets, 0/10, 0 s, 0 stops\n"
                   "own-1 right: 0 sessions, 0 sets, 0/10, 0 s, 0 stops\n");
  g_assert_cmpstr (yf_progress_get_exercise_name (progress, "own-1"), ==, "Lift a leg");
}

/* A line a change. */
static char *
describe_doses (YfProgress *progress)
{
  GArray *doses = yf_progress_get_doses (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < doses->len; i++)
    {
      const YfDosePoint *change = &g_array_index (doses, YfDosePoint, i);
      g_autofree char *day = yf_day_to_string (change->day);

      g_string_append_printf (text, "%s %s %dx%d %g from %dx%d %g %s\n", day, change->exercise,
                              change->dose.sets, change->dose.reps, change->dose.hold / (double) YF_SECOND,
                              change->before.sets, change->before.reps,
                              change->before.hold / (double) YF_SECOND, change->entry);
    }

  return g_string_free (text, FALSE);
}

static void
test_doses (void)
{
  static const struct { const char *from; const char *to; const char *changes; } cases[] = {
    { NULL, NULL,
      "2026-11-01 glute-bridge 2x10 3 from 0x0 0 s1\n"
      "2026-11-01 plank 1x3 10 from 0x0 0 s1\n"
      "2026-11-05 glute-bridge 2x10 4 from 2x10 3 s3\n"
      "2026-11-07 glute-bridge 2x11 4 from 2x10 4 s4\n"
      "2026-11-11 glute-bridge 2x10 3 from 2x11 4 s6\n" },
    /* What was planned before the range is known. */
    { "2026-11-03", "2026-11-09",
      "2026-11-05 glute-bridge 2x10 4 from 2x10 3 s3\n"
      "2026-11-07 glute-bridge 2x11 4 from 2x10 4 s4\n" },
    { "2026-11-06", "2026-11-07",
      "2026-11-07 glute-bridge 2x11 4 from 2x10 4 s4\n" },
    { "2026-11-08", "2026-11-10", "" },
  };

  g_autoptr (YfLog) log = fixture_new_log (NULL);
  YfSessionRecord *record;

  record = fixture_add_session (log, "2026-11-01 19:00");
  fixture_plan (record, "glute-bridge", 2, 10, 3);
  fixture_plan (record, "plank", 1, 3, 10);
  record = fixture_add_session (log, "2026-11-03 19:00");
  fixture_plan (record, "glute-bridge", 2, 10, 3);
  record = fixture_add_session (log, "2026-11-05 19:00");
  fixture_plan (record, "glute-bridge", 2, 10, 4);
  /* The second time in a session is no change of the plan. */
  fixture_plan (record, "glute-bridge", 1, 5, 4);
  record = fixture_add_session (log, "2026-11-07 19:00");
  fixture_plan (record, "glute-bridge", 2, 11, 4);
  record = fixture_add_session (log, "2026-11-09 19:00");
  fixture_plan (record, "glute-bridge", 3, 15, 5);
  record->state = YF_RECORD_RUNNING;
  record->ended = 0;
  record = fixture_add_session (log, "2026-11-11 19:00");
  fixture_plan (record, "glute-bridge", 2, 10, 3);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProgress) progress = fixture_look (log, cases[i].from, cases[i].to);
      g_autofree char *text = describe_doses (progress);

      g_assert_cmpstr (text, ==, cases[i].changes);
    }
}

static void
test_provocations (void)
{
  static const struct
  {
    const char    *exercise;
    YfSide         side;
    YfSegmentKind  phase;
    int            n;
    int            first_rep;
    int            last_rep;
    int            worst;
    const char    *latest;
  } expected[] = {
    { "straight-leg-raise", YF_SIDE_LEFT, YF_SEGMENT_HOLD, 3, 2, 9, 5, "2026-11-03" },
    { "glute-bridge", YF_SIDE_NONE, YF_SEGMENT_RAISE, 2, 4, 4, 8, "2026-11-02" },
    { "straight-leg-raise", YF_SIDE_RIGHT, YF_SEGMENT_HOLD, 2, 1, 3, 4, "2026-11-03" },
    { "straight-leg-raise", YF_SIDE_LEFT, YF_SEGMENT_LOWER, 1, 7, 7, YF_PAIN_UNANSWERED, "2026-11-03" },
    { "glute-bridge", YF_SIDE_NONE, YF_SEGMENT_GET_READY, 1, 0, 0, YF_PAIN_UNANSWERED, "2026-11-02" },
  };

  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  const YfStopPoint *point;
  YfSessionRecord *record;

  /* Before the range. */
  record = fixture_add_session (log, "2026-10-31 19:00");
  fixture_plan (record, "plank", 1, 3, 10);
  fixture_stop (record, YF_SIDE_NONE, 1, YF_SEGMENT_HOLD, 10);

  record = fixture_add_session (log, "2026-11-02 19:00");
  fixture_plan (record, "glute-bridge", 2, 10, 3);
  fixture_stop (record, YF_SIDE_NONE, 0, YF_SEGMENT_GET_READY, YF_PAIN_UNANSWERED);
  fixture_stop (record, YF_SIDE_NONE, 4, YF_SEGMENT_RAISE, YF_PAIN_UNANSWERED);
  fixture_stop (record, YF_SIDE_NONE, 4, YF_SEGMENT_RAISE, 8);
  record = fixture_add_session (log, "2026-11-03 23:59");
  fixture_plan (record, "straight-leg-raise", 1, 10, 10);
  fixture_stop (record, YF_SIDE_LEFT, 9, YF_SEGMENT_HOLD, 5);
  fixture_stop (record, YF_SIDE_LEFT, 2, YF_SEGMENT_HOLD, 3);
  fixture_stop (record, YF_SIDE_RIGHT, 3, YF_SEGMENT_HOLD, 4);
  fixture_stop (record, YF_SIDE_LEFT, 7, YF_SEGMENT_LOWER, YF_PAIN_UNANSWERED);
  fixture_stop (record, YF_SIDE_RIGHT, 1, YF_SEGMENT_HOLD, 4);
  fixture_stop (record, YF_SIDE_LEFT, 4, YF_SEGMENT_HOLD, YF_PAIN_UNANSWERED);

  progress = fixture_look (log, "2026-11-01", "2026-11-30");
  g_assert_cmpuint (yf_progress_get_stops (progress)->len, ==, 9);
  g_assert_cmpint (yf_progress_get_totals (progress)->n_stops, ==, 9);
  point = &g_array_index (yf_progress_get_stops (progress), YfStopPoint, 3);
  g_assert_cmpstr (point->exercise, ==, "straight-leg-raise");
  g_assert_cmpstr (point->entry, ==, "s3");
  g_assert_cmpint (point->day, ==, fixture_day ("2026-11-03"));
  g_assert_true (point->stop == g_ptr_array_index (record->stops, 0));
  g_assert_cmpint (point->at, ==, point->stop->at);

  g_assert_cmpuint (yf_progress_get_provocations (progress)->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const YfProvocation *found = &g_array_index (yf_progress_get_provocations (progress), YfProvocation, i);

      g_test_message ("%u", (guint) i);
      g_assert_cmpstr (found->exercise, ==, expected[i].exercise);
      g_assert_cmpint (found->side, ==, expected[i].side);
      g_assert_cmpint (found->phase, ==, expected[i].phase);
      g_assert_cmpint (found->n, ==, expected[i].n);
      g_assert_cmpint (found->first_rep, ==, expected[i].first_rep);
      g_assert_cmpint (found->last_rep, ==, expected[i].last_rep);
      g_assert_cmpint (found->worst, ==, expected[i].worst);
      g_assert_cmpint (found->latest, ==, fixture_day (expected[i].latest));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/exercises/totals", test_totals);
  g_test_add_func ("/progress/exercises/own", test_own);
  g_test_add_func ("/progress/exercises/doses", test_doses);
  g_test_add_func ("/progress/exercises/provocations", test_provocations);

  return g_test_run ();
}
