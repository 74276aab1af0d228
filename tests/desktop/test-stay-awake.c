/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <unistd.h>

#include "bus-fixture.h"
#include "session-fixture.h"
#include "yf-stay-awake.h"

#define S YF_SECOND

/* Services of our own, on one bus that is session and system bus alike. */

static const char portal_xml[] =
  "<node><interface name='org.freedesktop.portal.Inhibit'><method name='Inhibit'>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='o' direction='out'/></method></interface></node>";

static const char request_xml[] =
  "<node><interface name='org.freedesktop.portal.Request'><method name='Close'/></interface></node>";

static const char manager_xml[] =
  "<node><interface name='org.gnome.SessionManager'><method name='Inhibit'>"
  "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='u' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='Uninhibit'><arg type='u' direction='in'/></method></interface></node>";

static const char saver_xml[] =
  "<node><interface name='org.freedesktop.ScreenSaver'><method name='Inhibit'>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='u' direction='out'/></method>"
  "<method name='UnInhibit'><arg type='u' direction='in'/></method></interface></node>";

static const char login_xml[] =
  "<node><interface name='org.freedesktop.login1.Manager'><method name='Inhibit'>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='h' direction='out'/></method></interface></node>";

#define HANDLE "/org/freedesktop/portal/desktop/request/1_1/t"

#define PORTAL_ASKED  "Inhibit ('', 12, {'reason': <'An exercise session is running'>})\n"
#define MANAGER_ASKED "Inhibit ('io.github.yanfei.Yanfei', 0, 'An exercise session is running', 12)\n"
#define SAVER_ASKED   "Inhibit ('io.github.yanfei.Yanfei', 'An exercise session is running')\n"
#define LOGIN_ASKED   "Inhibit ('sleep:idle', 'Yanfei', 'An exercise session is running', 'block')\n"

typedef struct
{
  Bus          bus;
  Fixture     *session;
  YfStayAwake *awake;
  Service     *portal;
  Service     *manager;
  Service     *saver;
  Service     *login;
  int          login_end;   /* the other end of what login1 handed out, or -1 */
  GDBusMethodInvocation *kept;
} Desk;

static void
grant_handle_cb (GDBusMethodInvocation *invocation,
                 GVariant              *parameters,
                 gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", HANDLE));
}

static void
grant_cookie_cb (GDBusMethodInvocation *invocation,
                 GVariant              *parameters,
                 gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", GPOINTER_TO_UINT (user_data)));
}

static void
grant_fd_cb (GDBusMethodInvocation *invocation,
             GVariant              *parameters,
             gpointer               user_data)
{
  Desk *desk = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  fds = g_unix_fd_list_new_from_array (&ends[1], 1);
  desk->login_end = ends[0];
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), fds);
}

static void
refuse_cb (GDBusMethodInvocation *invocation,
           GVariant              *parameters,
           gpointer               user_data)
{
  g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.DBus.Error.AccessDenied", "No.");
}

/* Never answers, unless it is asked to later. */
static void
keep_cb (GDBusMethodInvocation *invocation,
         GVariant              *parameters,
         gpointer               user_data)
{
  Desk *desk = user_data;

  g_assert_null (desk->kept);
  desk->kept = invocation;
}

/* Whether the program still has what login1 handed out. */
static gboolean
holds_login (Desk *desk)
{
  char byte;

  bus_settle (&desk->bus);
  if (desk->login_end < 0)
    return FALSE;
  g_assert_true (g_unix_set_fd_nonblocking (desk->login_end, TRUE, NULL));

  return read (desk->login_end, &byte, 1) < 0;
}

static void
desk_up (Desk       *desk,
         YfCounting  counting)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);

  desk->login_end = -1;
  bus_up (&desk->bus);
  desk->session = fixture_new (routine, counting);
  desk->awake = yf_stay_awake_new (desk->bus.subject, desk->bus.subject);
}

static void
serve_portal (Desk *desk)
{
  desk->portal = service_new (&desk->bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop",
                              portal_xml);
  service_add (desk->portal, HANDLE, request_xml);
  service_answer (desk->portal, "Inhibit", grant_handle_cb, NULL);
}

static void
serve_others (Desk *desk)
{
  desk->saver = service_new (&desk->bus, "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", saver_xml);
  service_answer (desk->saver, "Inhibit", grant_cookie_cb, GUINT_TO_POINTER (8));
  desk->login = service_new (&desk->bus, "org.freedesktop.login1", "/org/freedesktop/login1", login_xml);
  service_answer (desk->login, "Inhibit", grant_fd_cb, desk);
}

static void
serve_manager (Desk *desk)
{
  desk->manager = service_new (&desk->bus, "org.gnome.SessionManager", "/org/gnome/SessionManager", manager_xml);
  service_answer (desk->manager, "Inhibit", grant_cookie_cb, GUINT_TO_POINTER (7));
}

static void
desk_down (Desk *desk)
{
  g_clear_object (&desk->awake);
  bus_settle (&desk->bus);
  g_clear_pointer (&desk->portal, service_free);
  g_clear_pointer (&desk->manager, service_free);
  g_clear_pointer (&desk->saver, service_free);
  g_clear_pointer (&desk->login, service_free);
  if (desk->login_end >= 0)
    close (desk->login_end);
  fixture_free (desk->session);
  bus_down (&desk->bus);
}

static void
assert_asked (Service    *service,
              const char *expected)
{
  g_autofree char *asked = service_asked (service);

  g_assert_cmpstr (asked, ==, expected);
}

static void
assert_reached (Desk       *desk,
                YfAwake     reached,
                const char *words)
{
  g_autofree char *text = NULL;

  bus_settle (&desk->bus);
  text = yf_stay_awake_dup_reached (desk->awake);
  g_assert_cmpint (yf_stay_awake_get_reached (desk->awake), ==, reached);
  g_assert_cmpstr (text, ==, words);
}

static void
begin (Desk *desk)
{
  yf_stay_awake_set_player (desk->awake, desk->session->player);
  assert_reached (desk, YF_AWAKE_NOTHING, "nobody");
  yf_player_start (desk->session->player);
  bus_settle (&desk->bus);
}

static void
test_portal (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_portal (&desk);
  serve_manager (&desk);
  serve_others (&desk);
  begin (&desk);
  assert_asked (desk.portal, PORTAL_ASKED);
  assert_reached (&desk, YF_AWAKE_PORTAL, "portal");

  /* A short pause changes nothing. */
  yf_player_pause (desk.session->player);
  yf_fake_clock_advance (desk.session->clock, 60 * S);
  yf_player_resume (desk.session->player);
  assert_asked (desk.portal, "");

  yf_player_stop (desk.session->player);
  assert_asked (desk.portal, "Close ()\n");
  assert_reached (&desk, YF_AWAKE_NOTHING, "nobody");
  assert_asked (desk.manager, "");
  assert_asked (desk.saver, "");
  assert_asked (desk.login, "");
  desk_down (&desk);
}

static void
test_portal_refuses (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_portal (&desk);
  serve_manager (&desk);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_PORTAL, "portal");

  /* It has taken the request, granted it, and thinks better of it. */
  service_emit (desk.portal, HANDLE, "org.freedesktop.portal.Request", "Response",
                g_variant_new ("(ua{sv})", 0, NULL));
  assert_reached (&desk, YF_AWAKE_PORTAL, "portal");
  service_emit (desk.portal, "/org/freedesktop/portal/desktop/request/1_1/other",
                "org.freedesktop.portal.Request", "Response", g_variant_new ("(ua{sv})", 2, NULL));
  assert_reached (&desk, YF_AWAKE_PORTAL, "portal");
  service_emit (desk.portal, HANDLE, "org.freedesktop.portal.Request", "Response",
                g_variant_new ("(ua{sv})", 2, NULL));
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  desk_down (&desk);
}

static void
test_session_manager (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_manager (&desk);
  serve_others (&desk);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  assert_asked (desk.manager, MANAGER_ASKED);
  fixture_run_to_end (desk.session);
  assert_asked (desk.manager, "Uninhibit (7,)\n");
  assert_asked (desk.saver, "");
  assert_asked (desk.login, "");
  desk_down (&desk);
}

static void
test_screen_saver_and_login (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_portal (&desk);
  serve_manager (&desk);
  serve_others (&desk);
  service_answer (desk.portal, "Inhibit", refuse_cb, NULL);
  service_answer (desk.manager, "Inhibit", refuse_cb, NULL);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_SCREEN_SAVER | YF_AWAKE_LOGIN, "screen saver, login1");
  assert_asked (desk.saver, SAVER_ASKED);
  assert_asked (desk.login, LOGIN_ASKED);
  g_assert_true (holds_login (&desk));
  yf_player_hurt (desk.session->player);
  assert_asked (desk.saver, "UnInhibit (8,)\n");
  g_assert_false (holds_login (&desk));
  assert_reached (&desk, YF_AWAKE_NOTHING, "nobody");
  desk_down (&desk);
}

/* Only one of the two. */
static void
test_login_alone (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_others (&desk);
  service_answer (desk.saver, "Inhibit", refuse_cb, NULL);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_LOGIN, "login1");
  service_answer (desk.login, "Inhibit", refuse_cb, NULL);
  desk_down (&desk);
}

static void
test_nobody (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_NOTHING, "nobody");
  fixture_run_to_end (desk.session);
  desk_down (&desk);
}

static void
test_no_bus (void)
{
  g_autoptr (YfRoutine) routine = fixture_new_routine ("five-point-support", 1, 2, 3 * S);
  g_autoptr (Fixture) session = fixture_new (routine, YF_COUNTING_PACE);
  g_autoptr (YfStayAwake) awake = yf_stay_awake_new (NULL, NULL);

  yf_stay_awake_set_player (awake, session->player);
  yf_player_start (session->player);
  g_assert_cmpint (yf_stay_awake_get_reached (awake), ==, YF_AWAKE_NOTHING);
  fixture_run_to_end (session);
}

/* A pause that is too long lets the computer sleep, and going on wakes it. */
static void
test_long_pause (gconstpointer data)
{
  YfCounting counting = (YfCounting) GPOINTER_TO_INT (data);
  Desk desk = { 0, };

  desk_up (&desk, counting);
  serve_manager (&desk);
  begin (&desk);
  g_free (service_asked (desk.manager));
  yf_fake_clock_advance (desk.session->clock, 17 * S);
  if (counting == YF_COUNTING_PACE)
    yf_player_pause (desk.session->player);
  else
    g_assert_cmpint (yf_player_get_state (desk.session->player), ==, YF_PLAYER_WAITING);

  yf_fake_clock_advance (desk.session->clock, YF_STAY_AWAKE_PAUSE - 1);
  assert_asked (desk.manager, "");
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  yf_fake_clock_advance (desk.session->clock, 1);
  assert_asked (desk.manager, "Uninhibit (7,)\n");
  assert_reached (&desk, YF_AWAKE_NOTHING, "nobody");
  yf_fake_clock_advance (desk.session->clock, 1800 * S);
  assert_asked (desk.manager, "");

  if (counting == YF_COUNTING_PACE)
    yf_player_resume (desk.session->player);
  else
    yf_player_tap (desk.session->player);
  assert_asked (desk.manager, MANAGER_ASKED);
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  desk_down (&desk);
}

static void
test_let_go (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_manager (&desk);
  begin (&desk);
  yf_player_pause (desk.session->player);
  yf_stay_awake_let_go (desk.awake);
  assert_asked (desk.manager, MANAGER_ASKED "Uninhibit (7,)\n");

  /* To skip while it is paused is not to go on. */
  yf_player_next (desk.session->player);
  yf_fake_clock_advance (desk.session->clock, 1800 * S);
  assert_asked (desk.manager, "");
  yf_player_resume (desk.session->player);
  assert_asked (desk.manager, MANAGER_ASKED);
  yf_stay_awake_set_player (desk.awake, NULL);
  assert_asked (desk.manager, "Uninhibit (7,)\n");
  desk_down (&desk);
}

/* A service that does not answer is passed over; what it grants in the end is
 * given back. */
static void
test_never_answers (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_portal (&desk);
  serve_manager (&desk);
  service_answer (desk.portal, "Inhibit", keep_cb, &desk);
  yf_stay_awake_set_timeout (desk.awake, 20);
  begin (&desk);
  while (yf_stay_awake_get_reached (desk.awake) == YF_AWAKE_NOTHING)
    g_main_context_iteration (NULL, TRUE);
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  g_assert_nonnull (desk.kept);
  assert_asked (desk.portal, PORTAL_ASKED);
  grant_handle_cb (desk.kept, NULL, NULL);
  assert_asked (desk.portal, "Close ()\n");
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  desk_down (&desk);
}

/* What comes when the session is over is given back too. */
static void
test_answers_too_late (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_manager (&desk);
  service_answer (desk.manager, "Inhibit", keep_cb, &desk);
  begin (&desk);
  assert_asked (desk.manager, MANAGER_ASKED);
  yf_player_stop (desk.session->player);
  g_clear_object (&desk.awake);
  assert_asked (desk.manager, "");
  grant_cookie_cb (desk.kept, NULL, GUINT_TO_POINTER (9));
  assert_asked (desk.manager, "Uninhibit (9,)\n");
  desk_down (&desk);
}

static void
test_service_dies (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_portal (&desk);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_PORTAL, "portal");

  serve_manager (&desk);
  g_clear_pointer (&desk.portal, service_free);
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  serve_portal (&desk);
  g_clear_pointer (&desk.manager, service_free);
  assert_reached (&desk, YF_AWAKE_PORTAL, "portal");
  g_clear_pointer (&desk.portal, service_free);
  assert_reached (&desk, YF_AWAKE_NOTHING, "nobody");
  fixture_run_to_end (desk.session);
  desk_down (&desk);
}

/* The program dies: its end of what login1 gave is closed with it, and the
 * session's services see its connection go. */
static void
test_bus_dies (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  serve_manager (&desk);
  begin (&desk);
  assert_reached (&desk, YF_AWAKE_SESSION_MANAGER, "session manager");
  g_test_dbus_stop (desk.bus.daemon);
  while (yf_stay_awake_get_reached (desk.awake) != YF_AWAKE_NOTHING)
    g_main_context_iteration (NULL, TRUE);
  fixture_run_to_end (desk.session);
  desk_down (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stay-awake/portal", test_portal);
  g_test_add_func ("/stay-awake/portal-refuses", test_portal_refuses);
  g_test_add_func ("/stay-awake/session-manager", test_session_manager);
  g_test_add_func ("/stay-awake/screen-saver-and-login", test_screen_saver_and_login);
  g_test_add_func ("/stay-awake/login-alone", test_login_alone);
  g_test_add_func ("/stay-awake/nobody", test_nobody);
  g_test_add_func ("/stay-awake/no-bus", test_no_bus);
  g_test_add_data_func ("/stay-awake/long-pause", GINT_TO_POINTER (YF_COUNTING_PACE), test_long_pause);
  g_test_add_data_func ("/stay-awake/long-wait", GINT_TO_POINTER (YF_COUNTING_TAP), test_long_pause);
  g_test_add_func ("/stay-awake/let-go", test_let_go);
  g_test_add_func ("/stay-awake/never-answers", test_never_answers);
  g_test_add_func ("/stay-awake/answers-too-late", test_answers_too_late);
  g_test_add_func ("/stay-awake/service-dies", test_service_dies);
  g_test_add_func ("/stay-awake/bus-dies", test_bus_dies);

  return g_test_run ();
}
