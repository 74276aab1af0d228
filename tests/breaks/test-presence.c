/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus-fixture.h"
#include "yf-presence.h"

#define SECOND ((gint64) G_USEC_PER_SEC)
/* A day in 2026. */
#define NOW ((gint64) 1790000000 * SECOND)

static const char monitor_xml[] =
  "<node><interface name='org.gnome.Mutter.IdleMonitor'>"
  "<method name='GetIdletime'><arg type='t' direction='out'/></method></interface></node>";

static const char muffin_xml[] =
  "<node><interface name='org.cinnamon.Muffin.IdleMonitor'>"
  "<method name='GetIdletime'><arg type='t' direction='out'/></method></interface></node>";

static const char saver_xml[] =
  "<node><interface name='org.freedesktop.ScreenSaver'>"
  "<method name='GetSessionIdleTime'><arg type='u' direction='out'/></method>"
  "<method name='GetActive'><arg type='b' direction='out'/></method></interface></node>";

static const char gnome_saver_xml[] =
  "<node><interface name='org.gnome.ScreenSaver'>"
  "<method name='GetActive'><arg type='b' direction='out'/></method></interface></node>";

static const char login_xml[] =
  "<node><interface name='org.freedesktop.login1.Nothing'/></node>";

typedef struct
{
  Bus         bus;
  YfPresence *presence;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  bus_up (&f->bus);
  /* Both buses in one. */
  f->presence = yf_presence_new (f->bus.subject, f->bus.subject);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->presence);
  bus_down (&f->bus);
}

static YfPresenceAnswer
ask (YfPresence *presence)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YfPresenceAnswer answer;

  yf_presence_ask_async (presence, NOW, NULL, bus_result_cb, &result);
  g_assert_true (yf_presence_ask_finish (presence, bus_wait (&result), &answer, &error));
  g_assert_no_error (error);

  return answer;
}

static void
check (Fixture  *f,
       gboolean  known,
       gint64    idle,
       gboolean  locked)
{
  YfPresenceAnswer answer = ask (f->presence);

  g_assert_cmpint (answer.known, ==, known);
  g_assert_cmpint (answer.idle, ==, idle);
  g_assert_cmpint (answer.locked, ==, locked);
}

static void
test_nobody (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr (YfPresence) alone = yf_presence_new (NULL, NULL);
  YfPresenceAnswer answer = ask (alone);

  g_assert_false (answer.known);
  g_assert_cmpint (answer.idle, <, 0);
  check (f, FALSE, -1, FALSE);
}

static void
test_monitor (Fixture       *f,
              gconstpointer  data)
{
  gboolean cinnamon = GPOINTER_TO_INT (data);
  guint64 idle = 90500;
  g_autoptr (Service) monitor =
    cinnamon ? service_new (&f->bus, "org.cinnamon.Muffin.IdleMonitor", "/org/cinnamon/Muffin/IdleMonitor/Core",
                            muffin_xml)
             : service_new (&f->bus, "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core",
                            monitor_xml);

  service_say (monitor, "GetIdletime", 't', &idle);
  check (f, TRUE, 90500000, FALSE);
  idle = 0;
  check (f, TRUE, 0, FALSE);
  /* What cannot be is not taken for anything. */
  idle = G_MAXUINT64;
  check (f, FALSE, -1, FALSE);
  service_refuse (monitor, "GetIdletime");
  check (f, FALSE, -1, FALSE);
}

static void
test_kde (Fixture       *f,
          gconstpointer  data)
{
  guint32 idle = 0;
  gboolean active = FALSE;
  g_autoptr (Service) saver = service_new (&f->bus, "org.freedesktop.ScreenSaver", "/ScreenSaver", saver_xml);

  service_say (saver, "GetSessionIdleTime", 'u', &idle);
  service_say (saver, "GetActive", 'b', &active);
  /* For ever 0 is what some say who do not know. */
  check (f, FALSE, -1, FALSE);
  check (f, FALSE, -1, FALSE);
  idle = 1500;
  check (f, TRUE, 1500000, FALSE);
  idle = 0;
  check (f, TRUE, 0, FALSE);
  active = TRUE;
  check (f, TRUE, 0, TRUE);
}

static void
test_gnome_locked (Fixture       *f,
                   gconstpointer  data)
{
  gboolean active = TRUE;
  g_autoptr (Service) saver = service_new (&f->bus, "org.gnome.ScreenSaver", "/org/gnome/ScreenSaver",
                                           gnome_saver_xml);

  service_say (saver, "GetActive", 'b', &active);
  check (f, FALSE, -1, TRUE);
  active = FALSE;
  check (f, FALSE, -1, FALSE);
}

typedef struct
{
  gboolean idle;
  guint64  since;
  gboolean locked;
} Login;

static GDBusMessage *
answer_login (GDBusConnection *connection,
              GDBusMessage    *message,
              gboolean         incoming,
              gpointer         user_data)
{
  Login *login = user_data;
  g_autoptr (GDBusMessage) reply = NULL;
  GVariantBuilder builder;

  if (!incoming || g_strcmp0 (g_dbus_message_get_member (message), "GetAll") != 0)
    return message;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&builder, "{sv}", "IdleHint", g_variant_new_boolean (login->idle));
  g_variant_builder_add (&builder, "{sv}", "IdleSinceHint", g_variant_new_uint64 (login->since));
  g_variant_builder_add (&builder, "{sv}", "LockedHint", g_variant_new_boolean (login->locked));
  reply = g_dbus_message_new_method_reply (message);
  g_dbus_message_set_body (reply, g_variant_new ("(a{sv})", &builder));
  g_dbus_connection_send_message (connection, reply, G_DBUS_SEND_MESSAGE_FLAGS_NONE, NULL, NULL);
  g_object_unref (message);

  return NULL;
}

static void
test_login (Fixture       *f,
            gconstpointer  data)
{
  Login says = { FALSE, 0, FALSE };
  g_autoptr (Service) login = service_new (&f->bus, "org.freedesktop.login1",
                                           "/org/freedesktop/login1/session/auto", login_xml);

  g_dbus_connection_add_filter (login->connection, answer_login, &says, NULL);
  /* Most never say that anybody is away, and so nothing when they say that nobody is. */
  check (f, FALSE, -1, FALSE);
  says.locked = TRUE;
  check (f, FALSE, -1, TRUE);
  says = (Login) { TRUE, NOW - 420 * SECOND, FALSE };
  check (f, TRUE, 420 * SECOND, FALSE);
  says = (Login) { FALSE, NOW - 10 * SECOND, FALSE };
  check (f, TRUE, 0, FALSE);
  /* Since a moment that is still to come, or never. */
  says = (Login) { TRUE, NOW + SECOND, FALSE };
  check (f, FALSE, -1, FALSE);
}

/* Who saw somebody last is right. */
static void
test_both (Fixture       *f,
           gconstpointer  data)
{
  guint64 long_ago = 600000;
  guint32 lately = 4000;
  gboolean active = FALSE;
  g_autoptr (Service) monitor = service_new (&f->bus, "org.gnome.Mutter.IdleMonitor",
                                             "/org/gnome/Mutter/IdleMonitor/Core", monitor_xml);
  g_autoptr (Service) saver = service_new (&f->bus, "org.freedesktop.ScreenSaver", "/ScreenSaver", saver_xml);

  service_say (monitor, "GetIdletime", 't', &long_ago);
  service_say (saver, "GetSessionIdleTime", 'u', &lately);
  service_say (saver, "GetActive", 'b', &active);
  check (f, TRUE, 4000000, FALSE);
}

static void
test_cancelled (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YfPresenceAnswer answer;

  yf_presence_ask_async (f->presence, NOW, cancellable, bus_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (yf_presence_ask_finish (f->presence, bus_wait (&result), &answer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_gone (Fixture       *f,
           gconstpointer  data)
{
  g_dbus_connection_close_sync (f->bus.subject, NULL, NULL);
  check (f, FALSE, -1, FALSE);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/presence/nobody", NULL, test_nobody);
  ADD ("/presence/gnome", GINT_TO_POINTER (FALSE), test_monitor);
  ADD ("/presence/cinnamon", GINT_TO_POINTER (TRUE), test_monitor);
  ADD ("/presence/kde", NULL, test_kde);
  ADD ("/presence/gnome-locked", NULL, test_gnome_locked);
  ADD ("/presence/login", NULL, test_login);
  ADD ("/presence/both", NULL, test_both);
  ADD ("/presence/cancelled", NULL, test_cancelled);
  ADD ("/presence/gone", NULL, test_gone);

  return g_test_run ();
}
