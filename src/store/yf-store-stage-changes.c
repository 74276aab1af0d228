/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* The steps from an episode to maintenance, as the plan reckoned them. */

static YfDay
get_day (gconstpointer record)
{
  return ((const YfStageChangeRecord *) record)->change.day;
}

static gboolean
is_same (gconstpointer record,
         gconstpointer other)
{
  const YfStageChange *one = &((const YfStageChangeRecord *) record)->change;
  const YfStageChange *two = &((const YfStageChangeRecord *) other)->change;

  return one->day == two->day
         && one->from == two->from
         && one->to == two->to
         && !one->after_flare == !two->after_flare
         && !one->surgery == !two->surgery;
}

static void
bind_change (YfStatement   *statement,
             gconstpointer  record)
{
  const YfStageChange *change = &((const YfStageChangeRecord *) record)->change;

  yf_statement_bind_day (statement, ":day", change->day);
  yf_statement_bind_text (statement, ":from_stage", yf_stage_get_id (change->from));
  yf_statement_bind_text (statement, ":to_stage", yf_stage_get_id (change->to));
  yf_statement_bind_int (statement, ":after_flare", change->after_flare ? 1 : 0);
  yf_statement_bind_int (statement, ":surgery", change->surgery ? 1 : 0);
}

static gboolean
write_change (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const YfStageChangeRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "stage-change-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", record->id);
  yf_statement_bind_int (statement, ":at", record->at);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  bind_change (statement, record);
  yf_statement_bind_unless (statement, ":withdrawn_at", record->withdrawn_at, 0);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_change (YfStatement  *row,
             GError      **error)
{
  g_autoptr (YfStageChangeRecord) record = g_new0 (YfStageChangeRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->at = yf_statement_get_int (row, 1);
  record->utc_offset = (gint32) yf_statement_get_int (row, 2);
  record->change.day = yf_statement_get_day (row, 3);
  record->change.after_flare = yf_statement_get_int (row, 6) != 0;
  record->change.surgery = yf_statement_get_int (row, 7) != 0;
  record->withdrawn_at = yf_statement_get_or (row, 8, 0);

  if (!yf_day_is_known (record->change.day)
      || !yf_stage_from_id (yf_statement_get_text (row, 4), &record->change.from)
      || !yf_stage_from_id (yf_statement_get_text (row, 5), &record->change.to))
    {
      yf_statement_set_damaged (row, "not a change of stage", error);
      return NULL;
    }

  return g_steal_pointer (&record);
}

const YfStoreList yf_store_stage_change_list = { "stage-change-list", yf_statement_bind_days, read_change };

static gboolean
read_changes (YfDatabase  *database,
              YfDay        from,
              YfDay        to,
              GPtrArray   *changes,
              GError     **error)
{
  return yf_store_read_list (database, &yf_store_stage_change_list, from, to, changes, error);
}

const YfStoreChangeKind yf_store_stage_changes = {
  .find = "stage-change-find",
  .last = "stage-change-last",
  .find_twin = "stage-change-find-twin",
  .withdraw = "stage-change-withdraw",
  .withdrawn_at = G_STRUCT_OFFSET (YfStageChangeRecord, withdrawn_at),
  .free_func = (GDestroyNotify) yf_stage_change_record_free,
  .get_day = get_day,
  .is_same = is_same,
  .bind = bind_change,
  .read = read_changes,
  .write = write_change,
};
