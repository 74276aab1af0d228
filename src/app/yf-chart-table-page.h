/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-chart.h"

G_BEGIN_DECLS

#define YF_TYPE_CHART_TABLE_PAGE (yf_chart_table_page_get_type ())
G_DECLARE_FINAL_TYPE (YfChartTablePage, yf_chart_table_page, YF, CHART_TABLE_PAGE, AdwBin)

GtkWidget *yf_chart_table_page_new (YfChart *chart);

G_END_DECLS
