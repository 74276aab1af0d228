/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* Reading everything of some days at once. */

/* The lists of a log that have a day and can be edited. */
static const struct
{
  YfEntryKind   kind;
  YfStoreReader read;
  gsize         counting;
  gsize         old;
} lists[] = {
  { YF_ENTRY_SESSION, yf_store_read_sessions,
    G_STRUCT_OFFSET (YfLog, sessions), G_STRUCT_OFFSET (YfLog, old_sessions) },
  { YF_ENTRY_CHECK_IN, yf_store_read_lone_check_ins,
    G_STRUCT_OFFSET (YfLog, check_ins), G_STRUCT_OFFSET (YfLog, old_check_ins) },
  { YF_ENTRY_RELIEF, yf_store_read_reliefs,
    G_STRUCT_OFFSET (YfLog, reliefs), G_STRUCT_OFFSET (YfLog, old_reliefs) },
  { YF_ENTRY_ACTIVITY, yf_store_read_activities,
    G_STRUCT_OFFSET (YfLog, activities), G_STRUCT_OFFSET (YfLog, old_activities) },
  { YF_ENTRY_RATING, yf_store_read_ratings,
    G_STRUCT_OFFSET (YfLog, ratings), G_STRUCT_OFFSET (YfLog, old_ratings) },
  { YF_ENTRY_SCORE, yf_store_read_scores,
    G_STRUCT_OFFSET (YfLog, scores), G_STRUCT_OFFSET (YfLog, old_scores) },
};

G_STATIC_ASSERT (G_N_ELEMENTS (lists) == YF_N_ENTRY_KINDS);

/* The lists of a log that are never edited. */
static const struct
{
  const YfStoreList *list;
  gsize              records;
} facts[] = {
  { &yf_store_consent_list, G_STRUCT_OFFSET (YfLog, consents) },
  { &yf_store_flare_list, G_STRUCT_OFFSET (YfLog, flares) },
  { &yf_store_followed_list, G_STRUCT_OFFSET (YfLog, followed) },
  { &yf_store_function_list, G_STRUCT_OFFSET (YfLog, functions) },
  { &yf_store_own_exercise_list, G_STRUCT_OFFSET (YfLog, own_exercises) },
  { &yf_store_programme_choice_list, G_STRUCT_OFFSET (YfLog, programme_choices) },
  { &yf_store_programme_list, G_STRUCT_OFFSET (YfLog, programmes) },
  { &yf_store_reminder_list, G_STRUCT_OFFSET (YfLog, reminders) },
  { &yf_store_review_list, G_STRUCT_OFFSET (YfLog, reviews) },
  { &yf_store_schedule_list, G_STRUCT_OFFSET (YfLog, schedules) },
  { &yf_store_sitting_break_list, G_STRUCT_OFFSET (YfLog, sitting_breaks) },
  { &yf_store_stage_change_list, G_STRUCT_OFFSET (YfLog, stage_changes) },
};

static void
add_ids (GHashTable  *ids,
         YfEntryKind  kind,
         GPtrArray   *entries)
{
  for (guint i = 0; i < entries->len; i++)
    g_hash_table_add (ids, (gpointer) yf_store_get_entry_id (kind,
                                                             g_ptr_array_index (entries, i)));
}

/* The edits of what was read. An entry can be moved to another day, so an edit
 * belongs to the days of both. */
static gboolean
read_edits (YfDatabase  *database,
            YfLog       *log,
            GHashTable  *ids,
            GError     **error)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_edit_free);

  if (!yf_store_read_list (database, &yf_store_edit_list, YF_DAY_NONE, YF_DAY_NONE, edits, error))
    return FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      const YfEdit *edit = g_ptr_array_index (edits, i);

      if ((edit->old != NULL && g_hash_table_contains (ids, edit->old))
          || (edit->new != NULL && g_hash_table_contains (ids, edit->new)))
        g_ptr_array_add (log->edits, yf_edit_copy (edit));
    }

  return TRUE;
}

/* A YfStoreLoader. */
static gpointer
read_log (YfStore     *self,
          YfDatabase  *database,
          YfDay        from,
          YfDay        to,
          GError     **error)
{
  g_autoptr (YfLog) log = yf_log_new (from, to);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (database == NULL)
    return g_steal_pointer (&log);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GPtrArray *counting = G_STRUCT_MEMBER (GPtrArray *, log, lists[i].counting);
      GPtrArray *old = G_STRUCT_MEMBER (GPtrArray *, log, lists[i].old);

      if (!lists[i].read (self, database, from, to, counting, old, error))
        return NULL;
      add_ids (ids, lists[i].kind, counting);
      add_ids (ids, lists[i].kind, old);
    }

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (!yf_store_read_list (database, facts[i].list, from, to,
                             G_STRUCT_MEMBER (GPtrArray *, log, facts[i].records), error))
      return NULL;

  if (!read_edits (database, log, ids, error)
      || !yf_store_read_profile (database, &log->profile, error)
      || !yf_store_read_dose_changes (database, from, to, log->dose_changes, error)
      || !yf_store_read_wishes (database, from, to, log->wishes, error))
    return NULL;

  return g_steal_pointer (&log);
}

/**
 * yf_store_dup_log:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @error: return location for a #GError of #YfStoreError
 *
 * Reads all that there is of these days, in one transaction. Blocks; a window
 * uses yf_store_load_log_async().
 *
 * Returns: (transfer full): the log
 */
YfLog *
yf_store_dup_log (YfStore  *self,
                  YfDay     from,
                  YfDay     to,
                  GError  **error)
{
  YfDatabase *database;
  YfLog *log;

  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;

  log = read_log (self, database, from, to, error);
  if (database != NULL)
    yf_store_end_reading (self);

  return log;
}

/**
 * yf_store_load_log_async:
 * @self: an open store
 * @from: the first day, or %YF_DAY_NONE
 * @to: the last day, or %YF_DAY_NONE
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is read
 * @user_data: data for @callback
 *
 * Does as yf_store_dup_log() does, in a thread and on a connection of its own.
 */
void
yf_store_load_log_async (YfStore             *self,
                         YfDay                from,
                         YfDay                to,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (YF_IS_STORE (self));

  yf_store_push_reading (self, from, to, read_log, (GDestroyNotify) yf_log_unref, cancellable,
                         callback, user_data, yf_store_load_log_async);
}

/**
 * yf_store_load_log_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full): as yf_store_dup_log() does
 */
YfLog *
yf_store_load_log_finish (YfStore       *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
