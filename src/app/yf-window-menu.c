/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-data-page.h"
#include "yf-hand-over-page.h"
#include "yf-over-page.h"
#include "yf-reminder-page.h"
#include "yf-sound-page.h"
#include "yf-window-private.h"
#include "yf-window-programme.h"

/* Where the main menu leads to. */

static void
restore_cb (YfWindow   *self,
            const char *path)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "restore",
                                  g_variant_new_string (path));
}

static void
erase_cb (YfWindow *self)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (self))), "erase", NULL);
}

static void
hand_over_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  yf_window_show_hand_over (YF_WINDOW (widget));
}

static void
data_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);
  GtkWidget *page = yf_data_page_new (self->person);

  g_signal_connect_object (page, "told", G_CALLBACK (yf_window_notify), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "erase", G_CALLBACK (erase_cb), self, G_CONNECT_SWAPPED);
  yf_window_push (self, yf_over_page_new (_("Your Data"), page));
}

static void
sound_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);
  GtkWidget *page = yf_sound_page_new (self->person, self->preferences);

  g_signal_connect_object (page, "page", G_CALLBACK (yf_window_push), self, G_CONNECT_SWAPPED);
  yf_window_push (self, yf_over_page_new (_("Sound and Speech"), page));
}

static void
programme_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  yf_window_show_programme (YF_WINDOW (widget));
}

static void
reminders_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  YfWindow *self = YF_WINDOW (widget);

  yf_window_push (self, yf_reminder_page_new (self->person, self->preferences));
}

static const struct
{
  const char                  *name;
  GtkWidgetActionActivateFunc  activate;
} actions[] = {
  { "win.hand-over", hand_over_cb },
  { "win.data", data_cb },
  { "win.sound", sound_cb },
  { "win.programme", programme_cb },
  { "win.reminders", reminders_cb },
};

/*
 * yf_window_install_menu:
 *
 * Gives every window the actions of the main menu.
 */
void
yf_window_install_menu (GtkWidgetClass *klass)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);
}

/*
 * yf_window_enable_menu:
 *
 * Says whether the main menu leads anywhere now.
 */
void
yf_window_enable_menu (YfWindow *self,
                       gboolean  enabled)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, enabled);
}

void
yf_window_show_hand_over (YfWindow *self)
{
  GtkWidget *page = yf_hand_over_page_new (self->person);

  g_signal_connect_object (page, "told", G_CALLBACK (yf_window_notify), self, G_CONNECT_SWAPPED);
  yf_window_push (self, yf_over_page_new (_("Hand Over"), page));
}
