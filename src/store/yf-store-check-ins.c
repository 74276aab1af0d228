/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* How a person said they were. */

static gboolean
write_flags (YfDatabase       *database,
             const YfCheckIn  *check_in,
             gint64            id,
             GError          **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "check-in-add-flag", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);

      yf_statement_bind_int (statement, ":check_in", id);
      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_text (statement, ":flag", sign->flag);
      yf_statement_bind_unless (statement, ":days", sign->days, YF_DAYS_UNSAID);
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_flags (YfDatabase  *database,
            YfCheckIn   *check_in,
            gint64       id,
            GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gboolean row;

  statement = yf_statement_new (database, "check-in-read-flags", error);
  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":check_in", id);
  while (TRUE)
    {
      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      yf_check_in_set_flag (check_in, yf_statement_get_text (statement, 0), TRUE,
                            (int) yf_statement_get_or (statement, 1, YF_DAYS_UNSAID));
    }
}

static gboolean
write_lone (YfDatabase  *database,
            gpointer     data,
            GError     **error)
{
  return yf_store_write_entry (database, YF_ENTRY_CHECK_IN, data, error);
}

/*
 * yf_store_read_lone_check_ins:
 *
 * A #YfStoreReader.
 */
gboolean
yf_store_read_lone_check_ins (YfStore     *self,
                              YfDatabase  *database,
                              YfDay        from,
                              YfDay        to,
                              GPtrArray   *counting,
                              GPtrArray   *old,
                              GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  gboolean row;

  statement = yf_statement_new (database, "check-in-list-lone", error);
  if (statement == NULL)
    return FALSE;

  yf_store_bind_range (statement, from, to);
  while (TRUE)
    {
      YfCheckIn *check_in;
      YfCheckInRecord *record;
      GPtrArray *records;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      records = yf_statement_get_int (statement, 1) != 0 ? old : counting;
      if (records == NULL)
        continue;

      check_in = yf_store_read_check_in (database, yf_statement_get_int (statement, 2), error);
      if (check_in == NULL)
        return FALSE;

      record = g_new0 (YfCheckInRecord, 1);
      record->id = g_strdup (yf_statement_get_text (statement, 0));
      record->at = yf_statement_get_int (statement, 3);
      record->utc_offset = (gint32) yf_statement_get_int (statement, 4);
      record->check_in = check_in;
      g_ptr_array_add (records, record);
    }
}

/*
 * yf_store_write_check_in:
 * @uuid: (nullable): its id, or %NULL where it goes by that of its session
 * @id: (out): what it is called in the database
 */
gboolean
yf_store_write_check_in (YfDatabase       *database,
                         const char       *uuid,
                         const YfCheckIn  *check_in,
                         gint64            at,
                         gint32            utc_offset,
                         gint64           *id,
                         GError          **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "check-in-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", uuid);
  yf_statement_bind_int (statement, ":at", at);
  yf_statement_bind_int (statement, ":utc_offset", utc_offset);
  yf_statement_bind_unless (statement, ":pain_back", yf_check_in_get_pain_back (check_in),
                            YF_PAIN_UNANSWERED);
  yf_statement_bind_unless (statement, ":pain_leg", yf_check_in_get_pain_leg (check_in),
                            YF_PAIN_UNANSWERED);
  yf_statement_bind_text (statement, ":moved",
                          yf_moved_get_id (yf_check_in_get_moved (check_in)));
  if (!yf_statement_run (statement, NULL, error))
    return FALSE;

  *id = sqlite3_last_insert_rowid (yf_database_get_handle (database));

  return write_flags (database, check_in, *id, error);
}

/*
 * yf_store_read_check_in:
 * @id: what it is called in the database
 *
 * Returns: (transfer full): the answers, without what the log knew
 */
YfCheckIn *
yf_store_read_check_in (YfDatabase  *database,
                        gint64       id,
                        GError     **error)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfStatement) statement = yf_statement_new (database, "check-in-read", error);
  YfMoved moved;
  gboolean row;

  if (statement == NULL)
    return NULL;

  yf_statement_bind_int (statement, ":check_in", id);
  if (!yf_statement_step (statement, &row, error))
    return NULL;

  if (!row
      || !yf_moved_from_id (yf_statement_get_text (statement, 2), &moved))
    {
      yf_database_set_damaged (database, "not a check-in", error);
      return NULL;
    }

  yf_check_in_set_pain_back (check_in, (int) yf_statement_get_or (statement, 0, YF_PAIN_UNANSWERED));
  yf_check_in_set_pain_leg (check_in, (int) yf_statement_get_or (statement, 1, YF_PAIN_UNANSWERED));
  yf_check_in_set_moved (check_in, moved);
  if (!read_flags (database, check_in, id, error))
    return NULL;

  return g_steal_pointer (&check_in);
}

/**
 * yf_store_dup_lone_check_ins:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfCheckInRecord): the check-ins that
 *   led to no session and count, oldest first; a day is the day it was where
 *   they were answered
 */
GPtrArray *
yf_store_dup_lone_check_ins (YfStore  *self,
                             YfDay     from,
                             YfDay     to,
                             GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return yf_store_dup_list (self, from, to, (GDestroyNotify) yf_check_in_record_free,
                            yf_store_read_lone_check_ins, error);
}

/**
 * yf_store_add_check_in_async:
 * @self: an open store
 * @check_in: the answers
 * @at: when they were given, in microseconds since the Unix epoch
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds a check-in that led to no session. One that did is added with it, by
 * yf_store_begin_session_async().
 */
void
yf_store_add_check_in_async (YfStore             *self,
                             const YfCheckIn     *check_in,
                             gint64               at,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (check_in != NULL);

  yf_store_push_write (self, yf_check_in_record_new (check_in, at),
                       (GDestroyNotify) yf_check_in_record_free, write_lone, cancellable,
                       callback, user_data, yf_store_add_check_in_async);
}
