/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

#include <string.h>

#define NO YF_PAIN_UNANSWERED

/* The points in a line each. */
static char *
describe (YfProgress *progress)
{
  static const char * const moments[] = { "before", "after", "alone" };
  GArray *pains = yf_progress_get_pains (progress);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < pains->len; i++)
    {
      const YfPainPoint *point = &g_array_index (pains, YfPainPoint, i);
      g_autofree char *day = yf_day_to_string (point->day);
      g_autofree char *at = yf_real_to_iso8601 (point->at, 8 * 3600);

      g_string_append_printf (text, "%s %.16s %s %d %d%s %s\n", day, at, moments[point->moment], point->back,
                              point->leg, point->flare ? " flare" : "", point->entry);
    }

  return g_string_free (text, FALSE);
}

static void
test_points (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  g_autofree char *text = NULL;
  YfSessionRecord *record;

  record = fixture_add_session (log, "2026-11-01 19:00");
  fixture_say_before (record, 3, NO);
  record->check_in_at = fixture_moment ("2026-11-01 18:58", &(gint32) { 0 });
  fixture_say_after (record, "2026-11-01 19:12", NO, 2);

  /* Nothing was answered. */
  record = fixture_add_session (log, "2026-11-02 19:00");
  fixture_say_before (record, NO, NO);
  fixture_say_after (record, NULL, NO, NO);

  /* Typed in two days later, with an answer of then. */
  record = fixture_add_session (log, "2026-11-03 19:00");
  record->ended = record->started;
  record->origin = YF_ORIGIN_ENTERED;
  fixture_say_before (record, 4, 4);
  record->check_in_at = fixture_moment ("2026-11-05 09:00", &(gint32) { 0 });
  fixture_say_after (record, "2026-11-05 09:00", 5, 5);

  /* Past midnight it is still the session of the evening. */
  record = fixture_add_session (log, "2026-11-06 23:55");
  fixture_say_before (record, 1, 1);
  fixture_say_after (record, "2026-11-07 00:06", 0, 0);

  fixture_add_check_in (log, "2026-11-02 08:00", 7, NO);
  fixture_add_check_in (log, "2026-11-04 08:00", NO, 0);

  progress = fixture_look (log, "2026-11-01", "2026-11-06");
  text = describe (progress);
  g_assert_cmpstr (text, ==,
                   "2026-11-01 2026-11-01T18:58 before 3 -1 s1\n"
                   "2026-11-01 2026-11-01T19:12 after -1 2 s1\n"
                   "2026-11-02 2026-11-02T08:00 alone 7 -1 flare c1\n"
                   "2026-11-03 2026-11-03T19:00 before 4 4 s3\n"
                   "2026-11-03 2026-11-03T19:00 after 5 5 s3\n"
                   "2026-11-04 2026-11-04T08:00 alone -1 0 c2\n"
                   "2026-11-06 2026-11-06T23:55 before 1 1 s4\n"
                   "2026-11-06 2026-11-07T00:05 after 0 0 s4\n");
}

/* Back pain on the days before 2026-11-20, that on that day, and whether it is
 * a flare. A dot is a day without a check-in, from 2026-10-20 on. */
static const struct
{
  const char *name;
  const char *before;
  int         then;
  gboolean    flare;
} flares[] = {
  { "seven is one, whatever was usual", "", 7, TRUE },
  { "six alone is none", "", 6, FALSE },
  { "six after seven is usual", "7.7.7.7.7.7", 6, FALSE },
  { "three above five answers", "22222", 5, TRUE },
  { "two above", "22222", 4, FALSE },
  { "four answers are too few", "2222", 5, FALSE },
  { "four and a half is less than three above: even count", "112255", 4, FALSE },
  { "the median of two and three is two and a half", "222333", 5, FALSE },
  { "and three above is five and a half", "222333", 6, TRUE },
  { "the median, not the mean", "0000066", 3, TRUE },
  { "the median, not the lowest", "0666666", 3, FALSE },
  { "all of them are too long ago", "22222...........................", 5, FALSE },
  { "the first of five is 28 days before", "22222.......................", 5, TRUE },
  { "the first of five is 29 days before", "22222........................", 5, FALSE },
};

static void
test_flares (gconstpointer data)
{
  int leg = GPOINTER_TO_INT (data);

  for (gsize i = 0; i < G_N_ELEMENTS (flares); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log (NULL);
      g_autoptr (YfProgress) progress = NULL;
      YfDay then = fixture_day ("2026-11-20");
      int n = (int) strlen (flares[i].before);
      YfSessionRecord *record;
      const YfPainPoint *point;

      g_test_message ("%s", flares[i].name);
      for (int j = 0; j < n; j++)
        {
          g_autofree char *day = yf_day_to_string (then - n + j);
          g_autofree char *when = g_strconcat (day, " 08:00", NULL);
          int score = flares[i].before[j] - '0';

          if (flares[i].before[j] == '.')
            continue;
          fixture_add_check_in (log, when, leg ? NO : score, leg ? score : NO);
        }
      record = fixture_add_session (log, "2026-11-20 19:00");
      fixture_say_before (record, leg ? NO : flares[i].then, leg ? flares[i].then : NO);

      progress = fixture_look (log, "2026-11-20", "2026-11-20");
      g_assert_cmpuint (yf_progress_get_pains (progress)->len, ==, 1);
      point = &g_array_index (yf_progress_get_pains (progress), YfPainPoint, 0);
      g_assert_cmpint (point->flare, ==, flares[i].flare);
    }
}

/* What is usual is of the same place, of other days, and not said after a
 * session; a flare may be said at any moment. */
static void
test_usual (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  YfSessionRecord *record;
  int n_flares = 0;

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *when = g_strdup_printf ("2026-11-%02d 19:00", i);

      record = fixture_add_session (log, when);
      fixture_say_before (record, 2, 6);
      fixture_say_after (record, NULL, 4, 6);
    }

  /* Six in the leg is usual, five in the back is not. */
  record = fixture_add_session (log, "2026-11-06 19:00");
  fixture_say_before (record, 4, 6);
  fixture_say_after (record, NULL, 5, 6);

  /* The same day does not make itself usual. */
  for (int i = 0; i < 9; i++)
    {
      g_autofree char *when = g_strdup_printf ("2026-11-07 %02d:00", i + 8);

      fixture_add_check_in (log, when, 5, NO);
    }

  progress = fixture_look (log, NULL, NULL);
  for (guint i = 0; i < yf_progress_get_pains (progress)->len; i++)
    {
      const YfPainPoint *point = &g_array_index (yf_progress_get_pains (progress), YfPainPoint, i);
      gboolean expected = (point->moment == YF_PAIN_AFTER && point->back == 5) || point->moment == YF_PAIN_ALONE;

      g_assert_cmpint (point->flare, ==, expected);
      n_flares += point->flare;
    }
  g_assert_cmpint (n_flares, ==, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/pain/points", test_points);
  g_test_add_data_func ("/progress/pain/flares/back", GINT_TO_POINTER (0), test_flares);
  g_test_add_data_func ("/progress/pain/flares/leg", GINT_TO_POINTER (1), test_flares);
  g_test_add_func ("/progress/pain/usual", test_usual);

  return g_test_run ();
}
