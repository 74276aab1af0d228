/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-keep.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "yf-schema.h"

/* Copies of the log. A copy is one file, with no write-ahead log that could be
 * forgotten, and it has its name only once it is whole and on the disk. */

/* How old the newest weekly backup may be, in days. */
#define WEEK 7

/* No database is shorter than this, in bytes (SQLite's file format, 1.3.2). */
#define SMALLEST_PAGE 512

/* Where the application id stands in a database's header, in bytes. */
#define APPLICATION_ID_AT 68

/* -- Files ------------------------------------------------------------------ */

/*
 * yf_keep_has_log_header:
 *
 * Returns: whether a file is marked as a log of Yanfei's, sound or not
 */
gboolean
yf_keep_has_log_header (const char *path)
{
  static const char magic[] = "SQLite format 3";
  char header[APPLICATION_ID_AT + 4];
  guint32 application_id;
  gssize length;
  int fd;

  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    return FALSE;

  length = read (fd, header, sizeof header);
  close (fd);
  if (length != (gssize) sizeof header || memcmp (header, magic, sizeof magic) != 0)
    return FALSE;

  memcpy (&application_id, header + APPLICATION_ID_AT, sizeof application_id);

  return GUINT32_FROM_BE (application_id) == YF_SCHEMA_APPLICATION_ID;
}

gboolean
yf_keep_is_same_file (const char *a,
                      const char *b)
{
  GStatBuf one;
  GStatBuf other;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;

  return g_stat (a, &one) == 0 && g_stat (b, &other) == 0
         && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

/*
 * yf_keep_is_whole_enough:
 *
 * Returns: whether SQLite would not take it for a new, empty database
 */
gboolean
yf_keep_is_whole_enough (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && S_ISREG (info.st_mode) && info.st_size >= SMALLEST_PAGE;
}

/*
 * yf_keep_create_beside:
 * @path: where a file will be
 * @form: what the new file is called: a format for the name of @path
 *
 * Returns: (transfer full): the path of a new empty file in the same folder, which
 *   nobody else can read
 */
char *
yf_keep_create_beside (const char  *path,
                       const char  *form,
                       GError     **error)
{
  g_autofree char *directory = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);
  g_autofree char *called = g_strconcat (parts[0], name, parts[1], NULL);
  g_autofree char *created = g_build_filename (directory, called, NULL);
  int fd = g_mkstemp_full (created, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      yf_store_set_error_from_errno (directory, errno, error);
      return NULL;
    }
  close (fd);

  return g_steal_pointer (&created);
}

/*
 * yf_keep_discard:
 *
 * Removes a copy that was not finished, with all that SQLite and a migration
 * may have put beside it.
 */
void
yf_keep_discard (const char *path)
{
  g_autofree char *kept = g_strdup_printf (".before-%d", YF_SCHEMA_VERSION);
  g_autofree char *kept_unfinished = g_strconcat (kept, ".new", NULL);
  const char *ends[] = { "", "-wal", "-shm", "-journal", kept, kept_unfinished };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *file = g_strconcat (path, ends[i], NULL);

      if (g_unlink (file) != 0 && errno != ENOENT)
        g_warning ("“%s” is left behind: %s", file, g_strerror (errno));
    }
}

/*
 * yf_keep_make_single:
 *
 * Makes a copy one file: a page for page copy of a log asks for a write-ahead
 * log as the log does.
 */
gboolean
yf_keep_make_single (const char  *path,
                     GError     **error)
{
  g_autoptr (YfDatabase) database = yf_database_open (path, YF_DATABASE_WRITE, error);
  g_autofree char *mode = NULL;

  if (database == NULL)
    return FALSE;

  mode = yf_database_read_text (database, "PRAGMA journal_mode = DELETE", error);
  if (mode == NULL)
    return FALSE;

  if (!g_str_equal (mode, "delete"))
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

/*
 * yf_keep_put_in_place:
 *
 * Gives what was written under another name its own, and does not return
 * before that is on the disk.
 */
gboolean
yf_keep_put_in_place (const char  *unfinished,
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

/* -- Copies ----------------------------------------------------------------- */

static gboolean
verify_copy (const char  *path,
             GError     **error)
{
  g_autoptr (YfDatabase) copy = yf_database_open (path, YF_DATABASE_READ, error);
  gint64 version;

  return copy != NULL && yf_schema_verify (copy, &version, error);
}

/* What goes wrong in writing a copy is told of the file that was asked for, and
 * not of the log, which is well. */
static void
tell_of_copy (const char  *path,
              GError      *reason,
              GError     **error)
{
  switch ((YfStoreError) reason->code)
    {
    case YF_STORE_ERROR_FULL:
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL,
                   /* Translators: %s is a file. */
                   _("There is no room for the copy “%s”. Free some space on that disk, or choose "
                     "another one."), path);
      break;
    case YF_STORE_ERROR_READ_ONLY:
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY,
                   /* Translators: %s is a file. */
                   _("The copy “%s” cannot be written. Choose a folder that you may write."), path);
      break;
    case YF_STORE_ERROR_FAILED:
    case YF_STORE_ERROR_DAMAGED:
    case YF_STORE_ERROR_FOREIGN:
    case YF_STORE_ERROR_NEWER:
    case YF_STORE_ERROR_BUSY:
    default:
      g_propagate_error (error, g_error_copy (reason));
    }
  g_error_free (reason);
}

/*
 * yf_keep_write_copy:
 * @source: a log
 * @path: where the copy will be; what is there is replaced
 *
 * Writes a whole copy, looks through it and puts it in place, or leaves what
 * is there as it is.
 */
gboolean
yf_keep_write_copy (YfDatabase  *source,
                    const char  *path,
                    GError     **error)
{
  g_autofree char *unfinished = NULL;
  GError *local_error = NULL;

  unfinished = yf_keep_create_beside (path, ".%s.XXXXXX", &local_error);
  if (unfinished != NULL
      && yf_database_copy_to_file (source, unfinished, &local_error)
      && yf_keep_make_single (unfinished, &local_error)
      && verify_copy (unfinished, &local_error)
      && yf_keep_put_in_place (unfinished, path, &local_error))
    return TRUE;

  if (unfinished != NULL)
    yf_keep_discard (unfinished);
  tell_of_copy (path, local_error, error);

  return FALSE;
}

/* -- Backing up ------------------------------------------------------------- */

/* A backup may take the place of an older one or of nothing: never of the live
 * log or a file beside it, nor of anything that is not Yanfei's. A file dialog
 * may have made an empty file. */
static gboolean
may_replace (YfStore     *self,
             const char  *path,
             GError     **error)
{
  static const char * const ends[] = { "", "-wal", "-shm", "-journal" };
  GStatBuf info;

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *live = g_strconcat (self->path, ends[i], NULL);

      if (yf_keep_is_same_file (path, live))
        {
          g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                       /* Translators: %s is a file. */
                       _("“%s” is the log itself. Choose another file for the backup."), path);
          return FALSE;
        }
    }

  if (g_lstat (path, &info) != 0)
    return TRUE;

  if (S_ISREG (info.st_mode) && (info.st_size == 0 || yf_keep_has_log_header (path)))
    return TRUE;

  g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
               /* Translators: %s is a file. */
               _("“%s” is there already and is not a backup of Yanfei's. Choose another name."),
               path);

  return FALSE;
}

static gboolean
back_up (YfStore     *self,
         const char  *path,
         GError     **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (YfDatabase) reader = NULL;

  if (self->reader == NULL)
    {
      g_set_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED,
                   /* Translators: %s is a folder. */
                   _("There is no log in “%s” yet, and so nothing to back up."), self->directory);
      return FALSE;
    }

  if (!may_replace (self, absolute, error))
    return FALSE;

  /* A connection of its own, so that nothing that is being read is in the way. */
  reader = yf_store_open_reader (self, error);

  return reader != NULL && yf_keep_write_copy (reader, absolute, error);
}

/**
 * yf_store_back_up:
 * @self: an open store
 * @path: where the backup will be; an older backup there is replaced
 * @error: return location for a #GError of #YfStoreError
 *
 * Copies the whole log, as it is at one moment, to one file. Other
 * connections may go on writing. An older backup under the same name is there
 * until the new one is whole. Blocks for as long as it takes to copy and look
 * through the file; may be called on any thread. Fails with %YF_STORE_ERROR_FULL, %YF_STORE_ERROR_READ_ONLY
 * or another code where the copy cannot be written, and with
 * %YF_STORE_ERROR_FAILED where @path is the log itself or somebody else's file.
 *
 * Returns: whether the backup is whole and on the disk
 */
gboolean
yf_store_back_up (YfStore     *self,
                  const char  *path,
                  GError     **error)
{
  gboolean done;

  g_return_val_if_fail (YF_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!yf_store_hold (self, error))
    return FALSE;

  done = back_up (self, path, error);
  yf_store_let_go (self);

  return done;
}

/* -- Every week ------------------------------------------------------------- */

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const YfDay *) a - *(const YfDay *) b;
}

static char *
get_weekly_path (const char *directory,
                 YfDay       day)
{
  g_autofree char *date = yf_day_to_string (day);
  g_autofree char *name = g_strdup_printf ("yanfei-%s.db", date);

  return g_build_filename (directory, name, NULL);
}

/* The days of the weekly backups there are, oldest first. Files of other names
 * are somebody else's. */
static GArray *
list_weekly (const char *directory)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (YfDay));
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *date = NULL;
      g_autofree char *path = NULL;
      g_autofree char *expected = NULL;
      YfDay day;

      if (strlen (name) != strlen ("yanfei-2026-11-20.db")
          || !g_str_has_prefix (name, "yanfei-") || !g_str_has_suffix (name, ".db"))
        continue;

      date = g_strndup (name + strlen ("yanfei-"), strlen ("2026-11-20"));
      if (!yf_day_parse (date, &day) || !yf_day_is_known (day))
        continue;

      path = g_build_filename (directory, name, NULL);
      expected = get_weekly_path (directory, day);
      if (g_str_equal (path, expected) && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_array_append_val (days, day);
    }

  g_array_sort (days, compare_days);

  return days;
}

static gboolean
is_due (GArray *days,
        YfDay   today)
{
  for (guint i = days->len; i > 0; i--)
    {
      YfDay day = g_array_index (days, YfDay, i - 1);

      /* One from the future was made while the clock was wrong: nobody knows how
       * old it is. */
      if (day <= today)
        return today - day >= WEEK;
    }

  return TRUE;
}

/* Makes room for what is new: the oldest go. */
static void
remove_oldest (const char *directory)
{
  g_autoptr (GArray) days = list_weekly (directory);

  for (guint i = 0; i + YF_STORE_KEPT_BACKUPS < days->len; i++)
    {
      g_autofree char *path = get_weekly_path (directory, g_array_index (days, YfDay, i));

      if (g_unlink (path) != 0)
        g_warning ("“%s” is left behind: %s", path, g_strerror (errno));
    }
}

static gboolean
has_anything (YfStore   *self,
              gboolean  *anything,
              GError   **error)
{
  g_autoptr (YfDatabase) reader = NULL;
  gint64 found = 0;
  gboolean read;

  *anything = FALSE;
  if (self->reader == NULL)
    return TRUE;

  /* A connection of its own: this is asked from a thread, while others read. */
  reader = yf_store_open_reader (self, error);
  if (reader == NULL)
    return FALSE;

  read = yf_database_read_int (reader,
                               "SELECT EXISTS (SELECT 1 FROM session)"
                               " OR EXISTS (SELECT 1 FROM check_in)"
                               " OR EXISTS (SELECT 1 FROM profile)"
                               " OR EXISTS (SELECT 1 FROM relief)"
                               " OR EXISTS (SELECT 1 FROM activity)"
                               " OR EXISTS (SELECT 1 FROM function_activity)"
                               " OR EXISTS (SELECT 1 FROM clinic_score)"
                               " OR EXISTS (SELECT 1 FROM own_exercise)",
                               &found, error);
  *anything = found != 0;

  return read;
}

static char *
back_up_weekly (YfStore  *self,
                YfDay     today,
                GError  **error)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GArray) days = NULL;
  gboolean anything;

  if (!has_anything (self, &anything, error)
      || !anything || self->read_only)
    return NULL;

  directory = g_build_filename (self->directory, YF_KEEP_BACKUPS, NULL);
  days = list_weekly (directory);
  if (!is_due (days, today))
    return NULL;

  if (g_mkdir (directory, 0700) != 0 && errno != EEXIST)
    {
      yf_store_set_error_from_errno (directory, errno, error);
      return NULL;
    }

  path = get_weekly_path (directory, today);
  if (!back_up (self, path, error))
    return NULL;

  remove_oldest (directory);

  return g_steal_pointer (&path);
}

/**
 * yf_store_back_up_weekly:
 * @self: an open store
 * @today: what day it is
 * @error: return location for a #GError of #YfStoreError
 *
 * Backs the log up into the folder `backups` beside it, unless that was done in
 * the last seven days, the log is empty or it can only be read. The last
 * %YF_STORE_KEPT_BACKUPS are kept; other files in the folder are left alone. A
 * backup that is dated in the future says nothing about how long ago it was. May be
 * called on any thread.
 *
 * Returns: (transfer full) (nullable): the path of the backup that was made;
 *   %NULL where none was due, or with @error set where it could not be made
 */
char *
yf_store_back_up_weekly (YfStore  *self,
                         YfDay     today,
                         GError  **error)
{
  char *path;

  g_return_val_if_fail (YF_IS_STORE (self), NULL);
  g_return_val_if_fail (yf_day_is_known (today), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yf_store_hold (self, error))
    return NULL;

  path = back_up_weekly (self, today, error);
  yf_store_let_go (self);

  return path;
}
