/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* What a person did instead of a session. */

static gboolean
write_activity (YfDatabase  *database,
                gpointer     data,
                GError     **error)
{
  const YfActivityRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "activity-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_text (statement, ":kind", yf_activity_kind_get_id (record->kind));
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_int (statement, ":minutes", record->minutes);

  return yf_statement_run (statement, NULL, error);
}

static gboolean
add_activity (GTask       *task,
              YfDatabase  *database,
              GError     **error)
{
  return yf_database_transact (database, write_activity, g_task_get_task_data (task), error);
}

static gboolean
delete_activity (YfDatabase  *database,
                 gpointer     data,
                 GError     **error)
{
  const char *id = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "activity-remove", error);
  gint64 changed;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", id);
  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  if (changed != 1)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of an activity. */
                   _("The activity %s is not in the log, so it cannot be taken out of it. "
                     "Look at your history again."),
                   id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
remove_activity (GTask       *task,
                 YfDatabase  *database,
                 GError     **error)
{
  return yf_database_transact (database, delete_activity, g_task_get_task_data (task), error);
}

static GPtrArray *
read_activities (YfDatabase  *database,
                 YfDay        from,
                 YfDay        to,
                 GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "activity-list", error);
  gboolean row;

  if (statement == NULL)
    return NULL;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_activity_record_free);
  yf_statement_bind_int (statement, ":from", yf_store_get_range_start (from));
  yf_statement_bind_int (statement, ":before", yf_store_get_range_end (to));
  while (TRUE)
    {
      YfActivityRecord *record;

      if (!yf_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);

      record = g_new0 (YfActivityRecord, 1);
      g_ptr_array_add (records, record);
      record->id = g_strdup (yf_statement_get_text (statement, 0));
      record->at = yf_statement_get_int (statement, 2);
      record->utc_offset = (gint32) yf_statement_get_int (statement, 3);
      record->minutes = (int) yf_statement_get_int (statement, 4);
      if (!yf_activity_kind_from_id (yf_statement_get_text (statement, 1), &record->kind))
        {
          yf_database_set_damaged (database, "not an activity", error);
          return NULL;
        }
    }
}

/**
 * yf_store_add_activity_async:
 * @self: an open store
 * @activity: what was done
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds an activity.
 */
void
yf_store_add_activity_async (YfStore                *self,
                             const YfActivityRecord *activity,
                             GCancellable           *cancellable,
                             GAsyncReadyCallback     callback,
                             gpointer                user_data)
{
  GTask *task;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (activity != NULL);

  task = yf_store_create_task (self, cancellable, callback, user_data,
                               yf_store_add_activity_async);
  if (task == NULL)
    return;

  g_task_set_task_data (task, yf_activity_record_copy (activity),
                        (GDestroyNotify) yf_activity_record_free);
  yf_store_push (self, task, add_activity);
}

/**
 * yf_store_remove_activity_async:
 * @self: an open store
 * @activity: the id of an activity
 * @cancellable: (nullable): a cancellable
 * @callback: called when that is durable or has failed
 * @user_data: data for @callback
 *
 * Takes back an activity that was added by mistake.
 */
void
yf_store_remove_activity_async (YfStore             *self,
                                const char          *activity,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (activity != NULL);

  task = yf_store_create_task (self, cancellable, callback, user_data,
                               yf_store_remove_activity_async);
  if (task == NULL)
    return;

  g_task_set_task_data (task, g_strdup (activity), g_free);
  yf_store_push (self, task, remove_activity);
}

/**
 * yf_store_dup_activities:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfActivityRecord): the activities of
 *   these days, oldest first; a day is the day it was where they were done
 */
GPtrArray *
yf_store_dup_activities (YfStore  *self,
                         YfDay     from,
                         YfDay     to,
                         GError  **error)
{
  YfDatabase *database;
  GPtrArray *records;

  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;
  if (database == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify) yf_activity_record_free);

  records = read_activities (database, from, to, error);
  yf_store_end_reading (self);

  return records;
}
