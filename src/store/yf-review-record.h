/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfReviewRecord:
 * @id: a UUID
 * @at: when it was said, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @exercise: the id of the exercise
 * @clinician: (nullable): who looked at it; %NULL for the person
 *
 * An exercise that two stops in a row had suspended was looked at again, and is open.
 */
typedef struct
{
  char   *id;
  gint64  at;
  gint32  utc_offset;
  char   *exercise;
  char   *clinician;
} YfReviewRecord;

YfReviewRecord *yf_review_record_new  (const char           *exercise,
                                       const char           *clinician,
                                       gint64                at);
YfReviewRecord *yf_review_record_copy (const YfReviewRecord *self);
void            yf_review_record_free (YfReviewRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfReviewRecord, yf_review_record_free)

G_END_DECLS
