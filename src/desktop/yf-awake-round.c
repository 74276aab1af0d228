/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-awake-round.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "yf-login.h"
#include "yf-portal-request.h"

/* A service that has not answered in time is passed over. Its answer is waited
 * for all the same, because what it grants too late must be given back. */

typedef struct
{
  YfAwake  who;
  guint32  cookie;   /* of the session manager and the screen saver */
  char    *handle;   /* of the portal */
  int      fd;       /* of login1 */
  guint    watch;
} Hold;

struct _YfAwakeRound
{
  grefcount        ref_count;
  GDBusConnection *session_bus;
  GDBusConnection *system_bus;
  guint            timeout;      /* milliseconds */
  YfAwakeFunc      func;
  gpointer         user_data;
  gboolean         over;
  guint            n_deaths;
  guint            denial;       /* subscription */
  GPtrArray       *holds;
};

/* One service that is asked. */
typedef struct
{
  YfAwakeRound *round;
  YfAwake       who;
  guint         timeout;
  gboolean      passed_over;
} Request;

/* How often a service that died is asked anew, in one round. */
#define MAX_DEATHS 3

#define MANAGER_NAME     "org.gnome.SessionManager"
#define MANAGER_PATH     "/org/gnome/SessionManager"
#define SAVER_NAME       "org.freedesktop.ScreenSaver"
#define SAVER_PATH       "/org/freedesktop/ScreenSaver"

/* Suspending and idling are the same bits to the portal and to GNOME. */
#define INHIBIT_SUSPEND 4
#define INHIBIT_IDLE    8

static void ask (YfAwakeRound *self,
                 YfAwake       who);

static YfAwakeRound *
ref (YfAwakeRound *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

static void
unref (YfAwakeRound *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_clear_object (&self->session_bus);
  g_clear_object (&self->system_bus);
  g_ptr_array_unref (self->holds);
  g_free (self);
}

static void
hold_free (gpointer data)
{
  Hold *hold = data;

  g_clear_handle_id (&hold->watch, g_bus_unwatch_name);
  if (hold->fd >= 0)
    close (hold->fd);
  g_free (hold->handle);
  g_free (hold);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Hold, hold_free)

static const char *
get_bus_name (YfAwake who)
{
  switch (who)
    {
    case YF_AWAKE_PORTAL:
      return YF_PORTAL_NAME;
    case YF_AWAKE_SESSION_MANAGER:
      return MANAGER_NAME;
    case YF_AWAKE_SCREEN_SAVER:
      return SAVER_NAME;
    case YF_AWAKE_LOGIN:
      return YF_LOGIN_NAME;
    case YF_AWAKE_NOTHING:
    default:
      g_return_val_if_reached (NULL);
    }
}

static YfAwake
get_reached (YfAwakeRound *self)
{
  YfAwake reached = YF_AWAKE_NOTHING;

  for (guint i = 0; i < self->holds->len; i++)
    reached |= ((Hold *) g_ptr_array_index (self->holds, i))->who;

  return reached;
}

static void
report (YfAwakeRound *self)
{
  if (!self->over)
    self->func (get_reached (self), self->user_data);
}

/* Sends what nobody waits an answer for. Closing login1's descriptor, in
 * hold_free(), is all that it wants. */
static void
give_back (YfAwakeRound *self,
           Hold         *hold)
{
  switch (hold->who)
    {
    case YF_AWAKE_PORTAL:
      g_dbus_connection_call (self->session_bus, YF_PORTAL_NAME, hold->handle, YF_PORTAL_REQUEST_INTERFACE, "Close",
                              NULL, NULL, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
      break;
    case YF_AWAKE_SESSION_MANAGER:
      g_dbus_connection_call (self->session_bus, MANAGER_NAME, MANAGER_PATH, MANAGER_NAME, "Uninhibit",
                              g_variant_new ("(u)", hold->cookie), NULL,
                              G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
      break;
    case YF_AWAKE_SCREEN_SAVER:
      g_dbus_connection_call (self->session_bus, SAVER_NAME, SAVER_PATH, SAVER_NAME, "UnInhibit",
                              g_variant_new ("(u)", hold->cookie), NULL,
                              G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL, NULL);
      break;
    case YF_AWAKE_LOGIN:
    case YF_AWAKE_NOTHING:
    default:
      break;
    }
}

static void
give_all_back (YfAwakeRound *self)
{
  for (guint i = 0; i < self->holds->len; i++)
    give_back (self, g_ptr_array_index (self->holds, i));
  g_ptr_array_set_size (self->holds, 0);
}

/* Whoever kept the computer awake is gone, and what was won with it. */
static void
vanished_cb (GDBusConnection *bus,
             const char      *name,
             gpointer         user_data)
{
  YfAwakeRound *self = user_data;
  guint i = 0;

  for (i = 0; i < self->holds->len; i++)
    {
      Hold *hold = g_ptr_array_index (self->holds, i);

      if (g_str_equal (get_bus_name (hold->who), name))
        break;
    }
  if (self->over || i == self->holds->len)
    return;

  g_debug ("Staying awake: %s is gone", name);
  g_ptr_array_remove_index (self->holds, i);
  give_all_back (self);
  report (self);
  if (++self->n_deaths <= MAX_DEATHS)
    ask (self, YF_AWAKE_PORTAL);
}

static void
accept_hold (YfAwakeRound *self,
             Hold         *hold)
{
  g_ptr_array_add (self->holds, hold);

  /* What login1 grants outlives its restart. */
  if (hold->who != YF_AWAKE_LOGIN)
    hold->watch = g_bus_watch_name_on_connection (self->session_bus, get_bus_name (hold->who),
                                                  G_BUS_NAME_WATCHER_FLAGS_NONE, NULL, vanished_cb,
                                                  ref (self), (GDestroyNotify) unref);
  report (self);
}

static void
ask_the_next (YfAwakeRound *self,
              YfAwake       who)
{
  if (self->over)
    return;

  if (who == YF_AWAKE_PORTAL)
    {
      ask (self, YF_AWAKE_SESSION_MANAGER);
    }
  else if (who == YF_AWAKE_SESSION_MANAGER)
    {
      ask (self, YF_AWAKE_SCREEN_SAVER);
      ask (self, YF_AWAKE_LOGIN);
    }
  else
    {
      report (self);
    }
}

/* The portal takes the request, and answers later whether it is granted. */
static void
response_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  YfAwakeRound *self = user_data;
  guint32 response;

  if (self->over || !g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;

  g_variant_get (parameters, "(u@a{sv})", &response, NULL);
  for (guint i = 0; response != 0 && i < self->holds->len; i++)
    {
      Hold *hold = g_ptr_array_index (self->holds, i);

      if (g_strcmp0 (hold->handle, path) == 0)
        {
          g_debug ("Staying awake: the portal refuses");
          g_ptr_array_remove_index (self->holds, i);
          ask_the_next (self, YF_AWAKE_PORTAL);
          return;
        }
    }
}

static void
request_free (Request *request)
{
  g_clear_handle_id (&request->timeout, g_source_remove);
  unref (request->round);
  g_free (request);
}

static gboolean
timeout_cb (gpointer user_data)
{
  Request *request = user_data;

  g_debug ("Staying awake: %s does not answer", get_bus_name (request->who));
  request->timeout = 0;
  request->passed_over = TRUE;
  ask_the_next (request->round, request->who);

  return G_SOURCE_REMOVE;
}

static Hold *
read_hold (Request     *request,
           GVariant    *reply,
           GUnixFDList *fds)
{
  g_autoptr (Hold) hold = g_new0 (Hold, 1);

  hold->who = request->who;
  hold->fd = -1;

  if (request->who == YF_AWAKE_PORTAL)
    {
      g_variant_get (reply, "(o)", &hold->handle);
    }
  else if (request->who == YF_AWAKE_LOGIN)
    {
      gint32 index;

      g_variant_get (reply, "(h)", &index);
      hold->fd = fds != NULL ? g_unix_fd_list_get (fds, index, NULL) : -1;
      if (hold->fd < 0)
        return NULL;
    }
  else
    {
      g_variant_get (reply, "(u)", &hold->cookie);
    }

  return g_steal_pointer (&hold);
}

static void
reply_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Request *request = user_data;
  YfAwakeRound *self = request->round;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (Hold) hold = NULL;

  g_clear_handle_id (&request->timeout, g_source_remove);
  reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result, &error);
  if (reply != NULL)
    hold = read_hold (request, reply, fds);
  else
    g_debug ("Staying awake: %s: %s", get_bus_name (request->who), error->message);

  if (hold != NULL && (request->passed_over || self->over))
    give_back (self, hold);
  else if (hold != NULL)
    accept_hold (self, g_steal_pointer (&hold));
  else if (!request->passed_over)
    ask_the_next (self, request->who);

  request_free (request);
}

static void
send_request (Request         *request,
              GDBusConnection *bus,
              const char      *path,
              const char      *interface,
              GVariant        *parameters,
              const char      *reply)
{
  request->timeout = g_timeout_add (request->round->timeout, timeout_cb, request);
  g_dbus_connection_call_with_unix_fd_list (bus, get_bus_name (request->who), path, interface, "Inhibit",
                                            parameters, G_VARIANT_TYPE (reply), G_DBUS_CALL_FLAGS_NONE,
                                            G_MAXINT, NULL, NULL, reply_cb, request);
}

static GVariant *
get_portal_parameters (const char *reason)
{
  GVariantBuilder options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (reason));

  return g_variant_new ("(sua{sv})", "", INHIBIT_SUSPEND | INHIBIT_IDLE, &options);
}

static void
ask (YfAwakeRound *self,
     YfAwake       who)
{
  GDBusConnection *bus = who == YF_AWAKE_LOGIN ? self->system_bus : self->session_bus;
  /* Translators: why the computer does not go to sleep; the desktop may show it */
  const char *reason = _("An exercise session is running");
  Request *request;

  if (bus == NULL || g_dbus_connection_is_closed (bus))
    {
      ask_the_next (self, who);
      return;
    }

  request = g_new0 (Request, 1);
  request->round = ref (self);
  request->who = who;

  switch (who)
    {
    case YF_AWAKE_PORTAL:
      send_request (request, bus, YF_PORTAL_PATH, "org.freedesktop.portal.Inhibit",
                    get_portal_parameters (reason), "(o)");
      break;
    case YF_AWAKE_SESSION_MANAGER:
      send_request (request, bus, MANAGER_PATH, MANAGER_NAME,
                    g_variant_new ("(susu)", YF_APP_ID, 0, reason, INHIBIT_SUSPEND | INHIBIT_IDLE), "(u)");
      break;
    case YF_AWAKE_SCREEN_SAVER:
      send_request (request, bus, SAVER_PATH, SAVER_NAME, g_variant_new ("(ss)", YF_APP_ID, reason), "(u)");
      break;
    case YF_AWAKE_LOGIN:
      send_request (request, bus, YF_LOGIN_PATH, YF_LOGIN_MANAGER,
                    g_variant_new ("(ssss)", "sleep:idle", _("Yanfei"), reason, "block"), "(h)");
      break;
    case YF_AWAKE_NOTHING:
    default:
      g_assert_not_reached ();
    }
}

/* Begins to ask. @func is called on the way; before this returns only where
 * there is no bus at all. */
YfAwakeRound *
yf_awake_round_new (GDBusConnection *session_bus,
                    GDBusConnection *system_bus,
                    guint            timeout,
                    YfAwakeFunc      func,
                    gpointer         user_data)
{
  YfAwakeRound *self = g_new0 (YfAwakeRound, 1);

  g_ref_count_init (&self->ref_count);
  g_set_object (&self->session_bus, session_bus);
  g_set_object (&self->system_bus, system_bus);
  self->timeout = timeout;
  self->func = func;
  self->user_data = user_data;
  self->holds = g_ptr_array_new_with_free_func (hold_free);
  if (session_bus != NULL)
    self->denial =
      g_dbus_connection_signal_subscribe (session_bus, YF_PORTAL_NAME, YF_PORTAL_REQUEST_INTERFACE, "Response",
                                          NULL, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                          response_cb, ref (self), (GDestroyNotify) unref);
  ask (self, YF_AWAKE_PORTAL);

  return self;
}

/* Gives back what was won, and what will be. Takes the round. */
void
yf_awake_round_end (YfAwakeRound *self)
{
  self->over = TRUE;
  if (self->denial != 0)
    g_dbus_connection_signal_unsubscribe (self->session_bus, self->denial);
  give_all_back (self);
  unref (self);
}
