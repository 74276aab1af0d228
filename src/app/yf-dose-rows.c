/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-dose-rows.h"
#include "yf-text.h"

/* What the dialogs in which the log is corrected have in common: how numbers
 * of repetitions and lengths of holds are shown and stepped. */

/**
 * yf_dose_rows_new_stepper:
 * @title: what it counts
 * @stepped: the handler of `stepped`, which is called with @owner first and the
 *   row last
 * @owner: whose it is
 *
 * Returns: (transfer floating): a row with a number
 */
GtkWidget *
yf_dose_rows_new_stepper (const char *title,
                          GCallback   stepped,
                          GObject    *owner)
{
  GtkWidget *row = g_object_new (YF_TYPE_STEPPER, "title", title, NULL);

  g_signal_connect_object (row, "stepped", stepped, owner, G_CONNECT_SWAPPED);

  return row;
}

/**
 * yf_dose_rows_get_unit:
 * @exercise: (nullable): an exercise, or %NULL if nobody knows it any more
 *
 * Returns: by how much its hold is stepped, in microseconds: a minute where it
 *   is a matter of minutes, or else a second
 */
gint64
yf_dose_rows_get_unit (YfExercise *exercise)
{
  return exercise && yf_text_is_long_hold (exercise) ? YF_TEXT_LONG : YF_SECOND;
}

/**
 * yf_dose_rows_step_hold:
 * @exercise: (nullable): an exercise
 * @hold: how long it is held now, in microseconds
 * @most: the most that may be said
 * @direction: -1 or 1
 *
 * Returns: the next length that may be said, whole units; @hold itself if there
 *   is none
 */
gint64
yf_dose_rows_step_hold (YfExercise *exercise,
                        gint64      hold,
                        gint64      most,
                        int         direction)
{
  gint64 unit = yf_dose_rows_get_unit (exercise);
  gint64 next = direction > 0 ? (hold / unit + 1) * unit : (hold - 1) / unit * unit;

  if (direction > 0)
    return hold >= most ? hold : MIN (next, most);
  return next < unit ? hold : next;
}

/**
 * yf_dose_rows_hold_text:
 * @exercise: (nullable): an exercise
 * @hold: how long the shortest hold is, in microseconds
 * @most: how long the longest is
 *
 * Returns: (transfer full): it in figures, in the unit of
 *   yf_dose_rows_get_unit()
 */
char *
yf_dose_rows_hold_text (YfExercise *exercise,
                        gint64      hold,
                        gint64      most)
{
  if (yf_dose_rows_get_unit (exercise) != YF_SECOND)
    {
      g_autofree char *from = yf_text_seconds (hold / YF_SECOND, TRUE);
      g_autofree char *to = yf_text_seconds (most / YF_SECOND, TRUE);

      return hold == most ? g_steal_pointer (&from) : g_strdup_printf ("%s–%s", from, to);
    }
  if (hold == most)
    return g_strdup_printf ("%g", (double) (hold / (YF_SECOND / 10)) / 10);
  return g_strdup_printf ("%g–%g", (double) (hold / (YF_SECOND / 10)) / 10, (double) (most / (YF_SECOND / 10)) / 10);
}
