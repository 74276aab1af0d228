/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sleep-delay.h"

#include <gio/gunixfdlist.h>
#include <unistd.h>

#include "yf-login.h"

struct _YfSleepDelay
{
  GDBusConnection *system_bus;
  GCancellable    *taking;    /* NULL while nothing is asked for */
  int              fd;        /* -1 where sleep need not wait for us */
  guint            n_held;
  guint            timeout;
};

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  YfSleepDelay *self = user_data;
  gint32 index;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->taking);
  if (reply == NULL)
    {
      g_debug ("Sleep cannot be put off: %s", error->message);
      return;
    }

  g_variant_get (reply, "(h)", &index);
  self->fd = fds != NULL ? g_unix_fd_list_get (fds, index, NULL) : -1;
}

static gboolean
timeout_cb (gpointer user_data)
{
  YfSleepDelay *self = user_data;

  g_debug ("Sleep: not everything is done, and it is not put off any longer");
  self->timeout = 0;
  yf_sleep_delay_drop (self);

  return G_SOURCE_REMOVE;
}

/**
 * yf_sleep_delay_new:
 * @system_bus: the system bus
 *
 * Returns: (transfer full): nothing is put off yet
 */
YfSleepDelay *
yf_sleep_delay_new (GDBusConnection *system_bus)
{
  YfSleepDelay *self = g_new0 (YfSleepDelay, 1);

  self->system_bus = g_object_ref (system_bus);
  self->fd = -1;

  return self;
}

void
yf_sleep_delay_free (YfSleepDelay *self)
{
  yf_sleep_delay_drop (self);
  g_object_unref (self->system_bus);
  g_free (self);
}

/**
 * yf_sleep_delay_take:
 * @self: a delay
 * @who: the program, for the person to read
 * @why: why it has to wait
 *
 * Asks login1 to wait before the computer sleeps the next time.
 */
void
yf_sleep_delay_take (YfSleepDelay *self,
                     const char   *who,
                     const char   *why)
{
  g_return_if_fail (self != NULL);

  if (self->fd >= 0 || self->taking != NULL)
    return;

  self->taking = g_cancellable_new ();
  g_dbus_connection_call_with_unix_fd_list (self->system_bus, YF_LOGIN_NAME, YF_LOGIN_PATH, YF_LOGIN_MANAGER,
                                            "Inhibit", g_variant_new ("(ssss)", "sleep", who, why, "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, YF_LOGIN_TIMEOUT,
                                            NULL, self->taking, taken_cb, self);
}

/**
 * yf_sleep_delay_drop:
 * @self: a delay
 *
 * Lets the computer sleep. What is not granted yet comes too late.
 */
void
yf_sleep_delay_drop (YfSleepDelay *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->taking);
  g_clear_object (&self->taking);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->n_held = 0;
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

gboolean
yf_sleep_delay_is_taken (YfSleepDelay *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fd >= 0;
}

/**
 * yf_sleep_delay_hold:
 * @self: a delay
 * @milliseconds: for how long at most
 *
 * Says that there is something left to do. Each call wants one of yf_sleep_delay_release().
 */
void
yf_sleep_delay_hold (YfSleepDelay *self,
                     guint         milliseconds)
{
  g_return_if_fail (self != NULL);

  if (self->fd < 0)
    return;

  self->n_held++;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (milliseconds, timeout_cb, self);
}

/**
 * yf_sleep_delay_release:
 * @self: a delay
 *
 * Says that what yf_sleep_delay_hold() was called for is done.
 */
void
yf_sleep_delay_release (YfSleepDelay *self)
{
  g_return_if_fail (self != NULL);

  if (self->n_held > 0 && --self->n_held == 0)
    yf_sleep_delay_drop (self);
}

gboolean
yf_sleep_delay_is_held (YfSleepDelay *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_held > 0;
}
