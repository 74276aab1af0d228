/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "bus-fixture.h"
#include "session-fixture.h"
#include "yf-mpris.h"

#define S YF_SECOND

#define NAME   "org.mpris.MediaPlayer2.yanfei"
#define PATH   "/org/mpris/MediaPlayer2"
#define ROOT   "org.mpris.MediaPlayer2"
#define PLAYER "org.mpris.MediaPlayer2.Player"

/* A session of two exercises on the fake clock, and what another program on
 * the bus hears of it. */
typedef struct
{
  Bus      bus;
  Fixture *session;
  YfMpris *mpris;
  GString *heard;    /* one line a change */
  guint    n_raised;
  guint    n_quit;
} Desk;

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

static void
raise_cb (Desk *desk)
{
  desk->n_raised++;
}

static void
quit_cb (Desk *desk)
{
  desk->n_quit++;
}

static YfRoutine *
new_routine (void)
{
  g_autoptr (YfExercise) second = fixture_new_exercise ("second", "prone", TRUE);
  YfRoutineItem items[] = {
    { yf_catalogue_find_exercise (fixture_get_catalogue (), "five-point-support"), { 2, 2, 3 * S } },
    { second, { 2, 1, 4 * S } },
  };

  return yf_routine_new (items, G_N_ELEMENTS (items));
}

static void
desk_up (Desk       *desk,
         YfCounting  counting)
{
  g_autoptr (YfRoutine) routine = new_routine ();

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

static void
desk_down (Desk *desk)
{
  g_clear_object (&desk->mpris);
  bus_settle (&desk->bus);
  fixture_free (desk->session);
  g_string_free (desk->heard, TRUE);
  bus_down (&desk->bus);
}

static char *
hear (Desk *desk)
{
  char *heard;

  bus_settle (&desk->bus);
  heard = g_strdup (desk->heard->str);
  g_string_truncate (desk->heard, 0);

  return heard;
}

/* Checks what was heard since the last time, and forgets it. */
static void
assert_heard (Desk       *desk,
              const char *expected)
{
  g_autofree char *heard = hear (desk);

  g_assert_cmpstr (heard, ==, expected);
}

static void
start (Desk *desk)
{
  yf_player_start (desk->session->player);
  bus_settle (&desk->bus);
  g_string_truncate (desk->heard, 0);
}

static void
advance (Desk   *desk,
         double  seconds)
{
  yf_fake_clock_advance (desk->session->clock, (gint64) (seconds * S));
}

static YfPlayerState
get_state (Desk *desk)
{
  return yf_player_get_state (desk->session->player);
}

static void
call (Desk       *desk,
      const char *interface,
      const char *method,
      GVariant   *parameters)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = bus_call (&desk->bus, NAME, PATH, interface, method, parameters, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reply);
}

static void
press (Desk       *desk,
       const char *method)
{
  call (desk, PLAYER, method, NULL);
}

static GVariant *
get (Desk       *desk,
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

static void
assert_property (Desk       *desk,
                 const char *interface,
                 const char *property,
                 const char *expected)
{
  g_autoptr (GVariant) value = get (desk, interface, property);
  g_autofree char *text = g_variant_print (value, TRUE);

  g_assert_cmpstr (text, ==, expected);
}

static GError *
set (Desk       *desk,
     const char *property,
     GVariant   *value)
{
  g_autoptr (GVariant) reply = NULL;
  GError *error = NULL;

  reply = bus_call (&desk->bus, NAME, PATH, "org.freedesktop.DBus.Properties", "Set",
                    g_variant_new ("(ssv)", PLAYER, property, value), &error);

  return error;
}

/* Every property there is, of a session that has not begun. */
static void
test_properties (void)
{
  static const struct
  {
    const char *interface;
    const char *property;
    const char *value;
  } properties[] = {
    { ROOT, "CanQuit", "false" },
    { ROOT, "CanRaise", "false" },
    { ROOT, "HasTrackList", "false" },
    { ROOT, "Identity", "'Yanfei'" },
    { ROOT, "DesktopEntry", "'io.github.yanfei.Yanfei'" },
    { ROOT, "SupportedUriSchemes", "@as []" },
    { ROOT, "SupportedMimeTypes", "@as []" },
    { PLAYER, "PlaybackStatus", "'Stopped'" },
    { PLAYER, "Rate", "1.0" },
    { PLAYER, "MinimumRate", "1.0" },
    { PLAYER, "MaximumRate", "1.0" },
    { PLAYER, "Volume", "1.0" },
    { PLAYER, "Position", "int64 0" },
    { PLAYER, "CanGoNext", "false" },
    { PLAYER, "CanGoPrevious", "false" },
    { PLAYER, "CanPlay", "false" },
    { PLAYER, "CanPause", "false" },
    { PLAYER, "CanSeek", "false" },
    { PLAYER, "CanControl", "true" },
    { PLAYER, "Metadata",
      "{'mpris:trackid': <objectpath '/io/github/yanfei/Yanfei/session1/segment0'>, "
      "'mpris:length': <int64 144000000>, 'xesam:title': <'Five-point support, get ready'>, "
      "'xesam:artist': <['Yanfei']>}" },
  };
  guint n_properties = 0;
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  for (gsize i = 0; i < G_N_ELEMENTS (properties); i++)
    assert_property (&desk, properties[i].interface, properties[i].property, properties[i].value);

  /* And no others. */
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GVariant) reply = NULL;
      g_autoptr (GVariant) all = NULL;

      reply = bus_call (&desk.bus, NAME, PATH, "org.freedesktop.DBus.Properties", "GetAll",
                        g_variant_new ("(s)", i == 0 ? ROOT : PLAYER), &error);
      g_assert_no_error (error);
      all = g_variant_get_child_value (reply, 0);
      n_properties += g_variant_n_children (all);
    }
  g_assert_cmpuint (n_properties, ==, G_N_ELEMENTS (properties));

  g_signal_connect_swapped (desk.mpris, "raise", G_CALLBACK (raise_cb), &desk);
  assert_property (&desk, ROOT, "CanRaise", "true");
  assert_property (&desk, ROOT, "CanQuit", "false");
  g_signal_connect_swapped (desk.mpris, "quit", G_CALLBACK (quit_cb), &desk);
  assert_property (&desk, ROOT, "CanQuit", "true");
  call (&desk, ROOT, "Raise", NULL);
  g_assert_cmpuint (desk.n_raised, ==, 1);
  g_assert_cmpuint (desk.n_quit, ==, 0);
  call (&desk, ROOT, "Quit", NULL);
  g_assert_cmpuint (desk.n_raised, ==, 1);
  g_assert_cmpuint (desk.n_quit, ==, 1);
  assert_heard (&desk, "");
  desk_down (&desk);
}

/* What is heard of a whole session, at every moment at which something
 * happens. */
static void
test_changes (void)
{
  static const char expected[] =
    "0 Playing; CanGoNext; CanGoPrevious; CanPlay; CanPause\n"
    "10 segment1: Five-point support, set 1 of 2, repetition 1 of 2\n"
    "19 segment5: Five-point support, set 1 of 2, repetition 2 of 2\n"
    "26 segment8: Five-point support, rest after set 1 of 2\n"
    "56 segment9: Five-point support, set 2 of 2, repetition 1 of 2\n"
    "65 segment13: Five-point support, set 2 of 2, repetition 2 of 2\n"
    "72 segment16: N is next, roll over\n"
    "87 segment17: N, get ready for the left side\n"
    "92 segment18: N, left side, set 1 of 2, repetition 1 of 1\n"
    "99 segment21: N, left side, rest after set 1 of 2\n"
    "106 segment22: N, left side, set 2 of 2, repetition 1 of 1\n"
    "113 segment25: N, change to the right side\n"
    "123 segment26: N, right side, set 1 of 2, repetition 1 of 1\n"
    "130 segment29: N, right side, rest after set 1 of 2\n"
    "137 segment30: N, right side, set 2 of 2, repetition 1 of 1\n"
    "144 Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\n";
  g_autoptr (GString) all = g_string_new (NULL);
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  yf_player_start (desk.session->player);
  do
    {
      g_autofree char *heard = hear (&desk);
      gint64 position = yf_player_get_position (desk.session->player);
      g_autofree char *value = g_strdup_printf ("int64 %" G_GINT64_FORMAT, position);

      assert_property (&desk, PLAYER, "Position", position == 0 ? "int64 0" : value);
      if (*heard != '\0')
        g_string_append_printf (all, "%g %s", position / (double) S, heard);
    }
  while (yf_fake_clock_step (desk.session->clock));
  {
    g_autofree char *heard = hear (&desk);

    if (*heard != '\0')
      g_string_append_printf (all, "%g %s", yf_player_get_position (desk.session->player) / (double) S, heard);
  }
  g_assert_cmpstr (all->str, ==, expected);

  /* It stays to be asked what it was, and then leaves. */
  assert_property (&desk, PLAYER, "PlaybackStatus", "'Stopped'");
  yf_mpris_set_player (desk.mpris, NULL);
  assert_heard (&desk, "no track\n");
  g_assert_null (yf_mpris_get_name (desk.mpris));
  g_assert_false (bus_has_name (&desk.bus, NAME));
  desk_down (&desk);
}

/* What is done between two turns of the main loop is told once. */
static void
test_coalesced (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 30);
  assert_heard (&desk, "segment8: Five-point support, rest after set 1 of 2\n");
  yf_player_pause (desk.session->player);
  yf_player_resume (desk.session->player);
  assert_heard (&desk, "");
  yf_mpris_set_volume (desk.mpris, 0.5);
  yf_mpris_set_volume (desk.mpris, 1);
  assert_heard (&desk, "");
  desk_down (&desk);
}

/* The person wants more of it, then less than was done of it already. */
static void
test_adjusted (void)
{
  const YfPace pace = { 0, };
  YfDose dose = { 2, 3, 3 * S };
  g_autoptr (GError) error = NULL;
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 20);
  g_free (hear (&desk));
  g_assert_true (yf_player_adjust (desk.session->player, 0, &dose, &pace, &error));
  g_assert_no_error (error);
  assert_heard (&desk, "segment5: Five-point support, set 1 of 2, repetition 2 of 3\n");
  {
    g_autoptr (GVariant) metadata = get (&desk, PLAYER, "Metadata");
    gint64 length;

    g_assert_true (g_variant_lookup (metadata, "mpris:length", "x", &length));
    g_assert_cmpint (length, ==, yf_timeline_get_length (yf_player_get_timeline (desk.session->player)));
    g_assert_cmpint (length, ==, (144 + 2 * 9) * S);
  }

  dose.sets = 1;
  dose.reps = 1;
  g_assert_true (yf_player_adjust (desk.session->player, 0, &dose, &pace, &error));
  g_assert_no_error (error);
  assert_heard (&desk, "segment5: Five-point support, set 1 of 1, repetition 2 of 2\n");
  desk_down (&desk);
}

typedef struct
{
  const char    *method;
  YfPlayerState  before;
  YfPlayerState  after;
  const char    *heard;
} Method;

/* In the first hold of a session, unless it has not begun. */
static const Method methods[] = {
  { "Play", YF_PLAYER_READY, YF_PLAYER_READY, "" },
  { "Pause", YF_PLAYER_READY, YF_PLAYER_READY, "" },
  { "PlayPause", YF_PLAYER_READY, YF_PLAYER_READY, "" },
  { "Next", YF_PLAYER_READY, YF_PLAYER_READY, "" },
  { "Previous", YF_PLAYER_READY, YF_PLAYER_READY, "" },
  { "Stop", YF_PLAYER_READY, YF_PLAYER_READY, "" },
  { "Play", YF_PLAYER_RUNNING, YF_PLAYER_RUNNING, "" },
  { "Pause", YF_PLAYER_RUNNING, YF_PLAYER_PAUSED, "Paused\n" },
  { "PlayPause", YF_PLAYER_RUNNING, YF_PLAYER_PAUSED, "Paused\n" },
  { "Next", YF_PLAYER_RUNNING, YF_PLAYER_RUNNING,
    "segment8: Five-point support, rest after set 1 of 2\nseeked 26\n" },
  { "Previous", YF_PLAYER_RUNNING, YF_PLAYER_HURT,
    "Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\n" },
  { "Stop", YF_PLAYER_RUNNING, YF_PLAYER_STOPPED,
    "Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\n" },
  { "Play", YF_PLAYER_PAUSED, YF_PLAYER_RUNNING, "Playing\n" },
  { "Pause", YF_PLAYER_PAUSED, YF_PLAYER_PAUSED, "" },
  { "PlayPause", YF_PLAYER_PAUSED, YF_PLAYER_RUNNING, "Playing\n" },
  { "Next", YF_PLAYER_PAUSED, YF_PLAYER_PAUSED,
    "segment8: Five-point support, rest after set 1 of 2\nseeked 26\n" },
  { "Previous", YF_PLAYER_PAUSED, YF_PLAYER_HURT,
    "Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\n" },
  { "Stop", YF_PLAYER_PAUSED, YF_PLAYER_STOPPED,
    "Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\n" },
  { "Play", YF_PLAYER_STOPPED, YF_PLAYER_STOPPED, "" },
  { "PlayPause", YF_PLAYER_STOPPED, YF_PLAYER_STOPPED, "" },
  { "Next", YF_PLAYER_STOPPED, YF_PLAYER_STOPPED, "" },
  { "Previous", YF_PLAYER_STOPPED, YF_PLAYER_STOPPED, "" },
};

static void
test_method (gconstpointer data)
{
  const Method *method = data;
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  if (method->before != YF_PLAYER_READY)
    {
      start (&desk);
      advance (&desk, 13);
    }
  if (method->before == YF_PLAYER_PAUSED)
    yf_player_pause (desk.session->player);
  if (method->before == YF_PLAYER_STOPPED)
    yf_player_stop (desk.session->player);
  g_assert_cmpint (get_state (&desk), ==, method->before);
  g_free (hear (&desk));

  press (&desk, method->method);
  g_assert_cmpint (get_state (&desk), ==, method->after);
  assert_heard (&desk, method->heard);
  desk_down (&desk);
}

/* What a player must have and a session has not. */
static void
test_no_seeking (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply = NULL;
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 13);
  g_free (hear (&desk));
  call (&desk, PLAYER, "Seek", g_variant_new ("(x)", 20 * S));
  call (&desk, PLAYER, "SetPosition",
        g_variant_new ("(ox)", "/io/github/yanfei/Yanfei/session1/segment1", 20 * S));
  reply = bus_call (&desk.bus, NAME, PATH, PLAYER, "OpenUri", g_variant_new ("(s)", "file:///tmp/a.mp3"), &error);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED);
  g_assert_cmpint (yf_player_get_position (desk.session->player), ==, 13 * S);
  assert_heard (&desk, "");
  desk_down (&desk);
}

static void
test_volume_and_rate (void)
{
  static const struct
  {
    double set;
    double got;
  } volumes[] = { { 0.25, 0.25 }, { 0.25, 0.25 }, { -3, 0 }, { 7, 1 }, { 0, 0 } };
  g_autoptr (GString) expected = g_string_new (NULL);
  double last = 1;
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  for (gsize i = 0; i < G_N_ELEMENTS (volumes); i++)
    {
      g_assert_no_error (set (&desk, "Volume", g_variant_new_double (volumes[i].set)));
      g_assert_cmpfloat (yf_mpris_get_volume (desk.mpris), ==, volumes[i].got);
      if (last == volumes[i].got)
        assert_heard (&desk, "");
      else
        {
          g_string_printf (expected, "Volume %g\n", volumes[i].got);
          assert_heard (&desk, expected->str);
        }
      last = volumes[i].got;
    }

  /* Time is not to be bent; only a rate of nothing means something. */
  g_assert_no_error (set (&desk, "Rate", g_variant_new_double (2)));
  assert_heard (&desk, "");
  g_assert_no_error (set (&desk, "Rate", g_variant_new_double (0)));
  assert_heard (&desk, "Paused\n");
  assert_property (&desk, PLAYER, "Rate", "1.0");

  {
    g_autoptr (GError) error = set (&desk, "Position", g_variant_new_int64 (5));

    g_assert_nonnull (error);
  }
  desk_down (&desk);
}

typedef struct
{
  const char *what;
  const char *presses;    /* one letter each */
  int         gap;        /* milliseconds between them */
  YfPlayerState after;
} Gesture;

static const Gesture gestures[] = {
  { "one", "t", 0, YF_PLAYER_PAUSED },
  { "two", "tt", 400, YF_PLAYER_RUNNING },
  { "two at once", "tt", 0, YF_PLAYER_RUNNING },
  { "three", "ttt", 400, YF_PLAYER_HURT },
  { "three at once", "ttt", 0, YF_PLAYER_HURT },
  { "three in two seconds", "ttt", 1000, YF_PLAYER_HURT },
  { "three in more", "ttt", 1001, YF_PLAYER_PAUSED },
  { "four", "tttt", 400, YF_PLAYER_HURT },
  { "from a pause", "/ttt", 400, YF_PLAYER_HURT },
  { "with pause in between", "tt/t", 100, YF_PLAYER_RUNNING },
  { "explicit ones", "/p/p/p", 100, YF_PLAYER_RUNNING },
  { "triple press of most headsets", "v", 0, YF_PLAYER_HURT },
};

static void
test_gesture (gconstpointer data)
{
  const Gesture *gesture = data;
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 13);
  for (const char *p = gesture->presses; *p != '\0'; p++)
    {
      if (p > gesture->presses)
        advance (&desk, gesture->gap / 1000.0);
      press (&desk, *p == 't' ? "PlayPause" : *p == 'p' ? "Play" : *p == '/' ? "Pause" : "Previous");
    }
  g_assert_cmpint (get_state (&desk), ==, gesture->after);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 0);
  desk_down (&desk);
}

/* The presses of one session are none of the next. */
static void
test_gesture_and_sessions (void)
{
  g_autoptr (YfRoutine) routine = new_routine ();
  g_autoptr (Fixture) next = fixture_new (routine, YF_COUNTING_PACE);
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  press (&desk, "PlayPause");
  press (&desk, "PlayPause");
  yf_mpris_set_player (desk.mpris, next->player);
  yf_player_start (next->player);
  press (&desk, "PlayPause");
  g_assert_cmpint (yf_player_get_state (next->player), ==, YF_PLAYER_PAUSED);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_RUNNING);

  /* Nothing of the first is heard any more. */
  g_free (hear (&desk));
  advance (&desk, 13);
  assert_heard (&desk, "");
  {
    g_autoptr (GVariant) metadata = get (&desk, PLAYER, "Metadata");
    const char *track;

    g_assert_true (g_variant_lookup (metadata, "mpris:trackid", "&o", &track));
    g_assert_cmpstr (track, ==, "/io/github/yanfei/Yanfei/session2/segment0");
  }
  yf_mpris_set_player (desk.mpris, NULL);
  desk_down (&desk);
}

static void
test_tap (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_TAP);
  start (&desk);
  advance (&desk, 16);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_RUNNING);
  advance (&desk, 4);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_WAITING);
  assert_property (&desk, PLAYER, "PlaybackStatus", "'Playing'");
  assert_property (&desk, PLAYER, "Position", "int64 17000000");
  g_free (hear (&desk));

  /* Both buttons count; and the position goes on from where it waited. */
  press (&desk, "PlayPause");
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 1);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_RUNNING);
  assert_heard (&desk, "");
  advance (&desk, 12);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_WAITING);
  g_free (hear (&desk));
  press (&desk, "Play");
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 2);
  assert_heard (&desk, "segment8: Five-point support, rest after set 1 of 2\n");

  /* While it moves it is a pause, and Pause is one while it waits. */
  press (&desk, "PlayPause");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_PAUSED);
  press (&desk, "Play");
  advance (&desk, 60);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_WAITING);
  press (&desk, "Pause");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_PAUSED);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 2);
  press (&desk, "Play");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_WAITING);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 2);

  /* Three presses hurt, as ever; the first has counted what was done. */
  g_free (hear (&desk));
  press (&desk, "PlayPause");
  advance (&desk, 0.4);
  press (&desk, "PlayPause");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_PAUSED);
  advance (&desk, 0.4);
  press (&desk, "PlayPause");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_HURT);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 3);
  desk_down (&desk);
}

/* A repetition that is counted before its time is a jump. */
static void
test_early_tap_is_a_jump (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_TAP);
  start (&desk);
  advance (&desk, 15.5);
  g_free (hear (&desk));
  g_assert_true (yf_player_tap (desk.session->player));
  assert_heard (&desk, "seeked 17\n");
  desk_down (&desk);
}

/* Skipping to the very end is told as a jump and an end. */
static void
test_jump_to_the_end (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 138);
  g_free (hear (&desk));
  press (&desk, "Next");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_FINISHED);
  assert_heard (&desk, "Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\nseeked 144\n");
  desk_down (&desk);
}

static void
test_name_taken (void)
{
  g_autofree char *instance = g_strdup_printf (NAME ".instance%ld", (long) getpid ());
  g_autoptr (YfRoutine) routine = new_routine ();
  g_autoptr (Fixture) session = fixture_new (routine, YF_COUNTING_PACE);
  g_autoptr (YfMpris) mpris = NULL;
  Bus bus = { 0, };

  bus_up (&bus);
  g_assert_cmpuint (bus_request (bus.other, NAME), ==, 1);
  mpris = yf_mpris_new (bus.subject);
  bus_settle (&bus);
  g_assert_null (yf_mpris_get_name (mpris));
  yf_mpris_set_player (mpris, session->player);
  bus_settle (&bus);
  g_assert_cmpstr (yf_mpris_get_name (mpris), ==, instance);
  g_assert_true (bus_has_name (&bus, instance));
  yf_mpris_set_player (mpris, NULL);
  bus_settle (&bus);
  g_assert_false (bus_has_name (&bus, instance));

  /* Nor is that one free: then it does without, and without a word. */
  g_assert_cmpuint (bus_request (bus.other, instance), ==, 1);
  yf_mpris_set_player (mpris, session->player);
  bus_settle (&bus);
  g_assert_null (yf_mpris_get_name (mpris));
  yf_player_start (session->player);
  fixture_run_to_end (session);
  bus_settle (&bus);
  g_clear_object (&mpris);
  bus_down (&bus);
}

static void
test_no_bus (void)
{
  g_autoptr (YfRoutine) routine = new_routine ();
  g_autoptr (Fixture) session = fixture_new (routine, YF_COUNTING_PACE);
  g_autoptr (YfMpris) mpris = yf_mpris_new (NULL);

  yf_mpris_set_player (mpris, session->player);
  yf_player_start (session->player);
  yf_mpris_set_volume (mpris, 0.5);
  fixture_run_to_end (session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (yf_mpris_get_name (mpris));
  g_assert_true (yf_mpris_get_player (mpris) == session->player);
  yf_mpris_set_player (mpris, NULL);
}

/* The bus goes away in mid-session. */
static void
test_bus_dies (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 13);
  g_test_dbus_stop (desk.bus.daemon);
  while (!g_dbus_connection_is_closed (desk.bus.subject))
    g_main_context_iteration (NULL, TRUE);
  while (yf_mpris_get_name (desk.mpris) != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture_run_to_end (desk.session);
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_FINISHED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  desk_down (&desk);
}

static void
communicated_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Returns: what playerctl prints, without the end of its line */
static char *
playerctl (Desk       *desk,
           const char *a,
           const char *b,
           const char *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  char *out = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "playerctl", "--player=yanfei", a, b, c, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, communicated_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_communicate_utf8_finish (process, result, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));

  return g_strchomp (out);
}

static void
assert_playerctl (Desk       *desk,
                  const char *a,
                  const char *b,
                  const char *c,
                  const char *expected)
{
  g_autofree char *out = playerctl (desk, a, b, c);

  g_assert_cmpstr (out, ==, expected);
}

/* A whole session by a program that others have written: every command, on
 * the fake clock. */
static void
test_playerctl (void)
{
  g_autofree char *program = g_find_program_in_path ("playerctl");
  Desk desk = { 0, };

  if (program == NULL)
    {
      g_test_skip ("playerctl is not installed");
      return;
    }

  desk_up (&desk, YF_COUNTING_PACE);
  assert_playerctl (&desk, "status", NULL, NULL, "Stopped");
  start (&desk);
  assert_playerctl (&desk, "status", NULL, NULL, "Playing");
  assert_playerctl (&desk, "metadata", "xesam:title", NULL, "Five-point support, get ready");
  assert_playerctl (&desk, "metadata", "artist", NULL, "Yanfei");
  assert_playerctl (&desk, "metadata", "mpris:length", NULL, "144000000");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  assert_playerctl (&desk, "metadata", "title", NULL, "Five-point support, set 1 of 2, repetition 1 of 2");
  advance (&desk, 3);
  assert_playerctl (&desk, "play-pause", NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Paused");
  advance (&desk, 1800);
  assert_playerctl (&desk, "position", NULL, NULL, "13.000000");
  assert_playerctl (&desk, "play-pause", NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Playing");
  assert_playerctl (&desk, "pause", NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Paused");
  assert_playerctl (&desk, "play", NULL, NULL, "");
  advance (&desk, 13);
  assert_playerctl (&desk, "metadata", "title", NULL, "Five-point support, rest after set 1 of 2");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  advance (&desk, 16);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 4);
  assert_playerctl (&desk, "metadata", "title", NULL, "N is next, roll over");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  assert_playerctl (&desk, "metadata", "title", NULL, "N, left side, set 1 of 2, repetition 1 of 1");
  assert_playerctl (&desk, "volume", "0.5", NULL, "");
  g_assert_cmpfloat (yf_mpris_get_volume (desk.mpris), ==, 0.5);
  advance (&desk, 52);
  assert_playerctl (&desk, "status", NULL, NULL, "Stopped");
  g_assert_cmpint (get_state (&desk), ==, YF_PLAYER_FINISHED);
  g_assert_cmpint (yf_player_get_record_state (desk.session->player), ==, YF_RECORD_COMPLETED);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 1), ==, 4);
  desk_down (&desk);
}

static void
test_playerctl_ends (gconstpointer data)
{
  const char *command = data;
  g_autofree char *program = g_find_program_in_path ("playerctl");
  Desk desk = { 0, };

  if (program == NULL)
    {
      g_test_skip ("playerctl is not installed");
      return;
    }

  desk_up (&desk, YF_COUNTING_PACE);
  start (&desk);
  advance (&desk, 13);
  assert_playerctl (&desk, command, NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Stopped");
  g_assert_cmpint (get_state (&desk), ==, g_str_equal (command, "stop") ? YF_PLAYER_STOPPED : YF_PLAYER_HURT);
  desk_down (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mpris/properties", test_properties);
  g_test_add_func ("/mpris/changes", test_changes);
  g_test_add_func ("/mpris/coalesced", test_coalesced);
  g_test_add_func ("/mpris/adjusted", test_adjusted);
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mpris/method/%d/%s", methods[i].before, methods[i].method);

      g_test_add_data_func (path, &methods[i], test_method);
    }
  g_test_add_func ("/mpris/no-seeking", test_no_seeking);
  g_test_add_func ("/mpris/volume-and-rate", test_volume_and_rate);
  for (gsize i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mpris/gesture/%s", gestures[i].what);

      g_test_add_data_func (path, &gestures[i], test_gesture);
    }
  g_test_add_func ("/mpris/gesture-and-sessions", test_gesture_and_sessions);
  g_test_add_func ("/mpris/tap", test_tap);
  g_test_add_func ("/mpris/early-tap-is-a-jump", test_early_tap_is_a_jump);
  g_test_add_func ("/mpris/jump-to-the-end", test_jump_to_the_end);
  g_test_add_func ("/mpris/name-taken", test_name_taken);
  g_test_add_func ("/mpris/no-bus", test_no_bus);
  g_test_add_func ("/mpris/bus-dies", test_bus_dies);
  g_test_add_func ("/mpris/playerctl/session", test_playerctl);
  g_test_add_data_func ("/mpris/playerctl/stop", "stop", test_playerctl_ends);
  g_test_add_data_func ("/mpris/playerctl/previous", "previous", test_playerctl_ends);

  return g_test_run ();
}
