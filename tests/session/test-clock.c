/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"
#include "yf-system-clock.h"

typedef struct
{
  GString *order;
  GMainLoop *loop;
  const char *name;
  gint64 called;
} Call;

static void
call_cb (YfClock  *clock,
         gpointer  user_data)
{
  Call *call = user_data;

  g_string_append (call->order, call->name);
  call->called = yf_clock_get_monotonic (clock);
  if (call->loop != NULL)
    g_main_loop_quit (call->loop);
}

static void
chain_cb (YfClock  *clock,
          gpointer  user_data)
{
  Call *call = user_data;

  call_cb (clock, call);
  if (call->order->len < 4)
    yf_clock_call_at (clock, yf_clock_get_monotonic (clock) + 10, chain_cb, call);
}

static void
test_fake (void)
{
  g_autoptr (YfFakeClock) clock = yf_fake_clock_new (FIXTURE_REAL);
  g_autoptr (GString) order = g_string_new (NULL);
  Call a = { order, NULL, "a" };
  Call b = { order, NULL, "b" };
  Call c = { order, NULL, "c" };
  guint id;

  yf_clock_call_at (YF_CLOCK (clock), 20, call_cb, &b);
  yf_clock_call_at (YF_CLOCK (clock), 10, call_cb, &a);
  id = yf_clock_call_at (YF_CLOCK (clock), 15, call_cb, &c);
  yf_clock_cancel (YF_CLOCK (clock), id);

  yf_fake_clock_advance (clock, 19);
  g_assert_cmpstr (order->str, ==, "a");
  g_assert_cmpint (a.called, ==, 10);
  g_assert_cmpint (yf_clock_get_monotonic (YF_CLOCK (clock)), ==, 19);

  yf_fake_clock_advance (clock, 1);
  g_assert_cmpstr (order->str, ==, "ab");
  g_assert_false (yf_fake_clock_step (clock));

  /* What a deadline makes is called on the way, at its own time. */
  yf_clock_call_at (YF_CLOCK (clock), 25, chain_cb, &c);
  yf_fake_clock_advance (clock, 10);
  g_assert_cmpstr (order->str, ==, "abc");
  yf_fake_clock_advance (clock, 10);
  g_assert_cmpstr (order->str, ==, "abcc");
  g_assert_cmpint (c.called, ==, 35);

  g_assert_cmpint (yf_clock_get_real (YF_CLOCK (clock)), ==, FIXTURE_REAL + 40);
  yf_fake_clock_set_real (clock, FIXTURE_REAL - 7);
  g_assert_cmpint (yf_clock_get_real (YF_CLOCK (clock)), ==, FIXTURE_REAL - 7);
  g_assert_cmpint (yf_clock_to_real (YF_CLOCK (clock), 30), ==, FIXTURE_REAL - 17);
}

/* A deadline is never called early, on the computer's clock or a scaled one. */
static void
test_system (void)
{
  static const double speeds[] = { 1, 50, 0.5 };

  for (gsize i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      g_autoptr (YfClock) clock = yf_system_clock_new ();
      g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
      g_autoptr (GString) order = g_string_new (NULL);
      Call call = { order, loop, "a" };
      gint64 when;

      if (speeds[i] != 1)
        yf_system_clock_set_speed (YF_SYSTEM_CLOCK (clock), speeds[i]);
      when = yf_clock_get_monotonic (clock) + (gint64) (20000 * speeds[i]);

      yf_clock_call_at (clock, when, call_cb, &call);
      g_main_loop_run (loop);
      g_assert_cmpint (call.called, >=, when);
    }
}

static void
test_scaled (void)
{
  g_autoptr (YfClock) clock = yf_system_clock_new ();
  gint64 real;
  gint64 monotonic;
  gint64 start;
  gint64 passed;

  yf_system_clock_set_speed (YF_SYSTEM_CLOCK (clock), 1000);
  real = yf_clock_get_real (clock);
  monotonic = yf_clock_get_monotonic (clock);
  start = g_get_monotonic_time ();

  g_assert_cmpint (ABS (real - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);

  while (g_get_monotonic_time () < start + 5000)
    ;
  passed = yf_clock_get_monotonic (clock) - monotonic;
  g_assert_cmpint (passed, >=, 5000 * 1000);

  /* The wall clock of a scaled clock runs with it. */
  g_assert_cmpint (yf_clock_to_real (clock, monotonic + 12345) - yf_clock_to_real (clock, monotonic), ==, 12345);
}

static void
test_to_real (void)
{
  g_autoptr (YfClock) clock = yf_system_clock_new ();
  gint64 before = g_get_real_time ();
  gint64 real = yf_clock_to_real (clock, yf_clock_get_monotonic (clock));
  gint64 after = g_get_real_time ();

  g_assert_cmpint (real, >=, before - 1000);
  g_assert_cmpint (real, <=, after + 1000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/clock/fake", test_fake);
  g_test_add_func ("/session/clock/system", test_system);
  g_test_add_func ("/session/clock/scaled", test_scaled);
  g_test_add_func ("/session/clock/to-real", test_to_real);

  return g_test_run ();
}
