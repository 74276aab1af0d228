/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-profile.h"

#include <glib/gi18n-lib.h>

#include "yf-stage.h"

static gboolean
refuse_unknown (char    *message,
                GError **error)
{
  g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_UNKNOWN_ID, message);
  g_free (message);
  return FALSE;
}

static gboolean
check_clearance (YfClearance  *clearance,
                 YfCatalogue  *catalogue,
                 YfDay         today,
                 GError      **error)
{
  const char * const *conditions = yf_clearance_get_conditions (clearance);
  const char * const *exercises = yf_clearance_get_exercises (clearance);
  YfStage stage;

  if (*yf_clearance_get_clinician (clearance) == '\0')
    {
      g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                           _("A clearance needs the name of the clinician who gave it."));
      return FALSE;
    }

  if (*conditions == NULL || *exercises == NULL)
    {
      g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                           _("A clearance needs at least one condition and one exercise."));
      return FALSE;
    }

  for (gsize i = 0; conditions[i] != NULL; i++)
    {
      if (yf_catalogue_find_condition (catalogue, conditions[i]) == NULL &&
          !yf_stage_from_id (conditions[i], &stage))
        return refuse_unknown (g_strdup_printf (_("There is no condition or stage “%s”."), conditions[i]), error);
    }

  for (gsize i = 0; exercises[i] != NULL; i++)
    {
      if (!g_str_equal (exercises[i], "*") &&
          yf_catalogue_find_exercise (catalogue, exercises[i]) == NULL &&
          yf_catalogue_find_relief (catalogue, exercises[i]) == NULL)
        return refuse_unknown (g_strdup_printf (_("There is no exercise “%s”."), exercises[i]), error);
    }

  if (yf_clearance_get_date (clearance) > today)
    {
      g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                           _("The date of a clearance lies in the future."));
      return FALSE;
    }

  if (yf_clearance_get_until (clearance) != YF_DAY_NONE &&
      yf_clearance_get_until (clearance) < yf_clearance_get_date (clearance))
    {
      g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                           _("A clearance ends before it begins."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_assessment (YfAssessment  *assessment,
                  YfCatalogue   *catalogue,
                  YfDay          today,
                  GError       **error)
{
  if (*yf_assessment_get_clinician (assessment) == '\0')
    {
      g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                           _("An assessment needs the name of the clinician who made it."));
      return FALSE;
    }

  if (yf_catalogue_find_red_flag (catalogue, yf_assessment_get_flag (assessment)) == NULL)
    return refuse_unknown (g_strdup_printf (_("There is no red flag “%s”."), yf_assessment_get_flag (assessment)), error);

  if (yf_assessment_get_date (assessment) > today)
    {
      g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                           _("The date of an assessment lies in the future."));
      return FALSE;
    }

  return TRUE;
}

static int
latest_year (YfDay today)
{
  GDate date;

  if (!yf_day_is_known (today) || today == G_MAXINT32)
    return 9999;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) today);

  return g_date_get_year (&date);
}

/**
 * yf_profile_check:
 * @self: a profile
 * @catalogue: what exists
 * @today: the day after which nothing can have happened; %YF_DAY_NONE to leave
 *   that open
 * @error: return location for an error
 *
 * Looks for what cannot be: ids that do not exist, and so would be passed over
 * in silence, and dates that lie in the future.
 *
 * Returns: whether the profile can be relied on; %FALSE with a
 *   %YF_PROFILE_ERROR otherwise
 */
gboolean
yf_profile_check (const YfProfile  *self,
                  YfCatalogue      *catalogue,
                  YfDay             today,
                  GError          **error)
{
  const struct { YfDay day; const char *message; } dates[] = {
    { yf_profile_get_onset (self), _("The onset of the episode lies in the future.") },
    { yf_profile_get_relief (self), _("The day on which the pain eased lies in the future.") },
    { yf_profile_get_treatment_start (self), _("The start of treatment lies in the future.") },
    { yf_profile_get_surgery (self), _("The day of the operation lies in the future.") },
    { yf_profile_get_birth (self), _("The day of the birth lies in the future.") },
  };
  const char * const *conditions = yf_profile_get_conditions (self);
  GPtrArray *clearances = yf_profile_get_clearances (self);
  GPtrArray *assessments = yf_profile_get_assessments (self);
  int born = yf_profile_get_born (self);

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (catalogue != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (today == YF_DAY_NONE)
    today = G_MAXINT32;

  for (gsize i = 0; conditions[i] != NULL; i++)
    {
      if (yf_catalogue_find_condition (catalogue, conditions[i]) == NULL)
        return refuse_unknown (g_strdup_printf (_("There is no condition “%s”."), conditions[i]), error);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      if (dates[i].day > today)
        {
          g_set_error_literal (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID, dates[i].message);
          return FALSE;
        }
    }

  if (born != YF_BORN_UNSAID && (born < YF_BORN_MIN || born > latest_year (today)))
    {
      g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                   /* Translators: %d is a year */
                   _("The year of birth must be %d or later, and not lie in the future."), YF_BORN_MIN);
      return FALSE;
    }

  for (guint i = 0; i < clearances->len; i++)
    {
      if (!check_clearance (g_ptr_array_index (clearances, i), catalogue, today, error))
        return FALSE;
    }

  for (guint i = 0; i < assessments->len; i++)
    {
      if (!check_assessment (g_ptr_array_index (assessments, i), catalogue, today, error))
        return FALSE;
    }

  return TRUE;
}
