/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"
#include "yf-report-words.h"

/*
 * The first page, to be read in two minutes; exactly one. It is laid out whole,
 * and where that is too much, again with a line less in the longest list, until
 * it fits. What is left out stands on a later page, which is named.
 */

#define GUTTER    20.0
#define BLOCK_GAP 9.0
#define MAX_CHART 170.0

static const YfPaperText small = { .style = YF_PAPER_SMALL, .tag = "P" };
static const YfPaperText heading = { .style = YF_PAPER_HEADING, .tag = "H2" };

static void
lay_figure (YfReportLayout *layout,
            double          x,
            double          y,
            double          width,
            const char     *number,
            const char     *label,
            const char     *remark)
{
  const YfPaperText big = { .style = YF_PAPER_NUMBER, .tag = "P" };
  const YfPaperText smaller = { .style = YF_PAPER_CHAPTER, .tag = "P" };
  const YfPaperText text = { .style = YF_PAPER_SMALL, .max_lines = 2, .tag = "P" };
  double baseline;
  double smaller_baseline;
  double height = yf_paper_measure (layout->paper, &big, width, "0", &baseline);

  yf_paper_measure (layout->paper, &smaller, width, "0", &smaller_baseline);
  if (yf_paper_measure_width (layout->paper, &big, number) <= width)
    yf_paper_place_text (layout->paper, &big, x, y, width, number);
  else
    yf_paper_place_text (layout->paper, &smaller, x, y + baseline - smaller_baseline, width, number);
  y += height - 1;
  yf_paper_place_text (layout->paper, &text, x, y, width, label);
  if (remark != NULL)
    yf_paper_place_text (layout->paper, &text, x, y + yf_paper_measure (layout->paper, &text, width, label, NULL),
                         width, remark);
}

static void
count_weeks (GArray *weeks,
             int    *n_weeks,
             int    *n_reached,
             int    *n_kept,
             int    *n_intended)
{
  *n_weeks = *n_reached = *n_kept = *n_intended = 0;

  for (guint i = 0; i < weeks->len; i++)
    {
      const YfWeek *week = &g_array_index (weeks, YfWeek, i);

      if (week->partial || week->intended == 0)
        continue;
      (*n_weeks)++;
      *n_reached += week->n_kept >= week->intended;
      *n_kept += week->n_kept;
      *n_intended += week->intended;
    }
}

/* Kept against planned, and how much was done, in figures that are seen from
 * across a desk. */
static void
lay_figures (YfReportLayout *layout)
{
  const YfTotals *totals = yf_progress_get_totals (layout->progress);
  const YfPaperText big = { .style = YF_PAPER_NUMBER };
  const YfPaperText label = { .style = YF_PAPER_SMALL };
  YfPaper *paper = layout->paper;
  double y = yf_paper_get_y (paper);
  double width = yf_paper_get_width (paper);
  double step = (width - 16) / 5;
  double height = yf_paper_measure (paper, &big, width, "0", NULL) +
                  2 * yf_paper_measure (paper, &label, width, _("days kept"), NULL) + 8;
  int n_weeks, n_reached, n_kept, n_intended;
  g_autofree char *numbers[5] = { NULL };
  g_autofree char *labels[5] = { NULL };
  g_autofree char *sets = NULL;

  count_weeks (yf_progress_get_weeks (layout->progress), &n_weeks, &n_reached, &n_kept, &n_intended);
  numbers[0] = n_weeks > 0 ? g_strdup_printf ("%d / %d", n_kept, n_intended) : g_strdup ("–");
  labels[0] = g_strdup (n_weeks > 0 ? _("days kept / intended, in whole weeks") : _("days kept: no whole week yet"));
  numbers[1] = n_weeks > 0 ? g_strdup_printf ("%d / %d", n_reached, n_weeks) : g_strdup ("–");
  labels[1] = g_strdup (n_weeks > 0 ? _("weeks in which they were reached") : _("weeks reached: no whole week yet"));
  numbers[2] = g_strdup_printf ("%d", totals->n_sessions);
  /* Translators: stands under the number of sessions: of those, how many were done to the end */
  labels[2] = g_strdup_printf (ngettext ("session, %d done to the end", "sessions, %d done to the end",
                                         (gulong) totals->n_sessions), totals->n_completed);
  numbers[3] = g_strdup_printf ("%d", totals->n_reps);
  /* Translators: stands under the number of repetitions */
  labels[3] = g_strdup (ngettext ("repetition", "repetitions", (gulong) totals->n_reps));
  /* Translators: stands on a line of its own under the number of repetitions: in how many sets they were done */
  sets = g_strdup_printf (ngettext ("in %d set", "in %d sets", (gulong) totals->n_sets), totals->n_sets);
  numbers[4] = g_strdup_printf ("%d", totals->n_stops);
  labels[4] = g_strdup (ngettext ("time it hurt during an exercise", "times it hurt during an exercise",
                                  (gulong) totals->n_stops));

  yf_paper_place_box (paper, YF_PAPER_TINT, 0, y, width, height);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    lay_figure (layout, 8 + i * step, y + 3, step - 6, numbers[i], labels[i],
                i == 3 ? sets : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_free (g_steal_pointer (&numbers[i]));
      g_free (g_steal_pointer (&labels[i]));
    }
  yf_paper_set_y (paper, y + height + BLOCK_GAP);
}

static char *
describe_median (const YfPainSummary *pain,
                 guint                span,
                 guint                after,
                 guint                leg)
{
  if (pain->n[span][after][leg] == 0)
    return g_strdup ("–");

  /* Translators: a median from 0 to 10, and the number of answers it is from */
  return g_strdup_printf (_("%g (%d)"), pain->twice[span][after][leg] / 2.0, pain->n[span][after][leg]);
}

static void
lay_pain_row (YfReportLayout *layout,
              YfPaperTable   *table,
              const char     *title,
              guint           after,
              guint           leg)
{
  static const YfFindingKind kinds[] = { YF_FINDING_BACK_PAIN, YF_FINDING_LEG_PAIN };
  const YfPainSummary *pain = &layout->pain;
  const YfFinding *finding = yf_report_find_finding (layout, kinds[leg]);
  g_autofree char *first = describe_median (pain, 0, after, leg);
  g_autofree char *last = describe_median (pain, 1, after, leg);

  yf_paper_table_add_row (table);
  yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, title);
  yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL_STRONG, first);
  if (!pain->whole)
    {
      yf_paper_table_add_cell (table, 2, 1, YF_PAPER_CELL_STRONG, last);
      if (after == 0 && finding != NULL)
        yf_paper_table_add_cell (table, 3, 1, YF_PAPER_CELL_STRONG,
                                 yf_report_trend_word (kinds[leg], finding->trend));
    }
  yf_paper_table_end_group (table);
}

static void
lay_pain (YfReportLayout *layout)
{
  const YfPaperColumn columns[] = {
    { _("Median (answers)"), 1.5, PANGO_ALIGN_LEFT },
    { layout->pain.whole ? _("all days") : _("first 14 days"), 1, PANGO_ALIGN_LEFT },
    { _("last 14 days"), 1, PANGO_ALIGN_LEFT },
    { C_("pain", "change"), 1.2, PANGO_ALIGN_LEFT },
  };
  const YfFinding *finding = yf_report_find_finding (layout, YF_FINDING_BACK_PAIN);
  YfPaper *paper = layout->paper;
  YfPaperTable *table;
  int n_better, n_same, n_worse, n_unanswered;
  g_autofree char *mornings = NULL;

  if (finding == NULL)
    finding = yf_report_find_finding (layout, YF_FINDING_LEG_PAIN);

  yf_paper_add_text (paper, &heading, _("Pain, 0 to 10"));
  if (yf_progress_get_pains (layout->progress)->len == 0)
    {
      yf_paper_add_text (paper, &small, _("No answers about pain."));
    }
  else
    {
      table = yf_paper_table_new (paper, columns, layout->pain.whole ? 2 : G_N_ELEMENTS (columns));
      lay_pain_row (layout, table, _("Back, before"), 0, 0);
      lay_pain_row (layout, table, _("Back, after"), 1, 0);
      lay_pain_row (layout, table, _("Leg, before"), 0, 1);
      lay_pain_row (layout, table, _("Leg, after"), 1, 1);
      yf_paper_table_end (table);
      yf_paper_skip (paper, 2);

      if (finding != NULL && finding->source != NULL)
        {
          /* Translators: %s is a citation */
          g_autofree char *source = g_strdup_printf (_("2 points or more are a clear change (%s)."), finding->source);

          yf_paper_add_text (paper, &small, source);
        }
    }

  yf_progress_get_mornings (layout->progress, &n_better, &n_same, &n_worse, &n_unanswered);
  if (n_better + n_same + n_worse > 0)
    {
      const YfPaperText strong = { .style = YF_PAPER_CELL_STRONG, .tag = "P" };

      /* Translators: on how many mornings after a session it was so */
      mornings = g_strdup_printf (_("Next morning: better %d, same %d, worse %d, not answered %d"), n_better, n_same,
                                  n_worse, n_unanswered);
      yf_paper_add_text (paper, &strong, mornings);
    }
  yf_paper_skip (paper, BLOCK_GAP);
}

static void
lay_item (YfReportLayout     *layout,
          const YfReportItem *item)
{
  const YfPaperText strong = { .style = YF_PAPER_CELL_STRONG, .tag = "P" };
  const YfPaperText remark = { .style = YF_PAPER_SMALL, .tag = "P" };
  YfPaper *paper = layout->paper;
  double x = yf_paper_get_x (paper);
  double width = yf_paper_get_frame_width (paper);
  double y = yf_paper_get_y (paper);
  double value_width = item->value != NULL ? MIN (yf_paper_measure_width (paper, &strong, item->value), width / 2) : 0;
  double name_width = width - value_width - 8;
  double name_base;
  double value_base = 0;
  double height = yf_paper_measure (paper, &strong, name_width, item->name, &name_base);

  if (item->value != NULL)
    height = MAX (height, yf_paper_measure (paper, &strong, value_width, item->value, &value_base));

  yf_paper_open (paper, "LI");
  yf_paper_open (paper, "LBody");
  yf_paper_place_text (paper, &strong, x, y + MAX (value_base - name_base, 0), name_width, item->name);
  if (item->value != NULL)
    yf_paper_place_text (paper, &strong, x + width - value_width, y + MAX (name_base - value_base, 0), value_width,
                         item->value);
  y += height;
  if (item->remark != NULL)
    {
      yf_paper_place_text (paper, &remark, x, y, width, item->remark);
      y += yf_paper_measure (paper, &remark, width, item->remark, NULL);
    }
  yf_paper_close (paper, "LBody");
  yf_paper_close (paper, "LI");
  yf_paper_set_y (paper, y + 2.5);
}

static void
lay_list (YfReportLayout   *layout,
          YfReportListKind  kind)
{
  const YfReportList *list = &layout->lists[kind];
  YfPaper *paper = layout->paper;
  guint left = list->items->len - list->shown;

  yf_paper_add_text (paper, &heading, list->title);
  if (list->items->len == 0)
    yf_paper_add_text (paper, &small, list->none);

  if (list->shown > 0)
    {
      yf_paper_open (paper, "L");
      for (guint i = 0; i < list->shown; i++)
        lay_item (layout, g_ptr_array_index (list->items, i));
      yf_paper_close (paper, "L");
    }
  if (left > 0)
    {
      YfPaperText how = { .style = YF_PAPER_SMALL, .tag = "P" };
      guint page = yf_paper_find_target (paper, list->id);
      /* Translators: the end of a list that was cut: how many are left out, and the number of the page where they are */
      g_autofree char *more = g_strdup_printf (ngettext ("and %1$u more, see page %2$u",
                                                         "and %1$u more, see page %2$u", left), left, page);

      how.link = page > 0 ? list->id : NULL;
      yf_paper_add_text (paper, &how, more);
    }
  yf_paper_skip (paper, BLOCK_GAP);
}

/* What stands at the foot of the page, and how high it is. */
static double
lay_foot (YfReportLayout *layout,
          gboolean        place)
{
  const YfTotals *totals = yf_progress_get_totals (layout->progress);
  YfPaper *paper = layout->paper;
  double width = yf_paper_get_width (paper);
  double height = 0;
  guint page = yf_paper_find_target (paper, "changes");
  g_autofree char *edited = NULL;
  const char *texts[2] = {
    NULL,
    _("Yanfei does not diagnose and does not replace a clinician. All of this is what the person did and said; "
      "nobody has checked it."),
  };

  if (layout->log->edits->len > 0)
    edited = totals->n_edited > 0
               /* Translators: a footnote: how many entries, and the number of a page */
               ? g_strdup_printf (ngettext ("* %1$d entry was corrected or written down afterwards; it is marked in the "
                                            "log. What was changed: page %2$u.",
                                            "* %1$d entries were corrected or written down afterwards; they are marked "
                                            "in the log. What was changed: page %2$u.", (gulong) totals->n_edited),
                                  totals->n_edited, page)
               : g_strdup_printf (_("* Entries were taken out of the log. What was changed: page %u."), page);
  texts[0] = edited;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      height += yf_paper_measure (paper, &small, width, texts[i], NULL) + 1;

  if (place)
    {
      double y = yf_paper_get_height (paper) - height;

      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        if (texts[i] != NULL)
          {
            YfPaperText how = small;

            how.link = i == 0 && page > 0 ? "changes" : NULL;
            yf_paper_place_text (paper, &how, 0, y, width, texts[i]);
            y += yf_paper_measure (paper, &small, width, texts[i], NULL) + 1;
          }
    }

  return height + 6;
}

/* The pain over the days, where there is room left: below everything, or below
 * the shorter column. */
static void
lay_chart (YfReportLayout *layout,
           const double    ends[2],
           double          bottom)
{
  YfPaper *paper = layout->paper;
  g_autoptr (YfChart) chart = yf_chart_new (YF_CHART_PAIN, layout->progress);
  double width = yf_paper_get_width (paper);
  double column = (width - GUTTER) / 2;
  guint shorter = ends[1] < ends[0] ? 1 : 0;
  double end = MAX (ends[0], ends[1]);
  double height;

  /* Of a single day the table above has said it all. */
  if (yf_chart_is_empty (chart) ||
      yf_progress_get_from (layout->progress) == yf_progress_get_to (layout->progress))
    return;

  height = yf_paper_measure_chart (paper, chart, width);
  if (bottom - end >= height)
    {
      yf_paper_place_chart (paper, chart, 0, end, width, MIN (bottom - end, MAX (height, MAX_CHART)));
      return;
    }

  height = yf_paper_measure_chart (paper, chart, column);
  if (bottom - ends[shorter] >= height)
    yf_paper_place_chart (paper, chart, shorter * (column + GUTTER), ends[shorter], column,
                          MIN (bottom - ends[shorter], MAX (height, MAX_CHART)));
}

/* Lays the page out as the lists are cut now; says by how much each column
 * is too long. */
static void
try_overview (YfReportLayout *layout,
              double          over[2])
{
  static const YfReportListKind left[] = { YF_REPORT_LIST_DOSES, YF_REPORT_LIST_OUTCOMES };
  static const YfReportListKind right[] = {
    YF_REPORT_LIST_FLAGS, YF_REPORT_LIST_PROVOCATIONS, YF_REPORT_LIST_CLEARANCES,
  };
  YfPaper *paper = layout->paper;
  double column = (yf_paper_get_width (paper) - GUTTER) / 2;
  double bottom = yf_paper_get_height (paper) - lay_foot (layout, FALSE);
  double ends[2];
  double top;

  yf_paper_clear_page (paper, 0);
  yf_paper_add_target (paper, "overview");
  yf_report_lay_person (layout);
  lay_figures (layout);
  yf_report_lay_plan_lines (layout);

  top = yf_paper_get_y (paper);
  yf_paper_set_frame (paper, 0, column);
  lay_pain (layout);
  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    lay_list (layout, left[i]);
  ends[0] = yf_paper_get_y (paper);

  yf_paper_set_frame (paper, column + GUTTER, column);
  yf_paper_set_y (paper, top);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    lay_list (layout, right[i]);
  ends[1] = yf_paper_get_y (paper);

  for (guint side = 0; side < 2; side++)
    over[side] = ends[side] - BLOCK_GAP - bottom;
  lay_chart (layout, ends, bottom);
  lay_foot (layout, TRUE);
}

static gboolean
cut_longest (YfReportLayout *layout,
             guint           side)
{
  static const guint first[] = { YF_REPORT_LIST_DOSES, YF_REPORT_LIST_FLAGS };
  static const guint end[] = { YF_REPORT_LIST_FLAGS, YF_N_REPORT_LISTS };

  for (int spare = 1; spare >= 0; spare--)
    {
      YfReportList *longest = NULL;

      for (guint i = first[side]; i < end[side]; i++)
        {
          YfReportList *list = &layout->lists[i];

          if (list->shown <= (spare ? list->least : 0))
            continue;
          /* The second time nothing may go that stands nowhere else. */
          if (layout->settled && yf_paper_find_target (layout->paper, list->id) == 0)
            continue;
          if (longest == NULL || list->shown > longest->shown)
            longest = list;
        }
      if (longest != NULL)
        {
          longest->shown--;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * yf_report_lay_overview:
 * @layout: a report that is being laid out
 *
 * Fills the first page. To be done twice: first to know what must stand on later
 * pages, and then, when those are there, with their numbers.
 */
void
yf_report_lay_overview (YfReportLayout *layout)
{
  double over[2];
  gboolean cut;

  do
    {
      cut = FALSE;
      try_overview (layout, over);
      for (guint side = 0; side < 2; side++)
        if (over[side] > 0 && cut_longest (layout, side))
          cut = TRUE;
    }
  while (cut);
}
