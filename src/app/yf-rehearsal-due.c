/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-rehearsal-due.h"

struct _YfRehearsalDue
{
  GObject parent_instance;

  YfStore    *store;
  GHashTable *seen;   /* id of an exercise (char *) to the YfDay on which it was rehearsed */
};

G_DEFINE_FINAL_TYPE (YfRehearsalDue, yf_rehearsal_due, G_TYPE_OBJECT)

static void
sessions_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_list_sessions_finish (YF_STORE (source), result, &error);
  g_autoptr (GPtrArray) due = g_ptr_array_ref (g_task_get_task_data (task));

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Who cannot be known is shown everything. */
  for (guint i = due->len; i > 0; i--)
    if (yf_session_record_count_with (sessions, yf_exercise_get_id (g_ptr_array_index (due, i - 1))) > 0)
      g_ptr_array_remove_index (due, i - 1);
  g_task_return_pointer (task, g_steal_pointer (&due), (GDestroyNotify) g_ptr_array_unref);
}

static void
dispose (GObject *object)
{
  YfRehearsalDue *self = YF_REHEARSAL_DUE (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (yf_rehearsal_due_parent_class)->dispose (object);
}

static void
yf_rehearsal_due_class_init (YfRehearsalDueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_rehearsal_due_init (YfRehearsalDue *self)
{
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * yf_rehearsal_due_new:
 * @store: what was done before
 *
 * Returns: (transfer full): one that has seen no rehearsal
 */
YfRehearsalDue *
yf_rehearsal_due_new (YfStore *store)
{
  YfRehearsalDue *self = g_object_new (YF_TYPE_REHEARSAL_DUE, NULL);

  self->store = g_object_ref (store);

  return self;
}

/**
 * yf_rehearsal_due_note:
 * @exercise: an exercise
 * @day: a day
 *
 * Notes that a person has seen its rehearsal, or did not want to.
 */
void
yf_rehearsal_due_note (YfRehearsalDue *self,
                       YfExercise     *exercise,
                       YfDay           day)
{
  g_return_if_fail (YF_IS_REHEARSAL_DUE (self));

  g_hash_table_insert (self->seen, g_strdup (yf_exercise_get_id (exercise)), GINT_TO_POINTER ((int) day));
}

/**
 * yf_rehearsal_due_find_async:
 * @exercises: (element-type YfExercise): what is going to be done
 * @day: today
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds out which of the exercises are to be rehearsed.
 */
void
yf_rehearsal_due_find_async (YfRehearsalDue      *self,
                             GPtrArray           *exercises,
                             YfDay                day,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GPtrArray *due = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_exercise_unref);
  GTask *task;

  g_return_if_fail (YF_IS_REHEARSAL_DUE (self));

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      gpointer seen;

      if (g_hash_table_lookup_extended (self->seen, yf_exercise_get_id (exercise), NULL, &seen) &&
          GPOINTER_TO_INT (seen) == (int) day)
        continue;
      if (!g_ptr_array_find (due, exercise, NULL))
        g_ptr_array_add (due, yf_exercise_ref (exercise));
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_rehearsal_due_find_async);
  g_task_set_task_data (task, due, (GDestroyNotify) g_ptr_array_unref);
  yf_store_list_sessions_async (self->store, YF_DAY_NONE, YF_DAY_NONE, cancellable, sessions_cb, task);
}

/**
 * yf_rehearsal_due_find_finish:
 *
 * Returns: (transfer full) (element-type YfExercise): the exercises to be rehearsed, in
 *   order, each once
 */
GPtrArray *
yf_rehearsal_due_find_finish (YfRehearsalDue  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
