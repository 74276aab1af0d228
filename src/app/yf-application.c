/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "yf-application.h"
#include "yf-background.h"
#include "yf-break-keeper.h"
#include "yf-demo-folder.h"
#include "yf-reminder-keeper.h"
#include "yf-reminder-reason.h"
#include "yf-system-clock.h"
#include "yf-window-programme.h"
#include "yf-window.h"
#include "yf-zone.h"

/**
 * YfApplication:
 *
 * The program: makes what the window needs, once, and hands it down.
 */
struct _YfApplication
{
  AdwApplication parent_instance;

  char             *data_dir;
  gboolean          demo;
  gboolean          elsewhere;   /* a log that is not the person's own */
  YfPerson         *person;
  YfPreferences    *preferences;
  YfBackground     *background;
  YfReminderKeeper *reminder_keeper;
  YfBreakKeeper    *break_keeper;
  guint             signal_sources[3];
};

G_DEFINE_FINAL_TYPE (YfApplication, yf_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);

  adw_show_about_window (gtk_application_get_active_window (application),
                         "application-name", _("Yanfei"),
                         "application-icon", YF_APP_ID,
                         "version", YF_VERSION,
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _("Guides you through exercises for the lower back, and says plainly when not to. It does not diagnose, and does not take the place of a doctor."),
                         /* Translators: put your name here, to be shown in the About window */
                         "translator-credits", _("translator-credits"),
                         NULL);
}

/* Made when it is asked for. GTK would keep one, hidden, beside the window; and GTK 4.8
 * falls over a hidden window when a screen reader asks for a dialog that has just gone. */
static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkBuilder) builder = NULL;
  GObject *shortcuts;

  if (window == NULL)
    return;

  builder = gtk_builder_new_from_resource ("/io/github/yanfei/Yanfei/yf-shortcuts.ui");
  shortcuts = gtk_builder_get_object (builder, "shortcuts");
  gtk_window_set_transient_for (GTK_WINDOW (shortcuts), window);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (shortcuts), TRUE);
  gtk_window_present (GTK_WINDOW (shortcuts));
}

/* A window takes with it those that belong to it, which are in the same list. */
static GList *
dup_windows (YfApplication *self)
{
  return g_list_copy_deep (gtk_application_get_windows (GTK_APPLICATION (self)),
                           (GCopyFunc) (GCallback) g_object_ref, NULL);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autolist (GtkWindow) windows = dup_windows (YF_APPLICATION (user_data));

  /* Each window asks first, if a session is under way. */
  for (GList *l = windows; l; l = l->next)
    gtk_window_close (l->data);
}

static void
destroy_windows (YfApplication *self)
{
  g_autolist (GtkWindow) windows = dup_windows (self);

  for (GList *l = windows; l; l = l->next)
    gtk_window_destroy (l->data);
}

static YfWindow *
find_window (YfApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (YF_IS_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* Logging out, or the terminal it was started from: nobody is asked, but what
 * was done is saved. */
static gboolean
terminate_cb (gpointer user_data)
{
  YfApplication *self = YF_APPLICATION (user_data);
  YfWindow *window = find_window (self);

  g_application_hold (G_APPLICATION (self));
  if (window != NULL)
    yf_window_stop_session (window);
  destroy_windows (self);
  /* What is still being saved holds the program until it is. */
  yf_background_set_possible (self->background, FALSE);
  g_application_release (G_APPLICATION (self));

  return G_SOURCE_CONTINUE;
}

static int
handle_local_options (GApplication *application,
                      GVariantDict *options)
{
  YfApplication *self = YF_APPLICATION (application);
  g_autofree char *data_dir = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("yanfei %s\n", YF_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "data-dir", "^ay", &data_dir))
    {
      g_autofree char *path = g_canonicalize_filename (data_dir, NULL);

      if (!g_str_equal (path, self->data_dir))
        {
          /* Whoever asks for this log must not be shown the window of another,
           * so it is a program of its own to the bus. */
          g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
          g_autofree char *id = g_strdup_printf (YF_APP_ID ".Log%.16s", sum);

          self->elsewhere = TRUE;
          g_application_set_application_id (application, id);
        }
      g_free (self->data_dir);
      self->data_dir = g_steal_pointer (&path);
    }
  if (g_variant_dict_contains (options, "demo"))
    {
      g_autoptr (GError) error = NULL;
      char *folder;

      if (data_dir != NULL)
        {
          g_printerr ("yanfei: %s\n", _("A demo keeps nothing, so --demo and --data-dir do not go together."));
          return 2;
        }
      folder = yf_demo_folder_make (&error);
      if (folder == NULL)
        {
          g_printerr ("yanfei: %s\n", error->message);
          return EXIT_FAILURE;
        }
      g_free (self->data_dir);
      self->data_dir = folder;
      self->demo = TRUE;
      /* It must not end up in the window of somebody's real log. */
      g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
    }

  return -1;
}

static void
start_cb (YfApplication *self)
{
  g_application_activate (G_APPLICATION (self));
  yf_window_start_today (find_window (self));
}

static void
reason_cb (YfApplication *self,
           int            reason,
           GtkWidget     *dialog)
{
  if (self->reminder_keeper)
    yf_reminder_keeper_give_reason (self->reminder_keeper, g_object_get_data (G_OBJECT (dialog), "reminder"),
                                    (YfSkipReason) reason);
}

/* The window need not come for it. */
static void
not_today_cb (YfApplication *self,
              const char    *reminder)
{
  YfWindow *window = find_window (self);
  GtkWidget *dialog = yf_reminder_reason_new (GTK_APPLICATION (self), window ? GTK_WINDOW (window) : NULL);

  g_object_set_data_full (G_OBJECT (dialog), "reminder", g_strdup (reminder), g_free);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (reason_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
make_keepers (YfApplication *self)
{
  gboolean possible = !self->demo && yf_person_can_write (self->person);

  yf_background_set_possible (self->background, possible && !self->elsewhere);
  if (!possible)
    return;

  if (self->reminder_keeper == NULL)
    {
      self->reminder_keeper = yf_reminder_keeper_new (G_APPLICATION (self), self->person, self->preferences);
      g_signal_connect_object (self->reminder_keeper, "start", G_CALLBACK (start_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->reminder_keeper, "not-today", G_CALLBACK (not_today_cb), self,
                               G_CONNECT_SWAPPED);
    }
  if (self->break_keeper == NULL)
    self->break_keeper = yf_break_keeper_new (G_APPLICATION (self), self->person, self->preferences);
}

static void
drop_keepers (YfApplication *self)
{
  g_clear_object (&self->reminder_keeper);
  g_clear_object (&self->break_keeper);
}

/* Closes the log, has @change done to its folder, and begins anew with what is
 * there then. Everything that holds on to the old log goes with its window. */
static void
start_over (YfApplication *self,
            gboolean     (*change) (YfApplication *self, const char *path, char **message, GError **error),
            const char    *path)
{
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  g_application_hold (G_APPLICATION (self));
  destroy_windows (self);
  drop_keepers (self);
  yf_store_close (yf_person_get_store (self->person));
  g_clear_object (&self->person);

  change (self, path, &message, &error);
  g_application_activate (G_APPLICATION (self));
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (YF_IS_WINDOW (window))
    yf_window_notify (YF_WINDOW (window), error != NULL ? error->message : message);
  g_application_release (G_APPLICATION (self));
}

static gboolean
restore (YfApplication  *self,
         const char     *path,
         char          **message,
         GError        **error)
{
  g_autofree char *kept = NULL;

  if (!yf_store_restore (self->data_dir, path, &kept, error))
    return FALSE;

  if (kept != NULL)
    /* Translators: %s is a file */
    *message = g_strdup_printf (_("The backup is your log now. What was in it before is in %s."), kept);
  else
    *message = g_strdup (_("The backup is your log now."));

  return TRUE;
}

static gboolean
erase (YfApplication  *self,
       const char     *path,
       char          **message,
       GError        **error)
{
  if (!yf_store_erase (self->data_dir, error))
    return FALSE;

  yf_preferences_reset (self->preferences);
  *message = g_strdup (_("Everything is deleted."));

  return TRUE;
}

static void
restore_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  g_autofree char *path = g_variant_dup_string (parameter, NULL);

  start_over (YF_APPLICATION (user_data), restore, path);
}

static void
erase_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  start_over (YF_APPLICATION (user_data), erase, NULL);
}

static void
back_up_weekly (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = yf_store_back_up_weekly (YF_STORE (source_object), GPOINTER_TO_INT (task_data), &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YfPerson) person = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    return;

  /* Translators: %s says why */
  message = g_strdup_printf (_("The weekly backup could not be made. %s"), error->message);
  g_signal_emit_by_name (person, "trouble", message);
}

/* Not for the sake of a made-up person, nor where nothing can be written. */
static void
begin_weekly_backup (YfApplication *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->demo || !yf_person_can_write (self->person))
    return;

  task = g_task_new (yf_person_get_store (self->person), NULL, backed_up_cb, g_object_ref (self->person));
  g_task_set_task_data (task, GINT_TO_POINTER (yf_person_get_today (self->person)), NULL);
  g_task_run_in_thread (task, back_up_weekly);
}

static YfPerson *
create_person (YfApplication  *self,
               GError        **error)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (error);
  g_autoptr (YfRules) rules = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfClock) clock = NULL;

  if (catalogue == NULL)
    return NULL;
  rules = yf_rules_new_builtin (catalogue, error);
  if (rules == NULL)
    return NULL;
  store = yf_store_new (self->data_dir);
  clock = yf_system_clock_new ();

  return yf_person_new (catalogue, rules, store, clock);
}

/* Opens the log, if it is not open, with a window or without. */
static void
ensure_person (YfApplication *self)
{
  g_autoptr (GError) error = NULL;

  if (self->person != NULL)
    return;

  self->person = create_person (self, &error);
  if (self->person == NULL)
    {
      /* What is built into the program is broken: there is nothing to fall back on. */
      g_printerr ("yanfei: %s\n", error->message);
      exit (EXIT_FAILURE);
    }
  /* Why it failed is asked for by the window, which says so. */
  if (yf_person_open (self->person, NULL))
    begin_weekly_backup (self);
  make_keepers (self);
}

static YfWindow *
ensure_window (YfApplication *self)
{
  GtkWidget *window = GTK_WIDGET (find_window (self));

  if (window != NULL)
    return YF_WINDOW (window);

  ensure_person (self);
  window = yf_window_new (GTK_APPLICATION (self), self->person, self->preferences);
  if (self->demo)
    yf_window_mark_demo (YF_WINDOW (window));

  return YF_WINDOW (window);
}

static void
trouble_cb (YfApplication *self,
            const char    *message)
{
  if (self->person)
    g_signal_emit_by_name (self->person, "trouble", message);
}

static void
startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "restore", .activate = restore_cb, .parameter_type = "s" },
    { .name = "erase", .activate = erase_cb },
  };
  static const int unix_signals[] = { SIGINT, SIGTERM, SIGHUP };
  YfApplication *self = YF_APPLICATION (application);
  GtkApplication *gtk_application = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (yf_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (gtk_application, "app.shortcuts",
                                         (const char *[]) { "<Control>question", NULL });
  gtk_application_set_accels_for_action (gtk_application, "app.quit", (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (gtk_application, "window.close", (const char *[]) { "<Control>w", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(0)", (const char *[]) { "<Control>1", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(1)", (const char *[]) { "<Control>2", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(2)", (const char *[]) { "<Control>3", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(3)", (const char *[]) { "<Control>4", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(4)", (const char *[]) { "<Control>5", NULL });
  gtk_window_set_default_icon_name (YF_APP_ID);

  for (guint i = 0; i < G_N_ELEMENTS (unix_signals); i++)
    self->signal_sources[i] = g_unix_signal_add (unix_signals[i], terminate_cb, self);

  self->preferences = yf_preferences_new ();
  self->background = yf_background_new (application, self->preferences);
  g_signal_connect_object (self->background, "trouble", G_CALLBACK (trouble_cb), self, G_CONNECT_SWAPPED);
  /* Begun without a window, for what comes without one. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    {
      ensure_person (self);
      if (!self->elsewhere && !self->demo)
        yf_background_check (self->background);
    }
}

static void
activate (GApplication *application)
{
  gtk_window_present (GTK_WINDOW (ensure_window (YF_APPLICATION (application))));
}

/* A physiotherapist's programme, from the file manager or the command line. */
static void
open_files (GApplication  *application,
            GFile        **files,
            int            n_files,
            const char    *hint)
{
  YfWindow *window = ensure_window (YF_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  for (int i = 0; i < n_files; i++)
    yf_window_open_programme (window, files[i]);
}

static void
shutdown (GApplication *application)
{
  YfApplication *self = YF_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  drop_keepers (self);
  if (self->person && yf_person_get_profile (self->person))
    yf_store_close (yf_person_get_store (self->person));
  g_clear_object (&self->background);
  if (self->demo)
    yf_demo_folder_drop (self->data_dir);

  G_APPLICATION_CLASS (yf_application_parent_class)->shutdown (application);
}

static void
finalize (GObject *object)
{
  YfApplication *self = YF_APPLICATION (object);

  g_clear_object (&self->person);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->data_dir, g_free);

  G_OBJECT_CLASS (yf_application_parent_class)->finalize (object);
}

static void
yf_application_class_init (YfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  application_class->handle_local_options = handle_local_options;
  application_class->startup = startup;
  application_class->activate = activate;
  application_class->open = open_files;
  application_class->shutdown = shutdown;
}

static void
yf_application_init (YfApplication *self)
{
  const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Keep the log in this directory"), N_("DIR") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Look around with the log of a made-up person, and keep nothing"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  yf_zone_follow ();
  self->data_dir = g_build_filename (g_get_user_data_dir (), "yanfei", NULL);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/**
 * yf_application_new:
 *
 * Returns: (transfer full): the program
 */
YfApplication *
yf_application_new (void)
{
  return g_object_new (YF_TYPE_APPLICATION,
                       "application-id", YF_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/yanfei/Yanfei",
                       NULL);
}

/**
 * yf_application_get_break_keeper:
 * @self: the program
 *
 * Returns: (transfer none) (nullable): who offers breaks from sitting, or %NULL
 *   while no log is open, and in a demo
 */
YfBreakKeeper *
yf_application_get_break_keeper (YfApplication *self)
{
  g_return_val_if_fail (YF_IS_APPLICATION (self), NULL);

  return self->break_keeper;
}
