/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixfdlist.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "yf-portal.h"

/* A portal of our own on a private bus, which writes down what it is asked. */

static const char interfaces[] =
  "<node>"
  "  <interface name='org.freedesktop.portal.OpenURI'>"
  "    <method name='OpenDirectory'>"
  "      <arg type='s' direction='in'/><arg type='h' direction='in'/><arg type='a{sv}' direction='in'/>"
  "      <arg type='o' direction='out'/>"
  "    </method>"
  "  </interface>"
  "  <interface name='org.freedesktop.portal.Email'>"
  "    <method name='ComposeEmail'>"
  "      <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
  "    </method>"
  "  </interface>"
  "</node>";

typedef struct
{
  GTestDBus       *daemon;
  GDBusConnection *server;
  GDBusConnection *client;
  YfPortal        *portal;
  char            *folder;
  char            *file;
  guint32          response;
  char            *asked;   /* the method */
  char            *subject;
  GPtrArray       *read;    /* what the files that were handed over held */
  GAsyncResult    *result;
} Fixture;

static char *
read_fd (int fd)
{
  char text[64];
  gssize length = read (fd, text, sizeof text - 1);

  g_assert_cmpint (length, >=, 0);
  text[length] = '\0';

  return g_strdup (text);
}

static void
method_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  Fixture *fixture = user_data;
  GUnixFDList *fds = g_dbus_message_get_unix_fd_list (g_dbus_method_invocation_get_message (invocation));
  g_autoptr (GVariant) options = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  const char *token;

  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  request = g_strdup_printf ("/org/freedesktop/portal/desktop/request/%s/%s", name, token);

  g_free (fixture->asked);
  fixture->asked = g_strdup (method);
  g_variant_lookup (options, "subject", "s", &fixture->subject);
  for (int i = 0; i < g_unix_fd_list_get_length (fds); i++)
    {
      int fd = g_unix_fd_list_get (fds, i, NULL);

      g_ptr_array_add (fixture->read, read_fd (fd));
      close (fd);
    }

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_dbus_connection_emit_signal (connection, sender, request, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", fixture->response, NULL), NULL);
}

static GDBusConnection *
connect_to (GTestDBus *daemon)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (daemon),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                       G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);

  return connection;
}

static void
serve (Fixture *fixture)
{
  static const GDBusInterfaceVTable vtable = { method_cb, NULL, NULL, { NULL, } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;

  for (int i = 0; node->interfaces[i] != NULL; i++)
    g_assert_cmpuint (g_dbus_connection_register_object (fixture->server, "/org/freedesktop/portal/desktop",
                                                         node->interfaces[i], &vtable, fixture, NULL, NULL), >, 0);
  reply = g_dbus_connection_call_sync (fixture->server, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.portal.Desktop", 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->daemon);
  fixture->server = connect_to (fixture->daemon);
  fixture->client = connect_to (fixture->daemon);
  fixture->portal = yf_portal_new (fixture->client);
  fixture->read = g_ptr_array_new_with_free_func (g_free);
  fixture->folder = g_dir_make_tmp (NULL, NULL);
  fixture->file = g_build_filename (fixture->folder, "log.pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->file, "what was done", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->portal);
  g_dbus_connection_close_sync (fixture->client, NULL, NULL);
  g_dbus_connection_close_sync (fixture->server, NULL, NULL);
  g_clear_object (&fixture->client);
  g_clear_object (&fixture->server);
  g_unlink (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->asked);
  g_free (fixture->subject);
  g_ptr_array_unref (fixture->read);
  g_test_dbus_down (fixture->daemon);
  g_object_unref (fixture->daemon);
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;

  fixture->result = g_object_ref (result);
}

static gboolean
await (Fixture  *fixture,
       GError  **error)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return yf_portal_finish (fixture->portal, fixture->result, error);
}

static void
test_show_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  serve (fixture);
  yf_portal_show_file_async (fixture->portal, "", fixture->file, NULL, result_cb, fixture);
  g_assert_true (await (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->asked, ==, "OpenDirectory");
  g_assert_cmpuint (fixture->read->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->read, 0), ==, "what was done");
}

static void
test_mail (Fixture       *fixture,
           gconstpointer  data)
{
  const char * const paths[] = { fixture->file, fixture->file, NULL };
  g_autoptr (GError) error = NULL;

  serve (fixture);
  yf_portal_compose_mail_async (fixture->portal, "", "Exercise log", "", paths, NULL, result_cb, fixture);
  g_assert_true (await (fixture, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (fixture->asked, ==, "ComposeEmail");
  g_assert_cmpstr (fixture->subject, ==, "Exercise log");
  g_assert_cmpuint (fixture->read->len, ==, 2);
}

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct { guint32 response; YfPortalError code; } cases[] = {
    { 1, YF_PORTAL_ERROR_DISMISSED },
    { 2, YF_PORTAL_ERROR_FAILED },
  };

  serve (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->response = cases[i].response;
      yf_portal_show_file_async (fixture->portal, "", fixture->file, NULL, result_cb, fixture);
      g_assert_false (await (fixture, &error));
      g_assert_error (error, YF_PORTAL_ERROR, (int) cases[i].code);
      g_clear_object (&fixture->result);
    }
}

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  yf_portal_show_file_async (fixture->portal, "", fixture->file, NULL, result_cb, fixture);
  g_assert_false (await (fixture, &error));
  g_assert_error (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_ABSENT);
}

static void
test_no_bus (Fixture       *fixture,
             gconstpointer  data)
{
  const char * const paths[] = { fixture->file, NULL };
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->portal);
  fixture->portal = yf_portal_new (NULL);
  yf_portal_compose_mail_async (fixture->portal, "", "Exercise log", "", paths, NULL, result_cb, fixture);
  g_assert_false (await (fixture, &error));
  g_assert_error (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_ABSENT);
}

static void
test_no_file (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  serve (fixture);
  yf_portal_show_file_async (fixture->portal, "", "/nowhere/at/all", NULL, result_cb, fixture);
  g_assert_false (await (fixture, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_null (fixture->asked);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/portal/show-file", test_show_file);
  ADD ("/portal/mail", test_mail);
  ADD ("/portal/refusals", test_refusals);
  ADD ("/portal/absent", test_absent);
  ADD ("/portal/no-bus", test_no_bus);
  ADD ("/portal/no-file", test_no_file);

  return g_test_run ();
}
