/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bus-fixture.h"

#include <glib/gstdio.h>

#include "yf-autostart.h"
#include "yf-portal.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static const char background[] =
  "<node><interface name='org.freedesktop.portal.Background'>"
  "  <method name='RequestBackground'>"
  "    <arg type='s' direction='in'/><arg type='a{sv}' direction='in'/><arg type='o' direction='out'/>"
  "  </method>"
  "</interface></node>";

/* One that can do other things. */
static const char other[] =
  "<node><interface name='org.freedesktop.portal.Email'><method name='Nothing'/></interface></node>";

static const char * const command[] = { "/opt/my programs/yanfei", "--gapplication-service", NULL };

typedef struct
{
  Bus      bus;
  Service *portal;
  char    *folder;
  char    *autostart;
  char    *entry;
  guint32  response;
  gboolean granted;
  gboolean asked_for;    /* what it was last asked: whether to start */
  char   **commandline;
} Fixture;

static void
request_cb (GDBusMethodInvocation *invocation,
            GVariant              *parameters,
            gpointer               user_data)
{
  Fixture *self = user_data;
  g_autofree char *name = g_strdup (g_dbus_method_invocation_get_sender (invocation) + 1);
  g_autofree char *request = NULL;
  g_autoptr (GVariant) options = NULL;
  GVariantBuilder results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  const char *token, *reason;
  gboolean activatable = TRUE;

  g_variant_get (parameters, "(&s@a{sv})", NULL, &options);
  g_assert_true (g_variant_lookup (options, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (options, "reason", "&s", &reason));
  g_assert_cmpstr (reason, !=, "");
  g_assert_true (g_variant_lookup (options, "autostart", "b", &self->asked_for));
  g_assert_true (g_variant_lookup (options, "dbus-activatable", "b", &activatable));
  g_assert_false (activatable);
  g_clear_pointer (&self->commandline, g_strfreev);
  g_assert_true (g_variant_lookup (options, "commandline", "^as", &self->commandline));

  g_strdelimit (name, ".", '_');
  request = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_variant_builder_add (&results, "{sv}", "background", g_variant_new_boolean (TRUE));
  g_variant_builder_add (&results, "{sv}", "autostart", g_variant_new_boolean (self->granted && self->asked_for));
  g_dbus_connection_emit_signal (self->portal->connection, NULL, request, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(ua{sv})", self->response, &results), NULL);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  bus_up (&self->bus);
  self->folder = g_dir_make_tmp ("yf-autostart-XXXXXX", &error);
  g_assert_no_error (error);
  self->autostart = g_build_filename (self->folder, "config", "autostart", NULL);
  self->entry = g_build_filename (self->autostart, YF_APP_ID ".desktop", NULL);
  self->granted = TRUE;
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *config = g_path_get_dirname (self->autostart);

  g_clear_pointer (&self->portal, service_free);
  g_unlink (self->entry);
  g_rmdir (self->autostart);
  g_rmdir (config);
  g_unlink (config);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->autostart);
  g_free (self->entry);
  g_strfreev (self->commandline);
  bus_down (&self->bus);
}

static void
open_portal (Fixture    *self,
             const char *xml)
{
  self->portal = service_new (&self->bus, PORTAL_NAME, PORTAL_PATH, xml);
  service_answer (self->portal, "RequestBackground", request_cb, self);
}

static gboolean
set (Fixture             *self,
     const char * const  *line,
     gboolean             known,
     gboolean             enabled,
     GError             **error)
{
  g_autoptr (YfAutostart) autostart = yf_autostart_new (self->bus.subject, self->autostart, line, known);
  g_autoptr (GAsyncResult) result = NULL;

  yf_autostart_set_async (autostart, enabled, NULL, bus_result_cb, &result);

  return yf_autostart_set_finish (autostart, bus_wait (&result), error);
}

static void
assert_set (Fixture  *self,
            gboolean  known,
            gboolean  enabled)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (set (self, command, known, enabled, &error));
  g_assert_no_error (error);
}

static gboolean
has_entry (Fixture *self)
{
  return g_file_test (self->entry, G_FILE_TEST_EXISTS);
}

/* The portal does it, and is told what to start. */
static void
test_portal (Fixture       *self,
             gconstpointer  data)
{
  open_portal (self, background);
  assert_set (self, TRUE, TRUE);
  g_assert_true (self->asked_for);
  g_assert_cmpuint (g_strv_length (self->commandline), ==, 2);
  g_assert_cmpstr (self->commandline[0], ==, command[0]);
  g_assert_cmpstr (self->commandline[1], ==, command[1]);
  g_assert_false (has_entry (self));

  assert_set (self, TRUE, FALSE);
  g_assert_false (self->asked_for);
}

/* The person said no. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  open_portal (self, background);
  self->granted = FALSE;
  g_assert_false (set (self, command, TRUE, TRUE, &error));
  g_assert_error (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED);
  g_assert_false (has_entry (self));

  g_clear_error (&error);
  self->response = 1;
  g_assert_false (set (self, command, TRUE, TRUE, &error));
  g_assert_error (error, YF_PORTAL_ERROR, YF_PORTAL_ERROR_DISMISSED);
  g_assert_false (has_entry (self));
}

/* No portal, one that cannot, or none that would know who is asking. */
static void
test_entry (Fixture       *self,
            gconstpointer  data)
{
  assert_set (self, TRUE, TRUE);
  g_assert_true (has_entry (self));
  assert_set (self, TRUE, FALSE);
  g_assert_false (has_entry (self));
  assert_set (self, TRUE, FALSE);

  open_portal (self, other);
  assert_set (self, TRUE, TRUE);
  g_assert_true (has_entry (self));
  assert_set (self, TRUE, FALSE);
  g_assert_false (has_entry (self));
  g_clear_pointer (&self->portal, service_free);

  open_portal (self, background);
  assert_set (self, FALSE, TRUE);
  g_assert_true (has_entry (self));
  g_assert_null (self->commandline);

  /* What stayed from before would start it in spite of the portal. */
  assert_set (self, TRUE, FALSE);
  g_assert_false (has_entry (self));
}

static void
test_command (Fixture       *self,
              gconstpointer  data)
{
  const char * const line[] = { "env", "A=50% \"of\" $B", "/a\\b `c`", NULL };
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *exec = NULL;
  g_autofree char *type = NULL;

  g_assert_true (set (self, line, FALSE, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (g_key_file_load_from_file (file, self->entry, G_KEY_FILE_NONE, &error));
  g_assert_no_error (error);
  type = g_key_file_get_string (file, "Desktop Entry", "Type", &error);
  g_assert_cmpstr (type, ==, "Application");
  exec = g_key_file_get_string (file, "Desktop Entry", "Exec", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (exec, ==, "\"env\" \"A=50%% \\\"of\\\" \\$B\" \"/a\\\\b \\`c\\`\"");
}

/* A file where the folder would be. */
static void
test_blocked (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *config = g_path_get_dirname (self->autostart);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (config, "", 0, &error));
  g_assert_no_error (error);
  g_assert_false (set (self, command, FALSE, TRUE, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *self, gconstpointer data);
  } tests[] = {
    { "/autostart/portal", test_portal },
    { "/autostart/refused", test_refused },
    { "/autostart/entry", test_entry },
    { "/autostart/command", test_command },
    { "/autostart/blocked", test_blocked },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);

  return g_test_run ();
}
