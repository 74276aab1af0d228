/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

/* Random routines with random pauses: the repetitions counted, their order and
 * dates and the total time are exact to the microsecond. What to expect is
 * worked out here from the dose alone, without a timeline. */

#define ROUNDS 3000

static const char * const ids[] = {
  "abdominal-breathing", "five-point-support", "glute-bridge", "modified-swallow", "kegel", "plank", "wall-stand",
};

typedef struct
{
  gint64 at;       /* on the timeline */
  gint64 length;
} Pause;

static int
compare_pauses (gconstpointer a,
                gconstpointer b)
{
  const Pause *one = a;
  const Pause *other = b;

  return one->at < other->at ? -1 : one->at > other->at;
}

/* When the clock shows a moment of the timeline: later by every pause that
 * came before it. A pause at that very moment comes after it. */
static gint64
to_clock (gint64  position,
          GArray *pauses)
{
  gint64 time = position;

  for (guint i = 0; i < pauses->len; i++)
    {
      const Pause *pause = &g_array_index (pauses, Pause, i);

      if (pause->at < position)
        time += pause->length;
    }

  return time;
}

static YfRoutine *
random_routine (GRand *rand)
{
  guint n_items = g_rand_int_range (rand, 1, 4);
  YfRoutineItem items[3] = { { NULL, }, };

  for (guint i = 0; i < n_items; i++)
    {
      const YfDose *ceiling;

      items[i].exercise = yf_catalogue_find_exercise (fixture_get_catalogue (),
                                                      ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]);
      ceiling = yf_exercise_get_ceiling (items[i].exercise);
      items[i].dose.sets = g_rand_int_range (rand, 1, ceiling->sets + 1);
      items[i].dose.reps = g_rand_int_range (rand, 1, ceiling->reps + 1);
      items[i].dose.hold = ceiling->hold == 0 ? 0 : g_rand_int_range (rand, YF_SECOND, (gint32) ceiling->hold + 1);
    }

  return yf_routine_new (items, n_items);
}

/* The repetitions of a routine, by arithmetic; returns its length. */
static gint64
work_out (YfRoutine *routine,
          GArray    *reps)
{
  gint64 now = 0;

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);
      YfExercise *exercise = item->exercise;
      gint64 work = 0;
      gint64 rest = 0;

      for (guint p = 0; p < yf_exercise_get_n_phases (exercise); p++)
        {
          const YfPhase *phase = yf_exercise_get_phase (exercise, p);

          if (phase->kind == YF_PHASE_REST)
            rest = phase->length;
          else
            work += phase->kind == YF_PHASE_HOLD ? item->dose.hold : phase->length;
        }

      if (i > 0 && yf_exercise_get_posture (exercise) !=
                   yf_exercise_get_posture (yf_routine_get_item (routine, i - 1)->exercise))
        now += 15 * YF_SECOND;
      now += yf_exercise_get_get_ready (exercise, NULL);

      for (int set = 1; set <= item->dose.sets; set++)
        {
          for (int rep = 1; rep <= item->dose.reps; rep++)
            {
              YfRepetition expected = { i, YF_SIDE_NONE, set, rep, now, now + work, item->dose.hold, YF_COUNTING_PACE };

              g_array_append_val (reps, expected);
              now += work;
              if (rep < item->dose.reps)
                now += rest;
            }

          if (set < item->dose.sets)
            now += yf_exercise_get_set_rest (exercise, NULL);
        }
    }

  return now;
}

static void
test_random_pauses (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint n_reps = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (YfRoutine) routine = random_routine (rand);
      g_autoptr (Fixture) fixture = fixture_new (routine, YF_COUNTING_PACE);
      g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (YfRepetition));
      g_autoptr (GArray) pauses = g_array_new (FALSE, FALSE, sizeof (Pause));
      gint64 length = work_out (routine, expected);
      guint n_pauses = g_rand_int_range (rand, 0, 8);

      g_assert_cmpint (yf_timeline_get_length (fixture->timeline), ==, length);

      for (guint i = 0; i < n_pauses; i++)
        {
          Pause pause = { (gint64) (g_rand_double (rand) * length), (gint64) (g_rand_double (rand) * 1e9) };

          /* Some at the very boundary of a segment. */
          if (g_rand_boolean (rand))
            pause.at = yf_timeline_get_segment (fixture->timeline, yf_timeline_find (fixture->timeline, pause.at))->start;

          g_array_append_val (pauses, pause);
        }
      g_array_sort (pauses, compare_pauses);

      yf_player_start (fixture->player);
      for (guint i = 0; i < pauses->len; i++)
        {
          const Pause *pause = &g_array_index (pauses, Pause, i);

          yf_fake_clock_advance (fixture->clock, pause->at - yf_player_get_position (fixture->player));
          g_assert_cmpint (yf_player_get_position (fixture->player), ==, pause->at);
          g_assert_true (yf_player_pause (fixture->player));
          yf_fake_clock_advance (fixture->clock, pause->length);
          g_assert_cmpint (yf_player_get_position (fixture->player), ==, pause->at);
          g_assert_true (yf_player_resume (fixture->player));
        }
      fixture_run_to_end (fixture);

      g_assert_cmpint (yf_player_get_elapsed (fixture->player), ==, to_clock (length, pauses));
      g_assert_cmpint (yf_player_get_ended (fixture->player), ==, FIXTURE_REAL + to_clock (length, pauses));
      g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
      g_assert_cmpuint (fixture->reps->len, ==, expected->len);

      for (guint i = 0; i < expected->len; i++)
        {
          const YfRepetition *rep = &g_array_index (fixture->reps, YfRepetition, i);
          const YfRepetition *wanted = &g_array_index (expected, YfRepetition, i);

          g_assert_cmpuint (rep->item, ==, wanted->item);
          g_assert_cmpint (rep->set, ==, wanted->set);
          g_assert_cmpint (rep->rep, ==, wanted->rep);
          g_assert_cmpint (rep->hold, ==, wanted->hold);
          g_assert_cmpint (rep->started, ==, FIXTURE_REAL + to_clock (wanted->started, pauses));
          g_assert_cmpint (rep->ended, ==, FIXTURE_REAL + to_clock (wanted->ended, pauses));
        }

      n_reps += expected->len;
    }

  g_test_message ("%u sessions, %u repetitions", ROUNDS, n_reps);
}

/* Anything a person may do, in any order: nothing is counted twice, nothing out
 * of order, and the session ends once. */
static void
test_random_keys (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (YfRoutine) routine = random_routine (rand);
      g_autoptr (Fixture) fixture = fixture_new (routine, g_rand_boolean (rand) ? YF_COUNTING_TAP : YF_COUNTING_PACE);
      const YfRepetition *before = NULL;

      yf_player_start (fixture->player);

      for (guint i = 0; i < 400 && !yf_player_has_ended (fixture->player); i++)
        {
          yf_fake_clock_advance (fixture->clock, g_rand_int_range (rand, 0, 5 * YF_SECOND));

          switch (g_rand_int_range (rand, 0, 60))
            {
            case 0:
              yf_player_stop (fixture->player);
              break;
            case 1:
              yf_player_hurt (fixture->player);
              break;
            case 2:
            case 3:
              yf_player_next (fixture->player);
              break;
            default:
              if (g_rand_boolean (rand))
                yf_player_tap (fixture->player);
              else if (!yf_player_pause (fixture->player))
                yf_player_resume (fixture->player);
            }

          {
            const YfSegment *segment = yf_player_get_segment (fixture->player);
            gint64 position = yf_player_get_position (fixture->player);

            g_assert_cmpint (position, >=, segment->start);
            g_assert_cmpint (position, <=, segment->start + segment->length);
          }
        }

      yf_player_stop (fixture->player);
      g_assert_cmpuint (fixture->n_ended, ==, 1);

      for (guint i = 0; i < fixture->reps->len; i++)
        {
          const YfRepetition *rep = &g_array_index (fixture->reps, YfRepetition, i);

          g_assert_cmpint (rep->ended, >=, rep->started);
          g_assert_cmpint (rep->hold, >=, 0);
          if (before != NULL)
            {
              g_assert_cmpint (rep->started, >=, before->ended);
              g_assert_cmpint (rep->item * 10000 + rep->set * 100 + rep->rep, >,
                               before->item * 10000 + before->set * 100 + before->rep);
            }
          before = rep;
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/properties/random-pauses", test_random_pauses);
  g_test_add_func ("/session/properties/random-keys", test_random_keys);

  return g_test_run ();
}
