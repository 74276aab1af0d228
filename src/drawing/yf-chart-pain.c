/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-chart-pain.h"

#include <glib/gi18n-lib.h>

/*
 * Back and leg pain. Over some weeks the line goes from answer to answer; over a
 * longer time with many answers it goes through the median of each week, and the
 * answers stand behind it. Flares, stops and programmes have strips of their own
 * below.
 */

/* From how many days and answers on the line is the median of weeks. */
#define LONG_DAYS    120
#define LONG_ANSWERS 60

/* From how many days on it is the median of months: whole numbers week by week
 * are a thicket by then. */
#define VERY_LONG_DAYS 800

static void
pain_free (gpointer data)
{
  YfPainLines *pain = data;

  for (int site = 0; site < YF_PAIN_SITES; site++)
    g_array_unref (pain->lines[site]);
  g_free (pain);
}

static const YfStopPoint *
get_stop (YfChart *self,
          guint    index)
{
  return &g_array_index (yf_progress_get_stops (self->progress), YfStopPoint, index);
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
  const YfPainPoint *pain = yf_pain_get_answer (self, index);
  YfChartPoint *point = yf_chart_add_point (self, describe_pain (self, pain), pain->entry);

  point->index = index;
  point->series = YF_PAIN_SERIES_ANSWER;
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
  point->series = YF_PAIN_SERIES_STOP;
  point->at = stop->day;

  yf_chart_add_cell (self, yf_day_to_string (stop->day));
  yf_chart_add_cell (self, g_strdup (_("During the session")));
  yf_chart_add_cell (self, g_strcmp0 (stop->stop->site, "back") == 0 ? score_cell (stop->stop->pain) : NULL);
  yf_chart_add_cell (self, g_strcmp0 (stop->stop->site, "leg") == 0 ? score_cell (stop->stop->pain) : NULL);
  /* Translators: an exercise that hurt; "set 1, repetition 2, Hold" */
  yf_chart_add_cell (self, g_strdup_printf (_("It hurt: %s, %s"), name, where));
}

static void
add_flare (YfChart             *self,
           const YfFlareRecord *flare)
{
  YfDay day = yf_day_from_moment (flare->at, flare->utc_offset);
  g_autofree char *when = yf_chart_dup_day (self, day);
  YfChartPoint *point;

  /* Translators: %s is a day; the person said so, whatever the pain scores were */
  point = yf_chart_add_point (self, g_strdup_printf (_("%s: a flare was declared"), when), flare->id);
  point->series = YF_PAIN_SERIES_FLARE;
  point->at = day;

  yf_chart_add_cell (self, yf_day_to_string (day));
  yf_chart_add_cell (self, NULL);
  yf_chart_add_cell (self, NULL);
  yf_chart_add_cell (self, NULL);
  yf_chart_add_cell (self, g_strdup (_("Flare, declared")));
}

static char *
name_programme (const YfProgrammePeriod *period)
{
  if (period->programme == NULL)
    return g_strdup (_("Programme that cannot be read"));

  /* Translators: the name of a clinician's programme, and who wrote it */
  return g_strdup_printf (_("Programme “%1$s” by %2$s"), yf_programme_get_name (period->programme),
                          yf_programme_get_clinician (period->programme));
}

/* One that began before the days that are shown is in force from the first. */
static void
add_programme (YfChart *self,
               guint    index)
{
  const YfProgrammePeriod *period = g_ptr_array_index (yf_progress_get_programmes (self->progress), index);
  g_autofree char *from = yf_chart_dup_day (self, period->from);
  g_autofree char *name = name_programme (period);
  YfChartPoint *point;

  /* Translators: a clinician's programme, and the day from which it was followed */
  point = yf_chart_add_point (self, g_strdup_printf (_("%1$s: in force from %2$s"), name, from), period->record->id);
  point->index = index;
  point->series = YF_PAIN_SERIES_PROGRAMME;
  point->at = MAX (period->from, self->from);

  yf_chart_add_cell (self, yf_day_to_string (period->from));
  yf_chart_add_cell (self, NULL);
  yf_chart_add_cell (self, NULL);
  yf_chart_add_cell (self, NULL);
  yf_chart_add_cell (self, g_steal_pointer (&name));
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
  return pain->moment != YF_PAIN_AFTER && yf_pain_get_score (pain, site) != YF_PAIN_UNANSWERED;
}

static YfDay
begin_stretch (const YfPainLines *pain,
               YfDay              day)
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
  const YfPainLines *pain = self->data;
  double median;
  YfPainKnot knot;

  if (yf_chart_median (values, &median) == 0)
    return;

  knot = (YfPainKnot) { CLAMP (first + (pain->by_month ? 15 : 3.5), self->from, self->to + 1), median };
  g_array_append_val (line, knot);
  g_array_set_size (values, 0);
}

static void
build_line (YfChart     *self,
            YfPainLines *pain,
            int          site)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  YfDay first = YF_DAY_NONE;

  pain->lines[site] = g_array_new (FALSE, FALSE, sizeof (YfPainKnot));
  for (guint i = 0; i < self->points->len; i++)
    {
      const YfChartPoint *point = yf_chart_point (self, i);
      const YfPainPoint *answer;
      YfPainKnot knot;

      if (point->series != YF_PAIN_SERIES_ANSWER)
        continue;
      answer = yf_pain_get_answer (self, point->index);
      if (!is_on_line (answer, site))
        continue;

      knot = (YfPainKnot) { point->at, yf_pain_get_score (answer, site) };
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

      if (point->series == YF_PAIN_SERIES_ANSWER && is_on_line (yf_pain_get_answer (self, point->index), site))
        {
          last = yf_pain_get_score (yf_pain_get_answer (self, point->index), site);
          g_array_append_val (values, last);
        }
    }

  n = yf_chart_median (values, &median);
  if (n == 0)
    return;

  if (site == YF_PAIN_BACK)
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
summarise (YfChart     *self,
           YfPainLines *pain)
{
  say_site (self, YF_PAIN_BACK);
  say_site (self, YF_PAIN_LEG);
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

/* What is to become a point, by day, and on one day by the clock. */
typedef struct
{
  YfDay  day;
  gint64 at;
  int    series;
  guint  index;
} Happening;

static int
compare_happenings (gconstpointer a,
                    gconstpointer b)
{
  const Happening *one = a;
  const Happening *other = b;

  if (one->day != other->day)
    return one->day < other->day ? -1 : 1;

  return (one->at > other->at) - (one->at < other->at);
}

static GArray *
list_happenings (YfChart *self)
{
  GArray *happenings = g_array_new (FALSE, TRUE, sizeof (Happening));
  GPtrArray *flares = yf_progress_get_log (self->progress)->flares;
  GPtrArray *programmes = yf_progress_get_programmes (self->progress);

  for (guint i = 0; i < programmes->len; i++)
    {
      const YfProgrammePeriod *period = g_ptr_array_index (programmes, i);
      const Happening one = { MAX (period->from, self->from), G_MININT64, YF_PAIN_SERIES_PROGRAMME, i };

      g_array_append_val (happenings, one);
    }
  for (guint i = 0; i < yf_progress_get_pains (self->progress)->len; i++)
    {
      const YfPainPoint *answer = yf_pain_get_answer (self, i);
      const Happening one = { answer->day, answer->at, YF_PAIN_SERIES_ANSWER, i };

      g_array_append_val (happenings, one);
    }
  for (guint i = 0; i < yf_progress_get_stops (self->progress)->len; i++)
    {
      const YfStopPoint *stop = get_stop (self, i);
      const Happening one = { stop->day, stop->at, YF_PAIN_SERIES_STOP, i };

      g_array_append_val (happenings, one);
    }
  for (guint i = 0; i < flares->len; i++)
    {
      const YfFlareRecord *flare = g_ptr_array_index (flares, i);
      const Happening one = { yf_day_from_moment (flare->at, flare->utc_offset), flare->at, YF_PAIN_SERIES_FLARE, i };

      if (one.day >= self->from && one.day <= self->to)
        g_array_append_val (happenings, one);
    }
  g_array_sort (happenings, compare_happenings);

  return happenings;
}

static void
build (YfChart *self)
{
  g_autoptr (GArray) happenings = list_happenings (self);
  guint n_pains = yf_progress_get_pains (self->progress)->len;
  YfPainLines *pain = g_new0 (YfPainLines, 1);

  self->data = pain;
  self->free_data = pain_free;
  yf_chart_set_columns (self, _("Date"), C_("before or after the session", "When"), _("Back pain, 0 to 10"), _("Leg pain, 0 to 10"),
                        _("What happened"), NULL);

  for (guint i = 0; i < happenings->len; i++)
    {
      const Happening *one = &g_array_index (happenings, Happening, i);

      switch (one->series)
        {
        case YF_PAIN_SERIES_STOP:
          add_stop (self, one->index);
          break;
        case YF_PAIN_SERIES_FLARE:
          add_flare (self, g_ptr_array_index (yf_progress_get_log (self->progress)->flares, one->index));
          break;
        case YF_PAIN_SERIES_PROGRAMME:
          add_programme (self, one->index);
          break;
        case YF_PAIN_SERIES_ANSWER:
        default:
          add_pain (self, one->index);
          pain->has_after |= yf_pain_get_answer (self, one->index)->moment == YF_PAIN_AFTER;
          break;
        }
    }

  spread_over_days (self);
  pain->n_stops = (int) yf_progress_get_stops (self->progress)->len;
  pain->n_flares = (int) yf_progress_get_flares (self->progress)->len;
  pain->n_programmes = (int) yf_progress_get_programmes (self->progress)->len;
  pain->by_week = self->to - self->from >= LONG_DAYS && n_pains >= LONG_ANSWERS;
  pain->by_month = pain->by_week && self->to - self->from >= VERY_LONG_DAYS;
  build_line (self, pain, YF_PAIN_BACK);
  build_line (self, pain, YF_PAIN_LEG);
  summarise (self, pain);
}

const YfChartMaker yf_chart_pain = {
  .id = "pain",
  .title = N_("Back and Leg Pain"),
  .empty = N_("After the first check-in your back and leg pain appear here, a mark for each answer."),
  .build = build,
  .layout = yf_chart_pain_layout,
  .draw = yf_chart_pain_draw,
};
