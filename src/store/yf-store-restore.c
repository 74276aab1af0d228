/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-keep.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "yf-schema.h"

/* Putting a backup in the place of the log. Everything that can fail is tried
 * on a copy first; the log itself changes in one transaction, or by one
 * renaming. */

/* -- The backup ------------------------------------------------------------- */

/* A backup that is not sound is told as such: what helps with a log does not
 * help with it. */
static void
tell_of_backup (const char  *path,
                GError      *reason,
                GError     **error)
{
  switch ((YfStoreError) reason->code)
    {
    case YF_STORE_ERROR_DAMAGED:
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED,
                   /* Translators: %s is a file. */
                   _("The backup “%s” is damaged. Your log was not changed. Choose another backup."),
                   path);
      break;
    case YF_STORE_ERROR_FOREIGN:
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FOREIGN,
                   /* Translators: %s is a file. */
                   _("“%s” is not a backup of Yanfei's. Your log was not changed. Choose another file."),
                   path);
      break;
    case YF_STORE_ERROR_NEWER:
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_NEWER,
                   /* Translators: %s is a file. */
                   _("The backup “%s” was made by a newer Yanfei. Your log was not changed. "
                     "Install the newer Yanfei to restore it."),
                   path);
      break;
    case YF_STORE_ERROR_FAILED:
    case YF_STORE_ERROR_READ_ONLY:
    case YF_STORE_ERROR_FULL:
    case YF_STORE_ERROR_BUSY:
    default:
      g_propagate_error (error, g_error_copy (reason));
    }
  g_error_free (reason);
}

static YfDatabase *
open_backup (const char  *path,
             GError     **error)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  GStatBuf info;
  gboolean alone;

  if (g_stat (path, &info) != 0)
    {
      yf_store_set_error_from_errno (path, errno, error);
      return NULL;
    }

  if (!yf_keep_is_whole_enough (path))
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED, "%s",
                   _("The backup is damaged: it is empty or cut off. Choose another."));
      return NULL;
    }

  /* A file on its own is read without writing anything beside it, which may be
   * a disk that cannot be written. */
  alone = g_stat (wal, &info) != 0 && g_stat (journal, &info) != 0;

  return yf_database_open (path, alone ? YF_DATABASE_READ_STILL : YF_DATABASE_READ, error);
}

/* Copies the backup beside the log and brings it up to date. */
static gboolean
copy_backup (const char  *path,
             const char  *copy,
             GError     **error)
{
  GError *local_error = NULL;
  g_autoptr (YfDatabase) backup = open_backup (path, &local_error);
  gint64 version;

  if (backup == NULL
      || !yf_schema_verify (backup, &version, &local_error))
    {
      tell_of_backup (path, local_error, error);
      return FALSE;
    }

  if (!yf_database_copy_to_file (backup, copy, error))
    return FALSE;

  if (version < YF_SCHEMA_VERSION)
    {
      g_autoptr (YfDatabase) writer = yf_database_open (copy, YF_DATABASE_WRITE, error);

      if (writer == NULL
          || !yf_schema_migrate (writer, error))
        return FALSE;
    }

  return yf_keep_make_single (copy, error);
}

static gboolean
check_copy (const char  *path,
            const char  *copy,
            GError     **error)
{
  GError *local_error = NULL;
  g_autoptr (YfDatabase) database = yf_database_open (copy, YF_DATABASE_READ, &local_error);

  if (database != NULL
      && yf_schema_check (database, &local_error))
    return TRUE;

  tell_of_backup (path, local_error, error);

  return FALSE;
}

/* It is the log's disk that is full, whatever file was being read. */
static void
tell_of_room (const char  *live,
              GError      *reason,
              GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (live);

  if (!g_error_matches (reason, YF_STORE_ERROR, YF_STORE_ERROR_FULL))
    {
      g_propagate_error (error, reason);
      return;
    }

  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL,
               /* Translators: %s is a folder. */
               _("There is no room in “%s” to restore the backup. Your log was not changed. "
                 "Free some space on that disk."), directory);
  g_error_free (reason);
}

/* Returns: (transfer full): the path of a sound copy beside the log, of this
 * version, in one file */
static char *
prepare (const char  *live,
         const char  *path,
         GError     **error)
{
  g_autofree char *copy = yf_keep_create_beside (live, "%s.restore-XXXXXX", error);
  GError *local_error = NULL;

  if (copy == NULL)
    return NULL;

  if (!copy_backup (path, copy, &local_error)
      || !check_copy (path, copy, &local_error))
    {
      yf_keep_discard (copy);
      tell_of_room (live, local_error, error);
      return NULL;
    }

  return g_steal_pointer (&copy);
}

/* -- The log ---------------------------------------------------------------- */

/* A name that says when, and that nothing has yet. */
static char *
choose_kept (const char *live)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = g_date_time_format (now, "%Y%m%dT%H%M%S");
  char *kept = g_strdup_printf ("%s.before-restore-%s", live, when);

  for (int i = 2; g_file_test (kept, G_FILE_TEST_EXISTS); i++)
    {
      g_free (kept);
      kept = g_strdup_printf ("%s.before-restore-%s-%d", live, when, i);
    }

  return kept;
}

/* All pages in one transaction: whoever has the log open sees the old or the
 * new, and a failure leaves the old. */
static gboolean
pour (YfDatabase  *source,
      YfDatabase  *target,
      GError     **error)
{
  sqlite3_backup *backup;
  int code;

  backup = sqlite3_backup_init (yf_database_get_handle (target), "main",
                                yf_database_get_handle (source), "main");
  if (backup == NULL)
    {
      yf_database_set_error (target, sqlite3_extended_errcode (yf_database_get_handle (target)), error);
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

/* SQLite pours only pages of one size into a log that is in use. Somebody who has
 * packed their backup with another tool may have changed it. */
static gboolean
match_pages (const char  *copy,
             YfDatabase  *target,
             GError     **error)
{
  g_autoptr (YfDatabase) database = yf_database_open (copy, YF_DATABASE_WRITE, error);
  g_autofree char *sql = NULL;
  gint64 wanted;
  gint64 size;

  if (database == NULL
      || !yf_database_read_int (target, "PRAGMA page_size", &wanted, error)
      || !yf_database_read_int (database, "PRAGMA page_size", &size, error))
    return FALSE;

  if (size == wanted)
    return TRUE;

  sql = g_strdup_printf ("PRAGMA page_size = %" G_GINT64_FORMAT "; VACUUM", wanted);

  return yf_database_exec (database, sql, error);
}

static gboolean
replace_content (const char  *live,
                 const char  *copy,
                 GError     **error)
{
  g_autoptr (YfDatabase) source = NULL;
  g_autoptr (YfDatabase) target = yf_database_open (live, YF_DATABASE_WRITE, error);

  if (target == NULL
      || !match_pages (copy, target, error))
    return FALSE;

  source = yf_database_open (copy, YF_DATABASE_READ, error);

  return source != NULL && pour (source, target, error);
}

/* @present: (transfer full) */
static gboolean
restore_into (YfDatabase  *present,
              const char  *live,
              const char  *copy,
              char       **kept,
              GError     **error)
{
  g_autoptr (YfDatabase) reader = present;
  g_autofree char *aside = choose_kept (live);

  if (!yf_keep_write_copy (reader, aside, error))
    return FALSE;

  /* Closed first: the last connection to close tidies up, and this one cannot. */
  g_clear_pointer (&reader, yf_database_free);
  if (!replace_content (live, copy, error))
    {
      yf_keep_discard (aside);
      return FALSE;
    }

  yf_keep_discard (copy);
  *kept = g_steal_pointer (&aside);

  return TRUE;
}

static void
move_back (const char *live,
           const char *aside)
{
  static const char * const ends[] = { "-shm", "-wal", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (aside, ends[i], NULL);
      g_autofree char *to = g_strconcat (live, ends[i], NULL);

      if (g_rename (from, to) != 0 && errno != ENOENT)
        g_warning ("“%s” could not be moved back: %s", from, g_strerror (errno));
    }
}

/* Moves what is there out of the way: a log that cannot be read may yet be worth
 * something to somebody, and a write-ahead log without its log would spoil the
 * one to come. */
static gboolean
move_aside (const char  *live,
            const char  *aside,
            gboolean    *moved,
            GError     **error)
{
  static const char * const ends[] = { "", "-wal", "-shm" };

  *moved = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *from = g_strconcat (live, ends[i], NULL);
      g_autofree char *to = g_strconcat (aside, ends[i], NULL);

      if (g_rename (from, to) == 0)
        {
          *moved = *moved || i == 0;
          continue;
        }

      if (errno != ENOENT)
        {
          yf_store_set_error_from_errno (from, errno, error);
          move_back (live, aside);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
restore_instead (const char  *directory,
                 const char  *live,
                 const char  *copy,
                 char       **kept,
                 GError     **error)
{
  g_autofree char *aside = choose_kept (live);
  gboolean moved = FALSE;
  gboolean placed = FALSE;
  int fd;

  fd = g_open (directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd < 0)
    {
      yf_store_set_error_from_errno (directory, errno, error);
      return FALSE;
    }

  /* Somebody who is being started would make an empty log in the gap. */
  if (TEMP_FAILURE_RETRY (flock (fd, LOCK_EX)) != 0)
    yf_store_set_error_from_errno (directory, errno, error);
  else if (move_aside (live, aside, &moved, error))
    {
      placed = yf_keep_put_in_place (copy, live, error);
      if (!placed)
        move_back (live, aside);
    }
  close (fd);

  if (placed && moved)
    *kept = g_steal_pointer (&aside);

  return placed;
}

/**
 * LiveState:
 * @LIVE_SOUND: a log of Yanfei's
 * @LIVE_USELESS: missing, or damaged
 * @LIVE_CLOSED: sound or not, it is not to be replaced
 */
typedef enum
{
  LIVE_SOUND,
  LIVE_USELESS,
  LIVE_CLOSED,
} LiveState;

static LiveState
look_at_live (const char   *live,
              YfDatabase  **present,
              GError      **error)
{
  g_autoptr (YfDatabase) database = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 version;

  if (!yf_keep_is_whole_enough (live))
    return LIVE_USELESS;

  database = yf_database_open (live, YF_DATABASE_READ, &local_error);
  if (database != NULL
      && yf_schema_verify (database, &version, &local_error))
    {
      *present = g_steal_pointer (&database);
      return LIVE_SOUND;
    }

  if (g_error_matches (local_error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED))
    return LIVE_USELESS;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return LIVE_CLOSED;
}

static gboolean
restore_prepared (const char  *directory,
                  const char  *live,
                  const char  *copy,
                  char       **kept,
                  GError     **error)
{
  YfDatabase *present = NULL;

  switch (look_at_live (live, &present, error))
    {
    case LIVE_SOUND:
      return restore_into (present, live, copy, kept, error);
    case LIVE_USELESS:
      return restore_instead (directory, live, copy, kept, error);
    case LIVE_CLOSED:
    default:
      return FALSE;
    }
}

static gboolean
restore_locked (const char  *directory,
                const char  *path,
                char       **kept,
                GError     **error)
{
  g_autofree char *live = g_build_filename (directory, YF_KEEP_LOG, NULL);
  g_autofree char *copy = NULL;

  if (yf_keep_is_same_file (live, path))
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is a file. */
                   _("“%s” is the log itself. Choose a backup to restore."), path);
      return FALSE;
    }

  copy = prepare (live, path, error);
  if (copy == NULL)
    return FALSE;

  if (restore_prepared (directory, live, copy, kept, error))
    return TRUE;

  yf_keep_discard (copy);

  return FALSE;
}

/**
 * yf_store_restore:
 * @directory: the folder of the log; it need not be there yet
 * @path: a backup
 * @kept: (out) (optional) (nullable): return location for where the log as it
 *   was is kept, or %NULL where there was none
 * @error: return location for a #GError of #YfStoreError
 *
 * Makes the log what a backup has, of this or any older version. The backup
 * is looked through first, and refused with %YF_STORE_ERROR_DAMAGED,
 * %YF_STORE_ERROR_FOREIGN or %YF_STORE_ERROR_NEWER. Who has the log open sees
 * the change with their next reading. Fails with %YF_STORE_ERROR_BUSY while a
 * session or relief is under way, here or elsewhere. Where this fails, the log is
 * as it was. Blocks for as long as copying and looking takes.
 *
 * Returns: whether the log is that of the backup now
 */
gboolean
yf_store_restore (const char  *directory,
                  const char  *path,
                  char       **kept,
                  GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (YfSessionLock) session = NULL;
  g_autoptr (YfSessionLock) relief = NULL;

  g_return_val_if_fail (directory != NULL && *directory != '\0', FALSE);
  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (kept != NULL)
    *kept = NULL;

  folder = g_canonicalize_filename (directory, NULL);
  backup = g_canonicalize_filename (path, NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      yf_store_set_error_from_errno (folder, errno, error);
      return FALSE;
    }

  /* Held to the end: no session begins on a log that is about to go. */
  session = yf_session_lock_new (folder, YF_SESSION_LOCK_SESSION);
  relief = yf_session_lock_new (folder, YF_SESSION_LOCK_RELIEF);
  if (!yf_session_lock_take (session, error)
      || !yf_session_lock_take (relief, error)
      || !restore_locked (folder, backup, &aside, error))
    return FALSE;

  if (kept != NULL)
    *kept = g_steal_pointer (&aside);

  return TRUE;
}
