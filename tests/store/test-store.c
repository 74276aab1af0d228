/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

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
  int             onset_minute; /* counted from 1, 0 for unknown */
} ProfileCase;

static const ProfileCase profile_cases[] = {
  { "empty", { NULL }, { 0, 0, 0, 0, 0 }, YF_BACK_STRENGTH_UNKNOWN, FALSE, 0, 0, 0 },
  { "one", { "pregnancy" }, { 739000, 0, 0, 0, 0 }, YF_BACK_STRENGTH_WEAK, TRUE, 1, 0, 1 },
  { "order", { "spinal-stenosis", "diabetes", "osteoporosis" },
    { YF_DAY_UNKNOWN, YF_DAY_UNKNOWN, YF_DAY_UNKNOWN, YF_DAY_UNKNOWN, YF_DAY_UNKNOWN },
    YF_BACK_STRENGTH_STRONG, FALSE, 3, 2, 0 },
  { "days", { NULL }, { 1, 739000, 739001, 739002, 3652059 }, YF_BACK_STRENGTH_UNKNOWN, TRUE,
    0, 4, 1440 },
};

static YfProfile *
make_profile (const ProfileCase *test)
{
  YfProfile *profile = yf_profile_new ();

  for (int i = 0; i < 4 && test->conditions[i] != NULL; i++)
    yf_profile_set_condition (profile, test->conditions[i], TRUE);
  yf_profile_set_onset (profile, test->days[0]);
  if (test->onset_minute > 0)
    yf_profile_set_onset_minute (profile, test->onset_minute - 1);
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
  g_assert_cmpint (yf_profile_get_onset_minute (a), ==, yf_profile_get_onset_minute (b));
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

  return g_test_run ();
}
