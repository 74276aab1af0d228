/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

/* The weeks in a line each: Monday, days kept, days of flares, kept of
 * intended, sessions, seconds. */
static char *
describe (YfProgress *progress)
{
  GArray *weeks = yf_progress_get_weeks (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < weeks->len; i++)
    {
      const YfWeek *week = &g_array_index (weeks, YfWeek, i);
      g_autofree char *monday = yf_day_to_string (week->monday);

      g_string_append_printf (text, "%s ", monday);
      for (int day = 0; day < 7; day++)
        g_string_append_c (text, week->flares & 1u << day ? 'f' : week->kept & 1u << day ? 'k' : '-');
      g_assert_cmpuint (week->flares & ~week->kept, ==, 0);
      g_string_append_printf (text, " %d/%d%s %d %" G_GINT64_FORMAT "\n", week->n_kept, week->intended,
                              week->partial ? " partial" : "", week->n_sessions, week->seconds);
    }

  return g_string_free (text, FALSE);
}

static void
add_training (YfLog      *log,
              const char *when)
{
  YfSessionRecord *record = fixture_add_session (log, when);

  fixture_plan (record, "glute-bridge", 1, 1, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 1);
}

/* Which Monday a range begins with, and how many weeks it has. */
static void
test_boundaries (void)
{
  static const struct { const char *from; const char *to; const char *monday; guint n; } cases[] = {
    { "2026-11-16", "2026-11-22", "2026-11-16", 1 },   /* a Monday, a Sunday */
    { "2026-11-15", "2026-11-16", "2026-11-09", 2 },
    { "2026-11-16", "2026-11-23", "2026-11-16", 2 },
    { "2026-11-22", "2026-11-22", "2026-11-16", 1 },
    { "2024-02-29", "2024-03-04", "2024-02-26", 2 },   /* a leap year */
    { "2026-12-31", "2027-01-04", "2026-12-28", 2 },   /* over the year */
    { "2026-03-28", "2026-03-30", "2026-03-23", 2 },   /* clocks change in Europe */
    { "0001-01-01", "0001-01-08", "0001-01-01", 2 },
  };

  g_autoptr (YfLog) log = fixture_new_log (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProgress) progress = fixture_look (log, cases[i].from, cases[i].to);
      GArray *weeks = yf_progress_get_weeks (progress);

      g_assert_cmpuint (weeks->len, ==, cases[i].n);
      g_assert_cmpint (g_array_index (weeks, YfWeek, 0).monday, ==, fixture_day (cases[i].monday));
      for (guint j = 1; j < weeks->len; j++)
        g_assert_cmpint (g_array_index (weeks, YfWeek, j).monday, ==, g_array_index (weeks, YfWeek, j - 1).monday + 7);
    }
}

static void
test_kept (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *text = NULL;
  YfSessionRecord *record;

  add_training (log, "2026-10-31 19:00");   /* before the range, in its first week */
  add_training (log, "2026-11-01 19:00");
  add_training (log, "2026-11-02 08:00");
  add_training (log, "2026-11-02 19:00");   /* twice on a day is one day */
  fixture_add_session (log, "2026-11-03 19:00");   /* nothing was counted */
  fixture_add_activity (log, "2026-11-04 19:00");
  fixture_add_check_in (log, "2026-11-05 08:00", 7, 0);
  fixture_add_check_in (log, "2026-11-06 08:00", 6, 0);
  record = fixture_add_session (log, "2026-11-08 23:59");
  fixture_plan (record, "glute-bridge", 1, 1, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 1);
  fixture_say_after (record, NULL, 8, 8);
  /* Under way. */
  add_training (log, "2026-11-10 19:00");
  record = g_ptr_array_index (log->sessions, log->sessions->len - 1);
  record->state = YF_RECORD_RUNNING;
  record->ended = 0;
  add_training (log, "2026-11-24 19:00");   /* after the range, in its last week */
  fixture_add_activity (log, "2026-11-25 19:00");
  fixture_add_check_in (log, "2026-11-26 08:00", 9, 0);

  progress = fixture_look (log, "2026-11-01", "2026-11-23");
  text = describe (progress);
  g_assert_cmpstr (text, ==,
                   "2026-10-26 ------k 1/3 partial 1 600\n"
                   "2026-11-02 k-kf--f 4/3 4 2400\n"
                   "2026-11-09 ------- 0/3 0 0\n"
                   "2026-11-16 ------- 0/3 0 0\n"
                   "2026-11-23 ------- 0/3 partial 0 0\n");
}

/* The day is that of the place the person was in, also when clocks change or
 * they fly. */
static void
test_offsets (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-10-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *text = NULL;

  /* One moment, Sunday evening in London and Monday morning in Shanghai. */
  add_training (log, "2026-10-18T23:30:00+01:00");
  add_training (log, "2026-10-19T06:30:00+08:00");
  /* The night the clocks go back: both are the Sunday, 24 h 30 min apart. */
  add_training (log, "2026-10-25T00:05:00+01:00");
  add_training (log, "2026-10-25T23:35:00+00:00");
  /* And a minute before the first of them, the Saturday. */
  add_training (log, "2026-10-24T23:59:59+01:00");
  /* The other side of the date line: the later moment is the earlier day. */
  add_training (log, "2026-11-03T00:30:00+13:00");
  add_training (log, "2026-11-02T01:30:00-11:00");

  progress = fixture_look (log, "2026-10-12", "2026-11-08");
  text = describe (progress);
  g_assert_cmpstr (text, ==,
                   "2026-10-12 ------k 1/3 1 600\n"
                   "2026-10-19 k----kk 3/3 4 2400\n"
                   "2026-10-26 ------- 0/3 0 0\n"
                   "2026-11-02 kk----- 2/3 2 1200\n");
}

/* What each week intends when a schedule was set on these days. The plan trains
 * on four days at the most. */
static void
test_schedules (void)
{
  static const struct { const char *when; int days; } records[] = {
    { "2026-09-02 08:00", 5 },
    { "2026-10-18 23:59", 2 },                  /* a Sunday: of that week already */
    { "2026-10-26T00:30:00+08:00", 6 },         /* a Monday there, a Sunday in UTC */
    { "2026-11-04 08:00", 1 },
    { "2026-11-04 09:00", 3 },                  /* the later of a day */
  };
  static const struct { const char *monday; int intended; } weeks[] = {
    { "2026-10-05", 4 }, { "2026-10-12", 2 }, { "2026-10-19", 2 }, { "2026-10-26", 4 }, { "2026-11-02", 3 },
    { "2026-11-09", 3 },
  };

  g_autoptr (YfLog) log = fixture_new_log ("2026-09-01 08:00");
  g_autoptr (YfProgress) progress = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    fixture_add_schedule (log, records[i].when, records[i].days);

  progress = fixture_look (log, "2026-10-05", "2026-11-15");
  g_assert_cmpuint (yf_progress_get_weeks (progress)->len, ==, G_N_ELEMENTS (weeks));
  for (gsize i = 0; i < G_N_ELEMENTS (weeks); i++)
    {
      const YfWeek *week = &g_array_index (yf_progress_get_weeks (progress), YfWeek, i);

      g_assert_cmpint (week->monday, ==, fixture_day (weeks[i].monday));
      g_assert_cmpint (week->intended, ==, weeks[i].intended);
    }
}

/* Before anything was in the log nobody meant to train, and nothing is said of it; the
 * week in which they began is not whole. What lies before the range tells that they had begun. */
static void
test_began (void)
{
  static const struct { const char *began; const char *weeks; } cases[] = {
    { NULL,
      "2026-10-26 ------- 0/0 partial 0 0\n2026-11-02 ----k-- 1/3 partial 1 600\n2026-11-09 ------- 0/3 0 0\n" },
    { "2026-11-02 00:00",
      "2026-10-26 ------- 0/0 partial 0 0\n2026-11-02 ----k-- 1/3 1 600\n2026-11-09 ------- 0/3 0 0\n" },
    { "2026-11-01 23:59",
      "2026-10-26 ------- 0/3 partial 0 0\n2026-11-02 ----k-- 1/3 1 600\n2026-11-09 ------- 0/3 0 0\n" },
    { "2025-01-01 08:00",
      "2026-10-26 ------- 0/3 0 0\n2026-11-02 ----k-- 1/3 1 600\n2026-11-09 ------- 0/3 0 0\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log (cases[i].began);
      g_autoptr (YfProgress) progress = NULL;
      g_autofree char *text = NULL;

      add_training (log, "2026-11-06 19:00");
      progress = fixture_look (log, "2026-10-26", "2026-11-15");
      text = describe (progress);
      g_assert_cmpstr (text, ==, cases[i].weeks);
    }
}

/* In a week that is acute from Monday to Sunday there is nothing to keep. */
static void
test_acute (void)
{
  static const struct { const char *onset; const char *relief; int intended[6]; } cases[] = {
    /* Weeks from 2026-10-05, 10-12, 10-19, 10-26, 11-02, 11-09. */
    { NULL, NULL, { 3, 3, 3, 3, 3, 3 } },
    { "2026-10-12", "2026-10-20", { 3, 0, 0, 3, 3, 3 } },    /* Monday, 14 days */
    { "2026-10-13", "2026-10-20", { 3, 3, 0, 3, 3, 3 } },    /* Tuesday: Monday was well */
    { "2026-10-12", "2026-11-01", { 3, 0, 0, 3, 3, 3 } },    /* relieved on a Sunday */
    { "2026-10-12", "2026-11-02", { 3, 0, 0, 0, 3, 3 } },    /* on a Monday */
    { "2026-10-12", NULL, { 3, 0, 0, 0, 0, 0 } },
    { "unknown", NULL, { 0, 0, 0, 0, 0, 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ("2026-09-01 08:00");
      g_autoptr (YfProgress) progress = NULL;

      log->profile = yf_profile_new ();
      if (g_strcmp0 (cases[i].onset, "unknown") == 0)
        yf_profile_set_onset (log->profile, YF_DAY_UNKNOWN);
      else
        yf_profile_set_onset (log->profile, fixture_day (cases[i].onset));
      yf_profile_set_relief (log->profile, fixture_day (cases[i].relief));

      progress = fixture_look (log, "2026-10-05", "2026-11-15");
      for (guint j = 0; j < 6; j++)
        {
          const YfWeek *week = &g_array_index (yf_progress_get_weeks (progress), YfWeek, j);

          g_test_message ("case %u, week %u", (guint) i, j);
          g_assert_cmpint (week->intended, ==, cases[i].intended[j]);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/weeks/boundaries", test_boundaries);
  g_test_add_func ("/progress/weeks/kept", test_kept);
  g_test_add_func ("/progress/weeks/offsets", test_offsets);
  g_test_add_func ("/progress/weeks/schedules", test_schedules);
  g_test_add_func ("/progress/weeks/began", test_began);
  g_test_add_func ("/progress/weeks/acute", test_acute);

  return g_test_run ();
}
