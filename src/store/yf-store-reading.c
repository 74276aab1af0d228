/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

/* Reading: on the thread that calls, on the store's own connection, or on another
 * thread, on a connection of its own. */

/*
 * yf_store_begin_reading:
 * @database: (out) (nullable): the connection, in a transaction, so that what
 *   is read belongs together; %NULL where there is no log yet and none can be
 *   made, and then there is nothing to read and nothing to end
 */
gboolean
yf_store_begin_reading (YfStore     *self,
                        YfDatabase **database,
                        GError     **error)
{
  *database = NULL;

  if (!self->opened)
    {
      yf_store_set_closed_error (self, error);
      return FALSE;
    }

  if (self->reader != NULL
      && !yf_database_begin (self->reader, FALSE, error))
    return FALSE;

  *database = self->reader;

  return TRUE;
}

/*
 * yf_store_end_reading:
 *
 * Ends what yf_store_begin_reading() began, whether or not all went well in
 * between.
 */
void
yf_store_end_reading (YfStore *self)
{
  /* Nothing was written, so this undoes nothing. */
  yf_database_roll_back (self->reader);
}

/*
 * yf_store_dup_list:
 * @free_func: what frees an entry
 * @read: what reads them
 *
 * Returns: (transfer full): what counts of these days
 */
GPtrArray *
yf_store_dup_list (YfStore         *self,
                   YfDay            from,
                   YfDay            to,
                   GDestroyNotify   free_func,
                   YfStoreReader    read,
                   GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_func);
  YfDatabase *database;
  gboolean done;

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;
  if (database == NULL)
    return g_steal_pointer (&records);

  done = read (self, database, from, to, records, NULL, error);
  yf_store_end_reading (self);

  return done ? g_steal_pointer (&records) : NULL;
}

/* -- On other threads ------------------------------------------------------- */

/*
 * yf_store_let_in:
 *
 * Says that the store is open: other threads may use it.
 */
void
yf_store_let_in (YfStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->opened = TRUE;
}

/*
 * yf_store_shut_out:
 *
 * Says that the store is not open, and waits until no other thread uses it.
 */
void
yf_store_shut_out (YfStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->opened = FALSE;
  while (self->n_held > 0)
    g_cond_wait (&self->let_go, &self->mutex);
}

/*
 * yf_store_hold:
 *
 * Keeps the store from being closed until yf_store_let_go(). May be called on any
 * thread, and what it keeps may be let go of on any other.
 */
gboolean
yf_store_hold (YfStore  *self,
               GError  **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!self->opened)
    {
      yf_store_set_closed_error (self, error);
      return FALSE;
    }

  self->n_held++;

  return TRUE;
}

void
yf_store_let_go (YfStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert (self->n_held > 0);
  self->n_held--;
  g_cond_signal (&self->let_go);
}

/* What is read on another thread. */
typedef struct
{
  YfDay           from;
  YfDay           to;
  YfStoreLoader   load;
  GDestroyNotify  free_func;
} Reading;

static gpointer
read_apart (YfStore        *self,
            const Reading  *reading,
            GError        **error)
{
  g_autoptr (YfDatabase) database = NULL;
  gpointer what;

  if (self->reader == NULL)
    return reading->load (self, NULL, reading->from, reading->to, error);

  database = yf_store_open_reader (self, error);
  if (database == NULL
      || !yf_database_begin (database, FALSE, error))
    return NULL;

  what = reading->load (self, database, reading->from, reading->to, error);
  yf_database_roll_back (database);

  return what;
}

static void
do_reading (GTask        *task,
            gpointer      source_object,
            gpointer      task_data,
            GCancellable *cancellable)
{
  YfStore *self = source_object;
  const Reading *reading = task_data;
  GError *error = NULL;
  gpointer what = read_apart (self, reading, &error);

  yf_store_let_go (self);
  if (what != NULL)
    g_task_return_pointer (task, what, reading->free_func);
  else
    g_task_return_error (task, error);
}

/*
 * yf_store_push_reading:
 * @load: what reads
 * @free_func: what frees what it returns
 *
 * Has something read in a thread and on a connection of its own. The answer is a
 * pointer.
 */
void
yf_store_push_reading (YfStore             *self,
                       YfDay                from,
                       YfDay                to,
                       YfStoreLoader        load,
                       GDestroyNotify       free_func,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data,
                       gpointer             source_tag)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;
  Reading *reading;

  g_task_set_source_tag (task, source_tag);
  if (!yf_store_hold (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  reading = g_new0 (Reading, 1);
  reading->from = from;
  reading->to = to;
  reading->load = load;
  reading->free_func = free_func;
  g_task_set_task_data (task, reading, g_free);
  g_task_run_in_thread (task, do_reading);
}
