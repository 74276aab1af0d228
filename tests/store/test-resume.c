/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-fixture.h"

/* Which session may be gone on with, and what becomes of it in the file. */

#define MINUTE (60 * (gint64) YF_SECOND)
#define END (EVENING + 14 * YF_SECOND)

/* A session with two repetitions that ended at END. */
static YfSessionRecord *
leave_session (YfStore       *store,
               gint64         started,
               YfRecordState  state,
               gboolean       hurts)
{
  YfSessionRecord *record = make_session (started, 2);
  const YfStop stop = { .at = EVENING + 13 * YF_SECOND, .phase = YF_SEGMENT_HOLD, .pain = YF_PAIN_UNANSWERED };
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_reps (store, record->id, 0, 2);
  if (hurts)
    {
      yf_store_add_stop_async (store, record->id, &stop, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  if (state == YF_RECORD_CUT)
    {
      yf_store_close (store);
      g_assert_true (yf_store_open (store, NULL));
    }
  else if (state != YF_RECORD_RUNNING)
    {
      yf_store_end_session_async (store, record->id, END, state, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  return record;
}

static gboolean
resume (YfStore     *store,
        const char  *session,
        gint64       at,
        GError     **error)
{
  Waiter waiter = { NULL };

  yf_store_resume_session_async (store, session, at, NULL, waiter_cb, &waiter);

  return waiter_finish (&waiter, store, error);
}

/* What is found, and what is refused for the same reason when it is asked for by
 * its name. */
static void
assert_resumable (YfStore    *store,
                  const char *id,
                  gint64      now,
                  gboolean    resumable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfSessionRecord) found = yf_store_dup_resumable (store, now, &error);

  g_assert_no_error (error);
  if (resumable)
    {
      g_assert_nonnull (found);
      g_assert_cmpstr (found->id, ==, id);
      return;
    }

  g_assert_true (found == NULL || g_strcmp0 (found->id, id) != 0);
  {
    g_autoptr (YfLog) before = read_log (store);
    g_autoptr (YfLog) after = NULL;

    g_assert_false (resume (store, id, now, &error));
    g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
    after = read_log (store);
    assert_same_log (before, after);
  }
}

static void
test_which (void)
{
  static const struct
  {
    YfRecordState state;
    gboolean      hurts;
    gint64        later;
    gboolean      resumable;
  } cases[] = {
    { YF_RECORD_CUT, FALSE, 0, TRUE },
    { YF_RECORD_CUT, FALSE, 60 * MINUTE, TRUE },
    { YF_RECORD_CUT, FALSE, 60 * MINUTE + 1, FALSE },
    { YF_RECORD_CUT, FALSE, -MINUTE, TRUE },
    { YF_RECORD_CUT, FALSE, -60 * MINUTE - 1, FALSE },
    { YF_RECORD_STOPPED, FALSE, 5 * MINUTE, TRUE },
    { YF_RECORD_STOPPED, FALSE, 61 * MINUTE, FALSE },
    { YF_RECORD_STOPPED, TRUE, MINUTE, FALSE },
    { YF_RECORD_CUT, TRUE, MINUTE, FALSE },
    { YF_RECORD_COMPLETED, FALSE, MINUTE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (YfSessionRecord) record = NULL;

      g_assert_null (yf_store_dup_resumable (store, EVENING, NULL));
      record = leave_session (store, EVENING, cases[i].state, cases[i].hurts);
      assert_resumable (store, record->id, END + cases[i].later, cases[i].resumable);
    }
}

/* One that was changed or taken out, or typed in, or has a later one after it, is
 * over. */
static void
test_over (void)
{
  for (int what = 0; what < 4; what++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (YfSessionRecord) record = leave_session (store, EVENING, YF_RECORD_STOPPED, FALSE);
      g_autoptr (YfSessionRecord) other = make_session (EVENING + 1, 1);
      Waiter waiter = { NULL };

      other->state = YF_RECORD_STOPPED;
      other->ended = END;
      assert_resumable (store, record->id, END, TRUE);
      if (what == 0)
        {
          yf_store_edit_async (store, YF_ENTRY_SESSION, record->id, NULL, END, NULL, waiter_cb, &waiter);
          waiter_assert (&waiter, store);
        }
      else if (what < 3)
        {
          if (what == 2)
            other->origin = YF_ORIGIN_ENTERED;
          yf_store_edit_async (store, YF_ENTRY_SESSION, what == 1 ? record->id : NULL, other, END, NULL,
                               waiter_cb, &waiter);
          waiter_assert (&waiter, store);
          assert_resumable (store, other->id, END, FALSE);
        }
      else
        {
          g_autoptr (YfSessionRecord) later = leave_session (store, EVENING + 1, YF_RECORD_COMPLETED, FALSE);

          assert_resumable (store, later->id, END, FALSE);
        }

      assert_resumable (store, record->id, END, FALSE);
    }
}

static YfSessionRecord *
read_only_session (YfStore *store)
{
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);

  g_assert_cmpuint (sessions->len, ==, 1);

  return yf_session_record_ref (g_ptr_array_index (sessions, 0));
}

/* What is in the file, from being left to being done. */
static void
test_reopened (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) other = NULL;
  g_autoptr (YfSessionRecord) left = make_session (EVENING, 2);
  g_autoptr (YfSessionRecord) running = NULL;
  g_autoptr (YfSessionRecord) cut = NULL;
  g_autoptr (YfSessionRecord) done = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, left, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_reps (store, left->id, 0, 10);
  yf_store_end_exercise_async (store, left->id, 0, YF_RECORD_COMPLETED, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_end_session_async (store, left->id, EVENING + 80 * YF_SECOND, YF_RECORD_STOPPED, NULL, waiter_cb,
                              &waiter);
  waiter_assert (&waiter, store);

  g_assert_true (resume (store, left->id, EVENING + 10 * MINUTE, &error));
  g_assert_no_error (error);
  yf_store_start_session_async (store, left->id, EVENING + 11 * MINUTE, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  running = read_only_session (store);
  g_assert_cmpint (running->state, ==, YF_RECORD_RUNNING);
  g_assert_cmpint (running->started, ==, EVENING);
  g_assert_cmpint (running->ended, ==, 0);
  g_assert_cmpint (((YfExerciseRecord *) g_ptr_array_index (running->exercises, 0))->state, ==,
                   YF_RECORD_COMPLETED);
  g_assert_cmpint (((YfExerciseRecord *) g_ptr_array_index (running->exercises, 1))->state, ==, YF_RECORD_RUNNING);
  g_assert_cmpuint (running->breaks->len, ==, 1);
  g_assert_cmpint (((YfBreak *) g_ptr_array_index (running->breaks, 0))->from, ==, EVENING + 80 * YF_SECOND);
  g_assert_cmpint (((YfBreak *) g_ptr_array_index (running->breaks, 0))->to, ==, EVENING + 11 * MINUTE);

  /* It is this store's now, and nobody can go on with what is under way. */
  other = open_store (folder);
  g_assert_false (resume (other, left->id, EVENING + 12 * MINUTE, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);
  g_clear_error (&error);
  yf_store_close (other);

  /* Cut before anything was done: that somebody came back is the last thing known. */
  yf_store_close (store);
  g_assert_true (yf_store_open (store, NULL));
  cut = read_only_session (store);
  g_assert_cmpint (cut->state, ==, YF_RECORD_CUT);
  g_assert_cmpint (cut->ended, ==, EVENING + 11 * MINUTE);
  g_assert_cmpint (yf_session_record_get_length (cut), ==, 80 * YF_SECOND);

  g_assert_true (resume (store, left->id, EVENING + 20 * MINUTE, &error));
  g_assert_no_error (error);
  yf_store_end_session_async (store, left->id, EVENING + 21 * MINUTE, YF_RECORD_COMPLETED, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  done = read_only_session (store);
  g_assert_cmpint (done->state, ==, YF_RECORD_COMPLETED);
  g_assert_cmpuint (done->breaks->len, ==, 2);
  g_assert_cmpint (yf_session_record_get_length (done), ==, 80 * YF_SECOND + MINUTE);
  assert_resumable (store, left->id, EVENING + 21 * MINUTE, FALSE);
  g_assert_true (yf_store_check (store, &error));
  g_assert_no_error (error);
}

/* Breaks and changes go with a session wherever it goes. */
static void
test_elsewhere (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) elsewhere = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) other = open_store (elsewhere);
  g_autoptr (YfSessionRecord) record = leave_session (store, EVENING, YF_RECORD_STOPPED, FALSE);
  const YfAdjustment adjustment = { END + MINUTE, 1, { 1, 2, 0 }, { 125, 0, 90 * YF_SECOND } };
  const YfAfter after = { END, 1, 1, 1, (char *) "mine" };
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) anonymous = NULL;
  g_autoptr (YfLog) copied = NULL;
  YfImportCounts counts;
  Waiter waiter = { NULL };

  g_assert_true (resume (store, record->id, END + MINUTE, NULL));
  yf_store_adjust_session_async (store, record->id, &adjustment, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_end_session_async (store, record->id, END + 2 * MINUTE, YF_RECORD_STOPPED, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_adjust_session_async (store, record->id, &adjustment, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, NULL));
  yf_store_set_after_async (store, record->id, &after, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  log = read_log (store);
  import_log (other, log, &counts);
  copied = read_log (other);
  assert_same_log (log, copied);

  anonymous = yf_log_anonymise (log);
  {
    YfSessionRecord *session = g_ptr_array_index (anonymous->sessions, 0);

    g_assert_null (session->after->note);
    g_assert_cmpuint (session->breaks->len, ==, 1);
    g_assert_cmpuint (session->adjustments->len, ==, 1);
    g_assert_cmpint (yf_session_record_get_length (session), ==, END - EVENING + MINUTE);
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/resume/which", test_which);
  g_test_add_func ("/store/resume/over", test_over);
  g_test_add_func ("/store/resume/reopened", test_reopened);
  g_test_add_func ("/store/resume/elsewhere", test_elsewhere);

  return g_test_run ();
}
