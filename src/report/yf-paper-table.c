/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-paper-table.h"

#define CELL_GAP    5.0    /* between two columns */
#define ROW_GAP     1.4    /* above and below the letters of a row */
#define LINE        0.4
#define HEAD_LINE   0.8

/* A remark that is longer goes on in a row of its own, so that no row is higher
 * than a page. */
#define MAX_REMARK 160.0

typedef struct
{
  guint         column;
  guint         span;
  YfPaperStyle  style;
  char         *text;
} Cell;

/* @rows holds where each row of the group begins among @cells. */
struct _YfPaperTable
{
  YfPaper       *paper;
  YfPaperColumn *columns;
  guint          n_columns;
  double        *edges;      /* n_columns + 1 */
  GArray        *cells;      /* Cell */
  GArray        *rows;       /* guint */
  gboolean       open;       /* whether its tag is, on this page */
};

static void
cell_clear (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->text, g_free);
}

/**
 * yf_paper_table_new:
 * @paper: where it goes
 * @columns: (array length=n_columns): its columns; their titles are borrowed
 * @n_columns: how many
 *
 * Begins a table in the frame of @paper. To be ended with yf_paper_table_end().
 *
 * Returns: (transfer full): the table
 */
YfPaperTable *
yf_paper_table_new (YfPaper             *paper,
                    const YfPaperColumn *columns,
                    guint                n_columns)
{
  YfPaperTable *self = g_new0 (YfPaperTable, 1);
  double shares = 0;
  double share = 0;

  self->paper = paper;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->n_columns = n_columns;
  self->edges = g_new0 (double, n_columns + 1);
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
  self->rows = g_array_new (FALSE, TRUE, sizeof (guint));

  for (guint i = 0; i < n_columns; i++)
    shares += columns[i].share;
  for (guint i = 0; i <= n_columns; i++)
    {
      self->edges[i] = yf_paper_get_x (paper) + yf_paper_get_frame_width (paper) * share / shares;
      share += i < n_columns ? columns[i].share : 0;
    }

  return self;
}

static double
get_cell_width (YfPaperTable *self,
                guint         column,
                guint         span)
{
  guint end = MIN (column + span, self->n_columns);

  return self->edges[end] - self->edges[column] - (end < self->n_columns ? CELL_GAP : 0);
}

static YfPaperText
get_how (YfPaperTable *self,
         const Cell   *cell)
{
  return (YfPaperText) {
    .style = cell->style,
    .align = cell->span > 1 ? PANGO_ALIGN_LEFT : self->columns[cell->column].align,
  };
}

/* Letters of different fonts stand on one line, though their boxes differ. */
static double
measure_cells (YfPaperTable *self,
               const Cell   *cells,
               guint         n_cells,
               double       *baseline)
{
  double above = 0;
  double below = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      YfPaperText how = get_how (self, &cells[i]);
      double base;
      double height = yf_paper_measure (self->paper, &how, get_cell_width (self, cells[i].column, cells[i].span),
                                        cells[i].text, &base);

      above = MAX (above, base);
      below = MAX (below, height - base);
    }

  *baseline = above;

  return above + below + 2 * ROW_GAP;
}

static void
place_cells (YfPaperTable *self,
             const Cell   *cells,
             guint         n_cells,
             const char   *tag)
{
  double y = yf_paper_get_y (self->paper);
  double baseline;
  double height = measure_cells (self, cells, n_cells, &baseline);

  yf_paper_open (self->paper, "TR");
  for (guint i = 0; i < n_cells; i++)
    {
      YfPaperText how = get_how (self, &cells[i]);
      double width = get_cell_width (self, cells[i].column, cells[i].span);
      double base;

      yf_paper_measure (self->paper, &how, width, cells[i].text, &base);
      how.tag = tag;
      yf_paper_place_text (self->paper, &how, self->edges[cells[i].column], y + ROW_GAP + baseline - base, width,
                           cells[i].text);
    }
  yf_paper_close (self->paper, "TR");
  yf_paper_set_y (self->paper, y + height);
}

static GArray *
dup_head (YfPaperTable *self)
{
  GArray *head = g_array_new (FALSE, TRUE, sizeof (Cell));

  g_array_set_clear_func (head, cell_clear);
  for (guint i = 0; i < self->n_columns; i++)
    {
      Cell cell = { i, 1, YF_PAPER_CELL_HEAD, g_strdup (self->columns[i].title) };

      g_array_append_val (head, cell);
    }

  return head;
}

static void
place_line (YfPaperTable *self,
            double        thickness)
{
  yf_paper_place_box (self->paper, YF_PAPER_GRID, self->edges[0], yf_paper_get_y (self->paper),
                      self->edges[self->n_columns] - self->edges[0], thickness);
  yf_paper_skip (self->paper, thickness);
}

static void
close_tag (YfPaperTable *self)
{
  if (self->open)
    yf_paper_close (self->paper, "Table");
  self->open = FALSE;
}

/* Makes room for @height, with the header if the table begins here. */
static void
make_room (YfPaperTable *self,
           double        height)
{
  g_autoptr (GArray) head = dup_head (self);
  double baseline;
  double head_height = measure_cells (self, (const Cell *) head->data, head->len, &baseline) + HEAD_LINE;
  double needed = height + (self->open ? 0 : head_height);

  if (needed > yf_paper_get_left (self->paper) && yf_paper_get_y (self->paper) > 0)
    {
      double x = yf_paper_get_x (self->paper);
      double width = yf_paper_get_frame_width (self->paper);

      close_tag (self);
      yf_paper_begin_page (self->paper);
      yf_paper_set_frame (self->paper, x, width);
    }

  if (!self->open)
    {
      yf_paper_open (self->paper, "Table");
      self->open = TRUE;
      place_cells (self, (const Cell *) head->data, head->len, "TH");
      place_line (self, HEAD_LINE);
    }
}

/**
 * yf_paper_table_add_row:
 * @self: a table
 *
 * Begins a row of the group.
 */
void
yf_paper_table_add_row (YfPaperTable *self)
{
  g_array_append_val (self->rows, self->cells->len);
}

/**
 * yf_paper_table_add_cell:
 * @self: a table
 * @column: where it begins
 * @span: over how many columns it goes
 * @style: how it is set
 * @text: (nullable): what it says; nothing is no cell at all
 *
 * Adds a cell to the row that was begun last.
 */
void
yf_paper_table_add_cell (YfPaperTable *self,
                         guint         column,
                         guint         span,
                         YfPaperStyle  style,
                         const char   *text)
{
  Cell cell = { column, span, style, NULL };

  g_return_if_fail (self->rows->len > 0);
  g_return_if_fail (column + span <= self->n_columns);

  if (text == NULL || *text == '\0')
    return;
  cell.text = g_strdup (text);
  g_array_append_val (self->cells, cell);
}

/**
 * yf_paper_table_add_remark:
 * @self: a table
 * @column: where it begins; it goes on to the last
 * @text: (nullable): what it says
 *
 * Adds a row with one cell, or several where the text is long.
 */
void
yf_paper_table_add_remark (YfPaperTable *self,
                           guint         column,
                           const char   *text)
{
  const YfPaperText how = { .style = YF_PAPER_CELL_REMARK };
  guint span = self->n_columns - column;
  double width = get_cell_width (self, column, span);

  while (text != NULL && *text != '\0')
    {
      gsize end = yf_paper_split (self->paper, &how, width, MAX_REMARK, text);
      g_autofree char *part = g_strchomp (g_strndup (text, end));

      yf_paper_table_add_row (self);
      yf_paper_table_add_cell (self, column, span, YF_PAPER_CELL_REMARK, part);
      text += end;
    }
}

static const Cell *
get_row (YfPaperTable *self,
         guint         row,
         guint        *n_cells)
{
  guint first = g_array_index (self->rows, guint, row);
  guint end = row + 1 < self->rows->len ? g_array_index (self->rows, guint, row + 1) : self->cells->len;

  *n_cells = end - first;

  return (const Cell *) self->cells->data + first;
}

/**
 * yf_paper_table_end_group:
 * @self: a table
 *
 * Puts the rows that were added on the paper, and a line under them.
 */
void
yf_paper_table_end_group (YfPaperTable *self)
{
  double height = 0;
  double baseline;
  guint n_cells;
  const Cell *cells;

  for (guint i = 0; i < self->rows->len; i++)
    {
      cells = get_row (self, i, &n_cells);
      height += measure_cells (self, cells, n_cells, &baseline);
    }

  if (height < yf_paper_get_height (self->paper) / 2)
    make_room (self, height + LINE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      cells = get_row (self, i, &n_cells);
      if (n_cells == 0)
        continue;
      make_room (self, measure_cells (self, cells, n_cells, &baseline) + LINE);
      place_cells (self, cells, n_cells, "TD");
    }
  if (self->rows->len > 0)
    place_line (self, LINE);

  g_array_set_size (self->rows, 0);
  g_array_set_size (self->cells, 0);
}

/**
 * yf_paper_table_end:
 * @self: (transfer full): a table
 *
 * Ends it; what was not yet put on the paper is.
 */
void
yf_paper_table_end (YfPaperTable *self)
{
  yf_paper_table_end_group (self);
  close_tag (self);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self->columns);
  g_free (self->edges);
  g_free (self);
}
