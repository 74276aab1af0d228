/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The patient-specific functional scale: the mean of the scores as a line, and
 * behind it each activity, in a dash of its own, with its name where it ends.
 */

/* Below so many ems of width the names of lines are in the key. */
#define NARROW 32

typedef struct
{
  const char *name; /* borrowed from the log */
  const char *id;
  GArray     *scores; /* int, one a point; -1 where it was not answered */
} Activity;

typedef struct
{
  GArray *activities; /* Activity */
} Function;

static void
activity_clear (gpointer data)
{
  g_array_unref (((Activity *) data)->scores);
}

static void
function_free (gpointer data)
{
  Function *function = data;

  g_array_unref (function->activities);
  g_free (function);
}

static const YfFunctionPoint *
get_point (YfChart *self,
           guint    index)
{
  return &g_array_index (yf_progress_get_functions (self->progress), YfFunctionPoint, index);
}

static const Activity *
get_activity (YfChart *self,
              guint    index)
{
  const Function *function = self->data;

  return &g_array_index (function->activities, Activity, index);
}

static guint
count_activities (YfChart *self)
{
  const Function *function = self->data;

  return function->activities->len;
}

static int
get_score (YfChart *self,
           guint    activity,
           guint    point)
{
  return g_array_index (get_activity (self, activity)->scores, int, point);
}

static int
find_score (const YfFunctionRating *rating,
            const char             *activity)
{
  for (guint i = 0; i < rating->scores->len; i++)
    {
      const YfFunctionScore *score = g_ptr_array_index (rating->scores, i);

      if (g_str_equal (score->activity, activity))
        return score->score;
    }

  return -1;
}

/* Those that were asked about in the days of the chart. */
static void
find_activities (YfChart *self)
{
  Function *function = self->data;
  GPtrArray *all = yf_progress_get_log (self->progress)->functions;
  guint n = yf_progress_get_functions (self->progress)->len;

  for (guint i = 0; i < all->len; i++)
    {
      const YfFunctionActivity *known = g_ptr_array_index (all, i);
      Activity activity = { known->name, known->id, g_array_new (FALSE, FALSE, sizeof (int)) };
      gboolean answered = FALSE;

      for (guint j = 0; j < n; j++)
        {
          int score = find_score (get_point (self, j)->rating, known->id);

          g_array_append_val (activity.scores, score);
          answered |= score >= 0;
        }
      if (answered)
        g_array_append_val (function->activities, activity);
      else
        activity_clear (&activity);
    }
}

static char *
describe (YfChart *self,
          guint    index)
{
  const YfFunctionPoint *point = get_point (self, index);
  g_autofree char *day = yf_chart_dup_day (self, point->day);
  /* Translators: a day; a mean of scores from 0 to 10 */
  g_autofree char *text = g_strdup_printf (_("%s: %.1f of 10 on average"), day, point->mean);

  for (guint i = 0; i < count_activities (self); i++)
    {
      char *more;

      if (get_score (self, i, index) < 0)
        continue;
      /* Translators: what was said so far; an activity in the person's own words; its score from 0 to 10 */
      more = g_strdup_printf (_("%s; %s %d"), text, get_activity (self, i)->name, get_score (self, i, index));
      g_free (text);
      text = more;
    }

  return g_steal_pointer (&text);
}

static void
build (YfChart *self)
{
  guint n = yf_progress_get_functions (self->progress)->len;
  Function *function = g_new0 (Function, 1);

  function->activities = g_array_new (FALSE, FALSE, sizeof (Activity));
  g_array_set_clear_func (function->activities, activity_clear);
  self->data = function;
  self->free_data = function_free;
  find_activities (self);

  yf_chart_set_columns (self, _("Date"), _("Mean, 0 to 10"), NULL);
  for (guint i = 0; i < count_activities (self); i++)
    g_ptr_array_add (self->columns, (gpointer) get_activity (self, i)->name);

  for (guint i = 0; i < n; i++)
    {
      const YfFunctionPoint *rating = get_point (self, i);
      YfChartPoint *point = yf_chart_add_point (self, describe (self, i), rating->rating->id);

      point->index = i;
      point->at = rating->day + 0.5;
      yf_chart_add_cell (self, yf_day_to_string (rating->day));
      yf_chart_add_cell (self, g_strdup_printf ("%.1f", rating->mean));
      for (guint j = 0; j < count_activities (self); j++)
        yf_chart_add_cell (self, get_score (self, j, i) >= 0 ? g_strdup_printf ("%d", get_score (self, j, i)) : NULL);
    }

  if (n == 1)
    /* Translators: a mean of scores from 0 to 10 */
    yf_chart_say (self, g_strdup_printf (_("Asked once: %.1f of 10 on average."), get_point (self, 0)->mean));
  else if (n > 1)
    yf_chart_say (self, g_strdup_printf (
        /* Translators: means of scores from 0 to 10, the first and the last; how often they were asked for */
        ngettext ("From %.1f to %.1f of 10 on average, asked %d time; 10 is as before the trouble.",
                  "From %.1f to %.1f of 10 on average, asked %d times; 10 is as before the trouble.", (int) n),
        get_point (self, 0)->mean, get_point (self, n - 1)->mean, (int) n));
}

/* Drawing */

static const char *
get_mean_name (void)
{
  return C_("of the scores of several activities", "Mean");
}

static gboolean
is_narrow (YfPlot *plot)
{
  return plot->canvas.width < NARROW * plot->em;
}

/* A longer dash for each, so that they can be followed where they cross. */
static void
set_dash (YfPlot *plot,
          guint   activity)
{
  double dash[] = { plot->em * 0.2 * (activity + 1), plot->em * 0.25 };

  yf_plot_colour (plot, &plot->canvas.palette->leg, 0.75);
  cairo_set_line_width (plot->canvas.cairo, plot->em * 0.1);
  cairo_set_dash (plot->canvas.cairo, dash, G_N_ELEMENTS (dash), 0);
}

static void
sample_mean (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_colour (plot, &plot->canvas.palette->accent, 1);
  yf_plot_segment (plot, x, y, x + width, y, plot->em * 0.17);
}

static void
sample_activity (YfPlot *plot, double x, double y, double width, guint which)
{
  cairo_save (plot->canvas.cairo);
  set_dash (plot, which);
  yf_plot_segment (plot, x, y, x + width, y, plot->em * 0.1);
  cairo_restore (plot->canvas.cairo);
}

static double
draw_key (YfChart *self,
          YfPlot  *plot)
{
  g_autoptr (GArray) items = g_array_new (TRUE, TRUE, sizeof (YfKeyItem));
  YfKeyItem item = { _("0: cannot do it, 10: as before the trouble") };

  g_array_append_val (items, item);
  if (is_narrow (plot))
    {
      item = (YfKeyItem) { get_mean_name (), sample_mean };
      g_array_append_val (items, item);
      for (guint i = 0; i < count_activities (self); i++)
        {
          item = (YfKeyItem) { get_activity (self, i)->name, sample_activity, i };
          g_array_append_val (items, item);
        }
    }

  return yf_plot_key (plot, &g_array_index (items, YfKeyItem, 0), 0);
}

static double
get_name_width (YfChart *self,
                YfPlot  *plot)
{
  double width = yf_plot_text_width (plot, get_mean_name ());

  if (is_narrow (plot))
    return plot->em * 0.2;
  for (guint i = 0; i < count_activities (self); i++)
    width = MAX (width, yf_plot_text_width (plot, get_activity (self, i)->name));

  return MIN (width, plot->canvas.width * 0.3) + plot->em * 2.6;
}

/* Marks where there is room for them; else the line alone. */
static gboolean
has_marks (YfChart *self,
           YfPlot  *plot)
{
  return (plot->right - plot->left) / self->points->len >= plot->em * 0.9;
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  double foot = plot->line * 0.1 + yf_axis_get_height (plot);
  double field = MAX (CLAMP (plot->canvas.width * 0.32, plot->line * 7, plot->line * 11),
                      is_narrow (plot) ? 0 : plot->line * (count_activities (self) + 1.5));

  plot->guide = TRUE;
  plot->left = yf_plot_gutter (plot, "10");
  plot->right = MAX (plot->canvas.width - get_name_width (self, plot), plot->left + plot->em);
  plot->top = draw_key (self, plot) + plot->line;
  plot->height = plot->top + field + foot;
  plot->bottom = MAX (plot->top + plot->line, MAX (plot->canvas.height, plot->height) - foot);

  for (guint i = 0; i < self->points->len; i++)
    yf_plot_add_place (plot, yf_axis_x (plot, yf_chart_point (self, i)->at),
                       yf_plot_y (plot, get_point (self, i)->mean, YF_FUNCTION_MAX), plot->em * 0.34);
}

static void
draw_activity (YfChart *self,
               YfPlot  *plot,
               guint    activity)
{
  cairo_t *cairo = plot->canvas.cairo;
  double last = 0;

  cairo_save (cairo);
  set_dash (plot, activity);
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      double y = yf_plot_y (plot, MAX (get_score (self, activity, i), 0), YF_FUNCTION_MAX);

      if (get_score (self, activity, i) < 0)
        continue;
      if (last == 0 || point->at - last > 4 * YF_FUNCTION_INTERVAL_DAYS)
        cairo_move_to (cairo, yf_axis_x (plot, point->at), y);
      else
        cairo_line_to (cairo, yf_axis_x (plot, point->at), y);
      last = point->at;
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);

  for (guint i = 0; has_marks (self, plot) && i < self->points->len; i++)
    if (get_score (self, activity, i) >= 0)
      yf_plot_mark (plot, YF_MARK_DIAMOND, &plot->canvas.palette->leg, yf_axis_x (plot, yf_chart_point (self, i)->at),
                    yf_plot_y (plot, get_score (self, activity, i), YF_FUNCTION_MAX), plot->em * 0.17);
}

static void
draw_mean (YfChart *self,
           YfPlot  *plot)
{
  cairo_t *cairo = plot->canvas.cairo;

  yf_plot_colour (plot, &plot->canvas.palette->accent, 1);
  cairo_set_line_width (cairo, plot->em * 0.17);
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfPlace *place = &g_array_index (plot->places, YfPlace, i);

      /* Asked every two weeks; after a longer time nobody knows what was between. */
      if (i == 0 || yf_chart_point (self, i)->at - yf_chart_point (self, i - 1)->at > 4 * YF_FUNCTION_INTERVAL_DAYS)
        cairo_move_to (cairo, place->x, place->y);
      else
        cairo_line_to (cairo, place->x, place->y);
    }
  cairo_stroke (cairo);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfPlace *place = &g_array_index (plot->places, YfPlace, i);

      yf_plot_mark (plot, YF_MARK_DISC, &plot->canvas.palette->accent, place->x, place->y,
                    plot->em * (has_marks (self, plot) ? 0.32 : 0.12));
    }
}

typedef struct
{
  double      y;
  const char *text;
  gboolean    mean;
  guint       activity;
} Name;

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *first = a;
  const Name *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;

  /* The mean first, the others as the person named them. */
  return second->mean - first->mean;
}

static void
draw_names (YfChart *self,
            YfPlot  *plot)
{
  const YfPalette *palette = plot->canvas.palette;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  g_autoptr (GArray) y = g_array_new (FALSE, FALSE, sizeof (double));
  const Name mean = {
    g_array_index (plot->places, YfPlace, self->points->len - 1).y, get_mean_name (), TRUE, 0,
  };

  g_array_append_val (names, mean);
  for (guint i = 0; i < count_activities (self); i++)
    {
      Name name = { 0, get_activity (self, i)->name, FALSE, i };
      guint last = self->points->len - 1;

      while (get_score (self, i, last) < 0)
        last--;
      name.y = yf_plot_y (plot, get_score (self, i, last), YF_FUNCTION_MAX);
      g_array_append_val (names, name);
    }
  g_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    g_array_append_val (y, g_array_index (names, Name, i).y);
  yf_plot_spread (&g_array_index (y, double, 0), names->len, plot->line, plot->top, plot->bottom);

  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      double x = plot->right + plot->em * 0.5;

      if (name->mean)
        sample_mean (plot, x, g_array_index (y, double, i), plot->em * 1.4, 0);
      else
        sample_activity (plot, x, g_array_index (y, double, i), plot->em * 1.4, name->activity);
      x += plot->em * 1.8;
      yf_plot_text_within (plot, name->mean ? &palette->accent : &palette->leg, name->text, x,
                           g_array_index (y, double, i) - plot->line / 2, plot->canvas.width - x);
    }
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  const int lines[] = { 0, 5, 10 };

  draw_key (self, plot);
  yf_plot_scale (plot, lines, G_N_ELEMENTS (lines), YF_FUNCTION_MAX);
  yf_axis_draw (plot);
  for (guint i = 0; i < count_activities (self); i++)
    draw_activity (self, plot, i);
  draw_mean (self, plot);
  if (!is_narrow (plot))
    draw_names (self, plot);
  yf_chart_draw_lone_day (self, plot);
}

const YfChartMaker yf_chart_function = {
  .id = "function",
  .title = N_("Everyday Activities"),
  .empty = N_("After you have said how well your activities go, the scores appear here, every two weeks."),
  .build = build,
  .layout = layout,
  .draw = draw,
};
