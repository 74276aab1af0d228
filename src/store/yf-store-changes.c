/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* What the plan changed, and why. It is worked out anew whenever the log changes;
 * what is written down says what it came to and when, so that nothing that a person
 * was told is lost. */

typedef struct
{
  GPtrArray *dose_changes;  /* of records; NULL: none of that kind is looked at */
  GPtrArray *stage_changes; /* likewise */
  YfDay      from;
  YfDay      to;
  gint64     at;
} Replay;

static void
replay_free (gpointer data)
{
  Replay *self = data;

  g_clear_pointer (&self->dose_changes, g_ptr_array_unref);
  g_clear_pointer (&self->stage_changes, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_within (YfDay day,
           YfDay from,
           YfDay to)
{
  return (!yf_day_is_known (from) || day >= from) && (!yf_day_is_known (to) || day <= to);
}

static gint64
get_withdrawn_at (const YfStoreChangeKind *kind,
                  gpointer                 record)
{
  return G_STRUCT_MEMBER (gint64, record, kind->withdrawn_at);
}

/* Changes nothing where that has been done. */
static gboolean
withdraw (YfDatabase               *database,
          const YfStoreChangeKind  *kind,
          gpointer                  record,
          gint64                    at,
          GError                  **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, kind->withdraw, error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":uuid", *(char **) record);
  yf_statement_bind_int (statement, ":at", at);

  return yf_statement_run (statement, NULL, error);
}

/* -- Noting ----------------------------------------------------------------- */

/* Whether a change is among those that count; each answers for one. */
static gboolean
meet_change (const YfStoreChangeKind *kind,
             GPtrArray               *records,
             gboolean                *met,
             gconstpointer            change)
{
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (met[i] || get_withdrawn_at (kind, record) != 0 || !kind->is_same (record, change))
        continue;
      met[i] = TRUE;
      return TRUE;
    }

  return FALSE;
}

static gboolean
note_changes (YfDatabase               *database,
              const YfStoreChangeKind  *kind,
              GPtrArray                *changes,
              const Replay             *replay,
              GError                  **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (kind->free_func);
  g_autoptr (GPtrArray) new = g_ptr_array_new ();
  g_autofree gboolean *met = NULL;

  if (!kind->read (database, replay->from, replay->to, records, error))
    return FALSE;

  met = g_new0 (gboolean, records->len);
  for (guint i = 0; i < changes->len; i++)
    {
      gpointer change = g_ptr_array_index (changes, i);

      if (is_within (kind->get_day (change), replay->from, replay->to)
          && !meet_change (kind, records, met, change))
        g_ptr_array_add (new, change);
    }

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);

      if (!met[i] && get_withdrawn_at (kind, record) == 0
          && !withdraw (database, kind, record, replay->at, error))
        return FALSE;
    }
  for (guint i = 0; i < new->len; i++)
    if (!kind->write (database, g_ptr_array_index (new, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
write_replay (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Replay *replay = data;

  return (replay->dose_changes == NULL
          || note_changes (database, &yf_store_dose_changes, replay->dose_changes, replay, error))
         && (replay->stage_changes == NULL
             || note_changes (database, &yf_store_stage_changes, replay->stage_changes, replay, error));
}

/* -- Taking in -------------------------------------------------------------- */

/* Whether the same change counts, in a row not later than @last. */
static gboolean
find_twin (YfDatabase               *database,
           const YfStoreChangeKind  *kind,
           gconstpointer             record,
           gint64                    last,
           gboolean                 *found,
           GError                  **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, kind->find_twin, error);

  if (statement == NULL)
    return FALSE;

  kind->bind (statement, record);
  yf_statement_bind_int (statement, ":last", last);

  return yf_statement_step (statement, found, error);
}

/*
 * yf_store_import_changes:
 * @records: those of another log
 * @counts: is added to
 *
 * Adds the changes that are not yet here, and withdraws what was withdrawn there. A
 * change that both logs found out for themselves has two ids, and must not be told
 * twice. It is looked for among what was here before: that two of one log are alike
 * is no mistake.
 */
gboolean
yf_store_import_changes (YfDatabase               *database,
                         const YfStoreChangeKind  *kind,
                         GPtrArray                *records,
                         YfImportCounts           *counts,
                         GError                  **error)
{
  gint64 last;

  if (!yf_database_read_int (database, yf_sql_get (kind->last), &last, error))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      gint64 withdrawn_at = get_withdrawn_at (kind, record);
      gboolean found;

      if (!yf_store_find (database, kind->find, ":uuid", *(char **) record, &found, error))
        return FALSE;
      if (found && withdrawn_at != 0
          && !withdraw (database, kind, record, withdrawn_at, error))
        return FALSE;
      if (!found && withdrawn_at == 0
          && !find_twin (database, kind, record, last, &found, error))
        return FALSE;

      if (found)
        counts->known++;
      else if (kind->write (database, record, error))
        counts->added++;
      else
        return FALSE;
    }

  return TRUE;
}

/**
 * yf_store_note_changes_async:
 * @self: an open store
 * @dose_changes: (nullable) (element-type YfDoseChange): the changes of doses as
 *   they follow from the log now; %NULL to look at none
 * @stage_changes: (nullable) (element-type YfStageChange): the changes of stage,
 *   likewise
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @at: when they were worked out, in microseconds since the Unix epoch; more than 0
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Brings what is written down of the changes of some days in line with what
 * follows from the log now, in one transaction. What is new is added. What no longer
 * follows is withdrawn; if it follows again one day, it is added anew. Nothing is
 * deleted, and what still follows is not touched: done twice, the second time writes
 * nothing. Changes of other days are passed over.
 *
 * Two changes are the same if their day, exercise, doses and reason are, or for a
 * stage all that there is of it.
 */
void
yf_store_note_changes_async (YfStore             *self,
                             GPtrArray           *dose_changes,
                             GArray              *stage_changes,
                             YfDay                from,
                             YfDay                to,
                             gint64               at,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  Replay *replay;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (at > 0);

  replay = g_new0 (Replay, 1);
  replay->from = from;
  replay->to = to;
  replay->at = at;
  if (dose_changes != NULL)
    {
      replay->dose_changes = g_ptr_array_new_with_free_func (yf_store_dose_changes.free_func);
      for (guint i = 0; i < dose_changes->len; i++)
        g_ptr_array_add (replay->dose_changes,
                         yf_dose_change_record_new (g_ptr_array_index (dose_changes, i), at));
    }
  if (stage_changes != NULL)
    {
      replay->stage_changes = g_ptr_array_new_with_free_func (yf_store_stage_changes.free_func);
      for (guint i = 0; i < stage_changes->len; i++)
        g_ptr_array_add (replay->stage_changes,
                         yf_stage_change_record_new (&g_array_index (stage_changes, YfStageChange, i), at));
    }
  yf_store_push_write (self, replay, replay_free, write_replay, cancellable, callback, user_data,
                       yf_store_note_changes_async);
}
