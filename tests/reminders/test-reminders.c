/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-log.h"
#include "yf-reminders.h"

/* All that is expected here was reckoned by hand, from the calendar and from
 * what the header says. */

static gint64
moment (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static char *
to_utc (gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

static YfDay
day (const char *text)
{
  YfDay result;

  g_assert_true (yf_day_parse (text, &result));

  return result;
}

static const struct
{
  const char *zone;
  const char *day;
  int         minute;
  const char *utc;
} moments[] = {
  { "UTC", "1970-01-01", 0, "1970-01-01T00:00:00Z" },
  { "UTC", "2026-11-21", 19 * 60, "2026-11-21T19:00:00Z" },
  { "Asia/Shanghai", "2026-11-21", 19 * 60, "2026-11-21T11:00:00Z" },
  { "Asia/Shanghai", "2026-11-21", 7 * 60, "2026-11-20T23:00:00Z" },
  /* The evening before the clocks go back in Berlin, and the one after. */
  { "Europe/Berlin", "2026-10-24", 19 * 60, "2026-10-24T17:00:00Z" },
  { "Europe/Berlin", "2026-10-25", 19 * 60, "2026-10-25T18:00:00Z" },
  /* Half past two comes twice: the first. */
  { "Europe/Berlin", "2026-10-25", 2 * 60 + 30, "2026-10-25T00:30:00Z" },
  { "Europe/Berlin", "2026-10-25", 3 * 60, "2026-10-25T02:00:00Z" },
  /* Half past two does not come: the moment the clocks go on to three. */
  { "Europe/Berlin", "2027-03-28", 2 * 60 + 30, "2027-03-28T01:00:00Z" },
  { "Europe/Berlin", "2027-03-28", 3 * 60, "2027-03-28T01:00:00Z" },
  { "Europe/Berlin", "2027-03-28", 1 * 60 + 59, "2027-03-28T00:59:00Z" },
  { "Europe/Berlin", "2027-03-28", 19 * 60, "2027-03-28T17:00:00Z" },
  /* The clocks go on at midnight, so that the day begins at one. */
  { "Asia/Beirut", "2026-03-29", 0, "2026-03-28T22:00:00Z" },
  { "Asia/Beirut", "2026-03-29", 30, "2026-03-28T22:00:00Z" },
  /* Half an hour. */
  { "Australia/Lord_Howe", "2026-10-04", 2 * 60 + 15, "2026-10-03T15:30:00Z" },
  /* The furthest ones. */
  { "Pacific/Kiritimati", "2026-11-21", 19 * 60, "2026-11-21T05:00:00Z" },
  { "Pacific/Pago_Pago", "2026-11-21", 19 * 60, "2026-11-22T06:00:00Z" },
  /* A day that Samoa never had: the moment the next one began. */
  { "Pacific/Apia", "2011-12-30", 19 * 60, "2011-12-30T10:00:00Z" },
};

static void
test_moments (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (moments[i].zone);
      g_autofree char *found = NULL;

      g_assert_nonnull (zone);
      found = to_utc (yf_reminders_get_moment (day (moments[i].day), moments[i].minute, zone));
      g_test_message ("%s %s %d", moments[i].zone, moments[i].day, moments[i].minute);
      g_assert_cmpstr (found, ==, moments[i].utc);
    }
}

static const struct
{
  const char *zone;
  const char *at;
  const char *day;
  int         minute;
} days[] = {
  { "UTC", "1970-01-01T00:00:00Z", "1970-01-01", 0 },
  { "UTC", "1969-12-31T23:59:59Z", "1969-12-31", 1439 },
  { "Asia/Shanghai", "2026-11-20T16:00:00Z", "2026-11-21", 0 },
  { "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25", 150 },
  { "Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25", 150 },
  { "Europe/Berlin", "2027-03-28T01:00:00Z", "2027-03-28", 180 },
  { "Pacific/Pago_Pago", "2026-11-21T10:59:59Z", "2026-11-20", 1439 },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (days[i].zone);
      int minute;

      g_assert_cmpint (yf_reminders_get_day (moment (days[i].at), zone, &minute), ==, day (days[i].day));
      g_assert_cmpint (minute, ==, days[i].minute);
    }
}

static void
test_minutes (void)
{
  static const int table[][2] = {
    { 0, 7 * 60 }, { 6 * 60 + 59, 7 * 60 }, { 7 * 60, 7 * 60 }, { 19 * 60, 19 * 60 },
    { 21 * 60 + 29, 21 * 60 + 29 }, { 21 * 60 + 30, 21 * 60 }, { 1439, 21 * 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (yf_reminders_get_minute (table[i][0]), ==, table[i][1]);
}

/* What was shown before: the kind, when, and what was said. */
typedef struct
{
  char        kind;     /* s, a, m; 0 for none */
  const char *at;
  char        answer;   /* -, s, n */
} Shown;

#define DUE     (1 << 0)
#define BUSY    (1 << 1)
#define OFF     (1 << 2)
#define ONCE    (1 << 3)
#define UNASKED (1 << 4)   /* the session is of the day that is in the row */

/* What is shown, in @shows: s a session, a again, m the question; what may
 * stay: S and M. In Berlin, at seven in the evening unless another hour is given. */
static const struct
{
  const char *why;
  int         hour;
  guint       facts;
  const char *session_day;
  Shown       shown[3];
  const char *now;
  const char *shows;
  const char *next;
} cases[] = {
  { "before the hour", 0, DUE, NULL, { { 0 } }, "2026-11-21T18:59:59+01:00", "", "2026-11-21T18:00:00Z" },
  { "the hour", 0, DUE, NULL, { { 0 } }, "2026-11-21T19:00:00+01:00", "s", "2026-11-21T23:00:00Z" },
  { "not due", 0, 0, NULL, { { 0 } }, "2026-11-21T19:00:00+01:00", "", "2026-11-21T23:00:00Z" },
  { "turned off", 0, DUE | OFF, NULL, { { 0 } }, "2026-11-21T19:00:00+01:00", "", NULL },
  { "during a session", 0, DUE | BUSY, NULL, { { 0 } }, "2026-11-21T19:00:00+01:00", "", "2026-11-21T23:00:00Z" },
  { "woken late", 0, DUE, NULL, { { 0 } }, "2026-11-21T21:29:59+01:00", "s", "2026-11-21T23:00:00Z" },
  { "woken at night", 0, DUE, NULL, { { 0 } }, "2026-11-21T21:30:00+01:00", "", "2026-11-21T23:00:00Z" },
  { "woken three hours late", 9 * 60, DUE, NULL, { { 0 } }, "2026-11-21T12:00:00+01:00", "", "2026-11-21T23:00:00Z" },
  { "woken not quite so late", 9 * 60, DUE, NULL, { { 0 } }, "2026-11-21T11:59:59+01:00", "s", "2026-11-21T23:00:00Z" },
  { "shown already", 0, DUE, NULL, { { 's', "2026-11-21T19:00:00+01:00", '-' } },
    "2026-11-21T20:00:00+01:00", "S", "2026-11-21T20:00:00Z" },
  { "once more", 0, DUE, NULL, { { 's', "2026-11-21T19:00:00+01:00", '-' } },
    "2026-11-21T21:00:00+01:00", "aS", "2026-11-21T23:00:00Z" },
  { "once more after start that came to nothing", 0, DUE, NULL, { { 's', "2026-11-21T19:00:00+01:00", 's' } },
    "2026-11-21T21:00:00+01:00", "aS", "2026-11-21T23:00:00Z" },
  { "not once more, as wanted", 0, DUE | ONCE, NULL, { { 's', "2026-11-21T19:00:00+01:00", '-' } },
    "2026-11-21T21:00:00+01:00", "S", "2026-11-21T23:00:00Z" },
  { "not today", 0, DUE, NULL, { { 's', "2026-11-21T19:00:00+01:00", 'n' } },
    "2026-11-21T21:00:00+01:00", "", "2026-11-21T23:00:00Z" },
  { "not yesterday", 0, DUE, NULL, { { 's', "2026-11-20T19:00:00+01:00", 'n' } },
    "2026-11-21T19:00:00+01:00", "s", "2026-11-21T23:00:00Z" },
  { "never three times", 9 * 60, DUE, NULL,
    { { 's', "2026-11-21T09:00:00+01:00", '-' }, { 'a', "2026-11-21T11:00:00+01:00", '-' } },
    "2026-11-21T13:00:00+01:00", "S", "2026-11-21T23:00:00Z" },
  { "once more would be at night", 20 * 60, DUE, NULL, { { 's', "2026-11-21T20:00:00+01:00", '-' } },
    "2026-11-21T22:00:00+01:00", "S", "2026-11-21T23:00:00Z" },
  { "once more would be at night, waking in the morning", 20 * 60, DUE, NULL,
    { { 's', "2026-11-21T20:00:00+01:00", '-' } },
    "2026-11-22T07:00:00+01:00", "", "2026-11-22T07:00:00Z" },
  { "an hour of the night, moved to its end", 3 * 60, DUE, NULL, { { 0 } },
    "2026-11-21T07:00:00+01:00", "s", "2026-11-21T07:00:00Z" },
  { "an hour of the night, not before", 3 * 60, DUE, NULL, { { 0 } },
    "2026-11-21T03:00:00+01:00", "", "2026-11-21T06:00:00Z" },
  { "late in the evening, moved", 23 * 60, DUE, NULL, { { 0 } },
    "2026-11-21T21:00:00+01:00", "s", "2026-11-21T23:00:00Z" },
  { "after the clocks went back", 0, DUE, NULL, { { 's', "2026-10-24T19:00:00+02:00", '-' } },
    "2026-10-25T19:00:00+01:00", "s", "2026-10-25T23:00:00Z" },
  { "an hour before, when it would have been summer", 0, DUE, NULL, { { 's', "2026-10-24T19:00:00+02:00", '-' } },
    "2026-10-25T18:00:00+01:00", "", "2026-10-25T18:00:00Z" },
  { "after the clocks went on", 0, DUE, NULL, { { 0 } }, "2027-03-28T19:00:00+02:00", "s", "2027-03-28T22:00:00Z" },
  { "shown in Shanghai on the same day", 0, DUE | ONCE, NULL, { { 's', "2026-11-21T19:00:00+08:00", '-' } },
    "2026-11-21T19:00:00+01:00", "S", "2026-11-21T23:00:00Z" },
  { "shown in Honolulu, where it was still yesterday", 0, DUE, NULL, { { 's', "2026-11-20T19:00:00-10:00", '-' } },
    "2026-11-21T19:00:00+01:00", "s", "2026-11-21T23:00:00Z" },
  { "the question", 0, UNASKED, "2026-11-20", { { 0 } }, "2026-11-21T08:00:00+01:00", "mM", "2026-11-21T18:00:00Z" },
  { "the question, too early", 0, UNASKED, "2026-11-20", { { 0 } }, "2026-11-21T07:59:59+01:00", "M",
    "2026-11-21T07:00:00Z" },
  { "the question, at the end of the morning", 0, UNASKED, "2026-11-20", { { 0 } }, "2026-11-21T11:59:59+01:00", "mM",
    "2026-11-21T18:00:00Z" },
  { "the question, after the morning", 0, UNASKED, "2026-11-20", { { 0 } }, "2026-11-21T12:00:00+01:00", "M",
    "2026-11-21T18:00:00Z" },
  { "the question of an earlier day", 0, UNASKED, "2026-11-19", { { 0 } }, "2026-11-21T08:00:00+01:00", "",
    "2026-11-21T18:00:00Z" },
  { "the question, asked already", 0, UNASKED, "2026-11-20", { { 'm', "2026-11-21T08:00:00+01:00", '-' } },
    "2026-11-21T09:00:00+01:00", "M", "2026-11-21T18:00:00Z" },
  { "both at once", 9 * 60, DUE | UNASKED, "2026-11-20", { { 0 } }, "2026-11-21T09:00:00+01:00", "smM",
    "2026-11-21T23:00:00Z" },
  { "the question, during a session", 0, UNASKED | BUSY, "2026-11-20", { { 0 } }, "2026-11-21T09:00:00+01:00", "M",
    "2026-11-21T18:00:00Z" },
};

static void
add_shown (GPtrArray   *records,
           const Shown *shown)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (shown->at, NULL);
  YfReminderRecord *record =
    yf_reminder_record_new (shown->kind == 's' ? YF_REMINDER_SESSION :
                            shown->kind == 'a' ? YF_REMINDER_SESSION_AGAIN : YF_REMINDER_MORNING,
                            shown->kind == 'm' ? "one" : NULL, moment (shown->at));

  record->utc_offset = (gint32) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND);
  record->answer = shown->answer == 's' ? YF_REMINDER_START :
                   shown->answer == 'n' ? YF_REMINDER_NOT_TODAY : YF_REMINDER_UNANSWERED;
  g_ptr_array_add (records, record);
}

static void
test_advice (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YfReminderRules rules = {
        !(cases[i].facts & OFF), cases[i].hour != 0 ? cases[i].hour : 19 * 60, !(cases[i].facts & ONCE),
      };
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reminder_record_free);
      YfReminderFacts facts = {
        .due = (cases[i].facts & DUE) != 0, .busy = (cases[i].facts & BUSY) != 0, .shown = records,
      };
      g_autoptr (GString) shows = g_string_new (NULL);
      g_autofree char *next = NULL;
      YfReminderAdvice advice;

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].shown) && cases[i].shown[j].kind != 0; j++)
        add_shown (records, &cases[i].shown[j]);
      if (cases[i].facts & UNASKED)
        {
          facts.unasked = "one";
          facts.unasked_day = day (cases[i].session_day);
        }

      yf_reminders_advise (&rules, &facts, zone, moment (cases[i].now), &advice);
      if (advice.session)
        g_string_append_c (shows, advice.kind == YF_REMINDER_SESSION ? 's' : 'a');
      if (advice.morning)
        g_string_append_c (shows, 'm');
      if (advice.keep_session)
        g_string_append_c (shows, 'S');
      if (advice.keep_morning)
        g_string_append_c (shows, 'M');
      next = advice.next != 0 ? to_utc (advice.next) : NULL;

      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (shows->str, ==, cases[i].shows);
      g_assert_cmpstr (next, ==, cases[i].next);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminders/moments", test_moments);
  g_test_add_func ("/reminders/days", test_days);
  g_test_add_func ("/reminders/minutes", test_minutes);
  g_test_add_func ("/reminders/advice", test_advice);

  return g_test_run ();
}
