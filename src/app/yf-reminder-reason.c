/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-reminder-reason.h"

#include "yf-rows.h"

struct _YfReminderReason
{
  AdwWindow parent_instance;

  AdwPreferencesGroup *reasons;
};

G_DEFINE_FINAL_TYPE (YfReminderReason, yf_reminder_reason, ADW_TYPE_WINDOW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
activated_cb (YfReminderReason *self,
              GtkWidget        *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "reason")));
  gtk_window_close (GTK_WINDOW (self));
}

static void
yf_reminder_reason_class_init (YfReminderReasonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-reminder-reason.ui");
  gtk_widget_class_bind_template_child (widget_class, YfReminderReason, reasons);
}

static void
yf_reminder_reason_init (YfReminderReason *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int reason = YF_SKIP_UNSAID + 1; reason < YF_N_SKIP_REASONS; reason++)
    {
      GtkWidget *row = yf_rows_new_plain (yf_skip_reason_get_name ((YfSkipReason) reason), NULL);

      g_object_set_data (G_OBJECT (row), "reason", GINT_TO_POINTER (reason));
      gtk_widget_set_focusable (row, TRUE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->reasons, row);
    }
}

/**
 * yf_reminder_reason_new:
 * @application: what keeps the program running as long as it shows
 * @parent: (nullable): the window it belongs to, if one is open
 *
 * Returns: (transfer none): a window, not yet shown
 */
GtkWidget *
yf_reminder_reason_new (GtkApplication *application,
                        GtkWindow      *parent)
{
  return g_object_new (YF_TYPE_REMINDER_REASON,
                       "application", application,
                       "transient-for", parent,
                       "modal", parent != NULL,
                       NULL);
}
