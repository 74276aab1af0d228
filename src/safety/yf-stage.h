/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-profile.h"

G_BEGIN_DECLS

/**
 * YfStage:
 *
 * Where in an episode a person stands, as clinical.md section 3 has it.
 */
typedef enum
{
  YF_STAGE_PREVENTION,
  YF_STAGE_ACUTE,
  YF_STAGE_EASING,
  YF_STAGE_RECOVERY,
  YF_STAGE_MAINTENANCE,
} YfStage;

YfStage     yf_stage_reckon   (const YfProfile *profile,
                               YfDay            day);

const char *yf_stage_get_id   (YfStage          stage);
gboolean    yf_stage_from_id  (const char      *id,
                               YfStage         *stage);
const char *yf_stage_get_name (YfStage          stage);

G_END_DECLS
