/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/*
 * The scale of time, from the first moment of the first day to the last of the
 * last day. It has as many dates as fit side by side, at places that a person
 * would choose: days, Mondays, the first of months and of years.
 */

typedef struct
{
  double  at;
  char   *text;
} Tick;

typedef enum
{
  UNIT_DAYS,
  UNIT_MONTHS,
  UNIT_YEARS,
} Unit;

static const struct
{
  Unit unit;
  int  n;
} steps[] = {
  { UNIT_DAYS, 1 },
  { UNIT_DAYS, 2 },
  { UNIT_DAYS, 7 },
  { UNIT_DAYS, 14 },
  { UNIT_MONTHS, 1 },
  { UNIT_MONTHS, 2 },
  { UNIT_MONTHS, 3 },
  { UNIT_MONTHS, 6 },
  { UNIT_YEARS, 1 },
  { UNIT_YEARS, 2 },
  { UNIT_YEARS, 5 },
  { UNIT_YEARS, 10 },
};

/* More than this many never fit, and need not be measured. */
#define MAX_TICKS 64

static void
tick_clear (gpointer data)
{
  g_free (((Tick *) data)->text);
}

static void
get_date (YfDay  day,
          GDate *date)
{
  g_date_clear (date, 1);
  g_date_set_julian (date, day);
}

static char *
format (YfDay       day,
        const char *pattern)
{
  GDate date;
  g_autoptr (GDateTime) time = NULL;

  get_date (day, &date);
  time = g_date_time_new_utc (g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                              0, 0, 0);

  return g_date_time_format (time, pattern);
}

/**
 * yf_axis_dup_day:
 * @day: a known day
 * @year: whether to say the year
 *
 * Returns: (transfer full): the day in words, such as "3 November 2026"
 */
char *
yf_axis_dup_day (YfDay    day,
                 gboolean year)
{
  /* Translators: a date as g_date_time_format() has it, "3 November 2026" in English; %-d is the day of the
   * month without a leading zero, %B the month's name, %-m its number, %Y the year */
  return format (day, year ? C_("a date with its year", "%-d %B %Y")
                           /* Translators: the same without the year, "3 November" */
                           : C_("a date without its year", "%-d %B"));
}

/* The month of @day in words, such as "November 2026". */
char *
yf_axis_dup_month (YfDay day)
{
  /* Translators: a month as g_date_time_format() has it, "November 2026" in English */
  return format (day, C_("a month with its year", "%B %Y"));
}

/* The first day of the month of @day. */
YfDay
yf_axis_month (YfDay day)
{
  GDate date;

  get_date (day, &date);
  g_date_set_day (&date, 1);

  return (YfDay) g_date_get_julian (&date);
}

static YfDay
get_first (YfDay day,
           Unit  unit,
           int   n,
           YfDay last)
{
  GDate date;

  if (unit == UNIT_DAYS)
    {
      /* Weeks begin on Monday, as day 1 did. Fewer days are counted back from
       * the last, so that it is always named. */
      if (n % 7 == 0)
        return day + (7 - (day - 1) % 7) % 7;
      return day + (last - day) % n;
    }

  get_date (day, &date);
  if (g_date_get_day (&date) > 1)
    {
      g_date_set_day (&date, 1);
      g_date_add_months (&date, 1);
    }
  while (unit == UNIT_MONTHS ? ((int) g_date_get_month (&date) - 1) % n != 0
                             : g_date_get_month (&date) != G_DATE_JANUARY || g_date_get_year (&date) % n != 0)
    g_date_add_months (&date, 1);

  return (YfDay) g_date_get_julian (&date);
}

static YfDay
get_next (YfDay day,
          Unit  unit,
          int   n)
{
  GDate date;

  if (unit == UNIT_DAYS)
    return day + n;

  get_date (day, &date);
  g_date_add_months (&date, (guint) (unit == UNIT_MONTHS ? n : 12 * n));

  return (YfDay) g_date_get_julian (&date);
}

static char *
dup_tick_text (YfDay day,
               Unit  unit)
{
  GDate date;

  get_date (day, &date);
  if (unit == UNIT_DAYS)
    /* Translators: a short date under a chart as g_date_time_format() has it, "3 Nov" in English */
    return format (day, C_("a short date", "%-d %b"));
  if (unit == UNIT_YEARS || g_date_get_month (&date) == G_DATE_JANUARY)
    /* Translators: a year under a chart as g_date_time_format() has it */
    return format (day, C_("a year", "%Y"));

  /* Translators: a month under a chart as g_date_time_format() has it, "Nov" in English */
  return format (day, C_("a short month", "%b"));
}

static void
add_tick (GArray *ticks,
          double  at,
          YfDay   day,
          Unit    unit)
{
  const Tick tick = { at, dup_tick_text (day, unit) };

  g_array_append_val (ticks, tick);
}

/* Fills in the dates of one step; whether they fit side by side. */
static gboolean
try_step (YfPlot *plot,
          GArray *ticks,
          Unit    unit,
          int     n)
{
  double end = -INFINITY;

  for (YfDay day = get_first (plot->from, unit, n, plot->to); day <= plot->to; day = get_next (day, unit, n))
    {
      if (ticks->len >= MAX_TICKS)
        return FALSE;
      add_tick (ticks, day + (unit == UNIT_DAYS ? 0.5 : 0), day, unit);
    }

  for (guint i = 0; i < ticks->len; i++)
    {
      const Tick *tick = &g_array_index (ticks, Tick, i);
      double half = yf_plot_text_width (plot, tick->text) / 2;
      double x = yf_axis_x (plot, tick->at);

      if (x - half < end + plot->em)
        return FALSE;
      end = x + half;
    }

  return TRUE;
}

static GArray *
make_ticks (YfPlot *plot)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (Tick));

  g_array_set_clear_func (ticks, tick_clear);
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_array_set_size (ticks, 0);
      if (try_step (plot, ticks, steps[i].unit, steps[i].n))
        break;
    }

  /* Too narrow for a step, and nothing begins within: then both ends. */
  if (ticks->len < 2 && plot->to > plot->from)
    {
      g_array_set_size (ticks, 0);
      add_tick (ticks, plot->from + 0.5, plot->from, UNIT_DAYS);
      add_tick (ticks, plot->to + 0.5, plot->to, UNIT_DAYS);
    }

  return ticks;
}

/**
 * yf_axis_x:
 * @plot: a plot
 * @at: a #YfDay with a fraction
 *
 * Returns: where it is
 */
double
yf_axis_x (YfPlot *plot,
           double  at)
{
  /* Marks at either end stay within. */
  double margin = plot->em * 0.5;
  double days = plot->to - plot->from + 1;

  return plot->left + margin + (at - plot->from) / days * (plot->right - plot->left - 2 * margin);
}

/* The height of the dates. */
double
yf_axis_get_height (YfPlot *plot)
{
  return plot->line * 1.3;
}

/**
 * yf_axis_draw:
 * @plot: a plot
 *
 * Draws the dates at the foot of the picture, and a small line up from each.
 */
void
yf_axis_draw (YfPlot *plot)
{
  g_autoptr (GArray) ticks = make_ticks (plot);
  double y = MAX (plot->canvas.height, plot->height) - yf_axis_get_height (plot);
  double end = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const Tick *tick = &g_array_index (ticks, Tick, i);
      double width = yf_plot_text_width (plot, tick->text);
      double x = floor (yf_axis_x (plot, tick->at)) + 0.5;
      double left = yf_plot_keep (plot, x, width);

      yf_plot_colour (plot, &plot->canvas.palette->grid, 1);
      yf_plot_segment (plot, x, y, x, y + plot->line * 0.25, 1);
      if (i > 0 && left < end + plot->em * 0.4)
        continue;
      yf_plot_text (plot, &plot->canvas.palette->dim, tick->text, left, y + plot->line * 0.28, 0);
      end = left + width;
    }
}
