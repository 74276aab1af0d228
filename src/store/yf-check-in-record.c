/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-store.h"

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
  copy->at = self->at;
  copy->utc_offset = self->utc_offset;
  copy->check_in = yf_check_in_copy (self->check_in);

  return copy;
}

void
yf_check_in_record_free (YfCheckInRecord *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->check_in, yf_check_in_free);
  g_free (self);
}
