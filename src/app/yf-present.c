/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-present.h"

static void
update (GtkWidget *widget)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN,
                               !gtk_widget_get_mapped (widget), -1);
}

/**
 * yf_present_while_mapped:
 * @widget: a page of a stack or leaflet
 *
 * Hides a page from screen readers while it does not show. GTK 4.8 tells them
 * of every page of a stack, and a person who cannot see would be read buttons
 * that are not there.
 */
void
yf_present_while_mapped (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_signal_connect_after (widget, "map", G_CALLBACK (update), NULL);
  g_signal_connect_after (widget, "unmap", G_CALLBACK (update), NULL);
  update (widget);
}
