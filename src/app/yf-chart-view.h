/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-chart.h"

G_BEGIN_DECLS

/**
 * YfChartView:
 *
 * Shows a chart. Its points can be pointed at, or walked through with the
 * arrow keys; the one that is chosen is in `point`.
 */
#define YF_TYPE_CHART_VIEW (yf_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (YfChartView, yf_chart_view, YF, CHART_VIEW, GtkWidget)

GtkWidget *yf_chart_view_new       (YfChart     *chart);
YfChart   *yf_chart_view_get_chart (YfChartView *self);
int        yf_chart_view_get_point (YfChartView *self);

G_END_DECLS
