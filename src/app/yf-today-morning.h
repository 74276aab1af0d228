/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfTodayMorning:
 *
 * Asks how the morning after a session was, where there is one to ask about.
 */
#define YF_TYPE_TODAY_MORNING (yf_today_morning_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayMorning, yf_today_morning, YF, TODAY_MORNING, AdwBin)

void yf_today_morning_set_person    (YfTodayMorning *self,
                                     YfPerson       *person);
void yf_today_morning_set_emergency (YfTodayMorning *self,
                                     gboolean        emergency);

G_END_DECLS
