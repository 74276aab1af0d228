/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

/* What the other tests count on. */
static void
test_fixture (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  YfDay first;
  YfDay last;
  int n_reps = 0;

  g_assert_cmpuint (log->sessions->len, ==, FIXTURE_N_SESSIONS);
  for (guint i = 0; i < log->sessions->len; i++)
    n_reps += yf_session_record_count_reps (g_ptr_array_index (log->sessions, i));
  g_assert_cmpint (n_reps, ==, FIXTURE_N_REPS);

  g_assert_true (yf_log_get_extent (log, &first, &last));
  g_assert_cmpint (first, ==, fixture_get_day ("2026-08-03"));
  g_assert_cmpint (last, ==, fixture_get_day ("2026-09-25"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/json/fixture", test_fixture);

  return g_test_run ();
}
