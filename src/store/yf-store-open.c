/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "yf-schema.h"

/* No database is shorter than this, in bytes (SQLite's file format, 1.3.2). */
#define SMALLEST_PAGE 512

/* Whether the folder is there and may be written; what is missing is made. */
static gboolean
prepare_directory (YfStore   *self,
                   gboolean  *writable,
                   GError   **error)
{
  if (g_mkdir_with_parents (self->directory, 0700) != 0
      && errno != EACCES && errno != EROFS && errno != EPERM)
    {
      yf_store_set_error_from_errno (self->directory, errno, error);
      return FALSE;
    }

  *writable = access (self->directory, W_OK | X_OK) == 0;

  return TRUE;
}

/* Whether there is a file. SQLite would take an empty one for a new database,
 * and throw away the write-ahead log beside it. */
static gboolean
look_at_file (YfStore   *self,
              gboolean  *present,
              GError   **error)
{
  GStatBuf info;

  *present = g_lstat (self->path, &info) == 0;
  if (!*present)
    {
      if (errno == ENOENT)
        return TRUE;
    }
  else if (g_stat (self->path, &info) == 0)
    {
      if (S_ISREG (info.st_mode) && info.st_size >= SMALLEST_PAGE)
        return TRUE;

      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED,
                   S_ISREG (info.st_mode)
                   /* Translators: %s is a file. */
                   ? _("The log “%s” is damaged: it is empty or cut off. Nothing in it was "
                       "changed. Move the folder that it lies in aside, and put a backup in its "
                       "place or start an empty log.")
                   /* Translators: %s is a file. */
                   : _("“%s” should be the log but is not even a file. Move it aside, or "
                       "choose another folder."),
                   self->path);
      return FALSE;
    }

  yf_store_set_error_from_errno (self->path, errno, error);

  return FALSE;
}

/* Where the folder cannot be written SQLite cannot make its index file, and
 * needs to be told that nobody else can either. But it then passes over the
 * write-ahead log, and a log without its last entries is a wrong log. */
static gboolean
prepare_stillness (YfStore      *self,
                   const GError *reason,
                   GError      **error)
{
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  GStatBuf info;

  if (!g_error_matches (reason, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY)
      && !g_error_matches (reason, YF_STORE_ERROR, YF_STORE_ERROR_FAILED))
    {
      g_propagate_error (error, g_error_copy (reason));
      return FALSE;
    }

  if (access (self->path, R_OK) != 0)
    {
      yf_store_set_error_from_errno (self->path, errno, error);
      return FALSE;
    }

  if (g_stat (wal, &info) == 0 && info.st_size > 0)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY,
                   /* Translators: the first %s is a file, the second another. */
                   _("The log “%s” cannot be read whole: its last entries are in “%s”, and "
                     "joining them takes permission to write the folder. Copy the folder to "
                     "where you may write, and open it there."),
                   self->path, wal);
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_reader (YfStore   *self,
             gboolean   writable,
             gint64    *version,
             GError   **error)
{
  g_autoptr (GError) local_error = NULL;

  self->reader_mode = YF_DATABASE_READ;
  self->reader = yf_store_open_reader (self, &local_error);
  if (self->reader != NULL
      && yf_schema_verify (self->reader, version, &local_error))
    return TRUE;

  g_clear_pointer (&self->reader, yf_database_free);
  if (writable)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!prepare_stillness (self, local_error, error))
    return FALSE;

  self->reader_mode = YF_DATABASE_READ_STILL;
  self->reader = yf_store_open_reader (self, error);
  if (self->reader == NULL
      || !yf_schema_verify (self->reader, version, error))
    {
      g_clear_pointer (&self->reader, yf_database_free);
      return FALSE;
    }

  return TRUE;
}

static gboolean
open_writer (YfStore     *self,
             YfDatabase **writer,
             GError     **error)
{
  g_autoptr (YfDatabase) database = NULL;
  g_autofree char *mode = NULL;

  database = yf_database_open (self->path, YF_DATABASE_WRITE, error);
  if (database == NULL)
    return FALSE;

  mode = yf_database_read_text (database, "PRAGMA journal_mode = WAL", error);
  if (mode == NULL)
    return FALSE;

  if (g_strcmp0 (mode, "wal") != 0)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is a file. */
                   _("The file system that “%s” lies on cannot hold the log safely. "
                     "Choose a folder on another disk."),
                   self->path);
      return FALSE;
    }

  if (!yf_schema_migrate (database, error))
    return FALSE;

  *writer = g_steal_pointer (&database);

  return TRUE;
}

/* What runs without a living process to run it was cut. */
static gboolean
cut_dead (YfStore         *self,
          YfDatabase      *writer,
          YfSessionLock   *lock,
          const char      *count,
          YfDatabaseFunc   cut,
          guint           *n_cut,
          GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 n_running;
  gboolean done;

  if (!yf_database_read_int (self->reader, count, &n_running, error))
    return FALSE;

  if (n_running == 0)
    return TRUE;

  if (writer == NULL)
    {
      if (!yf_session_lock_has_holder (lock))
        *n_cut = (guint) n_running;
      return TRUE;
    }

  if (!yf_session_lock_take (lock, &local_error))
    {
      if (g_error_matches (local_error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY))
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  done = yf_database_transact (writer, cut, n_cut, &local_error);
  yf_session_lock_release (lock);
  if (done)
    return TRUE;

  /* A full disk must not keep a person from reading their log. Until the rows
   * can be changed they are read as what they are: cut. */
  if (g_error_matches (local_error, YF_STORE_ERROR, YF_STORE_ERROR_FULL)
      || g_error_matches (local_error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY))
    {
      *n_cut = (guint) n_running;
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
cut_all_dead (YfStore     *self,
              YfDatabase  *writer,
              GError     **error)
{
  guint n_reliefs = 0;

  return cut_dead (self, writer, self->lock,
                   "SELECT count (*) FROM session WHERE state = 'running'",
                   yf_store_cut_sessions, &self->n_cut, error)
         && cut_dead (self, writer, self->relief_lock,
                      "SELECT count (*) FROM relief WHERE state = 'running'",
                      yf_store_cut_reliefs, &n_reliefs, error);
}

static gboolean
open_files (YfStore  *self,
            GError  **error)
{
  g_autoptr (YfDatabase) writer = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean writable;
  gboolean present;
  gint64 version;

  if (!prepare_directory (self, &writable, error)
      || !look_at_file (self, &present, error))
    return FALSE;

  if (!present && !writable)
    {
      self->read_only = TRUE;
      return TRUE;
    }

  if (!present
      && !yf_schema_create (self->path, error))
    return FALSE;

  writable = writable && access (self->path, W_OK) == 0;
  if (!open_reader (self, writable, &version, error))
    return FALSE;

  self->read_only = !writable;
  if (writable
      && !open_writer (self, &writer, &local_error))
    {
      if (!g_error_matches (local_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      self->read_only = TRUE;
    }

  if (self->read_only && version < YF_SCHEMA_VERSION)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY,
                   /* Translators: %s is a file. */
                   _("The log “%s” is of an older Yanfei and has to be brought up to date, but "
                     "it cannot be written. Copy its folder to where you may write."),
                   self->path);
      return FALSE;
    }

  if (!cut_all_dead (self, writer, error))
    return FALSE;

  if (writer != NULL)
    self->writer = yf_writer_new (g_steal_pointer (&writer));

  return TRUE;
}

/*
 * yf_store_open_files:
 *
 * Opens what there is to open, as well as it can be opened. Nothing is written
 * before the file has been looked through and found sound.
 */
gboolean
yf_store_open_files (YfStore  *self,
                     GError  **error)
{
  if (open_files (self, error))
    return TRUE;

  g_clear_pointer (&self->reader, yf_database_free);

  return FALSE;
}

/*
 * yf_store_open_reader:
 *
 * Opens a connection for reading in the way that works for this store.
 */
YfDatabase *
yf_store_open_reader (YfStore  *self,
                      GError  **error)
{
  return yf_database_open (self->path, self->reader_mode, error);
}

/*
 * yf_store_set_error_from_errno:
 * @path: what could not be used
 * @number: the errno
 */
void
yf_store_set_error_from_errno (const char  *path,
                               int          number,
                               GError     **error)
{
  YfStoreError code;

  switch (number)
    {
    case EACCES:
    case EPERM:
    case EROFS:
      code = YF_STORE_ERROR_READ_ONLY;
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      code = YF_STORE_ERROR_FULL;
      break;
    default:
      code = YF_STORE_ERROR_FAILED;
    }

  g_set_error (error, YF_STORE_ERROR, code,
               /* Translators: the first %s is a file or folder, the second what the
                * system says is wrong with it. */
               _("“%s” cannot be used: %s. Put that right, or choose another folder."),
               path, g_strerror (number));
}
