/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure.h"

/* Paints the figure of every exercise, for people to look at: in one picture an exercise the
 * key poses on light, dark, high contrast and paper, and with "moments" so many moments of
 * getting ready, one repetition and rolling over:
 *
 *   contact-figures FOLDER [MOMENTS] [EXERCISE...]
 */

#define CELL_WIDTH 300
#define CELL_HEIGHT 190
#define COLUMNS 5

typedef struct
{
  cairo_surface_t *surface;
  cairo_t         *cairo;
  guint            n;
} Sheet;

static Sheet
sheet_new (guint n_cells)
{
  Sheet sheet = { 0, };

  sheet.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, CELL_WIDTH * COLUMNS,
                                              (int) ((n_cells + COLUMNS - 1) / COLUMNS) * CELL_HEIGHT);
  sheet.cairo = cairo_create (sheet.surface);

  return sheet;
}

static void
sheet_add (Sheet           *self,
           const YfBody    *body,
           const YfPalette *palette)
{
  cairo_save (self->cairo);
  cairo_translate (self->cairo, (self->n % COLUMNS) * CELL_WIDTH, (self->n / COLUMNS) * CELL_HEIGHT);
  cairo_rectangle (self->cairo, 0, 0, CELL_WIDTH, CELL_HEIGHT);
  cairo_clip (self->cairo);
  cairo_set_source_rgb (self->cairo, palette->background.red, palette->background.green, palette->background.blue);
  cairo_paint (self->cairo);
  yf_figure_draw (body, palette, self->cairo, CELL_WIDTH, CELL_HEIGHT);
  cairo_restore (self->cairo);
  self->n++;
}

static gboolean
sheet_write (Sheet      *self,
             const char *path)
{
  gboolean written = cairo_surface_write_to_png (self->surface, path) == CAIRO_STATUS_SUCCESS;

  cairo_destroy (self->cairo);
  cairo_surface_destroy (self->surface);
  if (!written)
    g_printerr ("%s cannot be written\n", path);

  return written;
}

static gboolean
paint_keys (YfFigure   *figure,
            const char *path)
{
  static const YfPaletteKind kinds[] = { YF_PALETTE_LIGHT, YF_PALETTE_DARK };
  guint n = yf_figure_get_n_keys (figure);
  Sheet sheet = sheet_new (n * G_N_ELEMENTS (kinds) + 3);
  YfBody body;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint key = 0; key < n; key++)
      {
        yf_figure_get_key (figure, key, &body);
        sheet_add (&sheet, &body, yf_palette_get (kinds[i]));
      }

  yf_figure_get_key (figure, yf_figure_get_main_key (figure), &body);
  sheet_add (&sheet, &body, yf_palette_get (YF_PALETTE_PAPER));
  sheet_add (&sheet, &body, yf_palette_get (YF_PALETTE_LIGHT_CONTRAST));
  if (body.place == YF_SURROUNDING_MAT)
    body.place = YF_SURROUNDING_BED;
  sheet_add (&sheet, &body, yf_palette_get (YF_PALETTE_DARK_CONTRAST));

  return sheet_write (&sheet, path);
}

static gboolean
paint_moments (YfCatalogue *catalogue,
               YfFigure    *figure,
               YfExercise  *exercise,
               guint        n_moments,
               const char  *path)
{
  YfRoutineItem item = { .exercise = exercise, .dose = *yf_exercise_get_first_dose (exercise) };
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  Sheet sheet;
  guint n;

  item.dose.sets = 1;
  routine = yf_routine_new (&item, 1);
  timeline = yf_timeline_new (routine, YF_COUNTING_PACE);
  n = MIN (yf_timeline_get_n_segments (timeline), 1 + yf_exercise_get_n_phases (exercise));
  sheet = sheet_new ((n + 1) * n_moments);

  for (guint i = 0; i <= n; i++)
    {
      YfSegment over = { .kind = YF_SEGMENT_ROLL_OVER, .exercise = exercise, .length = YF_TIMELINE_ROLL_OVER };
      const YfSegment *segment = i < n ? yf_timeline_get_segment (timeline, i) : &over;

      for (guint j = 1; j <= n_moments; j++)
        {
          YfBody body;

          yf_figure_find (figure, segment, (double) j / n_moments, FALSE, &body);
          sheet_add (&sheet, &body, yf_palette_get (YF_PALETTE_LIGHT));
        }
    }

  return sheet_write (&sheet, path);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YfCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *exercises;
  guint n_moments = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  if (argc < 2)
    {
      g_printerr ("Usage: %s FOLDER [MOMENTS] [EXERCISE...]\n", argv[0]);
      return 2;
    }

  catalogue = yf_catalogue_new_builtin (&error);
  if (catalogue == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  exercises = yf_catalogue_get_exercises (catalogue);
  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *exercise = g_ptr_array_index (exercises, i);
      const char *id = yf_exercise_get_id (exercise);
      g_autofree char *name = g_strconcat (id, ".png", NULL);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autoptr (YfFigure) figure = NULL;

      if (argc > 3 && !g_strv_contains ((const char * const *) argv + 3, id))
        continue;

      figure = yf_figure_new (catalogue, exercise);
      if (n_moments > 0 ? !paint_moments (catalogue, figure, exercise, n_moments, path) : !paint_keys (figure, path))
        return 1;
    }

  return 0;
}
