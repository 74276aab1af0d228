/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-entry-row.h"
#include "yf-functions-dialog.h"
#include "yf-rows.h"

/**
 * YfFunctionsDialog:
 *
 * Lets a person choose what is hard for them and to be followed. What is taken
 * off the list stays in the log.
 */
struct _YfFunctionsDialog
{
  AdwWindow parent_instance;

  GtkLabel            *problem;
  AdwPreferencesGroup *functions;
  AdwPreferencesGroup *adding;
  YfEntryRow          *name;
  GtkWidget           *add;

  YfPerson            *person;
  GPtrArray           *live; /* YfFunctionActivity */
  GPtrArray           *rows; /* unowned */
};

G_DEFINE_FINAL_TYPE (YfFunctionsDialog, yf_functions_dialog, ADW_TYPE_WINDOW)

static void show_live (YfFunctionsDialog *self);

static void
show_problem (YfFunctionsDialog *self,
              const char        *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfFunctionsDialog *self)
{
  show_problem (self, NULL);
}

/* Returns: whether it was written */
static gboolean
finish (YfFunctionsDialog *self,
        GObject           *source,
        GAsyncResult      *result)
{
  g_autoptr (GError) error = NULL;

  if (!yf_store_write_finish (YF_STORE (source), result, &error))
    {
      show_problem (self, error->message);
      return FALSE;
    }
  if (self->person)
    yf_person_note_logged (self->person);

  return self->person != NULL;
}

typedef struct
{
  YfFunctionsDialog  *dialog;
  YfFunctionActivity *activity;
} Change;

static void
change_free (Change *self)
{
  g_object_unref (self->dialog);
  yf_function_activity_free (self->activity);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static Change *
change_new (YfFunctionsDialog        *dialog,
            const YfFunctionActivity *activity)
{
  Change *self = g_new0 (Change, 1);

  self->dialog = g_object_ref (dialog);
  self->activity = yf_function_activity_copy (activity);

  return self;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  YfFunctionsDialog *self = change->dialog;

  gtk_widget_set_sensitive (self->add, TRUE);
  if (!finish (self, source, result))
    return;

  g_ptr_array_add (self->live, yf_function_activity_copy (change->activity));
  yf_entry_row_set_text (self->name, "");
  show_live (self);
}

static void
retired_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Change) change = user_data;
  YfFunctionsDialog *self = change->dialog;

  if (!finish (self, source, result))
    return;

  for (guint i = 0; i < self->live->len; i++)
    {
      const YfFunctionActivity *activity = g_ptr_array_index (self->live, i);

      if (g_str_equal (activity->id, change->activity->id))
        {
          g_ptr_array_remove_index (self->live, i);
          break;
        }
    }
  show_live (self);
}

static void
add_cb (YfFunctionsDialog *self)
{
  g_autofree char *name = g_strstrip (yf_entry_row_dup_text (self->name));
  g_autoptr (YfFunctionActivity) activity = NULL;

  if (name[0] == '\0')
    {
      yf_entry_row_set_error (self->name, _("Please write what is hard for you."));
      gtk_widget_grab_focus (GTK_WIDGET (self->name));
      return;
    }

  activity = yf_function_activity_new (name, yf_clock_get_real (yf_person_get_clock (self->person)));
  gtk_widget_set_sensitive (self->add, FALSE);
  yf_store_add_function_async (yf_person_get_store (self->person), activity, NULL, added_cb,
                               change_new (self, activity));
}

static void
remove_cb (YfFunctionsDialog *self,
           GtkWidget         *button)
{
  const YfFunctionActivity *activity = g_object_get_data (G_OBJECT (button), "activity");

  gtk_widget_set_sensitive (button, FALSE);
  yf_store_retire_function_async (yf_person_get_store (self->person), activity->id,
                                  yf_clock_get_real (yf_person_get_clock (self->person)), NULL, retired_cb,
                                  change_new (self, activity));
}

static void
show_live (YfFunctionsDialog *self)
{
  gboolean full = self->live->len >= YF_FUNCTION_MAX_ACTIVITIES;

  yf_rows_clear (self->functions, self->rows);
  if (self->live->len == 0)
    yf_rows_add (self->functions, self->rows, yf_rows_new_plain (_("Nothing yet"), NULL));
  for (guint i = 0; i < self->live->len; i++)
    {
      YfFunctionActivity *activity = g_ptr_array_index (self->live, i);
      GtkWidget *row = yf_rows_new_plain (activity->name, NULL);
      GtkWidget *remove = gtk_button_new_with_label (_("Follow No Longer"));
      g_autofree char *label = NULL;

      /* Translators: what a screen reader says of the button: an activity in the person's own words */
      label = g_strdup_printf (_("Follow no longer: %s"), activity->name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (remove), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (remove, "flat");
      g_object_set_data (G_OBJECT (remove), "activity", activity);
      g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);
      yf_rows_add (self->functions, self->rows, row);
    }

  adw_preferences_group_set_description (self->adding,
                                         full ? _("Five are enough. To follow something else, take one off the list.")
                                              : NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name), !full);
  gtk_widget_set_sensitive (self->add, !full);
}

static void
dispose (GObject *object)
{
  YfFunctionsDialog *self = YF_FUNCTIONS_DIALOG (object);

  g_clear_object (&self->person);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_functions_dialog_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfFunctionsDialog *self = YF_FUNCTIONS_DIALOG (object);

  g_clear_pointer (&self->live, g_ptr_array_unref);

  G_OBJECT_CLASS (yf_functions_dialog_parent_class)->finalize (object);
}

static void
yf_functions_dialog_class_init (YfFunctionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  g_type_ensure (YF_TYPE_ENTRY_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-functions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, YfFunctionsDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, YfFunctionsDialog, functions);
  gtk_widget_class_bind_template_child (widget_class, YfFunctionsDialog, adding);
  gtk_widget_class_bind_template_child (widget_class, YfFunctionsDialog, name);
  gtk_widget_class_bind_template_child (widget_class, YfFunctionsDialog, add);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
yf_functions_dialog_init (YfFunctionsDialog *self)
{
  self->rows = g_ptr_array_new ();
  self->live = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_function_activity_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_functions_dialog_new:
 * @person: who chooses
 * @log: their log
 *
 * Returns: (transfer none): a dialog, not yet shown
 */
GtkWidget *
yf_functions_dialog_new (YfPerson *person,
                         YfLog    *log)
{
  YfFunctionsDialog *self = g_object_new (YF_TYPE_FUNCTIONS_DIALOG, NULL);

  self->person = g_object_ref (person);
  for (guint i = 0; i < log->functions->len; i++)
    {
      const YfFunctionActivity *activity = g_ptr_array_index (log->functions, i);

      if (activity->retired == 0)
        g_ptr_array_add (self->live, yf_function_activity_copy (activity));
    }
  show_live (self);

  return GTK_WIDGET (self);
}
