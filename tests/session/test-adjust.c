/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"
#include <string.h>

#include "yf-plan.h"

/* Changing a session while it is under way: what is under way ends as it began,
 * what was counted stands, and what comes is what was asked for last. */

#define S YF_SECOND
#define ROUNDS 1500

static const char * const ids[] = {
  "abdominal-breathing", "five-point-support", "glute-bridge", "modified-swallow", "straight-leg-raise",
};

static const YfPace as_usual;

/* five-point-support: get ready 10 s; raise, hold, lower 7 s with a hold of 3 s;
 * rest 2 s; rest between sets. */
static Fixture *
start (int sets,
       int reps)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", sets, reps, 3 * S);
  Fixture *fixture = fixture_new (routine, YF_COUNTING_PACE);

  yf_player_start (fixture->player);

  return fixture;
}

static void
adjust (Fixture *fixture,
        int      sets,
        int      reps,
        gint64   hold)
{
  const YfDose dose = { sets, reps, hold };
  g_autoptr (GError) error = NULL;

  g_assert_true (yf_player_adjust (fixture->player, 0, &dose, &as_usual, &error));
  g_assert_no_error (error);
}

/* The numbers of the repetitions, and what is done between them. */
static char *
describe (Fixture *fixture)
{
  GString *text = g_string_new (NULL);
  YfTimeline *timeline = yf_player_get_timeline (fixture->player);

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);

      if (segment->ends_rep)
        g_string_append_printf (text, "%d/%d ", segment->set, segment->rep);
      else if (segment->between_sets)
        g_string_append (text, "rest ");
    }

  return g_strstrip (g_string_free (text, FALSE));
}

/* Doses changed in the hold of the second repetition of the first set of three. */
static void
test_in_a_repetition (void)
{
  static const struct
  {
    int         sets;
    int         reps;
    const char *plan;
  } cases[] = {
    { 2, 3, "1/1 1/2 1/3 rest 2/1 2/2 2/3" },
    { 2, 4, "1/1 1/2 1/3 1/4 rest 2/1 2/2 2/3 2/4" },
    { 2, 2, "1/1 1/2 rest 2/1 2/2" },
    { 2, 1, "1/1 1/2 rest 2/1" },
    { 1, 1, "1/1 1/2" },
    { 1, 3, "1/1 1/2 1/3" },
    { 3, 1, "1/1 1/2 rest 2/1 rest 3/1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start (2, 3);
      g_autofree char *plan = NULL;
      YfSegment before;
      guint n_cues = 0;
      gint64 now;

      while (fixture->reps->len < 1 || yf_player_get_segment (fixture->player)->kind != YF_SEGMENT_HOLD)
        yf_fake_clock_step (fixture->clock);
      yf_fake_clock_advance (fixture->clock, S / 2);

      now = yf_player_get_position (fixture->player);
      before = *yf_player_get_segment (fixture->player);
      adjust (fixture, cases[i].sets, cases[i].reps, 3 * S);
      g_assert_cmpint (yf_player_get_position (fixture->player), ==, now);
      g_assert_cmpint (yf_player_get_segment (fixture->player)->start, ==, before.start);
      g_assert_cmpint (yf_player_get_segment (fixture->player)->length, ==, before.length);

      plan = describe (fixture);
      g_assert_cmpstr (plan, ==, cases[i].plan);

      yf_timeline_unref (fixture->timeline);
      fixture->timeline = yf_timeline_ref (yf_player_get_timeline (fixture->player));
      fixture_run_to_end (fixture);
      g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
      g_assert_cmpint (yf_player_get_item_state (fixture->player, 0), ==, YF_RECORD_COMPLETED);

      /* One end of the exercise and of the session, and one of each set. */
      g_assert_true (g_str_has_suffix (fixture->events->str, "cue finished\n"));
      for (const char *cue = fixture->events->str; (cue = strstr (cue, "cue set-done")) != NULL; cue++)
        n_cues++;
      g_assert_cmpuint (n_cues, ==, cases[i].sets);
      g_assert_nonnull (strstr (fixture->events->str, "cue exercise-done"));
      g_assert_null (strstr (strstr (fixture->events->str, "cue exercise-done") + 1, "cue exercise-done"));
    }
}

/* In the rest between sets: it ends as it began, and the set that is over is not
 * taken up again. */
static void
test_in_a_rest (void)
{
  static const struct
  {
    int         sets;
    int         reps;
    const char *plan;
  } cases[] = {
    { 2, 4, "1/1 1/2 rest 2/1 2/2 2/3 2/4" },
    { 3, 1, "1/1 1/2 rest 2/1 rest 3/1" },
    { 1, 2, "1/1 1/2 rest" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Fixture) fixture = start (2, 2);
      g_autofree char *plan = NULL;

      while (!yf_player_get_segment (fixture->player)->between_sets)
        yf_fake_clock_step (fixture->clock);
      adjust (fixture, cases[i].sets, cases[i].reps, 3 * S);
      plan = describe (fixture);
      g_assert_cmpstr (plan, ==, cases[i].plan);

      yf_timeline_unref (fixture->timeline);
      fixture->timeline = yf_timeline_ref (yf_player_get_timeline (fixture->player));
      fixture_run_to_end (fixture);
      g_assert_cmpint (yf_player_get_record_state (fixture->player), ==, YF_RECORD_COMPLETED);
      g_assert_true (g_str_has_suffix (fixture->events->str, "cue finished\n"));
      g_assert_nonnull (strstr (fixture->events->str, "cue exercise-done"));
    }
}

/* A longer hold and a slower pace: from the next repetition on, and the log has
 * what was held. */
static void
test_hold_and_pace (void)
{
  const YfDose dose = { 1, 3, 5 * S };
  const YfPace pace = { 200, 0, 0 };
  g_autoptr (Fixture) fixture = start (1, 3);
  const YfRepetition *reps;

  while (yf_player_get_segment (fixture->player)->kind != YF_SEGMENT_HOLD)
    yf_fake_clock_step (fixture->clock);
  g_assert_true (yf_player_adjust (fixture->player, 0, &dose, &pace, NULL));
  yf_timeline_unref (fixture->timeline);
  fixture->timeline = yf_timeline_ref (yf_player_get_timeline (fixture->player));
  fixture_run_to_end (fixture);

  reps = (const YfRepetition *) (gpointer) fixture->reps->data;
  g_assert_cmpint (reps[0].hold, ==, 3 * S);
  g_assert_cmpint (reps[1].hold, ==, 5 * S);
  g_assert_cmpint (reps[2].hold, ==, 5 * S);
  g_assert_cmpint (reps[1].ended - reps[1].started - 5 * S, ==, 2 * (reps[0].ended - reps[0].started - 3 * S));
}

/* What is too much, too fast, or over, is refused, and nothing is changed. */
static void
test_refused (void)
{
  static const struct
  {
    YfDose      dose;
    YfPace      pace;
    YfPlanError code;
  } cases[] = {
    { { 99, 3, 3 * S }, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
    { { 1, 999, 3 * S }, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
    { { 1, 3, 300 * S }, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
    { { 0, 3, 3 * S }, { 0, }, YF_PLAN_ERROR_INVALID },
    { { 1, -1, 3 * S }, { 0, }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, -1 }, { 0, }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, 3 * S }, { 75, 0, 0 }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, 3 * S }, { 225, 0, 0 }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, 3 * S }, { 110, 0, 0 }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, 3 * S }, { 0, 0, 1 }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, 3 * S }, { 0, 0, 301 * S }, YF_PLAN_ERROR_INVALID },
    { { 1, 3, 3 * S }, { 0, 1, 0 }, YF_PLAN_ERROR_INVALID },
  };
  const YfDose fine = { 1, 3, 3 * S };
  g_autoptr (Fixture) fixture = start (1, 3);
  g_autoptr (GError) over = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (yf_player_adjust (fixture->player, 0, &cases[i].dose, &cases[i].pace, &error));
      g_assert_error (error, YF_PLAN_ERROR, (int) cases[i].code);
      g_assert_true (yf_player_get_timeline (fixture->player) == fixture->timeline);
    }

  yf_player_stop (fixture->player);
  g_assert_false (yf_player_adjust (fixture->player, 0, &fine, &as_usual, &over));
  g_assert_error (over, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID);
}

typedef struct
{
  GString *text;
  Fixture *fixture;
} Told;

static void
timeline_cb (Told *told)
{
  g_string_append (told->text, "timeline ");
}

static void
sheet_cb (Told *told)
{
  /* Whoever hears of it finds the new one. */
  g_assert_true (yf_cue_sheet_get_timeline (yf_player_get_cue_sheet (told->fixture->player)) ==
                 yf_player_get_timeline (told->fixture->player));
  g_string_append (told->text, "sheet ");
}

static void
retimed_cb (Told *told)
{
  g_string_append (told->text, "retimed ");
}

static void
adjusted_cb (Told               *told,
             const YfAdjustment *adjustment)
{
  g_assert_cmpint (adjustment->at, ==, FIXTURE_REAL + 3 * S);
  g_string_append_printf (told->text, "adjusted %d", adjustment->dose.reps);
}

static void
more_cb (Fixture *fixture)
{
  const YfDose dose = { 1, 3, 3 * S };

  if (fixture->reps->len == 1)
    g_assert_true (yf_player_adjust (fixture->player, 0, &dose, &as_usual, NULL));
}

/* Everybody is told, in order; a listener may change things itself. */
static void
test_told (void)
{
  g_autoptr (Fixture) fixture = start (1, 2);
  g_autoptr (Fixture) busy = start (1, 2);
  Told told = { g_string_new (NULL), fixture };

  g_signal_connect_swapped (fixture->player, "notify::timeline", G_CALLBACK (timeline_cb), &told);
  g_signal_connect_swapped (fixture->player, "notify::cue-sheet", G_CALLBACK (sheet_cb), &told);
  g_signal_connect_swapped (fixture->player, "retimed", G_CALLBACK (retimed_cb), &told);
  g_signal_connect_swapped (fixture->player, "adjusted", G_CALLBACK (adjusted_cb), &told);
  yf_fake_clock_advance (fixture->clock, 3 * S);
  adjust (fixture, 1, 3, 3 * S);
  g_assert_cmpstr (told.text->str, ==, "timeline sheet retimed adjusted 3");
  g_string_free (told.text, TRUE);

  g_signal_connect_swapped (busy->player, "repetition", G_CALLBACK (more_cb), busy);
  while (!yf_player_has_ended (busy->player))
    {
      yf_timeline_unref (busy->timeline);
      busy->timeline = yf_timeline_ref (yf_player_get_timeline (busy->player));
      yf_fake_clock_step (busy->clock);
    }
  g_assert_cmpuint (busy->reps->len, ==, 3);
}

/* -- Anything, at any moment ------------------------------------------------ */

typedef struct
{
  YfPlayer *player;
  YfDose    doses[3];
  guint     n_items;
  guint     item;      /* what was done last, or is prepared */
  YfSide    side;
  int       set;
  int       rep;
  gboolean  over;      /* the set is */
  guint     n_reps;
  guint     n_cues;    /* of repetitions */
  guint     n_ends;    /* of the session */
  gint64    elapsed;   /* of the last cue */
} Model;

/* Where the next repetition has to be. */
static void
go_on (Model *model)
{
  const YfDose *dose = &model->doses[model->item];

  if (!model->over && model->set > 0 && model->set <= dose->sets && model->rep < dose->reps)
    {
      model->rep++;
      return;
    }

  g_assert_cmpint (model->set, <, dose->sets);
  model->set++;
  model->rep = 1;
  model->over = FALSE;
}

static void
segment_cb (Model *model,
            guint  index)
{
  const YfSegment *segment = yf_player_get_segment (model->player);
  const YfSegment *before = index == 0
    ? NULL : yf_timeline_get_segment (yf_player_get_timeline (model->player), index - 1);

  if (segment->kind > YF_SEGMENT_REST)
    {
      if (segment->item != model->item || segment->side != model->side)
        {
          /* The set was done, and there was none after it. */
          if (before != NULL && before->kind < YF_SEGMENT_REST)
            {
              g_assert_cmpint (model->set, >=, model->doses[model->item].sets);
              if (model->set == model->doses[model->item].sets)
                g_assert_cmpint (model->rep, >=, model->doses[model->item].reps);
            }
        }
      model->item = segment->item;
      model->side = segment->side;
      model->set = 0;
      model->rep = 0;
      return;
    }

  if (segment->kind == YF_SEGMENT_REST)
    {
      if (segment->between_sets)
        model->over = TRUE;
      return;
    }

  if (before->kind < YF_SEGMENT_REST && !before->ends_rep)
    return;

  go_on (model);
  g_assert_cmpuint (segment->item, ==, model->item);
  g_assert_cmpint (segment->side, ==, model->side);
  g_assert_cmpint (segment->set, ==, model->set);
  g_assert_cmpint (segment->rep, ==, model->rep);
}

static void
cue_cb (Model   *model,
        YfCueId  id,
        gint64   elapsed)
{
  /* An early tap makes a cue late that leads what it announces. */
  if (yf_timeline_get_counting (yf_player_get_timeline (model->player)) == YF_COUNTING_PACE)
    g_assert_cmpint (elapsed, >=, model->elapsed);
  model->elapsed = elapsed;
  model->n_cues += id == YF_CUE_REP;
  model->n_ends += id == YF_CUE_FINISHED;
}

static void
count_cb (Model              *model,
          const YfRepetition *rep)
{
  g_assert_cmpint (rep->set, ==, model->set);
  g_assert_cmpint (rep->rep, ==, model->rep);
  model->n_reps++;
}

/* Not before: what was due before it was asked for comes before it. */
static void
change_cb (Model              *model,
           const YfAdjustment *adjustment)
{
  model->doses[adjustment->item] = adjustment->dose;
}

static void
random_dose (GRand      *rand,
             YfExercise *exercise,
             YfDose     *dose)
{
  const YfDose *ceiling = yf_exercise_get_ceiling (exercise);

  dose->sets = g_rand_int_range (rand, 1, ceiling->sets + 1);
  dose->reps = g_rand_int_range (rand, 1, MIN (ceiling->reps, 6) + 1);
  dose->hold = yf_exercise_has_hold (exercise) ? g_rand_int_range (rand, S, (gint32) MIN (ceiling->hold, 5 * S) + 1) : 0;
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  guint n_changes = 0;
  guint n_reps = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      YfRoutineItem items[3] = { { NULL, }, };
      g_autoptr (YfFakeClock) clock = yf_fake_clock_new (FIXTURE_REAL);
      g_autoptr (YfRoutine) routine = NULL;
      g_autoptr (YfTimeline) timeline = NULL;
      g_autoptr (YfCueSheet) sheet = NULL;
      g_autoptr (YfPlayer) player = NULL;
      Model model = { .n_items = (guint) g_rand_int_range (rand, 1, 4) };
      gint64 position = 0;

      for (guint i = 0; i < model.n_items; i++)
        {
          items[i].exercise = yf_catalogue_find_exercise (fixture_get_catalogue (),
                                                          ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]);
          random_dose (rand, items[i].exercise, &items[i].dose);
        }
      routine = yf_routine_new (items, model.n_items);
      for (guint i = 0; i < model.n_items; i++)
        model.doses[i] = yf_routine_get_item (routine, i)->dose;
      timeline = yf_timeline_new (routine, g_rand_boolean (rand) ? YF_COUNTING_TAP : YF_COUNTING_PACE);
      sheet = yf_cue_sheet_new (timeline);
      player = yf_player_new (sheet, YF_CLOCK (clock));
      model.player = player;
      g_signal_connect_swapped (player, "segment", G_CALLBACK (segment_cb), &model);
      g_signal_connect_swapped (player, "repetition", G_CALLBACK (count_cb), &model);
      g_signal_connect_swapped (player, "adjusted", G_CALLBACK (change_cb), &model);
      g_signal_connect_swapped (player, "cue", G_CALLBACK (cue_cb), &model);

      yf_player_start (player);
      while (!yf_player_has_ended (player))
        {
          guint index;

          switch (g_rand_int_range (rand, 0, 12))
            {
            case 0:
              {
                guint item = (guint) g_rand_int_range (rand, (gint32) yf_player_get_segment (player)->item,
                                                       (gint32) model.n_items);
                YfExercise *exercise = yf_routine_get_item (routine, item)->exercise;
                const YfPace pace = { g_rand_boolean (rand) ? 0 : 175, 0, 0 };
                g_autoptr (GError) error = NULL;
                YfSegment here;
                YfDose dose;

                random_dose (rand, exercise, &dose);
                index = yf_player_get_segment_index (player);
                here = *yf_player_get_segment (player);
                g_assert_true (yf_player_adjust (player, item, &dose, &pace, &error));
                g_assert_no_error (error);
                g_assert_cmpuint (yf_player_get_segment_index (player), ==, index);
                g_assert_cmpint (yf_player_get_segment (player)->start, ==, here.start);
                g_assert_cmpint (yf_player_get_segment (player)->length, ==, here.length);
                g_assert_cmpint (yf_player_get_segment (player)->kind, ==, here.kind);
                n_changes++;
              }
              break;
            case 1:
              yf_player_pause (player);
              break;
            default:
              yf_player_resume (player);
              if (!yf_player_tap (player))
                yf_fake_clock_advance (clock, g_rand_int_range (rand, 1, 4 * S));
            }

          g_assert_cmpint (yf_player_get_position (player), >=, position);
          position = yf_player_get_position (player);
        }

      g_assert_cmpint (yf_player_get_record_state (player), ==, YF_RECORD_COMPLETED);
      for (guint i = 0; i < model.n_items; i++)
        g_assert_cmpint (yf_player_get_item_state (player, i), ==, YF_RECORD_COMPLETED);
      g_assert_cmpint (yf_player_get_position (player), ==, yf_timeline_get_length (yf_player_get_timeline (player)));
      g_assert_cmpuint (model.n_cues, ==, model.n_reps);
      g_assert_cmpuint (model.n_ends, ==, 1);
      n_reps += model.n_reps;
    }

  g_test_message ("%u sessions, changed %u times, %u repetitions", ROUNDS, n_changes, n_reps);
}

/* Changed, cut, and gone on with: the plan is the changed one, and what was done
 * of the old one is whole. */
static void
test_cut_after (void)
{
  g_autoptr (Fixture) fixture = start (3, 2);
  g_autoptr (YfSessionRecord) record = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfCueSheet) sheet = NULL;
  g_autoptr (YfPlayer) player = NULL;
  const YfAdjustment adjustment = { FIXTURE_REAL + 1000 * S, 0, { 3, 4, 3 * S }, { 0, } };

  while (fixture->reps->len < 3)
    yf_fake_clock_step (fixture->clock);

  record = yf_session_record_new_for (yf_timeline_get_routine (fixture->timeline), NULL, FIXTURE_REAL);
  for (guint i = 0; i < fixture->reps->len; i++)
    g_ptr_array_add (((YfExerciseRecord *) g_ptr_array_index (record->exercises, 0))->reps,
                     yf_repetition_copy (&g_array_index (fixture->reps, YfRepetition, i)));
  yf_session_record_add_adjustment (record, &adjustment);

  timeline = yf_session_record_dup_timeline (record, fixture_get_catalogue (), YF_COUNTING_PACE);
  sheet = yf_cue_sheet_new (timeline);
  player = yf_player_new_resumed (sheet, YF_CLOCK (fixture->clock), record);
  g_assert_cmpint (yf_player_get_segment (player)->rep, ==, 1);
  yf_player_start (player);
  while (!yf_player_has_ended (player))
    yf_fake_clock_step (fixture->clock);

  /* 2 of the first set as it was, 4 and 4 of those that came after. */
  g_assert_cmpint (yf_player_count_reps (player, 0), ==, 10);
  g_assert_cmpint (yf_player_get_record_state (player), ==, YF_RECORD_COMPLETED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/adjust/in-a-repetition", test_in_a_repetition);
  g_test_add_func ("/session/adjust/in-a-rest", test_in_a_rest);
  g_test_add_func ("/session/adjust/hold-and-pace", test_hold_and_pace);
  g_test_add_func ("/session/adjust/refused", test_refused);
  g_test_add_func ("/session/adjust/told", test_told);
  g_test_add_func ("/session/adjust/random", test_random);
  g_test_add_func ("/session/adjust/cut-after", test_cut_after);

  return g_test_run ();
}
