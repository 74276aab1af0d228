/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo.h"

#include <string.h>

#include "yf-today.h"

/* The made-up patient, held to the rules that a living one is held to. */

/* 20 November 2026. */
#define TODAY ((YfDay) 739940)
#define SEED 7
#define MINUTE (60 * YF_SECOND)

static const int lengths[] = { 1, 2, 3, 7, 14, 29, 30, 59, 60, 61, 90, 120, 365, 1826 };

typedef struct
{
  YfCatalogue *catalogue;
  YfRules     *rules;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  fixture->rules = yf_rules_new_builtin (fixture->catalogue, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  yf_rules_unref (fixture->rules);
  yf_catalogue_unref (fixture->catalogue);
}

/* How many patients are looked at: of a long life it is enough to look at one. */
static guint32
get_n_seeds (gsize   length,
             guint32 most)
{
  return lengths[length] > 365 ? 1 : most;
}

static YfLog *
make_log (Fixture *fixture,
          int      days,
          guint32  seed)
{
  return yf_demo_new_log (fixture->catalogue, fixture->rules, TODAY, days, seed);
}

/* -- Telling two logs apart ------------------------------------------------ */

static void
describe_sessions (GString   *text,
                   GPtrArray *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (sessions, i);

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT "%+d %" G_GINT64_FORMAT " %d %d %d %" G_GINT64_FORMAT "\n",
                              session->id, session->started, session->utc_offset, session->ended,
                              session->state, session->origin, session->morning, session->morning_at);
      if (session->check_in != NULL)
        g_string_append_printf (text, " %d %d %d %u\n", yf_check_in_get_pain_back (session->check_in),
                                yf_check_in_get_pain_leg (session->check_in),
                                yf_check_in_get_moved (session->check_in),
                                yf_check_in_get_n_flags (session->check_in));
      if (session->after != NULL)
        g_string_append_printf (text, " %" G_GINT64_FORMAT " %d %d %d %s\n", session->after->at,
                                session->after->pain_back, session->after->pain_leg,
                                session->after->effort, session->after->note);
      for (guint j = 0; j < session->exercises->len; j++)
        {
          const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, j);

          g_string_append_printf (text, " %s %d %d %" G_GINT64_FORMAT " %d\n", exercise->exercise,
                                  exercise->planned.sets, exercise->planned.reps,
                                  exercise->planned.hold, exercise->state);
          for (guint k = 0; k < exercise->reps->len; k++)
            {
              const YfRepetition *rep = g_ptr_array_index (exercise->reps, k);

              g_string_append_printf (text, "  %u %d %d %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n",
                                      rep->item, rep->side, rep->set, rep->rep, rep->started,
                                      rep->ended, rep->hold, rep->counted_by);
            }
        }
      for (guint j = 0; j < session->stops->len; j++)
        {
          const YfStop *stop = g_ptr_array_index (session->stops, j);

          g_string_append_printf (text, " stop %" G_GINT64_FORMAT " %u %d %d %d %d %d %s\n", stop->at,
                                  stop->item, stop->side, stop->set, stop->rep, stop->phase,
                                  stop->pain, stop->site);
        }
    }
}

static char *
describe (YfLog *log)
{
  GString *text = g_string_new (yf_profile_get_name (log->profile));

  describe_sessions (text, log->sessions);
  describe_sessions (text, log->old_sessions);
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);

      g_string_append_printf (text, "check-in %s %" G_GINT64_FORMAT " %d\n", record->id, record->at,
                              yf_check_in_get_pain_back (record->check_in));
    }
  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *record = g_ptr_array_index (log->reliefs, i);

      g_string_append_printf (text, "%s %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", record->kind,
                              record->id, record->started, record->ended);
    }
  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (log->activities, i);

      g_string_append_printf (text, "%d %s %" G_GINT64_FORMAT " %d\n", record->kind, record->id,
                              record->at, record->minutes);
    }
  for (guint i = 0; i < log->ratings->len; i++)
    {
      const YfFunctionRating *record = g_ptr_array_index (log->ratings, i);

      g_string_append_printf (text, "rating %s %" G_GINT64_FORMAT, record->id, record->at);
      for (guint j = 0; j < record->scores->len; j++)
        {
          const YfFunctionScore *score = g_ptr_array_index (record->scores, j);

          g_string_append_printf (text, " %s=%d", score->activity, score->score);
        }
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < log->scores->len; i++)
    {
      const YfClinicScore *record = g_ptr_array_index (log->scores, i);

      g_string_append_printf (text, "score %s %d %d\n", record->id, record->day, record->total);
    }
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *record = g_ptr_array_index (log->functions, i);

      g_string_append_printf (text, "function %s %s\n", record->id, record->name);
    }
  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *record = g_ptr_array_index (log->schedules, i);

      g_string_append_printf (text, "schedule %s %" G_GINT64_FORMAT " %d\n", record->id, record->at,
                              record->days_a_week);
    }
  for (guint i = 0; i < log->programmes->len; i++)
    g_string_append (text, ((const YfProgrammeRecord *) g_ptr_array_index (log->programmes, i))->xml);
  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);

      g_string_append_printf (text, "dose %s %d %s %s\n", record->id, record->change->day, record->change->exercise,
                              yf_dose_reason_get_id (record->change->reason));
    }
  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);

      g_string_append_printf (text, "stage %s %d %d\n", record->id, record->change.day, record->change.to);
    }
  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (log->reminders, i);

      g_string_append_printf (text, "reminder %s %" G_GINT64_FORMAT " %d %d\n", record->id, record->at,
                              record->answer, record->reason);
    }
  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (log->sitting_breaks, i);

      g_string_append_printf (text, "break %s %" G_GINT64_FORMAT " %d %d\n", record->id, record->at,
                              record->answer, record->reason);
    }
  for (guint i = 0; i < log->edits->len; i++)
    {
      const YfEdit *record = g_ptr_array_index (log->edits, i);

      g_string_append_printf (text, "edit %s %" G_GINT64_FORMAT " %s %s\n", record->id, record->at,
                              record->old, record->new);
    }

  return g_string_free (text, FALSE);
}

static void
test_deterministic (Fixture       *fixture,
                    gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (YfLog) one = make_log (fixture, lengths[i], SEED);
      g_autoptr (YfLog) same = make_log (fixture, lengths[i], SEED);
      g_autoptr (YfLog) other = make_log (fixture, MIN (lengths[i], 365), SEED + 1);
      g_autofree char *one_text = describe (one);
      g_autofree char *same_text = describe (same);
      g_autofree char *other_text = describe (other);

      g_assert_cmpstr (one_text, ==, same_text);
      g_assert_true (yf_profile_equal (one->profile, same->profile));
      g_assert_cmpstr (one_text, !=, other_text);
    }
}

/* A seed must give on every machine what it gives here: an id and a moment that
 * were written down once. */
static void
test_pinned (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (YfLog) log = make_log (fixture, 30, SEED);
  g_autofree char *text = describe (log);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_assert_cmpstr (sum, ==, "2faedb906b21809f41d4a55d0639bcb7cdf53498dcbc8a41fd0005f695846baf");
}

/* -- The rules ------------------------------------------------------------- */

/* What a person could say of themselves on @day, worked out here again: the
 * back is weak until the log has it strong. */
static YfProfile *
dup_profile_on (YfLog    *log,
                YfDay     day,
                gboolean  weak)
{
  YfProfile *profile = yf_profile_copy (log->profile);
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  GPtrArray *assessments = yf_profile_get_assessments (profile);

  if (yf_profile_get_relief (profile) > day)
    yf_profile_set_relief (profile, YF_DAY_NONE);
  if (weak)
    yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_WEAK);
  for (guint i = clearances->len; i > 0; i--)
    if (yf_clearance_get_date (g_ptr_array_index (clearances, i - 1)) > day)
      yf_profile_remove_clearance (profile, i - 1);
  for (guint i = assessments->len; i > 0; i--)
    if (yf_assessment_get_date (g_ptr_array_index (assessments, i - 1)) > day)
      yf_profile_remove_assessment (profile, i - 1);

  return profile;
}

static void
assert_permitted (Fixture *fixture,
                  YfLog   *log)
{
  gboolean weak = TRUE;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      YfDay day = yf_day_from_moment (session->started, session->utc_offset);
      g_autoptr (YfCheckIn) nothing_said = yf_check_in_new ();
      g_autoptr (YfProfile) profile = NULL;

      g_assert_cmpuint (session->exercises->len, >=, 1);
      g_assert_cmpuint (session->exercises->len, <=, 4);

      for (guint j = 0; j < session->exercises->len; j++)
        if (g_str_equal (((YfExerciseRecord *) g_ptr_array_index (session->exercises, j))->exercise, "full-swallow"))
          weak = FALSE;
      profile = dup_profile_on (log, day, weak);

      for (guint j = 0; j < session->exercises->len; j++)
        {
          const YfExerciseRecord *record = g_ptr_array_index (session->exercises, j);
          YfExercise *exercise = yf_catalogue_find_exercise (fixture->catalogue, record->exercise);
          g_autoptr (YfJudgement) judgement = NULL;

          g_assert_nonnull (exercise);
          judgement = yf_rules_judge (fixture->rules, profile,
                                      session->check_in != NULL ? session->check_in : nothing_said,
                                      exercise, day);
          g_assert_true (yf_judgement_permits (judgement));
          g_assert_true (yf_dose_within (&record->planned, yf_exercise_get_ceiling (exercise)));
          if (j > 0)
            {
              const YfExerciseRecord *before = g_ptr_array_index (session->exercises, j - 1);

              g_assert_cmpint (yf_exercise_get_posture (yf_catalogue_find_exercise (fixture->catalogue, before->exercise)),
                               <=, yf_exercise_get_posture (exercise));
            }
        }
    }
}

static void
assert_reliefs_permitted (Fixture *fixture,
                          YfLog   *log)
{
  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *record = g_ptr_array_index (log->reliefs, i);
      YfDay day = yf_day_from_moment (record->started, record->utc_offset);
      YfExercise *relief = yf_catalogue_find_relief (fixture->catalogue, record->kind);
      g_autoptr (YfProfile) profile = dup_profile_on (log, day, FALSE);
      g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
      g_autoptr (YfJudgement) judgement = NULL;
      int n_today = 0;

      judgement = yf_rules_judge_at (fixture->rules, profile, check_in, relief, day,
                                     yf_minute_from_real (record->started));
      g_assert_true (yf_judgement_permits (judgement));
      g_assert_cmpint (record->ended - record->started, >, 0);
      g_assert_cmpint (record->ended - record->started, <=, yf_exercise_get_ceiling (relief)->hold);

      for (guint j = 0; j < log->reliefs->len; j++)
        {
          const YfReliefRecord *other = g_ptr_array_index (log->reliefs, j);

          n_today += yf_day_from_moment (other->started, other->utc_offset) == day
                     && g_str_equal (other->kind, record->kind);
        }
      g_assert_cmpint (n_today, <=, yf_exercise_get_times_a_day (relief));
    }
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint32 seed = 0; seed < get_n_seeds (i, 2); seed++)
      {
        g_autoptr (YfLog) log = make_log (fixture, lengths[i], seed);
        g_autoptr (GError) error = NULL;

        g_assert_true (yf_profile_check (log->profile, fixture->catalogue, TODAY, &error));
        g_assert_no_error (error);
        assert_permitted (fixture, log);
        assert_reliefs_permitted (fixture, log);
      }
}

/* -- The plan ---------------------------------------------------------------- */

/* Days after the onset from which the back counts as strong. */
#define STRONG 300

static const YfDayItem *
find_item (YfDayPlan  *plan,
           const char *exercise)
{
  GPtrArray *items = yf_day_plan_get_items (plan);

  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      if (g_str_equal (yf_exercise_get_id (item->exercise), exercise))
        return item;
    }

  return NULL;
}

/* Each session is what the plan holds on its day, worked out from what the log had
 * until then. */
static void
assert_planned (Fixture *fixture,
                YfLog   *log,
                guint    step)
{
  guint n_followed = 0;

  for (guint i = log->sessions->len % step; i < log->sessions->len; i += step)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      YfDay day = yf_day_from_moment (session->started, session->utc_offset);
      gboolean weak = day < yf_profile_get_onset (log->profile) + STRONG;
      g_autoptr (YfProfile) profile = dup_profile_on (log, day, weak);
      g_autoptr (YfLog) before = yf_log_restrict (log, YF_DAY_NONE, day - 1);
      g_autoptr (YfToday) today = NULL;
      YfDayPlan *plan;

      for (guint j = 0; j < log->wishes->len; j++)
        {
          const YfWishRecord *wish = g_ptr_array_index (log->wishes, j);

          if (yf_day_from_moment (wish->at, wish->utc_offset) == day)
            g_ptr_array_add (before->wishes, yf_wish_record_copy (wish));
        }
      today = yf_today_new (before, fixture->catalogue, fixture->rules, profile, session->check_in, session->started);
      plan = yf_today_get_plan (today);

      if (day < TODAY)
        g_assert_cmpint (yf_day_plan_get_state (plan), ==, YF_DAY_DUE);
      g_assert_cmpuint (session->exercises->len, ==, yf_day_plan_get_items (plan)->len);
      for (guint j = 0; j < session->exercises->len; j++)
        {
          const YfExerciseRecord *record = g_ptr_array_index (session->exercises, j);
          const YfDayItem *item = find_item (plan, record->exercise);

          g_assert_nonnull (item);
          g_assert_true (yf_dose_equal (&item->dose, &record->planned));
        }

      g_assert_cmpstr (yf_today_get_programme_id (today), ==, yf_log_find_followed (log, session->id));
      n_followed += yf_log_find_followed (log, session->id) != NULL;
    }

  if (step == 1 && log->programmes->len > 0)
    g_assert_cmpuint (n_followed, ==, log->followed->len);
}

static void
test_plan (Fixture       *fixture,
           gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint32 seed = 0; seed < get_n_seeds (i, 2); seed++)
      {
        g_autoptr (YfLog) log = make_log (fixture, lengths[i], seed);

        assert_planned (fixture, log, lengths[i] > 365 ? 37 : lengths[i] > 120 ? 5 : 1);
      }
}

/* All that follows from the log is noted in it, with its day and its reason. */
static void
test_noted (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint32 seed = 0; seed < get_n_seeds (i, 1); seed++)
      {
        g_autoptr (YfLog) log = make_log (fixture, lengths[i], seed);
        const YfSessionRecord *last = g_ptr_array_index (log->sessions, log->sessions->len - 1);
        g_autoptr (YfToday) today = yf_today_new (log, fixture->catalogue, fixture->rules, log->profile, NULL,
                                                  last->ended + 30 * MINUTE);

        g_assert_true (yf_today_is_noted (today));
        for (guint j = 0; j < log->dose_changes->len; j++)
          {
            const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, j);
            YfExercise *exercise = yf_catalogue_find_exercise (fixture->catalogue, record->change->exercise);

            g_assert_cmpint (record->change->day, ==, yf_day_from_moment (record->at, record->utc_offset));
            g_assert_cmpint (record->withdrawn_at, ==, 0);
            g_assert_true (yf_dose_within (&record->change->to, yf_exercise_get_ceiling (exercise)));
            g_assert_cmpuint (record->change->evidence->len, >=, 1);
          }
      }
}

/* -- Times ------------------------------------------------------------------ */

typedef struct
{
  gint64 from;
  gint64 to;
} Span;

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *one = a;
  const Span *other = b;

  return (one->from > other->from) - (one->from < other->from);
}

static void
add_span (GArray *spans,
          gint64  from,
          gint64  to)
{
  const Span span = { from, to };

  g_assert_cmpint (from, <=, to);
  g_array_append_val (spans, span);
}

/* Each repetition after the one before, as long as its phases take, and the
 * session around them. */
static void
assert_session_times (Fixture         *fixture,
                      YfSessionRecord *session)
{
  gint64 at = session->started;

  g_assert_cmpint (session->ended, >=, session->started);
  g_assert_cmpint (session->ended - session->started, <, 50 * MINUTE);
  if (session->check_in != NULL)
    g_assert_cmpint (session->check_in_at, <, session->started);
  if (session->after != NULL)
    g_assert_cmpint (session->after->at, >, session->ended);
  g_assert_cmpint (session->morning == YF_MORNING_UNANSWERED, ==, session->morning_at == 0);

  for (guint i = 0; i < session->exercises->len; i++)
    {
      const YfExerciseRecord *record = g_ptr_array_index (session->exercises, i);
      YfExercise *exercise = yf_catalogue_find_exercise (fixture->catalogue, record->exercise);

      for (guint j = 0; j < record->reps->len; j++)
        {
          const YfRepetition *rep = g_ptr_array_index (record->reps, j);

          g_assert_cmpuint (rep->item, ==, i);
          g_assert_cmpint (rep->set, <=, record->planned.sets);
          g_assert_cmpint (rep->rep, <=, record->planned.reps);
          g_assert_cmpint (rep->side != YF_SIDE_NONE, ==, yf_exercise_get_two_sided (exercise));
          if (session->origin == YF_ORIGIN_ENTERED)
            {
              g_assert_cmpint (rep->started, ==, session->started);
              g_assert_cmpint (rep->ended, ==, session->started);
              continue;
            }

          g_assert_cmpint (rep->started, >=, at);
          g_assert_cmpint (rep->ended - rep->started, >=, record->planned.hold);
          if (yf_exercise_has_hold (exercise) && rep->counted_by == YF_COUNTING_PACE)
            g_assert_cmpint (rep->hold, ==, record->planned.hold);
          at = rep->ended;
        }
    }
  g_assert_cmpint (at, <=, session->ended);

  for (guint i = 0; i < session->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (session->stops, i);

      g_assert_cmpint (stop->at, >, session->started);
      g_assert_cmpint (stop->at, <=, session->ended);
      g_assert_nonnull (yf_session_record_get_stop_exercise (session, stop));
    }
}

static void
test_times (Fixture       *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint32 seed = 0; seed < get_n_seeds (i, 2); seed++)
      {
        g_autoptr (YfLog) log = make_log (fixture, lengths[i], seed);
        g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
        YfDay first;
        YfDay last;

        for (guint j = 0; j < log->sessions->len; j++)
          {
            YfSessionRecord *session = g_ptr_array_index (log->sessions, j);

            assert_session_times (fixture, session);
            add_span (spans, session->check_in != NULL ? session->check_in_at : session->started,
                      session->after != NULL ? session->after->at : session->ended);
            if (session->morning_at != 0)
              add_span (spans, session->morning_at, session->morning_at);
            if (j > 0)
              g_assert_cmpint (((YfSessionRecord *) g_ptr_array_index (log->sessions, j - 1))->started,
                               <, session->started);
          }
        for (guint j = 0; j < log->reliefs->len; j++)
          {
            const YfReliefRecord *record = g_ptr_array_index (log->reliefs, j);

            add_span (spans, record->started, record->ended);
          }
        for (guint j = 0; j < log->activities->len; j++)
          {
            const YfActivityRecord *record = g_ptr_array_index (log->activities, j);

            add_span (spans, record->at, record->at + record->minutes * MINUTE);
          }
        for (guint j = 0; j < log->check_ins->len; j++)
          {
            const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, j);

            add_span (spans, record->at, record->at);
          }
        for (guint j = 0; j < log->ratings->len; j++)
          {
            const YfFunctionRating *record = g_ptr_array_index (log->ratings, j);

            g_assert_cmpuint (record->scores->len, ==, 3);
            add_span (spans, record->at, record->at);
          }
        for (guint j = 0; j < log->edits->len; j++)
          {
            const YfEdit *record = g_ptr_array_index (log->edits, j);

            add_span (spans, record->at, record->at);
          }
        for (guint j = 0; j < log->dose_changes->len; j++)
          {
            const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, j);

            g_assert_cmpint (yf_day_from_real (record->at), <=, TODAY);
          }
        for (guint j = 0; j < log->flares->len; j++)
          add_span (spans, ((const YfFlareRecord *) g_ptr_array_index (log->flares, j))->at,
                    ((const YfFlareRecord *) g_ptr_array_index (log->flares, j))->at);
        for (guint j = 0; j < log->wishes->len; j++)
          add_span (spans, ((const YfWishRecord *) g_ptr_array_index (log->wishes, j))->at,
                    ((const YfWishRecord *) g_ptr_array_index (log->wishes, j))->at);
        for (guint j = 0; j < log->reminders->len; j++)
          {
            const YfReminderRecord *record = g_ptr_array_index (log->reminders, j);

            add_span (spans, record->at, MAX (record->answered_at, record->at));
            g_assert_cmpint (record->answer == YF_REMINDER_UNANSWERED, ==, record->answered_at == 0);
            g_assert_true (record->reason == YF_SKIP_UNSAID || record->answer == YF_REMINDER_NOT_TODAY);
            g_assert_cmpint (record->session != NULL, ==, record->kind == YF_REMINDER_MORNING);
          }
        for (guint j = 0; j < log->sitting_breaks->len; j++)
          {
            const YfBreakRecord *record = g_ptr_array_index (log->sitting_breaks, j);

            add_span (spans, record->at, MAX (record->answered_at, record->at + record->length));
            g_assert_cmpint (record->answer == YF_BREAK_UNANSWERED, ==, record->answered_at == 0);
            g_assert_true (record->reason == YF_SKIP_UNSAID || record->answer == YF_BREAK_SKIPPED);
            g_assert_cmpint (record->length, <=, 5 * MINUTE);
          }

        g_array_sort (spans, compare_spans);
        for (guint j = 1; j < spans->len; j++)
          g_assert_cmpint (g_array_index (spans, Span, j - 1).to, <=, g_array_index (spans, Span, j).from);

        /* Shanghai has been at the same offset all these years. */
        for (guint j = 0; j < spans->len; j++)
          {
            const Span *span = &g_array_index (spans, Span, j);

            g_assert_cmpint (yf_day_from_real (span->from), >, TODAY - lengths[i]);
            g_assert_cmpint (yf_day_from_real (span->to), <=, TODAY);
            if (yf_day_from_real (span->to) == TODAY)
              g_assert_cmpint (yf_minute_from_real (span->to), <, YF_DEMO_LAST_MINUTE);
          }

        g_assert_true (yf_log_get_extent (log, &first, &last));
        g_assert_cmpint (last, ==, TODAY);
        g_assert_cmpint (first, ==, TODAY - lengths[i] + 1);
      }
}

/* -- What is in it ---------------------------------------------------------- */

typedef struct
{
  int n_trained[YF_STAGE_MAINTENANCE + 1];
  int n_stops;
  int n_stopped;
  int n_cut;
  int n_worse;
  int n_unanswered;
  int n_notes;
  int n_flares;
  int n_flags;
  int n_swallow_stops;
  int longest_gap;
} Counts;

static Counts
count (YfLog *log)
{
  Counts counts = { { 0, }, };
  YfDay before = YF_DAY_NONE;

  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      YfDay day = yf_day_from_moment (session->started, session->utc_offset);

      counts.n_trained[yf_stage_reckon (log->profile, day)]++;
      counts.n_stops += (int) session->stops->len;
      counts.n_stopped += session->state == YF_RECORD_STOPPED;
      counts.n_cut += session->state == YF_RECORD_CUT;
      counts.n_worse += session->morning == YF_MORNING_WORSE;
      counts.n_unanswered += session->morning == YF_MORNING_UNANSWERED;
      counts.n_notes += session->after != NULL && session->after->note != NULL;
      if (before != YF_DAY_NONE)
        {
          g_assert_cmpint (day, >, before);
          counts.longest_gap = MAX (counts.longest_gap, day - before);
        }
      before = day;

      for (guint j = 0; j < session->stops->len; j++)
        {
          const YfStop *stop = g_ptr_array_index (session->stops, j);

          if (g_str_equal (yf_session_record_get_stop_exercise (session, stop), "modified-swallow"))
            {
              g_assert_cmpint (stop->phase, ==, YF_SEGMENT_HOLD);
              counts.n_swallow_stops++;
            }
        }

      /* No training on the day of a flare. */
      if (session->check_in != NULL)
        {
          g_assert_cmpint (yf_check_in_get_pain_back (session->check_in), <, 7);
          g_assert_cmpint (yf_check_in_get_pain_leg (session->check_in), <, 7);
        }
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      YfDay day = yf_day_from_moment (record->at, record->utc_offset);

      counts.n_flags += yf_check_in_get_n_flags (record->check_in) > 0;
      counts.n_flares += yf_check_in_get_pain_back (record->check_in) >= 7
                         && yf_stage_reckon (log->profile, day) >= YF_STAGE_RECOVERY;
    }

  return counts;
}

static void
test_one_day (Fixture       *fixture,
              gconstpointer  data)
{
  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (YfLog) log = make_log (fixture, 1, seed);
      const YfSessionRecord *session;

      g_assert_cmpuint (log->sessions->len, ==, 1);
      session = g_ptr_array_index (log->sessions, 0);
      g_assert_cmpint (session->state, ==, YF_RECORD_COMPLETED);
      g_assert_cmpuint (log->check_ins->len, ==, 0);
      g_assert_cmpuint (log->ratings->len, ==, 1);
      g_assert_cmpuint (log->functions->len, ==, 3);
      g_assert_cmpuint (log->schedules->len, ==, 1);
      g_assert_cmpuint (log->edits->len, ==, 0);
    }
}

static void
test_one_month (Fixture       *fixture,
                gconstpointer  data)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (YfLog) log = make_log (fixture, 30, seed);
      Counts counts = count (log);

      g_assert_cmpuint (log->sessions->len, >=, 6);
      g_assert_cmpuint (log->sessions->len, <=, 16);
      g_assert_cmpint (counts.n_flares, >=, 1);
      g_assert_cmpint (counts.n_flags, >=, 1);
      g_assert_cmpuint (log->ratings->len, ==, 3);
      g_assert_cmpuint (log->scores->len, ==, 1);
    }
}

static void
test_one_year (Fixture       *fixture,
               gconstpointer  data)
{
  int n_worse = 0;

  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (YfLog) log = make_log (fixture, 365, seed);
      Counts counts = count (log);
      const YfEdit *added;
      const YfEdit *corrected;
      YfSessionRecord *entered;

      /* Three to four a week, less flares and a week away now and then. */
      g_assert_cmpuint (log->sessions->len, >=, 120);
      g_assert_cmpuint (log->sessions->len, <=, 200);
      g_assert_cmpint (counts.n_trained[YF_STAGE_ACUTE], >=, 3);
      g_assert_cmpint (counts.n_trained[YF_STAGE_EASING], >=, 3);
      g_assert_cmpint (counts.n_trained[YF_STAGE_RECOVERY], >=, 15);
      g_assert_cmpint (counts.n_trained[YF_STAGE_MAINTENANCE], >=, 80);
      g_assert_cmpint (counts.n_flares, >=, 4);
      g_assert_cmpint (counts.n_flares, <=, 16);
      g_assert_cmpint (counts.n_stops, >=, 2);
      g_assert_cmpint (counts.n_stopped, >=, counts.n_stops);
      g_assert_cmpint (counts.n_unanswered, >=, 10);
      n_worse += counts.n_worse;
      g_assert_cmpint (counts.n_notes, >=, 1);
      g_assert_cmpint (counts.n_flags, >=, 4);
      g_assert_cmpint (counts.longest_gap, >=, 6);
      g_assert_cmpuint (log->reliefs->len, >=, 20);
      g_assert_cmpuint (log->activities->len, >=, 20);
      g_assert_cmpuint (log->ratings->len, >=, 20);
      g_assert_cmpuint (log->scores->len, >=, 4);
      g_assert_cmpuint (log->schedules->len, ==, 2);
      g_assert_cmpuint (log->programmes->len, ==, 2);
      g_assert_cmpuint (log->programme_choices->len, ==, 2);
      g_assert_cmpuint (log->followed->len, >=, 10);
      g_assert_cmpuint (log->dose_changes->len, >=, 20);
      g_assert_cmpuint (log->stage_changes->len, >=, 3);
      g_assert_cmpuint (log->reminders->len, >=, 50);
      g_assert_cmpuint (log->sitting_breaks->len, >=, 100);
      g_assert_cmpuint (yf_profile_get_clearances (log->profile)->len, ==, 2);
      g_assert_cmpuint (yf_profile_get_assessments (log->profile)->len, ==, 3);

      g_assert_cmpuint (log->edits->len, ==, 2);
      added = g_ptr_array_index (log->edits, 0);
      corrected = g_ptr_array_index (log->edits, 1);
      g_assert_null (added->old);
      entered = yf_log_find_session (log, added->new);
      g_assert_cmpint (entered->origin, ==, YF_ORIGIN_ENTERED);
      g_assert_cmpuint (log->old_sessions->len, ==, 1);
      g_assert_cmpstr (((YfSessionRecord *) g_ptr_array_index (log->old_sessions, 0))->id, ==, corrected->old);
      g_assert_nonnull (yf_log_find_session (log, corrected->new));
      g_assert_true (yf_log_find_edit (log, corrected->new) == corrected);
    }

  g_assert_cmpint (n_worse, >=, 10);
}

static void
test_five_years (Fixture       *fixture,
                 gconstpointer  data)
{
  gint64 before = g_get_monotonic_time ();
  g_autoptr (YfLog) log = make_log (fixture, 1826, SEED);
  gint64 took = g_get_monotonic_time () - before;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Counts counts = count (log);

  g_test_message ("five years in %" G_GINT64_FORMAT " ms: %u sessions, %d stops, %d cut, %d flares",
                  took / 1000, log->sessions->len, counts.n_stops, counts.n_cut, counts.n_flares);
  g_assert_cmpuint (log->sessions->len, >=, 650);
  g_assert_cmpuint (log->sessions->len, <=, 1050);
  g_assert_cmpint (counts.n_cut, >=, 1);
  g_assert_cmpint (counts.n_flares, >=, 20);
  g_assert_cmpint (counts.longest_gap, >=, 25);
  g_assert_cmpint (counts.n_swallow_stops, >=, 1);

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const char *id = ((YfSessionRecord *) g_ptr_array_index (log->sessions, i))->id;

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpint (id[14], ==, '4');
      g_assert_nonnull (strchr ("89ab", id[19]));
      g_assert_true (g_hash_table_add (ids, (gpointer) id));
    }
}

static void
test_longest (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (YfLog) log = make_log (fixture, YF_DEMO_MAX_DAYS, SEED);

  assert_permitted (fixture, log);
  g_assert_cmpuint (log->sessions->len, >=, 1200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, func) g_test_add ("/demo/" name, Fixture, NULL, set_up, func, tear_down)
  add ("deterministic", test_deterministic);
  add ("pinned", test_pinned);
  add ("rules", test_rules);
  add ("plan", test_plan);
  add ("noted", test_noted);
  add ("times", test_times);
  add ("one-day", test_one_day);
  add ("one-month", test_one_month);
  add ("one-year", test_one_year);
  add ("five-years", test_five_years);
  add ("longest", test_longest);

  return g_test_run ();
}
