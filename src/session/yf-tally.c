/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-tally.h"

struct _YfTally
{
  GArray *reps;      /* YfRepetition */
};

/**
 * yf_tally_new:
 *
 * Returns: (transfer full): a tally of nothing
 */
YfTally *
yf_tally_new (void)
{
  YfTally *self = g_new0 (YfTally, 1);

  self->reps = g_array_new (FALSE, FALSE, sizeof (YfRepetition));

  return self;
}

void
yf_tally_free (YfTally *self)
{
  g_array_unref (self->reps);
  g_free (self);
}

void
yf_tally_add (YfTally            *self,
              const YfRepetition *rep)
{
  g_array_append_vals (self->reps, rep, 1);
}

/**
 * yf_tally_count:
 * @self: a tally
 * @item: an item of the routine, from 0
 *
 * Returns: how many repetitions of it were counted, of all sets and sides
 */
int
yf_tally_count (YfTally *self,
                guint    item)
{
  int count = 0;

  for (guint i = 0; i < self->reps->len; i++)
    count += g_array_index (self->reps, YfRepetition, i).item == item;

  return count;
}

/**
 * yf_tally_count_set:
 * @self: a tally
 * @segment: a segment
 *
 * Returns: how many repetitions were counted of the set that @segment lies in
 */
int
yf_tally_count_set (YfTally         *self,
                    const YfSegment *segment)
{
  int count = 0;

  for (guint i = 0; i < self->reps->len; i++)
    {
      const YfRepetition *rep = &g_array_index (self->reps, YfRepetition, i);

      count += rep->item == segment->item && rep->side == segment->side && rep->set == segment->set;
    }

  return count;
}

/**
 * yf_tally_has:
 * @self: a tally
 * @segment: a segment of a repetition
 *
 * Returns: whether that repetition was counted
 */
gboolean
yf_tally_has (YfTally         *self,
              const YfSegment *segment)
{
  for (guint i = 0; i < self->reps->len; i++)
    {
      const YfRepetition *rep = &g_array_index (self->reps, YfRepetition, i);

      if (rep->item == segment->item && rep->side == segment->side && rep->set == segment->set &&
          rep->rep == segment->rep)
        return TRUE;
    }

  return FALSE;
}

/**
 * yf_tally_is_complete:
 * @self: a tally
 * @timeline: what there is to do
 * @item: an item of the routine, from 0
 *
 * Returns: whether every repetition of it was counted
 */
gboolean
yf_tally_is_complete (YfTally    *self,
                      YfTimeline *timeline,
                      guint       item)
{
  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);

      if (segment->item == item && segment->ends_rep && !yf_tally_has (self, segment))
        return FALSE;
    }

  return TRUE;
}
