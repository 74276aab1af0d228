/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes one paper from the log made by hand, for the tests that read it:
 *
 *   make-paper FORMAT FILE [anonymous] [empty]
 */
#include <locale.h>

#include "report-fixture.h"
#include "yf-report.h"

/* 1 October 2026, 9 o'clock in Shanghai. */
#define MADE (G_GINT64_CONSTANT (1790816400) * G_USEC_PER_SEC)

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  YfReportFormat format;
  gboolean anonymous = FALSE;
  gboolean empty = FALSE;

  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc >= 3 && yf_report_format_from_id (argv[1], &format), 2);
  for (int i = 3; i < argc; i++)
    {
      anonymous |= g_str_equal (argv[i], "anonymous");
      empty |= g_str_equal (argv[i], "empty");
    }

  log = empty ? yf_log_new (fixture_get_day ("2026-08-03"), fixture_get_day ("2026-09-25"))
              : fixture_new_log_with_plan ();
  report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), anonymous, MADE);
  bytes = yf_report_render (report, format, &error);
  if (bytes == NULL ||
      !g_file_set_contents (argv[2], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s: %s\n", argv[2], error->message);
      return 1;
    }

  return 0;
}
