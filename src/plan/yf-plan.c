/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-plan.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (yf-plan-error-quark, yf_plan_error)

static gboolean
refuse_hold (YfExercise  *exercise,
             GError     **error)
{
  /* Translators: the name of an exercise */
  g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
               _("%s has no hold. Leave the hold out."), yf_exercise_get_name (exercise));
  return FALSE;
}

/**
 * yf_plan_dose:
 * @exercise: an exercise
 * @sets: sets, or %YF_PLAN_DEFAULT
 * @reps: repetitions in a set, or %YF_PLAN_DEFAULT
 * @hold: length of the hold in microseconds, or %YF_PLAN_DEFAULT
 * @dose: (out): return location for the dose
 * @error: return location for an error
 *
 * Works out the dose of an exercise. What is left open is as in the first dose
 * of the catalogue; nothing passes the ceiling of the catalogue.
 *
 * Returns: whether there is such a dose; %FALSE with
 *   %YF_PLAN_ERROR_ABOVE_CEILING or %YF_PLAN_ERROR_INVALID and a sentence for
 *   the person otherwise
 */
gboolean
yf_plan_dose (YfExercise  *exercise,
              int          sets,
              int          reps,
              gint64       hold,
              YfDose      *dose,
              GError     **error)
{
  const YfDose *first;
  const YfDose *ceiling;
  YfDose wanted;

  g_return_val_if_fail (exercise != NULL, FALSE);
  g_return_val_if_fail (dose != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  first = yf_exercise_get_first_dose (exercise);
  ceiling = yf_exercise_get_ceiling (exercise);

  wanted.sets = sets == YF_PLAN_DEFAULT ? first->sets : sets;
  wanted.reps = reps == YF_PLAN_DEFAULT ? first->reps : reps;
  wanted.hold = hold == YF_PLAN_DEFAULT ? first->hold : hold;

  if (wanted.sets < 1 || wanted.reps < 1)
    {
      g_set_error_literal (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
                           _("A dose has at least one set and one repetition."));
      return FALSE;
    }

  if (!yf_exercise_has_hold (exercise))
    {
      if (wanted.hold != 0)
        return refuse_hold (exercise, error);
    }
  else if (wanted.hold < YF_PLAN_MIN_HOLD)
    {
      g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
                   _("A hold lasts at least %g s."), YF_PLAN_MIN_HOLD / (double) YF_SECOND);
      return FALSE;
    }

  if (!yf_dose_within (&wanted, ceiling))
    {
      g_autofree char *most = yf_dose_to_string (ceiling);
      g_autofree char *source = yf_source_to_string (yf_exercise_get_ceiling_source (exercise));

      /* Translators: an exercise; a dose such as “3 sets × 15, hold 5 s”; where it comes from */
      g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_ABOVE_CEILING,
                   _("That is more than is good for you: the most for %s is %s (%s)."),
                   yf_exercise_get_name (exercise), most, source);
      return FALSE;
    }

  *dose = wanted;
  return TRUE;
}
