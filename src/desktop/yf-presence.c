/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-presence.h"

struct _YfPresence
{
  GObject          parent_instance;

  GDBusConnection *session_bus;
  GDBusConnection *system_bus;
  gboolean         saver_counts;   /* it has said something other than 0 */
  gboolean         login_hints;    /* it has said that nobody is there */
};

G_DEFINE_FINAL_TYPE (YfPresence, yf_presence, G_TYPE_OBJECT)

typedef enum
{
  IDLE_MONITOR,   /* milliseconds, as 64 bits */
  IDLE_SAVER,     /* milliseconds, as 32 bits */
  ACTIVE_SAVER,
  LOGIN,
} Kind;

typedef struct
{
  Kind        kind;
  const char *name;
  const char *path;
  const char *interface;
  const char *method;
} Question;

#define FREEDESKTOP_SAVER "org.freedesktop.ScreenSaver"

static const Question questions[] = {
  { IDLE_MONITOR, "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core",
    "org.gnome.Mutter.IdleMonitor", "GetIdletime" },
  { IDLE_MONITOR, "org.cinnamon.Muffin.IdleMonitor", "/org/cinnamon/Muffin/IdleMonitor/Core",
    "org.cinnamon.Muffin.IdleMonitor", "GetIdletime" },
  /* KDE's. The interface has seconds, KDE answers in milliseconds, and nobody else that
   * owns the name answers at all. */
  { IDLE_SAVER, FREEDESKTOP_SAVER, "/ScreenSaver", FREEDESKTOP_SAVER, "GetSessionIdleTime" },
  { ACTIVE_SAVER, FREEDESKTOP_SAVER, "/ScreenSaver", FREEDESKTOP_SAVER, "GetActive" },
  { ACTIVE_SAVER, "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "GetActive" },
  { ACTIVE_SAVER, "org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver", "GetActive" },
  { LOGIN, "org.freedesktop.login1", "/org/freedesktop/login1/session/auto",
    "org.freedesktop.DBus.Properties", "GetAll" },
};

/* One asking. */
typedef struct
{
  gint64           now;
  guint            n_open;
  YfPresenceAnswer answer;
} Round;

typedef struct
{
  GTask          *task;
  const Question *question;
} Call;

static void
call_free (Call *self)
{
  g_object_unref (self->task);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

/* Where several say something, the one who saw somebody last is right. */
static void
note_idle (Round  *round,
           gint64  idle)
{
  round->answer.idle = round->answer.known ? MIN (round->answer.idle, idle) : idle;
  round->answer.known = TRUE;
}

static void
take_login (YfPresence *self,
            Round      *round,
            GVariant   *reply)
{
  g_autoptr (GVariant) properties = g_variant_get_child_value (reply, 0);
  gboolean locked, idle;
  guint64 since;

  if (g_variant_lookup (properties, "LockedHint", "b", &locked) && locked)
    round->answer.locked = TRUE;
  if (!g_variant_lookup (properties, "IdleHint", "b", &idle))
    return;

  /* Many desktops never set it, and then it says of nobody that they are away. */
  self->login_hints |= idle;
  if (!self->login_hints)
    return;
  if (!idle)
    note_idle (round, 0);
  else if (g_variant_lookup (properties, "IdleSinceHint", "t", &since) && since <= (guint64) round->now)
    note_idle (round, round->now - (gint64) since);
}

static void
take (YfPresence     *self,
      const Question *question,
      Round          *round,
      GVariant       *reply)
{
  guint64 monitor;
  guint32 saver;
  gboolean active;

  switch (question->kind)
    {
    case IDLE_MONITOR:
      g_variant_get (reply, "(t)", &monitor);
      if (monitor <= G_MAXINT64 / 1000)
        note_idle (round, (gint64) monitor * 1000);
      break;
    case IDLE_SAVER:
      /* Under Wayland some versions say 0 for ever. */
      g_variant_get (reply, "(u)", &saver);
      self->saver_counts |= saver > 0;
      if (self->saver_counts)
        note_idle (round, (gint64) saver * 1000);
      break;
    case ACTIVE_SAVER:
      g_variant_get (reply, "(b)", &active);
      round->answer.locked |= active;
      break;
    case LOGIN:
      take_login (self, round, reply);
      break;
    default:
      g_assert_not_reached ();
    }
}

static const char *
get_reply_type (Kind kind)
{
  static const char * const types[] = { "(t)", "(u)", "(b)", "(a{sv})" };

  return types[kind];
}

static void
close_one (GTask *task)
{
  Round *round = g_task_get_task_data (task);

  if (--round->n_open == 0)
    g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Call) call = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply != NULL)
    take (g_task_get_source_object (call->task), call->question, g_task_get_task_data (call->task), reply);
  close_one (call->task);
}

static void
ask (YfPresence     *self,
     GTask          *task,
     const Question *question)
{
  GDBusConnection *bus = question->kind == LOGIN ? self->system_bus : self->session_bus;
  Round *round = g_task_get_task_data (task);
  Call *call;

  if (bus == NULL || g_dbus_connection_is_closed (bus))
    return;

  call = g_new0 (Call, 1);
  call->task = g_object_ref (task);
  call->question = question;
  round->n_open++;
  g_dbus_connection_call (bus, question->name, question->path, question->interface, question->method,
                          question->kind == LOGIN ? g_variant_new ("(s)", "org.freedesktop.login1.Session") : NULL,
                          G_VARIANT_TYPE (get_reply_type (question->kind)), G_DBUS_CALL_FLAGS_NO_AUTO_START,
                          YF_PRESENCE_TIMEOUT, g_task_get_cancellable (task), answered_cb, call);
}

static void
dispose (GObject *object)
{
  YfPresence *self = YF_PRESENCE (object);

  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);

  G_OBJECT_CLASS (yf_presence_parent_class)->dispose (object);
}

static void
yf_presence_class_init (YfPresenceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_presence_init (YfPresence *self)
{
}

/**
 * yf_presence_new:
 * @session_bus: (nullable): the session bus, or %NULL where there is none
 * @system_bus: (nullable): the system bus, or %NULL where there is none
 *
 * Returns: (transfer full): knows of nobody until it is asked
 */
YfPresence *
yf_presence_new (GDBusConnection *session_bus,
                 GDBusConnection *system_bus)
{
  YfPresence *self = g_object_new (YF_TYPE_PRESENCE, NULL);

  g_set_object (&self->session_bus, session_bus);
  g_set_object (&self->system_bus, system_bus);

  return self;
}

/**
 * yf_presence_ask_async:
 * @self: who knows who is there
 * @now: the moment, in microseconds since the Unix epoch
 * @cancellable: (nullable): cancels it
 * @callback: called with what is known, within %YF_PRESENCE_TIMEOUT
 * @user_data: data for @callback
 *
 * Asks the desktop whether somebody is there.
 */
void
yf_presence_ask_async (YfPresence          *self,
                       gint64               now,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Round *round;

  g_return_if_fail (YF_IS_PRESENCE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_presence_ask_async);
  round = g_new0 (Round, 1);
  round->now = now;
  round->answer.idle = -1;
  /* One more, so that it is not over before all are asked. */
  round->n_open = 1;
  g_task_set_task_data (task, round, g_free);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    ask (self, task, &questions[i]);
  close_one (task);
}

/**
 * yf_presence_ask_finish:
 * @self: who knows who is there
 * @result: what the callback was given
 * @answer: (out): what is known
 *
 * Returns: %FALSE with @error set if it was cancelled, and never otherwise
 */
gboolean
yf_presence_ask_finish (YfPresence        *self,
                        GAsyncResult      *result,
                        YfPresenceAnswer  *answer,
                        GError           **error)
{
  g_return_val_if_fail (YF_IS_PRESENCE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (answer != NULL, FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *answer = ((Round *) g_task_get_task_data (G_TASK (result)))->answer;

  return TRUE;
}
