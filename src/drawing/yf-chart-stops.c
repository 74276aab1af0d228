/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The stop ledger: a row for each exercise and side, a column for each phase in
 * which something hurt, and a mark with the number of times where they meet.
 */

#define N_PHASES (YF_SEGMENT_ROLL_OVER + 1)

/* From how many ems on names stand left of the marks rather than above. */
#define WIDE 34

typedef struct
{
  int    columns[N_PHASES]; /* which column, or -1 */
  int    n_columns;
  int    max;
  GArray *first;            /* guint: the first point of each row */
  GArray *row;              /* guint: the row of each point */
} Stops;

static void
stops_free (gpointer data)
{
  Stops *stops = data;

  g_array_unref (stops->first);
  g_array_unref (stops->row);
  g_free (stops);
}

static const YfProvocation *
get_provocation (YfChart *self,
                 guint    index)
{
  return &g_array_index (yf_progress_get_provocations (self->progress), YfProvocation, index);
}

static char *
describe_reps (const YfProvocation *provocation)
{
  if (provocation->first_rep <= 0)
    return NULL;
  if (provocation->first_rep == provocation->last_rep)
    /* Translators: the repetition of a set in which it hurt */
    return g_strdup_printf (_("repetition %d"), provocation->first_rep);

  /* Translators: the first and the last repetition of a set in which it hurt */
  return g_strdup_printf (_("repetitions %d to %d"), provocation->first_rep, provocation->last_rep);
}

static char *
describe (YfChart             *self,
          const YfProvocation *provocation)
{
  g_autofree char *name = yf_chart_dup_exercise (self, provocation->exercise, provocation->side);
  g_autofree char *day = yf_chart_dup_day (self, provocation->latest);
  g_autofree char *reps = describe_reps (provocation);
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;

  text = g_strdup_printf (
      /* Translators: an exercise; a phase such as "Hold"; how often it hurt; the last day */
      ngettext ("%s, %s: it hurt %d time, last on %s", "%s, %s: it hurt %d times, last on %s", provocation->n),
      name, yf_segment_kind_get_name (provocation->phase), provocation->n, day);
  if (reps != NULL)
    {
      /* Translators: what is said of an exercise that hurt; "repetitions 4 to 8" */
      more = g_strdup_printf (_("%s; %s"), text, reps);
      g_free (text);
      text = g_steal_pointer (&more);
    }
  if (provocation->worst == YF_PAIN_UNANSWERED)
    return g_steal_pointer (&text);

  /* Translators: what is said of an exercise that hurt; a pain score */
  return g_strdup_printf (_("%s; worst pain %d of 10"), text, provocation->worst);
}

static void
add_row (YfChart             *self,
         const YfProvocation *provocation)
{
  yf_chart_add_cell (self, g_strdup (yf_progress_get_exercise_name (self->progress, provocation->exercise)));
  yf_chart_add_cell (self, g_strdup (yf_chart_side (provocation->side)));
  yf_chart_add_cell (self, g_strdup (yf_segment_kind_get_name (provocation->phase)));
  yf_chart_add_cell (self, g_strdup_printf ("%d", provocation->n));
  yf_chart_add_cell (self, describe_reps (provocation));
  yf_chart_add_cell (self, provocation->worst != YF_PAIN_UNANSWERED ? g_strdup_printf ("%d", provocation->worst)
                                                                    : NULL);
  yf_chart_add_cell (self, yf_day_to_string (provocation->latest));
}

static gboolean
is_same_row (const YfProvocation *a,
             const YfProvocation *b)
{
  return g_str_equal (a->exercise, b->exercise) && a->side == b->side;
}

static void
add_point (YfChart *self,
           Stops   *stops,
           guint    index,
           guint    row)
{
  const YfProvocation *provocation = get_provocation (self, index);

  yf_chart_add_point (self, describe (self, provocation), NULL)->index = index;
  g_array_append_val (stops->row, row);
  stops->columns[provocation->phase] = 0;
  stops->max = MAX (stops->max, provocation->n);
  add_row (self, provocation);
}

static void
summarise (YfChart *self)
{
  GArray *provocations = yf_progress_get_provocations (self->progress);
  const YfProvocation *worst = &g_array_index (provocations, YfProvocation, 0);
  g_autofree char *name = yf_chart_dup_exercise (self, worst->exercise, worst->side);
  int n = 0;

  for (guint i = 0; i < provocations->len; i++)
    n += get_provocation (self, i)->n;

  yf_chart_say (self, g_strdup_printf (ngettext ("It hurt %d time during an exercise.",
                                                 "It hurt %d times during an exercise.", n), n));
  /* Translators: an exercise; a phase such as "Hold"; how often it hurt */
  yf_chart_say (self, g_strdup_printf (ngettext ("Most often in %s, %s: %d time.", "Most often in %s, %s: %d times.",
                                                 worst->n),
                                       name, yf_segment_kind_get_name (worst->phase), worst->n));
}

static void
build (YfChart *self)
{
  guint n = yf_progress_get_provocations (self->progress)->len;
  Stops *stops = g_new0 (Stops, 1);

  stops->first = g_array_new (FALSE, FALSE, sizeof (guint));
  stops->row = g_array_new (FALSE, FALSE, sizeof (guint));
  self->data = stops;
  self->free_data = stops_free;
  for (int phase = 0; phase < N_PHASES; phase++)
    stops->columns[phase] = -1;
  yf_chart_set_columns (self, _("Exercise"), _("Side"), _("Phase"), _("Times"), C_("which ones", "Repetitions"),
                        _("Worst pain, 0 to 10"), _("Last time"), NULL);

  /* Rows in the order of their most frequent; what is of one row together. */
  for (guint i = 0; i < n; i++)
    {
      guint row = stops->first->len;
      gboolean known = FALSE;

      for (guint j = 0; j < i && !known; j++)
        known = is_same_row (get_provocation (self, j), get_provocation (self, i));
      if (known)
        continue;

      g_array_append_val (stops->first, self->points->len);
      for (int phase = 0; phase < N_PHASES; phase++)
        for (guint j = i; j < n; j++)
          if (is_same_row (get_provocation (self, i), get_provocation (self, j))
              && (int) get_provocation (self, j)->phase == phase)
            add_point (self, stops, j, row);
    }

  for (int phase = 0; phase < N_PHASES; phase++)
    if (stops->columns[phase] >= 0)
      stops->columns[phase] = stops->n_columns++;
  if (n > 0)
    summarise (self);
}

/* Drawing */

static const YfColour *
get_colour (YfPlot        *plot,
            YfSegmentKind  phase)
{
  switch (phase)
    {
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
      return &plot->canvas.palette->effort;
    case YF_SEGMENT_HOLD:
      return &plot->canvas.palette->still;
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
      return &plot->canvas.palette->release;
    case YF_SEGMENT_REST:
    case YF_SEGMENT_GET_READY:
    case YF_SEGMENT_CHANGE_SIDES:
    case YF_SEGMENT_ROLL_OVER:
    default:
      return &plot->canvas.palette->text;
    }
}

static char *
dup_row_name (YfChart *self,
              guint    row)
{
  const Stops *stops = self->data;
  guint point = g_array_index (stops->first, guint, row);
  const YfProvocation *provocation = get_provocation (self, yf_chart_point (self, point)->index);

  return yf_chart_dup_exercise (self, provocation->exercise, provocation->side);
}

static gboolean
is_wide (YfPlot *plot)
{
  return plot->canvas.width >= WIDE * plot->em;
}

static double
get_name_width (YfChart *self,
                YfPlot  *plot)
{
  const Stops *stops = self->data;
  double width = 0;

  if (!is_wide (plot))
    return plot->canvas.width;
  for (guint row = 0; row < stops->first->len; row++)
    {
      g_autofree char *name = dup_row_name (self, row);

      width = MAX (width, yf_plot_text_width (plot, name));
    }

  return MIN (width, plot->canvas.width * 0.36);
}

static double
get_column_width (YfChart *self,
                  YfPlot  *plot)
{
  const Stops *stops = self->data;

  /* No wider than the eye goes along a row with ease. */
  return MIN ((plot->right - plot->left) / MAX (stops->n_columns, 1), plot->em * 11);
}

static double
get_column_x (YfChart       *self,
              YfPlot        *plot,
              YfSegmentKind  phase)
{
  const Stops *stops = self->data;

  return plot->left + (stops->columns[phase] + 0.5) * get_column_width (self, plot);
}

static double
get_head_height (YfChart *self,
                 YfPlot  *plot)
{
  const Stops *stops = self->data;
  double height = plot->line;

  for (int phase = 0; phase < N_PHASES; phase++)
    if (stops->columns[phase] >= 0)
      height = MAX (height, yf_plot_text_height (plot, yf_segment_kind_get_name (phase),
                                                 get_column_width (self, plot) - plot->em * 0.4));

  return height;
}

/* By area, from a mark that holds one digit on. */
static double
get_radius (YfChart *self,
            YfPlot  *plot,
            int      n)
{
  const Stops *stops = self->data;

  return MIN (plot->line * (0.58 + 0.32 * sqrt ((double) (n - 1) / MAX (stops->max - 1, 1))),
              get_column_width (self, plot) * 0.48);
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  const Stops *stops = self->data;
  double marks = plot->line * 2;
  double y;

  plot->left = is_wide (plot) ? get_name_width (self, plot) + plot->em : 0;
  plot->right = plot->canvas.width;
  y = plot->top = get_head_height (self, plot) + plot->line * 0.4;

  for (guint row = 0; row < stops->first->len; row++)
    {
      g_autofree char *name = dup_row_name (self, row);
      double height = yf_plot_text_height (plot, name, get_name_width (self, plot));

      g_array_append_val (plot->rows, y);
      y += is_wide (plot) ? MAX (marks, height + plot->line * 0.4) : plot->line * 0.3 + height + marks;
    }
  plot->bottom = y;
  plot->height = y + plot->line * 0.1;

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfProvocation *provocation = get_provocation (self, yf_chart_point (self, i)->index);
      guint row = g_array_index (stops->row, guint, i);
      double end = row + 1 < plot->rows->len ? g_array_index (plot->rows, double, row + 1) : plot->bottom;
      double middle = is_wide (plot) ? (g_array_index (plot->rows, double, row) + end) / 2 : end - marks / 2;
      double x = get_column_x (self, plot, provocation->phase);
      double width = get_column_width (self, plot);
      const YfPlace box = {
        .left = x - width / 2, .right = x + width / 2, .top = middle - marks / 2, .bottom = middle + marks / 2,
        .radius = get_radius (self, plot, provocation->n),
      };

      yf_plot_add_box (plot, x, middle, &box);
    }
}

static void
draw_heads (YfChart *self,
            YfPlot  *plot)
{
  const Stops *stops = self->data;
  double width = get_column_width (self, plot);

  for (int phase = 0; phase < N_PHASES; phase++)
    {
      const char *name = yf_segment_kind_get_name (phase);
      double room = width - plot->em * 0.4;
      double needed;

      if (stops->columns[phase] < 0)
        continue;
      needed = yf_plot_text_width (plot, name);
      if (needed <= room)
        yf_plot_text (plot, get_colour (plot, phase), name, get_column_x (self, plot, phase), 0, 0.5);
      else
        yf_plot_text_wrapped (plot, get_colour (plot, phase), name, get_column_x (self, plot, phase) - room / 2, 0,
                              room);
    }
}

static void
draw_rows (YfChart *self,
           YfPlot  *plot)
{
  const Stops *stops = self->data;

  for (guint row = 0; row < stops->first->len; row++)
    {
      g_autofree char *name = dup_row_name (self, row);
      double y = g_array_index (plot->rows, double, row);
      double end = row + 1 < plot->rows->len ? g_array_index (plot->rows, double, row + 1) : plot->bottom;
      double width = get_name_width (self, plot);
      double height = yf_plot_text_height (plot, name, width);

      yf_plot_colour (plot, &plot->canvas.palette->grid, 1);
      yf_plot_segment (plot, 0, floor (y) + 0.5, plot->canvas.width, floor (y) + 0.5, 1);
      yf_plot_text_wrapped (plot, &plot->canvas.palette->text, name, 0,
                            is_wide (plot) ? (y + end - height) / 2 : y + plot->line * 0.3, width);
    }
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  draw_heads (self, plot);
  draw_rows (self, plot);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfProvocation *provocation = get_provocation (self, yf_chart_point (self, i)->index);
      const YfPlace *place = &g_array_index (plot->places, YfPlace, i);
      g_autofree char *number = g_strdup_printf ("%d", provocation->n);

      yf_plot_mark (plot, YF_MARK_DISC, get_colour (plot, provocation->phase), place->x, place->y, place->radius);
      yf_plot_text (plot, &plot->canvas.palette->background, number, place->x, place->y - plot->line / 2, 0.5);
    }
}

const YfChartMaker yf_chart_stops = {
  .id = "stops",
  .title = N_("What Hurt"),
  .empty = N_("Nothing has hurt during an exercise in this time. If you press “It hurts”, the movement appears "
              "here."),
  .build = build,
  .layout = layout,
  .draw = draw,
};
