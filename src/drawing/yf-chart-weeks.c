/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Days kept against days intended, a bar a week; where the weeks are too many to
 * be told apart, a bar for all that begin in one month. There is no row of days
 * to keep unbroken: people train hurt for that.
 */

/* More weeks than these are put together by months. */
#define MANY_WEEKS 70

typedef struct
{
  YfDay    month;     /* the first day of its month */
  YfDay    first;     /* a Monday */
  YfDay    end;       /* the day after its last */
  int      kept;
  int      intended;
  int      flares;    /* days */
  int      n_weeks;
  gboolean partial;
} Span;

typedef struct
{
  gboolean  by_month;
  int       max;
  GArray   *spans;    /* Span, one a point */
} Weeks;

static void
weeks_free (gpointer data)
{
  Weeks *weeks = data;

  g_array_unref (weeks->spans);
  g_free (weeks);
}

static const YfWeek *
get_week (YfChart *self,
          guint    index)
{
  return &g_array_index (yf_progress_get_weeks (self->progress), YfWeek, index);
}

static const Span *
get_span (YfChart *self,
          guint    index)
{
  const Weeks *weeks = self->data;

  return &g_array_index (weeks->spans, Span, index);
}

static int
count_bits (guint bits)
{
  int n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

static char *
describe_amount (const Span *span)
{
  g_autofree char *kept = NULL;

  if (span->intended == 0 && span->partial)
    /* Translators: the days of a part of a week on which somebody trained */
    return g_strdup_printf (ngettext ("%d day kept", "%d days kept", span->kept), span->kept);

  if (span->intended == 0)
    {
      /* Translators: the days of a week or month on which somebody trained, where none were meant */
      return g_strdup_printf (ngettext ("%d day kept, a time of rest", "%d days kept, a time of rest", span->kept),
                              span->kept);
    }

  /* Translators: how many days were kept; the sentence goes on with how many were meant */
  kept = g_strdup_printf (ngettext ("%d day kept", "%d days kept", span->kept), span->kept);

  /* Translators: "2 days kept", and on how many a person meant to train */
  return g_strdup_printf (_("%s, %d intended"), kept, span->intended);
}

static char *
describe (YfChart    *self,
          const Span *span)
{
  const Weeks *weeks = self->data;
  g_autofree char *amount = describe_amount (span);
  g_autofree char *when = weeks->by_month ? yf_axis_dup_month (span->month) : yf_chart_dup_day (self, span->first);
  g_autofree char *text = NULL;
  g_autofree char *flares = NULL;

  if (weeks->by_month)
    /* Translators: a month with its year; "11 days kept, 13 intended" */
    text = g_strdup_printf (_("Weeks that begin in %s: %s"), when, amount);
  else
    /* Translators: a day; "2 days kept, 3 intended" */
    text = g_strdup_printf (_("Week of %s: %s"), when, amount);

  if (span->flares > 0)
    {
      /* Translators: "Week of 3 November: 2 days kept, 3 intended"; days with a flare */
      flares = g_strdup_printf (ngettext ("%s, %d of them a flare", "%s, %d of them flares", span->flares), text,
                                span->flares);
      g_free (text);
      text = g_steal_pointer (&flares);
    }
  if (!span->partial)
    return g_steal_pointer (&text);

  /* Translators: what is said of a week of which some days are outside the time shown */
  return g_strdup_printf (_("%s. Not all of its days are shown."), text);
}

static void
add_week (Weeks        *weeks,
          const YfWeek *week)
{
  Span *last = weeks->spans->len > 0 ? &g_array_index (weeks->spans, Span, weeks->spans->len - 1) : NULL;

  if (!weeks->by_month || last == NULL || yf_axis_month (week->monday) != last->month)
    {
      const Span span = { .month = yf_axis_month (week->monday), .first = week->monday };

      g_array_append_val (weeks->spans, span);
      last = &g_array_index (weeks->spans, Span, weeks->spans->len - 1);
    }

  last->end = week->monday + 7;
  last->kept += week->n_kept;
  last->intended += week->intended;
  last->flares += count_bits (week->flares);
  last->partial |= week->partial;
  last->n_weeks++;
  weeks->max = MAX (weeks->max, MAX (last->kept, last->intended));
}

static void
summarise (YfChart *self)
{
  Weeks *weeks = self->data;
  int n_whole = 0;
  int n_met = 0;
  int n_rest = 0;
  int kept = 0;

  for (guint i = 0; i < yf_progress_get_weeks (self->progress)->len; i++)
    {
      const YfWeek *week = get_week (self, i);

      kept += week->n_kept;
      if (week->partial)
        continue;
      if (week->intended == 0)
        n_rest++;
      else
        n_whole++;
      if (week->intended > 0 && week->n_kept >= week->intended)
        n_met++;
    }

  yf_chart_say (self, g_strdup_printf (ngettext ("%d day kept.", "%d days kept.", kept), kept));
  if (n_whole > 0)
    yf_chart_say (self, g_strdup_printf (
        /* Translators: weeks in which all days were kept that were meant, and how many weeks there are */
        ngettext ("In %d of %d whole week as many days were kept as intended.",
                  "In %d of %d whole weeks as many days were kept as intended.", n_whole),
        n_met, n_whole));
  if (n_rest > 0)
    yf_chart_say (self, g_strdup_printf (ngettext ("%d week was for rest.", "%d weeks were for rest.", n_rest),
                                         n_rest));
  if (weeks->by_month)
    yf_chart_say (self, g_strdup (_("Each bar is the weeks that begin in a month.")));
}

static void
add_row (YfChart      *self,
         const YfWeek *week)
{
  yf_chart_add_cell (self, yf_day_to_string (week->monday));
  yf_chart_add_cell (self, g_strdup_printf ("%d", week->n_kept));
  if (week->intended > 0)
    yf_chart_add_cell (self, g_strdup_printf ("%d", week->intended));
  else
    /* Nothing is known of the time before the log began. */
    yf_chart_add_cell (self, week->partial ? NULL : g_strdup (_("Rest")));
  yf_chart_add_cell (self, g_strdup_printf ("%d", count_bits (week->flares)));
  yf_chart_add_cell (self, g_strdup_printf ("%d", week->n_sessions));
  yf_chart_add_cell (self, g_strdup_printf ("%" G_GINT64_FORMAT, (week->seconds + 30) / 60));
  yf_chart_add_cell (self, week->partial && (week->intended > 0 || week->n_kept > 0) ? g_strdup (_("Part of the week"))
                                                                                     : NULL);
}

static gboolean
has_anything (YfChart *self)
{
  for (guint i = 0; i < yf_progress_get_weeks (self->progress)->len; i++)
    if (get_week (self, i)->n_kept > 0 || get_week (self, i)->n_sessions > 0)
      return TRUE;

  return FALSE;
}

static void
build (YfChart *self)
{
  guint n = yf_progress_get_weeks (self->progress)->len;
  Weeks *weeks = g_new0 (Weeks, 1);

  weeks->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  weeks->by_month = n > MANY_WEEKS;
  self->data = weeks;
  self->free_data = weeks_free;
  yf_chart_set_columns (self, _("Week from"), _("Days kept"), _("Days intended"), _("Days with a flare"),
                        _("Sessions"), _("Minutes"), _("Remark"), NULL);
  if (!has_anything (self))
    return;

  for (guint i = 0; i < n; i++)
    {
      add_row (self, get_week (self, i));
      add_week (weeks, get_week (self, i));
    }
  for (guint i = 0; i < weeks->spans->len; i++)
    {
      YfChartPoint *point = yf_chart_add_point (self, describe (self, get_span (self, i)), NULL);

      point->index = i;
      point->at = get_span (self, i)->first;
    }

  /* A week has seven days; months are as high as the fullest of them. */
  weeks->max = weeks->by_month ? MAX (10, (weeks->max + 4) / 5 * 5) : 7;
  summarise (self);
}

/* Drawing */

static void
sample_kept (YfPlot *plot, double x, double y, double width, guint which)
{
  double size = plot->em * 0.9;

  yf_plot_bar (plot, YF_FILL_PLAIN, &plot->canvas.palette->accent, x + (width - size) / 2, y - size / 2, size, size);
}

static void
sample_flare (YfPlot *plot, double x, double y, double width, guint which)
{
  double size = plot->em * 0.9;

  yf_plot_bar (plot, YF_FILL_DOTTED, &plot->canvas.palette->warning, x + (width - size) / 2, y - size / 2, size,
               size);
}

static void
sample_partial (YfPlot *plot, double x, double y, double width, guint which)
{
  double size = plot->em * 0.9;

  yf_plot_bar (plot, YF_FILL_HATCHED, &plot->canvas.palette->accent, x + (width - size) / 2, y - size / 2, size,
               size);
}

static void
draw_intended (YfPlot *plot,
               double  left,
               double  right,
               double  y)
{
  double thickness = MAX (1.25, plot->em * 0.13);

  /* With an edge, to be seen on a bar too. */
  yf_plot_colour (plot, &plot->canvas.palette->background, 1);
  yf_plot_segment (plot, left, y, right, y, thickness * 2.4);
  yf_plot_colour (plot, &plot->canvas.palette->text, 1);
  yf_plot_segment (plot, left, y, right, y, thickness);
}

static void
sample_intended (YfPlot *plot, double x, double y, double width, guint which)
{
  draw_intended (plot, x, x + width, y);
}

static void
draw_rest (YfPlot *plot,
           double  x,
           double  y,
           double  width)
{
  double radius = MIN (width / 2, plot->em * 0.2);

  yf_plot_colour (plot, &plot->canvas.palette->dim, 1);
  cairo_set_line_width (plot->canvas.cairo, 1);
  cairo_arc (plot->canvas.cairo, x, y, MAX (radius - 0.5, 0.5), 0, 2 * G_PI);
  cairo_stroke (plot->canvas.cairo);
}

static void
sample_rest (YfPlot *plot, double x, double y, double width, guint which)
{
  draw_rest (plot, x + width / 2, y, width);
}

static double
draw_key (YfChart *self,
          YfPlot  *plot)
{
  const Weeks *weeks = self->data;
  YfKeyItem items[7] = { { NULL } };
  gboolean flares = FALSE;
  gboolean partial = FALSE;
  gboolean intended = FALSE;
  gboolean rest = FALSE;
  guint n = 0;

  for (guint i = 0; i < weeks->spans->len; i++)
    {
      flares |= get_span (self, i)->flares > 0;
      partial |= get_span (self, i)->partial;
      intended |= get_span (self, i)->intended > 0;
      rest |= get_span (self, i)->intended == 0;
    }

  items[n++] = (YfKeyItem) { weeks->by_month ? _("Days kept, by month") : _("Days kept, by week"), sample_kept };
  if (flares)
    items[n++] = (YfKeyItem) { _("Flare, counts as kept"), sample_flare };
  if (intended)
    items[n++] = (YfKeyItem) { _("Days intended"), sample_intended };
  if (partial)
    items[n++] = (YfKeyItem) { weeks->by_month ? _("Part of a month") : _("Part of a week"), sample_partial };
  if (rest)
    items[n++] = (YfKeyItem) { _("Rest"), sample_rest };

  return yf_plot_key (plot, items, 0);
}

/* The room of a span, and the bar in it. */
static void
get_bar (YfChart *self,
         YfPlot  *plot,
         guint    index,
         YfPlace *room,
         double  *left,
         double  *right)
{
  const Span *span = get_span (self, index);
  double width;

  *room = (YfPlace) {
    .left = yf_axis_x (plot, span->first), .right = yf_axis_x (plot, span->end),
    .top = plot->top, .bottom = plot->bottom + 1,
  };
  width = CLAMP ((room->right - room->left) * 0.66, 1, plot->em * 3);
  *left = (room->left + room->right - width) / 2;
  *right = *left + width;
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  Weeks *weeks = self->data;
  double foot = plot->line * 0.3 + yf_axis_get_height (plot);
  double field = CLAMP (plot->canvas.width * 0.26, plot->line * 6, plot->line * 9);

  plot->from = get_span (self, 0)->first;
  plot->to = get_span (self, weeks->spans->len - 1)->end - 1;
  plot->left = yf_plot_gutter (plot, "00");
  plot->right = plot->canvas.width;
  plot->top = draw_key (self, plot) + plot->line * 0.8;
  plot->height = plot->top + field + foot;
  plot->bottom = MAX (plot->top + plot->line, MAX (plot->canvas.height, plot->height) - foot);

  for (guint i = 0; i < weeks->spans->len; i++)
    {
      const Span *span = get_span (self, i);
      /* The top of the bar; where there is none, the line of what was intended
       * or the sign of rest. */
      double y = span->kept > 0 ? yf_plot_y (plot, span->kept, weeks->max)
                 : span->intended > 0 ? yf_plot_y (plot, span->intended, weeks->max)
                                      : plot->bottom - plot->em * 0.35;
      YfPlace room;
      double left;
      double right;

      get_bar (self, plot, i, &room, &left, &right);
      yf_plot_add_box (plot, (left + right) / 2, y, &room);
    }
}

static void
draw_span (YfChart *self,
           YfPlot  *plot,
           guint    index)
{
  const YfPalette *palette = plot->canvas.palette;
  const Weeks *weeks = self->data;
  const Span *span = get_span (self, index);
  double left;
  double right;
  double top;
  double flare;
  double over;
  YfPlace room;

  get_bar (self, plot, index, &room, &left, &right);
  over = (room.right - room.left) * 0.12;
  top = yf_plot_y (plot, span->kept, weeks->max);
  flare = yf_plot_y (plot, span->kept - MIN (span->flares, span->kept), weeks->max);

  /* Days with a flare are the top of the bar. */
  if (span->kept > span->flares)
    yf_plot_bar (plot, span->partial ? YF_FILL_HATCHED : YF_FILL_PLAIN, &palette->accent, left, flare, right - left,
                 plot->bottom - flare);
  if (span->flares > 0 && span->kept > 0)
    yf_plot_bar (plot, span->partial ? YF_FILL_SPECKED : YF_FILL_DOTTED, &palette->warning, left, top, right - left,
                 flare - top);
  if (span->intended > 0)
    draw_intended (plot, left - over, right + over,
                   yf_plot_y (plot, span->intended, weeks->max));
  else
    draw_rest (plot, (left + right) / 2, top - plot->em * 0.35, right - left);
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  const Weeks *weeks = self->data;
  const int lines[] = { 0, weeks->by_month ? weeks->max / 2 : 3, weeks->max };

  draw_key (self, plot);
  yf_plot_scale (plot, lines, G_N_ELEMENTS (lines), weeks->max);
  for (guint i = 0; i < weeks->spans->len; i++)
    draw_span (self, plot, i);
  yf_axis_draw (plot);
}

const YfChartMaker yf_chart_weeks = {
  .id = "weeks",
  .title = N_("Days Kept"),
  .empty = N_("After the first session the days you keep appear here, week by week, beside the days you intend."),
  .build = build,
  .layout = layout,
  .draw = draw,
};
