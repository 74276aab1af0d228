/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-change-record.h"

#include "yf-record.h"

/**
 * yf_dose_change_record_new:
 * @change: a change
 * @at: when it is written down, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfDoseChangeRecord *
yf_dose_change_record_new (YfDoseChange *change,
                           gint64        at)
{
  YfDoseChangeRecord *self;

  g_return_val_if_fail (change != NULL, NULL);

  self = g_new0 (YfDoseChangeRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->change = yf_dose_change_ref (change);

  return self;
}

/**
 * yf_dose_change_record_copy:
 * @self: a change as the log has it
 *
 * Returns: (transfer full): a copy, of the same change
 */
YfDoseChangeRecord *
yf_dose_change_record_copy (const YfDoseChangeRecord *self)
{
  YfDoseChangeRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->change = yf_dose_change_ref (self->change);

  return copy;
}

void
yf_dose_change_record_free (YfDoseChangeRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  yf_dose_change_unref (self->change);
  g_free (self);
}

/**
 * yf_stage_change_record_new:
 * @change: a change
 * @at: when it is written down, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfStageChangeRecord *
yf_stage_change_record_new (const YfStageChange *change,
                            gint64               at)
{
  YfStageChangeRecord *self;

  g_return_val_if_fail (change != NULL, NULL);

  self = g_new0 (YfStageChangeRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->change = *change;

  return self;
}

/**
 * yf_stage_change_record_copy:
 * @self: a change as the log has it
 *
 * Returns: (transfer full): a copy
 */
YfStageChangeRecord *
yf_stage_change_record_copy (const YfStageChangeRecord *self)
{
  YfStageChangeRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);

  return copy;
}

void
yf_stage_change_record_free (YfStageChangeRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self);
}
