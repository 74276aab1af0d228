/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-log.h"
#include "yf-rules.h"

G_BEGIN_DECLS

/**
 * YF_DEMO_MAX_DAYS:
 *
 * The longest life of a made-up patient: twenty years.
 */
#define YF_DEMO_MAX_DAYS 7305

/**
 * YF_DEMO_LAST_MINUTE:
 *
 * By when all that happens on the last day is over, in minutes after midnight:
 * seven in the morning.
 */
#define YF_DEMO_LAST_MINUTE (7 * 60)

YfLog *yf_demo_new_log (YfCatalogue *catalogue,
                        YfRules     *rules,
                        YfDay        today,
                        int          days,
                        guint32      seed);

G_END_DECLS
