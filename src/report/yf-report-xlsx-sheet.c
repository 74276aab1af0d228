/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-xlsx-sheet.h"

/* The day 0 of a spreadsheet, 30 December 1899, as a YfDay; what comes before
 * 1 March 1900 is a day off in Excel, and nobody trained then. */
#define SERIAL_DAY_0 693594

/* Columns are as wide as what is in them, within this, in characters. */
#define MIN_WIDTH 8
#define MAX_WIDTH 56
#define MAX_HEADER_WIDTH 18

/* The height of a line in points, of the font that workbooks begin with. */
#define LINE_HEIGHT 15

/* The most characters that a cell holds. */
#define MAX_TEXT 32767

/* What shapes a sheet: white on green, as the program's accent is. */
#define HEADER_FILL 0x2B6E5E
#define LABEL_FILL  0xE7F1EE

/**
 * yf_xlsx_init:
 * @self: where
 * @report: what is written
 * @workbook: an empty workbook
 *
 * Makes the styles.
 */
void
yf_xlsx_init (YfXlsx       *self,
              YfReport     *report,
              lxw_workbook *workbook)
{
  *self = (YfXlsx) { .report = report, .workbook = workbook };

  self->title = workbook_add_format (workbook);
  format_set_bold (self->title);
  format_set_font_size (self->title, 16);

  self->header = workbook_add_format (workbook);
  format_set_bold (self->header);
  format_set_font_color (self->header, 0xFFFFFF);
  format_set_bg_color (self->header, HEADER_FILL);
  format_set_text_wrap (self->header);
  format_set_align (self->header, LXW_ALIGN_VERTICAL_CENTER);

  self->label = workbook_add_format (workbook);
  format_set_bg_color (self->label, LABEL_FILL);
  format_set_text_wrap (self->label);
  format_set_align (self->label, LXW_ALIGN_VERTICAL_TOP);

  self->text = workbook_add_format (workbook);
  format_set_text_wrap (self->text);
  format_set_align (self->text, LXW_ALIGN_VERTICAL_TOP);

  self->integer = workbook_add_format (workbook);
  format_set_num_format (self->integer, "0");
  format_set_align (self->integer, LXW_ALIGN_VERTICAL_TOP);

  self->real = workbook_add_format (workbook);
  format_set_num_format (self->real, "0.0");
  format_set_align (self->real, LXW_ALIGN_VERTICAL_TOP);

  /* The order of ISO 8601 is read alike everywhere. */
  self->day = workbook_add_format (workbook);
  format_set_num_format (self->day, "yyyy-mm-dd");
  format_set_align (self->day, LXW_ALIGN_LEFT);
  format_set_align (self->day, LXW_ALIGN_VERTICAL_TOP);

  self->moment = workbook_add_format (workbook);
  format_set_num_format (self->moment, "yyyy-mm-dd hh:mm");
  format_set_align (self->moment, LXW_ALIGN_LEFT);
  format_set_align (self->moment, LXW_ALIGN_VERTICAL_TOP);
}

/* How many columns of half an ideograph @text takes on its longest line, and
 * on how many lines it comes to stand where there are @limit. */
static int
measure (const char *text,
         int         limit,
         int        *n_lines)
{
  int widest = 0;
  int width = 0;

  *n_lines = 1;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '\n')
        {
          *n_lines += 1 + width / (limit + 1);
          width = 0;
        }
      else if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
      widest = MAX (widest, width);
    }
  *n_lines += width / (limit + 1);

  return widest;
}

static void
widen (YfXlsxSheet *self,
       int          width)
{
  if (self->widths->len <= self->column)
    g_array_set_size (self->widths, self->column + 1);

  g_array_index (self->widths, int, self->column) =
    MAX (g_array_index (self->widths, int, self->column), width);
}

static void
take (YfXlsxSheet *self,
      lxw_error    error)
{
  if (self->xlsx->error == LXW_NO_ERROR)
    self->xlsx->error = error;
  self->column++;
}

/**
 * yf_xlsx_add_sheet:
 * @self: a workbook
 * @name: what it is called, in the person's language
 *
 * A name that no spreadsheet takes, for it is too long or has one of `[]:*?/\`,
 * is made one that it does.
 *
 * Returns: (transfer full): a sheet; yf_xlsx_sheet_finish() takes it
 */
YfXlsxSheet *
yf_xlsx_add_sheet (YfXlsx     *self,
                   const char *name)
{
  YfXlsxSheet *sheet = g_new0 (YfXlsxSheet, 1);
  g_autofree char *fit = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), LXW_SHEETNAME_MAX));

  g_strdelimit (fit, "[]:*?/\\'", ' ');
  if (workbook_validate_sheet_name (self->workbook, fit) != LXW_NO_ERROR)
    g_clear_pointer (&fit, g_free);

  sheet->xlsx = self;
  sheet->lines = 1;
  sheet->max_width = MAX_WIDTH;
  sheet->widths = g_array_new (FALSE, TRUE, sizeof (int));
  sheet->worksheet = workbook_add_worksheet (self->workbook, fit);
  worksheet_set_landscape (sheet->worksheet);
  worksheet_set_paper (sheet->worksheet, yf_paper_size_get_default () == YF_PAPER_LETTER ? 1 : 9);
  worksheet_fit_to_pages (sheet->worksheet, 1, 0);

  return sheet;
}

/**
 * yf_xlsx_sheet_finish:
 * @self: (transfer full): a sheet
 * @table: whether it is one table with its header in the first row
 *
 * Sets what depends on all of its cells.
 */
void
yf_xlsx_sheet_finish (YfXlsxSheet *self,
                      gboolean     table)
{
  for (guint i = 0; i < self->widths->len; i++)
    {
      int width = CLAMP (g_array_index (self->widths, int, i) + 2, MIN_WIDTH, self->max_width);

      self->column = i;
      take (self, worksheet_set_column (self->worksheet, i, i, width, NULL));
    }

  worksheet_freeze_panes (self->worksheet, 1, 0);
  if (table && self->widths->len > 0)
    {
      lxw_row_t last = MAX (self->row, 1) - 1;

      take (self, worksheet_autofilter (self->worksheet, 0, 0, last, self->widths->len - 1));
      take (self, worksheet_repeat_rows (self->worksheet, 0, 0));
    }

  g_array_unref (self->widths);
  g_free (self);
}

/* Excel reads “_x0041_” in a text as a character by its number. */
static char *
escape (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *escaped = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c++)
    {
      if (c[0] == '_' && c[1] == 'x' && g_ascii_isxdigit (c[2]) && g_ascii_isxdigit (c[3]) &&
          g_ascii_isxdigit (c[4]) && g_ascii_isxdigit (c[5]) && c[6] == '_')
        g_string_append (escaped, "_x005F");
      g_string_append_c (escaped, *c);
    }

  if (g_utf8_strlen (escaped->str, -1) > MAX_TEXT)
    g_string_truncate (escaped, g_utf8_offset_to_pointer (escaped->str, MAX_TEXT) - escaped->str);

  return g_string_free (escaped, FALSE);
}

/**
 * yf_xlsx_sheet_styled:
 * @self: a sheet
 * @text: (nullable): the text of the next cell
 * @format: its style
 *
 * Writes a text, always as one: never a formula, whatever it begins with.
 */
void
yf_xlsx_sheet_styled (YfXlsxSheet *self,
                      const char  *text,
                      lxw_format  *format)
{
  g_autofree char *escaped = NULL;
  int n_lines = 1;
  int width;

  if (text == NULL || *text == '\0')
    {
      yf_xlsx_sheet_skip (self);
      return;
    }

  escaped = escape (text);
  if (format != self->xlsx->title)
    {
      /* Words are not broken, so that a line is hardly ever full. */
      width = measure (escaped, self->max_width - 4, &n_lines);
      if (format == self->xlsx->header)
        {
          n_lines = width > MAX_HEADER_WIDTH ? 2 : 1;
          width = MIN (width, MAX_HEADER_WIDTH);
        }
      widen (self, width);
      self->lines = MAX (self->lines, n_lines);
    }
  take (self, worksheet_write_string (self->worksheet, self->row, self->column, escaped, format));
}

/**
 * yf_xlsx_sheet_header:
 * @self: a sheet
 * @headers: (array zero-terminated=1): what the columns are called
 *
 * Writes a row of headers.
 */
void
yf_xlsx_sheet_header (YfXlsxSheet        *self,
                      const char * const *headers)
{
  for (gsize i = 0; headers[i] != NULL; i++)
    yf_xlsx_sheet_styled (self, headers[i], self->xlsx->header);
  yf_xlsx_sheet_next (self);
}

void
yf_xlsx_sheet_text (YfXlsxSheet *self,
                    const char  *text)
{
  yf_xlsx_sheet_styled (self, text, self->xlsx->text);
}

static void
write_number (YfXlsxSheet *self,
              double       value,
              int          width,
              lxw_format  *format)
{
  widen (self, width);
  take (self, worksheet_write_number (self->worksheet, self->row, self->column, value, format));
}

void
yf_xlsx_sheet_int (YfXlsxSheet *self,
                   gint64       value)
{
  write_number (self, value, 6, self->xlsx->integer);
}

/**
 * yf_xlsx_sheet_score:
 * @self: a sheet
 * @value: 0 or more, or less for none
 *
 * Writes an answer; the cell stays empty where there was none.
 */
void
yf_xlsx_sheet_score (YfXlsxSheet *self,
                     int          value)
{
  if (value >= 0)
    yf_xlsx_sheet_int (self, value);
  else
    yf_xlsx_sheet_skip (self);
}

void
yf_xlsx_sheet_real (YfXlsxSheet *self,
                    double       value)
{
  write_number (self, value, 6, self->xlsx->real);
}

void
yf_xlsx_sheet_seconds (YfXlsxSheet *self,
                       gint64       microseconds)
{
  yf_xlsx_sheet_real (self, microseconds / (double) YF_SECOND);
}

void
yf_xlsx_sheet_minutes (YfXlsxSheet *self,
                       gint64       seconds)
{
  yf_xlsx_sheet_real (self, seconds / 60.0);
}

/**
 * yf_xlsx_day_to_serial:
 * @day: a known day
 *
 * Returns: its number in a spreadsheet
 */
int
yf_xlsx_day_to_serial (YfDay day)
{
  return day - SERIAL_DAY_0;
}

/**
 * yf_xlsx_sheet_day:
 * @self: a sheet
 * @day: a day; the cell stays empty where it is not known
 */
void
yf_xlsx_sheet_day (YfXlsxSheet *self,
                   YfDay        day)
{
  if (yf_day_is_known (day))
    write_number (self, yf_xlsx_day_to_serial (day), 10, self->xlsx->day);
  else
    yf_xlsx_sheet_skip (self);
}

/**
 * yf_xlsx_sheet_moment:
 * @self: a sheet
 * @real: microseconds since the Unix epoch; the cell stays empty for 0
 * @utc_offset: seconds east of UTC where the person was
 *
 * Writes date and time as the person's clock had them, to the second: a
 * spreadsheet knows no time zones.
 */
void
yf_xlsx_sheet_moment (YfXlsxSheet *self,
                      gint64       real,
                      gint32       utc_offset)
{
  const gint64 day = 24 * 60 * 60;
  gint64 local = real / YF_SECOND - (real % YF_SECOND < 0 ? 1 : 0) + utc_offset;
  YfDay whole = yf_day_from_moment (real, utc_offset);

  if (real == 0)
    {
      yf_xlsx_sheet_skip (self);
      return;
    }

  write_number (self, yf_xlsx_day_to_serial (whole) + ((local % day + day) % day) / (double) day, 16,
                self->xlsx->moment);
}

/**
 * yf_xlsx_sheet_skip:
 * @self: a sheet
 *
 * Leaves the next cell empty.
 */
void
yf_xlsx_sheet_skip (YfXlsxSheet *self)
{
  widen (self, 0);
  self->column++;
}

/**
 * yf_xlsx_sheet_next:
 * @self: a sheet
 *
 * Goes to the beginning of the next row. The row is made as high as it needs
 * to be: not every program does so itself.
 */
void
yf_xlsx_sheet_next (YfXlsxSheet *self)
{
  if (self->lines > 1)
    take (self, worksheet_set_row (self->worksheet, self->row, self->lines * LINE_HEIGHT, NULL));

  self->row++;
  self->column = 0;
  self->lines = 1;
}
