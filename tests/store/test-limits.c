/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* Folders and files that cannot be written, and disks that are full. Each test
 * runs in a process of its own, for it gives up rights or changes limits. */

#define NOBODY 65534

/* The superuser may write everything. */
static void
become_nobody (void)
{
  if (geteuid () != 0)
    return;

  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
}

static void
assert_refuses_writes (YfStore *store)
{
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) profile_error = NULL;
  g_autoptr (GError) edit_error = NULL;
  g_autoptr (GError) import_error = NULL;
  g_autoptr (GError) changes_error = NULL;
  g_autoptr (GError) flare_error = NULL;
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (YfFlareRecord) flare = yf_flare_record_new (EVENING);
  g_autoptr (YfActivityRecord) walk = yf_activity_record_new (YF_ACTIVITY_WALKING, EVENING, 30);
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  Waiter waiter = { NULL };

  g_assert_true (yf_store_get_read_only (store));

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);
  g_assert_nonnull (strstr (error->message, yf_store_get_directory (store)));

  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &profile_error));
  g_assert_error (profile_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);

  yf_store_edit_async (store, YF_ENTRY_ACTIVITY, NULL, walk, EVENING, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &edit_error));
  g_assert_error (edit_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);

  yf_store_note_changes_async (store, changes, NULL, YF_DAY_NONE, YF_DAY_NONE, EVENING, NULL, waiter_cb,
                               &waiter);
  g_assert_false (waiter_finish (&waiter, store, &changes_error));
  g_assert_error (changes_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);

  yf_store_add_flare_async (store, flare, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &flare_error));
  g_assert_error (flare_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);

  yf_store_import_async (store, log, NULL, waiter_cb, &waiter);
  while (waiter.result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (yf_store_import_finish (store, waiter.result, NULL, &import_error));
  g_assert_error (import_error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);
  g_clear_object (&waiter.result);
}

static void
assert_reads (YfStore       *store,
              int            n_reps,
              YfRecordState  state)
{
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) listed = list_sessions (store, YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (YfLog) log = NULL;
  YfSessionRecord *record;
  g_autoptr (GError) error = NULL;

  profile = yf_store_dup_profile (store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (profile);

  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  record = g_ptr_array_index (sessions, 0);
  g_assert_cmpint (yf_session_record_count_reps (record), ==, n_reps);
  g_assert_cmpint (record->state, ==, state);
  if (state == YF_RECORD_CUT)
    g_assert_cmpint (record->ended, ==, make_rep (n_reps - 1).ended);

  g_assert_cmpuint (listed->len, ==, 1);

  log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->sessions->len, ==, 1);
  g_assert_cmpint (((YfSessionRecord *) g_ptr_array_index (log->sessions, 0))->state, ==, state);

  g_assert_true (yf_store_check (store, &error));
  g_assert_no_error (error);
}

static char *
checksum (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents, length);
}

/* A log that was cut: a session that still runs in the file, of a process that
 * is not there any more. With @hot some of it is in the write-ahead log. */
static void
leave_session (const char *folder,
               int         n_reps,
               gboolean    hot)
{
  g_autoptr (Folder) elsewhere = make_folder ();
  g_autoptr (YfStore) store = open_store (elsewhere);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  static const char * const names[] = { "yanfei.db", "yanfei.db-wal" };
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_reps (store, record->id, 0, n_reps);
  if (!hot)
    yf_store_close (store);

  for (int i = 0; i < (hot ? 2 : 1); i++)
    {
      g_autofree char *from = g_build_filename (elsewhere, names[i], NULL);
      g_autofree char *to = g_build_filename (folder, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
      g_assert_true (g_file_set_contents (to, contents, (gssize) length, NULL));
    }
}

/* -- What cannot be written ----------------------------------------------- */

static const struct
{
  const char *name;
  int         folder_mode;
  int         file_mode;
  gboolean    hot;
  gboolean    readable;
} modes[] = {
  { "folder and file", 0500, 0400, FALSE, TRUE },
  { "folder alone", 0500, 0600, FALSE, TRUE },
  { "file alone", 0700, 0400, FALSE, TRUE },
  { "file alone, with a write-ahead log", 0700, 0400, TRUE, TRUE },
  /* What was written last could not be read: better to say so. */
  { "folder and file, with a write-ahead log", 0500, 0400, TRUE, FALSE },
  { "neither to be read", 0700, 0000, FALSE, FALSE },
};

static void
test_modes_apart (void)
{
  become_nobody ();

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autofree char *path = get_log_path (folder);
      g_autofree char *before = NULL;
      g_autoptr (YfStore) store = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", modes[i].name);
      leave_session (folder, 4, modes[i].hot);
      before = checksum (path);
      g_assert_cmpint (g_chmod (path, modes[i].file_mode), ==, 0);
      g_assert_cmpint (g_chmod (folder, modes[i].folder_mode), ==, 0);

      store = yf_store_new (folder);
      if (modes[i].readable)
        {
          g_assert_true (yf_store_open (store, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (yf_store_get_n_cut (store), ==, 1);
          assert_reads (store, 4, YF_RECORD_CUT);
          assert_refuses_writes (store);
          yf_store_close (store);
        }
      else
        {
          g_assert_false (yf_store_open (store, &error));
          g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_READ_ONLY);
          g_assert_nonnull (strstr (error->message, path));
        }

      g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
      g_assert_cmpint (g_chmod (path, 0600), ==, 0);
      if (modes[i].readable && !modes[i].hot)
        {
          g_autofree char *after = checksum (path);

          g_assert_cmpstr (after, ==, before);
        }
    }
}

static void
assert_empty_log (const char *folder)
{
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_autoptr (GPtrArray) lone = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE,
                                                            NULL);
  g_autoptr (YfProfile) profile = yf_store_dup_profile (store, NULL);
  g_autoptr (YfProfile) empty = yf_profile_new ();
  g_autoptr (YfCheckIn) known = yf_store_dup_known (store, yf_day_from_real (EVENING), NULL);
  g_autoptr (YfLog) log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_autoptr (GPtrArray) listed = list_sessions (store, YF_DAY_NONE, YF_DAY_NONE);

  g_assert_true (yf_log_is_empty (log));
  g_assert_cmpuint (sessions->len, ==, 0);
  g_assert_cmpuint (lone->len, ==, 0);
  g_assert_true (yf_profile_equal (profile, empty));
  g_assert_nonnull (known);
  g_assert_true (yf_store_check (store, NULL));
  g_assert_cmpuint (listed->len, ==, 0);
  assert_refuses_writes (store);
}

static void
test_missing_apart (void)
{
  g_autoptr (Folder) folder = NULL;
  g_autofree char *inside = NULL;

  become_nobody ();
  folder = make_folder ();
  inside = g_build_filename (folder, "yanfei", NULL);
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);

  assert_empty_log (folder);
  assert_empty_log (inside);
  g_assert_false (g_file_test (inside, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
}

/* -- Disks of one's own --------------------------------------------------- */

static gboolean
write_text (const char *path,
            const char *text)
{
  int fd = g_open (path, O_WRONLY, 0);
  gboolean written;

  if (fd < 0)
    return FALSE;

  written = write (fd, text, strlen (text)) == (gssize) strlen (text);
  close (fd);

  return written;
}

/* Mounts a small disk in memory where only this process sees it. */
static gboolean
mount_disk (const char *folder,
            const char *options)
{
  g_autofree char *uid_map = g_strdup_printf ("0 %d 1", (int) geteuid ());
  g_autofree char *gid_map = g_strdup_printf ("0 %d 1", (int) getegid ());

  if (geteuid () == 0)
    {
      if (unshare (CLONE_NEWNS) != 0)
        return FALSE;
    }
  else if (unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0
           || !write_text ("/proc/self/uid_map", uid_map)
           || !write_text ("/proc/self/setgroups", "deny")
           || !write_text ("/proc/self/gid_map", gid_map))
    {
      return FALSE;
    }

  return mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0
         && mount ("yf-test", folder, "tmpfs", 0, options) == 0;
}

/* Some containers allow nobody to mount anything. */
static gboolean
may_mount (void)
{
  g_autoptr (Folder) folder = make_folder ();
  int status;
  pid_t pid = fork ();

  if (pid == 0)
    _exit (mount_disk (folder, "size=1m") ? 0 : 1);

  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
test_mounted_read_only_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = NULL;
  g_autofree char *inside = g_build_filename (folder, "there", NULL);
  g_autofree char *missing = g_build_filename (folder, "not there", NULL);

  g_assert_true (mount_disk (folder, "size=1m"));

  g_assert_cmpint (g_mkdir (inside, 0700), ==, 0);
  leave_session (inside, 4, FALSE);
  g_assert_cmpint (mount ("yf-test", folder, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);

  store = open_store (inside);
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 1);
  assert_reads (store, 4, YF_RECORD_CUT);
  assert_refuses_writes (store);
  yf_store_close (store);

  assert_empty_log (folder);
  assert_empty_log (missing);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* Writes repetitions until one fails, and says how many were durable. */
static int
fill_up (YfStore     *store,
         const char  *session,
         int          from)
{
  for (int i = from; i < from + 5000; i++)
    {
      const YfRepetition rep = make_rep (i);
      g_autoptr (GError) error = NULL;
      Waiter waiter = { NULL };

      yf_store_add_repetition_async (store, session, &rep, NULL, waiter_cb, &waiter);
      if (!waiter_finish (&waiter, store, &error))
        {
          g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL);
          return i;
        }
    }

  g_assert_not_reached ();
}

/* Everything that was said to be durable is there, in order, and no more. */
static void
assert_whole (YfStore *store,
              int      n_reps)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);
  YfSessionRecord *record;
  YfExerciseRecord *exercise;

  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  record = g_ptr_array_index (sessions, 0);
  exercise = g_ptr_array_index (record->exercises, 0);
  g_assert_cmpuint (exercise->reps->len, ==, n_reps);
  for (int i = 0; i < n_reps; i++)
    g_assert_cmpint (((YfRepetition *) g_ptr_array_index (exercise->reps, i))->ended, ==,
                     make_rep (i).ended);

  g_assert_true (yf_store_check (store, &error));
  g_assert_no_error (error);
}

static void
test_mounted_full_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *ballast = g_build_filename (folder, "ballast", NULL);
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfStore) reopened = NULL;
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  g_autofree char *room = g_malloc0 (1 << 20);
  Waiter waiter = { NULL };
  int n_reps;
  int fd;

  g_assert_true (mount_disk (folder, "size=2m"));

  fd = g_open (ballast, O_CREAT | O_WRONLY, 0600);
  g_assert_cmpint (write (fd, room, 1 << 20), ==, 1 << 20);
  close (fd);

  store = open_store (folder);
  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  n_reps = fill_up (store, record->id, 0);
  g_assert_cmpint (n_reps, >, 0);
  assert_whole (store, n_reps);

  /* Still full: nothing is half written. */
  g_assert_cmpint (fill_up (store, record->id, n_reps), ==, n_reps);

  /* Somebody tidies up. */
  g_assert_cmpint (g_unlink (ballast), ==, 0);
  add_reps (store, record->id, n_reps, n_reps + 20);
  assert_whole (store, n_reps + 20);

  /* A full disk keeps nobody from reading their log. */
  n_reps = fill_up (store, record->id, n_reps + 20);
  yf_store_close (store);
  reopened = open_store (folder);
  assert_whole (reopened, n_reps);
  yf_store_close (reopened);
  g_assert_cmpint (umount2 (folder, MNT_DETACH), ==, 0);
}

/* An import that does not fit is not there at all. */
static void
test_import_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (YfLog) read = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit limit;
  Waiter waiter = { NULL };

  for (int i = 0; i < 2000; i++)
    {
      YfSessionRecord *record = make_session (EVENING + i, 4);

      record->state = YF_RECORD_STOPPED;
      record->ended = EVENING + i;
      g_ptr_array_add (log->sessions, record);
    }

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = 256 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  yf_store_import_async (store, log, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL);
  read = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_true (yf_log_is_empty (read));

  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  yf_store_import_async (store, log, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  g_clear_pointer (&read, yf_log_unref);
  read = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (read->sessions->len, ==, 2000);
  g_assert_true (yf_store_check (store, NULL));
}

/* The same without any rights: no file may grow any more. */
static void
test_limited_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  struct rlimit limit;
  Waiter waiter = { NULL };
  int n_reps;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_reps (store, record->id, 0, 3);

  limit.rlim_cur = 200 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  n_reps = fill_up (store, record->id, 3);
  assert_whole (store, n_reps);

  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  add_reps (store, record->id, n_reps, n_reps + 20);
  assert_whole (store, n_reps + 20);
}

/* No room for even an empty log. */
static void
test_no_room_apart (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autoptr (YfStore) store = NULL;
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = 8 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  assert_open_fails (folder, YF_STORE_ERROR_FULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  limit.rlim_cur = limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  store = open_store (folder);
  g_assert_true (yf_store_check (store, NULL));
}

static void
run_apart_or_skip (void)
{
  if (strstr (g_test_get_path (), "/mounted") != NULL && !may_mount ())
    g_test_skip ("no right to mount a disk");
  else
    run_apart ();
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    GTestFunc   func;
  } tests[] = {
    { "/store/limits/modes", test_modes_apart },
    { "/store/limits/missing", test_missing_apart },
    { "/store/limits/mounted-read-only", test_mounted_read_only_apart },
    { "/store/limits/mounted-full", test_mounted_full_apart },
    { "/store/limits/limited", test_limited_apart },
    { "/store/limits/import", test_import_apart },
    { "/store/limits/no-room", test_no_room_apart },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *apart = g_strconcat (tests[i].path, "/subprocess", NULL);

      g_test_add_func (tests[i].path, run_apart_or_skip);
      g_test_add_func (apart, tests[i].func);
    }

  return g_test_run ();
}
