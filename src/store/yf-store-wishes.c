/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What a person would have otherwise in the plan of a day. */

/*
 * yf_store_write_wishes:
 * @data: a #YfWishRecord
 */
gboolean
yf_store_write_wishes (YfDatabase  *database,
                       gpointer     data,
                       GError     **error)
{
  const YfWishRecord *record = data;
  g_autoptr (YfStatement) wishes = NULL;
  g_autoptr (YfStatement) add = NULL;
  gint64 id;

  wishes = yf_statement_new (database, "wishes-add", error);
  if (wishes == NULL)
    return FALSE;
  add = yf_statement_new (database, "wishes-add-wish", error);
  if (add == NULL)
    return FALSE;

  yf_statement_bind_text (wishes, ":uuid", record->id);
  yf_statement_bind_int (wishes, ":at", record->at);
  yf_statement_bind_int (wishes, ":utc_offset", record->utc_offset);
  if (!yf_statement_run (wishes, NULL, error))
    return FALSE;

  id = sqlite3_last_insert_rowid (yf_database_get_handle (database));
  for (guint i = 0; i < record->wishes->len; i++)
    {
      const YfWish *wish = &g_array_index (record->wishes, YfWish, i);

      yf_statement_bind_int (add, ":wishes", id);
      yf_statement_bind_int (add, ":position", i);
      yf_statement_bind_text (add, ":kind", yf_wish_kind_get_id (wish->kind));
      yf_statement_bind_text (add, ":exercise", wish->exercise);
      if (!yf_statement_run (add, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_each_wish (YfDatabase    *database,
                YfStatement   *statement,
                YfWishRecord  *record,
                gint64         id,
                GError       **error)
{
  gboolean row;

  yf_statement_bind_int (statement, ":wishes", id);
  while (TRUE)
    {
      const char *exercise;
      YfWishKind kind;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      exercise = yf_statement_get_text (statement, 1);
      if (!yf_wish_kind_from_id (yf_statement_get_text (statement, 0), &kind) || exercise == NULL)
        {
          yf_database_set_damaged (database, "not a wish", error);
          return FALSE;
        }
      yf_wish_record_add (record, kind, exercise);
    }
}

gboolean
yf_store_read_wishes (YfDatabase  *database,
                      YfDay        from,
                      YfDay        to,
                      GPtrArray   *wishes,
                      GError     **error)
{
  g_autoptr (YfStatement) list = NULL;
  g_autoptr (YfStatement) each = NULL;
  gboolean row;

  list = yf_statement_new (database, "wishes-list", error);
  if (list == NULL)
    return FALSE;
  each = yf_statement_new (database, "wishes-read", error);
  if (each == NULL)
    return FALSE;

  yf_store_bind_range (list, from, to);
  while (TRUE)
    {
      YfWishRecord *record;

      if (!yf_statement_step (list, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      record = yf_wish_record_new (yf_statement_get_int (list, 2));
      g_ptr_array_add (wishes, record);
      g_free (record->id);
      record->id = g_strdup (yf_statement_get_text (list, 0));
      record->utc_offset = (gint32) yf_statement_get_int (list, 3);
      if (!read_each_wish (database, each, record, yf_statement_get_int (list, 1), error))
        return FALSE;
    }
}

/**
 * yf_store_add_wishes_async:
 * @self: an open store
 * @wishes: all that is wished of the day; empty where it is to be as planned
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Keeps what a person would have otherwise in the plan of a day. What they said
 * before stays in the log; the latest counts.
 */
void
yf_store_add_wishes_async (YfStore             *self,
                           const YfWishRecord  *wishes,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (wishes != NULL);

  yf_store_push_write (self, yf_wish_record_copy (wishes), (GDestroyNotify) yf_wish_record_free,
                       yf_store_write_wishes, cancellable, callback, user_data,
                       yf_store_add_wishes_async);
}
