/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdarg.h>

/*
 * What the kinds of charts are built with: points, cells, sentences, and the
 * words for days, exercises and sides.
 */

/**
 * yf_chart_add_point:
 * @self: a chart that is being built
 * @text: (transfer full): what the point says
 * @entry: (nullable): the one entry that it is
 *
 * Returns: (transfer none): the point, until the next is added
 */
YfChartPoint *
yf_chart_add_point (YfChart    *self,
                    char       *text,
                    const char *entry)
{
  const YfChartPoint point = { .text = text, .entry = g_strdup (entry) };

  g_array_append_val (self->points, point);

  return yf_chart_point (self, self->points->len - 1);
}

YfChartPoint *
yf_chart_point (YfChart *self,
                guint    point)
{
  return &g_array_index (self->points, YfChartPoint, point);
}

/* Headings in the person's language, up to %NULL. */
void
yf_chart_set_columns (YfChart *self,
                      ...)
{
  va_list columns;
  char *column;

  va_start (columns, self);
  while ((column = va_arg (columns, char *)) != NULL)
    g_ptr_array_add (self->columns, column);
  va_end (columns);
}

/**
 * yf_chart_add_cell:
 * @self: a chart that is being built
 * @text: (transfer full) (nullable): what is in the next cell
 */
void
yf_chart_add_cell (YfChart *self,
                   char    *text)
{
  g_ptr_array_add (self->cells, text != NULL ? text : g_strdup (""));
}

/**
 * yf_chart_say:
 * @self: a chart that is being built
 * @sentence: (transfer full): one more sentence of its summary
 */
void
yf_chart_say (YfChart *self,
              char    *sentence)
{
  g_autofree char *before = g_steal_pointer (&self->summary);
  g_autofree char *more = sentence;

  if (before == NULL)
    self->summary = g_steal_pointer (&more);
  else
    /* Translators: two sentences, one after the other; Chinese has no space between them */
    self->summary = g_strdup_printf (C_("two sentences", "%s %s"), before, more);
}

/* A day in words, with the year where the days of the chart are of several. */
char *
yf_chart_dup_day (YfChart *self,
                  YfDay    day)
{
  GDate from;
  GDate to;

  g_date_clear (&from, 1);
  g_date_clear (&to, 1);
  g_date_set_julian (&from, (guint) self->from);
  g_date_set_julian (&to, (guint) self->to);

  return yf_axis_dup_day (day, g_date_get_year (&from) != g_date_get_year (&to));
}

/**
 * yf_chart_draw_lone_day:
 * @self: a chart whose points are moments
 * @plot: what it is drawn on
 *
 * Where all points are of one day, writes that day above the first of them: a
 * lone mark says when it was.
 */
void
yf_chart_draw_lone_day (YfChart *self,
                        YfPlot  *plot)
{
  const YfPlace *place = &g_array_index (plot->places, YfPlace, 0);
  double day = floor (yf_chart_point (self, 0)->at);
  g_autofree char *text = NULL;
  double width;
  double y;

  for (guint i = 1; i < self->points->len; i++)
    if (floor (yf_chart_point (self, i)->at) > day)
      return;

  text = yf_chart_dup_day (self, (YfDay) day);
  width = yf_plot_text_width (plot, text);
  y = place->y - plot->line * 1.5;
  if (y < plot->top)
    y = place->y + plot->line * 0.5;
  yf_plot_text (plot, &plot->canvas.palette->text, text,
                yf_plot_keep (plot, place->x, width), y, 0);
}

/**
 * yf_chart_dup_exercise:
 * @self: a chart
 * @exercise: the id of an exercise
 * @side: a side of it
 *
 * Returns: (transfer full): its name and side, in the person's language
 */
char *
yf_chart_dup_exercise (YfChart    *self,
                       const char *exercise,
                       YfSide      side)
{
  const char *name = yf_progress_get_exercise_name (self->progress, exercise);

  switch (side)
    {
    case YF_SIDE_LEFT:
      /* Translators: the name of an exercise */
      return g_strdup_printf (_("%s, left side"), name);
    case YF_SIDE_RIGHT:
      /* Translators: the name of an exercise */
      return g_strdup_printf (_("%s, right side"), name);
    case YF_SIDE_NONE:
    default:
      return g_strdup (name);
    }
}

/* A side in a word; empty for none. */
const char *
yf_chart_side (YfSide side)
{
  switch (side)
    {
    case YF_SIDE_LEFT:
      return C_("side of the body", "Left");
    case YF_SIDE_RIGHT:
      return C_("side of the body", "Right");
    case YF_SIDE_NONE:
    default:
      return "";
    }
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/**
 * yf_chart_median:
 * @values: (element-type double): some values, which are put in order
 * @median: (out): return location for the one in the middle, or the mean of the
 *   two there
 *
 * Returns: how many values there are; without one, @median is left alone
 */
int
yf_chart_median (GArray *values,
                 double *median)
{
  guint n = values->len;

  if (n == 0)
    return 0;

  g_array_sort (values, compare_values);
  *median = (g_array_index (values, double, (n - 1) / 2) + g_array_index (values, double, n / 2)) / 2;

  return (int) n;
}
