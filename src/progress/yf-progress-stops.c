/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-progress-private.h"

/* What hurt: the stop ledger, and the movements that stand out in it. */

void
yf_progress_fill_stops (YfProgress *self)
{
  for (guint i = 0; i < self->sessions->len; i++)
    {
      YfSessionRecord *record = g_ptr_array_index (self->sessions, i);

      for (guint j = 0; j < record->stops->len; j++)
        {
          const YfStop *stop = g_ptr_array_index (record->stops, j);
          const YfStopPoint point = {
            .at = stop->at,
            .day = yf_progress_get_session_day (record),
            .exercise = yf_session_record_get_stop_exercise (record, stop),
            .stop = stop,
            .entry = record->id,
          };

          /* The store refuses a stop in an exercise that the session has not. */
          if (point.exercise != NULL)
            g_array_append_val (self->stops, point);
        }
    }

  self->totals.n_stops = (int) self->stops->len;
}

static YfProvocation *
find_provocation (GArray            *provocations,
                  const YfStopPoint *point)
{
  for (guint i = 0; i < provocations->len; i++)
    {
      YfProvocation *provocation = &g_array_index (provocations, YfProvocation, i);

      if (provocation->side == point->stop->side && provocation->phase == point->stop->phase &&
          g_str_equal (provocation->exercise, point->exercise))
        return provocation;
    }

  return NULL;
}

static int
compare_provocations (gconstpointer a,
                      gconstpointer b)
{
  const YfProvocation *one = a;
  const YfProvocation *other = b;

  if (one->n != other->n)
    return other->n - one->n;
  if (one->worst != other->worst)
    return other->worst - one->worst;

  return (other->latest > one->latest) - (other->latest < one->latest);
}

void
yf_progress_fill_provocations (YfProgress *self)
{
  for (guint i = 0; i < self->stops->len; i++)
    {
      const YfStopPoint *point = &g_array_index (self->stops, YfStopPoint, i);
      const YfStop *stop = point->stop;
      YfProvocation *provocation = find_provocation (self->provocations, point);

      if (provocation == NULL)
        {
          const YfProvocation fresh = {
            .exercise = point->exercise,
            .side = stop->side,
            .phase = stop->phase,
            .n = 0,
            .first_rep = stop->rep,
            .last_rep = stop->rep,
            .worst = YF_PAIN_UNANSWERED,
            .latest = point->day,
          };

          g_array_append_val (self->provocations, fresh);
          provocation = &g_array_index (self->provocations, YfProvocation, self->provocations->len - 1);
        }

      provocation->n++;
      provocation->first_rep = MIN (provocation->first_rep, stop->rep);
      provocation->last_rep = MAX (provocation->last_rep, stop->rep);
      provocation->worst = MAX (provocation->worst, stop->pain);
      provocation->latest = MAX (provocation->latest, point->day);
    }

  /* Stable: what is alike in all that stays in the order of the ledger. */
  g_array_sort (self->provocations, compare_provocations);
}
