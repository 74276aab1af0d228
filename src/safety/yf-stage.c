/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-stage.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"
#include "yf-stage-private.h"

/* Thresholds in days: clinical.md section 3. A threshold of n days is met on
 * the nth day after. */
#define ACUTE_DAYS            14   /* 003: one to two weeks; the longer */
#define EASING_RELIEF_DAYS    14   /* 003: two weeks after relief */
#define EASING_TREATMENT_DAYS 30   /* 004: one to two months after care */
#define SURGERY_DAYS          60   /* 004: one to two months after surgery; the longer */
#define MAINTENANCE_DAYS      90   /* 003: one to three months more; the longer */

#define SURGERY_CONDITION "lumbar-surgery"

static const char * const stage_ids[] = {
  [YF_STAGE_PREVENTION] = "prevention",
  [YF_STAGE_ACUTE] = "acute",
  [YF_STAGE_EASING] = "easing",
  [YF_STAGE_RECOVERY] = "recovery",
  [YF_STAGE_MAINTENANCE] = "maintenance",
};

/* Relief counts from the day it was reported, and only in the episode it was
 * reported in: what eased before the present onset was an earlier one. */
gboolean
yf_stage_is_relieved (const YfProfile *profile,
                      YfDay            day)
{
  YfDay onset = yf_profile_get_onset (profile);
  YfDay relief = yf_profile_get_relief (profile);

  return yf_day_is_known (relief) && relief <= day &&
         (!yf_day_is_known (onset) || relief >= onset);
}

/* Any date of an episode is word of one. */
static gboolean
has_episode (const YfProfile *profile)
{
  return yf_profile_get_onset (profile) != YF_DAY_NONE ||
         yf_profile_get_relief (profile) != YF_DAY_NONE ||
         yf_profile_get_treatment_start (profile) != YF_DAY_NONE;
}

static gboolean
is_acute (const YfProfile *profile,
          YfDay            day)
{
  YfDay onset = yf_profile_get_onset (profile);

  if (!yf_stage_is_relieved (profile, day))
    return TRUE;

  /* An episode whose onset nobody knows began on the day it eased at the
   * latest. */
  if (!yf_day_is_known (onset))
    onset = yf_profile_get_relief (profile);

  return day - onset < ACUTE_DAYS;
}

static gboolean
is_easing (const YfProfile *profile,
           YfDay            day)
{
  YfDay onset = yf_profile_get_onset (profile);
  YfDay relief = yf_profile_get_relief (profile);
  YfDay treatment = yf_profile_get_treatment_start (profile);

  /* A treatment from before the onset was that of an earlier episode. */
  if (!yf_day_is_known (treatment) || (yf_day_is_known (onset) && treatment < onset))
    treatment = relief;

  return day - relief < EASING_RELIEF_DAYS || day - treatment < EASING_TREATMENT_DAYS;
}

static gboolean
had_surgery (const YfProfile *profile)
{
  return yf_profile_has_condition (profile, SURGERY_CONDITION) ||
         yf_profile_get_surgery (profile) != YF_DAY_NONE;
}

static gboolean
is_cleared_after_surgery (const YfProfile *profile,
                          YfDay            day)
{
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  YfDay surgery = yf_profile_get_surgery (profile);

  if (!yf_day_is_known (surgery) || day - surgery < SURGERY_DAYS)
    return FALSE;

  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      const char * const *exercises = yf_clearance_get_exercises (clearance);

      if (yf_clearance_get_date (clearance) >= surgery && *exercises != NULL &&
          yf_clearance_covers (clearance, SURGERY_CONDITION, *exercises, day))
        return TRUE;
    }

  return FALSE;
}

/**
 * yf_stage_reckon:
 * @profile: a profile
 * @day: the day to reckon for
 *
 * Reckons the stage from the dates a person gave (clinical.md section 3). What
 * nobody knows counts as the later and stricter: an onset that is not known
 * was on the day of relief, an operation without a date was less than 60 days
 * ago.
 *
 * Returns: the stage on @day
 */
YfStage
yf_stage_reckon (const YfProfile *profile,
                 YfDay            day)
{
  gboolean episode;
  gboolean surgery;

  g_return_val_if_fail (profile != NULL, YF_STAGE_ACUTE);
  g_return_val_if_fail (yf_day_is_known (day), YF_STAGE_ACUTE);

  episode = has_episode (profile);
  surgery = had_surgery (profile);

  if (episode && is_acute (profile, day))
    return YF_STAGE_ACUTE;

  if ((episode && is_easing (profile, day)) ||
      (surgery && !is_cleared_after_surgery (profile, day)))
    return YF_STAGE_EASING;

  if (episode && day - yf_profile_get_relief (profile) >= MAINTENANCE_DAYS)
    return YF_STAGE_MAINTENANCE;

  return episode || surgery ? YF_STAGE_RECOVERY : YF_STAGE_PREVENTION;
}

const char *
yf_stage_get_id (YfStage stage)
{
  g_return_val_if_fail (stage < G_N_ELEMENTS (stage_ids), NULL);

  return stage_ids[stage];
}

gboolean
yf_stage_from_id (const char *id,
                  YfStage    *stage)
{
  YF_IDS_FROM_ID (stage_ids, id, stage);
}

/**
 * yf_stage_get_name:
 * @stage: a stage
 *
 * Returns: (transfer none): the stage in a few words, in the person's language
 */
const char *
yf_stage_get_name (YfStage stage)
{
  switch (stage)
    {
    case YF_STAGE_PREVENTION:
      return C_("stage", "Prevention");
    case YF_STAGE_ACUTE:
      return C_("stage", "Acute stage");
    case YF_STAGE_EASING:
      return C_("stage", "Easing");
    case YF_STAGE_RECOVERY:
      return C_("stage", "Recovery");
    case YF_STAGE_MAINTENANCE:
      return C_("stage", "Maintenance");
    default:
      g_return_val_if_reached (NULL);
    }
}
