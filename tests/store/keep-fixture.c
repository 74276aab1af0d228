/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep-fixture.h"

#include <string.h>

/* What the tests of backing up, restoring and erasing share: looking at folders
 * and spoiling files. */

char *
in_folder (const char *folder,
           const char *name)
{
  return g_build_filename (folder, name, NULL);
}

void
write_text (const char *path,
            const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

char *
read_text (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);

  return text;
}

char *
checksum (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

/* Names in a folder, sorted, without those of the locks. */
char *
list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".lock"))
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) g_ptr_array_index (names, i));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
count_reps (YfStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, <=, 1);

  return sessions->len == 0 ? -1 : yf_session_record_count_reps (g_ptr_array_index (sessions, 0));
}

/* Opens the log of a folder, closes it again. */
int
count_reps_in (const char *folder)
{
  g_autoptr (YfStore) store = open_store (folder);

  g_assert_true (yf_store_check (store, NULL));

  return count_reps (store);
}

char *
make_backup (const char *folder,
             const char *where,
             int         n_reps)
{
  g_autoptr (Folder) elsewhere = make_folder ();
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;
  char *path = in_folder (folder, where);

  fill_log (elsewhere, n_reps);
  store = open_store (elsewhere);
  g_assert_true (yf_store_back_up (store, path, &error));
  g_assert_no_error (error);

  return path;
}

void
assert_weekly (YfStore    *store,
               YfDay       day,
               const char *made)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = yf_store_back_up_weekly (store, day, &error);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, made);
}

void
assert_restore (const char *folder,
                const char *path,
                gboolean    keeps,
                char      **kept)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;

  g_assert_true (yf_store_restore (folder, path, &aside, &error));
  g_assert_no_error (error);
  g_assert_cmpint (aside != NULL, ==, keeps);
  if (keeps)
    g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  if (kept != NULL)
    *kept = g_steal_pointer (&aside);
}
