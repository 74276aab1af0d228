/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-log.h"
#include "yf-rules.h"

/* A log made by hand, with every kind of entry in it, from 3 August to 25
 * September 2026; the same at every call. What it holds is written beside what makes it. */

#define FIXTURE_START (G_GINT64_CONSTANT (1785754800) * G_USEC_PER_SEC)   /* 2026-08-03T19:00+08:00 */
#define FIXTURE_DAY   ((gint64) 24 * 60 * 60 * G_USEC_PER_SEC)
#define FIXTURE_EAST  (8 * 60 * 60)

/* What counts in the log, and so in every paper. */
#define FIXTURE_N_SESSIONS   10
#define FIXTURE_N_COMPLETED  6
#define FIXTURE_N_SETS       20
#define FIXTURE_N_REPS       52
#define FIXTURE_N_STOPS      5
#define FIXTURE_N_CHECK_INS  2
#define FIXTURE_N_RELIEFS    3
#define FIXTURE_N_ACTIVITIES 2
#define FIXTURE_N_RATINGS    2
#define FIXTURE_N_SCORES     3
#define FIXTURE_N_EDITS      7
#define FIXTURE_N_EDITED     5

/* What the plan adds to it. */
#define FIXTURE_N_PROGRAMMES    3
#define FIXTURE_N_DOSE_CHANGES  7
#define FIXTURE_N_STAGE_CHANGES 4
#define FIXTURE_N_FLARES        1
#define FIXTURE_N_REVIEWS       2
#define FIXTURE_N_WISHES        2
#define FIXTURE_N_REMINDERS     5
#define FIXTURE_N_ANSWERED      4
#define FIXTURE_N_BREAKS        4
#define FIXTURE_N_FOLLOWED      3

YfLog       *fixture_new_log       (void);
YfLog       *fixture_new_log_with_plan (void);
YfCatalogue *fixture_get_catalogue (void);
YfRules     *fixture_get_rules     (void);
char        *fixture_make_id       (guint kind,
                                    guint number);
YfDay        fixture_get_day       (const char *text);
