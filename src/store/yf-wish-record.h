/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day-plan.h"

G_BEGIN_DECLS

/**
 * YfWishRecord:
 * @id: a UUID
 * @at: when it was said, in microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @at
 * @wishes: (element-type YfWish): all that the person wishes of the day of @at, in
 *   order; empty where they wish it as planned. The strings are the record's.
 *
 * What a person would have otherwise in one day's plan. The latest of a day counts.
 */
typedef struct
{
  char   *id;
  gint64  at;
  gint32  utc_offset;
  GArray *wishes;
} YfWishRecord;

YfWishRecord *yf_wish_record_new    (gint64              at);
YfWishRecord *yf_wish_record_copy   (const YfWishRecord *self);
void          yf_wish_record_free   (YfWishRecord       *self);
void          yf_wish_record_add    (YfWishRecord       *self,
                                     YfWishKind          kind,
                                     const char         *exercise);
gboolean      yf_wish_record_remove (YfWishRecord       *self,
                                     YfWishKind          kind,
                                     const char         *exercise);

const char   *yf_wish_kind_get_id   (YfWishKind          kind);
gboolean      yf_wish_kind_from_id  (const char         *id,
                                     YfWishKind         *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfWishRecord, yf_wish_record_free)

G_END_DECLS
