/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

/* Exercises of a person's own. None is ever deleted or changed, for the log
 * says by its id what was done: an edit is a new one in the place of the old. */

typedef struct
{
  YfOwnExerciseRecord *record;   /* NULL: only retires */
  char                *replaced; /* NULL: only adds */
} Change;

static void
change_free (gpointer data)
{
  Change *self = data;

  g_clear_pointer (&self->record, yf_own_exercise_record_free);
  g_free (self->replaced);
  g_free (self);
}

static gboolean
write_retired (YfDatabase  *database,
               const char  *id,
               GError     **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "own-exercise-retire", error);
  gint64 changed;

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":id", id);
  if (!yf_statement_run (statement, &changed, error))
    return FALSE;

  if (changed != 1)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is the identifier of an exercise. */
                   _("There is no exercise %s of your own any more. Start Yanfei again to see "
                     "what there is."),
                   id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
write_change (YfDatabase  *database,
              gpointer     data,
              GError     **error)
{
  const Change *change = data;

  if (change->replaced != NULL
      && !write_retired (database, change->replaced, error))
    return FALSE;

  return change->record == NULL || yf_store_write_own_exercise (database, change->record, error);
}

gboolean
yf_store_write_own_exercise (YfDatabase                 *database,
                             const YfOwnExerciseRecord  *record,
                             GError                    **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, "own-exercise-add", error);

  if (statement == NULL)
    return FALSE;

  yf_statement_bind_text (statement, ":id", record->id);
  yf_statement_bind_text (statement, ":xml", record->xml);
  yf_statement_bind_int (statement, ":created", record->created);
  yf_statement_bind_int (statement, ":utc_offset", record->utc_offset);
  yf_statement_bind_int (statement, ":retired", record->retired ? 1 : 0);

  return yf_statement_run (statement, NULL, error);
}

static gpointer
read_record (YfStatement  *row,
             GError      **error)
{
  YfOwnExerciseRecord *record = g_new0 (YfOwnExerciseRecord, 1);

  record->id = g_strdup (yf_statement_get_text (row, 0));
  record->xml = g_strdup (yf_statement_get_text (row, 1));
  record->created = yf_statement_get_int (row, 2);
  record->utc_offset = (gint32) yf_statement_get_int (row, 3);
  record->retired = yf_statement_get_int (row, 4) != 0;

  return record;
}

const YfStoreList yf_store_own_exercise_list = { "own-exercise-list", NULL, read_record };

/**
 * yf_store_save_own_exercise_async:
 * @self: an open store
 * @exercise: an exercise with an id that no other has or had
 * @replaces: (nullable): the id of the one that it is a new version of, which
 *   is retired with the same commit
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is durable or has failed
 * @user_data: data for @callback
 *
 * Saves an exercise of the person's own.
 */
void
yf_store_save_own_exercise_async (YfStore                   *self,
                                  const YfOwnExerciseRecord *exercise,
                                  const char                *replaces,
                                  GCancellable              *cancellable,
                                  GAsyncReadyCallback        callback,
                                  gpointer                   user_data)
{
  Change *change;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (exercise != NULL);
  g_return_if_fail (!exercise->retired);

  change = g_new0 (Change, 1);
  change->record = yf_own_exercise_record_copy (exercise);
  change->replaced = g_strdup (replaces);
  yf_store_push_write (self, change, change_free, write_change, cancellable, callback, user_data,
                       yf_store_save_own_exercise_async);
}

/**
 * yf_store_retire_own_exercise_async:
 * @self: an open store
 * @exercise: the id of one that is offered
 * @cancellable: (nullable): a cancellable
 * @callback: called when that is durable or has failed
 * @user_data: data for @callback
 *
 * Says that an exercise of the person's own is no longer to be offered. What
 * was done of it stays in the log, and so does its name.
 */
void
yf_store_retire_own_exercise_async (YfStore             *self,
                                    const char          *exercise,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  Change *change;

  g_return_if_fail (YF_IS_STORE (self));
  g_return_if_fail (exercise != NULL);

  change = g_new0 (Change, 1);
  change->replaced = g_strdup (exercise);
  yf_store_push_write (self, change, change_free, write_change, cancellable, callback, user_data,
                       yf_store_retire_own_exercise_async);
}

/**
 * yf_store_dup_own_exercises:
 * @self: an open store
 * @error: return location for a #GError of #YfStoreError
 *
 * Returns: (transfer full) (element-type YfOwnExerciseRecord): all there are
 *   and were, oldest first
 */
GPtrArray *
yf_store_dup_own_exercises (YfStore  *self,
                            GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return yf_store_dup_all (self, &yf_store_own_exercise_list, (GDestroyNotify) yf_own_exercise_record_free, error);
}
