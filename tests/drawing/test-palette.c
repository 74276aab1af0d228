/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-palette.h"

#include <math.h>

/* WCAG 2.1: the relative luminance of a colour, and the contrast of two. */
static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const YfColour *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

static double
get_contrast (const YfColour *a,
              const YfColour *b)
{
  double one = get_luminance (a) + 0.05;
  double other = get_luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

static void
test_contrast (void)
{
  const YfColour black = { 0, 0, 0, 1 };
  const YfColour white = { 1, 1, 1, 1 };

  g_assert_cmpfloat_with_epsilon (get_contrast (&black, &white), 21, 0.001);

  for (YfPaletteKind kind = YF_PALETTE_LIGHT; kind <= YF_PALETTE_PAPER; kind++)
    {
      const YfPalette *palette = yf_palette_get (kind);
      gboolean high = kind == YF_PALETTE_LIGHT_CONTRAST || kind == YF_PALETTE_DARK_CONTRAST;
      /* All of them are colours of letters somewhere: names of lines, heads of
       * columns, numbers on marks. */
      const YfColour *letters[] = {
        &palette->text, &palette->dim, &palette->accent, &palette->back, &palette->leg, &palette->effort,
        &palette->still, &palette->release, &palette->warning,
      };

      for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
        {
          double contrast = get_contrast (letters[i], &palette->background);

          g_test_message ("palette %d, colour %d: %.2f", kind, (int) i, contrast);
          g_assert_cmpfloat (letters[i]->alpha, ==, 1);
          /* WCAG 1.4.6 where somebody asked for more. */
          g_assert_cmpfloat (contrast, >=, high ? 7 : 4.5);
        }
      g_assert_cmpfloat (get_contrast (&palette->grid, &palette->background), >=, high ? 3 : 1.2);
    }
}

/* The figure stands out from what it is drawn on by 3 to 1 as what it wears, and by less as its skin, which
 * the clothes and the hair are next to. */
static void
test_figure (void)
{
  for (YfPaletteKind kind = YF_PALETTE_LIGHT; kind <= YF_PALETTE_PAPER; kind++)
    {
      const YfPalette *palette = yf_palette_get (kind);
      const YfColour *worn[] = { &palette->figure_top, &palette->figure_legs };

      for (gsize i = 0; i < G_N_ELEMENTS (worn); i++)
        {
          g_test_message ("palette %d, worn %d: %.2f", kind, (int) i, get_contrast (worn[i], &palette->background));
          g_assert_cmpfloat (get_contrast (worn[i], &palette->background), >=, 3);
        }
      g_test_message ("palette %d, skin %.2f, hair %.2f", kind, get_contrast (&palette->figure, &palette->background),
                      get_contrast (&palette->figure_hair, &palette->figure));
      g_assert_cmpfloat (get_contrast (&palette->figure, &palette->background), >=, 1.6);
      g_assert_cmpfloat (get_contrast (&palette->figure_hair, &palette->figure), >=, 2);
    }
}

/* A printer without colours tells them apart by how dark they are. */
static void
test_greys (void)
{
  const YfPalette *paper = yf_palette_get (YF_PALETTE_PAPER);
  const YfColour *pairs[][2] = {
    { &paper->back, &paper->leg },
    { &paper->effort, &paper->still },
    { &paper->release, &paper->still },
    { &paper->effort, &paper->release },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("pair %d: %.2f", (int) i, get_contrast (pairs[i][0], pairs[i][1]));
      g_assert_cmpfloat (get_contrast (pairs[i][0], pairs[i][1]), >=, 1.2);
    }
  g_assert_cmpfloat (get_contrast (&paper->back, &paper->leg), >=, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/figure", test_figure);
  g_test_add_func ("/palette/greys", test_greys);

  return g_test_run ();
}
