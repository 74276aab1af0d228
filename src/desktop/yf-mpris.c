/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-mpris.h"

#include <glib/gi18n-lib.h>

#include "yf-bus-name.h"
#include "yf-headset.h"
#include "yf-mpris-interface.h"
#include "yf-mpris-track.h"

/* What has changed is looked at once in each turn of the main loop, and
 * compared with what was told last: so a listener hears of a change once, and
 * of nothing that is as it was. */
struct _YfMpris
{
  GObject          parent_instance;

  GDBusConnection *bus;          /* NULL where there is none */
  guint            objects[2];
  YfBusName       *name;         /* NULL while there is no player */

  YfPlayer        *player;
  YfHeadset       *headset;      /* NULL while there is no player */
  guint            n_sessions;
  double           volume;

  GVariant        *told[8];      /* in the order of told_properties */
  guint            update;
  gboolean         jumped;

  gint64           position;     /* at the last look, to tell a jump */
  gint64           position_at;  /* monotonic */
  gboolean         moving;
};

G_DEFINE_FINAL_TYPE (YfMpris, yf_mpris, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUS,
  PROP_PLAYER,
  PROP_VOLUME,
  N_PROPS
};

enum
{
  RAISE,
  QUIT,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* The properties of a player that change, and are told when they do. */
static const char * const told_properties[] = {
  "PlaybackStatus",
  "Metadata",
  "Volume",
  "CanGoNext",
  "CanGoPrevious",
  "CanPlay",
  "CanPause",
  NULL
};

/* By how much a position must differ from what the clock says for the playhead
 * to have jumped, in microseconds: less than the shortest segment, more than
 * looking at a clock takes. */
#define JUMP_TOLERANCE (100 * 1000)

static gboolean
is_under_way (YfMpris *self)
{
  return self->headset != NULL && yf_headset_is_live (self->headset);
}

static const char *
get_playback_status (YfMpris *self)
{
  if (self->player == NULL)
    return "Stopped";

  switch (yf_player_get_state (self->player))
    {
    case YF_PLAYER_RUNNING:
    case YF_PLAYER_WAITING:
      return "Playing";
    case YF_PLAYER_PAUSED:
      return "Paused";
    case YF_PLAYER_READY:
    case YF_PLAYER_FINISHED:
    case YF_PLAYER_STOPPED:
    case YF_PLAYER_HURT:
    default:
      return "Stopped";
    }
}

static GVariant *
get_metadata (YfMpris *self)
{
  if (self->player == NULL)
    return g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0);

  return yf_mpris_track_get_metadata (yf_player_get_timeline (self->player),
                                      yf_player_get_segment_index (self->player), self->n_sessions);
}

static GVariant *
get_player_property (YfMpris    *self,
                     const char *name)
{
  if (g_str_equal (name, "PlaybackStatus"))
    return g_variant_new_string (get_playback_status (self));
  if (g_str_equal (name, "Metadata"))
    return get_metadata (self);
  if (g_str_equal (name, "Volume"))
    return g_variant_new_double (self->volume);
  if (g_str_equal (name, "Position"))
    return g_variant_new_int64 (self->player != NULL ? yf_player_get_position (self->player) : 0);
  if (g_str_equal (name, "Rate") || g_str_equal (name, "MinimumRate") || g_str_equal (name, "MaximumRate"))
    return g_variant_new_double (1);
  if (g_str_equal (name, "CanSeek"))
    return g_variant_new_boolean (FALSE);
  if (g_str_equal (name, "CanControl"))
    return g_variant_new_boolean (TRUE);
  /* CanGoNext, CanGoPrevious, CanPlay, CanPause */
  return g_variant_new_boolean (is_under_way (self));
}

static GVariant *
get_root_property (YfMpris    *self,
                   const char *name)
{
  if (g_str_equal (name, "CanQuit"))
    return g_variant_new_boolean (g_signal_has_handler_pending (self, signals[QUIT], 0, TRUE));
  if (g_str_equal (name, "CanRaise"))
    return g_variant_new_boolean (g_signal_has_handler_pending (self, signals[RAISE], 0, TRUE));
  if (g_str_equal (name, "HasTrackList"))
    return g_variant_new_boolean (FALSE);
  if (g_str_equal (name, "Identity"))
    return g_variant_new_string (_("Yanfei"));
  if (g_str_equal (name, "DesktopEntry"))
    return g_variant_new_string (YF_APP_ID);
  /* SupportedUriSchemes, SupportedMimeTypes */
  return g_variant_new_strv (NULL, 0);
}

static void
emit (YfMpris    *self,
      const char *interface,
      const char *signal,
      GVariant   *parameters)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (parameters);

  /* Fails only when the connection is gone, which is not the session's trouble. */
  if (self->bus != NULL)
    g_dbus_connection_emit_signal (self->bus, NULL, YF_MPRIS_PATH, interface, signal, owned, NULL);
}

static void
tell (YfMpris *self)
{
  GVariantBuilder changed = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  gboolean any = FALSE;

  g_clear_handle_id (&self->update, g_source_remove);

  for (guint i = 0; told_properties[i] != NULL; i++)
    {
      g_autoptr (GVariant) value = g_variant_ref_sink (get_player_property (self, told_properties[i]));

      if (self->told[i] != NULL && g_variant_equal (self->told[i], value))
        continue;

      if (self->told[i] != NULL)
        {
          g_variant_builder_add (&changed, "{sv}", told_properties[i], value);
          any = TRUE;
        }
      g_clear_pointer (&self->told[i], g_variant_unref);
      self->told[i] = g_steal_pointer (&value);
    }

  if (any)
    emit (self, "org.freedesktop.DBus.Properties", "PropertiesChanged",
          g_variant_new ("(sa{sv}as)", YF_MPRIS_PLAYER_INTERFACE, &changed, NULL));
  else
    g_variant_builder_clear (&changed);

  /* After the metadata, which it is a position in. */
  if (self->jumped && self->player != NULL)
    emit (self, YF_MPRIS_PLAYER_INTERFACE, "Seeked",
          g_variant_new ("(x)", yf_player_get_position (self->player)));
  self->jumped = FALSE;
}

static gboolean
tell_cb (gpointer user_data)
{
  YfMpris *self = user_data;

  self->update = 0;
  tell (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (YfMpris *self)
{
  if (self->bus != NULL && self->update == 0)
    self->update = g_idle_add_full (G_PRIORITY_DEFAULT, tell_cb, self, NULL);
}

/* Remembers where the playhead is, to tell the next jump. */
static void
look (YfMpris *self)
{
  self->position = yf_player_get_position (self->player);
  self->position_at = yf_clock_get_monotonic (yf_player_get_clock (self->player));
  self->moving = yf_player_get_state (self->player) == YF_PLAYER_RUNNING;
}

static void
changed_cb (YfMpris *self)
{
  look (self);
  queue_update (self);
}

static void
segment_cb (YfMpris *self,
            guint    index)
{
  changed_cb (self);
}

static void
retimed_cb (YfMpris *self)
{
  gint64 now = yf_clock_get_monotonic (yf_player_get_clock (self->player));
  gint64 expected = self->position + (self->moving ? now - self->position_at : 0);

  if (ABS (yf_player_get_position (self->player) - expected) > JUMP_TOLERANCE)
    self->jumped = TRUE;
  changed_cb (self);
}

static void
state_cb (YfMpris *self)
{
  /* A jump is told by `retimed`, which comes right after the state and must
   * still find the position that was left. */
  if (yf_player_get_state (self->player) == YF_PLAYER_WAITING)
    look (self);
  queue_update (self);
}

static void
method_cb (GDBusConnection       *bus,
           const char            *sender,
           const char            *path,
           const char            *interface,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               user_data)
{
  g_autoptr (YfMpris) self = g_object_ref (YF_MPRIS (user_data));

  if (g_str_equal (interface, YF_MPRIS_INTERFACE))
    {
      g_dbus_method_invocation_return_value (invocation, NULL);
      g_signal_emit (self, signals[g_str_equal (method, "Raise") ? RAISE : QUIT], 0);
      return;
    }

  /* CanSeek is false, so that Seek and SetPosition have "no effect". */
  if (self->headset != NULL)
    yf_headset_press (self->headset, method);

  if (g_str_equal (method, "OpenUri"))
    {
      g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED,
                                             "%s plays nothing but its own sessions", YF_APP_ID);
      return;
    }

  /* Who looks again as soon as the answer is there finds it told. */
  tell (self);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static GVariant *
get_property_cb (GDBusConnection  *bus,
                 const char       *sender,
                 const char       *path,
                 const char       *interface,
                 const char       *property,
                 GError          **error,
                 gpointer          user_data)
{
  YfMpris *self = user_data;

  return g_str_equal (interface, YF_MPRIS_INTERFACE) ? get_root_property (self, property)
                                                     : get_player_property (self, property);
}

static gboolean
set_property_cb (GDBusConnection  *bus,
                 const char       *sender,
                 const char       *path,
                 const char       *interface,
                 const char       *property,
                 GVariant         *value,
                 GError          **error,
                 gpointer          user_data)
{
  YfMpris *self = user_data;

  if (g_str_equal (property, "Volume"))
    yf_mpris_set_volume (self, g_variant_get_double (value));
  else if (g_variant_get_double (value) == 0 && is_under_way (self))
    yf_player_pause (self->player); /* "should act as though Pause was called"; no other rate is offered */

  return TRUE;
}

static void
register_objects (YfMpris *self)
{
  static const GDBusInterfaceVTable vtable = { method_cb, get_property_cb, set_property_cb, { NULL, } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (YF_MPRIS_XML, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->objects); i++)
    {
      g_autoptr (GError) error = NULL;

      self->objects[i] = g_dbus_connection_register_object (self->bus, YF_MPRIS_PATH, node->interfaces[i],
                                                            &vtable, self, NULL, &error);
      if (self->objects[i] == 0)
        g_debug ("MPRIS: %s", error->message);
    }
}

static void
dispose (GObject *object)
{
  YfMpris *self = YF_MPRIS (object);

  yf_mpris_set_player (self, NULL);
  g_clear_handle_id (&self->update, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->objects); i++)
    {
      if (self->objects[i] != 0)
        g_dbus_connection_unregister_object (self->bus, self->objects[i]);
      self->objects[i] = 0;
    }
  g_clear_object (&self->bus);

  G_OBJECT_CLASS (yf_mpris_parent_class)->dispose (object);
}

static void
finalize (GObject *object)
{
  YfMpris *self = YF_MPRIS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->told); i++)
    g_clear_pointer (&self->told[i], g_variant_unref);

  G_OBJECT_CLASS (yf_mpris_parent_class)->finalize (object);
}

static void
constructed (GObject *object)
{
  YfMpris *self = YF_MPRIS (object);

  G_OBJECT_CLASS (yf_mpris_parent_class)->constructed (object);

  if (self->bus == NULL)
    {
      g_debug ("MPRIS: there is no session bus");
      return;
    }

  register_objects (self);
  tell (self);
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfMpris *self = YF_MPRIS (object);

  switch (prop_id)
    {
    case PROP_PLAYER:
      g_value_set_object (value, self->player);
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
  YfMpris *self = YF_MPRIS (object);

  switch (prop_id)
    {
    case PROP_BUS:
      self->bus = g_value_dup_object (value);
      break;
    case PROP_PLAYER:
      yf_mpris_set_player (self, g_value_get_object (value));
      break;
    case PROP_VOLUME:
      yf_mpris_set_volume (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_mpris_class_init (YfMprisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = constructed;
  object_class->dispose = dispose;
  object_class->finalize = finalize;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  props[PROP_BUS] =
    g_param_spec_object ("bus", NULL, NULL, G_TYPE_DBUS_CONNECTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_PLAYER] =
    g_param_spec_object ("player", NULL, NULL, YF_TYPE_PLAYER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
}

static void
yf_mpris_init (YfMpris *self)
{
  self->volume = 1;
}

/**
 * yf_mpris_new:
 * @bus: (nullable): the session bus, or %NULL where there is none: then
 *   nothing is shown to anybody, and nothing is an error
 *
 * Returns: (transfer full): a media player without a session
 */
YfMpris *
yf_mpris_new (GDBusConnection *bus)
{
  return g_object_new (YF_TYPE_MPRIS, "bus", bus, NULL);
}

/**
 * yf_mpris_set_player:
 * @self: a media player
 * @player: (nullable): the session to show, or %NULL to leave the bus
 *
 * A session that has ended is shown, as stopped, until the next one or %NULL
 * is set.
 */
void
yf_mpris_set_player (YfMpris  *self,
                     YfPlayer *player)
{
  g_return_if_fail (YF_IS_MPRIS (self));
  g_return_if_fail (player == NULL || YF_IS_PLAYER (player));

  if (self->player == player)
    return;

  if (self->player != NULL)
    g_signal_handlers_disconnect_by_data (self->player, self);
  g_clear_pointer (&self->headset, yf_headset_free);
  g_set_object (&self->player, player);
  self->jumped = FALSE;

  if (player != NULL)
    {
      self->n_sessions++;
      self->headset = yf_headset_new (player);
      g_signal_connect_object (player, "segment", G_CALLBACK (segment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (player, "retimed", G_CALLBACK (retimed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (player, "notify::state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (player, "notify::timeline", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      look (self);
    }

  if (self->bus != NULL)
    {
      tell (self);
      if (player == NULL)
        g_clear_pointer (&self->name, yf_bus_name_release);
      else if (self->name == NULL)
        self->name = yf_bus_name_own (self->bus, YF_MPRIS_NAME);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PLAYER]);
}

/**
 * yf_mpris_get_player:
 * @self: a media player
 *
 * Returns: (transfer none) (nullable): the session that it shows
 */
YfPlayer *
yf_mpris_get_player (YfMpris *self)
{
  g_return_val_if_fail (YF_IS_MPRIS (self), NULL);

  return self->player;
}

/**
 * yf_mpris_set_volume:
 * @self: a media player
 * @volume: 0 is silence, 1 is as loud as it gets; what is beyond is taken as the
 *   nearer of them
 */
void
yf_mpris_set_volume (YfMpris *self,
                     double   volume)
{
  g_return_if_fail (YF_IS_MPRIS (self));

  /* The negation also holds for what is no number. */
  if (!(volume > 0))
    volume = 0;
  volume = MIN (volume, 1);

  if (self->volume == volume)
    return;

  self->volume = volume;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VOLUME]);
  queue_update (self);
}

double
yf_mpris_get_volume (YfMpris *self)
{
  g_return_val_if_fail (YF_IS_MPRIS (self), 0);

  return self->volume;
}

/**
 * yf_mpris_get_name:
 * @self: a media player
 *
 * Returns: (transfer none) (nullable): the name it has on the bus, or %NULL
 *   while it has none
 */
const char *
yf_mpris_get_name (YfMpris *self)
{
  g_return_val_if_fail (YF_IS_MPRIS (self), NULL);

  return self->name != NULL ? yf_bus_name_get (self->name) : NULL;
}
