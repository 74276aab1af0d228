/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-schedule-record.h"

#include "yf-record.h"

/**
 * yf_schedule_record_new:
 * @days_a_week: on how many days of a week, 1 to 7
 * @at: from when on, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfScheduleRecord *
yf_schedule_record_new (int    days_a_week,
                        gint64 at)
{
  YfScheduleRecord *self;

  g_return_val_if_fail (days_a_week >= 1 && days_a_week <= 7, NULL);

  self = g_new0 (YfScheduleRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->days_a_week = days_a_week;

  return self;
}

/**
 * yf_schedule_record_copy:
 * @self: a schedule
 *
 * Returns: (transfer full): a copy
 */
YfScheduleRecord *
yf_schedule_record_copy (const YfScheduleRecord *self)
{
  YfScheduleRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);

  return copy;
}

void
yf_schedule_record_free (YfScheduleRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}
