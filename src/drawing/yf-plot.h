/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-chart.h"

G_BEGIN_DECLS

/* Of this room alone: what the charts are drawn with. */

/**
 * YfPlace:
 * @x: where a point is
 * @y: likewise
 * @left: the box in which a pointer means this point, if @right is beyond
 *   @left; else whatever is near
 * @top: likewise
 * @right: likewise
 * @bottom: likewise
 * @radius: how large its mark is; 0 for a box that is chosen as a whole
 */
typedef struct
{
  double x;
  double y;
  double left;
  double top;
  double right;
  double bottom;
  double radius;
} YfPlace;

/**
 * YfPlot:
 * @canvas: what is drawn on; no cairo while it is only laid out, and a height
 *   of 0 while it is only measured
 * @line: the height of a line of letters
 * @em: a length that goes with the letters
 * @left: the field that has the scales, within the canvas
 * @top: likewise
 * @right: likewise
 * @bottom: likewise
 * @from: the first day of the scale of time
 * @to: the last day
 * @height: what the picture wants
 * @guide: whether a vertical line helps to see what a point belongs to
 * @rows: (element-type double): where rows begin, in pictures that have rows
 * @places: (element-type YfPlace): where the points are
 *
 * A picture that is being laid out or drawn.
 */
typedef struct
{
  YfCanvas  canvas;
  double    line;
  double    em;
  double    left;
  double    top;
  double    right;
  double    bottom;
  YfDay     from;
  YfDay     to;
  double    height;
  gboolean  guide;
  GArray   *rows;
  GArray   *places;
} YfPlot;

/**
 * YfMark:
 *
 * The shapes that stand for something.
 */
typedef enum
{
  YF_MARK_NONE,
  YF_MARK_DISC,
  YF_MARK_DIAMOND,
  YF_MARK_SQUARE,
  YF_MARK_CROSS,
  YF_MARK_FLAG,
} YfMark;

/**
 * YfFill:
 *
 * How a bar is filled.
 */
typedef enum
{
  YF_FILL_PLAIN,
  YF_FILL_HATCHED, /* pale, with diagonal lines */
  YF_FILL_DOTTED,  /* full, with a row of dots */
  YF_FILL_SPECKED, /* pale, with a row of dots */
  YF_FILL_OUTLINE,
} YfFill;

/**
 * YfKeyItem:
 * @text: (nullable): what it means; the end of a list has %NULL
 * @sample: draws the sample, in a box that is as high as a line; %NULL for a
 *   sentence without one
 * @which: what @sample is told
 */
typedef struct
{
  const char *text;
  void (*sample) (YfPlot *plot, double x, double y, double width, guint which);
  guint which;
} YfKeyItem;

void    yf_plot_init         (YfPlot          *self,
                              const YfCanvas  *canvas);
void    yf_plot_clear        (YfPlot          *self);
void    yf_plot_add_place    (YfPlot          *self,
                              double           x,
                              double           y,
                              double           radius);
void    yf_plot_add_box      (YfPlot          *self,
                              double           x,
                              double           y,
                              const YfPlace   *box);

double  yf_plot_text_width   (YfPlot          *self,
                              const char      *text);
double  yf_plot_text_height  (YfPlot          *self,
                              const char      *text,
                              double           width);
void    yf_plot_text         (YfPlot          *self,
                              const YfColour  *colour,
                              const char      *text,
                              double           x,
                              double           y,
                              double           align);
void    yf_plot_text_within  (YfPlot          *self,
                              const YfColour  *colour,
                              const char      *text,
                              double           x,
                              double           y,
                              double           width);
void    yf_plot_text_wrapped (YfPlot          *self,
                              const YfColour  *colour,
                              const char      *text,
                              double           x,
                              double           y,
                              double           width);

void    yf_plot_colour       (YfPlot          *self,
                              const YfColour  *colour,
                              double           alpha);
void    yf_plot_segment      (YfPlot          *self,
                              double           x1,
                              double           y1,
                              double           x2,
                              double           y2,
                              double           thickness);
void    yf_plot_mark         (YfPlot          *self,
                              YfMark           mark,
                              const YfColour  *colour,
                              double           x,
                              double           y,
                              double           radius);
void    yf_plot_bar          (YfPlot          *self,
                              YfFill           fill,
                              const YfColour  *colour,
                              double           x,
                              double           y,
                              double           width,
                              double           height);

double  yf_plot_key          (YfPlot          *self,
                              const YfKeyItem *items,
                              double           y);
double  yf_plot_y            (YfPlot          *self,
                              double           value,
                              double           max);
double  yf_plot_gutter       (YfPlot          *self,
                              const char      *text);
void    yf_plot_scale        (YfPlot          *self,
                              const int       *values,
                              guint            n_values,
                              double           max);
double  yf_plot_keep         (YfPlot          *self,
                              double           x,
                              double           width);
void    yf_plot_spread       (double          *y,
                              guint            n,
                              double           distance,
                              double           top,
                              double           bottom);
void    yf_plot_select       (YfPlot          *self,
                              guint            point);

G_END_DECLS
