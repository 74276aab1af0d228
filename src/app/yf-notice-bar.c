/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-notice-bar.h"

struct _YfNoticeBar
{
  AdwBin parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;

  guint        timeout;
};

G_DEFINE_FINAL_TYPE (YfNoticeBar, yf_notice_bar, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Time to read two sentences twice, without one's glasses. */
#define NOTICE_SECONDS 20

static gboolean
timeout_cb (gpointer user_data)
{
  YfNoticeBar *self = user_data;

  self->timeout = 0;
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  return G_SOURCE_REMOVE;
}

static void
close_cb (YfNoticeBar *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
dispose (GObject *object)
{
  YfNoticeBar *self = YF_NOTICE_BAR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);

  G_OBJECT_CLASS (yf_notice_bar_parent_class)->dispose (object);
}

static void
yf_notice_bar_class_init (YfNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YfNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, YfNoticeBar, label);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
yf_notice_bar_init (YfNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_notice_bar_show_notice:
 * @message: whole sentences
 *
 * Says something for a while: it takes room from the digits.
 */
void
yf_notice_bar_show_notice (YfNoticeBar *self,
                           const char  *message)
{
  yf_notice_bar_show_trouble (self, message);
  self->timeout = g_timeout_add_seconds (NOTICE_SECONDS, timeout_cb, self);
}

/**
 * yf_notice_bar_show_trouble:
 * @message: whole sentences
 *
 * Says something until somebody closes it.
 */
void
yf_notice_bar_show_trouble (YfNoticeBar *self,
                            const char  *message)
{
  g_return_if_fail (YF_IS_NOTICE_BAR (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  gtk_label_set_label (self->label, message);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
}
