/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-finding-private.h"

#include <glib/gi18n-lib.h>

/* Outcome measures: the first of the range against the last. The activities
 * are compared that were rated both times; those that were not say nothing
 * about a change. With one answer the sentence gives it, without any there is
 * none. */

/* The sentences say these figures. */
G_STATIC_ASSERT (YF_CHANGE_FUNCTION == 2);
G_STATIC_ASSERT (YF_CHANGE_ODI == 10);
G_STATIC_ASSERT (YF_CHANGE_RMDQ == 5);
G_STATIC_ASSERT (YF_FUNCTION_MAX == 10);

static const YfFunctionScore *
find_score (const YfFunctionRating *rating,
            const char             *activity)
{
  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);

      if (g_str_equal (score->activity, activity))
        return score;
    }

  return NULL;
}

static char *
describe_function (YfTrend     trend,
                   int         n,
                   double      before,
                   const char *from,
                   double      after,
                   const char *to)
{
  gulong count = (gulong) n;

  if (trend == YF_TREND_BETTER)
    /* Translators: a number of activities, a score from 0 to 10, a day, a score, a day */
    return g_strdup_printf (ngettext ("%1$d activity is clearly easier: rated %2$.1f of 10 on %3$s and %4$.1f on "
                                      "%5$s.",
                                      "%1$d activities are clearly easier: rated %2$.1f of 10 on average on %3$s "
                                      "and %4$.1f on %5$s.",
                                      count),
                            n, before, from, after, to);
  if (trend == YF_TREND_WORSE)
    /* Translators: a number of activities, a score from 0 to 10, a day, a score, a day */
    return g_strdup_printf (ngettext ("%1$d activity is clearly harder: rated %2$.1f of 10 on %3$s and %4$.1f on "
                                      "%5$s.",
                                      "%1$d activities are clearly harder: rated %2$.1f of 10 on average on %3$s "
                                      "and %4$.1f on %5$s.",
                                      count),
                            n, before, from, after, to);

  /* Translators: a number of activities, a score from 0 to 10, a day, a score, a day */
  return g_strdup_printf (ngettext ("There is no clear change in %1$d activity: rated %2$.1f of 10 on %3$s and "
                                    "%4$.1f on %5$s. Less than 2 points may be chance.",
                                    "There is no clear change in %1$d activities: rated %2$.1f of 10 on average "
                                    "on %3$s and %4$.1f on %5$s. Less than 2 points on average may be chance.",
                                    count),
                          n, before, from, after, to);
}

static void
add_one_rating (YfProgress            *progress,
                const YfFunctionPoint *point,
                YfEntries             *entries)
{
  g_autofree char *day = yf_day_to_display (point->day);
  /* Translators: a mean score from 0 to 10, and a day */
  g_autofree char *text = g_strdup_printf (_("The followed activities were rated once: %1$.1f of 10 on average on %2$s. "
                                             "It takes a second rating to tell a change."),
                                           point->mean, day);

  yf_finding_add (progress, YF_FINDING_FUNCTION, YF_TREND_NONE, text, entries);
}

void
yf_finding_add_function (YfProgress *progress)
{
  const YfFunctionPoint *first;
  const YfFunctionPoint *last;
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *text = NULL;
  YfTrend trend = YF_TREND_NONE;
  int before = 0;
  int after = 0;
  int n = 0;

  if (progress->functions->len == 0)
    return;

  first = &g_array_index (progress->functions, YfFunctionPoint, 0);
  last = &g_array_index (progress->functions, YfFunctionPoint, progress->functions->len - 1);
  yf_entries_add (entries, first->rating->id);
  if (first == last)
    {
      add_one_rating (progress, first, entries);
      return;
    }

  yf_entries_add (entries, last->rating->id);
  for (guint i = 0; i < first->rating->scores->len; i++)
    {
      const YfFunctionScore *then = g_ptr_array_index (first->rating->scores, i);
      const YfFunctionScore *now = find_score (last->rating, then->activity);

      if (now == NULL)
        continue;
      before += then->score;
      after += now->score;
      n++;
    }

  from = yf_day_to_display (first->day);
  to = yf_day_to_display (last->day);
  if (n > 0)
    {
      trend = yf_change_judge (YF_FINDING_FUNCTION, before, after, n);
      text = describe_function (trend, n, (double) before / n, from, (double) after / n, to);
    }
  else
    {
      /* Translators: two days */
      text = g_strdup_printf (_("No activity was rated both on %1$s and on %2$s, so no change can be told."),
                              from, to);
    }

  yf_finding_add (progress, YF_FINDING_FUNCTION, trend, text, entries);
}

static char *
describe_odi (YfTrend     trend,
              int         before,
              const char *from,
              int         after,
              const char *to)
{
  if (trend == YF_TREND_BETTER)
    /* Translators: per cent, a day, per cent, a day */
    return g_strdup_printf (_("The Oswestry index is clearly lower, which is better: %1$d %% on %2$s and %3$d %% on "
                              "%4$s."),
                            before, from, after, to);
  if (trend == YF_TREND_WORSE)
    /* Translators: per cent, a day, per cent, a day */
    return g_strdup_printf (_("The Oswestry index is clearly higher, which is worse: %1$d %% on %2$s and %3$d %% on "
                              "%4$s."),
                            before, from, after, to);

  /* Translators: per cent, a day, per cent, a day */
  return g_strdup_printf (_("There is no clear change in the Oswestry index: %1$d %% on %2$s and %3$d %% on %4$s. "
                            "Less than 10 points may be chance."),
                          before, from, after, to);
}

static char *
describe_rmdq (YfTrend     trend,
               int         before,
               const char *from,
               int         after,
               const char *to)
{
  if (trend == YF_TREND_BETTER)
    /* Translators: a total from 0 to 24, a day, a total, a day */
    return g_strdup_printf (_("The Roland-Morris total is clearly lower, which is better: %1$d of 24 on %2$s and "
                              "%3$d on %4$s."),
                            before, from, after, to);
  if (trend == YF_TREND_WORSE)
    /* Translators: a total from 0 to 24, a day, a total, a day */
    return g_strdup_printf (_("The Roland-Morris total is clearly higher, which is worse: %1$d of 24 on %2$s and "
                              "%3$d on %4$s."),
                            before, from, after, to);

  /* Translators: a total from 0 to 24, a day, a total, a day */
  return g_strdup_printf (_("There is no clear change in the Roland-Morris total: %1$d of 24 on %2$s and %3$d on "
                            "%4$s. Less than 5 points may be chance."),
                          before, from, after, to);
}

static char *
describe_one_score (YfFindingKind        kind,
                    const YfClinicScore *score)
{
  g_autofree char *day = yf_day_to_display (score->day);

  if (kind == YF_FINDING_ODI)
    /* Translators: per cent, and a day */
    return g_strdup_printf (_("The Oswestry index was %1$d %% on %2$s. It takes a second total to tell a change."),
                            score->total, day);

  /* Translators: a total from 0 to 24, and a day */
  return g_strdup_printf (_("The Roland-Morris total was %1$d of 24 on %2$s. It takes a second total to tell a "
                            "change."),
                          score->total, day);
}

static char *
describe_scores (YfFindingKind        kind,
                 YfTrend              trend,
                 const YfClinicScore *first,
                 const YfClinicScore *last)
{
  g_autofree char *from = yf_day_to_display (first->day);
  g_autofree char *to = yf_day_to_display (last->day);

  return kind == YF_FINDING_ODI ? describe_odi (trend, first->total, from, last->total, to)
                                : describe_rmdq (trend, first->total, from, last->total, to);
}

/* @kind is the Oswestry index or the Roland-Morris questionnaire. */
void
yf_finding_add_clinic (YfProgress    *progress,
                       YfFindingKind  kind)
{
  YfClinicScale scale = kind == YF_FINDING_ODI ? YF_CLINIC_ODI : YF_CLINIC_RMDQ;
  const YfClinicScore *first = NULL;
  const YfClinicScore *last = NULL;
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *text = NULL;
  YfTrend trend = YF_TREND_NONE;

  for (guint i = 0; i < progress->log->scores->len; i++)
    {
      const YfClinicScore *score = g_ptr_array_index (progress->log->scores, i);

      if (score->scale != scale || !yf_progress_has_day (progress, score->day))
        continue;
      if (first == NULL || score->day < first->day)
        first = score;
      if (last == NULL || score->day >= last->day)
        last = score;
    }

  if (first == NULL)
    return;

  yf_entries_add (entries, first->id);
  if (first != last)
    {
      yf_entries_add (entries, last->id);
      trend = yf_change_judge (kind, first->total, last->total, 1);
      text = describe_scores (kind, trend, first, last);
    }
  else
    {
      text = describe_one_score (kind, first);
    }

  yf_finding_add (progress, kind, trend, text, entries);
}
