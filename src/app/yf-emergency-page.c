/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-emergency-page.h"
#include "yf-page.h"
#include "yf-red-flag.h"

/**
 * YfEmergencyPage:
 *
 * One screen, one message. There is nothing else to read and nothing else to
 * press, so that nothing keeps a person from going.
 */
struct _YfEmergencyPage
{
  AdwBin parent_instance;

  GtkLabel  *message;
  GtkWidget *close;
};

static void page_init (YfPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YfEmergencyPage, yf_emergency_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (YF_TYPE_PAGE, page_init))

static void
close_cb (YfEmergencyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

/* Not the Close button: a key pressed by habit must not send the message away
 * before it is read. Tab reaches the button. */
static void
focus_first (YfPage *page)
{
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (page)), NULL);
}

static void
page_init (YfPageInterface *iface)
{
  iface->focus_first = focus_first;
}

static void
yf_emergency_page_class_init (YfEmergencyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-emergency-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfEmergencyPage, message);
  gtk_widget_class_bind_template_child (widget_class, YfEmergencyPage, close);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
yf_emergency_page_init (YfEmergencyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->message, yf_triage_get_advice (YF_TRIAGE_EMERGENCY));
}

/**
 * yf_emergency_page_new:
 *
 * Returns: (transfer floating): a page that sends the person to emergency care
 */
GtkWidget *
yf_emergency_page_new (void)
{
  return g_object_new (YF_TYPE_EMERGENCY_PAGE, NULL);
}
