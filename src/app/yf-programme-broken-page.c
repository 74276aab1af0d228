/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-programme-broken-page.h"
#include "yf-programme.h"

/* In pixels: lines are no longer than can be read. */
#define WIDTH 560

/**
 * yf_programme_broken_page_new:
 * @error: why a file will not do, with its line
 *
 * Returns: (transfer floating): a page that says so
 */
GtkWidget *
yf_programme_broken_page_new (const GError *error)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *message = gtk_label_new (error->message);
  GtkWidget *advice = gtk_label_new (error->domain == YF_PROGRAMME_ERROR
                                     ? _("Nothing was changed. Show this to whoever wrote the file: the number is the line in it that has to be put right.")
                                     : _("Nothing was changed. See whether the file is still there, and open it again."));
  GtkWidget *close = gtk_button_new_with_label (_("Close"));

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "yf-trouble-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("This Is No Programme That Can Be Followed"));
  gtk_label_set_wrap (GTK_LABEL (message), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (message), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (message), TRUE);
  gtk_widget_set_focusable (message, FALSE);
  gtk_widget_add_css_class (message, "heading");
  gtk_label_set_wrap (GTK_LABEL (advice), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (advice), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (advice), GTK_JUSTIFY_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "win.back");
  gtk_widget_set_halign (close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (close, "big");
  gtk_box_append (GTK_BOX (box), message);
  gtk_box_append (GTK_BOX (box), advice);
  gtk_box_append (GTK_BOX (box), close);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clamp);

  return page;
}
