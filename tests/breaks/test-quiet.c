/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus-fixture.h"
#include "yf-quiet.h"

/* Nobody speaks into a microphone: PULSE_SERVER leads nowhere, see meson.build. */

static const char manager_xml[] =
  "<node><interface name='org.gnome.SessionManager'>"
  "<method name='IsInhibited'><arg type='u' direction='in'/><arg type='b' direction='out'/></method>"
  "<method name='GetInhibitors'><arg type='ao' direction='out'/></method></interface></node>";

static const char inhibitor_xml[] =
  "<node><interface name='org.gnome.SessionManager.Inhibitor'>"
  "<method name='GetAppId'><arg type='s' direction='out'/></method>"
  "<method name='GetFlags'><arg type='u' direction='out'/></method></interface></node>";

static const char policy_xml[] =
  "<node><interface name='org.kde.Solid.PowerManagement.PolicyAgent'>"
  "<method name='HasInhibition'><arg type='u' direction='in'/><arg type='b' direction='out'/></method>"
  "</interface></node>";

static const char power_xml[] =
  "<node><interface name='org.freedesktop.PowerManagement.Inhibit'>"
  "<method name='HasInhibit'><arg type='b' direction='out'/></method></interface></node>";

typedef struct
{
  Bus      bus;
  YfQuiet *quiet;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  bus_up (&f->bus);
  f->quiet = yf_quiet_new (f->bus.subject);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_clear_object (&f->quiet);
  bus_down (&f->bus);
}

static gboolean
ask (YfQuiet *quiet)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean answer;

  yf_quiet_ask_async (quiet, NULL, bus_result_cb, &result);
  answer = yf_quiet_ask_finish (quiet, bus_wait (&result), &error);
  g_assert_no_error (error);

  return answer;
}

static void
say_inhibitors (GDBusMethodInvocation *invocation,
                GVariant              *parameters,
                gpointer               user_data)
{
  const char * const *paths = user_data;

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(@ao)", g_variant_new_objv (paths, -1)));
}

static void
say_app_id (GDBusMethodInvocation *invocation,
            GVariant              *parameters,
            gpointer               user_data)
{
  const char *path = g_dbus_method_invocation_get_object_path (invocation);

  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(s)", g_str_has_suffix (path, "Ours") ? YF_APP_ID
                                                                                              : "org.example.Films"));
}

/* What the last letter but a few of a path says: it keeps off idling, or only sleep. */
static void
say_flags (GDBusMethodInvocation *invocation,
           GVariant              *parameters,
           gpointer               user_data)
{
  const char *path = g_dbus_method_invocation_get_object_path (invocation);

  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", strstr (path, "Sleep") ? 4 : 12));
}

static void
test_nothing (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (YfQuiet) alone = yf_quiet_new (NULL);

  g_assert_false (ask (alone));
  g_assert_false (ask (f->quiet));
}

static Service *
create_manager (Fixture             *f,
                gboolean            *inhibited,
                const char * const  *paths)
{
  Service *manager = service_new (&f->bus, "org.gnome.SessionManager", "/org/gnome/SessionManager", manager_xml);

  for (guint i = 0; paths[i] != NULL; i++)
    service_add (manager, paths[i], inhibitor_xml);
  service_say (manager, "IsInhibited", 'b', inhibited);
  service_answer (manager, "GetInhibitors", say_inhibitors, (gpointer) paths);
  service_answer (manager, "GetAppId", say_app_id, NULL);
  service_answer (manager, "GetFlags", say_flags, NULL);

  return manager;
}

static void
test_film (Fixture       *f,
           gconstpointer  data)
{
  static const char * const paths[] = { "/i/Theirs", "/i/SleepOurs", NULL };
  gboolean inhibited = TRUE;
  g_autoptr (Service) manager = create_manager (f, &inhibited, paths);
  g_autofree char *asked = NULL;

  g_assert_true (ask (f->quiet));
  asked = service_asked (manager);
  g_assert_nonnull (strstr (asked, "IsInhibited (8,)"));
  inhibited = FALSE;
  g_assert_false (ask (f->quiet));
  inhibited = TRUE;
  service_refuse (manager, "GetInhibitors");
  g_assert_true (ask (f->quiet));
}

/* What Yanfei keeps on itself is no film; nor is what keeps the computer from sleeping
 * while it dims the screen. */
static void
test_ours (Fixture       *f,
           gconstpointer  data)
{
  static const char * const paths[] = { "/i/Ours", "/i/SleepTheirs", NULL };
  gboolean inhibited = TRUE;
  g_autoptr (Service) manager = create_manager (f, &inhibited, paths);

  g_assert_false (ask (f->quiet));
}

static void
test_kde (Fixture       *f,
          gconstpointer  data)
{
  gboolean film = TRUE, music = TRUE;
  g_autoptr (Service) policy = service_new (&f->bus, "org.kde.Solid.PowerManagement.PolicyAgent",
                                            "/org/kde/Solid/PowerManagement/PolicyAgent", policy_xml);
  g_autoptr (Service) power = service_new (&f->bus, "org.freedesktop.PowerManagement",
                                           "/org/freedesktop/PowerManagement/Inhibit", power_xml);
  g_autofree char *asked = NULL;

  service_say (policy, "HasInhibition", 'b', &film);
  service_say (power, "HasInhibit", 'b', &music);
  g_assert_true (ask (f->quiet));
  asked = service_asked (policy);
  g_assert_cmpstr (asked, ==, "HasInhibition (4,)\n");
  /* Music goes on, and is nothing to keep quiet for. */
  film = FALSE;
  g_assert_false (ask (f->quiet));
  /* Who knows no better goes by that. */
  service_refuse (policy, "HasInhibition");
  g_assert_true (ask (f->quiet));
  music = FALSE;
  g_assert_false (ask (f->quiet));
}

static void
test_banners (Fixture       *f,
              gconstpointer  data)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    g_settings_schema_source_lookup (source, "org.gnome.desktop.notifications", TRUE);
  g_autoptr (GSettings) settings = NULL;

  g_assert_nonnull (schema);
  settings = g_settings_new ("org.gnome.desktop.notifications");
  g_assert_false (ask (f->quiet));
  g_settings_set_boolean (settings, "show-banners", FALSE);
  g_assert_true (ask (f->quiet));
  g_settings_reset (settings, "show-banners");
  g_assert_false (ask (f->quiet));
}

static void
test_cancelled (Fixture       *f,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  yf_quiet_ask_async (f->quiet, cancellable, bus_result_cb, &result);
  g_cancellable_cancel (cancellable);
  g_assert_false (yf_quiet_ask_finish (f->quiet, bus_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/quiet/nothing", test_nothing);
  ADD ("/quiet/film", test_film);
  ADD ("/quiet/ours", test_ours);
  ADD ("/quiet/kde", test_kde);
  ADD ("/quiet/banners", test_banners);
  ADD ("/quiet/cancelled", test_cancelled);

  return g_test_run ();
}
