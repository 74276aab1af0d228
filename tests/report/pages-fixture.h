/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "report-fixture.h"
#include "yf-report-pages.h"

/* What is on the pages, for the tests that look there. */

/* 1 October 2026, 9 o'clock in Shanghai. */
#define PAGES_FIXTURE_MADE (G_GINT64_CONSTANT (1790816400) * G_USEC_PER_SEC)

typedef YfLog *(*PagesFixtureLog) (void);

YfLog         *pages_fixture_new_demo          (int             days);
YfLog         *pages_fixture_new_quarter       (void);
YfReport      *pages_fixture_new_report        (YfLog          *log,
                                                gboolean        anonymous);
YfReportPages *pages_fixture_make              (PagesFixtureLog make,
                                                YfPaperSize     size,
                                                gboolean        anonymous);
GArray        *pages_fixture_get_inks          (YfReportPages  *pages,
                                                guint           page);
gboolean       pages_fixture_has_text          (YfReportPages  *pages,
                                                guint           page,
                                                const char     *needle);
gboolean       pages_fixture_has_line          (YfReportPages  *pages,
                                                guint           page,
                                                const char     *line);
gboolean       pages_fixture_has_text_anywhere (YfReportPages  *pages,
                                                const char     *needle);
