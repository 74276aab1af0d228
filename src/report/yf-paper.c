/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-paper-private.h"

/*
 * Filling pages. What is put on a page is kept as a list, so that preview, print
 * and PDF draw the very same; yf-paper-draw.c does.
 */

/* ISO 216 and ANSI, in points. */
#define A4_WIDTH      595.28
#define A4_HEIGHT     841.89
#define LETTER_WIDTH  612.0
#define LETTER_HEIGHT 792.0

#define PARAGRAPH_GAP 3.0

static void
ink_clear (gpointer data)
{
  YfInk *ink = data;

  g_clear_pointer (&ink->text, g_free);
  g_clear_pointer (&ink->chart, yf_chart_unref);
}

static void
bookmark_clear (gpointer data)
{
  g_clear_pointer (&((YfBookmark *) data)->title, g_free);
}

static GArray *
new_page (void)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (YfInk));

  g_array_set_clear_func (page, ink_clear);

  return page;
}

static YfInk *
add_ink (YfPaper   *self,
         YfInkKind  kind,
         double     x,
         double     y,
         double     width,
         double     height)
{
  GArray *page = g_ptr_array_index (self->pages, self->page);

  g_array_set_size (page, page->len + 1);
  YfInk *ink = &g_array_index (page, YfInk, page->len - 1);

  *ink = (YfInk) { .kind = kind, .x = x, .y = y, .width = width, .height = height };

  return ink;
}

/**
 * yf_paper_new:
 * @size: its size
 *
 * Returns: (transfer full): paper with one empty page
 */
YfPaper *
yf_paper_new (YfPaperSize size)
{
  YfPaper *self = g_new0 (YfPaper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();
  const char * const *languages = g_get_language_names ();
  g_autofree char *language = g_strdelimit (g_strdup (languages[0]), "_", '-');

  self->page_width = size == YF_PAPER_LETTER ? LETTER_WIDTH : A4_WIDTH;
  self->page_height = size == YF_PAPER_LETTER ? LETTER_HEIGHT : A4_HEIGHT;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->bookmarks = g_array_new (FALSE, TRUE, sizeof (YfBookmark));
  g_array_set_clear_func (self->bookmarks, bookmark_clear);
  self->targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->extents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  /* Paper has no pixels: lengths must not be rounded to any. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_resolution (self->context, 72);
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  /* The same character is drawn differently in China and in Japan. */
  if (!g_str_equal (language, "C") && !g_str_has_prefix (language, "C."))
    {
      language[strcspn (language, ".@")] = '\0';
      pango_context_set_language (self->context, pango_language_from_string (language));
    }
  yf_paper_set_chart_font (self->context);
  self->layout = pango_layout_new (self->context);
  yf_paper_begin_page (self);

  return self;
}

void
yf_paper_free (YfPaper *self)
{
  g_ptr_array_unref (self->pages);
  g_array_unref (self->bookmarks);
  g_hash_table_unref (self->targets);
  g_hash_table_unref (self->extents);
  g_clear_object (&self->layout);
  g_clear_object (&self->context);
  g_free (self->foot_left);
  g_free (self->foot_middle);
  g_free (self);
}

double
yf_paper_get_page_width (YfPaper *self)
{
  return self->page_width;
}

double
yf_paper_get_page_height (YfPaper *self)
{
  return self->page_height;
}

/**
 * yf_paper_get_width:
 * @self: some paper
 *
 * Returns: how wide it is between the margins
 */
double
yf_paper_get_width (YfPaper *self)
{
  return self->page_width - 2 * YF_PAPER_MARGIN;
}

/**
 * yf_paper_get_height:
 * @self: some paper
 *
 * Returns: how high it is between the upper margin and the foot
 */
double
yf_paper_get_height (YfPaper *self)
{
  return self->page_height - 2 * YF_PAPER_MARGIN - YF_PAPER_FOOT;
}

/**
 * yf_paper_get_left:
 * @self: some paper
 *
 * Returns: how much is left of the page; without end on one that was cleared
 */
double
yf_paper_get_left (YfPaper *self)
{
  if (self->endless)
    return G_MAXDOUBLE;

  return yf_paper_get_height (self) - self->y;
}

guint
yf_paper_get_n_pages (YfPaper *self)
{
  return self->pages->len;
}

GArray *
yf_paper_get_bookmarks (YfPaper *self)
{
  return self->bookmarks;
}

/**
 * yf_paper_begin_page:
 * @self: some paper
 *
 * Adds a page and goes to its head; the frame is as wide as the page again.
 */
void
yf_paper_begin_page (YfPaper *self)
{
  g_ptr_array_add (self->pages, new_page ());
  self->page = self->pages->len - 1;
  self->endless = FALSE;
  self->x = 0;
  self->y = 0;
  self->width = yf_paper_get_width (self);
}

/**
 * yf_paper_clear_page:
 * @self: some paper
 * @page: a page, from 0
 *
 * Takes everything off a page and goes to its head. What is put on it now never
 * goes on to another page: it is the caller who sees to it that it fits.
 */
void
yf_paper_clear_page (YfPaper *self,
                     guint    page)
{
  g_return_if_fail (page < self->pages->len);

  g_array_set_size (g_ptr_array_index (self->pages, page), 0);
  self->page = page;
  self->endless = TRUE;
  self->x = 0;
  self->y = 0;
  self->width = yf_paper_get_width (self);
}

/**
 * yf_paper_set_frame:
 * @self: some paper
 * @x: where it begins
 * @width: how wide it is
 *
 * Sets the column that yf_paper_add_text() fills.
 */
void
yf_paper_set_frame (YfPaper *self,
                    double   x,
                    double   width)
{
  self->x = x;
  self->width = width;
}

double
yf_paper_get_x (YfPaper *self)
{
  return self->x;
}

double
yf_paper_get_frame_width (YfPaper *self)
{
  return self->width;
}

double
yf_paper_get_y (YfPaper *self)
{
  return self->y;
}

void
yf_paper_set_y (YfPaper *self,
                double   y)
{
  self->y = y;
}

void
yf_paper_skip (YfPaper *self,
               double   height)
{
  if (self->y > 0)
    self->y += height;
}

/**
 * yf_paper_measure:
 * @self: some paper
 * @how: how the text is set
 * @width: how wide it may be
 * @text: a text
 * @baseline: (out) (optional): return location for how far down its first line
 *   stands
 *
 * Returns: how high it is
 */
double
yf_paper_measure (YfPaper           *self,
                  const YfPaperText *how,
                  double             width,
                  const char        *text,
                  double            *baseline)
{
  g_autofree char *key = g_strdup_printf ("%d %d %d %s", how->style, how->max_lines, (int) (width * 16), text);
  YfExtent *extent = g_hash_table_lookup (self->extents, key);

  if (extent == NULL)
    {
      PangoLayout *layout = yf_paper_set_layout (self, how, width, text);
      PangoRectangle logical;

      pango_layout_get_extents (layout, NULL, &logical);
      extent = g_new0 (YfExtent, 1);
      extent->height = logical.height / (double) PANGO_SCALE;
      extent->baseline = pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
      g_hash_table_insert (self->extents, g_steal_pointer (&key), extent);
    }

  if (baseline != NULL)
    *baseline = extent->baseline;

  return extent->height;
}

/**
 * yf_paper_measure_width:
 * @self: some paper
 * @how: how the text is set
 * @text: a text
 *
 * Returns: how wide it is on one line
 */
double
yf_paper_measure_width (YfPaper           *self,
                        const YfPaperText *how,
                        const char        *text)
{
  PangoLayout *layout = yf_paper_set_layout (self, how, yf_paper_get_width (self), text);
  PangoRectangle logical;

  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &logical);

  /* A hair more, so that rounding breaks no line. */
  return logical.width / (double) PANGO_SCALE + 0.5;
}

/**
 * yf_paper_split:
 * @self: some paper
 * @how: how the text is set
 * @width: how wide it may be
 * @height: how high it may be
 * @text: a text
 *
 * Returns: how many bytes of it are on whole lines that fit; one line at least
 */
gsize
yf_paper_split (YfPaper           *self,
                const YfPaperText *how,
                double             width,
                double             height,
                const char        *text)
{
  PangoLayout *layout = yf_paper_set_layout (self, how, width, text);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize end = strlen (text);

  while (pango_layout_iter_next_line (iter))
    {
      PangoRectangle line;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      if ((line.y + line.height) / (double) PANGO_SCALE > height)
        {
          end = pango_layout_iter_get_index (iter);
          break;
        }
    }
  pango_layout_iter_free (iter);

  return end;
}

/**
 * yf_paper_place_text:
 * @self: some paper
 * @how: how it is set
 * @x: the left edge
 * @y: the upper edge
 * @width: how wide it may be
 * @text: a text
 */
void
yf_paper_place_text (YfPaper           *self,
                     const YfPaperText *how,
                     double             x,
                     double             y,
                     double             width,
                     const char        *text)
{
  YfInk *ink = add_ink (self, YF_INK_TEXT, x, y, width, 0);

  ink->how = *how;
  ink->text = g_strdup (text);
}

/**
 * yf_paper_add_text:
 * @self: some paper
 * @how: how it is set
 * @text: a paragraph
 *
 * Puts it below what is there, in the frame. What does not fit on the page goes
 * on to the next.
 */
void
yf_paper_add_text (YfPaper           *self,
                   const YfPaperText *how,
                   const char        *text)
{
  const char *rest = text;
  double line = yf_paper_measure (self, how, self->width, "X", NULL);

  while (*rest != '\0')
    {
      double height = yf_paper_measure (self, how, self->width, rest, NULL);
      g_autofree char *part = NULL;
      gsize end = strlen (rest);

      if (self->y > 0 && height > yf_paper_get_left (self) && line * 2 > yf_paper_get_left (self))
        {
          yf_paper_begin_page (self);
          continue;
        }
      if (height > yf_paper_get_left (self))
        end = yf_paper_split (self, how, self->width, yf_paper_get_left (self), rest);
      part = g_strndup (rest, end);
      yf_paper_place_text (self, how, self->x, self->y, self->width, part);
      self->y += yf_paper_measure (self, how, self->width, part, NULL) + PARAGRAPH_GAP;
      rest += end;
      if (*rest != '\0')
        yf_paper_begin_page (self);
    }
}

/**
 * yf_paper_place_box:
 * @self: some paper
 * @colour: what it is for
 * @x: the left edge
 * @y: the upper edge
 * @width: how wide it is
 * @height: how high; of a line, how thick
 */
void
yf_paper_place_box (YfPaper       *self,
                    YfPaperColour  colour,
                    double         x,
                    double         y,
                    double         width,
                    double         height)
{
  add_ink (self, YF_INK_BOX, x, y, width, height)->colour = colour;
}

/**
 * yf_paper_place_mark:
 * @self: some paper
 * @x: the left edge
 * @y: the upper edge
 * @size: how wide and high
 *
 * Puts a swallow over a mat.
 */
void
yf_paper_place_mark (YfPaper *self,
                     double   x,
                     double   y,
                     double   size)
{
  add_ink (self, YF_INK_MARK, x, y, size, size);
}

double
yf_paper_measure_chart (YfPaper *self,
                        YfChart *chart,
                        double   width)
{
  return yf_chart_measure (chart, self->context, width);
}

void
yf_paper_place_chart (YfPaper *self,
                      YfChart *chart,
                      double   x,
                      double   y,
                      double   width,
                      double   height)
{
  add_ink (self, YF_INK_CHART, x, y, width, height)->chart = yf_chart_ref (chart);
}

/**
 * yf_paper_open:
 * @self: some paper
 * @tag: a literal: what begins here in the structure of the document
 *
 * To be ended with yf_paper_close() on the same page.
 */
void
yf_paper_open (YfPaper    *self,
               const char *tag)
{
  add_ink (self, YF_INK_OPEN, 0, 0, 0, 0)->tag = tag;
}

void
yf_paper_close (YfPaper    *self,
                const char *tag)
{
  add_ink (self, YF_INK_CLOSE, 0, 0, 0, 0)->tag = tag;
}

/**
 * yf_paper_add_target:
 * @self: some paper
 * @name: what it is called: letters, digits and hyphens
 *
 * Marks the place that links of this name lead to.
 */
void
yf_paper_add_target (YfPaper    *self,
                     const char *name)
{
  YfInk *ink = add_ink (self, YF_INK_OPEN, 0, self->y, 0, 0);

  ink->tag = CAIRO_TAG_DEST;
  ink->text = g_strdup_printf ("name='%s' x=%d y=%d internal", name, (int) YF_PAPER_MARGIN,
                               (int) (self->y + YF_PAPER_MARGIN));
  yf_paper_close (self, CAIRO_TAG_DEST);
  g_hash_table_insert (self->targets, g_strdup (name), GUINT_TO_POINTER (self->page + 1));
}

/**
 * yf_paper_find_target:
 * @self: some paper
 * @name: the name of a place
 *
 * Returns: the number of its page, from 1; 0 if there is no such place yet
 */
guint
yf_paper_find_target (YfPaper    *self,
                      const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->targets, name));
}

/**
 * yf_paper_add_bookmark:
 * @self: some paper
 * @title: what it says
 * @parent: the bookmark it is under, or -1
 *
 * Returns: its index
 */
int
yf_paper_add_bookmark (YfPaper    *self,
                       const char *title,
                       int         parent)
{
  YfBookmark bookmark = { g_strdup (title), self->page, self->y + YF_PAPER_MARGIN, parent };

  g_array_append_val (self->bookmarks, bookmark);

  return (int) self->bookmarks->len - 1;
}

/**
 * yf_paper_set_foot:
 * @self: some paper
 * @left: what stands at the foot of every page, on the left
 * @middle: likewise, before the number of the page
 */
void
yf_paper_set_foot (YfPaper    *self,
                   const char *left,
                   const char *middle)
{
  g_free (self->foot_left);
  g_free (self->foot_middle);
  self->foot_left = g_strdup (left);
  self->foot_middle = g_strdup (middle);
}
