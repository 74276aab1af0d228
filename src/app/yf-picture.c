/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-picture.h"
#include "yf-style.h"

/* What all widgets that show the figure have in common. */

/**
 * yf_picture_wants_less_motion:
 * @widget: a widget that moves
 *
 * Returns: whether the desktop asks for pictures that do not move
 */
gboolean
yf_picture_wants_less_motion (GtkWidget *widget)
{
  gboolean animations;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  g_object_get (gtk_widget_get_settings (widget), "gtk-enable-animations", &animations, NULL);

  return !animations;
}

/**
 * yf_picture_measure:
 * @orientation: what is asked for
 * @width: how wide the picture is where its height is asked for, or -1
 * @least: the least height, in pixels; it is the least width as well
 * @most: the greatest height it asks for, in pixels
 * @aspect: how many times as wide as high it is
 * @minimum: (out): return location for the minimum size
 * @natural: (out): return location for the natural size
 *
 * Measures a picture whose height follows its width.
 */
void
yf_picture_measure (GtkOrientation  orientation,
                    int             width,
                    int             least,
                    int             most,
                    double          aspect,
                    int            *minimum,
                    int            *natural)
{
  *minimum = least;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = (int) (most * aspect);
  else
    *natural = width < 0 ? most : CLAMP ((int) (width / aspect), least, most);
}

/**
 * yf_picture_snapshot:
 * @widget: a widget that has a size
 * @snapshot: where it is drawn
 * @body: the person
 *
 * Draws somebody into the whole of a widget.
 */
void
yf_picture_snapshot (GtkWidget    *widget,
                     GtkSnapshot  *snapshot,
                     const YfBody *body)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));

  yf_figure_draw (body, yf_style_get_palette (widget), cairo, width, height);
  cairo_destroy (cairo);
}
