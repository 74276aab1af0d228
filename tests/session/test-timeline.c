/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "session-fixture.h"

static char *
describe (YfTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);

      g_string_append_printf (text, "%g+%g %s %s %d/%d%s%s%s\n", segment->start / (double) YF_SECOND,
                              segment->length / (double) YF_SECOND, yf_segment_kind_get_id (segment->kind),
                              yf_side_get_id (segment->side), segment->set, segment->rep,
                              segment->ends_rep ? " ends" : "", segment->waits ? " waits" : "",
                              segment->between_sets ? " between" : "");
    }

  return g_string_free (text, FALSE);
}

static void
test_sets (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 2, 2, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe (timeline);

  g_assert_cmpstr (text, ==,
                   "0+10 get-ready none 0/0\n"
                   "10+2 raise none 1/1\n12+3 hold none 1/1\n15+2 lower none 1/1 ends\n17+2 rest none 1/1\n"
                   "19+2 raise none 1/2\n21+3 hold none 1/2\n24+2 lower none 1/2 ends\n26+30 rest none 1/2 between\n"
                   "56+2 raise none 2/1\n58+3 hold none 2/1\n61+2 lower none 2/1 ends\n63+2 rest none 2/1\n"
                   "65+2 raise none 2/2\n67+3 hold none 2/2\n70+2 lower none 2/2 ends\n");
  g_assert_cmpint (yf_timeline_get_length (timeline), ==, 72 * YF_SECOND);
}

static void
test_no_rest_between_breaths (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("abdominal-breathing", 1, 2, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_TAP);
  g_autofree char *text = describe (timeline);

  g_assert_cmpstr (text, ==,
                   "0+10 get-ready none 0/0\n"
                   "10+4 inhale none 1/1\n14+3 hold none 1/1\n17+6 exhale none 1/1 ends waits\n"
                   "23+4 inhale none 1/2\n27+3 hold none 1/2\n30+6 exhale none 1/2 ends waits\n");
}

static void
test_sides_and_postures (void)
{
  g_autoptr (YfExercise) lying = fixture_new_exercise ("lying", "supine", FALSE);
  g_autoptr (YfExercise) sided = fixture_new_exercise ("sided", "prone", TRUE);
  YfRoutineItem items[] = { { sided, { 1, 1, YF_SECOND } }, { lying, { 1, 1, YF_SECOND } } };
  g_autoptr (YfRoutine) routine = yf_routine_new (items, G_N_ELEMENTS (items));
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe (timeline);

  g_assert_cmpstr (text, ==,
                   "0+5 get-ready none 0/0\n5+1 raise none 1/1\n6+1 hold none 1/1\n7+2 lower none 1/1 ends\n"
                   "9+15 roll-over none 0/0\n"
                   "24+5 get-ready left 0/0\n29+1 raise left 1/1\n30+1 hold left 1/1\n31+2 lower left 1/1 ends\n"
                   "33+10 change-sides right 0/0\n43+1 raise right 1/1\n44+1 hold right 1/1\n45+2 lower right 1/1 ends\n");
}

static void
test_find (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 1, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);

  g_assert_cmpuint (yf_timeline_find (timeline, 0), ==, 0);
  g_assert_cmpuint (yf_timeline_find (timeline, 10 * YF_SECOND - 1), ==, 0);
  g_assert_cmpuint (yf_timeline_find (timeline, 10 * YF_SECOND), ==, 1);
  g_assert_cmpuint (yf_timeline_find (timeline, 14 * YF_SECOND), ==, 2);
  g_assert_cmpuint (yf_timeline_find (timeline, 17 * YF_SECOND), ==, 3);
  g_assert_cmpuint (yf_timeline_find (timeline, 1000 * YF_SECOND), ==, 3);
}

static void
test_next (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 2, 2, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  /* get ready, 7 of set one, rest, 7 of set two */
  static const guint next[] = { 1, 8, 8, 8, 8, 8, 8, 8, 9, 16, 16, 16, 16, 16, 16, 16 };

  g_assert_cmpuint (yf_timeline_get_n_segments (timeline), ==, G_N_ELEMENTS (next));
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    g_assert_cmpuint (yf_timeline_get_next (timeline, i), ==, next[i]);
}

static char *
describe_cues (YfTimeline *timeline)
{
  g_autoptr (YfCueSheet) sheet = yf_cue_sheet_new (timeline);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yf_cue_sheet_get_n_cues (sheet); i++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (sheet, i);

      g_string_append_printf (text, "%g %s%s\n", cue->position / (double) YF_SECOND,
                              yf_cue_id_get_id (cue->id), yf_cue_sheet_is_audible (sheet, i, 0) ? "" : " (silent)");
    }

  return g_string_free (text, FALSE);
}

static void
test_cues (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 2, 2, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe_cues (timeline);

  g_assert_cmpstr (text, ==,
                   "0 get-ready\n10 raise\n12 hold\n15 lower\n17 rep\n17 rest\n18.2 last-rep\n"
                   "19 raise\n21 hold\n24 lower\n26 rep\n26 set-done\n26 rest (silent)\n"
                   "56 raise\n58 hold\n61 lower\n63 rep\n63 rest\n64.2 last-rep\n"
                   "65 raise\n67 hold\n70 lower\n72 rep\n72 set-done (silent)\n72 exercise-done (silent)\n72 finished\n");
}

/* The last breath is announced while the one before it is still going out. */
static void
test_cues_without_rest (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("abdominal-breathing", 1, 2, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe_cues (timeline);

  g_assert_cmpstr (text, ==,
                   "0 get-ready\n10 inhale\n14 hold\n17 exhale\n22.2 last-rep\n23 rep\n23 inhale\n"
                   "27 hold\n30 exhale\n36 rep\n36 set-done (silent)\n36 exercise-done (silent)\n36 finished\n");
}

/* Five minutes at the wall: the minutes left, half, and the last ten and three seconds. */
static void
test_cues_of_a_long_hold (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("wall-stand", 1, 1, 300 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe_cues (timeline);

  g_assert_cmpstr (text, ==,
                   "0 get-ready\n10 hold\n70 time-left\n130 time-left\n160 half-way\n190 time-left\n"
                   "250 time-left\n300 time-left\n307 time-left\n310 rep\n310 set-done (silent)\n310 exercise-done (silent)\n310 finished\n");
}

/* Where half is a whole minute, it is half that is said. */
static void
test_cues_of_a_break (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("break-stretch", 1, 1, 240 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe_cues (timeline);

  g_assert_nonnull (strstr (text, "70 time-left\n130 half-way\n190 time-left\n240 time-left\n247 time-left\n250 rep"));
}

/* Each repetition has the phases of its part. */
static void
test_parts (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("waist-hip-stretch", 1, 8, 0);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);

  g_assert_cmpuint (yf_timeline_get_n_segments (timeline), ==, 1 + 3 * 6 + 5 * 3);
  g_assert_cmpint (yf_timeline_get_length (timeline), ==, (10 + 3 * 42 + 5 * 16) * YF_SECOND);
  g_assert_cmpstr (yf_segment_get_name (yf_timeline_get_segment (timeline, 1)), ==, "Bend to the left");
  g_assert_cmpstr (yf_segment_get_name (yf_timeline_get_segment (timeline, 2)), ==, "Hold");
  g_assert_cmpstr (yf_segment_get_name (yf_timeline_get_segment (timeline, 19)), ==, "Lean back");
  g_assert_true (yf_timeline_get_segment (timeline, 6)->ends_rep);
  g_assert_false (yf_timeline_get_segment (timeline, 3)->ends_rep);
}

/* Who leaves a set out hears that the rest begins. */
static void
test_cues_after_a_jump (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 2, 1, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autoptr (YfCueSheet) sheet = yf_cue_sheet_new (timeline);
  guint rest = 6;   /* get-ready, raise, hold, lower, rep, set-done */

  g_assert_cmpint (yf_cue_sheet_get_cue (sheet, rest)->id, ==, YF_CUE_REST);
  g_assert_false (yf_cue_sheet_is_audible (sheet, rest, 0));
  g_assert_false (yf_cue_sheet_is_audible (sheet, rest, rest - 1));
  g_assert_true (yf_cue_sheet_is_audible (sheet, rest, rest));
}

static void
test_cues_of_one_rep (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("glute-bridge", 1, 1, 3 * YF_SECOND);
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  g_autofree char *text = describe_cues (timeline);

  g_assert_null (strstr (text, "last-rep"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/timeline/sets", test_sets);
  g_test_add_func ("/session/timeline/no-rest-between-breaths", test_no_rest_between_breaths);
  g_test_add_func ("/session/timeline/sides-and-postures", test_sides_and_postures);
  g_test_add_func ("/session/timeline/find", test_find);
  g_test_add_func ("/session/timeline/next", test_next);
  g_test_add_func ("/session/cues/sets", test_cues);
  g_test_add_func ("/session/cues/without-rest", test_cues_without_rest);
  g_test_add_func ("/session/timeline/parts", test_parts);
  g_test_add_func ("/session/cues/long-hold", test_cues_of_a_long_hold);
  g_test_add_func ("/session/cues/break", test_cues_of_a_break);
  g_test_add_func ("/session/cues/after-a-jump", test_cues_after_a_jump);
  g_test_add_func ("/session/cues/one-rep", test_cues_of_one_rep);

  return g_test_run ();
}
