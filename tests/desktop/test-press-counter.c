/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-fake-clock.h"
#include "yf-press-counter.h"

#define MS ((gint64) 1000)

typedef struct
{
  const char *what;
  int         presses[8];   /* milliseconds, ended by -1 */
  const char *expected;     /* one letter a press: ! is the gesture */
} Case;

static const Case cases[] = {
  { "one", { 0, -1 }, "." },
  { "two", { 0, 300, -1 }, ".." },
  { "three", { 0, 300, 600, -1 }, "..!" },
  { "three at once", { 5, 5, 5, -1 }, "..!" },
  { "just within the time", { 0, 1000, 2000, -1 }, "..!" },
  { "just beyond it", { 0, 1000, 2001, -1 }, "..." },
  { "the first was long ago", { 0, 5000, 5500, 6000, -1 }, "...!" },
  { "slow ones", { 0, 1500, 3000, 4500, 6000, -1 }, "....." },
  { "slow, then quick", { 0, 1500, 3000, 3100, 3200, -1 }, "...!." },
  { "a fourth begins anew", { 0, 100, 200, 300, 400, 500, -1 }, "..!..!" },
  { "pairs a while apart", { 0, 300, 3000, 3300, 6000, 6300, -1 }, "......" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (YfFakeClock) clock = yf_fake_clock_new (0);
  g_autoptr (YfPressCounter) counter = yf_press_counter_new (YF_CLOCK (clock));
  g_autoptr (GString) heard = g_string_new (NULL);
  gint64 now = 0;

  for (int i = 0; c->presses[i] >= 0; i++)
    {
      yf_fake_clock_advance (clock, c->presses[i] * MS - now);
      now = c->presses[i] * MS;
      g_string_append_c (heard, yf_press_counter_press (counter) ? '!' : '.');
    }
  g_assert_cmpstr (heard->str, ==, c->expected);
}

static void
test_reset (void)
{
  g_autoptr (YfFakeClock) clock = yf_fake_clock_new (0);
  g_autoptr (YfPressCounter) counter = yf_press_counter_new (YF_CLOCK (clock));

  g_assert_false (yf_press_counter_press (counter));
  g_assert_false (yf_press_counter_press (counter));
  yf_press_counter_reset (counter);
  g_assert_false (yf_press_counter_press (counter));
  g_assert_false (yf_press_counter_press (counter));
  g_assert_true (yf_press_counter_press (counter));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/press-counter/%s", cases[i].what);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/press-counter/reset", test_reset);

  return g_test_run ();
}
