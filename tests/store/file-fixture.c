/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-fixture.h"

#include <sqlite3.h>

/* Files that are changed behind the back of a store. */

void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *database = NULL;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
}

void
flip (const char *path,
      gsize       offset)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (offset, <, length);
  contents[offset] ^= 0xff;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}
