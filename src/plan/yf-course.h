/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-history.h"
#include "yf-stage.h"

G_BEGIN_DECLS

/**
 * YF_COURSE_MAINTENANCE_DAYS:
 *
 * So many days without a flare before maintenance (003; clinical.md section 3).
 */
#define YF_COURSE_MAINTENANCE_DAYS 90

/**
 * YfStageChange:
 * @day: the first day of the new stage
 * @from: the stage before
 * @to: the stage
 * @after_flare: the way back: a flare ended maintenance
 * @surgery: reckoned from an operation and no episode
 *
 * One step on the way from an episode to maintenance.
 */
typedef struct
{
  YfDay    day;
  YfStage  from;
  YfStage  to;
  gboolean after_flare;
  gboolean surgery;
} YfStageChange;

YfStage   yf_course_reckon          (const YfProfile     *profile,
                                     YfHistory           *history,
                                     YfDay                day);
GArray   *yf_course_find_changes    (const YfProfile     *profile,
                                     YfHistory           *history,
                                     YfDay                from,
                                     YfDay                to);
char     *yf_stage_change_to_string (const YfStageChange *self);
YfSource *yf_stage_change_get_source (const YfStageChange *self);

G_END_DECLS
