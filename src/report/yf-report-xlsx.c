/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "yf-report-xlsx-sheet.h"

/* A workbook keeps a header and rows to show on each of its sheets; the
 * summary comes first and is written last, for its charts point to the others. */
static void
write_sheets (YfXlsx *self)
{
  YfXlsxSheet *summary = yf_xlsx_add_sheet (self, C_("sheet", "Summary"));
  lxw_worksheet *check_ins;
  guint n_check_ins;

  yf_xlsx_write_sessions (self);
  yf_xlsx_write_sets (self);
  yf_xlsx_write_stops (self);
  check_ins = yf_xlsx_write_check_ins (self, &n_check_ins);
  yf_xlsx_write_activities (self);
  yf_xlsx_write_measures (self);
  yf_xlsx_write_doses (self);
  yf_xlsx_write_plan (self);
  yf_xlsx_write_programmes (self);
  yf_xlsx_write_reminders (self);
  yf_xlsx_write_breaks (self);
  yf_xlsx_write_changes (self);
  yf_xlsx_write_summary (summary, check_ins, n_check_ins);
}

/* The library prints numbers with the decimal point of the locale, and there is
 * none but the full stop in a workbook. The locale is this thread's alone. */
static lxw_error
close_workbook (lxw_workbook *workbook)
{
  locale_t here = duplocale (uselocale ((locale_t) 0));
  locale_t plain = newlocale (LC_NUMERIC_MASK, "C", here);
  locale_t before = plain != (locale_t) 0 ? uselocale (plain) : (locale_t) 0;
  lxw_error error = workbook_close (workbook);

  if (plain != (locale_t) 0)
    {
      uselocale (before);
      freelocale (plain);
    }
  else
    freelocale (here);

  return error;
}

static gboolean
write_workbook (YfReport    *report,
                const char  *path,
                char        *folder,
                GError     **error)
{
  lxw_workbook_options options = { .tmpdir = folder };
  lxw_doc_properties properties = {
    .title = (char *) _("Yanfei: report of exercise"),
    .created = (time_t) (yf_report_get_made (report) / YF_SECOND),
  };
  lxw_workbook *workbook = workbook_new_opt (path, &options);
  lxw_error problem;
  YfXlsx self;

  if (workbook == NULL)
    {
      g_set_error_literal (error, YF_REPORT_ERROR, YF_REPORT_ERROR_FAILED,
                           _("The spreadsheet could not be made: there is too little memory."));
      return FALSE;
    }

  yf_xlsx_init (&self, report, workbook);
  self.error = workbook_set_properties (workbook, &properties);
  write_sheets (&self);

  problem = close_workbook (workbook);
  if (self.error != LXW_NO_ERROR)
    problem = self.error;
  if (problem == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_FAILED,
               /* Translators: %s is a message of the library, in English */
               _("The spreadsheet could not be made: %s. Choose fewer days, or see that the disk is not full."),
               lxw_strerror (problem));

  return FALSE;
}

/**
 * yf_report_to_xlsx:
 * @self: a report
 * @error: (nullable): return location for an error of #YF_REPORT_ERROR or of
 *   #G_FILE_ERROR
 *
 * Makes a workbook (Office Open XML) of it. It is written in a folder of its own
 * that nobody else can read, and that is gone afterwards. The same report
 * gives the same bytes.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
yf_report_to_xlsx (YfReport  *self,
                   GError   **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  char *contents = NULL;
  gsize length;
  gboolean done;

  g_return_val_if_fail (self != NULL, NULL);

  folder = g_dir_make_tmp ("yanfei-XXXXXX", error);
  if (folder == NULL)
    return NULL;

  path = g_build_filename (folder, "report.xlsx", NULL);
  done = write_workbook (self, path, folder, error) && g_file_get_contents (path, &contents, &length, error);
  g_unlink (path);
  g_rmdir (folder);

  return done ? g_bytes_new_take (contents, length) : NULL;
}
