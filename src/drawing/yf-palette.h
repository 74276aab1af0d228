/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YfColour:
 *
 * Red, green, blue and opacity, each 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} YfColour;

/**
 * YfPalette:
 * @text: letters and axes
 * @dim: lesser letters; still 4.5 to 1 against @background
 * @grid: lines that only help the eye
 * @background: what is drawn on
 * @accent: the one accent
 * @back: back pain
 * @leg: leg pain
 * @effort: raise or inhale
 * @still: hold
 * @release: lower or exhale
 * @warning: stops and flares
 * @figure: the skin of the figure
 * @figure_top: what it wears above the waist
 * @figure_legs: likewise below
 * @figure_hair: its hair
 * @figure_seam: around a limb that is before the body
 * @mat: what one lies on or leans against
 * @mat_edge: the edge of it
 *
 * The colours of a picture. Colour is never the only sign of anything.
 */
typedef struct
{
  YfColour text;
  YfColour dim;
  YfColour grid;
  YfColour background;
  YfColour accent;
  YfColour back;
  YfColour leg;
  YfColour effort;
  YfColour still;
  YfColour release;
  YfColour warning;
  YfColour figure;
  YfColour figure_top;
  YfColour figure_legs;
  YfColour figure_hair;
  YfColour figure_seam;
  YfColour mat;
  YfColour mat_edge;
} YfPalette;

/**
 * YfPaletteKind:
 * @YF_PALETTE_LIGHT: on a light screen
 * @YF_PALETTE_DARK: on a dark screen
 * @YF_PALETTE_LIGHT_CONTRAST: on a light screen, high contrast
 * @YF_PALETTE_DARK_CONTRAST: on a dark screen, high contrast
 * @YF_PALETTE_PAPER: on paper, legible in greys
 */
typedef enum
{
  YF_PALETTE_LIGHT,
  YF_PALETTE_DARK,
  YF_PALETTE_LIGHT_CONTRAST,
  YF_PALETTE_DARK_CONTRAST,
  YF_PALETTE_PAPER,
} YfPaletteKind;

const YfPalette *yf_palette_get (YfPaletteKind kind);

G_END_DECLS
