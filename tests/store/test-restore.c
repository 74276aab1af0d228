/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep-fixture.h"

#include <glib/gstdio.h>
#include <grp.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* Restoring: what fails leaves everything as it was, and what succeeds leaves
 * nothing beside it. And what backing up and erasing do without rights or room. */

#define NOBODY 65534

/* -- Restoring -------------------------------------------------------------- */

static void
test_restore (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = make_backup (other, "backup.db", 30);
  g_autofree char *kept = NULL;
  g_autofree char *again = NULL;
  g_autofree char *names = NULL;
  g_autofree char *backup_names = NULL;

  fill_log (folder, 5);
  assert_restore (folder, path, TRUE, &kept);
  g_assert_cmpint (count_reps_in (folder), ==, 30);

  /* And back, at once. */
  assert_restore (folder, kept, TRUE, &again);
  g_assert_cmpstr (kept, !=, again);
  g_assert_cmpint (count_reps_in (folder), ==, 5);
  assert_restore (folder, again, TRUE, NULL);
  g_assert_cmpint (count_reps_in (folder), ==, 30);

  names = list (folder);
  g_assert_null (strstr (names, "restore-X"));
  g_assert_null (strstr (names, "yanfei.db.restore"));
  g_assert_null (strstr (names, "-wal"));
  backup_names = list (other);
  g_assert_cmpstr (backup_names, ==, "backup.db");
}

static void
test_restore_missing (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *inside = in_folder (folder, "not/yet");
  g_autofree char *path = make_backup (folder, "backup.db", 12);
  g_autofree char *names = NULL;

  assert_restore (inside, path, FALSE, NULL);
  names = list (inside);
  g_assert_cmpstr (names, ==, "yanfei.db");
  g_assert_cmpint (count_reps_in (inside), ==, 12);
}

/* Who has the log open reads what was restored, and goes on writing. */
static void
test_restore_open (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = make_backup (other, "backup.db", 300);
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (YfProfile) read = NULL;
  Waiter waiter = { NULL };

  fill_log (folder, 5);
  store = open_store (folder);
  g_assert_cmpint (count_reps (store), ==, 5);

  assert_restore (folder, path, TRUE, NULL);
  g_assert_cmpint (count_reps (store), ==, 300);

  yf_profile_set_condition (profile, "osteoporosis", TRUE);
  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  read = yf_store_dup_profile (store, NULL);
  g_assert_true (yf_profile_has_condition (read, "osteoporosis"));
  yf_store_close (store);
  g_assert_cmpint (count_reps_in (folder), ==, 300);
}

/* A backup that somebody has packed with another tool. */
static void
test_restore_packed (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = make_backup (other, "backup.db", 300);
  g_autoptr (YfStore) store = NULL;

  run_sql (path, "PRAGMA page_size = 8192; VACUUM");
  fill_log (folder, 5);
  store = open_store (folder);
  assert_restore (folder, path, TRUE, NULL);
  g_assert_cmpint (count_reps (store), ==, 300);
}

static void
test_restore_busy (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = make_backup (other, "backup.db", 30);
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  YfReliefRecord *relief = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) relief_error = NULL;
  g_autoptr (GError) erase_error = NULL;
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  g_assert_false (yf_store_restore (folder, path, NULL, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);
  g_assert_false (yf_store_erase (folder, &erase_error));
  g_assert_error (erase_error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);
  yf_store_end_session_async (store, record->id, EVENING, YF_RECORD_STOPPED, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  relief = yf_relief_record_new ("heat", EVENING);
  yf_store_add_relief_async (store, relief, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  g_assert_false (yf_store_restore (folder, path, NULL, &relief_error));
  g_assert_error (relief_error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);
  yf_store_end_relief_async (store, relief->id, EVENING + YF_SECOND, YF_RECORD_STOPPED, NULL,
                             waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_relief_record_free (relief);

  assert_restore (folder, path, TRUE, NULL);
  g_assert_cmpint (count_reps (store), ==, 30);
}

/* -- Damage ----------------------------------------------------------------- */

static void spoil_magic  (const char *path) { flip (path, 0); }
static void spoil_page   (const char *path) { flip (path, 4096); }
static void spoil_owner  (const char *path) { flip (path, 68); }
static void spoil_length (const char *path) { g_assert_cmpint (truncate (path, 3 * 4096), ==, 0); }
static void spoil_to_nothing (const char *path) { g_assert_cmpint (truncate (path, 0), ==, 0); }
static void spoil_to_text (const char *path) { write_text (path, "Dear diary"); }
static void spoil_tables (const char *path) { run_sql (path, "DROP TABLE stop"); }
static void spoil_version (const char *path) { run_sql (path, "PRAGMA user_version = 999"); }
static void spoil_parents (const char *path) { run_sql (path, "PRAGMA foreign_keys = 0; DELETE FROM session_exercise"); }
static void spoil_away (const char *path) { g_assert_cmpint (g_unlink (path), ==, 0); }

static const struct
{
  void        (*spoil) (const char *path);
  YfStoreError  code;
} spoilers[] = {
  { spoil_magic, YF_STORE_ERROR_DAMAGED },
  { spoil_page, YF_STORE_ERROR_DAMAGED },
  { spoil_owner, YF_STORE_ERROR_FOREIGN },
  { spoil_length, YF_STORE_ERROR_DAMAGED },
  { spoil_to_nothing, YF_STORE_ERROR_DAMAGED },
  { spoil_to_text, YF_STORE_ERROR_DAMAGED },
  { spoil_tables, YF_STORE_ERROR_DAMAGED },
  { spoil_version, YF_STORE_ERROR_NEWER },
  { spoil_parents, YF_STORE_ERROR_DAMAGED },
  { spoil_away, YF_STORE_ERROR_FAILED },
};

static void
test_restore_spoiled (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spoilers); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (Folder) other = make_folder ();
      g_autofree char *path = make_backup (other, "backup.db", 300);
      g_autofree char *live = get_log_path (folder);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *names = NULL;
      g_autofree char *kept = NULL;
      g_autoptr (GError) error = NULL;

      fill_log (folder, 5);
      spoilers[i].spoil (path);
      before = checksum (live);
      g_assert_false (yf_store_restore (folder, path, &kept, &error));
      g_assert_error (error, YF_STORE_ERROR, (int) spoilers[i].code);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_null (kept);

      after = checksum (live);
      g_assert_cmpstr (before, ==, after);
      names = list (folder);
      g_assert_cmpstr (names, ==, "yanfei.db");
    }
}

/* A log that nobody can read any more makes way, and is kept. */
static void
test_restore_over_damage (void)
{
  static void (*const damages[]) (const char *path) = {
    spoil_magic, spoil_page, spoil_length, spoil_to_nothing, spoil_to_text, spoil_tables,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (Folder) other = make_folder ();
      g_autofree char *path = make_backup (other, "backup.db", 30);
      g_autofree char *live = get_log_path (folder);
      g_autofree char *wal = g_strconcat (live, "-wal", NULL);
      g_autofree char *kept = NULL;
      g_autofree char *kept_wal = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *wal_text = NULL;

      fill_log (folder, 300);
      damages[i] (live);
      before = checksum (live);
      write_text (wal, "the last entries");

      assert_restore (folder, path, TRUE, &kept);
      after = checksum (kept);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (count_reps_in (folder), ==, 30);
      kept_wal = g_strconcat (kept, "-wal", NULL);
      wal_text = read_text (kept_wal);
      g_assert_cmpstr (wal_text, ==, "the last entries");
    }
}

/* Somebody else's database, or a newer Yanfei's log, is not replaced. */
static void
test_restore_over_others (void)
{
  static const struct
  {
    void        (*spoil) (const char *path);
    YfStoreError  code;
  } others[] = {
    { spoil_owner, YF_STORE_ERROR_FOREIGN },
    { spoil_version, YF_STORE_ERROR_NEWER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (Folder) other = make_folder ();
      g_autofree char *path = make_backup (other, "backup.db", 30);
      g_autofree char *live = get_log_path (folder);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      fill_log (folder, 5);
      others[i].spoil (live);
      before = checksum (live);
      g_assert_false (yf_store_restore (folder, path, NULL, &error));
      g_assert_error (error, YF_STORE_ERROR, (int) others[i].code);
      after = checksum (live);
      g_assert_cmpstr (before, ==, after);
    }
}

static gboolean
has_fixture (int version)
{
  g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);

  return g_file_test (g_test_get_filename (G_TEST_DIST, name, NULL), G_FILE_TEST_EXISTS);
}

/* Logs of every version that was ever released. */
static void
test_restore_old (void)
{
  int version;

  for (version = 1; has_fixture (version); version++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (Folder) other = make_folder ();
      g_autoptr (YfStore) store = NULL;
      g_autoptr (GPtrArray) sessions = NULL;
      g_autofree char *path = in_folder (other, "old.db");
      g_autofree char *name = g_strdup_printf ("schema-%d.sql", version);
      g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, name, NULL);
      g_autofree char *sql = read_text (fixture);
      g_autofree char *names = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      run_sql (path, sql);
      before = checksum (path);
      fill_log (folder, 5);
      assert_restore (folder, path, TRUE, NULL);

      store = open_store (folder);
      g_assert_true (yf_store_check (store, NULL));
      sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
      g_assert_cmpuint (sessions->len, >, 1);
      after = checksum (path);
      g_assert_cmpstr (before, ==, after);
      names = list (folder);
      g_assert_null (strstr (names, ".before-2"));
      g_assert_null (strstr (names, ".before-3"));
    }

  g_assert_cmpint (version, >, 2);
}

/* -- Rights and room -------------------------------------------------------- */

static void
test_read_only_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = make_backup (other, "backup.db", 30);
  g_autofree char *new_path = in_folder (other, "new.db");
  g_autofree char *live = get_log_path (folder);
  g_autofree char *session_lock = in_folder (folder, "session.lock");
  g_autofree char *relief_lock = in_folder (folder, "relief.lock");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) restore_error = NULL;
  g_autoptr (GError) erase_error = NULL;

  fill_log (folder, 5);
  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (folder, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (live, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (other, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (setgroups (0, NULL), ==, 0);
      g_assert_cmpint (setgid (NOBODY), ==, 0);
      g_assert_cmpint (setuid (NOBODY), ==, 0);
    }

  /* They are the superuser's. */
  g_unlink (session_lock);
  g_unlink (relief_lock);

  g_assert_cmpint (g_chmod (other, 0500), ==, 0);
  store = open_store (folder);
  g_assert_false (yf_store_back_up (store, new_path, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, new_path));
  g_assert_null (strstr (error->message, live));
  yf_store_close (store);

  /* A log that can only be read is not replaced, not erased, and not backed up
   * by itself; asked for, a backup is made. */
  before = checksum (live);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  g_assert_false (yf_store_restore (folder, path, NULL, &restore_error));
  g_assert_error (restore_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);
  g_assert_false (yf_store_erase (folder, &erase_error));
  g_assert_error (erase_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);
  after = checksum (live);
  g_assert_cmpstr (before, ==, after);

  g_assert_cmpint (g_chmod (other, 0700), ==, 0);
  g_assert_true (yf_store_open (store, NULL));
  g_assert_true (yf_store_get_read_only (store));
  assert_weekly (store, TODAY, NULL);
  g_assert_true (yf_store_back_up (store, new_path, NULL));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);

  /* A backup is restored from where nothing can be written. */
  yf_store_close (store);
  g_assert_cmpint (g_chmod (other, 0500), ==, 0);
  assert_restore (folder, path, TRUE, NULL);
  g_assert_cmpint (count_reps_in (folder), ==, 30);
  g_assert_cmpint (g_chmod (other, 0700), ==, 0);
}

/* No file may grow beyond a limit: a full disk, without any rights. */
static void
test_full_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = make_backup (other, "backup.db", 3000);
  g_autofree char *older = make_backup (other, "older.db", 5);
  g_autofree char *older_sum = checksum (older);
  g_autofree char *names = NULL;
  g_autofree char *other_names = NULL;
  g_autofree char *after = NULL;
  g_autoptr (YfStore) big = NULL;
  g_autoptr (Folder) big_folder = make_folder ();
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  fill_log (folder, 5);
  assert_restore (big_folder, path, FALSE, NULL);
  big = open_store (big_folder);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  /* From nearly nothing to nearly enough: the log is whole at every step. */
  for (rlim_t size = 8 * 1024; size < 512 * 1024; size += 40 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) backup_error = NULL;
      g_autofree char *kept = NULL;
      struct rlimit full = limit;
      gboolean restored;
      gboolean backed_up;

      full.rlim_cur = size;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
      restored = yf_store_restore (folder, path, &kept, &error);
      backed_up = yf_store_back_up (big, older, &backup_error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

      if (!backed_up)
        {
          g_autofree char *sum = checksum (older);

          g_assert_error (backup_error, YF_STORE_ERROR, YF_STORE_ERROR_FULL);
          g_assert_nonnull (strstr (backup_error->message, older));
          g_assert_cmpstr (sum, ==, older_sum);
        }
      if (!restored)
        {
          g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL);
          g_assert_null (kept);
          g_assert_cmpint (count_reps_in (folder), ==, 5);
          g_free (g_steal_pointer (&names));
          names = list (folder);
          g_assert_cmpstr (names, ==, "yanfei.db");
        }
      else
        {
          break;
        }
    }
  g_assert_nonnull (names);

  assert_restore (folder, path, TRUE, NULL);
  g_assert_cmpint (count_reps_in (folder), ==, 3000);
  g_assert_true (yf_store_back_up (big, older, NULL));
  other_names = list (other);
  g_assert_cmpstr (other_names, ==, "backup.db older.db");
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    GTestFunc   func;
  } apart[] = {
    { "/store/restore/read-only", test_read_only_apart },
    { "/store/restore/full", test_full_apart },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/restore/plain", test_restore);
  g_test_add_func ("/store/restore/missing", test_restore_missing);
  g_test_add_func ("/store/restore/open", test_restore_open);
  g_test_add_func ("/store/restore/packed", test_restore_packed);
  g_test_add_func ("/store/restore/busy", test_restore_busy);
  g_test_add_func ("/store/restore/spoiled", test_restore_spoiled);
  g_test_add_func ("/store/restore/over-damage", test_restore_over_damage);
  g_test_add_func ("/store/restore/over-others", test_restore_over_others);
  g_test_add_func ("/store/restore/old", test_restore_old);
  for (gsize i = 0; i < G_N_ELEMENTS (apart); i++)
    {
      g_autofree char *path = g_strconcat (apart[i].path, "/subprocess", NULL);

      g_test_add_func (apart[i].path, run_apart);
      g_test_add_func (path, apart[i].func);
    }

  return g_test_run ();
}
