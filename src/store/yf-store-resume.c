/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Coming back to a session that was left or cut. */

typedef struct
{
  char   *session;
  gint64  at;
} Return;

static void
return_free (gpointer data)
{
  Return *self = data;

  g_free (self->session);
  g_free (self);
}

/* Looks for the session that may be gone on with: @uuid, or whichever it is. @find
 * stands on it if @found. */
static gboolean
find (YfStatement  *statement,
      const char   *uuid,
      gint64        now,
      gboolean     *found,
      GError      **error)
{
  yf_statement_bind_text (statement, ":uuid", uuid);
  if (!yf_statement_step (statement, found, error))
    return FALSE;

  /* A clock may have been set back meanwhile. */
  *found = *found && ABS (now - yf_statement_get_int (statement, 3)) <= YF_RESUME_WITHIN;

  return TRUE;
}

static gboolean
run (YfDatabase  *database,
     const char  *name,
     gint64       session,
     GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, name, error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":session", session);

  return yf_statement_run (statement, NULL, error);
}

static gboolean
write_break (YfDatabase  *database,
             gint64       session,
             gint64       at,
             GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "session-resume-break", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":session", session);
  yf_statement_bind_int (statement, ":back_at", at);

  return yf_statement_run (statement, NULL, error);
}

static gboolean
write_return (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Return *job = data;
  g_autoptr (YfStatement) statement = NULL;
  gboolean found;
  gint64 session;

  /* The lock is this store's, so whatever else runs is dead. */
  if (!yf_store_cut_sessions (database, NULL, error))
    return FALSE;

  statement = yf_statement_new (database, "session-find-resumable", error);
  if (statement == NULL
      || !find (statement, job->session, job->at, &found, error))
    return FALSE;

  if (!found)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of a session. */
                   _("The session %s cannot be gone on with any more. Start a new one."),
                   job->session);
      return FALSE;
    }

  session = yf_statement_get_int (statement, 0);

  return yf_statement_reset (statement, error)
         && write_break (database, session, job->at, error)
         && run (database, "session-resume-exercises", session, error)
         && run (database, "session-resume", session, error);
}

static gboolean
resume (GTask       *task,
        YfDatabase  *database,
        GError     **error)
{
  YfStore *store = g_task_get_source_object (task);

  if (!yf_session_lock_wait (store->lock, error))
    return FALSE;

  if (yf_database_transact (database, write_return, g_task_get_task_data (task), error))
    return TRUE;

  yf_session_lock_release (store->lock);

  return FALSE;
}

/**
 * yf_store_dup_resumable:
 * @self: an open store
 * @now: microseconds since the Unix epoch
 * @error: return location for a #GError of #YfStoreError
 *
 * Finds the session that a person may go on with: the last one, if it was cut
 * or they stopped it without saying that it hurts, if nobody changed it or typed
 * it in, and if what happened last in it is at most %YF_RESUME_WITHIN ago.
 *
 * That it may be gone on with says nothing of whether that is safe: the caller
 * judges every exercise of it anew, by today's profile and signs. Nor does it say
 * that something is left to do: yf_session_record_dup_timeline() does.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL without an error if
 *   there is none
 */
YfSessionRecord *
yf_store_dup_resumable (YfStore  *self,
                        gint64    now,
                        GError  **error)
{
  g_autoptr (YfStatement) statement = NULL;
  g_autoptr (YfSessionRecord) record = NULL;
  YfDatabase *database;
  gboolean found;

  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;
  if (database == NULL)
    return NULL;

  statement = yf_statement_new (database, "session-find-resumable", error);
  if (statement != NULL
      && find (statement, NULL, now, &found, error)
      && found)
    record = yf_store_read_session (self, database, yf_statement_get_text (statement, 1),
                                    yf_statement_get_int (statement, 2), error);
  g_clear_pointer (&statement, yf_statement_free);
  yf_store_end_reading (self);

  return g_steal_pointer (&record);
}

/**
 * yf_store_resume_session_async:
 * @self: an open store
 * @session: the id of a session from yf_store_dup_resumable()
 * @at: when it is gone on with, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Has a session run that was over, in one transaction with a break for the time
 * in between. Fails with %YF_STORE_ERROR_BUSY while another process is in one,
 * and with %YF_STORE_ERROR_FAILED if it can no longer be gone on with.
 * yf_store_start_session_async() then says when the break really ended.
 */
void
yf_store_resume_session_async (YfStore             *self,
                               const char          *session,
                               gint64               at,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  Return *job;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (session != NULL);

  job = g_new0 (Return, 1);
  job->session = g_strdup (session);
  job->at = at;
  yf_store_push_job (self, job, return_free, resume, cancellable, callback, user_data,
                     yf_store_resume_session_async);
}
