/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-desktop.h"

struct _YfDesktop
{
  GObject          parent_instance;

  GCancellable    *finding;
  guint            find_timeout;
  guint            n_to_find;
  GDBusConnection *session_bus;
  GDBusConnection *system_bus;

  YfPlayer        *player;
  double           volume;

  /* NULL until the buses are found, or known not to be there. */
  YfMpris         *mpris;
  YfStayAwake     *stay_awake;
  YfInterruptions *interruptions;
};

G_DEFINE_FINAL_TYPE (YfDesktop, yf_desktop, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CONNECTED,
  PROP_VOLUME,
  N_PROPS
};

enum
{
  RAISE,
  QUIT,
  INTERRUPTED,
  RESUMED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* How long a bus has to let us in, in milliseconds. Nobody waits for it. */
#define FIND_TIMEOUT 5000

static gboolean
is_under_way (YfDesktop *self)
{
  return self->player != NULL && yf_player_is_live (self->player);
}

static void
state_cb (YfDesktop *self)
{
  if (self->interruptions != NULL)
    yf_interruptions_set_active (self->interruptions, is_under_way (self));
}

static void
raise_cb (YfDesktop *self)
{
  g_signal_emit (self, signals[RAISE], 0);
}

static void
quit_cb (YfDesktop *self)
{
  g_signal_emit (self, signals[QUIT], 0);
}

static void
volume_cb (YfDesktop *self)
{
  yf_desktop_set_volume (self, yf_mpris_get_volume (self->mpris));
}

static void
reached_cb (YfDesktop *self)
{
  g_autofree char *reached = yf_stay_awake_dup_reached (self->stay_awake);

  g_debug ("Kept awake by: %s", reached);
}

static void
interrupted_cb (YfDesktop *self,
                int        interruption)
{
  g_signal_emit (self, signals[INTERRUPTED], 0, interruption);
  yf_stay_awake_let_go (self->stay_awake);
}

static void
resumed_cb (YfDesktop *self,
            int        interruption)
{
  g_signal_emit (self, signals[RESUMED], 0, interruption);
}

static void
settle_in (YfDesktop *self)
{
  self->mpris = yf_mpris_new (self->session_bus);
  yf_mpris_set_volume (self->mpris, self->volume);
  self->stay_awake = yf_stay_awake_new (self->session_bus, self->system_bus);
  self->interruptions = yf_interruptions_new (self->session_bus, self->system_bus);

  if (g_signal_has_handler_pending (self, signals[RAISE], 0, TRUE))
    g_signal_connect_object (self->mpris, "raise", G_CALLBACK (raise_cb), self, G_CONNECT_SWAPPED);
  if (g_signal_has_handler_pending (self, signals[QUIT], 0, TRUE))
    g_signal_connect_object (self->mpris, "quit", G_CALLBACK (quit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mpris, "notify::volume", G_CALLBACK (volume_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stay_awake, "notify::reached", G_CALLBACK (reached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interruptions, "interrupted", G_CALLBACK (interrupted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interruptions, "resumed", G_CALLBACK (resumed_cb), self, G_CONNECT_SWAPPED);

  yf_mpris_set_player (self->mpris, self->player);
  yf_stay_awake_set_player (self->stay_awake, self->player);
  state_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CONNECTED]);
}

static void
found (YfDesktop        *self,
       GAsyncResult     *result,
       GDBusConnection **bus,
       const char       *name)
{
  g_autoptr (GError) error = NULL;

  *bus = g_bus_get_finish (result, &error);
  if (*bus == NULL)
    g_debug ("There is no %s bus: %s", name, error->message);
  else
    /* A bus that goes away must not take the session with it. */
    g_dbus_connection_set_exit_on_close (*bus, FALSE);

  if (--self->n_to_find > 0)
    return;

  g_clear_handle_id (&self->find_timeout, g_source_remove);
  g_clear_object (&self->finding);
  settle_in (self);
}

static void
session_bus_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (YfDesktop) self = user_data;

  found (self, result, &self->session_bus, "session");
}

static void
system_bus_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (YfDesktop) self = user_data;

  found (self, result, &self->system_bus, "system");
}

static gboolean
find_timeout_cb (gpointer user_data)
{
  YfDesktop *self = user_data;

  self->find_timeout = 0;
  g_cancellable_cancel (self->finding);

  return G_SOURCE_REMOVE;
}

/* Whether there is a session bus to be found, so that none is started for
 * want of one, which nobody would be at but us. */
static gboolean
has_session_bus (void)
{
  g_autofree char *socket = g_build_filename (g_get_user_runtime_dir (), "bus", NULL);

  return g_getenv ("DBUS_SESSION_BUS_ADDRESS") != NULL || g_file_test (socket, G_FILE_TEST_EXISTS);
}

static void
constructed (GObject *object)
{
  YfDesktop *self = YF_DESKTOP (object);

  G_OBJECT_CLASS (yf_desktop_parent_class)->constructed (object);

  self->finding = g_cancellable_new ();
  self->find_timeout = g_timeout_add (FIND_TIMEOUT, find_timeout_cb, self);
  self->n_to_find = 1;
  if (has_session_bus ())
    {
      self->n_to_find++;
      g_bus_get (G_BUS_TYPE_SESSION, self->finding, session_bus_cb, g_object_ref (self));
    }
  else
    {
      g_debug ("There is no session bus");
    }
  g_bus_get (G_BUS_TYPE_SYSTEM, self->finding, system_bus_cb, g_object_ref (self));
}

static void
dispose (GObject *object)
{
  YfDesktop *self = YF_DESKTOP (object);

  yf_desktop_set_player (self, NULL);
  g_clear_handle_id (&self->find_timeout, g_source_remove);
  g_clear_object (&self->finding);
  g_clear_object (&self->interruptions);
  g_clear_object (&self->stay_awake);
  g_clear_object (&self->mpris);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);

  G_OBJECT_CLASS (yf_desktop_parent_class)->dispose (object);
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfDesktop *self = YF_DESKTOP (object);

  switch (prop_id)
    {
    case PROP_CONNECTED:
      g_value_set_boolean (value, yf_desktop_get_connected (self));
      break;
    case PROP_VOLUME:
      g_value_set_double (value, self->volume);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  YfDesktop *self = YF_DESKTOP (object);

  switch (prop_id)
    {
    case PROP_VOLUME:
      yf_desktop_set_volume (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_desktop_class_init (YfDesktopClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = constructed;
  object_class->dispose = dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  props[PROP_CONNECTED] =
    g_param_spec_boolean ("connected", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_VOLUME] =
    g_param_spec_double ("volume", NULL, NULL, 0, 1, 1,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[RAISE] =
    g_signal_new ("raise", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[QUIT] =
    g_signal_new ("quit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INTERRUPTED] =
    g_signal_new ("interrupted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[RESUMED] =
    g_signal_new ("resumed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
yf_desktop_init (YfDesktop *self)
{
  self->volume = 1;
}

/**
 * yf_desktop_new:
 *
 * Begins to look for the buses.
 *
 * Returns: (transfer full): a place on the desktop
 */
YfDesktop *
yf_desktop_new (void)
{
  return g_object_new (YF_TYPE_DESKTOP, NULL);
}

/**
 * yf_desktop_set_player:
 * @self: a place on the desktop
 * @player: (nullable): the session to do everything for, or %NULL when it is
 *   over and done with
 */
void
yf_desktop_set_player (YfDesktop *self,
                       YfPlayer  *player)
{
  g_return_if_fail (YF_IS_DESKTOP (self));
  g_return_if_fail (player == NULL || YF_IS_PLAYER (player));

  if (self->player == player)
    return;

  if (self->player != NULL)
    g_signal_handlers_disconnect_by_data (self->player, self);
  g_set_object (&self->player, player);
  if (player != NULL)
    g_signal_connect_object (player, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);

  if (self->mpris == NULL)
    return;

  yf_mpris_set_player (self->mpris, player);
  yf_stay_awake_set_player (self->stay_awake, player);
  state_cb (self);
}

/**
 * yf_desktop_get_connected:
 * @self: a place on the desktop
 *
 * Returns: whether the buses are found, or known not to be there
 */
gboolean
yf_desktop_get_connected (YfDesktop *self)
{
  g_return_val_if_fail (YF_IS_DESKTOP (self), FALSE);

  return self->mpris != NULL;
}

/**
 * yf_desktop_set_volume:
 * @self: a place on the desktop
 * @volume: see yf_mpris_set_volume()
 */
void
yf_desktop_set_volume (YfDesktop *self,
                       double     volume)
{
  g_return_if_fail (YF_IS_DESKTOP (self));

  if (!(volume > 0))
    volume = 0;
  volume = MIN (volume, 1);

  if (self->volume == volume)
    return;

  self->volume = volume;
  if (self->mpris != NULL)
    yf_mpris_set_volume (self->mpris, volume);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VOLUME]);
}

double
yf_desktop_get_volume (YfDesktop *self)
{
  g_return_val_if_fail (YF_IS_DESKTOP (self), 0);

  return self->volume;
}

/**
 * yf_desktop_get_awake:
 * @self: a place on the desktop
 *
 * Returns: who keeps the computer awake
 */
YfAwake
yf_desktop_get_awake (YfDesktop *self)
{
  g_return_val_if_fail (YF_IS_DESKTOP (self), YF_AWAKE_NOTHING);

  return self->stay_awake != NULL ? yf_stay_awake_get_reached (self->stay_awake) : YF_AWAKE_NOTHING;
}

/**
 * yf_desktop_hold_sleep:
 * @self: a place on the desktop
 *
 * See yf_interruptions_hold().
 */
void
yf_desktop_hold_sleep (YfDesktop *self)
{
  g_return_if_fail (YF_IS_DESKTOP (self));

  if (self->interruptions != NULL)
    yf_interruptions_hold (self->interruptions);
}

/**
 * yf_desktop_release_sleep:
 * @self: a place on the desktop
 *
 * See yf_interruptions_release().
 */
void
yf_desktop_release_sleep (YfDesktop *self)
{
  g_return_if_fail (YF_IS_DESKTOP (self));

  if (self->interruptions != NULL)
    yf_interruptions_release (self->interruptions);
}
