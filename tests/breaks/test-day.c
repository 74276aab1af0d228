/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../store/store-fixture.h"

#include "bus-fixture.h"
#include "notification-server.h"
#include "yf-break-watch.h"
#include "yf-fake-clock.h"

/*
 * A day at the computer, lived minute by minute on the fake clock, with the real log and
 * the real watch: a desktop on a bus of its own says who is there and whether a film is
 * shown, and its notification server must get exactly the breaks that were due. What was
 * due was reckoned by hand; the reasons stand with it.
 */

#define MINUTE (60 * YF_SECOND)

static const char monitor_xml[] =
  "<node><interface name='org.gnome.Mutter.IdleMonitor'>"
  "<method name='GetIdletime'><arg type='t' direction='out'/></method></interface></node>";

static const char policy_xml[] =
  "<node><interface name='org.kde.Solid.PowerManagement.PolicyAgent'>"
  "<method name='HasInhibition'><arg type='u' direction='in'/><arg type='b' direction='out'/></method>"
  "</interface></node>";

typedef struct
{
  Bus                 bus;
  char               *folder;
  YfFakeClock        *clock;
  YfStore            *store;
  YfPerson           *person;
  YfPreferences      *preferences;
  GApplication       *application;
  NotificationServer *server;
  Service            *monitor;
  Service            *policy;
  YfBreakWatch       *watch;

  gboolean            here;      /* and touches something every minute */
  gint64              touched;   /* on the clock on the wall */
  gboolean            film;
  int                 wanted;    /* of YfBreakView, or -1 */
  guint               n_dropped;
  guint               n_troubles;
} Life;

typedef void (*Deed) (Life *self);

typedef struct
{
  const char *at;
  Deed        deed;
} Event;

typedef struct
{
  const char *at;
  int         sat;      /* minutes */
  int         length;   /* seconds */
  const char *answer;
  const char *reason;
} Expected;

typedef struct
{
  const char     *from;
  const char     *to;
  const Event    *events;
  guint           n_events;
  const Expected *breaks;       /* what the log has in the end */
  guint           n_breaks;
  const char     *const *notes; /* when one was shown */
} Day;

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

static void
settle (Life *self)
{
  while (yf_break_watch_get_busy (self->watch))
    g_main_context_iteration (NULL, TRUE);
}

/* Until what was shown has come, and what is to be written is. */
static void
write_all (Life *self)
{
  Waiter waiter = { NULL };

  settle (self);
  yf_store_set_consent_async (self->store, 1, get_time (self), NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  bus_settle (&self->bus);
}

static void
live_until (Life   *self,
            gint64  end)
{
  while (get_time (self) < end)
    {
      gint64 step = MIN (MINUTE, end - get_time (self));
      guint n_notes = self->server->notes->len;

      /* Whoever is there has touched something just now, when it is looked. */
      if (self->here)
        self->touched = get_time (self) + step;
      yf_fake_clock_advance (self->clock, step);
      settle (self);
      if (self->server->notes->len != n_notes || yf_break_watch_is_offered (self->watch))
        bus_settle (&self->bus);
    }
}

/* -- What happens ----------------------------------------------------------- */

static void
go_away (Life *self)
{
  self->here = FALSE;
}

static void
come_back (Life *self)
{
  self->here = TRUE;
  self->touched = get_time (self);
}

static void
film_begins (Life *self)
{
  self->film = TRUE;
}

static void
film_ends (Life *self)
{
  self->film = FALSE;
}

static void
press (Life       *self,
       const char *label)
{
  self->wanted = -1;
  notification_server_press (self->server, notification_server_last (self->server), label);
  write_all (self);
}

static void
press_start (Life *self)
{
  press (self, "Start a Break");
  g_assert_cmpint (self->wanted, ==, YF_BREAK_VIEW_GUIDE);
  yf_break_watch_begin (self->watch, 180 * YF_SECOND);
  g_assert_cmpint (yf_break_watch_get_next (self->watch), ==, 0);
}

static void
press_later (Life *self)
{
  press (self, "In 10 Minutes");
  g_assert_cmpint (self->wanted, ==, -1);
  g_assert_cmpint (yf_break_watch_get_next (self->watch), ==, get_time (self) + 10 * MINUTE);
}

static void
press_skip (Life *self)
{
  press (self, "Skip, Because…");
  g_assert_cmpint (self->wanted, ==, YF_BREAK_VIEW_WHY);
}

static void
say_no_time (Life *self)
{
  yf_break_watch_answer (self->watch, YF_BREAK_SKIPPED, YF_SKIP_NO_TIME);
}

static void
say_moved_already (Life *self)
{
  yf_break_watch_answer (self->watch, YF_BREAK_SKIPPED, YF_SKIP_DONE_OTHERWISE);
}

static void
say_done (Life *self)
{
  yf_break_watch_answer (self->watch, YF_BREAK_DONE, YF_SKIP_UNSAID);
}

static void
say_partly (Life *self)
{
  yf_break_watch_answer (self->watch, YF_BREAK_PARTLY, YF_SKIP_UNSAID);
}

static void
say_nothing (Life *self)
{
  yf_break_watch_leave (self->watch);
}

static void
begin_unasked (Life *self)
{
  yf_break_watch_begin (self->watch, 300 * YF_SECOND);
}

static void
session_begins (Life *self)
{
  yf_break_watch_set_in_session (self->watch, TRUE);
  go_away (self);
  g_assert_cmpint (yf_break_watch_get_next (self->watch), ==, 0);
}

static void
session_ends (Life *self)
{
  come_back (self);
  yf_break_watch_set_in_session (self->watch, FALSE);
}

static void
choose_30 (Life *self)
{
  g_object_set (self->preferences, "break-minutes", 30, NULL);
}

static void
choose_60 (Life *self)
{
  g_object_set (self->preferences, "break-minutes", 60, NULL);
}

static void
turn_off (Life *self)
{
  g_object_set (self->preferences, "breaks-enabled", FALSE, NULL);
  g_assert_cmpint (yf_break_watch_get_next (self->watch), ==, 0);
  write_all (self);
}

static void
turn_on (Life *self)
{
  g_object_set (self->preferences, "breaks-enabled", TRUE, NULL);
}

/* The computer sleeps: its clock stands, the one on the wall does not. */
static void
sleep_90_minutes (Life *self)
{
  yf_fake_clock_set_real (self->clock, get_time (self) + 90 * MINUTE);
}

/* Somebody sets the clock back, and forth again. */
static void
set_back (Life *self)
{
  yf_fake_clock_set_real (self->clock, get_time (self) - 2 * MINUTE);
}

static void
hurts (Life *self)
{
  g_autoptr (YfFlareRecord) flare = yf_flare_record_new (get_time (self));
  Waiter waiter = { NULL };

  yf_store_add_flare_async (self->store, flare, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  yf_person_note_logged (self->person);
  while (yf_person_get_plan (self->person) == NULL || !yf_today_is_symptomatic (yf_person_get_plan (self->person)))
    g_main_context_iteration (NULL, TRUE);
}

static void
log_walk (Life *self)
{
  g_autoptr (YfActivityRecord) activity = yf_activity_record_new (YF_ACTIVITY_WALKING, get_time (self), 30);
  Waiter waiter = { NULL };

  yf_store_add_activity_async (self->store, activity, NULL, waiter_cb, &waiter);
  waiter_assert (&waiter, self->store);
  yf_person_note_logged (self->person);
}

static void
log_something_else (Life *self)
{
  yf_person_note_logged (self->person);
}

static void
expect_none_showing (Life *self)
{
  write_all (self);
  g_assert_true (notification_server_last (self->server)->closed);
  g_assert_false (yf_break_watch_is_offered (self->watch));
}

static void
expect_one_showing (Life *self)
{
  write_all (self);
  g_assert_false (notification_server_last (self->server)->closed);
  g_assert_true (yf_break_watch_is_offered (self->watch));
}

/* -- A day at work ---------------------------------------------------------- */

/* Begins at 8:30, every 40 minutes at first. It is looked once a minute, and what happens
 * on a minute happens after that: who comes back at 13:10 is seen at 13:11. */
static const Event work_events[] = {
  { "2026-10-20T09:11:00+08:00", press_start },
  { "2026-10-20T09:15:00+08:00", say_done },
  /* Tea. */
  { "2026-10-20T09:30:00+08:00", go_away },
  { "2026-10-20T09:42:00+08:00", come_back },
  /* A call that shows its screen, when the next is due at 10:23. */
  { "2026-10-20T10:10:00+08:00", film_begins },
  { "2026-10-20T10:40:00+08:00", film_ends },
  { "2026-10-20T10:42:00+08:00", press_later },
  { "2026-10-20T10:53:00+08:00", press_skip },
  { "2026-10-20T10:54:00+08:00", say_no_time },
  /* The next would be due at 11:34. */
  { "2026-10-20T11:20:00+08:00", session_begins },
  { "2026-10-20T11:45:00+08:00", session_ends },
  /* Lunch, before the one at 12:25. */
  { "2026-10-20T12:20:00+08:00", go_away },
  { "2026-10-20T13:10:00+08:00", come_back },
  /* It is offered at 13:51, and they go without a word. */
  { "2026-10-20T13:53:00+08:00", expect_one_showing },
  { "2026-10-20T13:55:00+08:00", go_away },
  { "2026-10-20T14:00:00+08:00", expect_none_showing },
  { "2026-10-20T14:05:00+08:00", come_back },
  /* 30 minutes are over at 14:36, and not at 14:46. */
  { "2026-10-20T14:34:00+08:00", choose_30 },
  { "2026-10-20T14:36:00+08:00", press_start },
  { "2026-10-20T14:38:00+08:00", say_partly },
  /* Still for four minutes, which is sitting. Then the computer sleeps. */
  { "2026-10-20T14:45:00+08:00", go_away },
  { "2026-10-20T14:49:00+08:00", come_back },
  { "2026-10-20T15:00:00+08:00", sleep_90_minutes },
  /* Seen again at 16:31. Offered at 17:01, and ignored. */
  { "2026-10-20T17:32:00+08:00", expect_one_showing },
  { "2026-10-20T17:33:00+08:00", turn_off },
  { "2026-10-20T17:33:00+08:00", expect_none_showing },
  { "2026-10-20T20:00:00+08:00", turn_on },
  { "2026-10-20T20:31:00+08:00", press_skip },
  { "2026-10-20T20:31:00+08:00", say_moved_already },
  { "2026-10-20T20:40:00+08:00", begin_unasked },
  { "2026-10-20T20:45:00+08:00", say_nothing },
  /* The next at 21:15; then it would be 22:05, at night. They stay until the morning. */
  { "2026-10-20T21:16:00+08:00", press_start },
  { "2026-10-20T21:35:00+08:00", say_done },
};

static const Expected work_breaks[] = {
  { "2026-10-20T09:10:00+08:00", 40, 180, "done", "unsaid" },
  { "2026-10-20T10:41:00+08:00", 58, 0, "skipped", "no-time" },
  { "2026-10-20T13:51:00+08:00", 40, 0, "unanswered", "unsaid" },
  { "2026-10-20T14:36:00+08:00", 30, 180, "partly", "unsaid" },
  { "2026-10-20T17:01:00+08:00", 30, 0, "unanswered", "unsaid" },
  { "2026-10-20T17:31:00+08:00", 60, 0, "unanswered", "unsaid" },
  { "2026-10-20T20:30:00+08:00", 30, 0, "skipped", "done-otherwise" },
  /* Since 20:31, when they said that they had moved. */
  { "2026-10-20T20:40:00+08:00", 9, 300, "unanswered", "unsaid" },
  { "2026-10-20T21:15:00+08:00", 44, 180, "done", "unsaid" },
  { "2026-10-21T06:00:00+08:00", 505, 0, "unanswered", "unsaid" },
};

static const char * const work_notes[] = {
  "2026-10-20T09:10:00+08:00",
  "2026-10-20T10:41:00+08:00",
  "2026-10-20T10:52:00+08:00",   /* put off at 10:42 */
  "2026-10-20T13:51:00+08:00",
  "2026-10-20T14:36:00+08:00",
  "2026-10-20T17:01:00+08:00",
  "2026-10-20T17:31:00+08:00",
  "2026-10-20T20:30:00+08:00",
  "2026-10-20T21:15:00+08:00",
  "2026-10-21T06:00:00+08:00",
  NULL,
};

/* -- A day on which it begins to hurt --------------------------------------- */

static const Event bad_events[] = {
  /* Nobody at the computer, and a clock that goes back. */
  { "2026-10-22T09:10:00+08:00", set_back },
  { "2026-10-22T09:39:00+08:00", press_start },
  { "2026-10-22T09:43:00+08:00", say_done },
  /* A flare: from now on after 30 minutes, at 10:13 and not at 10:23. */
  { "2026-10-22T10:00:00+08:00", hurts },
  { "2026-10-22T10:14:00+08:00", press_start },
  { "2026-10-22T10:17:00+08:00", say_done },
  /* Their own choice goes before. */
  { "2026-10-22T10:20:00+08:00", choose_60 },
  /* A session begins while one is offered. */
  { "2026-10-22T11:18:00+08:00", expect_one_showing },
  { "2026-10-22T11:19:00+08:00", session_begins },
  { "2026-10-22T11:19:00+08:00", expect_none_showing },
  { "2026-10-22T11:40:00+08:00", session_ends },
  /* A walk on the log stands for one; whatever else is written does not. The next would be
   * due at 13:48, and is at 14:10. */
  { "2026-10-22T12:45:00+08:00", press_start },
  { "2026-10-22T12:48:00+08:00", say_done },
  { "2026-10-22T13:10:00+08:00", log_walk },
  { "2026-10-22T13:15:00+08:00", log_something_else },
};

static const Expected bad_breaks[] = {
  /* 40 minutes after 9:00, on a clock that went back by two. */
  { "2026-10-22T09:38:00+08:00", 40, 180, "done", "unsaid" },
  { "2026-10-22T10:13:00+08:00", 30, 180, "done", "unsaid" },
  { "2026-10-22T11:17:00+08:00", 60, 0, "unanswered", "unsaid" },
  { "2026-10-22T12:40:00+08:00", 60, 180, "done", "unsaid" },
  { "2026-10-22T14:10:00+08:00", 60, 0, "unanswered", "unsaid" },
};

static const char * const bad_notes[] = {
  "2026-10-22T09:38:00+08:00",
  "2026-10-22T10:13:00+08:00",
  "2026-10-22T11:17:00+08:00",
  "2026-10-22T12:40:00+08:00",
  "2026-10-22T14:10:00+08:00",
  NULL,
};

static const Day work = {
  "2026-10-20T08:30:00+08:00", "2026-10-21T06:10:00+08:00",
  work_events, G_N_ELEMENTS (work_events), work_breaks, G_N_ELEMENTS (work_breaks), work_notes,
};
static const Day bad = {
  "2026-10-22T09:00:00+08:00", "2026-10-22T14:15:00+08:00",
  bad_events, G_N_ELEMENTS (bad_events), bad_breaks, G_N_ELEMENTS (bad_breaks), bad_notes,
};

/* -- A life ----------------------------------------------------------------- */

static void
say_idle (GDBusMethodInvocation *invocation,
          GVariant              *parameters,
          gpointer               user_data)
{
  Life *self = user_data;

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(t)", (guint64) MAX (0, get_time (self) - self->touched) / 1000));
}

static void
say_film (GDBusMethodInvocation *invocation,
          GVariant              *parameters,
          gpointer               user_data)
{
  Life *self = user_data;

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", self->film));
}

static void
wanted_cb (Life *self,
           int   view)
{
  self->wanted = view;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Life       *self,
        const char *from)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  g_autoptr (YfRules) rules = NULL;

  g_assert_no_error (error);
  rules = yf_rules_new_builtin (catalogue, &error);
  g_assert_no_error (error);
  bus_up (&self->bus);
  self->folder = make_folder ();
  self->clock = yf_fake_clock_new (moment (from));
  self->store = yf_store_new (self->folder);
  self->person = yf_person_new (catalogue, rules, self->store, YF_CLOCK (self->clock));
  g_signal_connect_swapped (self->person, "trouble", G_CALLBACK (count_cb), &self->n_troubles);
  g_assert_true (yf_person_open (self->person, &error));
  g_assert_no_error (error);
  while (yf_person_get_plan (self->person) == NULL)
    g_main_context_iteration (NULL, TRUE);

  self->server = notification_server_new (get_time, self);
  self->monitor = service_new (&self->bus, "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core",
                               monitor_xml);
  service_answer (self->monitor, "GetIdletime", say_idle, self);
  self->policy = service_new (&self->bus, "org.kde.Solid.PowerManagement.PolicyAgent",
                              "/org/kde/Solid/PowerManagement/PolicyAgent", policy_xml);
  service_answer (self->policy, "HasInhibition", say_film, self);

  self->application = g_application_new (YF_APP_ID, G_APPLICATION_DEFAULT_FLAGS);
  g_assert_true (g_application_register (self->application, NULL, &error));
  g_assert_no_error (error);
  self->preferences = yf_preferences_new ();
  come_back (self);
  g_object_set (self->preferences, "breaks-enabled", TRUE, NULL);
  self->watch = yf_break_watch_new (self->application, self->person, self->preferences);
  g_signal_connect_swapped (self->watch, "wanted", G_CALLBACK (wanted_cb), self);
  g_signal_connect_swapped (self->watch, "dropped", G_CALLBACK (count_cb), &self->n_dropped);
  settle (self);
}

static void
tear_down (Life *self)
{
  write_all (self);
  g_assert_cmpuint (self->n_troubles, ==, 0);
  g_clear_object (&self->watch);
  bus_settle (&self->bus);
  /* Nothing of ours is left showing. */
  for (guint i = 0; i < self->server->notes->len; i++)
    g_assert_true (((Note *) g_ptr_array_index (self->server->notes, i))->closed);
  g_clear_object (&self->preferences);
  g_clear_object (&self->person);
  yf_store_close (self->store);
  g_clear_object (&self->store);
  g_clear_object (&self->application);
  notification_server_free (self->server);
  service_free (self->monitor);
  service_free (self->policy);
  g_clear_object (&self->clock);
  bus_down (&self->bus);
  remove_folder (self->folder);
}

static char *
list_breaks (Life *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = yf_store_dup_log (self->store, YF_DAY_NONE, YF_DAY_NONE, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *record = g_ptr_array_index (log->sitting_breaks, i);
      g_autofree char *at = yf_real_to_iso8601 (record->at, record->utc_offset);

      g_assert_cmpint (record->answered_at != 0, ==, record->answer != YF_BREAK_UNANSWERED);
      g_string_append_printf (text, "%s %d %d %s %s\n", at, (int) (record->sat / MINUTE),
                              (int) (record->length / YF_SECOND), yf_break_answer_get_id (record->answer),
                              yf_skip_reason_get_id (record->reason));
    }

  return g_string_free (text, FALSE);
}

static char *
list_expected (const Day *day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < day->n_breaks; i++)
    {
      const Expected *one = &day->breaks[i];
      g_autofree char *at = yf_real_to_iso8601 (moment (one->at), SHANGHAI);

      g_string_append_printf (text, "%s %d %d %s %s\n", at, one->sat, one->length, one->answer, one->reason);
    }

  return g_string_free (text, FALSE);
}

static char *
list_notes (Life *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->server->notes->len; i++)
    {
      const Note *note = g_ptr_array_index (self->server->notes, i);
      g_autofree char *at = yf_real_to_iso8601 (note->at, SHANGHAI);

      g_assert_cmpstr (note->summary, ==, "Time to stand up");
      g_assert_nonnull (strstr (note->body, "You have been sitting for "));
      g_string_append_printf (text, "%s\n", at);
    }

  return g_string_free (text, FALSE);
}

static char *
list_expected_notes (const Day *day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; day->notes[i] != NULL; i++)
    {
      g_autofree char *at = yf_real_to_iso8601 (moment (day->notes[i]), SHANGHAI);

      g_string_append_printf (text, "%s\n", at);
    }

  return g_string_free (text, FALSE);
}

static void
test_day (gconstpointer data)
{
  const Day *day = data;
  g_autofree char *breaks = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *expected = list_expected (day);
  g_autofree char *expected_notes = list_expected_notes (day);
  Life self = { .wanted = -1 };

  set_up (&self, day->from);
  for (guint i = 0; i < day->n_events; i++)
    {
      live_until (&self, moment (day->events[i].at));
      g_test_message ("%s", day->events[i].at);
      day->events[i].deed (&self);
    }
  live_until (&self, moment (day->to));
  write_all (&self);

  notes = list_notes (&self);
  g_assert_cmpstr (notes, ==, expected_notes);
  breaks = list_breaks (&self);
  g_assert_cmpstr (breaks, ==, expected);
  tear_down (&self);
}

/* Turned off, a break can still be taken, and nobody is asked anything. */
static void
test_off (void)
{
  g_autofree char *breaks = NULL;
  g_autofree char *asked = NULL;
  g_autoptr (GString) expected = g_string_new (NULL);
  Life self = { .wanted = -1 };

  set_up (&self, "2026-10-20T08:30:00+08:00");
  turn_off (&self);
  g_free (service_asked (self.monitor));
  live_until (&self, moment ("2026-10-20T12:00:00+08:00"));
  asked = service_asked (self.monitor);
  g_assert_cmpstr (asked, ==, "");
  g_assert_cmpuint (self.server->notes->len, ==, 0);
  begin_unasked (&self);
  say_partly (&self);
  write_all (&self);
  breaks = list_breaks (&self);
  g_assert_cmpstr (breaks, ==, "2026-10-20T12:00:00.000+08:00 0 300 partly unsaid\n");
  tear_down (&self);
}

/* A button of a notification that is long gone answers nothing. */
static void
test_stale (void)
{
  g_autofree char *breaks = NULL;
  Life self = { .wanted = -1 };
  GVariant *target;

  set_up (&self, "2026-10-20T08:30:00+08:00");
  live_until (&self, moment ("2026-10-20T09:11:00+08:00"));
  target = g_variant_ref_sink (g_variant_new_string ("00000000-0000-4000-8000-000000000000"));
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "break-later", target);
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "break-skip", target);
  g_assert_cmpint (self.wanted, ==, -1);
  expect_one_showing (&self);
  /* Whoever wants to stand up may, whenever they were asked to. */
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "break-start", target);
  g_assert_cmpint (self.wanted, ==, YF_BREAK_VIEW_GUIDE);
  /* But not in the middle of a session. */
  session_begins (&self);
  self.wanted = -1;
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "break-start", target);
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "break-show", target);
  g_assert_cmpint (self.wanted, ==, -1);
  g_assert_cmpuint (self.n_dropped, ==, 1);
  g_variant_unref (target);
  write_all (&self);
  breaks = list_breaks (&self);
  g_assert_cmpstr (breaks, ==, "2026-10-20T09:10:00.000+08:00 40 0 unanswered unsaid\n");
  tear_down (&self);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/breaks/work", &work, test_day);
  g_test_add_data_func ("/breaks/bad", &bad, test_day);
  g_test_add_func ("/breaks/off", test_off);
  g_test_add_func ("/breaks/stale", test_stale);

  return g_test_run ();
}
