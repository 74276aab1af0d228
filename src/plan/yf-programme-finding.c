/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-finding.h"

static void
finding_free (gpointer data)
{
  YfProgrammeFinding *self = data;

  yf_exercise_unref (self->exercise);
  yf_judgement_unref (self->judgement);
  g_free (self);
}

/**
 * yf_programme_find_contradictions:
 * @self: a programme
 * @rules: the safety table
 * @profile: who is to follow it
 * @today: today; a programme that begins later is looked at for its first day
 *
 * Finds what a programme asks for and the table would not have. The programme's
 * clearances are left out first, so that what they are for is found too.
 *
 * Returns: (transfer full) (element-type YfProgrammeFinding): all of it, in the
 *   order of the file
 */
GPtrArray *
yf_programme_find_contradictions (YfProgramme     *self,
                                  YfRules         *rules,
                                  const YfProfile *profile,
                                  YfDay            today)
{
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  GPtrArray *found = g_ptr_array_new_with_free_func (finding_free);
  GPtrArray *items;
  YfDay day;

  g_return_val_if_fail (self != NULL, found);
  g_return_val_if_fail (rules != NULL, found);
  g_return_val_if_fail (profile != NULL, found);

  items = yf_programme_get_items (self);
  day = MAX (today, yf_programme_get_from (self));
  for (guint i = 0; i < items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (items, i);
      g_autoptr (YfJudgement) judgement = NULL;
      g_autoptr (YfProfile) cleared = NULL;
      g_autoptr (YfJudgement) after = NULL;
      YfProgrammeFinding *finding;

      judgement = yf_rules_judge (rules, profile, check_in, item->exercise, day);
      if (yf_judgement_permits (judgement))
        continue;

      cleared = yf_programme_dup_profile (self, profile);
      after = yf_rules_judge (rules, cleared, check_in, item->exercise, day);
      finding = g_new0 (YfProgrammeFinding, 1);
      finding->exercise = yf_exercise_ref (item->exercise);
      finding->cleared = yf_judgement_permits (after);
      finding->judgement = yf_judgement_ref (finding->cleared ? after : judgement);
      g_ptr_array_add (found, finding);
    }

  return found;
}

/**
 * yf_programme_is_contradicted:
 * @findings: (element-type YfProgrammeFinding): what was found
 *
 * Returns: whether something is asked for that the programme does not clear: then
 *   it cannot be followed
 */
gboolean
yf_programme_is_contradicted (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (!((const YfProgrammeFinding *) g_ptr_array_index (findings, i))->cleared)
      return TRUE;

  return FALSE;
}
