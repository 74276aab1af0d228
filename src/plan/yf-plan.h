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

/**
 * YF_PLAN_MIN_TEMPO:
 *
 * Raising and lowering take as long as the catalogue says, in percent, and never
 * less: slowly is how every document wants it, and nobody is to be hurried.
 */
#define YF_PLAN_MIN_TEMPO  100

/**
 * YF_PLAN_MAX_TEMPO:
 *
 * The slowest tempo, in percent: twice as slow as the catalogue's. Slower than
 * that raising becomes a hold, which the ceiling of the hold would not see.
 * Yanfei's own choice.
 */
#define YF_PLAN_MAX_TEMPO  200

/**
 * YF_PLAN_TEMPO_STEP:
 *
 * A step that can be felt, in percent; Yanfei's own choice.
 */
#define YF_PLAN_TEMPO_STEP 25

/**
 * YF_PLAN_MAX_REST:
 *
 * The longest rest that may be asked for, in microseconds, where the catalogue
 * has no longer one: 5 minutes. After more than that muscles have cooled, and
 * it would be another session. Yanfei's own choice, as is the shortest rest: half
 * of the catalogue's.
 */
#define YF_PLAN_MAX_REST   (5 * 60 * YF_SECOND)

GQuark   yf_plan_error_quark (void);
gboolean yf_plan_dose        (YfExercise  *exercise,
                              int          sets,
                              int          reps,
                              gint64       hold,
                              YfDose      *dose,
                              GError     **error);
gboolean yf_plan_pace        (YfExercise  *exercise,
                              int          tempo,
                              gint64       rep_rest,
                              gint64       set_rest,
                              YfPace      *pace,
                              GError     **error);
gboolean yf_plan_check       (YfExercise    *exercise,
                              const YfDose  *dose,
                              const YfPace  *pace,
                              GError       **error);

G_END_DECLS
