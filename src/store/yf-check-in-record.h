/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-check-in.h"

G_BEGIN_DECLS

/**
 * YfCheckInRecord:
 * @id: a UUID
 * @at: when it was answered, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @check_in: the answers
 *
 * A check-in that led to no session.
 */
typedef struct
{
  char      *id;
  gint64     at;
  gint32     utc_offset;
  YfCheckIn *check_in;
} YfCheckInRecord;

YfCheckInRecord *yf_check_in_record_new  (const YfCheckIn       *check_in,
                                          gint64                 at);
YfCheckInRecord *yf_check_in_record_copy (const YfCheckInRecord *self);
void             yf_check_in_record_free (YfCheckInRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfCheckInRecord, yf_check_in_record_free)

G_END_DECLS
