/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

#include <string.h>

YfCatalogue *
fixture_get_catalogue (void)
{
  static YfCatalogue *catalogue = NULL;

  if (catalogue == NULL)
    {
      g_autoptr (GError) error = NULL;

      catalogue = yf_catalogue_new_builtin (&error);
      g_assert_no_error (error);
    }

  return catalogue;
}

YfDay
fixture_day (const char *text)
{
  YfDay day = YF_DAY_NONE;

  if (text != NULL)
    g_assert_true (yf_day_parse (text, &day));

  return day;
}

gint64
fixture_moment (const char *text,
                gint32     *utc_offset)
{
  g_autofree char *full = NULL;
  gint64 at = 0;

  if (strlen (text) == strlen ("2026-11-20 19:00"))
    {
      full = g_strconcat (text, ":00+08:00", NULL);
      full[10] = 'T';
      text = full;
    }
  g_assert_true (yf_real_from_iso8601 (text, &at, utc_offset));

  return at;
}

/* @began: when the person agreed to what Yanfei is, or NULL for a log without. */
YfLog *
fixture_new_log (const char *began)
{
  YfLog *log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  YfConsentRecord *consent;

  if (began == NULL)
    return log;

  consent = g_new0 (YfConsentRecord, 1);
  consent->at = fixture_moment (began, &consent->utc_offset);
  consent->version = 1;
  g_ptr_array_add (log->consents, consent);

  return log;
}

/* Completed, and ten minutes long. */
YfSessionRecord *
fixture_add_session (YfLog      *log,
                     const char *when)
{
  g_autofree char *id = g_strdup_printf ("s%u", log->sessions->len + 1);
  gint32 utc_offset;
  gint64 at = fixture_moment (when, &utc_offset);
  YfSessionRecord *record = yf_session_record_new (id, at, utc_offset);

  record->ended = at + 600 * YF_SECOND;
  record->state = YF_RECORD_COMPLETED;
  g_ptr_array_add (log->sessions, record);

  return record;
}

void
fixture_say_before (YfSessionRecord *record,
                    int              back,
                    int              leg)
{
  record->check_in = yf_check_in_new ();
  record->check_in_at = record->started;
  yf_check_in_set_pain_back (record->check_in, back);
  yf_check_in_set_pain_leg (record->check_in, leg);
}

/* @when: NULL for at once. */
void
fixture_say_after (YfSessionRecord *record,
                   const char      *when,
                   int              back,
                   int              leg)
{
  gint32 utc_offset;

  record->after = g_new0 (YfAfter, 1);
  record->after->at = when != NULL ? fixture_moment (when, &utc_offset) : record->ended;
  record->after->pain_back = back;
  record->after->pain_leg = leg;
  record->after->effort = YF_EFFORT_UNANSWERED;
}

YfExerciseRecord *
fixture_plan (YfSessionRecord *record,
              const char      *exercise,
              int              sets,
              int              reps,
              int              hold_s)
{
  const YfDose dose = { sets, reps, hold_s * YF_SECOND };

  yf_session_record_add_exercise (record, exercise, &dose, YF_RECORD_COMPLETED);

  return g_ptr_array_index (record->exercises, record->exercises->len - 1);
}

/* Repetitions of the exercise planned last, held as long as it was planned. */
void
fixture_do (YfSessionRecord *record,
            YfSide           side,
            int              set,
            int              reps)
{
  guint item = record->exercises->len - 1;
  YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, item);

  for (int rep = 1; rep <= reps; rep++)
    {
      const YfRepetition done = {
        .item = item,
        .side = side,
        .set = set,
        .rep = rep,
        .started = record->started,
        .ended = record->started,
        .hold = exercise->planned.hold,
        .counted_by = YF_COUNTING_PACE,
      };

      g_ptr_array_add (exercise->reps, yf_repetition_copy (&done));
    }
}

/* In the exercise planned last. */
void
fixture_stop (YfSessionRecord *record,
              YfSide           side,
              int              rep,
              YfSegmentKind    phase,
              int              pain)
{
  const YfStop stop = {
    .at = record->started + rep * YF_SECOND,
    .item = record->exercises->len - 1,
    .side = side,
    .set = 1,
    .rep = rep,
    .phase = phase,
    .pain = pain,
  };

  g_ptr_array_add (record->stops, yf_stop_copy (&stop));
}

static void
set_id (char       **id,
        char         letter,
        GPtrArray   *list)
{
  g_free (*id);
  *id = g_strdup_printf ("%c%u", letter, list->len + 1);
}

YfCheckInRecord *
fixture_add_check_in (YfLog      *log,
                      const char *when,
                      int         back,
                      int         leg)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  YfCheckInRecord *record;

  yf_check_in_set_pain_back (check_in, back);
  yf_check_in_set_pain_leg (check_in, leg);
  record = yf_check_in_record_new (check_in, 0);
  record->at = fixture_moment (when, &record->utc_offset);
  set_id (&record->id, 'c', log->check_ins);
  g_ptr_array_add (log->check_ins, record);

  return record;
}

YfActivityRecord *
fixture_add_activity (YfLog      *log,
                      const char *when)
{
  YfActivityRecord *record = yf_activity_record_new (YF_ACTIVITY_WALKING, 0, 30);

  record->at = fixture_moment (when, &record->utc_offset);
  set_id (&record->id, 'a', log->activities);
  g_ptr_array_add (log->activities, record);

  return record;
}

YfReliefRecord *
fixture_add_relief (YfLog      *log,
                    const char *when)
{
  YfReliefRecord *record = yf_relief_record_new ("cold", 0);

  record->started = fixture_moment (when, &record->utc_offset);
  record->ended = record->started + 900 * YF_SECOND;
  record->state = YF_RECORD_COMPLETED;
  set_id (&record->id, 'x', log->reliefs);
  g_ptr_array_add (log->reliefs, record);

  return record;
}

void
fixture_add_schedule (YfLog      *log,
                      const char *when,
                      int         days_a_week)
{
  YfScheduleRecord *record = yf_schedule_record_new (days_a_week, 0);

  record->at = fixture_moment (when, &record->utc_offset);
  g_ptr_array_add (log->schedules, record);
}

/* @scores: one letter for an activity and its score each, such as "a4 b10". */
YfFunctionRating *
fixture_add_rating (YfLog      *log,
                    const char *when,
                    const char *scores)
{
  YfFunctionRating *rating = yf_function_rating_new (0);
  g_auto (GStrv) parts = g_strsplit (scores, " ", -1);

  rating->at = fixture_moment (when, &rating->utc_offset);
  set_id (&rating->id, 'r', log->ratings);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char activity[] = { parts[i][0], '\0' };

      yf_function_rating_add_score (rating, activity, atoi (parts[i] + 1));
    }
  g_ptr_array_add (log->ratings, rating);

  return rating;
}

YfClinicScore *
fixture_add_score (YfLog         *log,
                   YfClinicScale  scale,
                   const char    *day,
                   int            total)
{
  YfClinicScore *score = yf_clinic_score_new (scale, fixture_day (day), total, 0);

  set_id (&score->id, 'o', log->scores);
  g_ptr_array_add (log->scores, score);

  return score;
}

void
fixture_add_edit (YfLog       *log,
                  YfEntryKind  kind,
                  const char  *old,
                  const char  *new)
{
  YfEdit *edit = g_new0 (YfEdit, 1);

  edit->id = g_strdup_printf ("e%u", log->edits->len + 1);
  edit->kind = kind;
  edit->old = g_strdup (old);
  edit->new = g_strdup (new);
  g_ptr_array_add (log->edits, edit);
}

YfFlareRecord *
fixture_add_flare (YfLog      *log,
                   const char *when)
{
  YfFlareRecord *record = yf_flare_record_new (0);

  record->at = fixture_moment (when, &record->utc_offset);
  set_id (&record->id, 'f', log->flares);
  g_ptr_array_add (log->flares, record);

  return record;
}

YfReminderRecord *
fixture_add_reminder (YfLog            *log,
                      const char       *when,
                      YfReminderKind    kind,
                      YfReminderAnswer  answer,
                      YfSkipReason      reason)
{
  YfReminderRecord *record = yf_reminder_record_new (kind, NULL, 0);

  record->at = fixture_moment (when, &record->utc_offset);
  record->answer = answer;
  record->answered_at = answer != YF_REMINDER_UNANSWERED ? record->at + YF_SECOND : 0;
  record->reason = reason;
  set_id (&record->id, 'm', log->reminders);
  g_ptr_array_add (log->reminders, record);

  return record;
}

YfBreakRecord *
fixture_add_break (YfLog         *log,
                   const char    *when,
                   YfBreakAnswer  answer,
                   YfSkipReason   reason)
{
  YfBreakRecord *record = yf_break_record_new (40 * 60 * YF_SECOND, 0);

  record->at = fixture_moment (when, &record->utc_offset);
  record->answer = answer;
  record->answered_at = answer != YF_BREAK_UNANSWERED ? record->at + YF_SECOND : 0;
  record->reason = reason;
  set_id (&record->id, 'b', log->sitting_breaks);
  g_ptr_array_add (log->sitting_breaks, record);

  return record;
}

/* Kept, and not chosen yet. @attributes: of the root, besides its version; a date
 * of when it begins is among them. */
YfProgrammeRecord *
fixture_add_programme (YfLog      *log,
                       const char *when,
                       const char *attributes,
                       const char *content)
{
  g_autofree char *xml = g_strdup_printf ("<programme version=\"1\" %s>%s</programme>", attributes, content);
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProgramme) programme = yf_programme_new_from_bytes (fixture_get_catalogue (), "fixture", bytes, &error);
  YfProgrammeRecord *record;

  g_assert_no_error (error);
  record = yf_programme_record_new (programme, 0);
  record->at = fixture_moment (when, &record->utc_offset);
  set_id (&record->id, 'p', log->programmes);
  g_ptr_array_add (log->programmes, record);

  return record;
}

/* @programme: NULL for none. */
void
fixture_choose (YfLog      *log,
                const char *when,
                const char *programme)
{
  YfProgrammeChoice *choice = yf_programme_choice_new (programme, 0);

  choice->at = fixture_moment (when, &choice->utc_offset);
  g_ptr_array_add (log->programme_choices, choice);
}

void
fixture_follow (YfLog      *log,
                const char *session,
                const char *programme)
{
  g_ptr_array_add (log->followed, yf_programme_followed_new (session, programme));
}

/* @evidence: ids with spaces between them; "" for the day itself. */
YfDoseChangeRecord *
fixture_add_dose_change (YfLog        *log,
                         const char   *day,
                         const char   *exercise,
                         int           reps_from,
                         int           reps_to,
                         YfDoseReason  reason,
                         const char   *evidence)
{
  const YfDose from = { 2, reps_from, 3 * YF_SECOND };
  const YfDose to = { 2, reps_to, 3 * YF_SECOND };
  g_autoptr (YfDoseChange) change = yf_dose_change_new (fixture_day (day), exercise, &from, &to, reason);
  g_auto (GStrv) ids = g_strsplit (evidence, " ", -1);
  YfDoseChangeRecord *record;

  for (guint i = 0; ids[i] != NULL; i++)
    yf_dose_change_add (change, ids[i], fixture_day (day));
  if (ids[0] == NULL)
    yf_dose_change_add (change, "", fixture_day (day));

  record = yf_dose_change_record_new (change, 0);
  set_id (&record->id, 'd', log->dose_changes);
  g_ptr_array_add (log->dose_changes, record);

  return record;
}

YfStageChangeRecord *
fixture_add_stage_change (YfLog      *log,
                          const char *day,
                          YfStage     from,
                          YfStage     to)
{
  const YfStageChange change = {
    fixture_day (day), from, to, from == YF_STAGE_MAINTENANCE && to == YF_STAGE_RECOVERY, FALSE,
  };
  YfStageChangeRecord *record = yf_stage_change_record_new (&change, 0);

  set_id (&record->id, 'g', log->stage_changes);
  g_ptr_array_add (log->stage_changes, record);

  return record;
}

/* @from and @to: days, or NULL for the extent of the log. */
YfProgress *
fixture_look (YfLog      *log,
              const char *from,
              const char *to)
{
  return yf_progress_new (log, fixture_get_catalogue (), fixture_day (from), fixture_day (to));
}

const YfFinding *
fixture_find (YfProgress    *progress,
              YfFindingKind  kind)
{
  GPtrArray *findings = yf_progress_get_findings (progress);

  for (guint i = 0; i < findings->len; i++)
    {
      const YfFinding *finding = g_ptr_array_index (findings, i);

      if (finding->kind == kind)
        return finding;
    }

  return NULL;
}

/* @ids: with spaces between them. */
void
fixture_assert_entries (const YfFinding *finding,
                        const char      *ids)
{
  g_autofree char *joined = NULL;

  g_assert_nonnull (finding);
  joined = g_strjoinv (" ", finding->entries);
  g_assert_cmpstr (joined, ==, ids);
}
