/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-fake-clock.h"

/* A clock that stands until it is told to move: twenty minutes pass in
 * milliseconds, and always the same. For tests and simulations. */
struct _YfFakeClock
{
  YfClock  parent_instance;

  gint64   monotonic;
  gint64   real_offset;
  guint    last_id;
  GArray  *calls;
};

G_DEFINE_FINAL_TYPE (YfFakeClock, yf_fake_clock, YF_TYPE_CLOCK)

typedef struct
{
  guint       id;
  gint64      when;
  YfClockFunc func;
  gpointer    user_data;
} Call;

static gint64
yf_fake_clock_get_monotonic (YfClock *clock)
{
  return YF_FAKE_CLOCK (clock)->monotonic;
}

static gint64
yf_fake_clock_get_real (YfClock *clock)
{
  YfFakeClock *self = YF_FAKE_CLOCK (clock);

  return self->monotonic + self->real_offset;
}

static gint64
yf_fake_clock_to_real (YfClock *clock,
                       gint64   monotonic)
{
  return monotonic + YF_FAKE_CLOCK (clock)->real_offset;
}

static guint
yf_fake_clock_call_at (YfClock     *clock,
                       gint64       when,
                       YfClockFunc  func,
                       gpointer     user_data)
{
  YfFakeClock *self = YF_FAKE_CLOCK (clock);
  Call call = { ++self->last_id, when, func, user_data };

  g_array_append_val (self->calls, call);

  return call.id;
}

static void
yf_fake_clock_cancel (YfClock *clock,
                      guint    id)
{
  YfFakeClock *self = YF_FAKE_CLOCK (clock);

  for (guint i = 0; i < self->calls->len; i++)
    {
      if (g_array_index (self->calls, Call, i).id == id)
        {
          g_array_remove_index (self->calls, i);
          return;
        }
    }

  g_critical ("There is no deadline %u to cancel", id);
}

static void
yf_fake_clock_finalize (GObject *object)
{
  YfFakeClock *self = YF_FAKE_CLOCK (object);

  g_array_unref (self->calls);

  G_OBJECT_CLASS (yf_fake_clock_parent_class)->finalize (object);
}

static void
yf_fake_clock_class_init (YfFakeClockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  YfClockClass *clock_class = YF_CLOCK_CLASS (klass);

  object_class->finalize = yf_fake_clock_finalize;

  clock_class->get_monotonic = yf_fake_clock_get_monotonic;
  clock_class->get_real = yf_fake_clock_get_real;
  clock_class->to_real = yf_fake_clock_to_real;
  clock_class->call_at = yf_fake_clock_call_at;
  clock_class->cancel = yf_fake_clock_cancel;
}

static void
yf_fake_clock_init (YfFakeClock *self)
{
  self->calls = g_array_new (FALSE, FALSE, sizeof (Call));
}

/* Index of the next deadline, the first made of several at one time, or -1. */
static int
find_next (YfFakeClock *self)
{
  int next = -1;

  for (guint i = 0; i < self->calls->len; i++)
    {
      if (next < 0 ||
          g_array_index (self->calls, Call, i).when < g_array_index (self->calls, Call, next).when)
        next = (int) i;
    }

  return next;
}

static void
call_next (YfFakeClock *self,
           int          next)
{
  Call call = g_array_index (self->calls, Call, next);

  g_array_remove_index (self->calls, next);
  self->monotonic = MAX (self->monotonic, call.when);
  call.func (YF_CLOCK (self), call.user_data);
}

/**
 * yf_fake_clock_new:
 * @real: what the wall clock shows, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a clock whose monotonic time begins at 0
 */
YfFakeClock *
yf_fake_clock_new (gint64 real)
{
  YfFakeClock *self = g_object_new (YF_TYPE_FAKE_CLOCK, NULL);

  self->real_offset = real;

  return self;
}

/**
 * yf_fake_clock_advance:
 * @self: a fake clock
 * @length: microseconds, 0 or more
 *
 * Lets time pass. Every deadline on the way is called at its exact time, those
 * that are made on the way too.
 */
void
yf_fake_clock_advance (YfFakeClock *self,
                       gint64       length)
{
  gint64 end;
  int next;

  g_return_if_fail (YF_IS_FAKE_CLOCK (self));
  g_return_if_fail (length >= 0);

  end = self->monotonic + length;

  while ((next = find_next (self)) >= 0 &&
         g_array_index (self->calls, Call, next).when <= end)
    call_next (self, next);

  self->monotonic = end;
}

/**
 * yf_fake_clock_step:
 * @self: a fake clock
 *
 * Lets time pass until the next deadline, and calls it.
 *
 * Returns: whether there was one
 */
gboolean
yf_fake_clock_step (YfFakeClock *self)
{
  int next;

  g_return_val_if_fail (YF_IS_FAKE_CLOCK (self), FALSE);

  next = find_next (self);
  if (next < 0)
    return FALSE;

  call_next (self, next);
  return TRUE;
}

/**
 * yf_fake_clock_set_real:
 * @self: a fake clock
 * @real: microseconds since the Unix epoch
 *
 * Sets the wall clock, as a person or a time server does.
 */
void
yf_fake_clock_set_real (YfFakeClock *self,
                        gint64       real)
{
  g_return_if_fail (YF_IS_FAKE_CLOCK (self));

  self->real_offset = real - self->monotonic;
}
