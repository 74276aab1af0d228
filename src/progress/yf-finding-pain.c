/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-finding-private.h"

#include <glib/gi18n-lib.h>

/* Back and leg pain: the first 14 days of the range against the last 14, by the
 * median of what was answered before sessions and alone. What is said after a
 * session is of the session, not of the days, and is left out.
 *
 * Where the log began within the range, the days before that are left out of
 * it: the first fortnight is that of the person, not of an empty page. Fewer
 * than 28 days, so that the spans would overlap, are not compared: the
 * sentence gives the median of all, and how many more days it takes. Without
 * any answer there is no sentence. */

#define SPAN_DAYS   14
#define MIN_ANSWERS 3

/* The sentences say these figures. */
G_STATIC_ASSERT (SPAN_DAYS == 14);
G_STATIC_ASSERT (YF_CHANGE_PAIN == 2);

typedef struct
{
  YfDay from;
  YfDay to;
  guint counts[YF_N_PAIN_SCORES];
  int   n;
} Span;

static int
get_score (const YfPainPoint *point,
           YfFindingKind      kind)
{
  if (point->moment == YF_PAIN_AFTER)
    return YF_PAIN_UNANSWERED;

  return kind == YF_FINDING_BACK_PAIN ? point->back : point->leg;
}

static void
span_fill (Span          *self,
           YfProgress    *progress,
           YfFindingKind  kind,
           YfEntries     *entries)
{
  for (guint i = 0; i < progress->pains->len; i++)
    {
      const YfPainPoint *point = &g_array_index (progress->pains, YfPainPoint, i);
      int score = get_score (point, kind);

      if (point->day < self->from || point->day > self->to || score == YF_PAIN_UNANSWERED)
        continue;

      self->counts[score]++;
      self->n++;
      yf_entries_add (entries, point->entry);
    }
}

static double
span_get_median (const Span *self)
{
  return yf_median_twice (self->counts) / 2.0;
}

static char *
describe_short (YfFindingKind  kind,
                const Span    *all,
                int            days)
{
  int missing = 2 * SPAN_DAYS - days;
  g_autofree char *said = NULL;
  g_autofree char *needed = NULL;

  if (kind == YF_FINDING_BACK_PAIN)
    /* Translators: the median of the answers, from 0 to 10, and their number */
    said = g_strdup_printf (ngettext ("The middle of the answers about back pain is %1$g, from %2$d answer.",
                                      "The middle of the answers about back pain is %1$g, from %2$d answers.",
                                      (gulong) all->n),
                            span_get_median (all), all->n);
  else
    /* Translators: the median of the answers, from 0 to 10, and their number */
    said = g_strdup_printf (ngettext ("The middle of the answers about leg pain is %1$g, from %2$d answer.",
                                      "The middle of the answers about leg pain is %1$g, from %2$d answers.",
                                      (gulong) all->n),
                            span_get_median (all), all->n);

  needed = g_strdup_printf (ngettext ("%d more day is needed to tell a change.",
                                      "%d more days are needed to tell a change.",
                                      (gulong) missing),
                            missing);

  return yf_finding_join (said, needed);
}

static char *
describe_few (YfFindingKind  kind,
              const Span    *first,
              const Span    *last)
{
  g_autofree char *from = yf_day_to_display (first->from);
  g_autofree char *to = yf_day_to_display (last->to);

  if (kind == YF_FINDING_BACK_PAIN)
    /* Translators: a number of answers, a day, a number of answers, a day, and
     * the least number that is needed */
    return g_strdup_printf (_("There are too few answers about back pain to tell a change: %1$d in the 14 days "
                              "from %2$s and %3$d in the 14 days up to %4$s. Each takes at least %5$d."),
                            first->n, from, last->n, to, MIN_ANSWERS);

  /* Translators: a number of answers, a day, a number of answers, a day, and
   * the least number that is needed */
  return g_strdup_printf (_("There are too few answers about leg pain to tell a change: %1$d in the 14 days "
                            "from %2$s and %3$d in the 14 days up to %4$s. Each takes at least %5$d."),
                          first->n, from, last->n, to, MIN_ANSWERS);
}

static char *
describe_back (YfTrend     trend,
               double      before,
               const char *from,
               double      after,
               const char *to)
{
  if (trend == YF_TREND_BETTER)
    /* Translators: a median from 0 to 10, a day, a median, a day */
    return g_strdup_printf (_("Back pain is clearly less: the middle of the answers was %1$g in the 14 days from "
                              "%2$s and is %3$g in the 14 days up to %4$s."),
                            before, from, after, to);
  if (trend == YF_TREND_WORSE)
    /* Translators: a median from 0 to 10, a day, a median, a day */
    return g_strdup_printf (_("Back pain is clearly more: the middle of the answers was %1$g in the 14 days from "
                              "%2$s and is %3$g in the 14 days up to %4$s."),
                            before, from, after, to);

  /* Translators: a median from 0 to 10, a day, a median, a day */
  return g_strdup_printf (_("There is no clear change in back pain: the middle of the answers was %1$g in the 14 "
                            "days from %2$s and is %3$g in the 14 days up to %4$s. Less than 2 points may be "
                            "chance."),
                          before, from, after, to);
}

static char *
describe_leg (YfTrend     trend,
              double      before,
              const char *from,
              double      after,
              const char *to)
{
  if (trend == YF_TREND_BETTER)
    /* Translators: a median from 0 to 10, a day, a median, a day */
    return g_strdup_printf (_("Leg pain is clearly less: the middle of the answers was %1$g in the 14 days from "
                              "%2$s and is %3$g in the 14 days up to %4$s."),
                            before, from, after, to);
  if (trend == YF_TREND_WORSE)
    /* Translators: a median from 0 to 10, a day, a median, a day */
    return g_strdup_printf (_("Leg pain is clearly more: the middle of the answers was %1$g in the 14 days from "
                              "%2$s and is %3$g in the 14 days up to %4$s."),
                            before, from, after, to);

  /* Translators: a median from 0 to 10, a day, a median, a day */
  return g_strdup_printf (_("There is no clear change in leg pain: the middle of the answers was %1$g in the 14 "
                            "days from %2$s and is %3$g in the 14 days up to %4$s. Less than 2 points may be "
                            "chance."),
                          before, from, after, to);
}

static void
compare (YfProgress    *progress,
         YfFindingKind  kind,
         const Span    *first,
         const Span    *last,
         YfEntries     *entries)
{
  YfTrend trend = yf_change_judge (kind, yf_median_twice (first->counts), yf_median_twice (last->counts), 2);
  g_autofree char *from = yf_day_to_display (first->from);
  g_autofree char *to = yf_day_to_display (last->to);
  g_autofree char *text = NULL;

  if (kind == YF_FINDING_BACK_PAIN)
    text = describe_back (trend, span_get_median (first), from, span_get_median (last), to);
  else
    text = describe_leg (trend, span_get_median (first), from, span_get_median (last), to);

  yf_finding_add (progress, kind, trend, text, entries);
}

void
yf_finding_add_pain (YfProgress    *progress,
                     YfFindingKind  kind)
{
  YfDay from = MAX (progress->from, progress->began);
  int days = progress->to - from + 1;
  g_autoptr (YfEntries) all_entries = yf_entries_new ();
  g_autoptr (YfEntries) entries = yf_entries_new ();
  g_autofree char *text = NULL;
  Span all = { progress->from, progress->to };
  Span first = { from, from + SPAN_DAYS - 1 };
  Span last = { progress->to - SPAN_DAYS + 1, progress->to };

  span_fill (&all, progress, kind, all_entries);
  if (all.n == 0)
    return;

  if (days < 2 * SPAN_DAYS)
    {
      text = describe_short (kind, &all, days);
      yf_finding_add (progress, kind, YF_TREND_NONE, text, all_entries);
      return;
    }

  span_fill (&first, progress, kind, entries);
  span_fill (&last, progress, kind, entries);
  if (first.n < MIN_ANSWERS || last.n < MIN_ANSWERS)
    {
      text = describe_few (kind, &first, &last);
      yf_finding_add (progress, kind, YF_TREND_NONE, text, entries);
      return;
    }

  compare (progress, kind, &first, &last, entries);
}
