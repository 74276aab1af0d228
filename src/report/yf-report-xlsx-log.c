/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-xlsx-sheet.h"

#include <glib/gi18n-lib.h>

/* What was done: the sheets with one row an entry. */

static const char *
exercise_name (YfXlsx     *self,
               const char *exercise)
{
  return yf_progress_get_exercise_name (yf_report_get_progress (self->report), exercise);
}

static const char *
origin_name (YfOrigin origin)
{
  return origin == YF_ORIGIN_ENTERED ? C_("how a session came into the log", "Written down afterwards")
                                     : C_("how a session came into the log", "Counted while it was done");
}

/* How an entry was changed, if it was. */
static void
write_edit (YfXlsxSheet *sheet,
            const char  *entry)
{
  const YfEdit *edit = yf_log_find_edit (yf_report_get_log (sheet->xlsx->report), entry);
  g_autofree char *text = edit != NULL ? yf_report_edit_text (edit) : NULL;

  yf_xlsx_sheet_text (sheet, text);
}

static char *
offset_to_string (gint32 utc_offset)
{
  return g_strdup_printf ("%c%02d:%02d", utc_offset < 0 ? '-' : '+', ABS (utc_offset) / 3600,
                          ABS (utc_offset) / 60 % 60);
}

/**
 * yf_xlsx_write_sessions:
 * @self: a workbook
 *
 * Adds the sheet of the sessions, a row each.
 */
void
yf_xlsx_write_sessions (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Sessions"));
  const char *headers[] = {
    _("Begun"), _("Ended"), _("Offset from UTC"), _("Minutes"), _("How it ended"), _("Exercises"), _("Sets"),
    _("Repetitions"), _("Under hold (s)"), _("Stops for pain"), _("Back pain before"), _("Leg pain before"),
    _("Back pain after"), _("Leg pain after"), _("Effort, 0 to 10"), _("Next morning"), _("Note"),
    _("How it was written down"), _("Change"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      g_autoptr (GArray) sets = yf_report_dup_sets (session);
      g_autofree char *offset = offset_to_string (session->utc_offset);
      gint64 hold = 0;
      int n_sets = 0;
      int n_reps = 0;

      for (guint j = 0; j < sets->len; j++)
        {
          const YfReportSet *set = &g_array_index (sets, YfReportSet, j);

          n_sets += set->n_reps > 0;
          n_reps += set->n_reps;
          hold += set->hold;
        }

      yf_xlsx_sheet_moment (sheet, session->started, session->utc_offset);
      yf_xlsx_sheet_moment (sheet, session->ended, session->utc_offset);
      yf_xlsx_sheet_text (sheet, offset);
      if (session->ended != 0)
        yf_xlsx_sheet_minutes (sheet, yf_session_record_get_length (session) / YF_SECOND);
      else
        yf_xlsx_sheet_skip (sheet);
      yf_xlsx_sheet_text (sheet, yf_record_state_get_name (session->state));
      yf_xlsx_sheet_int (sheet, session->exercises->len);
      yf_xlsx_sheet_int (sheet, n_sets);
      yf_xlsx_sheet_int (sheet, n_reps);
      yf_xlsx_sheet_seconds (sheet, hold);
      yf_xlsx_sheet_int (sheet, session->stops->len);
      yf_xlsx_sheet_score (sheet, session->check_in != NULL ? yf_check_in_get_pain_back (session->check_in)
                                                            : YF_PAIN_UNANSWERED);
      yf_xlsx_sheet_score (sheet, session->check_in != NULL ? yf_check_in_get_pain_leg (session->check_in)
                                                            : YF_PAIN_UNANSWERED);
      yf_xlsx_sheet_score (sheet, session->after != NULL ? session->after->pain_back : YF_PAIN_UNANSWERED);
      yf_xlsx_sheet_score (sheet, session->after != NULL ? session->after->pain_leg : YF_PAIN_UNANSWERED);
      yf_xlsx_sheet_score (sheet, session->after != NULL ? session->after->effort : YF_EFFORT_UNANSWERED);
      yf_xlsx_sheet_text (sheet, session->morning != YF_MORNING_UNANSWERED
                                 ? yf_morning_get_name (session->morning) : NULL);
      yf_xlsx_sheet_text (sheet, session->after != NULL ? session->after->note : NULL);
      yf_xlsx_sheet_text (sheet, origin_name (session->origin));
      write_edit (sheet, session->id);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

/**
 * yf_xlsx_write_sets:
 * @self: a workbook
 *
 * Adds the sheet of the sets, a row each; an exercise without any has a row
 * with 0 repetitions.
 */
void
yf_xlsx_write_sets (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Sets"));
  const char *headers[] = {
    _("Session begun"), _("Exercise"), _("How it ended"), _("Side"), C_("which one", "Set"),
    _("Set begun"), _("Set ended"), _("Repetitions"), _("Planned repetitions"), _("Under hold (s)"), _("Planned hold (s)"), _("Planned sets"),
    _("Counted by"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);
      g_autoptr (GArray) sets = yf_report_dup_sets (session);

      for (guint j = 0; j < sets->len; j++)
        {
          const YfReportSet *set = &g_array_index (sets, YfReportSet, j);
          const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, set->item);

          yf_xlsx_sheet_moment (sheet, session->started, session->utc_offset);
          yf_xlsx_sheet_text (sheet, exercise_name (self, exercise->exercise));
          yf_xlsx_sheet_text (sheet, yf_record_state_get_name (exercise->state));
          yf_xlsx_sheet_text (sheet, yf_report_side_name (set->side));
          yf_xlsx_sheet_score (sheet, set->n_reps > 0 ? set->set : -1);
          yf_xlsx_sheet_moment (sheet, set->started, session->utc_offset);
          yf_xlsx_sheet_moment (sheet, set->ended, session->utc_offset);
          yf_xlsx_sheet_int (sheet, set->n_reps);
          yf_xlsx_sheet_int (sheet, exercise->planned.reps);
          yf_xlsx_sheet_seconds (sheet, set->hold);
          yf_xlsx_sheet_seconds (sheet, exercise->planned.hold);
          yf_xlsx_sheet_int (sheet, exercise->planned.sets);
          if (set->n_reps == 0)
            yf_xlsx_sheet_skip (sheet);
          else
            yf_xlsx_sheet_text (sheet, set->tapped ? C_("who counts repetitions", "The person")
                                                   : C_("who counts repetitions", "The program"));
          yf_xlsx_sheet_next (sheet);
        }
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

/**
 * yf_xlsx_write_stops:
 * @self: a workbook
 *
 * Adds the sheet of what hurt, a row for each time.
 */
void
yf_xlsx_write_stops (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Stops for pain"));
  const char *headers[] = {
    C_("column of moments", "When"), _("Session begun"), _("Exercise"), _("Side"), C_("which one", "Set"),
    C_("which one", "Repetition"), _("Phase"),
    _("Pain, 0 to 10"), _("Where it hurt"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      for (guint j = 0; j < session->stops->len; j++)
        {
          const YfStop *stop = g_ptr_array_index (session->stops, j);

          yf_xlsx_sheet_moment (sheet, stop->at, session->utc_offset);
          yf_xlsx_sheet_moment (sheet, session->started, session->utc_offset);
          yf_xlsx_sheet_text (sheet, exercise_name (self, yf_session_record_get_stop_exercise (session, stop)));
          yf_xlsx_sheet_text (sheet, yf_report_side_name (stop->side));
          yf_xlsx_sheet_score (sheet, stop->set > 0 ? stop->set : -1);
          yf_xlsx_sheet_score (sheet, stop->rep > 0 ? stop->rep : -1);
          yf_xlsx_sheet_text (sheet, yf_segment_kind_get_name (stop->phase));
          yf_xlsx_sheet_score (sheet, stop->pain);
          yf_xlsx_sheet_text (sheet, yf_report_site_name (stop->site));
          yf_xlsx_sheet_next (sheet);
        }
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

/* The signs that were answered with yes, a line each. */
static char *
signs_to_string (YfReport        *report,
                 const YfCheckIn *check_in)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);
      const char *text = yf_report_flag_text (report, sign->flag);

      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      if (sign->days > 0)
        /* Translators: a red flag, and for how many days it has been there */
        g_string_append_printf (lines, ngettext ("%s (for %d day)", "%s (for %d days)", sign->days),
                                text, sign->days);
      else
        g_string_append (lines, text);
    }

  return g_strdup (lines->str);
}

/**
 * yf_xlsx_write_check_ins:
 * @self: a workbook
 * @n_rows: (out): return location for how many rows follow the header
 *
 * Adds the sheet of the check-ins, those before a session and those without one.
 *
 * Returns: (transfer none): the sheet, for charts to refer to
 */
lxw_worksheet *
yf_xlsx_write_check_ins (YfXlsx *self,
                         guint  *n_rows)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Check-ins"));
  lxw_worksheet *worksheet = sheet->worksheet;
  g_autoptr (GArray) check_ins = yf_report_dup_check_ins (log);
  /* The charts know where some of these are: YF_XLSX_CHECK_IN_AT. */
  const char *headers[] = {
    C_("column of moments", "When"), _("Day"), _("Session begun"), _("Back pain, 0 to 10"), _("Leg pain, 0 to 10"),
    _("Has the pain moved?"), _("Number of red flags"), _("Red flags"), _("Change"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < check_ins->len; i++)
    {
      const YfReportCheckIn *one = &g_array_index (check_ins, YfReportCheckIn, i);
      g_autofree char *signs = signs_to_string (self->report, one->check_in);

      yf_xlsx_sheet_moment (sheet, one->at, one->utc_offset);
      yf_xlsx_sheet_day (sheet, yf_day_from_moment (one->at, one->utc_offset));
      yf_xlsx_sheet_moment (sheet, one->session != NULL ? one->session->started : 0, one->utc_offset);
      yf_xlsx_sheet_score (sheet, yf_check_in_get_pain_back (one->check_in));
      yf_xlsx_sheet_score (sheet, yf_check_in_get_pain_leg (one->check_in));
      yf_xlsx_sheet_text (sheet, yf_report_moved_name (yf_check_in_get_moved (one->check_in)));
      yf_xlsx_sheet_int (sheet, yf_check_in_get_n_flags (one->check_in));
      yf_xlsx_sheet_text (sheet, signs);
      write_edit (sheet, one->entry);
      yf_xlsx_sheet_next (sheet);
    }

  *n_rows = check_ins->len;
  yf_xlsx_sheet_finish (sheet, TRUE);

  return worksheet;
}

/**
 * yf_xlsx_write_activities:
 * @self: a workbook
 *
 * Adds the sheet of activities and compresses: first the ones, then the others.
 */
void
yf_xlsx_write_activities (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfCatalogue *catalogue = yf_report_get_catalogue (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Activities and relief"));
  const char *headers[] = {
    _("Begun"), _("Kind"), _("What"), _("Minutes"), _("How it ended"), _("Change"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->activities->len; i++)
    {
      const YfActivityRecord *activity = g_ptr_array_index (log->activities, i);

      yf_xlsx_sheet_moment (sheet, activity->at, activity->utc_offset);
      yf_xlsx_sheet_text (sheet, C_("kind of entry", "Activity"));
      yf_xlsx_sheet_text (sheet, yf_activity_kind_get_name (activity->kind));
      yf_xlsx_sheet_minutes (sheet, activity->minutes * 60);
      yf_xlsx_sheet_skip (sheet);
      write_edit (sheet, activity->id);
      yf_xlsx_sheet_next (sheet);
    }

  for (guint i = 0; i < log->reliefs->len; i++)
    {
      const YfReliefRecord *relief = g_ptr_array_index (log->reliefs, i);
      YfExercise *known = yf_catalogue_find_relief (catalogue, relief->kind);

      yf_xlsx_sheet_moment (sheet, relief->started, relief->utc_offset);
      yf_xlsx_sheet_text (sheet, C_("kind of entry", "Relief"));
      yf_xlsx_sheet_text (sheet, known != NULL ? yf_exercise_get_name (known) : relief->kind);
      /* Nobody knows how long one took that was cut. */
      if (relief->ended != 0 && relief->state != YF_RECORD_CUT)
        yf_xlsx_sheet_minutes (sheet, (relief->ended - relief->started) / YF_SECOND);
      else
        yf_xlsx_sheet_skip (sheet);
      yf_xlsx_sheet_text (sheet, yf_record_state_get_name (relief->state));
      write_edit (sheet, relief->id);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}
