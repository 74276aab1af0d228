/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-entry-row.h"

struct _YfEntryRow
{
  AdwPreferencesRow parent_instance;

  GtkLabel    *hint;
  GtkEditable *entry;
  GtkWidget   *error_box;
  GtkLabel    *error;
};

G_DEFINE_FINAL_TYPE (YfEntryRow, yf_entry_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
typed_cb (YfEntryRow *self)
{
  yf_entry_row_set_error (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
title_cb (YfEntryRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static gboolean
grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (YF_ENTRY_ROW (widget)->entry));
}

static void
yf_entry_row_class_init (YfEntryRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = grab_focus;

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, YfEntryRow, hint);
  gtk_widget_class_bind_template_child (widget_class, YfEntryRow, entry);
  gtk_widget_class_bind_template_child (widget_class, YfEntryRow, error_box);
  gtk_widget_class_bind_template_child (widget_class, YfEntryRow, error);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
yf_entry_row_init (YfEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_cb), NULL);
}

/**
 * yf_entry_row_new:
 * @title: what is asked for
 * @hint: (nullable): what it may be
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
yf_entry_row_new (const char *title,
                  const char *hint)
{
  YfEntryRow *self = g_object_new (YF_TYPE_ENTRY_ROW, "title", title, NULL);

  gtk_label_set_label (self->hint, hint ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), hint != NULL);

  return GTK_WIDGET (self);
}

/**
 * yf_entry_row_dup_text:
 *
 * Returns: (transfer full): what is in it, without space around it
 */
char *
yf_entry_row_dup_text (YfEntryRow *self)
{
  g_return_val_if_fail (YF_IS_ENTRY_ROW (self), NULL);

  return g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
}

void
yf_entry_row_set_text (YfEntryRow *self,
                       const char *text)
{
  g_return_if_fail (YF_IS_ENTRY_ROW (self));

  gtk_editable_set_text (self->entry, text);
}

/**
 * yf_entry_row_get_number:
 * @number: (out): the number in it
 *
 * Returns: whether there is a whole number in it, and nothing else
 */
gboolean
yf_entry_row_get_number (YfEntryRow *self,
                         int        *number)
{
  g_autofree char *text = NULL;
  gint64 value;

  g_return_val_if_fail (YF_IS_ENTRY_ROW (self), FALSE);

  text = yf_entry_row_dup_text (self);
  if (!g_ascii_string_to_signed (text, 10, 0, G_MAXINT, &value, NULL))
    return FALSE;
  *number = (int) value;

  return TRUE;
}

void
yf_entry_row_set_number (YfEntryRow *self,
                         int         number)
{
  g_autofree char *text = g_strdup_printf ("%d", number);

  yf_entry_row_set_text (self, text);
}

/**
 * yf_entry_row_set_error:
 * @message: (nullable): what is wrong, or %NULL
 *
 * Marks what is in the row as wrong, with a sentence that says why.
 */
void
yf_entry_row_set_error (YfEntryRow *self,
                        const char *message)
{
  g_return_if_fail (YF_IS_ENTRY_ROW (self));

  gtk_widget_set_visible (self->error_box, message != NULL);
  gtk_label_set_label (self->error, message ? message : "");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message ? message : "", -1);
  if (message)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}
