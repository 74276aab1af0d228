/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo-fixture.h"

#include "yf-today.h"

/* The made-up patient, held to the rules that a living one is held to. */

#define MINUTE (60 * YF_SECOND)

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
assert_permitted (DemoFixture *fixture,
                  YfLog       *log)
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
assert_reliefs_permitted (DemoFixture *fixture,
                          YfLog       *log)
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
test_rules (DemoFixture   *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < DEMO_FIXTURE_N_LENGTHS; i++)
    for (guint32 seed = 0; seed < demo_fixture_get_n_seeds (i, 2); seed++)
      {
        g_autoptr (YfLog) log = demo_fixture_make_log (fixture, demo_fixture_lengths[i], seed);
        g_autoptr (GError) error = NULL;

        g_assert_true (yf_profile_check (log->profile, fixture->catalogue, DEMO_FIXTURE_TODAY, &error));
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
assert_planned (DemoFixture *fixture,
                YfLog       *log,
                guint        step)
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

      if (day < DEMO_FIXTURE_TODAY)
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
test_plan (DemoFixture   *fixture,
           gconstpointer  data)
{
  for (gsize i = 0; i < DEMO_FIXTURE_N_LENGTHS; i++)
    for (guint32 seed = 0; seed < demo_fixture_get_n_seeds (i, 2); seed++)
      {
        g_autoptr (YfLog) log = demo_fixture_make_log (fixture, demo_fixture_lengths[i], seed);

        assert_planned (fixture, log, demo_fixture_lengths[i] > 365 ? 37 : demo_fixture_lengths[i] > 120 ? 5 : 1);
      }
}

/* All that follows from the log is noted in it, with its day and its reason. */
static void
test_noted (DemoFixture   *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < DEMO_FIXTURE_N_LENGTHS; i++)
    for (guint32 seed = 0; seed < demo_fixture_get_n_seeds (i, 1); seed++)
      {
        g_autoptr (YfLog) log = demo_fixture_make_log (fixture, demo_fixture_lengths[i], seed);
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
assert_session_times (DemoFixture     *fixture,
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
test_times (DemoFixture   *fixture,
            gconstpointer  data)
{
  for (gsize i = 0; i < DEMO_FIXTURE_N_LENGTHS; i++)
    for (guint32 seed = 0; seed < demo_fixture_get_n_seeds (i, 2); seed++)
      {
        g_autoptr (YfLog) log = demo_fixture_make_log (fixture, demo_fixture_lengths[i], seed);
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

            g_assert_cmpint (yf_day_from_real (record->at), <=, DEMO_FIXTURE_TODAY);
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

            g_assert_cmpint (yf_day_from_real (span->from), >, DEMO_FIXTURE_TODAY - demo_fixture_lengths[i]);
            g_assert_cmpint (yf_day_from_real (span->to), <=, DEMO_FIXTURE_TODAY);
            if (yf_day_from_real (span->to) == DEMO_FIXTURE_TODAY)
              g_assert_cmpint (yf_minute_from_real (span->to), <, YF_DEMO_LAST_MINUTE);
          }

        g_assert_true (yf_log_get_extent (log, &first, &last));
        g_assert_cmpint (last, ==, DEMO_FIXTURE_TODAY);
        g_assert_cmpint (first, ==, DEMO_FIXTURE_TODAY - demo_fixture_lengths[i] + 1);
      }
}

static void
test_longest (DemoFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (YfLog) log = demo_fixture_make_log (fixture, YF_DEMO_MAX_DAYS, DEMO_FIXTURE_SEED);

  assert_permitted (fixture, log);
  g_assert_cmpuint (log->sessions->len, >=, 1200);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  demo_fixture_add ("rules", test_rules);
  demo_fixture_add ("plan", test_plan);
  demo_fixture_add ("noted", test_noted);
  demo_fixture_add ("times", test_times);
  demo_fixture_add ("longest", test_longest);

  return g_test_run ();
}
