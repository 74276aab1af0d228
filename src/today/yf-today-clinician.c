/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-today-private.h"

#include "yf-followed.h"

/* What clinicians said in programmes, on the days on which these were followed. */

/* What a clinician may have said in a programme that nobody can read: no more than
 * the first dose, on all its days. */
static void
add_unreadable (YfLimits         *limits,
                const YfFollowed *programme,
                YfCatalogue      *catalogue)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      const YfLimit limit = {
        .entry = programme->id, .exercise = yf_exercise_get_id (exercise),
        .from = programme->from, .until = programme->until,
        .start = *yf_exercise_get_first_dose (exercise), .most = *yf_exercise_get_first_dose (exercise),
      };

      yf_limits_add (limits, &limit);
    }
}

/*
 * yf_today_make_limits:
 *
 * Returns: (transfer full): what clinicians have said about how much, then and now
 */
YfLimits *
yf_today_make_limits (YfToday *self)
{
  YfLimits *limits = yf_limits_new ();

  for (guint i = 0; i < self->followed->len; i++)
    {
      const YfFollowed *programme = g_ptr_array_index (self->followed, i);

      if (programme->trouble != NULL)
        add_unreadable (limits, programme, self->catalogue);
      else
        yf_limits_add_programme (limits, programme->programme, programme->id, programme->from, programme->until);
    }

  /* The pain at which to stop is of today: neither of a programme that is over
   * nor of one that has not begun. */
  yf_limits_set_pain (limits, YF_LIMITS_EASE_PAIN, YF_LIMITS_STOP_PAIN);
  if (yf_today_get_programme (self) != NULL)
    {
      int stop = yf_programme_get_pain_stop (yf_today_get_programme (self));

      if (stop != YF_PROGRAMME_NO_PAIN)
        yf_limits_set_pain (limits, MIN (YF_LIMITS_EASE_PAIN, stop), stop);
    }

  return limits;
}

/* From which day on a programme's clearance counted: it is followed only from some
 * day on. One from before an operation stays from before it. */
static YfDay
get_cleared_from (const YfProfile  *profile,
                  const YfFollowed *programme,
                  YfDay             date)
{
  YfDay surgery = yf_profile_get_surgery (profile);

  if (yf_day_is_known (surgery) && date < surgery && surgery <= programme->from)
    return date;

  return MAX (date, programme->from);
}

/*
 * yf_today_make_past_profile:
 * @profile: who, as they have said
 *
 * The past is reckoned by what was allowed in the past, so the clearances of
 * programmes count on the days on which these were followed, and on no others.
 *
 * Returns: (transfer full): the profile to reckon with
 */
YfProfile *
yf_today_make_past_profile (YfToday         *self,
                            const YfProfile *profile)
{
  YfProfile *cleared = yf_profile_copy (profile);

  for (guint i = 0; i < self->followed->len; i++)
    {
      const YfFollowed *programme = g_ptr_array_index (self->followed, i);
      GPtrArray *clearances = yf_programme_get_clearances (programme->programme);

      for (guint j = 0; j < clearances->len; j++)
        {
          YfClearance *given = ((const YfProgrammeClearance *) g_ptr_array_index (clearances, j))->clearance;
          YfDay from = get_cleared_from (profile, programme, yf_clearance_get_date (given));
          YfDay until = yf_clearance_get_until (given);
          g_autoptr (YfClearance) clearance = NULL;

          if (*yf_clearance_get_conditions (given) == NULL)
            continue;

          if (!yf_day_is_known (until) ||
              (yf_day_is_known (programme->until) && programme->until < until))
            until = programme->until;
          if (yf_day_is_known (until) && until < from)
            continue;

          clearance = yf_clearance_new (yf_clearance_get_clinician (given), from,
                                        yf_clearance_get_conditions (given), yf_clearance_get_exercises (given),
                                        until);
          yf_profile_add_clearance (cleared, clearance);
        }
    }

  return cleared;
}
