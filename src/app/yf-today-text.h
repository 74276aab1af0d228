/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-today.h"

G_BEGIN_DECLS

const char *yf_today_text_weekday       (int               weekday);
const char *yf_today_text_weekday_short (int               weekday);
const char *yf_today_text_day_state     (YfWeekDayState    state);
const char *yf_today_text_headline      (YfDayPlan        *plan);
char       *yf_today_text_next          (YfDayPlan        *plan);
char       *yf_today_text_done          (YfToday          *today);
char       *yf_today_text_week          (const YfWeekPlan *week);
char       *yf_today_text_date          (YfDay             today,
                                         YfDay             day);
char       *yf_today_text_dose_change   (const YfDoseChange  *change);
char       *yf_today_text_stage_change  (const YfStageChange *change);

G_END_DECLS
