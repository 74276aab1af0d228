/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "life.h"

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

/* -- Autumn ----------------------------------------------------------------- */

/* From Monday 19 October to Sunday 1 November 2026: begins in Shanghai, goes on in
 * Berlin, where the clocks go back on Sunday 25 October. */
static const Event autumn_events[] = {
  /* Monday: nobody is there. */
  { "2026-10-19T20:30:00+08:00", life_expect_one_showing },
  { "2026-10-20T00:10:00+08:00", life_expect_none_showing },
  /* Tuesday: due, for Monday was missed. */
  { "2026-10-20T18:30:00+08:00", life_train },
  { "2026-10-20T19:10:00+08:00", life_expect_none_showing },
  /* Wednesday: rest. */
  { "2026-10-21T09:00:00+08:00", life_press_same },
  /* Thursday: due. Off to Berlin, where it is one in the afternoon. */
  { "2026-10-22T19:00:00+08:00", life_fly_to_berlin },
  /* Friday: due, and done before the hour. */
  { "2026-10-23T17:00:00+02:00", life_train },
  /* Saturday: rest, and the question is left. */
  { "2026-10-24T23:50:00+02:00", life_expect_one_showing },
  /* Sunday: due, for two days were kept, and the clocks have gone back. */
  { "2026-10-25T18:10:00+01:00", life_press_not_today },
  { "2026-10-25T18:20:00+01:00", life_say_no_time },
  /* Monday: due; a week begins. */
  { "2026-10-26T18:05:00+01:00", life_press_start },
  { "2026-10-26T18:10:00+01:00", life_train },
  /* Tuesday: rest. */
  { "2026-10-27T08:30:00+01:00", life_press_worse },
  /* Wednesday: a flare. */
  { "2026-10-28T09:00:00+01:00", life_declare_flare },
  /* Thursday: due; the computer sleeps until half past eight in the evening. */
  { "2026-10-29T17:30:00+01:00", life_sleep_three_hours },
  /* Friday: due; it sleeps from five until seven on the next morning. */
  { "2026-10-30T17:00:00+01:00", life_sleep_fourteen_hours },
  /* Saturday: due, and nobody is there. Sunday: due, and a walk stands for it. */
  { "2026-11-01T18:30:00+01:00", life_walk },
  { "2026-11-01T18:50:00+01:00", life_expect_none_showing },
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
  { "2027-03-22T18:10:00+01:00", life_press_not_today },
  { "2027-03-23T18:10:00+01:00", life_press_not_today },
  { "2027-03-24T18:10:00+01:00", life_press_start },   /* and then something else comes up */
  { "2027-03-25T18:10:00+01:00", life_press_not_today },
  { "2027-03-26T18:10:00+01:00", life_press_not_today },
  { "2027-03-27T18:10:00+01:00", life_press_not_today },
  { "2027-03-28T18:10:00+02:00", life_press_not_today },
  /* Reminders are turned off while one shows. */
  { "2027-03-29T19:00:00+02:00", life_turn_off },
  { "2027-03-29T19:10:00+02:00", life_expect_none_showing },
  { "2027-04-03T12:00:00+02:00", life_turn_on },
  { "2027-04-03T18:10:00+02:00", life_press_not_today },
  { "2027-04-04T18:10:00+02:00", life_press_not_today },
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
      gint64 late = note->at - life_moment (one->at);

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

  life_begin (&self, fortnight->zone, life_moment (fortnight->from));
  life_remind (&self);
  for (guint i = 0; i < fortnight->n_events; i++)
    {
      life_live_until (&self, life_moment (fortnight->events[i].at));
      g_test_message ("%s", fortnight->events[i].at);
      fortnight->events[i].deed (&self);
    }
  life_live_until (&self, life_moment (fortnight->to));
  life_write_all (&self);

  found = list_log (&self);
  g_assert_cmpstr (found, ==, expected);
  check_notes (&self, fortnight);
  life_end (&self);
}

/* The answers of the morning are with their sessions. */
static void
test_answers (void)
{
  static const Event events[] = {
    { "2026-10-19T18:30:00+08:00", life_train },
    { "2026-10-20T09:00:00+08:00", life_press_worse },
    { "2026-10-21T18:30:00+08:00", life_train },
    { "2026-10-22T09:00:00+08:00", life_press_same },
  };
  static const YfMorning mornings[] = { YF_MORNING_UNANSWERED, YF_MORNING_WORSE, YF_MORNING_SAME };
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = NULL;
  Life self = { NULL };

  life_begin (&self, "Asia/Shanghai", life_moment ("2026-10-19T00:00:00+08:00"));
  life_remind (&self);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      life_live_until (&self, life_moment (events[i].at));
      events[i].deed (&self);
    }
  life_write_all (&self);

  log = yf_store_dup_log (self.store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->sessions->len, ==, G_N_ELEMENTS (mornings));
  for (guint i = 0; i < log->sessions->len; i++)
    {
      YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      g_assert_cmpint (session->morning, ==, mornings[i]);
    }
  g_clear_pointer (&log, yf_log_unref);
  life_end (&self);
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

  life_begin (&self, "Asia/Shanghai", life_moment ("2026-10-19T00:00:00+08:00"));
  life_remind (&self);
  life_live_until (&self, life_moment ("2026-10-19T18:10:00+08:00"));
  life_write_all (&self);
  g_assert_cmpuint (self.server->notes->len, ==, 1);

  g_clear_object (&self.keeper);
  life_settle (&self);
  life_expect_none_showing (&self);
  life_remind (&self);
  life_live_until (&self, life_moment ("2026-10-19T19:50:00+08:00"));
  g_assert_cmpuint (self.server->notes->len, ==, 1);

  log = yf_store_dup_log (self.store, YF_DAY_NONE, YF_DAY_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log->reminders->len, ==, 1);
  record = g_ptr_array_index (log->reminders, 0);
  id = g_strdup (record->id);
  g_action_group_activate_action (G_ACTION_GROUP (self.application), "reminder-not-today", g_variant_new_string (id));
  life_write_all (&self);
  g_assert_cmpstr (self.refused, ==, id);
  life_live_until (&self, life_moment ("2026-10-19T23:50:00+08:00"));
  g_assert_cmpuint (self.server->notes->len, ==, 1);
  g_clear_pointer (&log, yf_log_unref);
  life_end (&self);
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
