/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-fixture.h"

#include <string.h>

#include "yf-demo.h"
#include "yf-paper-private.h"
#include "yf-report-pages-private.h"

YfLog *
pages_fixture_new_demo (int days)
{
  return yf_demo_new_log (fixture_get_catalogue (), fixture_get_rules (), fixture_get_day ("2026-11-20"), days, 3);
}

YfLog *
pages_fixture_new_quarter (void)
{
  return pages_fixture_new_demo (90);
}

YfReport *
pages_fixture_new_report (YfLog    *log,
                          gboolean  anonymous)
{
  return yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), anonymous,
                        PAGES_FIXTURE_MADE);
}

YfReportPages *
pages_fixture_make (PagesFixtureLog make,
                    YfPaperSize     size,
                    gboolean        anonymous)
{
  g_autoptr (YfLog) log = make ();
  g_autoptr (YfReport) report = pages_fixture_new_report (log, anonymous);

  return yf_report_pages_new (report, size);
}

GArray *
pages_fixture_get_inks (YfReportPages *pages,
                        guint          page)
{
  return g_ptr_array_index (yf_report_pages_get_paper (pages)->pages, page);
}

gboolean
pages_fixture_has_text (YfReportPages *pages,
                        guint          page,
                        const char    *needle)
{
  GArray *inks = pages_fixture_get_inks (pages, page);

  for (guint i = 0; i < inks->len; i++)
    {
      const YfInk *ink = &g_array_index (inks, YfInk, i);

      if (ink->kind == YF_INK_TEXT && strstr (ink->text, needle) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Likewise, and nothing else beside it. */
gboolean
pages_fixture_has_line (YfReportPages *pages,
                        guint          page,
                        const char    *line)
{
  GArray *inks = pages_fixture_get_inks (pages, page);

  for (guint i = 0; i < inks->len; i++)
    {
      const YfInk *ink = &g_array_index (inks, YfInk, i);

      if (ink->kind == YF_INK_TEXT && g_str_equal (ink->text, line))
        return TRUE;
    }

  return FALSE;
}

gboolean
pages_fixture_has_text_anywhere (YfReportPages *pages,
                                 const char    *needle)
{
  for (guint page = 0; page < yf_report_pages_get_n (pages); page++)
    if (pages_fixture_has_text (pages, page, needle))
      return TRUE;

  return FALSE;
}
