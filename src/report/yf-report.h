/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-progress.h"
#include "yf-rules.h"
#include "yf-store.h"

G_BEGIN_DECLS

#define YF_TYPE_REPORT (yf_report_get_type ())

#define YF_REPORT_ERROR (yf_report_error_quark ())

/**
 * YfReportError:
 * @YF_REPORT_ERROR_FAILED: a paper could not be made
 * @YF_REPORT_ERROR_INVALID: a file that is to be imported is not an export of
 *   Yanfei's, or breaks the format; the message begins with the file, and the line
 *   or the member where there is one
 * @YF_REPORT_ERROR_NEWER: it was made by a newer Yanfei
 */
typedef enum
{
  YF_REPORT_ERROR_FAILED,
  YF_REPORT_ERROR_INVALID,
  YF_REPORT_ERROR_NEWER,
} YfReportError;

/**
 * YfReportFormat:
 */
typedef enum
{
  YF_REPORT_PDF,
  YF_REPORT_CSV,
  YF_REPORT_XLSX,
  YF_REPORT_FHIR,
  YF_REPORT_JSON,
} YfReportFormat;
#define YF_N_REPORT_FORMATS (YF_REPORT_JSON + 1)

/**
 * YfReport:
 *
 * The one value that every paper is made from: the log of some days, what
 * follows from it, and who reads it. Immutable; may be used on another thread
 * than the one that made it. It leaves out sessions and compresses that are still
 * under way.
 */
typedef struct _YfReport YfReport;

/**
 * YfPaperSize:
 * @YF_PAPER_A4: 210 by 297 mm
 * @YF_PAPER_LETTER: 8½ by 11 inches
 */
typedef enum
{
  YF_PAPER_A4,
  YF_PAPER_LETTER,
} YfPaperSize;

GType           yf_report_get_type       (void) G_GNUC_CONST;
GQuark          yf_report_error_quark    (void);

YfReport       *yf_report_new            (YfLog           *log,
                                          YfDay            from,
                                          YfDay            to,
                                          YfCatalogue     *catalogue,
                                          YfRules         *rules,
                                          gboolean         anonymous,
                                          gint64           made);
YfReport       *yf_report_ref            (YfReport        *self);
void            yf_report_unref          (YfReport        *self);

YfLog          *yf_report_get_log        (YfReport        *self);
YfProgress     *yf_report_get_progress   (YfReport        *self);
YfCatalogue    *yf_report_get_catalogue  (YfReport        *self);
YfRules        *yf_report_get_rules      (YfReport        *self);
gboolean        yf_report_get_anonymous  (YfReport        *self);
gint64          yf_report_get_made       (YfReport        *self);
YfDay           yf_report_get_from       (YfReport        *self);
YfDay           yf_report_get_to         (YfReport        *self);
YfStage         yf_report_get_stage      (YfReport        *self);

GBytes         *yf_report_render         (YfReport        *self,
                                          YfReportFormat   format,
                                          GError         **error);
char           *yf_report_get_file_name  (YfReport        *self,
                                          YfReportFormat   format);

const char     *yf_report_format_get_id   (YfReportFormat  format);
gboolean        yf_report_format_from_id  (const char     *id,
                                           YfReportFormat *format);
const char     *yf_report_format_get_name (YfReportFormat  format);
const char     *yf_report_format_get_extension (YfReportFormat format);
const char     *yf_report_format_get_mime_type (YfReportFormat format);

YfPaperSize     yf_paper_size_get_default (void);

YfCatalogue    *yf_log_dup_catalogue     (YfLog           *log,
                                          YfCatalogue     *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfReport, yf_report_unref)

G_END_DECLS
