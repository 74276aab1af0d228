/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-routine.h"

G_BEGIN_DECLS

#define YF_PLAN_ERROR (yf_plan_error_quark ())

/**
 * YfPlanError:
 * @YF_PLAN_ERROR_ABOVE_CEILING: more than the sources allow
 * @YF_PLAN_ERROR_INVALID: not a dose at all
 */
typedef enum
{
  YF_PLAN_ERROR_ABOVE_CEILING,
  YF_PLAN_ERROR_INVALID,
} YfPlanError;

/**
 * YF_PLAN_DEFAULT:
 *
 * Stands for "as the first dose has it" in yf_plan_dose().
 */
#define YF_PLAN_DEFAULT (-1)

/**
 * YF_PLAN_MIN_HOLD:
 *
 * The shortest hold that may be asked for: one second, in microseconds.
 * Shorter than any document says, for a person who cannot hold longer yet;
 * Yanfei's own choice.
 */
#define YF_PLAN_MIN_HOLD (1 * YF_SECOND)

GQuark   yf_plan_error_quark (void);
gboolean yf_plan_dose        (YfExercise  *exercise,
                              int          sets,
                              int          reps,
                              gint64       hold,
                              YfDose      *dose,
                              GError     **error);

G_END_DECLS
