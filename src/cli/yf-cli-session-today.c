/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-session-private.h"

#include "yf-today.h"

/* What the plan holds for who names no exercise, and what it makes of a session. */

/*
 * yf_cli_session_plan:
 * @self: the command line
 * @store: the log
 * @profile: who
 * @check_in: how they are, with what the log knows of the day
 * @items: (element-type YfRoutineItem): where to put what today holds
 * @error: return location for an error
 *
 * Works out what today holds for who answers so. Where that is nothing, it is said why,
 * and nothing is put into @items.
 *
 * Returns: whether it could be worked out
 */
gboolean
yf_cli_session_plan (YfCli            *self,
                     YfStore          *store,
                     const YfProfile  *profile,
                     const YfCheckIn  *check_in,
                     GArray           *items,
                     GError          **error)
{
  g_autoptr (YfLog) log = yf_store_dup_log (store, YF_DAY_NONE, YF_DAY_NONE, error);
  g_autoptr (YfToday) today = NULL;
  YfRoutine *routine;

  if (log == NULL)
    return FALSE;

  today = yf_today_new (log, self->catalogue, self->rules, profile, check_in, g_get_real_time ());
  routine = yf_day_plan_get_routine (yf_today_get_plan (today));
  if (routine == NULL)
    {
      g_autofree char *why = yf_day_plan_to_string (yf_today_get_plan (today));

      yf_cli_complain ("%s", why);
      return TRUE;
    }

  /* The exercises are the catalogue's of the day, which has those of a programme and
   * does not live as long as the session. */
  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      YfRoutineItem item = *yf_routine_get_item (routine, i);
      YfExercise *known = yf_catalogue_find_exercise (self->catalogue, yf_exercise_get_id (item.exercise));

      if (known == NULL)
        continue;
      item.exercise = known;
      g_array_append_val (items, item);
    }

  return TRUE;
}

/*
 * yf_cli_session_note:
 * @self: the command line
 * @store: the log, in which a session has just ended
 *
 * Writes down what the plan makes of the log now. Where that fails the session is
 * kept all the same, and it is written down the next time.
 */
void
yf_cli_session_note (YfCli   *self,
                     YfStore *store)
{
  g_autoptr (YfToday) today = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 now = g_get_real_time ();

  today = yf_today_new_from_store (store, self->catalogue, self->rules, now, &error);
  if (today == NULL)
    {
      yf_cli_fail (error);
      return;
    }

  yf_today_note_async (today, store, now, NULL, yf_cli_result_cb, &result);
  if (!yf_today_note_finish (store, yf_cli_await (&result), &error))
    yf_cli_fail (error);
}
