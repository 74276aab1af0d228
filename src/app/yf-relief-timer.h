/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfReliefTimer:
 *
 * Times one compress at a time, and writes down when it began and ended. It
 * goes on whatever page shows. What runs when it goes away is stopped.
 *
 * Signals:
 *
 * - `changed ()`: another state, or another second
 * - `completed ()`: the time is over
 */
#define YF_TYPE_RELIEF_TIMER (yf_relief_timer_get_type ())
G_DECLARE_FINAL_TYPE (YfReliefTimer, yf_relief_timer, YF, RELIEF_TIMER, GObject)

YfReliefTimer *yf_relief_timer_new        (YfPerson      *person);
YfExercise    *yf_relief_timer_get_relief (YfReliefTimer *self);
gboolean       yf_relief_timer_get_paused (YfReliefTimer *self);
gint64         yf_relief_timer_get_left   (YfReliefTimer *self);
void           yf_relief_timer_start      (YfReliefTimer *self,
                                           YfExercise    *relief,
                                           gint64         length);
void           yf_relief_timer_pause      (YfReliefTimer *self);
void           yf_relief_timer_resume     (YfReliefTimer *self);
void           yf_relief_timer_stop       (YfReliefTimer *self);

G_END_DECLS
