/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfTodayMore:
 *
 * What else there is to a day than its session: the programme it goes by, an activity
 * to log, a break from sitting, a flare to declare.
 *
 * Signals:
 *
 * - `programme ()`: the programme in force
 * - `break ()`: a break from sitting, now
 */
#define YF_TYPE_TODAY_MORE (yf_today_more_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayMore, yf_today_more, YF, TODAY_MORE, AdwPreferencesGroup)

void yf_today_more_set_person     (YfTodayMore *self,
                                   YfPerson    *person);
void yf_today_more_show           (YfTodayMore *self,
                                   YfToday     *today);
void yf_today_more_set_next_break (YfTodayMore *self,
                                   gint64       at);

G_END_DECLS
