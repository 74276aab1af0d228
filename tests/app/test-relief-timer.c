/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-fake-clock.h"
#include "yf-relief-timer.h"

/* Compresses on the fake clock: they end when they should, are written down as
 * what they were, and no sleep of the machine makes them longer. */

/* 20 November 2026, 19:00 in Shanghai. */
#define EVENING (G_GINT64_CONSTANT (1795172400) * G_USEC_PER_SEC)
#define MINUTE (60 * (gint64) YF_SECOND)

typedef struct
{
  char          *folder;
  YfCatalogue   *catalogue;
  YfStore       *store;
  YfClock       *clock;
  YfPerson      *person;
  YfReliefTimer *timer;
  YfExercise    *cold;
  int            n_completed;
} Fixture;

static void
completed_cb (Fixture *self)
{
  self->n_completed++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfRules) rules = NULL;

  self->folder = g_dir_make_tmp ("yf-relief-XXXXXX", &error);
  g_assert_no_error (error);
  self->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  rules = yf_rules_new_builtin (self->catalogue, &error);
  g_assert_no_error (error);
  self->store = yf_store_new (self->folder);
  self->clock = YF_CLOCK (yf_fake_clock_new (EVENING));
  self->person = yf_person_new (self->catalogue, rules, self->store, self->clock);
  g_assert_true (yf_person_open (self->person, &error));
  g_assert_no_error (error);
  self->timer = yf_relief_timer_new (self->person);
  self->cold = yf_catalogue_find_relief (self->catalogue, "cold");
  g_signal_connect_swapped (self->timer, "completed", G_CALLBACK (completed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFileEnumerator) files = NULL;
  GFile *file;

  g_clear_object (&self->timer);
  yf_store_close (self->store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_object_unref (self->person);
  g_object_unref (self->clock);
  g_object_unref (self->store);
  yf_catalogue_unref (self->catalogue);

  files = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, 0, NULL, NULL);
  while (g_file_enumerator_iterate (files, NULL, &file, NULL, NULL) && file != NULL)
    g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_free (self->folder);
}

/* Waits until everything is written, and asserts what the one compress is. */
static void
assert_logged (Fixture       *self,
               YfRecordState  state,
               gint64         length)
{
  g_autoptr (GPtrArray) reliefs = NULL;
  const YfReliefRecord *relief;

  yf_store_close (self->store);
  g_assert_true (yf_store_open (self->store, NULL));
  reliefs = yf_store_dup_reliefs (self->store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  g_assert_cmpuint (reliefs->len, ==, 1);
  relief = g_ptr_array_index (reliefs, 0);
  g_assert_cmpstr (relief->kind, ==, "cold");
  g_assert_cmpint (relief->started, ==, EVENING);
  g_assert_cmpint (relief->ended - relief->started, ==, length);
  g_assert_cmpint (relief->state, ==, state);
}

static void
advance (Fixture *self,
         gint64   length)
{
  yf_fake_clock_advance (YF_FAKE_CLOCK (self->clock), length);
}

static void
test_completed (Fixture       *self,
                gconstpointer  data)
{
  yf_relief_timer_start (self->timer, self->cold, 15 * MINUTE);
  g_assert_true (yf_relief_timer_get_relief (self->timer) == self->cold);
  advance (self, 15 * MINUTE - 1);
  g_assert_cmpint (yf_relief_timer_get_left (self->timer), ==, 1);
  g_assert_cmpint (self->n_completed, ==, 0);
  advance (self, 1);
  g_assert_cmpint (self->n_completed, ==, 1);
  g_assert_null (yf_relief_timer_get_relief (self->timer));
  advance (self, 60 * MINUTE);
  g_assert_cmpint (self->n_completed, ==, 1);
  assert_logged (self, YF_RECORD_COMPLETED, 15 * MINUTE);
}

static void
test_paused (Fixture       *self,
             gconstpointer  data)
{
  yf_relief_timer_start (self->timer, self->cold, 20 * MINUTE);
  advance (self, 5 * MINUTE + 123);
  yf_relief_timer_pause (self->timer);
  yf_relief_timer_pause (self->timer);
  advance (self, 30 * MINUTE);
  g_assert_cmpint (yf_relief_timer_get_left (self->timer), ==, 15 * MINUTE - 123);
  yf_relief_timer_resume (self->timer);
  advance (self, 15 * MINUTE - 124);
  g_assert_cmpint (self->n_completed, ==, 0);
  advance (self, 1);
  g_assert_cmpint (self->n_completed, ==, 1);
  assert_logged (self, YF_RECORD_COMPLETED, 50 * MINUTE);
}

static void
test_stopped (Fixture       *self,
              gconstpointer  data)
{
  yf_relief_timer_start (self->timer, self->cold, 15 * MINUTE);
  advance (self, MINUTE);
  if (data == NULL)
    yf_relief_timer_stop (self->timer);

  /* What is being written keeps it. */
  while (G_OBJECT (self->timer)->ref_count > 1)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->timer);
  advance (self, 60 * MINUTE);
  g_assert_cmpint (self->n_completed, ==, 0);
  assert_logged (self, YF_RECORD_STOPPED, MINUTE);
}

/* The clock on the wall goes on while the machine sleeps; set back, it does not
 * make anything longer. */
static void
test_slept (Fixture       *self,
            gconstpointer  data)
{
  gint64 jump = GPOINTER_TO_INT (data) * MINUTE;

  yf_relief_timer_start (self->timer, self->cold, 15 * MINUTE);
  advance (self, 5 * MINUTE);
  yf_fake_clock_set_real (YF_FAKE_CLOCK (self->clock), EVENING + 5 * MINUTE + jump);
  advance (self, jump > 0 ? YF_SECOND : 10 * MINUTE);
  g_assert_cmpint (self->n_completed, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/relief-timer/completed", Fixture, NULL, set_up, test_completed, tear_down);
  g_test_add ("/relief-timer/paused", Fixture, NULL, set_up, test_paused, tear_down);
  g_test_add ("/relief-timer/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  g_test_add ("/relief-timer/gone", Fixture, "gone", set_up, test_stopped, tear_down);
  g_test_add ("/relief-timer/slept", Fixture, GINT_TO_POINTER (30), set_up, test_slept, tear_down);
  g_test_add ("/relief-timer/set-back", Fixture, GINT_TO_POINTER (-30), set_up, test_slept, tear_down);

  return g_test_run ();
}
