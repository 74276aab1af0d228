/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Repetitions, and time under hold, as bars that lie: one for each exercise and
 * side, with its number at the end. What was planned is an open bar around what
 * was done.
 */

/* From how many ems on a name stands left of its bars rather than above. */
#define WIDE 38

typedef struct
{
  gboolean  hold;
  gint64    max;
  gboolean  planned;  /* any is */
  gboolean  hours;    /* the longest is of hours, so all of them are said in hours */
} Bars;

static const YfExerciseTotal *
get_total (YfChart *self,
           guint    point)
{
  return &g_array_index (yf_progress_get_exercises (self->progress), YfExerciseTotal,
                         yf_chart_point (self, point)->index);
}

static gint64
get_value (YfChart               *self,
           const YfExerciseTotal *total)
{
  const Bars *bars = self->data;

  return bars->hold ? total->hold / YF_SECOND : total->n_reps;
}

static gint64
get_planned (YfChart               *self,
             const YfExerciseTotal *total)
{
  const Bars *bars = self->data;

  return bars->hold ? 0 : total->planned_reps;
}

/* Minutes and seconds, or hours too: 29:40 must not stand beside 31:30:48. */
static char *
format_length (gint64   seconds,
               gboolean with_hours)
{
  int hours = (int) (seconds / 3600);
  int minutes = (int) (seconds / 60 % 60);
  int rest = (int) (seconds % 60);

  if (with_hours)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, rest);

  return g_strdup_printf ("%d:%02d", minutes, rest);
}

static char *
format_value (YfChart               *self,
              const YfExerciseTotal *total)
{
  const Bars *bars = self->data;

  if (bars->hold)
    return format_length (get_value (self, total), bars->hours);
  if (total->planned_reps > 0)
    /* Translators: repetitions done, and planned */
    return g_strdup_printf (_("%d of %d"), total->n_reps, total->planned_reps);

  return g_strdup_printf ("%d", total->n_reps);
}

static char *
describe (YfChart               *self,
          const YfExerciseTotal *total)
{
  const Bars *bars = self->data;
  g_autofree char *name = yf_chart_dup_exercise (self, total->exercise, total->side);
  int seconds = (int) (total->hold / YF_SECOND);

  if (bars->hold && seconds >= 3600)
    /* Translators: an exercise; hours, minutes and seconds for which a position was held */
    return g_strdup_printf (_("%s: held for %d h %d min %d s"), name, seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (bars->hold)
    /* Translators: an exercise; minutes and seconds for which a position was held */
    return g_strdup_printf (_("%s: held for %d min %d s"), name, seconds / 60, seconds % 60);
  if (total->planned_reps > 0)
    return g_strdup_printf (
        /* Translators: an exercise; repetitions done, planned, and sets */
        ngettext ("%s: %d of %d planned repetitions, in %d set",
                  "%s: %d of %d planned repetitions, in %d sets", total->n_sets),
        name, total->n_reps, total->planned_reps, total->n_sets);

  /* Translators: an exercise; repetitions done, of which none were planned */
  return g_strdup_printf (ngettext ("%s: %d repetition", "%s: %d repetitions", total->n_reps), name, total->n_reps);
}

static void
add_row (YfChart               *self,
         const YfExerciseTotal *total)
{
  const Bars *bars = self->data;

  yf_chart_add_cell (self, g_strdup (yf_progress_get_exercise_name (self->progress, total->exercise)));
  yf_chart_add_cell (self, g_strdup (yf_chart_side (total->side)));
  yf_chart_add_cell (self, g_strdup_printf ("%d", total->n_sessions));
  yf_chart_add_cell (self, g_strdup_printf ("%d", total->n_sets));
  if (bars->hold)
    {
      yf_chart_add_cell (self, format_length (get_value (self, total), bars->hours));
      return;
    }
  yf_chart_add_cell (self, g_strdup_printf ("%d", total->n_reps));
  yf_chart_add_cell (self, g_strdup_printf ("%d", total->planned_reps));
  yf_chart_add_cell (self, g_strdup_printf ("%d", total->n_stops));
}

static void
summarise (YfChart *self)
{
  const Bars *bars = self->data;
  gint64 hold = 0;
  int done = 0;
  int planned = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfExerciseTotal *total = get_total (self, i);

      hold += total->hold;
      done += total->n_reps;
      planned += total->planned_reps;
    }

  hold /= YF_SECOND;

  if (bars->hold)
    {
      gboolean hours = hold >= 3600;
      g_autofree char *length = format_length (hold, hours);

      yf_chart_say (self, hours
                            /* Translators: a length of time such as 1:12:05, hours, minutes and seconds */
                            ? g_strdup_printf (_("Time under hold, in hours, minutes and seconds: %s in all."), length)
                            /* Translators: a length of time such as 12:05, minutes and seconds */
                            : g_strdup_printf (_("Time under hold, in minutes and seconds: %s in all."), length));
    }
  else
    {
      yf_chart_say (self, g_strdup_printf (ngettext ("%d repetition done.", "%d repetitions done.", done), done));
      yf_chart_say (self, g_strdup_printf (ngettext ("%d was planned.", "%d were planned.", planned), planned));
    }
}

static void
build_bars (YfChart  *self,
            gboolean  hold)
{
  GArray *totals = yf_progress_get_exercises (self->progress);
  Bars *bars = g_new0 (Bars, 1);

  bars->hold = hold;
  for (guint i = 0; hold && i < totals->len; i++)
    bars->hours |= g_array_index (totals, YfExerciseTotal, i).hold >= 3600 * YF_SECOND;
  self->data = bars;
  self->free_data = g_free;
  if (hold)
    yf_chart_set_columns (self, _("Exercise"), _("Side"), _("Sessions"), _("Sets"), _("Time under hold"), NULL);
  else
    yf_chart_set_columns (self, _("Exercise"), _("Side"), _("Sessions"), _("Sets"), _("Repetitions"), _("Planned"),
                          _("Stops"), NULL);

  for (guint i = 0; i < totals->len; i++)
    {
      const YfExerciseTotal *total = &g_array_index (totals, YfExerciseTotal, i);

      if (hold ? total->hold < YF_SECOND : total->n_reps == 0 && total->planned_reps == 0)
        continue;
      yf_chart_add_point (self, describe (self, total), NULL)->index = i;
      bars->max = MAX (bars->max, MAX (get_value (self, total), get_planned (self, total)));
      bars->planned |= get_planned (self, total) > 0;
      add_row (self, total);
    }
  if (self->points->len > 0)
    summarise (self);
}

static void
build_reps (YfChart *self)
{
  build_bars (self, FALSE);
}

static void
build_hold (YfChart *self)
{
  build_bars (self, TRUE);
}

/* Drawing */

static const YfColour *
get_colour (YfChart *self,
            YfPlot  *plot)
{
  const Bars *bars = self->data;

  return bars->hold ? &plot->canvas.palette->still : &plot->canvas.palette->effort;
}

static void
sample_done (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_bar (plot, YF_FILL_PLAIN, &plot->canvas.palette->effort, x, y - plot->em * 0.35, width, plot->em * 0.7);
}

static void
sample_planned (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_bar (plot, YF_FILL_OUTLINE, &plot->canvas.palette->effort, x, y - plot->em * 0.35, width, plot->em * 0.7);
}

static double
draw_key (YfChart *self,
          YfPlot  *plot)
{
  const Bars *bars = self->data;
  const YfKeyItem hold[] = { { bars->hours ? _("Hours, minutes and seconds") : _("Minutes and seconds") }, { NULL } };
  const YfKeyItem reps[] = { { C_("repetitions", "Done"), sample_done }, { _("Planned"), sample_planned }, { NULL } };
  const YfKeyItem done[] = { { _("Repetitions done"), sample_done }, { NULL } };

  return yf_plot_key (plot, bars->hold ? hold : bars->planned ? reps : done, 0);
}

static gboolean
is_wide (YfPlot *plot)
{
  return plot->canvas.width >= WIDE * plot->em;
}

static gboolean
begins_exercise (YfChart *self,
                 guint    point)
{
  return point == 0
         || g_strcmp0 (get_total (self, point)->exercise, get_total (self, point - 1)->exercise) != 0;
}

static const char *
get_name (YfChart *self,
          guint    point)
{
  return yf_progress_get_exercise_name (self->progress, get_total (self, point)->exercise);
}

/* The columns: names, sides, bars, numbers. */
static double
get_name_width (YfChart *self,
                YfPlot  *plot)
{
  double width = 0;

  if (!is_wide (plot))
    return 0;
  for (guint i = 0; i < self->points->len; i++)
    width = MAX (width, yf_plot_text_width (plot, get_name (self, i)));

  return MIN (width, plot->canvas.width * 0.28) + plot->em * 1.4;
}

static double
get_side_width (YfChart *self,
                YfPlot  *plot)
{
  double width = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      const char *side = yf_chart_side (get_total (self, i)->side);

      if (*side != '\0')
        width = MAX (width, yf_plot_text_width (plot, side) + plot->em * 0.8);
    }

  return width;
}

static double
get_number_width (YfChart *self,
                  YfPlot  *plot)
{
  double width = 0;

  for (guint i = 0; i < self->points->len; i++)
    {
      g_autofree char *number = format_value (self, get_total (self, i));

      width = MAX (width, yf_plot_text_width (plot, number));
    }

  return width + plot->em;
}

static double
get_length (YfChart *self,
            YfPlot  *plot,
            gint64   value)
{
  const Bars *bars = self->data;

  return (plot->right - plot->left) * value / MAX (bars->max, 1);
}

static double
get_thickness (YfPlot *plot)
{
  return plot->line * 0.55;
}

/* Whether a name and the number of its first bar stand side by side. */
static gboolean
shares_line (YfChart *self,
             YfPlot  *plot,
             guint    point)
{
  const YfExerciseTotal *total = get_total (self, point);
  g_autofree char *number = format_value (self, total);

  return total->side == YF_SIDE_NONE
         && yf_plot_text_width (plot, get_name (self, point)) + plot->em + yf_plot_text_width (plot, number)
            <= plot->right - plot->left;
}

/* In large letters and a narrow window even a number takes two lines. */
static double
get_number_height (YfChart *self,
                   YfPlot  *plot,
                   guint    point)
{
  g_autofree char *number = format_value (self, get_total (self, point));

  return yf_plot_text_height (plot, number, plot->right - plot->left - get_side_width (self, plot));
}

/* How many rows of one exercise follow, and so how much room its name has. */
static guint
count_rows (YfChart *self,
            guint    point)
{
  guint n = 1;

  while (point + n < self->points->len && !begins_exercise (self, point + n))
    n++;

  return n;
}

/* Rows one under the other, names at the left. */
static double
layout_wide (YfChart *self,
             YfPlot  *plot,
             double   y)
{
  double row = plot->line * 1.25;
  double names = get_name_width (self, plot);
  double foot = y;

  plot->left = names + get_side_width (self, plot);
  plot->right = MAX (plot->canvas.width - get_number_width (self, plot), plot->left + plot->em);

  for (guint i = 0; i < self->points->len; i++)
    {
      double end = get_length (self, plot, get_value (self, get_total (self, i)));
      YfPlace box = { .left = 0, .right = plot->canvas.width };

      if (begins_exercise (self, i))
        {
          double name = yf_plot_text_height (plot, get_name (self, i), names - plot->em * 1.4);

          y = MAX (y, foot) + plot->line * 0.35;
          /* A long name makes room for itself. */
          foot = MAX (y + name + plot->line * 0.25, y + row * count_rows (self, i));
        }
      g_array_append_val (plot->rows, y);
      box.top = y;
      box.bottom = y + row;
      yf_plot_add_box (plot, plot->left + MAX (end, 2) - 1, y + row / 2, &box);
      y += row;
    }

  return MAX (y, foot);
}

/* Each bar as wide as the canvas, with its letters above it. */
static double
layout_narrow (YfChart *self,
               YfPlot  *plot,
               double   y)
{
  double thick = get_thickness (plot);

  plot->left = plot->em * 0.4;
  plot->right = plot->canvas.width - plot->em * 0.4;

  for (guint i = 0; i < self->points->len; i++)
    {
      double end = get_length (self, plot, get_value (self, get_total (self, i)));
      YfPlace box = { .left = 0, .right = plot->canvas.width };

      y += plot->line * (begins_exercise (self, i) ? 0.5 : 0.1);
      g_array_append_val (plot->rows, y);
      /* So that the frame of the chosen one does not touch the letters. */
      box.top = y - plot->line * 0.08;
      if (begins_exercise (self, i) && !shares_line (self, plot, i))
        y += yf_plot_text_height (plot, get_name (self, i), plot->right - plot->left);
      y += get_number_height (self, plot, i) + plot->line * 0.1;
      box.bottom = y + thick + plot->line * 0.15;
      yf_plot_add_box (plot, plot->left + MAX (end, 2) - 1, y + thick / 2, &box);
      y = box.bottom;
    }

  return y;
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  plot->top = draw_key (self, plot) + plot->line * 0.4;
  plot->bottom = is_wide (plot) ? layout_wide (self, plot, plot->top) : layout_narrow (self, plot, plot->top);
  plot->height = plot->bottom + plot->line * 0.2;
}

static void
draw_bar (YfChart *self,
          YfPlot  *plot,
          guint    point)
{
  const YfExerciseTotal *total = get_total (self, point);
  const YfColour *colour = get_colour (self, plot);
  double thick = get_thickness (plot);
  double top = g_array_index (plot->places, YfPlace, point).y - thick / 2;
  double done = get_length (self, plot, get_value (self, total));
  double planned = get_length (self, plot, get_planned (self, total));

  if (planned > done)
    yf_plot_bar (plot, YF_FILL_OUTLINE, colour, plot->left, top, planned, thick);
  yf_plot_bar (plot, YF_FILL_PLAIN, colour, plot->left, top, MAX (done, 2), thick);
  /* More than planned: the plan is a line across the bar. */
  if (planned > 0 && done > planned)
    {
      yf_plot_colour (plot, &plot->canvas.palette->background, 1);
      yf_plot_segment (plot, plot->left + planned, top, plot->left + planned, top + thick,
                       MAX (1.5, plot->em * 0.14));
    }
}

static void
draw_wide (YfChart *self,
           YfPlot  *plot,
           guint    point)
{
  const YfPalette *palette = plot->canvas.palette;
  const YfExerciseTotal *total = get_total (self, point);
  double middle = g_array_index (plot->places, YfPlace, point).y - plot->line / 2;
  double done = get_length (self, plot, get_value (self, total));
  double planned = get_length (self, plot, get_planned (self, total));
  g_autofree char *number = format_value (self, total);

  if (begins_exercise (self, point))
    yf_plot_text_wrapped (plot, &palette->text, get_name (self, point), plot->em * 0.4, middle,
                          get_name_width (self, plot) - plot->em * 1.4);
  if (total->side != YF_SIDE_NONE)
    yf_plot_text (plot, &palette->dim, yf_chart_side (total->side), plot->left - plot->em * 0.5, middle, 1);
  yf_plot_text (plot, &palette->text, number, plot->left + MAX (MAX (done, planned), 2) + plot->em * 0.5, middle, 0);
}

static void
draw_narrow (YfChart *self,
             YfPlot  *plot,
             guint    point)
{
  const YfPalette *palette = plot->canvas.palette;
  const YfExerciseTotal *total = get_total (self, point);
  double y = g_array_index (plot->places, YfPlace, point).y - get_thickness (plot) / 2 - plot->line * 0.1
             - get_number_height (self, plot, point);
  g_autofree char *number = format_value (self, total);

  if (begins_exercise (self, point))
    yf_plot_text_wrapped (plot, &palette->text, get_name (self, point), plot->left,
                          g_array_index (plot->rows, double, point), plot->right - plot->left);
  if (total->side != YF_SIDE_NONE)
    yf_plot_text (plot, &palette->dim, yf_chart_side (total->side), plot->left, y, 0);
  if (plot->left + get_side_width (self, plot) + yf_plot_text_width (plot, number) <= plot->right)
    yf_plot_text (plot, &palette->text, number, plot->right, y, 1);
  else
    yf_plot_text_wrapped (plot, &palette->text, number, plot->left + get_side_width (self, plot), y,
                          plot->right - plot->left - get_side_width (self, plot));
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  draw_key (self, plot);
  for (guint i = 0; i < self->points->len; i++)
    {
      draw_bar (self, plot, i);
      if (is_wide (plot))
        draw_wide (self, plot, i);
      else
        draw_narrow (self, plot, i);
    }
}

const YfChartMaker yf_chart_reps = {
  .id = "reps",
  .title = N_("Repetitions by Exercise"),
  .empty = N_("After the first session your repetitions appear here, for each exercise and side."),
  .build = build_reps,
  .layout = layout,
  .draw = draw,
};

const YfChartMaker yf_chart_hold = {
  .id = "hold",
  .title = N_("Time under Hold"),
  .empty = N_("After the first exercise that is held the time under hold appears here, for each exercise and side."),
  .build = build_hold,
  .layout = layout,
  .draw = draw,
};
