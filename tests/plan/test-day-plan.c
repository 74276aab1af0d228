/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-patient.h"
#include "yf-timeline.h"

#define S YF_SECOND
#define SAME YF_NEXT_MORNING_SAME

typedef struct
{
  YfCatalogue *catalogue;
  YfRules     *rules;
  YfProfile   *profile;
  YfHistory   *history;
  YfCheckIn   *check_in;
  YfDay        day;   /* a Monday */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->catalogue = yf_catalogue_new_builtin (NULL);
  self->rules = yf_rules_new_builtin (self->catalogue, NULL);
  self->profile = yf_profile_new ();
  self->history = yf_history_new ();
  self->check_in = yf_check_in_new ();
  g_assert_true (yf_day_parse ("2026-01-05", &self->day));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  yf_profile_free (self->profile);
  yf_history_unref (self->history);
  yf_check_in_free (self->check_in);
}

static YfDayPlan *
plan_with (Fixture      *self,
           int           day,
           YfLimits     *limits,
           const YfWish *wishes,
           guint         n_wishes)
{
  const YfDayQuestion question = {
    .catalogue = self->catalogue, .rules = self->rules, .profile = self->profile, .check_in = self->check_in,
    .limits = limits, .history = self->history, .wishes = wishes, .n_wishes = n_wishes,
    .day = self->day + day, .minute = YF_MINUTE_UNKNOWN,
  };

  return yf_day_plan_new (&question);
}

static char *
list_items (YfDayPlan *plan)
{
  GPtrArray *items = yf_day_plan_get_items (plan);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            yf_exercise_get_id (((YfDayItem *) g_ptr_array_index (items, i))->exercise));

  return g_string_free (text, FALSE);
}

static const YfDayOmission *
find_omission (YfDayPlan  *plan,
               const char *exercise)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);

  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      if (g_str_equal (yf_exercise_get_id (omission->exercise), exercise))
        {
          g_assert_cmpuint (strlen (omission->why), >, 10);
          return omission;
        }
    }

  return NULL;
}

#define FIRST "abdominal-breathing five-point-support glute-bridge"
#define REST "abdominal-breathing five-point-support straight-leg-raise glute-bridge"

/*
 * Half a year, worked out by hand from clinical.md section 3. Onset on day 0, a
 * Monday; treatment from day 5; the pain eases on day 20, which is later than
 * day 14, so that is when the acute stage ends. 14 days after relief is day 34,
 * 30 days after treatment day 35: recovery. 90 days after relief is day 110. On
 * day 130 there is a flare, so maintenance is over until day 220.
 * Trained three times a week from day 35, a Monday: Mondays, Wednesdays and
 * Fridays. The sixth bridge is done on the Friday of the second week, day 46, so
 * the rest opens on day 47. Day 130 is a Friday: with the Monday and the Wednesday
 * three days of that week are kept, so the next is due on Monday, day 133. That and
 * Wednesday, day 135, are the way back, and from day 136 on all is open again. Day
 * 219 is a Wednesday.
 */
static const struct
{
  int         day;
  YfStage     stage;
  YfDayState  state;
  const char *items;
} life[] = {
  { 0, YF_STAGE_ACUTE, YF_DAY_CLOSED, "" },
  { 13, YF_STAGE_ACUTE, YF_DAY_CLOSED, "" },
  { 14, YF_STAGE_ACUTE, YF_DAY_CLOSED, "" },
  { 19, YF_STAGE_ACUTE, YF_DAY_CLOSED, "" },
  { 20, YF_STAGE_EASING, YF_DAY_DUE, "abdominal-breathing" },
  { 34, YF_STAGE_EASING, YF_DAY_REST, "abdominal-breathing" },
  { 35, YF_STAGE_RECOVERY, YF_DAY_DUE, FIRST },
  { 36, YF_STAGE_RECOVERY, YF_DAY_REST, FIRST },
  { 37, YF_STAGE_RECOVERY, YF_DAY_DUE, FIRST },
  { 46, YF_STAGE_RECOVERY, YF_DAY_DUE, FIRST },
  { 47, YF_STAGE_RECOVERY, YF_DAY_REST, REST },
  { 49, YF_STAGE_RECOVERY, YF_DAY_DUE, REST },
  { 109, YF_STAGE_RECOVERY, YF_DAY_DUE, NULL },
  { 110, YF_STAGE_MAINTENANCE, YF_DAY_REST, NULL },
  { 129, YF_STAGE_MAINTENANCE, YF_DAY_REST, NULL },
  { 130, YF_STAGE_RECOVERY, YF_DAY_FLARE, "abdominal-breathing" },
  { 131, YF_STAGE_RECOVERY, YF_DAY_REST, FIRST },
  { 133, YF_STAGE_RECOVERY, YF_DAY_DUE, FIRST },
  { 135, YF_STAGE_RECOVERY, YF_DAY_DUE, FIRST },
  { 136, YF_STAGE_RECOVERY, YF_DAY_REST, REST },
  { 219, YF_STAGE_RECOVERY, YF_DAY_DUE, REST },
  { 220, YF_STAGE_MAINTENANCE, YF_DAY_REST, NULL },
};

static const struct
{
  int     day;
  YfStage from;
  YfStage to;
} turns[] = {
  { 0, YF_STAGE_PREVENTION, YF_STAGE_ACUTE },
  { 20, YF_STAGE_ACUTE, YF_STAGE_EASING },
  { 35, YF_STAGE_EASING, YF_STAGE_RECOVERY },
  { 110, YF_STAGE_RECOVERY, YF_STAGE_MAINTENANCE },
  { 130, YF_STAGE_MAINTENANCE, YF_STAGE_RECOVERY },
  { 220, YF_STAGE_RECOVERY, YF_STAGE_MAINTENANCE },
};

static void
check_life (const Patient *patient,
            YfHistory     *history,
            YfProgression *progression,
            YfDayPlan     *plan,
            gpointer       data)
{
  Fixture *self = data;
  int day = yf_day_plan_get_day (plan) - self->day;
  g_autofree char *items = list_items (plan);

  for (gsize i = 0; i < G_N_ELEMENTS (life); i++)
    {
      if (life[i].day != day)
        continue;
      g_test_message ("day %d: %s, %s: %s, %d min", day, yf_stage_get_id (yf_day_plan_get_stage (plan)),
                      yf_day_state_get_id (yf_day_plan_get_state (plan)), items,
                      (int) (yf_day_plan_get_length (plan) / (60 * S)));
      g_assert_cmpint (yf_day_plan_get_stage (plan), ==, life[i].stage);
      g_assert_cmpint (yf_day_plan_get_state (plan), ==, life[i].state);
      if (life[i].items != NULL)
        g_assert_cmpstr (items, ==, life[i].items);
    }

  if (yf_day_plan_get_stage (plan) == YF_STAGE_MAINTENANCE)
    g_assert_cmpint (yf_day_plan_get_length (plan), <=, YF_DAY_PLAN_MAINTENANCE);
  g_assert_cmpint (yf_day_plan_is_kept (plan), ==, yf_day_plan_get_state (plan) == YF_DAY_FLARE);
}

static void
test_half_year (Fixture       *self,
                gconstpointer  data)
{
  static const Patient patient = { "steady", .effort = 3, .flare_every = 131 };
  g_autoptr (YfHistory) history = NULL;
  g_autoptr (GArray) changes = NULL;

  yf_profile_set_onset (self->profile, self->day);
  yf_profile_set_treatment_start (self->profile, self->day + 5);
  yf_profile_set_relief (self->profile, self->day + 20);

  history = patient_live (&patient, self->catalogue, self->rules, self->profile, NULL, self->day, 230, check_life, self);
  changes = yf_course_find_changes (self->profile, history, self->day - 100, self->day + 229);

  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (turns));
  for (guint i = 0; i < changes->len; i++)
    {
      const YfStageChange *change = &g_array_index (changes, YfStageChange, i);
      g_autofree char *text = yf_stage_change_to_string (change);
      g_autoptr (YfSource) source = yf_stage_change_get_source (change);

      g_assert_cmpint (change->day - self->day, ==, turns[i].day);
      g_assert_cmpint (change->from, ==, turns[i].from);
      g_assert_cmpint (change->to, ==, turns[i].to);
      g_assert_nonnull (source);
      g_assert_cmpuint (strlen (text), >, 10);
    }
}

/* A wish is heard, and never goes before a verdict. */
static void
test_wishes (Fixture       *self,
             gconstpointer  data)
{
  static const YfWish wishes[] = {
    { YF_WISH_LEAVE_OUT, "abdominal-breathing" },
    { YF_WISH_ADD, "modified-swallow" },
    { YF_WISH_ADD, "full-swallow" },
    { YF_WISH_ADD, "no-such-exercise" },
    { YF_WISH_ORDER, "straight-leg-raise" },
    { YF_WISH_ORDER, "modified-swallow" },
  };
  g_autoptr (YfDayPlan) plan = plan_with (self, 0, NULL, wishes, G_N_ELEMENTS (wishes));
  g_autofree char *items = list_items (plan);

  g_assert_cmpstr (items, ==, "straight-leg-raise five-point-support glute-bridge modified-swallow");
  g_assert_cmpint (find_omission (plan, "abdominal-breathing")->kind, ==, YF_OMISSION_WISH);
  g_assert_cmpint (find_omission (plan, "full-swallow")->kind, ==, YF_OMISSION_VERDICT);

  yf_profile_set_onset (self->profile, self->day - 3);
  for (gsize i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      g_autoptr (YfDayPlan) acute = plan_with (self, 0, NULL, &wishes[i], 1);

      g_assert_cmpuint (yf_day_plan_get_items (acute)->len, ==, 0);
      g_assert_cmpint (yf_day_plan_get_state (acute), ==, YF_DAY_CLOSED);
      g_assert_cmpint (yf_day_plan_get_next_due (acute), ==, YF_DAY_NONE);
      g_assert_null (yf_day_plan_get_routine (acute));
    }
}

/* A strong back gets the swallow, a mother the pelvic floor. */
static void
test_whom (Fixture       *self,
           gconstpointer  data)
{
  static const YfDose dose = { 2, 5, 2 * S };
  g_autoptr (YfDayPlan) strong = NULL;
  g_autoptr (YfDayPlan) stronger = NULL;
  g_autoptr (YfDayPlan) mother = NULL;
  g_autofree char *items = NULL;
  g_autofree char *more = NULL;
  g_autofree char *floor = NULL;

  yf_profile_set_back_strength (self->profile, YF_BACK_STRENGTH_STRONG);
  yf_profile_set_born (self->profile, 1980);
  strong = plan_with (self, 0, NULL, NULL, 0);
  items = list_items (strong);
  g_assert_cmpstr (items, ==, "abdominal-breathing five-point-support plank modified-swallow");

  for (int i = 0; i < 6; i++)
    patient_train (self->history, "modified-swallow", self->day + 2 * i, &dose, 3, SAME, 0, 0);
  stronger = plan_with (self, 12, NULL, NULL, 0);
  more = list_items (stronger);
  g_assert_cmpstr (more, ==, "abdominal-breathing five-point-support plank full-swallow");

  yf_profile_set_birth (self->profile, self->day - 100);
  mother = plan_with (self, 12, NULL, NULL, 0);
  floor = list_items (mother);
  g_assert_cmpstr (floor, ==, "abdominal-breathing five-point-support kegel plank");
}

/* What a clinician prescribes and forbids. */
static void
test_programme (Fixture       *self,
                gconstpointer  data)
{
  const YfLimit prescribed = { "p", "glute-bridge", self->day, self->day + 9, TRUE, FALSE, { 1, 6, 2 * S }, { 2, 8, 3 * S } };
  const YfLimit closed = { "p", "full-swallow", self->day, self->day + 9, TRUE };
  const YfLimit forbidden = { "p", "plank", self->day, self->day + 9, FALSE, TRUE };
  static const YfWish wish = { YF_WISH_ADD, "plank" };
  g_autoptr (YfLimits) limits = yf_limits_new ();
  g_autoptr (YfDayPlan) plan = NULL;
  g_autoptr (YfDayPlan) later = NULL;
  g_autofree char *items = NULL;
  g_autofree char *usual = NULL;

  yf_limits_add (limits, &prescribed);
  yf_limits_add (limits, &closed);
  yf_limits_add (limits, &forbidden);
  plan = plan_with (self, 9, limits, &wish, 1);
  items = list_items (plan);
  g_assert_cmpstr (items, ==, "glute-bridge");
  g_assert_true (yf_dose_equal (&((YfDayItem *) g_ptr_array_index (yf_day_plan_get_items (plan), 0))->dose,
                                &(YfDose) { 1, 6, 2 * S }));
  g_assert_cmpint (find_omission (plan, "full-swallow")->kind, ==, YF_OMISSION_VERDICT);
  g_assert_cmpint (find_omission (plan, "plank")->kind, ==, YF_OMISSION_FORBIDDEN);

  later = plan_with (self, 10, limits, NULL, 0);
  usual = list_items (later);
  g_assert_cmpstr (usual, ==, REST);
}

/* A file, as it is followed from the fifth day on. */
static void
test_programme_file (Fixture       *self,
                     gconstpointer  data)
{
  static const char xml[] = "<programme version=\"1\" name=\"x\" clinician=\"y\" date=\"2026-01-02\">"
                            "<exercise id=\"glute-bridge\"><dose sets=\"1\" reps=\"6\" hold=\"2\"/><pace tempo=\"125\"/></exercise>"
                            "<forbidden id=\"plank\"/></programme>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProgramme) programme = yf_programme_new_from_bytes (self->catalogue, "x.yanfei", bytes, &error);
  g_autoptr (YfLimits) limits = yf_limits_new ();
  static const YfWish wish = { YF_WISH_ADD, "plank" };

  g_assert_no_error (error);
  yf_limits_add_programme (limits, programme, "version-1", self->day + 5, YF_DAY_NONE);

  for (int day = 4; day < 6; day++)
    {
      const YfDayQuestion question = {
        .catalogue = self->catalogue, .rules = self->rules, .profile = self->profile, .check_in = self->check_in,
        .programme = day < 5 ? NULL : programme, .limits = limits, .history = self->history,
        .wishes = &wish, .n_wishes = 1, .day = self->day + day, .minute = YF_MINUTE_UNKNOWN,
      };
      g_autoptr (YfDayPlan) plan = yf_day_plan_new (&question);
      g_autofree char *items = list_items (plan);

      g_assert_cmpstr (items, ==, day < 5 ? REST " plank" : "glute-bridge");
      if (day == 5)
        {
          g_assert_cmpint (find_omission (plan, "plank")->kind, ==, YF_OMISSION_FORBIDDEN);
          g_assert_true (yf_dose_equal (&((YfDayItem *) g_ptr_array_index (yf_day_plan_get_items (plan), 0))->dose,
                                        &(YfDose) { 1, 6, 2 * S }));
          g_assert_cmpint (yf_routine_get_item (yf_day_plan_get_routine (plan), 0)->pace.tempo, ==, 125);
        }
    }
}

/* Flares by the answer just given, by the person's word, and what is left. */
static void
test_flare (Fixture       *self,
            gconstpointer  data)
{
  const YfHistoryMark said = { "said", self->day + 1 };
  g_autoptr (YfDayPlan) told = NULL;
  g_autoptr (YfDayPlan) third = NULL;
  g_autoptr (YfDayPlan) after = NULL;

  yf_history_add_flare (self->history, &said);
  told = plan_with (self, 1, NULL, NULL, 0);
  g_assert_cmpint (yf_day_plan_get_state (told), ==, YF_DAY_FLARE);
  g_assert_true (yf_day_plan_is_kept (told));
  g_assert_cmpuint (yf_day_plan_get_items (told)->len, ==, 1);
  g_assert_cmpint (find_omission (told, "five-point-support")->kind, ==, YF_OMISSION_FLARE);
  g_assert_false (yf_day_plan_asks_episode (told));

  for (int i = 2; i < 4; i++)
    {
      const YfHistoryCheckIn check_in = { "c", self->day + i, 7, 0 };

      yf_history_add_check_in (self->history, &check_in);
    }
  third = plan_with (self, 3, NULL, NULL, 0);
  g_assert_cmpint (yf_day_plan_get_flare_days (third), ==, 3);
  g_assert_true (yf_day_plan_asks_episode (third));

  after = plan_with (self, 4, NULL, NULL, 0);
  g_assert_true (yf_day_plan_is_way_back (after));
  g_assert_cmpint (find_omission (after, "straight-leg-raise")->kind, ==, YF_OMISSION_NOT_YET);

  yf_check_in_set_pain_leg (self->check_in, 7);
  g_autoptr (YfDayPlan) now = plan_with (self, 10, NULL, NULL, 0);
  g_assert_cmpint (yf_day_plan_get_state (now), ==, YF_DAY_FLARE);
}

/* Three above the median of five answers or more. */
static void
test_usual (Fixture       *self,
            gconstpointer  data)
{
  for (int i = 0; i < 4; i++)
    {
      const YfHistoryCheckIn check_in = { "c", self->day + i, 2, 1 };

      yf_history_add_check_in (self->history, &check_in);
    }
  g_assert_false (yf_history_is_flare (self->history, self->day + 5, 6, 0));

  const YfHistoryCheckIn fifth = { "c", self->day + 4, 2, 1 };
  yf_history_add_check_in (self->history, &fifth);
  g_assert_false (yf_history_is_flare (self->history, self->day + 5, 4, 3));
  g_assert_true (yf_history_is_flare (self->history, self->day + 5, 5, 0));
  g_assert_true (yf_history_is_flare (self->history, self->day + 5, 0, 4));
  g_assert_false (yf_history_is_flare (self->history, self->day + 32, 5, 4));
  g_assert_true (yf_history_is_flare (self->history, self->day + 32, 7, YF_PAIN_UNANSWERED));
}

/* Which days of four weeks are trained, by schedule: m t w t f s s. */
static const struct
{
  int         days_a_week;
  guint       weekdays;
  const char *days;
} weeks[] = {
  { 1, 0, "x...... x...... x...... x......" },
  { 2, 0, "x.x.... x.x.... x.x.... x.x...." },
  { 3, 0, "x.x.x.. x.x.x.. x.x.x.. x.x.x.." },
  { 4, 0, "x.x.x.x .x.x.xx .x.x.xx .x.x.xx" },
  { 7, 0, "x.x.x.x .x.x.xx .x.x.xx .x.x.xx" },
  { 2, 1 << 1 | 1 << 4, "xx..x.. .x..x.. .x..x.. .x..x.." },
};

static void
check_weeks (const Patient *patient,
             YfHistory     *history,
             YfProgression *progression,
             YfDayPlan     *plan,
             gpointer       data)
{
  g_string_append (data, (yf_day_plan_get_day (plan) - 1) % 7 == 0 && ((GString *) data)->len > 0 ? " " : "");
  g_string_append (data, yf_day_plan_get_state (plan) == YF_DAY_DUE ? "x" : ".");
}

static void
test_weeks (Fixture       *self,
            gconstpointer  data)
{
  static const Patient patient = { "steady", .effort = 3 };

  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      const YfHistorySchedule schedule = { self->day - 10, weeks[i].days_a_week, weeks[i].weekdays };
      g_autoptr (GString) text = g_string_new (NULL);

      /* patient_live () begins with an empty history; the schedule is part of it
       * from its first day on. */
      for (int day = 0; day < 28; day++)
        {
          g_autoptr (YfDayPlan) plan = NULL;
          static const YfDose dose = { 3, 10, 3 * S };

          if (day == 0)
            {
              g_clear_pointer (&self->history, yf_history_unref);
              self->history = yf_history_new ();
              yf_history_add_schedule (self->history, &schedule);
            }
          plan = plan_with (self, day, NULL, NULL, 0);
          check_weeks (&patient, self->history, NULL, plan, text);
          if (yf_day_plan_get_state (plan) == YF_DAY_DUE)
            patient_train (self->history, "abdominal-breathing", self->day + day, &dose, 3, SAME, 0, 0);
        }
      g_test_message ("%d a week: %s", weeks[i].days_a_week, text->str);
      g_assert_cmpstr (text->str, ==, weeks[i].days);
    }
}

/* What the plan says it takes is what a session takes. */
static void
test_length (Fixture       *self,
             gconstpointer  data)
{
  static const YfWish wishes[] = { { YF_WISH_ADD, "plank" }, { YF_WISH_ADD, "waist-hip-stretch" }, { YF_WISH_ADD, "wall-stand" } };
  g_autoptr (YfDayPlan) plan = plan_with (self, 0, NULL, wishes, G_N_ELEMENTS (wishes));
  g_autoptr (YfTimeline) timeline = yf_timeline_new (yf_day_plan_get_routine (plan), YF_COUNTING_PACE);

  g_assert_cmpuint (yf_day_plan_get_items (plan)->len, ==, 7);
  g_assert_cmpint (yf_day_plan_get_length (plan), ==, yf_timeline_get_length (timeline));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/plan/day/" name, Fixture, NULL, set_up, func, tear_down)
  add ("half-year", test_half_year);
  add ("wishes", test_wishes);
  add ("whom", test_whom);
  add ("programme", test_programme);
  add ("programme-file", test_programme_file);
  add ("flare", test_flare);
  add ("usual", test_usual);
  add ("weeks", test_weeks);
  add ("length", test_length);

  return g_test_run ();
}
