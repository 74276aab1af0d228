/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log-fixture.h"

#include <string.h>

/* Whole logs: handed over and taken in without loss and without doubles, and
 * without names. */

static guint
count_things (YfLog *log)
{
  GPtrArray * const lists[] = {
    log->sessions, log->check_ins, log->reliefs, log->activities, log->ratings, log->scores,
    log->functions, log->schedules, log->own_exercises, log->consents, log->edits,
    log->programmes, log->programme_choices, log->dose_changes, log->stage_changes, log->flares,
    log->reviews, log->wishes, log->reminders, log->sitting_breaks, log->old_sessions,
    log->old_check_ins, log->old_reliefs, log->old_activities, log->old_ratings, log->old_scores,
  };
  guint n = log->profile != NULL ? 1 : 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    n += lists[i]->len;

  return n;
}

static void
assert_import_fails (YfStore    *store,
                     YfLog      *log,
                     const char *reason)
{
  g_autoptr (YfLog) before = read_log (store);
  g_autoptr (YfLog) after = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  yf_store_import_async (store, log, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, reason));

  after = read_log (store);
  assert_same_log (before, after);
}

static void
test_round_trip (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) copy = open_store (other);
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) read = NULL;
  g_autoptr (YfLog) again = NULL;
  YfImportCounts counts;

  fill_every_table (store);
  log = read_log (store);
  g_assert_cmpuint (log->sessions->len, ==, 2);
  g_assert_cmpuint (log->old_sessions->len, ==, 1);
  g_assert_cmpuint (log->old_check_ins->len, ==, 1);
  g_assert_cmpuint (log->old_reliefs->len, ==, 1);
  g_assert_cmpuint (log->old_activities->len, ==, 1);
  g_assert_cmpuint (log->old_ratings->len, ==, 1);
  g_assert_cmpuint (log->old_scores->len, ==, 1);
  g_assert_cmpuint (log->edits->len, ==, 11);

  import_log (copy, log, &counts);
  g_assert_cmpuint (counts.added, ==, count_things (log));
  g_assert_cmpuint (counts.known, ==, 0);
  read = read_log (copy);
  assert_same_log (read, log);
  g_assert_true (yf_store_check (copy, NULL));

  import_log (copy, log, &counts);
  g_assert_cmpuint (counts.added, ==, 0);
  g_assert_cmpuint (counts.known, ==, count_things (log));
  again = read_log (copy);
  assert_same_log (again, log);

  /* And into the log it comes from. */
  import_log (store, log, &counts);
  g_assert_cmpuint (counts.added, ==, 0);
}

/* Two halves make the whole, in either order, though an edit may come long
 * before what it is about. */
static void
test_halves (void)
{
  for (int order = 0; order < 2; order++)
    {
      g_autoptr (Folder) folder = make_folder ();
      g_autoptr (Folder) other = make_folder ();
      g_autoptr (YfStore) store = open_store (folder);
      g_autoptr (YfStore) copy = open_store (other);
      g_autoptr (YfSessionRecord) moved = make_whole_session (EVENING, 2);
      g_autoptr (YfSessionRecord) there = NULL;
      const YfDay day = yf_day_from_real (EVENING);
      g_autoptr (YfLog) whole = NULL;
      g_autoptr (YfLog) early = NULL;
      g_autoptr (YfLog) late = NULL;
      g_autoptr (YfLog) read = NULL;
      YfImportCounts counts;
      Waiter waiter = { NULL };

      fill_every_table (store);
      there = make_whole_session (EVENING - 48 * 3600 * (gint64) YF_SECOND, 2);
      yf_store_edit_async (store, YF_ENTRY_SESSION, NULL, moved, EVENING + 100, NULL, waiter_cb,
                           &waiter);
      waiter_assert (&waiter, store);
      yf_store_edit_async (store, YF_ENTRY_SESSION, moved->id, there, EVENING + 101, NULL, waiter_cb,
                           &waiter);
      waiter_assert (&waiter, store);

      whole = read_log (store);
      early = yf_store_dup_log (store, YF_DAY_NONE, day - 1, NULL);
      late = yf_store_dup_log (store, day, YF_DAY_NONE, NULL);
      g_assert_cmpuint (early->sessions->len, ==, 1);
      g_assert_cmpuint (early->edits->len, ==, 2); /* that one's, and the score's */
      g_assert_cmpuint (late->old_sessions->len, ==, 2);

      import_log (copy, order == 0 ? early : late, NULL);
      import_log (copy, order == 0 ? late : early, &counts);
      g_assert_cmpuint (counts.known, >, 0);
      read = read_log (copy);
      assert_same_log (read, whole);
    }
}

/* What is here stays; what was corrected there counts no more here. */
static void
test_merge (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) copy = open_store (other);
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (YfProfile) kept = NULL;
  g_autoptr (YfSessionRecord) corrected = make_whole_session (EVENING, 4);
  g_autoptr (YfSessionRecord) mine = make_whole_session (EVENING + 1, 5);
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) newer = NULL;
  g_autoptr (YfLog) merged = NULL;
  const YfFunctionActivity *stairs;
  YfImportCounts counts;
  Waiter waiter = { NULL };

  fill_every_table (store);
  log = read_log (store);
  import_log (copy, log, NULL);

  yf_store_edit_async (store, YF_ENTRY_SESSION,
                       ((YfSessionRecord *) g_ptr_array_index (log->sessions, 1))->id, corrected,
                       EVENING + 20, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  stairs = g_ptr_array_index (log->functions, 0);
  yf_store_retire_function_async (store, stairs->id, EVENING + 30, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_retire_own_exercise_async (store, "own-2", NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  newer = read_log (store);

  profile = yf_profile_new ();
  yf_profile_set_name (profile, "Somebody else");
  yf_store_save_profile_async (copy, profile, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, copy);
  yf_store_edit_async (copy, YF_ENTRY_SESSION, NULL, mine, EVENING, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, copy);

  import_log (copy, newer, &counts);
  g_assert_cmpuint (counts.added, ==, 2); /* the new session, the edit */
  kept = yf_store_dup_profile (copy, NULL);
  g_assert_cmpstr (yf_profile_get_name (kept), ==, "Somebody else");
  merged = read_log (copy);
  g_assert_cmpuint (merged->sessions->len, ==, 3);
  g_assert_cmpuint (merged->old_sessions->len, ==, 2);
  g_assert_nonnull (yf_log_find_edit (merged, corrected->id));
  for (guint i = 0; i < merged->functions->len; i++)
    g_assert_cmpint (((YfFunctionActivity *) g_ptr_array_index (merged->functions, i))->retired,
                     >, 0);
  for (guint i = 0; i < merged->own_exercises->len; i++)
    g_assert_true (((YfOwnExerciseRecord *) g_ptr_array_index (merged->own_exercises,
                                                               i))->retired);
}

/* The same entry, changed in two places in two ways. */
static void
test_rivals (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) copy = open_store (other);
  YfStore * const stores[] = { store, copy };
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) theirs = NULL;
  const YfSessionRecord *session;

  fill_every_table (store);
  log = read_log (store);
  session = g_ptr_array_index (log->sessions, 0);
  import_log (copy, log, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (stores); i++)
    {
      g_autoptr (YfSessionRecord) corrected = make_whole_session (EVENING, 4);
      Waiter waiter = { NULL };

      yf_store_edit_async (stores[i], YF_ENTRY_SESSION, session->id, corrected, EVENING, NULL,
                           waiter_cb, &waiter);
      waiter_assert (&waiter, stores[i]);
    }

  theirs = read_log (copy);
  assert_import_fails (store, theirs, session->id);
}

static void
test_other_exercise (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) changed = NULL;
  YfOwnExerciseRecord *own;

  fill_every_table (store);
  log = read_log (store);
  changed = yf_log_anonymise (log);
  own = g_ptr_array_index (changed->own_exercises, 0);
  g_free (own->xml);
  own->xml = g_strdup ("<exercise id=\"own-1\" other=\"yes\"/>");
  g_ptr_array_add (changed->sessions, make_whole_session (EVENING, 1));
  assert_import_fails (store, changed, "own-1");
}

static void
test_too_many_functions (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);

  fill_every_table (store); /* one is live */
  for (int i = 0; i < YF_FUNCTION_MAX_ACTIVITIES; i++)
    g_ptr_array_add (log->functions, yf_function_activity_new ("Sit", EVENING + i));
  assert_import_fails (store, log, "5");

  ((YfFunctionActivity *) g_ptr_array_index (log->functions, 0))->retired = EVENING;
  import_log (store, log, NULL);
}

/* -- Values that cannot be -------------------------------------------------- */

static void spoil_id (YfSessionRecord *r) { r->id[35] = '\0'; }
static void spoil_start (YfSessionRecord *r) { r->started = -1; }
static void spoil_offset (YfSessionRecord *r) { r->utc_offset = 86401; }
static void spoil_end (YfSessionRecord *r) { r->ended = 0; }
static void spoil_pain (YfSessionRecord *r) { r->after->pain_back = 11; }
static void spoil_effort (YfSessionRecord *r) { r->after->effort = 11; }
static void spoil_morning (YfSessionRecord *r) { r->morning_at = -1; }

static void
spoil_rep (YfSessionRecord *record)
{
  const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, 0);

  ((YfRepetition *) g_ptr_array_index (exercise->reps, 0))->hold = -1;
}

static void
spoil_twice (YfSessionRecord *record)
{
  const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, 0);

  ((YfRepetition *) g_ptr_array_index (exercise->reps, 1))->rep = 1;
}

static void
spoil_dose (YfSessionRecord *record)
{
  ((YfExerciseRecord *) g_ptr_array_index (record->exercises, 0))->planned.sets = 0;
}

static void
spoil_stop (YfSessionRecord *record)
{
  ((YfStop *) g_ptr_array_index (record->stops, 0))->item = 2;
}

static void
spoil_site (YfSessionRecord *record)
{
  YfStop *stop = g_ptr_array_index (record->stops, 0);

  g_free (stop->site);
  stop->site = g_strdup ("ear");
}

static void
test_invalid_session (void)
{
  static void (* const spoils[]) (YfSessionRecord *record) = {
    spoil_id, spoil_start, spoil_offset, spoil_end, spoil_pain, spoil_effort, spoil_morning,
    spoil_rep, spoil_twice, spoil_dose, spoil_stop, spoil_site,
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
      YfSessionRecord *record = make_whole_session (EVENING, 2);

      g_ptr_array_add (log->sessions, make_whole_session (EVENING - 1, 2));
      g_ptr_array_add (log->sessions, record);
      spoils[i] (record);
      assert_import_fails (store, log, "yanfei.db");
    }
}

static void
test_invalid_measures (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  for (int i = 0; i < 8; i++)
    {
      g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
      YfFunctionActivity *activity = yf_function_activity_new ("Sit", EVENING);
      YfFunctionRating *rating = yf_function_rating_new (EVENING);
      YfClinicScore *score = yf_clinic_score_new (YF_CLINIC_RMDQ, 730000, 24, EVENING);
      YfScheduleRecord *schedule = yf_schedule_record_new (7, EVENING);
      YfActivityRecord *walk = yf_activity_record_new (YF_ACTIVITY_WALKING, EVENING, 30);
      const char *reason = "yanfei.db";

      g_ptr_array_add (log->functions, activity);
      g_ptr_array_add (log->ratings, rating);
      g_ptr_array_add (log->scores, score);
      g_ptr_array_add (log->schedules, schedule);
      g_ptr_array_add (log->activities, walk);
      yf_function_rating_add_score (rating, activity->id, 10);

      switch (i)
        {
        case 0:
          ((YfFunctionScore *) g_ptr_array_index (rating->scores, 0))->score = 11;
          break;
        case 1:
          score->total = 25;
          break;
        case 2:
          score->day = YF_DAY_NONE;
          break;
        case 3:
          schedule->days_a_week = 8;
          break;
        case 4:
          activity->name[0] = '\0';
          break;
        case 5:
          yf_function_rating_add_score (rating, "nothing", 1);
          reason = "nothing";
          break;
        case 6:
          g_ptr_array_set_size (rating->scores, 0);
          reason = "score";
          break;
        default:
          walk->minutes = 0;
          break;
        }
      assert_import_fails (store, log, reason);
    }
}

/* What runs in an import ran somewhere else. */
static void
test_running (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  g_autoptr (YfLog) read = NULL;
  YfSessionRecord *record = make_whole_session (EVENING, 4);
  YfReliefRecord *relief = yf_relief_record_new ("cold", EVENING);

  record->state = YF_RECORD_RUNNING;
  record->ended = 0;
  ((YfExerciseRecord *) g_ptr_array_index (record->exercises, 1))->state = YF_RECORD_RUNNING;
  g_ptr_array_add (log->sessions, record);
  g_ptr_array_add (log->reliefs, relief);
  import_log (store, log, NULL);

  read = read_log (store);
  record = g_ptr_array_index (read->sessions, 0);
  g_assert_cmpint (record->state, ==, YF_RECORD_CUT);
  g_assert_cmpint (record->ended, ==, make_rep (3).ended);
  g_assert_cmpint (((YfExerciseRecord *) g_ptr_array_index (record->exercises, 0))->state, ==,
                   YF_RECORD_COMPLETED);
  g_assert_cmpint (((YfExerciseRecord *) g_ptr_array_index (record->exercises, 1))->state, ==,
                   YF_RECORD_CUT);
  relief = g_ptr_array_index (read->reliefs, 0);
  g_assert_cmpint (relief->state, ==, YF_RECORD_CUT);
  g_assert_cmpint (relief->ended, ==, EVENING);

  yf_store_close (store);
  g_assert_true (yf_store_open (store, NULL));
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 0);
}

/* An older agreement that is imported is not the last. */
static void
test_consent (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfLog) log = yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
  YfConsentRecord consent = { EVENING - 1, SHANGHAI, 1 };
  Waiter waiter = { NULL };
  int version;

  yf_store_set_consent_async (store, 2, EVENING, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  g_ptr_array_add (log->consents, g_memdup2 (&consent, sizeof consent));
  import_log (store, log, NULL);
  g_assert_true (yf_store_get_consent (store, &version, NULL, NULL));
  g_assert_cmpint (version, ==, 2);
}

/* -- Without names ---------------------------------------------------------- */

static void
test_anonymise (void)
{
  static const char * const gone[] = { "王小燕", "born 1961", "李医生", "O'Neil", "比昨天好", "周医生" };
  static const char * const there[] = {
    "L4/L5, 'left'", "爬楼梯", "Tie 'shoes'", "pregnancy", "clearance — for pregnancy to do *",
    "assessment radiating by —", "effort 5",
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) other = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfStore) copy = open_store (other);
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfLog) nameless = NULL;
  g_autoptr (YfLog) twice = NULL;
  g_autoptr (YfLog) read = NULL;
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  g_autofree char *untouched = NULL;
  g_autoptr (GString) expected = NULL;

  fill_every_table (store);
  log = read_log (store);
  before = describe_log (log);
  nameless = yf_log_anonymise (log);
  text = describe_log (nameless);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    {
      g_assert_nonnull (strstr (before, gone[i]));
      g_assert_null (strstr (text, gone[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (there); i++)
    g_assert_nonnull (strstr (text, there[i]));

  /* Nothing else is lost. */
  expected = g_string_new (before);
  g_string_replace (expected, "profile 王小燕 born 1961", "profile (null) born 0", 0);
  g_string_replace (expected, "clearance 李医生", "clearance —", 0);
  g_string_replace (expected, "by Dr O'Neil", "by —", 0);
  g_string_replace (expected, "by 周医生", "by —", 0);
  g_string_replace (expected, "name=\"x\" clinician=\"赵医生\"><note>一</note><pain/>",
                    "name=\"—\" clinician=\"—\"><pain></pain>", 0);
  g_string_replace (expected, "name=\"'2'\" clinician=\"y\"", "name=\"—\" clinician=\"—\"", 0);
  g_string_replace (expected, "note 比昨天好, “better”\nthan yesterday", "note -", 0);
  g_assert_cmpstr (text, ==, expected->str);

  untouched = describe_log (log);
  g_assert_cmpstr (untouched, ==, before);
  twice = yf_log_anonymise (nameless);
  assert_same_log (twice, nameless);

  import_log (copy, nameless, NULL);
  read = read_log (copy);
  assert_same_log (read, nameless);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/import/round-trip", test_round_trip);
  g_test_add_func ("/store/import/halves", test_halves);
  g_test_add_func ("/store/import/merge", test_merge);
  g_test_add_func ("/store/import/rivals", test_rivals);
  g_test_add_func ("/store/import/other-exercise", test_other_exercise);
  g_test_add_func ("/store/import/too-many-functions", test_too_many_functions);
  g_test_add_func ("/store/import/invalid-session", test_invalid_session);
  g_test_add_func ("/store/import/invalid-measures", test_invalid_measures);
  g_test_add_func ("/store/import/running", test_running);
  g_test_add_func ("/store/import/consent", test_consent);
  g_test_add_func ("/store/import/anonymise", test_anonymise);

  return g_test_run ();
}
