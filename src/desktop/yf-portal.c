/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-portal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "yf-portal-request.h"

struct _YfPortal
{
  GObject parent_instance;

  GDBusConnection *bus; /* NULL where there is none */
};

G_DEFINE_FINAL_TYPE (YfPortal, yf_portal, G_TYPE_OBJECT)
G_DEFINE_QUARK (yf-portal-error-quark, yf_portal_error)

static gboolean
is_absence (const GError *error)
{
  return g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_NAME_HAS_NO_OWNER) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_METHOD) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_INTERFACE) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_SERVICE_NOT_FOUND) ||
         g_error_matches (error, G_DBUS_ERROR, G_DBUS_ERROR_SPAWN_CHILD_EXITED);
}

static void
sent_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  guint32 response;

  if (!yf_portal_request_send_finish (result, &response, NULL, &error))
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_new_error (task, YF_PORTAL_ERROR,
                               is_absence (error) ? YF_PORTAL_ERROR_ABSENT : YF_PORTAL_ERROR_FAILED, "%s",
                               error->message);
    }
  else if (response == YF_PORTAL_RESPONSE_DONE)
    g_task_return_boolean (task, TRUE);
  else if (response == YF_PORTAL_RESPONSE_DISMISSED)
    g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED, "%s", _("It was called off."));
  else
    g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_FAILED, "%s",
                             _("The desktop could not do it."));
}

/* Opens a file for a portal to read.
 *
 * Returns: its index in @fds, or -1 with @error set */
static int
add_file (GUnixFDList  *fds,
          const char   *path,
          GError      **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int index;

  if (fd < 0)
    {
      int number = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", path, g_strerror (number));
      return -1;
    }
  index = g_unix_fd_list_append (fds, fd, error);
  close (fd);

  return index;
}

/* Begins a request, or fails where there is nobody to ask. */
static YfPortalRequest *
begin (YfPortal *self,
       GTask    *task)
{
  if (self->bus != NULL)
    return yf_portal_request_new (self->bus);

  g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_ABSENT, "%s",
                           _("There is no desktop session to ask."));
  return NULL;
}

static void
finalize (GObject *object)
{
  YfPortal *self = YF_PORTAL (object);

  g_clear_object (&self->bus);

  G_OBJECT_CLASS (yf_portal_parent_class)->finalize (object);
}

static void
yf_portal_class_init (YfPortalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = finalize;
}

static void
yf_portal_init (YfPortal *self)
{
}

/**
 * yf_portal_new:
 * @bus: (nullable): the session bus, or %NULL where there is none
 *
 * Returns: (transfer full): the way to the desktop's portal, if it has one
 */
YfPortal *
yf_portal_new (GDBusConnection *bus)
{
  YfPortal *self = g_object_new (YF_TYPE_PORTAL, NULL);

  g_set_object (&self->bus, bus);

  return self;
}

/**
 * yf_portal_show_file_async:
 * @self: a portal
 * @parent: the window it is asked from, as portals name it; may be empty
 * @path: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Has the file manager open the folder that a file is in.
 */
void
yf_portal_show_file_async (YfPortal            *self,
                           const char          *parent,
                           const char          *path,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;
  GVariantBuilder options;
  YfPortalRequest *request;
  int handle;

  g_return_if_fail (YF_IS_PORTAL (self));
  g_return_if_fail (parent != NULL && path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_portal_show_file_async);
  handle = add_file (fds, path, &error);
  if (handle < 0)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  request = begin (self, task);
  if (request == NULL)
    return;
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  yf_portal_request_add_token (request, &options);
  yf_portal_request_send_async (request, "org.freedesktop.portal.OpenURI", "OpenDirectory",
                                g_variant_new ("(sha{sv})", parent, handle, &options), fds,
                                cancellable, sent_cb, g_steal_pointer (&task));
}

/**
 * yf_portal_compose_mail_async:
 * @self: a portal
 * @parent: the window it is asked from, as portals name it; may be empty
 * @subject: the subject of the letter
 * @body: its text
 * @paths: (array zero-terminated=1): files to go with it
 * @cancellable: (nullable): a cancellable
 * @callback: called when the mail program shows it
 * @user_data: data for @callback
 *
 * Has the mail program begin a letter. It is the person who sends it.
 */
void
yf_portal_compose_mail_async (YfPortal            *self,
                              const char          *parent,
                              const char          *subject,
                              const char          *body,
                              const char * const  *paths,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;
  GVariantBuilder options, handles;
  YfPortalRequest *request;
  guint n_files;

  g_return_if_fail (YF_IS_PORTAL (self));
  g_return_if_fail (parent != NULL && subject != NULL && body != NULL && paths != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_portal_compose_mail_async);
  for (n_files = 0; paths[n_files] != NULL; n_files++)
    if (add_file (fds, paths[n_files], &error) < 0)
      {
        g_task_return_error (task, g_steal_pointer (&error));
        return;
      }

  request = begin (self, task);
  if (request == NULL)
    return;
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&handles, G_VARIANT_TYPE ("ah"));
  for (guint i = 0; i < n_files; i++)
    g_variant_builder_add (&handles, "h", (gint32) i);
  yf_portal_request_add_token (request, &options);
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&handles));
  yf_portal_request_send_async (request, "org.freedesktop.portal.Email", "ComposeEmail",
                                g_variant_new ("(sa{sv})", parent, &options), fds,
                                cancellable, sent_cb, g_steal_pointer (&task));
}

/**
 * yf_portal_finish:
 * @self: a portal
 * @result: what the callback was given
 * @error: return location for a #GError, of #YfPortalError or #GFileError
 *
 * Returns: whether what was asked has been done
 */
gboolean
yf_portal_finish (YfPortal      *self,
                  GAsyncResult  *result,
                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
