/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-check-in-record.h"

#include "yf-record.h"

/**
 * yf_check_in_record_new:
 * @check_in: the answers
 * @at: when they were given, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfCheckInRecord *
yf_check_in_record_new (const YfCheckIn *check_in,
                        gint64           at)
{
  YfCheckInRecord *self;

  g_return_val_if_fail (check_in != NULL, NULL);

  self = g_new0 (YfCheckInRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->check_in = yf_check_in_copy (check_in);

  return self;
}

/**
 * yf_check_in_record_copy:
 * @self: a check-in that led to no session
 *
 * Returns: (transfer full): a copy
 */
YfCheckInRecord *
yf_check_in_record_copy (const YfCheckInRecord *self)
{
  YfCheckInRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (YfCheckInRecord, 1);
  copy->id = g_strdup (self->id);
  copy->at = self->at;
  copy->utc_offset = self->utc_offset;
  copy->check_in = yf_check_in_copy (self->check_in);

  return copy;
}

void
yf_check_in_record_free (YfCheckInRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_free (self);
}
