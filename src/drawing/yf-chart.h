/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "yf-palette.h"
#include "yf-progress.h"

G_BEGIN_DECLS

#define YF_TYPE_CHART (yf_chart_get_type ())

/**
 * YfChartKind:
 * @YF_CHART_PAIN: back and leg pain over time, stops and flares marked on it
 * @YF_CHART_WEEKS: days kept by week against the days intended
 * @YF_CHART_REPS: repetitions by exercise and side, done and planned
 * @YF_CHART_HOLD: time under hold by exercise and side
 * @YF_CHART_DOSES: the planned dose of each exercise over time
 * @YF_CHART_FUNCTION: the patient-specific functional scale over time
 * @YF_CHART_CLINIC: the totals typed in from the clinic
 * @YF_CHART_STOPS: the stop ledger: exercise by phase
 */
typedef enum
{
  YF_CHART_PAIN,
  YF_CHART_WEEKS,
  YF_CHART_REPS,
  YF_CHART_HOLD,
  YF_CHART_DOSES,
  YF_CHART_FUNCTION,
  YF_CHART_CLINIC,
  YF_CHART_STOPS,
} YfChartKind;
#define YF_N_CHART_KINDS (YF_CHART_STOPS + 1)

/**
 * YfChart:
 *
 * A picture of one side of the progress, with the table that says the same. It
 * is drawn with cairo, for screen and paper alike; everything that can be
 * pointed at is a point, in reading order. Immutable.
 */
typedef struct _YfChart YfChart;

/**
 * YfCanvas:
 * @cairo: where to draw; the picture begins at 0, 0
 * @context: for letters: font and scale of the screen or the paper
 * @width: in the units of @cairo
 * @height: likewise
 * @palette: the colours
 */
typedef struct
{
  cairo_t         *cairo;
  PangoContext    *context;
  double           width;
  double           height;
  const YfPalette *palette;
} YfCanvas;

/**
 * YF_CHART_NO_POINT:
 *
 * No point of a chart.
 */
#define YF_CHART_NO_POINT (-1)

GType        yf_chart_get_type         (void) G_GNUC_CONST;
YfChart     *yf_chart_new              (YfChartKind      kind,
                                        YfProgress      *progress);
YfChart     *yf_chart_ref              (YfChart         *self);
void         yf_chart_unref            (YfChart         *self);

YfChartKind  yf_chart_get_kind         (YfChart         *self);
const char  *yf_chart_get_id           (YfChart         *self);
const char  *yf_chart_get_title        (YfChart         *self);
const char  *yf_chart_get_summary      (YfChart         *self);
gboolean     yf_chart_is_empty         (YfChart         *self);
const char  *yf_chart_get_empty_text   (YfChart         *self);

double       yf_chart_measure          (YfChart         *self,
                                        PangoContext    *context,
                                        double           width);
void         yf_chart_draw             (YfChart         *self,
                                        const YfCanvas  *canvas,
                                        int              point);

guint        yf_chart_get_n_points     (YfChart         *self);
const char  *yf_chart_get_point_text   (YfChart         *self,
                                        guint            point);
const char  *yf_chart_get_point_entry  (YfChart         *self,
                                        guint            point);
void         yf_chart_get_point_place  (YfChart         *self,
                                        const YfCanvas  *canvas,
                                        guint            point,
                                        double          *x,
                                        double          *y);
int          yf_chart_find_point       (YfChart         *self,
                                        const YfCanvas  *canvas,
                                        double           x,
                                        double           y);

guint        yf_chart_get_n_columns    (YfChart         *self);
const char  *yf_chart_get_column       (YfChart         *self,
                                        guint            column);
guint        yf_chart_get_n_rows       (YfChart         *self);
const char  *yf_chart_get_cell         (YfChart         *self,
                                        guint            row,
                                        guint            column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfChart, yf_chart_unref)

G_END_DECLS
