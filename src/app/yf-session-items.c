/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-session-items.h"

static void
item_clear (gpointer data)
{
  g_clear_pointer (&((YfRoutineItem *) data)->exercise, yf_exercise_unref);
}

/**
 * yf_session_items_new:
 *
 * Returns: (transfer full) (element-type YfRoutineItem): nothing to do yet
 */
GArray *
yf_session_items_new (void)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (YfRoutineItem));

  g_array_set_clear_func (self, item_clear);

  return self;
}

/**
 * yf_session_items_new_after:
 * @routine: what was to be done
 * @item: the item that hurt, from 0
 *
 * Returns: (transfer full) (element-type YfRoutineItem): what comes after it, as it was
 *   to be done, without the exercise that hurt
 */
GArray *
yf_session_items_new_after (YfRoutine *routine,
                            guint      item)
{
  GArray *self = yf_session_items_new ();
  const char *off = yf_exercise_get_id (yf_routine_get_item (routine, item)->exercise);

  for (guint i = item + 1; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *left = yf_routine_get_item (routine, i);

      if (!g_str_equal (yf_exercise_get_id (left->exercise), off))
        yf_session_items_add (self, left->exercise, &left->dose, &left->pace);
    }

  return self;
}

/**
 * yf_session_items_add:
 * @self: what is going to be done
 * @exercise: an exercise
 * @dose: how much of it
 * @pace: (nullable): how fast, or %NULL for as the exercise is done
 */
void
yf_session_items_add (GArray       *self,
                      YfExercise   *exercise,
                      const YfDose *dose,
                      const YfPace *pace)
{
  const YfRoutineItem item = { yf_exercise_ref (exercise), *dose, pace ? *pace : (YfPace) { 0, } };

  g_array_append_val (self, item);
}

/**
 * yf_session_items_add_routine:
 * @self: what is going to be done
 * @routine: what else is
 * @first: from which of its items on, from 0
 */
void
yf_session_items_add_routine (GArray    *self,
                              YfRoutine *routine,
                              guint      first)
{
  for (guint i = first; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      yf_session_items_add (self, item->exercise, &item->dose, &item->pace);
    }
}

/**
 * yf_session_items_has:
 * @self: what is going to be done
 * @exercise: an exercise
 *
 * Returns: whether it is among them
 */
gboolean
yf_session_items_has (GArray     *self,
                      YfExercise *exercise)
{
  for (guint i = 0; i < self->len; i++)
    if (g_str_equal (yf_exercise_get_id (g_array_index (self, YfRoutineItem, i).exercise),
                     yf_exercise_get_id (exercise)))
      return TRUE;

  return FALSE;
}
