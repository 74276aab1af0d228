/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-course.h"

#include <glib/gi18n-lib.h>

/* The stages of the safety room, which knows only dates, with the flares of the
 * history: "90 days after relief with no new flare" (clinical.md, section 3). */

static YfStage
reckon (const YfProfile *profile,
        GArray          *flares,
        YfDay            day)
{
  YfStage stage = yf_stage_reckon (profile, day);
  YfDay relief = yf_profile_get_relief (profile);

  if (stage != YF_STAGE_MAINTENANCE)
    return stage;

  /* Pain of before the relief was the episode itself. */
  for (guint i = 0; i < flares->len; i++)
    {
      YfDay flare = g_array_index (flares, YfDay, i);

      if (flare > relief && flare <= day && day - flare < YF_COURSE_MAINTENANCE_DAYS)
        return YF_STAGE_RECOVERY;
    }

  return stage;
}

/**
 * yf_course_reckon:
 * @profile: who
 * @history: what has happened; flares after @day are not looked at
 * @day: a known day
 *
 * Returns: the stage on @day. It is that of yf_stage_reckon(), but who had a
 *   flare in the last 90 days is not in maintenance yet, or not any more
 */
YfStage
yf_course_reckon (const YfProfile *profile,
                  YfHistory       *history,
                  YfDay            day)
{
  g_autoptr (GArray) flares = NULL;

  g_return_val_if_fail (profile != NULL && history != NULL, YF_STAGE_ACUTE);
  g_return_val_if_fail (yf_day_is_known (day), YF_STAGE_ACUTE);

  flares = yf_history_find_flares (history, day);

  return reckon (profile, flares, day);
}

/**
 * yf_course_find_changes:
 * @profile: who
 * @history: what has happened
 * @from: the first day to look at; days before a known onset are left out, for
 *   the profile knows nothing of an earlier episode
 * @to: the last
 *
 * Returns: (transfer full) (element-type YfStageChange): every change of stage, in
 *   order; the day of the onset is one
 */
GArray *
yf_course_find_changes (const YfProfile *profile,
                        YfHistory       *history,
                        YfDay            from,
                        YfDay            to)
{
  g_autoptr (GArray) flares = yf_history_find_flares (history, to);
  GArray *changes = g_array_new (FALSE, TRUE, sizeof (YfStageChange));
  YfDay onset = yf_profile_get_onset (profile);
  gboolean surgery = onset == YF_DAY_NONE && yf_profile_get_relief (profile) == YF_DAY_NONE;
  YfStage last;

  if (yf_day_is_known (onset) && from <= onset)
    {
      from = onset;
      last = YF_STAGE_PREVENTION;
    }
  else
    {
      last = reckon (profile, flares, from);
    }

  for (YfDay day = from; day <= to; day++)
    {
      YfStageChange change = { day, last, reckon (profile, flares, day), FALSE, surgery };

      if (change.to == last)
        continue;

      change.after_flare = last == YF_STAGE_MAINTENANCE && change.to == YF_STAGE_RECOVERY;
      g_array_append_val (changes, change);
      last = change.to;
    }

  return changes;
}

/**
 * yf_stage_change_to_string:
 * @self: a change
 *
 * Returns: (transfer full): why, in the person's language
 */
char *
yf_stage_change_to_string (const YfStageChange *self)
{
  switch (self->to)
    {
    case YF_STAGE_ACUTE:
      return g_strdup (_("An episode has begun: no strengthening until 14 days have passed and the pain has eased."));
    case YF_STAGE_EASING:
      return g_strdup (self->surgery
                       ? _("After an operation on the lumbar spine: no strengthening until 60 days have passed and a doctor allows it.")
                       : _("14 days have passed and the pain has eased: breathing opens, strengthening waits."));
    case YF_STAGE_RECOVERY:
      if (self->after_flare)
        return g_strdup (_("There was a flare: maintenance comes back after 90 days without one."));
      return g_strdup (self->surgery
                       ? _("60 days have passed since the operation, and a doctor allows training: breathing and bridge first, then the rest.")
                       : _("Two weeks have passed since the pain eased, and a month since treatment began: breathing and bridge first, then the rest."));
    case YF_STAGE_MAINTENANCE:
      return g_strdup (_("90 days have passed without a flare: three to four times a week for 20 minutes keeps it so."));
    case YF_STAGE_PREVENTION:
      return g_strdup (_("No episode is on record: training is prevention."));
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * yf_stage_change_get_source:
 * @self: a change
 *
 * Returns: (transfer full): who says so
 */
YfSource *
yf_stage_change_get_source (const YfStageChange *self)
{
  switch (self->to)
    {
    case YF_STAGE_ACUTE:
      return yf_source_new ("001", "Question 3", NULL);
    case YF_STAGE_EASING:
    case YF_STAGE_RECOVERY:
    case YF_STAGE_MAINTENANCE:
      return self->surgery ? yf_source_new ("004", "Step 3: rehabilitation", NULL)
                           : yf_source_new ("003", "Physical therapy: recovery", NULL);
    case YF_STAGE_PREVENTION:
    default:
      return yf_source_new (YF_SOURCE_APP, NULL, NULL);
    }
}
