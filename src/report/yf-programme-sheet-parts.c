/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-dose-words.h"
#include "yf-programme-sheet-private.h"
#include "yf-programme-words.h"

/* The parts of a sheet. */

#define MARK           26.0
#define PICTURE_WIDTH  118.0
#define PICTURE_HEIGHT 78.0
#define GUTTER         12.0
#define GAP            2.5
#define BLOCK_GAP      9.0
#define RULE           0.4

/* The boxes to tick. */
#define N_WEEKS        2
#define N_DAYS         (N_WEEKS * 7)
#define DAY_WIDTH      19.0
#define WEEK_GAP       7.0
#define BOX            7.0
#define BOX_GAP        2.0
#define BOXES_A_LINE   2

static const YfPaperText title = { .style = YF_PAPER_TITLE, .tag = "H1" };
static const YfPaperText chapter = { .style = YF_PAPER_CHAPTER, .tag = "H2" };
static const YfPaperText heading = { .style = YF_PAPER_HEADING, .tag = "H2" };
static const YfPaperText strong = { .style = YF_PAPER_STRONG, .tag = "P" };
static const YfPaperText body = { .style = YF_PAPER_BODY, .tag = "P" };
static const YfPaperText small = { .style = YF_PAPER_SMALL, .tag = "P" };

/* A piece of text and how it is set. */
typedef struct
{
  const YfPaperText *how;
  char              *text;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, line_clear);

  return lines;
}

/* Takes @text. */
static void
add_line (GArray            *lines,
          const YfPaperText *how,
          char              *text)
{
  const Line line = { how, text };

  g_array_append_val (lines, line);
}

static char *
quote (const char *note)
{
  /* Translators: the clinician's own words */
  return g_strdup_printf (_("“%s”"), note);
}

static double
measure (YfPaper *paper,
         GArray  *lines,
         double   width)
{
  double height = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      height += yf_paper_measure (paper, line->how, width, line->text, NULL) + GAP;
    }

  return height;
}

static void
place (YfPaper *paper,
       GArray  *lines,
       double   x,
       double   y,
       double   width)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      yf_paper_place_text (paper, line->how, x, y, width, line->text);
      y += yf_paper_measure (paper, line->how, width, line->text, NULL) + GAP;
    }
}

/* A heading stays with what is under it. */
static void
lay_heading (YfPaper    *paper,
             const char *text,
             double      below)
{
  double height = yf_paper_measure (paper, &chapter, yf_paper_get_width (paper), text, NULL);

  yf_paper_skip (paper, BLOCK_GAP);
  if (yf_paper_get_y (paper) > 0 && yf_paper_get_left (paper) < height + GAP + below)
    yf_paper_begin_page (paper);
  yf_paper_add_text (paper, &chapter, text);
  yf_paper_skip (paper, GAP);
}

void
yf_sheet_lay_head (YfSheetLayout *layout)
{
  YfPaper *paper = layout->paper;
  GPtrArray *notes = yf_programme_get_notes (layout->programme);
  g_autofree char *date = yf_day_to_display (yf_programme_get_date (layout->programme));
  g_autofree char *days = yf_programme_dup_days_text (layout->programme);
  /* Translators: on a printed sheet: a clinician; a date */
  g_autofree char *given = g_strdup_printf (_("Given by %s on %s"), yf_programme_get_clinician (layout->programme), date);

  yf_paper_place_mark (paper, 0, 0, MARK);
  yf_paper_set_frame (paper, MARK + GUTTER, yf_paper_get_width (paper) - MARK - GUTTER);
  yf_paper_add_text (paper, &title, yf_programme_get_name (layout->programme));
  yf_paper_add_text (paper, &body, given);
  yf_paper_add_text (paper, &body, days);
  yf_paper_set_frame (paper, 0, yf_paper_get_width (paper));
  yf_paper_skip (paper, GAP);
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *note = quote (g_ptr_array_index (notes, i));

      yf_paper_add_text (paper, &strong, note);
    }
}

static GArray *
list_item (YfSheetLayout         *layout,
           guint                  number,
           const YfProgrammeItem *item)
{
  GArray *lines = new_lines ();
  GPtrArray *steps = yf_exercise_get_steps (item->exercise);
  g_autoptr (GPtrArray) remarks = yf_programme_list_item_remarks (item);
  g_autofree char *cap = yf_dose_to_words (item->exercise, &item->cap);

  /* Translators: on a printed sheet: the number of an exercise, and its name */
  add_line (lines, &heading, g_strdup_printf (_("%u. %s"), number, yf_exercise_get_name (item->exercise)));
  add_line (lines, &strong, yf_dose_to_words (item->exercise, &item->dose));
  if (!yf_dose_equal (&item->dose, &item->cap))
    /* Translators: a dose such as “2 sets of 10 repetitions, hold 3 seconds” */
    add_line (lines, &small, g_strdup_printf (_("Never more than %s."), cap));
  for (guint i = 0; i < remarks->len; i++)
    add_line (lines, &small, g_strdup (g_ptr_array_index (remarks, i)));
  for (guint i = 0; i < item->notes->len; i++)
    add_line (lines, &strong, quote (g_ptr_array_index (item->notes, i)));
  for (guint i = 0; i < steps->len; i++)
    add_line (lines, &body, g_strdup_printf ("%u  %s", i + 1, yf_note_get_text (g_ptr_array_index (steps, i))));

  return lines;
}

static void
add_picture (YfSheetLayout *layout,
             YfExercise    *exercise,
             double         y)
{
  YfSheetPicture picture = {
    .page = yf_paper_get_n_pages (layout->paper) - 1,
    .figure = yf_figure_new (layout->catalogue, exercise),
    .y = y,
    .width = PICTURE_WIDTH,
    .height = PICTURE_HEIGHT,
  };

  picture.key = yf_figure_get_main_key (picture.figure);
  g_array_append_val (layout->pictures, picture);
}

void
yf_sheet_lay_items (YfSheetLayout *layout)
{
  YfPaper *paper = layout->paper;
  GPtrArray *items = yf_programme_get_items (layout->programme);
  double x = PICTURE_WIDTH + GUTTER;
  double width = yf_paper_get_width (paper) - x;

  if (items->len > 0)
    lay_heading (paper, _("To be done"), PICTURE_HEIGHT);

  for (guint i = 0; i < items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (items, i);
      g_autoptr (GArray) lines = list_item (layout, i + 1, item);
      double height = MAX (measure (paper, lines, width), PICTURE_HEIGHT);
      double top;

      if (yf_paper_get_y (paper) > 0 && height > yf_paper_get_left (paper))
        yf_paper_begin_page (paper);

      top = yf_paper_get_y (paper);
      add_picture (layout, item->exercise, top);
      if (height <= yf_paper_get_left (paper))
        {
          place (paper, lines, x, top, width);
          yf_paper_set_y (paper, top + height);
        }
      else
        {
          /* Longer than a page: a clinician's notes may be. */
          yf_paper_set_frame (paper, x, width);
          for (guint j = 0; j < lines->len; j++)
            {
              const Line *line = &g_array_index (lines, Line, j);

              yf_paper_add_text (paper, line->how, line->text);
              yf_paper_set_frame (paper, x, width);
            }
          yf_paper_set_frame (paper, 0, yf_paper_get_width (paper));
        }
      yf_paper_skip (paper, BLOCK_GAP);
    }
}

static void
lay_list (YfPaper    *paper,
          const char *name,
          GArray     *lines)
{
  double width = yf_paper_get_width (paper);

  if (lines->len == 0)
    return;

  lay_heading (paper, name, MIN (measure (paper, lines, width), yf_paper_get_height (paper) / 3));
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      yf_paper_add_text (paper, line->how, line->text);
    }
}

static void
lay_texts (YfPaper           *paper,
           const char        *name,
           const YfPaperText *how,
           GPtrArray         *texts)
{
  g_autoptr (GArray) lines = new_lines ();

  for (guint i = 0; i < texts->len; i++)
    add_line (lines, how, g_strdup (g_ptr_array_index (texts, i)));
  lay_list (paper, name, lines);
}

/* What matters most when something is wrong, before what is read once. */
void
yf_sheet_lay_lists (YfSheetLayout *layout)
{
  GPtrArray *bans = yf_programme_get_bans (layout->programme);
  g_autoptr (GArray) lines = new_lines ();
  g_autoptr (GPtrArray) pain = yf_programme_list_pain (layout->programme);
  g_autoptr (GPtrArray) clearances = yf_programme_list_clearances (layout->programme, layout->catalogue);

  for (guint i = 0; i < bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (bans, i);

      add_line (lines, &strong, g_strdup (yf_programme_get_exercise_name (layout->programme, layout->catalogue,
                                                                         ban->exercise)));
      if (ban->note != NULL)
        add_line (lines, &body, quote (ban->note));
    }
  lay_list (layout->paper, _("Not to be done"), lines);

  /* Yanfei says so of every exercise. */
  g_ptr_array_insert (pain, 0, g_strdup (_("If a movement hurts, stop it at once.")));
  lay_texts (layout->paper, _("Pain"), &strong, pain);
  lay_texts (layout->paper, _("Allowed by the clinician"), &body, clearances);
}

static void
place_outline (YfPaper *paper,
               double   x,
               double   y)
{
  yf_paper_place_box (paper, YF_PAPER_ACCENT, x, y, BOX, RULE);
  yf_paper_place_box (paper, YF_PAPER_ACCENT, x, y + BOX - RULE, BOX, RULE);
  yf_paper_place_box (paper, YF_PAPER_ACCENT, x, y, RULE, BOX);
  yf_paper_place_box (paper, YF_PAPER_ACCENT, x + BOX - RULE, y, RULE, BOX);
}

/* As many boxes as times a day, beside and below each other. */
static void
place_boxes (YfPaper *paper,
             double   x,
             double   y,
             int      times)
{
  for (int i = 0; i < times; i++)
    place_outline (paper, x + i % BOXES_A_LINE * (BOX + BOX_GAP), y + i / BOXES_A_LINE * (BOX + BOX_GAP));
}

/* Where the boxes of a day begin. */
static double
get_day_x (double x,
           guint  day)
{
  return x + day * DAY_WIDTH + day / 7 * WEEK_GAP;
}

static gboolean
is_on (const YfProgrammeSchedule *schedule,
       guint                      weekday)
{
  return schedule->weekdays == 0 || (schedule->weekdays & (1u << weekday)) != 0;
}

static void
lay_days (YfPaper *paper,
          double   x)
{
  static const YfPaperText week = { .style = YF_PAPER_CELL_HEAD, .align = PANGO_ALIGN_LEFT, .tag = "P" };
  static const YfPaperText day = { .style = YF_PAPER_CELL_HEAD, .align = PANGO_ALIGN_LEFT, .max_lines = 1, .tag = "P" };
  double y = yf_paper_get_y (paper);
  double height = yf_paper_measure (paper, &week, 7 * DAY_WIDTH, _("First week"), NULL);

  yf_paper_place_text (paper, &week, x, y, 7 * DAY_WIDTH, _("First week"));
  yf_paper_place_text (paper, &week, get_day_x (x, 7), y, 7 * DAY_WIDTH, _("Second week"));
  y += height + GAP;
  for (guint i = 0; i < N_DAYS; i++)
    yf_paper_place_text (paper, &day, get_day_x (x, i), y, DAY_WIDTH, yf_programme_get_weekday_name (i % 7));
  yf_paper_set_y (paper, y + yf_paper_measure (paper, &day, DAY_WIDTH, "X", NULL) + GAP);
}

/**
 * yf_sheet_lay_calendar:
 * @layout: a sheet
 *
 * Lays two weeks of boxes to tick: one for each time that an exercise is to be done
 * on a day. Where the days are free, every day has them.
 */
void
yf_sheet_lay_calendar (YfSheetLayout *layout)
{
  YfPaper *paper = layout->paper;
  GPtrArray *items = yf_programme_get_items (layout->programme);
  const YfProgrammeSchedule *schedule = yf_programme_get_schedule (layout->programme);
  g_autoptr (GPtrArray) texts = yf_programme_list_schedule (schedule);
  double x = yf_paper_get_width (paper) - N_DAYS * DAY_WIDTH - WEEK_GAP;
  double name_width = x - GUTTER;
  int times = MAX (schedule->times_a_day, 1);
  double boxes = (times + BOXES_A_LINE - 1) / BOXES_A_LINE * (BOX + BOX_GAP);

  if (items->len == 0)
    {
      if (texts->len > 0)
        lay_texts (paper, _("How often"), &body, texts);
      return;
    }

  lay_heading (paper, _("How often"), 4 * (boxes + 2 * BLOCK_GAP));
  for (guint i = 0; i < texts->len; i++)
    yf_paper_add_text (paper, &strong, g_ptr_array_index (texts, i));
  yf_paper_add_text (paper, &small, _("Tick a box each time you have done it."));
  yf_paper_skip (paper, GAP);

  lay_days (paper, x);
  for (guint i = 0; i < items->len; i++)
    {
      const YfProgrammeItem *item = g_ptr_array_index (items, i);
      const char *name = yf_exercise_get_name (item->exercise);
      double height = MAX (yf_paper_measure (paper, &small, name_width, name, NULL), boxes);
      double y;

      if (height + GAP > yf_paper_get_left (paper))
        {
          yf_paper_begin_page (paper);
          lay_days (paper, x);
        }

      y = yf_paper_get_y (paper);
      yf_paper_place_box (paper, YF_PAPER_GRID, 0, y, yf_paper_get_width (paper), RULE);
      y += GAP;
      yf_paper_place_text (paper, &small, 0, y, name_width, name);
      for (guint j = 0; j < N_DAYS; j++)
        if (is_on (schedule, j % 7))
          place_boxes (paper, get_day_x (x, j), y + 1.5, times);
      yf_paper_set_y (paper, y + height + GAP);
    }
}
