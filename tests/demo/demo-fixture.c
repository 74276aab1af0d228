/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "demo-fixture.h"

const int demo_fixture_lengths[DEMO_FIXTURE_N_LENGTHS] = {
  1, 2, 3, 7, 14, 29, 30, 59, 60, 61, 90, 120, 365, 1826,
};

void
demo_fixture_set_up (DemoFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = yf_catalogue_new_builtin (&error);
  g_assert_no_error (error);
  fixture->rules = yf_rules_new_builtin (fixture->catalogue, &error);
  g_assert_no_error (error);
}

void
demo_fixture_tear_down (DemoFixture   *fixture,
                        gconstpointer  data)
{
  yf_rules_unref (fixture->rules);
  yf_catalogue_unref (fixture->catalogue);
}

/* How many patients are looked at: of a long life it is enough to look at one. */
guint32
demo_fixture_get_n_seeds (gsize   length,
                          guint32 most)
{
  return demo_fixture_lengths[length] > 365 ? 1 : most;
}

YfLog *
demo_fixture_make_log (DemoFixture *fixture,
                       int          days,
                       guint32      seed)
{
  return yf_demo_new_log (fixture->catalogue, fixture->rules, DEMO_FIXTURE_TODAY, days, seed);
}
