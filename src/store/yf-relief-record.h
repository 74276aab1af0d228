/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YfReliefRecord:
 * @id: a UUID
 * @kind: the id of the relief: cold or heat
 * @started: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @started
 * @ended: microseconds since the Unix epoch, or 0 while it runs; the same as
 *   @started where it was cut, for then nobody knows
 * @state: how it ended
 *
 * One compress as the log has it.
 */
typedef struct
{
  char          *id;
  char          *kind;
  gint64         started;
  gint32         utc_offset;
  gint64         ended;
  YfRecordState  state;
} YfReliefRecord;

YfReliefRecord *yf_relief_record_new  (const char           *kind,
                                       gint64                started);
YfReliefRecord *yf_relief_record_copy (const YfReliefRecord *self);
void            yf_relief_record_free (YfReliefRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfReliefRecord, yf_relief_record_free)

G_END_DECLS
