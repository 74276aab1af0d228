/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-palette.h"

#define RGB(r, g, b) { (r) / 255.0, (g) / 255.0, (b) / 255.0, 1.0 }

/*
 * The hues of effort, stillness and release and the accent are those of the
 * style sheet, mixed with black or white as it mixes them with the colour of the
 * text. On a screen the background is that of a card, on which charts lie; where
 * one lies on the window itself, letters stand out more on dark and no less on
 * light. Back and leg pain are the accent and a blue, which no common way of
 * seeing colours differently confuses; on paper they differ in lightness too.
 */
static const YfPalette palettes[] = {
  [YF_PALETTE_LIGHT] = {
    .text = RGB (0x2e, 0x2e, 0x2e),
    .dim = RGB (0x63, 0x63, 0x63),
    .grid = RGB (0xdc, 0xd8, 0xd4),
    .background = RGB (0xfa, 0xfa, 0xfa),
    .accent = RGB (0x81, 0x43, 0x1f),
    .back = RGB (0xa4, 0x50, 0x20),
    .leg = RGB (0x24, 0x62, 0xa8),
    .effort = RGB (0x9a, 0x4f, 0x1c),
    .still = RGB (0x4a, 0x51, 0xa4),
    .release = RGB (0x0c, 0x74, 0x62),
    .warning = RGB (0xb3, 0x22, 0x2c),
  },
  [YF_PALETTE_DARK] = {
    .text = RGB (0xf2, 0xf0, 0xee),
    .dim = RGB (0xc0, 0xbe, 0xbb),
    .grid = RGB (0x56, 0x54, 0x52),
    .background = RGB (0x36, 0x36, 0x36),
    .accent = RGB (0xe0, 0xa6, 0x80),
    .back = RGB (0xf0, 0xa8, 0x78),
    .leg = RGB (0x8c, 0xc0, 0xf4),
    .effort = RGB (0xde, 0xa0, 0x70),
    .still = RGB (0xb0, 0xb4, 0xf0),
    .release = RGB (0x6c, 0xc4, 0xb2),
    .warning = RGB (0xff, 0x9c, 0x94),
  },
  [YF_PALETTE_LIGHT_CONTRAST] = {
    .text = RGB (0x00, 0x00, 0x00),
    .dim = RGB (0x26, 0x26, 0x26),
    .grid = RGB (0x86, 0x86, 0x86),
    .background = RGB (0xff, 0xff, 0xff),
    .accent = RGB (0x5e, 0x2c, 0x10),
    .back = RGB (0x7c, 0x30, 0x08),
    .leg = RGB (0x08, 0x3c, 0x86),
    .effort = RGB (0x78, 0x34, 0x08),
    .still = RGB (0x2c, 0x32, 0x88),
    .release = RGB (0x02, 0x50, 0x42),
    .warning = RGB (0x96, 0x0c, 0x1a),
  },
  [YF_PALETTE_DARK_CONTRAST] = {
    .text = RGB (0xff, 0xff, 0xff),
    .dim = RGB (0xe6, 0xe6, 0xe6),
    .grid = RGB (0x8e, 0x8e, 0x8e),
    .background = RGB (0x24, 0x24, 0x24),
    .accent = RGB (0xff, 0xc8, 0xa4),
    .back = RGB (0xff, 0xc0, 0x94),
    .leg = RGB (0xa8, 0xd6, 0xff),
    .effort = RGB (0xff, 0xc4, 0x98),
    .still = RGB (0xcc, 0xd0, 0xff),
    .release = RGB (0x94, 0xec, 0xd8),
    .warning = RGB (0xff, 0xb8, 0xb2),
  },
  [YF_PALETTE_PAPER] = {
    .text = RGB (0x14, 0x14, 0x14),
    .dim = RGB (0x4c, 0x4c, 0x4c),
    .grid = RGB (0xc8, 0xc8, 0xc8),
    .background = RGB (0xff, 0xff, 0xff),
    .accent = RGB (0x81, 0x43, 0x1f),
    .back = RGB (0x6e, 0x2c, 0x0a),
    .leg = RGB (0x2a, 0x76, 0xc0),
    .effort = RGB (0xb0, 0x60, 0x24),
    .still = RGB (0x2c, 0x32, 0x88),
    .release = RGB (0x0a, 0x70, 0x5e),
    .warning = RGB (0x9a, 0x12, 0x20),
  },
};

/**
 * yf_palette_get:
 * @kind: what is drawn on
 *
 * Letters stand out from the background by 4.5 to 1 or more, and marks by 3 to
 * 1 or more (WCAG 2.1, 1.4.3 and 1.4.11); the letters that name a line are in the
 * colour of the line, so that @back and @leg keep to the stricter of the two.
 *
 * Returns: (transfer none): the colours for it
 */
const YfPalette *
yf_palette_get (YfPaletteKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (palettes), &palettes[YF_PALETTE_LIGHT]);

  return &palettes[kind];
}
