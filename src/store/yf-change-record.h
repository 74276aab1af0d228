/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-course.h"
#include "yf-dose-change.h"

G_BEGIN_DECLS

/**
 * YfDoseChangeRecord:
 * @id: a UUID
 * @at: when it was written down, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @change: the change, its reason and what it rests on
 * @withdrawn_at: when an entry that it rests on was corrected so that it no longer
 *   follows, or 0
 *
 * A change of a dose as the plan decided it. Never deleted.
 */
typedef struct
{
  char         *id;
  gint64        at;
  gint32        utc_offset;
  YfDoseChange *change;
  gint64        withdrawn_at;
} YfDoseChangeRecord;

/**
 * YfStageChangeRecord:
 * @id: a UUID
 * @at: when it was written down, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @change: the change
 * @withdrawn_at: when something that it rests on was corrected, or 0
 *
 * A change of stage. Never deleted.
 */
typedef struct
{
  char          *id;
  gint64         at;
  gint32         utc_offset;
  YfStageChange  change;
  gint64         withdrawn_at;
} YfStageChangeRecord;

YfDoseChangeRecord  *yf_dose_change_record_new   (YfDoseChange              *change,
                                                  gint64                     at);
YfDoseChangeRecord  *yf_dose_change_record_copy  (const YfDoseChangeRecord  *self);
void                 yf_dose_change_record_free  (YfDoseChangeRecord        *self);

YfStageChangeRecord *yf_stage_change_record_new  (const YfStageChange       *change,
                                                  gint64                     at);
YfStageChangeRecord *yf_stage_change_record_copy (const YfStageChangeRecord *self);
void                 yf_stage_change_record_free (YfStageChangeRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfDoseChangeRecord, yf_dose_change_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfStageChangeRecord, yf_stage_change_record_free)

G_END_DECLS
