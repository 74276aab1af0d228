/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes one PDF, for the tests that read it:
 *
 *   make-pdf FILE DAYS a4|letter|usual [anonymous]
 *
 * DAYS is how many days of a made-up life, 0 for the log made by hand. */
#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

#include "report-fixture.h"
#include "yf-demo.h"
#include "yf-report-private.h"

/* 20 November 2026, 9 o'clock in Shanghai. */
#define MADE (G_GINT64_CONSTANT (1795136400) * G_USEC_PER_SEC)

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfLog) log = NULL;
  g_autoptr (YfReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  YfPaperSize size;
  int days;

  setlocale (LC_ALL, "");
  if (g_getenv ("YANFEI_LOCALEDIR") != NULL)
    {
      bindtextdomain (GETTEXT_PACKAGE, g_getenv ("YANFEI_LOCALEDIR"));
      bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
      textdomain (GETTEXT_PACKAGE);
    }
  g_return_val_if_fail (argc >= 4, 2);
  days = atoi (argv[2]);
  size = g_str_equal (argv[3], "usual") ? yf_paper_size_get_default ()
                                        : g_str_equal (argv[3], "letter") ? YF_PAPER_LETTER : YF_PAPER_A4;

  log = days == 0 ? fixture_new_log ()
                  : yf_demo_new_log (fixture_get_catalogue (), fixture_get_rules (), fixture_get_day ("2026-11-20"),
                                     days, 7);
  report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (),
                          argc > 4 && g_str_equal (argv[4], "anonymous"), MADE);
  bytes = yf_report_to_pdf (report, size, &error);
  if (bytes == NULL ||
      !g_file_set_contents (argv[1], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s: %s\n", argv[1], error->message);
      return 1;
    }

  return 0;
}
