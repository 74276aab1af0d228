/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-progress-entry-text.h"
#include "yf-text.h"

/* Entries that are no sessions, in words: what the sentences about the plan rest
 * on. */

/**
 * yf_entry_text_programme:
 * @progress: what it is shown with
 * @record: a version of a programme
 *
 * Returns: (transfer full): whose it is, and of when
 */
char *
yf_entry_text_programme (YfProgress              *progress,
                         const YfProgrammeRecord *record)
{
  g_autoptr (YfProgramme) programme = yf_progress_read_programme (progress, record);
  g_autofree char *date = NULL;

  if (programme == NULL)
    return g_strdup (_("A programme that this Yanfei cannot read"));

  date = yf_day_to_display (yf_programme_get_date (programme));
  /* Translators: the name of a clinician's programme, who wrote it, and the date it bears */
  return g_strdup_printf (_("Programme “%1$s” by %2$s, version of %3$s"), yf_programme_get_name (programme),
                          yf_programme_get_clinician (programme), date);
}

char *
yf_entry_text_flare (const YfFlareRecord *record)
{
  return g_strdup (_("You said that this day was a flare"));
}

/**
 * yf_entry_text_review:
 * @progress: what it is shown with
 * @record: a look at a suspended exercise
 *
 * Returns: (transfer full): which exercise, and who looked at it
 */
char *
yf_entry_text_review (YfProgress           *progress,
                      const YfReviewRecord *record)
{
  const char *name = yf_progress_get_exercise_name (progress, record->exercise);

  if (record->clinician == NULL)
    /* Translators: %s is an exercise that had been suspended */
    return g_strdup_printf (_("You looked at “%s” again, and opened it"), name);

  /* Translators: an exercise that had been suspended, and a clinician */
  return g_strdup_printf (_("“%1$s” was looked at again by %2$s"), name, record->clinician);
}

static const char *
get_kind (const YfReminderRecord *record)
{
  switch (record->kind)
    {
    case YF_REMINDER_SESSION_AGAIN:
      return _("Second reminder of a session");
    case YF_REMINDER_MORNING:
      return _("Question of the next morning");
    case YF_REMINDER_SESSION:
    default:
      return _("Reminder of a session");
    }
}

static const char *
get_answer (const YfReminderRecord *record)
{
  switch (record->answer)
    {
    case YF_REMINDER_START:
      return C_("answer to a reminder", "Start was pressed");
    case YF_REMINDER_NOT_TODAY:
      return C_("answer to a reminder", "Not today");
    case YF_REMINDER_TOLD:
      return C_("answer to a reminder", "Answered");
    case YF_REMINDER_UNANSWERED:
    default:
      return C_("answer to a reminder", "No answer");
    }
}

/**
 * yf_entry_text_reminder:
 * @record: a reminder
 *
 * Returns: (transfer full): of what, and what was answered, in lines
 */
char *
yf_entry_text_reminder (const YfReminderRecord *record)
{
  if (record->answer == YF_REMINDER_NOT_TODAY)
    return g_strdup_printf ("%s\n%s\n%s", get_kind (record), get_answer (record),
                            yf_skip_reason_get_name (record->reason));

  return g_strdup_printf ("%s\n%s", get_kind (record), get_answer (record));
}

static const char *
get_break_answer (const YfBreakRecord *record)
{
  switch (record->answer)
    {
    case YF_BREAK_DONE:
      return C_("answer to a break", "Done");
    case YF_BREAK_PARTLY:
      return C_("answer to a break", "Done in part");
    case YF_BREAK_SKIPPED:
      return C_("answer to a break", "Skipped");
    case YF_BREAK_UNANSWERED:
    default:
      return C_("answer to a break", "No answer");
    }
}

/**
 * yf_entry_text_break:
 * @record: a break from sitting
 *
 * Returns: (transfer full): after how long, and what was answered, in lines
 */
char *
yf_entry_text_break (const YfBreakRecord *record)
{
  int minutes = (int) ((record->sat + 30 * YF_SECOND) / (60 * YF_SECOND));
  /* Translators: %d is how long somebody had been sitting when a break was offered */
  g_autofree char *offered = g_strdup_printf (ngettext ("Break offered after %d minute of sitting",
                                                        "Break offered after %d minutes of sitting",
                                                        (gulong) minutes),
                                              minutes);

  if (record->answer == YF_BREAK_SKIPPED)
    return g_strdup_printf ("%s\n%s\n%s", offered, get_break_answer (record),
                            yf_skip_reason_get_name (record->reason));

  return g_strdup_printf ("%s\n%s", offered, get_break_answer (record));
}
