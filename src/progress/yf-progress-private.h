/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-history.h"
#include "yf-progress.h"

G_BEGIN_DECLS

/* The parts of a progress while it is being made. Each file of the room fills
 * in what it is named for, in the order of the declarations below; nothing
 * changes after yf_progress_new(). */
struct _YfProgress
{
  YfLog       *log;
  YfCatalogue *catalogue;
  YfDay        from;
  YfDay        to;
  YfDay        began;        /* the first day the log knows of, or YF_DAY_NONE */
  GPtrArray   *sessions;     /* YfSessionRecord: ended, and of these days */
  YfHistory   *history;      /* what the plan's rules about flares and stages must know */
  YfStage      stage;        /* on the last day */
  YfTotals     totals;
  GArray      *pains;        /* YfPainPoint */
  GArray      *flares;       /* YfFlareDay, up to the last day */
  GArray      *shown_flares; /* YfFlareDay, those of these days */
  GArray      *stops;        /* YfStopPoint */
  GArray      *weeks;        /* YfWeek */
  GArray      *exercises;    /* YfExerciseTotal */
  GArray      *doses;        /* YfDosePoint */
  GArray      *provocations; /* YfProvocation */
  GArray      *raised;       /* YfRaised */
  GArray      *functions;    /* YfFunctionPoint */
  int          mornings[YF_MORNING_WORSE + 1];
  GPtrArray   *changes;      /* YfPlanChange, up to the last day */
  GPtrArray   *shown_changes; /* of these days; borrowed */
  GPtrArray   *programmes;   /* YfProgrammePeriod */
  YfReminderCounts reminders;
  YfBreakCounts breaks;
  GPtrArray   *findings;     /* YfFinding */
};

/* The scores of the numeric rating scale, 0 to 10. */
#define YF_N_PAIN_SCORES (YF_PAIN_MAX + 1)

void      yf_progress_fill_history      (YfProgress            *self);
void      yf_progress_fill_totals       (YfProgress            *self);
void      yf_progress_fill_pains        (YfProgress            *self);
void      yf_progress_fill_programmes   (YfProgress            *self);
void      yf_progress_fill_stops        (YfProgress            *self);
void      yf_progress_fill_weeks        (YfProgress            *self);
void      yf_progress_fill_exercises    (YfProgress            *self);
void      yf_progress_fill_doses        (YfProgress            *self);
void      yf_progress_fill_provocations (YfProgress            *self);
void      yf_progress_fill_raised       (YfProgress            *self);
void      yf_progress_fill_functions    (YfProgress            *self);
void      yf_progress_fill_mornings     (YfProgress            *self);
void      yf_progress_fill_changes      (YfProgress            *self);
void      yf_progress_fill_reminders    (YfProgress            *self);
void      yf_progress_fill_breaks       (YfProgress            *self);
void      yf_progress_fill_findings     (YfProgress            *self);

gboolean  yf_progress_has_day           (YfProgress            *self,
                                         YfDay                  day);
YfDay     yf_progress_get_session_day   (const YfSessionRecord *record);
gint64    yf_progress_get_seconds       (const YfSessionRecord *record);
YfWeek   *yf_progress_find_week         (YfProgress            *self,
                                         YfDay                  day);
gboolean  yf_progress_wants_rest        (YfProgress            *self,
                                         const YfCheckIn       *check_in,
                                         YfDay                  day);
void      yf_programme_period_free      (YfProgrammePeriod     *period);
void      yf_plan_change_free           (YfPlanChange          *change);
void      yf_finding_free               (YfFinding             *finding);
gboolean  yf_week_is_judged             (const YfWeek          *self);
int       yf_median_twice               (const guint            counts[YF_N_PAIN_SCORES]);

G_END_DECLS
