/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus-fixture.h"

typedef struct
{
  ServiceFunc func;
  gpointer    user_data;
} Answer;

GDBusConnection *
bus_connect (Bus *self)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection;

  connection = g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (self->daemon),
                                                       G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                       G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                       NULL, NULL, &error);
  g_assert_no_error (error);
  g_ptr_array_add (self->all, g_object_ref (connection));

  return connection;
}

void
bus_up (Bus *self)
{
  self->all = g_ptr_array_new_with_free_func (g_object_unref);
  self->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->daemon);
  self->subject = bus_connect (self);
  self->other = bus_connect (self);
}

void
bus_down (Bus *self)
{
  g_clear_object (&self->subject);
  g_clear_object (&self->other);
  g_clear_pointer (&self->all, g_ptr_array_unref);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_test_dbus_down (self->daemon);
  g_clear_object (&self->daemon);
}

/* A question to the bus itself, whose answer comes after all that was under
 * way on this connection. */
static void
round_trip (GDBusConnection *connection)
{
  g_autoptr (GVariant) reply = NULL;

  if (g_dbus_connection_is_closed (connection))
    return;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "GetId", NULL, NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
}

/* Until nothing that was sent is still on its way, and nothing that came is
 * still to be dealt with. What is dealt with may send something, hence more
 * often than the longest chain of calls has links. */
void
bus_settle (Bus *self)
{
  for (int i = 0; i < 12; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      for (guint j = 0; j < self->all->len; j++)
        round_trip (g_ptr_array_index (self->all, j));
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
bus_result_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Waits until bus_result_cb() has been called with it. */
GAsyncResult *
bus_wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

GVariant *
bus_call (Bus         *self,
          const char  *name,
          const char  *path,
          const char  *interface,
          const char  *method,
          GVariant    *parameters,
          GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_dbus_connection_call (self->other, name, path, interface, method, parameters, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, bus_result_cb, &result);

  return g_dbus_connection_call_finish (self->other, bus_wait (&result), error);
}

/* Returns: what the bus says to it: 1 if the name is ours now */
guint32
bus_request (GDBusConnection *connection,
             const char      *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  guint32 answer;

  reply = g_dbus_connection_call_sync (connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", name, 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(u)", &answer);

  return answer;
}

gboolean
bus_has_name (Bus        *self,
              const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  gboolean has;

  reply = bus_call (self, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                    "NameHasOwner", g_variant_new ("(s)", name), &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(b)", &has);

  return has;
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
  Service *self = user_data;
  g_autofree char *text = g_variant_print (parameters, FALSE);
  Answer *answer = g_hash_table_lookup (self->answers, method);

  g_string_append_printf (self->asked, "%s %s\n", method, text);
  if (answer != NULL)
    answer->func (invocation, parameters, answer->user_data);
  else
    g_dbus_method_invocation_return_value (invocation, NULL);
}

/* Gives the service another object. */
void
service_add (Service    *self,
             const char *path,
             const char *xml)
{
  static const GDBusInterfaceVTable vtable = { method_cb, NULL, NULL, { NULL, } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, &error);

  g_assert_no_error (error);
  for (int i = 0; node->interfaces[i] != NULL; i++)
    g_assert_cmpuint (g_dbus_connection_register_object (self->connection, path, node->interfaces[i],
                                                         &vtable, self, NULL, NULL), >, 0);
}

Service *
service_new (Bus        *bus,
             const char *name,
             const char *path,
             const char *xml)
{
  Service *self = g_new0 (Service, 1);

  self->bus = bus;
  self->connection = bus_connect (bus);
  self->asked = g_string_new (NULL);
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  service_add (self, path, xml);
  g_assert_cmpuint (bus_request (self->connection, name), ==, 1);

  return self;
}

void
service_answer (Service     *self,
                const char  *method,
                ServiceFunc  func,
                gpointer     user_data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->func = func;
  answer->user_data = user_data;
  g_hash_table_insert (self->answers, g_strdup (method), answer);
}

static void
say_boolean (GDBusMethodInvocation *invocation,
             GVariant              *parameters,
             gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(b)", *(gboolean *) user_data));
}

static void
say_uint32 (GDBusMethodInvocation *invocation,
            GVariant              *parameters,
            gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", *(guint32 *) user_data));
}

static void
say_uint64 (GDBusMethodInvocation *invocation,
            GVariant              *parameters,
            gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(t)", *(guint64 *) user_data));
}

static void
refuse (GDBusMethodInvocation *invocation,
        GVariant              *parameters,
        gpointer               user_data)
{
  g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.Failed", "no");
}

/* Has it answer with what is at @value whenever it is asked: of @type 'b', 'u' or 't'. */
void
service_say (Service    *self,
             const char *method,
             char        type,
             gpointer    value)
{
  service_answer (self, method, type == 'b' ? say_boolean : type == 'u' ? say_uint32 : say_uint64, value);
}

void
service_refuse (Service    *self,
                const char *method)
{
  service_answer (self, method, refuse, NULL);
}

void
service_emit (Service    *self,
              const char *path,
              const char *interface,
              const char *signal,
              GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->connection, NULL, path, interface, signal, parameters, &error);
  g_assert_no_error (error);
  bus_settle (self->bus);
}

/* Returns: what it was asked since the last time */
char *
service_asked (Service *self)
{
  char *asked;

  bus_settle (self->bus);
  asked = g_strdup (self->asked->str);
  g_string_truncate (self->asked, 0);

  return asked;
}

/* The service dies. */
void
service_free (Service *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  bus_settle (self->bus);
  g_hash_table_unref (self->answers);
  g_string_free (self->asked, TRUE);
  g_free (self);
}
