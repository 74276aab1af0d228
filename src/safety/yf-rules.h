/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-check-in.h"
#include "yf-judgement.h"
#include "yf-profile.h"

G_BEGIN_DECLS

#define YF_TYPE_RULES (yf_rules_get_type ())

#define YF_RULES_ERROR (yf_rules_error_quark ())

/**
 * YfRulesError:
 * @YF_RULES_ERROR_INVALID: the rule file breaks the format; the message
 *   begins with file and line
 */
typedef enum
{
  YF_RULES_ERROR_INVALID,
} YfRulesError;

/**
 * YfRules:
 *
 * The safety table: who may do what, and who says so. Immutable.
 */
typedef struct _YfRules YfRules;

GType        yf_rules_get_type       (void) G_GNUC_CONST;
GQuark       yf_rules_error_quark    (void);

YfRules     *yf_rules_new_builtin    (YfCatalogue     *catalogue,
                                      GError         **error);
YfRules     *yf_rules_new_from_bytes (YfCatalogue     *catalogue,
                                      const char      *name,
                                      GBytes          *bytes,
                                      GError         **error);
YfRules     *yf_rules_ref            (YfRules         *self);
void         yf_rules_unref          (YfRules         *self);

YfJudgement *yf_rules_judge          (YfRules         *self,
                                      const YfProfile *profile,
                                      const YfCheckIn *check_in,
                                      YfExercise      *exercise,
                                      YfDay            day);

YfJudgement *yf_rules_judge_at       (YfRules         *self,
                                      const YfProfile *profile,
                                      const YfCheckIn *check_in,
                                      YfExercise      *exercise,
                                      YfDay            day,
                                      int              minute);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfRules, yf_rules_unref)

G_END_DECLS
