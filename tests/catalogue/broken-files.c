/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "broken-files.h"

#include <string.h>

#include "yf-catalogue.h"

static void
check_file (const char       *folder,
            const BrokenFile *broken)
{
  g_autofree char *path = g_build_filename (folder, broken->file, NULL);
  g_autofree char *prefix = g_strdup_printf ("%s:%d: ", broken->file, broken->line);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new (text, length);

  g_assert_null (yf_catalogue_new_from_bytes (broken->file, bytes, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, YF_CATALOGUE_ERROR, YF_CATALOGUE_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (error->message, prefix));
  g_assert_nonnull (strstr (error->message, broken->message));
}

/* Every file of the folder is refused as its case says, and every file has one. */
void
check_broken_files (const char       *folder,
                    const BrokenFile *files,
                    gsize             n_files)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gsize n = 0;

  for (gsize i = 0; i < n_files; i++)
    check_file (folder, &files[i]);

  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, n_files);
}
