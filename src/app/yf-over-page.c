/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-over-page.h"
#include "yf-page.h"

struct _YfOverPage
{
  AdwBin parent_instance;

  GtkBox         *box;
  AdwWindowTitle *title;
  GtkWidget      *back;

  GtkWidget      *content; /* unowned */
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfOverPage, yf_over_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

static void
focus_first (YfPage *page)
{
  YfOverPage *self = YF_OVER_PAGE (page);

  if (!gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (self->back);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_over_page_class_init (YfOverPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-over-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfOverPage, box);
  gtk_widget_class_bind_template_child (widget_class, YfOverPage, title);
  gtk_widget_class_bind_template_child (widget_class, YfOverPage, back);
}

static void
yf_over_page_init (YfOverPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_over_page_new:
 * @title: what it is called
 * @child: (transfer floating): what it shows
 *
 * Returns: (transfer floating): a page with it
 */
GtkWidget *
yf_over_page_new (const char *title,
                  GtkWidget  *child)
{
  YfOverPage *self = g_object_new (YF_TYPE_OVER_PAGE, NULL);

  self->content = child;
  adw_window_title_set_title (self->title, title);
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (self->box, child);

  return GTK_WIDGET (self);
}
