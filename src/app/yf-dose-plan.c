/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-dose-plan.h"

/*
 * How much of an exercise a person begins with, and how much of it they may do: what
 * the plan has reckoned, and what the programme in force allows. Whether it may be
 * done at all is not asked here.
 */

/**
 * yf_dose_plan_lower:
 * @dose: (inout): a dose
 * @most: the most of each part of it
 *
 * Returns: whether @dose was more than @most; it is not any more
 */
gboolean
yf_dose_plan_lower (YfDose       *dose,
                    const YfDose *most)
{
  g_return_val_if_fail (dose != NULL, FALSE);
  g_return_val_if_fail (most != NULL, FALSE);

  if (yf_dose_within (dose, most))
    return FALSE;

  dose->sets = MIN (dose->sets, most->sets);
  dose->reps = MIN (dose->reps, most->reps);
  dose->hold = MIN (dose->hold, most->hold);

  return TRUE;
}

/**
 * yf_dose_plan_get_most:
 * @person: who
 * @exercise: an exercise
 * @most: (out): return location for the most of it
 *
 * Works out the most that may be done today: the ceiling, or less where a clinician
 * says so. The programme is read anew, for the plan may be older than it; one that
 * cannot be read sets no limit here, but nothing is permitted under it either, see
 * yf_person_judge().
 */
void
yf_dose_plan_get_most (YfPerson   *person,
                       YfExercise *exercise,
                       YfDose     *most)
{
  YfDay today = yf_person_get_today (person);
  YfToday *plan = yf_person_get_plan (person);
  g_autoptr (YfLimits) current = yf_limits_new ();
  g_autoptr (YfProgramme) programme = NULL;
  YfDose base;

  g_return_if_fail (YF_IS_PERSON (person));
  g_return_if_fail (exercise != NULL);
  g_return_if_fail (most != NULL);

  if (yf_person_dup_programme (person, &programme, NULL) && programme != NULL)
    yf_limits_add_programme (current, programme, "", today, YF_DAY_NONE);
  yf_limits_reckon (current, exercise, today, &base, most);

  if (plan != NULL)
    {
      YfDose planned;

      yf_limits_reckon (yf_today_get_limits (plan), exercise, today, &base, &planned);
      yf_dose_plan_lower (most, &planned);
    }
}

/**
 * yf_dose_plan_reckon:
 * @person: who
 * @exercise: an exercise
 * @dose: (out): return location for the dose
 *
 * Works out the dose to begin with today: that of the plan, or before there is one
 * the first dose. A programme that has only just come may allow less: see
 * yf_dose_plan_get_most().
 */
void
yf_dose_plan_reckon (YfPerson   *person,
                     YfExercise *exercise,
                     YfDose     *dose)
{
  YfToday *plan = yf_person_get_plan (person);

  g_return_if_fail (YF_IS_PERSON (person));
  g_return_if_fail (exercise != NULL);
  g_return_if_fail (dose != NULL);

  if (plan != NULL)
    yf_progression_get_dose (yf_today_get_progression (plan), exercise, dose);
  else
    *dose = *yf_exercise_get_first_dose (exercise);
}
