/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include <locale.h>
#include <string.h>

#include "yf-demo.h"
#include "yf-report.h"

/* The value that every paper is made from. */

#define MADE (FIXTURE_START + 60 * FIXTURE_DAY)   /* 2026-10-02T19:00+08:00 */

static YfReport *
make_report (YfLog    *log,
             gboolean  anonymous)
{
  return yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), anonymous, MADE);
}

static YfDay
get_day (const char *text)
{
  return text != NULL ? fixture_get_day (text) : YF_DAY_NONE;
}

/* What the log leaves open is closed by its entries, or by the day of the report. */
static void
test_period (void)
{
  static const struct
  {
    gboolean    empty;
    const char *from;
    const char *to;
    const char *first;
    const char *last;
    const char *name;
  } cases[] = {
    { FALSE, NULL, NULL, "2026-08-03", "2026-09-25", "yanfei-2026-08-03-2026-09-25.pdf" },
    { FALSE, "2026-08-01", NULL, "2026-08-01", "2026-09-25", "yanfei-2026-08-01-2026-09-25.pdf" },
    { FALSE, NULL, "2026-11-20", "2026-08-03", "2026-11-20", "yanfei-2026-08-03-2026-11-20.pdf" },
    { FALSE, "2026-08-01", "2026-11-20", "2026-08-01", "2026-11-20", "yanfei-2026-08-01-2026-11-20.pdf" },
    { TRUE, NULL, NULL, "2026-10-02", "2026-10-02", "yanfei-2026-10-02-2026-10-02.pdf" },
    { TRUE, "2026-08-01", NULL, "2026-08-01", "2026-10-02", "yanfei-2026-08-01-2026-10-02.pdf" },
    { TRUE, "2026-12-01", NULL, "2026-12-01", "2026-12-01", "yanfei-2026-12-01-2026-12-01.pdf" },
    { TRUE, NULL, "2026-08-01", "2026-08-01", "2026-08-01", "yanfei-2026-08-01-2026-08-01.pdf" },
    { TRUE, NULL, "2026-12-01", "2026-10-02", "2026-12-01", "yanfei-2026-10-02-2026-12-01.pdf" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = cases[i].empty ? yf_log_new (YF_DAY_NONE, YF_DAY_NONE) : fixture_new_log ();
      g_autoptr (YfReport) report = NULL;
      g_autofree char *name = NULL;

      log->from = get_day (cases[i].from);
      log->to = get_day (cases[i].to);
      report = make_report (log, FALSE);
      name = yf_report_get_file_name (report, YF_REPORT_PDF);
      g_assert_cmpint (yf_report_get_from (report), ==, get_day (cases[i].first));
      g_assert_cmpint (yf_report_get_to (report), ==, get_day (cases[i].last));
      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* The onset was on 20 July, the pain eased on 10 August, and there was an
 * operation that nobody has cleared: the stage is that of the last day. */
static void
test_stage (void)
{
  static const struct
  {
    const char *to;
    gboolean    somebody;
    YfStage     stage;
  } cases[] = {
    { "2026-07-21", TRUE, YF_STAGE_ACUTE },
    { "2026-09-25", TRUE, YF_STAGE_EASING },
    { "2026-09-25", FALSE, YF_STAGE_PREVENTION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log ();
      g_autoptr (YfReport) report = NULL;

      log->from = get_day ("2026-07-20");
      log->to = get_day (cases[i].to);
      if (!cases[i].somebody)
        g_clear_pointer (&log->profile, yf_profile_free);
      report = make_report (log, FALSE);
      g_assert_cmpint (yf_report_get_stage (report), ==, cases[i].stage);
    }
}

static void
test_under_way (void)
{
  g_autoptr (YfLog) log = fixture_new_log_with_plan ();
  g_autoptr (YfLog) ended = fixture_new_log_with_plan ();
  g_autoptr (YfReport) before = make_report (ended, FALSE);
  g_autofree char *id = fixture_make_id (1, 99);
  YfSessionRecord *session = yf_session_record_new (id, FIXTURE_START + 58 * FIXTURE_DAY, FIXTURE_EAST);
  YfReliefRecord *relief = yf_relief_record_new ("cold", FIXTURE_START + 58 * FIXTURE_DAY);
  g_autoptr (YfReport) report = NULL;
  g_autoptr (GBytes) with = NULL;
  g_autoptr (GBytes) without = NULL;

  relief->state = YF_RECORD_RUNNING;
  relief->ended = 0;
  g_ptr_array_add (log->sessions, session);
  g_ptr_array_add (log->reliefs, relief);
  report = make_report (log, FALSE);

  g_assert_cmpuint (yf_report_get_log (report)->sessions->len, ==, FIXTURE_N_SESSIONS);
  g_assert_cmpuint (yf_report_get_log (report)->reliefs->len, ==, FIXTURE_N_RELIEFS);
  g_assert_cmpuint (log->sessions->len, ==, FIXTURE_N_SESSIONS + 1);

  /* All the rest is there. */
  with = yf_report_render (report, YF_REPORT_JSON, NULL);
  without = yf_report_render (before, YF_REPORT_JSON, NULL);
  g_assert_true (g_bytes_equal (with, without));
}

static void
test_anonymous (void)
{
  static const YfReportFormat texts[] = { YF_REPORT_CSV, YF_REPORT_JSON };
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (YfReport) report = make_report (log, TRUE);

  g_assert_true (yf_report_get_anonymous (report));
  g_assert_null (yf_profile_get_name (yf_report_get_log (report)->profile));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = yf_report_render (report, texts[i], &error);
      g_autofree char *text = NULL;

      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_null (strstr (text, "Li Wei"));
      g_assert_null (strstr (text, "李伟"));
      g_assert_null (strstr (text, "Chen"));
      g_assert_null (strstr (text, "calc"));
    }
}

/* The progress agrees with what the fixture says of itself. */
static void
test_totals (void)
{
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (YfReport) report = make_report (log, FALSE);
  const YfTotals *totals = yf_progress_get_totals (yf_report_get_progress (report));

  g_assert_cmpint (totals->n_sessions, ==, FIXTURE_N_SESSIONS);
  g_assert_cmpint (totals->n_completed, ==, FIXTURE_N_COMPLETED);
  g_assert_cmpint (totals->n_sets, ==, FIXTURE_N_SETS);
  g_assert_cmpint (totals->n_reps, ==, FIXTURE_N_REPS);
  g_assert_cmpint (totals->n_stops, ==, FIXTURE_N_STOPS);
  g_assert_cmpint (totals->n_activities, ==, FIXTURE_N_ACTIVITIES);
  g_assert_cmpint (totals->n_reliefs, ==, FIXTURE_N_RELIEFS);
  g_assert_cmpint (totals->n_edited, ==, FIXTURE_N_EDITED);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *id;
    const char *name;
    const char *mime_type;
  } cases[YF_N_REPORT_FORMATS] = {
    [YF_REPORT_PDF] = { "pdf", "yanfei-2026-08-03-2026-09-25.pdf", "application/pdf" },
    [YF_REPORT_CSV] = { "csv", "yanfei-2026-08-03-2026-09-25.csv", "text/csv" },
    [YF_REPORT_XLSX] = { "xlsx", "yanfei-2026-08-03-2026-09-25.xlsx",
                         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
    [YF_REPORT_FHIR] = { "fhir", "yanfei-2026-08-03-2026-09-25.fhir.json", "application/fhir+json" },
    [YF_REPORT_JSON] = { "json", "yanfei-2026-08-03-2026-09-25.json", "application/json" },
  };
  g_autoptr (YfLog) log = fixture_new_log ();
  g_autoptr (YfReport) report = make_report (log, FALSE);
  YfReportFormat format;

  for (YfReportFormat i = 0; i < YF_N_REPORT_FORMATS; i++)
    {
      g_autofree char *name = yf_report_get_file_name (report, i);

      g_assert_true (yf_report_format_from_id (cases[i].id, &format));
      g_assert_cmpint (format, ==, i);
      g_assert_cmpstr (yf_report_format_get_id (i), ==, cases[i].id);
      g_assert_cmpstr (yf_report_format_get_mime_type (i), ==, cases[i].mime_type);
      g_assert_cmpstr (name, ==, cases[i].name);
      g_assert_true (g_str_has_suffix (name, yf_report_format_get_extension (i)));
      g_assert_cmpstr (yf_report_format_get_name (i), !=, "");
    }

  g_assert_false (yf_report_format_from_id ("doc", &format));
  g_assert_false (yf_report_format_from_id (NULL, &format));
}

/* Of the locales that are there, each on its own paper. */
static void
test_paper (void)
{
  static const struct
  {
    const char  *locale;
    YfPaperSize  size;
  } cases[] = {
    { "C.UTF-8", YF_PAPER_A4 },
    { "zh_CN.UTF-8", YF_PAPER_A4 },
    { "en_US.UTF-8", YF_PAPER_LETTER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (setlocale (LC_ALL, cases[i].locale) == NULL)
        {
          g_test_message ("%s is not installed", cases[i].locale);
          continue;
        }
      g_assert_cmpint (yf_paper_size_get_default (), ==, cases[i].size);
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* A week's report says of a day what the report of the whole year says of it, though
 * the usual pain and the dose until then were logged in the weeks before. */
static void
test_further_back (void)
{
  const YfDay today = fixture_get_day ("2026-08-01");
  g_autoptr (YfLog) log = yf_demo_new_log (fixture_get_catalogue (), fixture_get_rules (), today, 365, 3);
  g_autoptr (YfReport) year = make_report (log, FALSE);
  GArray *pains = yf_progress_get_pains (yf_report_get_progress (year));
  GArray *doses = yf_progress_get_doses (yf_report_get_progress (year));
  guint n_pains = 0;
  guint n_doses = 0;
  int n_flares = 0;

  for (YfDay from = yf_report_get_from (year); from <= today; from += 7)
    {
      g_autoptr (YfReport) week = yf_report_new (log, from, from + 6, fixture_get_catalogue (), fixture_get_rules (),
                                                 FALSE, MADE);
      GArray *some = yf_progress_get_pains (yf_report_get_progress (week));
      GArray *changes = yf_progress_get_doses (yf_report_get_progress (week));

      for (guint i = 0; i < some->len; i++)
        {
          const YfPainPoint *here = &g_array_index (some, YfPainPoint, i);
          const YfPainPoint *there = &g_array_index (pains, YfPainPoint, n_pains++);

          g_assert_cmpstr (here->entry, ==, there->entry);
          g_assert_cmpint (here->flare, ==, there->flare);
          n_flares += here->flare;
        }
      for (guint i = 0; i < changes->len; i++)
        {
          const YfDosePoint *here = &g_array_index (changes, YfDosePoint, i);
          const YfDosePoint *there = &g_array_index (doses, YfDosePoint, n_doses++);

          g_assert_cmpstr (here->exercise, ==, there->exercise);
          g_assert_cmpint (here->day, ==, there->day);
          g_assert_cmpint (here->before.sets, ==, there->before.sets);
        }
      for (guint i = 0; i < yf_report_get_log (week)->sessions->len; i++)
        {
          const YfSessionRecord *session = g_ptr_array_index (yf_report_get_log (week)->sessions, i);
          YfDay day = yf_day_from_moment (session->started, session->utc_offset);

          g_assert_cmpint (day, >=, from);
          g_assert_cmpint (day, <=, from + 6);
        }
    }

  g_assert_cmpuint (n_pains, ==, pains->len);
  g_assert_cmpuint (n_doses, ==, doses->len);
  g_assert_cmpint (n_flares, >, 0);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/report/period", test_period);
  g_test_add_func ("/report/report/stage", test_stage);
  g_test_add_func ("/report/report/under-way", test_under_way);
  g_test_add_func ("/report/report/anonymous", test_anonymous);
  g_test_add_func ("/report/report/totals", test_totals);
  g_test_add_func ("/report/report/formats", test_formats);
  g_test_add_func ("/report/report/paper", test_paper);
  g_test_add_func ("/report/report/further-back", test_further_back);

  return g_test_run ();
}
