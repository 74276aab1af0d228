/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-change.h"

#include <glib/gi18n-lib.h>

/* The one table of what change is meaningful, and who says so. */
static const struct
{
  int         threshold;      /* 0: nothing is compared */
  gboolean    more_is_better;
  const char *source;
} changes[] = {
  /* Translators: a citation: keep names, title and figures as they are */
  [YF_FINDING_BACK_PAIN] = { YF_CHANGE_PAIN, FALSE, N_("Childs, Piva and Fritz, Spine 2005;30:1331–1334") },
  [YF_FINDING_LEG_PAIN] = { YF_CHANGE_PAIN, FALSE, N_("Childs, Piva and Fritz, Spine 2005;30:1331–1334") },
  /* Translators: a citation: keep names, title and figures as they are */
  [YF_FINDING_FUNCTION] = { YF_CHANGE_FUNCTION, TRUE, N_("Stratford et al., Physiotherapy Canada 1995;47:258–263") },
  /* Translators: a citation: keep names, title and figures as they are */
  [YF_FINDING_ODI] = { YF_CHANGE_ODI, FALSE, N_("Ostelo et al., Spine 2008;33:90–94") },
  [YF_FINDING_RMDQ] = { YF_CHANGE_RMDQ, FALSE, N_("Ostelo et al., Spine 2008;33:90–94") },
  [YF_FINDING_KEPT] = { 0, FALSE, NULL },
  [YF_FINDING_MORNINGS] = { 0, FALSE, NULL },
  [YF_FINDING_STOPS] = { 0, FALSE, NULL },
  [YF_FINDING_FLARES] = { 0, FALSE, NULL },
  [YF_FINDING_DOSES] = { 0, FALSE, NULL },
  [YF_FINDING_REMINDERS] = { 0, FALSE, NULL },
  [YF_FINDING_BREAKS] = { 0, FALSE, NULL },
};

/**
 * yf_change_get_threshold:
 * @kind: what is compared
 *
 * Returns: the least change that is meaningful, in the units of the measure; 0
 *   for what is not compared
 */
int
yf_change_get_threshold (YfFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (changes), 0);

  return changes[kind].threshold;
}

/**
 * yf_change_get_source:
 * @kind: what is compared
 *
 * Returns: (transfer none) (nullable): who says that this much is meaningful,
 *   in the person's language
 */
const char *
yf_change_get_source (YfFindingKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (changes), NULL);

  return changes[kind].source != NULL ? _(changes[kind].source) : NULL;
}

/**
 * yf_change_judge:
 * @kind: what is compared
 * @first: the value at first, times @parts
 * @last: the value at last, times @parts
 * @parts: what the values are multiplied with so that they are whole: 2 for
 *   medians, the number of activities for their mean
 *
 * Compares without rounding: a change just under the threshold is none.
 *
 * Returns: what may be claimed
 */
YfTrend
yf_change_judge (YfFindingKind kind,
                 int           first,
                 int           last,
                 int           parts)
{
  int change = last - first;

  g_return_val_if_fail (kind < G_N_ELEMENTS (changes), YF_TREND_NONE);
  g_return_val_if_fail (parts > 0, YF_TREND_NONE);

  if (changes[kind].threshold == 0)
    return YF_TREND_NONE;
  if (ABS (change) < changes[kind].threshold * parts)
    return YF_TREND_STEADY;

  return (change > 0) == changes[kind].more_is_better ? YF_TREND_BETTER : YF_TREND_WORSE;
}
