/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>

/* What the tests of the store share: waiting for an answer, making logs, and
 * telling what is in them in words that can be compared. */

void
waiter_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Waiter *self = user_data;

  g_assert_null (self->result);
  self->result = g_object_ref (result);
}

gboolean
waiter_finish (Waiter   *self,
               YfStore  *store,
               GError  **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  result = g_steal_pointer (&self->result);

  return yf_store_write_finish (store, result, error);
}

void
waiter_assert (Waiter  *self,
               YfStore *store)
{
  g_autoptr (GError) error = NULL;
  gboolean written = waiter_finish (self, store, &error);

  g_assert_no_error (error);
  g_assert_true (written);
}

char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("yf-store-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        {
          remove_folder (path);
          continue;
        }
      g_unlink (path);
      g_free (path);
    }

  g_rmdir (folder);
  g_free (folder);
}

char *
get_log_path (const char *folder)
{
  return g_build_filename (folder, "yanfei.db", NULL);
}

YfStore *
open_store (const char *folder)
{
  g_autoptr (GError) error = NULL;
  YfStore *store = yf_store_new (folder);
  gboolean opened = yf_store_open (store, &error);

  g_assert_no_error (error);
  g_assert_true (opened);

  return store;
}

/* A session of which each exercise is planned as a different dose. */
YfSessionRecord *
make_session (gint64 started,
              guint  n_exercises)
{
  static const char * const ids[] = {
    "five-point-support", "abdominal-breathing", "glute-bridge", "modified-swallow",
  };
  g_autofree char *uuid = g_uuid_string_random ();
  YfSessionRecord *record = yf_session_record_new (uuid, started, SHANGHAI);

  for (guint i = 0; i < n_exercises; i++)
    {
      const YfDose dose = { 1 + (int) i, 10 + (int) i, i * YF_SECOND };

      yf_session_record_add_exercise (record, ids[i % G_N_ELEMENTS (ids)], &dose,
                                      YF_RECORD_RUNNING);
    }

  return record;
}

/* Repetition @number of a session, from 0: sets of ten, seven seconds each. */
YfRepetition
make_rep (int number)
{
  const YfRepetition rep = {
    .item = 0,
    .side = YF_SIDE_NONE,
    .set = 1 + number / 10,
    .rep = 1 + number % 10,
    .started = EVENING + number * 7 * (gint64) YF_SECOND,
    .ended = EVENING + (number + 1) * 7 * (gint64) YF_SECOND,
    .hold = 3 * YF_SECOND,
    .counted_by = YF_COUNTING_PACE,
  };

  return rep;
}

void
add_reps (YfStore    *store,
          const char *session,
          int         from,
          int         to)
{
  for (int i = from; i < to; i++)
    {
      const YfRepetition rep = make_rep (i);
      Waiter waiter = { NULL };

      yf_store_add_repetition_async (store, session, &rep, NULL, waiter_cb, &waiter);
      waiter_assert (&waiter, store);
    }
}

char *
describe_check_in (const YfCheckIn *check_in)
{
  GString *text = g_string_new (NULL);

  if (check_in == NULL)
    return g_string_free (g_string_append (text, "no check-in\n"), FALSE);

  g_string_append_printf (text, "back %d leg %d moved %s\n",
                          yf_check_in_get_pain_back (check_in),
                          yf_check_in_get_pain_leg (check_in),
                          yf_moved_get_id (yf_check_in_get_moved (check_in)));
  for (guint i = 0; i < yf_check_in_get_n_flags (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (check_in, i);

      g_string_append_printf (text, "flag %s days %d\n", sign->flag, sign->days);
    }
  for (guint i = 0; i < yf_check_in_get_n_standing (check_in); i++)
    {
      const YfSign *sign = yf_check_in_get_standing (check_in, i);
      g_autofree char *seen = yf_day_to_string (sign->seen);
      g_autofree char *since = sign->since == YF_DAY_NONE ? g_strdup ("broken")
                                                            : yf_day_to_string (sign->since);

      g_string_append_printf (text, "standing %s days %d seen %s since %s\n",
                              sign->flag, sign->days, seen, since);
    }

  return g_string_free (text, FALSE);
}

char *
describe_session (YfSessionRecord *record)
{
  GString *text = g_string_new (NULL);
  g_autofree char *check_in = describe_check_in (record->check_in);

  g_string_append_printf (text, "%s from %" G_GINT64_FORMAT "%+d to %" G_GINT64_FORMAT " %s\n%s",
                          record->id, record->started, record->utc_offset, record->ended,
                          yf_record_state_get_id (record->state), check_in);

  for (guint i = 0; i < record->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (record->exercises, i);

      g_string_append_printf (text, "%s %dx%d hold %" G_GINT64_FORMAT " %s\n", exercise->exercise,
                              exercise->planned.sets, exercise->planned.reps,
                              exercise->planned.hold, yf_record_state_get_id (exercise->state));
      for (guint j = 0; j < exercise->reps->len; j++)
        {
          const YfRepetition *rep = g_ptr_array_index (exercise->reps, j);

          g_string_append_printf (text, "  item %u %s set %d rep %d from %" G_GINT64_FORMAT
                                  " to %" G_GINT64_FORMAT " hold %" G_GINT64_FORMAT " by %s\n",
                                  rep->item, yf_side_get_id (rep->side), rep->set, rep->rep,
                                  rep->started, rep->ended, rep->hold,
                                  yf_counting_get_id (rep->counted_by));
        }
    }

  for (guint i = 0; i < record->stops->len; i++)
    {
      const YfStop *stop = g_ptr_array_index (record->stops, i);

      g_string_append_printf (text, "stop at %" G_GINT64_FORMAT " item %u %s set %d rep %d %s "
                              "pain %d site %s\n",
                              stop->at, stop->item, yf_side_get_id (stop->side), stop->set,
                              stop->rep, yf_segment_kind_get_id (stop->phase), stop->pain,
                              stop->site != NULL ? stop->site : "-");
    }

  return g_string_free (text, FALSE);
}

/* A sound log, closed again, with one session that was completed. */
void
fill_log (const char *folder,
          int         n_reps)
{
  g_autoptr (YfStore) store = open_store (folder);
  g_autoptr (YfSessionRecord) record = make_session (EVENING, 1);
  g_autoptr (YfProfile) profile = yf_profile_new ();
  Waiter waiter = { NULL };

  yf_profile_set_condition (profile, "hypertension", TRUE);
  yf_store_save_profile_async (store, profile, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  record->check_in = yf_check_in_new ();
  yf_check_in_set_flag (record->check_in, "radiating", TRUE, 2);
  yf_store_begin_session_async (store, record, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);

  add_reps (store, record->id, 0, n_reps);
  yf_store_end_session_async (store, record->id, EVENING + 7 * n_reps * (gint64) YF_SECOND,
                              YF_RECORD_COMPLETED, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, store);
}

void
assert_open_fails (const char   *folder,
                   YfStoreError  code)
{
  g_autoptr (YfStore) store = yf_store_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_log_path (folder);

  g_assert_false (yf_store_open (store, &error));
  g_assert_error (error, YF_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GPtrArray **sessions = user_data;
  g_autoptr (GError) error = NULL;

  *sessions = yf_store_list_sessions_finish (YF_STORE (object), result, &error);
  g_assert_no_error (error);
}

/* As yf_store_dup_sessions(), the other way. */
GPtrArray *
list_sessions (YfStore *store,
               YfDay    from,
               YfDay    to)
{
  GPtrArray *sessions = NULL;

  yf_store_list_sessions_async (store, from, to, NULL, listed_cb, &sessions);
  while (sessions == NULL)
    g_main_context_iteration (NULL, TRUE);

  return sessions;
}

/* Runs what is added as `…/subprocess` in a process of its own. */
void
run_apart (void)
{
  g_autofree char *path = g_strconcat (g_test_get_path (), "/subprocess", NULL);

  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}
