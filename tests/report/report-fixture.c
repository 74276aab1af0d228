/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "yf-draft.h"

/* The kinds of id: their first digit. */
enum
{
  ID_SESSION = 1,
  ID_CHECK_IN,
  ID_RELIEF,
  ID_ACTIVITY,
  ID_RATING,
  ID_SCORE,
  ID_FUNCTION,
  ID_SCHEDULE,
  ID_EDIT,
};

/**
 * fixture_make_id:
 * @kind: 1 a session, 2 a check-in, 3 a relief, 4 an activity, 5 a rating, 6 a
 *   score, 7 something a person finds hard, 8 a schedule, 9 an edit
 * @number: which of them
 *
 * Returns: (transfer full): its UUID
 */
char *
fixture_make_id (guint kind,
                 guint number)
{
  return g_strdup_printf ("%u0000000-0000-4000-8000-%012u", kind, number);
}

YfDay
fixture_get_day (const char *text)
{
  YfDay day;

  g_assert_true (yf_day_parse (text, &day));

  return day;
}

YfCatalogue *
fixture_get_catalogue (void)
{
  static YfCatalogue *catalogue;

  if (catalogue == NULL)
    {
      g_autoptr (GError) error = NULL;

      catalogue = yf_catalogue_new_builtin (&error);
      g_assert_no_error (error);
    }

  return catalogue;
}

YfRules *
fixture_get_rules (void)
{
  static YfRules *rules;

  if (rules == NULL)
    {
      g_autoptr (GError) error = NULL;

      rules = yf_rules_new_builtin (fixture_get_catalogue (), &error);
      g_assert_no_error (error);
    }

  return rules;
}

static YfCheckIn *
make_answers (int     back,
              int     leg,
              YfMoved moved)
{
  YfCheckIn *check_in = yf_check_in_new ();

  yf_check_in_set_pain_back (check_in, back);
  yf_check_in_set_pain_leg (check_in, leg);
  yf_check_in_set_moved (check_in, moved);

  return check_in;
}

static YfSessionRecord *
begin (guint         number,
       int           day,
       YfRecordState state)
{
  g_autofree char *id = fixture_make_id (ID_SESSION, number);
  YfSessionRecord *session = yf_session_record_new (id, FIXTURE_START + day * FIXTURE_DAY + number * 1001,
                                                    FIXTURE_EAST);

  session->state = state;
  session->ended = session->started + 10 * 60 * YF_SECOND + 123456;

  return session;
}

static void
ask (YfSessionRecord *session,
     int              back,
     int              leg,
     YfMoved          moved)
{
  session->check_in = make_answers (back, leg, moved);
  session->check_in_at = session->started - 30 * YF_SECOND;
}

static void
answer (YfSessionRecord *session,
        int              back,
        int              leg,
        int              effort,
        const char      *note,
        YfMorning        morning)
{
  session->after = g_new0 (YfAfter, 1);
  session->after->at = session->ended + 20 * YF_SECOND + 7;
  session->after->pain_back = back;
  session->after->pain_leg = leg;
  session->after->effort = effort;
  session->after->note = g_strdup (note);
  session->morning = morning;
  session->morning_at = morning != YF_MORNING_UNANSWERED ? session->started + FIXTURE_DAY / 2 : 0;
}

static guint
add_exercise (YfSessionRecord *session,
              const char      *exercise,
              int              sets,
              int              reps,
              gint64           hold,
              YfRecordState    state)
{
  const YfDose dose = { sets, reps, hold };

  yf_session_record_add_exercise (session, exercise, &dose, state);

  return session->exercises->len - 1;
}

/* Repetitions take hold and six seconds, and a set begins @begin seconds after
 * the session. */
static void
add_set (YfSessionRecord *session,
         guint            item,
         YfSide           side,
         int              set,
         int              n_reps,
         int              begin_s,
         gint64           hold)
{
  YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, item);

  for (int i = 0; i < n_reps; i++)
    {
      YfRepetition rep = {
        .item = item, .side = side, .set = set, .rep = i + 1, .hold = hold,
        .counted_by = set == 2 ? YF_COUNTING_TAP : YF_COUNTING_PACE,
      };

      rep.started = session->started + begin_s * YF_SECOND + i * (hold + 6 * YF_SECOND);
      rep.ended = rep.started + hold + 6 * YF_SECOND;
      if (session->origin == YF_ORIGIN_ENTERED)
        rep.started = rep.ended = session->started;
      g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
    }
}

static void
hurt (YfSessionRecord *session,
      guint            item,
      YfSide           side,
      int              set,
      int              rep,
      YfSegmentKind    phase,
      int              pain,
      const char      *site,
      int              at_s)
{
  const YfStop stop = {
    .at = session->started + at_s * YF_SECOND + 999999, .item = item, .side = side, .set = set, .rep = rep,
    .phase = phase, .pain = pain, .site = (char *) site,
  };

  g_ptr_array_add (session->stops, yf_stop_copy (&stop));
}

/* Ten that count, 52 repetitions in 20 sets, 5 stops; one that was replaced. */
static void
add_sessions (YfLog *log)
{
  YfSessionRecord *session;
  guint item;

  /* 1: done to the end, a note in Chinese. 3 + 2 repetitions. */
  session = begin (1, 0, YF_RECORD_COMPLETED);
  ask (session, 6, 4, YF_MOVED_DOWN);
  yf_check_in_set_flag (session->check_in, "radiating", TRUE, YF_DAYS_UNSAID);
  yf_check_in_set_flag (session->check_in, "leg-pain-days", TRUE, 12);
  answer (session, 5, 4, 3, "做完以后腰松了一点，“还行”。", YF_MORNING_BETTER);
  item = add_exercise (session, "abdominal-breathing", 2, 3, 0, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 3, 15, 0);
  add_set (session, item, YF_SIDE_NONE, 2, 2, 60, 0);
  g_ptr_array_add (log->sessions, session);

  /* 2: a spreadsheet must not run its note. It hurt within a set. 3 + 1. */
  session = begin (2, 2, YF_RECORD_STOPPED);
  ask (session, 7, 3, YF_MOVED_SAME);
  answer (session, 7, YF_PAIN_UNANSWERED, 8, "=cmd|' /C calc'!A0", YF_MORNING_WORSE);
  item = add_exercise (session, "five-point-support", 2, 3, 3 * YF_SECOND, YF_RECORD_STOPPED);
  add_set (session, item, YF_SIDE_NONE, 1, 3, 15, 3 * YF_SECOND);
  add_set (session, item, YF_SIDE_NONE, 2, 1, 90, 2500000);
  hurt (session, item, YF_SIDE_NONE, 2, 2, YF_SEGMENT_HOLD, 6, "back", 110);
  add_exercise (session, "modified-swallow", 1, 3, 3 * YF_SECOND, YF_RECORD_STOPPED);
  g_ptr_array_add (log->sessions, session);

  /* 3: both sides; a note of several lines, with quotes and a comma. 2 × 3. */
  session = begin (3, 7, YF_RECORD_COMPLETED);
  ask (session, 5, 2, YF_MOVED_UP);
  answer (session, 4, 2, YF_EFFORT_UNANSWERED, "first, \"slowly\"\nthen faster", YF_MORNING_SAME);
  item = add_exercise (session, "straight-leg-raise", 1, 3, 5 * YF_SECOND, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_LEFT, 1, 3, 15, 5 * YF_SECOND);
  add_set (session, item, YF_SIDE_RIGHT, 1, 3, 70, 5 * YF_SECOND + 1);
  g_ptr_array_add (log->sessions, session);

  /* 4: it hurt before the first repetition, and on the way to the next. 4. */
  session = begin (4, 10, YF_RECORD_STOPPED);
  ask (session, 4, 2, YF_MOVED_UNKNOWN);
  item = add_exercise (session, "glute-bridge", 1, 4, 3 * YF_SECOND, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 4, 15, 3 * YF_SECOND);
  item = add_exercise (session, "plank", 1, 2, 10 * YF_SECOND, YF_RECORD_STOPPED);
  hurt (session, item, YF_SIDE_NONE, 0, 0, YF_SEGMENT_GET_READY, YF_PAIN_UNANSWERED, NULL, 80);
  item = add_exercise (session, "waist-hip-stretch", 1, 2, 10 * YF_SECOND, YF_RECORD_STOPPED);
  hurt (session, item, YF_SIDE_LEFT, 1, 1, YF_SEGMENT_RAISE, 3, "leg", 120);
  g_ptr_array_add (log->sessions, session);

  /* 5: away from home, without a check-in. 2 + 2. */
  session = begin (5, 14, YF_RECORD_COMPLETED);
  session->utc_offset = -(3 * 60 + 30) * 60;
  answer (session, 0, 0, 0, NULL, YF_MORNING_UNANSWERED);
  item = add_exercise (session, "abdominal-breathing", 1, 2, 0, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 2, 15, 0);
  item = add_exercise (session, "five-point-support", 1, 2, 3 * YF_SECOND, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 2, 60, 3 * YF_SECOND);
  g_ptr_array_add (log->sessions, session);

  /* 6: cut off after one repetition, nothing was answered. 1. */
  session = begin (6, 20, YF_RECORD_CUT);
  ask (session, YF_PAIN_UNANSWERED, YF_PAIN_UNANSWERED, YF_MOVED_UNKNOWN);
  item = add_exercise (session, "abdominal-breathing", 1, 5, 0, YF_RECORD_CUT);
  add_set (session, item, YF_SIDE_NONE, 1, 1, 15, 0);
  add_exercise (session, "glute-bridge", 1, 5, 3 * YF_SECOND, YF_RECORD_CUT);
  g_ptr_array_add (log->sessions, session);

  /* 7: an exercise of one's own, three sets. 3 × 3. */
  session = begin (7, 28, YF_RECORD_COMPLETED);
  ask (session, 3, 1, YF_MOVED_UP);
  answer (session, 3, 0, 2, "+1", YF_MORNING_BETTER);
  item = add_exercise (session, "own-1", 3, 3, 2 * YF_SECOND, YF_RECORD_COMPLETED);
  for (int set = 1; set <= 3; set++)
    add_set (session, item, YF_SIDE_NONE, set, 3, 60 * set, 2 * YF_SECOND);
  g_ptr_array_add (log->sessions, session);

  /* 8: replaces 18: the pain before was typed in wrongly. 3 + 3. */
  session = begin (8, 35, YF_RECORD_COMPLETED);
  session->started += 5;
  ask (session, 2, 0, YF_MOVED_UP);
  answer (session, 2, 0, 3, NULL, YF_MORNING_SAME);
  item = add_exercise (session, "five-point-support", 2, 3, 5 * YF_SECOND, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 3, 15, 5 * YF_SECOND);
  add_set (session, item, YF_SIDE_NONE, 2, 3, 80, 5 * YF_SECOND);
  g_ptr_array_add (log->sessions, session);

  session = begin (18, 35, YF_RECORD_COMPLETED);
  ask (session, 9, 0, YF_MOVED_UP);
  answer (session, 2, 0, 3, NULL, YF_MORNING_SAME);
  item = add_exercise (session, "five-point-support", 2, 3, 5 * YF_SECOND, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 3, 15, 5 * YF_SECOND);
  add_set (session, item, YF_SIDE_NONE, 2, 3, 80, 5 * YF_SECOND);
  g_ptr_array_add (log->old_sessions, session);

  /* 9: added afterwards, so nobody knows the moments. 5 + 5. */
  session = begin (9, 42, YF_RECORD_COMPLETED);
  session->origin = YF_ORIGIN_ENTERED;
  ask (session, 2, 1, YF_MOVED_SAME);
  item = add_exercise (session, "glute-bridge", 2, 5, 5 * YF_SECOND, YF_RECORD_COMPLETED);
  add_set (session, item, YF_SIDE_NONE, 1, 5, 0, 5 * YF_SECOND);
  add_set (session, item, YF_SIDE_NONE, 2, 5, 0, 5 * YF_SECOND);
  g_ptr_array_add (log->sessions, session);

  /* 10: it hurt twice in one set. 1 left, 1 right, 1 right. */
  session = begin (10, 53, YF_RECORD_STOPPED);
  ask (session, 3, 2, YF_MOVED_DOWN);
  answer (session, 4, 3, 6, "@home", YF_MORNING_UNANSWERED);
  item = add_exercise (session, "straight-leg-raise", 2, 1, 5 * YF_SECOND, YF_RECORD_STOPPED);
  add_set (session, item, YF_SIDE_LEFT, 1, 1, 15, 5 * YF_SECOND);
  add_set (session, item, YF_SIDE_RIGHT, 1, 1, 40, 5 * YF_SECOND);
  add_set (session, item, YF_SIDE_RIGHT, 2, 1, 70, 5 * YF_SECOND);
  hurt (session, item, YF_SIDE_RIGHT, 2, 1, YF_SEGMENT_LOWER, 5, "leg", 78);
  hurt (session, item, YF_SIDE_RIGHT, 2, 1, YF_SEGMENT_LOWER, 10, "elsewhere", 79);
  g_ptr_array_add (log->sessions, session);
}

static void
add_check_in (GPtrArray  *list,
              guint       number,
              int         day,
              int         back,
              const char *flag)
{
  g_autoptr (YfCheckIn) check_in = make_answers (back, 3, YF_MOVED_DOWN);
  YfCheckInRecord *record;

  if (flag != NULL)
    yf_check_in_set_flag (check_in, flag, TRUE, YF_DAYS_UNSAID);
  record = yf_check_in_record_new (check_in, FIXTURE_START + day * FIXTURE_DAY - 3600 * YF_SECOND + number);
  g_free (record->id);
  record->id = fixture_make_id (ID_CHECK_IN, number);
  record->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (list, record);
}

static void
add_relief (GPtrArray     *list,
            guint          number,
            const char    *kind,
            int            day,
            int            minutes,
            YfRecordState  state)
{
  YfReliefRecord *record = yf_relief_record_new (kind, FIXTURE_START + day * FIXTURE_DAY + 7200 * YF_SECOND);

  g_free (record->id);
  record->id = fixture_make_id (ID_RELIEF, number);
  record->utc_offset = FIXTURE_EAST;
  record->ended = record->started + minutes * 60 * YF_SECOND;
  record->state = state;
  g_ptr_array_add (list, record);
}

static void
add_activity (GPtrArray      *list,
              guint           number,
              YfActivityKind  kind,
              int             day,
              int             minutes)
{
  YfActivityRecord *record = yf_activity_record_new (kind, FIXTURE_START + day * FIXTURE_DAY, minutes);

  g_free (record->id);
  record->id = fixture_make_id (ID_ACTIVITY, number);
  record->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (list, record);
}

static void
add_function (YfLog      *log,
              guint       number,
              const char *name,
              int         retired)
{
  YfFunctionActivity *activity = yf_function_activity_new (name, FIXTURE_START + number);

  g_free (activity->id);
  activity->id = fixture_make_id (ID_FUNCTION, number);
  activity->utc_offset = FIXTURE_EAST;
  activity->retired = retired > 0 ? FIXTURE_START + retired * FIXTURE_DAY : 0;
  g_ptr_array_add (log->functions, activity);
}

static void
add_rating (GPtrArray *list,
            guint      number,
            int        day,
            int        first,
            int        second)
{
  YfFunctionRating *rating = yf_function_rating_new (FIXTURE_START + day * FIXTURE_DAY);
  g_autofree char *stairs = fixture_make_id (ID_FUNCTION, 1);
  g_autofree char *sitting = fixture_make_id (ID_FUNCTION, 2);

  g_free (rating->id);
  rating->id = fixture_make_id (ID_RATING, number);
  rating->utc_offset = FIXTURE_EAST;
  yf_function_rating_add_score (rating, stairs, first);
  yf_function_rating_add_score (rating, sitting, second);
  g_ptr_array_add (list, rating);
}

static void
add_score (GPtrArray     *list,
           guint          number,
           YfClinicScale  scale,
           const char    *day,
           int            total)
{
  YfClinicScore *score = yf_clinic_score_new (scale, fixture_get_day (day), total,
                                              FIXTURE_START + number * FIXTURE_DAY);

  g_free (score->id);
  score->id = fixture_make_id (ID_SCORE, number);
  score->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (list, score);
}

static void
add_schedule (YfLog *log,
              guint  number,
              int    day,
              int    days_a_week)
{
  YfScheduleRecord *record = yf_schedule_record_new (days_a_week, FIXTURE_START + day * FIXTURE_DAY);

  g_free (record->id);
  record->id = fixture_make_id (ID_SCHEDULE, number);
  record->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (log->schedules, record);
}

static void
add_edit (YfLog       *log,
          guint        number,
          YfEntryKind  kind,
          guint        id_kind,
          guint        old,
          guint        new)
{
  YfEdit *edit = g_new0 (YfEdit, 1);

  edit->id = fixture_make_id (ID_EDIT, number);
  edit->kind = kind;
  edit->at = FIXTURE_START + 54 * FIXTURE_DAY + number;
  edit->utc_offset = FIXTURE_EAST;
  edit->old = old != 0 ? fixture_make_id (id_kind, old) : NULL;
  edit->new = new != 0 ? fixture_make_id (id_kind, new) : NULL;
  g_ptr_array_add (log->edits, edit);
}

static void
add_own_exercise (YfLog      *log,
                  const char *id,
                  const char *name,
                  gboolean    retired)
{
  YfDraft draft = {
    .name = (char *) name, .raise = 2, .hold = 2, .lower = 2, .rest = 1, .sets = 3, .reps = 3,
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = yf_draft_to_xml (&draft, id, &error);
  YfOwnExerciseRecord *record;

  g_assert_no_error (error);
  record = yf_own_exercise_record_new (id, xml, FIXTURE_START);
  record->utc_offset = FIXTURE_EAST;
  record->retired = retired;
  g_ptr_array_add (log->own_exercises, record);
}

static YfProfile *
make_profile (void)
{
  static const char * const conditions[] = { "hypertension", "recovery", NULL };
  static const char * const exercises[] = { "own-1", "plank", NULL };
  g_autoptr (YfClearance) clearance = NULL;
  g_autoptr (YfAssessment) assessment = NULL;
  YfProfile *profile = yf_profile_new ();

  yf_profile_set_name (profile, "李伟 Li Wei");
  yf_profile_set_born (profile, 1958);
  yf_profile_set_diagnosis (profile, "L4/L5 椎间盘突出 (left)");
  yf_profile_set_condition (profile, "hypertension", TRUE);
  yf_profile_set_onset (profile, fixture_get_day ("2026-07-20"));
  yf_profile_set_onset_minute (profile, 7 * 60 + 5);
  yf_profile_set_relief (profile, fixture_get_day ("2026-08-10"));
  yf_profile_set_surgery (profile, YF_DAY_UNKNOWN);
  yf_profile_set_back_strength (profile, YF_BACK_STRENGTH_WEAK);
  clearance = yf_clearance_new ("陈医生 Dr. Chen", fixture_get_day ("2026-08-12"), conditions, exercises,
                                fixture_get_day ("2027-08-12"));
  yf_profile_add_clearance (profile, clearance);
  assessment = yf_assessment_new ("radiating", "Dr. Chen", fixture_get_day ("2026-08-12"));
  yf_profile_add_assessment (profile, assessment);

  return profile;
}

/**
 * fixture_new_log:
 *
 * Returns: (transfer full): the log; everything in it is the same each time
 */
YfLog *
fixture_new_log (void)
{
  YfLog *log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  YfConsentRecord consent = { FIXTURE_START - FIXTURE_DAY, FIXTURE_EAST, 1 };

  log->profile = make_profile ();
  add_sessions (log);

  add_check_in (log->check_ins, 1, 4, 8, "foot-weakness");
  add_check_in (log->check_ins, 2, 30, YF_PAIN_UNANSWERED, NULL);
  add_check_in (log->old_check_ins, 11, 31, 10, "bladder-bowel");

  add_relief (log->reliefs, 1, "cold", 0, 10, YF_RECORD_COMPLETED);
  add_relief (log->reliefs, 2, "heat", 20, 0, YF_RECORD_CUT);
  add_relief (log->reliefs, 3, "heat", 21, 14, YF_RECORD_STOPPED);
  add_relief (log->old_reliefs, 13, "cold", 22, 15, YF_RECORD_COMPLETED);

  add_activity (log->activities, 1, YF_ACTIVITY_BADUANJIN, 12, 30);
  add_activity (log->activities, 2, YF_ACTIVITY_WALKING, 13, 45);
  add_activity (log->old_activities, 12, YF_ACTIVITY_WALKING, 13, 450);

  add_function (log, 1, "爬三层楼梯", 0);
  add_function (log, 2, "-sitting, for an hour", 50);
  add_rating (log->ratings, 1, 1, 3, 4);
  add_rating (log->ratings, 2, 29, 6, 5);
  add_rating (log->old_ratings, 12, 29, 0, 10);
  add_score (log->scores, 1, YF_CLINIC_ODI, "2026-08-03", 42);
  add_score (log->scores, 2, YF_CLINIC_RMDQ, "2026-08-03", 24);
  add_score (log->scores, 3, YF_CLINIC_ODI, "2026-09-20", 0);
  add_score (log->old_scores, 13, YF_CLINIC_ODI, "2026-09-20", 100);

  add_schedule (log, 1, 0, 3);
  add_schedule (log, 2, 30, 5);

  add_own_exercise (log, "own-1", "猫式 & \"cat\" <1>", FALSE);
  add_own_exercise (log, "own-2", "Dog stretch", TRUE);

  /* Changed, added, taken out. */
  add_edit (log, 1, YF_ENTRY_SESSION, ID_SESSION, 18, 8);
  add_edit (log, 2, YF_ENTRY_SESSION, ID_SESSION, 0, 9);
  add_edit (log, 3, YF_ENTRY_CHECK_IN, ID_CHECK_IN, 11, 0);
  add_edit (log, 4, YF_ENTRY_RELIEF, ID_RELIEF, 13, 0);
  add_edit (log, 5, YF_ENTRY_ACTIVITY, ID_ACTIVITY, 12, 2);
  add_edit (log, 6, YF_ENTRY_RATING, ID_RATING, 12, 2);
  add_edit (log, 7, YF_ENTRY_SCORE, ID_SCORE, 13, 3);

  g_ptr_array_add (log->consents, g_memdup2 (&consent, sizeof consent));

  return log;
}
