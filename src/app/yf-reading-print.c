/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-reading-print.h"
#include "yf-text.h"

/*
 * A page to read on paper: text, and under every point ruled lines to write
 * on. Lengths are in points.
 */

#define MARGIN_MM      15.0
#define FOOTER         30.0
#define TEXT_SIZE      11
#define TITLE_SIZE     20
#define SMALL_SIZE     8
#define GAP            9.0
#define RULE_DISTANCE  22.0   /* nearly 8 mm: room for a hand that is not steady */
#define N_RULES        2
#define RULE_WIDTH     0.6
#define RULE_GREY      0.45

/* A piece that is never parted over two sheets. */
typedef struct
{
  PangoLayout *layout;
  double       gap;       /* above it, unless it is the first on its sheet */
  double       height;    /* of the text and the lines under it */
  int          n_rules;
  int          sheet;
  double       y;
} Block;

typedef struct
{
  YfReading *reading;
  GArray    *blocks;
  int        n_sheets;
} Paper;

static void
block_clear (gpointer data)
{
  Block *block = data;

  g_clear_object (&block->layout);
}

static void
paper_free (gpointer data)
{
  Paper *self = data;

  yf_reading_unref (self->reading);
  g_array_unref (self->blocks);
  g_free (self);
}

static PangoLayout *
create_layout (GtkPrintContext *context,
               const char      *text,
               int              size,
               PangoWeight      weight)
{
  PangoLayout *layout = gtk_print_context_create_pango_layout (context);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, "Sans");
  pango_font_description_set_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (gtk_print_context_get_width (context) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
add_block (Paper       *self,
           PangoLayout *layout,
           double       gap,
           int          n_rules)
{
  Block block = { .layout = layout, .gap = gap, .n_rules = n_rules };
  int height;

  pango_layout_get_size (layout, NULL, &height);
  block.height = height / (double) PANGO_SCALE + n_rules * RULE_DISTANCE;
  g_array_append_val (self->blocks, block);
}

/* Each source once: on paper they are for whoever wants to look them up. */
static char *
list_sources (YfReading *reading)
{
  GPtrArray *paragraphs = yf_reading_get_paragraphs (reading);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const YfParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      if (g_hash_table_add (seen, yf_source_to_string (paragraph->note->source)))
        g_ptr_array_add (sources, paragraph->note->source);
    }

  return yf_text_sources (sources);
}

static void
place_blocks (Paper  *self,
              double  height)
{
  double y = 0;
  int sheet = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = &g_array_index (self->blocks, Block, i);

      if (y > 0)
        y += block->gap;
      if (y > 0 && y + block->height > height)
        {
          sheet++;
          y = 0;
        }
      block->sheet = sheet;
      block->y = y;
      y += block->height;
    }

  self->n_sheets = sheet + 1;
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Paper             *self)
{
  GPtrArray *paragraphs = yf_reading_get_paragraphs (self->reading);
  g_autofree char *sources = list_sources (self->reading);

  g_array_set_size (self->blocks, 0);
  add_block (self, create_layout (context, yf_reading_get_title (self->reading), TITLE_SIZE, PANGO_WEIGHT_BOLD), 0, 0);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      const YfParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      gboolean point = paragraph->kind == YF_PARAGRAPH_POINT;

      add_block (self,
                 create_layout (context, yf_note_get_text (paragraph->note), TEXT_SIZE,
                                point ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL),
                 GAP, point ? N_RULES : 0);
    }
  add_block (self, create_layout (context, sources, SMALL_SIZE, PANGO_WEIGHT_NORMAL), 2 * GAP, 0);

  place_blocks (self, gtk_print_context_get_height (context) - FOOTER);
  gtk_print_operation_set_n_pages (operation, self->n_sheets);
}

static void
draw_rules (const Block *block,
            cairo_t     *cr,
            double       width)
{
  cairo_save (cr);
  cairo_set_source_rgb (cr, RULE_GREY, RULE_GREY, RULE_GREY);
  cairo_set_line_width (cr, RULE_WIDTH);
  for (int i = 0; i < block->n_rules; i++)
    {
      double y = block->y + block->height - i * RULE_DISTANCE - RULE_WIDTH;

      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext   *context,
         int                sheet,
         Paper             *self)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  g_autoptr (PangoLayout) footer = NULL;
  g_autofree char *text = NULL;
  int height;

  cairo_set_source_rgb (cr, 0, 0, 0);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);

      if (block->sheet != sheet)
        continue;
      cairo_move_to (cr, 0, block->y);
      pango_cairo_show_layout (cr, block->layout);
      draw_rules (block, cr, width);
    }

  /* Translators: at the foot of a printed page: its number, and how many there are */
  text = g_strdup_printf (_("Page %d of %d"), sheet + 1, self->n_sheets);
  footer = create_layout (context, text, SMALL_SIZE, PANGO_WEIGHT_NORMAL);
  pango_layout_set_alignment (footer, PANGO_ALIGN_CENTER);
  pango_layout_get_size (footer, NULL, &height);
  cairo_move_to (cr, 0, gtk_print_context_get_height (context) - height / (double) PANGO_SCALE);
  pango_cairo_show_layout (cr, footer);
}

/**
 * yf_reading_print_new:
 * @reading: what to print
 *
 * Makes ready to print a page on paper of the size that is usual where the
 * person lives, with lines to write on under every point.
 *
 * Returns: (transfer full): what prints it, when it is run
 */
GtkPrintOperation *
yf_reading_print_new (YfReading *reading)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  Paper *paper;

  g_return_val_if_fail (reading != NULL, NULL);

  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  paper = g_new0 (Paper, 1);
  paper->reading = yf_reading_ref (reading);
  paper->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (paper->blocks, block_clear);

  gtk_page_setup_set_top_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_left_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, MARGIN_MM, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, yf_reading_get_title (reading));

  g_object_set_data_full (G_OBJECT (operation), "paper", paper, paper_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), paper);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), paper);

  return operation;
}
