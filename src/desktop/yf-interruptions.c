/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-interruptions.h"

#include <glib/gi18n-lib.h>

#include "yf-lock-watch.h"
#include "yf-login.h"
#include "yf-sleep-delay.h"

struct _YfInterruptions
{
  GObject          parent_instance;

  GDBusConnection *session_bus;
  GDBusConnection *system_bus;

  gboolean         active;
  guint            sleep_signal;
  guint            login_watch;
  YfLockWatch     *locks;        /* NULL unless it is active */
  YfSleepDelay    *delay;        /* likewise, and where there is no system bus */
  gboolean         asleep;
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

/* A bus that is gone says nothing any more. */
static GDBusConnection *
get_open (GDBusConnection *bus)
{
  return bus != NULL && !g_dbus_connection_is_closed (bus) ? bus : NULL;
}

static void
take_delay (YfInterruptions *self)
{
  /* Translators: why the computer waits a moment before it goes to sleep */
  const char *why = _("The session under way is paused first");

  yf_sleep_delay_take (self->delay, _("Yanfei"), why);
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
      if (self->delay != NULL && !yf_sleep_delay_is_held (self->delay))
        yf_sleep_delay_drop (self->delay);
      return;
    }

  yf_sleep_delay_drop (self->delay);
  take_delay (self);
  g_signal_emit (self, signals[RESUMED], 0, YF_INTERRUPTION_SLEEP);
}

static void
locked_cb (gboolean locked,
           gpointer user_data)
{
  g_autoptr (YfInterruptions) self = g_object_ref (YF_INTERRUPTIONS (user_data));

  g_signal_emit (self, signals[locked ? INTERRUPTED : RESUMED], 0, YF_INTERRUPTION_LOCK);
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
  yf_sleep_delay_drop (self->delay);
  self->asleep = FALSE;
  take_delay (self);
  yf_lock_watch_find_session (self->locks);
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
listen (YfInterruptions *self)
{
  GDBusConnection *system_bus = get_open (self->system_bus);

  self->locks = yf_lock_watch_new (get_open (self->session_bus), system_bus, locked_cb, self);
  if (system_bus == NULL)
    return;

  self->delay = yf_sleep_delay_new (system_bus);
  self->sleep_signal =
    g_dbus_connection_signal_subscribe (system_bus, YF_LOGIN_NAME, YF_LOGIN_MANAGER, "PrepareForSleep",
                                        YF_LOGIN_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                        prepare_for_sleep_cb, self, NULL);
  self->login_watch =
    g_bus_watch_name_on_connection (system_bus, YF_LOGIN_NAME, G_BUS_NAME_WATCHER_FLAGS_AUTO_START,
                                    login_appeared_cb, login_vanished_cb, self, NULL);
}

static void
stop_listening (YfInterruptions *self)
{
  if (self->sleep_signal != 0)
    g_dbus_connection_signal_unsubscribe (self->system_bus, self->sleep_signal);
  self->sleep_signal = 0;
  g_clear_handle_id (&self->login_watch, g_bus_unwatch_name);
  g_clear_pointer (&self->locks, yf_lock_watch_free);
  g_clear_pointer (&self->delay, yf_sleep_delay_free);
  self->asleep = FALSE;
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
  if (active)
    listen (self);
  else
    stop_listening (self);
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

  return self->delay != NULL && yf_sleep_delay_is_taken (self->delay);
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

  if (self->delay != NULL)
    yf_sleep_delay_hold (self->delay, YF_INTERRUPTIONS_DELAY);
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

  if (self->delay != NULL)
    yf_sleep_delay_release (self->delay);
}
