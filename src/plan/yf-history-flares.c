/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-history.h"

/* Which days are flares: clinical.md, section 6. What is usual is the median of
 * the answers before sessions and between them of the four weeks before, of
 * five answers or more; Yanfei's own, and the same as in the progress. */
#define FLARE_PAIN        7
#define FLARE_ABOVE_USUAL 3
#define USUAL_DAYS        28
#define USUAL_MIN_ANSWERS 5

typedef struct
{
  YfDay    day;
  int      back;
  int      leg;
  gboolean after;
} Answer;

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  return ((const Answer *) a)->day - ((const Answer *) b)->day;
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const YfDay *) a - *(const YfDay *) b;
}

static GArray *
collect (YfHistory *self,
         YfDay      last)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (Answer));

  for (guint i = 0; i < self->sessions->len; i++)
    {
      const YfHistorySession *session = yf_history_get_session (self, i);
      const Answer before = { session->day, session->before_back, session->before_leg, FALSE };
      const Answer after = { session->day, session->after_back, session->after_leg, TRUE };

      if (session->day > last)
        continue;
      g_array_append_val (answers, before);
      g_array_append_val (answers, after);
    }

  for (guint i = 0; i < self->check_ins->len; i++)
    {
      const YfHistoryCheckIn *check_in = &g_array_index (self->check_ins, YfHistoryCheckIn, i);
      const Answer alone = { check_in->day, check_in->back, check_in->leg, FALSE };

      if (check_in->day <= last)
        g_array_append_val (answers, alone);
    }

  g_array_sort (answers, compare_answers);

  return answers;
}

static void
count (guint *counts,
       int    score,
       int    by)
{
  if (score >= 0 && score <= YF_PAIN_MAX)
    counts[score] += (guint) by;
}

/* Twice the median, so that it is a whole number; -1 of too few. */
static int
get_usual_twice (const guint *counts)
{
  guint n = 0;
  guint seen = 0;
  int lower = -1;

  for (int score = 0; score <= YF_PAIN_MAX; score++)
    n += counts[score];
  if (n < USUAL_MIN_ANSWERS)
    return -1;

  for (int score = 0; score <= YF_PAIN_MAX; score++)
    {
      seen += counts[score];
      if (lower < 0 && seen >= (n + 1) / 2)
        lower = score;
      if (lower >= 0 && seen >= n / 2 + 1)
        return lower + score;
    }

  g_return_val_if_reached (-1);
}

static gboolean
is_flare (const guint *counts,
          int          score)
{
  int usual = get_usual_twice (counts);

  return score >= FLARE_PAIN || (usual >= 0 && 2 * score - usual >= 2 * FLARE_ABOVE_USUAL);
}

/**
 * yf_history_find_flares:
 * @self: a history
 * @last: the last day to look at
 *
 * Finds the days on which pain was 7 or more, or 3 above the usual, or of which
 * the person said so (clinical.md, section 6).
 *
 * Returns: (transfer full) (element-type YfDay): the days, in order, each once
 */
GArray *
yf_history_find_flares (YfHistory *self,
                        YfDay      last)
{
  g_autoptr (GArray) answers = NULL;
  GArray *days;
  guint back[YF_PAIN_MAX + 1] = { 0, };
  guint leg[YF_PAIN_MAX + 1] = { 0, };
  guint first = 0;
  guint next = 0;

  g_return_val_if_fail (self != NULL, NULL);

  answers = collect (self, last);
  days = g_array_new (FALSE, FALSE, sizeof (YfDay));

  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = &g_array_index (answers, Answer, i);

      /* The window of what is usual moves on: days before this one, no more
       * than four weeks back. */
      for (; next < i && g_array_index (answers, Answer, next).day < answer->day; next++)
        {
          const Answer *old = &g_array_index (answers, Answer, next);

          if (!old->after)
            {
              count (back, old->back, 1);
              count (leg, old->leg, 1);
            }
        }
      for (; first < next && g_array_index (answers, Answer, first).day < answer->day - USUAL_DAYS; first++)
        {
          const Answer *old = &g_array_index (answers, Answer, first);

          if (!old->after)
            {
              count (back, old->back, -1);
              count (leg, old->leg, -1);
            }
        }

      if (is_flare (back, answer->back) || is_flare (leg, answer->leg))
        g_array_append_val (days, answer->day);
    }

  for (guint i = 0; i < self->flares->len; i++)
    {
      YfDay day = g_array_index (self->flares, YfHistoryMark, i).day;

      if (day <= last)
        g_array_append_val (days, day);
    }

  g_array_sort (days, compare_days);
  for (guint i = 1; i < days->len;)
    {
      if (g_array_index (days, YfDay, i) == g_array_index (days, YfDay, i - 1))
        g_array_remove_index (days, i);
      else
        i++;
    }

  return days;
}

/**
 * yf_history_is_flare:
 * @self: a history
 * @day: a day
 * @back: back pain on @day, NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @leg: leg pain, likewise
 *
 * Returns: whether an answer that the history need not know yet is a flare
 */
gboolean
yf_history_is_flare (YfHistory *self,
                     YfDay      day,
                     int        back,
                     int        leg)
{
  g_autoptr (GArray) answers = NULL;
  guint back_counts[YF_PAIN_MAX + 1] = { 0, };
  guint leg_counts[YF_PAIN_MAX + 1] = { 0, };

  g_return_val_if_fail (self != NULL, FALSE);

  answers = collect (self, day - 1);
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = &g_array_index (answers, Answer, i);

      if (answer->after || answer->day < day - USUAL_DAYS)
        continue;
      count (back_counts, answer->back, 1);
      count (leg_counts, answer->leg, 1);
    }

  return is_flare (back_counts, back) || is_flare (leg_counts, leg);
}
