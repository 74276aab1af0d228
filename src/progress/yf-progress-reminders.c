/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

#include <glib/gi18n-lib.h>

/* Reminders and breaks from sitting, counted by week and in all. */

static gboolean
is_led_by (YfProgress             *self,
           const YfReminderRecord *reminder,
           YfDay                   day)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (self->sessions, i);

      if (record->started >= reminder->at && yf_progress_get_session_day (record) == day &&
          yf_session_record_count_reps (record) > 0)
        return TRUE;
    }

  return FALSE;
}

static void
count_session_reminder (YfReminderCounts       *counts,
                        const YfReminderRecord *record)
{
  counts->n_shown++;
  switch (record->answer)
    {
    case YF_REMINDER_START:
      counts->n_start++;
      break;
    case YF_REMINDER_NOT_TODAY:
      counts->n_not_today++;
      counts->reasons[record->reason]++;
      break;
    case YF_REMINDER_UNANSWERED:
    case YF_REMINDER_TOLD:
    default:
      counts->n_unanswered++;
      break;
    }
}

static void
count_morning (YfReminderCounts       *counts,
               const YfReminderRecord *record)
{
  counts->n_mornings++;
  counts->n_mornings_told += record->answer == YF_REMINDER_TOLD;
}

static void
count_day (YfReminderCounts *counts,
           gboolean          trained)
{
  counts->n_days++;
  counts->n_days_trained += trained;
}

/* The reminders of a log are in the order in which they were shown, so that the
 * first of a day is the one that its session must follow. */
void
yf_progress_fill_reminders (YfProgress *self)
{
  g_autoptr (GHashTable) days = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (self->log->reminders, i);
      YfDay day = yf_day_from_moment (record->at, record->utc_offset);
      YfWeek *week = yf_progress_find_week (self, day);
      gboolean trained;

      if (week == NULL)
        continue;
      if (record->kind == YF_REMINDER_MORNING)
        {
          count_morning (&week->reminders, record);
          count_morning (&self->reminders, record);
          continue;
        }

      count_session_reminder (&week->reminders, record);
      count_session_reminder (&self->reminders, record);
      if (!g_hash_table_add (days, GINT_TO_POINTER (day)))
        continue;

      trained = is_led_by (self, record, day);
      count_day (&week->reminders, trained);
      count_day (&self->reminders, trained);
    }
}

static void
count_break (YfBreakCounts       *counts,
             const YfBreakRecord *record)
{
  counts->n_offered++;
  switch (record->answer)
    {
    case YF_BREAK_DONE:
      counts->n_done++;
      break;
    case YF_BREAK_PARTLY:
      counts->n_partly++;
      break;
    case YF_BREAK_SKIPPED:
      counts->n_skipped++;
      counts->reasons[record->reason]++;
      break;
    case YF_BREAK_UNANSWERED:
    default:
      counts->n_unanswered++;
      break;
    }
}

void
yf_progress_fill_breaks (YfProgress *self)
{
  for (guint i = 0; i < self->log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (self->log->sitting_breaks, i);
      YfWeek *week = yf_progress_find_week (self, yf_day_from_moment (record->at, record->utc_offset));

      if (week == NULL)
        continue;
      count_break (&week->breaks, record);
      count_break (&self->breaks, record);
    }
}

/**
 * yf_progress_describe_reasons:
 * @reasons: how often each reason was given, by #YfSkipReason
 *
 * Returns: (transfer full): the reasons that were given and how often, the most
 *   frequent first, in the person's language; empty where there is none
 */
char *
yf_progress_describe_reasons (const int reasons[YF_N_SKIP_REASONS])
{
  g_autoptr (GString) text = g_string_new (NULL);
  int most = 0;

  g_return_val_if_fail (reasons != NULL, NULL);

  for (YfSkipReason reason = 0; reason < YF_N_SKIP_REASONS; reason++)
    most = MAX (most, reasons[reason]);

  for (int n = most; n > 0; n--)
    for (YfSkipReason reason = 0; reason < YF_N_SKIP_REASONS; reason++)
      {
        if (reasons[reason] != n)
          continue;
        if (text->len > 0)
          g_string_append (text, " · ");
        /* Translators: why something was not done, such as “No time”, and how often that was said */
        g_string_append_printf (text, _("%1$s (%2$d)"), yf_skip_reason_get_name (reason), n);
      }

  return g_strdup (text->str);
}
