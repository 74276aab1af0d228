/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-paper.h"

G_BEGIN_DECLS

#define YF_PAPER_MARGIN      42.0   /* 15 mm: what every printer reaches, and a hole punch leaves */
#define YF_PAPER_FOOT        22.0   /* at the foot of the body: the line that every page has */

typedef enum
{
  YF_INK_TEXT,
  YF_INK_BOX,
  YF_INK_MARK,
  YF_INK_CHART,
  YF_INK_OPEN,
  YF_INK_CLOSE,
} YfInkKind;

/* Something that was put on a page. Borrowed strings are literals. */
typedef struct
{
  YfInkKind      kind;
  double         x;
  double         y;
  double         width;
  double         height;
  YfPaperText    how;
  YfPaperColour  colour;
  char          *text;        /* of text; the attributes of a tag */
  const char    *tag;         /* of what opens or closes */
  YfChart       *chart;
} YfInk;

/* How high a text is in a given width; asked again and again in a table. */
typedef struct
{
  double height;
  double baseline;
} YfExtent;

struct _YfPaper
{
  double        page_width;
  double        page_height;
  GPtrArray    *pages;        /* GArray of YfInk */
  GArray       *bookmarks;    /* YfBookmark */
  GHashTable   *targets;      /* name -> number of its page, from 1 */
  guint         page;         /* the one that is being filled */
  gboolean      endless;      /* it never goes on to another */
  double        x;
  double        width;
  double        y;
  char         *foot_left;
  char         *foot_middle;
  PangoContext *context;
  PangoLayout  *layout;
  GHashTable   *extents;      /* style, width and text -> YfExtent */
};

PangoLayout *yf_paper_set_layout (YfPaper           *self,
                                  const YfPaperText *how,
                                  double             width,
                                  const char        *text);
void         yf_paper_set_chart_font (PangoContext  *context);
const YfColour *yf_paper_get_style_colour (YfPaperStyle style);

G_END_DECLS
