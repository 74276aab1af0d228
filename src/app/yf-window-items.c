/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-window-private.h"

/* What is going to be done: exercises, each with its dose and its pace. */

static void
item_clear (gpointer data)
{
  g_clear_pointer (&((YfRoutineItem *) data)->exercise, yf_exercise_unref);
}

void
yf_window_items_add (YfWindow     *self,
                     YfExercise   *exercise,
                     const YfDose *dose,
                     const YfPace *pace)
{
  const YfRoutineItem item = { yf_exercise_ref (exercise), *dose, pace ? *pace : (YfPace) { 0, } };

  g_array_append_val (self->items, item);
}

static GArray *
new_items (void)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (YfRoutineItem));

  g_array_set_clear_func (items, item_clear);

  return items;
}

/* What comes after the exercise that hurt, without it, as it was to be done. */
GArray *
yf_window_items_dup_left (YfWindow *self)
{
  GArray *left = new_items ();
  YfRoutine *routine = yf_run_get_routine (self->run);
  guint hurt = yf_player_get_segment (yf_run_get_player (self->run))->item;
  const char *off = yf_exercise_get_id (yf_routine_get_item (routine, hurt)->exercise);

  for (guint i = hurt + 1; i < yf_routine_get_n_items (routine); i++)
    {
      YfRoutineItem item = *yf_routine_get_item (routine, i);

      if (g_str_equal (yf_exercise_get_id (item.exercise), off))
        continue;
      yf_exercise_ref (item.exercise);
      g_array_append_val (left, item);
    }

  return left;
}

void
yf_window_items_clear (YfWindow *self)
{
  g_clear_pointer (&self->resumes, yf_session_record_unref);
  g_clear_pointer (&self->items, g_array_unref);
  self->todays = FALSE;
  self->items = new_items ();
}

void
yf_window_items_add_routine (YfWindow  *self,
                             YfRoutine *routine)
{
  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      yf_window_items_add (self, item->exercise, &item->dose, &item->pace);
    }
}

gboolean
yf_window_items_has (YfWindow   *self,
                     YfExercise *exercise)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_str_equal (yf_exercise_get_id (g_array_index (self->items, YfRoutineItem, i).exercise),
                     yf_exercise_get_id (exercise)))
      return TRUE;

  return FALSE;
}
