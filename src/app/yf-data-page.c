/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-data-page.h"
#include "yf-log-json.h"
#include "yf-portal.h"

struct _YfDataPage
{
  AdwBin parent_instance;

  GtkLabel             *problem;
  GtkWidget            *back_up;
  GtkWidget            *restore;
  GtkWidget            *import;
  AdwActionRow         *weekly;
  GtkWidget            *open;
  GtkWidget            *erase;

  YfPerson             *person;
  GtkFileChooserNative *chooser;
  char                 *latest; /* the newest weekly backup, or NULL */
};

G_DEFINE_FINAL_TYPE (YfDataPage, yf_data_page, ADW_TYPE_BIN)

enum
{
  TOLD,
  RESTORE,
  ERASE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_problem (YfDataPage *self,
              const char *message)
{
  gtk_label_set_label (self->problem, message ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), message != NULL);
}

static void
tell (YfDataPage *self,
      const char *message)
{
  g_signal_emit (self, signals[TOLD], 0, message);
}

/* Asks for a file, and hands its path to @callback. */
static void
choose (YfDataPage           *self,
        GtkFileChooserAction  action,
        const char           *title,
        const char           *accept,
        const char           *name,
        void                (*callback) (YfDataPage *, int, GtkFileChooserNative *))
{
  show_problem (self, NULL);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), action,
                                               accept, _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (callback), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Returns: (transfer full) (nullable): what was chosen, or %NULL */
static char *
take_path (YfDataPage           *self,
           int                   response,
           GtkFileChooserNative *chooser)
{
  g_autoptr (GFile) file = NULL;
  char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return NULL;

  path = g_file_get_path (file);
  if (path == NULL)
    show_problem (self, _("That file is not on this computer. Choose another."));

  return path;
}

static void
copy_log (GTask        *task,
          gpointer      source_object,
          gpointer      task_data,
          GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (yf_store_back_up (YF_STORE (source_object), task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YfDataPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (self->person == NULL)
    return;
  gtk_widget_set_sensitive (self->back_up, TRUE);
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      show_problem (self, error->message);
      return;
    }

  /* Translators: %s is a file */
  message = g_strdup_printf (_("The backup is %s."), (const char *) g_task_get_task_data (G_TASK (result)));
  tell (self, message);
}

static void
back_up_to_cb (YfDataPage           *self,
               int                   response,
               GtkFileChooserNative *chooser)
{
  char *path = take_path (self, response, chooser);
  g_autoptr (GTask) task = NULL;

  if (path == NULL)
    return;

  gtk_widget_set_sensitive (self->back_up, FALSE);
  task = g_task_new (yf_person_get_store (self->person), NULL, backed_up_cb, g_object_ref (self));
  g_task_set_task_data (task, path, g_free);
  g_task_run_in_thread (task, copy_log);
}

static void
back_up_cb (YfDataPage *self)
{
  g_autofree char *day = yf_day_to_string (yf_person_get_today (self->person));
  g_autofree char *name = g_strdup_printf ("yanfei-%s.db", day);

  choose (self, GTK_FILE_CHOOSER_ACTION_SAVE, _("Back Up"), C_("backup", "_Save"), name, back_up_to_cb);
}

/* What was asked for closes every window, the one that asked among them: it is
 * done when that one has finished. */
typedef struct
{
  YfDataPage *page;
  guint       signal;
  char       *path;
} Later;

static void
later_free (gpointer data)
{
  Later *self = data;

  g_object_unref (self->page);
  g_free (self->path);
  g_free (self);
}

static gboolean
later_cb (gpointer user_data)
{
  const Later *later = user_data;

  if (later->page->person == NULL)
    return G_SOURCE_REMOVE;

  if (later->signal == RESTORE)
    g_signal_emit (later->page, signals[RESTORE], 0, later->path);
  else
    g_signal_emit (later->page, signals[ERASE], 0);

  return G_SOURCE_REMOVE;
}

static void
emit_later (YfDataPage *self,
            guint       signal,
            const char *path)
{
  Later *later = g_new0 (Later, 1);

  later->page = g_object_ref (self);
  later->signal = signal;
  later->path = g_strdup (path);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, later_cb, later, later_free);
}

static void
restore_answered_cb (YfDataPage       *self,
                     const char       *response,
                     AdwMessageDialog *dialog)
{
  if (g_strcmp0 (response, "restore") == 0)
    emit_later (self, RESTORE, g_object_get_data (G_OBJECT (dialog), "path"));
}

static void
restore_from_cb (YfDataPage           *self,
                 int                   response,
                 GtkFileChooserNative *chooser)
{
  char *path = take_path (self, response, chooser);
  GtkWidget *dialog;

  if (path == NULL)
    return;

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _("Bring Back This Backup?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  /* Translators: %s is a file */
                                  _("The log becomes what it was in %s. What is in it now is set aside in the same folder."),
                                  path);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "restore", _("_Restore"),
                                    NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "path", path, g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_cb (YfDataPage *self)
{
  choose (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Restore"), _("_Choose"), NULL, restore_from_cb);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (YfDataPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  YfImportCounts counts;

  if (self->person == NULL)
    return;
  gtk_widget_set_sensitive (self->import, TRUE);
  if (!yf_store_import_finish (YF_STORE (source), result, &counts, &error))
    {
      show_problem (self, error->message);
      return;
    }

  yf_person_reload (self->person);
  if (counts.added == 0)
    message = g_strdup (_("Everything in that file was in your log already."));
  else
    /* Translators: %u is how many entries were added to the log */
    message = g_strdup_printf (ngettext ("%u entry was added to your log.", "%u entries were added to your log.",
                                         counts.added), counts.added);
  tell (self, message);
}

static void
import_from_cb (YfDataPage           *self,
                int                   response,
                GtkFileChooserNative *chooser)
{
  g_autofree char *path = take_path (self, response, chooser);
  g_autoptr (YfLog) log = NULL;
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return;

  log = yf_log_from_file (path, yf_person_get_catalogue (self->person), &error);
  if (log == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  gtk_widget_set_sensitive (self->import, FALSE);
  yf_store_import_async (yf_person_get_store (self->person), log, NULL, imported_cb, g_object_ref (self));
}

static void
import_cb (YfDataPage *self)
{
  choose (self, GTK_FILE_CHOOSER_ACTION_OPEN, _("Import"), _("_Import"), NULL, import_from_cb);
}

static void
erase_answered_cb (YfDataPage *self,
                   const char *response)
{
  if (g_strcmp0 (response, "erase") == 0)
    emit_later (self, ERASE, NULL);
}

static void
sure_cb (AdwMessageDialog *dialog,
         GParamSpec       *pspec,
         GtkCheckButton   *check)
{
  adw_message_dialog_set_response_enabled (dialog, "erase", gtk_check_button_get_active (check));
}

static void
erase_cb (YfDataPage *self)
{
  GtkWidget *dialog;
  GtkWidget *sure = gtk_check_button_new_with_label (_("I do not need it any more"));

  show_problem (self, NULL);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _("Delete Everything?"),
                                   _("Every session, every answer, your profile, your recordings and the weekly backups are deleted, and nothing can bring them back. A backup that you saved elsewhere stays."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), sure);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "erase",
                                    _("_Delete Everything"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "erase", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "erase", FALSE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (sure, "notify::active", G_CALLBACK (sure_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (erase_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfDataPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *message = NULL;

  if (self->person == NULL || yf_portal_finish (YF_PORTAL (source), result, &error) ||
      g_error_matches (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED))
    return;

  folder = g_path_get_dirname (self->latest);
  /* Translators: %s is a folder */
  message = g_strdup_printf (_("The folder is %s. Open it with your file manager."), folder);
  tell (self, message);
}

static void
open_cb (YfDataPage *self)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (YfPortal) portal = yf_portal_new (bus);

  yf_portal_show_file_async (portal, "", self->latest, NULL, opened_cb, g_object_ref (self));
}

/* The names sort by their days. */
static void
show_weekly (YfDataPage *self)
{
  g_autofree char *folder = g_build_filename (yf_store_get_directory (yf_person_get_store (self->person)), "backups",
                                              NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *newest = NULL;
  g_autofree char *text = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, "yanfei-") && g_str_has_suffix (name, ".db") &&
          (newest == NULL || strcmp (name, newest) > 0))
        {
          g_free (newest);
          newest = g_strdup (name);
        }
    }

  if (newest != NULL)
    {
      g_autofree char *iso = g_strndup (newest + strlen ("yanfei-"), strlen (newest) - strlen ("yanfei-.db"));
      YfDay day;
      g_autofree char *when = yf_day_parse (iso, &day) ? yf_day_to_display (day) : g_strdup (iso);

      self->latest = g_build_filename (folder, newest, NULL);
      /* Translators: %d is a number of backups, %s a date */
      text = g_strdup_printf (_("The last %d are kept beside the log; the newest is of %s"), YF_STORE_KEPT_BACKUPS, when);
    }
  adw_action_row_set_subtitle (self->weekly,
                               text != NULL ? text : _("Made when Yanfei is started and the last is a week old"));
  gtk_widget_set_visible (self->open, self->latest != NULL);
}

static void
dispose (GObject *object)
{
  YfDataPage *self = YF_DATA_PAGE (object);

  g_clear_object (&self->person);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (yf_data_page_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfDataPage *self = YF_DATA_PAGE (object);

  g_clear_pointer (&self->latest, g_free);

  G_OBJECT_CLASS (yf_data_page_parent_class)->finalize (object);
}

static void
yf_data_page_class_init (YfDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  G_OBJECT_CLASS (klass)->finalize = finalize;

  signals[TOLD] = g_signal_new ("told", YF_TYPE_DATA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[RESTORE] = g_signal_new ("restore", YF_TYPE_DATA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ERASE] = g_signal_new ("erase", YF_TYPE_DATA_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/yanfei/Yanfei/yf-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, problem);
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, back_up);
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, restore);
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, import);
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, weekly);
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, open);
  gtk_widget_class_bind_template_child (widget_class, YfDataPage, erase);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
yf_data_page_init (YfDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yf_data_page_new:
 * @person: whose log it is; the log is open
 *
 * Returns: (transfer floating): a page on which it can be kept, and ended
 */
GtkWidget *
yf_data_page_new (YfPerson *person)
{
  YfDataPage *self = g_object_new (YF_TYPE_DATA_PAGE, NULL);
  gboolean writable = yf_person_can_write (person);

  self->person = g_object_ref (person);
  show_weekly (self);
  gtk_widget_set_sensitive (self->restore, writable);
  gtk_widget_set_sensitive (self->import, writable);
  gtk_widget_set_sensitive (self->erase, writable);

  return GTK_WIDGET (self);
}
