/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-axis.h"
#include "yf-chart.h"

G_BEGIN_DECLS

/**
 * YF_CHART_GAP:
 *
 * After how many days without an answer a line is broken: nobody knows what
 * was between.
 */
#define YF_CHART_GAP 14

/**
 * YfChartPoint:
 * @text: what it says
 * @entry: (nullable): the id of the one entry it was made from
 * @at: when, as a #YfDay with a fraction
 * @index: which of the values that the kind draws it is
 * @series: which of several such lists it is from
 */
typedef struct
{
  char   *text;
  char   *entry;
  double  at;
  guint   index;
  int     series;
} YfChartPoint;

/**
 * YfChartMaker:
 * @id: a name for files and tests
 * @title: its title, untranslated
 * @empty: what is said while there is nothing to show, untranslated
 * @build: fills in points, summary and table
 * @layout: fills in a plot; called with points only
 * @draw: draws what was laid out
 *
 * One kind of chart.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *empty;
  void (*build)  (YfChart *self);
  void (*layout) (YfChart *self,
                  YfPlot  *plot);
  void (*draw)   (YfChart *self,
                  YfPlot  *plot);
} YfChartMaker;

struct _YfChart
{
  const YfChartMaker *maker;
  YfChartKind         kind;
  YfProgress         *progress;
  YfDay               from;
  YfDay               to;
  char               *summary;
  GArray             *points;   /* YfChartPoint */
  GPtrArray          *columns;  /* borrowed */
  GPtrArray          *cells;    /* row by row */
  gpointer            data;     /* of the kind */
  GDestroyNotify      free_data;
};

extern const YfChartMaker yf_chart_pain;
extern const YfChartMaker yf_chart_weeks;
extern const YfChartMaker yf_chart_reps;
extern const YfChartMaker yf_chart_hold;
extern const YfChartMaker yf_chart_doses;
extern const YfChartMaker yf_chart_function;
extern const YfChartMaker yf_chart_clinic;
extern const YfChartMaker yf_chart_stops;

YfChartPoint *yf_chart_add_point    (YfChart     *self,
                                     char        *text,
                                     const char  *entry);
YfChartPoint *yf_chart_point        (YfChart     *self,
                                     guint        point);
void          yf_chart_set_columns  (YfChart     *self,
                                     ...) G_GNUC_NULL_TERMINATED;
void          yf_chart_add_cell     (YfChart     *self,
                                     char        *text);
void          yf_chart_say          (YfChart     *self,
                                     char        *sentence);
char         *yf_chart_dup_day      (YfChart     *self,
                                     YfDay        day);
char         *yf_chart_dup_exercise (YfChart     *self,
                                     const char  *exercise,
                                     YfSide       side);
void          yf_chart_draw_lone_day (YfChart    *self,
                                     YfPlot      *plot);
const char   *yf_chart_side         (YfSide       side);
int           yf_chart_median       (GArray      *values,
                                     double      *median);

G_END_DECLS
