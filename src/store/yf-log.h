/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-activity-record.h"
#include "yf-change-record.h"
#include "yf-check-in-record.h"
#include "yf-clinic-score.h"
#include "yf-edit.h"
#include "yf-flare-record.h"
#include "yf-function-record.h"
#include "yf-own-exercise-record.h"
#include "yf-profile.h"
#include "yf-programme-record.h"
#include "yf-record.h"
#include "yf-relief-record.h"
#include "yf-reminder-record.h"
#include "yf-review-record.h"
#include "yf-schedule-record.h"
#include "yf-wish-record.h"

G_BEGIN_DECLS

#define YF_TYPE_LOG (yf_log_get_type ())

/**
 * YfConsentRecord:
 * @at: when, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @version: the version of the text that was agreed to, from 1
 */
typedef struct
{
  gint64 at;
  gint32 utc_offset;
  int    version;
} YfConsentRecord;

/**
 * YfLog:
 * @from: the first day it covers, or %YF_DAY_NONE
 * @to: the last day it covers, or %YF_DAY_NONE
 * @profile: (nullable): the person; %NULL where nobody has said anything
 * @sessions: (element-type YfSessionRecord): those that count
 * @check_ins: (element-type YfCheckInRecord): those without a session that count
 * @reliefs: (element-type YfReliefRecord): those that count
 * @activities: (element-type YfActivityRecord): those that count
 * @ratings: (element-type YfFunctionRating): those that count
 * @scores: (element-type YfClinicScore): those that count, by day
 * @functions: (element-type YfFunctionActivity): all, whenever they were begun
 * @schedules: (element-type YfScheduleRecord): all
 * @own_exercises: (element-type YfOwnExerciseRecord): all
 * @consents: (element-type YfConsentRecord): all
 * @programmes: (element-type YfProgrammeRecord): all versions there are and were
 * @programme_choices: (element-type YfProgrammeChoice): all
 * @followed: (element-type YfProgrammeFollowed): which of @programmes the
 *   sessions and old sessions of this log followed, where they followed one
 * @dose_changes: (element-type YfDoseChangeRecord): of the days of this log, those
 *   that were withdrawn among them
 * @stage_changes: (element-type YfStageChangeRecord): likewise
 * @flares: (element-type YfFlareRecord): days that the person said were flares
 * @reviews: (element-type YfReviewRecord): suspended exercises that were looked at again
 * @wishes: (element-type YfWishRecord): what was wished of the plan of a day
 * @reminders: (element-type YfReminderRecord): what was shown, and what was answered
 * @sitting_breaks: (element-type YfBreakRecord): breaks from sitting that were offered
 * @edits: (element-type YfEdit): those of which the old or the new entry is
 *   in this log
 * @old_sessions: (element-type YfSessionRecord): replaced or taken out
 * @old_check_ins: (element-type YfCheckInRecord): likewise
 * @old_reliefs: (element-type YfReliefRecord): likewise
 * @old_activities: (element-type YfActivityRecord): likewise
 * @old_ratings: (element-type YfFunctionRating): likewise
 * @old_scores: (element-type YfClinicScore): likewise
 *
 * All that the log has of some days, read in one transaction, each list oldest
 * first. What everything that is shown or handed over starts from. Ref-counted;
 * not changed once it is shared. A day is the day it was where the person was.
 * No array is ever %NULL.
 */
typedef struct
{
  YfDay      from;
  YfDay      to;
  YfProfile *profile;
  GPtrArray *sessions;
  GPtrArray *check_ins;
  GPtrArray *reliefs;
  GPtrArray *activities;
  GPtrArray *ratings;
  GPtrArray *scores;
  GPtrArray *functions;
  GPtrArray *schedules;
  GPtrArray *own_exercises;
  GPtrArray *consents;
  GPtrArray *programmes;
  GPtrArray *programme_choices;
  GPtrArray *followed;
  GPtrArray *dose_changes;
  GPtrArray *stage_changes;
  GPtrArray *flares;
  GPtrArray *reviews;
  GPtrArray *wishes;
  GPtrArray *reminders;
  GPtrArray *sitting_breaks;
  GPtrArray *edits;
  GPtrArray *old_sessions;
  GPtrArray *old_check_ins;
  GPtrArray *old_reliefs;
  GPtrArray *old_activities;
  GPtrArray *old_ratings;
  GPtrArray *old_scores;
} YfLog;

GType            yf_log_get_type      (void) G_GNUC_CONST;
YfLog           *yf_log_new           (YfDay        from,
                                       YfDay        to);
YfLog           *yf_log_ref           (YfLog       *self);
void             yf_log_unref         (YfLog       *self);
gboolean         yf_log_is_empty      (YfLog       *self);
gboolean         yf_log_get_extent    (YfLog       *self,
                                       YfDay       *first,
                                       YfDay       *last);
const YfEdit    *yf_log_find_edit     (YfLog       *self,
                                       const char  *entry);
YfSessionRecord *yf_log_find_session  (YfLog       *self,
                                       const char  *id);
const char      *yf_log_find_followed (YfLog       *self,
                                       const char  *session);
YfLog           *yf_log_anonymise     (YfLog       *self);
YfLog           *yf_log_restrict      (YfLog       *self,
                                       YfDay        from,
                                       YfDay        to);
YfDay            yf_day_from_moment   (gint64       real,
                                       gint32       utc_offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfLog, yf_log_unref)

G_END_DECLS
