/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-report-pages-private.h"

/* What the plan did: its changes with their reasons, those of the person, the programmes
 * that were followed, reminders and breaks from sitting. */

#define LINE_GAP  9.0
#define TABLE_GAP 10.0

static const YfPaperText heading = { .style = YF_PAPER_HEADING, .tag = "H2" };

/* Neither goes over more than two lines: the reasons are what is cut. */
static void
add_line (YfReportLayout *layout,
          const char     *text,
          const int       reasons[YF_N_SKIP_REASONS])
{
  const YfPaperText how = { .style = YF_PAPER_CELL, .max_lines = 2, .tag = "P", .link = "plan" };
  g_autofree char *why = yf_progress_describe_reasons (reasons);
  g_autofree char *line = *why != '\0' ? g_strdup_printf ("%s · %s", text, why) : g_strdup (text);

  yf_paper_add_text (layout->paper, &how, line);
}

/**
 * yf_report_lay_plan_lines:
 * @layout: a report that is being laid out
 *
 * Puts on the first page how reminders and breaks were answered, in a line each
 * where there are any.
 */
void
yf_report_lay_plan_lines (YfReportLayout *layout)
{
  const YfReminderCounts *reminders = yf_progress_get_reminders (layout->progress);
  const YfBreakCounts *breaks = yf_progress_get_breaks (layout->progress);

  if (reminders->n_days > 0)
    {
      /* Translators: on how many days there was a reminder, on how many of these a session followed, and how often
       * “not today” was said */
      g_autofree char *text = g_strdup_printf (ngettext ("Reminders on %1$d day: a session followed on %2$d; "
                                                         "“not today” %3$d",
                                                         "Reminders on %1$d days: a session followed on %2$d; "
                                                         "“not today” %3$d", (gulong) reminders->n_days),
                                               reminders->n_days, reminders->n_days_trained, reminders->n_not_today);

      add_line (layout, text, reminders->reasons);
    }
  if (breaks->n_offered > 0)
    {
      /* Translators: breaks from sitting: how many were offered, done, done in part, skipped, not answered */
      g_autofree char *text = g_strdup_printf (_("Breaks from sitting: %1$d offered, %2$d done, %3$d in part, "
                                                 "%4$d skipped, %5$d not answered"),
                                               breaks->n_offered, breaks->n_done, breaks->n_partly, breaks->n_skipped,
                                               breaks->n_unanswered);

      add_line (layout, text, breaks->reasons);
    }
  if (reminders->n_days > 0 || breaks->n_offered > 0)
    yf_paper_skip (layout->paper, LINE_GAP);
}

/* A heading, with a start of what follows on the same page. */
static void
begin_section (YfReportLayout *layout,
               int            *chapter,
               const char     *title)
{
  YfPaper *paper = layout->paper;

  if (*chapter < 0)
    *chapter = yf_report_lay_chapter (layout, _("Plan"), "plan");
  else if (yf_paper_get_left (paper) < 90)
    yf_paper_begin_page (paper);
  else
    yf_paper_skip (paper, TABLE_GAP);
  yf_paper_add_bookmark (paper, title, *chapter);
  yf_paper_add_text (paper, &heading, title);
}

static YfPaperTable *
begin_table (YfReportLayout      *layout,
             int                 *chapter,
             const char          *title,
             const YfPaperColumn *columns,
             guint                n_columns)
{
  begin_section (layout, chapter, title);

  return yf_paper_table_new (layout->paper, columns, n_columns);
}

static void
add_number (YfPaperTable *table,
            guint         column,
            int           number)
{
  char text[12];

  g_snprintf (text, sizeof text, "%d", number);
  yf_paper_table_add_cell (table, column, 1, YF_PAPER_CELL, text);
}

static void
lay_programmes (YfReportLayout *layout,
                int            *chapter)
{
  const YfPaperColumn columns[] = {
    { C_("column of programmes", "In force"), 2, PANGO_ALIGN_LEFT },
    { C_("column of programmes", "Programme"), 3, PANGO_ALIGN_LEFT },
    { C_("column of programmes", "Clinician"), 2.2, PANGO_ALIGN_LEFT },
    { C_("column of programmes", "Version of"), 1.2, PANGO_ALIGN_LEFT },
    { C_("column of programmes", "Sessions"), 1, PANGO_ALIGN_LEFT },
  };
  GPtrArray *programmes = yf_progress_get_programmes (layout->progress);
  YfPaperTable *table;

  if (programmes->len == 0)
    return;

  table = begin_table (layout, chapter, _("Programmes followed"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < programmes->len; i++)
    {
      const YfProgrammePeriod *period = g_ptr_array_index (programmes, i);
      g_autofree char *from = yf_day_to_string (period->from);
      g_autofree char *until = period->until != YF_DAY_NONE ? yf_day_to_string (period->until) : NULL;
      /* Translators: %s is a date: from when on a programme has been followed */
      g_autofree char *when = until != NULL ? g_strdup_printf (_("%s to %s"), from, until)
                                            : g_strdup_printf (_("since %s"), from);

      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, when);
      if (period->programme != NULL)
        {
          g_autofree char *clinician = yf_report_clinician_text (layout,
                                                                 yf_programme_get_clinician (period->programme));
          g_autofree char *date = yf_day_to_string (yf_programme_get_date (period->programme));

          if (!yf_report_get_anonymous (layout->report))
            yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL_STRONG, yf_programme_get_name (period->programme));
          yf_paper_table_add_cell (table, 2, 1, YF_PAPER_CELL, clinician);
          yf_paper_table_add_cell (table, 3, 1, YF_PAPER_CELL, date);
        }
      else
        {
          yf_paper_table_add_cell (table, 1, 3, YF_PAPER_CELL, _("This Yanfei cannot read this programme."));
        }
      add_number (table, 4, period->n_sessions);
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}

/* A report of everything begins on the day of the first entry; the episode may have
 * begun before, and the stage of the first day with it. */
static GPtrArray *
get_changes (YfReportLayout *layout)
{
  return layout->log->from == YF_DAY_NONE ? yf_progress_get_all_plan_changes (layout->progress)
                                          : yf_progress_get_plan_changes (layout->progress);
}

static void
lay_changes (YfReportLayout *layout,
             int            *chapter)
{
  const YfPaperColumn columns[] = {
    { C_("column of doses", "From"), 1.2, PANGO_ALIGN_LEFT },
    { C_("column of the plan’s changes", "Of what"), 2.4, PANGO_ALIGN_LEFT },
    { C_("column of the plan’s changes", "What changed, and why"), 6, PANGO_ALIGN_LEFT },
  };
  GPtrArray *changes = get_changes (layout);
  YfPaperTable *table;

  if (changes->len == 0)
    return;

  table = begin_table (layout, chapter, _("Changes of stage and dose, with their reasons"), columns,
                       G_N_ELEMENTS (columns));
  for (guint i = 0; i < changes->len; i++)
    {
      const YfPlanChange *change = g_ptr_array_index (changes, i);
      g_autofree char *day = yf_day_to_string (change->day);
      g_autofree char *stage = NULL;

      if (change->stage != NULL)
        /* Translators: two stages of an episode: before and from then on */
        stage = g_strdup_printf (_("Stage: %1$s → %2$s"), yf_stage_get_name (change->stage->from),
                                 yf_stage_get_name (change->stage->to));

      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, day);
      yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL_STRONG,
                               stage != NULL ? stage
                                             : yf_progress_get_exercise_name (layout->progress, change->exercise));
      yf_paper_table_add_cell (table, 2, 1, YF_PAPER_CELL, change->text);
      if (change->withdrawn)
        yf_paper_table_add_remark (table, 2, _("Withdrawn: an entry it rests on was corrected. It does not count."));
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}

/* What a person wished of a day may have been changed on the same day: the latest
 * counts. */
static gboolean
is_latest (GPtrArray *wishes,
           guint      index)
{
  const YfWishRecord *record = g_ptr_array_index (wishes, index);
  const YfWishRecord *next = index + 1 < wishes->len ? g_ptr_array_index (wishes, index + 1) : NULL;

  return next == NULL ||
         yf_day_from_moment (next->at, next->utc_offset) != yf_day_from_moment (record->at, record->utc_offset);
}

/* How often the person did not take the plan of a day as it was. In which order they
 * did it says nothing to a clinician. */
static void
lay_wishes (YfReportLayout *layout,
            int            *chapter)
{
  const YfPaperText how = { .style = YF_PAPER_CELL, .tag = "P" };
  GPtrArray *wishes = layout->log->wishes;
  g_autofree char *text = NULL;
  int n_days = 0;
  int n_left_out = 0;
  int n_added = 0;

  for (guint i = 0; i < wishes->len; i++)
    {
      GArray *one = ((const YfWishRecord *) g_ptr_array_index (wishes, i))->wishes;
      gboolean any = FALSE;

      for (guint j = 0; j < one->len && is_latest (wishes, i); j++)
        {
          YfWishKind kind = g_array_index (one, YfWish, j).kind;

          n_left_out += kind == YF_WISH_LEAVE_OUT;
          n_added += kind == YF_WISH_ADD;
          any |= kind != YF_WISH_ORDER;
        }
      n_days += any;
    }

  if (n_days == 0)
    return;

  begin_section (layout, chapter, _("Changed by the person"));
  /* Translators: on how many days the person left exercises out of the plan of the day or added some, and how many in
   * all, an exercise on two days counting twice */
  text = g_strdup_printf (ngettext ("On %1$d day the person changed what the plan held: left out %2$d, added %3$d.",
                                    "On %1$d days the person changed what the plan held: left out %2$d, added %3$d.",
                                    (gulong) n_days), n_days, n_left_out, n_added);
  yf_paper_add_text (layout->paper, &how, text);
}

static gboolean
has_declared (GArray *flares)
{
  for (guint i = 0; i < flares->len; i++)
    if (g_array_index (flares, YfFlareDay, i).declared != NULL)
      return TRUE;

  return FALSE;
}

/* Those that the pain scores show are in the chart of pain; alone they are no
 * chapter. */
static void
lay_flares (YfReportLayout *layout,
            int            *chapter)
{
  const YfPaperColumn columns[] = {
    { C_("column of flares", "Day"), 1.2, PANGO_ALIGN_LEFT },
    { C_("column of flares", "How it is known"), 8, PANGO_ALIGN_LEFT },
  };
  GArray *flares = yf_progress_get_flares (layout->progress);
  YfPaperTable *table;

  if (flares->len == 0 || (*chapter < 0 && !has_declared (flares)))
    return;

  table = begin_table (layout, chapter, _("Days with a flare"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < flares->len; i++)
    {
      const YfFlareDay *flare = &g_array_index (flares, YfFlareDay, i);
      g_autofree char *day = yf_day_to_string (flare->day);

      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, day);
      yf_paper_table_add_cell (table, 1, 1, YF_PAPER_CELL,
                               flare->declared == NULL ? _("By the pain scores")
                               : flare->measured == NULL ? _("Declared by the person")
                                                         : _("Declared by the person, and by the pain scores"));
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}

/* Which is asked where the reminders are, and is part of the log of sessions. */
static void
lay_mornings (YfReportLayout *layout)
{
  const YfPaperText how = { .style = YF_PAPER_SMALL, .tag = "P" };
  const YfReminderCounts *counts = yf_progress_get_reminders (layout->progress);
  g_autofree char *text = NULL;

  if (counts->n_mornings == 0)
    return;

  /* Translators: how often a notification asked how the morning after a session was, and how often it was
   * answered */
  text = g_strdup_printf (ngettext ("The question of the next morning was shown %1$d time, and answered there %2$d "
                                    "time.",
                                    "The question of the next morning was shown %1$d times, and answered there %2$d "
                                    "times.", (gulong) counts->n_mornings),
                          counts->n_mornings, counts->n_mornings_told);
  yf_paper_skip (layout->paper, 2);
  yf_paper_add_text (layout->paper, &how, text);
}

static void
lay_reminders (YfReportLayout *layout,
               int            *chapter)
{
  const YfPaperColumn columns[] = {
    { C_("column of reminders", "Week of"), 1.3, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Days reminded"), 1.1, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Session followed"), 1.1, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Shown"), 0.9, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Start pressed"), 1, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Not answered"), 1.1, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Not today"), 0.9, PANGO_ALIGN_LEFT },
    { C_("column of reminders", "Why not"), 3, PANGO_ALIGN_LEFT },
  };
  GArray *weeks = yf_progress_get_weeks (layout->progress);
  YfPaperTable *table;

  if (yf_progress_get_reminders (layout->progress)->n_shown + yf_progress_get_reminders (layout->progress)->n_mornings == 0)
    return;

  table = begin_table (layout, chapter, _("Reminders, by week"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < weeks->len; i++)
    {
      const YfWeek *week = &g_array_index (weeks, YfWeek, i);
      const YfReminderCounts *counts = &week->reminders;
      g_autofree char *monday = yf_day_to_string (week->monday);
      g_autofree char *reasons = yf_progress_describe_reasons (counts->reasons);

      if (counts->n_shown == 0)
        continue;
      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, monday);
      add_number (table, 1, counts->n_days);
      add_number (table, 2, counts->n_days_trained);
      add_number (table, 3, counts->n_shown);
      add_number (table, 4, counts->n_start);
      add_number (table, 5, counts->n_unanswered);
      add_number (table, 6, counts->n_not_today);
      yf_paper_table_add_cell (table, 7, 1, YF_PAPER_CELL, reasons);
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
  lay_mornings (layout);
}

static void
lay_breaks (YfReportLayout *layout,
            int            *chapter)
{
  const YfPaperColumn columns[] = {
    { C_("column of breaks", "Week of"), 1.3, PANGO_ALIGN_LEFT },
    { C_("column of breaks", "Offered"), 1, PANGO_ALIGN_LEFT },
    { C_("column of breaks", "Done"), 1, PANGO_ALIGN_LEFT },
    { C_("column of breaks", "In part"), 1, PANGO_ALIGN_LEFT },
    { C_("column of breaks", "Not answered"), 1.1, PANGO_ALIGN_LEFT },
    { C_("column of breaks", "Skipped"), 1, PANGO_ALIGN_LEFT },
    { C_("column of breaks", "Why"), 4, PANGO_ALIGN_LEFT },
  };
  GArray *weeks = yf_progress_get_weeks (layout->progress);
  YfPaperTable *table;

  if (yf_progress_get_breaks (layout->progress)->n_offered == 0)
    return;

  table = begin_table (layout, chapter, _("Breaks from sitting, by week"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < weeks->len; i++)
    {
      const YfWeek *week = &g_array_index (weeks, YfWeek, i);
      const YfBreakCounts *counts = &week->breaks;
      g_autofree char *monday = yf_day_to_string (week->monday);
      g_autofree char *reasons = yf_progress_describe_reasons (counts->reasons);

      if (counts->n_offered == 0)
        continue;
      yf_paper_table_add_row (table);
      yf_paper_table_add_cell (table, 0, 1, YF_PAPER_CELL, monday);
      add_number (table, 1, counts->n_offered);
      add_number (table, 2, counts->n_done);
      add_number (table, 3, counts->n_partly);
      add_number (table, 4, counts->n_unanswered);
      add_number (table, 5, counts->n_skipped);
      yf_paper_table_add_cell (table, 6, 1, YF_PAPER_CELL, reasons);
      yf_paper_table_end_group (table);
    }
  yf_paper_table_end (table);
}

/**
 * yf_report_lay_plan:
 * @layout: a report that is being laid out
 *
 * Puts on pages of their own what the plan changed and why, what the person
 * changed, which programmes were followed, the days with a flare, and how reminders
 * and breaks from sitting were answered, week by week.
 */
void
yf_report_lay_plan (YfReportLayout *layout)
{
  int chapter = -1;

  lay_programmes (layout, &chapter);
  lay_changes (layout, &chapter);
  lay_wishes (layout, &chapter);
  lay_flares (layout, &chapter);
  lay_reminders (layout, &chapter);
  lay_breaks (layout, &chapter);
}
