/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <signal.h>
#include <sys/resource.h>

#include "yf-fake-clock.h"
#include "yf-journal.h"

/* What the journal writes down while a session is played on the fake clock,
 * and what becomes of it when the disk fails. */

#define N_ROUNDS 60

typedef struct
{
  char         *folder;
  YfStore      *store;
  YfFakeClock  *clock;
  YfPlayer     *player;
  YfJournal    *journal;
  GPtrArray    *counted;   /* YfRepetition, as the player said it */
  guint         n_stored;
  guint         n_troubles;
  guint         n_settled;
} Stage;

static void
counted_cb (YfPlayer           *player,
            const YfRepetition *repetition,
            Stage              *self)
{
  g_ptr_array_add (self->counted, yf_repetition_copy (repetition));
}

static guint
count_logged_reps (Stage *self)
{
  g_autoptr (GPtrArray) sessions = NULL;

  sessions = yf_store_dup_sessions (self->store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (sessions->len, >=, 1);

  return (guint) yf_session_record_count_reps (g_ptr_array_index (sessions, sessions->len - 1));
}

/* In order, and not before it is in the log. */
static void
stored_cb (YfJournal          *journal,
           const YfRepetition *repetition,
           Stage              *self)
{
  const YfRepetition *counted;

  g_assert_cmpuint (self->n_stored, <, self->counted->len);
  counted = g_ptr_array_index (self->counted, self->n_stored);
  g_assert_cmpint (repetition->ended, ==, counted->ended);
  g_assert_cmpint (repetition->rep, ==, counted->rep);

  self->n_stored++;
  g_assert_cmpuint (count_logged_reps (self), >=, self->n_stored);
}

static void
trouble_cb (YfJournal    *journal,
            const GError *error,
            Stage        *self)
{
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_FULL);
  self->n_troubles++;
}

static void
settled_cb (YfJournal *journal,
            Stage     *self)
{
  g_assert_true (yf_journal_get_settled (journal));
  self->n_settled++;
}

typedef struct
{
  gboolean  done;
  gboolean  begun;
  GError   *error;
} Beginning;

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Beginning *beginning = user_data;

  beginning->begun = yf_journal_begin_finish (YF_JOURNAL (object), result, &beginning->error);
  beginning->done = TRUE;
}

static gboolean
begin (YfJournal  *journal,
       GError    **error)
{
  Beginning beginning = { FALSE, };

  yf_journal_begin_async (journal, NULL, begun_cb, &beginning);
  while (!beginning.done)
    g_main_context_iteration (NULL, TRUE);
  if (beginning.error != NULL)
    g_propagate_error (error, beginning.error);

  return beginning.begun;
}

static YfPlayer *
make_player (YfClock    *clock,
             YfCounting  counting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfCueSheet) cue_sheet = NULL;

  g_assert_no_error (error);

  {
    const YfRoutineItem items[] = {
      { yf_catalogue_find_exercise (catalogue, "five-point-support"), { 2, 3, 3 * YF_SECOND } },
      { yf_catalogue_find_exercise (catalogue, "abdominal-breathing"), { 1, 2, 3 * YF_SECOND } },
      { yf_catalogue_find_exercise (catalogue, "modified-swallow"), { 1, 2, 2 * YF_SECOND } },
    };

    routine = yf_routine_new (items, G_N_ELEMENTS (items));
  }
  timeline = yf_timeline_new (routine, counting);
  cue_sheet = yf_cue_sheet_new (timeline);

  return yf_player_new (cue_sheet, clock);
}

static Stage *
stage_new (YfCounting counting)
{
  Stage *self = g_new0 (Stage, 1);
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (GError) error = NULL;

  self->folder = make_folder ();
  self->store = open_store (self->folder);
  self->clock = yf_fake_clock_new (EVENING);
  self->player = make_player (YF_CLOCK (self->clock), counting);
  self->counted = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_repetition_free);

  yf_check_in_set_pain_back (check_in, 3);
  self->journal = yf_journal_new (self->store, self->player, check_in);
  g_assert_null (yf_journal_get_session (self->journal));

  g_signal_connect (self->player, "repetition", G_CALLBACK (counted_cb), self);
  g_signal_connect (self->journal, "stored", G_CALLBACK (stored_cb), self);
  g_signal_connect (self->journal, "trouble", G_CALLBACK (trouble_cb), self);
  g_signal_connect (self->journal, "settled", G_CALLBACK (settled_cb), self);

  g_assert_true (begin (self->journal, &error));
  g_assert_no_error (error);
  g_assert_nonnull (yf_journal_get_session (self->journal));
  yf_player_start (self->player);

  return self;
}

static void
stage_free (Stage *self)
{
  g_object_unref (self->journal);
  g_object_unref (self->player);
  g_object_unref (self->clock);
  g_object_unref (self->store);
  g_ptr_array_unref (self->counted);
  remove_folder (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stage, stage_free)

static void
wait_for_settled (Stage *self,
                  guint  n_settled)
{
  while (self->n_settled < n_settled)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_settled, ==, n_settled);
}

static YfSessionRecord *
read_session (Stage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;

  sessions = yf_store_dup_sessions (self->store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);

  return yf_session_record_ref (g_ptr_array_index (sessions, 0));
}

/* The log has what the player said, all of it and nothing else. */
static void
assert_logged (Stage *self)
{
  g_autoptr (YfSessionRecord) record = read_session (self);
  guint n_reps = 0;

  g_assert_cmpstr (record->id, ==, yf_journal_get_session (self->journal));
  g_assert_cmpint (record->state, ==, yf_player_get_record_state (self->player));
  g_assert_cmpint (record->started, ==, EVENING);
  g_assert_cmpint (record->ended, ==, yf_player_get_ended (self->player));
  g_assert_cmpint (yf_check_in_get_pain_back (record->check_in), ==, 3);

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      g_assert_cmpint (exercise->state, ==, yf_player_get_item_state (self->player, i));
      for (guint j = 0; j < exercise->reps->len; j++)
        {
          const YfRepetition *logged = g_ptr_array_index (exercise->reps, j);
          const YfRepetition *counted;

          g_assert_cmpuint (n_reps, <, self->counted->len);
          counted = g_ptr_array_index (self->counted, n_reps++);
          g_assert_cmpuint (logged->item, ==, counted->item);
          g_assert_cmpint (logged->side, ==, counted->side);
          g_assert_cmpint (logged->set, ==, counted->set);
          g_assert_cmpint (logged->rep, ==, counted->rep);
          g_assert_cmpint (logged->started, ==, counted->started);
          g_assert_cmpint (logged->ended, ==, counted->ended);
          g_assert_cmpint (logged->hold, ==, counted->hold);
          g_assert_cmpint (logged->counted_by, ==, counted->counted_by);
        }
    }

  g_assert_cmpuint (n_reps, ==, self->counted->len);
  g_assert_cmpuint (self->n_stored, ==, n_reps);
}

static void
play (Stage *self,
      guint  n_reps)
{
  while (self->counted->len < n_reps && yf_fake_clock_step (self->clock))
    continue;
  g_assert_cmpuint (self->counted->len, ==, n_reps);
}

static void
play_to_the_end (Stage *self)
{
  while (!yf_player_has_ended (self->player))
    {
      if (!yf_player_tap (self->player))
        g_assert_true (yf_fake_clock_step (self->clock));
    }
}

static void
test_whole (void)
{
  for (YfCounting counting = YF_COUNTING_PACE; counting <= YF_COUNTING_TAP; counting++)
    {
      g_autoptr (Stage) stage = stage_new (counting);

      play_to_the_end (stage);
      g_assert_false (yf_journal_get_settled (stage->journal));
      wait_for_settled (stage, 1);

      assert_logged (stage);
      g_assert_cmpuint (stage->counted->len, ==, 2 * 3 + 2 + 2);
      g_assert_cmpint (yf_player_get_record_state (stage->player), ==, YF_RECORD_COMPLETED);
      g_assert_cmpuint (yf_journal_get_n_lost (stage->journal), ==, 0);
      g_assert_cmpuint (stage->n_troubles, ==, 0);
    }
}

/* Whatever a person does, at whatever moment, is in the log. */
static void
test_random (void)
{
  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Stage) stage = stage_new (g_test_rand_int_range (0, 2));
      g_autoptr (YfSessionRecord) record = NULL;

      while (!yf_player_has_ended (stage->player))
        {
          switch (g_test_rand_int_range (0, 24))
            {
            case 0:
              yf_player_next (stage->player);
              break;
            case 1:
              yf_player_pause (stage->player);
              break;
            case 2:
              yf_player_stop (stage->player);
              break;
            case 3:
              yf_player_hurt (stage->player);
              break;
            case 4:
              g_main_context_iteration (NULL, FALSE);
              break;
            default:
              yf_player_resume (stage->player);
              yf_player_tap (stage->player);
              yf_fake_clock_advance (stage->clock,
                                     g_test_rand_int_range (0, 9 * YF_SECOND));
            }
        }

      wait_for_settled (stage, 1);
      assert_logged (stage);
      record = read_session (stage);
      g_assert_cmpuint (record->stops->len, ==,
                        yf_player_get_state (stage->player) == YF_PLAYER_HURT ? 1 : 0);
    }
}

/* The stop ledger knows where one was, in a rest and before the first
 * repetition too; the answer comes before or after all is written. */
static void
test_hurt (void)
{
  static const struct
  {
    guint         n_reps;
    YfSegmentKind phase;
    gboolean      late;
    int           pain;
    const char   *site;
  } cases[] = {
    { 0, YF_SEGMENT_GET_READY, FALSE, 7, "back" },
    { 0, YF_SEGMENT_RAISE, TRUE, 0, "leg" },
    { 1, YF_SEGMENT_HOLD, FALSE, YF_PAIN_UNANSWERED, "elsewhere" },
    { 2, YF_SEGMENT_LOWER, TRUE, 10, NULL },
    { 1, YF_SEGMENT_REST, TRUE, YF_PAIN_UNANSWERED, NULL },
    { 6, YF_SEGMENT_INHALE, TRUE, 3, "back" },
    { 7, YF_SEGMENT_EXHALE, FALSE, 3, "back" },
    { 8, YF_SEGMENT_ROLL_OVER, TRUE, 4, "leg" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
      g_autoptr (YfSessionRecord) record = NULL;
      g_autoptr (YfCheckIn) known = NULL;
      const YfSegment *segment;
      const YfStop *stop;

      play (stage, cases[i].n_reps);
      while ((segment = yf_player_get_segment (stage->player))->kind != cases[i].phase)
        g_assert_true (yf_fake_clock_step (stage->clock));
      g_assert_true (yf_player_hurt (stage->player));
      g_assert_cmpuint (stage->counted->len, ==, cases[i].n_reps);

      if (cases[i].late)
        wait_for_settled (stage, 1);
      yf_journal_answer_stop (stage->journal, cases[i].pain, cases[i].site);
      g_assert_false (yf_journal_get_settled (stage->journal));
      wait_for_settled (stage, cases[i].late ? 2 : 1);
      assert_logged (stage);

      record = read_session (stage);
      g_assert_cmpuint (record->stops->len, ==, 1);
      stop = g_ptr_array_index (record->stops, 0);
      g_assert_cmpint (stop->at, ==, yf_player_get_ended (stage->player));
      g_assert_cmpuint (stop->item, ==, segment->item);
      g_assert_cmpint (stop->side, ==, segment->side);
      g_assert_cmpint (stop->set, ==, segment->set);
      g_assert_cmpint (stop->rep, ==, segment->rep);
      g_assert_cmpint (stop->phase, ==, cases[i].phase);
      g_assert_cmpint (stop->pain, ==, cases[i].pain);
      g_assert_cmpstr (stop->site, ==, cases[i].site);

      /* And the exercise is off for today. */
      known = yf_store_dup_known (stage->store, yf_day_from_real (EVENING), NULL);
      g_assert_true (yf_check_in_has_stopped (known,
                                              yf_exercise_get_id (segment->exercise)));
    }
}

/* A session that cannot begin is not listened to. */
static void
test_busy (void)
{
  g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
  g_autoptr (YfStore) other = open_store (stage->folder);
  g_autoptr (YfPlayer) player = make_player (YF_CLOCK (stage->clock), YF_COUNTING_PACE);
  g_autoptr (YfJournal) journal = yf_journal_new (other, player, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (begin (journal, &error));
  g_assert_error (error, YF_STORE_ERROR, YF_STORE_ERROR_BUSY);
  g_assert_null (yf_journal_get_session (journal));
  g_assert_false (g_signal_has_handler_pending (player,
                                                g_signal_lookup ("repetition", YF_TYPE_PLAYER),
                                                0, TRUE));

  /* And can once the other has ended. */
  yf_player_stop (stage->player);
  wait_for_settled (stage, 1);
  g_clear_error (&error);
  g_assert_true (begin (journal, &error));
  g_assert_no_error (error);
}

static void
add_to_plan (GString            *text,
             const YfRepetition *rep)
{
  g_string_append_printf (text, "%u %d %d\n", rep->item, rep->set, rep->rep);
}

static char *
describe_all (YfSessionRecord *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        add_to_plan (text, g_ptr_array_index (exercise->reps, j));
    }

  return g_string_free (text, FALSE);
}

/* What the whole session has, played in one piece. */
static char *
describe_whole (void)
{
  g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
  GString *text = g_string_new (NULL);

  play_to_the_end (stage);
  wait_for_settled (stage, 1);
  for (guint i = 0; i < stage->counted->len; i++)
    add_to_plan (text, g_ptr_array_index (stage->counted, i));

  return g_string_free (text, FALSE);
}

/* Left, by a crash or by the person, and gone on with, several times: the log has
 * the whole session once, and the time away is no part of it. */
static void
test_resume (void)
{
  g_autofree char *whole = describe_whole ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  guint n_returns = 0;

  g_assert_no_error (error);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
      g_autoptr (YfSessionRecord) record = NULL;
      g_autofree char *done = NULL;
      int n_lives = g_test_rand_int_range (2, 5);
      gint64 active = 0;

      while (TRUE)
        {
          g_autoptr (YfSessionRecord) left = NULL;
          g_autoptr (YfTimeline) timeline = NULL;
          g_autoptr (YfCueSheet) sheet = NULL;
          gint64 length = g_test_rand_int_range (0, 60 * YF_SECOND);
          gboolean cut = g_test_rand_bit ();

          if (--n_lives <= 0)
            break;

          while (length > 0 && !yf_player_has_ended (stage->player))
            {
              gint64 step = MIN (length, 3 * YF_SECOND);

              yf_fake_clock_advance (stage->clock, step);
              length -= step;
              /* What is told is written by the time it is asked for. */
              while (g_main_context_iteration (NULL, FALSE))
                continue;
            }
          if (yf_player_has_ended (stage->player))
            break;

          if (!cut)
            {
              yf_player_stop (stage->player);
              wait_for_settled (stage, stage->n_settled + 1);
            }
          else
            {
              while (stage->n_stored < stage->counted->len)
                g_main_context_iteration (NULL, TRUE);
            }
          g_clear_object (&stage->journal);
          g_clear_object (&stage->player);
          yf_store_close (stage->store);
          while (g_main_context_iteration (NULL, FALSE))
            continue;

          g_assert_true (yf_store_open (stage->store, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (yf_store_get_n_cut (stage->store), ==, cut ? 1 : 0);
          yf_fake_clock_advance (stage->clock, g_test_rand_int_range (0, 1000 * YF_SECOND));
          left = yf_store_dup_resumable (stage->store, yf_clock_get_real (YF_CLOCK (stage->clock)), &error);
          g_assert_no_error (error);
          g_assert_nonnull (left);
          active = yf_session_record_get_length (left);
          timeline = yf_session_record_dup_timeline (left, catalogue, YF_COUNTING_PACE);
          g_assert_nonnull (timeline);
          sheet = yf_cue_sheet_new (timeline);
          stage->player = yf_player_new_resumed (sheet, YF_CLOCK (stage->clock), left);
          stage->journal = yf_journal_new (stage->store, stage->player, NULL);
          g_signal_connect (stage->player, "repetition", G_CALLBACK (counted_cb), stage);
          g_signal_connect (stage->journal, "stored", G_CALLBACK (stored_cb), stage);
          g_signal_connect (stage->journal, "settled", G_CALLBACK (settled_cb), stage);
          g_assert_true (begin (stage->journal, &error));
          g_assert_no_error (error);
          g_assert_cmpstr (yf_journal_get_session (stage->journal), ==, left->id);

          /* Some get ready for a while before they press start. */
          yf_fake_clock_advance (stage->clock, g_test_rand_int_range (0, 9 * YF_SECOND));
          yf_player_start (stage->player);
          n_returns++;
        }

      play_to_the_end (stage);
      wait_for_settled (stage, stage->n_settled + 1);
      record = read_session (stage);
      done = describe_all (record);
      g_assert_cmpstr (done, ==, whole);
      g_assert_cmpint (record->state, ==, YF_RECORD_COMPLETED);
      g_assert_cmpint (record->ended, ==, yf_player_get_ended (stage->player));
      g_assert_cmpint (yf_session_record_get_length (record), ==,
                       active + yf_player_get_elapsed (stage->player));
      for (guint i = 0; i < record->exercises->len; i++)
        g_assert_cmpint (((YfExerciseRecord *) g_ptr_array_index (record->exercises, i))->state, ==,
                         YF_RECORD_COMPLETED);
    }

  g_test_message ("%d sessions, %u returns", N_ROUNDS, n_returns);
}

/* Called away for too long: what was done is saved, the session ended when it was
 * left, and by then it is too late to go on with it. */
static void
test_left (void)
{
  g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
  g_autoptr (YfSessionRecord) record = NULL;
  gint64 left;

  play (stage, 2);
  yf_fake_clock_advance (stage->clock, YF_SECOND);
  left = yf_clock_get_real (YF_CLOCK (stage->clock));
  g_assert_true (yf_player_pause (stage->player));
  yf_fake_clock_advance (stage->clock, YF_RESUME_WITHIN);
  g_assert_false (yf_player_has_ended (stage->player));
  g_assert_true (yf_fake_clock_step (stage->clock));
  wait_for_settled (stage, 1);
  assert_logged (stage);

  record = read_session (stage);
  g_assert_cmpint (record->state, ==, YF_RECORD_STOPPED);
  g_assert_cmpint (record->ended, ==, left);
  g_assert_cmpint (yf_session_record_count_reps (record), ==, 2);
  g_assert_null (yf_store_dup_resumable (stage->store, yf_clock_get_real (YF_CLOCK (stage->clock)), NULL));
}

/* What is changed is in the log beside what was planned. */
static void
test_adjusted (void)
{
  const YfDose dose = { 2, 4, 5 * YF_SECOND };
  const YfPace pace = { 150, 0, 60 * YF_SECOND };
  g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
  g_autoptr (YfSessionRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  const YfExerciseRecord *exercise;
  const YfAdjustment *adjustment;

  play (stage, 1);
  g_assert_true (yf_player_adjust (stage->player, 0, &dose, &pace, &error));
  g_assert_no_error (error);
  play_to_the_end (stage);
  wait_for_settled (stage, 1);
  assert_logged (stage);

  record = read_session (stage);
  exercise = g_ptr_array_index (record->exercises, 0);
  g_assert_cmpint (exercise->planned.reps, ==, 3);
  g_assert_cmpuint (exercise->reps->len, ==, 8);
  g_assert_cmpint (exercise->state, ==, YF_RECORD_COMPLETED);
  g_assert_cmpuint (record->adjustments->len, ==, 1);
  adjustment = g_ptr_array_index (record->adjustments, 0);
  g_assert_cmpint (adjustment->at, ==, ((YfRepetition *) g_ptr_array_index (exercise->reps, 0))->ended);
  g_assert_cmpuint (adjustment->item, ==, 0);
  g_assert_true (yf_dose_equal (&adjustment->dose, &dose));
  g_assert_cmpint (adjustment->pace.tempo, ==, 150);
  g_assert_cmpint (adjustment->pace.rep_rest, ==, 0);
  g_assert_cmpint (adjustment->pace.set_rest, ==, 60 * YF_SECOND);
}

/* -- A disk that fails ---------------------------------------------------- */

static void
set_disk_full (gboolean full)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = full ? 1024 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
wait_for_trouble (Stage *self,
                  guint  n_troubles)
{
  while (self->n_troubles < n_troubles)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_troubles, ==, n_troubles);
}

static void
wait_for_stored (Stage *self,
                 guint  n_stored)
{
  while (self->n_stored < n_stored)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_stored, ==, n_stored);
}

/* Full for a minute: nothing is lost, nothing overtakes, and it is said once.
 * Written again without waiting for another fact. */
static void
test_recovers_apart (void)
{
  g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);

  play (stage, 1);
  wait_for_stored (stage, 1);

  set_disk_full (TRUE);
  play (stage, 2);
  wait_for_trouble (stage, 1);
  play (stage, 5);
  g_assert_cmpuint (count_logged_reps (stage), ==, 1);
  yf_player_pause (stage->player);

  /* Paused, so that nothing but the journal waits for what is near: it keeps
   * trying, and nobody need hear of it again. */
  for (int i = 0; i < 3; i++)
    {
      yf_fake_clock_advance (stage->clock, 5 * YF_SECOND);
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (stage->n_stored, ==, 1);
    }

  set_disk_full (FALSE);
  while (stage->n_stored < 5)
    {
      yf_fake_clock_advance (stage->clock, 5 * YF_SECOND);
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_cmpuint (stage->n_stored, ==, 5);
  g_assert_cmpuint (stage->n_troubles, ==, 1);

  /* Another run of failures is said again; the next fact brings the cure. */
  set_disk_full (TRUE);
  yf_player_resume (stage->player);
  play (stage, 6);
  wait_for_trouble (stage, 2);
  set_disk_full (FALSE);
  play (stage, 7);
  wait_for_stored (stage, 7);

  play_to_the_end (stage);
  wait_for_settled (stage, 1);
  assert_logged (stage);
  g_assert_cmpuint (yf_journal_get_n_lost (stage->journal), ==, 0);
  g_assert_cmpuint (stage->n_troubles, ==, 2);
}

/* Full for good: the journal gives up, says how much is missing, and has it
 * still when there is room again. */
static void
test_gives_up_apart (void)
{
  g_autoptr (Stage) stage = stage_new (YF_COUNTING_PACE);
  g_autoptr (YfSessionRecord) record = NULL;
  g_autoptr (YfSessionRecord) later = NULL;

  play (stage, 2);
  wait_for_stored (stage, 2);

  set_disk_full (TRUE);
  play (stage, 4);
  wait_for_trouble (stage, 1);
  yf_player_hurt (stage->player);
  while (stage->n_settled == 0)
    {
      g_main_context_iteration (NULL, FALSE);
      yf_fake_clock_step (stage->clock);
    }

  /* Two repetitions, the stop, three exercises, the session. */
  g_assert_cmpuint (yf_journal_get_n_lost (stage->journal), ==, 2 + 1 + 3 + 1);
  g_assert_cmpuint (stage->n_troubles, ==, 1);
  g_assert_cmpuint (stage->n_stored, ==, 2);
  record = read_session (stage);
  g_assert_cmpint (record->state, ==, YF_RECORD_RUNNING);
  g_assert_cmpint (yf_session_record_count_reps (record), ==, 2);

  set_disk_full (FALSE);
  yf_journal_answer_stop (stage->journal, 6, "leg");
  wait_for_settled (stage, 2);
  g_assert_cmpuint (yf_journal_get_n_lost (stage->journal), ==, 0);
  assert_logged (stage);
  later = read_session (stage);
  g_assert_cmpuint (later->stops->len, ==, 1);
  g_assert_cmpint (((YfStop *) g_ptr_array_index (later->stops, 0))->pain, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/journal/whole", test_whole);
  g_test_add_func ("/store/journal/random", test_random);
  g_test_add_func ("/store/journal/hurt", test_hurt);
  g_test_add_func ("/store/journal/busy", test_busy);
  g_test_add_func ("/store/journal/resume", test_resume);
  g_test_add_func ("/store/journal/left", test_left);
  g_test_add_func ("/store/journal/adjusted", test_adjusted);
  g_test_add_func ("/store/journal/recovers", run_apart);
  g_test_add_func ("/store/journal/recovers/subprocess", test_recovers_apart);
  g_test_add_func ("/store/journal/gives-up", run_apart);
  g_test_add_func ("/store/journal/gives-up/subprocess", test_gives_up_apart);

  return g_test_run ();
}
