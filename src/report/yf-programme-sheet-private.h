/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-figure.h"
#include "yf-paper-private.h"
#include "yf-programme-sheet.h"

G_BEGIN_DECLS

/**
 * YfSheetPicture:
 * @page: on which page
 * @figure: who shows it
 * @key: in which pose
 * @x: the left edge, inside the margins
 * @y: the upper edge
 * @width: how wide it is
 * @height: how high
 */
typedef struct
{
  guint     page;
  YfFigure *figure;
  guint     key;
  double    x;
  double    y;
  double    width;
  double    height;
} YfSheetPicture;

/**
 * YfSheetLayout:
 * @programme: what is laid out
 * @catalogue: with the programme's own exercises
 * @paper: on which
 * @pictures: (element-type YfSheetPicture): what stands on it beside the letters
 */
typedef struct
{
  YfProgramme *programme;
  YfCatalogue *catalogue;
  YfPaper     *paper;
  GArray      *pictures;
} YfSheetLayout;

/* A sheet is read from the mat, a report at a desk: its letters are larger by this. */
#define YF_SHEET_LARGER 1.25

YfPaper *yf_sheet_new_paper (YfPaperSize size);

void yf_sheet_lay_head     (YfSheetLayout *layout);
void yf_sheet_lay_items    (YfSheetLayout *layout);
void yf_sheet_lay_lists    (YfSheetLayout *layout);
void yf_sheet_lay_calendar (YfSheetLayout *layout);

G_END_DECLS
