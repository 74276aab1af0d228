/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "keep-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Backing up, asked for and every week, and erasing. */

/* -- Backing up ------------------------------------------------------------- */

static void
test_back_up (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = in_folder (other, "yanfei.db");
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *names = NULL;
  GStatBuf info;

  fill_log (folder, 30);
  store = open_store (folder);
  g_assert_true (yf_store_back_up (store, path, &error));
  g_assert_no_error (error);

  /* One file, nobody else's to read, and a log. */
  names = list (other);
  g_assert_cmpstr (names, ==, "yanfei.db");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (count_reps_in (other), ==, 30);
}

/* What is in the write-ahead log only belongs to it, and so does nothing that
 * comes later; an older backup is replaced. */
static void
test_back_up_open (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = in_folder (other, "yanfei.db");
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  for (int i = 1; i <= 3; i++)
    {
      g_autoptr (GError) error = NULL;

      add_reps (store, record->id, i - 1, i);
      g_assert_true (yf_store_back_up (store, path, &error));
      g_assert_no_error (error);
    }
  add_reps (store, record->id, 3, 9);
  g_assert_cmpint (count_reps_in (other), ==, 3);
}

static void
test_back_up_refused (void)
{
  static const char * const beside[] = { "yanfei.db", "yanfei.db-wal", "yanfei.db-shm" };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *live = get_log_path (folder);
  g_autofree char *link = in_folder (other, "link.db");
  g_autofree char *thesis = in_folder (other, "thesis.odt");
  g_autofree char *empty = in_folder (other, "empty.db");
  g_autofree char *nowhere = in_folder (other, "not/there.db");
  g_autofree char *text = NULL;
  g_autofree char *names = NULL;
  g_autoptr (YfStore) store = NULL;

  fill_log (folder, 3);
  store = open_store (folder);
  g_assert_cmpint (symlink (live, link), ==, 0);
  write_text (thesis, "On the flight of swallows.");
  write_text (empty, "");

  for (gsize i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = in_folder (folder, beside[i]);
      g_autoptr (GError) error = NULL;

      g_assert_false (yf_store_back_up (store, path, &error));
      g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
      g_assert_nonnull (strstr (error->message, path));
    }

  for (int i = 0; i < 4; i++)
    {
      const char *paths[] = { link, thesis, other, nowhere };
      g_autoptr (GError) error = NULL;

      g_assert_false (yf_store_back_up (store, paths[i], &error));
      g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
    }

  text = read_text (thesis);
  g_assert_cmpstr (text, ==, "On the flight of swallows.");
  g_assert_true (yf_store_back_up (store, empty, NULL));
  names = list (other);
  g_assert_cmpstr (names, ==, "empty.db link.db thesis.odt");
  g_assert_cmpint (count_reps (store), ==, 3);
}

/* -- Every week ------------------------------------------------------------- */

static void
test_weekly (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *backups = in_folder (folder, "backups");
  g_autofree char *mine = in_folder (backups, "yanfei-2001-01-01.db.mine");
  g_autofree char *odd = in_folder (backups, "yanfei-2001-13-01.db");
  g_autofree char *names = NULL;
  g_autoptr (YfStore) store = open_store (folder);

  /* An empty log needs no backup. */
  assert_weekly (store, TODAY, NULL);
  g_assert_false (g_file_test (backups, G_FILE_TEST_EXISTS));
  yf_store_close (store);

  fill_log (folder, 3);
  g_assert_true (yf_store_open (store, NULL));
  assert_weekly (store, TODAY, "yanfei-2026-11-20.db");
  write_text (mine, "mine");
  write_text (odd, "odd");
  assert_weekly (store, TODAY, NULL);
  assert_weekly (store, TODAY + 6, NULL);
  assert_weekly (store, TODAY + 7, "yanfei-2026-11-27.db");
  assert_weekly (store, TODAY + 14, "yanfei-2026-12-04.db");
  assert_weekly (store, TODAY + 40, "yanfei-2026-12-30.db");
  assert_weekly (store, TODAY + 47, "yanfei-2027-01-06.db");
  assert_weekly (store, TODAY + 54, "yanfei-2027-01-13.db");

  names = list (backups);
  g_assert_cmpstr (names, ==,
                   "yanfei-2001-01-01.db.mine yanfei-2001-13-01.db yanfei-2026-11-27.db "
                   "yanfei-2026-12-04.db yanfei-2026-12-30.db yanfei-2027-01-06.db "
                   "yanfei-2027-01-13.db");
}

/* A clock that was wrong once neither stops the backups nor makes one a day. */
static void
test_weekly_future (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = NULL;

  fill_log (folder, 3);
  store = open_store (folder);
  assert_weekly (store, TODAY + 1000, "yanfei-2029-08-16.db");
  assert_weekly (store, TODAY, "yanfei-2026-11-20.db");
  assert_weekly (store, TODAY + 1, NULL);
  assert_weekly (store, TODAY + 7, "yanfei-2026-11-27.db");
}

static gpointer
ask_weekly (gpointer data)
{
  for (int i = 0; i < 200; i++)
    assert_weekly (data, TODAY, NULL);

  return NULL;
}

/* The window asks in a thread, and goes on reading. */
static void
test_weekly_thread (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = NULL;
  GThread *thread;

  fill_log (folder, 3);
  store = open_store (folder);
  assert_weekly (store, TODAY, "yanfei-2026-11-20.db");

  thread = g_thread_new ("weekly", ask_weekly, store);
  for (int i = 0; i < 200; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YfCheckIn) known = yf_store_dup_known (store, TODAY, &error);

      g_assert_no_error (error);
      g_assert_nonnull (known);
    }
  g_thread_join (thread);
}

typedef struct
{
  YfStore     *store;
  const char  *path;
  GAsyncQueue *done; /* hears of each backup */
} Copier;

static gpointer
copy_until_refused (gpointer data)
{
  const Copier *self = data;
  GError *error = NULL;

  while (yf_store_back_up (self->store, self->path, &error))
    g_async_queue_push (self->done, (gpointer) self->path);

  return error;
}

/* A log that is closed while it is being backed up is backed up to the end, and from
 * then on it is not read any more. */
static void
test_close_under_way (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autofree char *path = in_folder (other, "yanfei.db");
  g_autofree char *names = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GAsyncQueue) done = g_async_queue_new ();
  g_autoptr (GError) error = NULL;
  GThread *thread;
  Copier copier;

  fill_log (folder, 30);
  store = open_store (folder);
  copier = (Copier) { store, path, done };
  thread = g_thread_new ("copier", copy_until_refused, &copier);
  g_async_queue_pop (done);
  yf_store_close (store);
  g_assert_true (yf_store_erase (folder, NULL));

  error = g_thread_join (thread);
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "is not open"));
  names = list (other);
  g_assert_cmpstr (names, ==, "yanfei.db");
  g_assert_cmpint (count_reps_in (other), ==, 30);
}

/* -- Erasing ---------------------------------------------------------------- */

static void
test_erase (void)
{
  static const char * const ours[] = {
    "yanfei.db-wal.1795172400000000", "yanfei.db.new", "yanfei.db.new-journal", "yanfei.db.before-2",
    "yanfei.db.before-2.new", "yanfei.db.before-restore-20261120T190000",
    "yanfei.db.before-restore-20261120T190000-2-wal", "yanfei.db.restore-aB3xYz",
    ".yanfei.db.before-restore-20261120T190000.aB3xYz",
    "backups/yanfei-2026-11-20.db", "backups/.yanfei-2026-11-20.db.aB3xYz",
    "voices/zh/n-1.wav", "voices/zh/name-own.mp3", "voices/zh/.n-2.wav.aB3xYz",
  };
  static const char * const theirs[] = {
    "notes.txt", "yanfei.db.bak", "yanfei.db.before-christmas", "yanfei.dbx", "session.locks",
    "my-yanfei.db",
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *missing = in_folder (folder, "missing");
  g_autofree char *backups = in_folder (folder, "backups");
  g_autofree char *voices = in_folder (folder, "voices/zh");
  g_autofree char *locks = in_folder (folder, "session.lock");
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;

  fill_log (folder, 3);
  g_assert_cmpint (g_mkdir (backups, 0700), ==, 0);
  g_assert_cmpint (g_mkdir_with_parents (voices, 0700), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (ours); i++)
    {
      g_autofree char *path = in_folder (folder, ours[i]);

      write_text (path, "private");
    }
  for (gsize i = 0; i < G_N_ELEMENTS (theirs); i++)
    {
      g_autofree char *path = in_folder (folder, theirs[i]);

      write_text (path, "theirs");
    }

  g_assert_true (yf_store_erase (folder, &error));
  g_assert_no_error (error);
  names = list (folder);
  g_assert_cmpstr (names, ==,
                   "my-yanfei.db notes.txt session.locks yanfei.db.bak yanfei.db.before-christmas "
                   "yanfei.dbx");
  g_assert_false (g_file_test (locks, G_FILE_TEST_EXISTS));

  /* Nothing there is nothing to do, and does not make a folder. */
  g_assert_true (yf_store_erase (folder, NULL));
  g_assert_true (yf_store_erase (missing, NULL));
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
  g_assert_cmpint (count_reps_in (folder), ==, -1);
}

/* Somebody's own file in the folder of the backups stays, and so does that. */
static void
test_erase_backups (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *backups = in_folder (folder, "backups");
  g_autofree char *mine = in_folder (backups, "mine.db");
  g_autofree char *names = NULL;
  g_autoptr (YfStore) store = NULL;

  fill_log (folder, 3);
  store = open_store (folder);
  assert_weekly (store, TODAY, "yanfei-2026-11-20.db");
  yf_store_close (store);
  write_text (mine, "mine");
  g_assert_true (yf_store_erase (folder, NULL));
  names = list (backups);
  g_assert_cmpstr (names, ==, "mine.db");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/keep/back-up", test_back_up);
  g_test_add_func ("/store/keep/back-up-open", test_back_up_open);
  g_test_add_func ("/store/keep/back-up-refused", test_back_up_refused);
  g_test_add_func ("/store/keep/weekly", test_weekly);
  g_test_add_func ("/store/keep/weekly-future", test_weekly_future);
  g_test_add_func ("/store/keep/weekly-thread", test_weekly_thread);
  g_test_add_func ("/store/keep/close-under-way", test_close_under_way);
  g_test_add_func ("/store/keep/erase", test_erase);
  g_test_add_func ("/store/keep/erase-backups", test_erase_backups);

  return g_test_run ();
}
