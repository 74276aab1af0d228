/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-resumption.h"

#include "yf-plan.h"

/* From a session in the log back to its timeline. */

static YfRoutine *
dup_planned (YfSessionRecord *self,
             YfCatalogue     *catalogue)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (YfRoutineItem));
  g_autoptr (YfRoutine) routine = NULL;

  for (guint i = 0; i < self->exercises->len; i++)
    {
      const YfExerciseRecord *record = g_ptr_array_index (self->exercises, i);
      YfRoutineItem item = { yf_catalogue_find_exercise (catalogue, record->exercise), record->planned };

      if (item.exercise == NULL || !yf_plan_check (item.exercise, &item.dose, &item.pace, NULL))
        return NULL;
      g_array_append_val (items, item);
    }

  if (items->len == 0)
    return NULL;

  routine = yf_routine_new ((const YfRoutineItem *) (gpointer) items->data, items->len);

  /* The numbers of items in the log are those of this order, or mean nothing. */
  for (guint i = 0; i < items->len; i++)
    if (yf_routine_get_item (routine, i)->exercise != g_array_index (items, YfRoutineItem, i).exercise)
      return NULL;

  return g_steal_pointer (&routine);
}

static gboolean
comes_before (const YfRepetition *one,
              const YfRepetition *other)
{
  if (one->item != other->item)
    return one->item < other->item;
  if (one->side != other->side)
    return one->side < other->side;
  if (one->set != other->set)
    return one->set < other->set;

  return one->rep < other->rep;
}

/* The last repetition, in the order of the timeline, that had begun by @moment. */
static const YfRepetition *
get_last_begun (YfSessionRecord *self,
                gint64           moment)
{
  const YfRepetition *last = NULL;

  for (guint i = 0; i < self->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (self->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        {
          const YfRepetition *rep = g_ptr_array_index (exercise->reps, j);

          if (rep->started <= moment && (last == NULL || comes_before (last, rep)))
            last = rep;
        }
    }

  return last;
}

/* The timeline as it was after a change: up to the repetition that was under way
 * or had been counted last, nothing was changed. */
static YfTimeline *
change (YfSessionRecord    *self,
        YfTimeline         *timeline,
        const YfAdjustment *adjustment)
{
  const YfRepetition *last = get_last_begun (self, adjustment->at);
  g_autoptr (YfRoutine) routine = NULL;

  routine = yf_routine_new_changed (yf_timeline_get_routine (timeline), adjustment->item,
                                    &adjustment->dose, &adjustment->pace);

  for (guint i = 0; last != NULL && i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);

      if (segment->ends_rep && segment->item == last->item && segment->side == last->side &&
          segment->set == last->set && segment->rep == last->rep)
        return yf_timeline_new_changed (timeline, i, routine);
    }

  return yf_timeline_new (routine, yf_timeline_get_counting (timeline));
}

/**
 * yf_session_record_get_last_rep:
 * @self: a record
 *
 * Returns: (transfer none) (nullable): the last of its repetitions in the order
 *   in which they are done
 */
const YfRepetition *
yf_session_record_get_last_rep (YfSessionRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_last_begun (self, G_MAXINT64);
}

/**
 * yf_session_record_dup_timeline:
 * @self: the record of a session that was left
 * @catalogue: a catalogue that has its exercises
 * @counting: who counts repetitions from now on
 *
 * Compiles what the session was going to be, with what was changed in it, for
 * somebody who goes on with it: yf_timeline_get_first() is a fresh preparation
 * for the repetition after the last that was counted. What was left out before
 * that stays left out.
 *
 * Returns: (transfer full) (nullable): the timeline; %NULL if nothing is left to
 *   do, or if the catalogue no longer has an exercise or allows its dose
 */
YfTimeline *
yf_session_record_dup_timeline (YfSessionRecord *self,
                                YfCatalogue     *catalogue,
                                YfCounting       counting)
{
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  routine = dup_planned (self, catalogue);
  if (routine == NULL)
    return NULL;

  timeline = yf_timeline_new (routine, counting);
  for (guint i = 0; i < self->adjustments->len; i++)
    {
      const YfAdjustment *adjustment = g_ptr_array_index (self->adjustments, i);
      YfTimeline *changed;

      if (adjustment->item >= self->exercises->len ||
          !yf_plan_check (yf_routine_get_item (routine, adjustment->item)->exercise, &adjustment->dose,
                          &adjustment->pace, NULL))
        return NULL;

      changed = change (self, timeline, adjustment);
      yf_timeline_unref (timeline);
      timeline = changed;
    }

  return yf_timeline_new_resumed (timeline, yf_session_record_get_last_rep (self));
}
