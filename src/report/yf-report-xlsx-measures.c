/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-xlsx-sheet.h"

#include <glib/gi18n-lib.h>

/* What was measured, planned and changed. */

static const char *
find_function (YfLog      *log,
               const char *activity)
{
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *function = g_ptr_array_index (log->functions, i);

      if (g_str_equal (function->id, activity))
        return function->name;
    }

  return NULL;
}

/**
 * yf_xlsx_write_measures:
 * @self: a workbook
 *
 * Adds the sheet of outcome measures: a row for each score, and one for the
 * mean of each rating.
 */
void
yf_xlsx_write_measures (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Outcome measures"));
  const char *headers[] = {
    _("Day"), _("Measure"), C_("that is hard to do", "Activity"), _("Score"), _("Best"), _("Worst"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->ratings->len; i++)
    {
      const YfFunctionRating *rating = g_ptr_array_index (log->ratings, i);
      YfDay day = yf_day_from_moment (rating->at, rating->utc_offset);

      for (guint j = 0; j < rating->scores->len; j++)
        {
          const YfFunctionScore *score = g_ptr_array_index (rating->scores, j);

          yf_xlsx_sheet_day (sheet, day);
          yf_xlsx_sheet_text (sheet, _("Patient-specific functional scale"));
          yf_xlsx_sheet_text (sheet, find_function (log, score->activity));
          yf_xlsx_sheet_int (sheet, score->score);
          yf_xlsx_sheet_int (sheet, YF_FUNCTION_MAX);
          yf_xlsx_sheet_int (sheet, 0);
          yf_xlsx_sheet_next (sheet);
        }

      yf_xlsx_sheet_day (sheet, day);
      yf_xlsx_sheet_text (sheet, _("Patient-specific functional scale, mean"));
      yf_xlsx_sheet_skip (sheet);
      yf_xlsx_sheet_real (sheet, yf_function_rating_get_mean (rating));
      yf_xlsx_sheet_int (sheet, YF_FUNCTION_MAX);
      yf_xlsx_sheet_int (sheet, 0);
      yf_xlsx_sheet_next (sheet);
    }

  for (guint i = 0; i < log->scores->len; i++)
    {
      const YfClinicScore *score = g_ptr_array_index (log->scores, i);

      yf_xlsx_sheet_day (sheet, score->day);
      yf_xlsx_sheet_text (sheet, yf_clinic_scale_get_name (score->scale));
      yf_xlsx_sheet_skip (sheet);
      yf_xlsx_sheet_int (sheet, score->total);
      yf_xlsx_sheet_int (sheet, 0);
      yf_xlsx_sheet_int (sheet, yf_clinic_scale_get_max (score->scale));
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

static void
write_dose (YfXlsxSheet  *sheet,
            const YfDose *dose)
{
  if (dose->sets == 0)
    {
      for (int i = 0; i < 3; i++)
        yf_xlsx_sheet_skip (sheet);
      return;
    }

  yf_xlsx_sheet_int (sheet, dose->sets);
  yf_xlsx_sheet_int (sheet, dose->reps);
  yf_xlsx_sheet_seconds (sheet, dose->hold);
}

/**
 * yf_xlsx_write_doses:
 * @self: a workbook
 *
 * Adds the sheet of the doses: what was planned of each exercise from when on.
 */
void
yf_xlsx_write_doses (YfXlsx *self)
{
  YfProgress *progress = yf_report_get_progress (self->report);
  GArray *doses = yf_progress_get_doses (progress);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Doses"));
  const char *headers[] = {
    C_("column of doses", "From"), _("Exercise"), _("Planned sets"), _("Planned repetitions"), _("Planned hold (s)"),
    _("Sets before"), _("Repetitions before"), _("Hold before (s)"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < doses->len; i++)
    {
      const YfDosePoint *change = &g_array_index (doses, YfDosePoint, i);

      yf_xlsx_sheet_day (sheet, change->day);
      yf_xlsx_sheet_text (sheet, yf_progress_get_exercise_name (progress, change->exercise));
      write_dose (sheet, &change->dose);
      write_dose (sheet, &change->before);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

static const char *
entry_name (YfEntryKind kind)
{
  switch (kind)
    {
    case YF_ENTRY_SESSION:
      return C_("kind of entry", "Session");
    case YF_ENTRY_CHECK_IN:
      return C_("kind of entry", "Check-in");
    case YF_ENTRY_RELIEF:
      return C_("kind of entry", "Relief");
    case YF_ENTRY_ACTIVITY:
      return C_("kind of entry", "Activity");
    case YF_ENTRY_RATING:
      return C_("kind of entry", "Rating of activities");
    case YF_ENTRY_SCORE:
      return C_("kind of entry", "Score from the clinic");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* A score is of a day; when it was typed in says nothing. */
static YfDay
find_score_day (YfLog      *log,
                const char *id)
{
  GPtrArray *lists[] = { log->scores, log->old_scores };

  for (gsize list = 0; id != NULL && list < G_N_ELEMENTS (lists); list++)
    for (guint i = 0; i < lists[list]->len; i++)
      {
        const YfClinicScore *score = g_ptr_array_index (lists[list], i);

        if (g_str_equal (score->id, id))
          return score->day;
      }

  return YF_DAY_NONE;
}

/* When an entry of another kind was, whichever list it is in. */
static gboolean
find_moment (YfLog       *log,
             YfEntryKind  kind,
             const char  *id,
             gint64      *at,
             gint32      *utc_offset)
{
  GPtrArray *lists[YF_ENTRY_SCORE][2] = {
    [YF_ENTRY_SESSION] = { log->sessions, log->old_sessions },
    [YF_ENTRY_CHECK_IN] = { log->check_ins, log->old_check_ins },
    [YF_ENTRY_RELIEF] = { log->reliefs, log->old_reliefs },
    [YF_ENTRY_ACTIVITY] = { log->activities, log->old_activities },
    [YF_ENTRY_RATING] = { log->ratings, log->old_ratings },
  };

  for (gsize list = 0; id != NULL && list < G_N_ELEMENTS (lists[kind]); list++)
    for (guint i = 0; i < lists[kind][list]->len; i++)
      {
        gconstpointer entry = g_ptr_array_index (lists[kind][list], i);
        const char *own = NULL;

        switch (kind)
          {
          case YF_ENTRY_SESSION:
            own = ((const YfSessionRecord *) entry)->id;
            *at = ((const YfSessionRecord *) entry)->started;
            *utc_offset = ((const YfSessionRecord *) entry)->utc_offset;
            break;
          case YF_ENTRY_CHECK_IN:
            own = ((const YfCheckInRecord *) entry)->id;
            *at = ((const YfCheckInRecord *) entry)->at;
            *utc_offset = ((const YfCheckInRecord *) entry)->utc_offset;
            break;
          case YF_ENTRY_RELIEF:
            own = ((const YfReliefRecord *) entry)->id;
            *at = ((const YfReliefRecord *) entry)->started;
            *utc_offset = ((const YfReliefRecord *) entry)->utc_offset;
            break;
          case YF_ENTRY_ACTIVITY:
            own = ((const YfActivityRecord *) entry)->id;
            *at = ((const YfActivityRecord *) entry)->at;
            *utc_offset = ((const YfActivityRecord *) entry)->utc_offset;
            break;
          case YF_ENTRY_RATING:
            own = ((const YfFunctionRating *) entry)->id;
            *at = ((const YfFunctionRating *) entry)->at;
            *utc_offset = ((const YfFunctionRating *) entry)->utc_offset;
            break;
          case YF_ENTRY_SCORE:
          default:
            g_return_val_if_reached (FALSE);
          }

        if (g_strcmp0 (own, id) == 0)
          return TRUE;
      }

  return FALSE;
}

static void
write_moment_of (YfXlsxSheet *sheet,
                 YfEntryKind  kind,
                 const char  *id)
{
  YfLog *log = yf_report_get_log (sheet->xlsx->report);
  gint32 utc_offset = 0;
  gint64 at = 0;

  if (kind == YF_ENTRY_SCORE)
    yf_xlsx_sheet_day (sheet, find_score_day (log, id));
  else if (find_moment (log, kind, id, &at, &utc_offset))
    yf_xlsx_sheet_moment (sheet, at, utc_offset);
  else
    yf_xlsx_sheet_skip (sheet);
}

/**
 * yf_xlsx_write_changes:
 * @self: a workbook
 *
 * Adds the sheet of what was corrected, added later or taken out.
 */
void
yf_xlsx_write_changes (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Changes"));
  const char *headers[] = {
    _("Changed"), _("Kind of entry"), _("Change"), _("Moment of the first version"), _("Moment of what counts"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (log->edits, i);
      g_autofree char *text = yf_report_edit_text (edit);

      yf_xlsx_sheet_moment (sheet, edit->at, edit->utc_offset);
      yf_xlsx_sheet_text (sheet, entry_name (edit->kind));
      yf_xlsx_sheet_text (sheet, text);
      write_moment_of (sheet, edit->kind, edit->old);
      write_moment_of (sheet, edit->kind, edit->new);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}
