/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-plot.h"

#include <math.h>

/*
 * Letters, marks and bars, sized by the letters of the context: whoever needs
 * large letters needs large marks too. Nothing here touches the context.
 */

#define THIN 1.0

static PangoLayout *
make_layout (YfPlot     *self,
             const char *text,
             double      width)
{
  PangoLayout *layout = pango_layout_new (self->canvas.context);

  pango_layout_set_text (layout, text, -1);
  if (width >= 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }

  return layout;
}

static void
get_size (PangoLayout *layout,
          double      *width,
          double      *height)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  if (width != NULL)
    *width = (double) logical.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) logical.height / PANGO_SCALE;
}

/**
 * yf_plot_init:
 * @self: (out): a plot
 * @canvas: what is drawn on, borrowed
 *
 * Begins to lay out a picture.
 */
void
yf_plot_init (YfPlot         *self,
              const YfCanvas *canvas)
{
  g_autoptr (PangoLayout) layout = NULL;

  *self = (YfPlot) { .canvas = *canvas };
  self->rows = g_array_new (FALSE, TRUE, sizeof (double));
  self->places = g_array_new (FALSE, TRUE, sizeof (YfPlace));

  /* Both scripts, so that no line is too low for the taller of them. */
  layout = make_layout (self, "Ag国", -1);
  get_size (layout, NULL, &self->line);
  self->line = MAX (self->line, 1);
  self->em = self->line * 0.7;
}

void
yf_plot_clear (YfPlot *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
}

/**
 * yf_plot_add_place:
 * @self: a plot
 * @x: where the next point is
 * @y: likewise
 * @radius: of its mark
 *
 * Places the next point, which is meant by a pointer that is near.
 */
void
yf_plot_add_place (YfPlot *self,
                   double  x,
                   double  y,
                   double  radius)
{
  const YfPlace place = { .x = x, .y = y, .radius = radius };

  g_array_append_val (self->places, place);
}

/**
 * yf_plot_add_box:
 * @self: a plot
 * @x: where the next point is
 * @y: likewise
 * @box: the box that belongs to it, and its radius
 *
 * Places the next point, which is meant by a pointer in the box.
 */
void
yf_plot_add_box (YfPlot        *self,
                 double         x,
                 double         y,
                 const YfPlace *box)
{
  YfPlace place = *box;

  place.x = x;
  place.y = y;
  g_array_append_val (self->places, place);
}

double
yf_plot_text_width (YfPlot     *self,
                    const char *text)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, -1);
  double width;

  get_size (layout, &width, NULL);

  return ceil (width);
}

double
yf_plot_text_height (YfPlot     *self,
                     const char *text,
                     double      width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, width);
  double height;

  get_size (layout, NULL, &height);

  return MAX (ceil (height), self->line);
}

/* The letters stand in the middle of a line, whichever font they came from. */
static void
show (YfPlot         *self,
      PangoLayout    *layout,
      const YfColour *colour,
      double          x,
      double          y,
      double          align)
{
  double width;
  double height;

  get_size (layout, &width, &height);
  if (pango_layout_get_line_count (layout) == 1)
    y += (self->line - height) / 2;

  yf_plot_colour (self, colour, 1);
  cairo_move_to (self->canvas.cairo, x - width * align, y);
  pango_cairo_show_layout (self->canvas.cairo, layout);
  cairo_new_path (self->canvas.cairo);
}

/**
 * yf_plot_text:
 * @self: a plot
 * @colour: of the letters
 * @text: a line of letters
 * @x: where it is
 * @y: its top
 * @align: 0 if it begins at @x, 1 if it ends there, 0.5 for its middle
 */
void
yf_plot_text (YfPlot         *self,
              const YfColour *colour,
              const char     *text,
              double          x,
              double          y,
              double          align)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, -1);

  show (self, layout, colour, x, y, align);
}

/* One line, shortened where it does not fit. */
void
yf_plot_text_within (YfPlot         *self,
                     const YfColour *colour,
                     const char     *text,
                     double          x,
                     double          y,
                     double          width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, MAX (width, 0));

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -1);
  show (self, layout, colour, x, y, 0);
}

/* As many lines as it takes. */
void
yf_plot_text_wrapped (YfPlot         *self,
                      const YfColour *colour,
                      const char     *text,
                      double          x,
                      double          y,
                      double          width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, text, MAX (width, 0));

  show (self, layout, colour, x, y, 0);
}

void
yf_plot_colour (YfPlot         *self,
                const YfColour *colour,
                double          alpha)
{
  cairo_set_source_rgba (self->canvas.cairo, colour->red, colour->green, colour->blue, colour->alpha * alpha);
}

void
yf_plot_segment (YfPlot *self,
                 double  x1,
                 double  y1,
                 double  x2,
                 double  y2,
                 double  thickness)
{
  cairo_t *cairo = self->canvas.cairo;

  cairo_set_line_width (cairo, thickness);
  cairo_move_to (cairo, x1, y1);
  cairo_line_to (cairo, x2, y2);
  cairo_stroke (cairo);
}

/* Open shapes are filled with the background, so that no line runs through. */
static void
fill_open (YfPlot         *self,
           const YfColour *colour,
           double          thickness)
{
  cairo_t *cairo = self->canvas.cairo;

  yf_plot_colour (self, &self->canvas.palette->background, 1);
  cairo_fill_preserve (cairo);
  yf_plot_colour (self, colour, 1);
  cairo_set_line_width (cairo, thickness);
  cairo_stroke (cairo);
}

/**
 * yf_plot_mark:
 * @self: a plot
 * @mark: a shape
 * @colour: of it
 * @x: its middle
 * @y: likewise
 * @radius: half its size
 */
void
yf_plot_mark (YfPlot         *self,
              YfMark          mark,
              const YfColour *colour,
              double          x,
              double          y,
              double          radius)
{
  cairo_t *cairo = self->canvas.cairo;
  double thickness = CLAMP (radius * 0.45, 1, self->em * 0.14);
  double r;

  cairo_new_path (cairo);
  yf_plot_colour (self, colour, 1);

  switch (mark)
    {
    case YF_MARK_DISC:
      cairo_arc (cairo, x, y, radius, 0, 2 * G_PI);
      cairo_fill (cairo);
      break;
    case YF_MARK_DIAMOND:
      r = radius * 1.25;
      cairo_move_to (cairo, x, y - r);
      cairo_line_to (cairo, x + r, y);
      cairo_line_to (cairo, x, y + r);
      cairo_line_to (cairo, x - r, y);
      cairo_close_path (cairo);
      fill_open (self, colour, thickness);
      break;
    case YF_MARK_SQUARE:
      cairo_rectangle (cairo, x - radius, y - radius, 2 * radius, 2 * radius);
      cairo_fill (cairo);
      break;
    case YF_MARK_CROSS:
      cairo_set_line_cap (cairo, CAIRO_LINE_CAP_ROUND);
      yf_plot_segment (self, x - radius, y - radius, x + radius, y + radius, thickness * 1.2);
      yf_plot_segment (self, x - radius, y + radius, x + radius, y - radius, thickness * 1.2);
      cairo_set_line_cap (cairo, CAIRO_LINE_CAP_BUTT);
      break;
    case YF_MARK_FLAG:
      r = radius * 1.2;
      yf_plot_segment (self, x, y - r, x, y + r, thickness);
      cairo_move_to (cairo, x, y - r);
      cairo_line_to (cairo, x + r * 1.4, y - r * 0.4);
      cairo_line_to (cairo, x, y + r * 0.2);
      cairo_close_path (cairo);
      cairo_fill (cairo);
      break;
    case YF_MARK_NONE:
    default:
      break;
    }
}

static void
hatch (YfPlot         *self,
       const YfColour *colour,
       double          x,
       double          y,
       double          width,
       double          height)
{
  cairo_t *cairo = self->canvas.cairo;
  double step = MAX (self->em * 0.32, 3);

  cairo_save (cairo);
  cairo_rectangle (cairo, x, y, width, height);
  cairo_clip (cairo);
  /* Counted from the foot, so that bars side by side have one pattern. */
  for (double from = -height; from < width; from += step)
    {
      cairo_move_to (cairo, x + from, y + height);
      cairo_line_to (cairo, x + from + height, y);
    }
  yf_plot_colour (self, colour, 0.9);
  cairo_set_line_width (cairo, MAX (step * 0.22, 0.75));
  cairo_stroke (cairo);
  cairo_restore (cairo);
}

static void
draw_dots (YfPlot *self,
           double  x,
           double  y,
           double  width,
           double  height)
{
  double dot = MIN (width * 0.24, self->em * 0.2);

  for (double at = y + dot * 2.2; dot >= 0.5 && at + dot * 1.6 <= y + height; at += dot * 3.6)
    {
      cairo_arc (self->canvas.cairo, x + width / 2, at, dot, 0, 2 * G_PI);
      cairo_fill (self->canvas.cairo);
    }
}

/**
 * yf_plot_bar:
 * @self: a plot
 * @fill: how it is filled
 * @colour: of it
 * @x: its left edge
 * @y: its top
 * @width: how wide it is
 * @height: how high
 */
void
yf_plot_bar (YfPlot         *self,
             YfFill          fill,
             const YfColour *colour,
             double          x,
             double          y,
             double          width,
             double          height)
{
  cairo_t *cairo = self->canvas.cairo;
  double thin = MIN (MAX (THIN, self->em * 0.08), MIN (width, height) / 2);

  cairo_new_path (cairo);
  switch (fill)
    {
    case YF_FILL_HATCHED:
      hatch (self, colour, x, y, width, height);
      G_GNUC_FALLTHROUGH;
    case YF_FILL_OUTLINE:
      yf_plot_colour (self, colour, 1);
      cairo_set_line_width (cairo, thin);
      cairo_rectangle (cairo, x + thin / 2, y + thin / 2, MAX (width - thin, 0), MAX (height - thin, 0));
      cairo_stroke (cairo);
      break;
    case YF_FILL_SPECKED:
      yf_plot_bar (self, YF_FILL_OUTLINE, colour, x, y, width, height);
      draw_dots (self, x, y, width, height);
      break;
    case YF_FILL_DOTTED:
    case YF_FILL_PLAIN:
    default:
      yf_plot_colour (self, colour, 1);
      cairo_rectangle (cairo, x, y, width, height);
      cairo_fill (cairo);
      if (fill != YF_FILL_DOTTED)
        break;
      yf_plot_colour (self, &self->canvas.palette->background, 1);
      draw_dots (self, x, y, width, height);
      break;
    }
}

/**
 * yf_plot_key:
 * @self: a plot
 * @items: (array zero-terminated=1): what signs mean
 * @y: its top
 *
 * Draws them where there is a cairo, each with its sample, in as many lines as
 * it takes.
 *
 * Returns: how high that is
 */
double
yf_plot_key (YfPlot          *self,
             const YfKeyItem *items,
             double           y)
{
  double room = self->canvas.width;
  double x = 0;
  double top = y;
  double bottom = y;

  for (guint i = 0; items[i].text != NULL; i++)
    {
      double sample = items[i].sample != NULL ? self->em * 2.2 : 0;
      double width = sample + yf_plot_text_width (self, items[i].text);
      double height = self->line;

      if (x > 0 && x + width > room)
        {
          x = 0;
          top = bottom;
        }
      if (width > room)
        height = yf_plot_text_height (self, items[i].text, room - sample);
      if (self->canvas.cairo != NULL)
        {
          if (items[i].sample != NULL)
            items[i].sample (self, x, top + self->line / 2, self->em * 1.7, items[i].which);
          if (width > room)
            yf_plot_text_wrapped (self, &self->canvas.palette->dim, items[i].text, x + sample, top, room - sample);
          else
            yf_plot_text (self, &self->canvas.palette->dim, items[i].text, x + sample, top, 0);
        }
      bottom = MAX (bottom, top + height);
      x += width + self->em * 1.2;
    }

  return bottom - y;
}

/* Where a value is on a scale from 0 to @max. */
double
yf_plot_y (YfPlot *self,
           double  value,
           double  max)
{
  return self->bottom - (self->bottom - self->top) * value / MAX (max, 1);
}

/* The width of a column at the left that holds @text. */
double
yf_plot_gutter (YfPlot     *self,
                const char *text)
{
  return yf_plot_text_width (self, text) + self->em * 0.6;
}

/**
 * yf_plot_scale:
 * @self: a plot
 * @values: what has a line and a number
 * @n_values: how many
 * @max: what is at the top
 *
 * Draws the lines that help the eye.
 */
void
yf_plot_scale (YfPlot    *self,
               const int *values,
               guint      n_values,
               double     max)
{
  for (guint i = 0; i < n_values; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", values[i]);
      double y = floor (yf_plot_y (self, values[i], max)) + 0.5;

      yf_plot_colour (self, &self->canvas.palette->grid, 1);
      yf_plot_segment (self, self->left, y, self->right, y, THIN);
      yf_plot_text (self, &self->canvas.palette->dim, text, self->left - self->em * 0.5, y - self->line / 2, 1);
    }
}

/**
 * yf_plot_keep:
 * @self: a plot
 * @x: where the middle of some letters would like to be
 * @width: how wide they are
 *
 * Returns: where they begin, so that they are within the canvas; some letters
 *   reach a little beyond their width
 */
double
yf_plot_keep (YfPlot *self,
              double  x,
              double  width)
{
  return CLAMP (x - width / 2, 1, MAX (self->canvas.width - width - 1, 1));
}

/**
 * yf_plot_spread:
 * @y: (inout) (array length=n): where letters would like to be, from the
 *   top downwards
 * @n: how many
 * @distance: how far apart they must be
 * @top: the least they can be
 * @bottom: the most
 *
 * Pushes apart what would lie on top of each other.
 */
void
yf_plot_spread (double *y,
                guint   n,
                double  distance,
                double  top,
                double  bottom)
{
  for (guint i = 0; i < n; i++)
    y[i] = MAX (y[i], i == 0 ? top : y[i - 1] + distance);
  for (guint i = n; i-- > 0; )
    y[i] = MIN (y[i], i + 1 == n ? bottom : y[i + 1] - distance);
}

/**
 * yf_plot_select:
 * @self: a plot that has been drawn
 * @point: one of its points
 *
 * Draws what shows that a point is chosen: a ring and a line down to its day, or
 * a frame.
 */
void
yf_plot_select (YfPlot *self,
                guint   point)
{
  const YfPlace *place = &g_array_index (self->places, YfPlace, point);
  cairo_t *cairo = self->canvas.cairo;
  double thickness = MAX (1.5, self->em * 0.14);
  double half = thickness / 2;
  double radius;

  cairo_new_path (cairo);
  if (place->radius <= 0)
    {
      /* A little within, for edges are rounded. */
      double inset = half + 0.5;
      double left = MAX (place->left, 0) + inset;
      double top = MAX (place->top, 0) + inset;

      cairo_rectangle (cairo, left, top, MIN (place->right, self->canvas.width) - inset - left,
                       MIN (place->bottom, self->canvas.height) - inset - top);
      yf_plot_colour (self, &self->canvas.palette->accent, 0.1);
      cairo_fill_preserve (cairo);
      yf_plot_colour (self, &self->canvas.palette->accent, 1);
      cairo_set_line_width (cairo, thickness);
      cairo_stroke (cairo);
      return;
    }

  radius = place->radius + self->em * 0.3;
  radius = MIN (radius, MIN (place->x, self->canvas.width - place->x) - half - 0.5);
  if (self->guide)
    {
      yf_plot_colour (self, &self->canvas.palette->accent, 0.7);
      if (place->y - radius > self->top)
        yf_plot_segment (self, place->x, self->top, place->x, place->y - radius, thickness * 0.6);
      if (place->y + radius < self->bottom)
        yf_plot_segment (self, place->x, place->y + radius, place->x, self->bottom, thickness * 0.6);
    }

  cairo_new_path (cairo);
  cairo_arc (cairo, place->x, place->y, MAX (radius, 1), 0, 2 * G_PI);
  yf_plot_colour (self, &self->canvas.palette->accent, 1);
  cairo_set_line_width (cairo, thickness);
  cairo_stroke (cairo);
}
