/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-demo.h"

/* What the tests of the made-up patient share: the day it is, and for how long they have had an
 * episode. */

/* 20 November 2026. */
#define DEMO_FIXTURE_TODAY     ((YfDay) 739940)
#define DEMO_FIXTURE_SEED      7
#define DEMO_FIXTURE_N_LENGTHS 14

typedef struct
{
  YfCatalogue *catalogue;
  YfRules     *rules;
} DemoFixture;

extern const int demo_fixture_lengths[DEMO_FIXTURE_N_LENGTHS];

void     demo_fixture_set_up      (DemoFixture   *fixture,
                                   gconstpointer  data);
void     demo_fixture_tear_down   (DemoFixture   *fixture,
                                   gconstpointer  data);
guint32  demo_fixture_get_n_seeds (gsize          length,
                                   guint32        most);
YfLog   *demo_fixture_make_log    (DemoFixture   *fixture,
                                   int            days,
                                   guint32        seed);

#define demo_fixture_add(path, func) \
  g_test_add ("/demo/" path, DemoFixture, NULL, demo_fixture_set_up, func, demo_fixture_tear_down)
