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

/* The rest after a repetition; 0 where there is none. */
static gint64
get_rep_rest (YfExercise *exercise)
{
  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    {
      const YfPhase *phase = yf_exercise_get_phase (exercise, i);

      if (phase->kind == YF_PHASE_REST)
        return phase->length;
    }

  return 0;
}

/* @chosen becomes 0 where it is the catalogue's rest. */
static gboolean
choose_rest (gint64   wanted,
             gint64   usual,
             gint64  *chosen,
             GError **error)
{
  gint64 least = usual / 2;
  gint64 most = MAX (usual, YF_PLAN_MAX_REST);

  *chosen = 0;
  if (wanted == YF_PLAN_DEFAULT || wanted == usual)
    return TRUE;

  if (wanted < least || wanted > most)
    {
      g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
                   /* Translators: two numbers of seconds */
                   _("This rest can be from %g to %g s."),
                   (double) least / YF_SECOND, (double) most / YF_SECOND);
      return FALSE;
    }

  *chosen = wanted;
  return TRUE;
}

/**
 * yf_plan_pace:
 * @exercise: an exercise
 * @tempo: how long raising and lowering take, in percent of the catalogue's, from
 *   %YF_PLAN_MIN_TEMPO to %YF_PLAN_MAX_TEMPO in steps of %YF_PLAN_TEMPO_STEP, or
 *   %YF_PLAN_DEFAULT
 * @rep_rest: the rest after a repetition in microseconds, or %YF_PLAN_DEFAULT
 * @set_rest: the rest between sets in microseconds, or %YF_PLAN_DEFAULT
 * @pace: (out): return location for the pace
 * @error: return location for an error
 *
 * Works out the pace of an exercise. Nothing is quicker than the catalogue has
 * it, and a rest is never shorter than half of the catalogue's nor longer than
 * %YF_PLAN_MAX_REST. Holds and breath are not a matter of pace.
 *
 * Returns: whether there is such a pace; %FALSE with %YF_PLAN_ERROR_INVALID and
 *   a sentence for the person otherwise
 */
gboolean
yf_plan_pace (YfExercise  *exercise,
              int          tempo,
              gint64       rep_rest,
              gint64       set_rest,
              YfPace      *pace,
              GError     **error)
{
  YfPace wanted = { 0, };

  g_return_val_if_fail (exercise != NULL, FALSE);
  g_return_val_if_fail (pace != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (tempo != YF_PLAN_DEFAULT &&
      (tempo < YF_PLAN_MIN_TEMPO || tempo > YF_PLAN_MAX_TEMPO || tempo % YF_PLAN_TEMPO_STEP != 0))
    {
      g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
                   /* Translators: the three numbers are percentages: the shortest, the
                    * longest and the step between them */
                   _("Raising and lowering can take from %d%% to %d%% of their time, in steps of %d%%."),
                   YF_PLAN_MIN_TEMPO, YF_PLAN_MAX_TEMPO, YF_PLAN_TEMPO_STEP);
      return FALSE;
    }

  if (get_rep_rest (exercise) == 0 && rep_rest != YF_PLAN_DEFAULT && rep_rest != 0)
    {
      g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
                   /* Translators: the name of an exercise */
                   _("%s has no rest between repetitions."), yf_exercise_get_name (exercise));
      return FALSE;
    }

  if (tempo != YF_PLAN_DEFAULT && tempo != YF_PLAN_MIN_TEMPO)
    wanted.tempo = tempo;
  if (!choose_rest (rep_rest, get_rep_rest (exercise), &wanted.rep_rest, error) ||
      !choose_rest (set_rest, yf_exercise_get_set_rest (exercise, NULL), &wanted.set_rest, error))
    return FALSE;

  *pace = wanted;
  return TRUE;
}

/**
 * yf_plan_check:
 * @exercise: an exercise
 * @dose: a dose, without %YF_PLAN_DEFAULT
 * @pace: a pace
 * @error: return location for an error of yf_plan_dose() or yf_plan_pace()
 *
 * Returns: whether @exercise may be done in that dose at that pace
 */
gboolean
yf_plan_check (YfExercise    *exercise,
               const YfDose  *dose,
               const YfPace  *pace,
               GError       **error)
{
  YfDose checked_dose;
  YfPace checked_pace;

  /* What is missing in a pace is 0, and what is missing in a dose is wrong. */
  return yf_plan_dose (exercise, MAX (dose->sets, 0), MAX (dose->reps, 0), MAX (dose->hold, 0),
                       &checked_dose, error) &&
         yf_plan_pace (exercise,
                       pace->tempo == 0 ? YF_PLAN_DEFAULT : pace->tempo,
                       pace->rep_rest == 0 ? YF_PLAN_DEFAULT : pace->rep_rest,
                       pace->set_rest == 0 ? YF_PLAN_DEFAULT : pace->set_rest,
                       &checked_pace, error);
}
