/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-fullscreen.h"

#include <stdlib.h>
#include <string.h>
#include <xcb/xcb.h>

/* Atoms and windows both. */
#define MOST_VALUES 64

static xcb_atom_t
find_atom (xcb_connection_t *connection,
           const char       *name)
{
  xcb_intern_atom_cookie_t cookie = xcb_intern_atom (connection, TRUE, (uint16_t) strlen (name), name);
  xcb_intern_atom_reply_t *reply = xcb_intern_atom_reply (connection, cookie, NULL);
  xcb_atom_t atom = reply != NULL ? reply->atom : XCB_ATOM_NONE;

  free (reply);

  return atom;
}

/* Returns: how many values a property has that are copied, at most MOST_VALUES */
static guint
read_property (xcb_connection_t *connection,
               xcb_window_t      window,
               const char       *name,
               uint32_t         *values)
{
  xcb_atom_t property = find_atom (connection, name);
  xcb_get_property_reply_t *reply;
  guint n_values = 0;

  if (property == XCB_ATOM_NONE)
    return 0;

  reply = xcb_get_property_reply (connection,
                                  xcb_get_property (connection, FALSE, window, property,
                                                    XCB_GET_PROPERTY_TYPE_ANY, 0, MOST_VALUES),
                                  NULL);
  if (reply != NULL && reply->format == 32)
    {
      n_values = MIN ((guint) xcb_get_property_value_length (reply) / sizeof *values, MOST_VALUES);
      memcpy (values, xcb_get_property_value (reply), n_values * sizeof *values);
    }
  free (reply);

  return n_values;
}

static gboolean
look (xcb_connection_t *connection,
      xcb_window_t      root)
{
  uint32_t active[MOST_VALUES], states[MOST_VALUES];
  xcb_atom_t fullscreen;
  guint n_states;

  if (read_property (connection, root, "_NET_ACTIVE_WINDOW", active) == 0 || active[0] == XCB_WINDOW_NONE)
    return FALSE;

  fullscreen = find_atom (connection, "_NET_WM_STATE_FULLSCREEN");
  n_states = read_property (connection, active[0], "_NET_WM_STATE", states);
  for (guint i = 0; i < n_states; i++)
    if (fullscreen != XCB_ATOM_NONE && states[i] == fullscreen)
      return TRUE;

  return FALSE;
}

/**
 * yf_fullscreen_is_shown:
 *
 * Asks the X server, where there is one, whether the window that the person looks at fills
 * the screen, as the Extended Window Manager Hints have it. Under Wayland nobody may ask
 * that; what fills the screen there mostly keeps it on too.
 *
 * Returns: whether it does
 */
gboolean
yf_fullscreen_is_shown (void)
{
  xcb_connection_t *connection;
  xcb_screen_iterator_t screens;
  gboolean shown = FALSE;
  int number = 0;

  if (g_getenv ("DISPLAY") == NULL)
    return FALSE;

  connection = xcb_connect (NULL, &number);
  if (xcb_connection_has_error (connection) == 0)
    {
      screens = xcb_setup_roots_iterator (xcb_get_setup (connection));
      for (; screens.rem > 0 && number > 0; number--)
        xcb_screen_next (&screens);
      if (screens.rem > 0)
        shown = look (connection, screens.data->root);
    }
  xcb_disconnect (connection);

  return shown;
}
