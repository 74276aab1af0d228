/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day-plan.h"

G_BEGIN_DECLS

/*
 * A small patient, who follows the plan day by day in a way of their own. What
 * they answer comes from a formula of the day, so that every run is the same.
 */
typedef struct
{
  const char *name;
  int  effort;         /* after every session */
  int  worse_every;    /* every so many-th session has a worse morning; 0: none */
  int  stop_every;     /* every so many-th session hurts in its last exercise; 0: none */
  int  flare_every;    /* every so many days; 0: none */
  int  skip_mornings;  /* never answers the morning question */
  int  greedy;         /* trains every day, at the ceiling */
  int  away_from;      /* days from the start: away … */
  int  away_days;      /* … for so long */
} Patient;

typedef void (* PatientDayFunc) (const Patient *patient,
                                 YfHistory     *history,
                                 YfProgression *progression,
                                 YfDayPlan     *plan,
                                 gpointer       data);

YfHistory *patient_live (const Patient   *patient,
                         YfCatalogue     *catalogue,
                         YfRules         *rules,
                         const YfProfile *profile,
                         YfLimits        *limits,
                         YfDay            from,
                         int              days,
                         PatientDayFunc   func,
                         gpointer         data);

/* One session of one exercise. */
guint      patient_train (YfHistory     *history,
                          const char    *exercise,
                          YfDay          day,
                          const YfDose  *done,
                          int            effort,
                          YfNextMorning  morning,
                          int            rise,
                          int            stops);

G_END_DECLS
