/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-chart.h"

G_BEGIN_DECLS

/**
 * YfChartCard:
 *
 * A chart with its title, the value that is pointed at in words, and the way to
 * its table.
 *
 * Signals:
 *
 * - `table (YfChart *)`: the person wants the table
 */
#define YF_TYPE_CHART_CARD (yf_chart_card_get_type ())
G_DECLARE_FINAL_TYPE (YfChartCard, yf_chart_card, YF, CHART_CARD, GtkWidget)

GtkWidget *yf_chart_card_new (YfChart *chart);

G_END_DECLS
