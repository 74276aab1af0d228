/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "bus-fixture.h"
#include "session-fixture.h"
#include "yf-desktop.h"

#define S YF_SECOND

#define MPRIS "org.mpris.MediaPlayer2.yanfei"
#define PATH  "/org/mpris/MediaPlayer2"

/* Everything together, with a session bus and a system bus that are found as
 * a program finds them. */

static const char manager_xml[] =
  "<node><interface name='org.gnome.SessionManager'><method name='Inhibit'>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method></interface></node>";

static const char login_xml[] =
  "<node><interface name='org.freedesktop.login1.Manager'>"
  "<method name='GetSessionByPID'><arg type='u' direction='in'/><arg type='o' direction='out'/></method>"
  "</interface></node>";

typedef struct
{
  YfDesktop *desktop;
  YfPlayer  *player;
  GString   *heard;
} Program;

static void
interrupted_cb (Program *program,
                int      interruption)
{
  g_string_append (program->heard, interruption == YF_INTERRUPTION_SLEEP ? "sleep " : "lock ");
  yf_player_pause (program->player);
}

static void
resumed_cb (Program *program,
            int      interruption)
{
  g_string_append (program->heard, interruption == YF_INTERRUPTION_SLEEP ? "awake " : "unlocked ");
}

static void
raise_cb (Program *program)
{
  g_string_append (program->heard, "raise ");
}

static void
program_up (Program  *program,
            YfPlayer *player)
{
  program->heard = g_string_new (NULL);
  program->player = player;
  program->desktop = yf_desktop_new ();
  g_signal_connect_swapped (program->desktop, "interrupted", G_CALLBACK (interrupted_cb), program);
  g_signal_connect_swapped (program->desktop, "resumed", G_CALLBACK (resumed_cb), program);
  g_signal_connect_swapped (program->desktop, "raise", G_CALLBACK (raise_cb), program);

  /* Set before the buses are found, as a program does that is in a hurry. */
  yf_desktop_set_player (program->desktop, player);
  g_assert_false (yf_desktop_get_connected (program->desktop));
  while (!yf_desktop_get_connected (program->desktop))
    g_main_context_iteration (NULL, TRUE);
}

static void
program_down (Program *program)
{
  g_clear_object (&program->desktop);
  g_string_free (program->heard, TRUE);
}

static void
grant_cookie_cb (GDBusMethodInvocation *invocation,
                 GVariant              *parameters,
                 gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", 7));
}

static void
session_cb (GDBusMethodInvocation *invocation,
            GVariant              *parameters,
            gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", "/org/freedesktop/login1/session/_31"));
}

static void
call (Bus        *bus,
      const char *interface,
      const char *method)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = bus_call (bus, MPRIS, PATH, interface, method, NULL, &error);

  g_assert_no_error (error);
}

/* The program's own connections are not the fixture's: their answers are
 * waited for. */
static void
wait_for (Bus      *a,
          Bus      *b,
          gboolean (*is_so) (gpointer data),
          gpointer  data)
{
  while (!is_so (data))
    {
      bus_settle (a);
      bus_settle (b);
    }
}

static gboolean
is_awake (gpointer data)
{
  return yf_desktop_get_awake (((Program *) data)->desktop) == YF_AWAKE_SESSION_MANAGER;
}

static gboolean
has_heard (gpointer data)
{
  return ((Program *) data)->heard->len > 0;
}

static gboolean
knows_session (gpointer data)
{
  return strstr (((Service *) data)->asked->str, "GetSessionByPID") != NULL;
}

static gboolean
is_there (gpointer data)
{
  return bus_has_name (data, MPRIS);
}

static gboolean
is_gone (gpointer data)
{
  return !bus_has_name (data, MPRIS);
}

static void
test_whole (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
  g_autoptr (Fixture) session = fixture_new (routine, YF_COUNTING_PACE);
  Program program = { 0, };
  Bus system = { 0, };
  Bus bus = { 0, };
  Service *login;
  Service *manager;

  bus_up (&system);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (system.daemon), TRUE);
  bus_up (&bus);
  manager = service_new (&bus, "org.gnome.SessionManager", "/org/gnome/SessionManager", manager_xml);
  service_answer (manager, "Inhibit", grant_cookie_cb, NULL);
  login = service_new (&system, "org.freedesktop.login1", "/org/freedesktop/login1", login_xml);
  service_answer (login, "GetSessionByPID", session_cb, NULL);

  program_up (&program, session->player);
  wait_for (&bus, &system, is_there, &bus);
  g_assert_cmpint (yf_desktop_get_awake (program.desktop), ==, YF_AWAKE_NOTHING);
  yf_player_start (session->player);
  wait_for (&bus, &system, is_awake, &program);
  wait_for (&bus, &system, knows_session, login);
  yf_fake_clock_advance (session->clock, 13 * S);

  /* Sleep pauses, and the computer may. */
  service_emit (login, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                g_variant_new ("(b)", TRUE));
  wait_for (&bus, &system, has_heard, &program);
  g_assert_cmpstr (program.heard->str, ==, "sleep ");
  g_assert_cmpint (yf_player_get_state (session->player), ==, YF_PLAYER_PAUSED);
  g_assert_cmpint (yf_desktop_get_awake (program.desktop), ==, YF_AWAKE_NOTHING);
  g_string_truncate (program.heard, 0);
  service_emit (login, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                g_variant_new ("(b)", FALSE));
  wait_for (&bus, &system, has_heard, &program);
  g_assert_cmpstr (program.heard->str, ==, "awake ");
  g_string_truncate (program.heard, 0);

  /* Nobody goes on but the person, here by the headset. */
  g_assert_cmpint (yf_player_get_state (session->player), ==, YF_PLAYER_PAUSED);
  call (&bus, "org.mpris.MediaPlayer2.Player", "PlayPause");
  g_assert_cmpint (yf_player_get_state (session->player), ==, YF_PLAYER_RUNNING);
  wait_for (&bus, &system, is_awake, &program);

  call (&bus, "org.mpris.MediaPlayer2", "Raise");
  g_assert_cmpstr (program.heard->str, ==, "raise ");
  g_string_truncate (program.heard, 0);

  call (&bus, "org.mpris.MediaPlayer2.Player", "Previous");
  g_assert_cmpint (yf_player_get_state (session->player), ==, YF_PLAYER_HURT);
  g_assert_cmpint (yf_desktop_get_awake (program.desktop), ==, YF_AWAKE_NOTHING);

  /* What comes when it is over interrupts nothing. */
  service_emit (login, "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep",
                g_variant_new ("(b)", TRUE));
  g_assert_cmpstr (program.heard->str, ==, "");

  yf_desktop_set_player (program.desktop, NULL);
  wait_for (&bus, &system, is_gone, &bus);

  /* The volume is one, whoever turns it. */
  yf_desktop_set_volume (program.desktop, 0.25);
  g_assert_cmpfloat (yf_desktop_get_volume (program.desktop), ==, 0.25);

  program_down (&program);
  service_free (manager);
  service_free (login);
  bus_settle (&bus);
  bus_settle (&system);
  bus_down (&bus);
  bus_down (&system);
}

/* No bus at all: the session goes on, and nobody complains. */
static void
test_no_bus (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
  g_autoptr (Fixture) session = fixture_new (routine, YF_COUNTING_PACE);
  Program program = { 0, };

  g_unsetenv ("DBUS_SESSION_BUS_ADDRESS");
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  program_up (&program, session->player);
  yf_player_start (session->player);
  g_assert_cmpint (yf_desktop_get_awake (program.desktop), ==, YF_AWAKE_NOTHING);
  yf_desktop_hold_sleep (program.desktop);
  yf_desktop_release_sleep (program.desktop);
  fixture_run_to_end (session);
  yf_desktop_set_player (program.desktop, NULL);
  program_down (&program);
}

/* A session bus, and no system bus. */
static void
test_session_bus_alone (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
  g_autoptr (Fixture) session = fixture_new (routine, YF_COUNTING_PACE);
  Program program = { 0, };
  Bus bus = { 0, };

  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  bus_up (&bus);
  program_up (&program, session->player);
  wait_for (&bus, &bus, is_there, &bus);
  yf_player_start (session->player);
  call (&bus, "org.mpris.MediaPlayer2.Player", "Stop");
  g_assert_cmpint (yf_player_get_state (session->player), ==, YF_PLAYER_STOPPED);
  program_down (&program);
  bus_down (&bus);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int failed;

  g_test_init (&argc, &argv, NULL);

  /* No bus of whoever runs this may be found. */
  folder = g_dir_make_tmp (NULL, NULL);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);

  g_test_add_func ("/desktop/no-bus", test_no_bus);
  g_test_add_func ("/desktop/session-bus-alone", test_session_bus_alone);
  g_test_add_func ("/desktop/whole", test_whole);

  failed = g_test_run ();
  g_rmdir (folder);

  return failed;
}
