/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-judgement.h"

G_BEGIN_DECLS

YfReason    *yf_reason_new         (const char   *rule,
                                    YfVerdict     verdict,
                                    GPtrArray    *sources,
                                    const char   *text,
                                    YfClearance  *clearance,
                                    YfAssessment *assessment);

YfJudgement *yf_judgement_new      (const char   *exercise,
                                    YfDay         day,
                                    YfStage       stage,
                                    YfTriage      triage,
                                    GPtrArray    *reasons);

G_END_DECLS
