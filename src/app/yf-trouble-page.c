/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-page.h"
#include "yf-trouble-page.h"

/**
 * YfTroublePage:
 *
 * Says, in the store's words, that the log cannot be opened, and what to do.
 */
struct _YfTroublePage
{
  AdwBin parent_instance;

  GtkLabel  *message;
  GtkWidget *read;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfTroublePage, yf_trouble_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

static void
focus_first (YfPage *page)
{
  gtk_widget_grab_focus (YF_TROUBLE_PAGE (page)->read);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_trouble_page_class_init (YfTroublePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-trouble-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfTroublePage, message);
  gtk_widget_class_bind_template_child (widget_class, YfTroublePage, read);
}

static void
yf_trouble_page_init (YfTroublePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_trouble_page_new:
 * @error: why the log cannot be opened
 *
 * Returns: (transfer floating): a page that says so
 */
GtkWidget *
yf_trouble_page_new (const GError *error)
{
  YfTroublePage *self = g_object_new (YF_TYPE_TROUBLE_PAGE, NULL);

  /* The store's own words say what is wrong and what to do. */
  gtk_label_set_label (self->message, error->message);

  return GTK_WIDGET (self);
}
