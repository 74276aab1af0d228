/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* Doses that the plan changed. */

static YfDay
get_day (gconstpointer record)
{
  return ((const YfDoseChangeRecord *) record)->change->day;
}

static gboolean
is_same (gconstpointer record,
         gconstpointer other)
{
  const YfDoseChange *one = ((const YfDoseChangeRecord *) record)->change;
  const YfDoseChange *two = ((const YfDoseChangeRecord *) other)->change;

  return one->day == two->day
         && one->reason == two->reason
         && yf_dose_equal (&one->from, &two->from)
         && yf_dose_equal (&one->to, &two->to)
         && g_str_equal (one->exercise, two->exercise);
}

static void
bind_change (YfStatement   *statement,
             gconstpointer  record)
{
  const YfDoseChange *change = ((const YfDoseChangeRecord *) record)->change;

  yf_statement_bind_day (statement, ":day", change->day);
  yf_statement_bind_text (statement, ":exercise", change->exercise);
  yf_statement_bind_int (statement, ":from_sets", change->from.sets);
  yf_statement_bind_int (statement, ":from_reps", change->from.reps);
  yf_statement_bind_int (statement, ":from_hold", change->from.hold);
  yf_statement_bind_int (statement, ":to_sets", change->to.sets);
  yf_statement_bind_int (statement, ":to_reps", change->to.reps);
  yf_statement_bind_int (statement, ":to_hold", change->to.hold);
  yf_statement_bind_text (statement, ":reason", yf_dose_reason_get_id (change->reason));
}

static gboolean
write_evidence (YfDatabase          *database,
                const YfDoseChange  *change,
                gint64               id,
                GError             **error)
{
  g_autoptr (YfStatement) statement = NULL;

  statement = yf_statement_new (database, "dose-change-add-evidence", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < change->evidence->len; i++)
    {
      const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, i);

      yf_statement_bind_int (statement, ":dose_change", id);
      yf_statement_bind_int (statement, ":position", i);
      yf_statement_bind_text (statement, ":entry", evidence->entry);
      yf_statement_bind_day (statement, ":day", evidence->day);
      if (!yf_statement_run (statement, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_change (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const YfDoseChangeRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "dose-change-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  bind_change (statement, record);
  yf_statement_bind_unless (statement, ":withdrawn_at", record->withdrawn_at, 0);
  if (!yf_statement_run (statement, NULL, error))
    return FALSE;

  return write_evidence (database, record->change,
                         sqlite3_last_insert_rowid (yf_database_get_handle (database)), error);
}

static gboolean
read_evidence (YfDatabase    *database,
               YfStatement   *statement,
               YfDoseChange  *change,
               gint64         id,
               GError       **error)
{
  gboolean row;

  yf_statement_bind_int (statement, ":dose_change", id);
  while (TRUE)
    {
      const char *entry;
      YfDay day;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return yf_statement_reset (statement, error);

      entry = yf_statement_get_text (statement, 0);
      day = yf_statement_get_day (statement, 1);
      if (entry == NULL || !yf_day_is_known (day))
        {
          yf_database_set_damaged (database, "a change of a dose that rests on nothing", error);
          return FALSE;
        }
      yf_dose_change_add (change, entry, day);
    }
}

static gboolean
read_dose (YfStatement *statement,
           int          column,
           YfDose      *dose)
{
  dose->sets = (int) yf_statement_get_int (statement, column);
  dose->reps = (int) yf_statement_get_int (statement, column + 1);
  dose->hold = yf_statement_get_int (statement, column + 2);

  return dose->sets >= 1 && dose->reps >= 1 && dose->hold >= 0;
}

static YfDoseChangeRecord *
read_change (YfDatabase   *database,
             YfStatement  *statement,
             GError      **error)
{
  YfDoseChangeRecord *record;
  YfDay day = yf_statement_get_day (statement, 4);
  const char *exercise = yf_statement_get_text (statement, 5);
  YfDose from;
  YfDose to;
  YfDoseReason reason;

  if (!yf_day_is_known (day)
      || exercise == NULL
      || !read_dose (statement, 6, &from)
      || !read_dose (statement, 9, &to)
      || !yf_dose_reason_from_id (yf_statement_get_text (statement, 12), &reason))
    {
      yf_database_set_damaged (database, "not a change of a dose", error);
      return NULL;
    }

  record = g_new0 (YfDoseChangeRecord, 1);
  record->id = g_strdup (yf_statement_get_text (statement, 0));
  record->at = yf_statement_get_int (statement, 2);
  record->utc_offset = (gint32) yf_statement_get_int (statement, 3);
  record->change = yf_dose_change_new (day, exercise, &from, &to, reason);
  record->withdrawn_at = yf_statement_get_or (statement, 13, 0);

  return record;
}

gboolean
yf_store_read_dose_changes (YfDatabase  *database,
                            YfDay        from,
                            YfDay        to,
                            GPtrArray   *changes,
                            GError     **error)
{
  g_autoptr (YfStatement) statement = NULL;
  g_autoptr (YfStatement) evidence = NULL;
  gboolean row;

  statement = yf_statement_new (database, "dose-change-list", error);
  if (statement == NULL)
    return FALSE;
  evidence = yf_statement_new (database, "dose-change-read-evidence", error);
  if (evidence == NULL)
    return FALSE;

  yf_statement_bind_days (statement, from, to);
  while (TRUE)
    {
      YfDoseChangeRecord *record;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      record = read_change (database, statement, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (changes, record);
      if (!read_evidence (database, evidence, record->change, yf_statement_get_int (statement, 1),
                          error))
        return FALSE;
    }
}

const YfStoreChangeKind yf_store_dose_changes = {
  .find = "dose-change-find",
  .last = "dose-change-last",
  .find_twin = "dose-change-find-twin",
  .withdraw = "dose-change-withdraw",
  .withdrawn_at = G_STRUCT_OFFSET (YfDoseChangeRecord, withdrawn_at),
  .free_func = (GDestroyNotify) yf_dose_change_record_free,
  .get_day = get_day,
  .is_same = is_same,
  .bind = bind_change,
  .read = yf_store_read_dose_changes,
  .write = write_change,
};
