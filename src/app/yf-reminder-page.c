/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-break-group.h"
#include "yf-over-page.h"
#include "yf-reminder-page.h"
#include "yf-reminders.h"
#include "yf-rows.h"
#include "yf-time-row.h"

struct _YfReminderPage
{
  AdwBin parent_instance;

  GtkBox              *box;
  GtkLabel            *elsewhere;
  AdwPreferencesGroup *reminders;
  YfTimeRow           *time;

  YfPreferences       *preferences;
};

G_DEFINE_FINAL_TYPE (YfReminderPage, yf_reminder_page, ADW_TYPE_BIN)

static void
show_minute (YfReminderPage *self)
{
  int minute = yf_reminders_get_minute (yf_preferences_get_reminder_minute (self->preferences));

  if (yf_time_row_get_minute (self->time) != minute)
    yf_time_row_set_minute (self->time, minute);
}

static void
committed_cb (YfReminderPage *self)
{
  int minute = yf_time_row_get_minute (self->time);

  if (minute == YF_MINUTE_UNKNOWN)
    {
      yf_time_row_set_error (self->time, _("Write hours and minutes, for instance 19:30. To be left alone, turn reminders off."));
      return;
    }
  if (yf_reminders_get_minute (minute) != minute)
    {
      yf_time_row_set_error (self->time, _("It is night then, and nobody is reminded. Choose a time from 07:00 to 21:29."));
      return;
    }

  g_object_set (self->preferences, "reminder-minute", minute, NULL);
}

static void
bind (YfReminderPage *self,
      const char     *property,
      gpointer        target,
      const char     *target_property)
{
  g_object_bind_property (self->preferences, property, target, target_property,
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
fill (YfReminderPage *self)
{
  GtkWidget *again_row;
  GtkSwitch *enabled, *again;

  adw_preferences_group_add (self->reminders,
                             yf_rows_new_switch (_("Remind me"),
                                                 _("On days with a session that is not done yet. The morning after one, you are asked how your back is. Yanfei stays in the background for this, and starts with your computer."),
                                                 &enabled));
  bind (self, "reminders-enabled", enabled, "active");

  self->time = g_object_new (YF_TYPE_TIME_ROW, "title", _("At what time"), NULL);
  yf_time_row_set_hint (self->time, _("From 07:00 to 21:29: never at night"));
  adw_preferences_group_add (self->reminders, GTK_WIDGET (self->time));
  show_minute (self);
  g_signal_connect_object (self->time, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preferences, "notify::reminder-minute", G_CALLBACK (show_minute), self,
                           G_CONNECT_SWAPPED);

  again_row = yf_rows_new_switch (_("Once more"), _("Two hours later, if the session is still not done and you have not said “not today”"),
                                  &again);
  adw_preferences_group_add (self->reminders, again_row);
  bind (self, "reminder-again", again, "active");

  g_object_bind_property (enabled, "active", self->time, "sensitive", G_BINDING_SYNC_CREATE);
  g_object_bind_property (enabled, "active", again_row, "sensitive", G_BINDING_SYNC_CREATE);

  gtk_box_append (self->box, yf_break_group_new (self->preferences));
}

static void
dispose (GObject *object)
{
  YfReminderPage *self = YF_REMINDER_PAGE (object);

  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_reminder_page_parent_class)->dispose (object);
}

static void
yf_reminder_page_class_init (YfReminderPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-reminder-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfReminderPage, box);
  gtk_widget_class_bind_template_child (widget_class, YfReminderPage, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, YfReminderPage, reminders);
}

static void
yf_reminder_page_init (YfReminderPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Only the person's own log is there without a window. */
static gboolean
is_usual (YfPerson *person)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "yanfei", NULL);

  return g_strcmp0 (yf_store_get_directory (yf_person_get_store (person)), usual) == 0;
}

/**
 * yf_reminder_page_new:
 * @person: whom to remind
 * @preferences: what is set
 *
 * Returns: (transfer floating): a #YfPage on which reminders and breaks are set
 */
GtkWidget *
yf_reminder_page_new (YfPerson      *person,
                      YfPreferences *preferences)
{
  YfReminderPage *self = g_object_new (YF_TYPE_REMINDER_PAGE, NULL);

  self->preferences = g_object_ref (preferences);
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), !is_usual (person));
  fill (self);

  return yf_over_page_new (_("Reminders and Breaks"), GTK_WIDGET (self));
}
