/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-xlsx-sheet.h"

#include <glib/gi18n-lib.h>

#include "yf-report-programmes.h"

/* What the plan decided and why, and how the hours between sessions went: the sheets
 * with one row an entry. */

static const char *
exercise_name (YfXlsx     *self,
               const char *exercise)
{
  return yf_progress_get_exercise_name (yf_report_get_progress (self->report), exercise);
}

static void
write_dose_changes (YfXlsxSheet *sheet)
{
  YfLog *log = yf_report_get_log (sheet->xlsx->report);

  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);
      g_autofree char *from = yf_dose_to_string (&record->change->from);
      g_autofree char *to = yf_dose_to_string (&record->change->to);
      g_autofree char *why = yf_dose_change_to_string (record->change);

      yf_xlsx_sheet_day (sheet, record->change->day);
      yf_xlsx_sheet_text (sheet, C_("kind of change", "Dose"));
      yf_xlsx_sheet_text (sheet, exercise_name (sheet->xlsx, record->change->exercise));
      yf_xlsx_sheet_text (sheet, from);
      yf_xlsx_sheet_text (sheet, to);
      yf_xlsx_sheet_text (sheet, why);
      yf_xlsx_sheet_moment (sheet, record->withdrawn_at, record->utc_offset);
      yf_xlsx_sheet_moment (sheet, record->at, record->utc_offset);
      yf_xlsx_sheet_next (sheet);
    }
}

static void
write_stage_changes (YfXlsxSheet *sheet)
{
  YfLog *log = yf_report_get_log (sheet->xlsx->report);

  for (guint i = 0; i < log->stage_changes->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (log->stage_changes, i);
      g_autofree char *why = yf_stage_change_to_string (&record->change);

      yf_xlsx_sheet_day (sheet, record->change.day);
      yf_xlsx_sheet_text (sheet, C_("kind of change", "Stage"));
      yf_xlsx_sheet_skip (sheet);
      yf_xlsx_sheet_text (sheet, yf_stage_get_name (record->change.from));
      yf_xlsx_sheet_text (sheet, yf_stage_get_name (record->change.to));
      yf_xlsx_sheet_text (sheet, why);
      yf_xlsx_sheet_moment (sheet, record->withdrawn_at, record->utc_offset);
      yf_xlsx_sheet_moment (sheet, record->at, record->utc_offset);
      yf_xlsx_sheet_next (sheet);
    }
}

/* Something that the person said: its day, what it is about, and who said so. */
static void
write_said (YfXlsxSheet *sheet,
            const char  *kind,
            const char  *exercise,
            const char  *why,
            gint64       at,
            gint32       utc_offset)
{
  yf_xlsx_sheet_day (sheet, yf_day_from_moment (at, utc_offset));
  yf_xlsx_sheet_text (sheet, kind);
  yf_xlsx_sheet_text (sheet, exercise != NULL ? exercise_name (sheet->xlsx, exercise) : NULL);
  yf_xlsx_sheet_skip (sheet);
  yf_xlsx_sheet_skip (sheet);
  yf_xlsx_sheet_text (sheet, why);
  yf_xlsx_sheet_skip (sheet);
  yf_xlsx_sheet_moment (sheet, at, utc_offset);
  yf_xlsx_sheet_next (sheet);
}

static const char *
wish_name (YfWishKind kind)
{
  switch (kind)
    {
    case YF_WISH_LEAVE_OUT:
      return C_("wish", "Left out");
    case YF_WISH_ADD:
      return C_("wish", "Added");
    case YF_WISH_ORDER:
      return C_("wish", "Put first");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
write_wishes (YfXlsxSheet        *sheet,
              const YfWishRecord *record)
{
  if (record->wishes->len == 0)
    write_said (sheet, C_("kind of change", "Wish"), NULL, C_("wish", "As planned"), record->at, record->utc_offset);

  for (guint i = 0; i < record->wishes->len; i++)
    {
      const YfWish *wish = &g_array_index (record->wishes, YfWish, i);

      write_said (sheet, C_("kind of change", "Wish"), wish->exercise, wish_name (wish->kind), record->at,
                  record->utc_offset);
    }
}

/**
 * yf_xlsx_write_plan:
 * @self: a workbook
 *
 * Adds the sheet of the plan: changes of doses, then of the stage, each with its reason,
 * and then what the person said: flares, exercises that were looked at, wishes.
 */
void
yf_xlsx_write_plan (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Plan"));
  const char *headers[] = {
    _("Day"), _("Kind of change"), _("Exercise"), C_("column of changes", "Before"), C_("column of changes", "After"),
    C_("column of changes", "Why"), _("Withdrawn"), _("Written down"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  write_dose_changes (sheet);
  write_stage_changes (sheet);
  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *flare = g_ptr_array_index (log->flares, i);

      write_said (sheet, C_("kind of change", "Flare"), NULL, _("The person says so."), flare->at, flare->utc_offset);
    }
  for (guint i = 0; i < log->reviews->len; i++)
    {
      const YfReviewRecord *review = g_ptr_array_index (log->reviews, i);
      g_autofree char *by = review->clinician != NULL
                            /* Translators: who looked at an exercise that had been suspended */
                            ? g_strdup_printf (_("Looked at by %s."), review->clinician)
                            : g_strdup (_("The person says so."));

      write_said (sheet, C_("kind of change", "Open again"), review->exercise, by, review->at, review->utc_offset);
    }
  for (guint i = 0; i < log->wishes->len; i++)
    write_wishes (sheet, g_ptr_array_index (log->wishes, i));

  yf_xlsx_sheet_finish (sheet, TRUE);
}

static void
write_choice (YfXlsxSheet             *sheet,
              const YfProgrammeChoice *choice)
{
  if (choice != NULL)
    yf_xlsx_sheet_moment (sheet, choice->at, choice->utc_offset);
  else
    yf_xlsx_sheet_skip (sheet);
}

/**
 * yf_xlsx_write_programmes:
 * @self: a workbook
 *
 * Adds the sheet of the versions of physiotherapists' programmes, a row each.
 */
void
yf_xlsx_write_programmes (YfXlsx *self)
{
  g_autoptr (GPtrArray) versions = yf_report_dup_programmes (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Programmes"));
  const char *headers[] = {
    C_("column of programmes", "Installed"), C_("column of programmes", "Name"), _("Clinician"), _("Given on"),
    _("Counts from"), _("Counts until"), C_("column of programmes", "State"), _("Agreed to"), _("Left"),
    _("Sessions that followed it"), _("To be done"), _("Not to be done"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < versions->len; i++)
    {
      const YfProgrammeVersion *version = g_ptr_array_index (versions, i);
      YfProgramme *programme = version->programme;
      g_autofree char *items = programme != NULL ? yf_programme_items_to_string (programme) : NULL;
      g_autofree char *bans = programme != NULL
                              ? yf_programme_bans_to_string (programme, yf_report_get_catalogue (self->report)) : NULL;

      yf_xlsx_sheet_moment (sheet, version->record->at, version->record->utc_offset);
      yf_xlsx_sheet_text (sheet, programme != NULL ? yf_programme_get_name (programme) : NULL);
      yf_xlsx_sheet_text (sheet, programme != NULL ? yf_programme_get_clinician (programme) : NULL);
      yf_xlsx_sheet_day (sheet, programme != NULL ? yf_programme_get_date (programme) : YF_DAY_NONE);
      yf_xlsx_sheet_day (sheet, version->record->from);
      yf_xlsx_sheet_day (sheet, version->record->until);
      yf_xlsx_sheet_text (sheet, yf_programme_state_get_name (version->state));
      write_choice (sheet, version->agreed);
      write_choice (sheet, version->left);
      yf_xlsx_sheet_int (sheet, version->n_sessions);
      yf_xlsx_sheet_text (sheet, items);
      yf_xlsx_sheet_text (sheet, bans);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

/**
 * yf_xlsx_write_reminders:
 * @self: a workbook
 *
 * Adds the sheet of what the person was reminded of, and what they said.
 */
void
yf_xlsx_write_reminders (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Reminders"));
  const char *headers[] = {
    C_("column of moments", "When"), _("Reminded of"), C_("column of answers", "Answer"), _("Answered"),
    _("Why not"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *reminder = g_ptr_array_index (log->reminders, i);

      yf_xlsx_sheet_moment (sheet, reminder->at, reminder->utc_offset);
      yf_xlsx_sheet_text (sheet, yf_report_reminder_kind_name (reminder->kind));
      yf_xlsx_sheet_text (sheet, yf_report_reminder_answer_name (reminder->answer));
      yf_xlsx_sheet_moment (sheet, reminder->answered_at, reminder->utc_offset);
      yf_xlsx_sheet_text (sheet, reminder->answer == YF_REMINDER_NOT_TODAY
                                 ? yf_skip_reason_get_name (reminder->reason) : NULL);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}

/**
 * yf_xlsx_write_breaks:
 * @self: a workbook
 *
 * Adds the sheet of the breaks from sitting that were offered.
 */
void
yf_xlsx_write_breaks (YfXlsx *self)
{
  YfLog *log = yf_report_get_log (self->report);
  YfXlsxSheet *sheet = yf_xlsx_add_sheet (self, C_("sheet", "Breaks"));
  const char *headers[] = {
    C_("column of moments", "When"), _("Sat for (min)"), _("Length of the break (min)"),
    C_("column of answers", "Answer"), _("Answered"), _("Why not"), NULL
  };

  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *one = g_ptr_array_index (log->sitting_breaks, i);

      yf_xlsx_sheet_moment (sheet, one->at, one->utc_offset);
      yf_xlsx_sheet_minutes (sheet, one->sat / YF_SECOND);
      /* One that was never begun has none. */
      if (one->length > 0)
        yf_xlsx_sheet_minutes (sheet, one->length / YF_SECOND);
      else
        yf_xlsx_sheet_skip (sheet);
      yf_xlsx_sheet_text (sheet, yf_report_break_answer_name (one->answer));
      yf_xlsx_sheet_moment (sheet, one->answered_at, one->utc_offset);
      yf_xlsx_sheet_text (sheet, one->answer == YF_BREAK_SKIPPED ? yf_skip_reason_get_name (one->reason) : NULL);
      yf_xlsx_sheet_next (sheet);
    }

  yf_xlsx_sheet_finish (sheet, TRUE);
}
