/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Totals from the clinic, a field for each questionnaire, since their scales
 * differ: side by side where there is room, else under each other. The numbers
 * stand at the marks.
 */

/* From how many ems on the fields stand side by side. */
#define WIDE 38

typedef struct
{
  gboolean has[YF_CLINIC_N_SCALES];
  int      n;
} Clinic;

static const YfClinicScore *
get_score (YfChart *self,
           guint    point)
{
  return g_ptr_array_index (yf_progress_get_log (self->progress)->scores, yf_chart_point (self, point)->index);
}

static char *
describe (YfChart             *self,
          const YfClinicScore *score)
{
  g_autofree char *day = yf_chart_dup_day (self, score->day);

  /* Translators: a day; the name of a questionnaire; a total, and its maximum */
  return g_strdup_printf (_("%s, %s: %d of %d"), day, yf_clinic_scale_get_name (score->scale), score->total,
                          yf_clinic_scale_get_max (score->scale));
}

static void
summarise (YfChart *self)
{
  for (YfClinicScale scale = 0; scale < YF_CLINIC_N_SCALES; scale++)
    {
      const YfClinicScore *first = NULL;
      const YfClinicScore *last = NULL;
      int n = 0;

      for (guint i = 0; i < self->points->len; i++)
        {
          const YfClinicScore *score = get_score (self, i);

          if (score->scale != scale)
            continue;
          first = first != NULL ? first : score;
          last = score;
          n++;
        }
      if (n == 1)
        /* Translators: the name of a questionnaire; its total, and its maximum */
        yf_chart_say (self, g_strdup_printf (_("%s: %d of %d, once."), yf_clinic_scale_get_name (scale),
                                             first->total, yf_clinic_scale_get_max (scale)));
      else if (n > 1)
        /* Translators: the name of a questionnaire; its first and last total, and its maximum; how often */
        yf_chart_say (self, g_strdup_printf (ngettext ("%s: from %d to %d of %d, %d time; lower is better.",
                                                       "%s: from %d to %d of %d, %d times; lower is better.", n),
                                             yf_clinic_scale_get_name (scale), first->total, last->total,
                                             yf_clinic_scale_get_max (scale), n));
    }
}

static void
build (YfChart *self)
{
  GPtrArray *scores = yf_progress_get_log (self->progress)->scores;
  Clinic *clinic = g_new0 (Clinic, 1);

  self->data = clinic;
  self->free_data = g_free;
  yf_chart_set_columns (self, _("Date"), _("Questionnaire"), _("Total"), _("Highest total, the worst"), NULL);

  /* Scale by scale, each by day, as the log has them. */
  for (YfClinicScale scale = 0; scale < YF_CLINIC_N_SCALES; scale++)
    for (guint i = 0; i < scores->len; i++)
      {
        const YfClinicScore *score = g_ptr_array_index (scores, i);
        YfChartPoint *point;

        if (score->scale != scale || score->day < self->from || score->day > self->to)
          continue;
        point = yf_chart_add_point (self, describe (self, score), score->id);
        point->index = i;
        point->series = (int) scale;
        point->at = score->day + 0.5;
        if (!clinic->has[scale])
          clinic->n++;
        clinic->has[scale] = TRUE;

        yf_chart_add_cell (self, yf_day_to_string (score->day));
        yf_chart_add_cell (self, g_strdup (yf_clinic_scale_get_name (scale)));
        yf_chart_add_cell (self, g_strdup_printf ("%d", score->total));
        yf_chart_add_cell (self, g_strdup_printf ("%d", yf_clinic_scale_get_max (scale)));
      }

  summarise (self);
}

/* Drawing */

static double
get_field_width (YfChart *self,
                 YfPlot  *plot)
{
  const Clinic *clinic = self->data;

  if (clinic->n < 2 || plot->canvas.width < WIDE * plot->em)
    return plot->canvas.width;

  return (plot->canvas.width - plot->em * 2) / 2;
}

static double
get_title_height (YfChart       *self,
                  YfPlot        *plot,
                  YfClinicScale  scale)
{
  return yf_plot_text_height (plot, yf_clinic_scale_get_name (scale), get_field_width (self, plot));
}

/* The plot of one questionnaire: a part of @plot, with the same canvas. */
static YfPlot
get_field (YfChart       *self,
           YfPlot        *plot,
           YfClinicScale  scale)
{
  const Clinic *clinic = self->data;
  double width = get_field_width (self, plot);
  double field = CLAMP (width * 0.4, plot->line * 6, plot->line * 9);
  YfPlot part = *plot;
  double title = 0;
  double y = 0;
  double x = 0;

  for (YfClinicScale other = 0; other < YF_CLINIC_N_SCALES; other++)
    if (clinic->has[other])
      title = MAX (title, get_title_height (self, plot, other));

  for (YfClinicScale other = 0; other < scale; other++)
    {
      if (!clinic->has[other])
        continue;
      if (width < plot->canvas.width)
        x += width + plot->em * 2;
      else
        y += title + plot->line * 2 + field + yf_axis_get_height (plot);
    }

  part.left = x + yf_plot_gutter (plot, "100");
  part.right = x + width;
  part.top = y + title + plot->line * 1.4;
  part.bottom = part.top + field;
  part.height = part.bottom + plot->line * 0.1 + yf_axis_get_height (plot);
  /* Its dates stand under it, not at the foot of the canvas. */
  part.canvas.height = part.height;

  return part;
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  const Clinic *clinic = self->data;

  for (YfClinicScale scale = 0; scale < YF_CLINIC_N_SCALES; scale++)
    {
      YfPlot part;

      if (!clinic->has[scale])
        continue;
      part = get_field (self, plot, scale);
      plot->height = MAX (plot->height, part.height);
      for (guint i = 0; i < self->points->len; i++)
        if (yf_chart_point (self, i)->series == (int) scale)
          yf_plot_add_place (plot, yf_axis_x (&part, yf_chart_point (self, i)->at),
                             yf_plot_y (&part, get_score (self, i)->total, yf_clinic_scale_get_max (scale)),
                             plot->em * 0.34);
    }
}

static gboolean
crosses_scale (YfPlot        *part,
               YfClinicScale  scale,
               double         top,
               double         bottom)
{
  int max = yf_clinic_scale_get_max (scale);
  const int lines[] = { 0, max / 2, max };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      double y = yf_plot_y (part, lines[i], max);

      if (y > top && y < bottom)
        return TRUE;
    }

  return FALSE;
}

/* Where the number of a total begins: above its mark, or below where a line of
 * the scale would strike it out above and would not below. */
static double
get_number_top (YfPlot        *part,
                YfClinicScale  scale,
                const YfPlace *place)
{
  double above = place->y - part->line * 1.45;
  double below = place->y + part->line * 0.45;
  /* Digits leave a part of their line empty. */
  double rim = part->line * 0.2;

  if (crosses_scale (part, scale, above + rim, above + part->line - rim)
      && !crosses_scale (part, scale, below + rim, below + part->line - rim)
      && below + part->line <= part->bottom)
    return below;

  return above;
}

static void
draw_totals (YfChart       *self,
             YfPlot        *part,
             YfClinicScale  scale)
{
  const YfPalette *palette = part->canvas.palette;
  cairo_t *cairo = part->canvas.cairo;
  gboolean begun = FALSE;
  double end = -INFINITY;

  yf_plot_colour (part, &palette->accent, 0.75);
  cairo_set_line_width (cairo, part->em * 0.11);
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfPlace *place = &g_array_index (part->places, YfPlace, i);

      if (yf_chart_point (self, i)->series != (int) scale)
        continue;
      if (!begun)
        cairo_move_to (cairo, place->x, place->y);
      else
        cairo_line_to (cairo, place->x, place->y);
      begun = TRUE;
    }
  cairo_stroke (cairo);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfPlace *place = &g_array_index (part->places, YfPlace, i);
      g_autofree char *number = NULL;
      double width;
      double left;

      if (yf_chart_point (self, i)->series != (int) scale)
        continue;
      yf_plot_mark (part, scale == YF_CLINIC_ODI ? YF_MARK_DISC : YF_MARK_DIAMOND, &palette->accent, place->x,
                    place->y, place->radius);

      number = g_strdup_printf ("%d", get_score (self, i)->total);
      width = yf_plot_text_width (part, number);
      left = yf_plot_keep (part, place->x, width);
      if (left < end + part->em * 0.3)
        continue;
      yf_plot_text (part, &palette->text, number, left, get_number_top (part, scale, place), 0);
      end = left + width;
    }
}

/* The one total of a questionnaire says when it was. */
static void
draw_lone_day (YfChart       *self,
               YfPlot        *part,
               YfClinicScale  scale)
{
  int only = -1;
  g_autofree char *text = NULL;
  const YfPlace *place;
  double width;
  double top;

  for (guint i = 0; i < self->points->len; i++)
    {
      if (yf_chart_point (self, i)->series != (int) scale)
        continue;
      if (only >= 0)
        return;
      only = (int) i;
    }
  if (only < 0)
    return;

  place = &g_array_index (part->places, YfPlace, only);
  text = yf_chart_dup_day (self, get_score (self, (guint) only)->day);
  width = yf_plot_text_width (part, text);
  /* On the other side of the mark than the number, or above it. */
  top = place->y + part->line * 0.5;
  if (get_number_top (part, scale, place) > place->y)
    top = place->y - part->line * 1.45;
  else if (top + part->line > part->bottom)
    top = place->y - part->line * 2.45;
  yf_plot_text (part, &part->canvas.palette->text, text, yf_plot_keep (part, place->x, width), top, 0);
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  const Clinic *clinic = self->data;
  double width = get_field_width (self, plot);

  for (YfClinicScale scale = 0; scale < YF_CLINIC_N_SCALES; scale++)
    {
      int max = yf_clinic_scale_get_max (scale);
      const int lines[] = { 0, max / 2, max };
      YfPlot part;

      if (!clinic->has[scale])
        continue;
      part = get_field (self, plot, scale);
      yf_plot_text_wrapped (&part, &part.canvas.palette->text, yf_clinic_scale_get_name (scale), part.right - width,
                            part.top - plot->line * 1.4
                            - get_title_height (self, plot, scale), width);
      yf_plot_scale (&part, lines, G_N_ELEMENTS (lines), max);
      yf_axis_draw (&part);
      draw_totals (self, &part, scale);
      draw_lone_day (self, &part, scale);
    }
}

const YfChartMaker yf_chart_clinic = {
  .id = "clinic",
  .title = N_("Scores from the Clinic"),
  .empty = N_("When you type in a total from the clinic, such as the ODI or the RMDQ, it appears here."),
  .build = build,
  .layout = layout,
  .draw = draw,
};
