/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notification-server.h"

#define NAME "org.freedesktop.Notifications"
#define PATH "/org/freedesktop/Notifications"

static const char interface[] =
  "<node>"
  "  <interface name='org.freedesktop.Notifications'>"
  "    <method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "    <method name='GetServerInformation'>"
  "      <arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "      <arg type='s' direction='out'/><arg type='s' direction='out'/>"
  "    </method>"
  "    <method name='Notify'>"
  "      <arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "      <arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "      <arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' direction='out'/>"
  "    </method>"
  "    <method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "    <signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "    <signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "  </interface>"
  "</node>";

/* Reasons for NotificationClosed. */
#define DISMISSED 2
#define CLOSED    3

static void
note_free (gpointer data)
{
  Note *self = data;

  g_free (self->summary);
  g_free (self->body);
  g_strfreev (self->actions);
  g_free (self);
}

static void
emit (NotificationServer *self,
      const char         *signal,
      GVariant           *parameters)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->connection, NULL, PATH, NAME, signal, parameters, &error);
  g_assert_no_error (error);
}

/* The latest of that number: one that takes the place of another keeps it. */
static Note *
find (NotificationServer *self,
      guint32             id)
{
  for (guint i = self->notes->len; i > 0; i--)
    {
      Note *note = g_ptr_array_index (self->notes, i - 1);

      if (note->id == id)
        return note;
    }

  return NULL;
}

static void
close_note (NotificationServer *self,
            guint32             id,
            guint32             reason)
{
  Note *note = find (self, id);

  /* Some close what is gone already. */
  g_assert_true (note != NULL);
  if (note->closed)
    return;
  note->closed = TRUE;
  emit (self, "NotificationClosed", g_variant_new ("(uu)", id, reason));
}

static void
method_cb (GDBusConnection       *connection,
           const char            *sender,
           const char            *path,
           const char            *name,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  NotificationServer *self = user_data;

  if (g_str_equal (method, "GetCapabilities"))
    {
      const char * const capabilities[] = { "actions", "body", NULL };

      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(^as)", capabilities));
    }
  else if (g_str_equal (method, "GetServerInformation"))
    {
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(ssss)", "Test", "Yanfei", "1", "1.2"));
    }
  else if (g_str_equal (method, "CloseNotification"))
    {
      guint32 id;

      g_variant_get (parameters, "(u)", &id);
      close_note (self, id, CLOSED);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      Note *note = g_new0 (Note, 1);
      guint32 replaces;

      g_assert_cmpstr (method, ==, "Notify");
      g_variant_get (parameters, "(su&sss^as@a{sv}i)", NULL, &replaces, NULL, &note->summary, &note->body,
                     &note->actions, NULL, NULL);
      if (replaces != 0)
        {
          Note *before = find (self, replaces);

          g_assert_true (before != NULL);
          before->closed = TRUE;
        }
      note->id = replaces != 0 ? replaces : self->notes->len + 1;
      g_ptr_array_add (self->notes, note);
      note->at = self->get_time (self->user_data);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", note->id));
    }
}

/* On the bus that the environment names. */
NotificationServer *
notification_server_new (TimeFunc get_time,
                         gpointer user_data)
{
  static const GDBusInterfaceVTable vtable = { method_cb, NULL, NULL, { NULL, } };
  NotificationServer *self = g_new0 (NotificationServer, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface, &error);
  g_autoptr (GVariant) reply = NULL;
  guint32 answer;

  g_assert_no_error (error);
  self->notes = g_ptr_array_new_with_free_func (note_free);
  self->get_time = get_time;
  self->user_data = user_data;
  self->connection =
    g_dbus_connection_new_for_address_sync (g_getenv ("DBUS_SESSION_BUS_ADDRESS"),
                                            G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                            G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                            NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_dbus_connection_register_object (self->connection, PATH, node->interfaces[0], &vtable, self,
                                                       NULL, NULL), >, 0);
  reply = g_dbus_connection_call_sync (self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName", g_variant_new ("(su)", NAME, 4), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(u)", &answer);
  g_assert_cmpuint (answer, ==, 1);

  return self;
}

void
notification_server_free (NotificationServer *self)
{
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

Note *
notification_server_last (NotificationServer *self)
{
  g_assert_cmpuint (self->notes->len, >, 0);

  return g_ptr_array_index (self->notes, self->notes->len - 1);
}

/* As a person does: it goes away with that. */
void
notification_server_press (NotificationServer *self,
                           Note               *note,
                           const char         *label)
{
  g_assert_false (note->closed);
  for (guint i = 0; note->actions[i] != NULL; i += 2)
    {
      if (g_strcmp0 (note->actions[i + 1], label) == 0)
        {
          emit (self, "ActionInvoked", g_variant_new ("(us)", note->id, note->actions[i]));
          close_note (self, note->id, DISMISSED);
          return;
        }
    }
  g_error ("There is no button %s", label);
}
