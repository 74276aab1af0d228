/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-bus-name.h"

#include <unistd.h>

struct _YfBusName
{
  grefcount        ref_count;
  GDBusConnection *bus;
  char            *name;       /* that was asked for last */
  gboolean         instance;   /* it is the one with the process */
  gboolean         ours;
  gboolean         released;
};

/* What is asked of the bus itself, and answered (D-Bus specification,
 * org.freedesktop.DBus.RequestName). */
#define DBUS_NAME         "org.freedesktop.DBus"
#define DBUS_PATH         "/org/freedesktop/DBus"
#define NAME_DO_NOT_QUEUE 4
#define NAME_IS_OURS      1
#define NAME_WAS_OURS     4

static void
unref (YfBusName *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_object_unref (self->bus);
  g_free (self->name);
  g_free (self);
}

static void request (YfBusName *self);

static void
requested_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  YfBusName *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  guint32 answer = 0;

  if (reply == NULL)
    g_debug ("%s: %s", self->name, error->message);
  else
    g_variant_get (reply, "(u)", &answer);

  if (answer == NAME_IS_OURS || answer == NAME_WAS_OURS)
    {
      self->ours = TRUE;
    }
  else if (reply != NULL && !self->released && !self->instance)
    {
      /* Another Yanfei was here first: the way out of the specification of media players. */
      g_autofree char *name = g_steal_pointer (&self->name);

      self->name = g_strdup_printf ("%s.instance%ld", name, (long) getpid ());
      self->instance = TRUE;
      request (self);
    }
  else if (reply != NULL)
    {
      g_debug ("%s is somebody else's", self->name);
    }

  unref (self);
}

static void
request (YfBusName *self)
{
  g_ref_count_inc (&self->ref_count);
  g_dbus_connection_call (self->bus, DBUS_NAME, DBUS_PATH, DBUS_NAME, "RequestName",
                          g_variant_new ("(su)", self->name, NAME_DO_NOT_QUEUE), G_VARIANT_TYPE ("(u)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, requested_cb, self);
}

/**
 * yf_bus_name_own:
 * @bus: a bus
 * @name: a name
 *
 * Asks for a name. Not g_bus_own_name(), which warns when a name that was never ours is
 * given up.
 *
 * Returns: (transfer full): the name, to be given up with yf_bus_name_release()
 */
YfBusName *
yf_bus_name_own (GDBusConnection *bus,
                 const char      *name)
{
  YfBusName *self;

  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (YfBusName, 1);
  g_ref_count_init (&self->ref_count);
  self->bus = g_object_ref (bus);
  self->name = g_strdup (name);
  request (self);

  return self;
}

/**
 * yf_bus_name_get:
 * @self: a name
 *
 * Returns: (transfer none) (nullable): what it is, or %NULL while it is not ours
 */
const char *
yf_bus_name_get (YfBusName *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ours && !g_dbus_connection_is_closed (self->bus) ? self->name : NULL;
}

/**
 * yf_bus_name_release:
 * @self: (transfer full): a name
 *
 * Gives it up.
 */
void
yf_bus_name_release (YfBusName *self)
{
  g_return_if_fail (self != NULL);

  self->released = TRUE;
  if (!g_dbus_connection_is_closed (self->bus))
    g_dbus_connection_call (self->bus, DBUS_NAME, DBUS_PATH, DBUS_NAME, "ReleaseName",
                            g_variant_new ("(s)", self->name), NULL,
                            G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
  unref (self);
}
