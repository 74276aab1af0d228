/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

#include <string.h>

/* Answers about pain, and which of them are flares. */

/* clinical.md, section 6, and the header: Yanfei's own cautious choice. */
#define FLARE_PAIN          7
#define FLARE_ABOVE_USUAL   3
#define USUAL_DAYS          28
#define USUAL_MIN_ANSWERS   5

/* One answer that tells what is usual. */
typedef struct
{
  YfDay day;
  int   score;
} Answer;

/* The usual of one place, back or leg: the answers before a session and alone,
 * by day, and how often each score was given in the first so many of them, so
 * that the counts of any span are a difference. */
typedef struct
{
  GArray *answers;    /* Answer */
  guint  *counts;     /* (answers->len + 1) × YF_N_PAIN_SCORES */
} Usual;

static void
usual_clear (Usual *self)
{
  g_clear_pointer (&self->answers, g_array_unref);
  g_clear_pointer (&self->counts, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Usual, usual_clear)

/* Twice the median, so that it is a whole number; -1 of nothing. With an even
 * number of answers the median is the mean of the two in the middle. */
int
yf_median_twice (const guint counts[YF_N_PAIN_SCORES])
{
  guint n = 0;
  guint seen = 0;
  int lower = -1;

  for (int score = 0; score < YF_N_PAIN_SCORES; score++)
    n += counts[score];

  for (int score = 0; score < YF_N_PAIN_SCORES; score++)
    {
      seen += counts[score];
      if (lower < 0 && seen >= (n + 1) / 2 && n > 0)
        lower = score;
      if (lower >= 0 && seen >= n / 2 + 1)
        return lower + score;
    }

  return -1;
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const Answer *one = a;
  const Answer *other = b;

  return (one->day > other->day) - (one->day < other->day);
}

static void
usual_init (Usual    *self,
            GArray   *points,
            gboolean  leg)
{
  self->answers = g_array_new (FALSE, FALSE, sizeof (Answer));

  for (guint i = 0; i < points->len; i++)
    {
      const YfPainPoint *point = &g_array_index (points, YfPainPoint, i);
      const Answer answer = { point->day, leg ? point->leg : point->back };

      if (point->moment != YF_PAIN_AFTER && answer.score != YF_PAIN_UNANSWERED)
        g_array_append_val (self->answers, answer);
    }
  g_array_sort (self->answers, compare_answers);

  self->counts = g_new0 (guint, (self->answers->len + 1) * YF_N_PAIN_SCORES);
  for (guint i = 0; i < self->answers->len; i++)
    {
      guint *row = self->counts + i * YF_N_PAIN_SCORES;

      memcpy (row + YF_N_PAIN_SCORES, row, YF_N_PAIN_SCORES * sizeof *row);
      row[YF_N_PAIN_SCORES + g_array_index (self->answers, Answer, i).score]++;
    }
}

/* How many answers are of days before @day. */
static guint
usual_find (const Usual *self,
            YfDay        day)
{
  guint low = 0;
  guint high = self->answers->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->answers, Answer, middle).day < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static gboolean
usual_is_flare (const Usual *self,
                YfDay        day,
                int          score)
{
  guint counts[YF_N_PAIN_SCORES];
  guint first;
  guint last;

  if (score == YF_PAIN_UNANSWERED)
    return FALSE;
  if (score >= FLARE_PAIN)
    return TRUE;

  first = usual_find (self, day - USUAL_DAYS);
  last = usual_find (self, day);
  if (last - first < USUAL_MIN_ANSWERS)
    return FALSE;

  for (int i = 0; i < YF_N_PAIN_SCORES; i++)
    counts[i] = self->counts[last * YF_N_PAIN_SCORES + i] - self->counts[first * YF_N_PAIN_SCORES + i];

  return 2 * score - yf_median_twice (counts) >= 2 * FLARE_ABOVE_USUAL;
}

static void
append (GArray      *points,
        YfPainPoint  point)
{
  if (point.back != YF_PAIN_UNANSWERED || point.leg != YF_PAIN_UNANSWERED)
    g_array_append_val (points, point);
}

static void
append_session (GArray                *points,
                const YfSessionRecord *record)
{
  YfPainPoint point = { .day = yf_progress_get_session_day (record), .entry = record->id };

  if (record->check_in != NULL)
    {
      point.at = record->check_in_at;
      if (point.at > record->started || yf_day_from_moment (point.at, record->utc_offset) != point.day)
        point.at = record->started;
      point.moment = YF_PAIN_BEFORE;
      point.back = yf_check_in_get_pain_back (record->check_in);
      point.leg = yf_check_in_get_pain_leg (record->check_in);
      append (points, point);
    }

  if (record->after != NULL)
    {
      /* Typed in on another day, it is still how it was after the session. */
      point.at = record->after->at;
      if (point.at < record->ended || yf_day_from_moment (point.at, record->utc_offset) != point.day)
        point.at = MAX (record->ended, record->started);
      point.moment = YF_PAIN_AFTER;
      point.back = record->after->pain_back;
      point.leg = record->after->pain_leg;
      append (points, point);
    }
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const YfPainPoint *one = a;
  const YfPainPoint *other = b;

  return (one->at > other->at) - (one->at < other->at);
}

/* All answers of the log, for what is usual in the first days of the range was
 * said before it. */
static GArray *
collect (YfLog *log)
{
  GArray *points = g_array_new (FALSE, TRUE, sizeof (YfPainPoint));

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *record = g_ptr_array_index (log->sessions, i);

      if (record->state != YF_RECORD_RUNNING)
        append_session (points, record);
    }

  for (guint i = 0; i < log->check_ins->len; i++)
    {
      const YfCheckInRecord *record = g_ptr_array_index (log->check_ins, i);
      const YfPainPoint point = {
        .at = record->at,
        .day = yf_day_from_moment (record->at, record->utc_offset),
        .moment = YF_PAIN_ALONE,
        .back = yf_check_in_get_pain_back (record->check_in),
        .leg = yf_check_in_get_pain_leg (record->check_in),
        .entry = record->id,
      };

      append (points, point);
    }

  /* Stable: what was asked before stays before what was asked after. */
  g_array_sort (points, compare_points);

  return points;
}

void
yf_progress_fill_pains (YfProgress *self)
{
  g_autoptr (GArray) points = collect (self->log);
  g_auto (Usual) back = { NULL, NULL };
  g_auto (Usual) leg = { NULL, NULL };

  usual_init (&back, points, FALSE);
  usual_init (&leg, points, TRUE);

  for (guint i = 0; i < points->len; i++)
    {
      YfPainPoint *point = &g_array_index (points, YfPainPoint, i);

      if (!yf_progress_has_day (self, point->day))
        continue;

      point->flare = usual_is_flare (&back, point->day, point->back) ||
                     usual_is_flare (&leg, point->day, point->leg);
      g_array_append_val (self->pains, *point);
    }
}
