/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-lock-watch.h"

#include <unistd.h>

#include "yf-login.h"

/* A lock is told by several at once, each in its own way. All that counts is
 * whether anybody says so. */
typedef enum
{
  LOCKED_LOGIN,          /* login1's hint, set by the lock screen */
  LOCKED_ASKED,          /* login1's request to lock, and no word since */
  LOCKED_GNOME,
  LOCKED_FREEDESKTOP,
  N_LOCKS
} Lock;

struct _YfLockWatch
{
  GDBusConnection *session_bus;
  GDBusConnection *system_bus;
  YfLockFunc       func;
  gpointer         user_data;

  guint            system_signals[2];
  guint            session_signals[2];
  guint            saver_watches[2];
  char            *login_session;   /* path of ours; NULL until it is known */
  GCancellable    *finding;
  gboolean         locked[N_LOCKS];
};

#define PROPERTIES "org.freedesktop.DBus.Properties"

static const char * const saver_names[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
static const Lock saver_locks[] = { LOCKED_GNOME, LOCKED_FREEDESKTOP };

static gboolean
is_locked (YfLockWatch *self)
{
  for (guint i = 0; i < N_LOCKS; i++)
    {
      if (self->locked[i])
        return TRUE;
    }

  return FALSE;
}

static void
set_locked (YfLockWatch *self,
            Lock         lock,
            gboolean     locked)
{
  gboolean was = is_locked (self);

  self->locked[lock] = locked;

  /* A request to lock has no end of its own where nobody sets the hint. */
  if (!locked)
    self->locked[LOCKED_ASKED] = FALSE;

  if (!was && is_locked (self))
    self->func (TRUE, self->user_data);
  else if (was && !is_locked (self))
    self->func (FALSE, self->user_data);
}

static void
set_asked (YfLockWatch *self)
{
  gboolean certain;

  self->locked[LOCKED_ASKED] = FALSE;
  certain = is_locked (self);
  self->locked[LOCKED_ASKED] = TRUE;

  /* Twice in a row means that it was unlocked in between, unseen. */
  if (!certain)
    self->func (TRUE, self->user_data);
}

static void
login_session_cb (GDBusConnection *bus,
                  const char      *sender,
                  const char      *path,
                  const char      *interface,
                  const char      *signal,
                  GVariant        *parameters,
                  gpointer         user_data)
{
  YfLockWatch *self = user_data;
  g_autoptr (GVariant) changed = NULL;
  gboolean hint;

  if (g_strcmp0 (path, self->login_session) != 0)
    return;

  if (g_str_equal (signal, "Lock"))
    {
      set_asked (self);
    }
  else if (g_str_equal (signal, "Unlock"))
    {
      set_locked (self, LOCKED_LOGIN, FALSE);
    }
  else if (g_str_equal (signal, "PropertiesChanged") &&
           g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(sa{sv}as)")))
    {
      changed = g_variant_get_child_value (parameters, 1);
      if (g_variant_lookup (changed, "LockedHint", "b", &hint))
        set_locked (self, LOCKED_LOGIN, hint);
    }
}

static void
saver_cb (GDBusConnection *bus,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *signal,
          GVariant        *parameters,
          gpointer         user_data)
{
  YfLockWatch *self = user_data;
  gboolean locked;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &locked);
  set_locked (self, g_str_equal (interface, saver_names[0]) ? saver_locks[0] : saver_locks[1], locked);
}

/* A lock screen that is gone locks nothing. */
static void
saver_vanished_cb (GDBusConnection *bus,
                   const char      *name,
                   gpointer         user_data)
{
  YfLockWatch *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (saver_names); i++)
    if (g_str_equal (name, saver_names[i]) && self->locked[saver_locks[i]])
      {
        set_locked (self, saver_locks[i], FALSE);
        return; /* whoever was told may have done with this */
      }
}

static void
session_found_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  YfLockWatch *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      g_debug ("login1 knows of no session: %s", error->message);
      return;
    }

  g_free (self->login_session);
  g_variant_get (reply, "(o)", &self->login_session);
}

static void
get_session (YfLockWatch         *self,
             const char          *method,
             GVariant            *parameters,
             GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->system_bus, YF_LOGIN_NAME, YF_LOGIN_PATH, YF_LOGIN_MANAGER, method, parameters,
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, YF_LOGIN_TIMEOUT,
                          self->finding, callback, self);
}

static void
id_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) id = NULL;
  YfLockWatch *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      g_debug ("login1 knows of no session: %s", error->message);
      return;
    }

  g_variant_get (reply, "(v)", &id);
  if (g_variant_is_of_type (id, G_VARIANT_TYPE_STRING))
    get_session (self, "GetSession", g_variant_new ("(s)", g_variant_get_string (id, NULL)), session_found_cb);
}

/* A program that the user's service manager has started is in no session.
 * "auto" is then the one that the person looks at. */
static void
session_of_pid_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  YfLockWatch *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      g_dbus_connection_call (self->system_bus, YF_LOGIN_NAME, YF_LOGIN_AUTO, PROPERTIES, "Get",
                              g_variant_new ("(ss)", YF_LOGIN_SESSION, "Id"), G_VARIANT_TYPE ("(v)"),
                              G_DBUS_CALL_FLAGS_NONE, YF_LOGIN_TIMEOUT, self->finding, id_found_cb, self);
      return;
    }

  g_free (self->login_session);
  g_variant_get (reply, "(o)", &self->login_session);
}

static void
listen_to_system (YfLockWatch *self)
{
  /* Of every session: the path of ours is not known yet. */
  self->system_signals[0] =
    g_dbus_connection_signal_subscribe (self->system_bus, YF_LOGIN_NAME, YF_LOGIN_SESSION, NULL, NULL, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, login_session_cb, self, NULL);
  self->system_signals[1] =
    g_dbus_connection_signal_subscribe (self->system_bus, YF_LOGIN_NAME, PROPERTIES, "PropertiesChanged",
                                        NULL, YF_LOGIN_SESSION, G_DBUS_SIGNAL_FLAGS_NONE,
                                        login_session_cb, self, NULL);
}

static void
listen_to_session (YfLockWatch *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (saver_names); i++)
    {
      /* Some are at /ScreenSaver, some at /org/freedesktop/ScreenSaver. */
      self->session_signals[i] =
        g_dbus_connection_signal_subscribe (self->session_bus, saver_names[i], saver_names[i], "ActiveChanged",
                                            NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE, saver_cb, self, NULL);
      self->saver_watches[i] =
        g_bus_watch_name_on_connection (self->session_bus, saver_names[i], G_BUS_NAME_WATCHER_FLAGS_NONE,
                                        NULL, saver_vanished_cb, self, NULL);
    }
}

static void
unsubscribe (GDBusConnection *bus,
             guint           *ids,
             guint            n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    {
      if (ids[i] != 0)
        g_dbus_connection_signal_unsubscribe (bus, ids[i]);
      ids[i] = 0;
    }
}

/**
 * yf_lock_watch_new:
 * @session_bus: (nullable): the session bus, or %NULL where there is none
 * @system_bus: (nullable): the system bus, or %NULL where there is none
 * @func: called when the session is locked, or unlocked
 * @user_data: data for @func
 *
 * Returns: (transfer full): hears of locks from now on
 */
YfLockWatch *
yf_lock_watch_new (GDBusConnection *session_bus,
                   GDBusConnection *system_bus,
                   YfLockFunc       func,
                   gpointer         user_data)
{
  YfLockWatch *self = g_new0 (YfLockWatch, 1);

  g_set_object (&self->session_bus, session_bus);
  g_set_object (&self->system_bus, system_bus);
  self->func = func;
  self->user_data = user_data;
  self->finding = g_cancellable_new ();
  if (system_bus != NULL)
    listen_to_system (self);
  if (session_bus != NULL)
    listen_to_session (self);

  return self;
}

void
yf_lock_watch_free (YfLockWatch *self)
{
  g_cancellable_cancel (self->finding);
  g_object_unref (self->finding);
  unsubscribe (self->system_bus, self->system_signals, G_N_ELEMENTS (self->system_signals));
  unsubscribe (self->session_bus, self->session_signals, G_N_ELEMENTS (self->session_signals));
  for (guint i = 0; i < G_N_ELEMENTS (self->saver_watches); i++)
    g_clear_handle_id (&self->saver_watches[i], g_bus_unwatch_name);
  g_free (self->login_session);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);
  g_free (self);
}

/**
 * yf_lock_watch_find_session:
 * @self: what hears of locks
 *
 * Asks login1, which is there, which of its sessions is the person's. What it says of the
 * others is nothing to us.
 */
void
yf_lock_watch_find_session (YfLockWatch *self)
{
  g_return_if_fail (self != NULL);

  get_session (self, "GetSessionByPID", g_variant_new ("(u)", (guint32) getpid ()), session_of_pid_cb);
}
