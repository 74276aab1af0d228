/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store-keep.h"

#include <errno.h>
#include <glib/gstdio.h>

/* Deleting everything. What Yanfei may have written is known by name; whatever
 * else lies in the folder is not touched. */

/* What SQLite puts beside a database. */
#define BESIDE "(-wal|-shm|-journal)?"

/* The log; what was set aside, kept before a migration or a restoring, or left
 * unfinished; and the locks. */
#define LOG_FILES \
  "^(yanfei\\.db(" \
  "(-wal|-shm|-journal|-wal\\.[0-9]+)?" \
  "|\\.new" BESIDE \
  "|\\.before-[0-9]+(\\.new)?" BESIDE \
  "|\\.before-restore-[0-9]{8}T[0-9]{6}(-[0-9]+)?" BESIDE \
  "|\\.restore-[A-Za-z0-9]{6}(\\.before-[0-9]+(\\.new)?)?" BESIDE \
  ")" \
  "|\\.yanfei\\.db\\.before-restore-[0-9T-]+\\.[A-Za-z0-9]{6}" BESIDE \
  "|(session|relief)\\.lock)$"

#define BACKUP_FILES \
  "^(yanfei-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.db" BESIDE \
  "|\\.yanfei-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.db\\.[A-Za-z0-9]{6}" BESIDE ")$"

/* Somebody's own voice, in a folder for each language: what is played from there, and
 * what was left unfinished. */
#define VOICES "voices"
#define CLIP_FILES "^\\.?[A-Za-z0-9_-]+\\.(wav|flac|ogg|oga|opus|m4a|mp3)(\\.[A-Za-z0-9]{6})?$"

static void
note_failure (const char  *path,
              int          number,
              GError     **first)
{
  if (number != ENOENT && *first == NULL)
    yf_store_set_error_from_errno (path, number, first);
}

/* Goes on where one file cannot be deleted: the others are private too. */
static void
erase_matching (const char  *directory,
                const char  *pattern,
                GError     **first)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  g_assert (regex != NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_utf8_validate (name, -1, NULL) && g_regex_match (regex, name, 0, NULL))
      g_ptr_array_add (paths, g_build_filename (directory, name, NULL));

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);

      if (g_unlink (path) != 0)
        note_failure (path, errno, first);
    }
}

/* A folder stays where there is something of somebody else's in it. */
static void
remove_folder (const char  *path,
               GError     **first)
{
  if (g_rmdir (path) != 0 && errno != ENOTEMPTY && errno != EEXIST && errno != ENOTDIR)
    note_failure (path, errno, first);
}

static void
erase_voices (const char  *directory,
              GError     **first)
{
  g_autofree char *voices = g_build_filename (directory, VOICES, NULL);
  g_autoptr (GPtrArray) languages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (voices, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (languages, g_build_filename (voices, name, NULL));

  for (guint i = 0; i < languages->len; i++)
    {
      erase_matching (g_ptr_array_index (languages, i), CLIP_FILES, first);
      remove_folder (g_ptr_array_index (languages, i), first);
    }
  remove_folder (voices, first);
}

/**
 * yf_store_erase:
 * @directory: the folder of the log
 * @error: return location for a #GError of #YfStoreError
 *
 * Deletes the log, its backups, recordings of one's own and everything else that Yanfei has written in
 * the folder, and nothing but that; the folder stays. Stores that are open on
 * it must be closed before. Fails with %YF_STORE_ERROR_BUSY, having deleted
 * nothing, while a session or relief is under way; where single files cannot be
 * deleted, the others are.
 *
 * Returns: whether everything is gone
 */
gboolean
yf_store_erase (const char  *directory,
                GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *backups = NULL;
  g_autoptr (YfSessionLock) session = NULL;
  g_autoptr (YfSessionLock) relief = NULL;
  GError *first = NULL;

  g_return_val_if_fail (directory != NULL && *directory != '\0', FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  folder = g_canonicalize_filename (directory, NULL);
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;

  session = yf_session_lock_new (folder, YF_SESSION_LOCK_SESSION);
  relief = yf_session_lock_new (folder, YF_SESSION_LOCK_RELIEF);
  if (!yf_session_lock_take (session, error)
      || !yf_session_lock_take (relief, error))
    return FALSE;

  backups = g_build_filename (folder, YF_KEEP_BACKUPS, NULL);
  erase_matching (folder, LOG_FILES, &first);
  erase_matching (backups, BACKUP_FILES, &first);

  remove_folder (backups, &first);
  erase_voices (folder, &first);

  if (first != NULL)
    {
      g_propagate_error (error, first);
      return FALSE;
    }

  return TRUE;
}
