/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/* What goes into the store comes out of it: every type, every enumeration, in
 * order. */

/* -- The profile ---------------------------------------------------------- */

typedef struct
{
  const char     *name;
  const char     *conditions[4];
  YfDay           days[5]; /* onset, relief, treatment start, surgery, birth */
  YfBackStrength  strength;
  gboolean        relaxants;
  int             n_clearances;
  int             n_assessments;
} ProfileCase;

static const ProfileCase profile_cases[] = {
  { "empty", { NULL }, { 0, 0, 0, 0, 0 }, YF_BACK_STRENGTH_UNKNOWN, FALSE, 0, 0 },
  { "one", { "pregnancy" }, { 739000, 0, 0, 0, 0 }, YF_BACK_STRENGTH_WEAK, TRUE, 1, 0 },
  { "order", { "spinal-stenosis", "diabetes", "osteoporosis" },
    { YF_DAY_UNKNOWN, YF_DAY_UNKNOWN, YF_DAY_UNKNOWN, YF_DAY_UNKNOWN, YF_DAY_UNKNOWN },
    YF_BACK_STRENGTH_STRONG, FALSE, 3, 2 },
  { "days", { NULL }, { 1, 739000, 739001, 739002, 3652059 }, YF_BACK_STRENGTH_UNKNOWN, TRUE,
    0, 4 },
};

static YfProfile *
make_profile (const ProfileCase *test)
{
  YfProfile *profile = yf_profile_new ();

  for (int i = 0; i < 4 && test->conditions[i] != NULL; i++)
    yf_profile_set_condition (profile, test->conditions[i], TRUE);
  yf_profile_set_onset (profile, test->days[0]);
  yf_profile_set_relief (profile, test->days[1]);
  yf_profile_set_treatment_start (profile, test->days[2]);
  yf_profile_set_surgery (profile, test->days[3]);
  yf_profile_set_birth (profile, test->days[4]);
  yf_profile_set_back_strength (profile, test->strength);
  yf_profile_set_muscle_relaxants (profile, test->relaxants);

  for (int i = 0; i < test->n_clearances; i++)
    {
      static const char * const conditions[] = { "b", "a", "acute", NULL };
      static const char * const exercises[] = { "*", "glute-bridge", "abdominal-breathing", NULL };
      g_autofree char *clinician = g_strdup_printf ("李医生 “%d” O'Neil", i);
      g_autoptr (YfClearance) clearance = NULL;

      clearance = yf_clearance_new (clinician, 739100 - i, conditions + i, exercises + i,
                                    i == 1 ? 739500 : YF_DAY_NONE);
      yf_profile_add_clearance (profile, clearance);
    }

  for (int i = 0; i < test->n_assessments; i++)
    {
      g_autoptr (YfAssessment) assessment = NULL;

      assessment = yf_assessment_new (i % 2 == 0 ? "radiating" : "bladder-bowel", "",
                                      739100 - i);
      yf_profile_add_assessment (profile, assessment);
    }

  return profile;
}

static void
assert_same_strv (const char * const *a,
                  const char * const *b)
{
  g_autofree char *first = g_strjoinv (",", (char **) a);
  g_autofree char *second = g_strjoinv (",", (char **) b);

  g_assert_cmpstr (first, ==, second);
}

/* yf_profile_equal() may not care for order; the log does. */
static void
assert_same_profile (YfProfile *a,
                     YfProfile *b)
{
  GPtrArray *clearances_a = yf_profile_get_clearances (a);
  GPtrArray *clearances_b = yf_profile_get_clearances (b);
  GPtrArray *assessments_a = yf_profile_get_assessments (a);
  GPtrArray *assessments_b = yf_profile_get_assessments (b);

  g_assert_true (yf_profile_equal (a, b));
  assert_same_strv (yf_profile_get_conditions (a), yf_profile_get_conditions (b));

  g_assert_cmpuint (clearances_a->len, ==, clearances_b->len);
  for (guint i = 0; i < clearances_a->len; i++)
    {
      YfClearance *one = g_ptr_array_index (clearances_a, i);
      YfClearance *other = g_ptr_array_index (clearances_b, i);

      g_assert_cmpstr (yf_clearance_get_clinician (one), ==, yf_clearance_get_clinician (other));
      g_assert_cmpint (yf_clearance_get_date (one), ==, yf_clearance_get_date (other));
      g_assert_cmpint (yf_clearance_get_until (one), ==, yf_clearance_get_until (other));
      assert_same_strv (yf_clearance_get_conditions (one), yf_clearance_get_conditions (other));
      assert_same_strv (yf_clearance_get_exercises (one), yf_clearance_get_exercises (other));
    }

  g_assert_cmpuint (assessments_a->len, ==, assessments_b->len);
  for (guint i = 0; i < assessments_a->len; i++)
    {
      YfAssessment *one = g_ptr_array_index (assessments_a, i);
      YfAssessment *other = g_ptr_array_index (assessments_b, i);

      g_assert_cmpstr (yf_assessment_get_flag (one), ==, yf_assessment_get_flag (other));
      g_assert_cmpstr (yf_assessment_get_clinician (one), ==,
                       yf_assessment_get_clinician (other));
      g_assert_cmpint (yf_assessment_get_date (one), ==, yf_assessment_get_date (other));
    }
}

/* Each is saved over the one before, and read in the same run and the next. */
static void
test_profile (void)
{
  g_autoptr (Folder) folder = make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (profile_cases); i++)
    {
      g_autoptr (YfProfile) profile = make_profile (&profile_cases[i]);
      g_autoptr (YfProfile) now = NULL;
      g_autoptr (YfProfile) later = NULL;
      g_autoptr (YfStore) store = open_store (folder);
      Waiter waiter = { NULL };

      g_test_message ("%s", profile_cases[i].name);
      yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);

      now = yf_store_dup_profile (store, NULL);
      assert_same_profile (profile, now);

      yf_store_close (store);
      g_assert_true (yf_store_open (store, NULL));
      later = yf_store_dup_profile (store, NULL);
      assert_same_profile (profile, later);
    }
}

static void
test_empty (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autofree char *deep = g_build_filename (folder, "not", "there yet %41 ?é", NULL);
  g_autofree char *path = get_log_path (deep);
  g_autoptr (YfStore) store = open_store (deep);
  g_autoptr (YfProfile) empty = yf_profile_new ();
  g_autoptr (YfProfile) profile = yf_store_dup_profile (store, NULL);
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_autoptr (GPtrArray) lone = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE,
                                                            NULL);
  g_autoptr (YfCheckIn) known = yf_store_dup_known (store, yf_day_from_real (EVENING), NULL);
  GStatBuf info;

  g_assert_true (yf_profile_equal (profile, empty));
  g_assert_cmpuint (sessions->len, ==, 0);
  g_assert_cmpuint (lone->len, ==, 0);
  g_assert_cmpuint (yf_check_in_get_n_standing (known), ==, 0);
  g_assert_false (yf_store_get_read_only (store));
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 0);
  g_assert_true (yf_store_check (store, NULL));
  g_assert_cmpstr (yf_store_get_directory (store), ==, deep);

  /* Nobody else's business. */
  g_assert_cmpint (g_stat (deep, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmphex (info.st_mode & 0777, ==, 0600);
}

static void
test_not_open (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = yf_store_new (folder);
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) write_error = NULL;
  Waiter waiter = { NULL };

  g_assert_null (yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);

  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &write_error));
  g_assert_error (write_error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
}

/* -- Sessions ------------------------------------------------------------- */

static char *
read_only_session (YfStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);

  return describe_session (g_ptr_array_index (sessions, 0));
}

/* A session in which every enumeration takes every value. */
static void
test_session (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING + 123456, 4);
  g_autofree char *begun = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *now = NULL;
  g_autofree char *later = NULL;
  static const YfRecordState states[] = {
    YF_RECORD_COMPLETED, YF_RECORD_STOPPED, YF_RECORD_CUT, YF_RECORD_COMPLETED,
  };
  static const char * const sites[] = { NULL, "back", "leg", "elsewhere" };
  Waiter waiter = { NULL };
  int n_reps = 0;

  record->check_in = yf_check_in_new ();
  yf_check_in_set_pain_back (record->check_in, YF_PAIN_MAX);
  yf_check_in_set_pain_leg (record->check_in, 0);
  yf_check_in_set_moved (record->check_in, YF_MOVED_UP);
  yf_check_in_set_flag (record->check_in, "radiating", TRUE, YF_DAYS_UNSAID);
  yf_check_in_set_flag (record->check_in, "leg-pain-days", TRUE, 14);
  yf_check_in_set_flag (record->check_in, "cramps-pain", TRUE, 0);

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  wanted = describe_session (record);
  begun = read_only_session (store);
  g_assert_cmpstr (begun, ==, wanted);

  for (guint item = 0; item < 4; item++)
    for (YfSide side = YF_SIDE_NONE; side <= YF_SIDE_RIGHT; side++)
      for (YfCounting counting = YF_COUNTING_PACE; counting <= YF_COUNTING_TAP; counting++)
        {
          YfRepetition rep = make_rep (n_reps++);
          YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, item);

          rep.item = item;
          rep.side = side;
          rep.counted_by = counting;
          g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
          yf_store_add_repetition_async (store, record->id, &rep, NULL, waiter_cb, &waiter);
          waiter_assert (&waiter, store);
        }

  for (YfSegmentKind kind = YF_SEGMENT_INHALE; kind <= YF_SEGMENT_ROLL_OVER; kind++)
    {
      YfStop stop = {
        .at = EVENING + kind,
        .item = kind % 4,
        .side = kind % 3,
        .set = kind,
        .rep = 8 - kind,
        .phase = kind,
        .pain = (int) kind - 1,
        .site = (char *) sites[kind % G_N_ELEMENTS (sites)],
      };

      g_ptr_array_add (record->stops, yf_stop_copy (&stop));
      yf_store_add_stop_async (store, record->id, &stop, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  for (guint item = 0; item < 4; item++)
    {
      YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, item);

      exercise->state = states[item];
      yf_store_end_exercise_async (store, record->id, item, states[item], NULL, waiter_cb,
                                   &waiter);
      waiter_assert (&waiter, store);
    }

  record->ended = EVENING + 1000 * (gint64) YF_SECOND + 1;
  record->state = YF_RECORD_STOPPED;
  yf_store_end_session_async (store, record->id, record->ended, record->state, NULL, waiter_cb,
                              &waiter);
  waiter_assert (&waiter, store);

  g_free (wanted);
  wanted = describe_session (record);
  now = read_only_session (store);
  g_assert_cmpstr (now, ==, wanted);

  yf_store_close (store);
  g_assert_true (yf_store_open (store, NULL));
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 0);
  later = read_only_session (store);
  g_assert_cmpstr (later, ==, wanted);
  g_assert_true (yf_store_check (store, NULL));
}

/* Every way a session can end, and check-ins of every kind. */
static void
test_states (void)
{
  static const struct
  {
    YfRecordState state;
    YfRecordState exercise; /* that nobody ended */
    gboolean      check_in;
    int           pain_back;
    int           pain_leg;
    YfMoved       moved;
  } cases[] = {
    { YF_RECORD_COMPLETED, YF_RECORD_STOPPED, FALSE, 0, 0, YF_MOVED_UNKNOWN },
    { YF_RECORD_STOPPED, YF_RECORD_STOPPED, TRUE, -1, -1, YF_MOVED_UNKNOWN },
    { YF_RECORD_CUT, YF_RECORD_CUT, TRUE, 0, -1, YF_MOVED_DOWN },
    { YF_RECORD_COMPLETED, YF_RECORD_STOPPED, TRUE, -1, 10, YF_MOVED_SAME },
    { YF_RECORD_COMPLETED, YF_RECORD_STOPPED, TRUE, 5, 5, YF_MOVED_UP },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (GPtrArray) wanted = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfSessionRecord) record = make_session (EVENING + i, 1);
      YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, 0);
      Waiter waiter = { NULL };

      if (cases[i].check_in)
        {
          record->check_in = yf_check_in_new ();
          yf_check_in_set_pain_back (record->check_in, cases[i].pain_back);
          yf_check_in_set_pain_leg (record->check_in, cases[i].pain_leg);
          yf_check_in_set_moved (record->check_in, cases[i].moved);
        }

      yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      record->state = cases[i].state;
      record->ended = EVENING + 10 + i;
      exercise->state = cases[i].exercise;
      yf_store_end_session_async (store, record->id, record->ended, record->state, NULL,
                                  waiter_cb, &waiter);
      waiter_assert (&waiter, store);
      g_ptr_array_add (wanted, describe_session (record));
    }

  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (sessions->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *got = describe_session (g_ptr_array_index (sessions, i));

      g_assert_cmpstr (got, ==, g_ptr_array_index (wanted, i));
    }
}

/* What belongs nowhere, and what cannot be, is refused and leaves nothing. */
static void
test_refused (void)
{
  static const struct
  {
    const char   *name;
    YfRepetition  rep;
    gboolean      elsewhere;
  } cases[] = {
    { "item that is not there", { 1, YF_SIDE_NONE, 1, 2, EVENING, EVENING, 0, 0 }, FALSE },
    { "set 0", { 0, YF_SIDE_NONE, 0, 2, EVENING, EVENING, 0, 0 }, FALSE },
    { "rep 0", { 0, YF_SIDE_NONE, 1, 0, EVENING, EVENING, 0, 0 }, FALSE },
    { "negative hold", { 0, YF_SIDE_NONE, 1, 2, EVENING, EVENING, -1, 0 }, FALSE },
    { "before the epoch", { 0, YF_SIDE_NONE, 1, 2, -1, EVENING, 0, 0 }, FALSE },
    { "counted twice", { 0, YF_SIDE_NONE, 1, 1, EVENING, EVENING, 0, 0 }, FALSE },
    { "session that is not there", { 0, YF_SIDE_NONE, 1, 2, EVENING, EVENING, 0, 0 }, TRUE },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const YfRepetition late = make_rep (1);
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_reps (store, record->id, 0, 1);
  before = read_only_session (store);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) case_error = NULL;

      g_test_message ("%s", cases[i].name);
      yf_store_add_repetition_async (store, cases[i].elsewhere ? "elsewhere" : record->id,
                                     &cases[i].rep, NULL, waiter_cb, &waiter);
      g_assert_false (waiter_finish (&waiter, store, &case_error));
      g_assert_error (case_error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
    }

  after = read_only_session (store);
  g_assert_cmpstr (after, ==, before);

  yf_store_end_session_async (store, record->id, EVENING, YF_RECORD_STOPPED, NULL, waiter_cb,
                              &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_repetition_async (store, record->id, &late, NULL, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);
}

static void
test_answer_stop (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  YfStop stop = { EVENING + 5, 0, YF_SIDE_LEFT, 1, 2, YF_SEGMENT_HOLD, YF_PAIN_UNANSWERED, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) site_error = NULL;
  Waiter waiter = { NULL };

  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_stop_async (store, record->id, &stop, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_end_session_async (store, record->id, EVENING + 5, YF_RECORD_STOPPED, NULL, waiter_cb,
                              &waiter);
  waiter_assert (&waiter, store);

  /* After the session: the question may be answered at leisure. */
  yf_store_answer_stop_async (store, record->id, EVENING + 5, 7, "leg", NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  yf_store_answer_stop_async (store, record->id, EVENING + 6, 1, "back", NULL, waiter_cb,
                              &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);

  yf_store_answer_stop_async (store, record->id, EVENING + 5, 1, "nose", NULL, waiter_cb,
                              &waiter);
  g_assert_false (waiter_finish (&waiter, store, &site_error));
  g_assert_error (site_error, YF_STORE_ERROR, YF_STORE_ERROR_FAILED);

  stop.pain = 7;
  stop.site = (char *) "leg";
  g_ptr_array_add (record->stops, yf_stop_copy (&stop));
  record->state = YF_RECORD_STOPPED;
  record->ended = EVENING + 5;
  ((YfExerciseRecord *) g_ptr_array_index (record->exercises, 0))->state = YF_RECORD_STOPPED;
  wanted = describe_session (record);
  got = read_only_session (store);
  g_assert_cmpstr (got, ==, wanted);
}

/* -- Order ---------------------------------------------------------------- */

typedef struct
{
  YfStore *store;
  int      n_answers;
} Order;

typedef struct
{
  Order *order;
  int    number;
} Turn;

static void
turn_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autofree Turn *turn = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_true (yf_store_write_finish (turn->order->store, result, &error));
  g_assert_no_error (error);
  g_assert_cmpint (turn->number, ==, turn->order->n_answers);
  turn->order->n_answers++;
}

/* Asked for all at once, written in that order; closing waits for all of it. */
static void
test_order (void)
{
  const int n_reps = 300;
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, 0);
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  Order order = { store, 0 };

  for (int i = 0; i <= n_reps; i++)
    {
      Turn *turn = g_new0 (Turn, 1);
      const YfRepetition rep = make_rep (i - 1);

      turn->order = &order;
      turn->number = i;
      if (i == 0)
        {
          yf_store_begin_session_async (store, record, NULL, turn_cb, turn);
          continue;
        }
      yf_store_add_repetition_async (store, record->id, &rep, NULL, turn_cb, turn);
    }

  yf_store_close (store);
  g_assert_cmpint (order.n_answers, ==, 0);
  while (order.n_answers <= n_reps)
    g_main_context_iteration (NULL, TRUE);

  for (int i = 0; i < n_reps; i++)
    {
      const YfRepetition rep = make_rep (i);

      g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
      record->ended = rep.ended;
    }
  record->state = YF_RECORD_CUT;
  exercise->state = YF_RECORD_CUT;
  wanted = describe_session (record);

  g_assert_true (yf_store_open (store, NULL));
  g_assert_cmpuint (yf_store_get_n_cut (store), ==, 1);
  got = read_only_session (store);
  g_assert_cmpstr (got, ==, wanted);
}

static gpointer
write_elsewhere (gpointer data)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  YfStore *store = data;
  g_autoptr (YfProfile) profile = yf_profile_new ();
  Waiter waiter = { NULL };

  g_main_context_push_thread_default (context);
  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  while (waiter.result == NULL)
    g_main_context_iteration (context, TRUE);
  waiter_assert (&waiter, store);
  g_main_context_pop_thread_default (context);

  return NULL;
}

/* The answer comes in the context of who asked, and in no other: the main
 * context is never turned here. */
static void
test_context (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  g_thread_join (g_thread_new ("elsewhere", write_elsewhere, store));
}

static void
test_cancelled (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (YfProfile) profile = make_profile (&profile_cases[1]);
  g_autoptr (YfProfile) empty = yf_profile_new ();
  g_autoptr (YfProfile) got = NULL;
  g_autoptr (GError) error = NULL;
  Waiter waiter = { NULL };

  g_cancellable_cancel (cancellable);
  yf_store_save_profile_async (store, profile, cancellable, waiter_cb, &waiter);
  g_assert_false (waiter_finish (&waiter, store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  got = yf_store_dup_profile (store, NULL);
  g_assert_true (yf_profile_equal (got, empty));
}

/* -- Days ----------------------------------------------------------------- */

static void
add_ended_session (YfStore    *store,
                   gint64      started,
                   gint32      utc_offset,
                   YfCheckIn  *check_in,
                   const char *exercise,
                   gint64      stopped)
{
  g_autofree char *uuid = g_uuid_string_random ();
  g_autoptr (YfSessionRecord) record = yf_session_record_new (uuid, started, utc_offset);
  const YfDose dose = { 1, 1, 0 };
  Waiter waiter = { NULL };

  yf_session_record_add_exercise (record, exercise, &dose, YF_RECORD_RUNNING);
  record->check_in = check_in != NULL ? yf_check_in_copy (check_in) : NULL;
  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  if (stopped != 0)
    {
      const YfStop stop = {
        .at = stopped, .phase = YF_SEGMENT_RAISE, .pain = YF_PAIN_UNANSWERED,
      };

      yf_store_add_stop_async (store, record->id, &stop, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  yf_store_end_session_async (store, record->id, started + 1, YF_RECORD_STOPPED, NULL, waiter_cb,
                              &waiter);
  waiter_assert (&waiter, store);
}

static gint64
parse_instant (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static YfDay
parse_day (const char *text)
{
  YfDay day = YF_DAY_NONE;

  if (text != NULL)
    g_assert_true (yf_day_parse (text, &day));

  return day;
}

static const char * const range_sessions[] = {
  "2026-11-18T00:00:00+08:00",
  "2026-11-18T23:59:59+08:00",
  "2026-11-19T00:00:00-08:00", /* already the 19th's afternoon in Shanghai */
  "2026-11-20T07:30:00+08:00",
  "2026-11-19T23:30:00-08:00", /* later than that, but the day before there */
};

typedef struct
{
  const char *from;
  const char *to;
  const char *wanted; /* indices into the above, oldest first */
} RangeCase;

static const RangeCase range_cases[] = {
  { NULL, NULL, "01234" },
  { "2026-11-18", "2026-11-18", "01" },
  { "2026-11-19", "2026-11-19", "24" },
  { "2026-11-20", "2026-11-20", "3" },
  { "2026-11-19", NULL, "234" },
  { NULL, "2026-11-19", "0124" },
  { NULL, "2026-11-17", "" },
  { "2026-11-21", NULL, "" },
  { "2026-11-20", "2026-11-18", "" },
};

static void
list_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GPtrArray **sessions = user_data;
  g_autoptr (GError) error = NULL;

  *sessions = yf_store_list_sessions_finish (YF_STORE (object), result, &error);
  g_assert_no_error (error);
}

static void
assert_range (GPtrArray       *sessions,
              const RangeCase *test)
{
  g_assert_cmpuint (sessions->len, ==, strlen (test->wanted));
  for (guint i = 0; i < sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (sessions, i);

      g_assert_cmpint (record->started, ==,
                       parse_instant (range_sessions[test->wanted[i] - '0']));
    }
}

static void
test_ranges (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  for (guint i = G_N_ELEMENTS (range_sessions); i > 0; i--)
    {
      gint32 offset = strstr (range_sessions[i - 1], "+08:00") != NULL ? SHANGHAI : -SHANGHAI;

      add_ended_session (store, parse_instant (range_sessions[i - 1]), offset, NULL, "plank", 0);
    }

  for (guint i = 0; i < G_N_ELEMENTS (range_cases); i++)
    {
      YfDay from = parse_day (range_cases[i].from);
      YfDay to = parse_day (range_cases[i].to);
      g_autoptr (GPtrArray) sessions = yf_store_dup_sessions (store, from, to, NULL);
      g_autoptr (GPtrArray) listed = NULL;

      assert_range (sessions, &range_cases[i]);

      yf_store_list_sessions_async (store, from, to, NULL, list_cb, &listed);
      while (listed == NULL)
        g_main_context_iteration (NULL, TRUE);
      assert_range (listed, &range_cases[i]);
    }
}

static void
test_lone_check_ins (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) day = NULL;
  g_autoptr (GPtrArray) before = NULL;
  const YfCheckInRecord *record;
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;
  Waiter waiter = { NULL };

  yf_check_in_set_pain_leg (check_in, 4);
  yf_check_in_set_flag (check_in, "night-pain", TRUE, 3);
  yf_store_add_check_in_async (store, check_in, EVENING, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  yf_store_add_check_in_async (store, check_in, EVENING - 24 * 3600 * (gint64) YF_SECOND, NULL,
                               waiter_cb, &waiter);
  waiter_assert (&waiter, store);
  add_ended_session (store, EVENING + 1, SHANGHAI, check_in, "plank", 0);

  all = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  record = g_ptr_array_index (all, 1);
  g_assert_cmpint (record->at, ==, EVENING);
  g_assert_cmpint (record->utc_offset, ==, SHANGHAI);
  wanted = describe_check_in (check_in);
  got = describe_check_in (record->check_in);
  g_assert_cmpstr (got, ==, wanted);

  day = yf_store_dup_lone_check_ins (store, parse_day ("2026-11-20"), YF_DAY_NONE, NULL);
  g_assert_cmpuint (day->len, ==, 1);
  before = yf_store_dup_lone_check_ins (store, YF_DAY_NONE, parse_day ("2026-11-19"), NULL);
  g_assert_cmpuint (before->len, ==, 1);
}

/* -- What the log knows of a day ------------------------------------------ */

static const struct
{
  const char *at;
  gboolean    with_session;
  const char *flags; /* id=days, with ? for days that were not said */
} answers[] = {
  { "2026-11-01T08:00:00+08:00", FALSE, "radiating=1" },
  { "2026-11-02T08:00:00+08:00", TRUE, "radiating=2 night-pain=?" },
  { "2026-11-03T08:00:00+08:00", TRUE, "" },
  { "2026-11-05T08:00:00+08:00", FALSE, "leg-pain-days=3" },
  { "2026-11-06T00:00:00+08:00", TRUE, "leg-pain-days=4 radiating=1" },
  { "2026-11-07T08:00:00+08:00", FALSE, "leg-pain-days=14" },
  { "2026-11-07T21:00:00+08:00", FALSE, "leg-pain-days=2 radiating=9" },
  { "2026-11-07T23:59:59+08:00", TRUE, "" },
  { "2026-11-09T08:00:00+08:00", TRUE, "saddle-numbness=0" },
};

static const struct
{
  const char *day;
  const char *wanted; /* in any order */
} known_cases[] = {
  { "2026-10-31", "" },
  { "2026-11-01", "radiating 1 2026-11-01 2026-11-01" },
  { "2026-11-02", "radiating 2 2026-11-02 2026-11-01, night-pain -1 2026-11-02 2026-11-02" },
  /* A day without it breaks no run that lies before it. */
  { "2026-11-03", "radiating 2 2026-11-02 2026-11-01, night-pain -1 2026-11-02 2026-11-02" },
  { "2026-11-05", "radiating 2 2026-11-02 2026-11-01, night-pain -1 2026-11-02 2026-11-02, "
                  "leg-pain-days 3 2026-11-05 2026-11-05" },
  /* The second of the month does not belong to the run of the sixth. */
  { "2026-11-06", "radiating 1 2026-11-06 2026-11-06, night-pain -1 2026-11-02 2026-11-02, "
                  "leg-pain-days 4 2026-11-06 2026-11-05" },
  /* Both answers of the day stand. */
  { "2026-11-07", "radiating 9 2026-11-07 2026-11-07, night-pain -1 2026-11-02 2026-11-02, "
                  "leg-pain-days 2 2026-11-07 2026-11-05, "
                  "leg-pain-days 14 2026-11-07 2026-11-05" },
  { "2026-12-01", "radiating 9 2026-11-07 2026-11-07, night-pain -1 2026-11-02 2026-11-02, "
                  "leg-pain-days 2 2026-11-07 2026-11-05, "
                  "leg-pain-days 14 2026-11-07 2026-11-05, "
                  "saddle-numbness 0 2026-11-09 2026-11-09" },
};

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static char *
sort_lines (GStrv lines)
{
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);

  return g_strjoinv ("\n", lines);
}

static char *
describe_standing (YfCheckIn *known)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < yf_check_in_get_n_standing (known); i++)
    {
      const YfSign *sign = yf_check_in_get_standing (known, i);
      g_autofree char *seen = yf_day_to_string (sign->seen);
      g_autofree char *since = yf_day_to_string (sign->since);
      g_autofree char *line = g_strdup_printf ("%s %d %s %s", sign->flag, sign->days, seen, since);

      g_strv_builder_add (builder, line);
    }

  lines = g_strv_builder_end (builder);

  return sort_lines (lines);
}

static YfCheckIn *
parse_answers (const char *text)
{
  YfCheckIn *check_in = yf_check_in_new ();
  g_auto (GStrv) flags = g_strsplit (text, " ", -1);

  for (int i = 0; flags[i] != NULL && *flags[i] != '\0'; i++)
    {
      char *days = strchr (flags[i], '=');

      *days++ = '\0';
      yf_check_in_set_flag (check_in, flags[i], TRUE,
                            *days == '?' ? YF_DAYS_UNSAID : atoi (days));
    }

  return check_in;
}

static void
test_known_flags (void)
{
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr (YfCheckIn) check_in = parse_answers (answers[i].flags);
      gint64 at = parse_instant (answers[i].at);
      Waiter waiter = { NULL };

      if (answers[i].with_session)
        {
          add_ended_session (store, at, SHANGHAI, check_in, "plank", 0);
          continue;
        }
      yf_store_add_check_in_async (store, check_in, at, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }

  for (guint i = 0; i < G_N_ELEMENTS (known_cases); i++)
    {
      g_autoptr (YfCheckIn) known = yf_store_dup_known (store, parse_day (known_cases[i].day),
                                                        NULL);
      g_auto (GStrv) lines = g_strsplit (known_cases[i].wanted, ", ", -1);
      g_autofree char *wanted = sort_lines (lines);
      g_autofree char *got = describe_standing (known);

      g_test_message ("%s", known_cases[i].day);
      g_assert_cmpstr (got, ==, wanted);
      g_assert_cmpuint (yf_check_in_get_n_flags (known), ==, 0);
      g_assert_cmpint (yf_check_in_get_pain_back (known), ==, YF_PAIN_UNANSWERED);
    }
}

static void
test_known_stops (void)
{
  static const struct
  {
    const char *day;
    gboolean    plank;
    gboolean    bridge;
    gboolean    kegel;
  } cases[] = {
    { "2026-11-18", FALSE, FALSE, FALSE },
    { "2026-11-19", TRUE, FALSE, TRUE },
    { "2026-11-20", FALSE, TRUE, TRUE },
    { "2026-11-21", FALSE, FALSE, FALSE },
  };
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (YfStore) store = open_store (folder);
  gint64 midnight = parse_instant ("2026-11-20T00:00:00+08:00");

  add_ended_session (store, midnight - 10, SHANGHAI, NULL, "plank", midnight - 1);
  add_ended_session (store, midnight - 10, SHANGHAI, NULL, "glute-bridge", midnight);
  add_ended_session (store, midnight - 10, SHANGHAI, NULL, "modified-swallow", 0);
  /* In New York it was still the 19th; here it is the 20th. Both count. */
  add_ended_session (store, midnight, -5 * 3600, NULL, "kegel", midnight + 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfCheckIn) known = yf_store_dup_known (store, parse_day (cases[i].day), NULL);

      g_assert_cmpint (yf_check_in_has_stopped (known, "plank"), ==, cases[i].plank);
      g_assert_cmpint (yf_check_in_has_stopped (known, "glute-bridge"), ==, cases[i].bridge);
      g_assert_cmpint (yf_check_in_has_stopped (known, "kegel"), ==, cases[i].kegel);
      g_assert_false (yf_check_in_has_stopped (known, "modified-swallow"));
    }
}

/* -- Old logs ------------------------------------------------------------- */

static char *
query (const char *path,
       const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  return g_string_free (text, FALSE);
}

/* A log as version 1 wrote it opens in every later version, reads the same, and
 * has the tables of a new one. */
static void
test_schema_1 (void)
{
  static const char schema[] =
    "SELECT type || ' ' || name || ' ' || coalesce (sql, '') FROM sqlite_schema ORDER BY 1";
  g_autoptr (Folder) folder = make_folder ();
  g_autoptr (Folder) fresh = make_folder ();
  g_autofree char *path = get_log_path (folder);
  g_autofree char *fresh_path = get_log_path (fresh);
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "schema-1.sql", NULL);
  g_autofree char *expected_path = g_test_build_filename (G_TEST_DIST, "schema-1.expected", NULL);
  g_autofree char *sql = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *schema_old = NULL;
  g_autofree char *schema_new = NULL;
  g_autofree char *settings = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (YfProfile) wanted = make_profile (&profile_cases[2]);
  g_autoptr (YfCheckIn) known = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfStore) fresh_store = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  g_autofree char *standing = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *database = NULL;

  g_assert_true (g_file_get_contents (source, &sql, NULL, &error));
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, &error));
  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (database, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (database), ==, SQLITE_OK);

  store = open_store (folder);
  g_assert_true (yf_store_check (store, &error));
  g_assert_no_error (error);
  profile = yf_store_dup_profile (store, NULL);
  assert_same_profile (profile, wanted);
  sessions = yf_store_dup_sessions (store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  for (guint i = 0; i < sessions->len; i++)
    {
      g_autofree char *session = describe_session (g_ptr_array_index (sessions, i));

      g_string_append (got, session);
    }
  known = yf_store_dup_known (store, yf_day_from_real (EVENING), NULL);
  standing = describe_check_in (known);
  g_string_append (got, standing);
  g_assert_cmpstr (got->str, ==, expected);
  yf_store_close (store);

  fresh_store = open_store (fresh);
  yf_store_close (fresh_store);
  schema_old = query (path, schema);
  schema_new = query (fresh_path, schema);
  g_assert_cmpstr (schema_old, ==, schema_new);

  settings = query (path, "SELECT application_id || ' ' || user_version || ' ' || journal_mode "
                          "FROM pragma_application_id, pragma_user_version, "
                          "pragma_journal_mode");
  g_assert_cmpstr (settings, ==, "1499557446 1 wal\n");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/profile", test_profile);
  g_test_add_func ("/store/empty", test_empty);
  g_test_add_func ("/store/not-open", test_not_open);
  g_test_add_func ("/store/session", test_session);
  g_test_add_func ("/store/states", test_states);
  g_test_add_func ("/store/refused", test_refused);
  g_test_add_func ("/store/answer-stop", test_answer_stop);
  g_test_add_func ("/store/order", test_order);
  g_test_add_func ("/store/context", test_context);
  g_test_add_func ("/store/cancelled", test_cancelled);
  g_test_add_func ("/store/ranges", test_ranges);
  g_test_add_func ("/store/lone-check-ins", test_lone_check_ins);
  g_test_add_func ("/store/known/flags", test_known_flags);
  g_test_add_func ("/store/known/stops", test_known_stops);
  g_test_add_func ("/store/schema-1", test_schema_1);

  return g_test_run ();
}
