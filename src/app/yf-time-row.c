/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-time-row.h"

struct _YfTimeRow
{
  AdwActionRow parent_instance;

  GtkEditable *entry;
  char        *hint;
  int          minute;
  gboolean     showing;
  gboolean     wrong;
};

G_DEFINE_FINAL_TYPE (YfTimeRow, yf_time_row, ADW_TYPE_ACTION_ROW)

enum
{
  COMMITTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* Hours and minutes, HH:MM. */
#define LENGTH 5

/* A Chinese keyboard types a colon as wide as a character. */
static char *
normalize (const char *text)
{
  g_autofree char *narrow = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);

  return g_strstrip (g_strdup (narrow ? narrow : ""));
}

static gboolean
parse (const char *text,
       int        *minute)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  gint64 hours, minutes;

  if (g_strv_length (parts) != 2 || strlen (parts[1]) != 2 || strlen (parts[0]) > 2)
    return FALSE;
  if (!g_ascii_string_to_signed (parts[0], 10, 0, 23, &hours, NULL) ||
      !g_ascii_string_to_signed (parts[1], 10, 0, 59, &minutes, NULL))
    return FALSE;

  *minute = (int) (hours * 60 + minutes);
  return TRUE;
}

static void
take (YfTimeRow *self,
      int        minute)
{
  yf_time_row_set_error (self, NULL);
  if (self->minute == minute)
    return;
  self->minute = minute;
  g_signal_emit (self, signals[COMMITTED], 0);
}

static void
commit_cb (YfTimeRow *self)
{
  if (!self->showing)
    yf_time_row_commit (self);
}

static void
typed_cb (YfTimeRow *self)
{
  g_autofree char *text = NULL;
  int minute;

  if (self->showing)
    return;

  /* Nothing is said against a time while it is being typed; a whole one is
   * taken at once. */
  if (self->wrong)
    yf_time_row_set_error (self, NULL);
  text = normalize (gtk_editable_get_text (self->entry));
  if (strlen (text) == LENGTH && parse (text, &minute))
    take (self, minute);
}

static void
title_cb (YfTimeRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

static void
finalize (GObject *object)
{
  YfTimeRow *self = YF_TIME_ROW (object);

  g_clear_pointer (&self->hint, g_free);

  G_OBJECT_CLASS (yf_time_row_parent_class)->finalize (object);
}

static void
yf_time_row_class_init (YfTimeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[COMMITTED] =
    g_signal_new ("committed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_time_row_init (YfTimeRow *self)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = GTK_EDITABLE (entry);
  self->hint = g_strdup (_("Leave it empty if you don’t know."));
  self->minute = YF_MINUTE_UNKNOWN;
  gtk_editable_set_width_chars (self->entry, LENGTH + 1);
  gtk_editable_set_max_width_chars (self->entry, LENGTH + 1);
  gtk_entry_set_max_length (GTK_ENTRY (entry), LENGTH);
  /* Translators: hours and minutes of a time of day on a clock of 24 hours, as it is to be typed */
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("HH:MM"));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), entry);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (focus, "leave", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
  yf_time_row_set_error (self, NULL);
}

/**
 * yf_time_row_get_minute:
 *
 * Returns: the minute of the day that was last taken, or %YF_MINUTE_UNKNOWN
 */
int
yf_time_row_get_minute (YfTimeRow *self)
{
  g_return_val_if_fail (YF_IS_TIME_ROW (self), YF_MINUTE_UNKNOWN);

  return self->minute;
}

/**
 * yf_time_row_set_minute:
 * @minute: the minute of the day, or %YF_MINUTE_UNKNOWN
 *
 * Shows a time. `committed` is not emitted.
 */
void
yf_time_row_set_minute (YfTimeRow *self,
                        int        minute)
{
  g_autofree char *text = NULL;

  g_return_if_fail (YF_IS_TIME_ROW (self));

  self->minute = minute;
  text = minute == YF_MINUTE_UNKNOWN ? g_strdup ("") : g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
  self->showing = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->showing = FALSE;
  yf_time_row_set_error (self, NULL);
}

/**
 * yf_time_row_commit:
 *
 * Takes what was typed, or marks it as wrong.
 *
 * Returns: whether it is a time of day, or nothing
 */
gboolean
yf_time_row_commit (YfTimeRow *self)
{
  g_autofree char *text = NULL;
  int minute = YF_MINUTE_UNKNOWN;

  g_return_val_if_fail (YF_IS_TIME_ROW (self), FALSE);

  text = normalize (gtk_editable_get_text (self->entry));
  if (*text != '\0' && !parse (text, &minute))
    {
      yf_time_row_set_error (self, _("This is not a time of day. Write hours and minutes, for instance 19:30. It has not been saved."));
      return FALSE;
    }
  if (minute != self->minute)
    take (self, minute);

  return !self->wrong;
}

/**
 * yf_time_row_set_hint:
 * @hint: what may be written, in place of that it may be left empty
 */
void
yf_time_row_set_hint (YfTimeRow  *self,
                      const char *hint)
{
  g_return_if_fail (YF_IS_TIME_ROW (self));

  g_free (self->hint);
  self->hint = g_strdup (hint);
  yf_time_row_set_error (self, NULL);
}

/**
 * yf_time_row_set_error:
 * @message: (nullable): what is wrong, or %NULL
 *
 * Marks what is in the row as wrong, with a sentence that says why.
 */
void
yf_time_row_set_error (YfTimeRow  *self,
                       const char *message)
{
  g_return_if_fail (YF_IS_TIME_ROW (self));

  self->wrong = message != NULL;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), message ? message : self->hint);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message ? message : "", -1);
  if (message)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
