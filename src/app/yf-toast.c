/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-toast.h"

/* In characters: what fits beside a close button in a window of 360 pixels. */
#define WIDTH 26

/* libadwaita 1.2 gives the button that closes a toast no name. */
static void
name_close_button_cb (GtkWidget *label)
{
  GtkWidget *toast = gtk_widget_get_parent (label);

  for (; toast && !ADW_IS_TOAST_OVERLAY (toast); toast = gtk_widget_get_parent (toast))
    for (GtkWidget *child = gtk_widget_get_first_child (toast); child; child = gtk_widget_get_next_sibling (child))
      if (GTK_IS_BUTTON (child))
        gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        _("Close the Message"), -1);
}

/**
 * yf_toast_new:
 * @message: a sentence for the person
 *
 * Returns: (transfer full): a toast that shows all of it, until it is sent away; an
 *   ordinary one cuts its text short where the window is narrow
 */
AdwToast *
yf_toast_new (const char *message)
{
  AdwToast *toast = adw_toast_new (message);
  GtkWidget *label = gtk_label_new (message);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  g_signal_connect (label, "map", G_CALLBACK (name_close_button_cb), NULL);
  adw_toast_set_custom_title (toast, label);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);

  return toast;
}
