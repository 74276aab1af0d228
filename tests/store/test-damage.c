/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-fixture.h"
#include "store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* Files that are not a sound log of this version: they are refused with the
 * right code, told by name, and left exactly as they were. */

#define N_FLIPS 300
#define PAGE 4096

static void
write_file (const char *path,
            const char *contents,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static GBytes *
read_file (const char *path)
{
  char *contents = NULL;
  gsize length;

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return NULL;

  return g_bytes_new_take (contents, length);
}

static void
cut_to (const char *path,
        goffset     length)
{
  g_assert_cmpint (truncate (path, length), ==, 0);
}

/* -- What can be wrong with a file ---------------------------------------- */

static void spoil_magic        (const char *path) { flip (path, 0); }
static void spoil_page_size    (const char *path) { flip (path, 16); }
static void spoil_first_page   (const char *path) { flip (path, 100); }
static void spoil_second_page  (const char *path) { flip (path, PAGE); }
static void spoil_cell_count   (const char *path) { flip (path, 2 * PAGE + 3); }
static void spoil_application  (const char *path) { flip (path, 68); }
static void spoil_to_nothing   (const char *path) { cut_to (path, 0); }
static void spoil_to_a_crumb   (const char *path) { cut_to (path, 50); }
static void spoil_to_a_header  (const char *path) { cut_to (path, 100); }
static void spoil_to_a_page    (const char *path) { cut_to (path, PAGE); }
static void spoil_to_many      (const char *path) { cut_to (path, 10 * PAGE + 1); }

static void
spoil_to_text (const char *path)
{
  static const char text[] = "Dear diary,\ntoday my back was better.\n";

  write_file (path, text, strlen (text));
}

static void
spoil_to_zeros (const char *path)
{
  static const char zeros[8 * PAGE];

  write_file (path, zeros, sizeof zeros);
}

static void
spoil_to_blank (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  run_sql (path, "CREATE TABLE bookmarks (url TEXT)");
}

static void
spoil_to_other (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  run_sql (path, "PRAGMA application_id = 252006674; PRAGMA user_version = 1;"
                 "CREATE TABLE session (id TEXT)");
}

static void
spoil_to_newer (const char *path)
{
  run_sql (path, "PRAGMA user_version = 7; CREATE TABLE novelty (id TEXT) STRICT");
}

static void
spoil_version (const char *path)
{
  run_sql (path, "PRAGMA user_version = 0");
}

static void
spoil_tables (const char *path)
{
  run_sql (path, "DROP TABLE stop");
}

static void
spoil_columns (const char *path)
{
  run_sql (path, "ALTER TABLE repetition RENAME COLUMN hold TO held");
}

static void
spoil_value (const char *path)
{
  run_sql (path, "PRAGMA ignore_check_constraints = 1; UPDATE repetition SET hold = -1");
}

static void
spoil_edits (const char *path)
{
  run_sql (path, "DROP TABLE edit");
}

static void
spoil_answers (const char *path)
{
  run_sql (path, "ALTER TABLE session_after RENAME COLUMN effort TO strain");
}

static void
spoil_schedule (const char *path)
{
  run_sql (path, "PRAGMA ignore_check_constraints = 1;"
                 "INSERT INTO schedule (uuid, at, utc_offset, days_a_week)"
                 "VALUES ('6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1101', 0, 0, 8)");
}

static void
spoil_score (const char *path)
{
  run_sql (path, "PRAGMA ignore_check_constraints = 1;"
                 "INSERT INTO clinic_score (uuid, scale, day, total, at, utc_offset)"
                 "VALUES ('6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1001', 'rmdq', '2026-11-20', 25, 0, 0)");
}

static void
spoil_edit (const char *path)
{
  run_sql (path, "PRAGMA ignore_check_constraints = 1;"
                 "INSERT INTO edit (uuid, kind, at, utc_offset, old, new)"
                 "VALUES ('6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1201', 'session', 0, 0, NULL, NULL)");
}

/* Rows of what the plan changed and a day was told, of which one value each cannot
 * be. What nobody can read is told while the log is open, too; the rest is found
 * when it is opened. */
#define ID "'6a1f7c1e-0b52-4a53-9d0e-0f4d6f6f1501'"
#define DOSE(id, day, exercise, sets, hold, reason, withdrawn)                                      \
  "INSERT INTO dose_change VALUES (1, " id ", 0, 0, " day ", " exercise ", " sets ", 10, 0, 2, 10, " \
  hold ", " reason ", " withdrawn ");"
#define GOOD_DOSE DOSE (ID, "'2026-11-20'", "'x'", "1", "0", "'limit'", "NULL")
#define STAGE(day, from, to, flare) \
  "INSERT INTO stage_change VALUES (1, " ID ", 0, 0, " day ", " from ", " to ", " flare ", 0, NULL);"
#define REMINDER(kind, session) \
  "INSERT INTO reminder VALUES (1, " ID ", " kind ", 0, 0, " session ");"
#define BREAK(sat, length) \
  "INSERT INTO sitting_break VALUES (1, " ID ", 0, 0, " sat ", " length ");"

static const struct
{
  const char *sql;
  gboolean    readable;
} rows[] = {
  { DOSE ("'short'", "'2026-11-20'", "'x'", "1", "0", "'limit'", "NULL"), TRUE },
  { DOSE (ID, "'2026-02-30'", "'x'", "1", "0", "'limit'", "NULL"), FALSE },
  { DOSE (ID, "'unknown'", "'x'", "1", "0", "'limit'", "NULL"), TRUE }, /* of no day */
  { DOSE (ID, "'2026-11-20'", "''", "1", "0", "'limit'", "NULL"), TRUE },
  { DOSE (ID, "'2026-11-20'", "'x'", "0", "0", "'limit'", "NULL"), FALSE },
  { DOSE (ID, "'2026-11-20'", "'x'", "4294967296", "0", "'limit'", "NULL"), FALSE },
  { DOSE (ID, "'2026-11-20'", "'x'", "1", "-1", "'limit'", "NULL"), FALSE },
  { DOSE (ID, "'2026-11-20'", "'x'", "1", "0", "'whim'", "NULL"), FALSE },
  { DOSE (ID, "'2026-11-20'", "'x'", "1", "0", "'limit'", "0"), TRUE },
  { GOOD_DOSE "INSERT INTO dose_change_evidence VALUES (1, 0, '', '2026-13-01')", FALSE },
  { GOOD_DOSE "INSERT INTO dose_change_evidence VALUES (1, 0, 'short', '2026-11-20')", TRUE },
  { GOOD_DOSE "INSERT INTO dose_change_evidence VALUES (1, -1, '', '2026-11-20')", TRUE },
  { STAGE ("'2026-11-31'", "'acute'", "'easing'", "0"), FALSE },
  { STAGE ("'2026-11-20'", "'cured'", "'easing'", "0"), FALSE },
  { STAGE ("'2026-11-20'", "'acute'", "'cured'", "0"), FALSE },
  { STAGE ("'2026-11-20'", "'acute'", "'acute'", "0"), TRUE },
  { STAGE ("'2026-11-20'", "'acute'", "'easing'", "2"), TRUE },
  { "INSERT INTO flare VALUES (1, " ID ", -1, 0)", TRUE },
  { "INSERT INTO flare VALUES (1, " ID ", 0, 86401)", TRUE },
  { "INSERT INTO review VALUES (1, " ID ", 0, 0, '', NULL)", TRUE },
  { "INSERT INTO review VALUES (1, " ID ", 0, 0, 'x', '')", TRUE },
  { "INSERT INTO wishes VALUES (1, " ID ", 0, 0); INSERT INTO wish VALUES (1, 0, 'dream', 'x')", FALSE },
  { "INSERT INTO wishes VALUES (1, " ID ", 0, 0); INSERT INTO wish VALUES (1, 0, 'add', '')", TRUE },
  { REMINDER ("'nap'", "NULL"), FALSE },
  { REMINDER ("'session'", ID), TRUE },
  { REMINDER ("'morning'", "'short'"), TRUE },
  { REMINDER ("'session'", "NULL") "INSERT INTO reminder_answer VALUES (1, 0, 'perhaps', 'unsaid')", FALSE },
  { REMINDER ("'session'", "NULL") "INSERT INTO reminder_answer VALUES (1, 0, 'not-today', 'cat')", FALSE },
  { REMINDER ("'session'", "NULL") "INSERT INTO reminder_answer VALUES (1, 0, 'start', 'pain')", TRUE },
  { BREAK ("-1", "0"), TRUE },
  { BREAK ("0", "-1"), TRUE },
  { BREAK ("0", "0") "INSERT INTO sitting_break_answer VALUES (1, 0, 'perhaps', 'unsaid')", FALSE },
  { BREAK ("0", "0") "INSERT INTO sitting_break_answer VALUES (1, 0, 'skipped', 'cat')", FALSE },
  { BREAK ("0", "0") "INSERT INTO sitting_break_answer VALUES (1, 0, 'done', 'pain')", TRUE },
};

static void
spoil_days (const char *path)
{
  run_sql (path, "ALTER TABLE sitting_break RENAME COLUMN sat TO sitting");
}

static void
spoil_to_folder (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
spoil_to_dangling_link (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("/nowhere/at/all.db", path), ==, 0);
}

static const struct
{
  const char   *name;
  void        (*spoil) (const char *path);
  YfStoreError  code;
} cases[] = {
  { "magic", spoil_magic, YF_STORE_ERROR_DAMAGED },
  { "page size", spoil_page_size, YF_STORE_ERROR_DAMAGED },
  { "first page", spoil_first_page, YF_STORE_ERROR_DAMAGED },
  { "second page", spoil_second_page, YF_STORE_ERROR_DAMAGED },
  { "cell count", spoil_cell_count, YF_STORE_ERROR_DAMAGED },
  { "application", spoil_application, YF_STORE_ERROR_FOREIGN },
  { "cut to nothing", spoil_to_nothing, YF_STORE_ERROR_DAMAGED },
  { "cut to 50 bytes", spoil_to_a_crumb, YF_STORE_ERROR_DAMAGED },
  { "cut to the header", spoil_to_a_header, YF_STORE_ERROR_DAMAGED },
  { "cut to a page", spoil_to_a_page, YF_STORE_ERROR_DAMAGED },
  { "cut in the middle of a page", spoil_to_many, YF_STORE_ERROR_DAMAGED },
  { "text", spoil_to_text, YF_STORE_ERROR_DAMAGED },
  { "zeros", spoil_to_zeros, YF_STORE_ERROR_DAMAGED },
  { "another program's, unmarked", spoil_to_blank, YF_STORE_ERROR_FOREIGN },
  { "another program's, marked", spoil_to_other, YF_STORE_ERROR_FOREIGN },
  { "newer", spoil_to_newer, YF_STORE_ERROR_NEWER },
  { "no version", spoil_version, YF_STORE_ERROR_DAMAGED },
  { "table missing", spoil_tables, YF_STORE_ERROR_DAMAGED },
  { "column missing", spoil_columns, YF_STORE_ERROR_DAMAGED },
  { "value out of range", spoil_value, YF_STORE_ERROR_DAMAGED },
  { "edits missing", spoil_edits, YF_STORE_ERROR_DAMAGED },
  { "column of answers missing", spoil_answers, YF_STORE_ERROR_DAMAGED },
  { "eight days a week", spoil_schedule, YF_STORE_ERROR_DAMAGED },
  { "score out of range", spoil_score, YF_STORE_ERROR_DAMAGED },
  { "edit of nothing", spoil_edit, YF_STORE_ERROR_DAMAGED },
  { "column of breaks missing", spoil_days, YF_STORE_ERROR_DAMAGED },
  { "a folder", spoil_to_folder, YF_STORE_ERROR_DAMAGED },
  { "a link to nothing", spoil_to_dangling_link, YF_STORE_ERROR_FAILED },
};

static void
assert_untouched (const char *path,
                  GBytes     *before)
{
  g_autoptr (GBytes) after = read_file (path);

  g_assert_cmpint (before == NULL, ==, after == NULL);
  if (before != NULL)
    g_assert_true (g_bytes_equal (before, after));
}

static void
test_spoiled (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autofree char *path = get_log_path (folder);
      g_autoptr (GBytes) before = NULL;

      g_test_message ("%s", cases[i].name);
      fill_log (folder, 300);
      cases[i].spoil (path);
      before = read_file (path);

      /* And it stays refused: the first look changes nothing. */
      assert_open_fails (folder, cases[i].code);
      assert_open_fails (folder, cases[i].code);
      assert_untouched (path, before);
    }
}

/* A newer Yanfei that was cut short has its version in the write-ahead log
 * only, where it has to be looked for. */
static void
test_newer_in_wal (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) copy = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *copy_path = get_log_path (copy);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *copy_wal = g_strconcat (copy_path, "-wal", NULL);
  g_autoptr (GBytes) database_bytes = NULL;
  g_autoptr (GBytes) wal_bytes = NULL;
  sqlite3 *database = NULL;

  fill_log (folder, 3);
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "PRAGMA user_version = 7", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  database_bytes = read_file (path);
  wal_bytes = read_file (wal);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  g_assert_nonnull (wal_bytes);
  write_file (copy_path, g_bytes_get_data (database_bytes, NULL),
              g_bytes_get_size (database_bytes));
  write_file (copy_wal, g_bytes_get_data (wal_bytes, NULL), g_bytes_get_size (wal_bytes));

  assert_open_fails (copy, YF_STORE_ERROR_NEWER);
  assert_untouched (copy_path, database_bytes);
  assert_untouched (copy_wal, wal_bytes);
}

/* Who moves a log away and forgets the write-ahead log beside it gets a new log
 * that is whole, and the old file is kept. */
static void
test_orphan (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *other_path = get_log_path (other);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *other_wal = g_strconcat (other_path, "-wal", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int n_kept = 0;
  sqlite3 *database = NULL;

  fill_log (other, 3);
  g_assert_cmpint (sqlite3_open (other_path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, "DELETE FROM repetition", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  bytes = read_file (other_wal);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);
  write_file (wal, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  store = open_store (folder);
  g_assert_true (yf_store_check (store, NULL));
  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (sessions->len, ==, 0);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "yanfei.db-wal."))
      {
        g_autofree char *kept = g_build_filename (folder, name, NULL);

        assert_untouched (kept, bytes);
        n_kept++;
      }
  g_assert_cmpint (n_kept, ==, 1);
}

/* What a first start that was cut short leaves behind is in nobody's way. */
static void
test_unfinished (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *unfinished = g_build_filename (folder, "yanfei.db.new", NULL);
  g_autofree char *journal = g_build_filename (folder, "yanfei.db.new-journal", NULL);
  g_autoptr (YfStore) store = NULL;

  write_file (unfinished, "half", 4);
  write_file (journal, "made", 4);
  store = open_store (folder);
  g_assert_true (yf_store_check (store, NULL));
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

/* Damage that begins while the log is open is found out by looking. */
static void
test_check (void)
{
  static const char * const orphans[] = {
    "DELETE FROM session_exercise",
    "INSERT INTO session_after (session, at) VALUES (99, 0)",
    "INSERT INTO session_morning (session, at, morning) VALUES (99, 0, 'same')",
    "INSERT INTO function_score (rating, position, activity, score) VALUES (99, 0, 99, 0)",
    "INSERT INTO dose_change_evidence VALUES (99, 0, '', '2026-11-20')",
    "INSERT INTO wish VALUES (99, 0, 'add', 'x')",
    "INSERT INTO reminder_answer VALUES (99, 0, 'start', 'unsaid')",
    "INSERT INTO sitting_break_answer VALUES (99, 0, 'done', 'unsaid')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (orphans); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autofree char *path = get_log_path (folder);
      g_autofree char *sql = g_strconcat ("PRAGMA foreign_keys = 0;", orphans[i], NULL);
      g_autoptr (YfStore) store = NULL;
      g_autoptr (GError) error = NULL;

      fill_log (folder, 300);
      run_sql (path, sql);
      store = open_store (folder);
      g_assert_false (yf_store_check (store, &error));
      g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED);
    }
}

static void
test_rows (void)
{
  g_autoptr (Folder) sound = make_folder ();
  g_autofree char *sound_path = get_log_path (sound);
  g_autoptr (GBytes) bytes = NULL;

  fill_log (sound, 3);
  bytes = read_file (sound_path);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autofree char *path = get_log_path (folder);
      g_autofree char *sql = g_strconcat ("PRAGMA ignore_check_constraints = 1;", rows[i].sql, NULL);
      g_autoptr (YfStore) store = NULL;
      g_autoptr (YfLog) log = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].sql);
      write_file (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      store = open_store (folder);
      run_sql (path, sql);
      log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, &error);
      if (rows[i].readable)
        {
          g_assert_no_error (error);
        }
      else
        {
          g_assert_null (log);
          g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_DAMAGED);
          g_assert_nonnull (strstr (error->message, path));
        }
      yf_store_close (store);

      assert_open_fails (folder, YF_STORE_ERROR_DAMAGED);
    }
}

/* One bit of the file, anywhere: what is refused is untouched, and what is not
 * can be read or says why not. Nothing crashes. */
static void
test_flips (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *sound = NULL;
  gsize length;
  int n_refused = 0;

  fill_log (folder, 60);
  g_assert_true (g_file_get_contents (path, &sound, &length, NULL));

  for (int i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *spoiled = g_memdup2 (sound, length);
      gsize offset = (gsize) g_test_rand_int_range (0, (int) length);
      g_autoptr (YfStore) store = yf_store_new (folder);
      g_autoptr (GError) error = NULL;

      spoiled[offset] ^= 1 << g_test_rand_int_range (0, 8);
      write_file (path, spoiled, length);
      if (!yf_store_open (store, &error))
        {
          g_autoptr (GBytes) before = g_bytes_new (spoiled, length);

          g_assert_cmpint (error->domain, ==, YF_STORE_ERROR);
          assert_untouched (path, before);
          n_refused++;
        }
      else
        {
          g_autoptr (YfProfile) profile = yf_store_dup_profile (store, NULL);
          g_autoptr (YfCheckIn) known = yf_store_dup_known (store, yf_day_from_real (EVENING),
                                                            NULL);
          g_autoptr (GPtrArray) sessions = NULL;
          g_autoptr (YfLog) log = NULL;
          g_autoptr (GError) log_error = NULL;

          sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);
          g_assert_true (sessions != NULL || error->domain == YF_STORE_ERROR);
          log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, &log_error);
          g_assert_true (log != NULL || log_error->domain == YF_STORE_ERROR);
        }
    }

  g_test_message ("%d of %d flips were found", n_refused, N_FLIPS);
  g_assert_cmpint (n_refused, >, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/damage/spoiled", test_spoiled);
  g_test_add_func ("/store/damage/newer-in-wal", test_newer_in_wal);
  g_test_add_func ("/store/damage/orphan", test_orphan);
  g_test_add_func ("/store/damage/unfinished", test_unfinished);
  g_test_add_func ("/store/damage/check", test_check);
  g_test_add_func ("/store/damage/rows", test_rows);
  g_test_add_func ("/store/damage/flips", test_flips);

  return g_test_run ();
}
