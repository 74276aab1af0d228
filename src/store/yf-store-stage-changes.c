/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* The steps from an episode to maintenance, as the plan reckoned them. */

static gboolean
is_same (const YfStageChange *one,
         const YfStageChange *two)
{
  return one->day == two->day
         && one->from == two->from
         && one->to == two->to
         && !one->after_flare == !two->after_flare
         && !one->surgery == !two->surgery;
}

static void
bind_change (YfStatement         *statement,
             const YfStageChange *change)
{
  yf_statement_bind_day (statement, ":day", change->day);
  yf_statement_bind_text (statement, ":from_stage", yf_stage_get_id (change->from));
  yf_statement_bind_text (statement, ":to_stage", yf_stage_get_id (change->to));
  yf_statement_bind_int (statement, ":after_flare", change->after_flare ? 1 : 0);
  yf_statement_bind_int (statement, ":surgery", change->surgery ? 1 : 0);
}

/*
 * yf_store_write_stage_change:
 * @data: a #YfStageChangeRecord
 */
gboolean
yf_store_write_stage_change (YfDatabase  *database,
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
  bind_change (statement, &record->change);
  yf_statement_bind_unless (statement, ":withdrawn_at", record->withdrawn_at, 0);

  return yf_statement_run (statement, NULL, error);
}

/*
 * yf_store_find_stage_twin:
 * @data: a #YfStageChangeRecord
 * @last: a row
 * @found: (out): whether the same change counts, in a row not later than @last
 */
gboolean
yf_store_find_stage_twin (YfDatabase     *database,
                          gconstpointer   data,
                          gint64          last,
                          gboolean       *found,
                          GError        **error)
{
  const YfStageChangeRecord *record = data;
  g_autoptr (YfStatement) statement = yf_statement_new (database, "stage-change-find-twin", error);

  if (statement == NULL)
    return FALSE;

  bind_change (statement, &record->change);
  yf_statement_bind_int (statement, ":last", last);

  return yf_statement_step (statement, found, error);
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

/* Whether a change is among those that count; each answers for one. */
static gboolean
meet_change (GPtrArray           *records,
             gboolean            *met,
             const YfStageChange *change)
{
  for (guint i = 0; i < records->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (records, i);

      if (met[i] || record->withdrawn_at != 0 || !is_same (&record->change, change))
        continue;
      met[i] = TRUE;
      return TRUE;
    }

  return FALSE;
}

/*
 * yf_store_note_stage_changes:
 * @replay: (element-type YfStageChange): the changes as they follow from the log now
 *
 * Does for stages what yf_store_note_changes_async() does.
 */
gboolean
yf_store_note_stage_changes (YfDatabase  *database,
                             GArray      *replay,
                             YfDay        from,
                             YfDay        to,
                             gint64       at,
                             GError     **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) new = NULL;
  g_autofree gboolean *met = NULL;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_stage_change_record_free);
  new = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_stage_change_record_free);
  if (!yf_store_read_list (database, &yf_store_stage_change_list, from, to, records, error))
    return FALSE;

  met = g_new0 (gboolean, records->len);
  for (guint i = 0; i < replay->len; i++)
    {
      const YfStageChange *change = &g_array_index (replay, YfStageChange, i);

      if (yf_store_is_within (change->day, from, to) && !meet_change (records, met, change))
        g_ptr_array_add (new, yf_stage_change_record_new (change, at));
    }

  for (guint i = 0; i < records->len; i++)
    {
      const YfStageChangeRecord *record = g_ptr_array_index (records, i);

      if (!met[i] && record->withdrawn_at == 0
          && !yf_store_withdraw (database, "stage-change-withdraw", record->id, at, error))
        return FALSE;
    }
  for (guint i = 0; i < new->len; i++)
    if (!yf_store_write_stage_change (database, g_ptr_array_index (new, i), error))
      return FALSE;

  return TRUE;
}
