/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "played-session.h"
#include "yf-today.h"

/*
 * Half a year of one person, from the onset of an episode to maintenance, lived
 * through the real code day by day: Today is worked out from the log, its changes
 * are noted, what is due is played on the fake clock and written down by the
 * journal, and the next morning is answered. What it must come to was reckoned
 * by hand, from clinical.md, sections 3 and 6.
 *
 *  5 Jan  an episode begins; nothing is open for 14 days
 * 10 Jan  treatment begins
 * 15 Jan  it has eased; 14 days since the onset are over on 19 Jan
 *  9 Feb  14 days since it eased and 30 of treatment: recovery
 *  6 Mar  it hurts in the second exercise
 * 12 Mar  a worse morning
 * 20 Mar  the person says that it is a flare
 *  9 Apr  a morning that is not answered
 * 13 Apr  a week away
 *  2 May  sixteen days away: a break, which is two weeks long on 15 May
 * 18 Jun  90 days since the flare: maintenance
 * 29 Jun  another flare ends it
 */

#define FIRST "2026-01-05"
#define LAST  "2026-07-05"

#define MORNING (8 * 60)
#define EVENING_MINUTE (19 * 60)

typedef struct
{
  char        *folder;
  YfStore     *store;
  YfCatalogue *catalogue;
  YfRules     *rules;
  YfFakeClock *clock;
  YfProfile   *profile;
  char        *last_session;  /* whose morning is to be answered */
  GString     *sessions;      /* the days, for the table below */
} Life;

/* -- Time ------------------------------------------------------------------ */

static YfDay
parse (const char *text)
{
  YfDay day = YF_DAY_NONE;

  g_assert_true (yf_day_parse (text, &day));

  return day;
}

static gint64
get_moment (YfDay day,
            int   minute)
{
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                                minute / 60, minute % 60, 0);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static gboolean
is_on (YfDay       day,
       const char *text)
{
  return day == parse (text);
}

static gboolean
is_between (YfDay       day,
            const char *from,
            const char *to)
{
  return day >= parse (from) && day <= parse (to);
}

/* -- What happens ---------------------------------------------------------- */

static gboolean
is_away (YfDay day)
{
  return is_between (day, "2026-04-13", "2026-04-19") || is_between (day, "2026-05-02", "2026-05-17");
}

static void
save_profile (Life *self)
{
  Waiter waiter = { NULL };

  yf_store_save_profile_async (self->store, self->profile, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
}

static void
declare_flare (Life  *self,
               YfDay  day)
{
  g_autoptr (YfFlareRecord) flare = yf_flare_record_new (get_moment (day, MORNING + 5));
  Waiter waiter = { NULL };

  yf_store_add_flare_async (self->store, flare, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
}

static void
answer_morning (Life  *self,
                YfDay  day)
{
  g_autofree char *session = g_steal_pointer (&self->last_session);
  Waiter waiter = { NULL };

  if (session == NULL || is_on (day, "2026-04-09"))
    return;

  yf_store_set_morning_async (self->store, session,
                              is_on (day, "2026-03-12") ? YF_MORNING_WORSE : YF_MORNING_SAME,
                              get_moment (day, MORNING), NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
}

static void
live_facts (Life  *self,
            YfDay  day)
{
  if (is_on (day, FIRST))
    yf_profile_set_onset (self->profile, day);
  else if (is_on (day, "2026-01-10"))
    yf_profile_set_treatment_start (self->profile, day);
  else if (is_on (day, "2026-01-15"))
    yf_profile_set_relief (self->profile, day);
  else if (is_on (day, "2026-03-20") || is_on (day, "2026-06-29"))
    return declare_flare (self, day);
  else
    return;

  save_profile (self);
}

/* -- A session ------------------------------------------------------------- */

static void
play (Life      *self,
      YfRoutine *routine,
      gboolean   hurts)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  YfAfter after = { 0, 2, 1, 3, NULL };
  Waiter waiter = { NULL };

  yf_check_in_set_pain_back (check_in, 2);
  yf_check_in_set_pain_leg (check_in, 1);
  self->last_session = play_session (self->store, self->clock, routine, check_in, hurts);

  after.at = yf_clock_get_real (YF_CLOCK (self->clock));
  yf_store_set_after_async (self->store, self->last_session, &after, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
}

/* -- A day ----------------------------------------------------------------- */

static YfToday *
look (Life  *self,
      YfDay  day,
      int    minute)
{
  g_autoptr (GError) error = NULL;
  YfToday *today = yf_today_new_from_store (self->store, self->catalogue, self->rules, get_moment (day, minute),
                                            &error);

  g_assert_no_error (error);
  g_assert_cmpint (yf_today_get_day (today), ==, day);

  return today;
}

static void
note (Life    *self,
      YfToday *today,
      gint64   now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfToday) again = NULL;
  Waiter waiter = { NULL };
  gboolean noted;

  yf_today_note_async (today, self->store, now, NULL, waiter_cb, &waiter);
  while (waiter.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  noted = yf_today_note_finish (self->store, waiter.result, &error);
  g_clear_object (&waiter.result);
  g_assert_no_error (error);
  g_assert_true (noted);

  again = yf_today_new_from_store (self->store, self->catalogue, self->rules, now, &error);
  g_assert_no_error (error);
  g_assert_true (yf_today_is_noted (again));
}

/* What no day may break, whatever it is. */
static void
assert_within_bounds (YfDayPlan *plan)
{
  GPtrArray *items = yf_day_plan_get_items (plan);
  YfStage stage = yf_day_plan_get_stage (plan);

  g_assert_cmpuint (items->len, <=, YF_DAY_PLAN_MAX_ITEMS);
  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      g_assert_true (yf_dose_within (&item->dose, yf_exercise_get_ceiling (item->exercise)));
      g_assert_true (yf_judgement_permits (item->judgement));
      if (stage == YF_STAGE_ACUTE || stage == YF_STAGE_EASING)
        g_assert_cmpint (yf_exercise_get_group (item->exercise), ==, YF_GROUP_BREATHING);
    }
  if (stage == YF_STAGE_ACUTE)
    g_assert_cmpuint (items->len, ==, 0);
}

static void
live_day (Life  *self,
          YfDay  day)
{
  g_autoptr (YfToday) today = NULL;
  YfDayPlan *plan;
  gint64 now = get_moment (day, EVENING_MINUTE);

  yf_fake_clock_set_real (self->clock, now);
  answer_morning (self, day);
  live_facts (self, day);

  today = look (self, day, EVENING_MINUTE);
  plan = yf_today_get_plan (today);
  assert_within_bounds (plan);
  g_assert_false (yf_today_is_done (today));
  g_assert_cmpint (yf_today_is_due (today, day), ==, yf_day_plan_get_state (plan) == YF_DAY_DUE);
  if (!yf_today_is_noted (today))
    note (self, today, now);

  if (yf_day_plan_get_state (plan) != YF_DAY_DUE || is_away (day))
    return;

  {
    g_autofree char *text = yf_day_to_string (day);
    g_autoptr (YfToday) evening = NULL;

    g_string_append_printf (self->sessions, "%s\n", text);
    play (self, yf_day_plan_get_routine (plan), is_on (day, "2026-03-06"));

    evening = look (self, day, EVENING_MINUTE + 120);
    g_assert_true (yf_today_is_done (evening));
    g_assert_false (yf_today_is_due (evening, day));
    g_assert_cmpint (yf_day_plan_get_state (yf_today_get_plan (evening)), ==, YF_DAY_DONE);
    if (!yf_today_is_noted (evening))
      note (self, evening, get_moment (day, EVENING_MINUTE + 120));
  }
}

/* -- What it came to ------------------------------------------------------- */

static const char * const weekdays[][3] = {
  { "2026-01-19", "2026-02-04", "mon tue wed" },  /* breathing alone */
  { "2026-02-09", "2026-03-18", "mon wed fri" },
  { "2026-03-23", "2026-04-10", "mon wed fri" },  /* the flare of Friday 20 March was the third day */
  { "2026-04-20", "2026-05-01", "mon wed fri" },
  { "2026-05-18", "2026-06-26", "mon wed fri" },
  { "2026-06-30", "2026-07-02", "tue thu" },      /* the flare of Monday 29 June was the first */
};

static char *
list_expected_days (void)
{
  static const char * const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  GString *days = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (weekdays); i++)
    for (YfDay day = parse (weekdays[i][0]); day <= parse (weekdays[i][1]); day++)
      if (strstr (weekdays[i][2], names[(day - 1) % 7]) != NULL)
        {
          g_autofree char *text = yf_day_to_string (day);

          g_string_append_printf (days, "%s\n", text);
        }

  return g_string_free (days, FALSE);
}

static const char stages[] =
  "2026-01-05 prevention acute\n"
  "2026-01-19 acute easing\n"
  "2026-02-09 easing recovery\n"
  "2026-06-18 recovery maintenance\n"
  "2026-06-29 maintenance recovery flare\n";

/* The first dose of the two bridges is 2 × 10 for 3 s, the most 3 × 15 for 5 s; of
 * the leg raise 1 × 10 for 10 s and of breathing 3 × 10 for 3 s are both. */
static const char * const doses[][2] = {
  { "five-point-support",
    "2026-02-14 good-sessions 2x10x4 3\n"   /*  9, 11, 13 Feb */
    "2026-02-21 good-sessions 2x10x5 3\n"
    "2026-02-28 good-sessions 2x11x5 3\n"
    "2026-03-06 pain-stop 2x10x5 1\n"
    "2026-03-12 worse-morning 2x10x4 1\n"
    "2026-03-19 good-sessions 2x10x5 3\n"   /* 13, 16, 18 Mar */
    "2026-03-28 good-sessions 2x11x5 3\n"   /* 23, 25, 27 Mar */
    "2026-04-04 good-sessions 2x12x5 3\n"
    "2026-04-21 good-sessions 2x13x5 3\n"   /*  6, 10, 20 Apr: nobody knows of the morning after the 8th */
    "2026-04-28 good-sessions 2x14x5 3\n"   /* 22, 24, 27 Apr */
    "2026-05-15 break 2x12x5 1\n"           /* last done on 1 May */
    "2026-05-23 good-sessions 2x13x5 3\n"
    "2026-05-30 good-sessions 2x14x5 3\n"
    "2026-06-06 good-sessions 2x15x5 3\n"
    "2026-06-13 good-sessions 3x15x5 3\n" },
  { "glute-bridge",
    "2026-02-14 good-sessions 2x10x4 3\n"
    "2026-02-21 good-sessions 2x10x5 3\n"
    "2026-02-28 good-sessions 2x11x5 3\n"
    "2026-03-10 good-sessions 2x12x5 3\n"   /*  2, 4, 9 Mar: not done on the 6th */
    "2026-03-12 worse-morning 2x11x5 1\n"
    "2026-03-19 good-sessions 2x12x5 3\n"
    "2026-03-28 good-sessions 2x13x5 3\n"
    "2026-04-04 good-sessions 2x14x5 3\n"
    "2026-04-21 good-sessions 2x15x5 3\n"
    "2026-04-28 good-sessions 3x15x5 3\n"
    "2026-05-15 break 2x14x5 1\n"
    "2026-05-23 good-sessions 2x15x5 3\n"
    "2026-05-30 good-sessions 3x15x5 3\n" },
  { "straight-leg-raise",
    "2026-03-12 worse-morning 1x9x10 1\n"
    "2026-03-19 good-sessions 1x10x10 3\n"
    "2026-05-15 break 1x9x10 1\n"
    "2026-05-23 good-sessions 1x10x10 3\n" },
  { "abdominal-breathing",
    "2026-03-12 worse-morning 2x10x3 1\n"
    "2026-03-19 good-sessions 3x10x3 3\n"
    "2026-05-15 break 2x10x3 1\n"
    "2026-05-23 good-sessions 3x10x3 3\n" },
};

static YfLog *
read_log (Life *self)
{
  g_autoptr (GError) error = NULL;
  YfLog *log = yf_store_dup_log (self->store, YF_DAY_NONE, YF_DAY_NONE, &error);

  g_assert_no_error (error);

  return log;
}

static char *
list_stages (YfLog *log)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);
      g_autofree char *day = yf_day_to_string (record->change.day);

      if (record->withdrawn_at == 0)
        g_string_append_printf (text, "%s %s %s%s\n", day, yf_stage_get_id (record->change.from),
                                yf_stage_get_id (record->change.to), record->change.after_flare ? " flare" : "");
    }

  return g_string_free (text, FALSE);
}

/* By day; the log has them in the order in which they were written down. */
static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  return (*(YfDoseChangeRecord * const *) a)->change->day - (*(YfDoseChangeRecord * const *) b)->change->day;
}

static char *
list_doses (YfLog      *log,
            const char *exercise,
            gboolean    withdrawn)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);

      if (g_str_equal (record->change->exercise, exercise) && (record->withdrawn_at != 0) == withdrawn)
        g_ptr_array_add (records, record);
    }
  g_ptr_array_sort (records, compare_records);

  for (guint i = 0; i < records->len; i++)
    {
      const YfDoseChange *change = ((YfDoseChangeRecord *) g_ptr_array_index (records, i))->change;
      g_autofree char *day = yf_day_to_string (change->day);

      g_string_append_printf (text, "%s %s %dx%dx%d %u\n", day, yf_dose_reason_get_id (change->reason),
                              change->to.sets, change->to.reps, (int) (change->to.hold / YF_SECOND),
                              change->evidence->len);
    }

  return g_string_free (text, FALSE);
}

/* Every change rests on sessions of the log, stays within its bounds, and was
 * written down on its own day. */
static void
assert_changes_rest_on_log (Life  *self,
                            YfLog *log)
{
  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);
      const YfDoseChange *change = record->change;
      YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, change->exercise);

      g_assert_true (yf_dose_within (&change->to, yf_exercise_get_ceiling (exercise)));
      g_assert_cmpint (yf_day_from_moment (record->at, record->utc_offset), ==, change->day);
      g_assert_cmpuint (change->evidence->len, >, 0);
      for (guint j = 0; j < change->evidence->len; j++)
        {
          const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, j);
          YfSessionRecord *session = yf_log_find_session (log, evidence->entry);

          g_assert_nonnull (session);
          g_assert_cmpint (yf_day_from_moment (session->started, session->utc_offset), ==, evidence->day);
        }
    }

  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);

      g_assert_cmpint (yf_day_from_moment (record->at, record->utc_offset), ==, record->change.day);
    }
}

static void
assert_all_as_reckoned (Life  *self,
                        YfLog *log)
{
  g_autofree char *expected_days = list_expected_days ();
  g_autofree char *noted_stages = list_stages (log);

  g_assert_cmpstr (self->sessions->str, ==, expected_days);
  g_assert_cmpstr (noted_stages, ==, stages);
  for (gsize i = 0; i < G_N_ELEMENTS (doses); i++)
    {
      g_autofree char *noted = list_doses (log, doses[i][0], FALSE);
      g_autofree char *withdrawn = list_doses (log, doses[i][0], TRUE);

      g_assert_cmpstr (noted, ==, doses[i][1]);
      g_assert_cmpstr (withdrawn, ==, "");
    }
  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);
      gboolean known = FALSE;

      for (gsize j = 0; j < G_N_ELEMENTS (doses); j++)
        known = known || g_str_equal (record->change->exercise, doses[j][0]);
      g_assert_true (known);
    }
}

/* The week as the page would have shown it on some days. */
static void
assert_weeks (Life *self)
{
  static const struct
  {
    const char *day;
    const char *week;
    int         kept;
    gboolean    symptomatic;
  } cases[] = {
    { "2026-01-18", "open open open open open open open", 0, TRUE },
    { "2026-01-25", "kept kept kept open open open open", 3, TRUE },
    { "2026-02-22", "kept open kept open kept open open", 3, FALSE },
    { "2026-03-22", "kept open kept open flare open open", 3, TRUE },
    { "2026-03-26", "kept open kept open planned open open", 2, TRUE },
    { "2026-03-27", "kept open kept open kept open open", 3, FALSE },
    { "2026-04-16", "open open open due open planned open", 0, FALSE },
    { "2026-05-15", "open open open open due open planned", 0, FALSE },
    { "2026-07-05", "flare kept open kept open open open", 3, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfToday) today = look (self, parse (cases[i].day), EVENING_MINUTE);
      const YfWeekPlan *week = yf_today_get_week (today);
      g_autoptr (GString) text = g_string_new (NULL);

      for (int j = 0; j < 7; j++)
        g_string_append_printf (text, "%s%s", j > 0 ? " " : "", yf_week_day_state_get_id (week->days[j]));
      g_assert_cmpstr (text->str, ==, cases[i].week);
      g_assert_cmpint (week->n_kept, ==, cases[i].kept);
      g_assert_cmpint (week->intended, ==, 3);
      g_assert_cmpint (yf_today_is_symptomatic (today), ==, cases[i].symptomatic);
    }
}

/* -- A correction ---------------------------------------------------------- */

static YfSessionRecord *
find_session_of (YfLog *log,
                 YfDay  day)
{
  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      if (yf_day_from_moment (session->started, session->utc_offset) == day)
        return session;
    }

  g_assert_not_reached ();
}

static YfSessionRecord *
copy_session (YfSessionRecord *session)
{
  g_autofree char *id = g_uuid_string_random ();
  YfSessionRecord *copy = yf_session_record_new (id, session->started, session->utc_offset);

  copy->ended = session->ended;
  copy->state = session->state;
  copy->origin = session->origin;
  copy->check_in = yf_check_in_copy (session->check_in);
  copy->check_in_at = session->check_in_at;
  copy->after = yf_after_copy (session->after);
  copy->morning = session->morning;
  copy->morning_at = session->morning_at;
  for (guint i = 0; i < session->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, i);
      YfExerciseRecord *same;

      yf_session_record_add_exercise (copy, exercise->exercise, &exercise->planned, exercise->state);
      same = g_ptr_array_index (copy->exercises, i);
      for (guint j = 0; j < exercise->reps->len; j++)
        g_ptr_array_add (same->reps, yf_repetition_copy (g_ptr_array_index (exercise->reps, j)));
    }

  return copy;
}

/* The session of 11 Feb was harder than was said: an effort of 8. So the row begins
 * anew on 13 Feb, and everything up to the stop of 6 Mar follows later. */
static void
assert_correction_is_followed (Life *self)
{
  g_autoptr (YfLog) before = read_log (self);
  g_autoptr (YfLog) after = NULL;
  g_autoptr (YfToday) today = NULL;
  g_autoptr (YfSessionRecord) corrected = NULL;
  g_autofree char *withdrawn = NULL;
  g_autofree char *stands = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *noted_stages = NULL;
  YfSessionRecord *session = find_session_of (before, parse ("2026-02-11"));
  gint64 now = get_moment (parse (LAST), EVENING_MINUTE + 60);
  Waiter waiter = { NULL };

  corrected = copy_session (session);
  corrected->after->effort = 8;
  yf_store_edit_async (self->store, YF_ENTRY_SESSION, session->id, corrected, now, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);

  today = look (self, parse (LAST), EVENING_MINUTE + 61);
  g_assert_false (yf_today_is_noted (today));
  note (self, today, now);

  after = read_log (self);
  g_assert_cmpuint (after->dose_changes->len, >, before->dose_changes->len);
  for (guint i = 0; i < before->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *was = g_ptr_array_index (before->dose_changes, i);
      gboolean found = FALSE;

      for (guint j = 0; j < after->dose_changes->len && !found; j++)
        {
          const YfDoseChangeRecord *is = g_ptr_array_index (after->dose_changes, j);

          found = g_str_equal (is->id, was->id);
          g_assert_true (!found || is->withdrawn_at == 0 || is->withdrawn_at == now);
        }
      g_assert_true (found);
    }

  withdrawn = list_doses (after, "five-point-support", TRUE);
  g_assert_cmpstr (withdrawn, ==,
                   "2026-02-14 good-sessions 2x10x4 3\n"
                   "2026-02-21 good-sessions 2x10x5 3\n"
                   "2026-02-28 good-sessions 2x11x5 3\n");
  expected = g_strconcat ("2026-02-19 good-sessions 2x10x4 3\n"   /* 13, 16, 18 Feb */
                          "2026-02-26 good-sessions 2x10x5 3\n"   /* 20, 23, 25 Feb */
                          "2026-03-05 good-sessions 2x11x5 3\n",  /* 27 Feb, 2, 4 Mar */
                          strstr (doses[0][1], "2026-03-06"), NULL);
  stands = list_doses (after, "five-point-support", FALSE);
  g_assert_cmpstr (stands, ==, expected);
  noted_stages = list_stages (after);
  g_assert_cmpstr (noted_stages, ==, stages);
}

static void
life_clear (Life *self)
{
  yf_store_close (self->store);
  g_object_unref (self->store);
  g_object_unref (self->clock);
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  yf_profile_free (self->profile);
  g_free (self->last_session);
  g_string_free (self->sessions, TRUE);
  remove_folder (self->folder);
}

static void
test_half_year (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = NULL;
  Life self = { NULL, };

  self.folder = make_folder ();
  self.store = open_store (self.folder);
  self.catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  self.rules = yf_rules_new_builtin (self.catalogue, &error);
  g_assert_no_error (error);
  self.clock = yf_fake_clock_new (get_moment (parse (FIRST), EVENING_MINUTE));
  self.profile = yf_profile_new ();
  self.sessions = g_string_new (NULL);
  yf_profile_set_born (self.profile, 1960);

  for (YfDay day = parse (FIRST); day <= parse (LAST); day++)
    live_day (&self, day);

  log = read_log (&self);
  assert_all_as_reckoned (&self, log);
  assert_changes_rest_on_log (&self, log);
  assert_weeks (&self);
  assert_correction_is_followed (&self);

  life_clear (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/half-year", test_half_year);

  return g_test_run ();
}
