/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "notification-server.h"
#include "yf-fake-clock.h"
#include "yf-journal.h"
#include "yf-reminder-keeper.h"
#include "yf-today.h"

/*
 * Two weeks of somebody who lets themselves be reminded, lived on the fake clock
 * with the real log, the real plan and the real keeper: a notification server on
 * a bus of its own must get exactly what was due. What was due was reckoned by
 * hand; the reasons stand with it.
 *
 * The person trains on three days a week, in the stage of maintenance, and has
 * begun. So a day is due if fewer than three days of its week were kept, and the
 * day before was no day of training.
 */

#define HOUR (18 * 60)

typedef struct _Life Life;
typedef void (*Deed) (Life *self);

typedef struct
{
  const char *at;      /* ISO 8601, with the offset of the place */
  Deed        deed;
} Event;

typedef struct
{
  const char *at;
  const char *kind;    /* of YfReminderKind */
  const char *answer;  /* of YfReminderAnswer: what the log has of it in the end */
  const char *reason;  /* of YfSkipReason */
} Expected;

typedef struct
{
  const char     *zone;
  const char     *from;
  const char     *to;
  const Event    *events;
  guint           n_events;
  const Expected *expected;
  guint           n_expected;
} Fortnight;

struct _Life
{
  char               *folder;
  YfCatalogue        *catalogue;
  YfRules            *rules;
  YfStore            *store;
  YfFakeClock        *clock;
  YfPerson           *person;
  YfPreferences      *preferences;
  GApplication       *application;
  NotificationServer *server;
  YfReminderKeeper   *keeper;
  GPtrArray          *troubles;
  gboolean            settled;
  guint               n_starts;
  char               *refused;    /* the reminder to which they said "not today" */
};

/* -- Time ------------------------------------------------------------------ */

/* How far the clock goes before the bus is listened to: what is sent comes in
 * that time. When exactly it was sent is in the log. */
#define STEP (10 * G_TIME_SPAN_MINUTE)

static gint64
moment (const char *text)
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
static void
settle (Life *self)
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

static void
write_all (Life *self)
{
  Waiter waiter = { NULL };

  settle (self);
  yf_store_set_consent_async (self->store, 1, get_time (self), NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  settle (self);
}

/* Lets time pass. */
static void
live_until (Life   *self,
            gint64  end)
{
  gint64 left;

  while ((left = end - get_time (self)) > 0)
    {
      yf_fake_clock_advance (self->clock, MIN (left, STEP));
      settle (self);
    }
}

/* -- What the person does --------------------------------------------------- */

static void
settled_cb (YfJournal *journal,
            Life      *self)
{
  self->settled = TRUE;
}

static void
begun_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *begun = user_data;

  *begun = yf_journal_begin_finish (YF_JOURNAL (object), result, &error);
  g_assert_no_error (error);
}

/* Does what the plan holds, to the end. */
static void
train (Life *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfToday) today =
    yf_today_new_from_store (self->store, self->catalogue, self->rules, get_time (self), &error);
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfCueSheet) cue_sheet = NULL;
  g_autoptr (YfPlayer) player = NULL;
  g_autoptr (YfJournal) journal = NULL;
  gboolean begun = FALSE;

  g_assert_no_error (error);
  timeline = yf_timeline_new (yf_day_plan_get_routine (yf_today_get_plan (today)), YF_COUNTING_PACE);
  cue_sheet = yf_cue_sheet_new (timeline);
  player = yf_player_new (cue_sheet, YF_CLOCK (self->clock));
  journal = yf_journal_new (self->store, player, NULL);
  g_signal_connect (journal, "settled", G_CALLBACK (settled_cb), self);
  yf_journal_begin_async (journal, NULL, begun_cb, &begun);
  while (!begun)
    g_main_context_iteration (NULL, TRUE);

  self->settled = FALSE;
  yf_player_start (player);
  while (!yf_player_has_ended (player))
    g_assert_true (yf_fake_clock_step (self->clock));
  while (!self->settled)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (yf_journal_get_n_lost (journal), ==, 0);
  yf_person_note_logged (self->person);
  settle (self);
}

static void
declare_flare (Life *self)
{
  g_autoptr (YfFlareRecord) flare = yf_flare_record_new (get_time (self));
  Waiter waiter = { NULL };

  yf_store_add_flare_async (self->store, flare, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  yf_person_note_logged (self->person);
}

static void
walk (Life *self)
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
  write_all (self);
}

static void
press_start (Life *self)
{
  guint n_starts = self->n_starts;

  press (self, "Start");
  g_assert_cmpuint (self->n_starts, ==, n_starts + 1);
}

static void
press_not_today (Life *self)
{
  press (self, "Not Today…");
  g_assert_nonnull (self->refused);
}

static void
say_no_time (Life *self)
{
  yf_reminder_keeper_give_reason (self->keeper, self->refused, YF_SKIP_NO_TIME);
  write_all (self);
}

static void
press_same (Life *self)
{
  press (self, "The same");
}

static void
press_worse (Life *self)
{
  press (self, "Worse");
}

static void
fly_to_berlin (Life *self)
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

static void
sleep_three_hours (Life *self)
{
  sleep_for (self, 3 * G_TIME_SPAN_HOUR);
}

static void
sleep_fourteen_hours (Life *self)
{
  sleep_for (self, 14 * G_TIME_SPAN_HOUR);
}

static void
turn_off (Life *self)
{
  g_object_set (self->preferences, "reminders-enabled", FALSE, NULL);
}

static void
turn_on (Life *self)
{
  g_object_set (self->preferences, "reminders-enabled", TRUE, NULL);
}

static void
expect_none_showing (Life *self)
{
  g_assert_true (notification_server_last (self->server)->closed);
}

static void
expect_one_showing (Life *self)
{
  g_assert_false (notification_server_last (self->server)->closed);
}

/* -- Autumn ----------------------------------------------------------------- */

/* From Monday 19 October to Sunday 1 November 2026: begins in Shanghai, goes on in
 * Berlin, where the clocks go back on Sunday 25 October. */
static const Event autumn_events[] = {
  /* Monday: nobody is there. */
  { "2026-10-19T20:30:00+08:00", expect_one_showing },
  { "2026-10-20T00:10:00+08:00", expect_none_showing },
  /* Tuesday: due, for Monday was missed. */
  { "2026-10-20T18:30:00+08:00", train },
  { "2026-10-20T19:10:00+08:00", expect_none_showing },
  /* Wednesday: rest. */
  { "2026-10-21T09:00:00+08:00", press_same },
  /* Thursday: due. Off to Berlin, where it is one in the afternoon. */
  { "2026-10-22T19:00:00+08:00", fly_to_berlin },
  /* Friday: due, and done before the hour. */
  { "2026-10-23T17:00:00+02:00", train },
  /* Saturday: rest, and the question is left. */
  { "2026-10-24T23:50:00+02:00", expect_one_showing },
  /* Sunday: due, for two days were kept, and the clocks have gone back. */
  { "2026-10-25T18:10:00+01:00", press_not_today },
  { "2026-10-25T18:20:00+01:00", say_no_time },
  /* Monday: due; a week begins. */
  { "2026-10-26T18:05:00+01:00", press_start },
  { "2026-10-26T18:10:00+01:00", train },
  /* Tuesday: rest. */
  { "2026-10-27T08:30:00+01:00", press_worse },
  /* Wednesday: a flare. */
  { "2026-10-28T09:00:00+01:00", declare_flare },
  /* Thursday: due; the computer sleeps until half past eight in the evening. */
  { "2026-10-29T17:30:00+01:00", sleep_three_hours },
  /* Friday: due; it sleeps from five until seven on the next morning. */
  { "2026-10-30T17:00:00+01:00", sleep_fourteen_hours },
  /* Saturday: due, and nobody is there. Sunday: due, and a walk stands for it. */
  { "2026-11-01T18:30:00+01:00", walk },
  { "2026-11-01T18:50:00+01:00", expect_none_showing },
};

static const Expected autumn_expected[] = {
  { "2026-10-19T18:00:00+08:00", "session", "unanswered", "unsaid" },
  { "2026-10-19T20:00:00+08:00", "session-again", "unanswered", "unsaid" },
  { "2026-10-20T18:00:00+08:00", "session", "unanswered", "unsaid" },
  { "2026-10-21T08:00:00+08:00", "morning", "told", "unsaid" },
  { "2026-10-22T18:00:00+08:00", "session", "unanswered", "unsaid" },
  /* Two hours later, wherever that is; at six in Berlin nothing, for it is the same day. */
  { "2026-10-22T14:00:00+02:00", "session-again", "unanswered", "unsaid" },
  { "2026-10-24T08:00:00+02:00", "morning", "unanswered", "unsaid" },
  { "2026-10-25T18:00:00+01:00", "session", "not-today", "no-time" },
  { "2026-10-26T18:00:00+01:00", "session", "start", "unsaid" },
  { "2026-10-27T08:00:00+01:00", "morning", "told", "unsaid" },
  /* Within a minute of waking; once more would be at night. */
  { "2026-10-29T20:31:00+01:00", "session", "unanswered", "unsaid" },
  { "2026-10-31T18:00:00+01:00", "session", "unanswered", "unsaid" },
  { "2026-10-31T20:00:00+01:00", "session-again", "unanswered", "unsaid" },
  { "2026-11-01T18:00:00+01:00", "session", "unanswered", "unsaid" },
};

/* -- Spring ----------------------------------------------------------------- */

/* From Monday 22 March to Sunday 4 April 2027 in Berlin, where the clocks go on on
 * Sunday 28 March. */
static const Event spring_events[] = {
  { "2027-03-22T18:10:00+01:00", press_not_today },
  { "2027-03-23T18:10:00+01:00", press_not_today },
  { "2027-03-24T18:10:00+01:00", press_start },   /* and then something else comes up */
  { "2027-03-25T18:10:00+01:00", press_not_today },
  { "2027-03-26T18:10:00+01:00", press_not_today },
  { "2027-03-27T18:10:00+01:00", press_not_today },
  { "2027-03-28T18:10:00+02:00", press_not_today },
  /* Reminders are turned off while one shows. */
  { "2027-03-29T19:00:00+02:00", turn_off },
  { "2027-03-29T19:10:00+02:00", expect_none_showing },
  { "2027-04-03T12:00:00+02:00", turn_on },
  { "2027-04-03T18:10:00+02:00", press_not_today },
  { "2027-04-04T18:10:00+02:00", press_not_today },
};

static const Expected spring_expected[] = {
  { "2027-03-22T18:00:00+01:00", "session", "not-today", "unsaid" },
  { "2027-03-23T18:00:00+01:00", "session", "not-today", "unsaid" },
  { "2027-03-24T18:00:00+01:00", "session", "start", "unsaid" },
  { "2027-03-24T20:00:00+01:00", "session-again", "unanswered", "unsaid" },
  { "2027-03-25T18:00:00+01:00", "session", "not-today", "unsaid" },
  { "2027-03-26T18:00:00+01:00", "session", "not-today", "unsaid" },
  { "2027-03-27T18:00:00+01:00", "session", "not-today", "unsaid" },
  { "2027-03-28T18:00:00+02:00", "session", "not-today", "unsaid" },
  { "2027-03-29T18:00:00+02:00", "session", "unanswered", "unsaid" },
  { "2027-04-03T18:00:00+02:00", "session", "not-today", "unsaid" },
  { "2027-04-04T18:00:00+02:00", "session", "not-today", "unsaid" },
};

static const Fortnight autumn = {
  "Asia/Shanghai", "2026-10-19T00:00:00+08:00", "2026-11-02T00:00:00+01:00",
  autumn_events, G_N_ELEMENTS (autumn_events), autumn_expected, G_N_ELEMENTS (autumn_expected),
};
static const Fortnight spring = {
  "Europe/Berlin", "2027-03-22T00:00:00+01:00", "2027-04-05T00:00:00+02:00",
  spring_events, G_N_ELEMENTS (spring_events), spring_expected, G_N_ELEMENTS (spring_expected),
};

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

static void
begin (Life       *self,
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
  write_all (self);
  train (self);
  yf_fake_clock_set_real (self->clock, from);
}

static void
remind (Life *self)
{
  g_object_set (self->preferences, "reminders-enabled", TRUE, "reminder-minute", HOUR, NULL);
  self->keeper = yf_reminder_keeper_new (self->application, self->person, self->preferences);
  g_signal_connect_swapped (self->keeper, "start", G_CALLBACK (start_cb), self);
  g_signal_connect_swapped (self->keeper, "not-today", G_CALLBACK (not_today_cb), self);
}

static void
end (Life *self)
{
  write_all (self);
  for (guint i = 0; i < self->troubles->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (self->troubles, i));
  g_assert_cmpuint (self->troubles->len, ==, 0);

  g_clear_object (&self->keeper);
  settle (self);
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

/* -- What it came to -------------------------------------------------------- */

/* What the log has, in the order in which it was shown, told as the table tells
 * it: in the offset that the reminder was written with. */
static char *
list_log (Life *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = yf_store_dup_log (self->store, YF_DAY_NONE, YF_DAY_NONE, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *record = g_ptr_array_index (log->reminders, i);
      g_autoptr (GTimeZone) zone = g_time_zone_new_offset (record->utc_offset);
      g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (record->at / G_USEC_PER_SEC);
      g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, zone);
      g_autofree char *at = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S%:z");

      g_assert_cmpint (record->answered_at != 0, ==, record->answer != YF_REMINDER_UNANSWERED);
      g_assert_cmpint (record->session != NULL, ==, record->kind == YF_REMINDER_MORNING);
      g_string_append_printf (text, "%s %s %s %s\n", at, yf_reminder_kind_get_id (record->kind),
                              yf_reminder_answer_get_id (record->answer), yf_skip_reason_get_id (record->reason));
    }

  return g_string_free (text, FALSE);
}

static char *
list_expected (const Fortnight *fortnight)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fortnight->n_expected; i++)
    {
      const Expected *one = &fortnight->expected[i];

      g_string_append_printf (text, "%s %s %s %s\n", one->at, one->kind, one->answer, one->reason);
    }

  return g_string_free (text, FALSE);
}

/* What the server got: each of them, in its time, in the words of its kind, and
 * nothing besides. */
static void
check_notes (Life            *self,
             const Fortnight *fortnight)
{
  for (guint i = 0; i < MIN (fortnight->n_expected, self->server->notes->len); i++)
    {
      const Expected *one = &fortnight->expected[i];
      const Note *note = g_ptr_array_index (self->server->notes, i);
      g_autofree char *labels = NULL;
      g_autoptr (GPtrArray) all = g_ptr_array_new ();
      gint64 late = note->at - moment (one->at);

      for (guint j = 0; note->actions[j] != NULL; j += 2)
        if (!g_str_equal (note->actions[j], "default"))
          g_ptr_array_add (all, note->actions[j + 1]);
      g_ptr_array_add (all, NULL);
      labels = g_strjoinv (" | ", (char **) all->pdata);

      g_test_message ("%s %s: %s %s", one->at, one->kind, note->summary, note->body);
      g_assert_cmpint (late, >=, 0);
      g_assert_cmpint (late, <=, STEP);
      g_assert_cmpstr (labels, ==, g_str_equal (one->kind, "morning") ? "Better | The same | Worse"
                                                                      : "Start | Not Today…");
      g_assert_cmpint (strstr (note->body, "still") != NULL, ==, g_str_equal (one->kind, "session-again"));
    }
  g_assert_cmpuint (self->server->notes->len, ==, fortnight->n_expected);
}

static void
test_fortnight (gconstpointer data)
{
  const Fortnight *fortnight = data;
  g_autofree char *expected = list_expected (fortnight);
  g_autofree char *found = NULL;
  Life self = { NULL };

  begin (&self, fortnight->zone, moment (fortnight->from));
  remind (&self);
  for (guint i = 0; i < fortnight->n_events; i++)
    {
      live_until (&self, moment (fortnight->events[i].at));
      g_test_message ("%s", fortnight->events[i].at);
      fortnight->events[i].deed (&self);
    }
  live_until (&self, moment (fortnight->to));
  write_all (&self);

  found = list_log (&self);
  g_assert_cmpstr (found, ==, expected);
  check_notes (&self, fortnight);
  end (&self);
}

/* The answers of the morning are with their sessions. */
static void
test_answers (void)
{
  static const Event events[] = {
    { "2026-10-19T18:30:00+08:00", train },
    { "2026-10-20T09:00:00+08:00", press_worse },
    { "2026-10-21T18:30:00+08:00", train },
    { "2026-10-22T09:00:00+08:00", press_same },
  };
  static const YfMorning mornings[] = { YF_MORNING_UNANSWERED, YF_MORNING_WORSE, YF_MORNING_SAME };
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = NULL;
  Life self = { NULL };

  begin (&self, "Asia/Shanghai", moment ("2026-10-19T00:00:00+08:00"));
  remind (&self);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      live_until (&self, moment (events[i].at));
      events[i].deed (&self);
    }
  write_all (&self);

  log = yf_store_dup_log (self.store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->sessions->len, ==, G_N_ELEMENTS (mornings));
  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      g_assert_cmpint (session->morning, ==, mornings[i]);
    }
  g_clear_pointer (&log, yf_log_unref);
  end (&self);
}

/* A program that is started anew on the same day, by the hour or after it, shows
 * nothing a second time, and a button of a reminder of the one before still does
 * what it says. */
static void
test_restart (void)
{
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = NULL;
  const YfReminderRecord *record;
  Life self = { NULL };

  begin (&self, "Asia/Shanghai", moment ("2026-10-19T00:00:00+08:00"));
  remind (&self);
  live_until (&self, moment ("2026-10-19T18:10:00+08:00"));
  write_all (&self);
  g_assert_cmpuint (self.server->notes->len, ==, 1);

  g_clear_object (&self.keeper);
  settle (&self);
  expect_none_showing (&self);
  remind (&self);
  live_until (&self, moment ("2026-10-19T19:50:00+08:00"));
  g_assert_cmpuint (self.server->notes->len, ==, 1);

  log = yf_store_dup_log (self.store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->reminders->len, ==, 1);
  record = g_ptr_array_index (log->reminders, 0);
  id = g_strdup (record->id);
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "reminder-not-today", g_variant_new_string (id));
  write_all (&self);
  g_assert_cmpstr (self.refused, ==, id);
  live_until (&self, moment ("2026-10-19T23:50:00+08:00"));
  g_assert_cmpuint (self.server->notes->len, ==, 1);
  g_clear_pointer (&log, yf_log_unref);
  end (&self);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GTestDBus) bus = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);

  g_test_add_data_func ("/fortnight/autumn", &autumn, test_fortnight);
  g_test_add_data_func ("/fortnight/spring", &spring, test_fortnight);
  g_test_add_func ("/fortnight/answers", test_answers);
  g_test_add_func ("/fortnight/restart", test_restart);

  status = g_test_run ();
  g_test_dbus_stop (bus);

  return status;
}
