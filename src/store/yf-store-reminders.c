/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Reminders that were shown, and what was said to them. */

typedef struct
{
  char             *id;
  YfReminderAnswer  answer;
  YfSkipReason      reason;
  gint64            at;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->id);
  g_free (self);
}

/*
 * yf_store_write_skip_answer:
 * @name: the statement that does it
 * @changed: (out) (optional): how many there were of that id
 *
 * Writes what was said to a reminder or a break.
 */
gboolean
yf_store_write_skip_answer (YfDatabase    *database,
                            const char    *name,
                            const char    *uuid,
                            const char    *answer,
                            YfSkipReason   reason,
                            gint64         at,
                            gint64        *changed,
                            GError       **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, name, error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", uuid);
  yf_statement_bind_text (statement, ":answer", answer);
  yf_statement_bind_text (statement, ":reason", yf_skip_reason_get_id (reason));
  yf_statement_bind_int (statement, ":at", at);

  return yf_statement_run (statement, changed, error);
}

static gboolean
write_reminder_answer (YfDatabase  *database,
                       gpointer     data,
                       GError     **error)
{
  const Answer *answer = data;
  gint64 changed;

  if (!yf_store_write_skip_answer (database, "reminder-answer", answer->id,
                                   yf_reminder_answer_get_id (answer->answer), answer->reason,
                                   answer->at, &changed, error))
    return FALSE;

  if (changed == 1)
    return TRUE;

  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
               /* Translators: %s is the identifier of a reminder. */
               _("There is no reminder %s in the log, so it cannot be answered. Open Yanfei to "
                 "see what is due today."),
               answer->id);

  return FALSE;
}

/*
 * yf_store_write_reminder:
 * @data: a #YfReminderRecord
 */
gboolean
yf_store_write_reminder (YfDatabase  *database,
                         gpointer     data,
                         GError     **error)
{
  const YfReminderRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "reminder-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_text (statement, ":kind", yf_reminder_kind_get_id (record->kind));
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_text (statement, ":session", record->session);
  if (!yf_statement_run (statement, NULL, error))
    return FALSE;

  return record->answer == YF_REMINDER_UNANSWERED
         || yf_store_write_skip_answer (database, "reminder-answer", record->id,
                                        yf_reminder_answer_get_id (record->answer), record->reason,
                                        record->answered_at, NULL, error);
}

/*
 * yf_store_read_skip_reason:
 *
 * Returns: whether the column has a reason, or none because nothing was answered
 */
gboolean
yf_store_read_skip_reason (YfStatement  *statement,
                           int           column,
                           YfSkipReason *reason)
{
  return yf_statement_is_null (statement, column)
         || yf_skip_reason_from_id (yf_statement_get_text (statement, column), reason);
}

static gpointer
read_reminder (YfStatement  *row,
               GError      **error)
{
  g_autoptr (YfReminderRecord) record = g_new0 (YfReminderRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 2);
  record->utc_offset = (gint32) yf_statement_get_int (row, 3);
  record->session = g_strdup (yf_statement_get_text (row, 4));
  record->answered_at = yf_statement_get_or (row, 6, 0);

  if (!yf_reminder_kind_from_id (yf_statement_get_text (row, 1), &record->kind)
      || (!yf_statement_is_null (row, 5)
          && !yf_reminder_answer_from_id (yf_statement_get_text (row, 5), &record->answer))
      || !yf_store_read_skip_reason (row, 7, &record->reason))
    {
      yf_statement_set_damaged (row, "not a reminder", error);
      return NULL;
    }

  return g_steal_pointer (&record);
}

const YfStoreList yf_store_reminder_list = { "reminder-list", yf_store_bind_range, read_reminder };

/**
 * yf_store_add_reminder_async:
 * @self: an open store
 * @reminder: what was shown
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps that a reminder was shown, and what was answered, if that is known already.
 */
void
yf_store_add_reminder_async (YfStore                *self,
                             const YfReminderRecord *reminder,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (reminder != NULL);

  yf_store_push_write (self, yf_reminder_record_copy (reminder),
                       (GDestroyNotify) yf_reminder_record_free, yf_store_write_reminder, cancellable,
                       callback, user_data, yf_store_add_reminder_async);
}

/**
 * yf_store_answer_reminder_async:
 * @self: an open store
 * @reminder: the id of a reminder that was shown
 * @answer: what was said; an answer
 * @reason: why not; looked at only with %YF_REMINDER_NOT_TODAY
 * @at: when that was said, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps an answer, in the place of the one before. Fails with
 * %YF_STORE_ERROR_FAILED if there is no such reminder.
 */
void
yf_store_answer_reminder_async (YfStore             *self,
                                const char          *reminder,
                                YfReminderAnswer     answer,
                                YfSkipReason         reason,
                                gint64               at,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Answer *job;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (reminder != NULL);
  g_return_if_fail (answer != YF_REMINDER_UNANSWERED);

  job = g_new0 (Answer, 1);
  job->id = g_strdup (reminder);
  job->answer = answer;
  job->reason = answer == YF_REMINDER_NOT_TODAY ? reason : YF_SKIP_UNSAID;
  job->at = at;
  yf_store_push_write (self, job, answer_free, write_reminder_answer, cancellable, callback,
                       user_data, yf_store_answer_reminder_async);
}
