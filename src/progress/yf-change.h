/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-progress.h"

G_BEGIN_DECLS

/**
 * YfChange:
 *
 * By how much an outcome measure must change before the change means anything;
 * less may be chance. In the units of the measure. The sources are in yf-change.c.
 */
typedef enum
{
  YF_CHANGE_PAIN = 2,       /* points of the numeric rating scale, 0 to 10 */
  YF_CHANGE_FUNCTION = 2,   /* points of the patient-specific scale, on average */
  YF_CHANGE_ODI = 10,       /* points of the Oswestry index, 0 to 100 */
  YF_CHANGE_RMDQ = 5,       /* points of the Roland-Morris questionnaire, 0 to 24 */
} YfChange;

int         yf_change_get_threshold (YfFindingKind kind);
const char *yf_change_get_source    (YfFindingKind kind);
YfTrend     yf_change_judge         (YfFindingKind kind,
                                     int           first,
                                     int           last,
                                     int           parts);

G_END_DECLS
