/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * Back and leg pain. Over some weeks the line goes from answer to answer; over a
 * longer time with many answers it goes through the median of each week, and the
 * answers stand behind it. Stops and flares have strips of their own below.
 */

/* From how many days and answers on the line is the median of weeks. */
#define LONG_DAYS    120
#define LONG_ANSWERS 60

/* From how many days on it is the median of months: whole numbers week by week
 * are a thicket by then. */
#define VERY_LONG_DAYS 800

/* Below so many ems of width the names of lines and strips are in the key. */
#define NARROW 26

enum
{
  SERIES_PAIN,
  SERIES_STOP,
};

enum
{
  BACK,
  LEG,
  N_SITES,
};

typedef struct
{
  double at;
  double value;
} Knot;

typedef struct
{
  gboolean  by_week;          /* or by month */
  gboolean  by_month;
  gboolean  has_after;
  int       n_stops;
  int       n_flares;         /* days */
  GArray   *lines[N_SITES];   /* Knot */
} Pain;

static void
pain_free (gpointer data)
{
  Pain *pain = data;

  for (int site = 0; site < N_SITES; site++)
    g_array_unref (pain->lines[site]);
  g_free (pain);
}

static const YfPainPoint *
get_pain (YfChart *self,
          guint    index)
{
  return &g_array_index (yf_progress_get_pains (self->progress), YfPainPoint, index);
}

static const YfStopPoint *
get_stop (YfChart *self,
          guint    index)
{
  return &g_array_index (yf_progress_get_stops (self->progress), YfStopPoint, index);
}

static int
get_score (const YfPainPoint *point,
           int                site)
{
  return site == BACK ? point->back : point->leg;
}

static const char *
get_site_name (int site)
{
  return site == BACK ? C_("where it hurts, on a chart", "Back") : C_("where it hurts, on a chart", "Leg");
}

static const char *
get_moment_name (YfPainMoment moment)
{
  switch (moment)
    {
    case YF_PAIN_AFTER:
      return _("After the session");
    case YF_PAIN_ALONE:
      return _("No session");
    case YF_PAIN_BEFORE:
    default:
      return _("Before the session");
    }
}

static char *
describe_scores (YfPainMoment  moment,
                 const char   *day,
                 int           back,
                 int           leg)
{
  gboolean both = back != YF_PAIN_UNANSWERED && leg != YF_PAIN_UNANSWERED;

  switch (moment)
    {
    case YF_PAIN_AFTER:
      if (both)
        /* Translators: %s is a day; the numbers are pain scores from 0 to 10 */
        return g_strdup_printf (_("%s, after the session: back %d of 10, leg %d of 10"), day, back, leg);
      if (back != YF_PAIN_UNANSWERED)
        /* Translators: %s is a day; the number is a pain score from 0 to 10 */
        return g_strdup_printf (_("%s, after the session: back %d of 10"), day, back);
      /* Translators: %s is a day; the number is a pain score from 0 to 10 */
      return g_strdup_printf (_("%s, after the session: leg %d of 10"), day, leg);
    case YF_PAIN_ALONE:
      if (both)
        /* Translators: %s is a day; the numbers are pain scores from 0 to 10 */
        return g_strdup_printf (_("%s, no session: back %d of 10, leg %d of 10"), day, back, leg);
      if (back != YF_PAIN_UNANSWERED)
        /* Translators: %s is a day; the number is a pain score from 0 to 10 */
        return g_strdup_printf (_("%s, no session: back %d of 10"), day, back);
      /* Translators: %s is a day; the number is a pain score from 0 to 10 */
      return g_strdup_printf (_("%s, no session: leg %d of 10"), day, leg);
    case YF_PAIN_BEFORE:
    default:
      if (both)
        /* Translators: %s is a day; the numbers are pain scores from 0 to 10 */
        return g_strdup_printf (_("%s, before the session: back %d of 10, leg %d of 10"), day, back, leg);
      if (back != YF_PAIN_UNANSWERED)
        /* Translators: %s is a day; the number is a pain score from 0 to 10 */
        return g_strdup_printf (_("%s, before the session: back %d of 10"), day, back);
      /* Translators: %s is a day; the number is a pain score from 0 to 10 */
      return g_strdup_printf (_("%s, before the session: leg %d of 10"), day, leg);
    }
}

static char *
describe_pain (YfChart           *self,
               const YfPainPoint *point)
{
  g_autofree char *day = yf_chart_dup_day (self, point->day);
  g_autofree char *scores = describe_scores (point->moment, day, point->back, point->leg);

  if (!point->flare)
    return g_steal_pointer (&scores);

  /* Translators: %s is a day and what was answered on it */
  return g_strdup_printf (_("%s. This is a flare."), scores);
}

static char *
describe_where (const YfStop *stop)
{
  const char *phase = yf_segment_kind_get_name (stop->phase);

  if (stop->set > 0 && stop->rep > 0)
    /* Translators: where in an exercise it hurt; %s is a phase such as "Hold" */
    return g_strdup_printf (_("set %d, repetition %d, %s"), stop->set, stop->rep, phase);

  return g_strdup (phase);
}

static char *
describe_stop (YfChart           *self,
               const YfStopPoint *point)
{
  g_autofree char *day = yf_chart_dup_day (self, point->day);
  g_autofree char *name = yf_chart_dup_exercise (self, point->exercise, point->stop->side);
  g_autofree char *where = describe_where (point->stop);

  if (point->stop->pain != YF_PAIN_UNANSWERED)
    /* Translators: a day; an exercise; "set 1, repetition 2, Hold"; a pain score */
    return g_strdup_printf (_("%s, it hurt: %s, %s, pain %d of 10"), day, name, where, point->stop->pain);

  /* Translators: a day; an exercise; "set 1, repetition 2, Hold" */
  return g_strdup_printf (_("%s, it hurt: %s, %s"), day, name, where);
}

static char *
score_cell (int score)
{
  return score != YF_PAIN_UNANSWERED ? g_strdup_printf ("%d", score) : NULL;
}

static void
add_pain (YfChart *self,
          guint    index)
{
  const YfPainPoint *pain = get_pain (self, index);
  YfChartPoint *point = yf_chart_add_point (self, describe_pain (self, pain), pain->entry);

  point->index = index;
  point->series = SERIES_PAIN;
  point->at = pain->day;

  yf_chart_add_cell (self, yf_day_to_string (pain->day));
  yf_chart_add_cell (self, g_strdup (get_moment_name (pain->moment)));
  yf_chart_add_cell (self, score_cell (pain->back));
  yf_chart_add_cell (self, score_cell (pain->leg));
  yf_chart_add_cell (self, pain->flare ? g_strdup (_("Flare")) : NULL);
}

static void
add_stop (YfChart *self,
          guint    index)
{
  const YfStopPoint *stop = get_stop (self, index);
  YfChartPoint *point = yf_chart_add_point (self, describe_stop (self, stop), stop->entry);
  g_autofree char *name = yf_chart_dup_exercise (self, stop->exercise, stop->stop->side);
  g_autofree char *where = describe_where (stop->stop);

  point->index = index;
  point->series = SERIES_STOP;
  point->at = stop->day;

  yf_chart_add_cell (self, yf_day_to_string (stop->day));
  yf_chart_add_cell (self, g_strdup (_("During the session")));
  yf_chart_add_cell (self, g_strcmp0 (stop->stop->site, "back") == 0 ? score_cell (stop->stop->pain) : NULL);
  yf_chart_add_cell (self, g_strcmp0 (stop->stop->site, "leg") == 0 ? score_cell (stop->stop->pain) : NULL);
  /* Translators: an exercise that hurt; "set 1, repetition 2, Hold" */
  yf_chart_add_cell (self, g_strdup_printf (_("It hurt: %s, %s"), name, where));
}

/* What happened on one day stands side by side on it, in order. */
static void
spread_over_days (YfChart *self)
{
  guint n;

  for (guint i = 0; i < self->points->len; i += n)
    {
      double day = yf_chart_point (self, i)->at;

      for (n = 1; i + n < self->points->len; n++)
        if (yf_chart_point (self, i + n)->at > day)
          break;
      for (guint j = 0; j < n; j++)
        yf_chart_point (self, i + j)->at = day + (j + 1.0) / (n + 1.0);
    }
}

/* The line shows how a person came to the mat; what a session did to it is the
 * mark beside. */
static gboolean
is_on_line (const YfPainPoint *pain,
            int                site)
{
  return pain->moment != YF_PAIN_AFTER && get_score (pain, site) != YF_PAIN_UNANSWERED;
}

static YfDay
begin_stretch (Pain  *pain,
               YfDay  day)
{
  return pain->by_month ? yf_axis_month (day) : day - (day - 1) % 7;
}

/* The median of a week or month stands in its middle. */
static void
end_stretch (YfChart *self,
             GArray  *line,
             GArray  *values,
             YfDay    first)
{
  const Pain *pain = self->data;
  double median;
  Knot knot;

  if (yf_chart_median (values, &median) == 0)
    return;

  knot = (Knot) { CLAMP (first + (pain->by_month ? 15 : 3.5), self->from, self->to + 1), median };
  g_array_append_val (line, knot);
  g_array_set_size (values, 0);
}

static void
build_line (YfChart *self,
            Pain    *pain,
            int      site)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  YfDay first = YF_DAY_NONE;

  pain->lines[site] = g_array_new (FALSE, FALSE, sizeof (Knot));
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      const YfPainPoint *answer;
      Knot knot;

      if (point->series != SERIES_PAIN)
        continue;
      answer = get_pain (self, point->index);
      if (!is_on_line (answer, site))
        continue;

      knot = (Knot) { point->at, get_score (answer, site) };
      if (!pain->by_week)
        {
          g_array_append_val (pain->lines[site], knot);
          continue;
        }
      if (begin_stretch (pain, answer->day) != first)
        {
          end_stretch (self, pain->lines[site], values, first);
          first = begin_stretch (pain, answer->day);
        }
      g_array_append_val (values, knot.value);
    }
  end_stretch (self, pain->lines[site], values, first);
}

static void
say_site (YfChart *self,
          int      site)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double median = 0;
  double last = 0;
  int n;

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);

      if (point->series == SERIES_PAIN && is_on_line (get_pain (self, point->index), site))
        {
          last = get_score (get_pain (self, point->index), site);
          g_array_append_val (values, last);
        }
    }

  n = yf_chart_median (values, &median);
  if (n == 0)
    return;

  if (site == BACK)
    yf_chart_say (self, g_strdup_printf (
        /* Translators: the median of some answers, the last of them, and how many they are */
        ngettext ("Back pain before sessions and without one: median %g of 10, last %g, %d answer.",
                  "Back pain before sessions and without one: median %g of 10, last %g, %d answers.", n),
        median, last, n));
  else
    yf_chart_say (self, g_strdup_printf (
        /* Translators: the median of some answers, the last of them, and how many they are */
        ngettext ("Leg pain before sessions and without one: median %g of 10, last %g, %d answer.",
                  "Leg pain before sessions and without one: median %g of 10, last %g, %d answers.", n),
        median, last, n));
}

static void
summarise (YfChart *self,
           Pain    *pain)
{
  say_site (self, BACK);
  say_site (self, LEG);
  yf_chart_say (self, g_strdup_printf (ngettext ("It hurt %d time during an exercise.",
                                                 "It hurt %d times during an exercise.", pain->n_stops),
                                       pain->n_stops));
  if (pain->n_flares > 0)
    yf_chart_say (self, g_strdup_printf (ngettext ("There was a flare on %d day.", "There was a flare on %d days.",
                                                   pain->n_flares),
                                         pain->n_flares));
  if (pain->by_month)
    yf_chart_say (self, g_strdup (_("The line is the median of each month; the single answers stand behind it.")));
  else if (pain->by_week)
    yf_chart_say (self, g_strdup (_("The line is the median of each week; the single answers stand behind it.")));
}

static void
build (YfChart *self)
{
  guint n_pains = yf_progress_get_pains (self->progress)->len;
  guint n_stops = yf_progress_get_stops (self->progress)->len;
  Pain *pain = g_new0 (Pain, 1);
  YfDay flare = YF_DAY_NONE;
  guint stop = 0;

  self->data = pain;
  self->free_data = pain_free;
  yf_chart_set_columns (self, _("Date"), _("When"), _("Back pain, 0 to 10"), _("Leg pain, 0 to 10"),
                        _("What happened"), NULL);

  for (guint i = 0; i <= n_pains; i++)
    {
      /* By day, and on one day by the clock. */
      while (stop < n_stops
             && (i == n_pains || get_stop (self, stop)->day < get_pain (self, i)->day
                 || (get_stop (self, stop)->day == get_pain (self, i)->day
                     && get_stop (self, stop)->at < get_pain (self, i)->at)))
        add_stop (self, stop++);
      if (i == n_pains)
        break;

      add_pain (self, i);
      pain->has_after |= get_pain (self, i)->moment == YF_PAIN_AFTER;
      if (get_pain (self, i)->flare && get_pain (self, i)->day != flare)
        {
          flare = get_pain (self, i)->day;
          pain->n_flares++;
        }
    }

  spread_over_days (self);
  pain->n_stops = (int) n_stops;
  pain->by_week = self->to - self->from >= LONG_DAYS && n_pains >= LONG_ANSWERS;
  pain->by_month = pain->by_week && self->to - self->from >= VERY_LONG_DAYS;
  build_line (self, pain, BACK);
  build_line (self, pain, LEG);
  summarise (self, pain);
}

/* Drawing */

static const YfColour *
get_colour (YfPlot *plot,
            int     site)
{
  return site == BACK ? &plot->canvas.palette->back : &plot->canvas.palette->leg;
}

/* Days far apart have large marks, days close together small ones. */
static double
get_radius (YfPlot  *plot,
            YfChart *self)
{
  double day = (plot->right - plot->left) / (plot->to - plot->from + 1);
  const Pain *pain = self->data;

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
  yf_plot_mark (plot, which == BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, get_colour (plot, (int) which), x + width / 2, y,
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

static double
draw_key (YfChart *self,
          YfPlot  *plot)
{
  const Pain *pain = self->data;
  YfKeyItem items[8] = { { _("Pain, 0 to 10") } };
  guint n = 1;

  for (int site = 0; is_narrow (plot) && site < N_SITES; site++)
    if (pain->lines[site]->len > 0)
      items[n++] = (YfKeyItem) { get_site_name (site), sample_line, (guint) site };
  if (is_narrow (plot) && pain->n_flares > 0)
    items[n++] = (YfKeyItem) { _("Flares"), sample_flare };
  if (is_narrow (plot) && pain->n_stops > 0)
    items[n++] = (YfKeyItem) { _("Stops"), sample_stop };
  if (pain->by_week)
    items[n++].text = pain->by_month ? _("Line: median of each month") : _("Line: median of each week");
  if (pain->has_after)
    items[n++].text = _("Smaller marks: after the session");

  return yf_plot_key (plot, items, 0);
}

static double
get_strip_y (YfPlot *plot,
             Pain   *pain,
             int     series)
{
  /* Flares first, then stops, where there are both. */
  double row = series == SERIES_STOP && pain->n_flares > 0 ? 1 : 0;

  return plot->bottom + plot->line * (1.05 + row * 1.1);
}

static double
place_answer (YfPlot            *plot,
              const YfPainPoint *pain)
{
  return yf_plot_y (plot, pain->back != YF_PAIN_UNANSWERED ? pain->back : pain->leg, YF_PAIN_MAX);
}

static double
get_label_width (YfPlot *plot,
                 Pain   *pain)
{
  double width = 0;

  for (int site = 0; !is_narrow (plot) && site < N_SITES; site++)
    if (pain->lines[site]->len > 0)
      width = MAX (width, yf_plot_text_width (plot, get_site_name (site)));

  return width > 0 ? width + plot->em * 1.9 : plot->em * 0.2;
}

static void
layout (YfChart *self,
        YfPlot  *plot)
{
  Pain *pain = self->data;
  double n_strips = (pain->n_stops > 0) + (pain->n_flares > 0);
  double foot = plot->line * (n_strips > 0 ? 0.5 + 1.1 * n_strips : 0.1) + yf_axis_get_height (plot);
  double field = CLAMP (plot->canvas.width * 0.36, plot->line * 8, plot->line * 13);

  plot->guide = TRUE;
  plot->left = yf_plot_gutter (plot, "10");
  if (pain->n_stops > 0 && !is_narrow (plot))
    plot->left = MAX (plot->left, yf_plot_gutter (plot, _("Stops")));
  if (pain->n_flares > 0 && !is_narrow (plot))
    plot->left = MAX (plot->left, yf_plot_gutter (plot, _("Flares")));
  plot->right = MAX (plot->canvas.width - get_label_width (plot, pain), plot->left + plot->em);
  plot->top = draw_key (self, plot) + plot->line;
  plot->height = plot->top + field + foot;
  plot->bottom = MAX (plot->top + plot->line, MAX (plot->canvas.height, plot->height) - foot);

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      double x = yf_axis_x (plot, point->at);

      if (point->series == SERIES_STOP)
        yf_plot_add_place (plot, x, get_strip_y (plot, pain, SERIES_STOP), plot->em * 0.26);
      else
        yf_plot_add_place (plot, x, place_answer (plot, get_pain (self, point->index)), get_radius (plot, self));
    }
}

static void
draw_line (YfChart *self,
           YfPlot  *plot,
           int      site)
{
  const Pain *pain = self->data;
  GArray *line = pain->lines[site];
  cairo_t *cairo = plot->canvas.cairo;
  double dash[] = { plot->em * 0.45, plot->em * 0.35 };
  double gap = YF_CHART_GAP + (pain->by_month ? 31 : pain->by_week ? 7 : 1);

  cairo_save (cairo);
  yf_plot_colour (plot, get_colour (plot, site), pain->by_week ? 1 : 0.75);
  cairo_set_line_width (cairo, plot->em * (pain->by_week ? 0.17 : 0.11));
  if (site == LEG)
    cairo_set_dash (cairo, dash, G_N_ELEMENTS (dash), 0);

  for (guint i = 0; i < line->len; i++)
    {
      const Knot *knot = &g_array_index (line, Knot, i);
      double x = yf_axis_x (plot, knot->at);
      double y = yf_plot_y (plot, knot->value, YF_PAIN_MAX);

      if (i == 0 || knot->at - g_array_index (line, Knot, i - 1).at >= gap)
        cairo_move_to (cairo, x, y);
      else
        cairo_line_to (cairo, x, y);
    }
  cairo_stroke (cairo);
  cairo_restore (cairo);

  /* A week between two gaps has no line, and is seen all the same. */
  for (guint i = 0; pain->by_week && i < line->len; i++)
    {
      const Knot *knot = &g_array_index (line, Knot, i);
      gboolean before = i > 0 && knot->at - g_array_index (line, Knot, i - 1).at < gap;
      gboolean after = i + 1 < line->len && g_array_index (line, Knot, i + 1).at - knot->at < gap;

      if (!before && !after)
        yf_plot_mark (plot, site == BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, get_colour (plot, site),
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
      if (before->series != SERIES_PAIN || g_strcmp0 (before->entry, after->entry) != 0)
        continue;

      from = get_score (get_pain (self, before->index), site);
      if (from == YF_PAIN_UNANSWERED)
        return;
      yf_plot_colour (plot, get_colour (plot, site), 0.6);
      yf_plot_segment (plot, yf_axis_x (plot, before->at), yf_plot_y (plot, from, YF_PAIN_MAX),
                       yf_axis_x (plot, after->at),
                       yf_plot_y (plot, get_score (get_pain (self, after->index), site), YF_PAIN_MAX), 1);
      return;
    }
}

static void
draw_answers (YfChart *self,
              YfPlot  *plot,
              int      site)
{
  const Pain *pain = self->data;
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

      if (point->series != SERIES_PAIN)
        continue;
      answer = get_pain (self, point->index);
      if (get_score (answer, site) == YF_PAIN_UNANSWERED)
        continue;

      y = yf_plot_y (plot, get_score (answer, site), YF_PAIN_MAX);
      if (answer->moment == YF_PAIN_AFTER)
        {
          size *= 0.6;
          if (!pain->by_week)
            draw_hair (self, plot, i, site);
        }
      yf_plot_mark (plot, site == BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, &colour, x, y, size);
    }
}

static void
draw_strips (YfChart *self,
             YfPlot  *plot)
{
  const YfPalette *palette = plot->canvas.palette;
  Pain *pain = self->data;
  YfDay flare = YF_DAY_NONE;
  double y;

  if (pain->n_flares > 0 && !is_narrow (plot))
    {
      y = get_strip_y (plot, pain, SERIES_PAIN);
      yf_plot_text (plot, &palette->dim, _("Flares"), plot->left - plot->em * 0.5, y - plot->line / 2, 1);
    }
  if (pain->n_stops > 0 && !is_narrow (plot))
    {
      y = get_strip_y (plot, pain, SERIES_STOP);
      yf_plot_text (plot, &palette->dim, _("Stops"), plot->left - plot->em * 0.5, y - plot->line / 2, 1);
    }

  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      double x = yf_axis_x (plot, point->at);

      if (point->series == SERIES_STOP)
        yf_plot_mark (plot, YF_MARK_CROSS, &palette->warning, x, get_strip_y (plot, pain, SERIES_STOP),
                      plot->em * 0.24);
      else if (get_pain (self, point->index)->flare && get_pain (self, point->index)->day != flare)
        {
          flare = get_pain (self, point->index)->day;
          yf_plot_mark (plot, YF_MARK_FLAG, &palette->warning, x, get_strip_y (plot, pain, SERIES_PAIN),
                        plot->em * 0.32);
        }
    }
}

/* A flare is a pale band over its day, too. */
static void
draw_bands (YfChart *self,
            YfPlot  *plot)
{
  YfDay flare = YF_DAY_NONE;

  yf_plot_colour (plot, &plot->canvas.palette->warning, 0.13);
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      const YfPainPoint *answer;
      double width;
      double x;

      if (point->series != SERIES_PAIN)
        continue;
      answer = get_pain (self, point->index);
      if (!answer->flare || answer->day == flare)
        continue;

      flare = answer->day;
      width = CLAMP (yf_axis_x (plot, flare + 1) - yf_axis_x (plot, flare), 1, plot->em * 1.5);
      x = yf_axis_x (plot, point->at) - width / 2;
      cairo_rectangle (plot->canvas.cairo, x, plot->top, width, plot->bottom - plot->top);
      cairo_fill (plot->canvas.cairo);
    }
}

/* The lines bear their names where they end. */
static void
draw_names (YfChart *self,
            YfPlot  *plot)
{
  const Pain *pain = self->data;
  double value[N_SITES] = { 0 };
  double y[N_SITES];
  int order[N_SITES];
  guint n = 0;

  for (int site = 0; site < N_SITES; site++)
    {
      GArray *line = pain->lines[site];

      if (line->len == 0)
        continue;
      value[site] = g_array_index (line, Knot, line->len - 1).value;
      order[n++] = site;
    }
  if (n == 2 && value[order[1]] > value[order[0]])
    {
      order[0] = LEG;
      order[1] = BACK;
    }
  for (guint i = 0; i < n; i++)
    y[i] = yf_plot_y (plot, value[order[i]], YF_PAIN_MAX);
  yf_plot_spread (y, n, plot->line, plot->top, plot->bottom);

  for (guint i = 0; i < n; i++)
    {
      int site = order[i];
      double x = plot->right + plot->em * 0.6;

      yf_plot_mark (plot, site == BACK ? YF_MARK_DISC : YF_MARK_DIAMOND, get_colour (plot, site), x, y[i],
                    plot->em * 0.3);
      yf_plot_text (plot, get_colour (plot, site), get_site_name (site), x + plot->em * 0.75, y[i] - plot->line / 2,
                    0);
    }
}

static void
draw (YfChart *self,
      YfPlot  *plot)
{
  const int lines[] = { 0, 5, 10 };
  const Pain *pain = self->data;

  draw_key (self, plot);
  yf_plot_scale (plot, lines, G_N_ELEMENTS (lines), YF_PAIN_MAX);
  yf_axis_draw (plot);
  if (!pain->by_week)
    draw_bands (self, plot);
  for (int site = N_SITES - 1; site >= 0; site--)
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

const YfChartMaker yf_chart_pain = {
  .id = "pain",
  .title = N_("Back and Leg Pain"),
  .empty = N_("After the first check-in your back and leg pain appear here, a mark for each answer."),
  .build = build,
  .layout = layout,
  .draw = draw,
};
