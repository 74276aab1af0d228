/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-fixture.h"

#include <string.h>

/* What is asked after a session and beside it, and reading all of it at once. */

#define HOUR (3600 * (gint64) YF_SECOND)
#define DAY (24 * HOUR)

/* Five years of training. */
#define N_SESSIONS 1300
#define REPS_A_SESSION 46

static char *
describe_only_session (YfStore *store)
{
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);

  g_assert_cmpuint (sessions->len, ==, 1);

  return describe_answers (g_ptr_array_index (sessions, 0));
}

static void
assert_fails (Waiter     *waiter,
              YfStore    *store,
              const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (waiter_finish (waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, reason));
}

static void
test_answers (void)
{
  static const struct
  {
    YfAfter     after;
    const char *wanted;
  } afters[] = {
    { { 1000, YF_PAIN_UNANSWERED, YF_PAIN_UNANSWERED, YF_EFFORT_UNANSWERED, NULL },
      "after at 1000 back -1 leg -1 effort -1 note -\n" },
    { { 2000, 0, 10, 0, (char *) "累" }, "after at 2000 back 0 leg 10 effort 0 note 累\n" },
    { { 1500, 10, 0, 10, (char *) "" }, "after at 1500 back 10 leg 0 effort 10 note -\n" },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree char *both = NULL;
  g_autofree char *kept = NULL;
  const char *id;
  YfAfter wrong = { 1000, 11, 0, 0, NULL };
  Waiter waiter = { NULL };

  fill_log (folder, 3);
  store = open_store (folder);
  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  id = ((YfSessionRecord *) g_ptr_array_index (sessions, 0))->id;

  for (guint i = 0; i < G_N_ELEMENTS (afters); i++)
    {
      g_autofree char *got = NULL;

      yf_store_set_after_async (store, id, &afters[i].after, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      got = describe_only_session (store);
      g_assert_cmpstr (got, ==, afters[i].wanted);
    }

  for (YfMorning morning = YF_MORNING_BETTER; morning <= YF_MORNING_WORSE; morning++)
    {
      yf_store_set_morning_async (store, id, morning, 3000 + morning, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
  both = describe_only_session (store);
  g_assert_cmpstr (both, ==, "after at 1500 back 10 leg 0 effort 10 note -\n"
                             "morning worse at 3003\n");

  yf_store_set_after_async (store, id, &wrong, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, "yanfei.db");
  kept = describe_only_session (store);
  g_assert_cmpstr (kept, ==, both);

  yf_store_set_after_async (store, "nowhere", &afters[0].after, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, "nowhere");
  yf_store_set_morning_async (store, "nowhere", YF_MORNING_SAME, 1, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, "nowhere");

  /* What was taken out is kept as it was. */
  yf_store_edit_async (store, YF_ENTRY_SESSION, id, NULL, EVENING, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_set_after_async (store, id, &afters[0].after, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, id);
  yf_store_set_morning_async (store, id, YF_MORNING_SAME, 1, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, id);
}

/* Who answers at once, while the end is still being written down, is heard. */
static void
test_answers_early (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  const YfAfter after = { EVENING + 1, 3, 3, 3, NULL };
  g_autofree char *got = NULL;
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_set_after_async (store, record->id, &after, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_end_session_async (store, record->id, EVENING + 2, YF_RECORD_STOPPED, NULL, waiter_cb,
                              &waiter);
  waiter_assert (&waiter, store);
  got = describe_only_session (store);
  g_assert_cmpstr (got, ==, "after at 1795172400000001 back 3 leg 3 effort 3 note -\n");
}

static void
test_functions (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfFunctionActivity) sixth = yf_function_activity_new ("Six", EVENING + 6);
  g_autoptr (YfFunctionRating) empty = yf_function_rating_new (EVENING);
  g_autoptr (YfFunctionRating) unknown = yf_function_rating_new (EVENING);
  g_autoptr (YfLog) full = NULL;
  g_autoptr (YfLog) log = NULL;
  const YfFunctionActivity *first;
  Waiter waiter = { NULL };

  for (int i = 0; i < YF_FUNCTION_MAX_ACTIVITIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Number %d", i);
      g_autoptr (YfFunctionActivity) activity = yf_function_activity_new (name, EVENING + i);

      yf_store_add_function_async (store, activity, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
  yf_store_add_function_async (store, sixth, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, "5");
  full = read_log (store);
  g_assert_cmpuint (full->functions->len, ==, YF_FUNCTION_MAX_ACTIVITIES);

  first = g_ptr_array_index (full->functions, 0);
  yf_store_retire_function_async (store, first->id, EVENING + 9, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_retire_function_async (store, first->id, EVENING + 10, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, first->id);
  yf_store_add_function_async (store, sixth, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  log = read_log (store);
  g_assert_cmpuint (log->functions->len, ==, YF_FUNCTION_MAX_ACTIVITIES + 1);
  g_assert_cmpint (((YfFunctionActivity *) g_ptr_array_index (log->functions, 0))->retired, ==,
                   EVENING + 9);

  yf_store_add_rating_async (store, empty, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, "score");
  yf_function_rating_add_score (unknown, sixth->id, 3);
  yf_function_rating_add_score (unknown, "nowhere", 3);
  yf_store_add_rating_async (store, unknown, NULL, waiter_cb, &waiter);
  assert_fails (&waiter, store, "nowhere");
  g_clear_pointer (&log, yf_log_unref);
  log = read_log (store);
  g_assert_cmpuint (log->ratings->len, ==, 0);
}

/* A rating belongs to the day it was given where the person was, a score from
 * the clinic to the day it was filled in; both ends are included. */
static void
test_ranges (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfFunctionActivity) activity = yf_function_activity_new ("Sit", EVENING);
  const YfDay today = yf_day_from_real (EVENING);
  Waiter waiter = { NULL };

  yf_store_add_function_async (store, activity, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (YfFunctionRating) rating = yf_function_rating_new (EVENING + i * DAY);
      g_autoptr (YfClinicScore) score = NULL;

      score = yf_clinic_score_new (YF_CLINIC_ODI, today + i, 10 * i, EVENING + 9 * DAY);
      yf_function_rating_add_score (rating, activity->id, i);
      yf_store_add_rating_async (store, rating, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      yf_store_add_score_async (store, score, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  for (int from = -1; from < 4; from++)
    for (int to = -1; to < 4; to++)
      {
        YfDay first = from < 0 ? YF_DAY_NONE : today + from;
        YfDay last = to < 0 ? YF_DAY_NONE : today + to;
        int wanted = MAX (0, (to < 0 ? 2 : MIN (to, 2)) - MAX (from, 0) + 1);
        g_autoptr (YfLog) log = yf_store_dup_log (store, first, last, NULL);

        g_assert_cmpint (log->from, ==, first);
        g_assert_cmpint (log->to, ==, last);
        g_assert_cmpuint (log->ratings->len, ==, wanted);
        g_assert_cmpuint (log->scores->len, ==, wanted);
        g_assert_cmpuint (log->functions->len, ==, 1);
        if (wanted > 0)
          g_assert_cmpint (((YfClinicScore *) g_ptr_array_index (log->scores, 0))->total, ==,
                           10 * MAX (from, 0));
      }
}

/* A log made smaller is the log that is read of the same days. */
static void
test_restrict (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) all = NULL;
  YfDay first;
  YfDay last;
  guint n_empty = 0;

  fill_every_table (store);
  all = read_log (store);
  g_assert_true (yf_log_get_extent (all, &first, &last));

  for (YfDay from = first - 2; from <= last + 1; from++)
    for (YfDay to = from - 1; to <= MIN (from + 3, last + 1); to++)
      {
        YfDay begin = from == first - 2 ? YF_DAY_NONE : from;
        YfDay end = to == from - 1 ? YF_DAY_NONE : to;
        g_autoptr (YfLog) read = yf_store_dup_log (store, begin, end, NULL);
        g_autoptr (YfLog) made = yf_log_restrict (all, begin, end);

        assert_same_log (made, read);
        n_empty += yf_log_is_empty (made);
      }
  g_assert_cmpuint (n_empty, >, 0);
}

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  YfLog **log = user_data;
  g_autoptr (GError) error = NULL;

  *log = yf_store_load_log_finish (YF_STORE (object), result, &error);
  g_assert_no_error (error);
}

static YfLog *
load_log (YfStore *store)
{
  YfLog *log = NULL;

  yf_store_load_log_async (store, YF_DAY_NONE, YF_DAY_NONE, NULL, loaded_cb, &log);
  while (log == NULL)
    g_main_context_iteration (NULL, TRUE);

  return log;
}

static void
test_load (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) empty = load_log (store);
  g_autoptr (YfLog) loaded = NULL;
  g_autoptr (YfLog) log = NULL;

  g_assert_true (yf_log_is_empty (empty));
  g_assert_null (empty->profile);

  fill_every_table (store);
  loaded = load_log (store);
  log = read_log (store);
  assert_same_log (loaded, log);
  g_assert_false (yf_log_is_empty (log));
}

/* What was asked for before the log was closed is read, and before anything else is
 * done to its folder. */
static void
test_load_closing (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = NULL;
  YfLog *loaded[3] = { NULL };

  fill_every_table (store);
  log = read_log (store);
  for (gsize i = 0; i < G_N_ELEMENTS (loaded); i++)
    yf_store_load_log_async (store, YF_DAY_NONE, YF_DAY_NONE, NULL, loaded_cb, &loaded[i]);
  yf_store_close (store);
  g_assert_true (yf_store_erase (folder, NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (loaded); i++)
    {
      while (loaded[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      assert_same_log (loaded[i], log);
      yf_log_unref (loaded[i]);
    }
}

static void
failed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GError **error = user_data;

  g_assert_null (yf_store_load_log_finish (YF_STORE (object), result, error));
}

static void
test_closed (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = yf_store_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) loading_error = NULL;

  g_assert_null (yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  yf_store_load_log_async (store, YF_DAY_NONE, YF_DAY_NONE, NULL, failed_cb, &loading_error);
  while (loading_error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (loading_error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
}

/* How long five years take: a figure to look at, for no machine is like
 * another. */
static void
test_five_years (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) made = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (YfLog) log = NULL;
  gint64 before;
  int n_reps = 0;

  for (int i = 0; i < N_SESSIONS; i++)
    g_ptr_array_add (made->sessions, make_whole_session (EVENING + i * DAY, REPS_A_SESSION / 2));

  before = g_get_monotonic_time ();
  import_log (store, made, NULL);
  g_test_message ("Importing %d sessions took %.0f ms", N_SESSIONS,
                  (g_get_monotonic_time () - before) / 1000.0);

  before = g_get_monotonic_time ();
  log = read_log (store);
  g_test_message ("Reading %d sessions took %.0f ms", N_SESSIONS,
                  (g_get_monotonic_time () - before) / 1000.0);

  g_assert_cmpuint (log->sessions->len, ==, N_SESSIONS);
  for (guint i = 0; i < log->sessions->len; i++)
    n_reps += yf_session_record_count_reps (g_ptr_array_index (log->sessions, i));
  g_assert_cmpint (n_reps, ==, N_SESSIONS * REPS_A_SESSION);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/log/answers", test_answers);
  g_test_add_func ("/store/log/answers-early", test_answers_early);
  g_test_add_func ("/store/log/functions", test_functions);
  g_test_add_func ("/store/log/ranges", test_ranges);
  g_test_add_func ("/store/log/restrict", test_restrict);
  g_test_add_func ("/store/log/load", test_load);
  g_test_add_func ("/store/log/load-closing", test_load_closing);
  g_test_add_func ("/store/log/closed", test_closed);
  g_test_add_func ("/store/log/five-years", test_five_years);

  return g_test_run ();
}
