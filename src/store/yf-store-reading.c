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

/* -- What is read ----------------------------------------------------------- */

/*
 * yf_store_get_range_start:
 * @from: a day, or %YF_DAY_NONE for the beginning of time
 *
 * Returns: the first instant of @from, in microseconds since the Unix epoch
 *   as a clock on the wall would count them
 */
gint64
yf_store_get_range_start (YfDay from)
{
  /* GDate's number of 1 January 1970. */
  const YfDay epoch = 719163;

  if (!yf_day_is_known (from))
    return G_MININT64;

  return (gint64) (from - epoch) * 24 * 60 * 60 * G_USEC_PER_SEC;
}

/*
 * yf_store_get_range_end:
 * @to: a day, or %YF_DAY_NONE for the end of time
 *
 * Returns: the first instant after @to, likewise
 */
gint64
yf_store_get_range_end (YfDay to)
{
  if (!yf_day_is_known (to))
    return G_MAXINT64;

  return yf_store_get_range_start (to + 1);
}

/*
 * yf_store_bind_range:
 *
 * Binds `:from` and `:before`, which moments on the wall are compared with.
 */
void
yf_store_bind_range (YfStatement *statement,
                     YfDay        from,
                     YfDay        to)
{
  yf_statement_bind_int (statement, ":from", yf_store_get_range_start (from));
  yf_statement_bind_int (statement, ":before", yf_store_get_range_end (to));
}

static gboolean
read_rows (YfStatement    *statement,
           YfStoreRowFunc  read,
           gboolean        can_be_old,
           GPtrArray      *counting,
           GPtrArray      *old,
           GError        **error)
{
  while (TRUE)
    {
      GPtrArray *records = counting;
      gpointer record;
      gboolean row;

      if (!yf_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      if (can_be_old && yf_statement_get_int (statement, 1) != 0)
        records = old;
      if (records == NULL)
        continue;

      record = read (statement, error);
      if (record == NULL)
        return FALSE;
      g_ptr_array_add (records, record);
    }
}

/*
 * yf_store_read_list:
 * @list: what is read
 *
 * Adds what the log has of it to @records.
 */
gboolean
yf_store_read_list (YfDatabase         *database,
                    const YfStoreList  *list,
                    YfDay               from,
                    YfDay               to,
                    GPtrArray          *records,
                    GError            **error)
{
  g_autoptr (YfStatement) statement = yf_statement_new (database, list->name, error);

  if (statement == NULL)
    return FALSE;

  if (list->bind != NULL)
    list->bind (statement, from, to);

  return read_rows (statement, list->read, FALSE, records, NULL, error);
}

/*
 * yf_store_dup_all:
 * @list: what is read
 * @free_func: what frees a record
 *
 * Returns: (transfer full): all that the log has of it
 */
GPtrArray *
yf_store_dup_all (YfStore            *self,
                  const YfStoreList  *list,
                  GDestroyNotify      free_func,
                  GError            **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_func);
  YfDatabase *database;
  gboolean done;

  if (!yf_store_begin_reading (self, &database, error))
    return NULL;
  if (database == NULL)
    return g_steal_pointer (&records);

  done = yf_store_read_list (database, list, YF_DAY_NONE, YF_DAY_NONE, records, error);
  yf_store_end_reading (self);

  return done ? g_steal_pointer (&records) : NULL;
}

/*
 * yf_store_read_entries:
 * @statement: a statement that gives rows, whose second column says whether an
 *   edit took the place of it
 * @read: what reads one
 * @old: (nullable): %NULL to pass over what no longer counts
 *
 * Adds what each row says to @counting or @old.
 */
gboolean
yf_store_read_entries (YfStatement     *statement,
                       YfStoreRowFunc   read,
                       GPtrArray       *counting,
                       GPtrArray       *old,
                       GError         **error)
{
  return read_rows (statement, read, TRUE, counting, old, error);
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
