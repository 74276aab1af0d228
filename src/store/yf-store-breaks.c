/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Breaks from sitting that were offered, and what was said to them. */

typedef struct
{
  char          *id;
  YfBreakAnswer  answer;
  YfSkipReason   reason;
  gint64         length;
  gint64         at;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_free (self->id);
  g_free (self);
}

static gboolean
write_break_answer (YfDatabase  *database,
                    gpointer     data,
                    GError     **error)
{
  const Answer *answer = data;
  g_autoptr (YfStatement) begin = yf_statement_new (database, "sitting-break-begin", error);
  gint64 changed;

  if (begin == NULL)
    return FALSE;

  yf_statement_bind_text (begin, ":uuid", answer->id);
  yf_statement_bind_int (begin, ":length", answer->length);
  if (!yf_statement_run (begin, &changed, error))
    return FALSE;

  if (changed != 1)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of a break from sitting. */
                   _("There is no break %s in the log, so it cannot be answered. Answer the "
                     "next one."),
                   answer->id);
      return FALSE;
    }

  return answer->answer == YF_BREAK_UNANSWERED
         || yf_store_write_skip_answer (database, "sitting-break-answer", answer->id,
                                        yf_break_answer_get_id (answer->answer), answer->reason,
                                        answer->at, NULL, error);
}

/*
 * yf_store_write_sitting_break:
 * @data: a #YfBreakRecord
 */
gboolean
yf_store_write_sitting_break (YfDatabase  *database,
                              gpointer     data,
                              GError     **error)
{
  const YfBreakRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "sitting-break-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_int (statement, ":sat", record->sat);
  yf_statement_bind_int (statement, ":length", record->length);
  if (!yf_statement_run (statement, NULL, error))
    return FALSE;

  return record->answer == YF_BREAK_UNANSWERED
         || yf_store_write_skip_answer (database, "sitting-break-answer", record->id,
                                        yf_break_answer_get_id (record->answer), record->reason,
                                        record->answered_at, NULL, error);
}

static gpointer
read_break (YfStatement  *row,
            GError      **error)
{
  g_autoptr (YfBreakRecord) record = g_new0 (YfBreakRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 1);
  record->utc_offset = (gint32) yf_statement_get_int (row, 2);
  record->sat = yf_statement_get_int (row, 3);
  record->length = yf_statement_get_int (row, 4);
  record->answered_at = yf_statement_get_or (row, 6, 0);
  if ((!yf_statement_is_null (row, 5)
       && !yf_break_answer_from_id (yf_statement_get_text (row, 5), &record->answer))
      || !yf_store_read_skip_reason (row, 7, &record->reason))
    {
      yf_statement_set_damaged (row, "not a break", error);
      return NULL;
    }

  return g_steal_pointer (&record);
}

const YfStoreList yf_store_sitting_break_list = { "sitting-break-list", yf_store_bind_range, read_break };

/**
 * yf_store_add_break_async:
 * @self: an open store
 * @sitting_break: what was offered
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps that a break from sitting was offered, and what was answered, if that is
 * known already.
 */
void
yf_store_add_break_async (YfStore             *self,
                          const YfBreakRecord *sitting_break,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (sitting_break != NULL);

  yf_store_push_write (self, yf_break_record_copy (sitting_break),
                       (GDestroyNotify) yf_break_record_free, yf_store_write_sitting_break,
                       cancellable, callback, user_data, yf_store_add_break_async);
}

/**
 * yf_store_answer_break_async:
 * @self: an open store
 * @sitting_break: the id of a break that was offered
 * @length: how long it was to be, in microseconds; 0 where it was never begun
 * @answer: what was said; %YF_BREAK_UNANSWERED to keep only that it was begun
 * @reason: why not; looked at only with %YF_BREAK_SKIPPED
 * @at: when that was said, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps an answer, in the place of the one before. Fails with
 * %YF_STORE_ERROR_FAILED if there is no such break.
 */
void
yf_store_answer_break_async (YfStore             *self,
                             const char          *sitting_break,
                             gint64               length,
                             YfBreakAnswer        answer,
                             YfSkipReason         reason,
                             gint64               at,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Answer *job;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (sitting_break != NULL);
  g_return_if_fail (length >= 0);

  job = g_new0 (Answer, 1);
  job->id = g_strdup (sitting_break);
  job->answer = answer;
  job->reason = answer == YF_BREAK_SKIPPED ? reason : YF_SKIP_UNSAID;
  job->length = length;
  job->at = at;
  yf_store_push_write (self, job, answer_free, write_break_answer, cancellable, callback, user_data,
                       yf_store_answer_break_async);
}
