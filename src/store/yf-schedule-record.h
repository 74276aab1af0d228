/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YF_SCHEDULE_DEFAULT_DAYS:
 *
 * On how many days a week a person is taken to mean to train who has not
 * said: the lower end of "three to four times a week" (003, 004).
 */
#define YF_SCHEDULE_DEFAULT_DAYS 3

/**
 * YfScheduleRecord:
 * @id: a UUID
 * @at: from when on, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @days_a_week: on how many days of a week, 1 to 7
 *
 * How often a person means to train, from some day on.
 */
typedef struct
{
  char   *id;
  gint64  at;
  gint32  utc_offset;
  int     days_a_week;
} YfScheduleRecord;

YfScheduleRecord *yf_schedule_record_new  (int                     days_a_week,
                                           gint64                  at);
YfScheduleRecord *yf_schedule_record_copy (const YfScheduleRecord *self);
void              yf_schedule_record_free (YfScheduleRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfScheduleRecord, yf_schedule_record_free)

G_END_DECLS
