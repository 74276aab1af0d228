/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-today.h"

G_BEGIN_DECLS

struct _YfToday
{
  gatomicrefcount  ref_count;
  YfDay            day;
  YfLog           *log;
  YfCatalogue     *catalogue;   /* with the exercises of programmes */
  YfRules         *rules;
  YfProfile       *profile;     /* with the clearances of today's programme */
  YfProfile       *past_profile; /* with those of all, on their days */
  YfCheckIn       *check_in;
  GPtrArray       *followed;    /* YfFollowed */
  YfHistory       *history;
  YfLimits        *limits;
  YfProgression   *progression;
  YfWishRecord    *wishes;      /* NULL: none today */
  YfDayPlan       *plan;
  GPtrArray       *suspended;   /* ids */
  GArray          *stage_changes;
  GArray          *flares;      /* YfDay */
  GArray          *due;         /* YfDay, of today and the days ahead */
  YfDay            next_due;
  YfWeekPlan       week;
  gboolean         symptomatic;
};

YfLimits  *yf_today_make_limits       (YfToday         *self);
YfProfile *yf_today_make_past_profile (YfToday         *self,
                                       const YfProfile *profile);
gboolean   yf_today_find_symptoms     (YfToday         *self);
void       yf_today_fill_days         (YfToday         *self);
YfDay      yf_today_get_first         (YfToday         *self);

G_END_DECLS
