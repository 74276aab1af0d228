/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-xlsx-sheet.h"

#include <glib/gi18n-lib.h>

/* Where the charts are, and how large, in pixels: beside what has two columns,
 * one under the other. What has more columns begins under both. */
#define CHART_COLUMN 2
#define CHART_WIDTH 720
#define CHART_HEIGHT 280
#define CHART_ROWS 15
#define BELOW_CHARTS (1 + 2 * CHART_ROWS)

#define COLUMN_WIDTH 42

/* More answers than this are told by the line alone. */
#define MAX_MARKERS 200

/* Told apart by hue, lightness and marker. */
#define BACK_COLOR 0x1C5D99
#define LEG_COLOR  0xC8641B
#define KEPT_COLOR 0x2B6E5E
#define MEANT_COLOR 0xB5C9C3

static void
write_label (YfXlsxSheet *sheet,
             const char  *label)
{
  yf_xlsx_sheet_styled (sheet, label, sheet->xlsx->label);
}

static void
write_fact (YfXlsxSheet *sheet,
            const char  *label,
            const char  *text)
{
  write_label (sheet, label);
  yf_xlsx_sheet_text (sheet, text);
  yf_xlsx_sheet_next (sheet);
}

static void
write_count (YfXlsxSheet *sheet,
             const char  *label,
             gint64       value)
{
  write_label (sheet, label);
  yf_xlsx_sheet_int (sheet, value);
  yf_xlsx_sheet_next (sheet);
}

static void
write_day (YfXlsxSheet *sheet,
           const char  *label,
           YfDay        day)
{
  write_label (sheet, label);
  yf_xlsx_sheet_day (sheet, day);
  yf_xlsx_sheet_next (sheet);
}

static void
write_person (YfXlsxSheet *sheet)
{
  YfReport *report = sheet->xlsx->report;
  const YfProfile *profile = yf_report_get_log (report)->profile;
  gint64 made = yf_report_get_made (report);

  if (yf_report_get_anonymous (report))
    write_fact (sheet, _("Who"), _("Anonymous"));
  else
    {
      write_fact (sheet, _("Who"), profile != NULL ? yf_profile_get_name (profile) : NULL);
      if (profile != NULL && yf_profile_get_born (profile) != YF_BORN_UNSAID)
        write_count (sheet, _("Year of birth"), yf_profile_get_born (profile));
    }

  write_day (sheet, C_("period", "From"), yf_report_get_from (report));
  write_day (sheet, C_("period", "To"), yf_report_get_to (report));
  write_label (sheet, _("Made"));
  yf_xlsx_sheet_moment (sheet, made, yf_real_get_utc_offset (made));
  yf_xlsx_sheet_next (sheet);
  write_fact (sheet, _("Stage"), yf_stage_get_name (yf_report_get_stage (report)));

  if (profile != NULL)
    {
      g_autofree char *conditions = yf_report_names (report, yf_profile_get_conditions (profile), FALSE);

      write_fact (sheet, _("Diagnosis as given"), yf_profile_get_diagnosis (profile));
      write_fact (sheet, _("Conditions"), conditions);
      if (yf_day_is_known (yf_profile_get_onset (profile)))
        write_day (sheet, _("Onset"), yf_profile_get_onset (profile));
      if (yf_day_is_known (yf_profile_get_relief (profile)))
        write_day (sheet, _("Eased"), yf_profile_get_relief (profile));
    }
}

static void
write_totals (YfXlsxSheet *sheet)
{
  YfProgress *progress = yf_report_get_progress (sheet->xlsx->report);
  const YfTotals *totals = yf_progress_get_totals (progress);
  const char *headers[] = { _("Totals"), _("Count"), NULL };
  int better, same, worse, unanswered;

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, headers);
  write_count (sheet, _("Sessions"), totals->n_sessions);
  write_count (sheet, _("Sessions done to the end"), totals->n_completed);
  write_count (sheet, _("Sets"), totals->n_sets);
  write_count (sheet, _("Repetitions"), totals->n_reps);
  write_label (sheet, _("Under hold (s)"));
  yf_xlsx_sheet_seconds (sheet, totals->hold);
  yf_xlsx_sheet_next (sheet);
  write_label (sheet, _("Minutes in sessions"));
  yf_xlsx_sheet_minutes (sheet, totals->seconds);
  yf_xlsx_sheet_next (sheet);
  write_count (sheet, _("Stops for pain"), totals->n_stops);
  write_count (sheet, _("Check-ins"), totals->n_check_ins);
  write_count (sheet, _("Activities"), totals->n_activities);
  write_count (sheet, _("Compresses"), totals->n_reliefs);
  write_count (sheet, _("Entries changed or added afterwards"), totals->n_edited);

  yf_progress_get_mornings (progress, &better, &same, &worse, &unanswered);
  write_count (sheet, _("Better on the next morning"), better);
  write_count (sheet, _("The same on the next morning"), same);
  write_count (sheet, _("Worse on the next morning"), worse);
  write_count (sheet, _("Next morning not answered"), unanswered);
}

static void
write_findings (YfXlsxSheet *sheet)
{
  GPtrArray *findings = yf_progress_get_findings (yf_report_get_progress (sheet->xlsx->report));
  const char *headers[] = { _("What the log says"), _("How much change is meaningful"), _("Entries"), NULL };

  if (findings->len == 0)
    return;

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < findings->len; i++)
    {
      const YfFinding *finding = g_ptr_array_index (findings, i);

      yf_xlsx_sheet_text (sheet, finding->text);
      yf_xlsx_sheet_text (sheet, finding->source);
      yf_xlsx_sheet_int (sheet, finding->entries != NULL ? g_strv_length (finding->entries) : 0);
      yf_xlsx_sheet_next (sheet);
    }
}

static void
write_raised (YfXlsxSheet *sheet)
{
  YfReport *report = sheet->xlsx->report;
  GArray *raised = yf_progress_get_raised (yf_report_get_progress (report));
  const char *headers[] = { _("Red flags raised"), _("What it calls for"), _("Check-ins"), _("First"), _("Latest"), NULL };

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < raised->len; i++)
    {
      const YfRaised *one = &g_array_index (raised, YfRaised, i);

      yf_xlsx_sheet_text (sheet, yf_report_flag_text (report, one->flag));
      yf_xlsx_sheet_text (sheet, yf_triage_get_advice (one->level));
      yf_xlsx_sheet_int (sheet, one->n);
      yf_xlsx_sheet_day (sheet, one->first);
      yf_xlsx_sheet_day (sheet, one->latest);
      yf_xlsx_sheet_next (sheet);
    }
  if (raised->len == 0)
    {
      yf_xlsx_sheet_text (sheet, C_("red flags", "None"));
      yf_xlsx_sheet_next (sheet);
    }
}

static void
write_clearances (YfXlsxSheet *sheet)
{
  YfReport *report = sheet->xlsx->report;
  const YfProfile *profile = yf_report_get_log (report)->profile;
  const char *headers[] = {
    _("Clearances by a clinician"), C_("column of clearances", "For"), _("Exercises"), _("Given"), _("Until"), NULL
  };
  const char *assessed[] = { _("Signs assessed by a clinician"), _("Sign"), _("Assessed on"), NULL };
  GPtrArray *clearances;
  GPtrArray *assessments;

  if (profile == NULL)
    return;

  clearances = yf_profile_get_clearances (profile);
  assessments = yf_profile_get_assessments (profile);

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);
      g_autofree char *conditions = yf_report_names (report, yf_clearance_get_conditions (clearance), FALSE);
      g_autofree char *exercises = yf_report_names (report, yf_clearance_get_exercises (clearance), TRUE);

      yf_xlsx_sheet_text (sheet, yf_clearance_get_clinician (clearance));
      yf_xlsx_sheet_text (sheet, conditions);
      yf_xlsx_sheet_text (sheet, exercises);
      yf_xlsx_sheet_day (sheet, yf_clearance_get_date (clearance));
      yf_xlsx_sheet_day (sheet, yf_clearance_get_until (clearance));
      yf_xlsx_sheet_next (sheet);
    }
  if (clearances->len == 0)
    {
      yf_xlsx_sheet_text (sheet, C_("clearances", "None"));
      yf_xlsx_sheet_next (sheet);
    }

  if (assessments->len == 0)
    return;

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, assessed);
  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);

      yf_xlsx_sheet_text (sheet, yf_assessment_get_clinician (assessment));
      yf_xlsx_sheet_text (sheet, yf_report_flag_text (report, yf_assessment_get_flag (assessment)));
      yf_xlsx_sheet_day (sheet, yf_assessment_get_date (assessment));
      yf_xlsx_sheet_next (sheet);
    }
}

static void
write_exercises (YfXlsxSheet *sheet)
{
  YfProgress *progress = yf_report_get_progress (sheet->xlsx->report);
  GArray *exercises = yf_progress_get_exercises (progress);
  const char *headers[] = {
    _("Exercise"), _("Side"), _("Sessions"), _("Sets"), _("Repetitions"), _("Planned repetitions"),
    _("Under hold (s)"), _("Stops for pain"), NULL
  };

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, headers);
  for (guint i = 0; i < exercises->len; i++)
    {
      const YfExerciseTotal *total = &g_array_index (exercises, YfExerciseTotal, i);

      yf_xlsx_sheet_text (sheet, yf_progress_get_exercise_name (progress, total->exercise));
      yf_xlsx_sheet_text (sheet, yf_report_side_name (total->side));
      yf_xlsx_sheet_int (sheet, total->n_sessions);
      yf_xlsx_sheet_int (sheet, total->n_sets);
      yf_xlsx_sheet_int (sheet, total->n_reps);
      yf_xlsx_sheet_int (sheet, total->planned_reps);
      yf_xlsx_sheet_seconds (sheet, total->hold);
      yf_xlsx_sheet_int (sheet, total->n_stops);
      yf_xlsx_sheet_next (sheet);
    }
}

/* A line for one place where it hurts; empty cells are gaps in it. */
static void
add_pain (lxw_chart     *chart,
          const char    *name,
          lxw_worksheet *check_ins,
          lxw_col_t      column,
          guint          n_rows,
          lxw_color_t    color,
          uint8_t        marker)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_line line = { .color = color, .width = 1.5 };
  lxw_chart_line edge = { .color = color };
  lxw_chart_fill fill = { .color = color };

  chart_series_set_categories (series, check_ins->name, 1, YF_XLSX_CHECK_IN_AT, n_rows, YF_XLSX_CHECK_IN_AT);
  chart_series_set_values (series, check_ins->name, 1, column, n_rows, column);
  chart_series_set_name (series, name);
  chart_series_set_line (series, &line);
  chart_series_set_marker_type (series, n_rows <= MAX_MARKERS ? marker : LXW_CHART_MARKER_NONE);
  chart_series_set_marker_size (series, 4);
  chart_series_set_marker_line (series, &edge);
  chart_series_set_marker_fill (series, &fill);
}

static void
place (YfXlsxSheet *sheet,
       lxw_chart   *chart,
       guint        index,
       const char  *description)
{
  lxw_chart_options options = {
    .x_scale = CHART_WIDTH / 480.0,
    .y_scale = CHART_HEIGHT / 288.0,
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .description = (char *) description,
  };
  lxw_error error = worksheet_insert_chart_opt (sheet->worksheet, 1 + index * CHART_ROWS, CHART_COLUMN, chart, &options);

  if (sheet->xlsx->error == LXW_NO_ERROR)
    sheet->xlsx->error = error;
}

/* Pain over time, on an axis of true dates: a spreadsheet's line chart would
 * put two answers of a day on top of each other, so this is its chart of
 * points joined by lines. */
static void
chart_pain (YfXlsxSheet   *sheet,
            lxw_worksheet *check_ins,
            guint          n_rows)
{
  lxw_chart *chart = workbook_add_chart (sheet->xlsx->workbook, LXW_CHART_SCATTER_STRAIGHT_WITH_MARKERS);

  add_pain (chart, _("Back pain"), check_ins, YF_XLSX_CHECK_IN_BACK, n_rows, BACK_COLOR, LXW_CHART_MARKER_CIRCLE);
  add_pain (chart, _("Leg pain"), check_ins, YF_XLSX_CHECK_IN_LEG, n_rows, LEG_COLOR, LXW_CHART_MARKER_SQUARE);
  chart_title_set_name (chart, _("Back and leg pain at check-ins, 0 to 10"));
  chart_axis_set_num_format (chart->x_axis, "yyyy-mm-dd");
  chart_axis_set_min (chart->x_axis, yf_xlsx_day_to_serial (yf_report_get_from (sheet->xlsx->report)));
  chart_axis_set_max (chart->x_axis, yf_xlsx_day_to_serial (yf_report_get_to (sheet->xlsx->report)) + 1);
  chart_axis_set_min (chart->y_axis, 0);
  chart_axis_set_max (chart->y_axis, YF_PAIN_MAX);
  chart_axis_set_major_unit (chart->y_axis, 2);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_show_blanks_as (chart, LXW_CHART_BLANKS_AS_GAP);
  place (sheet, chart, 0, _("Back and leg pain over time; the numbers are on the sheet of the check-ins."));
}

static void
add_days (YfXlsxSheet *sheet,
          lxw_chart   *chart,
          const char  *name,
          lxw_col_t    column,
          lxw_row_t    first,
          lxw_row_t    last,
          lxw_color_t  color)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = color };

  /* By the names of the weeks: an axis of dates would have a place for each
   * day, and make every column a seventh as wide. */
  chart_series_set_categories (series, sheet->worksheet->name, first, 1, last, 1);
  chart_series_set_values (series, sheet->worksheet->name, first, column, last, column);
  chart_series_set_name (series, name);
  chart_series_set_fill (series, &fill);
}

static void
chart_weeks (YfXlsxSheet *sheet,
             lxw_row_t    first,
             lxw_row_t    last)
{
  lxw_chart *chart = workbook_add_chart (sheet->xlsx->workbook, LXW_CHART_COLUMN);

  add_days (sheet, chart, _("Days kept"), 2, first, last, KEPT_COLOR);
  add_days (sheet, chart, _("Days intended"), 3, first, last, MEANT_COLOR);
  chart_set_series_gap (chart, 40);
  chart_title_set_name (chart, _("Days kept by week"));
  chart_axis_set_min (chart->y_axis, 0);
  chart_axis_set_max (chart->y_axis, 7);
  chart_axis_set_major_unit (chart->y_axis, 1);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  place (sheet, chart, 1, _("Days kept by week, beside the days intended; the numbers are on this sheet."));
}

static int
count_days (guint days)
{
  int n = 0;

  for (guint bit = 0; bit < 7; bit++)
    n += (days >> bit) & 1;

  return n;
}

/* A week as ISO 8601 names it: it belongs to the year of its Thursday. */
static char *
week_to_string (YfDay monday)
{
  GDate date;
  GDate thursday;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, monday);
  g_date_clear (&thursday, 1);
  g_date_set_julian (&thursday, monday + 3);

  return g_strdup_printf ("%04d-W%02u", g_date_get_year (&thursday), g_date_get_iso8601_week_of_year (&date));
}

static void
write_weeks (YfXlsxSheet *sheet)
{
  GArray *weeks = yf_progress_get_weeks (yf_report_get_progress (sheet->xlsx->report));
  const char *headers[] = {
    _("Week from"), _("Week"), _("Days kept"), _("Days intended"), _("Days of a flare"), _("Sessions"), _("Minutes"),
    _("Not whole"), NULL
  };
  lxw_row_t first;

  if (weeks->len == 0)
    return;

  yf_xlsx_sheet_next (sheet);
  yf_xlsx_sheet_header (sheet, headers);
  first = sheet->row;
  for (guint i = 0; i < weeks->len; i++)
    {
      const YfWeek *week = &g_array_index (weeks, YfWeek, i);
      g_autofree char *name = week_to_string (week->monday);

      yf_xlsx_sheet_day (sheet, week->monday);
      yf_xlsx_sheet_text (sheet, name);
      yf_xlsx_sheet_int (sheet, week->n_kept);
      yf_xlsx_sheet_int (sheet, week->intended);
      yf_xlsx_sheet_int (sheet, count_days (week->flares));
      yf_xlsx_sheet_int (sheet, week->n_sessions);
      yf_xlsx_sheet_minutes (sheet, week->seconds);
      yf_xlsx_sheet_text (sheet, week->partial ? C_("a week that is not whole", "Yes") : NULL);
      yf_xlsx_sheet_next (sheet);
    }

  chart_weeks (sheet, first, sheet->row - 1);
}

/**
 * yf_xlsx_write_summary:
 * @sheet: (transfer full): an empty sheet, the first of its workbook
 * @check_ins: the sheet of the check-ins
 * @n_check_ins: how many rows it has
 *
 * Writes what is to be read first.
 */
void
yf_xlsx_write_summary (YfXlsxSheet   *sheet,
                       lxw_worksheet *check_ins,
                       guint          n_check_ins)
{
  sheet->max_width = COLUMN_WIDTH;
  yf_xlsx_sheet_styled (sheet, _("Yanfei: report of exercise"), sheet->xlsx->title);
  yf_xlsx_sheet_next (sheet);

  write_person (sheet);
  write_totals (sheet);
  while (sheet->row < BELOW_CHARTS)
    yf_xlsx_sheet_next (sheet);
  write_findings (sheet);
  write_raised (sheet);
  write_clearances (sheet);
  write_exercises (sheet);
  write_weeks (sheet);
  if (n_check_ins > 0)
    chart_pain (sheet, check_ins, n_check_ins);

  yf_xlsx_sheet_finish (sheet, FALSE);
}
