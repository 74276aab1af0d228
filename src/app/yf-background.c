/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "yf-autostart.h"
#include "yf-background.h"

struct _YfBackground
{
  GObject parent_instance;

  GApplication  *application;   /* not owned: it is older, and dies later */
  YfPreferences *preferences;
  gboolean       possible;
  gboolean       holding;
};

G_DEFINE_FINAL_TYPE (YfBackground, yf_background, G_TYPE_OBJECT)

enum
{
  TROUBLE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_wanted (YfBackground *self)
{
  return yf_preferences_get_reminders_enabled (self->preferences) ||
         yf_preferences_get_breaks_enabled (self->preferences);
}

static void
update (YfBackground *self)
{
  gboolean hold = self->possible && is_wanted (self);

  if (self->holding == hold)
    return;

  self->holding = hold;
  if (hold)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static void
autostart_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (YfBackground) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (yf_autostart_set_finish (YF_AUTOSTART (source), result, &error))
    return;

  if (is_wanted (self))
    /* Translators: %s is a sentence that says why */
    message = g_strdup_printf (_("Yanfei cannot start with your computer, so nothing comes until you have opened it. %s"),
                               error->message);
  else
    /* Translators: %s is a sentence that says why */
    message = g_strdup_printf (_("Yanfei still starts with your computer. %s"), error->message);
  g_signal_emit (self, signals[TROUBLE], 0, message);
}

/* Has the desktop start the program with the computer, or no longer. */
static void
set_autostart (YfBackground *self,
               gboolean      enabled)
{
  const char *schemas = g_getenv ("GSETTINGS_SCHEMA_DIR");
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL);
  g_autofree char *setting = g_strdup_printf ("GSETTINGS_SCHEMA_DIR=%s", schemas ? schemas : "");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  const char * const command[] = {
    "env", setting, program ? program : "yanfei", "--gapplication-service", NULL,
  };
  /* Only where it is not installed for all must it be told where its settings are. */
  g_autoptr (YfAutostart) autostart =
    yf_autostart_new (g_application_get_dbus_connection (self->application), folder,
                      schemas ? command : command + 2, yf_autostart_is_known (YF_APP_ID));

  yf_autostart_set_async (autostart, enabled, NULL, autostart_cb, g_object_ref (self));
}

static void
wish_cb (YfBackground *self)
{
  gboolean before = self->holding;

  update (self);
  if (self->holding != before)
    set_autostart (self, self->holding);
}

static void
dispose (GObject *object)
{
  YfBackground *self = YF_BACKGROUND (object);

  if (self->holding)
    g_application_release (self->application);
  self->holding = FALSE;
  g_clear_object (&self->preferences);

  G_OBJECT_CLASS (yf_background_parent_class)->dispose (object);
}

static void
yf_background_class_init (YfBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[TROUBLE] =
    g_signal_new ("trouble", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_background_init (YfBackground *self)
{
}

/**
 * yf_background_new:
 * @application: what is to run; registered, and it outlives the background
 * @preferences: what the person wants
 *
 * Returns: (transfer full): a background that is not possible yet
 */
YfBackground *
yf_background_new (GApplication  *application,
                   YfPreferences *preferences)
{
  YfBackground *self = g_object_new (YF_TYPE_BACKGROUND, NULL);

  self->application = application;
  self->preferences = g_object_ref (preferences);
  g_signal_connect_object (preferences, "notify::reminders-enabled", G_CALLBACK (wish_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::breaks-enabled", G_CALLBACK (wish_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * yf_background_set_possible:
 * @self: a background
 * @possible: whether there is a log that can be written, and it is the person's own
 *
 * Says whether anything could come without a window. Nothing does for a made-up
 * person, nor for a log that is only looked at.
 */
void
yf_background_set_possible (YfBackground *self,
                            gboolean      possible)
{
  g_return_if_fail (YF_IS_BACKGROUND (self));

  self->possible = possible;
  update (self);
}

/**
 * yf_background_check:
 * @self: a background of a program that was started without a window
 *
 * Has it not be started any more, if nobody wants it: it may have been turned
 * off while the program did not run.
 */
void
yf_background_check (YfBackground *self)
{
  g_return_if_fail (YF_IS_BACKGROUND (self));

  if (!is_wanted (self))
    set_autostart (self, FALSE);
}
