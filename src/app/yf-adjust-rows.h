/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-routine.h"

G_BEGIN_DECLS

/**
 * YfAdjustParts:
 * @YF_ADJUST_DOSE: sets, repetitions and hold
 * @YF_ADJUST_PACE: tempo and rests
 * @YF_ADJUST_ALL: both
 *
 * What is to be changed.
 */
typedef enum
{
  YF_ADJUST_DOSE = 1 << 0,
  YF_ADJUST_PACE = 1 << 1,
  YF_ADJUST_ALL = YF_ADJUST_DOSE | YF_ADJUST_PACE,
} YfAdjustParts;

#define YF_TYPE_ADJUST_ROWS (yf_adjust_rows_get_type ())

/**
 * YfAdjustRows:
 *
 * Rows with which the dose and the pace of an exercise are changed. The plan and
 * the programme decide what they may be; a row can be stepped only as far as they
 * allow, and what an exercise does not have has no row.
 *
 * Signals:
 *
 * - `changed ()`: the person has changed something
 */
G_DECLARE_FINAL_TYPE (YfAdjustRows, yf_adjust_rows, YF, ADJUST_ROWS, GObject)

YfAdjustRows *yf_adjust_rows_new      (const YfRoutineItem *item,
                                       const YfDose        *most,
                                       YfAdjustParts        parts);
GPtrArray    *yf_adjust_rows_get_rows (YfAdjustRows        *self);
void          yf_adjust_rows_set_dose (YfAdjustRows        *self,
                                       const YfDose        *dose,
                                       const YfDose        *most);
const YfDose *yf_adjust_rows_get_dose (YfAdjustRows        *self);
const YfPace *yf_adjust_rows_get_pace (YfAdjustRows        *self);
gboolean      yf_adjust_has_fixed_reps (YfExercise         *exercise);

G_END_DECLS
