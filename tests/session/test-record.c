/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

static const struct
{
  gint64      real;
  gint32      offset;
  const char *text;
} moments[] = {
  { FIXTURE_REAL, 8 * 3600, "2026-11-20T19:00:00.000+08:00" },
  { FIXTURE_REAL + 1999, 8 * 3600, "2026-11-20T19:00:00.001+08:00" },
  { FIXTURE_REAL, 0, "2026-11-20T11:00:00.000+00:00" },
  { FIXTURE_REAL, -(3 * 3600 + 1800), "2026-11-20T07:30:00.000-03:30" },
  { FIXTURE_REAL, 5 * 3600 + 2700, "2026-11-20T16:45:00.000+05:45" },
  { 0, 0, "1970-01-01T00:00:00.000+00:00" },
  { -1, 0, "1969-12-31T23:59:59.999+00:00" },
  { -1000000, 3600, "1970-01-01T00:59:59.000+01:00" },
};

static void
test_iso8601 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autofree char *text = yf_real_to_iso8601 (moments[i].real, moments[i].offset);

      g_assert_cmpstr (text, ==, moments[i].text);
    }
}

static void
test_utc_offset (void)
{
  g_assert_cmpint (yf_real_get_utc_offset (FIXTURE_REAL), ==, 8 * 3600);
}

static void
test_new_for (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 3, 3 * YF_SECOND);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfSessionRecord) one = NULL;
  g_autoptr (YfSessionRecord) other = NULL;
  const YfExerciseRecord *exercise;

  yf_check_in_set_pain_back (check_in, 2);
  one = yf_session_record_new_for (routine, check_in, FIXTURE_REAL);
  other = yf_session_record_new_for (routine, NULL, FIXTURE_REAL);

  g_assert_true (g_uuid_string_is_valid (one->id));
  g_assert_cmpstr (one->id, !=, other->id);
  g_assert_cmpint (one->started, ==, FIXTURE_REAL);
  g_assert_cmpint (one->utc_offset, ==, 8 * 3600);
  g_assert_cmpint (one->state, ==, YF_RECORD_RUNNING);
  g_assert_cmpint (yf_check_in_get_pain_back (one->check_in), ==, 2);
  g_assert_null (other->check_in);

  g_assert_cmpuint (one->exercises->len, ==, 1);
  exercise = g_ptr_array_index (one->exercises, 0);
  g_assert_cmpstr (exercise->exercise, ==, "five-point-support");
  g_assert_cmpint (exercise->planned.reps, ==, 3);
  g_assert_cmpint (yf_session_record_count_reps (one), ==, 0);
}

/* How long a session took: without its breaks, and of a part of it without what
 * lies in that part. */
static void
test_length (void)
{
  static const struct
  {
    gint64 from;
    gint64 to;
    gint64 length;
  } parts[] = {
    { 0, 100, 60 }, { 0, 10, 10 }, { 0, 20, 10 }, { 0, 30, 10 }, { 15, 20, 0 }, { 15, 45, 15 }, { 30, 60, 30 },
    { 60, 70, 0 }, { 90, 100, 10 }, { 70, 60, 0 }, { 40, 40, 0 },
  };
  g_autoptr (YfSessionRecord) record = yf_session_record_new ("id", FIXTURE_REAL, 0);
  g_autoptr (YfSessionRecord) copy = yf_session_record_new ("copy", FIXTURE_REAL + 5, 0);

  yf_session_record_add_break (record, FIXTURE_REAL + 10, FIXTURE_REAL + 30);
  yf_session_record_add_break (record, FIXTURE_REAL + 60, FIXTURE_REAL + 80);
  /* A clock that was set back: no time was away. */
  yf_session_record_add_break (record, FIXTURE_REAL + 95, FIXTURE_REAL + 85);
  g_assert_cmpint (yf_session_record_get_length (record), ==, 0);
  record->ended = FIXTURE_REAL + 100;
  g_assert_cmpint (yf_session_record_get_length (record), ==, 60);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (yf_session_record_get_length_between (record, FIXTURE_REAL + parts[i].from,
                                                           FIXTURE_REAL + parts[i].to), ==, parts[i].length);

  yf_session_record_copy_course (copy, record);
  yf_session_record_move_course (copy, 5);
  copy->ended = record->ended + 5;
  g_assert_cmpint (yf_session_record_get_length (copy), ==, 60);
  g_assert_cmpint (((YfBreak *) g_ptr_array_index (copy->breaks, 0))->from, ==, FIXTURE_REAL + 15);
  g_assert_cmpint (((YfBreak *) g_ptr_array_index (record->breaks, 0))->from, ==, FIXTURE_REAL + 10);
}

static void
test_check_in (void)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfCheckIn) known = yf_check_in_new ();
  g_autoptr (YfCheckIn) copy = NULL;
  int days = 99;

  g_assert_cmpint (yf_check_in_get_pain_leg (check_in), ==, YF_PAIN_UNANSWERED);
  yf_check_in_set_flag (check_in, "radiating", TRUE, YF_DAYS_UNSAID);
  yf_check_in_set_flag (check_in, "leg-pain-days", TRUE, 3);
  yf_check_in_set_flag (check_in, "leg-pain-days", TRUE, 4);
  g_assert_cmpuint (yf_check_in_get_n_flags (check_in), ==, 2);
  g_assert_true (yf_check_in_has_flag (check_in, "leg-pain-days", &days));
  g_assert_cmpint (days, ==, 4);

  yf_check_in_add_standing (known, "bladder-bowel", YF_DAYS_UNSAID, 100, 98);
  yf_check_in_add_stopped (known, "glute-bridge");
  yf_check_in_add_stopped (known, "glute-bridge");
  yf_check_in_set_pain_leg (known, 9);
  yf_check_in_adopt_log (check_in, known);
  yf_check_in_adopt_log (check_in, known);

  copy = yf_check_in_copy (check_in);
  yf_check_in_set_flag (check_in, "radiating", FALSE, YF_DAYS_UNSAID);
  g_assert_true (yf_check_in_has_flag (copy, "radiating", &days));
  g_assert_cmpint (days, ==, YF_DAYS_UNSAID);
  g_assert_false (yf_check_in_has_flag (check_in, "radiating", NULL));
  g_assert_cmpint (yf_check_in_get_pain_leg (copy), ==, YF_PAIN_UNANSWERED);
  g_assert_cmpuint (yf_check_in_get_n_standing (copy), ==, 1);
  g_assert_true (yf_check_in_has_stopped (copy, "glute-bridge"));
  g_assert_false (yf_check_in_has_stopped (copy, "five-point-support"));
}

/* A session counts once, however much was done in it, and not for what was only planned. */
static void
test_count_with (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 3, 3 * YF_SECOND);
  g_autoptr (GPtrArray) sessions = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_session_record_unref);

  g_assert_cmpuint (yf_session_record_count_with (NULL, "five-point-support"), ==, 0);
  for (int n_reps = 0; n_reps < 4; n_reps++)
    {
      YfSessionRecord *session = yf_session_record_new_for (routine, NULL, FIXTURE_REAL);
      YfExerciseRecord *record = g_ptr_array_index (session->exercises, 0);

      for (int i = 1; i <= n_reps; i++)
        {
          const YfRepetition rep = { .set = 1, .rep = i };

          g_ptr_array_add (record->reps, yf_repetition_copy (&rep));
        }
      g_ptr_array_add (sessions, session);
    }

  g_assert_cmpuint (yf_session_record_count_with (sessions, "five-point-support"), ==, 3);
  g_assert_cmpuint (yf_session_record_count_with (sessions, "glute-bridge"), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/record/iso8601", test_iso8601);
  g_test_add_func ("/session/record/utc-offset", test_utc_offset);
  g_test_add_func ("/session/record/new-for", test_new_for);
  g_test_add_func ("/session/record/count-with", test_count_with);
  g_test_add_func ("/session/record/length", test_length);
  g_test_add_func ("/session/record/check-in", test_check_in);

  return g_test_run ();
}
