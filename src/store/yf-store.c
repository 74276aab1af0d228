/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <glib/gi18n-lib.h>

#include "yf-schema.h"

/**
 * YfStore:
 *
 * Remembers what a person did: the log, in one SQLite file in a folder. One
 * thread writes, and every write is one transaction that is on the disk when
 * it is answered; whoever reads does so on a connection that cannot write.
 *
 * A log that is damaged, newer than this program or somebody else's is never
 * written. A log that may not be written is open for reading alone.
 *
 * The calls of one store come from one thread; only yf_store_back_up() and
 * yf_store_back_up_weekly() may come from any, for as long as the store lives.
 */
G_DEFINE_FINAL_TYPE (YfStore, yf_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DIRECTORY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_read_only_error (YfStore  *self,
                     GError  **error)
{
  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY,
               /* Translators: %s is a folder. */
               _("The log in “%s” can only be read. Give yourself permission to write the "
                 "folder and what is in it, or choose another folder."),
               self->directory);
}

static void
yf_store_constructed (GObject *object)
{
  YfStore *self = YF_STORE (object);

  G_OBJECT_CLASS (yf_store_parent_class)->constructed (object);

  self->path = g_build_filename (self->directory, "yanfei.db", NULL);
  self->lock = yf_session_lock_new (self->directory, YF_SESSION_LOCK_SESSION);
  self->relief_lock = yf_session_lock_new (self->directory, YF_SESSION_LOCK_RELIEF);
}

static void
yf_store_dispose (GObject *object)
{
  yf_store_close (YF_STORE (object));

  G_OBJECT_CLASS (yf_store_parent_class)->dispose (object);
}

static void
yf_store_finalize (GObject *object)
{
  YfStore *self = YF_STORE (object);

  yf_session_lock_free (self->lock);
  yf_session_lock_free (self->relief_lock);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->let_go);
  g_free (self->directory);
  g_free (self->path);

  G_OBJECT_CLASS (yf_store_parent_class)->finalize (object);
}

static void
yf_store_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  YfStore *self = YF_STORE (object);

  switch (prop_id)
    {
    case PROP_DIRECTORY:
      g_value_set_string (value, self->directory);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_store_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  YfStore *self = YF_STORE (object);

  switch (prop_id)
    {
    case PROP_DIRECTORY:
      self->directory = g_canonicalize_filename (g_value_get_string (value), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_store_class_init (YfStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = yf_store_constructed;
  object_class->dispose = yf_store_dispose;
  object_class->finalize = yf_store_finalize;
  object_class->get_property = yf_store_get_property;
  object_class->set_property = yf_store_set_property;

  /**
   * YfStore:directory:
   *
   * The folder that holds the log.
   */
  properties[PROP_DIRECTORY] =
    g_param_spec_string ("directory", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                         | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
yf_store_init (YfStore *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->let_go);
}

/*
 * yf_store_set_closed_error:
 *
 * Says that the log is not open.
 */
void
yf_store_set_closed_error (YfStore  *self,
                           GError  **error)
{
  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
               /* Translators: %s is a folder. */
               _("The log in “%s” is not open. Start Yanfei again."), self->directory);
}

/* A task to be pushed, or NULL where nothing can be written and @callback will
 * hear of it. */
static GTask *
create_task (YfStore             *self,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data,
             gpointer             source_tag)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  GError *error = NULL;

  g_task_set_source_tag (task, source_tag);
  if (self->writer != NULL)
    return g_steal_pointer (&task);

  if (self->opened)
    set_read_only_error (self, &error);
  else
    yf_store_set_closed_error (self, &error);
  g_task_return_error (task, error);

  return NULL;
}

/*
 * yf_store_push_job:
 * @data: (transfer full): the task's data
 * @free_func: what frees it
 * @func: what to do with it on the writer's thread
 *
 * Has something written that takes more than a transaction.
 */
void
yf_store_push_job (YfStore             *self,
                   gpointer             data,
                   GDestroyNotify       free_func,
                   YfWriterFunc         func,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data,
                   gpointer             source_tag)
{
  GTask *task = create_task (self, cancellable, callback, user_data, source_tag);

  if (task == NULL)
    {
      free_func (data);
      return;
    }

  g_task_set_task_data (task, data, free_func);
  yf_writer_push (self->writer, task, func);
}

/* What is written in one transaction. */
typedef struct
{
  gpointer        data;
  GDestroyNotify  free_func;
  YfDatabaseFunc  write;
} Write;

static void
write_free (gpointer data)
{
  Write *self = data;

  self->free_func (self->data);
  g_free (self);
}

static gboolean
do_write (GTask       *task,
          YfDatabase  *database,
          GError     **error)
{
  const Write *write = g_task_get_task_data (task);

  return yf_database_transact (database, write->write, write->data, error);
}

/*
 * yf_store_push_write:
 * @data: (transfer full): what is to be written
 * @free_func: what frees it
 * @write: what writes it, in a transaction of its own
 *
 * Has something written. The answer is for yf_store_write_finish().
 */
void
yf_store_push_write (YfStore             *self,
                     gpointer             data,
                     GDestroyNotify       free_func,
                     YfDatabaseFunc       write,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data,
                     gpointer             source_tag)
{
  Write *job = g_new0 (Write, 1);

  job->data = data;
  job->free_func = free_func;
  job->write = write;
  yf_store_push_job (self, job, write_free, do_write, cancellable, callback, user_data,
                     source_tag);
}

/**
 * yf_store_new:
 * @directory: a folder; it need not be there yet
 *
 * Returns: (transfer full): a store that is not open yet
 */
YfStore *
yf_store_new (const char *directory)
{
  g_return_val_if_fail (directory != NULL && *directory != '\0', NULL);

  return g_object_new (YF_TYPE_STORE, "directory", directory, NULL);
}

/**
 * yf_store_get_directory:
 * @self: a store
 *
 * Returns: the absolute path of the folder that holds the log
 */
const char *
yf_store_get_directory (YfStore *self)
{
  g_return_val_if_fail (YF_IS_STORE (self), NULL);

  return self->directory;
}

/**
 * yf_store_get_read_only:
 * @self: an open store
 *
 * Returns: whether the log can only be read; every write then answers
 *   %YF_STORE_ERROR_READ_ONLY
 */
gboolean
yf_store_get_read_only (YfStore *self)
{
  g_return_val_if_fail (YF_IS_STORE (self), FALSE);

  return self->read_only;
}

/**
 * yf_store_get_n_cut:
 * @self: an open store
 *
 * Returns: how many sessions yf_store_open() found that a crash or a power cut
 *   had ended
 */
guint
yf_store_get_n_cut (YfStore *self)
{
  g_return_val_if_fail (YF_IS_STORE (self), 0);

  return self->n_cut;
}

/**
 * yf_store_open:
 * @self: a store that is not open
 * @error: return location for a #GError of #YfStoreError
 *
 * Opens the log, making folder and file where they are missing, and closes the
 * sessions that a crash left open. Blocks for as long as it takes to look
 * through the file for damage.
 *
 * Returns: whether the log can be read; ask yf_store_get_read_only() whether
 *   it can be written too
 */
gboolean
yf_store_open (YfStore  *self,
               GError  **error)
{
  g_return_val_if_fail (YF_IS_STORE (self), FALSE);
  g_return_val_if_fail (!self->opened, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  self->read_only = FALSE;
  self->n_cut = 0;
  if (!yf_store_open_files (self, error))
    return FALSE;

  yf_store_let_in (self);

  return TRUE;
}

/**
 * yf_store_close:
 * @self: a store
 *
 * Waits until everything that was asked to be read, written and backed up is, and
 * closes the log: nothing reads it or writes into its folder any more. The answers
 * still come, in the main contexts of those who asked. A session, or relief, that has
 * not ended counts as cut from now on.
 */
void
yf_store_close (YfStore *self)
{
  g_return_if_fail (YF_IS_STORE (self));

  yf_store_shut_out (self);
  /* The writer last: the last connection to close tidies up. */
  g_clear_pointer (&self->reader, yf_database_free);
  g_clear_pointer (&self->writer, yf_writer_free);
  yf_session_lock_release (self->lock);
  yf_session_lock_release (self->relief_lock);
}

/**
 * yf_store_write_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for a #GError of #YfStoreError
 *
 * Ends any of the calls that write.
 *
 * Returns: whether it is durable; if not, nothing of it was written
 */
gboolean
yf_store_write_finish (YfStore       *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * yf_store_check:
 * @self: an open store
 * @error: return location for a #GError of #YfStoreError
 *
 * Looks through the whole log for damage. Blocks, on a long log for seconds.
 *
 * Returns: whether it is sound
 */
gboolean
yf_store_check (YfStore  *self,
                GError  **error)
{
  YfDatabase *database;
  gboolean sound;

  g_return_val_if_fail (YF_IS_STORE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!yf_store_begin_reading (self, &database, error))
    return FALSE;
  if (database == NULL)
    return TRUE;

  sound = yf_schema_check (database, error);
  yf_store_end_reading (self);

  return sound;
}
