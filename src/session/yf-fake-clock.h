/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clock.h"

G_BEGIN_DECLS

#define YF_TYPE_FAKE_CLOCK (yf_fake_clock_get_type ())
G_DECLARE_FINAL_TYPE (YfFakeClock, yf_fake_clock, YF, FAKE_CLOCK, YfClock)

YfFakeClock *yf_fake_clock_new      (gint64       real);
void         yf_fake_clock_advance  (YfFakeClock *self,
                                     gint64       length);
gboolean     yf_fake_clock_step     (YfFakeClock *self);
void         yf_fake_clock_set_real (YfFakeClock *self,
                                     gint64       real);

G_END_DECLS
