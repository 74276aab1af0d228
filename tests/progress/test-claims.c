/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "progress-fixture.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Whatever is in a log: no claim that the numbers do not bear, no entry that is
 * not there, and sums that agree. The numbers are worked out again here, the
 * slow way. */

#define N_LOGS 300

static const char * const exercises[] = { "glute-bridge", "straight-leg-raise", "abdominal-breathing", "own-1" };

static char *
make_moment (YfDay day)
{
  static const char * const offsets[] = { "+08:00", "+01:00", "+00:00", "-11:00", "+05:45" };
  g_autofree char *date = yf_day_to_string (day);

  return g_strdup_printf ("%sT%02d:%02d:00%s", date, g_test_rand_int_range (0, 24), g_test_rand_int_range (0, 60),
                          offsets[g_test_rand_int_range (0, G_N_ELEMENTS (offsets))]);
}

/* Around a level that may change over the days, so that thresholds are met,
 * just met and just missed. */
static int
make_score (int level)
{
  int score = level + g_test_rand_int_range (-1, 2);

  if (g_test_rand_int_range (0, 5) == 0)
    return YF_PAIN_UNANSWERED;

  return CLAMP (score, 0, 10);
}

static void
add_session (YfLog *log,
             YfDay  day,
             int    level)
{
  g_autofree char *when = make_moment (day);
  YfSessionRecord *record = fixture_add_session (log, when);

  if (g_test_rand_bit ())
    fixture_say_before (record, make_score (level), make_score (level));
  if (g_test_rand_bit ())
    fixture_say_after (record, NULL, make_score (level), make_score (level));
  record->morning = g_test_rand_int_range (0, 4);

  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      const char *exercise = exercises[g_test_rand_int_range (0, G_N_ELEMENTS (exercises))];
      gboolean sided = g_str_equal (exercise, "straight-leg-raise");

      fixture_plan (record, exercise, g_test_rand_int_range (1, 4), g_test_rand_int_range (1, 6), 3);
      for (int set = 1; set <= 2; set++)
        fixture_do (record, sided ? YF_SIDE_LEFT : YF_SIDE_NONE, set, g_test_rand_int_range (0, 6));
      if (g_test_rand_int_range (0, 8) == 0)
        fixture_stop (record, sided ? YF_SIDE_LEFT : YF_SIDE_NONE, g_test_rand_int_range (0, 6),
                      g_test_rand_int_range (YF_SEGMENT_RAISE, YF_SEGMENT_REST), g_test_rand_int_range (-1, 11));
    }

  if (g_test_rand_int_range (0, 20) == 0)
    {
      record->state = YF_RECORD_RUNNING;
      record->ended = 0;
    }
}

static void
add_measures (YfLog *log,
              YfDay  day)
{
  g_autofree char *when = make_moment (day);
  g_autofree char *date = yf_day_to_string (day);
  g_autoptr (GString) scores = g_string_new (NULL);

  for (char activity = 'a'; activity <= 'e'; activity++)
    if (g_test_rand_bit ())
      g_string_append_printf (scores, "%s%c%d", scores->len > 0 ? " " : "", activity, g_test_rand_int_range (3, 8));
  if (scores->len > 0)
    fixture_add_rating (log, when, scores->str);

  fixture_add_score (log, YF_CLINIC_ODI, date, g_test_rand_int_range (20, 45));
  fixture_add_score (log, YF_CLINIC_RMDQ, date, g_test_rand_int_range (5, 15));
}

static YfLog *
make_log (int n_days)
{
  YfLog *log = fixture_new_log (g_test_rand_bit () ? "2026-01-01 08:00" : NULL);
  YfDay first = fixture_day ("2026-03-01");
  int level = g_test_rand_int_range (1, 8);

  for (int i = 0; i < n_days; i++)
    {
      g_autofree char *when = make_moment (first + i);

      if (g_test_rand_int_range (0, 12) == 0)
        level += g_test_rand_int_range (-2, 3);
      level = CLAMP (level, 0, 9);
      if (g_test_rand_int_range (0, 2) == 0)
        add_session (log, first + i, level);
      if (g_test_rand_int_range (0, 3) == 0)
        fixture_add_check_in (log, when, make_score (level), make_score (level));
      if (g_test_rand_int_range (0, 9) == 0)
        fixture_add_activity (log, when);
      if (g_test_rand_int_range (0, 14) == 0)
        add_measures (log, first + i);
    }

  return log;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Twice the median, or -1 of fewer than three. */
static int
work_out_median (YfLog    *log,
                 YfDay     from,
                 YfDay     to,
                 gboolean  leg)
{
  g_autoptr (GArray) scores = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < log->sessions->len + log->check_ins->len; i++)
    {
      const YfCheckIn *check_in;
      YfDay day;
      int score;

      if (i < log->sessions->len)
        {
          const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);

          if (record->ended == 0)
            continue;
          check_in = record->check_in;
          day = yf_day_from_moment (record->started, record->utc_offset);
        }
      else
        {
          const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i - log->sessions->len);

          check_in = record->check_in;
          day = yf_day_from_moment (record->at, record->utc_offset);
        }

      if (check_in == NULL || day < from || day > to)
        continue;
      score = leg ? yf_check_in_get_pain_leg (check_in) : yf_check_in_get_pain_back (check_in);
      if (score != YF_PAIN_UNANSWERED)
        g_array_append_val (scores, score);
    }

  if (scores->len < 3)
    return -1;
  g_array_sort (scores, compare_ints);

  return g_array_index (scores, int, (scores->len - 1) / 2) + g_array_index (scores, int, scores->len / 2);
}

static void
assert_change (const YfFinding *finding,
               double           improvement,
               double           threshold)
{
  YfTrend expected = YF_TREND_STEADY;

  if (improvement >= threshold - 1e-9)
    expected = YF_TREND_BETTER;
  else if (-improvement >= threshold - 1e-9)
    expected = YF_TREND_WORSE;

  g_assert_cmpint (finding->trend, ==, expected);
}

static void
check_pain (YfProgress      *progress,
            const YfFinding *finding,
            YfDay            from,
            YfDay            to)
{
  gboolean leg = finding->kind == YF_FINDING_LEG_PAIN;
  YfLog *log = yf_progress_get_log (progress);
  int first = work_out_median (log, from, from + 13, leg);
  int last = work_out_median (log, to - 13, to, leg);

  if (to - from + 1 < 28 || first < 0 || last < 0)
    g_assert_cmpint (finding->trend, ==, YF_TREND_NONE);
  else
    assert_change (finding, (first - last) / 2.0, 2);
}

static void
check_function (YfProgress      *progress,
                const YfFinding *finding)
{
  GArray *points = yf_progress_get_functions (progress);
  GPtrArray *then = g_array_index (points, YfFunctionPoint, 0).rating->scores;
  GPtrArray *now = g_array_index (points, YfFunctionPoint, points->len - 1).rating->scores;
  double change = 0;
  int n = 0;

  for (guint i = 0; i < then->len; i++)
    for (guint j = 0; j < now->len; j++)
      {
        const YfFunctionScore *one = g_ptr_array_index (then, i);
        const YfFunctionScore *other = g_ptr_array_index (now, j);

        if (!g_str_equal (one->activity, other->activity))
          continue;
        change += other->score - one->score;
        n++;
      }

  if (points->len < 2 || n == 0)
    g_assert_cmpint (finding->trend, ==, YF_TREND_NONE);
  else
    assert_change (finding, change / n, 2);
}

static void
check_clinic (YfProgress      *progress,
              const YfFinding *finding)
{
  GPtrArray *scores = yf_progress_get_log (progress)->scores;
  YfClinicScale scale = finding->kind == YF_FINDING_ODI ? YF_CLINIC_ODI : YF_CLINIC_RMDQ;
  int totals[2] = { 0, 0 };
  int n = 0;

  for (guint i = 0; i < scores->len; i++)
    {
      const YfClinicScore *score = g_ptr_array_index (scores, i);

      if (score->scale != scale || score->day < yf_progress_get_from (progress) ||
          score->day > yf_progress_get_to (progress))
        continue;
      totals[n > 0] = score->total;
      n++;
    }

  if (n < 2)
    g_assert_cmpint (finding->trend, ==, YF_TREND_NONE);
  else
    assert_change (finding, totals[0] - totals[1], scale == YF_CLINIC_ODI ? 10 : 5);
}

/* The day of an entry that counts, which there must be. */
static YfDay
find_entry (YfLog      *log,
            const char *id)
{
  guint index = (guint) atoi (id + 1) - 1;

  switch (id[0])
    {
    case 's':
      {
        const YfSessionRecord *record = g_ptr_array_index (log->sessions, index);

        g_assert_cmpint (record->ended, !=, 0);
        return yf_day_from_moment (record->started, record->utc_offset);
      }
    case 'c':
      {
        const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, index);

        return yf_day_from_moment (record->at, record->utc_offset);
      }
    case 'a':
      {
        const YfActivityRecord *record = g_ptr_array_index (log->activities, index);

        return yf_day_from_moment (record->at, record->utc_offset);
      }
    case 'r':
      {
        const YfFunctionRating *rating = g_ptr_array_index (log->ratings, index);

        return yf_day_from_moment (rating->at, rating->utc_offset);
      }
    case 'o':
      return ((const YfClinicScore *) g_ptr_array_index (log->scores, index))->day;
    default:
      g_assert_not_reached ();
    }
}

static void
check_findings (YfProgress *progress,
                YfDay       compared_from)
{
  GPtrArray *findings = yf_progress_get_findings (progress);
  int previous = -1;

  for (guint i = 0; i < findings->len; i++)
    {
      const YfFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpint (finding->kind, >, previous);
      previous = finding->kind;
      g_assert_true (g_str_has_suffix (finding->text, "."));
      g_assert_null (strchr (finding->text, '!'));
      g_assert_cmpint (finding->source != NULL, ==, finding->trend != YF_TREND_NONE);

      for (guint j = 0; finding->entries[j] != NULL; j++)
        {
          YfDay day = find_entry (yf_progress_get_log (progress), finding->entries[j]);

          g_assert_cmpint (day, >=, yf_progress_get_from (progress));
          g_assert_cmpint (day, <=, yf_progress_get_to (progress));
          for (guint k = 0; k < j; k++)
            g_assert_cmpstr (finding->entries[j], !=, finding->entries[k]);
        }

      if (finding->kind <= YF_FINDING_LEG_PAIN)
        check_pain (progress, finding, compared_from, yf_progress_get_to (progress));
      else if (finding->kind == YF_FINDING_FUNCTION)
        check_function (progress, finding);
      else if (finding->kind <= YF_FINDING_RMDQ)
        check_clinic (progress, finding);
      else
        g_assert_cmpint (finding->trend, ==, YF_TREND_NONE);
    }
}

static void
check_sums (YfProgress *progress)
{
  const YfTotals *totals = yf_progress_get_totals (progress);
  YfTotals sums = { 0 };
  int n_provoked = 0;
  int mornings[4];

  for (guint i = 0; i < yf_progress_get_weeks (progress)->len; i++)
    {
      const YfWeek *week = &g_array_index (yf_progress_get_weeks (progress), YfWeek, i);

      sums.n_sessions += week->n_sessions;
      sums.seconds += week->seconds;
    }
  for (guint i = 0; i < yf_progress_get_exercises (progress)->len; i++)
    {
      const YfExerciseTotal *total = &g_array_index (yf_progress_get_exercises (progress), YfExerciseTotal, i);

      sums.n_sets += total->n_sets;
      sums.n_reps += total->n_reps;
      sums.hold += total->hold;
      sums.n_stops += total->n_stops;
      g_assert_cmpint (total->n_sessions, <=, totals->n_sessions);
      g_assert_cmpint (total->n_sets, <=, total->n_reps);
    }
  for (guint i = 0; i < yf_progress_get_provocations (progress)->len; i++)
    n_provoked += g_array_index (yf_progress_get_provocations (progress), YfProvocation, i).n;

  yf_progress_get_mornings (progress, &mornings[0], &mornings[1], &mornings[2], &mornings[3]);
  g_assert_cmpint (mornings[0] + mornings[1] + mornings[2] + mornings[3], ==, totals->n_sessions);
  g_assert_cmpint (sums.n_sessions, ==, totals->n_sessions);
  g_assert_cmpint (sums.seconds, ==, totals->seconds);
  g_assert_cmpint (sums.n_sets, ==, totals->n_sets);
  g_assert_cmpint (sums.n_reps, ==, totals->n_reps);
  g_assert_cmpint (sums.hold, ==, totals->hold);
  g_assert_cmpint (sums.n_stops, ==, totals->n_stops);
  g_assert_cmpint (n_provoked, ==, totals->n_stops);
  g_assert_cmpuint (yf_progress_get_stops (progress)->len, ==, (guint) totals->n_stops);

  for (guint i = 1; i < yf_progress_get_pains (progress)->len; i++)
    g_assert_cmpint (g_array_index (yf_progress_get_pains (progress), YfPainPoint, i - 1).at, <=,
                     g_array_index (yf_progress_get_pains (progress), YfPainPoint, i).at);
}

static void
test_random (void)
{
  int n_trends[YF_TREND_WORSE + 1] = { 0 };

  for (int i = 0; i < N_LOGS; i++)
    {
      g_autoptr (YfLog) log = make_log (g_test_rand_int_range (1, 150));
      g_autoptr (YfProgress) progress = NULL;
      YfDay began;
      YfDay from = fixture_day ("2026-02-15") + g_test_rand_int_range (0, 40);
      YfDay to = from + g_test_rand_int_range (0, 120);

      progress = yf_progress_new (log, fixture_get_catalogue (), from, to);
      began = log->consents->len > 0 || !yf_log_get_extent (log, &began, NULL) ? from : began;
      check_findings (progress, MAX (from, began));
      check_sums (progress);

      for (guint j = 0; j < yf_progress_get_findings (progress)->len; j++)
        n_trends[((const YfFinding *) g_ptr_array_index (yf_progress_get_findings (progress), j))->trend]++;
    }

  /* The logs are of the kind that has something to claim. */
  for (gsize i = 0; i < G_N_ELEMENTS (n_trends); i++)
    g_assert_cmpint (n_trends[i], >, 10);
}

/* Five years: 1300 sessions, 60 000 repetitions. The bound is wide enough for
 * the sanitizers and far too narrow for anything that is looked up one by one. */
static void
test_five_years (void)
{
  g_autoptr (YfLog) log = fixture_new_log ("2021-11-01 08:00");
  g_autoptr (YfProgress) progress = NULL;
  YfDay first = fixture_day ("2021-11-01");
  clock_t began;
  double seconds;

  for (int i = 0; i < 1300; i++)
    {
      g_autofree char *day = yf_day_to_string (first + i * 7 / 5);
      g_autofree char *when = g_strconcat (day, " 19:00", NULL);
      YfSessionRecord *record = fixture_add_session (log, when);

      fixture_say_before (record, i % 10, i % 7);
      fixture_say_after (record, NULL, i % 9, i % 8);
      for (int j = 0; j < 4; j++)
        {
          fixture_plan (record, exercises[j], 2, 10 + i / 300, 3);
          for (int set = 1; set <= 2; set++)
            fixture_do (record, j == 1 ? YF_SIDE_RIGHT : YF_SIDE_NONE, set, 6);
          if (i % 11 == j)
            fixture_stop (record, j == 1 ? YF_SIDE_RIGHT : YF_SIDE_NONE, 3, YF_SEGMENT_HOLD, 5);
        }
      fixture_add_edit (log, YF_ENTRY_SESSION, NULL, record->id);
    }

  began = clock ();
  progress = fixture_look (log, NULL, NULL);
  seconds = (double) (clock () - began) / CLOCKS_PER_SEC;

  g_test_message ("%d repetitions in %.1f ms", yf_progress_get_totals (progress)->n_reps, seconds * 1000);
  g_assert_cmpint (yf_progress_get_totals (progress)->n_reps, ==, 1300 * 48);
  g_assert_cmpint (yf_progress_get_totals (progress)->n_edited, ==, 1300);
  g_assert_cmpfloat (seconds, <, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/progress/claims/random", test_random);
  g_test_add_func ("/progress/claims/five-years", test_five_years);

  return g_test_run ();
}
