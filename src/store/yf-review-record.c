/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-review-record.h"

#include "yf-record.h"

/**
 * yf_review_record_new:
 * @exercise: the id of an exercise
 * @clinician: (nullable): who looked at it; %NULL for the person
 * @at: when, in microseconds since the Unix epoch
 *
 * Returns: (transfer full): a record with an id of its own
 */
YfReviewRecord *
yf_review_record_new (const char *exercise,
                      const char *clinician,
                      gint64      at)
{
  YfReviewRecord *self;

  g_return_val_if_fail (exercise != NULL, NULL);

  self = g_new0 (YfReviewRecord, 1);
  self->id = g_uuid_string_random ();
  self->at = at;
  self->utc_offset = yf_real_get_utc_offset (at);
  self->exercise = g_strdup (exercise);
  self->clinician = g_strdup (clinician);

  return self;
}

/**
 * yf_review_record_copy:
 * @self: a review
 *
 * Returns: (transfer full): a copy
 */
YfReviewRecord *
yf_review_record_copy (const YfReviewRecord *self)
{
  YfReviewRecord *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->id = g_strdup (self->id);
  copy->exercise = g_strdup (self->exercise);
  copy->clinician = g_strdup (self->clinician);

  return copy;
}

void
yf_review_record_free (YfReviewRecord *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->id);
  g_free (self->exercise);
  g_free (self->clinician);
  g_free (self);
}
