/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mpris-fixture.h"

#define S YF_SECOND

static void
heard_cb (GDBusConnection *bus,
          const char      *sender,
          const char      *path,
          const char      *interface,
          const char      *signal,
          GVariant        *parameters,
          gpointer         user_data)
{
  Desk *desk = user_data;
  g_autoptr (GVariant) changed = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;

  if (g_str_equal (signal, "Seeked"))
    {
      gint64 position;

      g_variant_get (parameters, "(x)", &position);
      g_string_append_printf (desk->heard, "seeked %g\n", position / (double) S);
      return;
    }

  g_assert_cmpstr (signal, ==, "PropertiesChanged");
  changed = g_variant_get_child_value (parameters, 1);
  g_variant_iter_init (&iter, changed);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    {
      const char *title;
      const char *track;

      if (line->len > 0)
        g_string_append (line, "; ");
      g_assert_cmpstr (name, !=, "Position");
      if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
        g_string_append_printf (line, "%s%s", g_variant_get_boolean (value) ? "" : "no ", name);
      else if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_string_append (line, g_variant_get_string (value, NULL));
      else if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
        g_string_append_printf (line, "%s %g", name, g_variant_get_double (value));
      else if (g_variant_lookup (value, "xesam:title", "&s", &title) &&
               g_variant_lookup (value, "mpris:trackid", "&o", &track))
        g_string_append_printf (line, "%s: %s", strrchr (track, '/') + 1, title);
      else
        g_string_append (line, "no track");
    }
  g_string_append_printf (desk->heard, "%s\n", line->str);
}

YfRoutine *
desk_new_routine (void)
{
  g_autoptr (YfExercise) second = fixture_new_exercise ("second", "prone", TRUE);
  YfRoutineItem items[] = {
    { yf_catalogue_find_exercise (fixture_get_catalogue (), "five-point-support"), { 2, 2, 3 * S } },
    { second, { 2, 1, 4 * S } },
  };

  return yf_routine_new (items, G_N_ELEMENTS (items));
}

void
desk_up (Desk       *desk,
         YfCounting  counting)
{
  g_autoptr (YfRoutine) routine = desk_new_routine ();

  bus_up (&desk->bus);
  desk->heard = g_string_new (NULL);
  desk->session = fixture_new (routine, counting);
  desk->mpris = yf_mpris_new (desk->bus.subject);
  g_dbus_connection_signal_subscribe (desk->bus.other,
                                      g_dbus_connection_get_unique_name (desk->bus.subject), NULL, NULL, PATH, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, heard_cb, desk, NULL);
  yf_mpris_set_player (desk->mpris, desk->session->player);
  bus_settle (&desk->bus);
  g_assert_cmpstr (yf_mpris_get_name (desk->mpris), ==, NAME);
  g_string_truncate (desk->heard, 0);
}

void
desk_down (Desk *desk)
{
  g_clear_object (&desk->mpris);
  bus_settle (&desk->bus);
  fixture_free (desk->session);
  g_string_free (desk->heard, TRUE);
  bus_down (&desk->bus);
}

char *
desk_hear (Desk *desk)
{
  char *heard;

  bus_settle (&desk->bus);
  heard = g_strdup (desk->heard->str);
  g_string_truncate (desk->heard, 0);

  return heard;
}

/* Checks what was heard since the last time, and forgets it. */
void
desk_assert_heard (Desk       *desk,
                   const char *expected)
{
  g_autofree char *heard = desk_hear (desk);

  g_assert_cmpstr (heard, ==, expected);
}

void
desk_start (Desk *desk)
{
  yf_player_start (desk->session->player);
  bus_settle (&desk->bus);
  g_string_truncate (desk->heard, 0);
}

void
desk_advance (Desk   *desk,
              double  seconds)
{
  yf_fake_clock_advance (desk->session->clock, (gint64) (seconds * S));
}

YfPlayerState
desk_get_state (Desk *desk)
{
  return yf_player_get_state (desk->session->player);
}

void
desk_call (Desk       *desk,
           const char *interface,
           const char *method,
           GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = bus_call (&desk->bus, NAME, PATH, interface, method, parameters, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reply);
}

void
desk_press (Desk       *desk,
            const char *method)
{
  desk_call (desk, PLAYER, method, NULL);
}

GVariant *
desk_get (Desk       *desk,
          const char *interface,
          const char *property)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  GVariant *value;

  reply = bus_call (&desk->bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Get",
                    g_variant_new ("(ss)", interface, property), &error);
  g_assert_no_error (error);
  g_variant_get (reply, "(v)", &value);

  return value;
}

void
desk_assert_property (Desk       *desk,
                      const char *interface,
                      const char *property,
                      const char *expected)
{
  g_autoptr (GVariant) value = desk_get (desk, interface, property);
  g_autofree char *text = g_variant_print (value, TRUE);

  g_assert_cmpstr (text, ==, expected);
}

GError *
desk_set (Desk       *desk,
          const char *property,
          GVariant   *value)
{
  g_autoptr (GVariant) reply = NULL;
  GError *error = NULL;

  reply = bus_call (&desk->bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Set",
                    g_variant_new ("(ssv)", PLAYER, property, value), &error);

  return error;
}
