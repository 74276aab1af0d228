/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-private.h"

#include <string.h>

#include "yf-report-words.h"

/* Spreadsheets open a file without it in the encoding of the country: in China
 * as GBK, which makes nonsense of UTF-8. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* The columns, which scripts rely on: new ones go to the end. See
 * yf_report_to_csv(). */
static const char * const columns[] = {
  "session_id", "date", "time", "utc_offset", "exercise", "exercise_name", "side", "set", "planned_sets",
  "planned_reps", "planned_hold_s", "reps", "hold_s", "seconds", "state", "counted_by", "pain_back_before",
  "pain_leg_before", "pain_back_after", "pain_leg_after", "effort", "next_morning", "stop_rep", "stop_phase",
  "stop_pain", "stop_site", "edited", "note", "session_state", "programme", "stage", "dose_since", "dose_reason",
};

/* One line. Sets are numbered from 1; 0 is where no set had begun. */
typedef struct
{
  YfSessionRecord        *session;
  const YfExerciseRecord *exercise;   /* nullable: nothing was planned */
  YfSide                  side;
  int                     set;
  const YfStop           *stop;       /* nullable */
  const YfReportSet      *done;       /* nullable: nothing was counted */
} Row;

static void
begin_cell (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, ',');
}

static void
add_empty (GString *text)
{
  begin_cell (text);
}

/* Whether a spreadsheet would run the text. Where people type Chinese or Japanese,
 * it does not mind the full width of ＝, ＋, － and ＠. */
static gboolean
is_formula (const char *value)
{
  gunichar first = g_utf8_get_char_validated (value, -1);

  if (first == 0xff1d || first == 0xff0b || first == 0xff0d || first == 0xff20)
    return TRUE;

  return strchr ("=+-@\t\r\n", *value) != NULL;
}

/* A text as RFC 4180 has it. What a spreadsheet would take for a formula is a text
 * behind an apostrophe. */
static void
add_text (GString    *text,
          const char *value)
{
  begin_cell (text);
  if (value == NULL || *value == '\0')
    return;

  g_string_append_c (text, '"');
  if (is_formula (value))
    g_string_append_c (text, '\'');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/* A word of a fixed list, which needs no quotes. */
static void
add_word (GString    *text,
          const char *word)
{
  begin_cell (text);
  g_string_append (text, word);
}

static void
add_int (GString *text,
         int      value)
{
  begin_cell (text);
  g_string_append_printf (text, "%d", value);
}

static void
add_answer (GString *text,
            int      value)
{
  if (value == YF_PAIN_UNANSWERED)
    add_empty (text);
  else
    add_int (text, value);
}

/* Seconds with a point and as many decimals as there are. */
static void
add_seconds (GString *text,
             gint64   length)
{
  gint64 fraction = ABS (length) % YF_SECOND;

  begin_cell (text);
  g_string_append_printf (text, "%s%" G_GINT64_FORMAT, length < 0 ? "-" : "", ABS (length) / YF_SECOND);
  if (fraction == 0)
    return;

  g_string_append_printf (text, ".%06d", (int) fraction);
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
}

static void
add_when (GString               *text,
          const YfSessionRecord *session)
{
  g_autofree char *started = yf_real_to_iso8601 (session->started, session->utc_offset);
  const char *offset = strchr (started, '.') + strlen (".000");

  begin_cell (text);
  g_string_append_printf (text, "%.10s,%.8s,UTC%s", started, started + strlen ("YYYY-MM-DDT"), offset);
}

static void
add_what (GString   *text,
          YfReport  *report,
          const Row *row)
{
  YfCatalogue *catalogue = yf_report_get_catalogue (report);
  YfExercise *exercise;

  if (row->exercise == NULL)
    {
      /* From exercise to planned_hold_s. */
      for (int i = 0; i < 7; i++)
        add_empty (text);
      return;
    }

  exercise = yf_catalogue_find_exercise (catalogue, row->exercise->exercise);
  add_text (text, row->exercise->exercise);
  add_text (text, exercise != NULL ? yf_exercise_get_name (exercise) : row->exercise->exercise);
  add_word (text, yf_side_get_id (row->side));
  if (row->set > 0)
    add_int (text, row->set);
  else
    add_empty (text);
  add_int (text, row->exercise->planned.sets);
  add_int (text, row->exercise->planned.reps);
  add_seconds (text, row->exercise->planned.hold);
}

static void
add_done (GString   *text,
          const Row *row)
{
  add_int (text, row->done != NULL ? row->done->n_reps : 0);
  if (row->done == NULL)
    {
      add_int (text, 0);
      add_int (text, 0);
      add_word (text, yf_record_state_get_id (row->exercise != NULL ? row->exercise->state : row->session->state));
      add_empty (text);
      return;
    }

  add_seconds (text, row->done->hold);
  /* Nobody knows how long a set took that was typed in afterwards. */
  if (row->session->origin == YF_ORIGIN_ENTERED)
    add_empty (text);
  else
    add_seconds (text, yf_session_record_get_length_between (row->session, row->done->started, row->done->ended));
  add_word (text, yf_record_state_get_id (row->exercise->state));
  add_word (text, yf_counting_get_id (row->done->tapped ? YF_COUNTING_TAP : YF_COUNTING_PACE));
}

static void
add_answers (GString               *text,
             const YfSessionRecord *session)
{
  const YfAfter *after = session->after;

  add_answer (text, session->check_in != NULL ? yf_check_in_get_pain_back (session->check_in) : YF_PAIN_UNANSWERED);
  add_answer (text, session->check_in != NULL ? yf_check_in_get_pain_leg (session->check_in) : YF_PAIN_UNANSWERED);
  add_answer (text, after != NULL ? after->pain_back : YF_PAIN_UNANSWERED);
  add_answer (text, after != NULL ? after->pain_leg : YF_PAIN_UNANSWERED);
  add_answer (text, after != NULL ? after->effort : YF_EFFORT_UNANSWERED);
  add_word (text, session->morning != YF_MORNING_UNANSWERED ? yf_morning_get_id (session->morning) : "");
}

static void
add_stop (GString      *text,
          const YfStop *stop)
{
  if (stop == NULL)
    {
      for (int i = 0; i < 4; i++)
        add_empty (text);
      return;
    }

  add_int (text, stop->rep);
  add_word (text, yf_segment_kind_get_id (stop->phase));
  add_answer (text, stop->pain);
  add_text (text, stop->site);
}

/* The stage on a day, as far as the changes in the log tell. */
static const char *
find_stage (YfLog *log,
            YfDay  day)
{
  const YfStageChange *latest = NULL;
  const YfStageChange *next = NULL;

  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);

      if (record->withdrawn_at != 0)
        continue;
      if (record->change.day > day)
        next = next == NULL || record->change.day < next->day ? &record->change : next;
      else if (latest == NULL || record->change.day >= latest->day)
        latest = &record->change;
    }

  if (latest != NULL)
    return yf_stage_get_id (latest->to);

  return next != NULL ? yf_stage_get_id (next->from) : "";
}

static gboolean
rests_on (const YfDoseChange *change,
          const char         *entry)
{
  for (guint i = 0; i < change->evidence->len; i++)
    if (g_str_equal (g_array_index (change->evidence, YfEvidence, i).entry, entry))
      return TRUE;

  return FALSE;
}

/* The change that made the dose of an exercise what it was in a session: of the days
 * before, or of the same day if it is not what came of this very session. */
static const YfDoseChange *
find_change (YfLog                 *log,
             const char            *exercise,
             const YfSessionRecord *session,
             YfDay                  day)
{
  const YfDoseChange *latest = NULL;

  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);

      if (record->withdrawn_at == 0 && record->change->day <= day &&
          g_str_equal (record->change->exercise, exercise) && (latest == NULL || record->change->day >= latest->day) &&
          (record->change->day < day || !rests_on (record->change, session->id)))
        latest = record->change;
    }

  return latest;
}

static void
add_plan (GString   *text,
          YfLog     *log,
          const Row *row)
{
  const char *programme = yf_log_find_followed (log, row->session->id);
  YfDay day = yf_day_from_moment (row->session->started, row->session->utc_offset);
  const YfDoseChange *change = row->exercise != NULL ? find_change (log, row->exercise->exercise, row->session, day) : NULL;
  g_autofree char *since = change != NULL ? yf_day_to_string (change->day) : NULL;

  add_word (text, programme != NULL ? programme : "");
  add_word (text, find_stage (log, day));
  add_word (text, since != NULL ? since : "");
  add_word (text, change != NULL ? yf_dose_reason_get_id (change->reason) : "");
}

static void
add_row (GString   *text,
         YfReport  *report,
         const Row *row)
{
  const YfEdit *edit = yf_log_find_edit (yf_report_get_log (report), row->session->id);

  add_word (text, row->session->id);
  add_when (text, row->session);
  add_what (text, report, row);
  add_done (text, row);
  add_answers (text, row->session);
  add_stop (text, row->stop);
  add_word (text, edit == NULL ? "" : edit->old != NULL ? "changed" : "added");
  add_text (text, row->session->after != NULL ? row->session->after->note : NULL);
  add_word (text, yf_record_state_get_id (row->session->state));
  add_plan (text, yf_report_get_log (report), row);
  g_string_append (text, "\r\n");
}

/* The next stop that fell in a set and is not told yet. */
static const YfStop *
take_stop (YfSessionRecord *session,
           guint            item,
           YfSide           side,
           int              set,
           gboolean        *told)
{
  for (guint i = 0; i < session->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (session->stops, i);

      if (!told[i] && stop->item == item && stop->side == side && stop->set == set)
        {
          told[i] = TRUE;
          return stop;
        }
    }

  return NULL;
}

/* Every stop of an exercise that no set took, a row each. */
static guint
add_other_stops (GString         *text,
                 YfReport        *report,
                 YfSessionRecord *session,
                 guint            item,
                 gboolean        *told)
{
  guint n = 0;

  for (guint i = 0; i < session->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (session->stops, i);
      Row row = { .session = session, .side = stop->side, .set = stop->set, .stop = stop };

      if (told[i] || stop->item != item)
        continue;

      told[i] = TRUE;
      row.exercise = item < session->exercises->len ? g_ptr_array_index (session->exercises, item) : NULL;
      add_row (text, report, &row);
      n++;
    }

  return n;
}

static void
add_exercise (GString         *text,
              YfReport        *report,
              YfSessionRecord *session,
              GArray          *sets,
              guint            item,
              gboolean        *told)
{
  const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, item);
  guint n_rows = 0;

  for (guint i = 0; i < sets->len; i++)
    {
      const YfReportSet *set = &g_array_index (sets, YfReportSet, i);
      Row row = { .session = session, .exercise = exercise, .side = set->side, .set = set->set, .done = set };

      if (set->item != item || set->n_reps == 0)
        continue;

      row.stop = take_stop (session, item, row.side, row.set, told);
      add_row (text, report, &row);
      n_rows++;
    }

  n_rows += add_other_stops (text, report, session, item, told);
  if (n_rows == 0)
    {
      const Row row = { .session = session, .exercise = exercise };

      add_row (text, report, &row);
    }
}

static void
add_session (GString         *text,
             YfReport        *report,
             YfSessionRecord *session)
{
  g_autofree gboolean *told = g_new0 (gboolean, session->stops->len + 1);
  g_autoptr (GArray) sets = yf_report_dup_sets (session);
  guint n_rows = session->exercises->len;

  for (guint i = 0; i < session->exercises->len; i++)
    add_exercise (text, report, session, sets, i, told);

  /* Of an exercise that the session does not have. */
  for (guint i = 0; i < session->stops->len; i++)
    n_rows += add_other_stops (text, report, session,
                               ((const YfStop *) g_ptr_array_index (session->stops, i))->item, told);

  if (n_rows == 0)
    {
      const Row row = { .session = session };

      add_row (text, report, &row);
    }
}

/**
 * yf_report_to_csv:
 * @self: a report
 * @error: return location for an error
 *
 * Writes a table of what was done, as RFC 4180 has it, in UTF-8 with a byte order mark.
 * A row is a set in which a repetition was counted. A stop outside such a set, or the second in one,
 * and an exercise or session without any set, has a row of its own with 0 in
 * reps, so that nothing of the sessions is missing. What nobody said is an empty cell.
 * A text that would be a formula has an apostrophe before it. The columns:
 *
 * - session_id: a UUID, the same in every row of a session
 * - date, time, utc_offset: when the session began, where the person was: 2026-11-20, 19:00:00, UTC+08:00
 * - exercise, exercise_name: its id, and its name in the language of the person
 * - side: none, left or right
 * - set: which set, from 1; empty where none had begun
 * - planned_sets, planned_reps, planned_hold_s: the dose that was intended
 * - reps: repetitions that were counted
 * - hold_s: how long they were held, all together, in seconds
 * - seconds: from the start of the first to the end of the last; empty where the session was typed in
 *   afterwards, for nobody knows
 * - state: how the exercise ended: completed, stopped or cut
 * - counted_by: pace or tap
 * - pain_back_before, pain_leg_before, pain_back_after, pain_leg_after: of the session, 0 to 10
 * - effort: of the session, 0 to 10
 * - next_morning: better, same or worse
 * - stop_rep, stop_phase, stop_pain, stop_site: where it hurt: the repetition, 0 before the first; the
 *   phase, such as raise, hold, lower; 0 to 10; back, leg or elsewhere
 * - edited: changed or added, where the session was edited afterwards
 * - note: the person's own words after the session
 * - session_state: how the session ended: completed, stopped or cut; an exercise may be completed in one that
 *   was stopped after it
 * - programme: the id of the version of a physiotherapist's programme that the session followed; empty where it
 *   followed none
 * - stage: prevention, acute, easing, recovery or maintenance, as the plan reckoned it on that day; empty where no
 *   change of stage in the report tells
 * - dose_since, dose_reason: the day on which the plan last changed the dose of the exercise, as 2026-11-20, and why, such
 *   as good-sessions, worse-morning, pain-rose, pain-stop, suspended, reviewed, break, episode or limit; of a report of
 *   some days, changes before them are not known, so that both are empty then
 *
 * Reminders and breaks from sitting are of no set, and so in every other paper.
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
yf_report_to_csv (YfReport  *self,
                  GError   **error)
{
  g_autoptr (GString) text = g_string_new (BYTE_ORDER_MARK);
  YfLog *log = yf_report_get_log (self);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", columns[i]);
  g_string_append (text, "\r\n");

  for (guint i = 0; i < log->sessions->len; i++)
    add_session (text, self, g_ptr_array_index (log->sessions, i));

  return g_string_free_to_bytes (g_steal_pointer (&text));
}
