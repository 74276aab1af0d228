/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-system-clock.h"

/* The computer's clock, or one that runs faster or slower from the moment its
 * speed is set. */
struct _YfSystemClock
{
  YfClock  parent_instance;

  double   speed;
  gint64   base_computer;    /* g_get_monotonic_time() when the speed was set … */
  gint64   base_monotonic;   /* … and what this clock showed then */
  gint64   base_real;
};

G_DEFINE_FINAL_TYPE (YfSystemClock, yf_system_clock, YF_TYPE_CLOCK)

typedef struct
{
  YfSystemClock *clock;
  YfClockFunc    func;
  gpointer       user_data;
} Call;

/* What this clock shows when the computer's shows @computer. */
static gint64
from_computer_time (YfSystemClock *self,
                    gint64         computer)
{
  return self->base_monotonic + (gint64) ((double) (computer - self->base_computer) * self->speed);
}

static gint64
yf_system_clock_get_monotonic (YfClock *clock)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (clock);
  gint64 now = g_get_monotonic_time ();

  return self->speed == 1.0 ? now : from_computer_time (self, now);
}

/* The two clocks of the computer cannot be read at once. A pair of readings
 * with an interruption between them would date a repetition wrongly, so the
 * reading that took the least time counts. */
#define MAX_READINGS 5
#define GOOD_READING 20   /* microseconds */

static gint64
yf_system_clock_to_real (YfClock *clock,
                         gint64   monotonic)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (clock);
  gint64 best = G_MAXINT64;
  gint64 offset = 0;

  if (self->speed != 1.0)
    return self->base_real + (monotonic - self->base_monotonic);

  for (int i = 0; i < MAX_READINGS && best > GOOD_READING; i++)
    {
      gint64 before = g_get_monotonic_time ();
      gint64 real = g_get_real_time ();
      gint64 took = g_get_monotonic_time () - before;

      if (took < best)
        {
          best = took;
          offset = real - before - took / 2;
        }
    }

  return monotonic + offset;
}

static gint64
yf_system_clock_get_real (YfClock *clock)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (clock);

  if (self->speed == 1.0)
    return g_get_real_time ();

  return yf_system_clock_to_real (clock, yf_system_clock_get_monotonic (clock));
}

/* The first moment of the computer's clock at which this clock shows @when. */
static gint64
to_computer_time (YfSystemClock *self,
                  gint64         when)
{
  gint64 time;

  if (self->speed == 1.0)
    return when;

  time = self->base_computer + (gint64) ((double) (when - self->base_monotonic) / self->speed);
  while (from_computer_time (self, time) < when)
    time++;

  return time;
}

static void
call_free (gpointer data)
{
  Call *call = data;

  g_object_unref (call->clock);
  g_free (call);
}

static gboolean
deadline_cb (gpointer data)
{
  Call *call = data;

  call->func (YF_CLOCK (call->clock), call->user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
source_dispatch (GSource     *source,
                 GSourceFunc  callback,
                 gpointer     user_data)
{
  return callback (user_data);
}

static GSourceFuncs source_funcs = {
  .dispatch = source_dispatch,
};

static guint
yf_system_clock_call_at (YfClock     *clock,
                         gint64       when,
                         YfClockFunc  func,
                         gpointer     user_data)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (clock);
  g_autoptr (GSource) source = g_source_new (&source_funcs, sizeof (GSource));
  Call *call = g_new0 (Call, 1);

  call->clock = g_object_ref (self);
  call->func = func;
  call->user_data = user_data;

  g_source_set_static_name (source, "YfSystemClock");
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_ready_time (source, to_computer_time (self, when));
  g_source_set_callback (source, deadline_cb, call, call_free);

  return g_source_attach (source, NULL);
}

static void
yf_system_clock_cancel (YfClock *clock,
                        guint    id)
{
  g_source_remove (id);
}

static void
yf_system_clock_class_init (YfSystemClockClass *klass)
{
  YfClockClass *clock_class = YF_CLOCK_CLASS (klass);

  clock_class->get_monotonic = yf_system_clock_get_monotonic;
  clock_class->get_real = yf_system_clock_get_real;
  clock_class->to_real = yf_system_clock_to_real;
  clock_class->call_at = yf_system_clock_call_at;
  clock_class->cancel = yf_system_clock_cancel;
}

static void
yf_system_clock_init (YfSystemClock *self)
{
  self->speed = 1.0;
}

/**
 * yf_system_clock_new:
 *
 * Returns: (transfer full): the computer's clock; calls from the default main
 *   context
 */
YfClock *
yf_system_clock_new (void)
{
  return g_object_new (YF_TYPE_SYSTEM_CLOCK, NULL);
}

/**
 * yf_system_clock_set_speed:
 * @self: a clock that nobody waits on
 * @speed: how many seconds are to pass in one second, above 0
 *
 * Lets the clock, and the wall clock that it shows, run on from now at another
 * speed.
 */
void
yf_system_clock_set_speed (YfSystemClock *self,
                           double         speed)
{
  gint64 monotonic;

  g_return_if_fail (YF_IS_SYSTEM_CLOCK (self));
  g_return_if_fail (speed > 0);

  monotonic = yf_clock_get_monotonic (YF_CLOCK (self));

  self->base_real = yf_clock_to_real (YF_CLOCK (self), monotonic);
  self->base_computer = g_get_monotonic_time ();
  self->base_monotonic = monotonic;
  self->speed = speed;
}
