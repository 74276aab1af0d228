/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clock.h"
#include "yf-dose.h"

G_BEGIN_DECLS

/**
 * YF_PRESS_COUNT:
 *
 * How many presses of a headset's one button say that it hurts: three. One and
 * two already mean something on every headset: pause, and pause and go on.
 * Yanfei's own choice.
 */
#define YF_PRESS_COUNT 3

/**
 * YF_PRESS_WINDOW:
 *
 * Within what time these presses are, from the first to the last, in
 * microseconds: two seconds, Yanfei's own choice: enough for a stiff thumb,
 * and less than anybody takes who pauses, thinks, and pauses again.
 */
#define YF_PRESS_WINDOW (2 * YF_SECOND)

/**
 * YfPressCounter:
 *
 * Tells presses that belong together from presses that do not.
 */
typedef struct _YfPressCounter YfPressCounter;

YfPressCounter *yf_press_counter_new   (YfClock        *clock);
void            yf_press_counter_free  (YfPressCounter *self);
gboolean        yf_press_counter_press (YfPressCounter *self);
void            yf_press_counter_reset (YfPressCounter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfPressCounter, yf_press_counter_free)

G_END_DECLS
