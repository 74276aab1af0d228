/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-page.h"

G_DEFINE_INTERFACE (YfPage, yf_page, GTK_TYPE_WIDGET)

static void
yf_page_default_init (YfPageInterface *iface)
{
}

/**
 * yf_page_focus_first:
 *
 * Puts the keyboard where a person begins on this page. It is not the
 * widget's own grab_focus, which GTK also asks when Tab comes round to the
 * page: Tab would never get past that place.
 */
void
yf_page_focus_first (YfPage *self)
{
  g_return_if_fail (YF_IS_PAGE (self));

  YF_PAGE_GET_IFACE (self)->focus_first (self);
}
