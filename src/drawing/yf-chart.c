/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_BOXED_TYPE (YfChart, yf_chart, yf_chart_ref, yf_chart_unref)

/* How far from a mark a pointer may be, in ems. */
#define REACH 2.5

static const YfChartMaker * const makers[] = {
  [YF_CHART_PAIN] = &yf_chart_pain,
  [YF_CHART_WEEKS] = &yf_chart_weeks,
  [YF_CHART_REPS] = &yf_chart_reps,
  [YF_CHART_HOLD] = &yf_chart_hold,
  [YF_CHART_DOSES] = &yf_chart_doses,
  [YF_CHART_FUNCTION] = &yf_chart_function,
  [YF_CHART_CLINIC] = &yf_chart_clinic,
  [YF_CHART_STOPS] = &yf_chart_stops,
};

G_STATIC_ASSERT (G_N_ELEMENTS (makers) == YF_N_CHART_KINDS);

static void
point_clear (gpointer data)
{
  YfChartPoint *point = data;

  g_free (point->text);
  g_free (point->entry);
}

/**
 * yf_chart_new:
 * @kind: which side of it
 * @progress: what the log says
 *
 * Its days are those of @progress. The picture has neither title nor summary in
 * it: who shows it writes them beside it, as letters that can be read aloud.
 *
 * Returns: (transfer full): a chart
 */
YfChart *
yf_chart_new (YfChartKind  kind,
              YfProgress  *progress)
{
  YfChart *self;

  g_return_val_if_fail (kind < YF_N_CHART_KINDS, NULL);
  g_return_val_if_fail (progress != NULL, NULL);

  self = g_atomic_rc_box_new0 (YfChart);
  self->maker = makers[kind];
  self->kind = kind;
  self->progress = yf_progress_ref (progress);
  self->from = yf_progress_get_from (progress);
  self->to = MAX (yf_progress_get_to (progress), self->from);
  self->points = g_array_new (FALSE, TRUE, sizeof (YfChartPoint));
  g_array_set_clear_func (self->points, point_clear);
  self->columns = g_ptr_array_new ();
  self->cells = g_ptr_array_new_with_free_func (g_free);

  self->maker->build (self);
  if (self->points->len == 0)
    {
      g_free (self->summary);
      self->summary = g_strdup (_(self->maker->empty));
    }

  return self;
}

YfChart *
yf_chart_ref (YfChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
chart_clear (gpointer data)
{
  YfChart *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_array_unref (self->points);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self->summary);
  yf_progress_unref (self->progress);
}

void
yf_chart_unref (YfChart *self)
{
  g_atomic_rc_box_release_full (self, chart_clear);
}

YfChartKind
yf_chart_get_kind (YfChart *self)
{
  g_return_val_if_fail (self != NULL, YF_CHART_PAIN);

  return self->kind;
}

/**
 * yf_chart_get_id:
 * @self: a chart
 *
 * Returns: a name for its kind, such as "pain", the same in every language
 */
const char *
yf_chart_get_id (YfChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->maker->id;
}

/**
 * yf_chart_get_title:
 * @self: a chart
 *
 * Returns: its title, in the person's language
 */
const char *
yf_chart_get_title (YfChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->maker->title);
}

/**
 * yf_chart_get_summary:
 * @self: a chart
 *
 * Returns: what it shows, in whole sentences with numbers, in the person's
 *   language; the same as yf_chart_get_empty_text() if it is empty
 */
const char *
yf_chart_get_summary (YfChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->summary;
}

/**
 * yf_chart_is_empty:
 * @self: a chart
 *
 * Returns: whether there is nothing to show in its days
 */
gboolean
yf_chart_is_empty (YfChart *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->points->len == 0;
}

/**
 * yf_chart_get_empty_text:
 * @self: a chart
 *
 * Returns: what will be here, and when, in the person's language
 */
const char *
yf_chart_get_empty_text (YfChart *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->maker->empty);
}

/* Room for a sentence, with a line above and one below. */
static double
measure_empty (YfChart *self,
               YfPlot  *plot)
{
  double inner = MAX (plot->canvas.width - 2 * plot->em, plot->em);

  return yf_plot_text_height (plot, yf_chart_get_empty_text (self), inner) + 2 * plot->line;
}

static void
draw_empty (YfChart *self,
            YfPlot  *plot)
{
  const YfPalette *palette = plot->canvas.palette;
  double height = measure_empty (self, plot);
  double inner = MAX (plot->canvas.width - 2 * plot->em, plot->em);

  yf_plot_colour (plot, &palette->grid, 1);
  yf_plot_segment (plot, 0, 0.5, plot->canvas.width, 0.5, 1);
  yf_plot_segment (plot, 0, height - 0.5, plot->canvas.width, height - 0.5, 1);
  yf_plot_text_wrapped (plot, &palette->dim, yf_chart_get_empty_text (self), plot->em, plot->line, inner);
}

static void
lay_out (YfChart        *self,
         const YfCanvas *canvas,
         YfPlot         *plot)
{
  yf_plot_init (plot, canvas);
  plot->from = self->from;
  plot->to = self->to;

  if (self->points->len == 0)
    {
      plot->height = measure_empty (self, plot);
      return;
    }

  plot->canvas.cairo = NULL;
  self->maker->layout (self, plot);
  plot->canvas.cairo = canvas->cairo;
  g_assert (plot->places->len == self->points->len);
}

/**
 * yf_chart_measure:
 * @self: a chart
 * @context: for letters
 * @width: how wide it is going to be
 *
 * Returns: how high it wants to be then; lower, things would lie on top of
 *   each other
 */
double
yf_chart_measure (YfChart      *self,
                  PangoContext *context,
                  double        width)
{
  const YfCanvas canvas = {
    .context = context, .width = width, .palette = yf_palette_get (YF_PALETTE_LIGHT),
  };
  YfPlot plot;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0);

  lay_out (self, &canvas, &plot);
  yf_plot_clear (&plot);

  return ceil (plot.height);
}

/**
 * yf_chart_draw:
 * @self: a chart
 * @canvas: where to draw it
 * @point: the point that is chosen, or %YF_CHART_NO_POINT
 *
 * Draws the picture, and the sign of being chosen about @point. Nothing is
 * drawn outside @canvas if it is as high as yf_chart_measure() says. The background
 * is left as it is. The same chart on the same canvas is the same picture.
 */
void
yf_chart_draw (YfChart        *self,
               const YfCanvas *canvas,
               int             point)
{
  YfPlot plot;

  g_return_if_fail (self != NULL);
  g_return_if_fail (canvas != NULL && canvas->cairo != NULL);
  g_return_if_fail (point >= YF_CHART_NO_POINT && point < (int) self->points->len);

  lay_out (self, canvas, &plot);
  cairo_save (canvas->cairo);
  cairo_set_line_join (canvas->cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_new_path (canvas->cairo);

  if (self->points->len == 0)
    draw_empty (self, &plot);
  else
    self->maker->draw (self, &plot);
  if (point != YF_CHART_NO_POINT)
    yf_plot_select (&plot, (guint) point);

  cairo_restore (canvas->cairo);
  yf_plot_clear (&plot);
}

/**
 * yf_chart_get_n_points:
 * @self: a chart
 *
 * Returns: how many points it has
 */
guint
yf_chart_get_n_points (YfChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->points->len;
}

/**
 * yf_chart_get_point_text:
 * @self: a chart
 * @point: one of its points
 *
 * Returns: (transfer none): what it says, in the person's language
 */
const char *
yf_chart_get_point_text (YfChart *self,
                         guint    point)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (point < self->points->len, NULL);

  return yf_chart_point (self, point)->text;
}

/**
 * yf_chart_get_point_entry:
 * @self: a chart
 * @point: one of its points
 *
 * Returns: (transfer none) (nullable): the id of the session, check-in, rating
 *   or score that it is, or %NULL if it was made from several entries
 */
const char *
yf_chart_get_point_entry (YfChart *self,
                          guint    point)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (point < self->points->len, NULL);

  return yf_chart_point (self, point)->entry;
}

/**
 * yf_chart_get_point_place:
 * @self: a chart
 * @canvas: where it is drawn; its cairo may be %NULL
 * @point: one of its points
 * @x: (out): return location for where it is
 * @y: (out): likewise
 */
void
yf_chart_get_point_place (YfChart        *self,
                          const YfCanvas *canvas,
                          guint           point,
                          double         *x,
                          double         *y)
{
  YfPlot plot;

  g_return_if_fail (self != NULL);
  g_return_if_fail (canvas != NULL);
  g_return_if_fail (point < self->points->len);
  g_return_if_fail (x != NULL && y != NULL);

  lay_out (self, canvas, &plot);
  *x = g_array_index (plot.places, YfPlace, point).x;
  *y = g_array_index (plot.places, YfPlace, point).y;
  yf_plot_clear (&plot);
}

static gboolean
is_in_box (const YfPlace *place,
           double         x,
           double         y)
{
  return place->right > place->left && x >= place->left && x < place->right && y >= place->top && y < place->bottom;
}

/**
 * yf_chart_find_point:
 * @self: a chart
 * @canvas: where it is drawn; its cairo may be %NULL
 * @x: where a pointer is
 * @y: likewise
 *
 * Returns: the point that it means, or %YF_CHART_NO_POINT
 */
int
yf_chart_find_point (YfChart        *self,
                     const YfCanvas *canvas,
                     double          x,
                     double          y)
{
  double nearest;
  int found = YF_CHART_NO_POINT;
  YfPlot plot;

  g_return_val_if_fail (self != NULL, YF_CHART_NO_POINT);
  g_return_val_if_fail (canvas != NULL, YF_CHART_NO_POINT);

  if (self->points->len == 0)
    return YF_CHART_NO_POINT;

  lay_out (self, canvas, &plot);
  nearest = plot.em * REACH;
  for (guint i = 0; i < plot.places->len; i++)
    {
      const YfPlace *place = &g_array_index (plot.places, YfPlace, i);
      double distance = hypot (x - place->x, y - place->y);

      if (is_in_box (place, x, y))
        {
          found = (int) i;
          break;
        }
      if (place->right <= place->left && distance < nearest)
        {
          found = (int) i;
          nearest = distance;
        }
    }
  yf_plot_clear (&plot);

  return found;
}

/**
 * yf_chart_get_n_columns:
 * @self: a chart
 *
 * Returns: how many columns its table has
 */
guint
yf_chart_get_n_columns (YfChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * yf_chart_get_column:
 * @self: a chart
 * @column: a column of its table
 *
 * Returns: (transfer none): its heading, in the person's language
 */
const char *
yf_chart_get_column (YfChart *self,
                     guint    column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

/**
 * yf_chart_get_n_rows:
 * @self: a chart
 *
 * Returns: how many rows its table has
 */
guint
yf_chart_get_n_rows (YfChart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len > 0 ? self->cells->len / self->columns->len : 0;
}

/**
 * yf_chart_get_cell:
 * @self: a chart
 * @row: a row of its table
 * @column: a column
 *
 * Returns: (transfer none): what is there, in the person's language; empty
 *   where nobody said. Dates are in ISO 8601, so that they sort
 */
const char *
yf_chart_get_cell (YfChart *self,
                   guint    row,
                   guint    column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->columns->len && row < yf_chart_get_n_rows (self), NULL);

  return g_ptr_array_index (self->cells, row * self->columns->len + column);
}
