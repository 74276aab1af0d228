/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "yf-programme.h"
#include "yf-report.h"

G_BEGIN_DECLS

#define YF_TYPE_PROGRAMME_SHEET (yf_programme_sheet_get_type ())

/**
 * YfProgrammeSheet:
 *
 * A programme laid out on paper, with the figures, to be hung beside the mat. Print and
 * PDF draw the same pages. Lengths are points, 1/72 inch. To be used on one thread.
 */
G_DECLARE_FINAL_TYPE (YfProgrammeSheet, yf_programme_sheet, YF, PROGRAMME_SHEET, GObject)

YfProgrammeSheet *yf_programme_sheet_new        (YfProgramme       *programme,
                                                 YfCatalogue       *catalogue,
                                                 YfPaperSize        size,
                                                 gint64             made);
guint             yf_programme_sheet_get_n      (YfProgrammeSheet  *self);
double            yf_programme_sheet_get_width  (YfProgrammeSheet  *self);
double            yf_programme_sheet_get_height (YfProgrammeSheet  *self);
void              yf_programme_sheet_draw       (YfProgrammeSheet  *self,
                                                 guint              page,
                                                 cairo_t           *cairo);
GBytes           *yf_programme_sheet_to_pdf     (YfProgrammeSheet  *self,
                                                 GError           **error);

G_END_DECLS
