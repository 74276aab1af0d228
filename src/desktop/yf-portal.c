/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-portal.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

struct _YfPortal
{
  GObject parent_instance;

  GDBusConnection *bus; /* NULL where there is none */
  guint            n_requests;
};

G_DEFINE_FINAL_TYPE (YfPortal, yf_portal, G_TYPE_OBJECT)
G_DEFINE_QUARK (yf-portal-error-quark, yf_portal_error)

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* What a portal's request answers (org.freedesktop.portal.Request::Response). */
#define RESPONSE_DONE      0
#define RESPONSE_DISMISSED 1

/* One request, until it is answered. */
typedef struct
{
  char  *path;
  guint  subscription;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->path);
  g_free (self);
}

static void
end_request (GTask *task)
{
  YfPortal *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);

  g_dbus_connection_signal_unsubscribe (self->bus, request->subscription);
}

static void
response_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  GTask *task = user_data;
  guint32 response;

  if (g_task_get_completed (task) || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &response, NULL);
  if (response == RESPONSE_DONE)
    g_task_return_boolean (task, TRUE);
  else if (response == RESPONSE_DISMISSED)
    g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED, "%s", _("It was called off."));
  else
    g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_FAILED, "%s",
                             _("The desktop could not do it."));
  end_request (task);
}

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
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, &error);
  if (reply != NULL || g_task_get_completed (task))
    return; /* the answer itself is a signal */

  g_dbus_error_strip_remote_error (error);
  g_task_return_new_error (task, YF_PORTAL_ERROR,
                           is_absence (error) ? YF_PORTAL_ERROR_ABSENT : YF_PORTAL_ERROR_FAILED, "%s",
                           error->message);
  end_request (task);
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

/* The path under which the request will be answered is agreed beforehand, so
 * that no answer is too early. */
static void
call (YfPortal     *self,
      GTask        *task,
      const char   *interface,
      const char   *method,
      GVariant     *(*get_parameters) (gpointer data, const char *token),
      gpointer      data,
      GUnixFDList  *fds)
{
  g_autofree char *token = NULL;
  g_autofree char *sender = NULL;
  Request *request;

  if (self->bus == NULL)
    {
      g_task_return_new_error (task, YF_PORTAL_ERROR, YF_PORTAL_ERROR_ABSENT, "%s",
                               _("There is no desktop session to ask."));
      return;
    }

  token = g_strdup_printf ("yanfei%u_%u", g_random_int (), self->n_requests++);
  sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (self->bus) + 1), ".", '_');
  request = g_new0 (Request, 1);
  request->path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  g_task_set_task_data (task, request, request_free);
  request->subscription =
    g_dbus_connection_signal_subscribe (self->bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response",
                                        request->path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        response_cb, g_object_ref (task), g_object_unref);
  g_dbus_connection_call_with_unix_fd_list (self->bus, PORTAL_NAME, PORTAL_PATH, interface, method,
                                            get_parameters (data, token), G_VARIANT_TYPE ("(o)"),
                                            G_DBUS_CALL_FLAGS_NONE, -1, fds, g_task_get_cancellable (task),
                                            called_cb, g_object_ref (task));
}

typedef struct
{
  const char *parent;
  int         handle;
} ShowFile;

static GVariant *
get_show_file_parameters (gpointer    data,
                          const char *token)
{
  const ShowFile *show = data;
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));

  return g_variant_new ("(sha{sv})", show->parent, show->handle, &options);
}

typedef struct
{
  const char *parent;
  const char *subject;
  const char *body;
  guint       n_files;
} ComposeMail;

static GVariant *
get_compose_mail_parameters (gpointer    data,
                             const char *token)
{
  const ComposeMail *mail = data;
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  GVariantBuilder handles = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ah"));

  for (guint i = 0; i < mail->n_files; i++)
    g_variant_builder_add (&handles, "h", (gint32) i);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "subject", g_variant_new_string (mail->subject));
  g_variant_builder_add (&options, "{sv}", "body", g_variant_new_string (mail->body));
  g_variant_builder_add (&options, "{sv}", "attachment_fds", g_variant_builder_end (&handles));

  return g_variant_new ("(sa{sv})", mail->parent, &options);
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
  ShowFile show = { parent, 0 };

  g_return_if_fail (YF_IS_PORTAL (self));
  g_return_if_fail (parent != NULL && path != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_portal_show_file_async);
  show.handle = add_file (fds, path, &error);
  if (show.handle < 0)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  call (self, task, "org.freedesktop.portal.OpenURI", "OpenDirectory", get_show_file_parameters, &show, fds);
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
  ComposeMail mail = { parent, subject, body, 0 };

  g_return_if_fail (YF_IS_PORTAL (self));
  g_return_if_fail (parent != NULL && subject != NULL && body != NULL && paths != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_portal_compose_mail_async);
  for (; paths[mail.n_files] != NULL; mail.n_files++)
    {
      if (add_file (fds, paths[mail.n_files], &error) < 0)
        {
          g_task_return_error (task, g_steal_pointer (&error));
          return;
        }
    }
  call (self, task, "org.freedesktop.portal.Email", "ComposeEmail", get_compose_mail_parameters, &mail, fds);
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
