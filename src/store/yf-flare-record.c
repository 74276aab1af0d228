/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-flare-record.h"

#include "yf-record.h"

/**
 * yf_flare_record_new:
 * @at: when it was said, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfFlareRecord *
yf_flare_record_new (gint64 at)
{
  YfFlareRecord *self = g_new0 (YfFlareRecord, 1);

  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);

  return self;
}

/**
 * yf_flare_record_copy:
 * @self: a flare
 *
 * Returns: (transfer full): a copy
 */
YfFlareRecord *
yf_flare_record_copy (const YfFlareRecord *self)
{
  YfFlareRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);

  return copy;
}

void
yf_flare_record_free (YfFlareRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}
