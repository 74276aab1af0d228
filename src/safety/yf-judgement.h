/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-red-flag.h"
#include "yf-source.h"
#include "yf-stage.h"

G_BEGIN_DECLS

#define YF_TYPE_REASON    (yf_reason_get_type ())
#define YF_TYPE_JUDGEMENT (yf_judgement_get_type ())

/**
 * YfVerdict:
 *
 * Whether an exercise is for a person today, mildest first, so that the
 * strictest of two verdicts is the greater.
 */
typedef enum
{
  YF_VERDICT_ALLOWED,
  YF_VERDICT_CAUTION,
  YF_VERDICT_ASK_CLINICIAN,
  YF_VERDICT_BLOCKED,
} YfVerdict;

/**
 * YfReason:
 *
 * One rule that had something to say, and who says so. Immutable.
 */
typedef struct _YfReason YfReason;

GType         yf_reason_get_type       (void) G_GNUC_CONST;
YfReason     *yf_reason_ref            (YfReason     *self);
void          yf_reason_unref          (YfReason     *self);

const char   *yf_reason_get_rule       (YfReason     *self);
YfVerdict     yf_reason_get_verdict    (YfReason     *self);
YfSource     *yf_reason_get_source     (YfReason     *self);
GPtrArray    *yf_reason_get_sources    (YfReason     *self);
const char   *yf_reason_get_text       (YfReason     *self);
YfClearance  *yf_reason_get_clearance  (YfReason     *self);
YfAssessment *yf_reason_get_assessment (YfReason     *self);
char         *yf_reason_to_string      (YfReason     *self);

/**
 * YfJudgement:
 *
 * The answer to "may this person do this exercise today", with every reason.
 * Immutable.
 */
typedef struct _YfJudgement YfJudgement;

GType        yf_judgement_get_type     (void) G_GNUC_CONST;
YfJudgement *yf_judgement_ref          (YfJudgement *self);
void         yf_judgement_unref        (YfJudgement *self);

const char  *yf_judgement_get_exercise (YfJudgement *self);
YfDay        yf_judgement_get_day      (YfJudgement *self);
YfStage      yf_judgement_get_stage    (YfJudgement *self);
YfTriage     yf_judgement_get_triage   (YfJudgement *self);
YfVerdict    yf_judgement_get_verdict  (YfJudgement *self);
GPtrArray   *yf_judgement_get_reasons  (YfJudgement *self);
gboolean     yf_judgement_permits      (YfJudgement *self);

const char  *yf_verdict_get_id         (YfVerdict    verdict);
gboolean     yf_verdict_from_id        (const char  *id,
                                        YfVerdict   *verdict);
const char  *yf_verdict_get_name       (YfVerdict    verdict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfReason, yf_reason_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfJudgement, yf_judgement_unref)

G_END_DECLS
