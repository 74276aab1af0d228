/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day-plan.h"

G_BEGIN_DECLS

struct _YfDayPlan
{
  gatomicrefcount  ref_count;
  YfDay            day;
  YfDayState       state;
  YfStage          stage;
  GPtrArray       *items;      /* YfDayItem */
  GPtrArray       *omissions;  /* YfDayOmission */
  GPtrArray       *reliefs;    /* YfJudgement */
  YfRoutine       *routine;    /* NULL where there is nothing to do */
  gint64           length;
  int              flare_days;
  gboolean         kept;
  gboolean         way_back;
  int              days_a_week;
  YfDay            next_due;

  /* While it is made */
  const YfDayQuestion *question;
  YfProgression       *progression;
  YfCheckIn           *check_in;
  GArray              *flares;  /* YfDay */
};

/* An exercise that may stand in a place, and why. */
typedef struct
{
  const char *exercise;
  const char *why;       /* msgid */
  const char *document;
  const char *section;
} YfDayCandidate;

#define YF_DAY_PLACE_MAX 2

/* Those that may stand in one place of a session, best first. */
typedef const YfDayCandidate *YfDayPlace[YF_DAY_PLACE_MAX];

gboolean yf_day_plan_is_first_of_recovery (YfDayPlan  *self);
gboolean yf_day_plan_needs_way_back       (YfDayPlan  *self);
guint    yf_day_plan_list_places          (YfDayPlan  *self,
                                           gboolean    first,
                                           YfDayPlace  places[YF_DAY_PLAN_MAX_ITEMS]);

void     yf_day_plan_fill_menu  (YfDayPlan *self);
gboolean yf_day_plan_opens_on   (YfDayPlan *self,
                                 YfDay      day);
void     yf_day_plan_fill_days  (YfDayPlan *self);

gboolean yf_day_plan_has_flare  (YfDayPlan *self,
                                 YfDay      day);
YfJudgement *
         yf_day_plan_judge      (YfDayPlan       *self,
                                 const YfCheckIn *check_in,
                                 YfExercise      *exercise,
                                 YfDay            day,
                                 int              minute);
gint64   yf_day_plan_measure    (YfRoutine *routine);

G_END_DECLS
