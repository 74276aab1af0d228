/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"
#include "../today/played-session.h"

#include "life.h"
#include "yf-today.h"

#define HOUR (18 * 60)

/* -- Time ------------------------------------------------------------------ */

gint64
life_moment (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static gint64
get_time (gpointer user_data)
{
  Life *self = user_data;

  return yf_clock_get_real (YF_CLOCK (self->clock));
}

/* An answer of the bus comes after all that was under way on the connection. */
static void
round_trip (GDBusConnection *connection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                 "org.freedesktop.DBus", "GetId", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                 &error);

  g_assert_no_error (error);
}

/* Until all that was sent has come, and all that is to be written is: writes
 * are done in the order of the calls. */
void
life_settle (Life *self)
{
  for (int i = 0; i < 3; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      round_trip (g_application_get_dbus_connection (self->application));
      round_trip (self->server->connection);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
life_write_all (Life *self)
{
  Waiter waiter = { NULL };

  life_settle (self);
  yf_store_set_consent_async (self->store, 1, get_time (self), NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  life_settle (self);
}

/* Lets time pass. */
void
life_live_until (Life   *self,
                 gint64  end)
{
  gint64 left;

  while ((left = end - get_time (self)) > 0)
    {
      yf_fake_clock_advance (self->clock, MIN (left, STEP));
      life_settle (self);
    }
}

/* -- What the person does --------------------------------------------------- */

/* Does what the plan holds, to the end. */
void
life_train (Life *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfToday) today =
    yf_today_new_from_store (self->store, self->catalogue, self->rules, get_time (self), &error);
  g_autofree char *session = NULL;

  g_assert_no_error (error);
  session = play_session (self->store, self->clock, yf_day_plan_get_routine (yf_today_get_plan (today)), NULL, FALSE);
  yf_person_note_logged (self->person);
  life_settle (self);
}

void
life_declare_flare (Life *self)
{
  g_autoptr (YfFlareRecord) flare = yf_flare_record_new (get_time (self));
  Waiter waiter = { NULL };

  yf_store_add_flare_async (self->store, flare, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  yf_person_note_logged (self->person);
}

void
life_walk (Life *self)
{
  g_autoptr (YfActivityRecord) activity = yf_activity_record_new (YF_ACTIVITY_WALKING, get_time (self), 40);
  Waiter waiter = { NULL };

  yf_store_add_activity_async (self->store, activity, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  yf_person_note_logged (self->person);
}

static void
press (Life       *self,
       const char *label)
{
  notification_server_press (self->server, notification_server_last (self->server), label);
  life_write_all (self);
}

void
life_press_start (Life *self)
{
  guint n_starts = self->n_starts;

  press (self, "Start");
  g_assert_cmpuint (self->n_starts, ==, n_starts + 1);
}

void
life_press_not_today (Life *self)
{
  press (self, "Not Today…");
  g_assert_nonnull (self->refused);
}

void
life_say_no_time (Life *self)
{
  yf_reminder_keeper_give_reason (self->keeper, self->refused, YF_SKIP_NO_TIME);
  life_write_all (self);
}

void
life_press_same (Life *self)
{
  press (self, "The same");
}

void
life_press_worse (Life *self)
{
  press (self, "Worse");
}

void
life_fly_to_berlin (Life *self)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
}

/* The computer sleeps: its clock stands, the one on the wall does not. */
static void
sleep_for (Life   *self,
           gint64  length)
{
  yf_fake_clock_set_real (self->clock, get_time (self) + length);
}

void
life_sleep_three_hours (Life *self)
{
  sleep_for (self, 3 * G_TIME_SPAN_HOUR);
}

void
life_sleep_fourteen_hours (Life *self)
{
  sleep_for (self, 14 * G_TIME_SPAN_HOUR);
}

void
life_turn_off (Life *self)
{
  g_object_set (self->preferences, "reminders-enabled", FALSE, NULL);
}

void
life_turn_on (Life *self)
{
  g_object_set (self->preferences, "reminders-enabled", TRUE, NULL);
}

void
life_expect_none_showing (Life *self)
{
  g_assert_true (notification_server_last (self->server)->closed);
}

void
life_expect_one_showing (Life *self)
{
  g_assert_false (notification_server_last (self->server)->closed);
}

/* -- A life ----------------------------------------------------------------- */

static void
trouble_cb (Life       *self,
            const char *message)
{
  g_ptr_array_add (self->troubles, g_strdup (message));
}

static void
start_cb (Life *self)
{
  self->n_starts++;
}

static void
not_today_cb (Life       *self,
              const char *reminder)
{
  g_free (self->refused);
  self->refused = g_strdup (reminder);
}

void
life_begin (Life       *self,
            const char *zone,
            gint64      from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProfile) profile = yf_profile_new ();
  g_autoptr (GApplication) application = g_application_new (YF_APP_ID, G_APPLICATION_DEFAULT_FLAGS);
  YfDay onset;

  g_setenv ("TZ", zone, TRUE);
  self->folder = make_folder ();
  self->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  self->rules = yf_rules_new_builtin (self->catalogue, &error);
  g_assert_no_error (error);
  self->troubles = g_ptr_array_new_with_free_func (g_free);

  /* An episode that is long over. */
  g_assert_true (yf_day_parse ("2026-01-05", &onset));
  yf_profile_set_onset (profile, onset);
  yf_profile_set_treatment_start (profile, onset + 5);
  yf_profile_set_relief (profile, onset + 10);

  /* It begins three days earlier, with a session: the plan has begun. */
  self->clock = yf_fake_clock_new (from - 3 * G_TIME_SPAN_DAY);
  self->store = yf_store_new (self->folder);
  self->person = yf_person_new (self->catalogue, self->rules, self->store, YF_CLOCK (self->clock));
  self->preferences = yf_preferences_new ();
  self->server = notification_server_new (get_time, self);
  self->application = g_steal_pointer (&application);
  g_assert_true (g_application_register (self->application, NULL, &error));
  g_assert_no_error (error);
  g_signal_connect_swapped (self->person, "trouble", G_CALLBACK (trouble_cb), self);
  g_assert_true (yf_person_open (self->person, &error));
  g_assert_no_error (error);
  g_assert_true (yf_person_set_profile (self->person, profile, &error));
  g_assert_no_error (error);
  life_write_all (self);
  life_train (self);
  yf_fake_clock_set_real (self->clock, from);
}

void
life_remind (Life *self)
{
  g_object_set (self->preferences, "reminders-enabled", TRUE, "reminder-minute", HOUR, NULL);
  self->keeper = yf_reminder_keeper_new (self->application, self->person, self->preferences);
  g_signal_connect_swapped (self->keeper, "start", G_CALLBACK (start_cb), self);
  g_signal_connect_swapped (self->keeper, "not-today", G_CALLBACK (not_today_cb), self);
}

void
life_end (Life *self)
{
  life_write_all (self);
  for (guint i = 0; i < self->troubles->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (self->troubles, i));
  g_assert_cmpuint (self->troubles->len, ==, 0);

  g_clear_object (&self->keeper);
  life_settle (self);
  g_clear_object (&self->preferences);
  g_clear_object (&self->person);
  yf_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->application);
  notification_server_free (self->server);
  g_clear_object (&self->clock);
  yf_catalogue_unref (self->catalogue);
  yf_rules_unref (self->rules);
  g_ptr_array_unref (self->troubles);
  g_free (self->refused);
  remove_folder (self->folder);
}
