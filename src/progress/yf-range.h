/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day.h"

G_BEGIN_DECLS

/**
 * YfRange:
 *
 * The spans of days that Progress can show, up to today.
 */
typedef enum
{
  YF_RANGE_TWO_WEEKS,
  YF_RANGE_THREE_MONTHS,
  YF_RANGE_YEAR,
  YF_RANGE_ALL,
} YfRange;

void yf_range_get_days (YfRange  range,
                        YfDay    today,
                        YfDay    first,
                        YfDay   *from,
                        YfDay   *to);

G_END_DECLS
