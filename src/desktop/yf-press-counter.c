/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-press-counter.h"

#include <string.h>

struct _YfPressCounter
{
  YfClock *clock;
  gint64   presses[YF_PRESS_COUNT];   /* the last ones, monotonic, oldest first */
  guint    n_presses;
};

/**
 * yf_press_counter_new:
 * @clock: tells when a button is pressed
 *
 * Returns: (transfer full): a counter that has seen no press
 */
YfPressCounter *
yf_press_counter_new (YfClock *clock)
{
  YfPressCounter *self;

  g_return_val_if_fail (YF_IS_CLOCK (clock), NULL);

  self = g_new0 (YfPressCounter, 1);
  self->clock = g_object_ref (clock);

  return self;
}

void
yf_press_counter_free (YfPressCounter *self)
{
  g_object_unref (self->clock);
  g_free (self);
}

/**
 * yf_press_counter_press:
 * @self: a counter
 *
 * Counts a press that comes now. After the last of a gesture it begins anew.
 *
 * Returns: whether it is the last of %YF_PRESS_COUNT presses within
 *   %YF_PRESS_WINDOW, both ends included
 */
gboolean
yf_press_counter_press (YfPressCounter *self)
{
  gint64 now;

  g_return_val_if_fail (self != NULL, FALSE);

  now = yf_clock_get_monotonic (self->clock);

  if (self->n_presses == YF_PRESS_COUNT)
    {
      memmove (self->presses, self->presses + 1, (YF_PRESS_COUNT - 1) * sizeof *self->presses);
      self->n_presses--;
    }
  self->presses[self->n_presses++] = now;

  if (self->n_presses < YF_PRESS_COUNT || now - self->presses[0] > YF_PRESS_WINDOW)
    return FALSE;

  yf_press_counter_reset (self);

  return TRUE;
}

/**
 * yf_press_counter_reset:
 * @self: a counter
 *
 * Forgets what was pressed: another button came between.
 */
void
yf_press_counter_reset (YfPressCounter *self)
{
  g_return_if_fail (self != NULL);

  self->n_presses = 0;
}
