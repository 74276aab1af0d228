/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-catalogue.h"
#include "yf-plan.h"

#define DEFAULT YF_PLAN_DEFAULT
#define S YF_SECOND

static const struct
{
  const char *exercise;
  int         sets;
  int         reps;
  gint64      hold;
  YfDose      dose;    /* no sets: refused */
  YfPlanError error;
} cases[] = {
  { "five-point-support", DEFAULT, DEFAULT, DEFAULT, { 2, 10, 3 * S } },
  { "five-point-support", 1, 3, DEFAULT, { 1, 3, 3 * S } },
  { "five-point-support", 3, 15, 5 * S, { 3, 15, 5 * S } },
  { "five-point-support", DEFAULT, DEFAULT, 1 * S, { 2, 10, 1 * S } },
  { "five-point-support", 4, DEFAULT, DEFAULT, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
  { "five-point-support", DEFAULT, 16, DEFAULT, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
  { "five-point-support", DEFAULT, DEFAULT, 5 * S + 1, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
  { "five-point-support", 0, DEFAULT, DEFAULT, { 0, }, YF_PLAN_ERROR_INVALID },
  { "five-point-support", DEFAULT, 0, DEFAULT, { 0, }, YF_PLAN_ERROR_INVALID },
  { "five-point-support", DEFAULT, DEFAULT, 1 * S - 1, { 0, }, YF_PLAN_ERROR_INVALID },
  { "five-point-support", DEFAULT, DEFAULT, 0, { 0, }, YF_PLAN_ERROR_INVALID },
  { "five-point-support", -5, DEFAULT, DEFAULT, { 0, }, YF_PLAN_ERROR_INVALID },
  { "modified-swallow", DEFAULT, DEFAULT, DEFAULT, { 2, 5, 2 * S } },
  { "modified-swallow", DEFAULT, 6, DEFAULT, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
  { "modified-swallow", DEFAULT, DEFAULT, 3 * S, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
  { "abdominal-breathing", 3, 10, 3 * S, { 3, 10, 3 * S } },
  { "abdominal-breathing", 3, 11, DEFAULT, { 0, }, YF_PLAN_ERROR_ABOVE_CEILING },
};

static void
test_dose (void)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, cases[i].exercise);
      YfDose dose = { -1, -1, -1 };
      g_autoptr (GError) error = NULL;
      gboolean allowed;

      allowed = yf_plan_dose (exercise, cases[i].sets, cases[i].reps, cases[i].hold, &dose, &error);

      if (cases[i].dose.sets > 0)
        {
          g_assert_no_error (error);
          g_assert_true (allowed);
          g_assert_true (yf_dose_equal (&dose, &cases[i].dose));
        }
      else
        {
          g_test_message ("%s", error->message);
          g_assert_false (allowed);
          g_assert_error (error, YF_PLAN_ERROR, (int) cases[i].error);
          g_assert_cmpint (dose.sets, ==, -1);
        }
    }
}

/* By posture, and as asked within one. */
static void
test_order (void)
{
  static const char * const asked[] = { "modified-swallow", "glute-bridge", "abdominal-breathing", "five-point-support" };
  static const char * const given[] = { "glute-bridge", "abdominal-breathing", "five-point-support", "modified-swallow" };
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);
  g_autoptr (YfRoutine) routine = NULL;
  YfRoutineItem items[G_N_ELEMENTS (asked)] = { { NULL, }, };

  for (gsize i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      items[i].exercise = yf_catalogue_find_exercise (catalogue, asked[i]);
      items[i].dose = *yf_exercise_get_first_dose (items[i].exercise);
    }

  routine = yf_routine_new (items, G_N_ELEMENTS (items));
  g_assert_cmpuint (yf_routine_get_n_items (routine), ==, G_N_ELEMENTS (given));

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      g_assert_cmpstr (yf_exercise_get_id (item->exercise), ==, given[i]);
      g_assert_true (yf_dose_equal (&item->dose, yf_exercise_get_first_dose (item->exercise)));
    }
}

/* Slow is safe: nothing is quicker than the catalogue has it. */
static void
test_pace (void)
{
  static const struct
  {
    const char *exercise;
    int         tempo;
    int         rep_rest; /* s */
    int         set_rest; /* s */
    gboolean    valid;
    YfPace      pace;
  } paces[] = {
    { "five-point-support", -1, -1, -1, TRUE, { 0, 0, 0 } },
    { "five-point-support", 100, -1, -1, TRUE, { 0, 0, 0 } },
    { "five-point-support", 125, -1, 300, TRUE, { 125, 0, 300 * YF_SECOND } },
    { "five-point-support", 200, -1, -1, TRUE, { 200, 0, 0 } },
    { "five-point-support", 225, -1, -1, FALSE, { 0, } },
    { "five-point-support", 75, -1, -1, FALSE, { 0, } },
    { "five-point-support", 99, -1, -1, FALSE, { 0, } },
    { "five-point-support", 130, -1, -1, FALSE, { 0, } },
    { "five-point-support", 0, -1, -1, FALSE, { 0, } },
    { "five-point-support", -1, 1000, -1, FALSE, { 0, } },
    { "five-point-support", -1, -1, 301, FALSE, { 0, } },
    { "five-point-support", -1, -1, 0, FALSE, { 0, } },
    { "abdominal-breathing", -1, 10, -1, FALSE, { 0, } },
    { "abdominal-breathing", -1, 0, -1, TRUE, { 0, } },
  };
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (paces); i++)
    {
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, paces[i].exercise);
      g_autoptr (GError) error = NULL;
      YfPace pace = { 1, 2, 3 };
      gboolean valid = yf_plan_pace (exercise, paces[i].tempo,
                                     paces[i].rep_rest == -1 ? YF_PLAN_DEFAULT : paces[i].rep_rest * YF_SECOND,
                                     paces[i].set_rest == -1 ? YF_PLAN_DEFAULT : paces[i].set_rest * YF_SECOND,
                                     &pace, &error);

      g_assert_cmpint (valid, ==, paces[i].valid);
      if (valid)
        {
          g_assert_no_error (error);
          g_assert_cmpint (pace.tempo, ==, paces[i].pace.tempo);
          g_assert_cmpint (pace.rep_rest, ==, paces[i].pace.rep_rest);
          g_assert_cmpint (pace.set_rest, ==, paces[i].pace.set_rest);
        }
      else
        {
          g_assert_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID);
          g_assert_cmpint (pace.tempo, ==, 1);
        }
    }
}

/* Of every exercise: half of each rest is allowed and less is not; only raising
 * and lowering follow the tempo. */
static void
test_pace_of_all (void)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      YfRoutineItem item = { g_ptr_array_index (exercises, i), };
      YfExercise *exercise = item.exercise;
      gint64 rest = yf_exercise_get_set_rest (exercise, NULL);

      item.dose = *yf_exercise_get_first_dose (exercise);
      g_assert_true (yf_plan_check (exercise, &item.dose, &item.pace, NULL));
      g_assert_cmpint (yf_routine_item_get_set_rest (&item), ==, rest);
      if (rest > 0)
        {
          g_assert_true (yf_plan_pace (exercise, 200, YF_PLAN_DEFAULT, rest / 2, &item.pace, NULL));
          g_assert_cmpint (yf_routine_item_get_set_rest (&item), ==, rest / 2);
          g_assert_true (yf_plan_check (exercise, &item.dose, &item.pace, NULL));
          g_assert_false (yf_plan_pace (exercise, YF_PLAN_DEFAULT, YF_PLAN_DEFAULT, rest / 2 - 1, &item.pace, NULL));
        }

      for (guint p = 0; p < yf_exercise_get_n_phases (exercise); p++)
        {
          const YfPhase *phase = yf_exercise_get_phase (exercise, p);
          gint64 usual = phase->length > 0 ? phase->length : item.dose.hold;
          gboolean moves = phase->kind == YF_PHASE_RAISE || phase->kind == YF_PHASE_LOWER;

          if (rest > 0)
            g_assert_cmpint (yf_routine_item_get_length (&item, phase), ==, moves && phase->length > 0 ? 2 * usual : usual);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan/dose", test_dose);
  g_test_add_func ("/plan/order", test_order);
  g_test_add_func ("/plan/pace", test_pace);
  g_test_add_func ("/plan/pace-of-all", test_pace_of_all);

  return g_test_run ();
}
