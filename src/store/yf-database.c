/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-database.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-store-resources.h"
#include "yf-store.h"

/* How long to wait for another program that is writing: long enough for a slow
 * disk to finish a commit, in milliseconds. */
#define BUSY_TIMEOUT 5000

#define SQL_PATH "/io/github/yanfei/Yanfei/store/"

struct _YfDatabase
{
  sqlite3 *handle;
  char    *path;
};

G_DEFINE_QUARK (yf-store-error-quark, yf_store_error)

/* A disk that is full says so in several ways: no space, no quota, no larger
 * file. SQLite knows only the first by name. */
static gboolean
is_full (int code,
         int system_error)
{
  if ((code & 0xff) == SQLITE_FULL)
    return TRUE;

  return (code & 0xff) == SQLITE_IOERR
         && (system_error == ENOSPC || system_error == EDQUOT || system_error == EFBIG);
}

static gboolean
is_damage (int code)
{
  return (code & 0xff) == SQLITE_CORRUPT
         || (code & 0xff) == SQLITE_NOTADB
         || code == SQLITE_IOERR_SHORT_READ;
}

static gboolean
is_unwritable (int code,
               int system_error)
{
  switch (code & 0xff)
    {
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return TRUE;
    case SQLITE_CANTOPEN:
      return system_error == EACCES || system_error == EROFS || system_error == EPERM;
    default:
      return FALSE;
    }
}

static gboolean
set_pragma (YfDatabase  *self,
                       const char  *pragma,
                       gint64       wanted,
                       GError     **error)
{
  g_autofree char *set = g_strdup_printf ("PRAGMA %s = %" G_GINT64_FORMAT, pragma, wanted);
  g_autofree char *get = g_strdup_printf ("PRAGMA %s", pragma);
  gint64 got;

  if (!yf_database_exec (self, set, error)
      || !yf_database_read_int (self, get, &got, error))
    return FALSE;

  if (got != wanted)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: the first %s is a setting of SQLite, the second a file. */
                   _("SQLite refused the setting %s for the log “%s”. "
                     "Install a newer SQLite and try again."),
                   pragma, self->path);
      return FALSE;
    }

  return TRUE;
}

static gboolean
configure (YfDatabase      *self,
           YfDatabaseMode   mode,
           GError         **error)
{
  int defensive = 0;
  int code;

  code = sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT);
  if (code == SQLITE_OK)
    code = sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive);
  if (code != SQLITE_OK)
    {
      yf_database_set_error (self, code, error);
      return FALSE;
    }
  g_assert (defensive == 1);

  /* A file from elsewhere may carry a schema that means harm. */
  if (!set_pragma (self, "trusted_schema", 0, error)
      || !set_pragma (self, "cell_size_check", 1, error)
      || !set_pragma (self, "foreign_keys", 1, error))
    return FALSE;

  if (mode == YF_DATABASE_WRITE)
    /* 2 is FULL: in WAL mode the log is synced at every commit, so that what
     * was committed survives a power cut. */
    return set_pragma (self, "synchronous", 2, error);

  return set_pragma (self, "query_only", 1, error);
}

/*
 * yf_database_open:
 * @path: an absolute path to a file that exists
 * @mode: what it is opened for
 *
 * Opens a connection. Nothing is read of the file yet, let alone written.
 */
YfDatabase *
yf_database_open (const char      *path,
                  YfDatabaseMode   mode,
                  GError         **error)
{
  static const char * const queries[] = { "?mode=ro", "?immutable=1", "?mode=rw" };
  g_autoptr (YfDatabase) self = g_new0 (YfDatabase, 1);
  g_autofree char *base = NULL;
  g_autofree char *uri = NULL;
  int flags = SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE;
  int code;

  g_assert (g_path_is_absolute (path));

  self->path = g_strdup (path);
  base = g_filename_to_uri (path, NULL, error);
  if (base == NULL)
    return NULL;

  uri = g_strconcat (base, queries[mode], NULL);
  flags |= mode == YF_DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  code = sqlite3_open_v2 (uri, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      yf_database_set_error (self, code, error);
      return NULL;
    }

  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Opens what an existing file, or memory, is to be copied to. */
static YfDatabase *
open_target (YfDatabase  *self,
             const char  *path,
             GError     **error)
{
  g_autoptr (YfDatabase) target = g_new0 (YfDatabase, 1);
  int code;

  target->path = g_strdup (self->path);
  code = sqlite3_open_v2 (path, &target->handle,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE,
                          NULL);
  if (code != SQLITE_OK)
    {
      yf_database_set_error (target, code, error);
      return NULL;
    }

  if (!set_pragma (target, "trusted_schema", 0, error))
    return NULL;

  return g_steal_pointer (&target);
}

static gboolean
copy_pages (YfDatabase  *self,
            YfDatabase  *target,
            GError     **error)
{
  sqlite3_backup *backup;
  int code;

  backup = sqlite3_backup_init (target->handle, "main", self->handle, "main");
  if (backup == NULL)
    {
      yf_database_set_error (target, sqlite3_extended_errcode (target->handle), error);
      return FALSE;
    }

  code = sqlite3_backup_step (backup, -1);
  if (code == SQLITE_DONE)
    code = sqlite3_backup_finish (backup);
  else
    sqlite3_backup_finish (backup);

  if (code != SQLITE_OK)
    {
      yf_database_set_error (target, code, error);
      return FALSE;
    }

  return TRUE;
}

/*
 * yf_database_copy:
 *
 * Returns: (transfer full): a copy in memory, page for page, damage and all.
 *   Errors on it name the file it was copied from.
 */
YfDatabase *
yf_database_copy (YfDatabase  *self,
                  GError     **error)
{
  g_autoptr (YfDatabase) copy = open_target (self, ":memory:", error);

  if (copy == NULL
      || !copy_pages (self, copy, error))
    return NULL;

  return g_steal_pointer (&copy);
}

/*
 * yf_database_copy_to_file:
 * @path: an absolute path to an empty file
 *
 * Copies to a file, page for page. When this returns %TRUE, the copy is on the
 * disk.
 */
gboolean
yf_database_copy_to_file (YfDatabase  *self,
                          const char  *path,
                          GError     **error)
{
  g_autoptr (YfDatabase) copy = open_target (self, path, error);

  /* 2 is FULL: what is committed is synced. */
  return copy != NULL
         && set_pragma (copy, "synchronous", 2, error)
         && copy_pages (self, copy, error);
}

void
yf_database_free (YfDatabase *self)
{
  int code;

  code = sqlite3_close (self->handle);
  /* Anything but OK is a statement that was left open: a mistake in here. */
  g_assert (code == SQLITE_OK);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
yf_database_get_handle (YfDatabase *self)
{
  return self->handle;
}

const char *
yf_database_get_path (YfDatabase *self)
{
  return self->path;
}

/*
 * yf_database_exec:
 *
 * Runs one or more statements that give nothing back, or nothing of interest.
 */
gboolean
yf_database_exec (YfDatabase  *self,
                  const char  *sql,
                  GError     **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  if (code != SQLITE_OK)
    {
      yf_database_set_error (self, code, error);
      return FALSE;
    }

  return TRUE;
}

/*
 * yf_database_read_text:
 *
 * Returns: (transfer full) (nullable): the first column of the first row, or
 *   an empty string where there is none
 */
char *
yf_database_read_text (YfDatabase  *self,
                       const char  *sql,
                       GError     **error)
{
  sqlite3_stmt *statement = NULL;
  char *text = NULL;
  int code;

  code = sqlite3_prepare_v2 (self->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    text = text != NULL ? text : g_strdup ("");
  else
    yf_database_set_error (self, code, error);

  sqlite3_finalize (statement);

  return text;
}

gboolean
yf_database_read_int (YfDatabase  *self,
                      const char  *sql,
                      gint64      *value,
                      GError     **error)
{
  g_autofree char *text = yf_database_read_text (self, sql, error);

  if (text == NULL)
    return FALSE;

  *value = g_ascii_strtoll (text, NULL, 10);

  return TRUE;
}

/*
 * yf_database_begin:
 * @to_write: whether to take the write lock at once, so that a transaction
 *   cannot find out half way that it may not write
 */
gboolean
yf_database_begin (YfDatabase  *self,
                   gboolean     to_write,
                   GError     **error)
{
  return yf_database_exec (self, to_write ? "BEGIN IMMEDIATE" : "BEGIN", error);
}

/*
 * yf_database_commit:
 *
 * Commits. When this returns %TRUE, what was written is on the disk. When it
 * returns %FALSE, nothing was written.
 */
gboolean
yf_database_commit (YfDatabase  *self,
                    GError     **error)
{
  if (yf_database_exec (self, "COMMIT", error))
    return TRUE;

  yf_database_roll_back (self);

  return FALSE;
}

/*
 * yf_database_roll_back:
 *
 * Undoes the transaction under way, if one is: SQLite has already undone it
 * after some errors.
 */
void
yf_database_roll_back (YfDatabase *self)
{
  g_autoptr (GError) error = NULL;

  if (sqlite3_get_autocommit (self->handle))
    return;

  /* SQLite leaves the transaction whatever ROLLBACK answers; the error that
   * led here is the one to tell. */
  if (!yf_database_exec (self, "ROLLBACK", &error))
    g_debug ("Rolling back: %s", error->message);
}

/*
 * yf_database_transact:
 * @func: what to do in it
 *
 * Runs @func in one transaction that is committed if it succeeds and undone if
 * it does not.
 */
gboolean
yf_database_transact (YfDatabase      *self,
                      YfDatabaseFunc   func,
                      gpointer         data,
                      GError         **error)
{
  if (!yf_database_begin (self, TRUE, error))
    return FALSE;

  if (!func (self, data, error))
    {
      yf_database_roll_back (self);
      return FALSE;
    }

  return yf_database_commit (self, error);
}

/*
 * yf_database_set_error:
 * @code: an extended result code
 *
 * Tells a result of SQLite as a person can use it. To be called right after
 * the call that failed.
 */
void
yf_database_set_error (YfDatabase  *self,
                       int          code,
                       GError     **error)
{
  /* sqlite3_system_errno() is not told of what fails in a commit; errno still
   * has it, if nothing has failed since. */
  int system_error = errno;

  if (is_damage (code))
    yf_database_set_damaged (self, sqlite3_errmsg (self->handle), error);
  else if (is_full (code, system_error))
    g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL,
                 /* Translators: %s is a file. */
                 _("The disk that holds the log “%s” is full. Free some space on it."),
                 self->path);
  else if (is_unwritable (code, system_error))
    g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY,
                 /* Translators: %s is a file. */
                 _("The log “%s” cannot be written. Give yourself permission to write "
                   "the file and its folder, or choose another folder."),
                 self->path);
  else if ((code & 0xff) == SQLITE_BUSY)
    g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY,
                 /* Translators: %s is a file. */
                 _("Another program is using the log “%s”. Close it and try again."),
                 self->path);
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                 /* Translators: the first %s is a file, the second what SQLite says,
                  * in English. */
                 _("What was to be added to the log “%s” cannot be right: %s. "
                   "Nothing of it was written."),
                 self->path, sqlite3_errmsg (self->handle));
  else
    g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                 /* Translators: the first %s is a file, the second what SQLite says,
                  * in English. */
                 _("The log “%s” could not be used: %s. "
                   "If that happens again, put a backup in its place."),
                 self->path, sqlite3_errmsg (self->handle));
}

/*
 * yf_database_set_damaged:
 * @detail: what is wrong, for whoever looks into it; in English
 */
void
yf_database_set_damaged (YfDatabase  *self,
                         const char  *detail,
                         GError     **error)
{
  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED,
               /* Translators: the first %s is a file, the second a technical reason
                * in English. */
               _("The log “%s” is damaged (%s). Nothing in it was changed. Move the folder "
                 "that it lies in aside, and put a backup in its place or start an empty log."),
               self->path, detail);
}

/*
 * yf_sql_get:
 * @name: the name of a file in `sql`, without its ending
 *
 * Returns: the SQL in it
 */
const char *
yf_sql_get (const char *name)
{
  g_autofree char *path = g_strdup_printf (SQL_PATH "%s.sql", name);
  g_autoptr (GBytes) bytes = NULL;

  /* Asked of this room's own bundle and not of the global table: in a static
   * library nothing else would make the linker keep it. */
  bytes = g_resource_lookup_data (yf_store_resources_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);

  /* Files in a bundle that are not compressed live as long as the program, and
   * end in a zero byte. */
  return g_bytes_get_data (bytes, NULL);
}

/*
 * yf_sql_list:
 *
 * Returns: (transfer full): the names of all there is, as yf_sql_get() takes
 *   them
 */
GStrv
yf_sql_list (void)
{
  GStrv names;

  names = g_resource_enumerate_children (yf_store_resources_get_resource (), SQL_PATH,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);

  for (int i = 0; names[i] != NULL; i++)
    {
      g_assert (g_str_has_suffix (names[i], ".sql"));
      names[i][strlen (names[i]) - strlen (".sql")] = '\0';
    }

  return names;
}
