/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-chart.h"

/* A person's log made up by a formula, the same at every call, which ends on
 * 20 November 2026. */

#define FIXTURE_EAST (8 * 60 * 60)

YfDay       fixture_get_last_day (void);
YfLog      *fixture_new_log      (int days);
YfProgress *fixture_new_progress (int days);
int         fixture_count_pains  (YfLog *log);
