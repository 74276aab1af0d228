/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-edit-dialog.h"

typedef struct
{
  GtkWidget         *save;
  GtkWidget         *take_out;
  GtkLabel          *problem;
  GtkBox            *box;
  GtkScrolledWindow *scrolled;

  YfPerson          *person;
  YfEntryKind        kind;
  char              *old;     /* the entry that is corrected, or NULL */
} YfEditDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YfEditDialog, yf_edit_dialog, ADW_TYPE_WINDOW)

static void
set_busy (YfEditDialog *self,
          gboolean      busy)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);

  gtk_widget_set_sensitive (priv->save, !busy);
  gtk_widget_set_sensitive (priv->take_out, !busy);
}

static void
edit_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YfEditDialog) self = user_data;
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (yf_store_write_finish (YF_STORE (source), result, &error))
    {
      yf_person_note_logged (priv->person);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  /* Translators: %s is a sentence that says why */
  message = g_strdup_printf (_("This could not be saved, and the log is as it was. %s"), error->message);
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    {
      set_busy (self, FALSE);
      yf_edit_dialog_show_problem (self, message);
    }
  else
    g_signal_emit_by_name (priv->person, "trouble", message);
}

static void
write_entry (YfEditDialog *self,
             gpointer      entry)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);

  set_busy (self, TRUE);
  yf_store_edit_async (yf_person_get_store (priv->person), priv->kind, priv->old, entry,
                       yf_clock_get_real (yf_person_get_clock (priv->person)),
                       NULL, edit_cb, g_object_ref (self));
}

static void
save_cb (YfEditDialog *self)
{
  YfEditDialogClass *klass = YF_EDIT_DIALOG_GET_CLASS (self);
  gpointer entry;

  yf_edit_dialog_show_problem (self, NULL);
  entry = klass->create_entry (self);
  if (entry == NULL)
    return;
  write_entry (self, entry);
  klass->free_entry (self, entry);
}

static void
response_cb (YfEditDialog *self,
             const char   *response)
{
  if (g_str_equal (response, "take-out"))
    write_entry (self, NULL);
}

static void
take_out_cb (YfEditDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Take This Out of the Log?"),
                                              _("It will no longer count, and will not be in what you hand over. The original is kept, marked as taken out."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("Cancel"),
                                    "take-out", _("Take Out"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take-out", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
dispose (GObject *object)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (YF_EDIT_DIALOG (object));

  g_clear_object (&priv->person);

  G_OBJECT_CLASS (yf_edit_dialog_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (YF_EDIT_DIALOG (object));

  g_clear_pointer (&priv->old, g_free);

  G_OBJECT_CLASS (yf_edit_dialog_parent_class)->finalize (object);
}

static void
yf_edit_dialog_class_init (YfEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-edit-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, YfEditDialog, save);
  gtk_widget_class_bind_template_child_private (widget_class, YfEditDialog, take_out);
  gtk_widget_class_bind_template_child_private (widget_class, YfEditDialog, problem);
  gtk_widget_class_bind_template_child_private (widget_class, YfEditDialog, box);
  gtk_widget_class_bind_template_child_private (widget_class, YfEditDialog, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_out_cb);
}

static void
yf_edit_dialog_init (YfEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_edit_dialog_set_up:
 * @person: whose log it is
 * @parent: the window it belongs to
 * @kind: what is corrected or added
 * @old: (nullable): the id of the entry that is corrected, or %NULL to add one
 *
 * Called once, before anything else.
 */
void
yf_edit_dialog_set_up (YfEditDialog *self,
                       YfPerson     *person,
                       GtkWindow    *parent,
                       YfEntryKind   kind,
                       const char   *old)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);

  g_return_if_fail (YF_IS_EDIT_DIALOG (self));
  g_return_if_fail (priv->person == NULL);

  priv->person = g_object_ref (person);
  priv->kind = kind;
  priv->old = g_strdup (old);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  gtk_widget_set_visible (priv->take_out, old != NULL);
  gtk_button_set_label (GTK_BUTTON (priv->save), old ? _("Save") : _("Add"));
}

YfPerson *
yf_edit_dialog_get_person (YfEditDialog *self)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);

  g_return_val_if_fail (YF_IS_EDIT_DIALOG (self), NULL);

  return priv->person;
}

/**
 * yf_edit_dialog_add:
 * @widget: (transfer floating): something to fill in
 *
 * Adds it below what there is.
 */
void
yf_edit_dialog_add (YfEditDialog *self,
                    GtkWidget    *widget)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);

  g_return_if_fail (YF_IS_EDIT_DIALOG (self));

  gtk_box_append (priv->box, widget);
}

/**
 * yf_edit_dialog_show_problem:
 * @message: (nullable): what is wrong with all of it, or %NULL
 *
 * Says it at the top, where it is seen.
 */
void
yf_edit_dialog_show_problem (YfEditDialog *self,
                             const char   *message)
{
  YfEditDialogPrivate *priv = yf_edit_dialog_get_instance_private (self);

  g_return_if_fail (YF_IS_EDIT_DIALOG (self));

  gtk_label_set_label (priv->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (priv->problem), message != NULL);
  if (message)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (priv->scrolled), 0);
}
