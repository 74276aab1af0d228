/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-words.h"

/* The log, day by day: a line for each exercise of a session, and what belongs to
 * the session below. What else was written down stands between, in its place. */

enum
{
  COLUMN_WHEN,
  COLUMN_WHAT,
  COLUMN_SIDE,
  COLUMN_PLANNED,
  COLUMN_DONE,
  COLUMN_HELD,
  COLUMN_BEFORE,
  COLUMN_AFTER,
  COLUMN_EFFORT,
  COLUMN_MORNING,
  N_COLUMNS,
};

typedef struct
{
  gint64        at;
  gint32        utc_offset;
  YfEntryKind   kind;
  const char   *id;
  gpointer      record;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *one = a;
  const Entry *other = b;
  YfDay day = yf_day_from_moment (one->at, one->utc_offset);
  YfDay other_day = yf_day_from_moment (other->at, other->utc_offset);

  if (day != other_day)
    return day < other_day ? -1 : 1;
  if (one->at != other->at)
    return one->at < other->at ? -1 : 1;

  return g_strcmp0 (one->id, other->id);
}

/* The total of a questionnaire has a day and no time: noon where it was typed
 * in is on that day. */
static gint64
get_noon (const YfClinicScore *score)
{
  GDate epoch;

  g_date_clear (&epoch, 1);
  g_date_set_dmy (&epoch, 1, G_DATE_JANUARY, 1970);

  return ((gint64) (score->day - (YfDay) g_date_get_julian (&epoch)) * 86400 + 43200 - score->utc_offset) *
         G_USEC_PER_SEC;
}

static GArray *
dup_entries (YfLog *log)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (Entry));

  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *one = g_ptr_array_index (log->sessions, i);
      Entry entry = { one->started, one->utc_offset, YF_ENTRY_SESSION, one->id, one };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < log->check_ins->len; i++)
    {
      YfCheckInRecord *one = g_ptr_array_index (log->check_ins, i);
      Entry entry = { one->at, one->utc_offset, YF_ENTRY_CHECK_IN, one->id, one };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < log->reliefs->len; i++)
    {
      YfReliefRecord *one = g_ptr_array_index (log->reliefs, i);
      Entry entry = { one->started, one->utc_offset, YF_ENTRY_RELIEF, one->id, one };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < log->activities->len; i++)
    {
      YfActivityRecord *one = g_ptr_array_index (log->activities, i);
      Entry entry = { one->at, one->utc_offset, YF_ENTRY_ACTIVITY, one->id, one };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < log->ratings->len; i++)
    {
      YfFunctionRating *one = g_ptr_array_index (log->ratings, i);
      Entry entry = { one->at, one->utc_offset, YF_ENTRY_RATING, one->id, one };

      g_array_append_val (entries, entry);
    }
  for (guint i = 0; i < log->scores->len; i++)
    {
      YfClinicScore *one = g_ptr_array_index (log->scores, i);
      Entry entry = { get_noon (one), one->utc_offset, YF_ENTRY_SCORE, one->id, one };

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  return entries;
}

/* How long the repetitions of a side were held, shortest and longest. */
static char *
describe_hold (const YfExerciseRecord *exercise,
               YfSide                  side)
{
  gint64 shortest = G_MAXINT64;
  gint64 longest = 0;

  for (guint i = 0; i < exercise->reps->len; i++)
    {
      const YfRepetition *rep = g_ptr_array_index (exercise->reps, i);

      if (rep->side != side)
        continue;
      shortest = MIN (shortest, rep->hold);
      longest = MAX (longest, rep->hold);
    }

  return yf_report_hold_text (shortest, longest);
}

static void
add_exercise_row (YfPaperTable           *table,
                  const YfExerciseRecord *exercise,
                  const char             *side,
                  const char             *reps,
                  const char             *hold,
                  const char             *name)
{
  g_autofree char *planned = yf_report_dose_text (&exercise->planned);

  yf_paper_table_add_cell (table, COLUMN_WHAT, 1, YF_PAPER_CELL, name);
  yf_paper_table_add_cell (table, COLUMN_SIDE, 1, YF_PAPER_CELL, side);
  yf_paper_table_add_cell (table, COLUMN_PLANNED, 1, YF_PAPER_CELL, planned);
  yf_paper_table_add_cell (table, COLUMN_DONE, 1, YF_PAPER_CELL, reps);
  yf_paper_table_add_cell (table, COLUMN_HELD, 1, YF_PAPER_CELL, hold);
}

/* A line for each side, or one for both where they were alike. The first row of
 * the group is there already. */
static void
add_exercise (YfReportLayout        *layout,
              YfPaperTable          *table,
              const YfSessionRecord *session,
              GArray                *sets,
              guint                  item)
{
  static const YfSide all_sides[] = { YF_SIDE_NONE, YF_SIDE_LEFT, YF_SIDE_RIGHT };
  const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, item);
  const char *name = yf_progress_get_exercise_name (layout->progress, exercise->exercise);
  g_autofree char *left = yf_report_reps_text (sets, item, YF_SIDE_LEFT);
  g_autofree char *right = yf_report_reps_text (sets, item, YF_SIDE_RIGHT);
  g_autofree char *left_hold = describe_hold (exercise, YF_SIDE_LEFT);
  g_autofree char *right_hold = describe_hold (exercise, YF_SIDE_RIGHT);
  gboolean again = item > 0;

  if (!g_str_equal (left, "0") && g_str_equal (left, right) && g_str_equal (left_hold, right_hold))
    {
      if (again)
        yf_paper_table_add_row (table);
      add_exercise_row (table, exercise, C_("side of the body", "both"), left, left_hold, name);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (all_sides); i++)
    {
      g_autofree char *reps = yf_report_reps_text (sets, item, all_sides[i]);
      g_autofree char *hold = describe_hold (exercise, all_sides[i]);

      if (g_str_equal (reps, "0") && (all_sides[i] != YF_SIDE_NONE || exercise->reps->len > 0))
        continue;
      if (again)
        yf_paper_table_add_row (table);
      add_exercise_row (table, exercise, yf_report_side_word (all_sides[i]), reps, hold, name);
      again = TRUE;
    }
}

static void
add_stop (YfReportLayout  *layout,
          YfPaperTable    *table,
          YfSessionRecord *session,
          const YfStop    *stop)
{
  const char *exercise = yf_session_record_get_stop_exercise (session, stop);
  g_autofree char *text = yf_report_stop_text (layout, exercise, stop);

  yf_paper_table_add_remark (table, COLUMN_WHAT, text);
}

/* What a check-in said beside the scores. */
static void
add_answers (YfReportLayout  *layout,
             YfPaperTable    *table,
             const YfCheckIn *check_in)
{
  g_autofree char *text = yf_report_answers_text (layout, check_in);

  yf_paper_table_add_remark (table, COLUMN_WHAT, text);
}

static void
add_first_row (YfReportLayout *layout,
               YfPaperTable   *table,
               const Entry    *entry)
{
  g_autofree char *moment = entry->kind == YF_ENTRY_SCORE
                              ? yf_day_to_string (((YfClinicScore *) entry->record)->day)
                              : yf_report_moment_text (entry->at, entry->utc_offset);
  /* The mark that the first page explains. */
  g_autofree char *marked = g_strdup_printf ("%s%s", moment,
                                             yf_log_find_edit (layout->log, entry->id) != NULL ? " *" : "");

  yf_paper_table_add_row (table);
  yf_paper_table_add_cell (table, COLUMN_WHEN, 1, YF_PAPER_CELL, marked);
}

static void
add_session (YfReportLayout  *layout,
             YfPaperTable    *table,
             YfSessionRecord *session)
{
  g_autoptr (GArray) sets = yf_report_dup_sets (session);
  g_autofree char *before = session->check_in != NULL
                              ? yf_report_pain_text (yf_check_in_get_pain_back (session->check_in),
                                                     yf_check_in_get_pain_leg (session->check_in)) : NULL;
  g_autofree char *after = session->after != NULL
                             ? yf_report_pain_text (session->after->pain_back, session->after->pain_leg) : NULL;

  yf_paper_table_add_cell (table, COLUMN_BEFORE, 1, YF_PAPER_CELL, before);
  yf_paper_table_add_cell (table, COLUMN_AFTER, 1, YF_PAPER_CELL, after);
  if (session->after != NULL && session->after->effort != YF_EFFORT_UNANSWERED)
    {
      g_autofree char *effort = g_strdup_printf ("%d", session->after->effort);

      yf_paper_table_add_cell (table, COLUMN_EFFORT, 1, YF_PAPER_CELL, effort);
    }
  if (session->morning != YF_MORNING_UNANSWERED)
    yf_paper_table_add_cell (table, COLUMN_MORNING, 1, YF_PAPER_CELL, yf_report_morning_word (session->morning));

  if (session->exercises->len == 0)
    yf_paper_table_add_cell (table, COLUMN_WHAT, 1, YF_PAPER_CELL, _("Session without an exercise"));
  for (guint item = 0; item < session->exercises->len; item++)
    add_exercise (layout, table, session, sets, item);

  if (session->state != YF_RECORD_COMPLETED)
    yf_paper_table_add_remark (table, COLUMN_WHAT, yf_record_state_get_name (session->state));
  for (guint i = 0; i < session->stops->len; i++)
    add_stop (layout, table, session, g_ptr_array_index (session->stops, i));
  if (session->check_in != NULL)
    add_answers (layout, table, session->check_in);
  if (session->after != NULL && session->after->note != NULL)
    {
      /* Translators: %s is what the person wrote about a session */
      g_autofree char *note = g_strdup_printf (_("Note: %s"), session->after->note);

      yf_paper_table_add_remark (table, COLUMN_WHAT, note);
    }
}

static void
add_entry (YfReportLayout *layout,
           YfPaperTable   *table,
           const Entry    *entry)
{
  const YfEdit *edit = yf_log_find_edit (layout->log, entry->id);

  add_first_row (layout, table, entry);
  if (entry->kind == YF_ENTRY_SESSION)
    {
      add_session (layout, table, entry->record);
    }
  else if (entry->kind == YF_ENTRY_CHECK_IN)
    {
      const YfCheckIn *check_in = ((const YfCheckInRecord *) entry->record)->check_in;
      g_autofree char *pain = yf_report_pain_text (yf_check_in_get_pain_back (check_in),
                                                   yf_check_in_get_pain_leg (check_in));

      yf_paper_table_add_cell (table, COLUMN_WHAT, COLUMN_BEFORE - COLUMN_WHAT, YF_PAPER_CELL,
                               _("Check-in without a session"));
      yf_paper_table_add_cell (table, COLUMN_BEFORE, 1, YF_PAPER_CELL, pain);
      add_answers (layout, table, check_in);
    }
  else
    {
      g_autofree char *text = yf_report_entry_text (layout, entry->kind, entry->record);

      yf_paper_table_add_cell (table, COLUMN_WHAT, N_COLUMNS - COLUMN_WHAT, YF_PAPER_CELL, text);
    }

  if (edit != NULL)
    {
      g_autofree char *text = yf_report_edit_text (edit);
      g_autofree char *marked = g_strconcat ("* ", text, NULL);

      yf_paper_table_add_remark (table, COLUMN_WHAT, marked);
    }
  yf_paper_table_end_group (table);
}

static char *
name_month (YfDay day)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), 1, 0, 0, 0);

  /* Translators: a month as the heading of a part of the log: September 2026. See the manual of g_date_time_format */
  return g_date_time_format (time, C_("month of the log", "%B %Y"));
}

static YfPaperTable *
begin_month (YfReportLayout *layout,
             YfDay           day,
             int             chapter)
{
  const YfPaperText how = { .style = YF_PAPER_HEADING, .tag = "H2" };
  const YfPaperColumn columns[N_COLUMNS] = {
    [COLUMN_WHEN] = { C_("column of the log", "When"), 19, PANGO_ALIGN_LEFT },
    [COLUMN_WHAT] = { C_("column of the log", "Exercise"), 28, PANGO_ALIGN_LEFT },
    [COLUMN_SIDE] = { C_("column of the log", "Side"), 5.5, PANGO_ALIGN_LEFT },
    [COLUMN_PLANNED] = { C_("column of the log", "Planned"), 14.8, PANGO_ALIGN_LEFT },
    [COLUMN_DONE] = { C_("column of the log", "Done"), 10, PANGO_ALIGN_LEFT },
    [COLUMN_HELD] = { C_("column of the log", "Held"), 11.5, PANGO_ALIGN_LEFT },
    [COLUMN_BEFORE] = { C_("column of the log", "Pain before"), 8, PANGO_ALIGN_LEFT },
    [COLUMN_AFTER] = { C_("column of the log", "Pain after"), 8, PANGO_ALIGN_LEFT },
    [COLUMN_EFFORT] = { C_("column of the log", "Effort"), 7, PANGO_ALIGN_LEFT },
    [COLUMN_MORNING] = { C_("column of the log", "Next morning"), 8.5, PANGO_ALIGN_LEFT },
  };
  YfPaper *paper = layout->paper;
  g_autofree char *month = name_month (day);

  if (yf_paper_get_left (paper) < 110)
    yf_paper_begin_page (paper);
  yf_paper_skip (paper, 8);
  yf_paper_add_bookmark (paper, month, chapter);
  yf_paper_add_text (paper, &how, month);

  return yf_paper_table_new (paper, columns, N_COLUMNS);
}

static int
count_months (YfDay day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return g_date_get_year (&date) * 12 + (int) g_date_get_month (&date);
}

/**
 * yf_report_lay_log:
 * @layout: a report that is being laid out
 *
 * Puts everything that counts on pages of its own, month by month.
 */
void
yf_report_lay_log (YfReportLayout *layout)
{
  const YfPaperText small = { .style = YF_PAPER_SMALL, .tag = "P" };
  g_autoptr (GArray) entries = dup_entries (layout->log);
  YfPaperTable *table = NULL;
  int month = 0;
  int chapter;

  if (entries->len == 0)
    return;

  chapter = yf_report_lay_chapter (layout, _("Log"), "log");
  yf_paper_add_text (layout->paper, &small,
                     _("Done: sets × repetitions that were counted, or the repetitions of each set. Pain and effort are from "
                       "0 to 10; pain is back / leg. A side is named where an exercise has sides."));

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      YfDay day = yf_day_from_moment (entry->at, entry->utc_offset);

      if (count_months (day) != month)
        {
          if (table != NULL)
            yf_paper_table_end (table);
          table = begin_month (layout, day, chapter);
          month = count_months (day);
        }
      add_entry (layout, table, entry);
    }
  yf_paper_table_end (table);
}
