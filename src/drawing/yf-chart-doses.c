/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * What was planned of each exercise: a row each, with the dose of the last day in
 * words and a line that steps where it changed. How high a step is goes by sets
 * times repetitions times seconds; the words say what it was. Where a clinician
 * has set a limit, it is a dashed line while it holds, and in words too.
 */

/* The most that a clinician's programme allows of an exercise. */
typedef struct
{
  const char *exercise;
  YfDay       from;
  YfDay       until;
  YfDose      most;
} Limit;

typedef struct
{
  GArray *first;  /* guint: the first point of each exercise */
  GArray *limits; /* Limit, oldest first */
} Doses;

static void
doses_free (gpointer data)
{
  Doses *doses = data;

  g_array_unref (doses->first);
  g_array_unref (doses->limits);
  g_free (doses);
}

static const YfDosePoint *
get_change (YfChart *self,
            guint    point)
{
  return &g_array_index (yf_progress_get_doses (self->progress), YfDosePoint, yf_chart_point (self, point)->index);
}

/* A programme that says nothing leaves the ceiling, which is nobody's limit. */
static void
find_limits (YfChart *self,
             GArray  *limits)
{
  GPtrArray *programmes = yf_progress_get_programmes (self->progress);

  for (guint i = 0; i < programmes->len; i++)
    {
      const YfProgrammePeriod *period = g_ptr_array_index (programmes, i);
      GPtrArray *items = period->programme != NULL ? yf_programme_get_items (period->programme) : NULL;

      for (guint j = 0; items != NULL && j < items->len; j++)
        {
          const YfProgrammeItem *item = g_ptr_array_index (items, j);
          const Limit limit = {
            .exercise = yf_exercise_get_id (item->exercise),
            .from = MAX (period->from, self->from),
            .until = period->until != YF_DAY_NONE ? MIN (period->until, self->to) : self->to,
            .most = item->cap,
          };

          if (!yf_dose_equal (&item->cap, yf_exercise_get_ceiling (item->exercise)))
            g_array_append_val (limits, limit);
        }
    }
}

/* The limit on a day, or NULL. */
static const Limit *
find_limit (YfChart    *self,
            const char *exercise,
            YfDay       day)
{
  const Doses *doses = self->data;

  for (guint i = doses->limits->len; i > 0; i--)
    {
      const Limit *limit = &g_array_index (doses->limits, Limit, i - 1);

      if (limit->from <= day && day <= limit->until && g_str_equal (limit->exercise, exercise))
        return limit;
    }

  return NULL;
}

static char *
describe (YfChart            *self,
          const YfDosePoint *change)
{
  const char *name = yf_progress_get_exercise_name (self->progress, change->exercise);
  g_autofree char *day = yf_chart_dup_day (self, change->day);
  g_autofree char *dose = yf_dose_to_string (&change->dose);
  g_autofree char *before = NULL;

  if (change->before.sets == 0)
    /* Translators: a day; an exercise; a dose such as "2 sets × 10, hold 3 s" */
    return g_strdup_printf (_("%s: %s begins with %s"), day, name, dose);

  before = yf_dose_to_string (&change->before);
  /* Translators: a day; an exercise; the dose before; the dose from then on */
  return g_strdup_printf (_("%s: %s from %s to %s"), day, name, before, dose);
}

static void
add_change (YfChart *self,
            guint    index)
{
  const YfDosePoint *change = &g_array_index (yf_progress_get_doses (self->progress), YfDosePoint, index);
  YfChartPoint *point = yf_chart_add_point (self, describe (self, change), change->entry);

  point->index = index;
  point->at = change->day + 0.5;

  yf_chart_add_cell (self, g_strdup (yf_progress_get_exercise_name (self->progress, change->exercise)));
  yf_chart_add_cell (self, yf_day_to_string (change->day));
  yf_chart_add_cell (self, yf_dose_to_string (&change->dose));
  yf_chart_add_cell (self, change->before.sets > 0 ? yf_dose_to_string (&change->before) : NULL);
  if (((const Doses *) self->data)->limits->len > 0)
    {
      const Limit *limit = find_limit (self, change->exercise, change->day);

      yf_chart_add_cell (self, limit != NULL ? yf_dose_to_string (&limit->most) : NULL);
    }
}

static void
build (YfChart *self)
{
  GArray *changes = yf_progress_get_doses (self->progress);
  Doses *doses = g_new0 (Doses, 1);
  int n = 0;

  doses->first = g_array_new (FALSE, FALSE, sizeof (guint));
  doses->limits = g_array_new (FALSE, FALSE, sizeof (Limit));
  self->data = doses;
  self->free_data = doses_free;
  find_limits (self, doses->limits);
  yf_chart_set_columns (self, _("Exercise"), C_("column of doses", "From"), _("Dose"), _("Dose before"),
                        doses->limits->len > 0 ? _("Clinician’s limit") : NULL, NULL);

  /* Exercise by exercise, as they first appear. */
  for (guint i = 0; i < changes->len; i++)
    {
      const char *exercise = g_array_index (changes, YfDosePoint, i).exercise;
      gboolean known = FALSE;

      for (guint j = 0; j < i && !known; j++)
        known = g_str_equal (g_array_index (changes, YfDosePoint, j).exercise, exercise);
      if (known)
        continue;

      g_array_append_val (doses->first, self->points->len);
      for (guint j = i; j < changes->len; j++)
        if (g_str_equal (g_array_index (changes, YfDosePoint, j).exercise, exercise))
          add_change (self, j);
    }

  for (guint i = 0; i < changes->len; i++)
    n += g_array_index (changes, YfDosePoint, i).before.sets > 0;
  if (changes->len == 0)
    return;
  yf_chart_say (self, g_strdup_printf (ngettext ("%d exercise has a dose.", "%d exercises have a dose.",
                                                 (int) doses->first->len),
                                       (int) doses->first->len));
  yf_chart_say (self, g_strdup_printf (ngettext ("There was %d change.", "There were %d changes.", n), n));
}

/* Drawing */

static guint
get_first (YfChart *self,
           guint    row)
{
  const Doses *doses = self->data;

  return row < doses->first->len ? g_array_index (doses->first, guint, row) : self->points->len;
}

static const char *
get_name (YfChart *self,
          guint    row)
{
  return yf_progress_get_exercise_name (self->progress, get_change (self, get_first (self, row))->exercise);
}

static char *
dup_latest (YfChart *self,
            guint    row)
{
  return yf_dose_to_string (&get_change (self, get_first (self, row + 1) - 1)->dose);
}

/* What a clinician allows at the most now, in words, or NULL. */
static char *
dup_limit (YfChart *self,
           guint    row)
{
  const Limit *limit = find_limit (self, get_change (self, get_first (self, row))->exercise, self->to);
  g_autofree char *most = NULL;

  if (limit == NULL)
    return NULL;

  most = yf_dose_to_string (&limit->most);
  /* Translators: %s is a dose such as “2 sets × 10, hold 3 s”; no more than that is to be done */
  return g_strdup_printf (_("Clinician’s limit: %s"), most);
}

static double
get_amount (const YfDose *dose)
{
  return (double) dose->sets * dose->reps * MAX (dose->hold / (double) YF_SECOND, 1);
}

/* Name and dose stand on one line where they fit, else under each other. */
static gboolean
fits_one_line (YfChart *self,
               YfPlot  *plot,
               guint    row)
{
  g_autofree char *latest = dup_latest (self, row);

  return yf_plot_text_width (plot, get_name (self, row)) + plot->em * 2 + yf_plot_text_width (plot, latest)
         <= plot->canvas.width;
}

static double
get_head_height (YfChart *self,
                 YfPlot  *plot,
                 guint    row)
{
  g_autofree char *latest = NULL;
  g_autofree char *limit = dup_limit (self, row);
  double limit_height = limit != NULL ? yf_plot_text_height (plot, limit, plot->canvas.width) : 0;

  if (fits_one_line (self, plot, row))
    return plot->line + limit_height;

  latest = dup_latest (self, row);

  return yf_plot_text_height (plot, get_name (self, row), plot->canvas.width)
         + yf_plot_text_height (plot, latest, plot->canvas.width) + limit_height;
}

/* The limits of the exercise of a row, one at each call; NULL after the last. */
static const Limit *
next_limit (YfChart *self,
            guint    row,
            guint   *index)
{
  const Doses *doses = self->data;
  const char *exercise = get_change (self, get_first (self, row))->exercise;

  while (*index < doses->limits->len)
    {
      const Limit *limit = &g_array_index (doses->limits, Limit, (*index)++);

      if (g_str_equal (limit->exercise, exercise))
        return limit;
    }

  return NULL;
}

/* How high the steps are: a row without any is low. */
static double
get_rise (YfChart *self,
          YfPlot  *plot,
          guint    row)
{
  guint n = get_first (self, row + 1) - get_first (self, row);
  guint index = 0;

  if (next_limit (self, row, &index) != NULL)
    return plot->line;

  return n > 1 || get_change (self, get_first (self, row))->before.sets > 0 ? plot->line : 0;
}

/* Where the line is while @dose is planned. */
static double
get_y (YfChart      *self,
       YfPlot       *plot,
       guint         row,
       const YfDose *dose)
{
  double top = g_array_index (plot->rows, double, row) + get_head_height (self, plot, row)
               + (get_rise (self, plot, row) > 0 ? plot->line * 1.1 : plot->line * 0.5);
  double least = INFINITY;
  double most = 0;
  const Limit *limit;
  guint index = 0;

  while ((limit = next_limit (self, row, &index)) != NULL)
    {
      least = MIN (least, get_amount (&limit->most));
      most = MAX (most, get_amount (&limit->most));
    }
  for (guint i = get_first (self, row); i < get_first (self, row + 1); i++)
    {
      const YfDosePoint *change = get_change (self, i);

      least = MIN (least, get_amount (&change->dose));
      most = MAX (most, get_amount (&change->dose));
      if (change->before.sets > 0)
        {
          least = MIN (least, get_amount (&change->before));
          most = MAX (most, get_amount (&change->before));
        }
    }
  if (most <= least)
    return top + get_rise (self, plot, row) * 0.5;

  return top + get_rise (self, plot, row) * (most - get_amount (dose)) / (most - least);
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  const Doses *doses = self->data;
  double y = plot->line * 0.1;

  plot->left = 0;
  plot->right = plot->canvas.width;
  plot->top = y;
  for (guint row = 0; row < doses->first->len; row++)
    {
      g_array_append_val (plot->rows, y);
      for (guint i = get_first (self, row); i < get_first (self, row + 1); i++)
        yf_plot_add_place (plot, yf_axis_x (plot, yf_chart_point (self, i)->at),
                           get_y (self, plot, row, &get_change (self, i)->dose), plot->em * 0.26);
      y += get_head_height (self, plot, row) + (get_rise (self, plot, row) > 0 ? plot->line * 2.8 : plot->line * 1.2);
    }
  plot->bottom = y;
  plot->height = y + yf_axis_get_height (plot);
}

static void
draw_limits (YfChart *self,
             YfPlot  *plot,
             guint    row)
{
  cairo_t *cairo = plot->canvas.cairo;
  double dash[] = { plot->em * 0.4, plot->em * 0.3 };
  const Limit *limit;
  guint index = 0;

  cairo_save (cairo);
  yf_plot_colour (plot, &plot->canvas.palette->dim, 1);
  cairo_set_line_width (cairo, plot->em * 0.1);
  cairo_set_dash (cairo, dash, G_N_ELEMENTS (dash), 0);
  while ((limit = next_limit (self, row, &index)) != NULL)
    {
      double y = get_y (self, plot, row, &limit->most);

      cairo_move_to (cairo, yf_axis_x (plot, limit->from), y);
      cairo_line_to (cairo, yf_axis_x (plot, limit->until + 1), y);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_head (YfChart *self,
           YfPlot  *plot,
           guint    row)
{
  const YfPalette *palette = plot->canvas.palette;
  g_autofree char *latest = dup_latest (self, row);
  g_autofree char *limit = dup_limit (self, row);
  double y = g_array_index (plot->rows, double, row);

  if (fits_one_line (self, plot, row))
    {
      yf_plot_text (plot, &palette->text, get_name (self, row), 0, y, 0);
      yf_plot_text (plot, &palette->accent, latest, plot->right, y, 1);
      y += plot->line;
    }
  else
    {
      yf_plot_text_wrapped (plot, &palette->text, get_name (self, row), 0, y, plot->canvas.width);
      y += yf_plot_text_height (plot, get_name (self, row), plot->canvas.width);
      yf_plot_text_wrapped (plot, &palette->accent, latest, 0, y, plot->canvas.width);
      y += yf_plot_text_height (plot, latest, plot->canvas.width);
    }
  if (limit != NULL)
    yf_plot_text_wrapped (plot, &palette->dim, limit, 0, y, plot->canvas.width);
}

static void
draw_steps (YfChart *self,
            YfPlot  *plot,
            guint    row)
{
  cairo_t *cairo = plot->canvas.cairo;
  guint first = get_first (self, row);
  guint end = get_first (self, row + 1);
  double x = yf_axis_x (plot, yf_chart_point (self, first)->at);
  double y = get_y (self, plot, row, &get_change (self, first)->dose);

  yf_plot_colour (plot, &plot->canvas.palette->accent, 1);
  cairo_set_line_width (cairo, plot->em * 0.13);
  if (get_change (self, first)->before.sets > 0)
    {
      cairo_move_to (cairo, yf_axis_x (plot, plot->from), get_y (self, plot, row, &get_change (self, first)->before));
      cairo_line_to (cairo, x, get_y (self, plot, row, &get_change (self, first)->before));
      cairo_line_to (cairo, x, y);
    }
  else
    {
      cairo_move_to (cairo, x, y);
    }
  for (guint i = first + 1; i < end; i++)
    {
      x = yf_axis_x (plot, yf_chart_point (self, i)->at);
      cairo_line_to (cairo, x, y);
      y = get_y (self, plot, row, &get_change (self, i)->dose);
      cairo_line_to (cairo, x, y);
    }
  cairo_line_to (cairo, yf_axis_x (plot, plot->to + 1), y);
  cairo_stroke (cairo);
}

/* Each step bears its dose where it is long enough; the last is said above. */
static void
draw_changes (YfChart *self,
              YfPlot  *plot,
              guint    row)
{
  const YfPalette *palette = plot->canvas.palette;
  guint end = get_first (self, row + 1);

  for (guint i = get_first (self, row); i < end; i++)
    {
      const YfDosePoint *change = get_change (self, i);
      const YfPlace *place = &g_array_index (plot->places, YfPlace, i);
      g_autofree char *text = yf_dose_to_string (&change->dose);
      double room;

      yf_plot_mark (plot, YF_MARK_SQUARE, &palette->accent, place->x, place->y, place->radius * 0.8);
      if (i + 1 == end)
        continue;
      room = g_array_index (plot->places, YfPlace, i + 1).x - place->x;
      /* Beside the line that comes down to it, not on it. */
      if (yf_plot_text_width (plot, text) + plot->em * 0.9 <= room)
        yf_plot_text (plot, &palette->dim, text, place->x + plot->em * 0.3, place->y - plot->line * 1.1, 0);
    }
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  const Doses *doses = self->data;

  for (guint row = 0; row < doses->first->len; row++)
    {
      double y = floor (g_array_index (plot->rows, double, row) - plot->line * 0.25) + 0.5;

      if (row > 0)
        {
          yf_plot_colour (plot, &plot->canvas.palette->grid, 1);
          yf_plot_segment (plot, 0, y, plot->canvas.width, y, 1);
        }
      draw_head (self, plot, row);
      draw_limits (self, plot, row);
      draw_steps (self, plot, row);
      draw_changes (self, plot, row);
    }
  yf_axis_draw (plot);
}

const YfChartMaker yf_chart_doses = {
  .id = "doses",
  .title = N_("Planned Doses"),
  .empty = N_("After the first session the planned sets, repetitions and holds appear here, and when they change."),
  .build = build,
  .layout = layout,
  .draw = draw,
};
