/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-quiet.h"

#include "yf-calls.h"
#include "yf-fullscreen.h"

struct _YfQuiet
{
  GObject          parent_instance;

  GDBusConnection *session_bus;
  GSettings       *notifications;   /* NULL where the desktop has none */
};

G_DEFINE_FINAL_TYPE (YfQuiet, yf_quiet, G_TYPE_OBJECT)

#define MANAGER_NAME     "org.gnome.SessionManager"
#define MANAGER_PATH     "/org/gnome/SessionManager"
#define INHIBITOR        "org.gnome.SessionManager.Inhibitor"
/* That the session is marked idle, in the numbers of GNOME's session manager. */
#define INHIBIT_IDLE     8

#define POLICY_NAME      "org.kde.Solid.PowerManagement.PolicyAgent"
#define POLICY_PATH      "/org/kde/Solid/PowerManagement/PolicyAgent"
/* That the screen is dimmed or turned off, in the numbers of KDE's policy agent. */
#define POLICY_SCREEN    4

#define POWER_NAME       "org.freedesktop.PowerManagement"
#define POWER_PATH       "/org/freedesktop/PowerManagement/Inhibit"
#define POWER_INTERFACE  "org.freedesktop.PowerManagement.Inhibit"

#define NOTIFICATIONS    "org.gnome.desktop.notifications"
#define SHOW_BANNERS     "show-banners"

/* One asking. */
typedef struct
{
  guint    n_open;
  gboolean quiet;
} Round;

/* One inhibitor of the session manager. */
typedef struct
{
  GTask *task;
  char  *path;
} Inhibitor;

static void
inhibitor_free (Inhibitor *self)
{
  g_object_unref (self->task);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Inhibitor, inhibitor_free)

static void
close_one (GTask    *task,
           gboolean  quiet)
{
  Round *round = g_task_get_task_data (task);

  round->quiet |= quiet;
  if (--round->n_open == 0)
    g_task_return_boolean (task, round->quiet);
}

static void
ask (GTask               *task,
     const char          *name,
     const char          *path,
     const char          *interface,
     const char          *method,
     GVariant            *parameters,
     const char          *reply_type,
     GAsyncReadyCallback  callback,
     gpointer             user_data)
{
  YfQuiet *self = g_task_get_source_object (task);

  ((Round *) g_task_get_task_data (task))->n_open++;
  g_dbus_connection_call (self->session_bus, name, path, interface, method, parameters,
                          G_VARIANT_TYPE (reply_type), G_DBUS_CALL_FLAGS_NO_AUTO_START, YF_QUIET_TIMEOUT,
                          g_task_get_cancellable (task), callback, user_data);
}

static gboolean
finish_boolean (GObject      *source,
                GAsyncResult *result,
                gboolean     *answer)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply == NULL)
    return FALSE;
  g_variant_get (reply, "(b)", answer);

  return TRUE;
}

static void
flags_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Inhibitor) inhibitor = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  guint32 flags = 0;

  if (reply != NULL)
    g_variant_get (reply, "(u)", &flags);
  close_one (inhibitor->task, (flags & INHIBIT_IDLE) != 0);
}

static void
app_id_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Inhibitor) inhibitor = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  GTask *task = inhibitor->task;
  const char *app_id = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(&s)", &app_id);
  /* One that has gone meanwhile keeps nothing on; and what we keep on ourselves is a
   * session, which is known of otherwise. */
  if (app_id != NULL && g_strcmp0 (app_id, YF_APP_ID) != 0)
    {
      const char *path = inhibitor->path;

      ask (task, MANAGER_NAME, path, INHIBITOR, "GetFlags", NULL, "(u)", flags_cb, g_steal_pointer (&inhibitor));
    }
  close_one (task, FALSE);
}

static void
inhibitors_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);
  g_autoptr (GVariantIter) paths = NULL;
  char *path;

  if (reply == NULL)
    {
      /* Somebody keeps the screen on, and that is all that can be said. */
      close_one (task, TRUE);
      return;
    }

  g_variant_get (reply, "(ao)", &paths);
  while (g_variant_iter_next (paths, "o", &path))
    {
      Inhibitor *inhibitor = g_new0 (Inhibitor, 1);

      inhibitor->task = g_object_ref (task);
      inhibitor->path = path;
      ask (task, MANAGER_NAME, path, INHIBITOR, "GetAppId", NULL, "(s)", app_id_cb, inhibitor);
    }
  close_one (task, FALSE);
}

static void
is_inhibited_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gboolean inhibited;

  if (finish_boolean (source, result, &inhibited) && inhibited)
    ask (task, MANAGER_NAME, MANAGER_PATH, MANAGER_NAME, "GetInhibitors", NULL, "(ao)",
         inhibitors_cb, g_object_ref (task));
  close_one (task, FALSE);
}

static void
power_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gboolean inhibited = FALSE;

  close_one (task, finish_boolean (source, result, &inhibited) && inhibited);
}

static void
policy_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  gboolean inhibited = FALSE;

  /* The other question takes music for a film, and is asked only where this one is not
   * answered. */
  if (!finish_boolean (source, result, &inhibited))
    ask (task, POWER_NAME, POWER_PATH, POWER_INTERFACE, "HasInhibit", NULL, "(b)", power_cb, g_object_ref (task));
  close_one (task, inhibited);
}

static void
calls_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  close_one (task, yf_calls_ask_finish (result, NULL));
}

/* GSettings aborts where a schema or a key is missing. */
static GSettings *
create_notifications (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, NOTIFICATIONS, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, SHOW_BANNERS))
    return NULL;

  return g_settings_new_full (schema, NULL, NULL);
}

static void
dispose (GObject *object)
{
  YfQuiet *self = YF_QUIET (object);

  g_clear_object (&self->session_bus);
  g_clear_object (&self->notifications);

  G_OBJECT_CLASS (yf_quiet_parent_class)->dispose (object);
}

static void
yf_quiet_class_init (YfQuietClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_quiet_init (YfQuiet *self)
{
  self->notifications = create_notifications ();
}

/**
 * yf_quiet_new:
 * @session_bus: (nullable): the session bus, or %NULL where there is none
 *
 * Returns: (transfer full): knows nothing until it is asked
 */
YfQuiet *
yf_quiet_new (GDBusConnection *session_bus)
{
  YfQuiet *self = g_object_new (YF_TYPE_QUIET, NULL);

  g_set_object (&self->session_bus, session_bus);

  return self;
}

/**
 * yf_quiet_ask_async:
 * @self: who knows when to be quiet
 * @cancellable: (nullable): cancels it
 * @callback: called with the answer
 * @user_data: data for @callback
 *
 * Asks whether this is a moment not to disturb.
 */
void
yf_quiet_ask_async (YfQuiet             *self,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Round *round;

  g_return_if_fail (YF_IS_QUIET (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yf_quiet_ask_async);
  round = g_new0 (Round, 1);
  round->n_open = 2;
  g_task_set_task_data (task, round, g_free);

  if (self->session_bus != NULL && !g_dbus_connection_is_closed (self->session_bus))
    {
      ask (task, MANAGER_NAME, MANAGER_PATH, MANAGER_NAME, "IsInhibited", g_variant_new ("(u)", INHIBIT_IDLE),
           "(b)", is_inhibited_cb, g_object_ref (task));
      ask (task, POLICY_NAME, POLICY_PATH, POLICY_NAME, "HasInhibition", g_variant_new ("(u)", POLICY_SCREEN),
           "(b)", policy_cb, g_object_ref (task));
    }
  yf_calls_ask_async (cancellable, calls_cb, g_object_ref (task));
  close_one (task, yf_fullscreen_is_shown () ||
                   (self->notifications != NULL && !g_settings_get_boolean (self->notifications, SHOW_BANNERS)));
}

/**
 * yf_quiet_ask_finish:
 * @self: who knows when to be quiet
 * @result: what the callback was given
 *
 * Returns: whether this is a moment not to disturb; %FALSE with @error set if it was
 *   cancelled
 */
gboolean
yf_quiet_ask_finish (YfQuiet       *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (YF_IS_QUIET (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
