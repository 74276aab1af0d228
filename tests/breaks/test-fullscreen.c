/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>
#include <xcb/xcb.h>

#include "yf-fullscreen.h"

/* On a display of its own, on which this plays the window manager. */

typedef struct
{
  xcb_connection_t *connection;
  xcb_window_t      root;
  xcb_window_t      window;
} Fixture;

static xcb_atom_t
intern (Fixture    *f,
        const char *name)
{
  xcb_intern_atom_reply_t *reply =
    xcb_intern_atom_reply (f->connection,
                           xcb_intern_atom (f->connection, FALSE, (uint16_t) strlen (name), name), NULL);
  xcb_atom_t atom;

  g_assert_nonnull (reply);
  atom = reply->atom;
  free (reply);

  return atom;
}

static void
set (Fixture        *f,
     xcb_window_t    window,
     const char     *property,
     xcb_atom_t      type,
     guint           n_values,
     const uint32_t *values)
{
  xcb_generic_error_t *error =
    xcb_request_check (f->connection,
                       xcb_change_property_checked (f->connection, XCB_PROP_MODE_REPLACE, window,
                                                    intern (f, property), type, 32, n_values, values));

  g_assert_null (error);
}

static void
activate (Fixture      *f,
          xcb_window_t  window)
{
  set (f, f->root, "_NET_ACTIVE_WINDOW", XCB_ATOM_WINDOW, 1, &window);
}

static void
test_fullscreen (void)
{
  Fixture f = { NULL };
  xcb_screen_t *screen;
  uint32_t states[3];
  xcb_window_t gone;

  f.connection = xcb_connect (NULL, NULL);
  g_assert_cmpint (xcb_connection_has_error (f.connection), ==, 0);
  screen = xcb_setup_roots_iterator (xcb_get_setup (f.connection)).data;
  f.root = screen->root;
  f.window = xcb_generate_id (f.connection);
  xcb_create_window (f.connection, XCB_COPY_FROM_PARENT, f.window, f.root, 0, 0, 10, 10, 0,
                     XCB_WINDOW_CLASS_INPUT_OUTPUT, screen->root_visual, 0, NULL);

  /* Nobody manages windows, or none is active. */
  g_assert_false (yf_fullscreen_is_shown ());
  activate (&f, XCB_WINDOW_NONE);
  g_assert_false (yf_fullscreen_is_shown ());

  activate (&f, f.window);
  g_assert_false (yf_fullscreen_is_shown ());
  states[0] = intern (&f, "_NET_WM_STATE_ABOVE");
  states[1] = intern (&f, "_NET_WM_STATE_MAXIMIZED_VERT");
  states[2] = intern (&f, "_NET_WM_STATE_FULLSCREEN");
  set (&f, f.window, "_NET_WM_STATE", XCB_ATOM_ATOM, 2, states);
  g_assert_false (yf_fullscreen_is_shown ());
  set (&f, f.window, "_NET_WM_STATE", XCB_ATOM_ATOM, 3, states);
  g_assert_true (yf_fullscreen_is_shown ());

  /* Another one is active, or one that is gone. */
  activate (&f, f.root);
  g_assert_false (yf_fullscreen_is_shown ());
  activate (&f, f.window);
  g_assert_true (yf_fullscreen_is_shown ());
  gone = xcb_generate_id (f.connection);
  activate (&f, gone);
  g_assert_false (yf_fullscreen_is_shown ());

  xcb_disconnect (f.connection);
}

static void
test_no_display (void)
{
  g_autofree char *display = g_strdup (g_getenv ("DISPLAY"));

  g_unsetenv ("DISPLAY");
  g_assert_false (yf_fullscreen_is_shown ());
  g_setenv ("DISPLAY", ":65000", TRUE);
  g_assert_false (yf_fullscreen_is_shown ());
  g_setenv ("DISPLAY", display, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fullscreen/windows", test_fullscreen);
  g_test_add_func ("/fullscreen/no-display", test_no_display);

  return g_test_run ();
}
