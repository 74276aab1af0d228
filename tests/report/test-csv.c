/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include <string.h>

#include "yf-report.h"

/* The table of sets, read by a reader of its own: what it says is what the log
 * says, and nothing of the log is missing. */

#define N_COLUMNS 33

static const char header[] =
  "session_id,date,time,utc_offset,exercise,exercise_name,side,set,planned_sets,planned_reps,planned_hold_s,reps,"
  "hold_s,seconds,state,counted_by,pain_back_before,pain_leg_before,pain_back_after,pain_leg_after,effort,"
  "next_morning,stop_rep,stop_phase,stop_pain,stop_site,edited,note,session_state,programme,stage,dose_since,dose_reason\r\n";

static GBytes *
render (YfLog *log)
{
  g_autoptr (YfReport) report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), FALSE,
                                               FIXTURE_START + 60 * FIXTURE_DAY);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = yf_report_render (report, YF_REPORT_CSV, &error);

  g_assert_no_error (error);

  return bytes;
}

/* Rows of cells, as RFC 4180 has them: written from the RFC, not from the writer. */
static GPtrArray *
parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  const char *c = text;

  while (*c != '\0')
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      if (*c == '"')
        {
          for (c++; *c != '"' || c[1] == '"'; c++)
            {
              g_assert_cmpint (*c, !=, '\0');
              g_string_append_c (cell, *c);
              if (*c == '"')
                c++;
            }
          c++;
        }
      else
        {
          for (; *c != ',' && *c != '\r'; c++)
            {
              g_assert_cmpint (*c, !=, '\0');
              g_assert_cmpint (*c, !=, '\n');
              g_assert_cmpint (*c, !=, '"');
              g_string_append_c (cell, *c);
            }
        }

      g_ptr_array_add (row, g_strdup (cell->str));
      if (*c == ',')
        {
          c++;
          continue;
        }

      g_assert_true (g_str_has_prefix (c, "\r\n"));
      c += 2;
      g_assert_cmpuint (row->len, ==, N_COLUMNS);
      g_ptr_array_add (rows, row);
      row = g_ptr_array_new_with_free_func (g_free);
    }

  g_assert_cmpuint (row->len, ==, 0);
  g_ptr_array_unref (row);

  return rows;
}

static GPtrArray *
get_rows (GBytes *bytes)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_prefix (text, "\xef\xbb\xbf"));
  g_assert_true (g_str_has_prefix (text + 3, header));

  return parse (text + 3);
}

static const char *
get_cell (GPtrArray  *rows,
          guint       row,
          const char *column)
{
  GPtrArray *names = g_ptr_array_index (rows, 0);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_ptr_array_index (names, i), column))
      return g_ptr_array_index ((GPtrArray *) g_ptr_array_index (rows, row), i);

  g_error ("there is no column %s", column);
}

/* Rows of the fixture, by their number. */
static const struct
{
  guint       row;
  const char *column;
  const char *value;
} cells[] = {
  { 1, "session_id", "10000000-0000-4000-8000-000000000001" },
  { 1, "date", "2026-08-03" }, { 1, "time", "19:00:00" }, { 1, "utc_offset", "UTC+08:00" },
  { 1, "exercise", "abdominal-breathing" }, { 1, "exercise_name", "Abdominal breathing" }, { 1, "side", "none" },
  { 1, "set", "1" }, { 1, "planned_sets", "2" }, { 1, "planned_reps", "3" }, { 1, "planned_hold_s", "0" },
  { 1, "reps", "3" }, { 1, "hold_s", "0" }, { 1, "seconds", "18" }, { 1, "state", "completed" },
  { 1, "counted_by", "pace" }, { 1, "pain_back_before", "6" }, { 1, "pain_leg_before", "4" },
  { 1, "pain_back_after", "5" }, { 1, "pain_leg_after", "4" }, { 1, "effort", "3" },
  { 1, "next_morning", "better" }, { 1, "stop_rep", "" }, { 1, "stop_phase", "" }, { 1, "stop_pain", "" },
  { 1, "stop_site", "" }, { 1, "edited", "" }, { 1, "note", "做完以后腰松了一点，“还行”。" },
  { 1, "session_state", "completed" }, { 2, "set", "2" }, { 2, "reps", "2" }, { 2, "counted_by", "tap" },

  /* The stop in its set, and an exercise that was not begun. */
  { 4, "set", "2" }, { 4, "reps", "1" }, { 4, "hold_s", "2.5" }, { 4, "seconds", "8.5" }, { 4, "stop_rep", "2" },
  { 4, "stop_phase", "hold" }, { 4, "stop_pain", "6" }, { 4, "stop_site", "back" },
  { 4, "note", "'=cmd|' /C calc'!A0" }, { 4, "pain_leg_after", "" }, { 4, "state", "stopped" },
  { 4, "session_state", "stopped" },
  { 5, "exercise", "modified-swallow" }, { 5, "set", "" }, { 5, "reps", "0" }, { 5, "hold_s", "0" },
  { 5, "seconds", "0" }, { 5, "counted_by", "" }, { 5, "stop_rep", "" }, { 5, "state", "stopped" },

  /* Both sides, and a note of two lines. */
  { 6, "side", "left" }, { 7, "side", "right" }, { 7, "hold_s", "15.000003" }, { 7, "effort", "" },
  { 6, "note", "first, \"slowly\"\nthen faster" },

  /* It hurt before the first repetition, and in the first. */
  { 9, "exercise", "plank" }, { 9, "set", "" }, { 9, "reps", "0" }, { 9, "stop_rep", "0" },
  { 9, "stop_phase", "get-ready" }, { 9, "stop_pain", "" }, { 9, "stop_site", "" },
  { 10, "exercise", "waist-hip-stretch" }, { 10, "side", "left" }, { 10, "set", "1" }, { 10, "reps", "0" },
  { 10, "stop_rep", "1" }, { 10, "stop_site", "leg" }, { 10, "pain_back_after", "" }, { 10, "next_morning", "" },

  /* Elsewhere, and without a check-in. */
  { 11, "date", "2026-08-17" }, { 11, "time", "07:30:00" }, { 11, "utc_offset", "UTC-03:30" },
  { 11, "pain_back_before", "" }, { 11, "pain_back_after", "0" }, { 11, "effort", "0" },
  { 13, "state", "cut" }, { 13, "session_state", "cut" }, { 14, "state", "cut" }, { 14, "reps", "0" },

  /* An exercise of one's own, and a note that begins with a plus. */
  { 15, "exercise", "own-1" }, { 15, "exercise_name", "猫式 & \"cat\" <1>" }, { 17, "set", "3" }, { 15, "note", "'+1" },

  /* Edited. */
  { 18, "edited", "changed" }, { 18, "pain_back_before", "2" }, { 20, "edited", "added" }, { 20, "seconds", "" },
  { 20, "hold_s", "25" },

  /* It hurt twice in one set. */
  { 22, "side", "left" }, { 22, "stop_pain", "" }, { 24, "side", "right" }, { 24, "reps", "1" }, { 24, "stop_pain", "5" },
  { 25, "side", "right" }, { 25, "set", "2" }, { 25, "reps", "0" }, { 25, "stop_pain", "10" },
  { 25, "stop_site", "elsewhere" }, { 25, "note", "'@home" },
};

/* What the plan adds to a row: of session 2, 3, 8 and 10 of the fixture. */
static void
test_plan (void)
{
  static const struct
  {
    const char *session;
    const char *exercise;
    const char *programme;
    const char *stage;
    const char *since;
    const char *reason;
  } rows_of[] = {
    { "000000000002", "five-point-support", "", "acute", "", "" },
    { "000000000003", "straight-leg-raise", "", "easing", "", "" },
    { "000000000004", "plank", "", "easing", "", "" },
    { "000000000005", "five-point-support", "", "easing", "2026-08-12", "good-sessions" },
    { "000000000007", "own-1", "a0000000-0000-4000-8000-000000000001", "easing", "", "" },
    /* The change of 2 September was withdrawn. */
    { "000000000008", "five-point-support", "a0000000-0000-4000-8000-000000000001", "easing", "2026-08-12", "good-sessions" },
    { "000000000009", "glute-bridge", "a0000000-0000-4000-8000-000000000002", "recovery", "", "" },
  };
  g_autoptr (YfLog) log = fixture_new_log_with_plan ();
  g_autoptr (GBytes) bytes = render (log);
  g_autoptr (GPtrArray) rows = get_rows (bytes);

  for (gsize i = 0; i < G_N_ELEMENTS (rows_of); i++)
    {
      guint n = 0;

      for (guint row = 1; row < rows->len; row++)
        {
          if (!g_str_has_suffix (get_cell (rows, row, "session_id"), rows_of[i].session) ||
              !g_str_equal (get_cell (rows, row, "exercise"), rows_of[i].exercise))
            continue;

          n++;
          g_assert_cmpstr (get_cell (rows, row, "programme"), ==, rows_of[i].programme);
          g_assert_cmpstr (get_cell (rows, row, "stage"), ==, rows_of[i].stage);
          g_assert_cmpstr (get_cell (rows, row, "dose_since"), ==, rows_of[i].since);
          g_assert_cmpstr (get_cell (rows, row, "dose_reason"), ==, rows_of[i].reason);
        }
      g_assert_cmpuint (n, >, 0);
    }
}

/* A change that came of a session does not make its dose; that of the day before does. */
static void
test_plan_of_one_day (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  const YfSessionRecord *session = g_ptr_array_index (log->sessions, 1);
  const YfDose dose = { 2, 3, 3 * YF_SECOND };
  YfDay day = yf_day_from_moment (session->started, session->utc_offset);

  for (int own = 0; own < 2; own++)
    {
      g_autoptr (YfDoseChange) change = yf_dose_change_new (day, "five-point-support", &dose, &dose,
                                                            YF_DOSE_REASON_WORSE_MORNING);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      yf_dose_change_add (change, own ? session->id : "10000000-0000-4000-8000-000000000001", day - 1);
      g_ptr_array_set_size (log->dose_changes, 0);
      g_ptr_array_add (log->dose_changes, yf_dose_change_record_new (change, session->started));
      bytes = render (log);
      rows = get_rows (bytes);
      g_assert_cmpstr (get_cell (rows, 3, "session_id"), ==, session->id);
      g_assert_cmpstr (get_cell (rows, 3, "dose_reason"), ==, own ? "" : "worse-morning");
    }
}

static void
test_cells (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (GBytes) bytes = render (log);
  g_autoptr (GPtrArray) rows = get_rows (bytes);

  g_assert_cmpuint (rows->len, ==, 26);
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      const char *value = get_cell (rows, cells[i].row, cells[i].column);

      if (!g_str_equal (value, cells[i].value))
        g_error ("row %u, %s: “%s”, not “%s”", cells[i].row, cells[i].column, value, cells[i].value);
    }
}

static void
test_counts (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (GBytes) bytes = render (log);
  g_autoptr (GPtrArray) rows = get_rows (bytes);
  g_autoptr (GHashTable) sessions = g_hash_table_new (g_str_hash, g_str_equal);
  gint64 reps = 0;
  int n_sets = 0;
  int n_stops = 0;

  for (guint i = 1; i < rows->len; i++)
    {
      gint64 n = g_ascii_strtoll (get_cell (rows, i, "reps"), NULL, 10);

      g_hash_table_add (sessions, (char *) get_cell (rows, i, "session_id"));
      reps += n;
      n_sets += n > 0;
      n_stops += *get_cell (rows, i, "stop_phase") != '\0';
    }

  g_assert_cmpuint (g_hash_table_size (sessions), ==, FIXTURE_N_SESSIONS);
  g_assert_cmpint (reps, ==, FIXTURE_N_REPS);
  g_assert_cmpint (n_sets, ==, FIXTURE_N_SETS);
  g_assert_cmpint (n_stops, ==, FIXTURE_N_STOPS);
}

/* Every sign that a spreadsheet takes for the beginning of a formula, and some that it does not. */
static void
test_formulas (void)
{
  static const struct
  {
    const char *note;
    const char *cell;
  } cases[] = {
    { "=1+1", "'=1+1" }, { "+1", "'+1" }, { "-1", "'-1" }, { "@A1", "'@A1" }, { "\t=1", "'\t=1" },
    { "\r=1", "'\r=1" }, { "\n=1", "'\n=1" }, { "1=1", "1=1" }, { "'=1", "'=1" }, { "\"=1", "\"=1" }, { "a,b", "a,b" },
    { "a\r\nb", "a\r\nb" }, { "疼", "疼" }, { ",", "," },
    { "＝1＋1", "'＝1＋1" }, { "＋1", "'＋1" }, { "－1", "'－1" }, { "＠A1", "'＠A1" }, { "１＝1", "１＝1" },
    { "\"\"\"", "\"\"\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ();
      YfSessionRecord *session = g_ptr_array_index (log->sessions, 0);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      g_free (session->after->note);
      session->after->note = g_strdup (cases[i].note);
      bytes = render (log);
      rows = get_rows (bytes);
      g_assert_cmpstr (get_cell (rows, 1, "note"), ==, cases[i].cell);
      g_assert_cmpuint (rows->len, ==, 26);
    }
}

/* A set that was left in the middle and gone on with took as long as before. */
static void
test_break (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  YfSessionRecord *session = g_ptr_array_index (log->sessions, 0);
  GPtrArray *reps = ((YfExerciseRecord *) g_ptr_array_index (session->exercises, 0))->reps;
  const gint64 away = 1000 * YF_SECOND;
  g_autoptr (GBytes) whole = render (log);
  g_autoptr (GPtrArray) before = get_rows (whole);
  g_autoptr (GBytes) left = NULL;
  g_autoptr (GPtrArray) after = NULL;
  gint64 from = ((YfRepetition *) g_ptr_array_index (reps, 0))->ended;

  for (guint i = 1; i < reps->len; i++)
    {
      ((YfRepetition *) g_ptr_array_index (reps, i))->started += away;
      ((YfRepetition *) g_ptr_array_index (reps, i))->ended += away;
    }
  session->ended += away;
  yf_session_record_add_break (session, from, from + away);

  left = render (log);
  after = get_rows (left);
  g_assert_cmpstr (get_cell (before, 1, "seconds"), ==, get_cell (after, 1, "seconds"));
  g_assert_cmpstr (get_cell (before, 1, "seconds"), !=, "");
}

/* Nothing but the header; and a session in which nothing was planned. */
static void
test_sparse (void)
{
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (GBytes) empty = render (log);
  g_autoptr (GPtrArray) none = get_rows (empty);
  g_autofree char *id = fixture_make_id (1, 99);
  YfSessionRecord *session = yf_session_record_new (id, FIXTURE_START, FIXTURE_EAST);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_cmpuint (none->len, ==, 1);

  session->state = YF_RECORD_CUT;
  session->ended = session->started;
  g_ptr_array_add (log->sessions, session);
  bytes = render (log);
  rows = get_rows (bytes);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (get_cell (rows, 1, "session_id"), ==, id);
  g_assert_cmpstr (get_cell (rows, 1, "exercise"), ==, "");
  g_assert_cmpstr (get_cell (rows, 1, "reps"), ==, "0");
  g_assert_cmpstr (get_cell (rows, 1, "state"), ==, "cut");
}

/* A session that ended after its last repetition and before its end; and sides
 * that took turns within a set, which is two sets all the same. */
static void
test_sets (void)
{
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autofree char *id = fixture_make_id (1, 99);
  YfSessionRecord *session = yf_session_record_new (id, FIXTURE_START, FIXTURE_EAST);
  const YfDose dose = { .sets = 1, .reps = 2, .hold = 3 * YF_SECOND };
  YfExerciseRecord *exercise;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  session->state = YF_RECORD_STOPPED;
  session->ended = session->started + YF_SECOND * 60;
  g_ptr_array_add (log->sessions, session);
  yf_session_record_add_exercise (session, "straight-leg-raise", &dose, YF_RECORD_COMPLETED);
  exercise = g_ptr_array_index (session->exercises, 0);
  for (int i = 0; i < 4; i++)
    {
      const YfRepetition rep = {
        .set = 1,
        .rep = 1 + i / 2,
        .side = i % 2 == 0 ? YF_SIDE_LEFT : YF_SIDE_RIGHT,
        .started = session->started + i * 10 * YF_SECOND,
        .ended = session->started + (i * 10 + 8) * YF_SECOND,
        .hold = 3 * YF_SECOND,
      };

      g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
    }

  bytes = render (log);
  rows = get_rows (bytes);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 1; i < rows->len; i++)
    {
      g_assert_cmpstr (get_cell (rows, i, "side"), ==, i == 1 ? "left" : "right");
      g_assert_cmpstr (get_cell (rows, i, "reps"), ==, "2");
      g_assert_cmpstr (get_cell (rows, i, "hold_s"), ==, "6");
      g_assert_cmpstr (get_cell (rows, i, "seconds"), ==, "28");
      g_assert_cmpstr (get_cell (rows, i, "state"), ==, "completed");
      g_assert_cmpstr (get_cell (rows, i, "session_state"), ==, "stopped");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/csv/plan", test_plan);
  g_test_add_func ("/report/csv/plan-of-one-day", test_plan_of_one_day);
  g_test_add_func ("/report/csv/cells", test_cells);
  g_test_add_func ("/report/csv/counts", test_counts);
  g_test_add_func ("/report/csv/break", test_break);
  g_test_add_func ("/report/csv/formulas", test_formulas);
  g_test_add_func ("/report/csv/sets", test_sets);
  g_test_add_func ("/report/csv/sparse", test_sparse);

  return g_test_run ();
}
