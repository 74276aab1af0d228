/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "report-fixture.h"
#include "yf-demo.h"
#include "yf-paper-private.h"
#include "yf-report-pages-private.h"

/* What is on the pages, and that it is where it can be read. */

/* 1 October 2026, 9 o'clock in Shanghai. */
#define MADE (G_GINT64_CONSTANT (1790816400) * G_USEC_PER_SEC)

#define BORDER 40

typedef YfLog *(*MakeLog) (void);

static YfLog *
make_empty (void)
{
  return yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
}

static YfLog *
make_demo (int days)
{
  return yf_demo_new_log (fixture_get_catalogue (), fixture_get_rules (), fixture_get_day ("2026-11-20"), days, 3);
}

static YfLog *
make_day (void)
{
  return make_demo (1);
}

static YfLog *
make_quarter (void)
{
  return make_demo (90);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (all, text);

  return g_string_free (all, FALSE);
}

/* Every list of the first page longer than the page, and words that are longer
 * than they should be. */
static YfLog *
make_crowded (void)
{
  static const char * const all[] = { "*", NULL };
  YfLog *log = fixture_new_log_with_plan ();
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_get_catalogue ());
  GPtrArray *flags = yf_catalogue_get_red_flags (fixture_get_catalogue ());
  GPtrArray *conditions = yf_catalogue_get_conditions (fixture_get_catalogue ());
  g_autofree char *diagnosis = repeat ("L4/L5 椎间盘突出, a long history. ", 120);
  g_autofree char *name = repeat ("Wolfeschlegelsteinhausenbergerdorff ", 8);
  YfSessionRecord *session = g_ptr_array_index (log->sessions, log->sessions->len - 1);

  yf_profile_set_diagnosis (log->profile, diagnosis);
  yf_profile_set_name (log->profile, name);
  for (guint i = 0; i < conditions->len; i++)
    yf_profile_set_condition (log->profile, yf_condition_get_id (g_ptr_array_index (conditions, i)), TRUE);

  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (YfClearance) clearance = yf_clearance_new (name, fixture_get_day ("2026-08-12"), all, all,
                                                            fixture_get_day ("2027-08-12"));

      yf_profile_add_clearance (log->profile, clearance);
    }

  for (guint i = 0; i < exercises->len; i++)
    for (YfSegmentKind phase = YF_SEGMENT_RAISE; phase <= YF_SEGMENT_LOWER; phase++)
      {
        const YfDose dose = { 2, 10, 3 * YF_SECOND };
        YfStop *stop = g_new0 (YfStop, 1);

        yf_session_record_add_exercise (session, yf_exercise_get_id (g_ptr_array_index (exercises, i)), &dose,
                                        YF_RECORD_STOPPED);
        stop->at = session->started + YF_SECOND;
        stop->item = session->exercises->len - 1;
        stop->set = 1;
        stop->rep = 2;
        stop->phase = phase;
        stop->pain = 6;
        g_ptr_array_add (session->stops, stop);
      }

  g_clear_pointer (&session->after->note, g_free);
  session->after->note = repeat ("It was a long day, and this is a long note about it. ", 400);

  for (guint i = 0; i < flags->len; i++)
    yf_check_in_set_flag (session->check_in, yf_red_flag_get_id (g_ptr_array_index (flags, i)), TRUE, 3);

  return log;
}

static const struct
{
  const char *name;
  MakeLog     make;
} logs[] = {
  { "empty", make_empty },
  { "day", make_day },
  { "fixture", fixture_new_log },
  { "plan", fixture_new_log_with_plan },
  { "quarter", make_quarter },
  { "crowded", make_crowded },
};

static YfReportPages *
make_pages (MakeLog     make,
            YfPaperSize size,
            gboolean    anonymous)
{
  g_autoptr (YfLog) log = make ();
  g_autoptr (YfReport) report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), anonymous, MADE);

  return yf_report_pages_new (report, size);
}

static GArray *
get_inks (YfReportPages *pages,
          guint          page)
{
  return g_ptr_array_index (yf_report_pages_get_paper (pages)->pages, page);
}

static gboolean
has_text (YfReportPages *pages,
          guint          page,
          const char    *needle)
{
  GArray *inks = get_inks (pages, page);

  for (guint i = 0; i < inks->len; i++)
    {
      const YfInk *ink = &g_array_index (inks, YfInk, i);

      if (ink->kind == YF_INK_TEXT && strstr (ink->text, needle) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Likewise, and nothing else beside it. */
static gboolean
has_line (YfReportPages *pages,
          guint          page,
          const char    *line)
{
  GArray *inks = get_inks (pages, page);

  for (guint i = 0; i < inks->len; i++)
    {
      const YfInk *ink = &g_array_index (inks, YfInk, i);

      if (ink->kind == YF_INK_TEXT && g_str_equal (ink->text, line))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_text_anywhere (YfReportPages *pages,
                   const char    *needle)
{
  for (guint page = 0; page < yf_report_pages_get_n (pages); page++)
    if (has_text (pages, page, needle))
      return TRUE;

  return FALSE;
}

/* Where a piece of ink is, as wide as it really is. */
static void
get_place (YfPaper     *paper,
           const YfInk *ink,
           double      *left,
           double      *right,
           double      *top,
           double      *bottom)
{
  *left = ink->x;
  *right = ink->x + ink->width;
  *top = ink->y;
  *bottom = ink->y + ink->height;
  if (ink->kind == YF_INK_TEXT)
    {
      PangoLayout *layout = yf_paper_set_layout (paper, &ink->how, ink->width, ink->text);
      PangoRectangle ink_place;

      pango_layout_get_extents (layout, &ink_place, NULL);
      *left = ink->x + ink_place.x / (double) PANGO_SCALE;
      *right = *left + ink_place.width / (double) PANGO_SCALE;
      *top = ink->y + ink_place.y / (double) PANGO_SCALE;
      *bottom = *top + ink_place.height / (double) PANGO_SCALE;
    }
}

/* Nothing lies on top of anything else, and nothing reaches into the foot. */
static void
check_places (YfReportPages *pages,
              guint          page)
{
  YfPaper *paper = yf_report_pages_get_paper (pages);
  GArray *inks = get_inks (pages, page);
  g_autofree double *places = g_new0 (double, inks->len * 4);

  for (guint i = 0; i < inks->len; i++)
    {
      const YfInk *ink = &g_array_index (inks, YfInk, i);
      double *a = places + 4 * i;

      get_place (paper, ink, &a[0], &a[1], &a[2], &a[3]);
      if (ink->kind != YF_INK_TEXT && ink->kind != YF_INK_CHART)
        continue;

      g_assert_cmpfloat (a[0], >=, -1);
      g_assert_cmpfloat (a[1], <=, yf_paper_get_width (paper) + 1);
      g_assert_cmpfloat (a[2], >=, -4);
      g_assert_cmpfloat (a[3], <=, yf_paper_get_height (paper) + 1);

      for (guint j = 0; j < i; j++)
        {
          const YfInk *other = &g_array_index (inks, YfInk, j);
          const double *b = places + 4 * j;

          if (other->kind != YF_INK_TEXT && other->kind != YF_INK_CHART)
            continue;
          if (a[0] < b[1] - 0.5 && b[0] < a[1] - 0.5 && a[2] < b[3] - 0.5 && b[2] < a[3] - 0.5)
            g_error ("page %u: “%s” lies on “%s”", page + 1, ink->text ? ink->text : "chart",
                     other->text ? other->text : "chart");
        }
    }
}

/* Draws a page on a greater one, and looks at what is around it. */
static void
check_margins (YfReportPages *pages,
               guint          page)
{
  int width = (int) yf_report_pages_get_width (pages) + 2 * BORDER;
  int height = (int) yf_report_pages_get_height (pages) + 2 * BORDER;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cairo = cairo_create (surface);
  const int margin = BORDER + (int) YF_PAPER_MARGIN - 6;
  const guint8 *data;
  int stride;
  guint n_inside = 0;

  cairo_translate (cairo, BORDER, BORDER);
  yf_report_pages_draw (pages, page, cairo);
  g_assert_cmpint (cairo_status (cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cairo);
  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        gboolean inside = x >= margin && x < width - margin && y >= margin && y < height - margin;

        if (inside)
          n_inside += data[y * stride + x] > 0;
        else if (data[y * stride + x] > 0)
          g_error ("page %u: something is drawn at %d, %d", page + 1, x - BORDER, y - BORDER);
      }

  g_assert_cmpuint (n_inside, >, 100);
  cairo_surface_destroy (surface);
}

static void
test_places (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);

  for (YfPaperSize size = YF_PAPER_A4; size <= YF_PAPER_LETTER; size++)
    {
      g_autoptr (YfReportPages) pages = make_pages (logs[index].make, size, FALSE);

      g_assert_cmpfloat_with_epsilon (yf_report_pages_get_width (pages), size == YF_PAPER_A4 ? 595.28 : 612, 0.01);
      g_assert_cmpfloat_with_epsilon (yf_report_pages_get_height (pages), size == YF_PAPER_A4 ? 841.89 : 792, 0.01);
      g_assert_true (has_text (pages, 0, "Exercise report"));
      g_assert_true (has_text (pages, 0, "Clearances and assessments"));
      g_assert_true (has_text (pages, 0, "does not diagnose"));

      for (guint page = 0; page < yf_report_pages_get_n (pages); page++)
        {
          check_places (pages, page);
          check_margins (pages, page);
          g_assert_cmpint (has_text (pages, page, "does not diagnose"), ==, page == 0);
        }
    }
}

/* What the first page says of a number is what YfProgress says. */
static void
test_numbers (void)
{
  g_autoptr (YfReportPages) pages = make_pages (fixture_new_log, YF_PAPER_A4, FALSE);
  static const char * const texts[] = {
    "李伟 Li Wei", "1958", "L4/L5 椎间盘突出 (left)", "2026-07-20", "2026-08-10", "High blood pressure",
    "sessions, 6 done to the end", "in 20 sets", "5 entries were corrected",
    "陈医生 Dr. Chen", "urgent", "42 → 0", "3.5 → 5.5",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (!has_text (pages, 0, texts[i]))
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
      g_autoptr (YfReport) report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (),
                                                   fixture_get_rules (), FALSE, MADE);
      g_autoptr (YfReportPages) pages = yf_report_pages_new (report, YF_PAPER_A4);

      g_assert_true (has_line (pages, 0, cases[i].reps));
      g_assert_true (has_line (pages, 0, cases[i].sets));
      g_assert_true (has_text_anywhere (pages, cases[i].stop));
    }
}

static void
test_anonymous (void)
{
  g_autoptr (YfReportPages) pages = make_pages (fixture_new_log, YF_PAPER_A4, TRUE);

  g_assert_true (has_text (pages, 0, "Anonymous"));
  g_assert_false (has_text_anywhere (pages, "Li Wei"));
  g_assert_true (has_line (pages, 0, "Clinician not named"));
  g_assert_false (has_line (pages, 0, "—"));
}

/* The medians are the ones the findings speak of. */
static void
test_medians (void)
{
  g_autoptr (YfLog) log = make_quarter ();
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

/* What the plan of these days never asks for, with the longest name and the
 * longest dose. */
static YfLog *
make_long_words (void)
{
  static const struct { const char *exercise; YfDose dose; } items[] = {
    { "wall-stand", { 1, 1, 300 * YF_SECOND } },
    { "upper-swallow", { 2, 5, 3 * YF_SECOND } },
  };
  YfLog *log = make_demo (365);
  YfSessionRecord *session = g_ptr_array_index (log->sessions, log->sessions->len - 1);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    yf_session_record_add_exercise (session, items[i].exercise, &items[i].dose, YF_RECORD_STOPPED);

  return log;
}

/* The cells of the log that are the same all the time take one line each: of
 * the catalogue's own exercises, and of any plan. */
static void
test_lines (void)
{
  static const char * const texts[] = {
    "2026-09-01 19:00 *", "1 × 1, 5:00 min", "Swallow-flight, upper body only",
  };

  for (YfPaperSize size = YF_PAPER_A4; size <= YF_PAPER_LETTER; size++)
    {
      g_autoptr (YfReportPages) pages = make_pages (make_long_words, size, FALSE);
      g_autoptr (YfReportPages) edited = make_pages (fixture_new_log, size, FALSE);
      guint n[G_N_ELEMENTS (texts)] = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          YfReportPages *where = i == 0 ? edited : pages;

          for (guint page = 1; page < yf_report_pages_get_n (where); page++)
            {
              GArray *inks = get_inks (where, page);

              for (guint j = 0; j < inks->len; j++)
                {
                  const YfInk *ink = &g_array_index (inks, YfInk, j);
                  PangoLayout *layout;

                  if (ink->kind != YF_INK_TEXT || !g_str_equal (ink->text, texts[i]))
                    continue;
                  layout = yf_paper_set_layout (yf_report_pages_get_paper (where), &ink->how, ink->width, ink->text);
                  if (pango_layout_get_line_count (layout) != 1)
                    g_error ("page %u: “%s” has %d lines", page + 1, ink->text, pango_layout_get_line_count (layout));
                  n[i]++;
                }
            }
          g_assert_cmpuint (n[i], >, 0);
        }
    }
}

static YfLog *
make_renamed (const char *name)
{
  YfLog *log = fixture_new_log ();

  yf_profile_set_name (log->profile, name);

  return log;
}

/* A long name is not cut where there is room for it: whose report it is matters. */
static void
test_name (void)
{
  static const char * const names[] = {
    "李伟 Li Wei",
    "Maximiliane-Henriette von und zu Wolfenstein-Hohenlohe-Langenburg, called Lily",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (YfLog) log = make_renamed (names[i]);
      g_autoptr (YfReport) report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (),
                                                   fixture_get_rules (), FALSE, MADE);
      g_autoptr (YfReportPages) pages = yf_report_pages_new (report, YF_PAPER_LETTER);
      YfPaper *paper = yf_report_pages_get_paper (pages);
      GArray *inks = get_inks (pages, 0);
      guint n = 0;

      for (guint j = 0; j < inks->len; j++)
        {
          const YfInk *ink = &g_array_index (inks, YfInk, j);

          if (ink->kind != YF_INK_TEXT || !g_str_equal (ink->text, names[i]))
            continue;
          g_assert_false (pango_layout_is_ellipsized (yf_paper_set_layout (paper, &ink->how, ink->width, ink->text)));
          n++;
        }
      g_assert_cmpuint (n, ==, 1);
      check_places (pages, 0);
    }
}

/* Everything that counts is in the log, and what does not is not. */
static void
test_log (void)
{
  const MakeLog makers[] = { fixture_new_log, make_quarter };

  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (YfLog) log = makers[i] ();
      g_autoptr (YfReportPages) pages = make_pages (makers[i], YF_PAPER_LETTER, FALSE);

      for (guint j = 0; j < log->sessions->len; j++)
        {
          const YfSessionRecord *session = g_ptr_array_index (log->sessions, j);
          g_autofree char *moment = yf_report_moment_text (session->started, session->utc_offset);

          if (!has_text_anywhere (pages, moment))
            g_error ("the session of %s is missing", moment);
        }
      for (guint j = 0; j < log->activities->len; j++)
        {
          const YfActivityRecord *activity = g_ptr_array_index (log->activities, j);
          g_autofree char *moment = yf_report_moment_text (activity->at, activity->utc_offset);

          g_assert_true (has_text_anywhere (pages, moment));
        }
    }
}

/* On each page on which a table goes on, its header comes first. */
static void
test_header (void)
{
  g_autoptr (YfReportPages) pages = make_pages (make_quarter, YF_PAPER_A4, FALSE);
  guint n_continued = 0;

  for (guint page = 1; page < yf_report_pages_get_n (pages); page++)
    {
      GArray *inks = get_inks (pages, page);
      gboolean open = FALSE;
      gboolean head = FALSE;

      for (guint i = 0; i < inks->len; i++)
        {
          const YfInk *ink = &g_array_index (inks, YfInk, i);

          if (ink->kind == YF_INK_OPEN && g_str_equal (ink->tag, "Table"))
            {
              n_continued += i == 0;
              open = TRUE;
              head = FALSE;
            }
          if (ink->kind == YF_INK_CLOSE && g_str_equal (ink->tag, "Table"))
            open = FALSE;
          if (ink->kind != YF_INK_TEXT || ink->how.tag == NULL)
            continue;
          if (g_str_equal (ink->how.tag, "TH"))
            head = TRUE;
          if (g_str_equal (ink->how.tag, "TD"))
            g_assert_true (open && head);
        }
      g_assert_false (open);
    }

  g_assert_cmpuint (n_continued, >, 0);
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
  g_autoptr (YfReportPages) pages = make_pages (fixture_new_log_with_plan, YF_PAPER_A4, FALSE);
  g_autoptr (YfReportPages) nameless = make_pages (fixture_new_log_with_plan, YF_PAPER_A4, TRUE);
  g_autoptr (YfReportPages) without = make_pages (fixture_new_log, YF_PAPER_A4, FALSE);
  guint page = yf_paper_find_target (yf_report_pages_get_paper (pages), "plan");

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    if (!has_text (pages, 0, first[i]))
      g_error ("the first page does not say “%s”", first[i]);
  g_assert_cmpuint (page, >, 1);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!has_line (pages, page - 1, lines[i]))
      g_error ("the page about the plan does not say “%s”", lines[i]);

  /* Never agreed to, so never followed. */
  g_assert_false (has_line (pages, page - 1, "Rest"));

  g_assert_true (has_text (nameless, 0, "Clinician not named · version of 2026-09-10"));
  for (guint i = 0; i < yf_report_pages_get_n (nameless); i++)
    g_assert_false (has_text (nameless, i, "慢慢来") || has_text (nameless, i, "Stabilisieren") ||
                    has_text (nameless, i, "陈医生 ·") || has_text (nameless, i, "Dr. Chen"));

  g_assert_cmpuint (yf_paper_find_target (yf_report_pages_get_paper (without), "plan"), ==, 0);
  g_assert_false (has_text_anywhere (without, "Reminders on"));
  g_assert_false (has_text_anywhere (without, "Breaks from sitting"));
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
                              fixture_get_catalogue (), fixture_get_rules (), FALSE, MADE);
      pages = yf_report_pages_new (report, YF_PAPER_A4);
      page = yf_paper_find_target (yf_report_pages_get_paper (pages), "plan") - 1;
      g_assert_cmpint (yf_report_get_from (report), ==, fixture_get_day ("2026-08-03"));
      g_assert_cmpint (has_line (pages, page, "Stage: Prevention → Acute stage"), ==, cases[i].told);
      g_assert_cmpint (has_line (pages, page, "2026-07-20"), ==, cases[i].told);
      g_assert_true (has_line (pages, page, "Stage: Acute stage → Easing"));

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

  as_planned = yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), FALSE, MADE);
  before = yf_report_pages_new (as_planned, YF_PAPER_A4);
  g_assert_false (has_text_anywhere (before, "Changed by the person"));

  g_ptr_array_remove_index (log->wishes, 1);
  changed = yf_report_new (log, log->from, log->to, fixture_get_catalogue (), fixture_get_rules (), FALSE, MADE);
  after = yf_report_pages_new (changed, YF_PAPER_A4);
  g_assert_true (has_text_anywhere (after, "Changed by the person"));
  g_assert_true (has_text_anywhere (after, "On 1 day the person changed what the plan held: left out 1, added 1."));
}

/* A dose that the plan changed has the plan's reason, and one that the person
 * chose has none. */
static void
test_reasons (void)
{
  g_autoptr (YfLog) log = make_quarter ();
  g_autoptr (YfReport) report = yf_report_new (log, log->from, log->to, fixture_get_catalogue (),
                                               fixture_get_rules (), FALSE, MADE);
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

/* What the first page leaves out is on the page that it names. */
static void
test_cut (void)
{
  g_autoptr (YfReportPages) pages = make_pages (make_crowded, YF_PAPER_LETTER, FALSE);
  GArray *inks = get_inks (pages, 0);
  guint n_cut = 0;

  for (guint i = 0; i < inks->len; i++)
    {
      const YfInk *ink = &g_array_index (inks, YfInk, i);
      guint left;
      guint page;

      if (ink->kind != YF_INK_TEXT || sscanf (ink->text, "and %u more, see page %u", &left, &page) != 2)
        continue;
      g_assert_cmpuint (left, >, 0);
      g_assert_cmpuint (page, >, 1);
      g_assert_cmpuint (page, <=, yf_report_pages_get_n (pages));
      g_assert_nonnull (ink->how.link);
      g_assert_cmpuint (yf_paper_find_target (yf_report_pages_get_paper (pages), ink->how.link), ==, page);
      n_cut++;
    }

  g_assert_cmpuint (n_cut, ==, 4);
  g_assert_true (has_text_anywhere (pages, "this is a long note"));
}

int
main (int    argc,
      char **argv)
{

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (logs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/pages/places/%s", logs[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_places);
    }
  g_test_add_func ("/pages/numbers", test_numbers);
  g_test_add_func ("/pages/lines", test_lines);
  g_test_add_func ("/pages/name", test_name);
  g_test_add_func ("/pages/plurals", test_plurals);
  g_test_add_func ("/pages/anonymous", test_anonymous);
  g_test_add_func ("/pages/medians", test_medians);
  g_test_add_func ("/pages/log", test_log);
  g_test_add_func ("/pages/header", test_header);
  g_test_add_func ("/pages/plan", test_plan);
  g_test_add_func ("/pages/onset", test_onset);
  g_test_add_func ("/pages/wishes", test_wishes);
  g_test_add_func ("/pages/reasons", test_reasons);
  g_test_add_func ("/pages/cut", test_cut);

  return g_test_run ();
}
