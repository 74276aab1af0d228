/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-anchor.h"

#include <stdlib.h>

#define BLOCK 10000            /* microseconds between two observations */

static void
observe (YfAnchor *anchor,
         gint64    origin,
         int       tremble)
{
  yf_anchor_observe (anchor, origin + g_test_rand_int_range (-tremble, tremble + 1));
}

static void
test_settles (void)
{
  YfAnchor anchor = { 0, };
  gint64 origin;

  for (guint i = 0; i < YF_ANCHOR_RECENT; i++)
    {
      g_assert_false (yf_anchor_get (&anchor, &origin));
      observe (&anchor, 5000000, 2000);
    }

  g_assert_true (yf_anchor_get (&anchor, &origin));
  g_assert_cmpint (llabs (origin - 5000000), <=, 2000);
}

/* A device that has not begun to play: its origin runs away. */
static void
test_does_not_settle (void)
{
  YfAnchor anchor = { 0, };
  gint64 origin;

  for (guint i = 0; i < 1000; i++)
    {
      observe (&anchor, i * BLOCK, 500);
      g_assert_false (yf_anchor_get (&anchor, &origin));
    }
}

/* A device that is 100 millionths slow, for twenty minutes: never further
 * off than what it trembles by. */
static void
test_drifts (void)
{
  YfAnchor anchor = { 0, };
  gint64 worst = 0;

  for (guint i = 0; i < 20 * 60 * 100; i++)
    {
      gint64 truth = i;        /* 1 in 10000 */
      gint64 origin;

      observe (&anchor, truth, 3000);
      if (i >= YF_ANCHOR_RECENT)
        {
          g_assert_true (yf_anchor_get (&anchor, &origin));
          worst = MAX (worst, llabs (origin - truth));
        }
    }

  g_test_message ("at most %" G_GINT64_FORMAT " microseconds off", worst);
  g_assert_cmpint (worst, <, 2500);
}

/* The device stands still for a second, or is another one: found out within
 * the observations it takes to be sure. One odd reading changes nothing. */
static void
test_leaps (void)
{
  static const gint64 leaps[] = { 20000, -20000, 1000000, -300000 };

  for (gsize l = 0; l < G_N_ELEMENTS (leaps); l++)
    {
      YfAnchor anchor = { 0, };
      gint64 origin;

      for (guint i = 0; i < 300; i++)
        observe (&anchor, 0, 1000);
      yf_anchor_observe (&anchor, leaps[l]);
      yf_anchor_get (&anchor, &origin);
      g_assert_cmpint (llabs (origin), <, 1000);

      for (guint i = 0; i < YF_ANCHOR_RECENT; i++)
        observe (&anchor, leaps[l], 1000);
      g_assert_true (yf_anchor_get (&anchor, &origin));
      g_assert_cmpint (llabs (origin - leaps[l]), <=, 1000);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/anchor/settles", test_settles);
  g_test_add_func ("/anchor/does-not-settle", test_does_not_settle);
  g_test_add_func ("/anchor/drifts", test_drifts);
  g_test_add_func ("/anchor/leaps", test_leaps);

  return g_test_run ();
}
