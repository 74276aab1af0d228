/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "programme-fixture.h"
#include "yf-programme-sheet-private.h"

/* 20 November 2026, 9 o'clock in Shanghai. */
#define MADE (G_GINT64_CONSTANT (1795136400) * G_USEC_PER_SEC)

/* A sheet that is laid out by hand, so that what is on it can be looked at. */
typedef struct
{
  YfCatalogue   *catalogue;
  YfSheetLayout  layout;
} Fixture;

static void
picture_clear (gpointer data)
{
  yf_figure_unref (((YfSheetPicture *) data)->figure);
}

static void
lay_out (Fixture     *self,
         YfProgramme *programme,
         YfPaperSize  size)
{
  self->layout.programme = programme;
  self->layout.catalogue = yf_catalogue_with_own (self->catalogue, yf_programme_get_own (programme));
  self->layout.paper = yf_sheet_new_paper (size);
  self->layout.pictures = g_array_new (FALSE, FALSE, sizeof (YfSheetPicture));
  g_array_set_clear_func (self->layout.pictures, picture_clear);
  yf_sheet_lay_head (&self->layout);
  yf_sheet_lay_items (&self->layout);
  yf_sheet_lay_lists (&self->layout);
  yf_sheet_lay_calendar (&self->layout);
}

static void
clear_layout (Fixture *self)
{
  g_clear_pointer (&self->layout.catalogue, yf_catalogue_unref);
  g_clear_pointer (&self->layout.paper, yf_paper_free);
  g_clear_pointer (&self->layout.pictures, g_array_unref);
}

/* Everything that stands on it, page after page. */
static char *
collect_text (YfPaper *paper)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint page = 0; page < paper->pages->len; page++)
    {
      GArray *inks = g_ptr_array_index (paper->pages, page);

      for (guint i = 0; i < inks->len; i++)
        {
          const YfInk *ink = &g_array_index (inks, YfInk, i);

          if (ink->kind == YF_INK_TEXT)
            g_string_append_printf (text, "%s\n", ink->text);
        }
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Nothing runs over an edge, and no two texts of a page lie on each other. */
static void
check_places (Fixture *self)
{
  YfPaper *paper = self->layout.paper;
  double width = yf_paper_get_width (paper);
  double height = yf_paper_get_height (paper);

  for (guint page = 0; page < paper->pages->len; page++)
    {
      GArray *inks = g_ptr_array_index (paper->pages, page);

      for (guint i = 0; i < inks->len; i++)
        {
          const YfInk *ink = &g_array_index (inks, YfInk, i);
          double high = ink->kind == YF_INK_TEXT ? yf_paper_measure (paper, &ink->how, ink->width, ink->text, NULL)
                                                 : ink->height;

          g_assert_cmpfloat (ink->x, >=, 0);
          g_assert_cmpfloat (ink->x + ink->width, <=, width + 1);
          g_assert_cmpfloat (ink->y + high, <=, height + 1);
          for (guint j = 0; j < i && ink->kind == YF_INK_TEXT; j++)
            {
              const YfInk *other = &g_array_index (inks, YfInk, j);

              if (other->kind != YF_INK_TEXT || other->x >= ink->x + ink->width || ink->x >= other->x + other->width)
                continue;
              g_assert_true (other->y + yf_paper_measure (paper, &other->how, other->width, other->text, NULL) <=
                             ink->y + 0.5 || ink->y + high <= other->y + 0.5);
            }
        }
    }

  for (guint i = 0; i < self->layout.pictures->len; i++)
    {
      const YfSheetPicture *picture = &g_array_index (self->layout.pictures, YfSheetPicture, i);

      g_assert_cmpuint (picture->page, <, paper->pages->len);
      g_assert_cmpfloat (picture->y + picture->height, <=, height + 1);
    }
}

/* A box has four sides; lines between rows are wider than any box. */
static guint
count_boxes (YfPaper *paper)
{
  guint n_sides = 0;

  for (guint page = 0; page < paper->pages->len; page++)
    {
      GArray *inks = g_ptr_array_index (paper->pages, page);

      for (guint i = 0; i < inks->len; i++)
        {
          const YfInk *ink = &g_array_index (inks, YfInk, i);

          n_sides += ink->kind == YF_INK_BOX && ink->colour == YF_PAPER_ACCENT;
        }
    }
  g_assert_cmpuint (n_sides % 4, ==, 0);

  return n_sides / 4;
}

static void
test_whole (Fixture       *self,
            gconstpointer  data)
{
  static const char * const told[] = {
    "After the operation\n", "Given by Li Wen on 2 November 2026\n", "It counts from 5 November 2026 to 1 February 2027.",
    "“Walk for ten minutes before you begin.”", "“慢慢来。”",
    "1. Five-point support\n", "1 set of 5 repetitions, hold 3 seconds\n", "“Keep your knees apart.”",
    "Never more than 3 sets of 8 repetitions, hold 5 seconds.", "Raise and lower in 125% of the usual time.",
    "3. Heel slide\n", "1 set of 6 repetitions, hold 2 seconds, on each side\n", "4. Plank\n",
    "That is the clinician’s own limit.", "Not to be done\n", "Swallow-flight\n", "“Not with your spine.”",
    "Stop when your pain reaches 4 of 10.", "Do not train with a pain of 6 of 10 or more.",
    "On these days: Mon, Wed, Fri.", "2 times a day.", "First week\n", "Second week\n",
  };
  g_autoptr (YfProgramme) programme = fixture_read_programme (self->catalogue, "valid", "whole", NULL);
  g_autofree char *text = NULL;
  YfExercise *bridge = yf_catalogue_find_exercise (self->catalogue, "five-point-support");
  GPtrArray *steps = yf_exercise_get_steps (bridge);

  lay_out (self, programme, YF_PAPER_A4);
  text = collect_text (self->layout.paper);
  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (text, told[i]) == NULL)
      g_error ("“%s” is not on the sheet:\n%s", told[i], text);
  for (guint i = 0; i < steps->len; i++)
    g_assert_nonnull (strstr (text, yf_note_get_text (g_ptr_array_index (steps, i))));

  /* A figure for each, in its order, and a box for every time on every day. */
  g_assert_cmpuint (self->layout.pictures->len, ==, 4);
  g_assert_cmpuint (count_boxes (self->layout.paper), ==, 4 * 2 * 3 * 2);
  check_places (self);
}

/* From one exercise to all there are, with the longest notes: nothing is lost, and
 * nothing runs over. */
static void
test_sizes (Fixture       *self,
            gconstpointer  data)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->catalogue);

  for (guint n = 1; n <= exercises->len; n += 4)
    for (guint size = YF_PAPER_A4; size <= YF_PAPER_LETTER; size++)
      {
        g_autoptr (GString) xml = g_string_new ("<programme version='1' name='N' clinician='C' date='2026-11-02'>");
        g_autofree char *note = g_strnfill (n == 1 ? 2000 : 60, 'w');
        g_autoptr (YfProgramme) programme = NULL;
        g_autofree char *text = NULL;
        guint found = 0;

        for (guint i = 0; i < n; i++)
          {
            YfExercise *exercise = g_ptr_array_index (exercises, i);
            const YfDose *dose = yf_exercise_get_first_dose (exercise);
            g_autofree char *hold = dose->hold > 0 ? g_strdup_printf (" hold='%d'", (int) (dose->hold / YF_SECOND))
                                                   : g_strdup ("");

            g_string_append_printf (xml, "<exercise id='%s'><dose sets='%d' reps='%d'%s/>",
                                    yf_exercise_get_id (exercise), dose->sets, dose->reps, hold);
            for (guint j = 0; j < (n == 1 ? 3 : 1); j++)
              g_string_append_printf (xml, "<note>%s</note>", note);
            g_string_append (xml, "</exercise>");
          }
        g_string_append (xml, "<schedule times-a-day='6'/></programme>");
        programme = fixture_parse (self->catalogue, xml->str, NULL);

        lay_out (self, programme, size);
        text = collect_text (self->layout.paper);
        for (const char *c = strchr (text, 'w'); c != NULL; c = strchr (c + 1, 'w'))
          found++;
        g_assert_cmpuint (found, >=, (n == 1 ? 3 : n) * strlen (note));
        g_assert_cmpuint (self->layout.pictures->len, ==, n);
        g_assert_cmpuint (count_boxes (self->layout.paper), ==, n * 14 * 6);
        check_places (self);
        clear_layout (self);
      }
}

/* What only forbids has a sheet too. */
static void
test_ban (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (YfProgramme) programme =
    fixture_parse (self->catalogue, "<programme version='1' name='N' clinician='C' date='2026-11-02'>"
                                    "<forbidden id='plank'/></programme>", NULL);
  g_autofree char *text = NULL;

  lay_out (self, programme, YF_PAPER_LETTER);
  text = collect_text (self->layout.paper);
  g_assert_nonnull (strstr (text, "Plank\n"));
  g_assert_null (strstr (text, "To be done"));
  g_assert_null (strstr (text, "First week"));
  g_assert_cmpuint (yf_paper_get_n_pages (self->layout.paper), ==, 1);
}

static void
test_pdf (Fixture       *self,
          gconstpointer  data)
{
  static const double widths[] = { 595.28, 612 };
  g_autoptr (YfProgramme) programme = fixture_read_programme (self->catalogue, "valid", "whole", NULL);

  for (guint size = YF_PAPER_A4; size <= YF_PAPER_LETTER; size++)
    {
      g_autoptr (YfProgrammeSheet) sheet = yf_programme_sheet_new (programme, self->catalogue, size, MADE);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = yf_programme_sheet_to_pdf (sheet, &error);
      g_autoptr (GBytes) again = yf_programme_sheet_to_pdf (sheet, &error);

      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (yf_programme_sheet_get_width (sheet), widths[size], 0.1);
      g_assert_cmpuint (yf_programme_sheet_get_n (sheet), >=, 1);
      g_assert_cmpuint (g_bytes_get_size (bytes), >, 10000);
      g_assert_true (memcmp (g_bytes_get_data (bytes, NULL), "%PDF-", 5) == 0);
      g_assert_true (g_bytes_equal (bytes, again));
    }
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->catalogue = fixture_get_catalogue ();
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  clear_layout (self);
  g_clear_pointer (&self->catalogue, yf_catalogue_unref);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(name, function) g_test_add ("/report/programme-sheet/" name, Fixture, NULL, set_up, function, tear_down)
  add ("whole", test_whole);
  add ("sizes", test_sizes);
  add ("ban", test_ban);
  add ("pdf", test_pdf);
#undef add

  return g_test_run ();
}
