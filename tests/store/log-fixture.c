/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-fixture.h"

#include "day-fixture.h"

/* Whole logs: told in words, every field of them, so that two can be compared,
 * and a store in which every table has something. */

static char *
describe_moment (gint64 at,
                 gint32 utc_offset)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT "%+d", at, utc_offset);
}

static void
append_day (GString    *text,
            const char *name,
            YfDay       day)
{
  g_autofree char *known = yf_day_is_known (day) ? yf_day_to_string (day) : NULL;

  g_string_append_printf (text, " %s %s", name,
                          known != NULL ? known : day == YF_DAY_NONE ? "none" : "unknown");
}

static void
append_profile (GString         *text,
                const YfProfile *profile)
{
  g_autofree char *conditions = NULL;
  GPtrArray *clearances;
  GPtrArray *assessments;

  if (profile == NULL)
    {
      g_string_append (text, "no profile\n");
      return;
    }

  conditions = g_strjoinv (",", (char **) yf_profile_get_conditions (profile));
  g_string_append_printf (text, "profile %s born %d diagnosis %s conditions %s minute %d back %s "
                          "relaxants %d", yf_profile_get_name (profile),
                          yf_profile_get_born (profile), yf_profile_get_diagnosis (profile),
                          conditions, yf_profile_get_onset_minute (profile),
                          yf_back_strength_get_id (yf_profile_get_back_strength (profile)),
                          yf_profile_get_muscle_relaxants (profile));
  append_day (text, "onset", yf_profile_get_onset (profile));
  append_day (text, "relief", yf_profile_get_relief (profile));
  append_day (text, "treatment", yf_profile_get_treatment_start (profile));
  append_day (text, "surgery", yf_profile_get_surgery (profile));
  append_day (text, "birth", yf_profile_get_birth (profile));
  g_string_append_c (text, '\n');

  clearances = yf_profile_get_clearances (profile);
  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      g_autofree char *given_for = NULL;
      g_autofree char *exercises = NULL;

      given_for = g_strjoinv (",", (char **) yf_clearance_get_conditions (clearance));
      exercises = g_strjoinv (",", (char **) yf_clearance_get_exercises (clearance));
      g_string_append_printf (text, "clearance %s for %s to do %s",
                              yf_clearance_get_clinician (clearance), given_for, exercises);
      append_day (text, "from", yf_clearance_get_date (clearance));
      append_day (text, "until", yf_clearance_get_until (clearance));
      g_string_append_c (text, '\n');
    }

  assessments = yf_profile_get_assessments (profile);
  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);

      g_string_append_printf (text, "assessment %s by %s", yf_assessment_get_flag (assessment),
                              yf_assessment_get_clinician (assessment));
      append_day (text, "on", yf_assessment_get_date (assessment));
      g_string_append_c (text, '\n');
    }
}

/* What versions 3 and 4 added to a session, or nothing. */
char *
describe_answers (const YfSessionRecord *record)
{
  GString *text = g_string_new (NULL);

  if (record->origin != YF_ORIGIN_RECORDED)
    g_string_append_printf (text, "origin %s\n", yf_origin_get_id (record->origin));
  if (record->after != NULL)
    g_string_append_printf (text, "after at %" G_GINT64_FORMAT " back %d leg %d effort %d note %s\n",
                            record->after->at, record->after->pain_back, record->after->pain_leg,
                            record->after->effort,
                            record->after->note != NULL ? record->after->note : "-");
  if (record->morning != YF_MORNING_UNANSWERED)
    g_string_append_printf (text, "morning %s at %" G_GINT64_FORMAT "\n",
                            yf_morning_get_id (record->morning), record->morning_at);
  for (guint i = 0; i < record->breaks->len; i++)
    {
      const YfBreak *one = g_ptr_array_index (record->breaks, i);

      g_string_append_printf (text, "break from %" G_GINT64_FORMAT " to %" G_GINT64_FORMAT "\n",
                              one->from, one->to);
    }
  for (guint i = 0; i < record->adjustments->len; i++)
    {
      const YfAdjustment *one = g_ptr_array_index (record->adjustments, i);

      g_string_append_printf (text, "adjusted at %" G_GINT64_FORMAT " item %u to %dx%d hold %"
                              G_GINT64_FORMAT " tempo %d rests %" G_GINT64_FORMAT " %"
                              G_GINT64_FORMAT "\n", one->at, one->item, one->dose.sets,
                              one->dose.reps, one->dose.hold, one->pace.tempo,
                              one->pace.rep_rest, one->pace.set_rest);
    }

  return g_string_free (text, FALSE);
}

static void
append_sessions (GString    *text,
                 const char *title,
                 GPtrArray  *sessions)
{
  for (guint i = 0; i < sessions->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (sessions, i);
      g_autofree char *session = describe_session (record);
      g_autofree char *answers = describe_answers (record);

      g_string_append_printf (text, "%s %scheck-in at %" G_GINT64_FORMAT "\n%s", title, session,
                              record->check_in_at, answers);
    }
}

static void
append_check_ins (GString    *text,
                  const char *title,
                  GPtrArray  *check_ins)
{
  for (guint i = 0; i < check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (check_ins, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);
      g_autofree char *answers = describe_check_in (record->check_in);

      g_string_append_printf (text, "%s %s at %s %s", title, record->id, at, answers);
    }
}

static void
append_reliefs (GString    *text,
                const char *title,
                GPtrArray  *reliefs)
{
  for (guint i = 0; i < reliefs->len; i++)
    {
      const YfReliefRecord *record = g_ptr_array_index (reliefs, i);
      g_autofree char *started = describe_moment (record->started, record->utc_offset);

      g_string_append_printf (text, "%s %s %s from %s to %" G_GINT64_FORMAT " %s\n", title,
                              record->id, record->kind, started, record->ended,
                              yf_record_state_get_id (record->state));
    }
}

static void
append_activities (GString    *text,
                   const char *title,
                   GPtrArray  *activities)
{
  for (guint i = 0; i < activities->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (activities, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "%s %s %s at %s for %d\n", title, record->id,
                              yf_activity_kind_get_id (record->kind), at, record->minutes);
    }
}

static void
append_ratings (GString    *text,
                const char *title,
                GPtrArray  *ratings)
{
  for (guint i = 0; i < ratings->len; i++)
    {
      const YfFunctionRating *record = g_ptr_array_index (ratings, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "%s %s at %s", title, record->id, at);
      for (guint j = 0; j < record->scores->len; j++)
        {
          const YfFunctionScore *score = g_ptr_array_index (record->scores, j);

          g_string_append_printf (text, " %s=%d", score->activity, score->score);
        }
      g_string_append_c (text, '\n');
    }
}

static void
append_scores (GString    *text,
               const char *title,
               GPtrArray  *scores)
{
  for (guint i = 0; i < scores->len; i++)
    {
      const YfClinicScore *record = g_ptr_array_index (scores, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "%s %s %s %d at %s", title, record->id,
                              yf_clinic_scale_get_id (record->scale), record->total, at);
      append_day (text, "day", record->day);
      g_string_append_c (text, '\n');
    }
}

static void
append_followed (GString *text,
                 YfLog   *log)
{
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *record = g_ptr_array_index (log->functions, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "function %s %s from %s to %" G_GINT64_FORMAT "\n", record->id,
                              record->name, at, record->retired);
    }
  for (guint i = 0; i < log->schedules->len; i++)
    {
      const YfScheduleRecord *record = g_ptr_array_index (log->schedules, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "schedule %s at %s %d\n", record->id, at, record->days_a_week);
    }
}

static void
append_edits (GString *text,
              YfLog   *log)
{
  for (guint i = 0; i < log->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (log->edits, i);
      g_autofree char *at = describe_moment (edit->at, edit->utc_offset);

      g_string_append_printf (text, "edit %s of a %s at %s old %s new %s\n", edit->id,
                              yf_entry_kind_get_id (edit->kind), at,
                              edit->old != NULL ? edit->old : "-",
                              edit->new != NULL ? edit->new : "-");
    }
}

static void
append_programmes (GString *text,
                   YfLog   *log)
{
  for (guint i = 0; i < log->programmes->len; i++)
    {
      const YfProgrammeRecord *record = g_ptr_array_index (log->programmes, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "programme %s at %s valid %d to %d %s\n", record->id, at, record->from,
                              record->until, record->xml);
    }
  for (guint i = 0; i < log->programme_choices->len; i++)
    {
      const YfProgrammeChoice *choice = g_ptr_array_index (log->programme_choices, i);
      g_autofree char *at = describe_moment (choice->at, choice->utc_offset);

      g_string_append_printf (text, "choice %s at %s of %s\n", choice->id, at,
                              choice->programme != NULL ? choice->programme : "none");
    }
  for (guint i = 0; i < log->followed->len; i++)
    {
      const YfProgrammeFollowed *followed = g_ptr_array_index (log->followed, i);

      g_string_append_printf (text, "%s followed %s\n", followed->session, followed->programme);
    }
}

/* What versions 3 to 6 have tables for, in a log of any version. */
char *
describe_measures (YfLog *log)
{
  GString *text = g_string_new (NULL);

  append_check_ins (text, "check-in", log->check_ins);
  append_check_ins (text, "old check-in", log->old_check_ins);
  append_ratings (text, "rating", log->ratings);
  append_ratings (text, "old rating", log->old_ratings);
  append_scores (text, "score", log->scores);
  append_scores (text, "old score", log->old_scores);
  append_followed (text, log);
  append_edits (text, log);
  append_programmes (text, log);
  describe_days (text, log);

  return g_string_free (text, FALSE);
}

/* Every field of a log. */
char *
describe_log (YfLog *log)
{
  GString *text = g_string_new (NULL);
  g_autofree char *measures = describe_measures (log);

  append_day (text, "from", log->from);
  append_day (text, "to", log->to);
  g_string_append_c (text, '\n');
  append_profile (text, log->profile);
  append_sessions (text, "session", log->sessions);
  append_sessions (text, "old session", log->old_sessions);
  append_reliefs (text, "relief", log->reliefs);
  append_reliefs (text, "old relief", log->old_reliefs);
  append_activities (text, "activity", log->activities);
  append_activities (text, "old activity", log->old_activities);
  g_string_append (text, measures);

  for (guint i = 0; i < log->own_exercises->len; i++)
    {
      const YfOwnExerciseRecord *record = g_ptr_array_index (log->own_exercises, i);
      g_autofree char *created = describe_moment (record->created, record->utc_offset);

      g_string_append_printf (text, "own %s from %s retired %d %s\n", record->id, created,
                              record->retired, record->xml);
    }
  for (guint i = 0; i < log->consents->len; i++)
    {
      const YfConsentRecord *record = g_ptr_array_index (log->consents, i);
      g_autofree char *at = describe_moment (record->at, record->utc_offset);

      g_string_append_printf (text, "consent %d at %s\n", record->version, at);
    }

  return g_string_free (text, FALSE);
}

YfLog *
read_log (YfStore *store)
{
  g_autoptr (GError) error = NULL;
  YfLog *log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, &error);

  g_assert_no_error (error);

  return log;
}

/* A session that is over, with everything that one can have. */
YfSessionRecord *
make_whole_session (gint64 started,
                    int    n_reps)
{
  const YfStop stop = {
    .at = started + 1, .item = 1, .side = YF_SIDE_LEFT, .set = 2, .rep = 3,
    .phase = YF_SEGMENT_LOWER, .pain = 6, .site = (char *) "leg",
  };
  const YfAfter after = {
    .at = started + 900 * (gint64) YF_SECOND, .pain_back = 2, .pain_leg = YF_PAIN_UNANSWERED,
    .effort = 5, .note = (char *) "比昨天好, “better”\nthan yesterday",
  };
  YfSessionRecord *record = make_session (started, 2);

  record->state = YF_RECORD_STOPPED;
  record->ended = started + 800 * (gint64) YF_SECOND;
  record->check_in = yf_check_in_new ();
  record->check_in_at = started - 60 * (gint64) YF_SECOND;
  yf_check_in_set_pain_back (record->check_in, 4);
  yf_check_in_set_moved (record->check_in, YF_MOVED_UP);
  yf_check_in_set_flag (record->check_in, "radiating", TRUE, 3);
  yf_check_in_set_flag (record->check_in, "numbness", TRUE, YF_DAYS_UNSAID);
  record->after = yf_after_copy (&after);
  record->morning = YF_MORNING_WORSE;
  record->morning_at = started + 12 * 3600 * (gint64) YF_SECOND;

  for (guint i = 0; i < record->exercises->len; i++)
    {
      YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      exercise->state = i == 0 ? YF_RECORD_COMPLETED : YF_RECORD_STOPPED;
      for (int j = 0; j < n_reps; j++)
        {
          YfRepetition rep = make_rep (j);

          rep.item = i;
          rep.side = i == 0 ? YF_SIDE_NONE : YF_SIDE_RIGHT;
          rep.counted_by = i == 0 ? YF_COUNTING_PACE : YF_COUNTING_TAP;
          g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
        }
    }
  g_ptr_array_add (record->stops, yf_stop_copy (&stop));

  return record;
}

static void
edit (YfStore       *store,
      YfEntryKind    kind,
      const char    *old,
      gconstpointer  entry)
{
  static gint64 at = EVENING;
  Waiter waiter = { NULL };

  /* No two at once, so that their order is told by their time. */
  at++;
  yf_store_edit_async (store, kind, old, entry, at, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

static void
fill_profile (YfStore *store)
{
  static const char * const conditions[] = { "pregnancy", NULL };
  static const char * const exercises[] = { "*", NULL };
  const YfDay day = yf_day_from_real (EVENING);
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfClearance) clearance = NULL;
  g_autoptr (YfAssessment) assessment = NULL;
  Waiter waiter = { NULL };

  clearance = yf_clearance_new ("李医生", day - 3, conditions, exercises, day + 30);
  assessment = yf_assessment_new ("radiating", "Dr O'Neil", day - 2);
  yf_profile_set_name (profile, "王小燕");
  yf_profile_set_born (profile, 1961);
  yf_profile_set_diagnosis (profile, "L4/L5, 'left'");
  yf_profile_set_condition (profile, "pregnancy", TRUE);
  yf_profile_set_onset (profile, day - 10);
  yf_profile_set_onset_minute (profile, 0);
  yf_profile_set_relief (profile, YF_DAY_UNKNOWN);
  yf_profile_set_muscle_relaxants (profile, TRUE);
  yf_profile_add_clearance (profile, clearance);
  yf_profile_add_assessment (profile, assessment);
  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

static void
fill_measures (YfStore *store)
{
  g_autoptr (YfFunctionActivity) stairs = yf_function_activity_new ("爬楼梯", EVENING);
  g_autoptr (YfFunctionActivity) shoes = yf_function_activity_new ("Tie 'shoes'", EVENING);
  g_autoptr (YfFunctionRating) rating = yf_function_rating_new (EVENING);
  g_autoptr (YfFunctionRating) better = yf_function_rating_new (EVENING + 1);
  g_autoptr (YfClinicScore) odi = NULL;
  g_autoptr (YfClinicScore) rmdq = NULL;
  g_autoptr (YfScheduleRecord) first = yf_schedule_record_new (3, EVENING);
  g_autoptr (YfScheduleRecord) second = yf_schedule_record_new (7, EVENING + 1);
  const YfDay day = yf_day_from_real (EVENING);
  Waiter waiter = { NULL };

  yf_store_add_function_async (store, stairs, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_function_async (store, shoes, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_function_rating_add_score (rating, shoes->id, 0);
  yf_function_rating_add_score (rating, stairs->id, 10);
  yf_store_add_rating_async (store, rating, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_function_rating_add_score (better, shoes->id, 4);
  edit (store, YF_ENTRY_RATING, rating->id, better);
  yf_store_retire_function_async (store, shoes->id, EVENING + 5, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  odi = yf_clinic_score_new (YF_CLINIC_ODI, day - 5, 100, EVENING);
  rmdq = yf_clinic_score_new (YF_CLINIC_RMDQ, day - 6, 24, EVENING);
  yf_store_add_score_async (store, odi, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_score_async (store, rmdq, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  edit (store, YF_ENTRY_SCORE, odi->id, NULL);

  yf_store_set_schedule_async (store, first, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_set_schedule_async (store, second, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

/* Relief, activities, lone check-ins: one that counts, and one that does not. */
static void
fill_others (YfStore *store)
{
  g_autoptr (YfCheckIn) answers = yf_check_in_new ();
  g_autoptr (YfCheckInRecord) first = yf_check_in_record_new (answers, EVENING);
  g_autoptr (YfCheckInRecord) second = NULL;
  g_autoptr (YfReliefRecord) cold = yf_relief_record_new ("cold", EVENING);
  g_autoptr (YfReliefRecord) heat = yf_relief_record_new ("heat", EVENING);
  g_autoptr (YfActivityRecord) walk = yf_activity_record_new (YF_ACTIVITY_WALKING, EVENING, 30);
  g_autoptr (YfActivityRecord) swim = yf_activity_record_new (YF_ACTIVITY_SWIMMING, EVENING, 45);

  yf_check_in_set_flag (answers, "numbness", TRUE, 1);
  second = yf_check_in_record_new (answers, EVENING + 1);
  edit (store, YF_ENTRY_CHECK_IN, NULL, first);
  edit (store, YF_ENTRY_CHECK_IN, first->id, second);

  cold->ended = EVENING + 900 * (gint64) YF_SECOND;
  cold->state = YF_RECORD_COMPLETED;
  heat->ended = EVENING + 60 * (gint64) YF_SECOND;
  heat->state = YF_RECORD_STOPPED;
  edit (store, YF_ENTRY_RELIEF, NULL, cold);
  edit (store, YF_ENTRY_RELIEF, cold->id, heat);

  edit (store, YF_ENTRY_ACTIVITY, NULL, walk);
  edit (store, YF_ENTRY_ACTIVITY, walk->id, swim);
}

/* Two versions, of which the first is in force on that evening and the second later,
 * until there is none. */
static void
fill_programmes (YfStore *store)
{
  for (int i = 0; i < 2; i++)
    {
      const YfProgrammeRecord record = {
        .id = (char *) (i == 0 ? "6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1301" : "6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1302"),
        .at = EVENING + (i == 0 ? -1000 : 1000) * (gint64) YF_SECOND,
        .utc_offset = 28800,
        .from = yf_day_from_real (EVENING) - 30,
        .until = i == 0 ? YF_DAY_NONE : yf_day_from_real (EVENING) + 30,
        .xml = (char *) (i == 0 ? "<programme name=\"x\" clinician=\"赵医生\"><note>一</note><pain/></programme>"
                               : "<programme name=\"'2'\" clinician=\"y\"></programme>"),
      };
      Waiter waiter = { NULL };

      yf_store_install_programme_async (store, &record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      if (i == 0)
        continue;

      yf_store_choose_programme_async (store, NULL, record.at + 1, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
}

/* Puts something in every table, some of it corrected or taken out. */
void
fill_every_table (YfStore *store)
{
  g_autoptr (YfSessionRecord) recorded = make_whole_session (EVENING, 12);
  g_autoptr (YfSessionRecord) missed = make_whole_session (EVENING - YF_SECOND, 3);
  g_autoptr (YfSessionRecord) corrected = make_whole_session (EVENING, 11);
  g_autoptr (YfOwnExerciseRecord) own = NULL;
  g_autoptr (YfOwnExerciseRecord) newer = NULL;
  Waiter waiter = { NULL };

  fill_profile (store);
  fill_programmes (store);
  missed->origin = YF_ORIGIN_ENTERED;
  corrected->origin = YF_ORIGIN_ENTERED;
  edit (store, YF_ENTRY_SESSION, NULL, recorded);
  edit (store, YF_ENTRY_SESSION, NULL, missed);
  edit (store, YF_ENTRY_SESSION, recorded->id, corrected);
  fill_others (store);
  fill_measures (store);
  fill_days (store);

  own = yf_own_exercise_record_new ("own-1", "<exercise id=\"own-1\"/>", EVENING);
  newer = yf_own_exercise_record_new ("own-2", "<exercise id=\"own-2\"/>", EVENING);
  yf_store_save_own_exercise_async (store, own, NULL, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_save_own_exercise_async (store, newer, "own-1", NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  for (int i = 1; i <= 2; i++)
    {
      yf_store_set_consent_async (store, i, EVENING + i, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
}

/* Imports, which has to succeed. */
void
import_log (YfStore        *store,
            YfLog          *log,
            YfImportCounts *counts)
{
  Waiter waiter = { NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean imported;

  yf_store_import_async (store, log, NULL, waiter_cb, &waiter);
  while (waiter.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = g_steal_pointer (&waiter.result);
  imported = yf_store_import_finish (store, result, counts, &error);
  g_assert_no_error (error);
  g_assert_true (imported);
}
