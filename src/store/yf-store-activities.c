/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What a person did instead of a session. */

/*
 * yf_store_write_activity:
 * @activity: a #YfActivityRecord
 */
gboolean
yf_store_write_activity (YfDatabase  *database,
                         gpointer     activity,
                         GError     **error)
{
  const YfActivityRecord *record = activity;
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

static gpointer
read_activity (YfStatement  *row,
               GError      **error)
{
  g_autoptr (YfActivityRecord) record = g_new0 (YfActivityRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 3);
  record->utc_offset = (gint32) yf_statement_get_int (row, 4);
  record->minutes = (int) yf_statement_get_int (row, 5);

  if (!yf_activity_kind_from_id (yf_statement_get_text (row, 2), &record->kind))
    {
      yf_statement_set_damaged (row, "not an activity", error);
      return NULL;
    }

  return g_steal_pointer (&record);
}

/*
 * yf_store_read_activities:
 *
 * A #YfStoreReader.
 */
gboolean
yf_store_read_activities (YfStore     *self,
                          YfDatabase  *database,
                          YfDay        from,
                          YfDay        to,
                          GPtrArray   *counting,
                          GPtrArray   *old,
                          GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "activity-list", error);

  if (statement == NULL)
    return FALSE;

  yf_store_bind_range (statement, from, to);

  return yf_store_read_entries (statement, read_activity, counting, old, error);
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
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (activity != NULL);

  yf_store_push_write (self, yf_activity_record_copy (activity),
                       (GDestroyNotify) yf_activity_record_free, yf_store_write_activity,
                       cancellable, callback, user_data, yf_store_add_activity_async);
}

/**
 * yf_store_remove_activity_async:
 * @self: an open store
 * @activity: the id of an activity
 * @cancellable: (nullable): a cancellable
 * @callback: called when that is durable or has failed
 * @user_data: data for @callback
 *
 * Takes an activity that was added by mistake out of the log, as
 * yf_store_edit_async() does.
 */
void
yf_store_remove_activity_async (YfStore             *self,
                                const char          *activity,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (activity != NULL);

  yf_store_edit_async (self, YF_ENTRY_ACTIVITY, activity, NULL, g_get_real_time (), cancellable,
                       callback, user_data);
}

/**
 * yf_store_dup_activities:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfActivityRecord): the activities of
 *   these days that count, oldest first; a day is the day it was where they were done
 */
GPtrArray *
yf_store_dup_activities (YfStore  *self,
                         YfDay     from,
                         YfDay     to,
                         GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return yf_store_dup_list (self, from, to, (GDestroyNotify) yf_activity_record_free,
                            yf_store_read_activities, error);
}
