/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-portal-request.h"

struct _YfPortalRequest
{
  GDBusConnection *bus;
  char            *token;
  char            *path;
  guint            subscription;
  guint32          response;
};

static void
request_free (YfPortalRequest *self)
{
  g_object_unref (self->bus);
  g_free (self->token);
  g_free (self->path);
  g_free (self);
}

static void
stop_listening (YfPortalRequest *self)
{
  g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
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
  YfPortalRequest *self = g_task_get_task_data (task);
  GVariant *results;

  if (g_task_get_completed (task) || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &self->response, &results);
  g_task_return_pointer (task, results, (GDestroyNotify) g_variant_unref);
  stop_listening (self);
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

  g_task_return_error (task, g_steal_pointer (&error));
  stop_listening (g_task_get_task_data (task));
}

/**
 * yf_portal_request_new:
 * @bus: the session bus
 *
 * Returns: (transfer full): a request, to be sent with yf_portal_request_send_async()
 */
YfPortalRequest *
yf_portal_request_new (GDBusConnection *bus)
{
  YfPortalRequest *self;
  g_autofree char *sender = NULL;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);

  /* The path under which it will be answered is agreed beforehand, so that no answer is
   * too early. */
  self = g_new0 (YfPortalRequest, 1);
  self->bus = g_object_ref (bus);
  self->token = g_strdup_printf ("yanfei%u_%u", g_random_int (), g_random_int ());
  sender = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');
  self->path = g_strdup_printf (YF_PORTAL_PATH "/request/%s/%s", sender, self->token);

  return self;
}

/**
 * yf_portal_request_add_token:
 * @self: a request
 * @options: what goes with it
 *
 * Adds to its options by what name it will be answered. Each must have it.
 */
void
yf_portal_request_add_token (YfPortalRequest *self,
                             GVariantBuilder *options)
{
  g_return_if_fail (self != NULL);

  g_variant_builder_add (options, "{sv}", "handle_token", g_variant_new_string (self->token));
}

/**
 * yf_portal_request_send_async:
 * @self: (transfer full): a request
 * @interface: which of the portals
 * @method: what of it
 * @parameters: with options that have the request's token
 * @fds: (nullable): the files that @parameters speak of
 * @cancellable: (nullable): a cancellable, for the call
 * @callback: called when it is answered
 * @user_data: data for @callback
 *
 * Asks.
 */
void
yf_portal_request_send_async (YfPortalRequest     *self,
                              const char          *interface,
                              const char          *method,
                              GVariant            *parameters,
                              GUnixFDList         *fds,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, yf_portal_request_send_async);
  g_task_set_task_data (task, self, (GDestroyNotify) request_free);
  self->subscription =
    g_dbus_connection_signal_subscribe (self->bus, YF_PORTAL_NAME, YF_PORTAL_REQUEST_INTERFACE, "Response",
                                        self->path, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        response_cb, g_object_ref (task), g_object_unref);
  g_dbus_connection_call_with_unix_fd_list (self->bus, YF_PORTAL_NAME, YF_PORTAL_PATH, interface, method,
                                            parameters, G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, fds,
                                            cancellable, called_cb, g_object_ref (task));
}

/**
 * yf_portal_request_send_finish:
 * @result: what the callback was given
 * @response: (out): return location for the answer
 * @results: (out) (optional): return location for what comes with it
 * @error: return location for a #GError, of D-Bus
 *
 * Returns: whether there was an answer
 */
gboolean
yf_portal_request_send_finish (GAsyncResult  *result,
                               guint32       *response,
                               GVariant     **results,
                               GError       **error)
{
  g_autoptr (GVariant) answer = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (response != NULL, FALSE);

  answer = g_task_propagate_pointer (G_TASK (result), error);
  if (answer == NULL)
    return FALSE;

  *response = ((YfPortalRequest *) g_task_get_task_data (G_TASK (result)))->response;
  if (results != NULL)
    *results = g_steal_pointer (&answer);

  return TRUE;
}
