/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>

#include "yf-judgement-private.h"

/* How a programme bears on the safety table: it can forbid more, and its
 * clearances count as those of the profile do. Nothing else of it makes a verdict
 * milder. */

/* What scripts see as the rule of a reason that a programme gives. */
#define RULE "programme"

static YfReason *
reason_new (YfProgramme *self,
            const char  *text)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_source_unref);

  g_ptr_array_add (sources, yf_source_new_programme (self->clinician));

  return yf_reason_new (RULE, YF_VERDICT_BLOCKED, sources, text, NULL, NULL);
}

static YfReason *
judge_ban (YfProgramme *self,
           YfExercise  *exercise)
{
  const YfProgrammeBan *ban = yf_programme_find_ban (self, yf_exercise_get_id (exercise));
  g_autofree char *text = NULL;

  if (ban == NULL)
    return NULL;

  if (ban->note != NULL)
    /* Translators: a clinician; the name of a programme; the clinician's own words */
    text = g_strdup_printf (_("%s has forbidden it in your programme “%s”: “%s”"), self->clinician, self->name,
                            ban->note);
  else
    /* Translators: a clinician; the name of a programme */
    text = g_strdup_printf (_("%s has forbidden it in your programme “%s”."), self->clinician, self->name);

  return reason_new (self, text);
}

static YfReason *
judge_pain (YfProgramme     *self,
            const YfCheckIn *check_in,
            YfExercise      *exercise)
{
  int pain = MAX (yf_check_in_get_pain_back (check_in), yf_check_in_get_pain_leg (check_in));
  g_autofree char *text = NULL;

  if (yf_exercise_get_group (exercise) == YF_GROUP_RELIEF)
    return NULL;

  if (self->pain_rest != YF_PROGRAMME_NO_PAIN && pain >= self->pain_rest)
    /* Translators: a pain from 0 to 10; a clinician; a pain from 1 to 10 */
    text = g_strdup_printf (_("Your pain is %d of 10. %s says in your programme not to train at %d or more."), pain,
                            self->clinician, self->pain_rest);
  else if (self->pain_rest == YF_PROGRAMME_NO_PAIN && self->pain_stop != YF_PROGRAMME_NO_PAIN &&
           pain >= self->pain_stop)
    /* What would have to be stopped at once is not begun. A clinician who says
     * from which pain on not to train has said otherwise.
     * Translators: a pain from 0 to 10; a clinician; a pain from 1 to 10 */
    text = g_strdup_printf (_("Your pain is %d of 10. %s says in your programme to stop at %d."), pain,
                            self->clinician, self->pain_stop);
  else
    return NULL;

  return reason_new (self, text);
}

/**
 * yf_programme_dup_profile:
 * @self: (nullable): the programme in force
 * @profile: a person
 *
 * Returns: (transfer full): @profile with the clearances of @self beside those
 *   that it has
 */
YfProfile *
yf_programme_dup_profile (YfProgramme     *self,
                          const YfProfile *profile)
{
  YfProfile *copy;

  g_return_val_if_fail (profile != NULL, NULL);

  copy = yf_profile_copy (profile);
  for (guint i = 0; self != NULL && i < self->clearances->len; i++)
    {
      const YfProgrammeClearance *one = g_ptr_array_index (self->clearances, i);

      if (*yf_clearance_get_conditions (one->clearance) != NULL)
        yf_profile_add_clearance (copy, one->clearance);
    }

  return copy;
}

/**
 * yf_programme_wants_rest:
 * @self: (nullable): the installed programme
 * @check_in: how the person is on @day
 * @day: a known day
 *
 * Returns: whether @self wants no training on @day, for the pain in @check_in: then
 *   the day is kept, as in a flare
 */
gboolean
yf_programme_wants_rest (YfProgramme     *self,
                         const YfCheckIn *check_in,
                         YfDay            day)
{
  int pain;
  int least;

  g_return_val_if_fail (check_in != NULL, FALSE);

  if (self == NULL || !yf_programme_is_valid_on (self, day))
    return FALSE;

  pain = MAX (yf_check_in_get_pain_back (check_in), yf_check_in_get_pain_leg (check_in));
  least = self->pain_rest != YF_PROGRAMME_NO_PAIN ? self->pain_rest : self->pain_stop;

  return least != YF_PROGRAMME_NO_PAIN && pain >= least;
}

/**
 * yf_programme_judge:
 * @self: (nullable): the installed programme; where there is none, or where it
 *   is not valid on @day, only the table speaks
 * @rules: the safety table
 * @profile: who
 * @check_in: how they are on @day
 * @exercise: what they want to do: an exercise or a relief
 * @day: when; a known day
 * @minute: at what minute of @day, or %YF_MINUTE_UNKNOWN
 *
 * As yf_rules_judge_at(), with the clearances of @self, and with a reason of the
 * rule "programme" for what @self forbids: the exercise, or any at such a pain.
 * Where it says at which pain to stop, and not from which on to rest, nothing is
 * begun at that pain either.
 *
 * Returns: (transfer full): the judgement
 */
YfJudgement *
yf_programme_judge (YfProgramme     *self,
                    YfRules         *rules,
                    const YfProfile *profile,
                    const YfCheckIn *check_in,
                    YfExercise      *exercise,
                    YfDay            day,
                    int              minute)
{
  g_autoptr (YfProfile) cleared = NULL;
  g_autoptr (YfJudgement) judgement = NULL;
  g_autoptr (YfReason) ban = NULL;
  g_autoptr (YfReason) pain = NULL;
  GPtrArray *reasons;

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (profile != NULL, NULL);
  g_return_val_if_fail (check_in != NULL, NULL);
  g_return_val_if_fail (exercise != NULL, NULL);

  if (self == NULL || !yf_programme_is_valid_on (self, day))
    return yf_rules_judge_at (rules, profile, check_in, exercise, day, minute);

  cleared = yf_programme_dup_profile (self, profile);
  judgement = yf_rules_judge_at (rules, cleared, check_in, exercise, day, minute);
  ban = judge_ban (self, exercise);
  pain = judge_pain (self, check_in, exercise);
  if (ban == NULL && pain == NULL)
    return g_steal_pointer (&judgement);

  reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_reason_unref);
  if (ban != NULL)
    g_ptr_array_add (reasons, g_steal_pointer (&ban));
  if (pain != NULL)
    g_ptr_array_add (reasons, g_steal_pointer (&pain));
  for (guint i = 0; i < yf_judgement_get_reasons (judgement)->len; i++)
    g_ptr_array_add (reasons, yf_reason_ref (g_ptr_array_index (yf_judgement_get_reasons (judgement), i)));

  return yf_judgement_new (yf_judgement_get_exercise (judgement), day, yf_judgement_get_stage (judgement),
                           yf_judgement_get_triage (judgement), reasons);
}
