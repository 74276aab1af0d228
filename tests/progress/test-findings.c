/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

#include <string.h>

#include "yf-change.h"

#define NO YF_PAIN_UNANSWERED

static void
assert_says (const YfFinding *finding,
             const char      *text)
{
  g_assert_nonnull (finding);
  if (strstr (finding->text, text) == NULL)
    g_error ("“%s” does not say “%s”", finding->text, text);
}

/* Check-ins from @first on, one a day, a character each: a score, T for ten, a
 * dot for a day without. */
static void
add_answers (YfLog      *log,
             const char *first,
             const char *answers,
             gboolean    leg)
{
  YfDay day = fixture_day (first);

  for (gsize i = 0; answers[i] != '\0'; i++)
    {
      g_autofree char *date = yf_day_to_string (day + (int) i);
      g_autofree char *when = g_strconcat (date, " 08:00", NULL);
      int score = answers[i] == 'T' ? 10 : answers[i] - '0';

      if (answers[i] != '.')
        fixture_add_check_in (log, when, leg ? NO : score, leg ? score : NO);
    }
}

/* From 2026-10-01; the log began long before. */
static const struct
{
  const char *name;
  const char *answers;
  int         days;
  gboolean    found;
  YfTrend     trend;
  const char *says;
} pains[] = {
  { "nothing was answered", "", 28, FALSE, 0, NULL },
  { "one day", "5", 1, TRUE, YF_TREND_NONE, "27 more days are needed" },
  { "two weeks overlap with themselves", "66666667777777", 14, TRUE, YF_TREND_NONE, "6.5, from 14 answers" },
  { "27 days", "999..................1.111.", 27, TRUE, YF_TREND_NONE, "1 more day is needed" },
  { "28 days, two points less", "555.........................333", 31, TRUE, YF_TREND_BETTER, "clearly less" },
  { "28 days exactly", "555......................333", 28, TRUE, YF_TREND_BETTER, "was 5 in the 14 days" },
  { "two points more", "333......................555", 28, TRUE, YF_TREND_WORSE, "clearly more" },
  { "one point less", "555......................444", 28, TRUE, YF_TREND_STEADY, "Less than 2 points may be chance" },
  { "one and a half less: even counts", "5555....................3344", 28, TRUE, YF_TREND_STEADY, "is 3.5 in" },
  { "two less between halves", "5566....................3344", 28, TRUE, YF_TREND_BETTER, "was 5.5 in" },
  { "one and a half more", "3344....................5555", 28, TRUE, YF_TREND_STEADY, "no clear change" },
  { "medians between two answers", "555TTT................333555", 28, TRUE, YF_TREND_BETTER, "was 7.5" },
  { "outliers do not make a change", "5555T....................55500", 30, TRUE, YF_TREND_STEADY, "was 5" },
  { "two answers at first", "55.......................333", 28, TRUE, YF_TREND_NONE, "2 in the 14 days" },
  { "two answers at last", "555.......................33", 28, TRUE, YF_TREND_NONE, "Each takes at least 3" },
  { "only the middle answered", "..............333..............", 31, TRUE, YF_TREND_NONE, "too few answers" },
  { "the middle does not count", "555...........000000..............555", 37, TRUE, YF_TREND_STEADY, "is 5 in" },
  { "the 14th day counts", "55...........5..................333", 35, TRUE, YF_TREND_BETTER, "was 5" },
  { "the 15th does not", "55............5.................333", 35, TRUE, YF_TREND_NONE, "2 in the 14 days" },
  { "steady at nothing", "000......................000", 28, TRUE, YF_TREND_STEADY, "was 0" },
  { "from ten to nothing", "TTT......................000", 28, TRUE, YF_TREND_BETTER, "was 10" },
};

static void
test_pains (gconstpointer data)
{
  gboolean leg = GPOINTER_TO_INT (data);
  YfFindingKind kind = leg ? YF_FINDING_LEG_PAIN : YF_FINDING_BACK_PAIN;

  for (gsize i = 0; i < G_N_ELEMENTS (pains); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ("2026-01-01 08:00");
      g_autoptr (YfProgress) progress = NULL;
      YfDay from = fixture_day ("2026-10-01");
      const YfFinding *finding;

      g_test_message ("%s", pains[i].name);
      add_answers (log, "2026-10-01", pains[i].answers, leg);
      progress = yf_progress_new (log, fixture_get_catalogue (), from, from + pains[i].days - 1);
      finding = fixture_find (progress, kind);

      g_assert_cmpint (finding != NULL, ==, pains[i].found);
      g_assert_null (fixture_find (progress, leg ? YF_FINDING_BACK_PAIN : YF_FINDING_LEG_PAIN));
      if (finding == NULL)
        continue;

      g_assert_cmpint (finding->trend, ==, pains[i].trend);
      assert_says (finding, pains[i].says);
      assert_says (finding, leg ? "eg pain" : "ack pain");
      g_assert_cmpstr (finding->source, ==,
                       finding->trend == YF_TREND_NONE ? NULL : "Childs, Piva and Fritz, Spine 2005;30:1331–1334");
    }
}

/* The entries are those of the two spans that were asked before and alone, and
 * no others. */
static void
test_pain_entries (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-01-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) brief = NULL;
  YfSessionRecord *record;

  fixture_add_check_in (log, "2026-09-30 08:00", 6, NO);   /* before */
  fixture_add_check_in (log, "2026-10-01 08:00", 6, NO);
  fixture_add_check_in (log, "2026-10-02 08:00", NO, 3);   /* of the leg */
  record = fixture_add_session (log, "2026-10-03 08:00");
  fixture_say_before (record, 5, NO);
  fixture_say_after (record, NULL, 0, 0);
  record = fixture_add_session (log, "2026-10-04 08:00");
  fixture_say_after (record, NULL, 0, 0);
  record = fixture_add_session (log, "2026-10-05 08:00");
  fixture_say_before (record, NO, NO);
  fixture_add_check_in (log, "2026-10-14 08:00", 6, NO);
  fixture_add_check_in (log, "2026-10-15 08:00", 1, NO);   /* between */
  fixture_add_check_in (log, "2026-10-18 08:00", 3, NO);
  fixture_add_check_in (log, "2026-10-19 08:00", 4, NO);
  record = fixture_add_session (log, "2026-10-31 23:00");
  fixture_say_before (record, 3, NO);
  fixture_add_check_in (log, "2026-11-01 08:00", 9, NO);   /* after */

  progress = fixture_look (log, "2026-10-01", "2026-10-31");
  fixture_assert_entries (fixture_find (progress, YF_FINDING_BACK_PAIN), "c2 s1 c4 c6 c7 s4");
  g_assert_cmpint (fixture_find (progress, YF_FINDING_BACK_PAIN)->trend, ==, YF_TREND_BETTER);

  /* Too few days to compare: the median is of all of them. */
  brief = fixture_look (log, "2026-10-01", "2026-10-15");
  fixture_assert_entries (fixture_find (brief, YF_FINDING_BACK_PAIN), "c2 s1 c4 c5");
}

/* A year is shown to somebody who began a month ago. */
static void
test_pain_began (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) early = NULL;

  add_answers (log, "2026-10-01", "666...................333", FALSE);
  progress = fixture_look (log, "2025-11-01", "2026-10-28");
  g_assert_cmpint (fixture_find (progress, YF_FINDING_BACK_PAIN)->trend, ==, YF_TREND_BETTER);

  early = fixture_look (log, "2025-11-01", "2026-10-27");
  g_assert_cmpint (fixture_find (early, YF_FINDING_BACK_PAIN)->trend, ==, YF_TREND_NONE);
  assert_says (fixture_find (early, YF_FINDING_BACK_PAIN), "1 more day is needed");
}

static void
test_function (void)
{
  static const struct { const char *ratings[3]; YfTrend trend; const char *says; const char *entries; } cases[] = {
    { { "a4 b6" }, YF_TREND_NONE, "5.0 of 10", "r1" },
    { { "a4 b4", "a6 b6" }, YF_TREND_BETTER, "2 activities are clearly easier", "r1 r2" },
    { { "a4", "a6" }, YF_TREND_BETTER, "1 activity is clearly easier", "r1 r2" },
    { { "a6 b6", "a4 b4" }, YF_TREND_WORSE, "2 activities are clearly harder", "r1 r2" },
    { { "a4 b4", "a8 b4" }, YF_TREND_BETTER, "4.0 of 10 on average", "r1 r2" },
    { { "a4 b4", "a7 b4" }, YF_TREND_STEADY, "Less than 2 points on average may be chance", "r1 r2" },
    { { "a4 b4 c4 d4 e4", "a6 b6 c6 d6 e5" }, YF_TREND_STEADY, "5.8", "r1 r2" },
    { { "a4 b4 c4 d4 e4", "a6 b6 c6 d6 e6" }, YF_TREND_BETTER, "6.0", "r1 r2" },
    { { "a4", "a5" }, YF_TREND_STEADY, "no clear change in 1 activity", "r1 r2" },
    /* Only what was rated both times; what was in between is passed over. */
    { { "a4 b0", "a9 b9", "a5 c10" }, YF_TREND_STEADY, "1 activity", "r1 r3" },
    { { "a4 b9", "a0", "a6 c1" }, YF_TREND_BETTER, "rated 4.0 of 10", "r1 r3" },
    { { "a0", "b10" }, YF_TREND_NONE, "No activity was rated both", "r1 r2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log (NULL);
      g_autoptr (YfProgress) progress = NULL;
      const YfFinding *finding;

      g_test_message ("%u", (guint) i);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i].ratings) && cases[i].ratings[j] != NULL; j++)
        {
          g_autofree char *when = g_strdup_printf ("2026-10-%02d 08:00", (int) (1 + 14 * j));

          fixture_add_rating (log, when, cases[i].ratings[j]);
        }

      progress = fixture_look (log, NULL, NULL);
      finding = fixture_find (progress, YF_FINDING_FUNCTION);
      fixture_assert_entries (finding, cases[i].entries);
      g_assert_cmpint (finding->trend, ==, cases[i].trend);
      assert_says (finding, cases[i].says);
      g_assert_cmpstr (finding->source, ==,
                       finding->trend == YF_TREND_NONE
                       ? NULL : "Stratford et al., Physiotherapy Canada 1995;47:258–263");
    }
}

static void
test_clinic (void)
{
  static const struct
  {
    YfClinicScale scale;
    int           first;
    int           last;    /* -1: there is only the first */
    YfTrend       trend;
    const char   *says;
  } cases[] = {
    { YF_CLINIC_ODI, 44, -1, YF_TREND_NONE, "was 44 % on" },
    { YF_CLINIC_ODI, 44, 34, YF_TREND_BETTER, "clearly lower, which is better: 44 % on" },
    { YF_CLINIC_ODI, 44, 35, YF_TREND_STEADY, "Less than 10 points may be chance" },
    { YF_CLINIC_ODI, 34, 43, YF_TREND_STEADY, "34 % on" },
    { YF_CLINIC_ODI, 34, 44, YF_TREND_WORSE, "clearly higher, which is worse" },
    { YF_CLINIC_RMDQ, 12, -1, YF_TREND_NONE, "was 12 of 24 on" },
    { YF_CLINIC_RMDQ, 12, 7, YF_TREND_BETTER, "clearly lower, which is better: 12 of 24 on" },
    { YF_CLINIC_RMDQ, 12, 8, YF_TREND_STEADY, "Less than 5 points may be chance" },
    { YF_CLINIC_RMDQ, 8, 12, YF_TREND_STEADY, "no clear change" },
    { YF_CLINIC_RMDQ, 7, 12, YF_TREND_WORSE, "clearly higher, which is worse" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log (NULL);
      g_autoptr (YfProgress) progress = NULL;
      YfFindingKind kind = cases[i].scale == YF_CLINIC_ODI ? YF_FINDING_ODI : YF_FINDING_RMDQ;
      const YfFinding *finding;

      g_test_message ("%u", (guint) i);
      fixture_add_score (log, cases[i].scale, "2026-09-30", 0);   /* outside */
      fixture_add_score (log, cases[i].scale, "2026-10-01", cases[i].first);
      fixture_add_score (log, 1 - cases[i].scale, "2026-10-02", 0);   /* the other one */
      if (cases[i].last >= 0)
        {
          fixture_add_score (log, cases[i].scale, "2026-10-20", 24);
          fixture_add_score (log, cases[i].scale, "2026-10-31", cases[i].last);
        }

      progress = fixture_look (log, "2026-10-01", "2026-10-31");
      finding = fixture_find (progress, kind);
      fixture_assert_entries (finding, cases[i].last >= 0 ? "o2 o5" : "o2");
      g_assert_cmpint (finding->trend, ==, cases[i].trend);
      assert_says (finding, cases[i].says);
      g_assert_cmpstr (finding->source, ==,
                       finding->trend == YF_TREND_NONE ? NULL : "Ostelo et al., Spine 2008;33:90–94");
    }
}

/* Whole weeks alone, and not those in which nothing was intended. */
static void
test_kept (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2026-01-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) partial = NULL;
  YfSessionRecord *record;

  fixture_add_schedule (log, "2026-01-01 08:00", 2);
  log->profile = yf_profile_new ();
  yf_profile_set_onset (log->profile, fixture_day ("2026-10-05"));
  yf_profile_set_relief (log->profile, fixture_day ("2026-10-12"));   /* acute until 2026-10-18 */

  fixture_add_activity (log, "2026-10-02 08:00");                     /* a part of a week */
  fixture_add_activity (log, "2026-10-06 08:00");                     /* acute */
  fixture_add_activity (log, "2026-10-19 08:00");
  fixture_add_activity (log, "2026-10-20 08:00");
  fixture_add_check_in (log, "2026-10-21 08:00", 7, NO);              /* a flare */
  fixture_add_check_in (log, "2026-10-22 08:00", 1, NO);
  record = fixture_add_session (log, "2026-10-26 08:00");
  fixture_plan (record, "glute-bridge", 1, 1, 3);
  fixture_do (record, YF_SIDE_NONE, 1, 1);
  fixture_add_session (log, "2026-10-27 08:00");                      /* nothing counted */
  fixture_add_activity (log, "2026-11-02 08:00");                     /* a part of a week */

  progress = fixture_look (log, "2026-10-01", "2026-11-04");
  fixture_assert_entries (fixture_find (progress, YF_FINDING_KEPT), "s1 a3 a4 c1");
  assert_says (fixture_find (progress, YF_FINDING_KEPT), "4 days were kept and 4 were intended");
  assert_says (fixture_find (progress, YF_FINDING_KEPT), "reached in 1 of 2 weeks");
  assert_says (fixture_find (progress, YF_FINDING_KEPT), "1 day that was kept had a flare");
  g_assert_cmpint (fixture_find (progress, YF_FINDING_KEPT)->trend, ==, YF_TREND_NONE);

  partial = fixture_look (log, "2026-10-27", "2026-11-04");
  g_assert_null (fixture_find (partial, YF_FINDING_KEPT));
}

static void
test_mornings (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) none = NULL;

  fixture_add_session (log, "2026-10-01 08:00")->morning = YF_MORNING_BETTER;
  fixture_add_session (log, "2026-10-02 08:00");
  fixture_add_session (log, "2026-10-03 08:00")->morning = YF_MORNING_WORSE;
  fixture_add_session (log, "2026-10-04 08:00")->morning = YF_MORNING_WORSE;

  progress = fixture_look (log, NULL, NULL);
  fixture_assert_entries (fixture_find (progress, YF_FINDING_MORNINGS), "s1 s3 s4");
  assert_says (fixture_find (progress, YF_FINDING_MORNINGS), "answered after 3 sessions: better 1, the same 0, worse 2");

  none = fixture_look (log, "2026-10-02", "2026-10-02");
  g_assert_null (fixture_find (none, YF_FINDING_MORNINGS));
}

static void
test_stops (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfProgress) tied = NULL;
  g_autoptr (YfProgress) one = NULL;
  g_autoptr (YfProgress) none = NULL;
  const YfFinding *finding;
  YfSessionRecord *record;

  fixture_add_session (log, "2026-10-01 08:00");
  record = fixture_add_session (log, "2026-10-02 08:00");
  fixture_plan (record, "glute-bridge", 1, 10, 3);
  fixture_stop (record, YF_SIDE_NONE, 3, YF_SEGMENT_RAISE, 9);
  fixture_plan (record, "straight-leg-raise", 1, 10, 10);
  fixture_stop (record, YF_SIDE_LEFT, 3, YF_SEGMENT_HOLD, 4);
  record = fixture_add_session (log, "2026-10-03 08:00");
  fixture_plan (record, "straight-leg-raise", 1, 10, 10);
  fixture_stop (record, YF_SIDE_LEFT, 5, YF_SEGMENT_HOLD, 4);

  progress = fixture_look (log, NULL, NULL);
  finding = fixture_find (progress, YF_FINDING_STOPS);
  fixture_assert_entries (finding, "s2 s3");
  assert_says (finding, "It hurt 3 times");
  assert_says (finding, "2 were in “Straight-leg raise” on the left side, at “Hold”");

  /* Which was the most frequent is not said where none was. */
  tied = fixture_look (log, "2026-10-02", "2026-10-02");
  finding = fixture_find (tied, YF_FINDING_STOPS);
  g_assert_cmpstr (finding->text, ==, "It hurt 2 times during an exercise.");

  one = fixture_look (log, "2026-10-03", "2026-10-03");
  finding = fixture_find (one, YF_FINDING_STOPS);
  g_assert_cmpstr (finding->text, ==, "It hurt once, in “Straight-leg raise” on the left side, at “Hold”.");

  none = fixture_look (log, "2026-10-01", "2026-10-01");
  g_assert_null (fixture_find (none, YF_FINDING_STOPS));
}

static void
test_flares (void)
{
  g_autoptr (YfLog) log = fixture_new_log (NULL);
  g_autoptr (YfProgress) progress = NULL;
  YfSessionRecord *record;

  record = fixture_add_session (log, "2026-10-01 08:00");
  fixture_say_before (record, 7, NO);
  fixture_say_after (record, NULL, 8, NO);
  fixture_add_check_in (log, "2026-10-01 20:00", NO, 9);
  fixture_add_check_in (log, "2026-10-02 20:00", NO, 6);
  fixture_add_check_in (log, "2026-10-03 20:00", NO, 7);

  progress = fixture_look (log, NULL, NULL);
  fixture_assert_entries (fixture_find (progress, YF_FINDING_FLARES), "s1 c1 c3");
  assert_says (fixture_find (progress, YF_FINDING_FLARES), "on 2 days");
}

/* The one table against what the papers say. */
static void
test_table (void)
{
  static const struct { YfFindingKind kind; int threshold; gboolean more_is_better; const char *paper; } cases[] = {
    { YF_FINDING_BACK_PAIN, 2, FALSE, "Spine 2005;30:1331–1334" },
    { YF_FINDING_LEG_PAIN, 2, FALSE, "Spine 2005;30:1331–1334" },
    { YF_FINDING_FUNCTION, 2, TRUE, "Physiotherapy Canada 1995;47:258–263" },
    { YF_FINDING_ODI, 10, FALSE, "Spine 2008;33:90–94" },
    { YF_FINDING_RMDQ, 5, FALSE, "Spine 2008;33:90–94" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YfTrend up = cases[i].more_is_better ? YF_TREND_BETTER : YF_TREND_WORSE;
      YfTrend down = cases[i].more_is_better ? YF_TREND_WORSE : YF_TREND_BETTER;

      g_assert_cmpint (yf_change_get_threshold (cases[i].kind), ==, cases[i].threshold);
      g_assert_nonnull (strstr (yf_change_get_source (cases[i].kind), cases[i].paper));
      for (int parts = 1; parts <= 5; parts++)
        {
          int enough = cases[i].threshold * parts;

          g_assert_cmpint (yf_change_judge (cases[i].kind, 7, 7 + enough, parts), ==, up);
          g_assert_cmpint (yf_change_judge (cases[i].kind, 7 + enough, 7, parts), ==, down);
          g_assert_cmpint (yf_change_judge (cases[i].kind, 7, 7 + enough - 1, parts), ==, YF_TREND_STEADY);
          g_assert_cmpint (yf_change_judge (cases[i].kind, 7 + enough - 1, 7, parts), ==, YF_TREND_STEADY);
        }
    }

  for (int kind = YF_FINDING_KEPT; kind <= YF_FINDING_FLARES; kind++)
    {
      g_assert_cmpint (yf_change_judge (kind, 0, 100, 1), ==, YF_TREND_NONE);
      g_assert_null (yf_change_get_source (kind));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/progress/findings/pain/back", GINT_TO_POINTER (FALSE), test_pains);
  g_test_add_data_func ("/progress/findings/pain/leg", GINT_TO_POINTER (TRUE), test_pains);
  g_test_add_func ("/progress/findings/pain/entries", test_pain_entries);
  g_test_add_func ("/progress/findings/pain/began", test_pain_began);
  g_test_add_func ("/progress/findings/function", test_function);
  g_test_add_func ("/progress/findings/clinic", test_clinic);
  g_test_add_func ("/progress/findings/kept", test_kept);
  g_test_add_func ("/progress/findings/mornings", test_mornings);
  g_test_add_func ("/progress/findings/stops", test_stops);
  g_test_add_func ("/progress/findings/flares", test_flares);
  g_test_add_func ("/progress/findings/table", test_table);

  return g_test_run ();
}
