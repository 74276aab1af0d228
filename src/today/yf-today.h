/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day-plan.h"
#include "yf-store.h"

G_BEGIN_DECLS

#define YF_TYPE_TODAY (yf_today_get_type ())

/**
 * YF_TODAY_DAYS_AHEAD:
 *
 * So many days after today yf_today_is_due() looks ahead.
 */
#define YF_TODAY_DAYS_AHEAD 7

/**
 * YF_TODAY_SYMPTOMATIC_PAIN:
 *
 * From this pain on, NRS, a person is taken to have symptoms: where the traffic
 * light of clinical.md section 6 turns amber. Yanfei's own.
 */
#define YF_TODAY_SYMPTOMATIC_PAIN YF_LIMITS_EASE_PAIN

/**
 * YF_TODAY_SYMPTOMATIC_DAYS:
 *
 * For so many days from a flare on, that day among them, a person is taken to have
 * symptoms. Yanfei's own.
 */
#define YF_TODAY_SYMPTOMATIC_DAYS 7

/**
 * YfToday:
 *
 * What a day holds, worked out from the log: an immutable, ref-counted value.
 */
typedef struct _YfToday YfToday;

/**
 * YfWeekDayState:
 * @YF_WEEK_DAY_OPEN: nothing was done, and nothing need be
 * @YF_WEEK_DAY_KEPT: trained, or an activity that stands for it, or a past day on
 *   which a programme wanted rest
 * @YF_WEEK_DAY_FLARE: a flare, which counts as kept
 * @YF_WEEK_DAY_PLANNED: still to come, and planned
 * @YF_WEEK_DAY_DUE: today, and due
 *
 * One day of the week on the Today page. There is no "missed": the week is
 * measured, not the day.
 */
typedef enum
{
  YF_WEEK_DAY_OPEN,
  YF_WEEK_DAY_KEPT,
  YF_WEEK_DAY_FLARE,
  YF_WEEK_DAY_PLANNED,
  YF_WEEK_DAY_DUE,
} YfWeekDayState;

/**
 * YfWeekPlan:
 * @monday: the first day
 * @days: Monday to Sunday
 * @n_kept: how many days were kept, with activities, flares and rest that a clinician wants
 * @intended: on how many days is intended
 */
typedef struct
{
  YfDay          monday;
  YfWeekDayState days[7];
  int            n_kept;
  int            intended;
} YfWeekPlan;

GType             yf_today_get_type         (void) G_GNUC_CONST;
YfToday          *yf_today_new              (YfLog             *log,
                                             YfCatalogue       *catalogue,
                                             YfRules           *rules,
                                             const YfProfile   *profile,
                                             const YfCheckIn   *check_in,
                                             gint64             now);
YfToday          *yf_today_new_from_store   (YfStore           *store,
                                             YfCatalogue       *catalogue,
                                             YfRules           *rules,
                                             gint64             now,
                                             GError           **error);
void              yf_today_adopt_answers    (YfCheckIn         *check_in,
                                             YfLog             *log,
                                             YfDay              day);
YfToday          *yf_today_ref              (YfToday           *self);
void              yf_today_unref            (YfToday           *self);

YfDay             yf_today_get_day          (YfToday           *self);
YfDayPlan        *yf_today_get_plan         (YfToday           *self);
YfHistory        *yf_today_get_history      (YfToday           *self);
YfProgression    *yf_today_get_progression  (YfToday           *self);
YfProgramme      *yf_today_get_programme    (YfToday           *self);
const char       *yf_today_get_programme_id (YfToday           *self);
const GError     *yf_today_get_trouble      (YfToday           *self);
YfLimits         *yf_today_get_limits       (YfToday           *self);
const YfProfile  *yf_today_get_profile      (YfToday           *self);
const YfCheckIn  *yf_today_get_check_in     (YfToday           *self);
YfCatalogue      *yf_today_get_catalogue    (YfToday           *self);
const YfWishRecord *
                  yf_today_get_wishes       (YfToday           *self);
const YfWeekPlan *yf_today_get_week         (YfToday           *self);
gboolean          yf_today_is_due           (YfToday           *self,
                                             YfDay              day);
YfDay             yf_today_get_next_due     (YfToday           *self);
gboolean          yf_today_is_done          (YfToday           *self);
gboolean          yf_today_is_symptomatic   (YfToday           *self);
GPtrArray        *yf_today_get_suspended    (YfToday           *self);
GPtrArray        *yf_today_get_dose_changes (YfToday           *self);
GArray           *yf_today_get_stage_changes (YfToday          *self);
gboolean          yf_today_is_noted         (YfToday           *self);
YfDay             yf_today_get_noted_from   (YfToday           *self);
void              yf_today_note_async       (YfToday           *self,
                                             YfStore           *store,
                                             gint64             now,
                                             GCancellable      *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer           user_data);
gboolean          yf_today_note_finish      (YfStore           *store,
                                             GAsyncResult      *result,
                                             GError           **error);

const char       *yf_week_day_state_get_id  (YfWeekDayState     state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfToday, yf_today_unref)

G_END_DECLS
