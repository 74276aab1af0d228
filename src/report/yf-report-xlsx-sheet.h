/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <xlsxwriter.h>

#include "yf-report-words.h"

G_BEGIN_DECLS

/**
 * YfXlsx:
 * @report: what is being written
 * @workbook: where
 * @error: the first thing that went wrong, or %LXW_NO_ERROR
 *
 * A workbook that is being written, and the styles of its cells.
 */
typedef struct
{
  YfReport     *report;
  lxw_workbook *workbook;
  lxw_error     error;
  lxw_format   *title;
  lxw_format   *header;
  lxw_format   *label;
  lxw_format   *text;
  lxw_format   *integer;
  lxw_format   *real;
  lxw_format   *day;
  lxw_format   *moment;
} YfXlsx;

/**
 * YfXlsxSheet:
 * @xlsx: the workbook
 * @worksheet: the sheet
 * @row: where the next cell goes
 * @column: likewise
 * @lines: how many lines the row has, as far as is known
 * @max_width: how wide a column may be, in characters; what is wider is wrapped
 * @widths: (element-type gint): the widest cell of each column, in characters
 *
 * One sheet, written from left to right and downwards.
 */
typedef struct
{
  YfXlsx        *xlsx;
  lxw_worksheet *worksheet;
  lxw_row_t      row;
  lxw_col_t      column;
  int            lines;
  int            max_width;
  GArray        *widths;
} YfXlsxSheet;

void         yf_xlsx_init          (YfXlsx             *self,
                                    YfReport           *report,
                                    lxw_workbook       *workbook);
YfXlsxSheet *yf_xlsx_add_sheet     (YfXlsx             *self,
                                    const char         *name);
void         yf_xlsx_sheet_finish  (YfXlsxSheet        *self,
                                    gboolean            table);

void         yf_xlsx_sheet_header  (YfXlsxSheet        *self,
                                    const char * const *headers);
void         yf_xlsx_sheet_styled  (YfXlsxSheet        *self,
                                    const char         *text,
                                    lxw_format         *format);
void         yf_xlsx_sheet_text    (YfXlsxSheet        *self,
                                    const char         *text);
void         yf_xlsx_sheet_int     (YfXlsxSheet        *self,
                                    gint64              value);
void         yf_xlsx_sheet_score   (YfXlsxSheet        *self,
                                    int                 value);
void         yf_xlsx_sheet_real    (YfXlsxSheet        *self,
                                    double              value);
void         yf_xlsx_sheet_seconds (YfXlsxSheet        *self,
                                    gint64              microseconds);
void         yf_xlsx_sheet_minutes (YfXlsxSheet        *self,
                                    gint64              seconds);
void         yf_xlsx_sheet_day     (YfXlsxSheet        *self,
                                    YfDay               day);
void         yf_xlsx_sheet_moment  (YfXlsxSheet        *self,
                                    gint64              real,
                                    gint32              utc_offset);
int          yf_xlsx_day_to_serial (YfDay               day);
void         yf_xlsx_sheet_skip    (YfXlsxSheet        *self);
void         yf_xlsx_sheet_next    (YfXlsxSheet        *self);

/* What is on the sheets. */
void         yf_xlsx_write_sessions   (YfXlsx          *self);
void         yf_xlsx_write_sets       (YfXlsx          *self);
void         yf_xlsx_write_stops      (YfXlsx          *self);
lxw_worksheet *yf_xlsx_write_check_ins (YfXlsx         *self,
                                       guint           *n_rows);
void         yf_xlsx_write_activities (YfXlsx          *self);
void         yf_xlsx_write_measures   (YfXlsx          *self);
void         yf_xlsx_write_doses      (YfXlsx          *self);
void         yf_xlsx_write_plan       (YfXlsx          *self);
void         yf_xlsx_write_programmes (YfXlsx          *self);
void         yf_xlsx_write_reminders  (YfXlsx          *self);
void         yf_xlsx_write_breaks     (YfXlsx          *self);
void         yf_xlsx_write_changes    (YfXlsx          *self);
void         yf_xlsx_write_summary    (YfXlsxSheet     *sheet,
                                       lxw_worksheet   *check_ins,
                                       guint            n_check_ins);

/* The columns of the check-ins that the chart of pain is drawn from. */
#define YF_XLSX_CHECK_IN_AT   0
#define YF_XLSX_CHECK_IN_BACK 3
#define YF_XLSX_CHECK_IN_LEG  4

G_END_DECLS
