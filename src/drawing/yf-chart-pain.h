/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-chart-private.h"

G_BEGIN_DECLS

/* Of the chart of pain alone: what is worked out in one file and drawn in the other. */

enum
{
  YF_PAIN_SERIES_ANSWER,
  YF_PAIN_SERIES_FLARE,      /* one that was declared */
  YF_PAIN_SERIES_STOP,
  YF_PAIN_SERIES_PROGRAMME,  /* where one begins */
};

enum
{
  YF_PAIN_BACK,
  YF_PAIN_LEG,
  YF_PAIN_SITES,
};

typedef struct
{
  double at;
  double value;
} YfPainKnot;

typedef struct
{
  gboolean  by_week;              /* or by month */
  gboolean  by_month;
  gboolean  has_after;
  int       n_stops;
  int       n_flares;             /* days */
  int       n_programmes;         /* times in which one was in force */
  GArray   *lines[YF_PAIN_SITES]; /* YfPainKnot */
} YfPainLines;

static inline const YfPainPoint *
yf_pain_get_answer (YfChart *chart,
                    guint    index)
{
  return &g_array_index (yf_progress_get_pains (chart->progress), YfPainPoint, index);
}

static inline int
yf_pain_get_score (const YfPainPoint *answer,
                   int                site)
{
  return site == YF_PAIN_BACK ? answer->back : answer->leg;
}

void yf_chart_pain_layout (YfChart *self,
                           YfPlot  *plot);
void yf_chart_pain_draw   (YfChart *self,
                           YfPlot  *plot);

G_END_DECLS
