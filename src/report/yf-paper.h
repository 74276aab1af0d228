/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-chart.h"
#include "yf-report.h"

G_BEGIN_DECLS

/**
 * YfPaper:
 *
 * Pages that are being filled from top to bottom, and drawn when they are full.
 * Lengths are points, 1/72 inch; places are measured from the corner inside the
 * margins. To be used on one thread.
 */
typedef struct _YfPaper YfPaper;

/**
 * YfPaperStyle:
 *
 * What letters are for.
 */
typedef enum
{
  YF_PAPER_TITLE,
  YF_PAPER_CHAPTER,
  YF_PAPER_HEADING,
  YF_PAPER_BODY,
  YF_PAPER_STRONG,
  YF_PAPER_SMALL,
  YF_PAPER_NUMBER,
  YF_PAPER_CELL,
  YF_PAPER_CELL_STRONG,
  YF_PAPER_CELL_HEAD,
  YF_PAPER_CELL_REMARK,
} YfPaperStyle;

/**
 * YfPaperColour:
 *
 * What lines and areas are for.
 */
typedef enum
{
  YF_PAPER_ACCENT,
  YF_PAPER_GRID,
  YF_PAPER_TINT,
} YfPaperColour;

/**
 * YfPaperText:
 * @style: what it is for
 * @align: to which edge
 * @max_lines: after how many lines it is cut with an ellipsis; 0 for never
 * @tag: (nullable): what it is in the structure of the document: "P", "H2"
 * @link: (nullable): the name of the place it leads to
 *
 * How a piece of text is set.
 */
typedef struct
{
  YfPaperStyle    style;
  PangoAlignment  align;
  int             max_lines;
  const char     *tag;
  const char     *link;
} YfPaperText;

/**
 * YfBookmark:
 * @title: what it says
 * @page: where it leads to, from 0
 * @y: how far down the page, with the margin
 * @parent: the index of the bookmark it is under, or -1
 */
typedef struct
{
  char   *title;
  guint   page;
  double  y;
  int     parent;
} YfBookmark;

YfPaper *yf_paper_new            (YfPaperSize        size);
void     yf_paper_free           (YfPaper           *self);

double   yf_paper_get_page_width  (YfPaper          *self);
double   yf_paper_get_page_height (YfPaper          *self);
double   yf_paper_get_width      (YfPaper           *self);
double   yf_paper_get_height     (YfPaper           *self);
double   yf_paper_get_left       (YfPaper           *self);
guint    yf_paper_get_n_pages    (YfPaper           *self);
GArray  *yf_paper_get_bookmarks  (YfPaper           *self);

void     yf_paper_begin_page     (YfPaper           *self);
void     yf_paper_clear_page     (YfPaper           *self,
                                  guint              page);
void     yf_paper_set_frame      (YfPaper           *self,
                                  double             x,
                                  double             width);
double   yf_paper_get_x          (YfPaper           *self);
double   yf_paper_get_frame_width (YfPaper          *self);
double   yf_paper_get_y          (YfPaper           *self);
void     yf_paper_set_y          (YfPaper           *self,
                                  double             y);
void     yf_paper_skip           (YfPaper           *self,
                                  double             height);

double   yf_paper_measure        (YfPaper           *self,
                                  const YfPaperText *how,
                                  double             width,
                                  const char        *text,
                                  double            *baseline);
double   yf_paper_measure_width  (YfPaper           *self,
                                  const YfPaperText *how,
                                  const char        *text);
gsize    yf_paper_split          (YfPaper           *self,
                                  const YfPaperText *how,
                                  double             width,
                                  double             height,
                                  const char        *text);
void     yf_paper_add_text       (YfPaper           *self,
                                  const YfPaperText *how,
                                  const char        *text);
void     yf_paper_place_text     (YfPaper           *self,
                                  const YfPaperText *how,
                                  double             x,
                                  double             y,
                                  double             width,
                                  const char        *text);
void     yf_paper_place_box      (YfPaper           *self,
                                  YfPaperColour      colour,
                                  double             x,
                                  double             y,
                                  double             width,
                                  double             height);
void     yf_paper_place_mark     (YfPaper           *self,
                                  double             x,
                                  double             y,
                                  double             size);
void     yf_paper_place_chart    (YfPaper           *self,
                                  YfChart           *chart,
                                  double             x,
                                  double             y,
                                  double             width,
                                  double             height);
double   yf_paper_measure_chart  (YfPaper           *self,
                                  YfChart           *chart,
                                  double             width);
void     yf_paper_open           (YfPaper           *self,
                                  const char        *tag);
void     yf_paper_close          (YfPaper           *self,
                                  const char        *tag);
void     yf_paper_add_target     (YfPaper           *self,
                                  const char        *name);
guint    yf_paper_find_target    (YfPaper           *self,
                                  const char        *name);
int      yf_paper_add_bookmark   (YfPaper           *self,
                                  const char        *title,
                                  int                parent);
void     yf_paper_set_foot       (YfPaper           *self,
                                  const char        *left,
                                  const char        *middle);
void     yf_paper_draw           (YfPaper           *self,
                                  guint              page,
                                  cairo_t           *cairo,
                                  gboolean           tagged);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfPaper, yf_paper_free)

G_END_DECLS
