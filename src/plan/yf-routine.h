/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_TYPE_ROUTINE (yf_routine_get_type ())

/**
 * YfRoutineItem:
 * @exercise: what is done
 * @dose: how much of it
 */
typedef struct
{
  YfExercise *exercise;
  YfDose      dose;
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
YfRoutine           *yf_routine_ref         (YfRoutine           *self);
void                 yf_routine_unref       (YfRoutine           *self);
guint                yf_routine_get_n_items (YfRoutine           *self);
const YfRoutineItem *yf_routine_get_item    (YfRoutine           *self,
                                             guint                index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfRoutine, yf_routine_unref)

G_END_DECLS
