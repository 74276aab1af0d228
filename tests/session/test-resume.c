/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

/* Coming back to a session that was cut, at any moment, any number of times: what
 * is done before and after is the plan, none of it twice. */

#define S YF_SECOND
#define ROUNDS 1500

static const char * const ids[] = {
  "abdominal-breathing", "five-point-support", "glute-bridge", "modified-swallow", "straight-leg-raise", "wall-stand",
};

static YfRoutine *
random_routine (GRand *rand)
{
  guint n_items = g_rand_int_range (rand, 1, 4);
  YfRoutineItem items[3] = { { NULL, }, };

  for (guint i = 0; i < n_items; i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (fixture_get_catalogue (),
                                                         ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]);
      const YfDose *ceiling = yf_exercise_get_ceiling (exercise);

      items[i].exercise = exercise;
      items[i].dose.sets = g_rand_int_range (rand, 1, ceiling->sets + 1);
      items[i].dose.reps = g_rand_int_range (rand, 1, MIN (ceiling->reps, 6) + 1);
      items[i].dose.hold = yf_exercise_has_hold (exercise) ? MIN (ceiling->hold, 3 * S) : 0;
      items[i].pace.tempo = g_rand_boolean (rand) ? 0 : 150;
    }

  return yf_routine_new (items, n_items);
}

static void
repetition_cb (YfPlayer           *player,
               const YfRepetition *rep,
               YfSessionRecord    *record)
{
  YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, rep->item);

  g_ptr_array_add (exercise->reps, yf_repetition_copy (rep));
}

static void
adjusted_cb (YfPlayer           *player,
             const YfAdjustment *adjustment,
             YfSessionRecord    *record)
{
  yf_session_record_add_adjustment (record, adjustment);
}

/* A record without repetitions, as the log would have it at the start. */
static YfSessionRecord *
new_record (YfRoutine *routine)
{
  return yf_session_record_new_for (routine, NULL, FIXTURE_REAL);
}

static YfPlayer *
resume (YfSessionRecord *record,
        YfFakeClock     *clock,
        YfCounting       counting)
{
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfCueSheet) sheet = NULL;
  YfPlayer *player;

  timeline = yf_session_record_dup_timeline (record, fixture_get_catalogue (), counting);
  if (timeline == NULL)
    return NULL;

  sheet = yf_cue_sheet_new (timeline);
  player = yf_player_new_resumed (sheet, YF_CLOCK (clock), record);
  g_signal_connect (player, "repetition", G_CALLBACK (repetition_cb), record);
  g_signal_connect (player, "adjusted", G_CALLBACK (adjusted_cb), record);

  return player;
}

/* The places of all repetitions of a session, in the order of the log. */
static char *
describe_reps (YfSessionRecord *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        {
          const YfRepetition *rep = g_ptr_array_index (exercise->reps, j);

          g_string_append_printf (text, "%u %d %d %d\n", i, (int) rep->side, rep->set, rep->rep);
        }
    }

  return g_string_free (text, FALSE);
}

/* The same from the doses alone. */
static char *
describe_plan (YfRoutine *routine)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);
      gboolean two_sided = yf_exercise_get_two_sided (item->exercise);

      for (int side = two_sided ? YF_SIDE_LEFT : YF_SIDE_NONE; side <= (two_sided ? YF_SIDE_RIGHT : YF_SIDE_NONE); side++)
        for (int set = 1; set <= item->dose.sets; set++)
          for (int rep = 1; rep <= item->dose.reps; rep++)
            g_string_append_printf (text, "%u %d %d %d\n", i, side, set, rep);
    }

  return g_string_free (text, FALSE);
}

static void
test_cut_anywhere (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint n_cuts = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (YfRoutine) routine = random_routine (rand);
      g_autoptr (YfSessionRecord) record = new_record (routine);
      g_autoptr (YfFakeClock) clock = yf_fake_clock_new (FIXTURE_REAL);
      g_autofree char *planned = describe_plan (routine);
      g_autofree char *done = NULL;
      YfCounting counting = g_rand_boolean (rand) ? YF_COUNTING_TAP : YF_COUNTING_PACE;
      gint64 before = 0;
      int n_lives = g_rand_int_range (rand, 1, 6);

      while (TRUE)
        {
          g_autoptr (YfPlayer) player = resume (record, clock, counting);
          gint64 length;
          gint64 left;

          if (player == NULL)
            break;

          g_assert_cmpint (yf_player_get_segment (player)->kind, ==, YF_SEGMENT_GET_READY);
          yf_player_start (player);
          g_assert_cmpint (yf_player_get_elapsed (player), ==, 0);

          length = yf_timeline_get_length (yf_player_get_timeline (player)) - yf_player_get_position (player);
          left = n_lives-- > 1 ? (gint64) (g_rand_double (rand) * length) : G_MAXINT64;
          while (!yf_player_has_ended (player) && yf_player_get_elapsed (player) < left)
            {
              if (!yf_player_tap (player))
                yf_fake_clock_advance (clock, g_rand_int_range (rand, 1, 4 * S));
            }

          if (yf_player_has_ended (player))
            {
              g_assert_cmpint (yf_player_get_record_state (player), ==, YF_RECORD_COMPLETED);
              for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
                g_assert_cmpint (yf_player_get_item_state (player, i), ==, YF_RECORD_COMPLETED);
              break;
            }

          /* Gone as if it had been killed. */
          n_cuts++;
          yf_fake_clock_advance (clock, g_rand_int_range (rand, 0, 1000 * S));
        }

      done = describe_reps (record);
      g_assert_cmpstr (done, ==, planned);

      for (guint i = 0; i < record->exercises->len; i++)
        {
          const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

          for (guint j = 0; j < exercise->reps->len; j++)
            {
              const YfRepetition *rep = g_ptr_array_index (exercise->reps, j);

              g_assert_cmpint (rep->started, >=, before);
              g_assert_cmpint (rep->ended, >=, rep->started);
              before = rep->ended;
            }
        }
    }

  g_test_message ("%u sessions, cut %u times", ROUNDS, n_cuts);
}

typedef struct
{
  guint n_reps;
  int   set;          /* of the preparation */
  int   rep;          /* likewise */
} Place;

/* Where one stands who comes back. */
static void
test_place (void)
{
  static const Place places[] = {
    { 0, 0, 0 }, { 1, 1, 1 }, { 2, 1, 2 }, { 3, 2, 0 }, { 5, 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 2, 3, 3 * S);
      g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);
      g_autoptr (YfSessionRecord) record = new_record (routine);
      g_autoptr (YfPlayer) player = NULL;
      const YfSegment *segment;
      const YfSegment *next;

      g_signal_connect (fixture->player, "repetition", G_CALLBACK (repetition_cb), record);
      yf_player_start (fixture->player);
      while (fixture->reps->len < places[i].n_reps)
        g_assert_true (yf_fake_clock_step (fixture->clock));

      player = resume (record, fixture->clock, YF_COUNTING_PACE);
      segment = yf_player_get_segment (player);
      g_assert_cmpint (segment->kind, ==, YF_SEGMENT_GET_READY);
      g_assert_cmpint (segment->set, ==, places[i].set);
      g_assert_cmpint (segment->rep, ==, places[i].rep);
      g_assert_cmpint (segment->length, ==, yf_exercise_get_get_ready (segment->exercise, NULL));
      g_assert_cmpint (yf_player_get_position (player), ==, segment->start);
      g_assert_cmpint (yf_player_count_reps (player, 0), ==, places[i].n_reps);

      next = yf_timeline_get_segment (yf_player_get_timeline (player), yf_player_get_segment_index (player) + 1);
      g_assert_cmpint (next->set, ==, 1 + (int) places[i].n_reps / 3);
      g_assert_cmpint (next->rep, ==, 1 + (int) places[i].n_reps % 3);
    }
}

/* What was left out stays left out, and the session does not count as whole. */
static void
test_skipped (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 3, 2, 3 * S);
  g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);
  g_autoptr (YfSessionRecord) record = new_record (routine);
  g_autoptr (YfPlayer) player = NULL;
  g_autofree char *done = NULL;

  g_signal_connect (fixture->player, "repetition", G_CALLBACK (repetition_cb), record);
  yf_player_start (fixture->player);
  while (fixture->reps->len < 1)
    yf_fake_clock_step (fixture->clock);
  yf_player_next (fixture->player);
  while (fixture->reps->len < 2)
    yf_fake_clock_step (fixture->clock);

  g_signal_handlers_disconnect_by_data (fixture->player, record);
  player = resume (record, fixture->clock, YF_COUNTING_PACE);
  yf_player_start (player);
  while (!yf_player_has_ended (player))
    yf_fake_clock_step (fixture->clock);
  done = describe_reps (record);
  g_assert_cmpstr (done, ==, "0 0 1 1\n0 0 2 1\n0 0 2 2\n0 0 3 1\n0 0 3 2\n");
  g_assert_cmpint (yf_player_get_record_state (player), ==, YF_RECORD_STOPPED);
  g_assert_cmpint (yf_player_get_item_state (player, 0), ==, YF_RECORD_STOPPED);
}

/* Nothing to go on with: all done, an exercise that is not there, a dose that is
 * no longer allowed, an order that is another. */
static void
test_none (void)
{
  static const YfDose dose = { 1, 1, 3 * S };
  static const YfDose much = { 99, 99, 3 * S };
  static const struct
  {
    const char   *first;
    const char   *second;
    const YfDose *dose;
    gboolean      done;
  } cases[] = {
    { "five-point-support", "abdominal-breathing", &dose, TRUE },
    { "five-point-support", "no-such-thing", &dose, FALSE },
    { "five-point-support", "abdominal-breathing", &much, FALSE },
    { "modified-swallow", "five-point-support", &dose, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfSessionRecord) record = yf_session_record_new ("id", FIXTURE_REAL, 0);
      const YfRepetition rep = { .item = 1, .set = 1, .rep = 1, .started = FIXTURE_REAL, .ended = FIXTURE_REAL + S };

      yf_session_record_add_exercise (record, cases[i].first, cases[i].dose, YF_RECORD_CUT);
      yf_session_record_add_exercise (record, cases[i].second, &dose, YF_RECORD_CUT);
      if (cases[i].done)
        repetition_cb (NULL, &rep, record);

      g_assert_null (yf_session_record_dup_timeline (record, fixture_get_catalogue (), YF_COUNTING_PACE));
    }
}

/* An hour away, and not a microsecond more; then it ended when it was left. */
static void
test_away (void)
{
  for (int late = 0; late < 2; late++)
    {
      g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
      g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);

      yf_player_start (fixture->player);
      yf_fake_clock_advance (fixture->clock, 18 * S);
      yf_player_pause (fixture->player);
      yf_fake_clock_advance (fixture->clock, YF_RESUME_WITHIN + late);
      g_assert_cmpint (yf_player_has_ended (fixture->player), ==, late);
      g_assert_cmpint (yf_player_resume (fixture->player), ==, !late);

      if (late)
        {
          g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_STOPPED);
          g_assert_cmpint (yf_player_get_ended (fixture->player), ==, FIXTURE_REAL + 18 * S);
          g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, 18 * S);
          g_assert_cmpuint (fixture->n_ended, ==, 1);
        }
      else
        {
          fixture_run_to_end (fixture);
          g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
        }
    }
}

/* Asleep with the session paused: the clock stood, the wall clock did not. */
static void
test_asleep (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
  g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);

  yf_player_start (fixture->player);
  yf_fake_clock_advance (fixture->clock, 18 * S);
  yf_player_pause (fixture->player);
  yf_fake_clock_set_real (fixture->clock, FIXTURE_REAL + 18 * S + YF_RESUME_WITHIN + 1);
  g_assert_false (yf_player_resume (fixture->player));
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_STOPPED);
  g_assert_cmpint (yf_player_get_ended (fixture->player), ==, FIXTURE_REAL + 18 * S);
  g_assert_cmpuint (fixture->n_ended, ==, 1);
}

/* Paused twice: each pause has its own hour. */
static void
test_away_twice (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
  g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);

  yf_player_start (fixture->player);
  for (int i = 0; i < 3; i++)
    {
      yf_fake_clock_advance (fixture->clock, 1 * S);
      g_assert_true (yf_player_pause (fixture->player));
      yf_fake_clock_advance (fixture->clock, YF_RESUME_WITHIN / 2 + S);
      g_assert_true (yf_player_resume (fixture->player));
    }
  fixture_run_to_end (fixture);
  g_assert_cmpint (yf_player_get_state (fixture->player), ==, YF_PLAYER_FINISHED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/resume/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/session/resume/place", test_place);
  g_test_add_func ("/session/resume/skipped", test_skipped);
  g_test_add_func ("/session/resume/none", test_none);
  g_test_add_func ("/session/resume/away", test_away);
  g_test_add_func ("/session/resume/asleep", test_asleep);
  g_test_add_func ("/session/resume/away-twice", test_away_twice);

  return g_test_run ();
}
