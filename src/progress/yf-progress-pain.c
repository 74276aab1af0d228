/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* Answers about pain, and which of them are flares. */

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

static const char *
find_declared (YfLog *log,
               YfDay  day)
{
  for (guint i = 0; i < log->flares->len; i++)
    {
      const YfFlareRecord *record = g_ptr_array_index (log->flares, i);

      if (yf_day_from_moment (record->at, record->utc_offset) == day)
        return record->id;
    }

  return NULL;
}

/* The days that the plan calls flares, so that both agree to the day. */
static void
fill_flares (YfProgress *self)
{
  g_autoptr (GArray) days = NULL;

  if (!yf_day_is_known (self->to))
    return;

  days = yf_history_find_flares (self->history, self->to);
  for (guint i = 0; i < days->len; i++)
    {
      YfDay day = g_array_index (days, YfDay, i);
      const YfFlareDay flare = { day, find_declared (self->log, day), NULL };

      g_array_append_val (self->flares, flare);
    }
}

static YfFlareDay *
find_flare (YfProgress *self,
            YfDay       day)
{
  for (guint i = 0; i < self->flares->len; i++)
    {
      YfFlareDay *flare = &g_array_index (self->flares, YfFlareDay, i);

      if (flare->day == day)
        return flare;
    }

  return NULL;
}

void
yf_progress_fill_pains (YfProgress *self)
{
  g_autoptr (GArray) points = collect (self->log);

  fill_flares (self);

  for (guint i = 0; i < points->len; i++)
    {
      YfPainPoint *point = &g_array_index (points, YfPainPoint, i);
      YfFlareDay *flare = find_flare (self, point->day);

      if (flare != NULL && yf_history_is_flare (self->history, point->day, point->back, point->leg))
        {
          point->flare = TRUE;
          if (flare->measured == NULL)
            flare->measured = point->entry;
        }
      if (yf_progress_has_day (self, point->day))
        g_array_append_val (self->pains, *point);
    }

  for (guint i = 0; i < self->flares->len; i++)
    {
      const YfFlareDay *flare = &g_array_index (self->flares, YfFlareDay, i);

      if (yf_progress_has_day (self, flare->day))
        g_array_append_val (self->shown_flares, *flare);
    }
}
