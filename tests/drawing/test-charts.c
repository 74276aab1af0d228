/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <math.h>
#include <string.h>

/* Every kind of chart, of no day, of one, a month and five years, at three
 * widths: what is drawn is where it is said to be, and nowhere else. */

#define MARGIN 48

static const int spans[] = { 0, 1, 30, 1826 };
static const int widths[] = { 240, 300, 700, 1400 };
static const char * const fonts[] = { "Sans 11", "Sans 22" };

typedef struct
{
  cairo_surface_t *surface;
  YfCanvas         canvas;
} Sheet;

static Sheet *
sheet_new (YfChart    *chart,
           int         width,
           const char *font)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  Sheet *sheet = g_new0 (Sheet, 1);
  int height;

  sheet->canvas.context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (sheet->canvas.context, description);
  sheet->canvas.palette = yf_palette_get (YF_PALETTE_LIGHT);
  sheet->canvas.width = width;
  height = (int) yf_chart_measure (chart, sheet->canvas.context, width);
  g_assert_cmpint (height, >, 0);
  sheet->canvas.height = height;

  sheet->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width + 2 * MARGIN, height + 2 * MARGIN);
  sheet->canvas.cairo = cairo_create (sheet->surface);
  cairo_translate (sheet->canvas.cairo, MARGIN, MARGIN);

  return sheet;
}

static void
sheet_free (Sheet *sheet)
{
  cairo_destroy (sheet->canvas.cairo);
  cairo_surface_destroy (sheet->surface);
  g_object_unref (sheet->canvas.context);
  g_free (sheet);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static void
sheet_draw (Sheet   *sheet,
            YfChart *chart,
            int      point)
{
  yf_chart_draw (chart, &sheet->canvas, point);
  g_assert_cmpint (cairo_status (sheet->canvas.cairo), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (sheet->surface);
}

/* The opacity at a place of the canvas, 0 to 255. */
static guint
sheet_get_ink (Sheet *sheet,
               int    x,
               int    y)
{
  const guint8 *data = cairo_image_surface_get_data (sheet->surface);
  int stride = cairo_image_surface_get_stride (sheet->surface);
  guint32 pixel;

  if (x < -MARGIN || y < -MARGIN || x >= cairo_image_surface_get_width (sheet->surface) - MARGIN
      || y >= cairo_image_surface_get_height (sheet->surface) - MARGIN)
    return 0;
  memcpy (&pixel, data + (y + MARGIN) * stride + (x + MARGIN) * 4, sizeof pixel);

  return pixel >> 24;
}

static void
assert_margin_is_clean (Sheet *sheet)
{
  int width = cairo_image_surface_get_width (sheet->surface) - MARGIN;
  int height = cairo_image_surface_get_height (sheet->surface) - MARGIN;

  for (int y = -MARGIN; y < height; y++)
    for (int x = -MARGIN; x < width; x++)
      {
        if (x >= 0 && y >= 0 && x < (int) sheet->canvas.width && y < (int) sheet->canvas.height)
          continue;
        if (sheet_get_ink (sheet, x, y) != 0)
          g_error ("ink at %d, %d, outside %g by %g", x, y, sheet->canvas.width, sheet->canvas.height);
      }
}

static guint
count_ink (Sheet *sheet)
{
  guint n = 0;

  for (int y = 0; y < (int) sheet->canvas.height; y++)
    for (int x = 0; x < (int) sheet->canvas.width; x++)
      n += sheet_get_ink (sheet, x, y) != 0;

  return n;
}

static gboolean
has_ink_near (Sheet  *sheet,
              double  x,
              double  y)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      if (sheet_get_ink (sheet, (int) floor (x) + dx, (int) floor (y) + dy) > 0)
        return TRUE;

  return FALSE;
}

static void
assert_points (Sheet   *sheet,
               YfChart *chart)
{
  guint n = yf_chart_get_n_points (chart);

  for (guint i = 0; i < n; i += 1 + n / 60)
    {
      double x;
      double y;
      double found_x;
      double found_y;
      int found;

      yf_chart_get_point_place (chart, &sheet->canvas, i, &x, &y);
      if (!has_ink_near (sheet, x, y))
        g_error ("%s, point %u: no ink at %g, %g of %g by %g", yf_chart_get_id (chart), i, x, y,
                 sheet->canvas.width, sheet->canvas.height);

      /* Another may lie on top of it. */
      found = yf_chart_find_point (chart, &sheet->canvas, x, y);
      g_assert_cmpint (found, !=, YF_CHART_NO_POINT);
      yf_chart_get_point_place (chart, &sheet->canvas, (guint) found, &found_x, &found_y);
      g_assert_cmpfloat_with_epsilon (found_x, x, 0.01);
      g_assert_cmpfloat_with_epsilon (found_y, y, 0.01);
    }
  g_assert_cmpint (yf_chart_find_point (chart, &sheet->canvas, -500, -500), ==, YF_CHART_NO_POINT);
}

static void
assert_drawn (YfChart    *chart,
              int         width,
              const char *font)
{
  g_autoptr (Sheet) sheet = sheet_new (chart, width, font);
  guint n = yf_chart_get_n_points (chart);
  guint ink;

  sheet_draw (sheet, chart, YF_CHART_NO_POINT);
  assert_margin_is_clean (sheet);
  ink = count_ink (sheet);
  g_assert_cmpuint (ink, >, 100);
  assert_points (sheet, chart);

  /* What is chosen is to be seen, and stays within as well. */
  for (guint i = 0; n > 0 && i < 3; i++)
    {
      g_autoptr (Sheet) chosen = sheet_new (chart, width, font);
      gsize size = (gsize) cairo_image_surface_get_stride (sheet->surface)
                   * cairo_image_surface_get_height (sheet->surface);

      sheet_draw (chosen, chart, (int) (i == 0 ? 0 : i == 1 ? n / 2 : n - 1));
      assert_margin_is_clean (chosen);
      g_assert_true (memcmp (cairo_image_surface_get_data (sheet->surface),
                             cairo_image_surface_get_data (chosen->surface), size) != 0);
    }
}

static void
assert_texts (YfChart *chart)
{
  g_assert_cmpuint (strlen (yf_chart_get_title (chart)), >, 0);
  g_assert_cmpuint (strlen (yf_chart_get_summary (chart)), >, 0);
  g_assert_cmpuint (strlen (yf_chart_get_empty_text (chart)), >, 0);
  g_assert_cmpuint (yf_chart_get_n_columns (chart), >, 1);

  for (guint i = 0; i < yf_chart_get_n_columns (chart); i++)
    g_assert_cmpuint (strlen (yf_chart_get_column (chart, i)), >, 0);
  for (guint row = 0; row < yf_chart_get_n_rows (chart); row++)
    {
      guint length = 0;

      for (guint i = 0; i < yf_chart_get_n_columns (chart); i++)
        length += strlen (yf_chart_get_cell (chart, row, i));
      g_assert_cmpuint (length, >, 0);
    }
  for (guint i = 0; i < yf_chart_get_n_points (chart); i++)
    {
      const char *text = yf_chart_get_point_text (chart, i);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (strlen (text), >, 4);
    }
}

static void
test_draw (gconstpointer data)
{
  YfChartKind kind = GPOINTER_TO_INT (data);

  for (gsize span = 0; span < G_N_ELEMENTS (spans); span++)
    {
      g_autoptr (YfProgress) progress = fixture_new_progress (spans[span]);
      g_autoptr (YfChart) chart = yf_chart_new (kind, progress);

      g_assert_cmpint (yf_chart_get_kind (chart), ==, kind);
      g_assert_true (yf_chart_is_empty (chart) == (spans[span] == 0));
      assert_texts (chart);
      for (gsize width = 0; width < G_N_ELEMENTS (widths); width++)
        assert_drawn (chart, widths[width], fonts[0]);
      /* Twice as large letters, as narrow and as wide as it gets. */
      assert_drawn (chart, widths[0], fonts[1]);
      assert_drawn (chart, widths[3], fonts[1]);
    }
}

/* The tables say all that the log has. */
static void
test_rows (void)
{
  for (gsize span = 0; span < G_N_ELEMENTS (spans); span++)
    {
      g_autoptr (YfProgress) progress = fixture_new_progress (spans[span]);
      YfLog *log = yf_progress_get_log (progress);
      guint n_stops = 0;
      guint wanted[YF_N_CHART_KINDS] = { 0 };

      for (guint i = 0; i < log->sessions->len; i++)
        n_stops += ((YfSessionRecord *) g_ptr_array_index (log->sessions, i))->stops->len;
      wanted[YF_CHART_PAIN] = (guint) fixture_count_pains (log) + n_stops;
      wanted[YF_CHART_WEEKS] = spans[span] > 0 ? yf_progress_get_weeks (progress)->len : 0;
      /* Four exercises, one of them on two sides. */
      wanted[YF_CHART_REPS] = wanted[YF_CHART_HOLD] = spans[span] > 0 ? 5 : 0;
      wanted[YF_CHART_DOSES] = yf_progress_get_doses (progress)->len;
      wanted[YF_CHART_FUNCTION] = log->ratings->len;
      wanted[YF_CHART_CLINIC] = log->scores->len;
      wanted[YF_CHART_STOPS] = yf_progress_get_provocations (progress)->len;

      for (YfChartKind kind = 0; kind < YF_N_CHART_KINDS; kind++)
        {
          g_autoptr (YfChart) chart = yf_chart_new (kind, progress);

          g_test_message ("%s of %d days", yf_chart_get_id (chart), spans[span]);
          g_assert_cmpuint (yf_chart_get_n_rows (chart), ==, wanted[kind]);
        }
    }
}

typedef struct
{
  YfChartKind  kind;
  guint        point;
  const char  *text;
  gboolean     entry;
} TextCase;

/* One day: 20 November 2026, 7:30 in the evening. */
static const TextCase text_cases[] = {
  { YF_CHART_PAIN, 0, "20 November, before the session: back 7 of 10, leg 3 of 10. This is a flare.", TRUE },
  { YF_CHART_PAIN, 1, "20 November, it hurt: Modified swallow-flight, set 1, repetition 3, Hold", TRUE },
  { YF_CHART_PAIN, 2, "20 November, after the session: back 5 of 10, leg 3 of 10", TRUE },
  { YF_CHART_REPS, 0, "Abdominal breathing: 30 of 30 planned repetitions, in 3 sets", FALSE },
  { YF_CHART_REPS, 3, "Straight-leg raise, right side: 7 of 8 planned repetitions, in 1 set", FALSE },
  { YF_CHART_HOLD, 1, "Five-point support: held for 1 min 0 s", FALSE },
  { YF_CHART_DOSES, 1, "20 November: Five-point support begins with 2 sets × 10, hold 3 s", TRUE },
  { YF_CHART_FUNCTION, 0,
    "20 November: 5.5 of 10 on average; Tying my shoes 5; Sitting through a whole meal with the family 6", TRUE },
  { YF_CHART_CLINIC, 0, "20 November, Oswestry disability index (ODI): 44 of 100", TRUE },
};

static void
test_texts (void)
{
  g_autoptr (YfProgress) progress = fixture_new_progress (1);

  for (gsize i = 0; i < G_N_ELEMENTS (text_cases); i++)
    {
      g_autoptr (YfChart) chart = yf_chart_new (text_cases[i].kind, progress);

      g_assert_cmpstr (yf_chart_get_point_text (chart, text_cases[i].point), ==, text_cases[i].text);
      g_assert_true ((yf_chart_get_point_entry (chart, text_cases[i].point) != NULL) == text_cases[i].entry);
    }
}

/* One day with a programme that was chosen the day before, and a flare that was
 * declared at night: both are points, and the limit is in words. */
static void
test_plan (void)
{
  static const char xml[] =
    "<programme version='1' name='A' clinician='Wu' date='2026-11-01'><exercise id='five-point-support'>"
    "<dose sets='2' reps='8' hold='3'/><cap sets='2' reps='12' hold='4'/></exercise></programme>";
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr (YfProgramme) programme = yf_programme_new_from_bytes (catalogue, "test", bytes, &error);
  g_autoptr (YfLog) log = fixture_new_log (1);
  g_autoptr (YfProgress) progress = NULL;
  g_autoptr (YfChart) pain = NULL;
  g_autoptr (YfChart) doses = NULL;
  const YfSessionRecord *session = g_ptr_array_index (log->sessions, 0);
  YfProgrammeRecord *record;
  YfProgrammeChoice *choice;
  YfFlareRecord *flare;

  g_assert_no_error (error);
  record = yf_programme_record_new (programme, session->started - G_TIME_SPAN_DAY);
  choice = yf_programme_choice_new (record->id, record->at);
  flare = yf_flare_record_new (session->started + G_TIME_SPAN_HOUR);
  record->utc_offset = choice->utc_offset = flare->utc_offset = FIXTURE_EAST;
  g_ptr_array_add (log->programmes, record);
  g_ptr_array_add (log->programme_choices, choice);
  g_ptr_array_add (log->flares, flare);

  progress = yf_progress_new (log, catalogue, fixture_get_last_day (), fixture_get_last_day ());
  pain = yf_chart_new (YF_CHART_PAIN, progress);
  g_assert_cmpuint (yf_chart_get_n_points (pain), ==, 5);
  g_assert_cmpstr (yf_chart_get_point_text (pain, 0), ==, "Programme “A” by Wu: in force from 19 November");
  g_assert_cmpstr (yf_chart_get_point_entry (pain, 0), ==, record->id);
  g_assert_cmpstr (yf_chart_get_point_text (pain, 4), ==, "20 November: a flare was declared");
  g_assert_cmpstr (yf_chart_get_point_entry (pain, 4), ==, flare->id);
  g_assert_cmpstr (yf_chart_get_cell (pain, 4, 4), ==, "Flare, declared");
  g_assert_nonnull (strstr (yf_chart_get_summary (pain), "There was a flare on 1 day."));

  doses = yf_chart_new (YF_CHART_DOSES, progress);
  g_assert_cmpuint (yf_chart_get_n_columns (doses), ==, 5);
  g_assert_cmpstr (yf_chart_get_column (doses, 4), ==, "Clinician’s limit");
  for (guint row = 0; row < yf_chart_get_n_rows (doses); row++)
    {
      gboolean limited = g_str_equal (yf_chart_get_cell (doses, row, 0), "Five-point support");

      g_assert_cmpint (g_strcmp0 (yf_chart_get_cell (doses, row, 4), "2 sets × 12, hold 4 s") == 0, ==, limited);
    }

  for (gsize width = 0; width < G_N_ELEMENTS (widths); width++)
    for (gsize font = 0; font < G_N_ELEMENTS (fonts); font++)
      {
        g_autoptr (Sheet) one = sheet_new (pain, widths[width], fonts[font]);
        g_autoptr (Sheet) other = sheet_new (doses, widths[width], fonts[font]);

        sheet_draw (one, pain, 0);
        sheet_draw (other, doses, 0);
      }
}

/* Hours are said to be hours, and where one bar has them all have. */
static void
test_hours (void)
{
  static const struct
  {
    int         days;
    const char *summary;
    guint       n_colons;   /* in each length of the table */
  } cases[] = {
    { 1, "Time under hold, in minutes and seconds: 5:20 in all.", 1 },
    { 30, "Time under hold, in hours, minutes and seconds: 1:28:52 in all.", 1 },
    { 365, NULL, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfProgress) progress = fixture_new_progress (cases[i].days);
      g_autoptr (YfChart) chart = yf_chart_new (YF_CHART_HOLD, progress);

      if (cases[i].summary != NULL)
        g_assert_cmpstr (yf_chart_get_summary (chart), ==, cases[i].summary);
      for (guint row = 0; row < yf_chart_get_n_rows (chart); row++)
        {
          g_auto (GStrv) parts = g_strsplit (yf_chart_get_cell (chart, row, 4), ":", -1);

          g_assert_cmpuint (g_strv_length (parts), ==, cases[i].n_colons + 1);
        }
    }
}

static void
test_same (void)
{
  g_autoptr (YfProgress) progress = fixture_new_progress (365);

  for (YfChartKind kind = 0; kind < YF_N_CHART_KINDS; kind++)
    {
      g_autoptr (YfChart) chart = yf_chart_new (kind, progress);
      g_autoptr (YfChart) again = yf_chart_new (kind, progress);
      g_autoptr (Sheet) one = sheet_new (chart, 700, fonts[0]);
      g_autoptr (Sheet) other = sheet_new (again, 700, fonts[0]);
      gsize size;

      sheet_draw (one, chart, 0);
      sheet_draw (other, again, 0);
      size = (gsize) cairo_image_surface_get_stride (one->surface) * cairo_image_surface_get_height (one->surface);
      g_assert_cmpmem (cairo_image_surface_get_data (one->surface), size,
                       cairo_image_surface_get_data (other->surface), size);
    }
}

/* Five years are drawn before a person sees that they were not: with -m perf. */
static void
test_speed (void)
{
  g_autoptr (YfProgress) progress = fixture_new_progress (1826);

  if (!g_test_perf ())
    {
      g_test_skip ("only with -m perf");
      return;
    }

  for (YfChartKind kind = 0; kind < YF_N_CHART_KINDS; kind++)
    {
      g_autoptr (YfChart) chart = yf_chart_new (kind, progress);
      g_autoptr (Sheet) sheet = sheet_new (chart, 1400, fonts[0]);
      double seconds;

      sheet_draw (sheet, chart, YF_CHART_NO_POINT);
      g_test_timer_start ();
      sheet_draw (sheet, chart, YF_CHART_NO_POINT);
      seconds = g_test_timer_elapsed ();
      g_test_minimized_result (seconds, "%s: %.1f ms", yf_chart_get_id (chart), seconds * 1000);
      g_assert_cmpfloat (seconds, <, 0.05);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char * const names[] = {
    "pain", "weeks", "reps", "hold", "doses", "function", "clinic", "stops",
  };

  g_test_init (&argc, &argv, NULL);
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == YF_N_CHART_KINDS);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/drawing/draw/%s", names[i]);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_draw);
    }
  g_test_add_func ("/drawing/rows", test_rows);
  g_test_add_func ("/drawing/texts", test_texts);
  g_test_add_func ("/drawing/plan", test_plan);
  g_test_add_func ("/drawing/hours", test_hours);
  g_test_add_func ("/drawing/same", test_same);
  g_test_add_func ("/drawing/speed", test_speed);

  return g_test_run ();
}
