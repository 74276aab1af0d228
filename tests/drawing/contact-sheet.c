/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drawing-fixture.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdlib.h>

/* Paints every chart of a made-up log, for people to look at:
 *
 *   contact-sheet FOLDER DAYS WIDTH light|dark|light-contrast|dark-contrast|paper [FONT]
 */

static const char * const palettes[] = { "light", "dark", "light-contrast", "dark-contrast", "paper" };

static gboolean
paint (YfChart         *chart,
       const char      *path,
       double           width,
       const YfPalette *palette,
       const char      *font)
{
  const double margin = 16;
  g_autoptr (PangoFontDescription) description = pango_font_description_from_string (font);
  PangoContext *context;
  g_autoptr (PangoLayout) layout = NULL;
  g_autofree char *words = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 1, 1);
  cairo_t *cairo = cairo_create (surface);
  YfCanvas canvas = { .width = width, .palette = palette };
  PangoRectangle extents;
  gboolean written;

  context = pango_cairo_create_context (cairo);
  pango_context_set_font_description (context, description);
  canvas.context = context;
  canvas.height = yf_chart_measure (chart, context, width);
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);

  layout = pango_layout_new (context);
  words = g_strdup_printf ("%s\n%s", yf_chart_get_title (chart), yf_chart_get_summary (chart));
  pango_layout_set_text (layout, words, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_get_pixel_extents (layout, NULL, &extents);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width + 2 * margin),
                                        (int) (canvas.height + extents.height + 3 * margin));
  cairo = canvas.cairo = cairo_create (surface);
  cairo_set_source_rgb (cairo, palette->background.red, palette->background.green, palette->background.blue);
  cairo_paint (cairo);
  cairo_translate (cairo, margin, margin);
  cairo_set_source_rgb (cairo, palette->text.red, palette->text.green, palette->text.blue);
  pango_cairo_show_layout (cairo, layout);
  cairo_translate (cairo, 0, extents.height + margin);
  yf_chart_draw (chart, &canvas, (int) yf_chart_get_n_points (chart) / 2 - 1);

  written = cairo_status (cairo) == CAIRO_STATUS_SUCCESS
            && cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  g_object_unref (context);

  return written;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YfProgress) progress = NULL;
  const YfPalette *palette = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("YANFEI_LOCALEDIR") ? g_getenv ("YANFEI_LOCALEDIR") : YF_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  for (gsize i = 0; argc >= 5 && i < G_N_ELEMENTS (palettes); i++)
    if (g_str_equal (argv[4], palettes[i]))
      palette = yf_palette_get (i);
  if (palette == NULL)
    {
      g_printerr ("Usage: %s FOLDER DAYS WIDTH light|dark|light-contrast|dark-contrast|paper [FONT]\n", argv[0]);
      return 2;
    }

  progress = fixture_new_progress (atoi (argv[2]));
  for (YfChartKind kind = 0; kind < YF_N_CHART_KINDS; kind++)
    {
      g_autoptr (YfChart) chart = yf_chart_new (kind, progress);
      g_autofree char *name = g_strdup_printf ("%d-%s.png", kind, yf_chart_get_id (chart));
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      if (!paint (chart, path, atof (argv[3]), palette, argc > 5 ? argv[5] : "Sans 11"))
        {
          g_printerr ("%s cannot be written\n", path);
          return 1;
        }
    }

  return 0;
}
