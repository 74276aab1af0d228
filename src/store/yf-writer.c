/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-writer.h"

struct _YfWriter
{
  YfDatabase  *database;
  GThread     *thread;
  GAsyncQueue *queue;
};

/* A job without a function asks the thread to leave. */
typedef struct
{
  YfWriterFunc  func;
  GTask        *task;
  GError       *error;
} Job;

static void
job_free (Job *self)
{
  g_clear_object (&self->task);
  g_clear_error (&self->error);
  g_free (self);
}

static gboolean
deliver_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_boolean (job->task, TRUE);

  return G_SOURCE_REMOVE;
}

/* The task is handed back before it is answered, so that the last reference to
 * the store it holds is never dropped on this thread, which the store waits
 * for. */
static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, deliver_cb, job, (GDestroyNotify) job_free);
  g_source_set_static_name (source, "yf-writer");
  g_source_attach (source, g_task_get_context (job->task));
}

static gpointer
run (gpointer data)
{
  YfWriter *self = data;

  while (TRUE)
    {
      Job *job = g_async_queue_pop (self->queue);

      if (job->func == NULL)
        {
          job_free (job);
          return NULL;
        }

      if (!g_cancellable_set_error_if_cancelled (g_task_get_cancellable (job->task),
                                                 &job->error)
          && !job->func (job->task, self->database, &job->error))
        g_assert (job->error != NULL);

      hand_back (job);
    }
}

/*
 * yf_writer_new:
 * @database: (transfer full): the connection that writes
 */
YfWriter *
yf_writer_new (YfDatabase *database)
{
  YfWriter *self = g_new0 (YfWriter, 1);

  self->database = database;
  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("yf-writer", run, self);

  return self;
}

/*
 * yf_writer_free:
 *
 * Does everything that was pushed, then closes the connection.
 */
void
yf_writer_free (YfWriter *self)
{
  g_async_queue_push (self->queue, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  yf_database_free (self->database);
  g_free (self);
}

/*
 * yf_writer_push:
 * @task: (transfer full): answered with %TRUE or an error. Cancelled before its
 *   turn it does nothing; once begun it is done to the end.
 */
void
yf_writer_push (YfWriter     *self,
                GTask        *task,
                YfWriterFunc  func)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  /* What was written is not to be answered with "cancelled". */
  g_task_set_check_cancellable (task, FALSE);
  g_async_queue_push (self->queue, job);
}
