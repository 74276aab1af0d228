/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfFirstReady:
 *
 * What follows from the first answers: the stage, what is open, and one minute of the
 * mildest exercise, or why it has to wait.
 *
 * Signals:
 *
 * - `start (YfExercise, const YfDose *)`: the person wants to do this much of the
 *   exercise now
 * - `see ()`: they want to see the exercises
 */
#define YF_TYPE_FIRST_READY (yf_first_ready_get_type ())
G_DECLARE_FINAL_TYPE (YfFirstReady, yf_first_ready, YF, FIRST_READY, AdwBin)

void yf_first_ready_show        (YfFirstReady *self,
                                 YfPerson     *person);
void yf_first_ready_focus_first (YfFirstReady *self);

G_END_DECLS
