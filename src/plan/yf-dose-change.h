/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day.h"
#include "yf-exercise.h"

G_BEGIN_DECLS

#define YF_TYPE_DOSE_CHANGE (yf_dose_change_get_type ())

/**
 * YfDoseReason:
 * @YF_DOSE_REASON_GOOD_SESSIONS: three complete sessions, none worse next
 *   morning, effort 5 or less: a step up
 * @YF_DOSE_REASON_WORSE_MORNING: a step down
 * @YF_DOSE_REASON_PAIN_ROSE: pain up by 2 or more after a session: a step down
 * @YF_DOSE_REASON_PAIN_STOP: it hurt: a step down
 * @YF_DOSE_REASON_SUSPENDED: it hurt twice in a row; the dose stays, and the
 *   exercise is not due
 * @YF_DOSE_REASON_REVIEWED: it was looked at, and is open again
 * @YF_DOSE_REASON_BREAK: it was not done for two weeks or more: lower
 * @YF_DOSE_REASON_EPISODE: a new episode has begun: the first dose again
 * @YF_DOSE_REASON_LIMIT: a clinician's limit: lower
 *
 * Why a dose changed.
 */
typedef enum
{
  YF_DOSE_REASON_GOOD_SESSIONS,
  YF_DOSE_REASON_WORSE_MORNING,
  YF_DOSE_REASON_PAIN_ROSE,
  YF_DOSE_REASON_PAIN_STOP,
  YF_DOSE_REASON_SUSPENDED,
  YF_DOSE_REASON_REVIEWED,
  YF_DOSE_REASON_BREAK,
  YF_DOSE_REASON_EPISODE,
  YF_DOSE_REASON_LIMIT,
} YfDoseReason;

/**
 * YfEvidence:
 * @entry: the id of an entry of the log or a version of a programme; "" where
 *   the day itself is the evidence
 * @day: its day
 */
typedef struct
{
  char  *entry;
  YfDay  day;
} YfEvidence;

/**
 * YfDoseChange:
 * @day: the first day on which @to holds
 * @exercise: the id of the exercise
 * @from: the dose before
 * @to: the dose after; the same where the exercise was only suspended or opened
 * @reason: why
 * @evidence: (element-type YfEvidence): what it rests on; never empty
 *
 * One change of a dose. Ref-counted and immutable.
 */
typedef struct
{
  YfDay         day;
  char         *exercise;
  YfDose        from;
  YfDose        to;
  YfDoseReason  reason;
  GArray       *evidence;
} YfDoseChange;

GType         yf_dose_change_get_type  (void) G_GNUC_CONST;
YfDoseChange *yf_dose_change_new       (YfDay               day,
                                        const char         *exercise,
                                        const YfDose       *from,
                                        const YfDose       *to,
                                        YfDoseReason        reason);
YfDoseChange *yf_dose_change_ref       (YfDoseChange       *self);
void          yf_dose_change_unref     (YfDoseChange       *self);
void          yf_dose_change_add       (YfDoseChange       *self,
                                        const char         *entry,
                                        YfDay               day);
char         *yf_dose_change_to_string (const YfDoseChange *self);
YfSource     *yf_dose_change_get_source (const YfDoseChange *self);

const char   *yf_dose_reason_get_id    (YfDoseReason        reason);
gboolean      yf_dose_reason_from_id   (const char         *id,
                                        YfDoseReason       *reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfDoseChange, yf_dose_change_unref)

G_END_DECLS
