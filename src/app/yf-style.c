/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "yf-style.h"

/**
 * yf_style_get_palette:
 * @widget: a widget
 *
 * Returns: (transfer none): the colours of pictures on its display, as it is now: light
 *   or dark, in high contrast or not
 */
const YfPalette *
yf_style_get_palette (GtkWidget *widget)
{
  AdwStyleManager *style;
  gboolean dark;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  dark = adw_style_manager_get_dark (style);
  if (adw_style_manager_get_high_contrast (style))
    return yf_palette_get (dark ? YF_PALETTE_DARK_CONTRAST : YF_PALETTE_LIGHT_CONTRAST);

  return yf_palette_get (dark ? YF_PALETTE_DARK : YF_PALETTE_LIGHT);
}
