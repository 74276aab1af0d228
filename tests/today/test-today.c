/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today-fixture.h"

#include "../store/store-fixture.h"

/* What a day holds, worked out from logs made by hand. */

static const YfDose BASE = { 2, 10, 3 * YF_SECOND };

#define BAN "<forbidden id=\"full-swallow\"/>"

static gboolean
has_item (YfToday    *today,
          const char *exercise)
{
  GPtrArray *items = yf_day_plan_get_items (yf_today_get_plan (today));

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (yf_exercise_get_id (((YfDayItem *) g_ptr_array_index (items, i))->exercise), exercise))
      return TRUE;

  return FALSE;
}

static char *
list_stages (YfToday *today)
{
  GArray *changes = yf_today_get_stage_changes (today);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const YfStageChange *change = &g_array_index (changes, YfStageChange, i);
      g_autofree char *day = yf_day_to_string (change->day);

      g_string_append_printf (text, "%s %s\n", day, yf_stage_get_id (change->to));
    }

  return g_string_free (text, FALSE);
}

/* -- Which days are due ---------------------------------------------------- */

static void
test_due (void)
{
  static const struct
  {
    const char *today;
    int         days_a_week;   /* 0: nobody said */
    const char *programme;     /* its schedule */
    const char *trained;       /* days */
    const char *walked;
    const char *flares;
    const char *due;           /* days of March 2026, of which 2 is a Monday */
  } cases[] = {
    { "2026-03-02", 0, NULL, "", "", "", "02 04 06 09" },
    { "2026-03-02", 2, NULL, "", "", "", "02 04 09" },
    { "2026-03-02", 4, NULL, "", "", "", "02 04 06 08" },
    /* Seven days are meant: four is the most. */
    { "2026-03-02", 7, NULL, "", "", "", "02 04 06 08" },
    { "2026-03-02", 0, NULL, "2026-03-02", "", "", "04 06 09" },
    { "2026-03-03", 0, NULL, "2026-03-02", "", "", "04 06 09" },
    /* Nothing is due twice because it was missed. */
    { "2026-03-04", 0, NULL, "2026-02-23", "", "", "04 06 08 10" },
    { "2026-03-07", 0, NULL, "2026-02-23", "", "", "07 09 11 13" },
    { "2026-03-07", 0, NULL, "2026-03-02 2026-03-04 2026-03-06", "", "", "09 11 13" },
    { "2026-03-03", 0, "<schedule weekdays=\"mon thu\"/>", "2026-03-02", "", "", "05 09" },
    { "2026-03-02", 0, "<schedule weekdays=\"mon thu\"/>", "", "", "", "02 05 09" },
    /* A walk keeps the day and is no training; neither is a flare. */
    { "2026-03-02", 0, NULL, "2026-02-27", "2026-03-02", "", "03 05 09" },
    { "2026-03-02", 0, NULL, "2026-02-27", "", "2026-03-02", "03 05 09" },
    { "2026-03-03", 0, NULL, "2026-03-02", "", "2026-03-03", "04 09" },
    { "2026-03-08", 0, NULL, "2026-03-02", "2026-03-08", "", "09 11 13 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (YfToday) today = NULL;
      g_autoptr (GString) due = g_string_new (NULL);
      g_auto (GStrv) trained = g_strsplit (cases[i].trained, " ", -1);
      g_autofree char *expected = g_strstrip (g_strdup (cases[i].due));
      YfDay first = YF_DAY_NONE;

      for (char **day = trained; *day != NULL; day++)
        add_good (log, *day, "five-point-support", &BASE);
      if (*cases[i].walked != '\0')
        {
          YfActivityRecord *walk = yf_activity_record_new (YF_ACTIVITY_WALKING,
                                                           moment_of (cases[i].walked, 9, HERE), 30);

          walk->utc_offset = HERE * 3600;
          g_ptr_array_add (log->activities, walk);
        }
      if (*cases[i].flares != '\0')
        add_flare (log, cases[i].flares);
      if (cases[i].days_a_week > 0)
        add_schedule (log, "2026-02-01", cases[i].days_a_week);
      if (cases[i].programme != NULL)
        {
          g_autofree char *content = g_strconcat (BAN, cases[i].programme, NULL);

          add_programme (log, "days", "2026-02-01", NULL, content);
          add_choice (log, "days", "2026-02-01", 9);
        }

      today = look_at (log, NULL, cases[i].today, 12);
      for (YfDay day = day_of (cases[i].today) - 7; day <= day_of (cases[i].today) + 20; day++)
        if (yf_today_is_due (today, day))
          {
            g_autofree char *text = yf_day_to_string (day);

            if (day > day_of (cases[i].today) && first == YF_DAY_NONE)
              first = day;
            g_string_append_printf (due, "%s%s", due->len > 0 ? " " : "", text + strlen ("2026-03-"));
          }
      g_test_message ("case %u", (guint) i);
      g_assert_cmpstr (due->str, ==, expected);
      g_assert_cmpint (yf_today_get_next_due (today), ==, first);
    }
}

/* What hurt today is off for today; the days to come are due all the same. */
static void
test_due_after_stop (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  g_autoptr (YfRules) rules = yf_rules_new_builtin (catalogue, &error);
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfCheckIn) known = yf_check_in_new ();
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfToday) today = NULL;
  const YfStop stop = { .item = 0 };
  YfSessionRecord *session = add_session (log, "one", "2026-03-02", 9, HERE);

  add_exercise (session, "five-point-support", &BASE, 4, YF_RECORD_STOPPED);
  g_ptr_array_add (session->stops, yf_stop_copy (&stop));
  yf_check_in_add_stopped (known, "five-point-support");
  add_programme (log, "one", "2026-02-01", NULL,
                 "<exercise id=\"five-point-support\"><dose sets=\"1\" reps=\"5\" hold=\"3\"/></exercise>");
  add_choice (log, "one", "2026-02-01", 9);

  today = yf_today_new (log, catalogue, rules, profile, known, moment_of ("2026-03-02", 12, HERE));
  g_assert_false (has_item (today, "five-point-support"));
  g_assert_false (yf_today_is_due (today, day_of ("2026-03-02")));
  g_assert_true (yf_today_is_due (today, day_of ("2026-03-04")));
  g_assert_true (yf_today_is_due (today, day_of ("2026-03-06")));
  g_assert_cmpint (yf_today_get_next_due (today), ==, day_of ("2026-03-04"));
}

/* -- Symptoms -------------------------------------------------------------- */

static void
test_symptoms (void)
{
  static const struct
  {
    const char *flare;
    const char *onset;
    int         first;    /* pain on 1 March */
    int         second;   /* and on 2 March; -1: not asked */
    gboolean    expected; /* on 10 March */
  } cases[] = {
    { NULL, NULL, -1, -1, FALSE },
    { NULL, NULL, 3, -1, FALSE },
    { NULL, NULL, 4, -1, TRUE },
    { NULL, NULL, 5, 2, FALSE },
    { NULL, NULL, 2, 5, TRUE },
    { "2026-03-10", NULL, 2, 2, TRUE },
    { "2026-03-04", NULL, 2, 2, TRUE },
    { "2026-03-03", NULL, 2, 2, FALSE },
    { NULL, "2026-03-01", 2, 2, TRUE },
    { NULL, "2025-03-01", 2, 2, TRUE },  /* never eased */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (YfProfile) profile = yf_profile_new ();
      g_autoptr (YfToday) today = NULL;

      if (cases[i].flare != NULL)
        add_flare (log, cases[i].flare);
      if (cases[i].onset != NULL)
        yf_profile_set_onset (profile, day_of (cases[i].onset));
      if (cases[i].first >= 0)
        add_check_in (log, "2026-03-01", 9, 0, cases[i].first);
      if (cases[i].second >= 0)
        add_check_in (log, "2026-03-02", 9, cases[i].second, 0);

      today = look_at (log, profile, "2026-03-10", 12);
      g_assert_cmpint (yf_today_is_symptomatic (today), ==, cases[i].expected);
    }
}

/* -- Wishes ---------------------------------------------------------------- */

static void
wish (YfLog      *log,
      const char *day,
      int         hour,
      const char *left_out)
{
  YfWishRecord *record = yf_wish_record_new (moment_of (day, hour, HERE));

  record->utc_offset = HERE * 3600;
  if (left_out != NULL)
    yf_wish_record_add (record, YF_WISH_LEAVE_OUT, left_out);
  g_ptr_array_add (log->wishes, record);
}

static void
test_wishes (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfToday) before = NULL;
  g_autoptr (YfToday) noon = NULL;
  g_autoptr (YfToday) evening = NULL;
  g_autoptr (YfToday) tomorrow = NULL;

  wish (log, "2026-03-01", 20, "glute-bridge");
  wish (log, "2026-03-02", 9, "five-point-support");
  wish (log, "2026-03-02", 18, NULL);

  before = look_at (log, NULL, "2026-03-02", 8);
  g_assert_null (yf_today_get_wishes (before));
  g_assert_true (has_item (before, "five-point-support"));

  noon = look_at (log, NULL, "2026-03-02", 12);
  g_assert_cmpuint (yf_today_get_wishes (noon)->wishes->len, ==, 1);
  g_assert_false (has_item (noon, "five-point-support"));
  g_assert_true (has_item (noon, "glute-bridge"));

  evening = look_at (log, NULL, "2026-03-02", 19);
  g_assert_cmpuint (yf_today_get_wishes (evening)->wishes->len, ==, 0);
  g_assert_true (has_item (evening, "five-point-support"));

  tomorrow = look_at (log, NULL, "2026-03-03", 12);
  g_assert_null (yf_today_get_wishes (tomorrow));
}

/* -- Programmes ------------------------------------------------------------ */

static void
test_programme (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfToday) early = NULL;
  g_autoptr (YfToday) followed = NULL;
  g_autoptr (YfToday) over = NULL;
  g_autoptr (YfToday) not_begun = NULL;
  YfDose dose;

  add_good (log, "2026-03-02", "five-point-support", &BASE);
  add_programme (log, "slides", "2026-03-10", "2026-03-31",
                 "<own-exercise id=\"pt-slide\" name=\"Slide\" posture=\"supine\" raise=\"3\" hold=\"2\" lower=\"3\""
                 " rest=\"2\" sets=\"2\" reps=\"8\"/>"
                 "<exercise id=\"five-point-support\"><dose sets=\"1\" reps=\"5\" hold=\"3\"/></exercise>"
                 "<exercise id=\"pt-slide\"><dose sets=\"1\" reps=\"6\" hold=\"2\"/></exercise>"
                 "<pain stop-at=\"3\"/>");
  add_choice (log, "slides", "2026-03-05", 9);
  add_programme (log, "later", "2026-05-01", NULL, BAN "<pain stop-at=\"2\"/>");
  add_choice (log, "later", "2026-04-05", 9);

  early = look_at (log, NULL, "2026-03-09", 12);
  g_assert_null (yf_today_get_programme (early));
  g_assert_true (has_item (early, "five-point-support"));
  g_assert_false (has_item (early, "pt-slide"));
  g_assert_cmpint (yf_limits_get_light (yf_today_get_limits (early), 3), ==, YF_PAIN_LIGHT_GO_ON);

  followed = look_at (log, NULL, "2026-03-12", 12);
  g_assert_cmpstr (yf_programme_get_name (yf_today_get_programme (followed)), ==, "slides");
  g_assert_cmpstr (yf_today_get_programme_id (followed), ==, "slides");
  g_assert_null (yf_today_get_trouble (followed));
  g_assert_true (has_item (followed, "pt-slide"));
  g_assert_false (has_item (followed, "abdominal-breathing"));
  yf_progression_get_dose (yf_today_get_progression (followed),
                           yf_catalogue_find_exercise (yf_today_get_catalogue (followed), "five-point-support"),
                           &dose);
  g_assert_cmpint (dose.sets, ==, 1);
  g_assert_cmpint (dose.reps, ==, 5);
  g_assert_cmpint (yf_limits_get_light (yf_today_get_limits (followed), 3), ==, YF_PAIN_LIGHT_STOP);

  over = look_at (log, NULL, "2026-04-01", 12);
  g_assert_null (yf_today_get_programme (over));
  g_assert_null (yf_today_get_programme_id (over));
  g_assert_false (has_item (over, "pt-slide"));
  g_assert_nonnull (yf_catalogue_find_exercise (yf_today_get_catalogue (over), "pt-slide"));
  g_assert_cmpint (yf_limits_get_light (yf_today_get_limits (over), 3), ==, YF_PAIN_LIGHT_GO_ON);

  not_begun = look_at (log, NULL, "2026-04-10", 12);
  g_assert_null (yf_today_get_programme (not_begun));
  g_assert_cmpint (yf_limits_get_light (yf_today_get_limits (not_begun), 2), ==, YF_PAIN_LIGHT_GO_ON);
}

/* A day on which a clinician wants rest is kept, on the day and afterwards. It is no
 * flare of the plan: doses stay as they were. */
static void
test_rest (void)
{
  static const struct
  {
    const char     *day;       /* of the check-in; 2 March is a Monday */
    int             back;
    int             leg;
    gboolean        in_session;
    YfWeekDayState  expected;
  } cases[] = {
    { "2026-03-03", 4, 0, FALSE, YF_WEEK_DAY_KEPT },
    { "2026-03-03", 0, 5, FALSE, YF_WEEK_DAY_KEPT },
    { "2026-03-03", 4, 0, TRUE, YF_WEEK_DAY_KEPT },
    { "2026-03-03", 3, 3, FALSE, YF_WEEK_DAY_OPEN },
    { "2026-03-03", YF_PAIN_UNANSWERED, YF_PAIN_UNANSWERED, FALSE, YF_WEEK_DAY_OPEN },
    { "2026-03-03", 8, 0, FALSE, YF_WEEK_DAY_FLARE },
    /* Before it was followed, and after it was over. */
    { "2026-03-02", 4, 0, FALSE, YF_WEEK_DAY_OPEN },
    { "2026-03-05", 4, 0, FALSE, YF_WEEK_DAY_OPEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (YfToday) today = NULL;
      g_autoptr (GArray) flares = NULL;
      const YfWeekPlan *week;
      gboolean kept = cases[i].expected != YF_WEEK_DAY_OPEN;

      add_programme (log, "rest", "2026-03-01", "2026-03-04", BAN "<pain stop-at=\"7\" rest-at=\"4\"/>");
      add_choice (log, "rest", "2026-03-03", 7);
      if (cases[i].in_session)
        {
          YfSessionRecord *session = add_session (log, "begun", cases[i].day, 9, HERE);

          session->check_in = yf_check_in_new ();
          yf_check_in_set_pain_back (session->check_in, cases[i].back);
          yf_check_in_set_pain_leg (session->check_in, cases[i].leg);
        }
      else
        {
          add_check_in (log, cases[i].day, 9, cases[i].back, cases[i].leg);
        }

      today = look_at (log, NULL, "2026-03-07", 12);
      week = yf_today_get_week (today);
      g_assert_cmpint (week->days[day_of (cases[i].day) - week->monday], ==, cases[i].expected);
      g_assert_cmpint (week->n_kept, ==, kept);
      g_assert_cmpint (yf_history_is_kept (yf_today_get_history (today), day_of (cases[i].day)), ==, kept);
      g_assert_false (yf_history_has_trained (yf_today_get_history (today), day_of (cases[i].day)));

      flares = yf_history_find_flares (yf_today_get_history (today), day_of ("2026-03-07"));
      g_assert_cmpuint (flares->len, ==, cases[i].expected == YF_WEEK_DAY_FLARE);
    }
}

/* A clearance opens as long as its programme is followed, and what it opened then
 * stays so in the past. */
static void
test_clearance (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfToday) before = NULL;
  g_autoptr (YfToday) cleared = NULL;
  g_autoptr (YfToday) after = NULL;
  g_autoptr (GString) xml = NULL;
  g_autofree char *stages = NULL;
  g_autofree char *stages_then = NULL;
  YfProgrammeRecord *record;

  yf_profile_set_condition (profile, "lumbar-surgery", TRUE);
  yf_profile_set_surgery (profile, day_of ("2026-01-01"));
  add_programme (log, "cleared", "2026-03-05", NULL,
                 "<exercise id=\"five-point-support\"><dose sets=\"1\" reps=\"5\" hold=\"3\"/></exercise>"
                 "<clearance conditions=\"lumbar-surgery\" exercises=\"*\" until=\"2026-12-31\"/>");
  /* Given when 60 days had just passed, to begin three days later. */
  record = g_ptr_array_index (log->programmes, 0);
  xml = g_string_new (record->xml);
  g_assert_cmpuint (g_string_replace (xml, "date=\"2026-03-05\"", "date=\"2026-03-02\" from=\"2026-03-05\"", 0), ==, 1);
  g_free (record->xml);
  record->xml = g_strdup (xml->str);
  add_choice (log, "cleared", "2026-03-03", 9);
  add_choice (log, NULL, "2026-04-01", 9);

  before = look_at (log, profile, "2026-03-04", 12);
  g_assert_cmpint (yf_day_plan_get_stage (yf_today_get_plan (before)), ==, YF_STAGE_EASING);
  g_assert_cmpuint (yf_day_plan_get_items (yf_today_get_plan (before))->len, ==, 0);

  cleared = look_at (log, profile, "2026-03-06", 12);
  g_assert_cmpint (yf_day_plan_get_stage (yf_today_get_plan (cleared)), ==, YF_STAGE_RECOVERY);
  g_assert_true (has_item (cleared, "five-point-support"));
  stages_then = list_stages (cleared);
  g_assert_cmpstr (stages_then, ==, "2026-03-05 recovery\n");

  after = look_at (log, profile, "2026-04-02", 12);
  g_assert_cmpuint (yf_day_plan_get_items (yf_today_get_plan (after))->len, ==, 0);
  stages = list_stages (after);
  g_assert_cmpstr (stages, ==, "2026-03-05 recovery\n2026-04-01 easing\n");
}

/* A word from before the operation is none about it, whenever it is followed. */
static void
test_old_clearance (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfToday) today = NULL;
  g_autofree char *stages = NULL;

  yf_profile_set_condition (profile, "lumbar-surgery", TRUE);
  yf_profile_set_surgery (profile, day_of ("2026-01-01"));
  add_programme (log, "old", "2025-12-20", NULL,
                 "<exercise id=\"five-point-support\"><dose sets=\"1\" reps=\"5\" hold=\"3\"/></exercise>"
                 "<clearance conditions=\"lumbar-surgery\" exercises=\"*\"/>");
  add_choice (log, "old", "2026-03-05", 9);

  today = look_at (log, profile, "2026-03-20", 12);
  g_assert_cmpint (yf_day_plan_get_stage (yf_today_get_plan (today)), ==, YF_STAGE_EASING);
  g_assert_cmpuint (yf_day_plan_get_items (yf_today_get_plan (today))->len, ==, 0);
  stages = list_stages (today);
  g_assert_cmpstr (stages, ==, "");
}

/* Nobody knows what it forbids, so nothing opens while it is followed. */
static void
test_unreadable (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfToday) before = NULL;
  g_autoptr (YfToday) while_followed = NULL;
  g_autoptr (YfToday) after = NULL;
  g_autoptr (YfToday) healthy_before = NULL;
  g_autoptr (YfToday) healthy_after = NULL;
  YfExercise *bridge;
  YfDose dose;
  GPtrArray *exercises;

  /* Warmth is open in March: the episode began in January and lasts. */
  yf_profile_set_onset (profile, day_of ("2026-01-01"));
  add_good (log, "2026-03-02", "glute-bridge", &BASE);
  add_good (log, "2026-03-04", "glute-bridge", &BASE);
  add_good (log, "2026-03-06", "glute-bridge", &BASE);
  add_programme (log, "new", "2026-03-10", NULL, NULL);
  add_choice (log, "new", "2026-03-10", 9);
  add_choice (log, NULL, "2026-03-12", 9);

  before = look_at (log, profile, "2026-03-09", 12);
  g_assert_null (yf_today_get_trouble (before));
  g_assert_cmpuint (yf_day_plan_get_reliefs (yf_today_get_plan (before))->len, >, 0);

  while_followed = look_at (log, profile, "2026-03-11", 12);
  g_assert_error (yf_today_get_trouble (while_followed), YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID);
  g_assert_nonnull (yf_today_get_programme (while_followed));
  g_assert_cmpstr (yf_today_get_programme_id (while_followed), ==, "new");
  g_assert_cmpuint (yf_day_plan_get_reliefs (yf_today_get_plan (while_followed))->len, ==, 0);
  g_assert_cmpint (yf_day_plan_get_state (yf_today_get_plan (while_followed)), ==, YF_DAY_CLOSED);
  g_assert_false (yf_today_is_due (while_followed, day_of ("2026-03-12")));
  exercises = yf_catalogue_get_exercises (yf_today_get_catalogue (while_followed));
  for (guint i = 0; i < exercises->len; i++)
    {
      g_autoptr (YfRules) rules = yf_rules_new_builtin (yf_today_get_catalogue (while_followed), NULL);
      g_autoptr (YfProfile) nobody = yf_profile_new ();
      g_autoptr (YfJudgement) judgement = NULL;

      judgement = yf_programme_judge (yf_today_get_programme (while_followed), rules, nobody,
                                      yf_today_get_check_in (while_followed), g_ptr_array_index (exercises, i),
                                      day_of ("2026-03-11"), YF_MINUTE_UNKNOWN);
      g_assert_cmpint (yf_judgement_get_verdict (judgement), ==, YF_VERDICT_BLOCKED);
    }

  /* What was decided by it, before it could not be read, is left as it is. */
  g_assert_true (yf_today_is_noted (while_followed));

  after = look_at (log, profile, "2026-03-13", 12);
  g_assert_null (yf_today_get_trouble (after));
  g_assert_cmpuint (yf_day_plan_get_reliefs (yf_today_get_plan (after))->len, >, 0);
  g_assert_true (yf_today_is_noted (after));

  /* For all that anybody knows it asked for no more than the first dose. */
  healthy_before = look_at (log, NULL, "2026-03-09", 12);
  healthy_after = look_at (log, NULL, "2026-03-13", 12);
  bridge = yf_catalogue_find_exercise (yf_today_get_catalogue (healthy_before), "glute-bridge");
  yf_progression_get_dose (yf_today_get_progression (healthy_before), bridge, &dose);
  g_assert_false (yf_dose_within (&dose, yf_exercise_get_first_dose (bridge)));
  yf_progression_get_dose (yf_today_get_progression (healthy_after), bridge, &dose);
  g_assert_true (yf_dose_within (&dose, yf_exercise_get_first_dose (bridge)));
}

/* The pain of the morning is the pain of the day, and a programme can say at
 * which to rest. */
static void
test_pain_of_today (void)
{
  static const struct
  {
    int      hour;     /* of the check-in, on 2 March */
    int      pain;
    gboolean open;     /* at noon of 2 March */
  } cases[] = {
    { 8, 3, TRUE },
    { 8, 4, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
      g_autoptr (YfRules) rules = yf_rules_new_builtin (catalogue, &error);
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfToday) today = NULL;
      g_autoptr (YfToday) tomorrow = NULL;
      g_autofree char *id = g_uuid_string_random ();
      Waiter waiter = { NULL };

      add_programme (log, id, "2026-03-01", NULL, BAN "<pain rest-at=\"4\"/>");
      yf_store_install_programme_async (store, g_ptr_array_index (log->programmes, 0), NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      yf_check_in_set_pain_leg (check_in, cases[i].pain);
      yf_store_add_check_in_async (store, check_in, moment_of ("2026-03-02", cases[i].hour, HERE), NULL, waiter_cb,
                                   &waiter);
      waiter_assert (&waiter, store);

      today = yf_today_new_from_store (store, catalogue, rules, moment_of ("2026-03-02", 12, HERE), &error);
      g_assert_no_error (error);
      g_assert_cmpint (yf_check_in_get_pain_leg (yf_today_get_check_in (today)), ==, cases[i].pain);
      g_assert_cmpint (yf_day_plan_get_items (yf_today_get_plan (today))->len > 0, ==, cases[i].open);

      tomorrow = yf_today_new_from_store (store, catalogue, rules, moment_of ("2026-03-03", 12, HERE), &error);
      g_assert_no_error (error);
      g_assert_cmpint (yf_check_in_get_pain_leg (yf_today_get_check_in (tomorrow)), ==, YF_PAIN_UNANSWERED);
      g_assert_cmpuint (yf_day_plan_get_items (yf_today_get_plan (tomorrow))->len, >, 0);

      yf_store_close (store);
    }
}

/* -- What is written down -------------------------------------------------- */

static YfProfile *
make_profile (const char *onset,
              const char *relief)
{
  YfProfile *profile = yf_profile_new ();

  yf_profile_set_onset (profile, day_of (onset));
  if (relief != NULL)
    yf_profile_set_relief (profile, day_of (relief));

  return profile;
}

/* A new episode does not unsay the one before; a corrected date does. Each is noted
 * on a first day, and looked at again on a second with another onset. */
static void
test_onset (void)
{
  static const struct
  {
    const char *onset;
    const char *relief;
    const char *noted;       /* the day */
    const char *new_onset;
    const char *looked_at;
    const char *stays;       /* the first change that is to be noted then */
  } cases[] = {
    /* A year later, from maintenance. */
    { "2025-01-01", "2025-01-10", "2026-01-01", "2026-02-01", "2026-02-02", "2026-02-01" },
    /* On the next day, from the acute stage: the same episode. */
    { "2026-02-01", NULL, "2026-02-03", "2026-02-02", "2026-02-03", "2026-02-01" },
    { "2026-02-01", NULL, "2026-02-03", "2026-01-30", "2026-02-03", "2026-01-30" },
    /* A wrong year, set right when it is seen. */
    { "2025-02-01", "2025-02-10", "2026-02-03", "2026-02-01", "2026-02-03", "2025-02-01" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_log ();
      g_autoptr (YfProfile) profile = make_profile (cases[i].onset, cases[i].relief);
      g_autoptr (YfProfile) other = make_profile (cases[i].new_onset, NULL);
      g_autoptr (YfToday) first = NULL;
      g_autoptr (YfToday) again = NULL;
      g_autoptr (YfToday) second = NULL;

      first = look_at (log, profile, cases[i].noted, 12);
      g_assert_false (yf_today_is_noted (first));
      write_down (log, first, cases[i].noted);
      again = look_at (log, profile, cases[i].noted, 13);
      g_assert_true (yf_today_is_noted (again));

      second = look_at (log, other, cases[i].looked_at, 12);
      g_assert_false (yf_today_is_noted (second));
      g_assert_cmpint (yf_today_get_noted_from (second), ==, day_of (cases[i].stays));
    }
}

/* Each thing of the log that the notes could be wrong about is seen. */
static void
test_noted (void)
{
  g_autoptr (YfLog) log = make_log ();
  g_autoptr (YfProfile) profile = make_profile ("2025-01-01", "2025-01-10");
  g_autoptr (YfToday) today = NULL;
  g_autoptr (YfToday) noted = NULL;
  g_autoptr (YfToday) withdrawn = NULL;
  g_autoptr (YfToday) double_noted = NULL;
  g_autoptr (YfToday) earlier = NULL;
  YfDoseChangeRecord *record;

  add_good (log, "2026-03-02", "five-point-support", &BASE);
  add_good (log, "2026-03-04", "five-point-support", &BASE);
  add_good (log, "2026-03-06", "five-point-support", &BASE);

  today = look_at (log, profile, "2026-03-08", 12);
  g_assert_cmpuint (yf_today_get_dose_changes (today)->len, ==, 1);
  g_assert_false (yf_today_is_noted (today));
  write_down (log, today, "2026-03-08");
  noted = look_at (log, profile, "2026-03-08", 12);
  g_assert_true (yf_today_is_noted (noted));

  /* Who flies west has a yesterday again; what is noted of tomorrow stays. */
  earlier = look_at (log, profile, "2026-03-06", 12);
  g_assert_true (yf_today_is_noted (earlier));

  record = g_ptr_array_index (log->dose_changes, 0);
  record->withdrawn_at = 1;
  withdrawn = look_at (log, profile, "2026-03-08", 12);
  g_assert_false (yf_today_is_noted (withdrawn));

  record->withdrawn_at = 0;
  g_ptr_array_add (log->dose_changes, yf_dose_change_record_copy (record));
  double_noted = look_at (log, profile, "2026-03-08", 12);
  g_assert_false (yf_today_is_noted (double_noted));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/due", test_due);
  g_test_add_func ("/today/due-after-stop", test_due_after_stop);
  g_test_add_func ("/today/symptoms", test_symptoms);
  g_test_add_func ("/today/wishes", test_wishes);
  g_test_add_func ("/today/programme", test_programme);
  g_test_add_func ("/today/rest", test_rest);
  g_test_add_func ("/today/clearance", test_clearance);
  g_test_add_func ("/today/old-clearance", test_old_clearance);
  g_test_add_func ("/today/unreadable", test_unreadable);
  g_test_add_func ("/today/pain-of-today", test_pain_of_today);
  g_test_add_func ("/today/onset", test_onset);
  g_test_add_func ("/today/noted", test_noted);

  return g_test_run ();
}
