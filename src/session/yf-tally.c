/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-tally.h"

struct _YfTally
{
  YfRoutine *routine;
  GArray    *reps;      /* YfRepetition */
};

/**
 * yf_tally_new:
 * @routine: what is going to be done
 *
 * Returns: (transfer full): a tally of nothing
 */
YfTally *
yf_tally_new (YfRoutine *routine)
{
  YfTally *self = g_new0 (YfTally, 1);

  self->routine = yf_routine_ref (routine);
  self->reps = g_array_new (FALSE, FALSE, sizeof (YfRepetition));

  return self;
}

void
yf_tally_free (YfTally *self)
{
  yf_routine_unref (self->routine);
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
 * yf_tally_is_complete:
 * @self: a tally
 * @item: an item of the routine, from 0
 *
 * Returns: whether its whole dose was counted, on both sides where it has two
 */
gboolean
yf_tally_is_complete (YfTally *self,
                      guint    item)
{
  const YfRoutineItem *planned = yf_routine_get_item (self->routine, item);
  int reps = planned->dose.sets * planned->dose.reps *
             (yf_exercise_get_two_sided (planned->exercise) ? 2 : 1);

  return yf_tally_count (self, item) == reps;
}
