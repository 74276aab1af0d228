/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-session-private.h"

#include <math.h>

#include "yf-plan.h"

/* What a session is to hold, out of what was typed, what a programme says and what the
 * plan has for today. */

/* Seconds as they are typed, to the millisecond. */
static gint64
get_length (double seconds)
{
  return seconds == YF_SESSION_NO_HOLD ? YF_PLAN_DEFAULT
                                       : (gint64) round (CLAMP (seconds, 0, YF_SESSION_MAX_HOLD) * 1000) * 1000;
}

/*
 * yf_cli_session_add_item:
 * @items: (element-type YfRoutineItem): where to put it
 * @exercise: an exercise
 * @arguments: what was typed
 *
 * Adds an exercise with what was typed, and with the first dose and the catalogue's
 * pace where nothing was.
 *
 * Returns: whether it may be so; it is said what may not
 */
gboolean
yf_cli_session_add_item (GArray                   *items,
                         YfExercise               *exercise,
                         const YfSessionArguments *arguments)
{
  YfRoutineItem item = { exercise, { 0, } };
  g_autoptr (GError) error = NULL;

  if (!yf_plan_dose (exercise,
                     arguments->sets == YF_SESSION_NOT_GIVEN ? YF_PLAN_DEFAULT : arguments->sets,
                     arguments->reps == YF_SESSION_NOT_GIVEN ? YF_PLAN_DEFAULT : arguments->reps,
                     get_length (arguments->hold), &item.dose, &error) ||
      !yf_plan_pace (exercise,
                     arguments->tempo == YF_SESSION_NOT_GIVEN ? YF_PLAN_DEFAULT : arguments->tempo,
                     get_length (arguments->rest), get_length (arguments->set_rest), &item.pace, &error))
    {
      yf_cli_complain ("%s", error->message);
      return FALSE;
    }

  g_array_append_val (items, item);
  return TRUE;
}

/* What was typed takes the place of what @item has. */
static void
take_typed (YfRoutineItem            *item,
            const YfRoutineItem      *typed,
            const YfSessionArguments *arguments)
{
  if (arguments->sets != YF_SESSION_NOT_GIVEN)
    item->dose.sets = typed->dose.sets;
  if (arguments->reps != YF_SESSION_NOT_GIVEN)
    item->dose.reps = typed->dose.reps;
  if (arguments->hold != YF_SESSION_NO_HOLD)
    item->dose.hold = typed->dose.hold;
  if (arguments->tempo != YF_SESSION_NOT_GIVEN)
    item->pace.tempo = typed->pace.tempo;
  if (arguments->rest != YF_SESSION_NO_HOLD)
    item->pace.rep_rest = typed->pace.rep_rest;
  if (arguments->set_rest != YF_SESSION_NO_HOLD)
    item->pace.set_rest = typed->pace.set_rest;
}

static gboolean
check_dose (YfProgramme         *programme,
            const YfRoutineItem *item)
{
  g_autoptr (GError) error = NULL;

  if (yf_programme_check_dose (programme, item->exercise, &item->dose, &error))
    return TRUE;

  yf_cli_complain ("%s", error->message);
  return FALSE;
}

/*
 * yf_cli_session_follow:
 * @self: the command line
 * @items: (element-type YfRoutineItem): what yf_cli_session_add_item() added
 * @arguments: what was typed
 *
 * What was not typed is as the programme says, and what was typed is no more than it
 * allows.
 *
 * Returns: whether it is allowed; it is said what is not
 */
gboolean
yf_cli_session_follow (YfCli                    *self,
                       GArray                   *items,
                       const YfSessionArguments *arguments)
{
  for (guint i = 0; self->programme != NULL && i < items->len; i++)
    {
      YfRoutineItem *item = &g_array_index (items, YfRoutineItem, i);
      const YfRoutineItem typed = *item;
      const YfProgrammeItem *told = yf_programme_find_item (self->programme, yf_exercise_get_id (item->exercise));

      if (told == NULL)
        continue;

      item->dose = told->dose;
      item->pace = told->pace;
      take_typed (item, &typed, arguments);
      if (!check_dose (self->programme, item))
        return FALSE;
    }

  return TRUE;
}

/*
 * yf_cli_session_change:
 * @self: the command line
 * @items: (element-type YfRoutineItem): what today holds
 * @arguments: what was typed
 *
 * Of what today holds, what was typed goes before, within the ceilings and what a
 * programme allows.
 *
 * Returns: whether it is allowed; it is said what is not
 */
gboolean
yf_cli_session_change (YfCli                    *self,
                       GArray                   *items,
                       const YfSessionArguments *arguments)
{
  for (guint i = 0; i < items->len; i++)
    {
      YfRoutineItem *item = &g_array_index (items, YfRoutineItem, i);
      g_autoptr (GArray) typed = g_array_new (FALSE, TRUE, sizeof (YfRoutineItem));

      if (!yf_cli_session_add_item (typed, item->exercise, arguments))
        return FALSE;

      take_typed (item, &g_array_index (typed, YfRoutineItem, 0), arguments);
      if (self->programme != NULL && !check_dose (self->programme, item))
        return FALSE;
    }

  return TRUE;
}
