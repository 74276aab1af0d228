/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-clock.h"

G_DEFINE_ABSTRACT_TYPE (YfClock, yf_clock, G_TYPE_OBJECT)

static void
yf_clock_class_init (YfClockClass *klass)
{
}

static void
yf_clock_init (YfClock *self)
{
}

/**
 * yf_clock_get_monotonic:
 * @self: a clock
 *
 * Returns: microseconds since some moment in the past; never goes back, and
 *   stands while the computer sleeps
 */
gint64
yf_clock_get_monotonic (YfClock *self)
{
  g_return_val_if_fail (YF_IS_CLOCK (self), 0);

  return YF_CLOCK_GET_CLASS (self)->get_monotonic (self);
}

/**
 * yf_clock_get_real:
 * @self: a clock
 *
 * Returns: microseconds since the Unix epoch; may jump when somebody sets the
 *   wall clock, so it dates things and measures nothing
 */
gint64
yf_clock_get_real (YfClock *self)
{
  g_return_val_if_fail (YF_IS_CLOCK (self), 0);

  return YF_CLOCK_GET_CLASS (self)->get_real (self);
}

/**
 * yf_clock_to_real:
 * @self: a clock
 * @monotonic: a moment of yf_clock_get_monotonic()
 *
 * Returns: what the wall clock, as it is set now, showed or will show at
 *   @monotonic, in microseconds since the Unix epoch
 */
gint64
yf_clock_to_real (YfClock *self,
                  gint64   monotonic)
{
  g_return_val_if_fail (YF_IS_CLOCK (self), 0);

  return YF_CLOCK_GET_CLASS (self)->to_real (self, monotonic);
}

/**
 * yf_clock_call_at:
 * @self: a clock
 * @when: a deadline, in the microseconds of yf_clock_get_monotonic(); may be
 *   past
 * @func: what to call then
 * @user_data: data for @func
 *
 * Waits for a deadline. @func is called once, from the main context, at or
 * after @when, never from within this function.
 *
 * Returns: an id for yf_clock_cancel(), never 0
 */
guint
yf_clock_call_at (YfClock     *self,
                  gint64       when,
                  YfClockFunc  func,
                  gpointer     user_data)
{
  g_return_val_if_fail (YF_IS_CLOCK (self), 0);
  g_return_val_if_fail (func != NULL, 0);

  return YF_CLOCK_GET_CLASS (self)->call_at (self, when, func, user_data);
}

/**
 * yf_clock_cancel:
 * @self: a clock
 * @id: what yf_clock_call_at() returned
 *
 * Gives up waiting for a deadline that has not been called yet.
 */
void
yf_clock_cancel (YfClock *self,
                 guint    id)
{
  g_return_if_fail (YF_IS_CLOCK (self));
  g_return_if_fail (id != 0);

  YF_CLOCK_GET_CLASS (self)->cancel (self, id);
}
