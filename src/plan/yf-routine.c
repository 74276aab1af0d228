/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-routine.h"

struct _YfRoutine
{
  gatomicrefcount  ref_count;
  GArray          *items;
};

G_DEFINE_BOXED_TYPE (YfRoutine, yf_routine, yf_routine_ref, yf_routine_unref)

static void
item_clear (gpointer data)
{
  YfRoutineItem *item = data;

  g_clear_pointer (&item->exercise, yf_exercise_unref);
}

/* Postures in the order of their enumeration; within one, as it was asked. */
static gint
compare_items (gconstpointer a,
               gconstpointer b)
{
  const YfRoutineItem *one = a;
  const YfRoutineItem *other = b;

  return (gint) yf_exercise_get_posture (one->exercise) -
         (gint) yf_exercise_get_posture (other->exercise);
}

/**
 * yf_routine_new:
 * @items: (array length=n_items): what to do and how much
 * @n_items: how many, 1 or more
 *
 * Puts exercises in the order of a session: by posture, so that nobody has to
 * roll over twice (clinical.md section 6).
 *
 * Returns: (transfer full): a new routine
 */
YfRoutine *
yf_routine_new (const YfRoutineItem *items,
                guint                n_items)
{
  YfRoutine *self;

  g_return_val_if_fail (items != NULL && n_items > 0, NULL);

  self = g_new0 (YfRoutine, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->items = g_array_sized_new (FALSE, FALSE, sizeof (YfRoutineItem), n_items);
  g_array_set_clear_func (self->items, item_clear);

  for (guint i = 0; i < n_items; i++)
    {
      YfRoutineItem item = items[i];

      yf_exercise_ref (item.exercise);

      g_array_append_val (self->items, item);
    }

  g_array_sort (self->items, compare_items);

  return self;
}

/**
 * yf_routine_new_changed:
 * @self: a routine
 * @index: an item, from 0
 * @dose: how much of it is to be done
 * @pace: how fast
 *
 * Returns: (transfer full): a routine that differs from @self in that item alone
 */
YfRoutine *
yf_routine_new_changed (YfRoutine    *self,
                        guint         index,
                        const YfDose *dose,
                        const YfPace *pace)
{
  YfRoutine *changed;
  YfRoutineItem *item;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  changed = yf_routine_new ((const YfRoutineItem *) (gpointer) self->items->data, self->items->len);
  item = &g_array_index (changed->items, YfRoutineItem, index);
  item->dose = *dose;
  item->pace = *pace;

  return changed;
}

YfRoutine *
yf_routine_ref (YfRoutine *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_routine_unref (YfRoutine *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->items);
  g_free (self);
}

guint
yf_routine_get_n_items (YfRoutine *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

/**
 * yf_routine_get_item:
 * @self: a routine
 * @index: from 0
 *
 * Returns: (transfer none): the item
 */
const YfRoutineItem *
yf_routine_get_item (YfRoutine *self,
                     guint      index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, YfRoutineItem, index);
}

/**
 * yf_routine_item_get_length:
 * @self: an item
 * @phase: a phase of its exercise
 *
 * Returns: how long the phase takes in this item, in microseconds: a hold as
 *   the dose says, raising and lowering by the tempo, and breath as the catalogue
 *   says
 */
gint64
yf_routine_item_get_length (const YfRoutineItem *self,
                            const YfPhase       *phase)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (phase != NULL, 0);

  if (phase->length <= 0)
    return self->dose.hold;

  if (phase->kind == YF_PHASE_REST && self->pace.rep_rest > 0)
    return self->pace.rep_rest;

  if ((phase->kind == YF_PHASE_RAISE || phase->kind == YF_PHASE_LOWER) && self->pace.tempo > 0)
    return phase->length * self->pace.tempo / 100;

  return phase->length;
}

/**
 * yf_routine_item_get_set_rest:
 * @self: an item
 *
 * Returns: the rest between its sets, in microseconds
 */
gint64
yf_routine_item_get_set_rest (const YfRoutineItem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pace.set_rest > 0 ? self->pace.set_rest : yf_exercise_get_set_rest (self->exercise, NULL);
}
