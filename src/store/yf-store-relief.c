/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Cold and warm compresses: one row each, written when it begins and again when
 * it ends, so that a crash in between is seen. */

/* How a compress ended. */
typedef struct
{
  char          *id;
  gint64         ended;
  YfRecordState  state;
} Ending;

static void
ending_free (gpointer data)
{
  Ending *self = data;

  g_free (self->id);
  g_free (self);
}

static gboolean
write_begin (YfDatabase  *database,
             gpointer     data,
             GError     **error)
{
  /* The lock is this store's, so whatever else runs is dead. */
  return yf_store_cut_reliefs (database, NULL, error)
         && yf_store_write_relief (database, data, error);
}

static gboolean
begin_relief (GTask       *task,
              YfDatabase  *database,
              GError     **error)
{
  YfStore *store = g_task_get_source_object (task);

  if (!yf_session_lock_wait (store->relief_lock, error))
    return FALSE;

  if (yf_database_transact (database, write_begin, g_task_get_task_data (task), error))
    return TRUE;

  yf_session_lock_release (store->relief_lock);

  return FALSE;
}

static gboolean
write_end (YfDatabase  *database,
           gpointer     data,
           GError     **error)
{
  const Ending *ending = data;
  g_autoptr (YfStatement) statement = NULL;
  gint64 changed;

  statement = yf_statement_new (database, "relief-end", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", ending->id);
  yf_statement_bind_int (statement, ":ended", ending->ended);
  yf_statement_bind_text (statement, ":state", yf_record_state_get_id (ending->state));
  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  if (changed != 1)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of a compress. */
                   _("The compress %s is not under way in the log, so it cannot be ended. "
                     "Start a new one."),
                   ending->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
end_relief (GTask       *task,
            YfDatabase  *database,
            GError     **error)
{
  YfStore *store = g_task_get_source_object (task);

  if (!yf_database_transact (database, write_end, g_task_get_task_data (task), error))
    return FALSE;

  yf_session_lock_release (store->relief_lock);

  return TRUE;
}

/*
 * yf_store_write_relief:
 * @relief: a #YfReliefRecord
 */
gboolean
yf_store_write_relief (YfDatabase  *database,
                       gpointer     relief,
                       GError     **error)
{
  const YfReliefRecord *record = relief;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "relief-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_text (statement, ":kind", record->kind);
  yf_statement_bind_int (statement, ":started", record->started);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_unless (statement, ":ended", record->ended, 0);
  yf_statement_bind_text (statement, ":state", yf_record_state_get_id (record->state));

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_relief (YfStatement  *row,
             GError      **error)
{
  g_autoptr (YfReliefRecord) record = g_new0 (YfReliefRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->kind = g_strdup (yf_statement_get_text (row, 2));
  record->started = yf_statement_get_int (row, 3);
  record->utc_offset = (gint32) yf_statement_get_int (row, 4);
  record->ended = yf_statement_get_or (row, 5, 0);
  if (!yf_record_state_from_id (yf_statement_get_text (row, 6), &record->state))
    {
      yf_statement_set_damaged (row, "not a compress", error);
      return NULL;
    }

  return g_steal_pointer (&record);
}

/*
 * yf_store_read_reliefs:
 *
 * A #YfStoreReader.
 */
gboolean
yf_store_read_reliefs (YfStore     *self,
                       YfDatabase  *database,
                       YfDay        from,
                       YfDay        to,
                       GPtrArray   *counting,
                       GPtrArray   *old,
                       GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gboolean alive = yf_session_lock_has_holder (self->relief_lock);

  statement = yf_statement_new (database, "relief-list", error);
  if (statement == NULL)
    return FALSE;

  yf_store_bind_range (statement, from, to);
  if (!yf_store_read_entries (statement, read_relief, counting, old, error))
    return FALSE;

  /* As with sessions: what runs, while nobody held the lock before nor after
   * it was read, was cut. */
  alive = alive || yf_session_lock_has_holder (self->relief_lock);
  for (guint i = 0; !alive && i < counting->len; i++)
    {
      YfReliefRecord *record = g_ptr_array_index (counting, i);

      if (record->state != YF_RECORD_RUNNING)
        continue;
      record->state = YF_RECORD_CUT;
      record->ended = record->started;
    }

  return TRUE;
}

/*
 * yf_store_cut_reliefs:
 * @n_cut: (out) (optional) (type guint): how many there were
 *
 * Marks every compress that runs as cut. To be called under the relief lock, in
 * a transaction.
 */
gboolean
yf_store_cut_reliefs (YfDatabase  *database,
                      gpointer     n_cut,
                      GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "relief-cut", error);
  gint64 changed;

  if (statement == NULL
      || !yf_statement_run (statement, &changed, error))
    return FALSE;

  if (n_cut != NULL)
    *(guint *) n_cut = (guint) changed;

  return TRUE;
}

/**
 * yf_store_add_relief_async:
 * @self: an open store
 * @relief: a compress that begins
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Begins a compress. Fails with %YF_STORE_ERROR_BUSY while another process is
 * timing one. One that this store began and never ended is thereby cut.
 */
void
yf_store_add_relief_async (YfStore              *self,
                           const YfReliefRecord *relief,
                           GCancellable         *cancellable,
                           GAsyncReadyCallback   callback,
                           gpointer              user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (relief != NULL);
  g_return_if_fail (relief->state == YF_RECORD_RUNNING && relief->ended == 0);

  yf_store_push_job (self, yf_relief_record_copy (relief),
                     (GDestroyNotify) yf_relief_record_free, begin_relief, cancellable, callback,
                     user_data, yf_store_add_relief_async);
}

/**
 * yf_store_end_relief_async:
 * @self: an open store
 * @relief: the id of the compress under way
 * @ended: when, in microseconds since the Unix epoch
 * @state: how: completed or stopped
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Ends a compress.
 */
void
yf_store_end_relief_async (YfStore             *self,
                           const char          *relief,
                           gint64               ended,
                           YfRecordState        state,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Ending *ending;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (relief != NULL);
  g_return_if_fail (state != YF_RECORD_RUNNING);

  ending = g_new0 (Ending, 1);
  ending->id = g_strdup (relief);
  ending->ended = ended;
  ending->state = state;
  yf_store_push_job (self, ending, ending_free, end_relief, cancellable, callback, user_data,
                     yf_store_end_relief_async);
}

/**
 * yf_store_dup_reliefs:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfReliefRecord): the compresses that
 *   began on these days and count, oldest first; a day is the day it was where
 *   they began
 */
GPtrArray *
yf_store_dup_reliefs (YfStore  *self,
                      YfDay     from,
                      YfDay     to,
                      GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return yf_store_dup_list (self, from, to, (GDestroyNotify) yf_relief_record_free,
                            yf_store_read_reliefs, error);
}
