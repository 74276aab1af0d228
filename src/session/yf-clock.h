/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YF_TYPE_CLOCK (yf_clock_get_type ())
G_DECLARE_DERIVABLE_TYPE (YfClock, yf_clock, YF, CLOCK, GObject)

/**
 * YfClockFunc:
 * @clock: the clock that was waited on
 * @user_data: what was given to yf_clock_call_at()
 *
 * Called once, at or after the deadline. How late it is can be read off the
 * clock; what happens at a deadline is dated by the deadline.
 */
typedef void (*YfClockFunc) (YfClock  *clock,
                             gpointer  user_data);

/**
 * YfClockClass:
 * @get_monotonic: see yf_clock_get_monotonic()
 * @get_real: see yf_clock_get_real()
 * @to_real: see yf_clock_to_real()
 * @call_at: see yf_clock_call_at()
 * @cancel: see yf_clock_cancel()
 *
 * Where time comes from. Everything that needs the time is handed a clock.
 */
struct _YfClockClass
{
  GObjectClass parent_class;

  gint64 (*get_monotonic) (YfClock     *self);
  gint64 (*get_real)      (YfClock     *self);
  gint64 (*to_real)       (YfClock     *self,
                           gint64       monotonic);
  guint  (*call_at)       (YfClock     *self,
                           gint64       when,
                           YfClockFunc  func,
                           gpointer     user_data);
  void   (*cancel)        (YfClock     *self,
                           guint        id);
};

gint64 yf_clock_get_monotonic (YfClock     *self);
gint64 yf_clock_get_real      (YfClock     *self);
gint64 yf_clock_to_real       (YfClock     *self,
                               gint64       monotonic);
guint  yf_clock_call_at       (YfClock     *self,
                               gint64       when,
                               YfClockFunc  func,
                               gpointer     user_data);
void   yf_clock_cancel        (YfClock     *self,
                               guint        id);

G_END_DECLS
