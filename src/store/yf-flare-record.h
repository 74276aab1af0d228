/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfFlareRecord:
 * @id: a UUID
 * @at: when it was said, in microseconds since the Unix epoch; the flare is of that day
 * @utc_offset: seconds east of UTC in force at @at
 *
 * The person says that today is a flare, whatever the numbers are.
 */
typedef struct
{
  char   *id;
  gint64  at;
  gint32  utc_offset;
} YfFlareRecord;

YfFlareRecord *yf_flare_record_new  (gint64               at);
YfFlareRecord *yf_flare_record_copy (const YfFlareRecord *self);
void           yf_flare_record_free (YfFlareRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfFlareRecord, yf_flare_record_free)

G_END_DECLS
