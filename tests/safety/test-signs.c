/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "yf-rules.h"

/* clinical.md section 5: signs close the day; an assessment opens it again,
 * but not an emergency, and not one from before the sign was what it is. */

#define TODAY 739000

#define A YF_VERDICT_ALLOWED
#define C YF_VERDICT_CAUTION
#define B YF_VERDICT_BLOCKED

#define NO_ASSESSMENT G_MAXINT

static const struct
{
  const char *name;
  const char *flag;
  gboolean    today;        /* answered with yes in this check-in */
  int         days;         /* of today's answer, or -1 */
  int         seen;         /* days ago of the log's answer; -1: none */
  int         seen_days;    /* what it said */
  int         since;        /* days ago that its run began; -1: the latest check-in had it not */
  gboolean    log;          /* whether there was a check-in before */
  int         assessed;     /* days ago */
  YfTriage    triage;
  YfVerdict   verdict;
} cases[] = {
  { "no sign", "radiating", FALSE, -1, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_NONE, A },

  { "a sign for a doctor", "radiating", TRUE, -1, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_SEE_DOCTOR, B },
  { "a known stable sign, assessed", "radiating", TRUE, -1, -1, -1, -1, FALSE, 18, YF_TRIAGE_NONE, C },
  { "assessed today", "radiating", TRUE, -1, -1, -1, -1, FALSE, 0, YF_TRIAGE_NONE, C },
  { "assessed tomorrow", "radiating", TRUE, -1, -1, -1, -1, FALSE, -1, YF_TRIAGE_SEE_DOCTOR, B },
  { "there for 10 days, assessed 10 days ago", "radiating", TRUE, 10, -1, -1, -1, FALSE, 10, YF_TRIAGE_NONE, C },
  { "there for 10 days, assessed 11 days ago", "radiating", TRUE, 10, -1, -1, -1, FALSE, 11, YF_TRIAGE_SEE_DOCTOR, B },

  { "urgent", "night-pain", TRUE, -1, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_URGENT, B },
  { "urgent, assessed, the log knows no run", "night-pain", TRUE, -1, -1, -1, -1, FALSE, 5, YF_TRIAGE_NONE, C },
  { "urgent, assessed within the run", "night-pain", TRUE, -1, 1, -1, 6, TRUE, 5, YF_TRIAGE_NONE, C },
  { "urgent, assessed before the run", "night-pain", TRUE, -1, 1, -1, 4, TRUE, 5, YF_TRIAGE_URGENT, B },

  { "urgent, assessed, but gone from the latest check-in and new today", "night-pain", TRUE, -1, 3, -1, -1, TRUE, 5, YF_TRIAGE_URGENT, B },
  { "urgent, assessed, never in a log that has check-ins", "night-pain", TRUE, -1, -1, -1, -1, TRUE, 5, YF_TRIAGE_URGENT, B },
  { "urgent, never in a log that has check-ins, assessed today", "night-pain", TRUE, -1, -1, -1, -1, TRUE, 0, YF_TRIAGE_NONE, C },
  { "a sign for a doctor that comes and goes, assessed once", "radiating", TRUE, -1, 3, -1, -1, TRUE, 30, YF_TRIAGE_NONE, C },

  { "leg pain for 2 days", "leg-pain-days", TRUE, 2, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_NONE, A },
  { "leg pain for 3 days", "leg-pain-days", TRUE, 3, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_SEE_DOCTOR, B },
  { "leg pain for 13 days", "leg-pain-days", TRUE, 13, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_SEE_DOCTOR, B },
  { "leg pain for 14 days", "leg-pain-days", TRUE, 14, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_URGENT, B },
  { "leg pain for 13 days, assessed on the third", "leg-pain-days", TRUE, 13, -1, -1, -1, FALSE, 10, YF_TRIAGE_NONE, C },
  { "leg pain for 13 days, assessed on the second", "leg-pain-days", TRUE, 13, -1, -1, -1, FALSE, 11, YF_TRIAGE_SEE_DOCTOR, B },
  { "leg pain for 14 days, assessed yesterday", "leg-pain-days", TRUE, 14, -1, -1, -1, FALSE, 1, YF_TRIAGE_URGENT, B },
  { "leg pain for 14 days, assessed today", "leg-pain-days", TRUE, 14, -1, -1, -1, FALSE, 0, YF_TRIAGE_NONE, C },

  { "emergency", "bladder-bowel", TRUE, -1, -1, -1, -1, FALSE, NO_ASSESSMENT, YF_TRIAGE_EMERGENCY, B },
  { "emergency, assessed today, still there", "bladder-bowel", TRUE, -1, -1, -1, -1, FALSE, 0, YF_TRIAGE_EMERGENCY, B },
  { "emergency 30 days ago, answered with no since", "saddle-numbness", FALSE, -1, 30, -1, 30, TRUE, NO_ASSESSMENT, YF_TRIAGE_EMERGENCY, B },
  { "emergency 30 days ago, assessed before it", "saddle-numbness", FALSE, -1, 30, -1, 30, TRUE, 31, YF_TRIAGE_EMERGENCY, B },
  { "emergency 30 days ago, assessed that day", "saddle-numbness", FALSE, -1, 30, -1, 30, TRUE, 30, YF_TRIAGE_NONE, A },
  { "emergency 30 days ago, assessed, and back today", "saddle-numbness", TRUE, -1, 30, -1, 30, TRUE, 29, YF_TRIAGE_EMERGENCY, B },
  { "emergency there for long: a sign's days date nothing", "bladder-bowel", FALSE, -1, 5, 20, 5, TRUE, 6, YF_TRIAGE_EMERGENCY, B },

  { "reported earlier today, now no", "radiating", FALSE, -1, 0, -1, 0, TRUE, NO_ASSESSMENT, YF_TRIAGE_SEE_DOCTOR, B },
  { "reported earlier today, assessed since", "radiating", FALSE, -1, 0, -1, 0, TRUE, 0, YF_TRIAGE_NONE, C },
  { "urgent this morning, no this evening, assessed yesterday", "night-pain", FALSE, -1, 0, -1, -1, TRUE, 1, YF_TRIAGE_URGENT, B },
  { "reported yesterday, now no", "radiating", FALSE, -1, 1, -1, 1, TRUE, NO_ASSESSMENT, YF_TRIAGE_NONE, A },
  { "urgent yesterday, now no", "foot-weakness", FALSE, -1, 1, -1, 1, TRUE, NO_ASSESSMENT, YF_TRIAGE_NONE, A },
  { "an answer from after the day", "bladder-bowel", FALSE, -1, -2, -1, -1, TRUE, NO_ASSESSMENT, YF_TRIAGE_NONE, A },
};

static YfCatalogue *catalogue;
static YfRules *rules;

static void
test_cases (void)
{
  YfExercise *breathing = yf_catalogue_find_exercise (catalogue, "abdominal-breathing");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfJudgement) judgement = NULL;

      g_test_message ("%s", cases[i].name);

      yf_check_in_set_flag (check_in, cases[i].flag, cases[i].today, cases[i].days);
      if (cases[i].seen != -1)
        yf_check_in_add_standing (check_in, cases[i].flag, cases[i].seen_days, TODAY - cases[i].seen,
                                  cases[i].since < 0 ? YF_DAY_NONE : TODAY - cases[i].since);

      if (cases[i].log)
        yf_check_in_set_latest (check_in, TODAY - 1);

      if (cases[i].assessed != NO_ASSESSMENT)
        {
          g_autoptr (YfAssessment) assessment = yf_assessment_new (cases[i].flag, "Dr. Li", TODAY - cases[i].assessed);

          yf_profile_add_assessment (profile, assessment);
        }

      judgement = yf_rules_judge (rules, profile, check_in, breathing, TODAY);
      g_assert_cmpstr (yf_triage_get_id (yf_judgement_get_triage (judgement)), ==, yf_triage_get_id (cases[i].triage));
      g_assert_cmpstr (yf_verdict_get_id (yf_judgement_get_verdict (judgement)), ==, yf_verdict_get_id (cases[i].verdict));
    }
}

/* Every sign closes every exercise, and the gravest of several counts. */
static void
test_every_sign_closes_every_exercise (void)
{
  GPtrArray *red_flags = yf_catalogue_get_red_flags (catalogue);
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  g_autoptr (YfProfile) profile = yf_profile_new ();

  for (guint i = 0; i < red_flags->len; i++)
    for (guint j = 0; j < red_flags->len; j++)
      for (guint e = 0; e < exercises->len; e++)
        {
          YfRedFlag *one = g_ptr_array_index (red_flags, i);
          YfRedFlag *other = g_ptr_array_index (red_flags, j);
          g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
          g_autoptr (YfJudgement) judgement = NULL;

          yf_check_in_set_flag (check_in, yf_red_flag_get_id (one), TRUE, 30);
          yf_check_in_set_flag (check_in, yf_red_flag_get_id (other), TRUE, 30);
          judgement = yf_rules_judge (rules, profile, check_in, g_ptr_array_index (exercises, e), TODAY);

          g_assert_cmpint (yf_judgement_get_verdict (judgement), ==, B);
          g_assert_cmpint (yf_judgement_get_triage (judgement), ==,
                           MAX (yf_red_flag_get_top_level (one), yf_red_flag_get_top_level (other)));
        }
}

/* Where the documents disagree, the reason says so. */
static void
test_disagreement (void)
{
  static const struct { const char *flag; int days; gboolean disagree; } signs[] = {
    { "leg-pain-days", 3, TRUE }, { "leg-pain-days", 14, FALSE }, { "foot-weakness", -1, TRUE }, { "radiating", -1, FALSE },
  };
  YfExercise *breathing = yf_catalogue_find_exercise (catalogue, "abdominal-breathing");
  g_autoptr (YfProfile) profile = yf_profile_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfJudgement) judgement = NULL;
      const char *text;

      yf_check_in_set_flag (check_in, signs[i].flag, TRUE, signs[i].days);
      judgement = yf_rules_judge (rules, profile, check_in, breathing, TODAY);
      text = yf_reason_get_text (g_ptr_array_index (yf_judgement_get_reasons (judgement), 0));
      g_assert_cmpint (strstr (text, "documents disagree") != NULL, ==, signs[i].disagree);
    }
}

/* An episode that does not ease sends to a doctor; waiting opens nothing. */
static void
test_no_relief (void)
{
  static const struct { int days; const char *rule; YfTriage triage; } waits[] = {
    { 13, NULL, YF_TRIAGE_NONE },
    { 14, "no-relief-breathing", YF_TRIAGE_SEE_DOCTOR },
    { 89, "no-relief-breathing", YF_TRIAGE_SEE_DOCTOR },
    { 90, "no-improvement-breathing", YF_TRIAGE_SEE_DOCTOR },
    { 1000, "no-improvement-breathing", YF_TRIAGE_SEE_DOCTOR },
  };
  YfExercise *breathing = yf_catalogue_find_exercise (catalogue, "abdominal-breathing");
  YfExercise *bridge = yf_catalogue_find_exercise (catalogue, "glute-bridge");

  for (gsize i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfJudgement) judgement = NULL;
      g_autoptr (YfJudgement) bridge_judgement = NULL;
      const char *found = NULL;

      yf_profile_set_onset (profile, TODAY - waits[i].days);
      judgement = yf_rules_judge (rules, profile, check_in, breathing, TODAY);
      bridge_judgement = yf_rules_judge (rules, profile, check_in, bridge, TODAY);

      for (guint j = 0; j < yf_judgement_get_reasons (judgement)->len; j++)
        {
          const char *rule = yf_reason_get_rule (g_ptr_array_index (yf_judgement_get_reasons (judgement), j));

          if (g_str_has_prefix (rule, "no-"))
            found = rule;
        }

      g_assert_cmpstr (found, ==, waits[i].rule);
      g_assert_cmpint (yf_judgement_get_triage (judgement), ==, waits[i].triage);
      g_assert_cmpint (yf_judgement_get_verdict (bridge_judgement), ==, B);
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

  g_test_add_func ("/safety/signs/cases", test_cases);
  g_test_add_func ("/safety/signs/every-sign-closes-every-exercise", test_every_sign_closes_every_exercise);
  g_test_add_func ("/safety/signs/disagreement", test_disagreement);
  g_test_add_func ("/safety/signs/no-relief", test_no_relief);

  status = g_test_run ();

  yf_rules_unref (rules);
  yf_catalogue_unref (catalogue);

  return status;
}
