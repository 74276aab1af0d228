/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-programme-editor-page.h"
#include "yf-programme-form.h"
#include "yf-programme-print.h"

struct _YfProgrammeEditorPage
{
  AdwBin parent_instance;

  YfProgrammeForm      *form;
  GtkLabel             *problem;
  GtkWidget            *save;
  GtkWidget            *follow;

  YfPerson             *person;
  YfCatalogue          *builtin;
  GtkFileChooserNative *chooser;
  YfProgramme          *saving;  /* what is being saved, or NULL */
  gboolean              saved;
};

G_DEFINE_FINAL_TYPE (YfProgrammeEditorPage, yf_programme_editor_page, ADW_TYPE_BIN)

enum
{
  TOLD,
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_problem (YfProgrammeEditorPage *self,
              const char            *message)
{
  gtk_label_set_label (self->problem, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
changed_cb (YfProgrammeEditorPage *self)
{
  self->saved = FALSE;
  show_problem (self, NULL);
}

/* Returns: (transfer full) (nullable): what is written, if it will do; the person was
 * told otherwise */
static YfProgramme *
check (YfProgrammeEditorPage *self)
{
  g_autoptr (YfProgrammeDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  YfProgrammePlace place;
  YfProgramme *programme;

  show_problem (self, NULL);
  if (!yf_programme_form_commit (self->form))
    {
      show_problem (self, _("Put right what is marked. Then try again."));
      return NULL;
    }

  draft = yf_programme_form_dup_draft (self->form);
  programme = yf_programme_draft_check (draft, self->builtin, &place, &error);
  if (programme == NULL)
    show_problem (self, yf_programme_form_show_error (self->form, &place, error->message)
                        ? _("Put right what is marked. Then try again.") : error->message);

  return programme;
}

/* -- What becomes of it ---------------------------------------------------- */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YfProgrammeEditorPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_parse_name (G_FILE (source));
  g_autofree char *message = NULL;

  g_clear_pointer (&self->saving, yf_programme_unref);
  if (self->person == NULL)
    return;
  gtk_widget_set_sensitive (self->save, TRUE);
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      /* Translators: a file; a sentence that says why */
      message = g_strdup_printf (_("Nothing could be written to “%s”. %s"), name, error->message);
      show_problem (self, message);
      return;
    }

  self->saved = TRUE;
  /* Translators: a file */
  message = g_strdup_printf (_("The programme is %s."), name);
  g_signal_emit (self, signals[TOLD], 0, message);
}

static void
chosen_cb (YfProgrammeEditorPage *self,
           int                    response,
           GtkFileChooserNative  *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  const char *xml;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL || self->saving == NULL)
    return;

  /* A file there is before is whole until the new one is. */
  xml = yf_programme_get_xml (self->saving);
  bytes = g_bytes_new (xml, strlen (xml));
  gtk_widget_set_sensitive (self->save, FALSE);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, written_cb,
                                       g_object_ref (self));
}

static void
save_cb (YfProgrammeEditorPage *self)
{
  g_autofree char *name = NULL;

  g_clear_pointer (&self->saving, yf_programme_unref);
  self->saving = check (self);
  if (self->saving == NULL)
    return;

  g_clear_object (&self->chooser);
  name = yf_programme_file_name (self->saving, "yanfei");
  self->chooser = gtk_file_chooser_native_new (_("Save the Programme"),
                                               GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, C_("backup", "_Save"), _("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
follow_cb (YfProgrammeEditorPage *self)
{
  g_autoptr (YfProgramme) programme = check (self);

  if (programme != NULL)
    g_signal_emit (self, signals[WRITTEN], 0, programme);
}

static void
dispose (GObject *object)
{
  YfProgrammeEditorPage *self = YF_PROGRAMME_EDITOR_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->builtin, yf_catalogue_unref);
  g_clear_pointer (&self->saving, yf_programme_unref);

  G_OBJECT_CLASS (yf_programme_editor_page_parent_class)->dispose (object);
}

static void
yf_programme_editor_page_class_init (YfProgrammeEditorPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[TOLD] = g_signal_new ("told", YF_TYPE_PROGRAMME_EDITOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[WRITTEN] = g_signal_new ("written", YF_TYPE_PROGRAMME_EDITOR_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, YF_TYPE_PROGRAMME);

  g_type_ensure (YF_TYPE_PROGRAMME_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-programme-editor-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, form);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, save);
  gtk_widget_class_bind_template_child (widget_class, YfProgrammeEditorPage, follow);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
}

static void
yf_programme_editor_page_init (YfProgrammeEditorPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_programme_editor_page_new:
 * @person: in whose window it is written; their log is open
 * @builtin: what exists without programmes
 * @draft: what it begins with
 * @touched: whether somebody has written in it already, and it is saved nowhere
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
yf_programme_editor_page_new (YfPerson         *person,
                              YfCatalogue      *builtin,
                              YfProgrammeDraft *draft,
                              gboolean          touched)
{
  YfProgrammeEditorPage *self = g_object_new (YF_TYPE_PROGRAMME_EDITOR_PAGE, NULL);

  self->person = g_object_ref (person);
  self->builtin = yf_catalogue_ref (builtin);
  yf_programme_form_fill (self->form, builtin, yf_person_get_catalogue (person), draft);
  self->saved = !touched;

  return GTK_WIDGET (self);
}

/**
 * yf_programme_editor_page_is_saved:
 * @self: a page
 *
 * Returns: whether nothing would be lost with it
 */
gboolean
yf_programme_editor_page_is_saved (YfProgrammeEditorPage *self)
{
  g_return_val_if_fail (YF_IS_PROGRAMME_EDITOR_PAGE (self), TRUE);

  return self->saved;
}

/**
 * yf_programme_editor_page_dup_draft:
 * @self: a page
 *
 * Returns: (transfer full): what has been written so far, right or wrong
 */
YfProgrammeDraft *
yf_programme_editor_page_dup_draft (YfProgrammeEditorPage *self)
{
  g_return_val_if_fail (YF_IS_PROGRAMME_EDITOR_PAGE (self), NULL);

  return yf_programme_form_dup_draft (self->form);
}
