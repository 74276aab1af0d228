/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-store.h"

G_BEGIN_DECLS

/* A change of one exercise on a day, from sets of ten with a hold of three seconds
 * each; it rests on one entry, and on the day itself. */
YfDoseChange *make_dose_change (YfDay         day,
                                const char   *exercise,
                                int           from_sets,
                                int           to_sets,
                                YfDoseReason  reason);
void          note_changes     (YfStore      *store,
                                GPtrArray    *dose_changes,
                                GArray       *stage_changes,
                                YfDay         from,
                                YfDay         to,
                                gint64        at);
void          describe_days    (GString      *text,
                                YfLog        *log);
void          fill_days        (YfStore      *store);

G_END_DECLS
