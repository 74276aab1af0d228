/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clock.h"

G_BEGIN_DECLS

#define YF_TYPE_SYSTEM_CLOCK (yf_system_clock_get_type ())
G_DECLARE_FINAL_TYPE (YfSystemClock, yf_system_clock, YF, SYSTEM_CLOCK, YfClock)

YfClock *yf_system_clock_new       (void);
void     yf_system_clock_set_speed (YfSystemClock *self,
                                    double         speed);

G_END_DECLS
