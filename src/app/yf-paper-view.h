/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-report-pages.h"

G_BEGIN_DECLS

/**
 * YfPaperView:
 *
 * Shows one page of a report as it will be on paper.
 */
#define YF_TYPE_PAPER_VIEW (yf_paper_view_get_type ())
G_DECLARE_FINAL_TYPE (YfPaperView, yf_paper_view, YF, PAPER_VIEW, GtkWidget)

GtkWidget *yf_paper_view_new       (void);
void       yf_paper_view_set_pages (YfPaperView   *self,
                                    YfReportPages *pages);
void       yf_paper_view_set_page  (YfPaperView   *self,
                                    guint          page);
guint      yf_paper_view_get_page  (YfPaperView   *self);

G_END_DECLS
