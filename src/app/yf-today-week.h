/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-today.h"

G_BEGIN_DECLS

/**
 * YfTodayWeek:
 *
 * The week against what is intended: a mark for each day, told apart by its shape.
 * It says nothing of earlier weeks: there are no streaks here.
 */
#define YF_TYPE_TODAY_WEEK (yf_today_week_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayWeek, yf_today_week, YF, TODAY_WEEK, AdwBin)

void yf_today_week_show (YfTodayWeek      *self,
                         const YfWeekPlan *week,
                         YfDay             today);

G_END_DECLS
