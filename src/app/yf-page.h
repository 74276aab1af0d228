/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YF_TYPE_PAGE (yf_page_get_type ())
G_DECLARE_INTERFACE (YfPage, yf_page, YF, PAGE, GtkWidget)

/**
 * YfPageInterface:
 * @focus_first: puts the keyboard where a person begins on this page
 *
 * A page that is shown over the tabs.
 */
struct _YfPageInterface
{
  GTypeInterface parent_interface;

  void (*focus_first) (YfPage *self);
};

void yf_page_focus_first (YfPage *self);

G_END_DECLS
