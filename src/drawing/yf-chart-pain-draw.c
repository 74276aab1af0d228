/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-pain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * How the chart of pain is laid out and drawn: the lines with their marks, a
 * strip for flares and one for stops, and the names where the lines end.
 */

/* Below so many ems of width the names of lines and strips are in the key. */
#define NARROW 26

static const char *
get_site_name (int site)
{
  return site == YF_PAIN_BACK ? C_("where it hurts, on a chart", "Back") : C_("where it hurts, on a chart", "Leg");
}

static const YfColour *
get_colour (YfPlot *plot,
            int     site)
{
  return site == YF_PAIN_BACK ? &plot->canvas.palette->back : &plot->canvas.palette->leg;
}

/* Days far apart have large marks, days close together small ones. */
static double
get_radius (YfPlot  *plot,
            YfChart *self)
{
  double day = (plot->right - plot->left) / (plot->to - plot->from + 1);
  const YfPainLines *pain = self->data;

  if (pain->by_week)
    return plot->em * (pain->by_month ? 0.12 : 0.16);

  return CLAMP (day * 0.5, plot->em * 0.2, plot->em * 0.34);
}

static gboolean
is_narrow (YfPlot *plot)
{
  return plot->canvas.width < NARROW * plot->em;
}

static void
sample_line (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_mark (plot, which == YF_PAIN_BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, get_colour (plot, (int) which), x + width / 2, y,
                plot->em * 0.3);
}

static void
sample_flare (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_mark (plot, YF_MARK_FLAG, &plot->canvas.palette->warning, x + width / 2, y, plot->em * 0.32);
}

static void
sample_stop (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_mark (plot, YF_MARK_CROSS, &plot->canvas.palette->warning, x + width / 2, y, plot->em * 0.24);
}

static void
sample_programme (YfPlot *plot, double x, double y, double width, guint which)
{
  yf_plot_colour (plot, &plot->canvas.palette->accent, 1);
  yf_plot_segment (plot, x, y, x + width, y, plot->em * 0.16);
  yf_plot_mark (plot, YF_MARK_SQUARE, &plot->canvas.palette->accent, x, y, plot->em * 0.2);
}

static double
draw_key (YfChart *self,
          YfPlot  *plot)
{
  const YfPainLines *pain = self->data;
  YfKeyItem items[9] = { { _("Pain, 0 to 10") } };
  guint n = 1;

  for (int site = 0; is_narrow (plot) && site < YF_PAIN_SITES; site++)
    if (pain->lines[site]->len > 0)
      items[n++] = (YfKeyItem) { get_site_name (site), sample_line, (guint) site };
  if (is_narrow (plot) && pain->n_flares > 0)
    items[n++] = (YfKeyItem) { _("Flares"), sample_flare };
  if (is_narrow (plot) && pain->n_stops > 0)
    items[n++] = (YfKeyItem) { _("Stops"), sample_stop };
  if (is_narrow (plot) && pain->n_programmes > 0)
    items[n++] = (YfKeyItem) { C_("on a chart", "Programme"), sample_programme };
  if (pain->by_week)
    items[n++].text = pain->by_month ? _("Line: median of each month") : _("Line: median of each week");
  if (pain->has_after)
    items[n++].text = _("Smaller marks: after the session");

  return yf_plot_key (plot, items, 0);
}

/* What a strip below the field shows, from the top; an answer has none. */
static const struct
{
  int         series;
  const char *name;
} strips[] = {
  { YF_PAIN_SERIES_FLARE, N_("Flares") },
  { YF_PAIN_SERIES_STOP, N_("Stops") },
  { YF_PAIN_SERIES_PROGRAMME, NC_("on a chart", "Programme") },
};

static const char *
get_strip_name (guint strip)
{
  return strips[strip].series == YF_PAIN_SERIES_PROGRAMME ? g_dpgettext2 (NULL, "on a chart", strips[strip].name)
                                                          : _(strips[strip].name);
}

static gboolean
has_strip (const YfPainLines *pain,
           int                series)
{
  switch (series)
    {
    case YF_PAIN_SERIES_FLARE:
      return pain->n_flares > 0;
    case YF_PAIN_SERIES_STOP:
      return pain->n_stops > 0;
    case YF_PAIN_SERIES_PROGRAMME:
      return pain->n_programmes > 0;
    default:
      return FALSE;
    }
}

static double
get_strip_y (YfPlot            *plot,
             const YfPainLines *pain,
             int                series)
{
  double row = 0;

  for (guint i = 0; strips[i].series != series; i++)
    row += has_strip (pain, strips[i].series);

  return plot->bottom + plot->line * (1.05 + row * 1.1);
}

static double
place_answer (YfPlot            *plot,
              const YfPainPoint *pain)
{
  return yf_plot_y (plot, pain->back != YF_PAIN_UNANSWERED ? pain->back : pain->leg, YF_PAIN_MAX);
}

static double
get_label_width (YfPlot            *plot,
                 const YfPainLines *pain)
{
  double width = 0;

  for (int site = 0; !is_narrow (plot) && site < YF_PAIN_SITES; site++)
    if (pain->lines[site]->len > 0)
      width = MAX (width, yf_plot_text_width (plot, get_site_name (site)));

  return width > 0 ? width + plot->em * 1.9 : plot->em * 0.2;
}

void
yf_chart_pain_layout (YfChart *self,
                      YfPlot  *plot)
{
  YfPainLines *pain = self->data;
  double n_strips = (pain->n_stops > 0) + (pain->n_flares > 0) + (pain->n_programmes > 0);
  double foot = plot->line * (n_strips > 0 ? 0.5 + 1.1 * n_strips : 0.1) + yf_axis_get_height (plot);
  double field = CLAMP (plot->canvas.width * 0.36, plot->line * 8, plot->line * 13);

  plot->guide = TRUE;
  plot->left = yf_plot_gutter (plot, "10");
  for (guint i = 0; !is_narrow (plot) && i < G_N_ELEMENTS (strips); i++)
    if (has_strip (pain, strips[i].series))
      plot->left = MAX (plot->left, yf_plot_gutter (plot, get_strip_name (i)));
  plot->right = MAX (plot->canvas.width - get_label_width (plot, pain), plot->left + plot->em);
  plot->top = draw_key (self, plot) + plot->line;
  plot->height = plot->top + field + foot;
  plot->bottom = MAX (plot->top + plot->line, MAX (plot->canvas.height, plot->height) - foot);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      double x = yf_axis_x (plot, point->at);

      if (point->series != YF_PAIN_SERIES_ANSWER)
        yf_plot_add_place (plot, x, get_strip_y (plot, pain, point->series), plot->em * 0.26);
      else
        yf_plot_add_place (plot, x, place_answer (plot, yf_pain_get_answer (self, point->index)), get_radius (plot, self));
    }
}

static void
draw_line (YfChart *self,
           YfPlot  *plot,
           int      site)
{
  const YfPainLines *pain = self->data;
  GArray *line = pain->lines[site];
  cairo_t *cairo = plot->canvas.cairo;
  double dash[] = { plot->em * 0.45, plot->em * 0.35 };
  double gap = YF_CHART_GAP + (pain->by_month ? 31 : pain->by_week ? 7 : 1);

  cairo_save (cairo);
  yf_plot_colour (plot, get_colour (plot, site), pain->by_week ? 1 : 0.75);
  cairo_set_line_width (cairo, plot->em * (pain->by_week ? 0.17 : 0.11));
  if (site == YF_PAIN_LEG)
    cairo_set_dash (cairo, dash, G_N_ELEMENTS (dash), 0);

  for (guint i = 0; i < line->len; i++)
    {
      const YfPainKnot *knot = &g_array_index (line, YfPainKnot, i);
      double x = yf_axis_x (plot, knot->at);
      double y = yf_plot_y (plot, knot->value, YF_PAIN_MAX);

      if (i == 0 || knot->at - g_array_index (line, YfPainKnot, i - 1).at >= gap)
        cairo_move_to (cairo, x, y);
      else
        cairo_line_to (cairo, x, y);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);

  /* A week between two gaps has no line, and is seen all the same. */
  for (guint i = 0; pain->by_week && i < line->len; i++)
    {
      const YfPainKnot *knot = &g_array_index (line, YfPainKnot, i);
      gboolean before = i > 0 && knot->at - g_array_index (line, YfPainKnot, i - 1).at < gap;
      gboolean after = i + 1 < line->len && g_array_index (line, YfPainKnot, i + 1).at - knot->at < gap;

      if (!before && !after)
        yf_plot_mark (plot, site == YF_PAIN_BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, get_colour (plot, site),
                      yf_axis_x (plot, knot->at), yf_plot_y (plot, knot->value, YF_PAIN_MAX), plot->em * 0.24);
    }
}

/* The answer before the session, from which a hair leads to the one after it. */
static void
draw_hair (YfChart *self,
           YfPlot  *plot,
           guint    index,
           int      site)
{
  const YfChartPoint *after = yf_chart_point (self, index);

  for (guint i = index; i-- > 0; )
    {
      const YfChartPoint *before = yf_chart_point (self, i);
      int from;

      if (floor (before->at) < floor (after->at))
        return;
      if (before->series != YF_PAIN_SERIES_ANSWER || g_strcmp0 (before->entry, after->entry) != 0)
        continue;

      from = yf_pain_get_score (yf_pain_get_answer (self, before->index), site);
      if (from == YF_PAIN_UNANSWERED)
        return;
      yf_plot_colour (plot, get_colour (plot, site), 0.6);
      yf_plot_segment (plot, yf_axis_x (plot, before->at), yf_plot_y (plot, from, YF_PAIN_MAX),
                       yf_axis_x (plot, after->at),
                       yf_plot_y (plot, yf_pain_get_score (yf_pain_get_answer (self, after->index), site), YF_PAIN_MAX), 1);
      return;
    }
}

static void
draw_answers (YfChart *self,
              YfPlot  *plot,
              int      site)
{
  const YfPainLines *pain = self->data;
  double radius = get_radius (plot, self);
  YfColour colour = *get_colour (plot, site);

  /* Behind the line they are one cloud. */
  if (pain->by_week)
    colour.alpha *= pain->by_month ? 0.3 : 0.45;

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      const YfPainPoint *answer;
      double size = radius;
      double x = yf_axis_x (plot, point->at);
      double y;

      if (point->series != YF_PAIN_SERIES_ANSWER)
        continue;
      answer = yf_pain_get_answer (self, point->index);
      if (yf_pain_get_score (answer, site) == YF_PAIN_UNANSWERED)
        continue;

      y = yf_plot_y (plot, yf_pain_get_score (answer, site), YF_PAIN_MAX);
      if (answer->moment == YF_PAIN_AFTER)
        {
          size *= 0.6;
          if (!pain->by_week)
            draw_hair (self, plot, i, site);
        }
      yf_plot_mark (plot, site == YF_PAIN_BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, &colour, x, y, size);
    }
}

/* Where a flare stands: on its first answer that was one, or where it was
 * declared. */
static double
find_flare_x (YfChart          *self,
              YfPlot           *plot,
              const YfFlareDay *flare)
{
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);

      if (floor (point->at) != flare->day)
        continue;
      if (flare->measured != NULL ? point->series == YF_PAIN_SERIES_ANSWER &&
                                      yf_pain_get_answer (self, point->index)->flare
                                  : point->series == YF_PAIN_SERIES_FLARE)
        return yf_axis_x (plot, point->at);
    }

  return yf_axis_x (plot, flare->day + 0.5);
}

static const YfFlareDay *
get_flare (YfChart *self,
           guint    index)
{
  return &g_array_index (yf_progress_get_flares (self->progress), YfFlareDay, index);
}

/* From the day on which it came into force to the last on which it was. */
static void
draw_programme (YfChart *self,
                YfPlot  *plot,
                guint    point,
                double   y)
{
  const YfPalette *palette = plot->canvas.palette;
  const YfProgrammePeriod *period = g_ptr_array_index (yf_progress_get_programmes (self->progress),
                                                       yf_chart_point (self, point)->index);
  double end = period->until == YF_DAY_NONE || period->until > plot->to ? plot->to + 1 : period->until + 1;
  double x = yf_axis_x (plot, yf_chart_point (self, point)->at);

  yf_plot_colour (plot, &palette->accent, 1);
  yf_plot_segment (plot, x, y, MAX (x, yf_axis_x (plot, end) - plot->em * 0.3), y, plot->em * 0.16);
  yf_plot_mark (plot, YF_MARK_SQUARE, &palette->accent, x, y, plot->em * 0.2);
}

static void
draw_strips (YfChart *self,
             YfPlot  *plot)
{
  const YfPalette *palette = plot->canvas.palette;
  YfPainLines *pain = self->data;

  for (guint i = 0; !is_narrow (plot) && i < G_N_ELEMENTS (strips); i++)
    if (has_strip (pain, strips[i].series))
      yf_plot_text (plot, &palette->dim, get_strip_name (i), plot->left - plot->em * 0.5,
                    get_strip_y (plot, pain, strips[i].series) - plot->line / 2, 1);

  for (int i = 0; i < pain->n_flares; i++)
    yf_plot_mark (plot, YF_MARK_FLAG, &palette->warning, find_flare_x (self, plot, get_flare (self, (guint) i)),
                  get_strip_y (plot, pain, YF_PAIN_SERIES_FLARE), plot->em * 0.32);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      double x = yf_axis_x (plot, point->at);

      if (point->series == YF_PAIN_SERIES_STOP)
        yf_plot_mark (plot, YF_MARK_CROSS, &palette->warning, x, get_strip_y (plot, pain, point->series),
                      plot->em * 0.24);
      else if (point->series == YF_PAIN_SERIES_PROGRAMME)
        draw_programme (self, plot, i, get_strip_y (plot, pain, point->series));
    }
}

/* A flare is a pale band over its day, too. */
static void
draw_bands (YfChart *self,
            YfPlot  *plot)
{
  const YfPainLines *pain = self->data;

  yf_plot_colour (plot, &plot->canvas.palette->warning, 0.13);
  for (int i = 0; i < pain->n_flares; i++)
    {
      const YfFlareDay *flare = get_flare (self, (guint) i);
      double width = CLAMP (yf_axis_x (plot, flare->day + 1) - yf_axis_x (plot, flare->day), 1, plot->em * 1.5);
      double x = find_flare_x (self, plot, flare) - width / 2;

      cairo_rectangle (plot->canvas.cairo, x, plot->top, width, plot->bottom - plot->top);
      cairo_fill (plot->canvas.cairo);
    }
}

/* The lines bear their names where they end. */
static void
draw_names (YfChart *self,
            YfPlot  *plot)
{
  const YfPainLines *pain = self->data;
  double value[YF_PAIN_SITES] = { 0 };
  double y[YF_PAIN_SITES];
  int order[YF_PAIN_SITES];
  guint n = 0;

  for (int site = 0; site < YF_PAIN_SITES; site++)
    {
      GArray *line = pain->lines[site];

      if (line->len == 0)
        continue;
      value[site] = g_array_index (line, YfPainKnot, line->len - 1).value;
      order[n++] = site;
    }
  if (n == 2 && value[order[1]] > value[order[0]])
    {
      order[0] = YF_PAIN_LEG;
      order[1] = YF_PAIN_BACK;
    }
  for (guint i = 0; i < n; i++)
    y[i] = yf_plot_y (plot, value[order[i]], YF_PAIN_MAX);
  yf_plot_spread (y, n, plot->line, plot->top, plot->bottom);

  for (guint i = 0; i < n; i++)
    {
      int site = order[i];
      double x = plot->right + plot->em * 0.6;

      yf_plot_mark (plot, site == YF_PAIN_BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, get_colour (plot, site), x, y[i],
                    plot->em * 0.3);
      yf_plot_text (plot, get_colour (plot, site), get_site_name (site), x + plot->em * 0.75, y[i] - plot->line / 2,
                    0);
    }
}

void
yf_chart_pain_draw (YfChart *self,
                    YfPlot  *plot)
{
  const int lines[] = { 0, 5, 10 };
  const YfPainLines *pain = self->data;

  draw_key (self, plot);
  yf_plot_scale (plot, lines, G_N_ELEMENTS (lines), YF_PAIN_MAX);
  yf_axis_draw (plot);
  if (!pain->by_week)
    draw_bands (self, plot);
  for (int site = YF_PAIN_SITES - 1; site >= 0; site--)
    {
      if (pain->by_week)
        draw_answers (self, plot, site);
      draw_line (self, plot, site);
      if (!pain->by_week)
        draw_answers (self, plot, site);
    }
  draw_strips (self, plot);
  if (!is_narrow (plot))
    draw_names (self, plot);
  yf_chart_draw_lone_day (self, plot);
}
