/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "yf-rules.h"

/* clinical.md section 4, written here by hand and not from the rule file: the
 * verdict of every condition for every group, each held against what the
 * program says over every combination of conditions. */

#define A YF_VERDICT_ALLOWED
#define C YF_VERDICT_CAUTION
#define Q YF_VERDICT_ASK_CLINICIAN
#define B YF_VERDICT_BLOCKED

#define TODAY 739000   /* a day; which one does not matter */

typedef enum
{
  NO_DATE,
  SURGERY,
  BIRTH,
} DateKind;

/* A condition as a person may have it, with the date it is reckoned from. */
static const struct
{
  const char *id;
  DateKind    date;
  int         days;         /* ago; -1: nobody said */
  /*                           breathing bridge plank swallow stretch kegel */
  YfVerdict   verdicts[YF_N_GROUPS];
} conditions[] = {
  { "pregnancy",          NO_DATE, 0,  { Q, Q, Q, Q, Q, Q } },
  { "postpartum",         BIRTH,   -1, { B, B, B, B, C, B } },
  { "lumbar-surgery",     SURGERY, -1, { Q, B, B, B, Q, Q } },
  { "hypertension",       NO_DATE, 0,  { Q, Q, Q, Q, Q, Q } },
  { "heart-disease",      NO_DATE, 0,  { Q, Q, Q, Q, Q, Q } },
  { "diabetes",           NO_DATE, 0,  { Q, Q, Q, Q, Q, Q } },
  { "other-chronic",      NO_DATE, 0,  { Q, Q, Q, Q, Q, Q } },
  { "spondylolisthesis",  NO_DATE, 0,  { A, Q, Q, B, C, A } },
  { "lumbar-instability", NO_DATE, 0,  { A, C, C, B, C, A } },
  { "spinal-stenosis",    NO_DATE, 0,  { C, Q, Q, B, C, A } },
  { "osteoporosis",       NO_DATE, 0,  { A, Q, Q, Q, C, A } },
};
#define N_CONDITIONS G_N_ELEMENTS (conditions)
#define POSTPARTUM 1
#define LUMBAR_SURGERY 2

/* Where the conditions with a date stand at that date. */
static const struct
{
  int       days;
  YfVerdict verdicts[YF_N_GROUPS];
} births[] = {
  { -1, { B, B, B, B, C, B } },
  { 0,  { B, B, B, B, C, B } },
  { 41, { B, B, B, B, C, B } },   /* five weeks and six days */
  { 42, { A, A, A, A, A, A } },
  { 43, { A, A, A, A, A, A } },
}, surgeries[] = {
  { -1,   { Q, B, B, B, Q, Q } },
  { 0,    { Q, B, B, B, Q, Q } },
  { 59,   { Q, B, B, B, Q, Q } },
  { 60,   { Q, Q, Q, Q, Q, Q } },
  { 3000, { Q, Q, Q, Q, Q, Q } },
};

/* Stages by how they come about, and what each says. Days ago; -1: not said. */
static const struct
{
  YfStage   stage;
  int       onset;
  int       relief;
  int       treatment;
  YfVerdict verdicts[YF_N_GROUPS];
} stages[] = {
  { YF_STAGE_PREVENTION,  -1,  -1,  -1,  { A, A, A, A, A, A } },
  { YF_STAGE_ACUTE,       5,   -1,  -1,  { Q, B, B, B, B, B } },
  { YF_STAGE_EASING,      60,  13,  60,  { A, B, B, B, C, C } },
  { YF_STAGE_RECOVERY,    60,  14,  60,  { A, A, A, A, A, A } },
  { YF_STAGE_MAINTENANCE, 200, 100, 200, { A, A, A, A, A, A } },
};

static const YfVerdict easing[YF_N_GROUPS] = { A, B, B, B, C, C };

static YfCatalogue *catalogue;
static YfRules *rules;

static YfDay
ago (int days)
{
  return days < 0 ? YF_DAY_NONE : TODAY - days;
}

static YfProfile *
make_profile (guint bits,
              gsize stage,
              int   birth,
              int   surgery)
{
  YfProfile *profile = yf_profile_new ();

  yf_profile_set_onset (profile, ago (stages[stage].onset));
  yf_profile_set_relief (profile, ago (stages[stage].relief));
  yf_profile_set_treatment_start (profile, ago (stages[stage].treatment));
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_STRONG);

  for (gsize i = 0; i < N_CONDITIONS; i++)
    {
      if ((bits & (1u << i)) != 0)
        yf_profile_set_condition (profile, conditions[i].id, TRUE);
    }

  if ((bits & (1u << POSTPARTUM)) != 0)
    yf_profile_set_birth (profile, ago (birth));
  if ((bits & (1u << LUMBAR_SURGERY)) != 0)
    yf_profile_set_surgery (profile, ago (surgery));

  return profile;
}

static YfVerdict
judge (const YfProfile *profile,
       const YfCheckIn *check_in,
       YfExercise      *exercise)
{
  g_autoptr (YfJudgement) judgement = yf_rules_judge (rules, profile, check_in, exercise, TODAY);

  return yf_judgement_get_verdict (judgement);
}

static YfVerdict
expect (guint   bits,
        gsize   stage,
        gsize   birth,
        gsize   surgery,
        YfGroup group)
{
  YfVerdict verdict = stages[stage].verdicts[group];

  for (gsize i = 0; i < N_CONDITIONS; i++)
    {
      if ((bits & (1u << i)) == 0)
        continue;

      if (i == POSTPARTUM)
        verdict = MAX (verdict, births[birth].verdicts[group]);
      else if (i == LUMBAR_SURGERY)
        verdict = MAX (verdict, surgeries[surgery].verdicts[group]);
      else
        verdict = MAX (verdict, conditions[i].verdicts[group]);
    }

  /* Without a clearance an operation keeps a person in the easing stage,
   * unless they are in the acute one. */
  if ((bits & (1u << LUMBAR_SURGERY)) != 0 && stages[stage].stage != YF_STAGE_ACUTE)
    verdict = MAX (verdict, easing[group]);

  return verdict;
}

/* Every combination of conditions, in every stage, at every date, for every
 * exercise. */
static void
test_every_combination (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  guint count = 0;

  for (gsize stage = 0; stage < G_N_ELEMENTS (stages); stage++)
    for (gsize birth = 0; birth < G_N_ELEMENTS (births); birth++)
      for (gsize surgery = 0; surgery < G_N_ELEMENTS (surgeries); surgery++)
        for (guint bits = 0; bits < 1u << N_CONDITIONS; bits++)
          {
            g_autoptr (YfProfile) profile = NULL;

            /* Dates matter only with their conditions. */
            if ((birth > 0 && (bits & (1u << POSTPARTUM)) == 0) ||
                (surgery > 0 && (bits & (1u << LUMBAR_SURGERY)) == 0))
              continue;

            profile = make_profile (bits, stage, births[birth].days, surgeries[surgery].days);

            for (guint i = 0; i < exercises->len; i++)
              {
                YfExercise *exercise = g_ptr_array_index (exercises, i);
                YfVerdict verdict = judge (profile, check_in, exercise);

                count++;
                if (verdict != expect (bits, stage, birth, surgery, yf_exercise_get_group (exercise)))
                  g_error ("%s in stage %s, conditions %x, birth %d, surgery %d: %s",
                           yf_exercise_get_id (exercise), yf_stage_get_id (stages[stage].stage), bits,
                           births[birth].days, surgeries[surgery].days, yf_verdict_get_id (verdict));
              }
          }

  g_test_message ("%u judgements", count);
}

/* Adding a condition never makes any verdict milder, whatever else is true. */
static void
test_adding_is_never_milder (void)
{
  static const YfBackStrength strengths[] = { YF_BACK_STRENGTH_UNKNOWN, YF_BACK_STRENGTH_WEAK, YF_BACK_STRENGTH_STRONG };
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  static const char * const all_conditions[] = { "pregnancy", "lumbar-surgery", "diabetes", "acute", NULL };
  static const char * const all_exercises[] = { "*", NULL };
  g_autoptr (YfClearance) clearance = yf_clearance_new ("Dr. Li", TODAY - 1, all_conditions, all_exercises, YF_DAY_NONE);
  g_autofree guint8 *verdicts = g_new (guint8, 1u << N_CONDITIONS);

  for (gsize stage = 0; stage < G_N_ELEMENTS (stages); stage++)
    for (gsize strength = 0; strength < G_N_ELEMENTS (strengths); strength++)
      for (int relaxants = 0; relaxants <= 1; relaxants++)
        for (int cleared = 0; cleared <= 1; cleared++)
          for (guint e = 0; e < exercises->len; e++)
            {
              for (guint bits = 0; bits < 1u << N_CONDITIONS; bits++)
                {
                  g_autoptr (YfProfile) profile = make_profile (bits, stage, 41, 60);

                  yf_profile_set_back_strength (profile, strengths[strength]);
                  yf_profile_set_muscle_relaxants (profile, relaxants);
                  if (cleared)
                    yf_profile_add_clearance (profile, clearance);

                  verdicts[bits] = judge (profile, check_in, g_ptr_array_index (exercises, e));
                }

              for (guint bits = 0; bits < 1u << N_CONDITIONS; bits++)
                for (gsize i = 0; i < N_CONDITIONS; i++)
                  g_assert_cmpint (verdicts[bits | (1u << i)], >=, verdicts[bits]);
            }
}

/* A clearance opens what asks for a clinician, to caution and no further, and
 * nothing that is blocked; and the reason stays. */
static void
test_clearance (void)
{
  static const char * const all[] = { "*", NULL };
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

  for (gsize i = 0; i < N_CONDITIONS; i++)
    for (guint e = 0; e < exercises->len; e++)
      {
        YfExercise *exercise = g_ptr_array_index (exercises, e);
        YfVerdict cell = conditions[i].verdicts[yf_exercise_get_group (exercise)];
        const char * const named[] = { conditions[i].id, NULL };
        const char * const other[] = { i == 0 ? "diabetes" : "pregnancy", NULL };
        g_autoptr (YfProfile) profile = NULL;
        g_autoptr (YfClearance) right = yf_clearance_new ("Dr. Li", TODAY, named, all, TODAY);
        g_autoptr (YfClearance) wrong = yf_clearance_new ("Dr. Li", TODAY, other, all, TODAY);
        g_autoptr (YfJudgement) before = NULL;
        g_autoptr (YfJudgement) after = NULL;

        if (i == LUMBAR_SURGERY)
          continue;   /* its stage is in test-days.c, its opening below */

        profile = make_profile (1u << i, 0, -1, -1);
        yf_profile_add_clearance (profile, wrong);
        before = yf_rules_judge (rules, profile, check_in, exercise, TODAY);
        g_assert_cmpint (yf_judgement_get_verdict (before), ==, cell);

        yf_profile_add_clearance (profile, right);
        after = yf_rules_judge (rules, profile, check_in, exercise, TODAY);
        g_assert_cmpint (yf_judgement_get_verdict (after), ==, cell == Q ? C : cell);
        g_assert_cmpuint (yf_judgement_get_reasons (after)->len, ==, yf_judgement_get_reasons (before)->len);

        if (cell == Q)
          {
            YfReason *reason = g_ptr_array_index (yf_judgement_get_reasons (after), 0);

            g_assert_true (yf_reason_get_clearance (reason) == right);
            g_assert_nonnull (strstr (yf_reason_get_text (reason), "Dr. Li"));
          }
      }
}

/* After an operation: under 60 days nothing opens bridges; from 60 days a
 * clearance opens what it names and nothing else. */
static void
test_surgery (void)
{
  static const char * const surgery[] = { "lumbar-surgery", NULL };
  static const char * const named[] = { "five-point-support", NULL };
  YfExercise *support = yf_catalogue_find_exercise (catalogue, "five-point-support");
  YfExercise *bridge = yf_catalogue_find_exercise (catalogue, "glute-bridge");
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfClearance) clearance = yf_clearance_new ("Dr. Li", TODAY - 1, surgery, named, YF_DAY_NONE);
  g_autoptr (YfProfile) early = make_profile (1u << LUMBAR_SURGERY, 0, -1, 59);
  g_autoptr (YfProfile) late = make_profile (1u << LUMBAR_SURGERY, 0, -1, 60);

  yf_profile_add_clearance (early, clearance);
  g_assert_cmpint (judge (early, check_in, support), ==, B);

  g_assert_cmpint (judge (late, check_in, support), ==, B);
  yf_profile_add_clearance (late, clearance);
  g_assert_cmpint (judge (late, check_in, support), ==, C);
  g_assert_cmpint (judge (late, check_in, bridge), ==, Q);
}

/* A clearance may name a stage, but not one from before the episode. */
static void
test_clearance_for_a_stage (void)
{
  static const char * const acute[] = { "acute", NULL };
  static const char * const all[] = { "*", NULL };
  YfExercise *breathing = yf_catalogue_find_exercise (catalogue, "abdominal-breathing");
  YfExercise *bridge = yf_catalogue_find_exercise (catalogue, "glute-bridge");
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfClearance) old = yf_clearance_new ("Dr. Li", TODAY - 6, acute, all, YF_DAY_NONE);
  g_autoptr (YfClearance) recent = yf_clearance_new ("Dr. Li", TODAY - 5, acute, all, YF_DAY_NONE);
  g_autoptr (YfProfile) profile = make_profile (0, 1, -1, -1);

  yf_profile_add_clearance (profile, old);
  g_assert_cmpint (judge (profile, check_in, breathing), ==, Q);

  yf_profile_add_clearance (profile, recent);
  g_assert_cmpint (judge (profile, check_in, breathing), ==, C);
  g_assert_cmpint (judge (profile, check_in, bridge), ==, B);
}

/* What is not a condition: back strength, muscle relaxants, today. */
static void
test_today (void)
{
  YfExercise *breathing = yf_catalogue_find_exercise (catalogue, "abdominal-breathing");
  YfExercise *bridge = yf_catalogue_find_exercise (catalogue, "glute-bridge");
  YfExercise *swallow = yf_catalogue_find_exercise (catalogue, "modified-swallow");
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

  g_assert_cmpint (judge (profile, check_in, swallow), ==, C);
  g_assert_cmpint (judge (profile, check_in, bridge), ==, A);
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_WEAK);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, C);
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_STRONG);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, A);

  yf_profile_set_muscle_relaxants (profile, TRUE);
  g_assert_cmpint (judge (profile, check_in, breathing), ==, C);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, C);
  yf_profile_set_muscle_relaxants (profile, FALSE);

  yf_check_in_add_stopped (check_in, "glute-bridge");
  g_assert_cmpint (judge (profile, check_in, bridge), ==, B);
  g_assert_cmpint (judge (profile, check_in, breathing), ==, A);

  yf_check_in_set_pain_leg (check_in, 6);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, A);
  yf_check_in_set_pain_leg (check_in, 7);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, B);
  g_assert_cmpint (judge (profile, check_in, breathing), ==, A);
  yf_check_in_set_pain_leg (check_in, 0);
  yf_check_in_set_pain_back (check_in, 10);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, B);
}

/* The same question gets the same answer, and every reason has a source. */
static void
test_reasons (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfProfile) profile = make_profile ((1u << N_CONDITIONS) - 1, 1, -1, -1);

  for (guint e = 0; e < exercises->len; e++)
    {
      g_autoptr (YfJudgement) judgement = yf_rules_judge (rules, profile, check_in, g_ptr_array_index (exercises, e), TODAY);
      GPtrArray *reasons = yf_judgement_get_reasons (judgement);
      YfVerdict before = B;

      g_assert_cmpuint (reasons->len, >=, 8);

      for (guint i = 0; i < reasons->len; i++)
        {
          YfReason *reason = g_ptr_array_index (reasons, i);

          g_assert_cmpint (yf_reason_get_verdict (reason), <=, before);
          before = yf_reason_get_verdict (reason);
          g_assert_cmpstr (yf_reason_get_text (reason), !=, "");
          g_assert_nonnull (yf_reason_get_source (reason));
        }

      g_assert_cmpint (yf_judgement_get_verdict (judgement), ==,
                       yf_reason_get_verdict (g_ptr_array_index (reasons, 0)));
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);

  catalogue = yf_catalogue_new_builtin (NULL);
  rules = yf_rules_new_builtin (catalogue, NULL);
  g_assert_nonnull (rules);

  g_test_add_func ("/safety/table/every-combination", test_every_combination);
  g_test_add_func ("/safety/table/adding-is-never-milder", test_adding_is_never_milder);
  g_test_add_func ("/safety/table/clearance", test_clearance);
  g_test_add_func ("/safety/table/surgery", test_surgery);
  g_test_add_func ("/safety/table/clearance-for-a-stage", test_clearance_for_a_stage);
  g_test_add_func ("/safety/table/today", test_today);
  g_test_add_func ("/safety/table/reasons", test_reasons);

  status = g_test_run ();

  yf_rules_unref (rules);
  yf_catalogue_unref (catalogue);

  return status;
}
