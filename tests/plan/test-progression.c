/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-patient.h"
#include "yf-dose-step.h"

#define S YF_SECOND
#define SAME YF_NEXT_MORNING_SAME
#define BETTER YF_NEXT_MORNING_BETTER
#define WORSE YF_NEXT_MORNING_WORSE
#define SILENT YF_NEXT_MORNING_UNANSWERED

typedef struct
{
  YfCatalogue *catalogue;
  YfRules     *rules;
  YfProfile   *profile;
  YfDay        day;   /* a Monday */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->catalogue = yf_catalogue_new_builtin (NULL);
  self->rules = yf_rules_new_builtin (self->catalogue, NULL);
  self->profile = yf_profile_new ();
  g_assert_true (yf_day_parse ("2026-01-05", &self->day));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  yf_profile_free (self->profile);
}

/* A few sessions of five-point support, and the dose in the end, each worked out
 * by hand from clinical.md section 6. */
typedef struct
{
  int           day;
  YfDose        done;
  int           effort;
  YfNextMorning morning;
  int           rise;
  int           stops;
} Session;

static const struct
{
  const char *name;
  Session     sessions[8];   /* ended by a dose of no sets */
  int         today;
  YfDose      dose;
  const char *reasons;       /* with their days */
} cases[] = {
  { "three good ones", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 5, BETTER }, { 4, { 2, 10, 3 * S }, 0, SAME } },
    5, { 2, 10, 4 * S }, "5 good-sessions" },
  { "the gate: not before the morning", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SAME }, { 4, { 2, 10, 3 * S }, 3, SAME } },
    4, { 2, 10, 3 * S }, "" },
  { "no answer does not count", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SILENT }, { 4, { 2, 10, 3 * S }, 3, SAME } },
    6, { 2, 10, 3 * S }, "" },
  { "nor does it break the row", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SILENT }, { 4, { 2, 10, 3 * S }, 3, SAME }, { 6, { 2, 10, 3 * S }, 3, SAME } },
    7, { 2, 10, 4 * S }, "7 good-sessions" },
  { "an effort of 6 breaks it", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SAME }, { 4, { 2, 10, 3 * S }, 6, SAME }, { 6, { 2, 10, 3 * S }, 3, SAME } },
    7, { 2, 10, 3 * S }, "" },
  { "nobody said how hard", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SAME }, { 4, { 2, 10, 3 * S }, -1, SAME } },
    6, { 2, 10, 3 * S }, "" },
  { "less than was due", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SAME }, { 4, { 1, 10, 3 * S }, 3, SAME } },
    6, { 2, 10, 3 * S }, "" },
  { "more than was due is one step", { { 0, { 3, 15, 5 * S }, 3, SAME }, { 2, { 3, 15, 5 * S }, 3, SAME }, { 4, { 3, 15, 5 * S }, 3, SAME } },
    6, { 2, 10, 4 * S }, "5 good-sessions" },
  { "one day counts once", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 0, { 2, 10, 3 * S }, 3, SAME }, { 0, { 2, 10, 3 * S }, 3, SAME } },
    6, { 2, 10, 3 * S }, "" },
  { "a worse morning", { { 0, { 2, 10, 3 * S }, 3, WORSE } }, 1, { 1, 10, 3 * S }, "1 worse-morning" },
  { "pain up by 2", { { 0, { 2, 10, 3 * S }, 3, SAME, 2 } }, 0, { 1, 10, 3 * S }, "0 pain-rose" },
  { "pain up by 1", { { 0, { 2, 10, 3 * S }, 3, SAME, 1 } }, 1, { 2, 10, 3 * S }, "" },
  { "all of it is one step", { { 0, { 2, 10, 3 * S }, 3, WORSE, 2, 1 } }, 3, { 1, 10, 3 * S }, "0 pain-stop" },
  { "two stops in a row", { { 0, { 2, 10, 3 * S }, 3, SAME, 0, 1 }, { 2, { 1, 10, 3 * S }, 3, SAME, 0, 1 } },
    3, { 1, 9, 3 * S }, "0 pain-stop, 2 pain-stop, 2 suspended" },
  { "two stops, one good between", { { 0, { 2, 10, 3 * S }, 3, SAME, 0, 1 }, { 2, { 1, 10, 3 * S }, 3, SAME }, { 4, { 1, 10, 3 * S }, 3, SAME, 0, 1 } },
    5, { 1, 9, 3 * S }, "0 pain-stop, 4 pain-stop" },
  { "thirteen days are no break", { { 0, { 2, 10, 3 * S }, 3, SAME } }, 13, { 2, 10, 3 * S }, "" },
  { "fourteen are", { { 0, { 2, 10, 3 * S }, 3, SAME } }, 14, { 1, 10, 3 * S }, "14 break" },
  { "a long one goes no further", { { 0, { 2, 10, 3 * S }, 3, SAME } }, 400, { 1, 10, 3 * S }, "14 break" },
  { "up, then a break", { { 0, { 2, 10, 3 * S }, 3, SAME }, { 2, { 2, 10, 3 * S }, 3, SAME }, { 4, { 2, 10, 3 * S }, 3, SAME } },
    18, { 1, 10, 3 * S }, "5 good-sessions, 18 break" },
};

static YfHistory *
make_history (gsize which,
              YfDay day)
{
  YfHistory *history = yf_history_new ();

  for (gsize i = 0; cases[which].sessions[i].done.sets > 0; i++)
    {
      const Session *session = &cases[which].sessions[i];

      patient_train (history, "five-point-support", day + session->day, &session->done,
                     session->effort, session->morning, session->rise, session->stops);
    }

  return history;
}

static char *
list_reasons (YfProgression *progression,
              YfDay          day)
{
  GPtrArray *changes = yf_progression_get_changes (progression);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const YfDoseChange *change = g_ptr_array_index (changes, i);

      g_string_append_printf (text, "%s%d %s", i > 0 ? ", " : "", change->day - day,
                              yf_dose_reason_get_id (change->reason));
    }

  return g_string_free (text, FALSE);
}

static void
test_table (Fixture       *self,
            gconstpointer  data)
{
  YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, "five-point-support");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfHistory) history = make_history (i, self->day);
      g_autoptr (YfProgression) progression = yf_progression_new (self->catalogue, self->profile, NULL,
                                                                  history, self->day + cases[i].today);
      g_autofree char *reasons = list_reasons (progression, self->day);
      g_autofree char *wanted = yf_dose_to_string (&cases[i].dose);
      g_autofree char *given = NULL;
      YfDose dose;

      g_test_message ("%s", cases[i].name);
      yf_progression_get_dose (progression, exercise, &dose);
      given = yf_dose_to_string (&dose);
      g_assert_cmpstr (reasons, ==, cases[i].reasons);
      g_assert_cmpstr (given, ==, wanted);
      g_assert_cmpint (yf_progression_is_suspended (progression, "five-point-support"), ==,
                       strstr (reasons, "suspended") != NULL);
    }
}

static int
compare_doses (const YfDose *a,
               const YfDose *b)
{
  return yf_dose_within (a, b) ? 0 : 1;
}

/* Whatever morning is made worse: no dose of any later day is greater. */
static void
test_worse_never_raises (Fixture       *self,
                         gconstpointer  data)
{
  YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, "five-point-support");
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int run = 0; run < 300; run++)
    {
      g_autoptr (YfHistory) one = yf_history_new ();
      g_autoptr (YfHistory) other = yf_history_new ();
      int n = 30;
      int changed = g_rand_int_range (rand, 0, n);
      int day = 0;

      for (int i = 0; i < n; i++)
        {
          const YfDose done = { 3, 15, 5 * S };
          const YfDose small = { 2, 10, 4 * S };
          gboolean little = g_rand_int_range (rand, 0, 3) == 0;
          int effort = g_rand_int_range (rand, 0, 20) == 0 ? 7 : 3;
          int stops = g_rand_int_range (rand, 0, 25) == 0;
          YfNextMorning morning = g_rand_int_range (rand, 0, 12) == 0 ? WORSE
                                  : g_rand_int_range (rand, 0, 5) == 0 ? SILENT : SAME;

          day += g_rand_int_range (rand, 0, 30) == 0 ? 20 : g_rand_int_range (rand, 0, 4);
          patient_train (one, "five-point-support", self->day + day, little ? &small : &done, effort, morning, 0, stops);
          patient_train (other, "five-point-support", self->day + day, little ? &small : &done, effort,
                         i == changed ? WORSE : morning, 0, stops);
        }

      for (int i = 0; i <= day + 30; i++)
        {
          g_autoptr (YfProgression) a = yf_progression_new (self->catalogue, self->profile, NULL, one, self->day + i);
          g_autoptr (YfProgression) b = yf_progression_new (self->catalogue, self->profile, NULL, other, self->day + i);
          YfDose dose;
          YfDose lower;

          yf_progression_get_dose (a, exercise, &dose);
          yf_progression_get_dose (b, exercise, &lower);
          g_assert_cmpint (compare_doses (&lower, &dose), ==, 0);
        }
    }
}

/* A clinician's cap, and its days. */
static void
test_limits (Fixture       *self,
             gconstpointer  data)
{
  static const YfDose all = { 3, 15, 5 * S };
  YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, "five-point-support");
  g_autoptr (YfLimits) limits = yf_limits_new ();
  g_autoptr (YfHistory) history = yf_history_new ();
  g_autoptr (YfProgression) before = NULL;
  g_autoptr (YfProgression) during = NULL;
  g_autoptr (YfProgression) after = NULL;
  const YfLimit limit = { "programme-1", "five-point-support", self->day + 20, self->day + 59, FALSE, FALSE,
                          { 0, }, { 0, 8, 4 * S } };
  g_autofree char *reasons = NULL;
  YfDose dose;

  yf_limits_add (limits, &limit);
  for (int i = 0; i < 70; i += 2)
    patient_train (history, "five-point-support", self->day + i, &all, 3, SAME, 0, 0);

  before = yf_progression_new (self->catalogue, self->profile, limits, history, self->day + 19);
  yf_progression_get_dose (before, exercise, &dose);
  g_assert_true (yf_dose_equal (&dose, &(YfDose) { 2, 11, 5 * S }));

  for (int i = 20; i < 60; i++)
    {
      g_autoptr (YfProgression) progression = yf_progression_new (self->catalogue, self->profile, limits, history, self->day + i);

      yf_progression_get_dose (progression, exercise, &dose);
      g_assert_cmpint (dose.reps, <=, 8);
      g_assert_cmpint (dose.hold, <=, 4 * S);
    }

  during = yf_progression_new (self->catalogue, self->profile, limits, history, self->day + 20);
  reasons = list_reasons (during, self->day);
  g_assert_cmpstr (reasons, ==, "5 good-sessions, 11 good-sessions, 17 good-sessions, 20 limit");

  after = yf_progression_new (self->catalogue, self->profile, limits, history, self->day + 60);
  yf_progression_get_dose (after, exercise, &dose);
  g_assert_cmpint (dose.reps, ==, 8);
}

static int
count_parts (const YfDose *from,
             const YfDose *to)
{
  return (from->sets != to->sets) + (from->reps != to->reps) + (from->hold != to->hold);
}

/* Nothing done, an exercise nobody knows, the same one twice, and what lies ahead. */
static void
test_odd (Fixture       *self,
          gconstpointer  data)
{
  static const YfDose dose = { 2, 10, 3 * S };
  g_autoptr (YfHistory) history = yf_history_new ();
  g_autoptr (YfProgression) progression = NULL;
  guint index;
  YfHistoryExercise part = { 0, "plank", dose, 0, YF_DONE_STOPPED, 0 };

  part.session = patient_train (history, "no-such-exercise", self->day, &dose, 3, WORSE, 0, 1);
  yf_history_add_exercise (history, &part);
  index = patient_train (history, "five-point-support", self->day, &dose, 3, WORSE, 0, 1);
  part = (YfHistoryExercise) { index, "five-point-support", dose, 20, YF_DONE_COMPLETED, 1 };
  yf_history_add_exercise (history, &part);
  patient_train (history, "five-point-support", self->day + 41, &dose, 3, WORSE, 0, 1);

  progression = yf_progression_new (self->catalogue, self->profile, NULL, history, self->day + 40);
  g_autofree char *reasons = list_reasons (progression, self->day);
  g_assert_cmpstr (reasons, ==, "0 pain-stop, 14 break");
}

/* A new episode, suspension and review, and a morning told on the very day. */
static void
test_events (Fixture       *self,
             gconstpointer  data)
{
  static const YfDose all = { 3, 15, 5 * S };
  const YfHistoryReview review = { "review", self->day + 26, "five-point-support" };
  const YfHistorySession night = { "night", self->day + 28, 1, 1, 1, 1, 2, WORSE, self->day + 28 };
  YfHistoryExercise part = { 0, "five-point-support", all, 90, YF_DONE_COMPLETED, 0 };
  g_autoptr (YfHistory) history = yf_history_new ();
  g_autoptr (YfProgression) progression = NULL;

  for (int i = 0; i < 18; i += 2)
    patient_train (history, "five-point-support", self->day + i, &all, 3, SAME, 0, 0);
  yf_profile_set_onset (self->profile, self->day + 20);
  patient_train (history, "five-point-support", self->day + 22, &all, 3, SAME, 0, 1);
  patient_train (history, "five-point-support", self->day + 24, &all, 3, SAME, 0, 1);
  yf_history_add_review (history, &review);
  part.session = yf_history_add_session (history, &night);
  yf_history_add_exercise (history, &part);

  progression = yf_progression_new (self->catalogue, self->profile, NULL, history, self->day + 30);
  g_autofree char *reasons = list_reasons (progression, self->day);
  g_assert_cmpstr (reasons, ==, "5 good-sessions, 11 good-sessions, 17 good-sessions, 20 episode, "
                                "22 pain-stop, 24 pain-stop, 24 suspended, 26 reviewed, 28 worse-morning");
  g_assert_false (yf_progression_is_suspended (progression, "five-point-support"));
}

/* Down from anywhere and up again, each step a step, to the ceiling and the bottom. */
static void
test_ladder (Fixture       *self,
             gconstpointer  data)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      const YfDose *base = yf_exercise_get_first_dose (exercise);
      const YfDose *ceiling = yf_exercise_get_ceiling (exercise);
      YfDose dose = *base;
      int n = 0;

      for (YfDose last = dose; yf_dose_step_up (&dose, base, ceiling); last = dose, n++)
        g_assert_true (yf_dose_within (&last, &dose) && count_parts (&last, &dose) == 1);
      g_assert_true (yf_dose_equal (&dose, ceiling));

      for (YfDose last = dose; yf_dose_step_down (&dose, base); last = dose, n++)
        g_assert_true (yf_dose_within (&dose, &last) && count_parts (&last, &dose) == 1);
      g_assert_true (dose.sets == 1 && dose.reps == 1 && dose.hold == (yf_exercise_has_hold (exercise) ? S : 0));

      while (yf_dose_step_up (&dose, base, ceiling))
        g_assert_cmpint (++n, <, 4000);
      g_assert_true (yf_dose_equal (&dose, ceiling));
    }
}

static void
test_light (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (YfLimits) limits = yf_limits_new ();

  for (int pain = 0; pain <= YF_PAIN_MAX; pain++)
    {
      YfPainLight usual = pain < 4 ? YF_PAIN_LIGHT_GO_ON : pain < 6 ? YF_PAIN_LIGHT_EASE_OFF : YF_PAIN_LIGHT_STOP;

      g_assert_cmpint (yf_limits_get_light (NULL, pain), ==, usual);
      g_assert_cmpint (yf_limits_get_light (limits, pain), ==, usual);
    }
  yf_limits_set_pain (limits, 2, 3);
  g_assert_cmpint (yf_limits_get_light (limits, 1), ==, YF_PAIN_LIGHT_GO_ON);
  g_assert_cmpint (yf_limits_get_light (limits, 2), ==, YF_PAIN_LIGHT_EASE_OFF);
  g_assert_cmpint (yf_limits_get_light (limits, 3), ==, YF_PAIN_LIGHT_STOP);
}

static const Patient patients[] = {
  { "steady", .effort = 3 },
  { "slow", .effort = 5, .worse_every = 7 },
  { "tired", .effort = 7 },
  { "flaring", .effort = 4, .flare_every = 40, .worse_every = 11 },
  { "over-eager", .effort = 1, .greedy = 1, .worse_every = 17 },
  { "hurting", .effort = 4, .stop_every = 3 },
  { "hurting always", .effort = 4, .stop_every = 1 },
  { "silent in the morning", .effort = 3, .skip_mornings = 1 },
  { "away for a month", .effort = 3, .away_from = 150, .away_days = 31 },
};

/* What holds of every change, whoever it is. */
static void
check_changes (YfProgression *progression,
               YfCatalogue   *catalogue,
               YfHistory     *history,
               const Patient *patient)
{
  GPtrArray *changes = yf_progression_get_changes (progression);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < changes->len; i++)
    {
      YfDoseChange *change = g_ptr_array_index (changes, i);
      YfExercise *exercise = yf_catalogue_find_exercise (catalogue, change->exercise);
      const YfDoseChange *before = g_hash_table_lookup (last, change->exercise);
      g_autofree char *text = yf_dose_change_to_string (change);
      g_autoptr (YfSource) source = yf_dose_change_get_source (change);

      g_assert_nonnull (source);
      g_assert_cmpuint (strlen (text), >, 10);
      g_assert_cmpuint (change->evidence->len, >, 0);
      g_assert_true (yf_dose_equal (&change->from, before != NULL ? &before->to : yf_exercise_get_first_dose (exercise)));
      g_assert_true (yf_dose_within (&change->to, yf_exercise_get_ceiling (exercise)));
      g_assert_true (before == NULL || before->day <= change->day);
      g_hash_table_insert (last, change->exercise, change);

      if (change->reason != YF_DOSE_REASON_GOOD_SESSIONS)
        {
          g_assert_true (yf_dose_within (&change->to, &change->from));
          continue;
        }

      /* One number, one step, three answered sessions of three days, none worse. */
      g_assert_false (patient->skip_mornings || patient->effort > 5);
      g_assert_cmpint (count_parts (&change->from, &change->to), ==, 1);
      g_assert_cmpint (change->to.sets - change->from.sets, <=, 1);
      g_assert_cmpint (change->to.reps - change->from.reps, <=, 1);
      g_assert_cmpint (change->to.hold - change->from.hold, <=, 1 * S);
      g_assert_cmpuint (change->evidence->len, ==, 3);
      for (guint j = 0; j < 3; j++)
        {
          const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, j);
          gboolean found = FALSE;

          g_assert_cmpint (evidence->day, <, change->day);
          g_assert_true (j == 0 || evidence->day > g_array_index (change->evidence, YfEvidence, j - 1).day);
          g_assert_true (before == NULL || evidence->day >= before->day);
          for (guint k = 0; k < history->sessions->len; k++)
            {
              const YfHistorySession *session = yf_history_get_session (history, k);

              if (g_str_equal (session->entry, evidence->entry))
                {
                  found = TRUE;
                  g_assert_cmpint (session->morning, ==, SAME);
                  g_assert_cmpint (session->morning_day, <=, change->day);
                }
            }
          g_assert_true (found);
        }
    }
}

static void
check_day (const Patient *patient,
           YfHistory     *history,
           YfProgression *progression,
           YfDayPlan     *plan,
           gpointer       data)
{
  GPtrArray *items = yf_day_plan_get_items (plan);

  g_assert_cmpuint (items->len, <=, YF_DAY_PLAN_MAX_ITEMS);
  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      g_assert_true (yf_dose_within (&item->dose, yf_exercise_get_ceiling (item->exercise)));
      g_assert_cmpint (item->dose.sets, >=, 1);
      g_assert_cmpint (item->dose.reps, >=, 1);
      g_assert_cmpint (item->dose.hold > 0, ==, yf_exercise_has_hold (item->exercise));
      g_assert_true (yf_judgement_permits (item->judgement));
      g_assert_false (yf_progression_is_suspended (progression, yf_exercise_get_id (item->exercise)));
      g_assert_nonnull (item->source);
    }
}

static void
test_patients (Fixture       *self,
               gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (patients); i++)
    {
      g_autoptr (YfHistory) history = patient_live (&patients[i], self->catalogue, self->rules, self->profile, NULL,
                                                    self->day, 365, check_day, NULL);
      g_autoptr (YfProgression) one = NULL;
      g_autoptr (YfProgression) other = NULL;
      g_autofree char *reasons = NULL;
      g_autofree char *again = NULL;
      YfDose dose;
      gint64 began = g_get_monotonic_time ();
      gint64 took;

      one = yf_progression_new (self->catalogue, self->profile, NULL, history, self->day + 364);
      took = g_get_monotonic_time () - began;
      other = yf_progression_new (self->catalogue, self->profile, NULL, history, self->day + 364);
      reasons = list_reasons (one, self->day);
      again = list_reasons (other, self->day);
      yf_progression_get_dose (one, yf_catalogue_find_exercise (self->catalogue, "five-point-support"), &dose);

      g_test_message ("%s: %u sessions, %u changes, %d × %d, %d s; %d us", patients[i].name, history->sessions->len,
                      yf_progression_get_changes (one)->len, dose.sets, dose.reps, (int) (dose.hold / S), (int) took);
      g_assert_cmpstr (reasons, ==, again);
      /* It is asked on every start, and must not be felt. */
      g_assert_cmpint (took, <, 20000);
      g_assert_cmpuint (history->sessions->len, >, patients[i].greedy ? 300 : patients[i].stop_every == 1 ? 9 : 80);
      check_changes (one, self->catalogue, history, &patients[i]);

      if (g_str_equal (patients[i].name, "steady"))
        g_assert_true (yf_dose_equal (&dose, &(YfDose) { 3, 15, 5 * S }));
      if (patients[i].skip_mornings || patients[i].effort > 5)
        g_assert_true (yf_dose_equal (&dose, &(YfDose) { 2, 10, 3 * S }));
      if (g_str_equal (patients[i].name, "hurting"))
        g_assert_nonnull (strstr (reasons, "pain-stop"));
      if (patients[i].stop_every == 1)
        {
          g_assert_cmpuint (history->sessions->len, ==, 10);
          for (guint j = 0; j < history->exercises->len; j++)
            g_assert_true (yf_progression_is_suspended (one, g_array_index (history->exercises, YfHistoryExercise, j).exercise));
        }
      if (g_str_equal (patients[i].name, "away for a month"))
        g_assert_nonnull (strstr (reasons, "break"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/plan/progression/" name, Fixture, NULL, set_up, func, tear_down)
  add ("table", test_table);
  add ("worse-never-raises", test_worse_never_raises);
  add ("limits", test_limits);
  add ("odd", test_odd);
  add ("events", test_events);
  add ("ladder", test_ladder);
  add ("light", test_light);
  add ("patients", test_patients);

  return g_test_run ();
}
