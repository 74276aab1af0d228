/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Taking in another log: what is not here yet is added, all or nothing. */

typedef struct
{
  YfLog          *log;
  YfImportCounts  counts;
} Import;

static void
import_free (gpointer data)
{
  Import *self = data;

  yf_log_unref (self->log);
  g_free (self);
}

static void
count (Import   *self,
       gboolean  known)
{
  if (known)
    self->counts.known++;
  else
    self->counts.added++;
}

static gboolean
import_profile (YfDatabase  *database,
                Import      *self,
                GError     **error)
{
  g_autoptr (YfProfile) present = NULL;

  if (self->log->profile == NULL)
    return TRUE;

  if (!yf_store_read_profile (database, &present, error))
    return FALSE;

  count (self, present != NULL);

  return present != NULL || yf_store_write_profile (database, self->log->profile, error);
}

static gboolean
import_own_exercise (YfDatabase                 *database,
                     Import                     *self,
                     const YfOwnExerciseRecord  *record,
                     GError                    **error)
{
  g_autoptr (YfStatement) find = yf_statement_new (database, "own-exercise-find", error);
  g_autoptr (YfStatement) retire = NULL;
  gboolean found;

  if (find == NULL)
    return FALSE;

  yf_statement_bind_text (find, ":id", record->id);
  if (!yf_statement_step (find, &found, error))
    return FALSE;

  count (self, found);
  if (!found)
    return yf_store_write_own_exercise (database, record, error);

  if (g_strcmp0 (yf_statement_get_text (find, 0), record->xml) != 0)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of an exercise. */
                   _("The exercise %s of your own is another here than in what is to be "
                     "imported, and what was done of the one would be taken for the other. "
                     "Nothing was imported. Import into an empty folder instead."),
                   record->id);
      return FALSE;
    }

  if (!record->retired || yf_statement_get_int (find, 1) != 0)
    return TRUE;

  retire = yf_statement_new (database, "own-exercise-retire", error);
  if (retire == NULL)
    return FALSE;
  yf_statement_bind_text (retire, ":id", record->id);

  return yf_statement_run (retire, NULL, error);
}

static gboolean
import_function (YfDatabase                *database,
                 Import                    *self,
                 const YfFunctionActivity  *activity,
                 GError                   **error)
{
  g_autoptr (YfStatement) retire = NULL;
  gboolean found;

  if (!yf_store_find (database, "function-activity-find", ":uuid", activity->id, &found, error))
    return FALSE;

  count (self, found);
  if (!found)
    return yf_store_write_function (database, activity, error);
  if (activity->retired == 0)
    return TRUE;

  /* Changes nothing where it is retired already. */
  retire = yf_statement_new (database, "function-activity-retire", error);
  if (retire == NULL)
    return FALSE;
  yf_statement_bind_text (retire, ":uuid", activity->id);
  yf_statement_bind_int (retire, ":retired", activity->retired);

  return yf_statement_run (retire, NULL, error);
}

static gboolean
import_schedule (YfDatabase        *database,
                 Import            *self,
                 YfScheduleRecord  *schedule,
                 GError           **error)
{
  gboolean found;

  if (!yf_store_find (database, "schedule-find", ":uuid", schedule->id, &found, error))
    return FALSE;

  count (self, found);

  return found || yf_store_write_schedule (database, schedule, error);
}

static gboolean
import_programmes (YfDatabase  *database,
                   Import      *self,
                   GError     **error)
{
  YfLog *log = self->log;
  gboolean found;

  for (guint i = 0; i < log->programmes->len; i++)
    {
      const YfProgrammeRecord *programme = g_ptr_array_index (log->programmes, i);

      if (!yf_store_find (database, "programme-find", ":uuid", programme->id, &found, error))
        return FALSE;
      count (self, found);
      if (!found && !yf_store_write_programme (database, programme, error))
        return FALSE;
    }

  for (guint i = 0; i < log->programme_choices->len; i++)
    {
      const YfProgrammeChoice *choice = g_ptr_array_index (log->programme_choices, i);

      if (!yf_store_find (database, "programme-choice-find", ":uuid", choice->id, &found, error))
        return FALSE;
      count (self, found);
      if (!found && !yf_store_write_programme_choice (database, choice, error))
        return FALSE;
    }

  return TRUE;
}

/* Only of sessions that are new here: what is known of the others stays. */
static gboolean
import_followed (YfDatabase  *database,
                 Import      *self,
                 GError     **error)
{
  for (guint i = 0; i < self->log->followed->len; i++)
    {
      const YfProgrammeFollowed *followed = g_ptr_array_index (self->log->followed, i);

      if (!yf_store_write_followed (database, followed->session, followed->programme, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
import_consent (YfDatabase             *database,
                Import                 *self,
                const YfConsentRecord  *consent,
                GError                **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "consent-import", error);
  gint64 changed;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_int (statement, ":at", consent->at);
  yf_statement_bind_int (statement, ":utc_offset", consent->utc_offset);
  yf_statement_bind_int (statement, ":version", consent->version);
  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  count (self, changed == 0);

  return TRUE;
}

/* A compress that ran where the log comes from is over here. */
static gboolean
write_entry (YfDatabase   *database,
             YfEntryKind   kind,
             gpointer      entry,
             GError      **error)
{
  const YfReliefRecord *relief = entry;
  g_autoptr (YfReliefRecord) cut = NULL;

  if (kind != YF_ENTRY_RELIEF || relief->state != YF_RECORD_RUNNING)
    return yf_store_write_entry (database, kind, entry, error);

  cut = yf_relief_record_copy (relief);
  cut->state = YF_RECORD_CUT;
  cut->ended = cut->started;

  return yf_store_write_entry (database, kind, cut, error);
}

static gboolean
import_entries (YfDatabase   *database,
                Import       *self,
                YfEntryKind   kind,
                GPtrArray    *entries,
                GError      **error)
{
  g_autoptr (YfStatement) find = yf_statement_new (database, "entry-find", error);

  if (find == NULL)
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      gpointer entry = g_ptr_array_index (entries, i);
      gboolean found;

      yf_statement_bind_text (find, ":kind", yf_entry_kind_get_id (kind));
      yf_statement_bind_text (find, ":uuid", yf_store_get_entry_id (kind, entry));
      if (!yf_statement_step (find, &found, error)
          || !yf_statement_reset (find, error))
        return FALSE;

      count (self, found);
      if (!found
          && !write_entry (database, kind, entry, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
import_edit (YfDatabase    *database,
             Import        *self,
             const YfEdit  *edit,
             GError       **error)
{
  g_autoptr (YfStatement) rival = NULL;
  gboolean found;

  if (!yf_store_find (database, "edit-find", ":uuid", edit->id, &found, error))
    return FALSE;

  count (self, found);
  if (found)
    return TRUE;

  rival = yf_statement_new (database, "edit-find-rival", error);
  if (rival == NULL)
    return FALSE;
  yf_statement_bind_text (rival, ":uuid", edit->id);
  yf_statement_bind_text (rival, ":old", edit->old);
  yf_statement_bind_text (rival, ":new", edit->new);
  if (!yf_statement_step (rival, &found, error))
    return FALSE;

  if (found)
    {
      /* Both corrections would count, and what was done once would be twice in
       * every sum. */
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of an entry. */
                   _("The entry %s was changed here in one way and in what is to be imported in "
                     "another. Nothing was imported. Import into an empty folder instead, or "
                     "leave out the days around it."),
                   edit->old != NULL ? edit->old : edit->new);
      return FALSE;
    }

  return yf_store_write_edit (database, edit, error);
}

/* Sessions and the like, with those that no longer count. */
static gboolean
import_all_entries (YfDatabase  *database,
                    Import      *self,
                    GError     **error)
{
  YfLog *log = self->log;
  GPtrArray *lists[YF_N_ENTRY_KINDS][2] = {
    [YF_ENTRY_SESSION] = { log->sessions, log->old_sessions },
    [YF_ENTRY_CHECK_IN] = { log->check_ins, log->old_check_ins },
    [YF_ENTRY_RELIEF] = { log->reliefs, log->old_reliefs },
    [YF_ENTRY_ACTIVITY] = { log->activities, log->old_activities },
    [YF_ENTRY_RATING] = { log->ratings, log->old_ratings },
    [YF_ENTRY_SCORE] = { log->scores, log->old_scores },
  };

  for (YfEntryKind kind = 0; kind < YF_N_ENTRY_KINDS; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (lists[kind]); i++)
      if (!import_entries (database, self, kind, lists[kind][i], error))
        return FALSE;

  return TRUE;
}

static gboolean
write_import (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  Import *self = data;
  YfLog *log = self->log;

  for (guint i = 0; i < log->own_exercises->len; i++)
    if (!import_own_exercise (database, self, g_ptr_array_index (log->own_exercises, i), error))
      return FALSE;

  for (guint i = 0; i < log->functions->len; i++)
    if (!import_function (database, self, g_ptr_array_index (log->functions, i), error))
      return FALSE;
  if (!yf_store_check_functions (database, error))
    return FALSE;

  for (guint i = 0; i < log->schedules->len; i++)
    if (!import_schedule (database, self, g_ptr_array_index (log->schedules, i), error))
      return FALSE;

  for (guint i = 0; i < log->consents->len; i++)
    if (!import_consent (database, self, g_ptr_array_index (log->consents, i), error))
      return FALSE;

  if (!import_programmes (database, self, error))
    return FALSE;

  /* Entries before edits: an entry that is replaced can no longer be given its
   * answers. */
  if (!import_profile (database, self, error)
      || !import_all_entries (database, self, error)
      || !import_followed (database, self, error))
    return FALSE;

  for (guint i = 0; i < log->edits->len; i++)
    if (!import_edit (database, self, g_ptr_array_index (log->edits, i), error))
      return FALSE;

  return yf_store_import_day (database, log, &self->counts, error);
}

static gboolean
import (GTask       *task,
        YfDatabase  *database,
        GError     **error)
{
  return yf_database_transact (database, write_import, g_task_get_task_data (task), error);
}

/**
 * yf_store_import_async:
 * @self: an open store
 * @log: what to take in; not to be changed from now on
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Adds what is in @log and not yet here, in one transaction: an entry is known
 * by its id, a consent by its time and version, an exercise of the person's
 * own by its id and text, a flare by its day, and a change of the plan that
 * counts by what it says. What is known stays as it is, except that activities
 * and exercises that are retired in @log are retired here too, and that what
 * was corrected, taken out or withdrawn in @log counts no more here. The profile
 * is taken where there is none. What runs in @log is written as cut.
 *
 * Fails with %YF_STORE_ERROR_FAILED, and changes nothing, if an exercise has
 * the id of another, if the same entry was changed here and there in different
 * ways, if more than %YF_FUNCTION_MAX_ACTIVITIES activities would be followed,
 * or if a value cannot be.
 */
void
yf_store_import_async (YfStore             *self,
                       YfLog               *log,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  Import *job;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (log != NULL);

  job = g_new0 (Import, 1);
  job->log = yf_log_ref (log);
  yf_store_push_job (self, job, import_free, import, cancellable, callback, user_data,
                     yf_store_import_async);
}

/**
 * yf_store_import_finish:
 * @self: a store
 * @result: what the callback was given
 * @counts: (out) (optional): how much was new; every thing in the log is counted
 *   once, the profile and edits too
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: whether it is durable; if not, nothing of it was written
 */
gboolean
yf_store_import_finish (YfStore         *self,
                        GAsyncResult    *result,
                        YfImportCounts  *counts,
                        GError         **error)
{
  const Import *job;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  if (counts != NULL)
    *counts = job->counts;

  return TRUE;
}
