/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yf-day.h"

G_BEGIN_DECLS

#define YF_TYPE_ASSESSMENT (yf_assessment_get_type ())

/**
 * YfAssessment:
 *
 * The record that a clinician has looked at a red flag. Immutable.
 */
typedef struct _YfAssessment YfAssessment;

GType         yf_assessment_get_type      (void) G_GNUC_CONST;

YfAssessment *yf_assessment_new           (const char   *flag,
                                           const char   *clinician,
                                           YfDay         date);
YfAssessment *yf_assessment_ref           (YfAssessment *self);
void          yf_assessment_unref         (YfAssessment *self);

const char   *yf_assessment_get_flag      (YfAssessment *self);
const char   *yf_assessment_get_clinician (YfAssessment *self);
YfDay         yf_assessment_get_date      (YfAssessment *self);
gboolean      yf_assessment_equal         (YfAssessment *a,
                                           YfAssessment *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfAssessment, yf_assessment_unref)

G_END_DECLS
