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
      YfRoutineItem item = { yf_exercise_ref (items[i].exercise), items[i].dose };

      g_array_append_val (self->items, item);
    }

  g_array_sort (self->items, compare_items);

  return self;
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
