/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-fixture.h"

#include <string.h>

/* Changes to the log: the old entry stays and counts no more, and nothing that
 * keeps a person safe is lost by it. */

#define HOUR (3600 * (gint64) YF_SECOND)
#define DAY (24 * HOUR)

static void
edit (YfStore       *store,
      YfEntryKind    kind,
      const char    *old,
      gconstpointer  entry)
{
  Waiter waiter = { NULL };

  yf_store_edit_async (store, kind, old, entry, EVENING + HOUR, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

static void
assert_edit_fails (YfStore       *store,
                   YfEntryKind    kind,
                   const char    *old,
                   gconstpointer  entry,
                   const char    *reason)
{
  g_autoptr (YfLog) before = read_log (store);
  g_autoptr (YfLog) after = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  yf_store_edit_async (store, kind, old, entry, EVENING + HOUR, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, reason));

  after = read_log (store);
  assert_same_log (before, after);
}

/* A session that was counted while it was done. */
static YfSessionRecord *
record_session (YfStore    *store,
                gint64      started,
                const char *flag,
                int         days)
{
  YfSessionRecord *record = make_session (started, 1);
  const YfRepetition rep = make_rep (0);
  const YfStop stop = { .at = started + 1, .phase = YF_SEGMENT_HOLD, .pain = 5 };
  Waiter waiter = { NULL };

  record->check_in = yf_check_in_new ();
  if (flag != NULL)
    yf_check_in_set_flag (record->check_in, flag, TRUE, days);
  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_repetition_async (store, record->id, &rep, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_stop_async (store, record->id, &stop, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_end_session_async (store, record->id, started + HOUR, YF_RECORD_STOPPED, NULL,
                              waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  return record;
}

static YfSessionRecord *
make_ended (gint64      started,
            const char *flag,
            int         days)
{
  YfSessionRecord *record = make_session (started, 1);

  record->state = YF_RECORD_COMPLETED;
  record->origin = YF_ORIGIN_ENTERED;
  record->ended = started;
  record->check_in = yf_check_in_new ();
  record->check_in_at = started;
  if (flag != NULL)
    yf_check_in_set_flag (record->check_in, flag, TRUE, days);
  ((YfExerciseRecord *) g_ptr_array_index (record->exercises, 0))->state = YF_RECORD_COMPLETED;

  return record;
}

static void
test_session (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) first = record_session (store, EVENING, "radiating", 2);
  g_autoptr (YfSessionRecord) second = make_ended (EVENING - DAY, "radiating", 3);
  g_autoptr (YfSessionRecord) added = make_ended (EVENING - 2 * DAY, NULL, 0);
  g_autoptr (GPtrArray) counting = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  YfSessionRecord *record;
  const YfEdit *change;

  edit (store, YF_ENTRY_SESSION, first->id, second);
  edit (store, YF_ENTRY_SESSION, NULL, added);

  counting = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (counting->len, ==, 2);
  record = g_ptr_array_index (counting, 1);
  wanted = describe_session (second);
  got = describe_session (record);
  g_assert_cmpstr (got, ==, wanted);
  g_assert_cmpint (record->origin, ==, YF_ORIGIN_ENTERED);
  g_assert_cmpint (record->check_in_at, ==, second->started);

  log = read_log (store);
  g_assert_cmpuint (log->sessions->len, ==, 2);
  g_assert_cmpuint (log->old_sessions->len, ==, 1);
  record = g_ptr_array_index (log->old_sessions, 0);
  g_assert_cmpstr (record->id, ==, first->id);
  g_assert_cmpint (record->origin, ==, YF_ORIGIN_RECORDED);
  g_assert_cmpint (yf_session_record_count_reps (record), ==, 1);
  g_assert_cmpuint (record->stops->len, ==, 1);
  change = yf_log_find_edit (log, second->id);
  g_assert_cmpstr (change->old, ==, first->id);
  g_assert_cmpint (change->at, ==, EVENING + HOUR);
  g_assert_cmpint (change->utc_offset, ==, SHANGHAI);
  g_assert_null (yf_log_find_edit (log, added->id)->old);

  edit (store, YF_ENTRY_SESSION, second->id, NULL);
  edit (store, YF_ENTRY_SESSION, added->id, NULL);
  none = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (yf_store_check (store, NULL));
}

static void
test_refused (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) first = record_session (store, EVENING, "radiating", 2);
  g_autoptr (YfSessionRecord) unflagged = make_ended (EVENING, NULL, 0);
  g_autoptr (YfSessionRecord) bare = make_ended (EVENING, "radiating", 2);
  g_autoptr (YfSessionRecord) kept = make_ended (EVENING, "radiating", 2);
  g_autoptr (YfSessionRecord) later = make_ended (EVENING, "radiating", 2);
  g_autoptr (YfSessionRecord) running = make_session (EVENING, 1);
  g_autoptr (YfReliefRecord) relief = yf_relief_record_new ("cold", EVENING);
  g_autoptr (YfActivityRecord) walk = yf_activity_record_new (YF_ACTIVITY_WALKING, EVENING, 1);
  Waiter waiter = { NULL };

  walk->minutes = 0;
  g_clear_pointer (&bare->check_in, yf_check_in_free);
  assert_edit_fails (store, YF_ENTRY_SESSION, first->id, unflagged, "warning sign");
  assert_edit_fails (store, YF_ENTRY_SESSION, first->id, bare, "warning sign");
  assert_edit_fails (store, YF_ENTRY_SESSION, "nowhere", kept, "nowhere");
  assert_edit_fails (store, YF_ENTRY_ACTIVITY, first->id, NULL, first->id);
  assert_edit_fails (store, YF_ENTRY_ACTIVITY, NULL, walk, "yanfei.db");

  edit (store, YF_ENTRY_SESSION, first->id, kept);
  assert_edit_fails (store, YF_ENTRY_SESSION, first->id, later, "already");
  assert_edit_fails (store, YF_ENTRY_SESSION, first->id, NULL, "already");
  /* The same entry twice. */
  assert_edit_fails (store, YF_ENTRY_SESSION, NULL, kept, "yanfei.db");
  /* The sign is carried along. */
  assert_edit_fails (store, YF_ENTRY_SESSION, kept->id, unflagged, "warning sign");

  yf_store_begin_session_async (store, running, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  assert_edit_fails (store, YF_ENTRY_SESSION, running->id, NULL, "under way");
  yf_store_add_relief_async (store, relief, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  assert_edit_fails (store, YF_ENTRY_RELIEF, relief->id, NULL, "under way");
}

/* -- What the log knows ----------------------------------------------------- */

static char *
describe_known (YfStore *store,
                YfDay    day)
{
  g_autoptr (YfCheckIn) known = yf_store_dup_known (store, day, NULL);
  g_autofree char *text = describe_check_in (known);

  return g_strdup_printf ("%s%s", text,
                          yf_check_in_has_stopped (known, "five-point-support") ? "stopped" : "");
}

#define assert_known(store, day, wanted)                       \
  G_STMT_START                                                 \
  {                                                            \
    g_autofree char *known_ = describe_known (store, day);     \
                                                               \
    g_assert_cmpstr (known_, ==, wanted);                      \
  }                                                            \
  G_STMT_END

#define NOTHING_SAID "back -1 leg -1 moved unknown\n"

/* However an entry is changed, its sign and its stop stay. */
static void
test_known_stays (void)
{
  const YfDay today = yf_day_from_real (EVENING);
  const char *wanted = NOTHING_SAID
                       "standing radiating days 2 seen 2026-11-20 since 2026-11-20\nstopped";

  for (int way = 0; way < 5; way++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (YfSessionRecord) first = record_session (store, EVENING, "radiating", 2);
      g_autoptr (YfSessionRecord) same = make_ended (EVENING, "radiating", 2);
      g_autoptr (YfSessionRecord) earlier = make_ended (EVENING - DAY, "radiating", 2);
      g_autoptr (YfSessionRecord) after = make_ended (EVENING + 1, NULL, 0);

      assert_known (store, today, wanted);
      switch (way)
        {
        case 0: /* taken out */
          edit (store, YF_ENTRY_SESSION, first->id, NULL);
          break;
        case 1: /* its stop left out */
          edit (store, YF_ENTRY_SESSION, first->id, same);
          break;
        case 2: /* moved to another day */
          edit (store, YF_ENTRY_SESSION, first->id, earlier);
          break;
        case 3: /* corrected, then taken out */
          edit (store, YF_ENTRY_SESSION, first->id, same);
          edit (store, YF_ENTRY_SESSION, same->id, NULL);
          break;
        default: /* followed by one without a sign */
          edit (store, YF_ENTRY_SESSION, NULL, after);
          break;
        }

      if (way == 2)
        assert_known (store, today - 1,
                      NOTHING_SAID "standing radiating days 2 seen 2026-11-19 since broken\n");
      assert_known (store, today, wanted);
    }
}

/* The same for a check-in that led to no session; and a run of days with a sign
 * is not broken by one that was entered later. */
static void
test_known_lone (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfCheckIn) yes = yf_check_in_new ();
  g_autoptr (YfCheckIn) no = yf_check_in_new ();
  g_autoptr (YfCheckInRecord) between = yf_check_in_record_new (no, EVENING - DAY);
  g_autoptr (YfCheckInRecord) instead = yf_check_in_record_new (no, EVENING);
  g_autoptr (GPtrArray) lone = NULL;
  const YfDay today = yf_day_from_real (EVENING);
  const char *wanted = NOTHING_SAID
                       "standing night-pain days -1 seen 2026-11-20 since 2026-11-18\n";
  Waiter waiter = { NULL };

  yf_check_in_set_flag (yes, "night-pain", TRUE, YF_DAYS_UNSAID);
  for (int i = 2; i >= 0; i -= 2)
    {
      yf_store_add_check_in_async (store, yes, EVENING - i * DAY, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
  assert_known (store, today, wanted);

  edit (store, YF_ENTRY_CHECK_IN, NULL, between);
  assert_known (store, today, wanted);

  lone = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (lone->len, ==, 3);
  edit (store, YF_ENTRY_CHECK_IN, ((YfCheckInRecord *) g_ptr_array_index (lone, 2))->id, instead);
  assert_known (store, today, wanted);
  edit (store, YF_ENTRY_CHECK_IN, ((YfCheckInRecord *) g_ptr_array_index (lone, 0))->id, NULL);
  assert_known (store, today, wanted);

  g_clear_pointer (&lone, g_ptr_array_unref);
  lone = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (lone->len, ==, 2);
}

/* What is entered afterwards adds, and each number of days is weighed, while a
 * later yes of the same is the stricter one. */
static void
test_known_adds (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) first = record_session (store, EVENING - DAY, "radiating", 2);
  g_autoptr (YfSessionRecord) more = make_ended (EVENING - DAY, "radiating", 20);
  g_autoptr (YfSessionRecord) missed = make_ended (EVENING, "numbness", 1);
  g_autoptr (YfSessionRecord) earlier = make_ended (EVENING - 3 * DAY, "numbness", 1);
  g_autoptr (YfCheckIn) known = NULL;
  const YfDay today = yf_day_from_real (EVENING);

  edit (store, YF_ENTRY_SESSION, first->id, more);
  edit (store, YF_ENTRY_SESSION, NULL, missed);
  edit (store, YF_ENTRY_SESSION, NULL, earlier);
  assert_known (store, today, NOTHING_SAID
                "standing radiating days 2 seen 2026-11-19 since 2026-11-19\n"
                "standing numbness days 1 seen 2026-11-20 since broken\n"
                "standing radiating days 20 seen 2026-11-19 since broken\n");
  known = yf_store_dup_known (store, today, NULL);
  g_assert_cmpint (yf_check_in_get_latest (known), ==, today);
  /* Of later days nothing is known. */
  assert_known (store, today - 2, NOTHING_SAID
                "standing numbness days 1 seen 2026-11-17 since broken\n");
}

static void
test_activity (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfActivityRecord) walk = yf_activity_record_new (YF_ACTIVITY_WALKING, EVENING, 30);
  g_autoptr (YfLog) log = NULL;
  const YfEdit *change;
  Waiter waiter = { NULL };

  yf_store_add_activity_async (store, walk, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_remove_activity_async (store, walk->id, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  log = read_log (store);
  g_assert_cmpuint (log->activities->len, ==, 0);
  g_assert_cmpuint (log->old_activities->len, ==, 1);
  change = g_ptr_array_index (log->edits, 0);
  g_assert_cmpint (change->kind, ==, YF_ENTRY_ACTIVITY);
  g_assert_cmpstr (change->old, ==, walk->id);
  g_assert_null (change->new);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/edit/session", test_session);
  g_test_add_func ("/store/edit/refused", test_refused);
  g_test_add_func ("/store/edit/known-stays", test_known_stays);
  g_test_add_func ("/store/edit/known-lone", test_known_lone);
  g_test_add_func ("/store/edit/known-adds", test_known_adds);
  g_test_add_func ("/store/edit/activity", test_activity);

  return g_test_run ();
}
