/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "yf-application.h"
#include "yf-system-clock.h"
#include "yf-window.h"

/**
 * YfApplication:
 *
 * The program: makes what the window needs, once, and hands it down.
 */
struct _YfApplication
{
  AdwApplication parent_instance;

  char          *data_dir;
  YfPerson      *person;
  YfPreferences *preferences;
  guint          signal_sources[3];
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

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  /* Each window asks first, if a session is under way. */
  for (GList *windows = gtk_application_get_windows (GTK_APPLICATION (user_data)); windows; )
    {
      GtkWindow *window = windows->data;

      windows = windows->next;
      gtk_window_close (window);
    }
}

/* Logging out, or the terminal it was started from: nobody is asked, but what
 * was done is saved. */
static gboolean
terminate_cb (gpointer user_data)
{
  YfApplication *self = YF_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l; l = l->next)
    {
      if (YF_IS_WINDOW (l->data))
        yf_window_stop_session (l->data);
      gtk_window_destroy (l->data);
    }
  g_list_free (windows);

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
      g_free (self->data_dir);
      self->data_dir = g_canonicalize_filename (data_dir, NULL);
    }

  return -1;
}

static void
startup (GApplication *application)
{
  static const GActionEntry actions[] = {
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
  };
  static const int unix_signals[] = { SIGINT, SIGTERM, SIGHUP };
  YfApplication *self = YF_APPLICATION (application);
  GtkApplication *gtk_application = GTK_APPLICATION (application);

  G_APPLICATION_CLASS (yf_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (gtk_application, "app.quit", (const char *[]) { "<Control>q", NULL });
  gtk_application_set_accels_for_action (gtk_application, "window.close", (const char *[]) { "<Control>w", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(0)", (const char *[]) { "<Control>1", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(1)", (const char *[]) { "<Control>2", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(2)", (const char *[]) { "<Control>3", NULL });
  gtk_application_set_accels_for_action (gtk_application, "win.show-tab(3)", (const char *[]) { "<Control>4", NULL });
  gtk_window_set_default_icon_name (YF_APP_ID);

  for (guint i = 0; i < G_N_ELEMENTS (unix_signals); i++)
    self->signal_sources[i] = g_unix_signal_add (unix_signals[i], terminate_cb, self);
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

static void
activate (GApplication *application)
{
  YfApplication *self = YF_APPLICATION (application);
  GtkWindow *window = NULL;
  g_autoptr (GError) error = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l; l = l->next)
    if (YF_IS_WINDOW (l->data))
      window = l->data;

  if (window == NULL && self->person == NULL)
    {
      self->person = create_person (self, &error);
      if (self->person == NULL)
        {
          /* What is built into the program is broken: there is nothing to fall back on. */
          g_printerr ("yanfei: %s\n", error->message);
          exit (EXIT_FAILURE);
        }
      self->preferences = yf_preferences_new ();
      /* Why it failed is asked for by the window, which says so. */
      yf_person_open (self->person, NULL);
    }
  if (window == NULL)
    window = GTK_WINDOW (yf_window_new (GTK_APPLICATION (self), self->person, self->preferences));

  gtk_window_present (window);
}

static void
shutdown (GApplication *application)
{
  YfApplication *self = YF_APPLICATION (application);

  for (guint i = 0; i < G_N_ELEMENTS (self->signal_sources); i++)
    g_clear_handle_id (&self->signal_sources[i], g_source_remove);
  if (self->person && yf_person_get_profile (self->person))
    yf_store_close (yf_person_get_store (self->person));

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
  application_class->shutdown = shutdown;
}

static void
yf_application_init (YfApplication *self)
{
  const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Keep the log in this directory"), N_("DIR") },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

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
                       "resource-base-path", "/io/github/yanfei/Yanfei",
                       NULL);
}
