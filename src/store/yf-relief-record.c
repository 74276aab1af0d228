/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-relief-record.h"

/**
 * yf_relief_record_new:
 * @kind: the id of the relief: cold or heat
 * @started: when, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): one that runs, with an id of its own
 */
YfReliefRecord *
yf_relief_record_new (const char *kind,
                      gint64      started)
{
  YfReliefRecord *self;

  g_return_val_if_fail (kind != NULL, NULL);

  self = g_new0 (YfReliefRecord, 1);
  self->id = g_uuid_string_random ();
  self->kind = g_strdup (kind);
  self->started = started;
  self->utc_offset = yf_real_get_utc_offset (started);
  self->state = YF_RECORD_RUNNING;

  return self;
}

/**
 * yf_relief_record_copy:
 * @self: a compress
 *
 * Returns: (transfer full): a copy
 */
YfReliefRecord *
yf_relief_record_copy (const YfReliefRecord *self)
{
  YfReliefRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (YfReliefRecord, 1);
  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->kind = g_strdup (self->kind);

  return copy;
}

void
yf_relief_record_free (YfReliefRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->kind);
  g_free (self);
}
