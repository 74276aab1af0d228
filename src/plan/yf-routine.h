/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_TYPE_ROUTINE (yf_routine_get_type ())

/**
 * YfPace:
 * @tempo: how long raising and lowering take, in percent of what the catalogue
 *   says; 0 for just that
 * @rep_rest: the rest after a repetition, in microseconds; 0 for the
 *   catalogue's
 * @set_rest: the rest between sets, likewise
 *
 * How fast a dose is gone through. One of zeros is the catalogue's own.
 * yf_plan_pace() says what is allowed.
 */
typedef struct
{
  int    tempo;
  gint64 rep_rest;
  gint64 set_rest;
} YfPace;

/**
 * YfRoutineItem:
 * @exercise: what is done
 * @dose: how much of it
 * @pace: how fast
 */
typedef struct
{
  YfExercise *exercise;
  YfDose      dose;
  YfPace      pace;
} YfRoutineItem;

/**
 * YfRoutine:
 *
 * What one session does, in order. Immutable once built.
 */
typedef struct _YfRoutine YfRoutine;

GType                yf_routine_get_type    (void) G_GNUC_CONST;
YfRoutine           *yf_routine_new         (const YfRoutineItem *items,
                                             guint                n_items);
YfRoutine           *yf_routine_new_changed (YfRoutine           *self,
                                             guint                index,
                                             const YfDose        *dose,
                                             const YfPace        *pace);
YfRoutine           *yf_routine_ref         (YfRoutine           *self);
void                 yf_routine_unref       (YfRoutine           *self);
guint                yf_routine_get_n_items (YfRoutine           *self);
const YfRoutineItem *yf_routine_get_item    (YfRoutine           *self,
                                             guint                index);
gint64               yf_routine_item_get_length
                                            (const YfRoutineItem *self,
                                             const YfPhase       *phase);
gint64               yf_routine_item_get_set_rest
                                            (const YfRoutineItem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfRoutine, yf_routine_unref)

G_END_DECLS
