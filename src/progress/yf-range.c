/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-range.h"

/* How many days the ranges have, today among them. */
static const int range_days[] = {
  [YF_RANGE_TWO_WEEKS] = 14,
  [YF_RANGE_THREE_MONTHS] = 91,
  [YF_RANGE_YEAR] = 365,
};

/**
 * yf_range_get_days:
 * @range: a range
 * @today: the day it is
 * @first: the day of the first entry, or %YF_DAY_NONE
 * @from: (out): return location for its first day
 * @to: (out): return location for its last day, which is @today
 *
 * Two weeks are 14 days, three months 91 (thirteen weeks), a year 365, today
 * among them. All begins on @first, or today if there is nothing yet.
 */
void
yf_range_get_days (YfRange  range,
                   YfDay    today,
                   YfDay    first,
                   YfDay   *from,
                   YfDay   *to)
{
  g_return_if_fail (range <= YF_RANGE_ALL);
  g_return_if_fail (yf_day_is_known (today));
  g_return_if_fail (from != NULL && to != NULL);

  *to = today;
  if (range == YF_RANGE_ALL)
    *from = yf_day_is_known (first) ? MIN (first, today) : today;
  else
    *from = MAX (today - range_days[range] + 1, 1);
}
