/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-fixture.h"

#include <string.h>

#include "yf-report-pages-private.h"

/* What the pages say. */

/* What the first page says of a number is what YfProgress says. */
static void
test_numbers (void)
{
  g_autoptr (YfReportPages) pages = pages_fixture_make (fixture_new_log, YF_PAPER_A4, FALSE);
  static const char * const texts[] = {
    "李伟 Li Wei", "1958", "L4/L5 椎间盘突出 (left)", "2026-07-20", "2026-08-10", "High blood pressure",
    "sessions, 6 done to the end", "in 20 sets", "5 entries were corrected",
    "陈医生 Dr. Chen", "urgent", "42 → 0", "3.5 → 5.5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!pages_fixture_has_text (pages, 0, texts[i]))
      g_error ("the first page does not say “%s”", texts[i]);
}

/* A log of one session, with @n_reps repetitions in each of @n_sets sets. It
 * hurt while making ready for the last. */
static YfLog *
make_small (int n_reps,
            int n_sets)
{
  const YfDose dose = { n_sets, n_reps, 0 };
  YfLog *log = yf_log_new (fixture_get_day ("2026-08-03"), fixture_get_day ("2026-08-03"));
  YfSessionRecord *session = yf_session_record_new ("00000000-0000-4000-8000-000000000001", FIXTURE_START, FIXTURE_EAST);
  YfExerciseRecord *exercise;
  YfStop *stop = g_new0 (YfStop, 1);

  session->state = YF_RECORD_STOPPED;
  session->ended = session->started + YF_SECOND * 600;
  yf_session_record_add_exercise (session, "plank", &dose, YF_RECORD_STOPPED);
  exercise = g_ptr_array_index (session->exercises, 0);
  for (int i = 0; i < n_sets * n_reps; i++)
    {
      const YfRepetition rep = {
        .set = i / n_reps + 1, .rep = i % n_reps + 1, .started = session->started + i * YF_SECOND,
        .ended = session->started + (i + 1) * YF_SECOND,
      };

      g_ptr_array_add (exercise->reps, yf_repetition_copy (&rep));
    }
  stop->at = session->started + YF_SECOND * 500;
  stop->set = n_sets + 1;
  stop->phase = YF_SEGMENT_GET_READY;
  stop->pain = 3;
  g_ptr_array_add (session->stops, stop);
  g_ptr_array_add (log->sessions, session);

  return log;
}

/* Each number has the plural of its own. */
static void
test_plurals (void)
{
  static const struct
  {
    int         n_reps;
    int         n_sets;
    const char *reps;
    const char *sets;
    const char *stop;
  } cases[] = {
    { 1, 1, "repetition", "in 1 set", "It hurt · Plank · set 2, before the first repetition" },
    { 10, 1, "repetitions", "in 1 set", "It hurt · Plank · set 2, before the first repetition" },
    { 1, 2, "repetitions", "in 2 sets", "It hurt · Plank · set 3, before the first repetition" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = make_small (cases[i].n_reps, cases[i].n_sets);
      g_autoptr (YfReport) report = pages_fixture_new_report (log, FALSE);
      g_autoptr (YfReportPages) pages = yf_report_pages_new (report, YF_PAPER_A4);

      g_assert_true (pages_fixture_has_line (pages, 0, cases[i].reps));
      g_assert_true (pages_fixture_has_line (pages, 0, cases[i].sets));
      g_assert_true (pages_fixture_has_text_anywhere (pages, cases[i].stop));
    }
}

static void
test_anonymous (void)
{
  g_autoptr (YfReportPages) pages = pages_fixture_make (fixture_new_log, YF_PAPER_A4, TRUE);

  g_assert_true (pages_fixture_has_text (pages, 0, "Anonymous"));
  g_assert_false (pages_fixture_has_text_anywhere (pages, "Li Wei"));
  g_assert_true (pages_fixture_has_line (pages, 0, "Clinician not named"));
  g_assert_false (pages_fixture_has_line (pages, 0, "—"));
}

/* The medians are the ones the findings speak of. */
static void
test_medians (void)
{
  g_autoptr (YfLog) log = pages_fixture_new_quarter ();
  g_autoptr (YfProgress) progress = yf_progress_new (log, fixture_get_catalogue (), YF_DAY_NONE, YF_DAY_NONE);
  GPtrArray *findings = yf_progress_get_findings (progress);
  YfPainSummary pain;
  guint n = 0;

  yf_pain_summary_fill (&pain, progress);
  g_assert_false (pain.whole);

  for (guint i = 0; i < findings->len; i++)
    {
      const YfFinding *finding = g_ptr_array_index (findings, i);
      guint leg = finding->kind == YF_FINDING_LEG_PAIN;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      if (finding->kind != YF_FINDING_BACK_PAIN && finding->kind != YF_FINDING_LEG_PAIN)
        continue;
      before = g_strdup_printf ("was %g in", pain.twice[0][0][leg] / 2.0);
      after = g_strdup_printf ("is %g in", pain.twice[1][0][leg] / 2.0);
      g_assert_nonnull (strstr (finding->text, before));
      g_assert_nonnull (strstr (finding->text, after));
      g_assert_cmpint (pain.n[0][0][leg] + pain.n[1][0][leg], ==, (int) g_strv_length (finding->entries));
      n++;
    }

  g_assert_cmpuint (n, ==, 2);
}

/* Everything that counts is in the log, and what does not is not. */
static void
test_log (void)
{
  const PagesFixtureLog makers[] = { fixture_new_log, pages_fixture_new_quarter };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (YfLog) log = makers[i] ();
      g_autoptr (YfReportPages) pages = pages_fixture_make (makers[i], YF_PAPER_LETTER, FALSE);

      for (guint j = 0; j < log->sessions->len; j++)
        {
          const YfSessionRecord *session = g_ptr_array_index (log->sessions, j);
          g_autofree char *moment = yf_report_moment_text (session->started, session->utc_offset);

          if (!pages_fixture_has_text_anywhere (pages, moment))
            g_error ("the session of %s is missing", moment);
        }
      for (guint j = 0; j < log->activities->len; j++)
        {
          const YfActivityRecord *activity = g_ptr_array_index (log->activities, j);
          g_autofree char *moment = yf_report_moment_text (activity->at, activity->utc_offset);

          g_assert_true (pages_fixture_has_text_anywhere (pages, moment));
        }
    }
}

/* What the plan did is told: in short on the first page, and whole on a page of
 * its own, that which was withdrawn too. */
static void
test_plan (void)
{
  static const char * const first[] = {
    "Easing, on 2026-09-25",
    "慢慢来 · 陈医生 · version of 2026-09-10 · in force from 2026-09-11 to 2026-09-22",
    "Reminders on 4 days: a session followed on 1; “not today” 2 · No reason given (1) · It hurts (1)",
    "Breaks from sitting: 4 offered, 1 done, 1 in part, 1 skipped, 1 not answered · Not possible where I am (1)",
    "suspended since 2026-09-25: it hurt twice in a row",
  };
  static const char * const lines[] = {
    "Programmes followed", "2026-08-24 to 2026-09-10", "Stabilisieren & heben", "2026-09-11 to 2026-09-22",
    "Stage: Acute stage → Easing", "Stage: Easing → Recovery",
    "Withdrawn: an entry it rests on was corrected. It does not count.",
    "From 2 sets × 3, hold 3 s down to 2 sets × 3, hold 2 s: it hurt, and you stopped.",
    "Declared by the person", "Reminders, by week", "Breaks from sitting, by week",
    "The question of the next morning was shown 1 time, and answered there 1 time.",
  };
  g_autoptr (YfReportPages) pages = pages_fixture_make (fixture_new_log_with_plan, YF_PAPER_A4, FALSE);
  g_autoptr (YfReportPages) nameless = pages_fixture_make (fixture_new_log_with_plan, YF_PAPER_A4, TRUE);
  g_autoptr (YfReportPages) without = pages_fixture_make (fixture_new_log, YF_PAPER_A4, FALSE);
  guint page = yf_paper_find_target (yf_report_pages_get_paper (pages), "plan");

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (!pages_fixture_has_text (pages, 0, first[i]))
      g_error ("the first page does not say “%s”", first[i]);
  g_assert_cmpuint (page, >, 1);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!pages_fixture_has_line (pages, page - 1, lines[i]))
      g_error ("the page about the plan does not say “%s”", lines[i]);

  /* Never agreed to, so never followed. */
  g_assert_false (pages_fixture_has_line (pages, page - 1, "Rest"));

  g_assert_true (pages_fixture_has_text (nameless, 0, "Clinician not named · version of 2026-09-10"));
  for (guint i = 0; i < yf_report_pages_get_n (nameless); i++)
    g_assert_false (pages_fixture_has_text (nameless, i, "慢慢来") ||
                    pages_fixture_has_text (nameless, i, "Stabilisieren") ||
                    pages_fixture_has_text (nameless, i, "陈医生 ·") || pages_fixture_has_text (nameless, i, "Dr. Chen"));

  g_assert_cmpuint (yf_paper_find_target (yf_report_pages_get_paper (without), "plan"), ==, 0);
  g_assert_false (pages_fixture_has_text_anywhere (without, "Reminders on"));
  g_assert_false (pages_fixture_has_text_anywhere (without, "Breaks from sitting"));
}

/* Told of at the first start, the episode is as old as its onset, and the first
 * entry came later: a report of everything tells when it began, one of some days what
 * happened in them. */
static void
test_onset (void)
{
  static const struct
  {
    const char *from;
    gboolean    told;
  } cases[] = {
    { NULL, TRUE },
    { "2026-08-03", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfLog) log = fixture_new_log_with_plan ();
      g_autoptr (YfReport) report = NULL;
      g_autoptr (YfReportPages) pages = NULL;
      YfStageChangeRecord *onset = g_ptr_array_index (log->stage_changes, 0);
      guint page;

      onset->change.day = fixture_get_day ("2026-07-20");
      log->from = YF_DAY_NONE;
      report = yf_report_new (log, cases[i].from != NULL ? fixture_get_day (cases[i].from) : YF_DAY_NONE, log->to,
                              fixture_get_catalogue (), fixture_get_rules (), FALSE, PAGES_FIXTURE_MADE);
      pages = yf_report_pages_new (report, YF_PAPER_A4);
      page = yf_paper_find_target (yf_report_pages_get_paper (pages), "plan") - 1;
      g_assert_cmpint (yf_report_get_from (report), ==, fixture_get_day ("2026-08-03"));
      g_assert_cmpint (pages_fixture_has_line (pages, page, "Stage: Prevention → Acute stage"), ==, cases[i].told);
      g_assert_cmpint (pages_fixture_has_line (pages, page, "2026-07-20"), ==, cases[i].told);
      g_assert_true (pages_fixture_has_line (pages, page, "Stage: Acute stage → Easing"));

      for (YfReportFormat format = YF_REPORT_FHIR; format <= YF_REPORT_JSON; format++)
        {
          g_autoptr (GBytes) bytes = yf_report_render (report, format, NULL);
          gsize length;
          const char *text = g_bytes_get_data (bytes, &length);

          g_assert_cmpint (g_strstr_len (text, (gssize) length, onset->id) != NULL, ==,
                           format == YF_REPORT_JSON && cases[i].told);
          g_assert_cmpint (g_strstr_len (text, (gssize) length, "\"effectiveDateTime\" : \"2026-07-20\"") != NULL, ==,
                           format == YF_REPORT_FHIR && cases[i].told);
        }
    }
}

/* The last wish of a day counts. */
static void
test_wishes (void)
{
  g_autoptr (YfLog) log = fixture_new_log_with_plan ();
  g_autoptr (YfReport) as_planned = NULL;
  g_autoptr (YfReport) changed = NULL;
  g_autoptr (YfReportPages) before = NULL;
  g_autoptr (YfReportPages) after = NULL;

  as_planned = pages_fixture_new_report (log, FALSE);
  before = yf_report_pages_new (as_planned, YF_PAPER_A4);
  g_assert_false (pages_fixture_has_text_anywhere (before, "Changed by the person"));

  g_ptr_array_remove_index (log->wishes, 1);
  changed = pages_fixture_new_report (log, FALSE);
  after = yf_report_pages_new (changed, YF_PAPER_A4);
  g_assert_true (pages_fixture_has_text_anywhere (after, "Changed by the person"));
  g_assert_true (pages_fixture_has_text_anywhere (after, "On 1 day the person changed what the plan held: left out 1, "
                                                         "added 1."));
}

/* A dose that the plan changed has the plan's reason, and one that the person
 * chose has none. */
static void
test_reasons (void)
{
  g_autoptr (YfLog) log = pages_fixture_new_quarter ();
  g_autoptr (YfReport) report = pages_fixture_new_report (log, FALSE);
  YfReportLayout layout = { .report = report, .progress = yf_report_get_progress (report) };
  GArray *doses = yf_progress_get_doses (layout.progress);
  guint n_reasons = 0;

  for (guint i = 0; i < doses->len; i++)
    {
      const YfDosePoint *point = &g_array_index (doses, YfDosePoint, i);
      const YfPlanChange *reason = yf_report_find_reason (&layout, i);

      if (reason == NULL)
        continue;
      n_reasons++;
      g_assert_cmpstr (reason->exercise, ==, point->exercise);
      g_assert_cmpint (reason->day, <=, point->day);
      g_assert_false (reason->withdrawn);
      g_assert_true (yf_dose_equal (&reason->dose->to, &point->dose));
      g_assert_true (point->before.sets == 0 || !yf_dose_equal (&point->before, &point->dose));
    }
  g_assert_cmpuint (n_reasons, >, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/numbers", test_numbers);
  g_test_add_func ("/pages/plurals", test_plurals);
  g_test_add_func ("/pages/anonymous", test_anonymous);
  g_test_add_func ("/pages/medians", test_medians);
  g_test_add_func ("/pages/log", test_log);
  g_test_add_func ("/pages/plan", test_plan);
  g_test_add_func ("/pages/onset", test_onset);
  g_test_add_func ("/pages/wishes", test_wishes);
  g_test_add_func ("/pages/reasons", test_reasons);

  return g_test_run ();
}
