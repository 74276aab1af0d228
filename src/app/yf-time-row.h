/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-day.h"

G_BEGIN_DECLS

/**
 * YfTimeRow:
 *
 * A row that asks for a time of day.
 *
 * Signals:
 *
 * - `committed ()`: the person has given another time, or none; if it will
 *   not do, say so with yf_time_row_set_error()
 */
#define YF_TYPE_TIME_ROW (yf_time_row_get_type ())
G_DECLARE_FINAL_TYPE (YfTimeRow, yf_time_row, YF, TIME_ROW, AdwActionRow)

int      yf_time_row_get_minute (YfTimeRow  *self);
void     yf_time_row_set_minute (YfTimeRow  *self,
                                 int         minute);
gboolean yf_time_row_commit     (YfTimeRow  *self);
void     yf_time_row_set_hint   (YfTimeRow  *self,
                                 const char *hint);
void     yf_time_row_set_error  (YfTimeRow  *self,
                                 const char *message);

G_END_DECLS
