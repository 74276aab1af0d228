/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <stdlib.h>
#include <string.h>

/* Reading by the day, and what the log knows of a day: across midnight, time
 * zones and gaps. */

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
      g_autoptr (GPtrArray) listed = list_sessions (store, from, to);

      assert_range (sessions, &range_cases[i]);
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
  /* A check-in without it ends the run. */
  { "2026-11-03", "radiating 2 2026-11-02 broken, night-pain -1 2026-11-02 broken" },
  { "2026-11-04", "radiating 2 2026-11-02 broken, night-pain -1 2026-11-02 broken" },
  { "2026-11-05", "radiating 2 2026-11-02 broken, night-pain -1 2026-11-02 broken, "
                  "leg-pain-days 3 2026-11-05 2026-11-05" },
  /* The second of the month does not belong to the run of the sixth. */
  { "2026-11-06", "radiating 1 2026-11-06 2026-11-06, night-pain -1 2026-11-02 broken, "
                  "leg-pain-days 4 2026-11-06 2026-11-05" },
  /* Both answers of the day stand. */
  { "2026-11-07", "radiating 9 2026-11-07 broken, night-pain -1 2026-11-02 broken, "
                  "leg-pain-days 2 2026-11-07 broken, "
                  "leg-pain-days 14 2026-11-07 broken" },
  { "2026-12-01", "radiating 9 2026-11-07 broken, night-pain -1 2026-11-02 broken, "
                  "leg-pain-days 2 2026-11-07 broken, "
                  "leg-pain-days 14 2026-11-07 broken, "
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
      g_autofree char *since = sign->since == YF_DAY_NONE ? g_strdup ("broken")
                                                            : yf_day_to_string (sign->since);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/days/ranges", test_ranges);
  g_test_add_func ("/store/days/lone-check-ins", test_lone_check_ins);
  g_test_add_func ("/store/days/known-flags", test_known_flags);
  g_test_add_func ("/store/days/known-stops", test_known_stops);

  return g_test_run ();
}
