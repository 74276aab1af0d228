/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-source.h"

G_BEGIN_DECLS

#define YF_TYPE_RED_FLAG (yf_red_flag_get_type ())

/**
 * YfTriage:
 *
 * How soon a person should see a doctor, mildest first.
 */
typedef enum
{
  YF_TRIAGE_NONE,
  YF_TRIAGE_SEE_DOCTOR,
  YF_TRIAGE_URGENT,
  YF_TRIAGE_EMERGENCY,
} YfTriage;

/**
 * YfRedFlag:
 *
 * A sign that is asked for before every session and closes exercise for the
 * day. Most signs have one level; some reach a higher one after a number of
 * days. Immutable.
 */
typedef struct _YfRedFlag YfRedFlag;

GType       yf_red_flag_get_type       (void) G_GNUC_CONST;
YfRedFlag  *yf_red_flag_ref            (YfRedFlag  *self);
void        yf_red_flag_unref          (YfRedFlag  *self);

const char *yf_red_flag_get_id         (YfRedFlag  *self);
const char *yf_red_flag_get_text       (YfRedFlag  *self);
gboolean    yf_red_flag_get_needs_days (YfRedFlag  *self);
YfTriage    yf_red_flag_get_top_level  (YfRedFlag  *self);
YfTriage    yf_red_flag_get_level      (YfRedFlag  *self,
                                        int         days,
                                        int        *since_days,
                                        YfSource  **source);
const char *yf_red_flag_get_note       (YfRedFlag  *self,
                                        int         days);

const char *yf_triage_get_id           (YfTriage    triage);
gboolean    yf_triage_from_id          (const char *id,
                                        YfTriage   *triage);
const char *yf_triage_get_advice       (YfTriage    triage);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfRedFlag, yf_red_flag_unref)

G_END_DECLS
