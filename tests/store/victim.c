/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <stdio.h>

/*
 * victim FOLDER [open]
 *
 * Begins a session and writes repetitions until it is killed, and prints
 * "begun" and "stored N" as soon as that is durable. With "open" it only opens
 * the log, prints "open N", N being the sessions it found cut, and waits for
 * the end of its input.
 */

static void
say (const char *text,
     int         number)
{
  printf ("%s %d\n", text, number);
  fflush (stdout);
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

  if (argc > 2)
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
