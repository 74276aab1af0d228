/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <stdio.h>

/*
 * victim FOLDER [open|resume]
 *
 * Begins a session and writes repetitions until it is killed, and prints
 * "begun" and "stored N" as soon as that is durable. With "open" it only opens
 * the log, prints "open N", N being the sessions it found cut, and waits for
 * the end of its input. With "resume" it goes on with the session that was cut,
 * if there is one, ten seconds after the last that is known of it, and prints
 * "stored N", N being the repetitions it has, when it goes on.
 */

static void
say (const char *text,
     int         number)
{
  printf ("%s %d\n", text, number);
  fflush (stdout);
}

static void
add_rep (YfStore    *store,
         const char *session,
         int         number,
         gint64      shift)
{
  YfRepetition rep = make_rep (number);
  Waiter waiter = { NULL };

  rep.started += shift;
  rep.ended += shift;
  yf_store_add_repetition_async (store, session, &rep, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  say ("stored", number + 1);
}

static void
resume (YfStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_autoptr (YfSessionRecord) record = NULL;
  Waiter waiter = { NULL };
  gint64 shift = 0;
  int n_reps = 0;

  g_assert_no_error (error);
  if (sessions->len == 0)
    {
      record = make_session (EVENING, 2);
      yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      say ("begun", 0);
    }
  else
    {
      const YfSessionRecord *last = g_ptr_array_index (sessions, 0);
      gint64 now = last->ended + 10 * YF_SECOND;

      record = yf_store_dup_resumable (store, now, &error);
      g_assert_no_error (error);
      g_assert_nonnull (record);
      n_reps = yf_session_record_count_reps (record);
      shift = now - make_rep (n_reps).started;
      yf_store_resume_session_async (store, record->id, now, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      say ("stored", n_reps);
    }

  while (TRUE)
    add_rep (store, record->id, n_reps++, shift);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfSessionRecord) record = NULL;
  Waiter waiter = { NULL };

  g_assert_cmpint (argc, >=, 2);
  store = open_store (argv[1]);

  if (argc > 2 && g_str_equal (argv[2], "resume"))
    {
      resume (store);
    }
  else if (argc > 2)
    {
      say ("open", (int) yf_store_get_n_cut (store));
      while (getchar () != EOF)
        continue;
      return 0;
    }

  record = make_session (EVENING, 2);
  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  say ("begun", 0);

  for (int i = 0; i < G_MAXINT; i++)
    {
      add_reps (store, record->id, i, i + 1);
      say ("stored", i + 1);
    }

  return 0;
}
