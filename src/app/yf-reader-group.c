/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entry-row.h"
#include "yf-reader-group.h"

struct _YfReaderGroup
{
  AdwPreferencesGroup parent_instance;

  YfEntryRow *name;
  YfEntryRow *born;
  YfEntryRow *diagnosis;

  YfPerson   *person;
  guint       typing;    /* source id: until what was typed is saved */
  gboolean    showing;
  gboolean    saving;
};

G_DEFINE_FINAL_TYPE (YfReaderGroup, yf_reader_group, ADW_TYPE_PREFERENCES_GROUP)

/* How long nothing is typed before it is saved. */
#define TYPING_MS 700

static gboolean
read_born (YfReaderGroup *self,
           int           *born)
{
  g_autofree char *text = yf_entry_row_dup_text (self->born);

  *born = YF_BORN_UNSAID;
  return *text == '\0' || (yf_entry_row_get_number (self->born, born) && *born != YF_BORN_UNSAID);
}

static void
save (YfReaderGroup *self)
{
  g_autoptr (YfProfile) profile = yf_profile_copy (yf_person_get_profile (self->person));
  g_autofree char *name = yf_entry_row_dup_text (self->name);
  g_autofree char *diagnosis = yf_entry_row_dup_text (self->diagnosis);
  g_autoptr (GError) error = NULL;
  int born;

  g_clear_handle_id (&self->typing, g_source_remove);
  yf_profile_set_name (profile, name);
  yf_profile_set_diagnosis (profile, diagnosis);
  self->saving = TRUE;
  /* What was written of the rest is saved even where the year will not do. */
  yf_person_set_profile (self->person, profile, NULL);
  if (read_born (self, &born))
    {
      yf_profile_set_born (profile, born);
      if (yf_person_set_profile (self->person, profile, &error))
        {
          self->saving = FALSE;
          return;
        }
    }
  self->saving = FALSE;
  yf_entry_row_set_error (self->born, _("Write the year with four figures, for instance 1958, or leave it empty. It has not been saved."));
}

static gboolean
typed_enough_cb (gpointer user_data)
{
  YfReaderGroup *self = user_data;

  self->typing = 0;
  save (self);

  return G_SOURCE_REMOVE;
}

static void
typed_cb (YfReaderGroup *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->typing, g_source_remove);
  self->typing = g_timeout_add (TYPING_MS, typed_enough_cb, self);
}

static void
left_cb (YfReaderGroup *self)
{
  if (self->typing != 0)
    save (self);
}

static void
show_text (YfEntryRow *row,
           const char *text)
{
  g_autofree char *shown = yf_entry_row_dup_text (row);

  if (g_strcmp0 (shown, text ? text : "") != 0)
    yf_entry_row_set_text (row, text ? text : "");
}

static void
show_profile (YfReaderGroup *self)
{
  const YfProfile *profile = yf_person_get_profile (self->person);
  int born = yf_profile_get_born (profile);
  g_autofree char *year = born == YF_BORN_UNSAID ? NULL : g_strdup_printf ("%d", born);

  /* What is being typed stays. */
  if (self->saving || self->typing != 0)
    return;
  self->showing = TRUE;
  show_text (self->name, yf_profile_get_name (profile));
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->born)) == NULL)
    show_text (self->born, year);
  show_text (self->diagnosis, yf_profile_get_diagnosis (profile));
  self->showing = FALSE;
}

static void
unmap (GtkWidget *widget)
{
  left_cb (YF_READER_GROUP (widget));

  GTK_WIDGET_CLASS (yf_reader_group_parent_class)->unmap (widget);
}

static void
dispose (GObject *object)
{
  YfReaderGroup *self = YF_READER_GROUP (object);

  g_clear_handle_id (&self->typing, g_source_remove);
  g_clear_object (&self->person);

  G_OBJECT_CLASS (yf_reader_group_parent_class)->dispose (object);
}

static void
yf_reader_group_class_init (YfReaderGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
  GTK_WIDGET_CLASS (klass)->unmap = unmap;
}

static YfEntryRow *
add_row (YfReaderGroup *self,
         const char    *title,
         const char    *hint)
{
  GtkWidget *row = yf_entry_row_new (title, hint);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_controller (row, focus);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);

  return YF_ENTRY_ROW (row);
}

static void
yf_reader_group_init (YfReaderGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("For those who read your log"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("This stands on what you hand over, unless you hand it over without your name. No exercise opens or closes by it."));
  self->name = add_row (self, _("Your name"), NULL);
  self->born = add_row (self, _("The year you were born"), NULL);
  self->diagnosis = add_row (self, _("Your diagnosis"), _("As you were told it, in the words of your doctor."));
}

/**
 * yf_reader_group_set_person:
 * @person: whose profile it is; the log is open
 *
 * Shows what there is, and saves every change. Called once.
 */
void
yf_reader_group_set_person (YfReaderGroup *self,
                            YfPerson      *person)
{
  g_return_if_fail (YF_IS_READER_GROUP (self));
  g_return_if_fail (self->person == NULL);

  self->person = g_object_ref (person);
  show_profile (self);
  g_signal_connect_object (person, "changed", G_CALLBACK (show_profile), self, G_CONNECT_SWAPPED);
}
