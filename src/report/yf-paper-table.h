/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-paper.h"

G_BEGIN_DECLS

/**
 * YfPaperTable:
 *
 * A table on some paper. Its header is on every page it reaches; a row is never
 * parted, and the rows of a group stay together where one page holds them.
 */
typedef struct _YfPaperTable YfPaperTable;

/**
 * YfPaperColumn:
 * @title: what stands at its head
 * @share: how wide it is, in relation to the others
 * @align: to which edge its cells are set
 */
typedef struct
{
  const char     *title;
  double          share;
  PangoAlignment  align;
} YfPaperColumn;

YfPaperTable *yf_paper_table_new       (YfPaper             *paper,
                                        const YfPaperColumn *columns,
                                        guint                n_columns);
void          yf_paper_table_add_row   (YfPaperTable        *self);
void          yf_paper_table_add_cell  (YfPaperTable        *self,
                                        guint                column,
                                        guint                span,
                                        YfPaperStyle         style,
                                        const char          *text);
void          yf_paper_table_add_remark (YfPaperTable       *self,
                                        guint                column,
                                        const char          *text);
void          yf_paper_table_end_group (YfPaperTable        *self);
void          yf_paper_table_end       (YfPaperTable        *self);

G_END_DECLS
