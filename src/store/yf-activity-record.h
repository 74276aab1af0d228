/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-source.h"

G_BEGIN_DECLS

/**
 * YF_ACTIVITY_MAX_MINUTES:
 *
 * The longest an activity can have taken: a day.
 */
#define YF_ACTIVITY_MAX_MINUTES 1440

/**
 * YfActivityKind:
 * @YF_ACTIVITY_TAI_CHI: tai chi
 * @YF_ACTIVITY_BADUANJIN: baduanjin
 * @YF_ACTIVITY_SWIMMING: swimming
 * @YF_ACTIVITY_YOGA: yoga
 * @YF_ACTIVITY_WALKING: walking
 * @YF_ACTIVITY_N_KINDS: how many there are
 *
 * What a person may do, and log, instead of a session.
 */
typedef enum
{
  YF_ACTIVITY_TAI_CHI,
  YF_ACTIVITY_BADUANJIN,
  YF_ACTIVITY_SWIMMING,
  YF_ACTIVITY_YOGA,
  YF_ACTIVITY_WALKING,
  YF_ACTIVITY_N_KINDS,
} YfActivityKind;

const char *yf_activity_kind_get_id      (YfActivityKind  kind);
gboolean    yf_activity_kind_from_id     (const char     *id,
                                          YfActivityKind *kind);
const char *yf_activity_kind_get_name    (YfActivityKind  kind);
const char *yf_activity_kind_get_advice  (YfActivityKind  kind);
GPtrArray  *yf_activity_kind_dup_sources (YfActivityKind  kind);

/**
 * YfActivityRecord:
 * @id: a UUID
 * @kind: what was done
 * @at: when it began, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @minutes: how long it took, 1 to %YF_ACTIVITY_MAX_MINUTES
 *
 * One activity as the log has it.
 */
typedef struct
{
  char           *id;
  YfActivityKind  kind;
  gint64          at;
  gint32          utc_offset;
  int             minutes;
} YfActivityRecord;

YfActivityRecord *yf_activity_record_new  (YfActivityKind          kind,
                                           gint64                  at,
                                           int                     minutes);
YfActivityRecord *yf_activity_record_copy (const YfActivityRecord *self);
void              yf_activity_record_free (YfActivityRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfActivityRecord, yf_activity_record_free)

G_END_DECLS
