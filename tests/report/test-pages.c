/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pages-fixture.h"

#include "yf-paper-private.h"
#include "yf-report-pages-private.h"

/* That what is on the pages is where it can be read. */

#define BORDER 40

static YfLog *
make_empty (void)
{
  return yf_log_new (YF_DAY_NONE, YF_DAY_NONE);
}

static YfLog *
make_day (void)
{
  return pages_fixture_new_demo (1);
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
  PagesFixtureLog     make;
} logs[] = {
  { "empty", make_empty },
  { "day", make_day },
  { "fixture", fixture_new_log },
  { "plan", fixture_new_log_with_plan },
  { "quarter", pages_fixture_new_quarter },
  { "crowded", make_crowded },
};

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
  GArray *inks = pages_fixture_get_inks (pages, page);
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
      g_autoptr (YfReportPages) pages = pages_fixture_make (logs[index].make, size, FALSE);

      g_assert_cmpfloat_with_epsilon (yf_report_pages_get_width (pages), size == YF_PAPER_A4 ? 595.28 : 612, 0.01);
      g_assert_cmpfloat_with_epsilon (yf_report_pages_get_height (pages), size == YF_PAPER_A4 ? 841.89 : 792, 0.01);
      g_assert_true (pages_fixture_has_text (pages, 0, "Exercise report"));
      g_assert_true (pages_fixture_has_text (pages, 0, "Clearances and assessments"));
      g_assert_true (pages_fixture_has_text (pages, 0, "does not diagnose"));

      for (guint page = 0; page < yf_report_pages_get_n (pages); page++)
        {
          check_places (pages, page);
          check_margins (pages, page);
          g_assert_cmpint (pages_fixture_has_text (pages, page, "does not diagnose"), ==, page == 0);
        }
    }
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
  YfLog *log = pages_fixture_new_demo (365);
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
      g_autoptr (YfReportPages) pages = pages_fixture_make (make_long_words, size, FALSE);
      g_autoptr (YfReportPages) edited = pages_fixture_make (fixture_new_log, size, FALSE);
      guint n[G_N_ELEMENTS (texts)] = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        {
          YfReportPages *where = i == 0 ? edited : pages;

          for (guint page = 1; page < yf_report_pages_get_n (where); page++)
            {
              GArray *inks = pages_fixture_get_inks (where, page);

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
      g_autoptr (YfReport) report = pages_fixture_new_report (log, FALSE);
      g_autoptr (YfReportPages) pages = yf_report_pages_new (report, YF_PAPER_LETTER);
      YfPaper *paper = yf_report_pages_get_paper (pages);
      GArray *inks = pages_fixture_get_inks (pages, 0);
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

/* On each page on which a table goes on, its header comes first. */
static void
test_header (void)
{
  g_autoptr (YfReportPages) pages = pages_fixture_make (pages_fixture_new_quarter, YF_PAPER_A4, FALSE);
  guint n_continued = 0;

  for (guint page = 1; page < yf_report_pages_get_n (pages); page++)
    {
      GArray *inks = pages_fixture_get_inks (pages, page);
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

/* What the first page leaves out is on the page that it names. */
static void
test_cut (void)
{
  g_autoptr (YfReportPages) pages = pages_fixture_make (make_crowded, YF_PAPER_LETTER, FALSE);
  GArray *inks = pages_fixture_get_inks (pages, 0);
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
  g_assert_true (pages_fixture_has_text_anywhere (pages, "this is a long note"));
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
  g_test_add_func ("/pages/lines", test_lines);
  g_test_add_func ("/pages/name", test_name);
  g_test_add_func ("/pages/header", test_header);
  g_test_add_func ("/pages/cut", test_cut);

  return g_test_run ();
}
