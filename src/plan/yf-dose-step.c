/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-dose-step.h"

#include "yf-plan.h"

/*
 * A ladder of doses. From the bottom (one set of one, held for a second) hold,
 * repetitions and sets go up in turn to the base, with which the exercise
 * begins, and from there in turn to the ceiling: hold +1 s, then one repetition,
 * then a set (clinical.md section 6, after 004), the set last because it is the
 * greatest step. Downwards it is the same ladder from the other end, except that
 * a long hold loses a tenth at once: to take a second from five minutes would
 * be no step (Yanfei's own).
 */

#define DOWN_PART 10

static gboolean
climb (YfDose       *dose,
       const YfDose *target)
{
  if (dose->hold < target->hold)
    dose->hold = MIN (dose->hold + YF_SECOND, target->hold);
  else if (dose->reps < target->reps)
    dose->reps++;
  else if (dose->sets < target->sets)
    dose->sets++;
  else
    return FALSE;

  return TRUE;
}

static gboolean
descend (YfDose       *dose,
         const YfDose *target)
{
  if (dose->sets > target->sets)
    dose->sets--;
  else if (dose->reps > target->reps)
    dose->reps--;
  else if (dose->hold > target->hold)
    dose->hold = MAX (dose->hold - MAX (dose->hold / DOWN_PART / YF_SECOND, 1) * YF_SECOND, target->hold);
  else
    return FALSE;

  return TRUE;
}

/*
 * yf_dose_step_up:
 * @dose: (inout): a dose
 * @base: the dose it begins with
 * @ceiling: the most, not below @base
 *
 * Changes one number by one step.
 *
 * Returns: whether there was a step left
 */
gboolean
yf_dose_step_up (YfDose       *dose,
                 const YfDose *base,
                 const YfDose *ceiling)
{
  return climb (dose, base) || climb (dose, ceiling);
}

/*
 * yf_dose_step_down:
 * @dose: (inout): a dose
 * @base: the dose it begins with; below it the ladder goes on
 *
 * Returns: whether there was a step left
 */
gboolean
yf_dose_step_down (YfDose       *dose,
                   const YfDose *base)
{
  const YfDose bottom = { 1, 1, dose->hold > 0 ? MIN (YF_PLAN_MIN_HOLD, dose->hold) : 0 };

  return descend (dose, base) || descend (dose, &bottom);
}

/*
 * yf_dose_lower_to:
 * @dose: (inout): a dose
 * @most: the most of it
 *
 * Returns: whether @dose had a part above @most
 */
gboolean
yf_dose_lower_to (YfDose       *dose,
                  const YfDose *most)
{
  if (yf_dose_within (dose, most))
    return FALSE;

  dose->sets = MIN (dose->sets, most->sets);
  dose->reps = MIN (dose->reps, most->reps);
  dose->hold = MIN (dose->hold, most->hold);

  return TRUE;
}
