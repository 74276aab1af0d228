/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "yf-rules.h"

/* clinical.md section 4, written here by hand and not from the rule file: the
 * verdict of every condition for every column, each held against what the
 * program says of every exercise over every combination of conditions. */

#define A YF_VERDICT_ALLOWED
#define C YF_VERDICT_CAUTION
#define Q YF_VERDICT_ASK_CLINICIAN
#define B YF_VERDICT_BLOCKED

#define TODAY 739000   /* a day; which one does not matter */

/* The columns of the table, and which exercises stand in each. */
typedef enum
{
  BREATHING,
  BRIDGE,
  PLANK,
  SWALLOW,
  STRETCH,
  KEGEL,
} Column;
#define N_COLUMNS (KEGEL + 1)

static const struct
{
  const char *id;
  Column      column;
} exercises[] = {
  { "abdominal-breathing", BREATHING },
  { "five-point-support", BRIDGE },
  { "glute-bridge", BRIDGE },
  { "plank", PLANK },
  { "straight-leg-raise", PLANK },
  { "modified-swallow", SWALLOW },
  { "upper-swallow", SWALLOW },
  { "full-swallow", SWALLOW },
  { "wall-stand", STRETCH },
  { "waist-hip-stretch", STRETCH },
  { "warm-up", STRETCH },
  { "break-stretch", STRETCH },
  { "kegel", KEGEL },
};

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
  YfVerdict   verdicts[N_COLUMNS];
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
  YfVerdict verdicts[N_COLUMNS];
} births[] = {
  { -1, { B, B, B, B, C, B } },
  { 41, { B, B, B, B, C, B } },   /* five weeks and six days */
  { 42, { A, A, A, A, A, A } },
}, surgeries[] = {
  { -1,   { Q, B, B, B, Q, Q } },
  { 59,   { Q, B, B, B, Q, Q } },
  { 60,   { Q, Q, Q, Q, Q, Q } },
};

/* Stages by how they come about, and what each says. Days ago; -1: not said. */
static const struct
{
  YfStage   stage;
  int       onset;
  int       relief;
  int       treatment;
  YfVerdict verdicts[N_COLUMNS];
} stages[] = {
  { YF_STAGE_PREVENTION,  -1,  -1,  -1,  { A, A, A, A, A, A } },
  { YF_STAGE_ACUTE,       5,   -1,  -1,  { Q, B, B, B, B, B } },
  { YF_STAGE_EASING,      60,  13,  60,  { A, B, B, B, C, C } },
  { YF_STAGE_RECOVERY,    60,  14,  60,  { A, A, A, A, A, A } },
  { YF_STAGE_MAINTENANCE, 200, 100, 200, { A, A, A, A, A, A } },
};

static const YfVerdict easing[N_COLUMNS] = { A, B, B, B, C, C };

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

/* The cells of the table that differ within a column. */
static YfVerdict
expect_of_stage (gsize stage,
                 gsize exercise)
{
  if (stages[stage].stage == YF_STAGE_ACUTE && g_str_equal (exercises[exercise].id, "break-stretch"))
    return C;

  return stages[stage].verdicts[exercises[exercise].column];
}

static YfVerdict
expect_of_condition (gsize condition,
                     gsize birth,
                     gsize surgery,
                     gsize exercise)
{
  Column column = exercises[exercise].column;

  if (condition == POSTPARTUM)
    return births[birth].verdicts[column];
  if (condition == LUMBAR_SURGERY)
    return surgeries[surgery].verdicts[column];
  if (g_str_equal (conditions[condition].id, "spinal-stenosis") &&
      g_str_equal (exercises[exercise].id, "waist-hip-stretch"))
    return Q;

  return conditions[condition].verdicts[column];
}

static YfVerdict
expect (guint bits,
        gsize stage,
        gsize birth,
        gsize surgery,
        gsize exercise)
{
  YfVerdict verdict = expect_of_stage (stage, exercise);

  for (gsize i = 0; i < N_CONDITIONS; i++)
    {
      if ((bits & (1u << i)) != 0)
        verdict = MAX (verdict, expect_of_condition (i, birth, surgery, exercise));
    }

  /* Without a clearance an operation keeps a person in the easing stage,
   * unless they are in the acute one. */
  if ((bits & (1u << LUMBAR_SURGERY)) != 0 && stages[stage].stage != YF_STAGE_ACUTE)
    verdict = MAX (verdict, easing[exercises[exercise].column]);

  return verdict;
}

static YfExercise *
get_exercise (gsize exercise)
{
  return yf_catalogue_find_exercise (catalogue, exercises[exercise].id);
}

/* Every combination of conditions, in every stage, at every date, for every
 * exercise. */
static void
test_every_combination (void)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  guint count = 0;

  g_assert_cmpuint (yf_catalogue_get_exercises (catalogue)->len, ==, G_N_ELEMENTS (exercises));

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

            for (gsize i = 0; i < G_N_ELEMENTS (exercises); i++)
              {
                YfVerdict verdict = judge (profile, check_in, get_exercise (i));

                count++;
                if (verdict != expect (bits, stage, birth, surgery, i))
                  g_error ("%s in stage %s, conditions %x, birth %d, surgery %d: %s",
                           exercises[i].id, yf_stage_get_id (stages[stage].stage), bits,
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
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  static const char * const all_conditions[] = { "pregnancy", "lumbar-surgery", "diabetes", "acute", NULL };
  static const char * const all_exercises[] = { "*", NULL };
  g_autoptr (YfClearance) clearance = yf_clearance_new ("Dr. Li", TODAY - 1, all_conditions, all_exercises, YF_DAY_NONE);
  g_autofree guint8 *verdicts = g_new (guint8, 1u << N_CONDITIONS);

  for (gsize stage = 0; stage < G_N_ELEMENTS (stages); stage++)
    for (gsize strength = 0; strength < G_N_ELEMENTS (strengths); strength++)
      for (int relaxants = 0; relaxants <= 1; relaxants++)
        for (int cleared = 0; cleared <= 1; cleared++)
          for (gsize e = 0; e < G_N_ELEMENTS (exercises); e++)
            {
              for (guint bits = 0; bits < 1u << N_CONDITIONS; bits++)
                {
                  g_autoptr (YfProfile) profile = make_profile (bits, stage, 41, 60);

                  yf_profile_set_back_strength (profile, strengths[strength]);
                  yf_profile_set_muscle_relaxants (profile, relaxants);
                  if (cleared)
                    yf_profile_add_clearance (profile, clearance);

                  verdicts[bits] = judge (profile, check_in, get_exercise (e));
                }

              for (guint bits = 0; bits < 1u << N_CONDITIONS; bits++)
                for (gsize i = 0; i < N_CONDITIONS; i++)
                  g_assert_cmpint (verdicts[bits | (1u << i)], >=, verdicts[bits]);
            }
}

/* clinical.md section 2: cold and warmth. Hours since the onset; -1: its day is
 * not known; -2: no onset on record. */
static void
test_relief (void)
{
  static const struct
  {
    const char *name;
    int         hours;
    int         relief;      /* days ago; -1: not eased */
    const char *condition;
    YfVerdict   cold;
    YfVerdict   heat;
  } cases[] = {
    { "no episode", -2, -1, NULL, B, B },
    { "at once", 1, -1, NULL, A, B },
    { "71 hours", 71, -1, NULL, A, B },
    { "72 hours", 72, -1, NULL, C, A },
    { "73 hours", 73, -1, NULL, C, A },
    { "onset unknown", -1, -1, NULL, B, B },
    { "long over", 24 * 200, 100, NULL, B, B },
    { "easing", 24 * 60, 10, NULL, C, A },
    { "diabetes, first day", 5, -1, "diabetes", Q, B },
    { "diabetes, later", 100, -1, "diabetes", Q, Q },
    { "reduced sensation", 100, -1, "reduced-sensation", Q, Q },
    { "sensitive skin", 100, -1, "sensitive-skin", Q, Q },
    { "pregnant", 100, -1, "pregnancy", C, Q },
    { "hypertension says nothing of relief", 100, -1, "hypertension", C, A },
  };
  YfExercise *cold = yf_catalogue_find_relief (catalogue, "cold");
  YfExercise *heat = yf_catalogue_find_relief (catalogue, "heat");
  int now = 12 * 60;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfJudgement) cold_judgement = NULL;
      g_autoptr (YfJudgement) heat_judgement = NULL;

      if (cases[i].hours == -1)
        {
          yf_profile_set_onset (profile, YF_DAY_UNKNOWN);
        }
      else if (cases[i].hours >= 0)
        {
          int minutes = TODAY * YF_MINUTES_A_DAY + now - cases[i].hours * 60;

          yf_profile_set_onset (profile, minutes / YF_MINUTES_A_DAY);
          yf_profile_set_onset_minute (profile, minutes % YF_MINUTES_A_DAY);
        }

      yf_profile_set_relief (profile, ago (cases[i].relief));
      if (cases[i].condition != NULL)
        yf_profile_set_condition (profile, cases[i].condition, TRUE);

      cold_judgement = yf_rules_judge_at (rules, profile, check_in, cold, TODAY, now);
      heat_judgement = yf_rules_judge_at (rules, profile, check_in, heat, TODAY, now);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (yf_verdict_get_id (yf_judgement_get_verdict (cold_judgement)), ==, yf_verdict_get_id (cases[i].cold));
      g_assert_cmpstr (yf_verdict_get_id (yf_judgement_get_verdict (heat_judgement)), ==, yf_verdict_get_id (cases[i].heat));
    }
}

/* A bare onset date counts from the end of its day; a bare day is asked for at
 * its beginning. */
static void
test_relief_without_times (void)
{
  YfExercise *heat = yf_catalogue_find_relief (catalogue, "heat");
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

  yf_profile_set_onset (profile, TODAY - 4);
  g_assert_cmpint (judge (profile, check_in, heat), ==, A);
  yf_profile_set_onset (profile, TODAY - 3);
  g_assert_cmpint (judge (profile, check_in, heat), ==, B);
}

/* A sign for a doctor leaves the compress; an urgent one and an emergency do
 * not. */
static void
test_relief_and_signs (void)
{
  static const struct { const char *flag; YfVerdict verdict; } signs[] = {
    { "radiating", C }, { "night-pain", B }, { "bladder-bowel", B },
  };
  YfExercise *heat = yf_catalogue_find_relief (catalogue, "heat");

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

      yf_profile_set_onset (profile, TODAY - 10);
      yf_check_in_set_flag (check_in, signs[i].flag, TRUE, YF_DAYS_UNSAID);
      g_assert_cmpint (judge (profile, check_in, heat), ==, signs[i].verdict);
    }
}

/* A clearance opens what asks for a clinician, to caution and no further, and
 * nothing that is blocked; and the reason stays. */
static void
test_clearance (void)
{
  static const char * const all[] = { "*", NULL };
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

  for (gsize i = 0; i < N_CONDITIONS; i++)
    for (gsize e = 0; e < G_N_ELEMENTS (exercises); e++)
      {
        YfExercise *exercise = get_exercise (e);
        YfVerdict cell = expect_of_condition (i, 0, 0, e);
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
  YfExercise *upper = yf_catalogue_find_exercise (catalogue, "upper-swallow");
  YfExercise *full = yf_catalogue_find_exercise (catalogue, "full-swallow");
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();

  g_assert_cmpint (judge (profile, check_in, swallow), ==, C);
  g_assert_cmpint (judge (profile, check_in, upper), ==, C);
  g_assert_cmpint (judge (profile, check_in, full), ==, B);
  g_assert_cmpint (judge (profile, check_in, bridge), ==, A);
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_WEAK);
  g_assert_cmpint (judge (profile, check_in, full), ==, B);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, C);
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_STRONG);
  g_assert_cmpint (judge (profile, check_in, swallow), ==, A);
  g_assert_cmpint (judge (profile, check_in, upper), ==, A);
  g_assert_cmpint (judge (profile, check_in, full), ==, A);

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
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfProfile) profile = make_profile ((1u << N_CONDITIONS) - 1, 1, -1, -1);

  for (gsize e = 0; e < G_N_ELEMENTS (exercises); e++)
    {
      g_autoptr (YfJudgement) judgement = yf_rules_judge (rules, profile, check_in, get_exercise (e), TODAY);
      GPtrArray *reasons = yf_judgement_get_reasons (judgement);
      YfVerdict before = B;

      g_assert_cmpuint (reasons->len, >=, 7);

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
  g_test_add_func ("/safety/table/relief", test_relief);
  g_test_add_func ("/safety/table/relief-without-times", test_relief_without_times);
  g_test_add_func ("/safety/table/relief-and-signs", test_relief_and_signs);
  g_test_add_func ("/safety/table/reasons", test_reasons);

  status = g_test_run ();

  yf_rules_unref (rules);
  yf_catalogue_unref (catalogue);

  return status;
}
