/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-autostart.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "yf-portal-request.h"
#include "yf-portal.h"

struct _YfAutostart
{
  GObject parent_instance;

  GDBusConnection *bus;       /* NULL where there is none */
  char            *folder;
  char           **command;
  gboolean         known;
};

G_DEFINE_FINAL_TYPE (YfAutostart, yf_autostart, G_TYPE_OBJECT)

#define ENTRY (YF_APP_ID ".desktop")

/* As the specification of desktop entries has it, which is not as a shell has
 * it. The key file adds the escapes of its own. */
static char *
quote (const char *argument)
{
  GString *text = g_string_new ("\"");

  for (const char *c = argument; *c != '\0'; c++)
    {
      if (strchr ("\"`$\\", *c) != NULL)
        g_string_append_c (text, '\\');
      if (*c == '%')
        g_string_append_c (text, '%');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');

  return g_string_free (text, FALSE);
}

static char *
get_path (YfAutostart *self)
{
  return g_build_filename (self->folder, ENTRY, NULL);
}

static gboolean
write_entry (YfAutostart  *self,
             GError      **error)
{
  g_autoptr (GKeyFile) entry = g_key_file_new ();
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *path = get_path (self);

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      int number = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", self->folder,
                   g_strerror (number));
      return FALSE;
    }

  for (guint i = 0; self->command[i] != NULL; i++)
    {
      g_autofree char *quoted = quote (self->command[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? " " : "", quoted);
    }
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_TYPE, "Application");
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_NAME, _("Yanfei"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_COMMENT,
                         _("Reminders and breaks from sitting"));
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_ICON, YF_APP_ID);
  g_key_file_set_string (entry, G_KEY_FILE_DESKTOP_GROUP, G_KEY_FILE_DESKTOP_KEY_EXEC, line->str);
  g_key_file_set_boolean (entry, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", TRUE);

  return g_key_file_save_to_file (entry, path, error);
}

static gboolean
remove_entry (YfAutostart  *self,
              GError      **error)
{
  g_autofree char *path = get_path (self);
  int number;

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;

  number = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", path, g_strerror (number));
  return FALSE;
}

/* What is done where no portal does it. */
static void
set_entry (GTask    *task,
           gboolean  enabled)
{
  YfAutostart *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (yf_autostart_is_sandboxed ())
    g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_ABSENT, "%s",
                             _("This desktop does not let Yanfei start by itself."));
  else if (enabled ? write_entry (self, &error) : remove_entry (self, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gboolean enabled = GPOINTER_TO_INT (g_task_get_task_data (task));
  g_autoptr (GVariant) results = NULL;
  g_autoptr (GError) error = NULL;
  gboolean granted = FALSE;
  guint32 response;

  if (!yf_portal_request_send_finish (result, &response, &results, NULL))
    {
      /* No portal, or one that cannot. */
      set_entry (task, enabled);
      return;
    }

  g_variant_lookup (results, "autostart", "b", &granted);
  if (response == YF_PORTAL_RESPONSE_DONE && granted == enabled)
    {
      /* An entry that was made where there was no portal yet would start it in
       * spite of the portal. */
      if (enabled || yf_autostart_is_sandboxed () ||
          remove_entry (g_task_get_source_object (task), &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, g_steal_pointer (&error));
    }
  else if (enabled)
    {
      g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED, "%s",
                               _("Your desktop was told not to let Yanfei start by itself. Its settings say so, "
                                 "under applications."));
    }
  else
    {
      g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_FAILED, "%s",
                               _("The desktop could not do it."));
    }
}

static void
finalize (GObject *object)
{
  YfAutostart *self = YF_AUTOSTART (object);

  g_clear_object (&self->bus);
  g_free (self->folder);
  g_strfreev (self->command);

  G_OBJECT_CLASS (yf_autostart_parent_class)->finalize (object);
}

static void
yf_autostart_class_init (YfAutostartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
yf_autostart_init (YfAutostart *self)
{
}

/**
 * yf_autostart_new:
 * @bus: (nullable): the session bus, or %NULL where there is none
 * @folder: the person's autostart folder, which need not exist
 * @command: (array zero-terminated=1): what to start
 * @known: whether a portal would know which program is asking, see
 *   yf_autostart_is_known()
 *
 * Returns: (transfer full): the way to have the program started at login
 */
YfAutostart *
yf_autostart_new (GDBusConnection    *bus,
                  const char         *folder,
                  const char * const *command,
                  gboolean            known)
{
  YfAutostart *self;

  g_return_val_if_fail (folder != NULL, NULL);
  g_return_val_if_fail (command != NULL && command[0] != NULL, NULL);

  self = g_object_new (YF_TYPE_AUTOSTART, NULL);
  g_set_object (&self->bus, bus);
  self->folder = g_strdup (folder);
  self->command = g_strdupv ((char **) command);
  self->known = known;

  return self;
}

/**
 * yf_autostart_is_sandboxed:
 *
 * Returns: whether this program is in a sandbox, as Flatpak and Snap have
 */
gboolean
yf_autostart_is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) || g_getenv ("SNAP") != NULL;
}

/**
 * yf_autostart_is_known:
 * @application_id: what the program is called
 *
 * Returns: whether a portal would know this process by that name
 */
gboolean
yf_autostart_is_known (const char *application_id)
{
  g_autofree char *group = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (application_id != NULL, FALSE);

  if (yf_autostart_is_sandboxed ())
    return TRUE;
  if (!g_file_get_contents ("/proc/self/cgroup", &group, NULL, NULL))
    return FALSE;

  /* Such as …/app-gnome-io.github.yanfei.Yanfei-4711.scope: the name comes
   * between two hyphens, or last before an at sign. */
  lines = g_strsplit (group, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *unit = strrchr (lines[i], '/');

      if (unit != NULL && g_str_has_prefix (unit, "/app-") && strstr (unit, application_id) != NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * yf_autostart_set_async:
 * @self: an autostart
 * @enabled: whether the program is to be started at login
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is settled
 * @user_data: data for @callback
 *
 * Asks for it, or takes it back. A portal may ask the person.
 */
void
yf_autostart_set_async (YfAutostart         *self,
                        gboolean             enabled,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GVariantBuilder options;
  YfPortalRequest *request;

  g_return_if_fail (YF_IS_AUTOSTART (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_autostart_set_async);
  if (self->bus == NULL || !self->known)
    {
      set_entry (task, enabled);
      return;
    }

  g_task_set_task_data (task, GINT_TO_POINTER (enabled), NULL);
  request = yf_portal_request_new (self->bus);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  yf_portal_request_add_token (request, &options);
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("Reminders and breaks from sitting come while the window is closed.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (enabled));
  g_variant_builder_add (&options, "{sv}", "commandline",
                         g_variant_new_strv ((const char * const *) self->command, -1));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  yf_portal_request_send_async (request, "org.freedesktop.portal.Background", "RequestBackground",
                                g_variant_new ("(sa{sv})", "", &options), NULL,
                                cancellable, sent_cb, g_steal_pointer (&task));
}

/**
 * yf_autostart_set_finish:
 * @self: an autostart
 * @result: what the callback was given
 * @error: return location for a #GError, of #YfPortalError or #GFileError
 *
 * Returns: whether it is as was asked
 */
gboolean
yf_autostart_set_finish (YfAutostart   *self,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
