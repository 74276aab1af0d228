/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#define S YF_SECOND

static Fixture *
start (const char *exercise,
       int         sets,
       int         reps,
       YfCounting  counting)
{
  YfExercise *found = yf_catalogue_find_exercise (fixture_get_catalogue (), exercise);
  g_autoptr (YfRoutine) routine =
    fixture_new_routine (exercise, sets, reps, yf_exercise_get_first_dose (found)->hold);
  Fixture *fixture = fixture_new (routine, counting);

  yf_player_start (fixture->player);

  return fixture;
}

static void
test_to_the_end (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 2, YF_COUNTING_PACE);

  fixture_run_to_end (fixture);
  g_assert_cmpstr (fixture->events->str, ==,
                   "0.000 enter get-ready\n0.000 cue get-ready\n"
                   "10.000 enter raise\n10.000 cue raise\n12.000 enter hold\n12.000 cue hold\n"
                   "15.000 enter lower\n15.000 cue lower\n"
                   "17.000 counted 1/1\n17.000 enter rest\n17.000 cue rep\n17.000 cue rest\n18.200 cue last-rep\n"
                   "19.000 enter raise\n19.000 cue raise\n21.000 enter hold\n21.000 cue hold\n"
                   "24.000 enter lower\n24.000 cue lower\n"
                   "26.000 counted 1/2\n26.000 cue rep\n26.000 cue set-done\n26.000 cue exercise-done\n26.000 cue finished\n");
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_FINISHED);
  g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
  g_assert_cmpint (yf_player_get_item_state (fixture->player, 0), ==, YF_RECORD_COMPLETED);
  g_assert_cmpint (yf_player_get_started (fixture->player), ==, FIXTURE_REAL);
  g_assert_cmpint (yf_player_get_ended (fixture->player), ==, FIXTURE_REAL + 26 * S);
  g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, 26 * S);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

static void
test_repetition_times (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 2, YF_COUNTING_PACE);
  const YfRepetition *rep;

  fixture_run_to_end (fixture);
  g_assert_cmpuint (fixture->reps->len, ==, 2);
  rep = &g_array_index (fixture->reps, YfRepetition, 1);
  g_assert_cmpint (rep->set, ==, 1);
  g_assert_cmpint (rep->rep, ==, 2);
  g_assert_cmpint (rep->started, ==, FIXTURE_REAL + 19 * S);
  g_assert_cmpint (rep->ended, ==, FIXTURE_REAL + 26 * S);
  g_assert_cmpint (rep->hold, ==, 3 * S);
  g_assert_cmpint (rep->counted_by, ==, YF_COUNTING_PACE);
}

/* A main loop that comes late changes no date. */
static void
test_late (void)
{
  g_autoptr (Fixture) prompt = start ("five-point-support", 2, 3, YF_COUNTING_PACE);
  g_autoptr (Fixture) late = start ("five-point-support", 2, 3, YF_COUNTING_PACE);

  fixture_run_to_end (prompt);

  /* The only deadline is called when everything is long over. */
  yf_player_pause (late->player);
  yf_player_resume (late->player);
  yf_fake_clock_advance (late->clock, 0);
  {
    g_autoptr (YfFakeClock) other = yf_fake_clock_new (FIXTURE_REAL);
    g_autoptr (YfCueSheet) sheet = yf_cue_sheet_ref (yf_player_get_cue_sheet (prompt->player));
    g_autoptr (YfPlayer) player = yf_player_new (sheet, YF_CLOCK (other));

    yf_player_start (player);
    yf_fake_clock_advance (other, 1000 * S);
    g_assert_cmpint (yf_player_get_ended (player), ==, yf_player_get_ended (prompt->player));
    g_assert_cmpint (yf_player_count_reps (player, 0), ==, 6);
  }
}

static void
test_pause (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 1, YF_COUNTING_PACE);
  const YfRepetition *rep;

  /* In the middle of the hold. */
  yf_fake_clock_advance (fixture->clock, 13 * S);
  g_assert_false (yf_player_resume (fixture->player));
  g_assert_true (yf_player_pause (fixture->player));
  g_assert_false (yf_player_pause (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_PAUSED);
  yf_fake_clock_advance (fixture->clock, 3600 * S);
  g_assert_cmpint (yf_player_get_position (fixture->player), ==, 13 * S);
  g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, 3613 * S);
  g_assert_true (yf_player_resume (fixture->player));
  fixture_run_to_end (fixture);

  rep = &g_array_index (fixture->reps, YfRepetition, 0);
  g_assert_cmpint (rep->started, ==, FIXTURE_REAL + 10 * S);
  g_assert_cmpint (rep->ended, ==, FIXTURE_REAL + 3617 * S);
  g_assert_cmpint (rep->hold, ==, 3 * S);
  g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
}

static void
test_next_leaves_the_set (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 2, 2, YF_COUNTING_PACE);

  yf_fake_clock_advance (fixture->clock, 3 * S);
  g_assert_true (yf_player_next (fixture->player));          /* the preparation */
  g_assert_cmpint (yf_player_get_position (fixture->player), ==, 10 * S);
  g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_RUNNING);

  yf_fake_clock_advance (fixture->clock, 8 * S);             /* one repetition, and into the rest */
  g_assert_cmpint (yf_player_count_reps (fixture->player, 0), ==, 1);
  g_assert_cmpint (yf_player_count_set_reps (fixture->player), ==, 1);
  g_assert_true (yf_player_next (fixture->player));          /* the rest of set one */
  g_assert_true (yf_player_get_segment (fixture->player)->between_sets);
  g_assert_true (yf_player_next (fixture->player));          /* the rest between */
  g_assert_cmpint (yf_player_get_segment (fixture->player)->set, ==, 2);
  g_assert_cmpint (yf_player_count_set_reps (fixture->player), ==, 0);

  fixture_run_to_end (fixture);
  g_assert_cmpuint (fixture->reps->len, ==, 3);
  g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_STOPPED);
  g_assert_cmpint (yf_player_get_item_state (fixture->player, 0), ==, YF_RECORD_STOPPED);
  g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, (3 + 8 + 16) * S);
}

static void
test_next_to_the_end (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 2, YF_COUNTING_PACE);

  yf_fake_clock_advance (fixture->clock, 11 * S);
  g_assert_true (yf_player_next (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_FINISHED);
  g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_STOPPED);
  g_assert_true (g_str_has_suffix (fixture->events->str, "11.000 cue finished\n"));
  g_assert_cmpuint (fixture->reps->len, ==, 0);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
  g_assert_false (yf_player_next (fixture->player));
}

static void
test_next_while_paused (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 2, 2, YF_COUNTING_PACE);

  yf_fake_clock_advance (fixture->clock, 3 * S);
  yf_player_pause (fixture->player);
  yf_fake_clock_advance (fixture->clock, 5 * S);
  g_assert_true (yf_player_next (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_PAUSED);
  g_assert_cmpint (yf_player_get_position (fixture->player), ==, 10 * S);
  yf_fake_clock_advance (fixture->clock, 5 * S);
  g_assert_cmpint (yf_player_get_position (fixture->player), ==, 10 * S);
  yf_player_resume (fixture->player);
  fixture_run_to_end (fixture);
  g_assert_cmpuint (fixture->reps->len, ==, 4);
  g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
}

static void
test_stop_and_hurt (void)
{
  static const struct { gboolean hurt; gboolean paused; } cases[] = {
    { FALSE, FALSE }, { FALSE, TRUE }, { TRUE, FALSE }, { TRUE, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start ("five-point-support", 1, 3, YF_COUNTING_PACE);
      const YfSegment *segment;

      yf_fake_clock_advance (fixture->clock, 22 * S);
      if (cases[i].paused)
        yf_player_pause (fixture->player);

      g_assert_true (cases[i].hurt ? yf_player_hurt (fixture->player) : yf_player_stop (fixture->player));
      g_assert_cmpint (yf_player_get_state (fixture->player), ==, cases[i].hurt ? YF_PLAYER_HURT : YF_PLAYER_STOPPED);
      g_assert_cmpint (g_str_has_suffix (fixture->events->str, "22.000 cue hurts\n"), ==, cases[i].hurt);
      g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_STOPPED);
      g_assert_cmpuint (fixture->n_ended, ==, 1);

      segment = yf_player_get_segment (fixture->player);
      g_assert_cmpint (segment->kind, ==, YF_SEGMENT_HOLD);
      g_assert_cmpint (segment->rep, ==, 2);

      /* Nothing moves any more. */
      yf_fake_clock_advance (fixture->clock, 100 * S);
      g_assert_cmpuint (fixture->reps->len, ==, 1);
      g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, 22 * S);
      g_assert_false (yf_player_stop (fixture->player));
      g_assert_false (yf_player_hurt (fixture->player));
      g_assert_false (yf_player_pause (fixture->player));
      g_assert_false (yf_player_resume (fixture->player));
      g_assert_false (yf_player_next (fixture->player));
      g_assert_false (yf_player_tap (fixture->player));
      g_assert_cmpuint (fixture->n_ended, ==, 1);
    }
}

/* What was due before the key counts before the key: the repetition ended at
 * 17 s, and the main loop learns of both at once. */
static void
test_due_before_the_key (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 1, 3 * S);
  g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);

  yf_player_start (fixture->player);
  yf_fake_clock_advance (fixture->clock, 17 * S);
  g_assert_false (yf_player_hurt (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_FINISHED);
  g_assert_cmpuint (fixture->reps->len, ==, 1);
}

static void
test_tap (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 2, YF_COUNTING_TAP);
  const YfRepetition *rep;

  yf_fake_clock_advance (fixture->clock, 11 * S);
  g_assert_false (yf_player_tap (fixture->player));                       /* nothing to count yet */
  yf_fake_clock_advance (fixture->clock, 60 * S);
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_WAITING);
  g_assert_cmpint (yf_player_get_position (fixture->player), ==, 17 * S);
  g_assert_cmpuint (fixture->reps->len, ==, 0);

  g_assert_true (yf_player_tap (fixture->player));                        /* late */
  g_assert_cmpuint (fixture->reps->len, ==, 1);
  yf_fake_clock_advance (fixture->clock, (2 + 2 + 3 + 1) * S);            /* one second into lower */
  g_assert_true (yf_player_tap (fixture->player));                        /* early */
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_FINISHED);

  rep = &g_array_index (fixture->reps, YfRepetition, 0);
  g_assert_cmpint (rep->counted_by, ==, YF_COUNTING_TAP);
  g_assert_cmpint (rep->ended, ==, FIXTURE_REAL + 71 * S);
  g_assert_cmpint (rep->hold, ==, 3 * S);
  rep = &g_array_index (fixture->reps, YfRepetition, 1);
  g_assert_cmpint (rep->ended, ==, FIXTURE_REAL + 79 * S);
  g_assert_true (g_str_has_suffix (fixture->events->str, "79.000 counted 1/2\n79.000 cue rep\n79.000 cue set-done\n"
                                                         "79.000 cue exercise-done\n79.000 cue finished\n"));
}

static void
test_pause_while_waiting (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 1, YF_COUNTING_TAP);

  yf_fake_clock_advance (fixture->clock, 20 * S);
  g_assert_true (yf_player_pause (fixture->player));
  g_assert_false (yf_player_tap (fixture->player));
  yf_fake_clock_advance (fixture->clock, 20 * S);
  g_assert_true (yf_player_resume (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_WAITING);
  g_assert_true (yf_player_tap (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_FINISHED);
  g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, 40 * S);
}

static void
test_horizon (void)
{
  g_autoptr (Fixture) paced = start ("five-point-support", 1, 2, YF_COUNTING_PACE);
  g_autoptr (Fixture) tapped = start ("five-point-support", 1, 2, YF_COUNTING_TAP);
  gint64 due;

  g_assert_cmpint (yf_player_get_horizon (paced->player), ==, G_MAXINT64);
  g_assert_cmpint (yf_player_get_horizon (tapped->player), ==, 17 * S);
  g_assert_true (yf_player_get_due (paced->player, 12 * S, &due));
  g_assert_cmpint (due, ==, 12 * S);

  yf_fake_clock_advance (paced->clock, 5 * S);
  yf_player_pause (paced->player);
  g_assert_false (yf_player_get_due (paced->player, 12 * S, &due));
  yf_fake_clock_advance (paced->clock, 5 * S);
  yf_player_resume (paced->player);
  g_assert_true (yf_player_get_due (paced->player, 12 * S, &due));
  g_assert_cmpint (due, ==, 17 * S);
}

/* Somebody sets the wall clock in mid-session: dates follow it, lengths do not. */
static void
test_wall_clock_is_set (void)
{
  g_autoptr (Fixture) fixture = start ("five-point-support", 1, 2, YF_COUNTING_PACE);

  yf_fake_clock_advance (fixture->clock, 18 * S);
  yf_fake_clock_set_real (fixture->clock, FIXTURE_REAL - 1000 * S);
  fixture_run_to_end (fixture);

  g_assert_cmpint (g_array_index (fixture->reps, YfRepetition, 0).ended, ==, FIXTURE_REAL + 17 * S);
  g_assert_cmpint (g_array_index (fixture->reps, YfRepetition, 1).ended, ==, FIXTURE_REAL + (26 - 1018) * S);
  g_assert_cmpint (g_array_index (fixture->reps, YfRepetition, 1).hold, ==, 3 * S);
  g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, 26 * S);
}

/* Whoever is told of a repetition may say that it hurts. */
static void
hurt_cb (YfPlayer *player)
{
  yf_player_hurt (player);
}

static void
test_ended_from_a_listener (void)
{
  static const char * const names[] = { "repetition", "segment", "cue" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
      g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);

      yf_player_start (fixture->player);
      g_signal_connect (fixture->player, names[i], G_CALLBACK (hurt_cb), NULL);
      yf_fake_clock_advance (fixture->clock, 1000 * S);
      g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_HURT);
      g_assert_cmpuint (fixture->n_ended, ==, 1);
      g_assert_true (g_str_has_suffix (fixture->events->str, "cue hurts\n"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/player/to-the-end", test_to_the_end);
  g_test_add_func ("/session/player/repetition-times", test_repetition_times);
  g_test_add_func ("/session/player/late", test_late);
  g_test_add_func ("/session/player/pause", test_pause);
  g_test_add_func ("/session/player/next/leaves-the-set", test_next_leaves_the_set);
  g_test_add_func ("/session/player/next/to-the-end", test_next_to_the_end);
  g_test_add_func ("/session/player/next/while-paused", test_next_while_paused);
  g_test_add_func ("/session/player/stop-and-hurt", test_stop_and_hurt);
  g_test_add_func ("/session/player/due-before-the-key", test_due_before_the_key);
  g_test_add_func ("/session/player/tap", test_tap);
  g_test_add_func ("/session/player/pause-while-waiting", test_pause_while_waiting);
  g_test_add_func ("/session/player/horizon", test_horizon);
  g_test_add_func ("/session/player/wall-clock-is-set", test_wall_clock_is_set);
  g_test_add_func ("/session/player/ended-from-a-listener", test_ended_from_a_listener);

  return g_test_run ();
}
