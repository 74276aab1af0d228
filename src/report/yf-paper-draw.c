/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-paper-private.h"

/* Drawing the pages, on whatever cairo can draw on. */

/* In points, as everything here. */
#define CHART_SIZE 8.0

static const struct
{
  double      size;
  PangoWeight weight;
  gboolean    dim;
  gboolean    accent;
} styles[] = {
  [YF_PAPER_TITLE] = { 19, PANGO_WEIGHT_BOLD, FALSE, FALSE },
  [YF_PAPER_CHAPTER] = { 14, PANGO_WEIGHT_BOLD, FALSE, FALSE },
  [YF_PAPER_HEADING] = { 10.5, PANGO_WEIGHT_BOLD, FALSE, TRUE },
  [YF_PAPER_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  [YF_PAPER_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, FALSE, FALSE },
  [YF_PAPER_SMALL] = { 8, PANGO_WEIGHT_NORMAL, TRUE, FALSE },
  [YF_PAPER_NUMBER] = { 18, PANGO_WEIGHT_BOLD, FALSE, FALSE },
  [YF_PAPER_CELL] = { 8, PANGO_WEIGHT_NORMAL, FALSE, FALSE },
  [YF_PAPER_CELL_STRONG] = { 8, PANGO_WEIGHT_BOLD, FALSE, FALSE },
  [YF_PAPER_CELL_HEAD] = { 7.5, PANGO_WEIGHT_BOLD, TRUE, FALSE },
  [YF_PAPER_CELL_REMARK] = { 8, PANGO_WEIGHT_NORMAL, TRUE, FALSE },
};

/* Cantarell comes with the program. Where the letters of a language are not in
 * it, the language decides; in one that has no Han characters, those of
 * the mainland stand for a name. */
#define FAMILIES     "Cantarell,Adwaita Sans,Noto Sans,Sans"
#define HAN_FAMILIES "Cantarell,Adwaita Sans,Noto Sans,Noto Sans CJK SC,Sans"

static const char *
get_families (PangoContext *context)
{
  PangoLanguage *language = pango_context_get_language (context);

  return pango_language_matches (language, "ja;ko;zh-tw;zh-hk;zh-mo;zh-hant") ? FAMILIES : HAN_FAMILIES;
}

/**
 * yf_paper_set_chart_font:
 * @context: the context of the paper
 *
 * Sets the font of what is drawn by others.
 */
void
yf_paper_set_chart_font (PangoContext *context)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, get_families (context));
  pango_font_description_set_size (font, (int) (CHART_SIZE * PANGO_SCALE));
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
}

/**
 * yf_paper_get_style_colour:
 * @style: what letters are for
 *
 * Returns: (transfer none): their colour
 */
const YfColour *
yf_paper_get_style_colour (YfPaperStyle style)
{
  const YfPalette *palette = yf_palette_get (YF_PALETTE_PAPER);

  if (styles[style].accent)
    return &palette->accent;

  return styles[style].dim ? &palette->dim : &palette->text;
}

/**
 * yf_paper_set_layout:
 * @self: some paper
 * @how: how it is set
 * @width: how wide it may be
 * @text: a text
 *
 * Returns: (transfer none): the one layout of the paper, with the text in it
 */
PangoLayout *
yf_paper_set_layout (YfPaper           *self,
                     const YfPaperText *how,
                     double             width,
                     const char        *text)
{
  PangoFontDescription *font = pango_font_description_new ();
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_family_static (font, get_families (self->context));
  pango_font_description_set_size (font, (int) (styles[how->style].size * PANGO_SCALE));
  pango_font_description_set_weight (font, styles[how->style].weight);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);

  /* Without ligatures: a search of the PDF for "finger" must not be for "ﬁnger". */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("liga=0, clig=0, dlig=0, tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, how->align);
  pango_layout_set_ellipsize (self->layout, how->max_lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (self->layout, how->max_lines > 0 ? -how->max_lines : -1);
  pango_layout_set_text (self->layout, text, -1);

  return self->layout;
}

static void
set_colour (cairo_t        *cairo,
            const YfColour *colour)
{
  cairo_set_source_rgba (cairo, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
draw_text (YfPaper     *self,
           const YfInk *ink,
           cairo_t     *cairo,
           gboolean     tagged)
{
  PangoLayout *layout = yf_paper_set_layout (self, &ink->how, ink->width, ink->text);

  if (tagged && ink->how.tag != NULL)
    cairo_tag_begin (cairo, ink->how.tag, NULL);
  if (tagged && ink->how.link != NULL)
    {
      g_autofree char *attributes = g_strdup_printf ("dest='%s'", ink->how.link);

      cairo_tag_begin (cairo, CAIRO_TAG_LINK, attributes);
    }

  set_colour (cairo, yf_paper_get_style_colour (ink->how.style));
  cairo_move_to (cairo, ink->x, ink->y);
  pango_cairo_show_layout (cairo, layout);

  if (tagged && ink->how.link != NULL)
    cairo_tag_end (cairo, CAIRO_TAG_LINK);
  if (tagged && ink->how.tag != NULL)
    cairo_tag_end (cairo, ink->how.tag);
}

static void
draw_box (const YfInk *ink,
          cairo_t     *cairo)
{
  const YfPalette *palette = yf_palette_get (YF_PALETTE_PAPER);
  YfColour colour = ink->colour == YF_PAPER_GRID ? palette->grid : palette->accent;

  if (ink->colour == YF_PAPER_TINT)
    {
      /* Mixed by hand: a transparent colour would make the page a picture on
       * some printers. */
      colour.red = 1 - 0.07 * (1 - colour.red);
      colour.green = 1 - 0.07 * (1 - colour.green);
      colour.blue = 1 - 0.07 * (1 - colour.blue);
    }
  set_colour (cairo, &colour);
  cairo_rectangle (cairo, ink->x, ink->y, ink->width, ink->height);
  cairo_fill (cairo);
}

/* A swallow over a mat, on a square of 32, in one colour: the icon's lines
 * with everything left out that is not seen at this size. */
static void
draw_mark (const YfInk *ink,
           cairo_t     *cairo)
{
  set_colour (cairo, &yf_palette_get (YF_PALETTE_PAPER)->accent);
  cairo_translate (cairo, ink->x, ink->y);
  cairo_scale (cairo, ink->width / 32, ink->height / 32);

  cairo_save (cairo);
  cairo_translate (cairo, 16.5, 11.5);
  cairo_rotate (cairo, 36 * G_PI / 180);
  cairo_scale (cairo, 0.25, 0.25);
  cairo_move_to (cairo, 0, -31);
  cairo_curve_to (cairo, 2.8, -27.5, 6.2, -25, 6.8, -19);
  cairo_curve_to (cairo, 14, -25, 22, -27, 29, -23.5);
  cairo_curve_to (cairo, 42, -17, 51, -2, 54, 17);
  cairo_curve_to (cairo, 46, 5, 35, -2.5, 24, -2.5);
  cairo_curve_to (cairo, 16, -2.5, 10, 0, 7.2, 6);
  cairo_curve_to (cairo, 6.8, 12, 6.4, 16, 5.6, 20);
  cairo_curve_to (cairo, 7, 30, 10.5, 40, 16, 53);
  cairo_curve_to (cairo, 8, 44, 3, 35.5, 0, 27.5);
  cairo_curve_to (cairo, -3, 35.5, -8, 44, -16, 53);
  cairo_curve_to (cairo, -10.5, 40, -7, 30, -5.6, 20);
  cairo_curve_to (cairo, -6.4, 16, -6.8, 12, -7.2, 6);
  cairo_curve_to (cairo, -10, 0, -16, -2.5, -24, -2.5);
  cairo_curve_to (cairo, -35, -2.5, -46, 5, -54, 17);
  cairo_curve_to (cairo, -51, -2, -42, -17, -29, -23.5);
  cairo_curve_to (cairo, -22, -27, -14, -25, -6.8, -19);
  cairo_curve_to (cairo, -6.2, -25, -2.8, -27.5, 0, -31);
  cairo_fill (cairo);
  cairo_restore (cairo);

  cairo_move_to (cairo, 8, 26);
  cairo_line_to (cairo, 24, 26);
  cairo_line_to (cairo, 28, 31);
  cairo_line_to (cairo, 4, 31);
  cairo_close_path (cairo);
  cairo_fill (cairo);
}

static void
draw_chart (YfPaper     *self,
            const YfInk *ink,
            cairo_t     *cairo,
            gboolean     tagged)
{
  const YfCanvas canvas = { cairo, self->context, ink->width, ink->height, yf_palette_get (YF_PALETTE_PAPER) };

  if (tagged)
    cairo_tag_begin (cairo, "Figure", NULL);
  cairo_translate (cairo, ink->x, ink->y);
  yf_chart_draw (ink->chart, &canvas, YF_CHART_NO_POINT);
  if (tagged)
    cairo_tag_end (cairo, "Figure");
}

static void
draw_ink (YfPaper     *self,
          const YfInk *ink,
          cairo_t     *cairo,
          gboolean     tagged)
{
  if (ink->kind == YF_INK_OPEN)
    {
      if (tagged)
        cairo_tag_begin (cairo, ink->tag, ink->text);
      return;
    }
  if (ink->kind == YF_INK_CLOSE)
    {
      if (tagged)
        cairo_tag_end (cairo, ink->tag);
      return;
    }

  cairo_save (cairo);
  switch (ink->kind)
    {
    case YF_INK_TEXT:
      draw_text (self, ink, cairo, tagged);
      break;
    case YF_INK_BOX:
      draw_box (ink, cairo);
      break;
    case YF_INK_MARK:
      draw_mark (ink, cairo);
      break;
    case YF_INK_CHART:
      draw_chart (self, ink, cairo, tagged);
      break;
    case YF_INK_OPEN:
    case YF_INK_CLOSE:
    default:
      g_assert_not_reached ();
    }
  cairo_restore (cairo);
}

/* Outside the structure: a screen reader need not say it on every page. */
static void
draw_foot (YfPaper *self,
           guint    page,
           cairo_t *cairo)
{
  const double y = self->page_height - 2 * YF_PAPER_MARGIN - 11;
  const double width = yf_paper_get_width (self);
  YfInk text = { .kind = YF_INK_TEXT, .y = y, .how = { .style = YF_PAPER_SMALL, .max_lines = 1 } };
  YfInk line = { .kind = YF_INK_BOX, .y = y - 4, .width = width, .height = 0.4, .colour = YF_PAPER_GRID };
  /* Translators: at the foot of a page of a report: its number, and how many there are */
  g_autofree char *number = g_strdup_printf (C_("page number", "%u / %u"), page + 1, self->pages->len);

  draw_ink (self, &line, cairo, FALSE);

  text.text = self->foot_left;
  text.width = width * 0.55;
  if (text.text != NULL)
    draw_ink (self, &text, cairo, FALSE);

  text.text = self->foot_middle;
  text.x = width * 0.57;
  text.width = width * 0.31;
  text.how.align = PANGO_ALIGN_RIGHT;
  if (text.text != NULL)
    draw_ink (self, &text, cairo, FALSE);

  text.text = number;
  text.x = width * 0.89;
  text.width = width * 0.11;
  draw_ink (self, &text, cairo, FALSE);
}

/**
 * yf_paper_draw:
 * @self: some paper
 * @page: which page, from 0
 * @cairo: where to draw; the corner of the page, margin and all, is at 0, 0, and
 *   a unit is a point
 * @tagged: whether to say what is a heading, a table and so on; for a PDF only
 */
void
yf_paper_draw (YfPaper  *self,
               guint     page,
               cairo_t  *cairo,
               gboolean  tagged)
{
  GArray *inks;

  g_return_if_fail (page < self->pages->len);

  inks = g_ptr_array_index (self->pages, page);
  cairo_save (cairo);
  cairo_translate (cairo, YF_PAPER_MARGIN, YF_PAPER_MARGIN);
  for (guint i = 0; i < inks->len; i++)
    draw_ink (self, &g_array_index (inks, YfInk, i), cairo, tagged);
  draw_foot (self, page, cairo);
  cairo_restore (cairo);
}
