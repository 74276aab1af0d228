/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-interruptions.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

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

struct _YfInterruptions
{
  GObject          parent_instance;

  GDBusConnection *session_bus;
  GDBusConnection *system_bus;

  gboolean         active;
  guint            system_signals[3];
  guint            session_signals[2];
  guint            login_watch;
  guint            saver_watches[2];
  char            *login_session;   /* path of ours; NULL until it is known */
  GCancellable    *calls;           /* of this time of being active */

  gboolean         asleep;
  gboolean         locked[N_LOCKS];
  int              delay_fd;        /* -1 where sleep need not wait for us */
  guint            n_held;
  guint            hold_timeout;
};

G_DEFINE_FINAL_TYPE (YfInterruptions, yf_interruptions, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SESSION_BUS,
  PROP_SYSTEM_BUS,
  N_PROPS
};

enum
{
  INTERRUPTED,
  RESUMED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

#define LOGIN_NAME     "org.freedesktop.login1"
#define LOGIN_PATH     "/org/freedesktop/login1"
#define LOGIN_MANAGER  "org.freedesktop.login1.Manager"
#define LOGIN_SESSION  "org.freedesktop.login1.Session"
#define LOGIN_AUTO     "/org/freedesktop/login1/session/auto"
#define PROPERTIES     "org.freedesktop.DBus.Properties"

/* How long login1 has to answer, in milliseconds. Nobody waits for it. */
#define LOGIN_TIMEOUT 5000

static const char * const saver_names[] = { "org.gnome.ScreenSaver", "org.freedesktop.ScreenSaver" };
static const Lock saver_locks[] = { LOCKED_GNOME, LOCKED_FREEDESKTOP };

static void
drop_delay (YfInterruptions *self)
{
  g_clear_handle_id (&self->hold_timeout, g_source_remove);
  self->n_held = 0;
  if (self->delay_fd >= 0)
    close (self->delay_fd);
  self->delay_fd = -1;
}

static gboolean
hold_timeout_cb (gpointer user_data)
{
  YfInterruptions *self = user_data;

  g_debug ("Sleep: not everything is done, and it is not put off any longer");
  self->hold_timeout = 0;
  drop_delay (self);

  return G_SOURCE_REMOVE;
}

static void
inhibited_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  YfInterruptions *self = user_data;
  gint32 index;
  int fd;

  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      g_debug ("Sleep cannot be put off: %s", error->message);
      return;
    }

  g_variant_get (reply, "(h)", &index);
  fd = fds != NULL ? g_unix_fd_list_get (fds, index, NULL) : -1;
  if (fd < 0)
    return;

  /* It is too late to put off what has begun. */
  if (self->asleep || self->delay_fd >= 0)
    close (fd);
  else
    self->delay_fd = fd;
}

static void
take_delay (YfInterruptions *self)
{
  /* Translators: why the computer waits a moment before it goes to sleep */
  const char *why = _("The session under way is paused first");

  if (self->delay_fd >= 0)
    return;

  g_dbus_connection_call_with_unix_fd_list (self->system_bus, LOGIN_NAME, LOGIN_PATH, LOGIN_MANAGER, "Inhibit",
                                            g_variant_new ("(ssss)", "sleep", _("Yanfei"), why, "delay"),
                                            G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NONE, LOGIN_TIMEOUT,
                                            NULL, self->calls, inhibited_cb, self);
}

static void
prepare_for_sleep_cb (GDBusConnection *bus,
                      const char      *sender,
                      const char      *path,
                      const char      *interface,
                      const char      *signal,
                      GVariant        *parameters,
                      gpointer         user_data)
{
  g_autoptr (YfInterruptions) self = g_object_ref (YF_INTERRUPTIONS (user_data));
  gboolean asleep;

  if (!self->active || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    return;

  g_variant_get (parameters, "(b)", &asleep);
  if (asleep == self->asleep)
    return;
  self->asleep = asleep;

  if (asleep)
    {
      g_signal_emit (self, signals[INTERRUPTED], 0, YF_INTERRUPTION_SLEEP);
      if (self->n_held == 0)
        drop_delay (self);
      return;
    }

  drop_delay (self);
  take_delay (self);
  g_signal_emit (self, signals[RESUMED], 0, YF_INTERRUPTION_SLEEP);
}

static gboolean
is_locked (YfInterruptions *self)
{
  for (guint i = 0; i < N_LOCKS; i++)
    {
      if (self->locked[i])
        return TRUE;
    }

  return FALSE;
}

static void
set_locked (YfInterruptions *self,
            Lock             lock,
            gboolean         locked)
{
  gboolean was = is_locked (self);

  self->locked[lock] = locked;

  /* A request to lock has no end of its own where nobody sets the hint. */
  if (!locked)
    self->locked[LOCKED_ASKED] = FALSE;

  if (!was && is_locked (self))
    g_signal_emit (self, signals[INTERRUPTED], 0, YF_INTERRUPTION_LOCK);
  else if (was && !is_locked (self))
    g_signal_emit (self, signals[RESUMED], 0, YF_INTERRUPTION_LOCK);
}

static void
set_asked (YfInterruptions *self)
{
  gboolean certain;

  self->locked[LOCKED_ASKED] = FALSE;
  certain = is_locked (self);
  self->locked[LOCKED_ASKED] = TRUE;

  /* Twice in a row means that it was unlocked in between, unseen. */
  if (!certain)
    g_signal_emit (self, signals[INTERRUPTED], 0, YF_INTERRUPTION_LOCK);
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
  g_autoptr (YfInterruptions) self = g_object_ref (YF_INTERRUPTIONS (user_data));
  g_autoptr (GVariant) changed = NULL;
  gboolean hint;

  if (!self->active || g_strcmp0 (path, self->login_session) != 0)
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
  g_autoptr (YfInterruptions) self = g_object_ref (YF_INTERRUPTIONS (user_data));
  gboolean locked;

  if (!self->active || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
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
  g_autoptr (YfInterruptions) self = g_object_ref (YF_INTERRUPTIONS (user_data));

  if (!self->active)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (saver_names); i++)
    {
      if (g_str_equal (name, saver_names[i]) && self->locked[saver_locks[i]])
        set_locked (self, saver_locks[i], FALSE);
    }
}

static void
session_found_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  YfInterruptions *self = user_data;

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
get_session (YfInterruptions     *self,
             const char          *method,
             GVariant            *parameters,
             GAsyncReadyCallback  callback)
{
  g_dbus_connection_call (self->system_bus, LOGIN_NAME, LOGIN_PATH, LOGIN_MANAGER, method, parameters,
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, LOGIN_TIMEOUT,
                          self->calls, callback, self);
}

static void
id_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) id = NULL;
  YfInterruptions *self = user_data;

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
  YfInterruptions *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (reply == NULL)
    {
      g_dbus_connection_call (self->system_bus, LOGIN_NAME, LOGIN_AUTO, PROPERTIES, "Get",
                              g_variant_new ("(ss)", LOGIN_SESSION, "Id"), G_VARIANT_TYPE ("(v)"),
                              G_DBUS_CALL_FLAGS_NONE, LOGIN_TIMEOUT, self->calls, id_found_cb, self);
      return;
    }

  g_free (self->login_session);
  g_variant_get (reply, "(o)", &self->login_session);
}

static void
login_appeared_cb (GDBusConnection *bus,
                   const char      *name,
                   const char      *owner,
                   gpointer         user_data)
{
  YfInterruptions *self = user_data;

  if (!self->active)
    return;

  /* What an earlier one granted is not certain to hold. */
  drop_delay (self);
  self->asleep = FALSE;
  take_delay (self);
  get_session (self, "GetSessionByPID", g_variant_new ("(u)", (guint32) getpid ()), session_of_pid_cb);
}

static void
login_vanished_cb (GDBusConnection *bus,
                   const char      *name,
                   gpointer         user_data)
{
  YfInterruptions *self = user_data;

  if (self->active)
    g_debug ("There is no login1");
}

static void
listen_to_system (YfInterruptions *self)
{
  self->system_signals[0] =
    g_dbus_connection_signal_subscribe (self->system_bus, LOGIN_NAME, LOGIN_MANAGER, "PrepareForSleep",
                                        LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        prepare_for_sleep_cb, self, NULL);
  /* Of every session: the path of ours is not known yet. */
  self->system_signals[1] =
    g_dbus_connection_signal_subscribe (self->system_bus, LOGIN_NAME, LOGIN_SESSION, NULL, NULL, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, login_session_cb, self, NULL);
  self->system_signals[2] =
    g_dbus_connection_signal_subscribe (self->system_bus, LOGIN_NAME, PROPERTIES, "PropertiesChanged",
                                        NULL, LOGIN_SESSION, G_DBUS_SIGNAL_FLAGS_NONE,
                                        login_session_cb, self, NULL);
  self->login_watch =
    g_bus_watch_name_on_connection (self->system_bus, LOGIN_NAME, G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                    login_appeared_cb, login_vanished_cb, self, NULL);
}

static void
listen_to_session (YfInterruptions *self)
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

static void
stop_listening (YfInterruptions *self)
{
  g_cancellable_cancel (self->calls);
  g_clear_object (&self->calls);
  unsubscribe (self->system_bus, self->system_signals, G_N_ELEMENTS (self->system_signals));
  unsubscribe (self->session_bus, self->session_signals, G_N_ELEMENTS (self->session_signals));
  g_clear_handle_id (&self->login_watch, g_bus_unwatch_name);
  for (guint i = 0; i < G_N_ELEMENTS (self->saver_watches); i++)
    g_clear_handle_id (&self->saver_watches[i], g_bus_unwatch_name);
  g_clear_pointer (&self->login_session, g_free);
  drop_delay (self);
  self->asleep = FALSE;
  for (guint i = 0; i < N_LOCKS; i++)
    self->locked[i] = FALSE;
}

static void
dispose (GObject *object)
{
  YfInterruptions *self = YF_INTERRUPTIONS (object);

  yf_interruptions_set_active (self, FALSE);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);

  G_OBJECT_CLASS (yf_interruptions_parent_class)->dispose (object);
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfInterruptions *self = YF_INTERRUPTIONS (object);

  switch (prop_id)
    {
    case PROP_SESSION_BUS:
      self->session_bus = g_value_dup_object (value);
      break;
    case PROP_SYSTEM_BUS:
      self->system_bus = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_interruptions_class_init (YfInterruptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->set_property = set_property;

  props[PROP_SESSION_BUS] =
    g_param_spec_object ("session-bus", NULL, NULL, G_TYPE_DBUS_CONNECTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SYSTEM_BUS] =
    g_param_spec_object ("system-bus", NULL, NULL, G_TYPE_DBUS_CONNECTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[INTERRUPTED] =
    g_signal_new ("interrupted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RESUMED] =
    g_signal_new ("resumed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
yf_interruptions_init (YfInterruptions *self)
{
  self->delay_fd = -1;
}

/**
 * yf_interruptions_new:
 * @session_bus: (nullable): the session bus, or %NULL where there is none
 * @system_bus: (nullable): the system bus, or %NULL where there is none
 *
 * Returns: (transfer full): hears nothing until it is active
 */
YfInterruptions *
yf_interruptions_new (GDBusConnection *session_bus,
                      GDBusConnection *system_bus)
{
  return g_object_new (YF_TYPE_INTERRUPTIONS,
                       "session-bus", session_bus,
                       "system-bus", system_bus,
                       NULL);
}

/**
 * yf_interruptions_set_active:
 * @self: what hears of interruptions
 * @active: whether there is something to interrupt
 *
 * While it is active, sleep waits for the handlers of `interrupted`.
 */
void
yf_interruptions_set_active (YfInterruptions *self,
                             gboolean         active)
{
  g_return_if_fail (YF_IS_INTERRUPTIONS (self));

  if (self->active == !!active)
    return;

  self->active = !!active;
  if (!active)
    {
      stop_listening (self);
      return;
    }

  self->calls = g_cancellable_new ();
  if (self->system_bus != NULL && !g_dbus_connection_is_closed (self->system_bus))
    listen_to_system (self);
  if (self->session_bus != NULL && !g_dbus_connection_is_closed (self->session_bus))
    listen_to_session (self);
}

gboolean
yf_interruptions_get_active (YfInterruptions *self)
{
  g_return_val_if_fail (YF_IS_INTERRUPTIONS (self), FALSE);

  return self->active;
}

/**
 * yf_interruptions_get_delays:
 * @self: what hears of interruptions
 *
 * Returns: whether sleep waits for it
 */
gboolean
yf_interruptions_get_delays (YfInterruptions *self)
{
  g_return_val_if_fail (YF_IS_INTERRUPTIONS (self), FALSE);

  return self->delay_fd >= 0;
}

/**
 * yf_interruptions_hold:
 * @self: what hears of interruptions
 *
 * Called by a handler of `interrupted` that has something left to do before
 * the computer may sleep. Each call wants one of yf_interruptions_release(),
 * and is forgotten after %YF_INTERRUPTIONS_DELAY.
 */
void
yf_interruptions_hold (YfInterruptions *self)
{
  g_return_if_fail (YF_IS_INTERRUPTIONS (self));

  if (self->delay_fd < 0)
    return;

  self->n_held++;
  if (self->hold_timeout == 0)
    self->hold_timeout = g_timeout_add (YF_INTERRUPTIONS_DELAY, hold_timeout_cb, self);
}

/**
 * yf_interruptions_release:
 * @self: what hears of interruptions
 *
 * Says that what yf_interruptions_hold() was called for is done.
 */
void
yf_interruptions_release (YfInterruptions *self)
{
  g_return_if_fail (YF_IS_INTERRUPTIONS (self));

  if (self->n_held > 0 && --self->n_held == 0)
    drop_delay (self);
}
