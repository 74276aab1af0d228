/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "yf-report.h"

G_BEGIN_DECLS

#define YF_TYPE_REPORT_PAGES (yf_report_pages_get_type ())

/**
 * YfReportPages:
 *
 * A report laid out on paper: the first page to be read in two minutes, then
 * the charts, then the log. Preview, print and PDF draw the same pages. Lengths
 * are points, 1/72 inch. To be used on one thread.
 */
G_DECLARE_FINAL_TYPE (YfReportPages, yf_report_pages, YF, REPORT_PAGES, GObject)

YfReportPages *yf_report_pages_new       (YfReport       *report,
                                          YfPaperSize     size);
guint          yf_report_pages_get_n     (YfReportPages  *self);
double         yf_report_pages_get_width (YfReportPages  *self);
double         yf_report_pages_get_height (YfReportPages *self);
void           yf_report_pages_draw      (YfReportPages  *self,
                                          guint           page,
                                          cairo_t        *cairo);

G_END_DECLS
