/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <unistd.h>

#include "yf-zone.h"

static void
link_to (const char *path,
         const char *target)
{
  g_unlink (path);
  g_assert_cmpint (symlink (target, path), ==, 0);
}

static void
test_identifier (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("yf-zone-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "localtime", NULL);
  g_autofree char *missing = NULL;
  g_autofree char *shanghai = NULL;
  g_autofree char *berlin = NULL;
  g_autofree char *variable = NULL;
  g_autofree char *file = NULL;
  g_autofree char *other_file = NULL;

  g_assert_no_error (error);
  missing = yf_zone_dup_identifier_of (NULL, path);
  g_assert_cmpstr (missing, ==, "");

  /* The traveller's computer: the link is made anew. */
  link_to (path, "/usr/share/zoneinfo/Asia/Shanghai");
  shanghai = yf_zone_dup_identifier_of (NULL, path);
  g_assert_cmpstr (shanghai, ==, "/usr/share/zoneinfo/Asia/Shanghai");
  link_to (path, "/usr/share/zoneinfo/Europe/Berlin");
  berlin = yf_zone_dup_identifier_of (NULL, path);
  g_assert_cmpstr (berlin, ==, "/usr/share/zoneinfo/Europe/Berlin");

  /* What is set goes before what the computer has. */
  variable = yf_zone_dup_identifier_of ("Asia/Tokyo", path);
  g_assert_cmpstr (variable, ==, "Asia/Tokyo");

  /* Where it is no link, another file is another zone. */
  g_unlink (path);
  g_assert_true (g_file_set_contents (path, "one", -1, &error));
  g_assert_no_error (error);
  file = yf_zone_dup_identifier_of (NULL, path);
  g_assert_cmpstr (file, !=, "");
  {
    g_autofree char *new = g_build_filename (folder, "new", NULL);

    g_assert_true (g_file_set_contents (new, "two", -1, &error));
    g_assert_no_error (error);
    g_assert_cmpint (g_rename (new, path), ==, 0);
  }
  other_file = yf_zone_dup_identifier_of (NULL, path);
  g_assert_cmpstr (other_file, !=, file);

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_follow (void)
{
  static const struct
  {
    const char *variable;
    const char *left;
  } table[] = {
    { ":/etc/localtime", NULL },
    { "/etc/localtime", NULL },
    { "Asia/Shanghai", "Asia/Shanghai" },
    { ":Europe/Berlin", ":Europe/Berlin" },
    { "", "" },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (table[i].variable != NULL)
        g_setenv ("TZ", table[i].variable, TRUE);
      else
        g_unsetenv ("TZ");
      yf_zone_follow ();
      g_assert_cmpstr (g_getenv ("TZ"), ==, table[i].left);
    }
}

/* What the rooms rely on: the days and offsets of the log are those of the place,
 * as soon as it is another one. */
static void
test_local (void)
{
  static const struct
  {
    const char *variable;
    int         hour;
  } table[] = {
    { "Asia/Shanghai", 19 }, { "Europe/Berlin", 12 }, { "Asia/Shanghai", 19 }, { "UTC", 11 },
  };
  const gint64 moment = 1795172400;   /* 20 November 2026, 19:00 in Shanghai */

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GDateTime) time = NULL;

      g_setenv ("TZ", table[i].variable, TRUE);
      time = g_date_time_new_from_unix_local (moment);
      g_assert_cmpint (g_date_time_get_hour (time), ==, table[i].hour);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zone/identifier", test_identifier);
  g_test_add_func ("/zone/follow", test_follow);
  g_test_add_func ("/zone/local", test_local);

  return g_test_run ();
}
