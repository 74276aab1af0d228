/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today-fixture.h"

YfDay
day_of (const char *text)
{
  YfDay day = YF_DAY_NONE;

  g_assert_true (yf_day_parse (text, &day));

  return day;
}

gint64
moment_of (const char *day,
           int         hour,
           int         offset)
{
  static const int epoch = 719163;  /* 1 January 1970, as days are counted */

  return (((day_of (day) - epoch) * (gint64) 24 + hour - offset) * 3600) * G_USEC_PER_SEC;
}

YfLog *
make_log (void)
{
  return yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
}

YfSessionRecord *
add_session (YfLog      *log,
             const char *id,
             const char *day,
             int         hour,
             int         offset)
{
  YfSessionRecord *session = yf_session_record_new (id, moment_of (day, hour, offset), offset * 3600);

  session->ended = session->started + 20 * 60 * YF_SECOND;
  session->state = YF_RECORD_COMPLETED;
  g_ptr_array_add (log->sessions, session);

  return session;
}

YfExerciseRecord *
add_exercise (YfSessionRecord *session,
              const char      *exercise,
              const YfDose    *planned,
              int              n_reps,
              YfRecordState    state)
{
  YfExerciseRecord *record;

  yf_session_record_add_exercise (session, exercise, planned, state);
  record = g_ptr_array_index (session->exercises, session->exercises->len - 1);
  for (int i = 0; i < n_reps; i++)
    {
      const YfRepetition rep = {
        .item = session->exercises->len - 1, .set = 1, .rep = i + 1, .started = session->started,
        .ended = session->started, .hold = planned->hold, .counted_by = YF_COUNTING_PACE,
      };

      g_ptr_array_add (record->reps, yf_repetition_copy (&rep));
    }

  return record;
}

/* A session as it should be: the whole dose, little effort, the same next morning. */
void
add_good (YfLog        *log,
          const char   *day,
          const char   *exercise,
          const YfDose *dose)
{
  g_autofree char *id = g_strdup_printf ("session of %s", day);
  YfSessionRecord *session = add_session (log, id, day, 19, HERE);
  const YfAfter after = { session->ended, 2, 1, 3, NULL };

  session->check_in = yf_check_in_new ();
  session->check_in_at = session->started;
  yf_check_in_set_pain_back (session->check_in, 2);
  yf_check_in_set_pain_leg (session->check_in, 1);
  session->after = yf_after_copy (&after);
  session->morning = YF_MORNING_SAME;
  session->morning_at = session->started + 12 * 3600 * YF_SECOND;
  add_exercise (session, exercise, dose, dose->sets * dose->reps, YF_RECORD_COMPLETED);
}

void
add_check_in (YfLog      *log,
              const char *day,
              int         hour,
              int         back,
              int         leg)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  YfCheckInRecord *record;

  yf_check_in_set_pain_back (check_in, back);
  yf_check_in_set_pain_leg (check_in, leg);
  record = yf_check_in_record_new (check_in, moment_of (day, hour, HERE));
  record->utc_offset = HERE * 3600;
  g_ptr_array_add (log->check_ins, record);
}

void
add_flare (YfLog      *log,
           const char *day)
{
  YfFlareRecord *record = yf_flare_record_new (moment_of (day, 9, HERE));

  record->utc_offset = HERE * 3600;
  g_ptr_array_add (log->flares, record);
}

void
add_schedule (YfLog      *log,
              const char *day,
              int         days_a_week)
{
  YfScheduleRecord *record = yf_schedule_record_new (days_a_week, moment_of (day, 9, HERE));

  record->utc_offset = HERE * 3600;
  g_ptr_array_add (log->schedules, record);
}

/* @content NULL: a file of a Yanfei to come. */
void
add_programme (YfLog      *log,
               const char *id,
               const char *from,
               const char *until,
               const char *content)
{
  YfProgrammeRecord *record = g_new0 (YfProgrammeRecord, 1);
  g_autofree char *last = until != NULL ? g_strdup_printf (" until=\"%s\"", until) : g_strdup ("");

  record->id = g_strdup (id);
  record->from = day_of (from);
  record->until = until != NULL ? day_of (until) : YF_DAY_NONE;
  record->at = moment_of (from, 8, HERE);
  record->utc_offset = HERE * 3600;
  record->xml = g_strdup_printf ("<programme version=\"%d\" name=\"%s\" clinician=\"Li Wen\" date=\"%s\"%s>%s</programme>",
                                 content != NULL ? 1 : 99, id, from, last, content != NULL ? content : "");
  g_ptr_array_add (log->programmes, record);
}

void
add_choice (YfLog      *log,
            const char *programme,
            const char *day,
            int         hour)
{
  YfProgrammeChoice *choice = yf_programme_choice_new (programme, moment_of (day, hour, HERE));

  choice->utc_offset = HERE * 3600;
  g_ptr_array_add (log->programme_choices, choice);
}

YfToday *
look_at (YfLog           *log,
         const YfProfile *profile,
         const char      *day,
         int              hour)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  g_autoptr (YfRules) rules = NULL;
  g_autoptr (YfProfile) nobody = yf_profile_new ();
  YfToday *today;

  g_assert_no_error (error);
  rules = yf_rules_new_builtin (catalogue, &error);
  g_assert_no_error (error);

  today = yf_today_new (log, catalogue, rules, profile != NULL ? profile : nobody, NULL, moment_of (day, hour, HERE));
  g_assert_cmpint (yf_today_get_day (today), ==, day_of (day));

  return today;
}

/* As the store does it, for a log in which nothing is to be withdrawn. */
void
write_down (YfLog      *log,
            YfToday    *today,
            const char *day)
{
  GPtrArray *doses = yf_today_get_dose_changes (today);
  GArray *stages = yf_today_get_stage_changes (today);

  for (guint i = 0; i < doses->len; i++)
    g_ptr_array_add (log->dose_changes,
                     yf_dose_change_record_new (g_ptr_array_index (doses, i), moment_of (day, 19, HERE)));
  for (guint i = 0; i < stages->len; i++)
    g_ptr_array_add (log->stage_changes,
                     yf_stage_change_record_new (&g_array_index (stages, YfStageChange, i),
                                                 moment_of (day, 19, HERE)));
}
