/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json-fixture.h"

#include <glib/gstdio.h>

#include "yf-log-json.h"

static char *folder;

char *
json_fixture_get_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

char *
json_fixture_write_file (const char *name,
                         const char *text,
                         gssize      length)
{
  char *path = json_fixture_get_path (name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);

  return path;
}

char *
json_fixture_make_text (YfLog *log)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = yf_log_to_file (log, FALSE, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

YfLog *
json_fixture_read_text (const char *text)
{
  g_autofree char *path = json_fixture_write_file ("export.json", text, -1);
  g_autoptr (GError) error = NULL;
  YfLog *log = yf_log_from_file (path, fixture_get_catalogue (), &error);

  g_assert_no_error (error);
  g_assert_nonnull (log);

  return log;
}

/* Runs the tests, and takes away what they have written. */
int
json_fixture_run (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int status;

  folder = g_dir_make_tmp ("yanfei-json-XXXXXX", &error);
  g_assert_no_error (error);

  status = g_test_run ();

  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = json_fixture_get_path (name);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);

  return status;
}
