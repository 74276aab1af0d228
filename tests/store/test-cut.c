/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

/* Processes that die in the middle of a session, and processes that share a
 * log. */

#define N_ROUNDS 40

typedef struct
{
  GSubprocess      *process;
  GDataInputStream *output;
  int               n_stored; /* what it has said so far */
} Victim;

static void
victim_start (Victim     *self,
              const char *folder,
              const char *mode)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "victim", NULL);
  g_autoptr (GError) error = NULL;

  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDIN_PIPE,
                                    &error, path, folder, mode, NULL);
  g_assert_no_error (error);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  self->n_stored = -1;
}

/* Reads one line, and says whether there was one. */
static gboolean
victim_listen (Victim *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  line = g_data_input_stream_read_line (self->output, NULL, NULL, &error);
  g_assert_no_error (error);
  if (line == NULL)
    return FALSE;

  if (g_str_has_prefix (line, "stored "))
    self->n_stored = atoi (line + strlen ("stored "));
  else if (g_str_equal (line, "begun 0"))
    self->n_stored = 0;
  else
    g_assert_true (g_str_has_prefix (line, "open "));

  return TRUE;
}

static void
victim_kill (Victim *self)
{
  g_subprocess_send_signal (self->process, SIGKILL);
  g_assert_true (g_subprocess_wait (self->process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (self->process));
  g_assert_cmpint (g_subprocess_get_term_sig (self->process), ==, SIGKILL);

  while (victim_listen (self))
    continue;
}

static void
victim_clear (Victim *self)
{
  g_clear_object (&self->output);
  g_clear_object (&self->process);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Victim, victim_clear)

/* At least what the process was told to be durable, and at most one more: the
 * one it was not told of any more. */
static int
assert_cut (YfSessionRecord *record,
            int              n_stored)
{
  YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, 0);
  int n_reps = (int) exercise->reps->len;

  g_assert_cmpint (n_reps, >=, n_stored);
  g_assert_cmpint (n_reps, <=, n_stored + 1);
  g_assert_cmpint (record->state, ==, YF_RECORD_CUT);
  g_assert_cmpint (record->ended, ==, n_reps == 0 ? EVENING : make_rep (n_reps - 1).ended);
  for (guint i = 0; i < record->exercises->len; i++)
    g_assert_cmpint (((YfExerciseRecord *) g_ptr_array_index (record->exercises, i))->state, ==,
                     YF_RECORD_CUT);

  for (int i = 0; i < n_reps; i++)
    {
      const YfRepetition wanted = make_rep (i);
      const YfRepetition *rep = g_ptr_array_index (exercise->reps, i);

      g_assert_cmpint (rep->set, ==, wanted.set);
      g_assert_cmpint (rep->rep, ==, wanted.rep);
      g_assert_cmpint (rep->ended, ==, wanted.ended);
    }

  return n_reps;
}

static YfSessionRecord *
read_last (YfStore *store,
           guint    n_sessions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, n_sessions);

  return yf_session_record_ref (g_ptr_array_index (sessions, n_sessions - 1));
}

/* One log, killed upon again and again. The kill comes as soon as some line
 * has been read, while the victim is wherever it is in its next commit. */
static void
test_kill (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (GArray) n_reps = g_array_new (FALSE, FALSE, sizeof (int));
  int n_unsaid = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_auto (Victim) victim = { NULL };
      g_autoptr (YfStore) store = NULL;
      g_autoptr (GPtrArray) sessions = NULL;
      g_autoptr (GError) error = NULL;
      int n_lines = g_test_rand_int_range (1, 25);
      int n;

      victim_start (&victim, folder, NULL);
      while (n_lines-- > 0)
        g_assert_true (victim_listen (&victim));
      victim_kill (&victim);

      store = open_store (folder);
      g_assert_cmpuint (yf_store_get_n_cut (store), ==, 1);
      sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
      g_assert_cmpuint (sessions->len, ==, i + 1);
      n = assert_cut (g_ptr_array_index (sessions, i), victim.n_stored);
      n_unsaid += n - victim.n_stored;
      g_array_append_val (n_reps, n);

      /* And what was there before is there still. */
      for (guint j = 0; j < i; j++)
        assert_cut (g_ptr_array_index (sessions, j), g_array_index (n_reps, int, j));

      g_assert_true (yf_store_check (store, &error));
      g_assert_no_error (error);
    }

  g_test_message ("%d of %d were durable before they were said to be", n_unsaid, N_ROUNDS);
}

/* One session, killed and gone on with again and again: every repetition once,
 * in order, and no time counted but that in which something was done. */
static void
test_kill_and_resume (void)
{
  g_autoptr (Folder) folder = make_folder ();
  int n_reps = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_auto (Victim) victim = { NULL };
      g_autoptr (YfStore) store = NULL;
      g_autoptr (YfSessionRecord) record = NULL;
      const YfExerciseRecord *exercise;
      g_autoptr (GError) error = NULL;
      int n_lines = g_test_rand_int_range (1, 12);

      victim_start (&victim, folder, "resume");
      while (n_lines-- > 0)
        g_assert_true (victim_listen (&victim));
      g_assert_cmpint (victim.n_stored, >=, n_reps);
      victim_kill (&victim);

      store = open_store (folder);
      g_assert_cmpuint (yf_store_get_n_cut (store), ==, 1);
      record = read_last (store, 1);
      exercise = g_ptr_array_index (record->exercises, 0);
      n_reps = (int) exercise->reps->len;
      g_assert_cmpint (n_reps, >=, victim.n_stored);
      g_assert_cmpint (n_reps, <=, victim.n_stored + 1);
      g_assert_cmpint (record->state, ==, YF_RECORD_CUT);
      g_assert_cmpint (exercise->state, ==, YF_RECORD_CUT);
      g_assert_cmpuint (record->breaks->len, ==, i);
      g_assert_cmpint (yf_session_record_get_length (record), ==, n_reps * 7 * (gint64) YF_SECOND);

      for (int j = 0; j < n_reps; j++)
        {
          const YfRepetition wanted = make_rep (j);
          const YfRepetition *rep = g_ptr_array_index (exercise->reps, j);

          g_assert_cmpint (rep->set, ==, wanted.set);
          g_assert_cmpint (rep->rep, ==, wanted.rep);
        }

      g_assert_true (yf_store_check (store, &error));
      g_assert_no_error (error);
    }

  g_test_message ("%d repetitions in %d lives", n_reps, N_ROUNDS);
}

static void
copy_file (const char *from,
           const char *to,
           const char *name)
{
  g_autofree char *source = g_build_filename (from, name, NULL);
  g_autofree char *target = g_build_filename (to, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (source, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

/* A power cut leaves the files as they are in the middle of a write, and no
 * index: here the process is held still while they are copied. */
static void
test_power_cut (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_auto (Victim) victim = { NULL };

  victim_start (&victim, folder, NULL);
  for (int i = 0; i < 10; i++)
    {
      g_autoptr (Folder) copy = make_folder ();
      g_autoptr (YfStore) store = NULL;
      g_autoptr (YfSessionRecord) record = NULL;
      int n_lines = g_test_rand_int_range (1, 12);
      int status;

      while (n_lines-- > 0)
        g_assert_true (victim_listen (&victim));

      g_subprocess_send_signal (victim.process, SIGSTOP);
      g_assert_cmpint (waitpid (atoi (g_subprocess_get_identifier (victim.process)), &status,
                                WUNTRACED), >, 0);
      g_assert_true (WIFSTOPPED (status));
      copy_file (folder, copy, "yanfei.db");
      copy_file (folder, copy, "yanfei.db-wal");
      g_subprocess_send_signal (victim.process, SIGCONT);

      store = open_store (copy);
      record = read_last (store, 1);
      g_assert_cmpint (record->state, ==, YF_RECORD_CUT);
      g_assert_cmpint (yf_session_record_count_reps (record), >=, victim.n_stored);
      g_assert_true (yf_store_check (store, NULL));
    }

  victim_kill (&victim);
}

/* One session at a time, and nobody calls a living one dead. */
static void
test_two_processes (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_auto (Victim) victim = { NULL };
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfStore) later = NULL;
  g_autoptr (YfSessionRecord) mine = make_session (EVENING + 1, 1);
  g_autoptr (YfSessionRecord) seen = NULL;
  g_autoptr (YfSessionRecord) dead = NULL;
  g_autoptr (YfSessionRecord) dead_in_the_file = NULL;
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  victim_start (&victim, folder, NULL);
  for (int i = 0; i < 5; i++)
    g_assert_true (victim_listen (&victim));

  store = open_store (folder);
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 0);
  seen = read_last (store, 1);
  g_assert_cmpint (seen->state, ==, YF_RECORD_RUNNING);
  g_assert_cmpint (seen->ended, ==, 0);

  yf_store_begin_session_async (store, mine, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);

  /* Everything else may be written meanwhile. */
  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  victim_kill (&victim);

  /* The store that was open all the time sees it for what it is, */
  dead = read_last (store, 1);
  assert_cut (dead, victim.n_stored);

  /* and writes it down when the next session begins. */
  yf_store_begin_session_async (store, mine, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  later = open_store (folder);
  g_assert_cmpuint (yf_store_get_n_cut (later), ==, 0);
  sessions = yf_store_dup_sessions (later, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (sessions->len, ==, 2);
  assert_cut (g_ptr_array_index (sessions, 0), victim.n_stored);
  g_assert_cmpint (((YfSessionRecord *) g_ptr_array_index (sessions, 1))->state, ==,
                   YF_RECORD_RUNNING);

  /* Two stores of one process keep out of each other's way like two processes,
   * and one that closes takes nothing from the other. */
  g_clear_error (&error);
  yf_store_begin_session_async (later, mine, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, later, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);
  yf_store_close (later);
  add_reps (store, mine->id, 0, 3);
  yf_store_end_session_async (store, mine->id, EVENING + 100, YF_RECORD_COMPLETED, NULL,
                              waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

/* A session nobody ended is cut by the next one of the same store, and its
 * process is free to begin it. */
static void
test_given_up (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) first = make_session (EVENING, 1);
  g_autoptr (YfSessionRecord) second = make_session (EVENING + 1, 1);
  g_autoptr (GPtrArray) sessions = NULL;
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, first, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_reps (store, first->id, 0, 2);
  yf_store_begin_session_async (store, second, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (sessions->len, ==, 2);
  g_assert_cmpint (((YfSessionRecord *) g_ptr_array_index (sessions, 0))->state, ==,
                   YF_RECORD_CUT);
  g_assert_cmpint (((YfSessionRecord *) g_ptr_array_index (sessions, 1))->state, ==,
                   YF_RECORD_RUNNING);
}

/* Four processes started at once on nothing at all agree on one log. */
static void
test_first_start (void)
{
  for (int round = 0; round < 5; round++)
    {
      g_autoptr (Folder) folder = make_folder ();
      Victim victims[4] = { { NULL } };
      g_autoptr (YfStore) store = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
        victim_start (&victims[i], folder, "open");
      for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
        g_assert_true (victim_listen (&victims[i]));

      store = open_store (folder);
      g_assert_true (yf_store_check (store, NULL));
      yf_store_close (store);

      for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
        {
          g_output_stream_close (g_subprocess_get_stdin_pipe (victims[i].process), NULL, NULL);
          g_assert_true (g_subprocess_wait_check (victims[i].process, NULL, NULL));
          victim_clear (&victims[i]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/cut/kill", test_kill);
  g_test_add_func ("/store/cut/kill-and-resume", test_kill_and_resume);
  g_test_add_func ("/store/cut/power-cut", test_power_cut);
  g_test_add_func ("/store/cut/two-processes", test_two_processes);
  g_test_add_func ("/store/cut/given-up", test_given_up);
  g_test_add_func ("/store/cut/first-start", test_first_start);

  return g_test_run ();
}
