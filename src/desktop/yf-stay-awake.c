/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-stay-awake.h"

#include "yf-awake-round.h"

struct _YfStayAwake
{
  GObject          parent_instance;

  GDBusConnection *session_bus;
  GDBusConnection *system_bus;
  guint            timeout;       /* milliseconds */

  YfPlayer        *player;
  guint            deadline;      /* on the player's clock */
  YfAwakeRound    *round;         /* NULL while nothing is wanted */
  YfAwake          reached;
};

G_DEFINE_FINAL_TYPE (YfStayAwake, yf_stay_awake, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SESSION_BUS,
  PROP_SYSTEM_BUS,
  PROP_REACHED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
set_reached (YfStayAwake *self,
             YfAwake      reached)
{
  if (self->reached == reached)
    return;

  self->reached = reached;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REACHED]);
}

static void
reached_cb (YfAwake  reached,
            gpointer user_data)
{
  YfStayAwake *self = user_data;

  set_reached (self, reached);
}

static void
want (YfStayAwake *self)
{
  if (self->round == NULL)
    self->round = yf_awake_round_new (self->session_bus, self->system_bus, self->timeout, reached_cb, self);
}

static void
want_no_more (YfStayAwake *self)
{
  g_clear_pointer (&self->round, yf_awake_round_end);
  set_reached (self, YF_AWAKE_NOTHING);
}

static void
cancel_deadline (YfStayAwake *self)
{
  if (self->deadline != 0)
    yf_clock_cancel (yf_player_get_clock (self->player), self->deadline);
  self->deadline = 0;
}

static void
deadline_cb (YfClock  *clock,
             gpointer  user_data)
{
  YfStayAwake *self = user_data;

  self->deadline = 0;
  want_no_more (self);
}

static void
update (YfStayAwake *self)
{
  YfPlayerState state = yf_player_get_state (self->player);
  YfClock *clock = yf_player_get_clock (self->player);

  cancel_deadline (self);

  if (!yf_player_is_live (self->player))
    {
      want_no_more (self);
      return;
    }

  /* Pausing is no reason to begin. */
  if (state != YF_PLAYER_PAUSED)
    want (self);
  if (state != YF_PLAYER_RUNNING && self->round != NULL)
    self->deadline = yf_clock_call_at (clock, yf_clock_get_monotonic (clock) + YF_STAY_AWAKE_PAUSE,
                                       deadline_cb, self);
}

static void
dispose (GObject *object)
{
  YfStayAwake *self = YF_STAY_AWAKE (object);

  yf_stay_awake_set_player (self, NULL);
  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);

  G_OBJECT_CLASS (yf_stay_awake_parent_class)->dispose (object);
}

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  YfStayAwake *self = YF_STAY_AWAKE (object);

  switch (prop_id)
    {
    case PROP_REACHED:
      g_value_set_uint (value, (guint) self->reached);
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
  YfStayAwake *self = YF_STAY_AWAKE (object);

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
yf_stay_awake_class_init (YfStayAwakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dispose;
  object_class->get_property = get_property;
  object_class->set_property = set_property;

  props[PROP_SESSION_BUS] =
    g_param_spec_object ("session-bus", NULL, NULL, G_TYPE_DBUS_CONNECTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SYSTEM_BUS] =
    g_param_spec_object ("system-bus", NULL, NULL, G_TYPE_DBUS_CONNECTION,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_REACHED] =
    g_param_spec_uint ("reached", NULL, NULL, 0, G_MAXUINT, YF_AWAKE_NOTHING,
                       G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
yf_stay_awake_init (YfStayAwake *self)
{
  self->timeout = YF_STAY_AWAKE_TIMEOUT;
}

/**
 * yf_stay_awake_new:
 * @session_bus: (nullable): the session bus, or %NULL where there is none
 * @system_bus: (nullable): the system bus, or %NULL where there is none
 *
 * Returns: (transfer full): keeps nobody awake yet
 */
YfStayAwake *
yf_stay_awake_new (GDBusConnection *session_bus,
                   GDBusConnection *system_bus)
{
  return g_object_new (YF_TYPE_STAY_AWAKE,
                       "session-bus", session_bus,
                       "system-bus", system_bus,
                       NULL);
}

/**
 * yf_stay_awake_set_player:
 * @self: what keeps the computer awake
 * @player: (nullable): the session to do it for
 */
void
yf_stay_awake_set_player (YfStayAwake *self,
                          YfPlayer    *player)
{
  g_return_if_fail (YF_IS_STAY_AWAKE (self));
  g_return_if_fail (player == NULL || YF_IS_PLAYER (player));

  if (self->player == player)
    return;

  if (self->player != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->player, self);
      cancel_deadline (self);
    }
  g_set_object (&self->player, player);

  if (player == NULL)
    {
      want_no_more (self);
      return;
    }
  g_signal_connect_object (player, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * yf_stay_awake_let_go:
 * @self: what keeps the computer awake
 *
 * Lets the computer idle and suspend until the session goes on: after it was
 * locked, for instance, nobody looks at it.
 */
void
yf_stay_awake_let_go (YfStayAwake *self)
{
  g_return_if_fail (YF_IS_STAY_AWAKE (self));

  if (self->player != NULL)
    cancel_deadline (self);
  want_no_more (self);
}

/**
 * yf_stay_awake_get_reached:
 * @self: what keeps the computer awake
 *
 * Returns: who does it now
 */
YfAwake
yf_stay_awake_get_reached (YfStayAwake *self)
{
  g_return_val_if_fail (YF_IS_STAY_AWAKE (self), YF_AWAKE_NOTHING);

  return self->reached;
}

/**
 * yf_stay_awake_dup_reached:
 * @self: what keeps the computer awake
 *
 * Returns: (transfer full): who does it now, for a line that helps to find
 *   out what is wrong; not translated
 */
char *
yf_stay_awake_dup_reached (YfStayAwake *self)
{
  static const char * const names[] = { "portal", "session manager", "screen saver", "login1" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) reached = NULL;

  g_return_val_if_fail (YF_IS_STAY_AWAKE (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (self->reached & (1u << i))
        g_strv_builder_add (builder, names[i]);
    }
  reached = g_strv_builder_end (builder);

  return reached[0] != NULL ? g_strjoinv (", ", reached) : g_strdup ("nobody");
}

/**
 * yf_stay_awake_set_timeout:
 * @self: what keeps the computer awake
 * @milliseconds: how long a service has to answer, from 1; by default
 *   %YF_STAY_AWAKE_TIMEOUT
 */
void
yf_stay_awake_set_timeout (YfStayAwake *self,
                           int          milliseconds)
{
  g_return_if_fail (YF_IS_STAY_AWAKE (self));
  g_return_if_fail (milliseconds > 0);

  self->timeout = (guint) milliseconds;
}
