/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-day.h"

G_BEGIN_DECLS

/**
 * YfDateRow:
 *
 * A row that asks for a day, typed or taken from a calendar.
 *
 * Signals:
 *
 * - `committed ()`: the person has given another day, or none; if it will not
 *   do, say so with yf_date_row_set_error()
 */
#define YF_TYPE_DATE_ROW (yf_date_row_get_type ())
G_DECLARE_FINAL_TYPE (YfDateRow, yf_date_row, YF, DATE_ROW, AdwPreferencesRow)

YfDay    yf_date_row_get_day     (YfDateRow  *self);
void     yf_date_row_set_day     (YfDateRow  *self,
                                  YfDay       day);
gboolean yf_date_row_commit      (YfDateRow  *self);
gboolean yf_date_row_commit_past (YfDateRow  *self,
                                  YfDay       today);
void     yf_date_row_set_error   (YfDateRow  *self,
                                  const char *message);

G_END_DECLS
