/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-plot.h"

G_BEGIN_DECLS

/* Of this room alone: the scale of time. */

double  yf_axis_x          (YfPlot     *plot,
                            double      at);
void    yf_axis_draw       (YfPlot     *plot);
double  yf_axis_get_height (YfPlot     *plot);

char   *yf_axis_dup_day    (YfDay       day,
                            gboolean    year);
char   *yf_axis_dup_month  (YfDay       day);
YfDay   yf_axis_month      (YfDay       day);

G_END_DECLS
