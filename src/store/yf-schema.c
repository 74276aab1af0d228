/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "yf-store-private.h"

/* In order: the first makes version 1. */
static const char * const migrations[] = {
  "0001-initial",
  "0002-relief-and-own",
  "0003-looking-back",
  "0004-coming-back",
  "0005-programmes",
  "0006-today",
  NULL
};

G_STATIC_ASSERT (G_N_ELEMENTS (migrations) == YF_SCHEMA_VERSION + 1);

static gboolean
discard (const char  *path,
         GError     **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  yf_store_set_error_from_errno (path, errno, error);

  return FALSE;
}

static gboolean
create_file (const char  *path,
             GError     **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (fd >= 0 && g_close (fd, NULL))
    return TRUE;

  yf_store_set_error_from_errno (path, errno, error);

  return FALSE;
}

/* Gives what was written under another name its own, and does not return
 * before that is on the disk. */
static gboolean
put_in_place (const char  *unfinished,
              const char  *path,
              GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  gboolean placed;
  int fd;

  fd = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  placed = fd >= 0 && g_rename (unfinished, path) == 0 && fsync (fd) == 0;
  if (!placed)
    yf_store_set_error_from_errno (path, errno, error);
  if (fd >= 0)
    close (fd);

  return placed;
}

/* Keeps the log as it was beside the log. To be called while nobody else can
 * write to it, so that it is what is migrated. */
static gboolean
keep_copy (const char  *path,
           GError     **error)
{
  g_autofree char *kept = g_strdup_printf ("%s.before-%d", path, YF_SCHEMA_VERSION);
  g_autofree char *unfinished = g_strconcat (kept, ".new", NULL);
  g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);
  g_autoptr (YfDatabase) reader = NULL;

  /* The connection that is writing cannot be copied from. */
  reader = yf_database_open (path, YF_DATABASE_READ, error);
  if (reader == NULL
      || !discard (journal, error)
      || !discard (unfinished, error)
      || !create_file (unfinished, error))
    return FALSE;

  if (!yf_database_copy_to_file (reader, unfinished, error)
      || !put_in_place (unfinished, kept, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }

  return TRUE;
}

static gboolean
migrate (YfDatabase  *database,
         gpointer     data,
         GError     **error)
{
  gint64 version;

  /* Asked under the lock: another process may have been quicker. */
  if (!yf_database_read_int (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (version >= YF_SCHEMA_VERSION)
    return TRUE;

  if (version > 0
      && !keep_copy (yf_database_get_path (database), error))
    return FALSE;

  while (version < YF_SCHEMA_VERSION)
    {
      gint64 before = version;

      if (!yf_database_exec (database, yf_sql_get (migrations[before]), error)
          || !yf_database_read_int (database, "PRAGMA user_version", &version, error))
        return FALSE;
      g_assert (version == before + 1);
    }

  return TRUE;
}

/*
 * yf_schema_migrate:
 *
 * Brings a database up to the version of this program, in one transaction: it
 * is of this version afterwards, or unchanged. A log that somebody has is first
 * copied to a file beside it, with `.before-` and the new version after its
 * name.
 */
gboolean
yf_schema_migrate (YfDatabase  *database,
                   GError     **error)
{
  return yf_database_transact (database, migrate, NULL, error);
}

/* Prepares every statement there is, to see that the tables and columns are the
 * ones they are written for. */
static gboolean
try_statements (YfDatabase  *database,
                GError     **error)
{
  g_auto (GStrv) names = NULL;

  names = yf_sql_list ();
  for (int i = 0; names[i] != NULL; i++)
    {
      g_autoptr (YfStatement) statement = NULL;

      if (g_strv_contains (migrations, names[i]))
        continue;

      statement = yf_statement_new (database, names[i], error);
      if (statement == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (const char  *path,
      GError     **error)
{
  g_autoptr (YfDatabase) database = yf_database_open (path, YF_DATABASE_WRITE, error);
  g_autofree char *mode = NULL;

  if (database == NULL
      || !yf_schema_migrate (database, error))
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
                   path);
      return FALSE;
    }

  return TRUE;
}

/* A write-ahead log whose database was moved away would be taken for the new
 * database's own, and spoil it. It may hold somebody's last session, so it is
 * kept. */
static gboolean
set_orphan_aside (const char  *path,
                  GError     **error)
{
  g_autofree char *orphan = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  g_autofree char *aside = NULL;

  aside = g_strdup_printf ("%s.%" G_GINT64_FORMAT, orphan, g_get_real_time ());
  if (g_rename (orphan, aside) != 0 && errno != ENOENT)
    {
      yf_store_set_error_from_errno (orphan, errno, error);
      return FALSE;
    }

  return discard (index, error);
}

static gboolean
create_locked (const char  *path,
               GError     **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".new", NULL);
  g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);
  g_autofree char *wal = g_strconcat (unfinished, "-wal", NULL);
  GStatBuf info;

  if (g_lstat (path, &info) == 0)
    return TRUE;

  if (!set_orphan_aside (path, error)
      || !discard (unfinished, error)
      || !discard (journal, error)
      || !discard (wal, error)
      || !create_file (unfinished, error))
    return FALSE;

  if (!fill (unfinished, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }

  return put_in_place (unfinished, path, error);
}

/*
 * yf_schema_create:
 * @path: where it will be
 *
 * Makes an empty log, unless there is one. It is filled under another name
 * and renamed, so that a log of Yanfei's is never found half made: whatever is
 * empty or cut off under @path is damaged, and not merely new.
 */
gboolean
yf_schema_create (const char  *path,
                  GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  gboolean created = FALSE;
  int fd;

  fd = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      yf_store_set_error_from_errno (directory, errno, error);
      return FALSE;
    }

  /* Two processes may be started at once on nothing. */
  if (TEMP_FAILURE_RETRY (flock (fd, LOCK_EX)) == 0)
    created = create_locked (path, error);
  else
    yf_store_set_error_from_errno (directory, errno, error);

  close (fd);

  return created;
}

/* Runs a check that answers "ok", or what is wrong. */
static gboolean
run_check (YfDatabase  *database,
           const char  *sql,
           const char  *wanted,
           const char  *complaint,
           GError     **error)
{
  g_autofree char *answer = yf_database_read_text (database, sql, error);

  if (answer == NULL)
    return FALSE;

  if (!g_str_equal (answer, wanted))
    {
      yf_database_set_damaged (database, complaint != NULL ? complaint : answer, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
identify (YfDatabase  *database,
          gint64      *version,
          GError     **error)
{
  gint64 application_id;

  if (!yf_database_read_int (database, "PRAGMA application_id", &application_id, error)
      || !yf_database_read_int (database, "PRAGMA user_version", version, error))
    return FALSE;

  if (application_id != YF_SCHEMA_APPLICATION_ID)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FOREIGN,
                   /* Translators: %s is a file. */
                   _("“%s” belongs to another program. Nothing in it was changed. "
                     "Move it aside, or choose another folder."),
                   yf_database_get_path (database));
      return FALSE;
    }

  if (*version > YF_SCHEMA_VERSION)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_NEWER,
                   /* Translators: %s is a file. */
                   _("The log “%s” was written by a newer Yanfei. Nothing in it was changed. "
                     "Install the newer Yanfei to use it."),
                   yf_database_get_path (database));
      return FALSE;
    }

  if (*version < 1)
    {
      yf_database_set_damaged (database, "no schema version", error);
      return FALSE;
    }

  return TRUE;
}

/*
 * yf_schema_verify:
 * @version: (out): its schema version, from 1 to %YF_SCHEMA_VERSION
 *
 * Makes sure that a file is a sound log of Yanfei's that this program
 * understands. Nothing is written: the checks run on a copy in memory, because
 * on a connection that only reads SQLite passes over the CHECK constraints. A
 * log of ten years is some tens of megabytes.
 */
gboolean
yf_schema_verify (YfDatabase  *database,
                  gint64      *version,
                  GError     **error)
{
  g_autoptr (YfDatabase) copy = NULL;

  if (!identify (database, version, error))
    return FALSE;

  copy = yf_database_copy (database, error);
  if (copy == NULL
      || !run_check (copy, "PRAGMA quick_check (1)", "ok", NULL, error))
    return FALSE;

  return *version < YF_SCHEMA_VERSION || try_statements (copy, error);
}

/*
 * yf_schema_check:
 *
 * Looks at everything there is to look at: takes time on a long log.
 */
gboolean
yf_schema_check (YfDatabase  *database,
                 GError     **error)
{
  g_autoptr (YfDatabase) copy = NULL;
  gint64 version;

  if (!identify (database, &version, error))
    return FALSE;

  copy = yf_database_copy (database, error);

  return copy != NULL
         && try_statements (copy, error)
         && run_check (copy, "PRAGMA integrity_check (1)", "ok", NULL, error)
         && run_check (copy, "PRAGMA foreign_key_check", "", "rows without their parents", error);
}
