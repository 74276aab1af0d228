/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-system-clock.h"

/* The computer's clock, or that clock run faster from the moment it is made:
 * a scaled clock goes on from the wall clock of its making. */
struct _YfSystemClock
{
  YfClock  parent_instance;

  double   speed;
  gint64   base_monotonic;
  gint64   base_real;
};

G_DEFINE_FINAL_TYPE (YfSystemClock, yf_system_clock, YF_TYPE_CLOCK)

enum
{
  PROP_0,
  PROP_SPEED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

typedef struct
{
  YfSystemClock *clock;
  YfClockFunc    func;
  gpointer       user_data;
} Call;

static gint64
yf_system_clock_get_monotonic (YfClock *clock)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (clock);
  gint64 now = g_get_monotonic_time ();

  if (self->speed == 1.0)
    return now;

  return self->base_monotonic + (gint64) ((double) (now - self->base_monotonic) * self->speed);
}

static gint64
yf_system_clock_get_real (YfClock *clock)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (clock);

  if (self->speed == 1.0)
    return g_get_real_time ();

  return self->base_real + (yf_system_clock_get_monotonic (clock) - self->base_monotonic);
}

/* The two clocks cannot be read at once. A pair of readings with an
 * interruption between them would date a repetition wrongly, so the reading
 * that took the least time counts. */
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

/* The first moment of the computer's clock at which this clock shows @when. */
static gint64
to_computer_time (YfSystemClock *self,
                  gint64         when)
{
  gint64 time;

  if (self->speed == 1.0)
    return when;

  time = self->base_monotonic + (gint64) ((double) (when - self->base_monotonic) / self->speed);
  while (self->base_monotonic + (gint64) ((double) (time - self->base_monotonic) * self->speed) < when)
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
yf_system_clock_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  YfSystemClock *self = YF_SYSTEM_CLOCK (object);

  switch (prop_id)
    {
    case PROP_SPEED:
      self->speed = g_value_get_double (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_system_clock_class_init (YfSystemClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YfClockClass *clock_class = YF_CLOCK_CLASS (klass);

  object_class->set_property = yf_system_clock_set_property;

  clock_class->get_monotonic = yf_system_clock_get_monotonic;
  clock_class->get_real = yf_system_clock_get_real;
  clock_class->to_real = yf_system_clock_to_real;
  clock_class->call_at = yf_system_clock_call_at;
  clock_class->cancel = yf_system_clock_cancel;

  props[PROP_SPEED] =
    g_param_spec_double ("speed", NULL, NULL, 0.01, 1e6, 1.0,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
yf_system_clock_init (YfSystemClock *self)
{
  self->base_monotonic = g_get_monotonic_time ();
  self->base_real = g_get_real_time ();
}

/**
 * yf_system_clock_new:
 * @speed: 1 for the computer's clock; how many seconds pass in one second for
 *   a scaled one
 *
 * Returns: (transfer full): a new clock that calls from the default main
 *   context
 */
YfClock *
yf_system_clock_new (double speed)
{
  return g_object_new (YF_TYPE_SYSTEM_CLOCK, "speed", speed, NULL);
}
