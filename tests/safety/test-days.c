/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-stage.h"

static YfDay
day (const char *text)
{
  YfDay result = YF_DAY_NONE;

  if (text != NULL && g_str_equal (text, "unknown"))
    return YF_DAY_UNKNOWN;
  if (text != NULL)
    g_assert_true (yf_day_parse (text, &result));

  return result;
}

static void
test_parse (void)
{
  static const struct { const char *text; gboolean valid; } cases[] = {
    { "2026-11-20", TRUE }, { "2024-02-29", TRUE }, { "2000-02-29", TRUE }, { "0001-01-01", TRUE },
    { "2025-02-29", FALSE }, { "1900-02-29", FALSE }, { "2026-13-01", FALSE }, { "2026-00-10", FALSE },
    { "2026-04-31", FALSE }, { "2026-11-2", FALSE }, { "2026-11-200", FALSE }, { "20261120", FALSE },
    { "2026/11/20", FALSE }, { " 2026-11-20", FALSE }, { "2026-11-20 ", FALSE }, { "", FALSE },
    { "2026-1a-20", FALSE }, { "-026-11-20", FALSE }, { "0000-01-01", FALSE }, { "yesterday", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YfDay result = YF_DAY_NONE;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (yf_day_parse (cases[i].text, &result), ==, cases[i].valid);
      g_assert_cmpint (yf_day_is_known (result), ==, cases[i].valid);

      if (cases[i].valid)
        {
          g_autofree char *text = yf_day_to_string (result);

          g_assert_cmpstr (text, ==, cases[i].text);
        }
    }

  g_assert_cmpint (day ("2024-03-01") - day ("2024-02-28"), ==, 2);
  g_assert_cmpint (day ("2026-03-30") - day ("2026-03-28"), ==, 2);
}

/* Nobody takes the month for the day. */
static void
test_display (void)
{
  static const struct { const char *day; const char *text; } cases[] = {
    { "2026-03-04", "4 March 2026" }, { "2024-02-29", "29 February 2024" }, { "2026-12-31", "31 December 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = yf_day_to_display (day (cases[i].day));

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* One minute apart, on both sides of midnight in Shanghai. */
static void
test_from_real (void)
{
  gint64 midnight = G_GINT64_CONSTANT (1795104000) * G_USEC_PER_SEC;   /* 2026-11-20T00:00+08:00 */

  g_assert_cmpint (yf_day_from_real (midnight), ==, day ("2026-11-20"));
  g_assert_cmpint (yf_day_from_real (midnight - 60 * G_USEC_PER_SEC), ==, day ("2026-11-19"));
}

/* clinical.md section 3, with its reckoning. All for 2026-11-20. */
static const struct
{
  const char *name;
  const char *onset;
  const char *relief;
  const char *treatment;
  const char *surgery;
  gboolean    surgery_condition;
  const char *clearance;
  YfStage     stage;
} stages[] = {
  { "nothing recorded", NULL, NULL, NULL, NULL, FALSE, NULL, YF_STAGE_PREVENTION },
  { "onset today", "2026-11-20", NULL, NULL, NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "not relieved after 13 days", "2026-11-07", NULL, NULL, NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "not relieved after 14 days", "2026-11-06", NULL, NULL, NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "not relieved after a year: waiting opens nothing", "2025-11-20", NULL, NULL, NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "relieved at once, 13 days after onset", "2026-11-07", "2026-11-08", "2026-11-07", NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "relieved at once, 14 days after onset", "2026-11-06", "2026-11-07", "2026-11-06", NULL, FALSE, NULL, YF_STAGE_EASING },
  { "relief 13 days ago, treatment long", "2026-10-01", "2026-11-07", "2026-10-01", NULL, FALSE, NULL, YF_STAGE_EASING },
  { "relief 14 days ago, treatment long", "2026-10-01", "2026-11-06", "2026-10-01", NULL, FALSE, NULL, YF_STAGE_RECOVERY },
  { "relief long ago, treatment 29 days", "2026-10-01", "2026-10-05", "2026-10-22", NULL, FALSE, NULL, YF_STAGE_EASING },
  { "relief long ago, treatment 30 days", "2026-10-01", "2026-10-05", "2026-10-21", NULL, FALSE, NULL, YF_STAGE_RECOVERY },
  { "no treatment date, relief 29 days ago", "2026-09-01", "2026-10-22", NULL, NULL, FALSE, NULL, YF_STAGE_EASING },
  { "no treatment date, relief 30 days ago", "2026-09-01", "2026-10-21", NULL, NULL, FALSE, NULL, YF_STAGE_RECOVERY },
  { "treatment of an earlier episode does not count", "2026-10-01", "2026-11-06", "2026-01-01", NULL, FALSE, NULL, YF_STAGE_EASING },
  { "relief 89 days ago", "2026-07-01", "2026-08-23", "2026-07-01", NULL, FALSE, NULL, YF_STAGE_RECOVERY },
  { "relief 90 days ago", "2026-07-01", "2026-08-22", "2026-07-01", NULL, FALSE, NULL, YF_STAGE_MAINTENANCE },
  { "a new flare after relief", "2026-11-10", "2026-08-22", "2026-07-01", NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "relief in the future has not come yet", "2026-10-01", "2026-11-21", "2026-10-01", NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "onset unknown, no relief", "unknown", NULL, NULL, NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "onset unknown, relief 13 days ago", "unknown", "2026-11-07", "2026-10-01", NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "onset unknown, relief 14 days ago", "unknown", "2026-11-06", "2026-10-01", NULL, FALSE, NULL, YF_STAGE_RECOVERY },
  { "only a treatment date", NULL, NULL, "2026-01-01", NULL, FALSE, NULL, YF_STAGE_ACUTE },
  { "surgery 59 days ago, cleared", NULL, NULL, NULL, "2026-09-22", TRUE, "2026-11-01", YF_STAGE_EASING },
  { "surgery 60 days ago, cleared", NULL, NULL, NULL, "2026-09-21", TRUE, "2026-11-01", YF_STAGE_RECOVERY },
  { "surgery 60 days ago, not cleared", NULL, NULL, NULL, "2026-09-21", TRUE, NULL, YF_STAGE_EASING },
  { "surgery years ago, not cleared", NULL, NULL, NULL, "2016-09-21", TRUE, NULL, YF_STAGE_EASING },
  { "surgery 60 days ago, cleared before it", NULL, NULL, NULL, "2026-09-21", TRUE, "2026-09-20", YF_STAGE_EASING },
  { "surgery 60 days ago, cleared tomorrow", NULL, NULL, NULL, "2026-09-21", TRUE, "2026-11-21", YF_STAGE_EASING },
  { "surgery, date missing", NULL, NULL, NULL, NULL, TRUE, "2026-11-01", YF_STAGE_EASING },
  { "surgery, date unknown", NULL, NULL, NULL, "unknown", TRUE, "2026-11-01", YF_STAGE_EASING },
  { "surgery date without the condition", NULL, NULL, NULL, "2026-09-22", FALSE, NULL, YF_STAGE_EASING },
  { "acute goes before surgery", "2026-11-10", NULL, NULL, "2026-01-01", TRUE, "2026-11-01", YF_STAGE_ACUTE },
  { "surgery cleared, relief 90 days ago", "2026-07-01", "2026-08-22", "2026-07-01", "2026-08-01", TRUE, "2026-11-01", YF_STAGE_MAINTENANCE },
};

static void
test_stages (void)
{
  static const char * const conditions[] = { "lumbar-surgery", NULL };
  static const char * const exercises[] = { "abdominal-breathing", NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autoptr (YfProfile) profile = yf_profile_new ();

      yf_profile_set_onset (profile, day (stages[i].onset));
      yf_profile_set_relief (profile, day (stages[i].relief));
      yf_profile_set_treatment_start (profile, day (stages[i].treatment));
      yf_profile_set_surgery (profile, day (stages[i].surgery));
      yf_profile_set_condition (profile, "lumbar-surgery", stages[i].surgery_condition);

      if (stages[i].clearance != NULL)
        {
          g_autoptr (YfClearance) clearance =
            yf_clearance_new ("Dr. Li", day (stages[i].clearance), conditions, exercises, YF_DAY_NONE);

          yf_profile_add_clearance (profile, clearance);
        }

      g_test_message ("%s", stages[i].name);
      g_assert_cmpstr (yf_stage_get_id (yf_stage_reckon (profile, day ("2026-11-20"))), ==,
                       yf_stage_get_id (stages[i].stage));
    }
}

static void
test_clearance_covers (void)
{
  static const char * const conditions[] = { "pregnancy", "acute", NULL };
  static const char * const all[] = { "*", NULL };
  static const char * const one[] = { "glute-bridge", NULL };
  g_autoptr (YfClearance) open = yf_clearance_new ("Dr. Li", day ("2026-11-02"), conditions, all, YF_DAY_NONE);
  g_autoptr (YfClearance) closed = yf_clearance_new ("Dr. Li", day ("2026-11-02"), conditions, one, day ("2026-11-10"));

  g_assert_true (yf_clearance_covers (open, "pregnancy", "glute-bridge", day ("2026-11-02")));
  g_assert_true (yf_clearance_covers (open, "acute", "anything", day ("2030-01-01")));
  g_assert_false (yf_clearance_covers (open, "pregnancy", "glute-bridge", day ("2026-11-01")));
  g_assert_false (yf_clearance_covers (open, "diabetes", "glute-bridge", day ("2026-11-02")));
  g_assert_true (yf_clearance_covers (closed, "pregnancy", "glute-bridge", day ("2026-11-10")));
  g_assert_false (yf_clearance_covers (closed, "pregnancy", "glute-bridge", day ("2026-11-11")));
  g_assert_false (yf_clearance_covers (closed, "pregnancy", "five-point-support", day ("2026-11-05")));
}

static void
test_profile_copies (void)
{
  static const char * const ids[] = { "pregnancy", NULL };
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfProfile) copy = NULL;
  g_autoptr (YfClearance) clearance = yf_clearance_new ("Dr. Li", day ("2026-11-02"), ids, ids, YF_DAY_NONE);
  g_autoptr (YfAssessment) assessment = yf_assessment_new ("radiating", "Dr. Li", day ("2026-11-02"));

  yf_profile_set_condition (profile, "pregnancy", TRUE);
  yf_profile_set_condition (profile, "diabetes", TRUE);
  yf_profile_set_condition (profile, "pregnancy", TRUE);
  yf_profile_set_birth (profile, YF_DAY_UNKNOWN);
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_STRONG);
  yf_profile_add_clearance (profile, clearance);
  yf_profile_add_assessment (profile, assessment);

  copy = yf_profile_copy (profile);
  g_assert_true (yf_profile_equal (profile, copy));
  g_assert_cmpuint (g_strv_length ((char **) yf_profile_get_conditions (copy)), ==, 2);

  yf_profile_set_condition (copy, "pregnancy", FALSE);
  g_assert_false (yf_profile_equal (profile, copy));
  g_assert_true (yf_profile_has_condition (profile, "pregnancy"));
  g_assert_false (yf_profile_has_condition (copy, "pregnancy"));

  yf_profile_set_condition (copy, "diabetes", FALSE);
  g_assert_null (*yf_profile_get_conditions (copy));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/safety/day/parse", test_parse);
  g_test_add_func ("/safety/day/from-real", test_from_real);
  g_test_add_func ("/safety/day/display", test_display);
  g_test_add_func ("/safety/stage", test_stages);
  g_test_add_func ("/safety/clearance/covers", test_clearance_covers);
  g_test_add_func ("/safety/profile/copies", test_profile_copies);

  return g_test_run ();
}
