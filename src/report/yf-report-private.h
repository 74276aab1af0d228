/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-report.h"

G_BEGIN_DECLS

/* What makes the papers, a file each. All of them see yf_report_get_log () and
 * yf_report_get_progress () and nothing else. */

GBytes *yf_report_to_pdf  (YfReport     *self,
                           YfPaperSize   size,
                           GError      **error);
GBytes *yf_report_to_csv  (YfReport     *self,
                           GError      **error);
GBytes *yf_report_to_xlsx (YfReport     *self,
                           GError      **error);
GBytes *yf_report_to_fhir (YfReport     *self,
                           GError      **error);
GBytes *yf_report_to_json (YfReport     *self,
                           GError      **error);

G_END_DECLS
