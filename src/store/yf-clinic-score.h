/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "yf-day.h"

G_BEGIN_DECLS

/**
 * YfClinicScale:
 * @YF_CLINIC_ODI: the Oswestry disability index, 0 to 100 per cent, lower is
 *   better
 * @YF_CLINIC_RMDQ: the Roland-Morris disability questionnaire, 0 to 24, lower
 *   is better
 * @YF_CLINIC_N_SCALES: how many there are
 *
 * Questionnaires that are filled in at a clinic. Their texts are licensed and
 * not in Yanfei: only totals are typed in.
 */
typedef enum
{
  YF_CLINIC_ODI,
  YF_CLINIC_RMDQ,
  YF_CLINIC_N_SCALES,
} YfClinicScale;

const char *yf_clinic_scale_get_id   (YfClinicScale  scale);
gboolean    yf_clinic_scale_from_id  (const char    *id,
                                      YfClinicScale *scale);
const char *yf_clinic_scale_get_name (YfClinicScale  scale);
int         yf_clinic_scale_get_max  (YfClinicScale  scale);

/**
 * YfClinicScore:
 * @id: a UUID
 * @scale: which questionnaire
 * @day: when it was filled in
 * @total: 0 to yf_clinic_scale_get_max()
 * @at: when it was typed in, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 *
 * The total of a questionnaire.
 */
typedef struct
{
  char          *id;
  YfClinicScale  scale;
  YfDay          day;
  int            total;
  gint64         at;
  gint32         utc_offset;
} YfClinicScore;

YfClinicScore *yf_clinic_score_new  (YfClinicScale        scale,
                                     YfDay                day,
                                     int                  total,
                                     gint64               at);
YfClinicScore *yf_clinic_score_copy (const YfClinicScore *self);
void           yf_clinic_score_free (YfClinicScore       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfClinicScore, yf_clinic_score_free)

G_END_DECLS
