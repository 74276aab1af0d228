/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <string.h>

/* What is remembered beside sessions: compresses, activities, exercises of a
 * person's own, consent. */

#define HOUR (3600 * (gint64) YF_SECOND)

/* -- Relief --------------------------------------------------------------- */

static YfReliefRecord *
begin_relief (YfStore    *store,
              const char *kind,
              gint64      started)
{
  YfReliefRecord *relief = yf_relief_record_new (kind, started);
  Waiter waiter = { NULL };

  yf_store_add_relief_async (store, relief, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  return relief;
}

static void
assert_relief (GPtrArray            *reliefs,
               guint                 index,
               const YfReliefRecord *wanted,
               gint64                ended,
               YfRecordState         state)
{
  const YfReliefRecord *relief = g_ptr_array_index (reliefs, index);

  g_assert_cmpstr (relief->id, ==, wanted->id);
  g_assert_cmpstr (relief->kind, ==, wanted->kind);
  g_assert_cmpint (relief->started, ==, wanted->started);
  g_assert_cmpint (relief->utc_offset, ==, SHANGHAI);
  g_assert_cmpint (relief->ended, ==, ended);
  g_assert_cmpint (relief->state, ==, state);
}

static GPtrArray *
list_reliefs (YfStore *store,
              YfDay    from,
              YfDay    to)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *reliefs = yf_store_dup_reliefs (store, from, to, &error);

  g_assert_no_error (error);

  return reliefs;
}

static void
test_relief (void)
{
  static const YfRecordState ends[] = { YF_RECORD_COMPLETED, YF_RECORD_STOPPED };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  const YfDay today = yf_day_from_real (EVENING);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const gint64 started = EVENING + i * 24 * HOUR;
      const YfDay day = today + i;
      g_autoptr (YfReliefRecord) relief = begin_relief (store, i == 0 ? "cold" : "heat", started);
      g_autoptr (GPtrArray) running = list_reliefs (store, day, day);
      g_autoptr (GPtrArray) ended = NULL;
      g_autoptr (GError) error = NULL;
      Waiter waiter = { NULL };

      g_assert_cmpuint (running->len, ==, 1);
      assert_relief (running, 0, relief, 0, YF_RECORD_RUNNING);

      yf_store_end_relief_async (store, relief->id, started + HOUR / 4, ends[i], NULL, waiter_cb,
                                 &waiter);
      waiter_assert (&waiter, store);
      ended = list_reliefs (store, day, day);
      g_assert_cmpuint (ended->len, ==, 1);
      assert_relief (ended, 0, relief, started + HOUR / 4, ends[i]);

      /* It ends once. */
      yf_store_end_relief_async (store, relief->id, started + HOUR, YF_RECORD_STOPPED, NULL,
                                 waiter_cb, &waiter);
      g_assert_false (waiter_finish (&waiter, store, &error));
      g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
    }
}

/* What was begun and never ended shows as cut: at once to others, and for good
 * once the log is opened or another begins. */
static void
test_relief_cut (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) other = open_store (folder);
  g_autoptr (YfReliefRecord) first = begin_relief (store, "cold", EVENING);
  g_autoptr (YfReliefRecord) second = NULL;
  g_autoptr (YfReliefRecord) refused = yf_relief_record_new ("heat", EVENING + 1);
  g_autoptr (GPtrArray) seen = list_reliefs (other, YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  /* While it lives it runs, and no other begins. */
  assert_relief (seen, 0, first, 0, YF_RECORD_RUNNING);
  yf_store_add_relief_async (other, refused, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, other, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);

  second = begin_relief (store, "cold", EVENING + HOUR);
  g_clear_pointer (&seen, g_ptr_array_unref);
  seen = list_reliefs (other, YF_DAY_NONE, YF_DAY_NONE);
  g_assert_cmpuint (seen->len, ==, 2);
  assert_relief (seen, 0, first, EVENING, YF_RECORD_CUT);
  assert_relief (seen, 1, second, 0, YF_RECORD_RUNNING);

  yf_store_close (store);
  after = list_reliefs (other, YF_DAY_NONE, YF_DAY_NONE);
  assert_relief (after, 1, second, EVENING + HOUR, YF_RECORD_CUT);

  g_assert_true (yf_store_open (store, NULL));
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 0); /* sessions, that is */
  again = list_reliefs (store, YF_DAY_NONE, YF_DAY_NONE);
  assert_relief (again, 1, second, EVENING + HOUR, YF_RECORD_CUT);
}

/* Relief and a session are in nobody's way. */
static void
test_relief_beside_session (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) other = open_store (folder);
  g_autoptr (YfSessionRecord) session = make_session (EVENING, 1);
  g_autoptr (YfReliefRecord) relief = begin_relief (store, "heat", EVENING);
  Waiter waiter = { NULL };

  yf_store_begin_session_async (other, session, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, other);
  yf_store_end_relief_async (store, relief->id, EVENING + 1, YF_RECORD_STOPPED, NULL, waiter_cb,
                             &waiter);
  waiter_assert (&waiter, store);
}

/* -- Activities ----------------------------------------------------------- */

static const struct
{
  YfActivityKind  kind;
  const char     *id;
  int             minutes;
  gint64          at;
  const char     *sources;
} activities[] = {
  { YF_ACTIVITY_TAI_CHI, "tai-chi", 1, EVENING, "004" },
  { YF_ACTIVITY_BADUANJIN, "baduanjin", 20, EVENING + 1, "004" },
  { YF_ACTIVITY_SWIMMING, "swimming", 45, EVENING + 2, "002 004" },
  { YF_ACTIVITY_YOGA, "yoga", 90, EVENING + 3, "002 004" },
  { YF_ACTIVITY_WALKING, "walking", 1440, EVENING + 24 * HOUR, "app" },
};

static void
test_activities (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  const YfDay today = yf_day_from_real (EVENING);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) day = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *removed = NULL;
  Waiter waiter = { NULL };

  g_assert_cmpint (G_N_ELEMENTS (activities), ==, YF_ACTIVITY_N_KINDS);
  for (guint i = 0; i < G_N_ELEMENTS (activities); i++)
    {
      g_autoptr (YfActivityRecord) record = NULL;

      record = yf_activity_record_new (activities[i].kind, activities[i].at,
                                       activities[i].minutes);
      yf_store_add_activity_async (store, record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  all = yf_store_dup_activities (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (activities));
  for (guint i = 0; i < all->len; i++)
    {
      const YfActivityRecord *record = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) sources = yf_activity_kind_dup_sources (record->kind);
      g_autoptr (GString) documents = g_string_new (NULL);
      YfActivityKind kind;

      g_assert_cmpint (record->kind, ==, activities[i].kind);
      g_assert_cmpint (record->minutes, ==, activities[i].minutes);
      g_assert_cmpint (record->at, ==, activities[i].at);
      g_assert_cmpint (record->utc_offset, ==, SHANGHAI);
      g_assert_cmpstr (yf_activity_kind_get_id (record->kind), ==, activities[i].id);
      g_assert_true (yf_activity_kind_from_id (activities[i].id, &kind));
      g_assert_cmpint (kind, ==, activities[i].kind);
      for (guint j = 0; j < sources->len; j++)
        g_string_append_printf (documents, "%s%s", j > 0 ? " " : "",
                                yf_source_get_document (g_ptr_array_index (sources, j)));
      g_assert_cmpstr (documents->str, ==, activities[i].sources);
    }

  day = yf_store_dup_activities (store, today, today, NULL);
  g_assert_cmpuint (day->len, ==, 4);

  removed = g_strdup (((YfActivityRecord *) g_ptr_array_index (all, 2))->id);
  yf_store_remove_activity_async (store, removed, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  left = yf_store_dup_activities (store, today, today, NULL);
  g_assert_cmpuint (left->len, ==, 3);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpstr (((YfActivityRecord *) g_ptr_array_index (left, i))->id, !=, removed);

  yf_store_remove_activity_async (store, removed, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
}

/* -- Exercises of one's own ----------------------------------------------- */

static void
save_own (YfStore    *store,
          const char *id,
          const char *xml,
          const char *replaces)
{
  g_autoptr (YfOwnExerciseRecord) record = yf_own_exercise_record_new (id, xml, EVENING);
  Waiter waiter = { NULL };

  yf_store_save_own_exercise_async (store, record, replaces, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

static char *
describe_own (YfStore *store)
{
  g_autoptr (GPtrArray) records = yf_store_dup_own_exercises (store, NULL);
  g_autofree char *next = yf_own_exercise_next_id (records);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const YfOwnExerciseRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (text, "%s%s=%s ", record->id, record->retired ? "-" : "",
                              record->xml);
    }
  g_string_append (text, next);

  return g_string_free (text, FALSE);
}

#define assert_own(store, wanted)                       \
  G_STMT_START                                          \
  {                                                     \
    g_autofree char *got = describe_own (store);        \
                                                        \
    g_assert_cmpstr (got, ==, (wanted));                \
  }                                                     \
  G_STMT_END

static void
test_own (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfOwnExerciseRecord) taken = yf_own_exercise_record_new ("own-3", "x", EVENING);
  Waiter waiter = { NULL };

  assert_own (store, "own-1");
  save_own (store, "own-1", "<a>&\"'", NULL);
  save_own (store, "own-2", "b", NULL);
  assert_own (store, "own-1=<a>&\"' own-2=b own-3");

  /* A new version retires the old, and never takes its id. */
  save_own (store, "own-3", "c", "own-1");
  assert_own (store, "own-1-=<a>&\"' own-2=b own-3=c own-4");
  yf_store_retire_own_exercise_async (store, "own-3", NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  assert_own (store, "own-1-=<a>&\"' own-2=b own-3-=c own-4");

  /* All or nothing. */
  for (int i = 0; i < 3; i++)
    {
      static const char * const replaced[] = { "own-2", "own-1", "own-9" };
      g_autoptr (GError) error = NULL;

      yf_store_save_own_exercise_async (store, taken, replaced[i], NULL, waiter_cb, &waiter);
      g_assert_false (waiter_finish (&waiter, store, &error));
      g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
      assert_own (store, "own-1-=<a>&\"' own-2=b own-3-=c own-4");
    }
}

/* -- Consent -------------------------------------------------------------- */

static void
test_consent (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  int version = -1;
  gint64 at = -1;

  g_assert_true (yf_store_get_consent (store, &version, &at, NULL));
  g_assert_cmpint (version, ==, 0);
  g_assert_cmpint (at, ==, 0);

  for (int i = 1; i <= 2; i++)
    {
      Waiter waiter = { NULL };

      /* The clock may have been set back in between. */
      yf_store_set_consent_async (store, i, EVENING - i, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      g_assert_true (yf_store_get_consent (store, &version, &at, NULL));
      g_assert_cmpint (version, ==, i);
      g_assert_cmpint (at, ==, EVENING - i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/other/relief", test_relief);
  g_test_add_func ("/store/other/relief-cut", test_relief_cut);
  g_test_add_func ("/store/other/relief-beside-session", test_relief_beside_session);
  g_test_add_func ("/store/other/activities", test_activities);
  g_test_add_func ("/store/other/own", test_own);
  g_test_add_func ("/store/other/consent", test_consent);

  return g_test_run ();
}
