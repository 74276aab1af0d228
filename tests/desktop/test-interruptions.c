/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <unistd.h>

#include "bus-fixture.h"
#include "yf-interruptions.h"

/* A login1 and lock screens of our own, on one bus that is session and system
 * bus alike. */

static const char manager_xml[] =
  "<node><interface name='org.freedesktop.login1.Manager'>"
  "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='out'/></method>"
  "<method name='GetSessionByPID'><arg type='u' direction='in'/><arg type='o' direction='out'/></method>"
  "<method name='GetSession'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>"
  "</interface></node>";

static const char session_xml[] =
  "<node><interface name='org.freedesktop.login1.Session'>"
  "<property name='Id' type='s' access='read'/></interface></node>";

static const char empty_xml[] = "<node/>";

#define LOGIN   "/org/freedesktop/login1"
#define OURS    "/org/freedesktop/login1/session/_32"
#define OTHERS  "/org/freedesktop/login1/session/_39"
#define AUTO    "/org/freedesktop/login1/session/auto"
#define SESSION "org.freedesktop.login1.Session"
#define GNOME   "org.gnome.ScreenSaver"
#define FREE    "org.freedesktop.ScreenSaver"

typedef struct
{
  Bus              bus;
  YfInterruptions *interruptions;
  Service         *login;
  GString         *heard;
  int              end;        /* the other end of the last delay, or -1 */
  gboolean         hold;       /* whether the handler has more to do */
  gboolean         held_while_told;
  gboolean         no_pid;
} Desk;

static void
inhibit_cb (GDBusMethodInvocation *invocation,
            GVariant              *parameters,
            gpointer               user_data)
{
  Desk *desk = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  fds = g_unix_fd_list_new_from_array (&ends[1], 1);
  if (desk->end >= 0)
    close (desk->end);
  desk->end = ends[0];
  g_assert_true (g_unix_set_fd_nonblocking (desk->end, TRUE, NULL));
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0), fds);
}

static void
session_of_pid_cb (GDBusMethodInvocation *invocation,
                   GVariant              *parameters,
                   gpointer               user_data)
{
  Desk *desk = user_data;
  guint32 pid;

  g_variant_get (parameters, "(u)", &pid);
  g_assert_cmpuint (pid, ==, getpid ());
  if (desk->no_pid)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.login1.NoSessionForPID", "None.");
  else
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", OURS));
}

static void
session_of_id_cb (GDBusMethodInvocation *invocation,
                  GVariant              *parameters,
                  gpointer               user_data)
{
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", OURS));
}

static gboolean
delays (Desk *desk)
{
  char byte;

  return desk->end >= 0 && read (desk->end, &byte, 1) < 0;
}

static void
interrupted_cb (Desk *desk,
                int   interruption)
{
  desk->held_while_told = delays (desk);
  g_string_append (desk->heard, interruption == YF_INTERRUPTION_SLEEP ? "sleep " : "lock ");
  if (desk->hold)
    yf_interruptions_hold (desk->interruptions);
}

static void
resumed_cb (Desk *desk,
            int   interruption)
{
  g_string_append (desk->heard, interruption == YF_INTERRUPTION_SLEEP ? "awake " : "unlocked ");
}

static GVariant *
get_id_cb (GDBusConnection  *bus,
           const char       *sender,
           const char       *path,
           const char       *interface,
           const char       *property,
           GError          **error,
           gpointer          user_data)
{
  return g_variant_new_string ("2");
}

static void
serve_login (Desk *desk)
{
  static const GDBusInterfaceVTable vtable = { NULL, get_id_cb, NULL, { NULL, } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (session_xml, NULL);

  desk->login = service_new (&desk->bus, "org.freedesktop.login1", LOGIN, manager_xml);
  service_answer (desk->login, "Inhibit", inhibit_cb, desk);
  service_answer (desk->login, "GetSessionByPID", session_of_pid_cb, desk);
  service_answer (desk->login, "GetSession", session_of_id_cb, desk);
  g_assert_cmpuint (g_dbus_connection_register_object (desk->login->connection, AUTO, node->interfaces[0],
                                                       &vtable, desk, NULL, NULL), >, 0);
}

static void
desk_up (Desk *desk)
{
  desk->end = -1;
  desk->heard = g_string_new (NULL);
  bus_up (&desk->bus);
  desk->interruptions = yf_interruptions_new (desk->bus.subject, desk->bus.subject);
  g_signal_connect_swapped (desk->interruptions, "interrupted", G_CALLBACK (interrupted_cb), desk);
  g_signal_connect_swapped (desk->interruptions, "resumed", G_CALLBACK (resumed_cb), desk);
}

static void
activate (Desk *desk)
{
  yf_interruptions_set_active (desk->interruptions, TRUE);
  bus_settle (&desk->bus);
}

static void
desk_down (Desk *desk)
{
  g_clear_object (&desk->interruptions);
  bus_settle (&desk->bus);
  g_clear_pointer (&desk->login, service_free);
  if (desk->end >= 0)
    close (desk->end);
  g_string_free (desk->heard, TRUE);
  bus_down (&desk->bus);
}

static void
assert_heard (Desk       *desk,
              const char *expected)
{
  bus_settle (&desk->bus);
  g_assert_cmpstr (desk->heard->str, ==, expected);
  g_string_truncate (desk->heard, 0);
}

static void
emit_sleep (Desk     *desk,
            gboolean  asleep)
{
  service_emit (desk->login, LOGIN, "org.freedesktop.login1.Manager", "PrepareForSleep",
                g_variant_new ("(b)", asleep));
}

static void
emit_hint (Desk       *desk,
           const char *path,
           gboolean    locked)
{
  GVariantBuilder changed = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&changed, "{sv}", "LockedHint", g_variant_new_boolean (locked));
  service_emit (desk->login, path, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                g_variant_new ("(sa{sv}as)", SESSION, &changed, NULL));
}

static void
test_sleep (void)
{
  g_autofree char *asked = NULL;
  Desk desk = { 0, };

  desk_up (&desk);
  serve_login (&desk);
  activate (&desk);
  asked = service_asked (desk.login);
  g_assert_true (g_str_has_prefix (asked,
                                   "Inhibit ('sleep', 'Yanfei', 'The session under way is paused first', 'delay')\n"));
  g_assert_true (delays (&desk));
  g_assert_true (yf_interruptions_get_delays (desk.interruptions));

  /* The computer waits for the handlers, and for no more than that. */
  emit_sleep (&desk, TRUE);
  assert_heard (&desk, "sleep ");
  g_assert_true (desk.held_while_told);
  g_assert_false (delays (&desk));
  emit_sleep (&desk, TRUE);
  assert_heard (&desk, "");
  emit_sleep (&desk, FALSE);
  assert_heard (&desk, "awake ");

  /* It will the next time too. */
  g_assert_true (delays (&desk));
  emit_sleep (&desk, TRUE);
  emit_sleep (&desk, FALSE);
  assert_heard (&desk, "sleep awake ");

  /* What nothing can interrupt keeps nobody awake, and hears nothing. */
  yf_interruptions_set_active (desk.interruptions, FALSE);
  g_assert_false (delays (&desk));
  emit_sleep (&desk, TRUE);
  assert_heard (&desk, "");
  desk_down (&desk);
}

/* A handler that has something to write. */
static void
test_hold (void)
{
  Desk desk = { 0, };

  desk_up (&desk);
  serve_login (&desk);
  activate (&desk);
  desk.hold = TRUE;
  emit_sleep (&desk, TRUE);
  assert_heard (&desk, "sleep ");
  g_assert_true (delays (&desk));
  yf_interruptions_hold (desk.interruptions);
  yf_interruptions_release (desk.interruptions);
  g_assert_true (delays (&desk));
  yf_interruptions_release (desk.interruptions);
  g_assert_false (delays (&desk));
  yf_interruptions_release (desk.interruptions);

  /* It forgets to say that it is done. */
  emit_sleep (&desk, FALSE);
  emit_sleep (&desk, TRUE);
  g_assert_true (delays (&desk));
  while (yf_interruptions_get_delays (desk.interruptions))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (delays (&desk));
  desk_down (&desk);
}

static void
test_login_locks (gconstpointer data)
{
  Desk desk = { 0, };

  desk.no_pid = GPOINTER_TO_INT (data);
  desk_up (&desk);
  serve_login (&desk);
  activate (&desk);

  service_emit (desk.login, OTHERS, SESSION, "Lock", NULL);
  emit_hint (&desk, OTHERS, TRUE);
  assert_heard (&desk, "");

  /* With a lock screen that says so itself. */
  service_emit (desk.login, OURS, SESSION, "Lock", NULL);
  assert_heard (&desk, "lock ");
  emit_hint (&desk, OURS, TRUE);
  service_emit (desk.login, OURS, SESSION, "Lock", NULL);
  assert_heard (&desk, "");
  emit_hint (&desk, OTHERS, FALSE);
  assert_heard (&desk, "");
  emit_hint (&desk, OURS, FALSE);
  assert_heard (&desk, "unlocked ");

  /* With one that is told to unlock. */
  service_emit (desk.login, OURS, SESSION, "Lock", NULL);
  service_emit (desk.login, OURS, SESSION, "Unlock", NULL);
  assert_heard (&desk, "lock unlocked ");

  /* With one that never says a word. */
  service_emit (desk.login, OURS, SESSION, "Lock", NULL);
  service_emit (desk.login, OURS, SESSION, "Lock", NULL);
  assert_heard (&desk, "lock lock ");
  desk_down (&desk);
}

static void
test_lock_screens (void)
{
  Service *gnome;
  Service *other;
  Desk desk = { 0, };

  desk_up (&desk);
  gnome = service_new (&desk.bus, GNOME, "/org/gnome/ScreenSaver", empty_xml);
  other = service_new (&desk.bus, FREE, "/ScreenSaver", empty_xml);
  activate (&desk);

  /* Both at once are one lock. */
  service_emit (gnome, "/org/gnome/ScreenSaver", GNOME, "ActiveChanged", g_variant_new ("(b)", TRUE));
  assert_heard (&desk, "lock ");
  service_emit (other, "/ScreenSaver", FREE, "ActiveChanged", g_variant_new ("(b)", TRUE));
  service_emit (gnome, "/org/gnome/ScreenSaver", GNOME, "ActiveChanged", g_variant_new ("(b)", FALSE));
  assert_heard (&desk, "");
  service_emit (other, "/ScreenSaver", FREE, "ActiveChanged", g_variant_new ("(b)", FALSE));
  assert_heard (&desk, "unlocked ");

  /* Nonsense, and somebody who is no lock screen. */
  service_emit (gnome, "/org/gnome/ScreenSaver", GNOME, "ActiveChanged", g_variant_new ("(s)", "yes"));
  service_emit (gnome, "/ScreenSaver", FREE, "ActiveChanged", g_variant_new ("(b)", TRUE));
  assert_heard (&desk, "");

  /* A lock screen that dies locks no more. */
  service_emit (other, "/ScreenSaver", FREE, "ActiveChanged", g_variant_new ("(b)", TRUE));
  assert_heard (&desk, "lock ");
  service_free (other);
  assert_heard (&desk, "unlocked ");
  service_free (gnome);
  assert_heard (&desk, "");
  desk_down (&desk);
}

/* login1 restarts in mid-session. */
static void
test_login_dies (void)
{
  Desk desk = { 0, };

  desk_up (&desk);
  serve_login (&desk);
  activate (&desk);
  g_clear_pointer (&desk.login, service_free);
  assert_heard (&desk, "");
  serve_login (&desk);
  bus_settle (&desk.bus);
  g_assert_true (delays (&desk));
  emit_sleep (&desk, TRUE);
  service_emit (desk.login, OURS, SESSION, "Lock", NULL);
  assert_heard (&desk, "sleep lock ");
  desk_down (&desk);
}

static GDBusMethodInvocation *unanswered;

static void
keep_cb (GDBusMethodInvocation *invocation,
         GVariant              *parameters,
         gpointer               user_data)
{
  g_clear_object (&unanswered);
  unanswered = g_object_ref (invocation);
}

/* Sleep is heard of even if it cannot be put off; and nothing comes of an
 * answer when nobody listens any more. */
static void
test_login_never_answers (void)
{
  Desk desk = { 0, };

  desk_up (&desk);
  serve_login (&desk);
  service_answer (desk.login, "Inhibit", keep_cb, &desk);
  activate (&desk);
  g_assert_nonnull (unanswered);
  g_assert_false (yf_interruptions_get_delays (desk.interruptions));
  emit_sleep (&desk, TRUE);
  assert_heard (&desk, "sleep ");
  g_clear_object (&desk.interruptions);
  inhibit_cb (unanswered, NULL, &desk);
  bus_settle (&desk.bus);
  g_assert_false (delays (&desk));
  g_clear_object (&unanswered);
  desk_down (&desk);
}

static void
test_no_bus (void)
{
  g_autoptr (YfInterruptions) interruptions = yf_interruptions_new (NULL, NULL);

  yf_interruptions_set_active (interruptions, TRUE);
  g_assert_true (yf_interruptions_get_active (interruptions));
  yf_interruptions_hold (interruptions);
  yf_interruptions_release (interruptions);
  g_assert_false (yf_interruptions_get_delays (interruptions));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/interruptions/sleep", test_sleep);
  g_test_add_func ("/interruptions/hold", test_hold);
  g_test_add_data_func ("/interruptions/login-locks", GINT_TO_POINTER (FALSE), test_login_locks);
  g_test_add_data_func ("/interruptions/login-locks/session-unknown", GINT_TO_POINTER (TRUE), test_login_locks);
  g_test_add_func ("/interruptions/lock-screens", test_lock_screens);
  g_test_add_func ("/interruptions/login-dies", test_login_dies);
  g_test_add_func ("/interruptions/login-never-answers", test_login_never_answers);
  g_test_add_func ("/interruptions/no-bus", test_no_bus);

  return g_test_run ();
}
