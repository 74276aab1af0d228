/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <unistd.h>

#include "mpris-fixture.h"

#define S YF_SECOND

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
    desk_assert_property (&desk, properties[i].interface, properties[i].property, properties[i].value);

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
  desk_assert_property (&desk, ROOT, "CanRaise", "true");
  desk_assert_property (&desk, ROOT, "CanQuit", "false");
  g_signal_connect_swapped (desk.mpris, "quit", G_CALLBACK (quit_cb), &desk);
  desk_assert_property (&desk, ROOT, "CanQuit", "true");
  desk_call (&desk, ROOT, "Raise", NULL);
  g_assert_cmpuint (desk.n_raised, ==, 1);
  g_assert_cmpuint (desk.n_quit, ==, 0);
  desk_call (&desk, ROOT, "Quit", NULL);
  g_assert_cmpuint (desk.n_raised, ==, 1);
  g_assert_cmpuint (desk.n_quit, ==, 1);
  desk_assert_heard (&desk, "");
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
      g_autofree char *heard = desk_hear (&desk);
      gint64 position = yf_player_get_position (desk.session->player);
      g_autofree char *value = g_strdup_printf ("int64 %" G_GINT64_FORMAT, position);

      desk_assert_property (&desk, PLAYER, "Position", position == 0 ? "int64 0" : value);
      if (*heard != '\0')
        g_string_append_printf (all, "%g %s", position / (double) S, heard);
    }
  while (yf_fake_clock_step (desk.session->clock));
  {
    g_autofree char *heard = desk_hear (&desk);

    if (*heard != '\0')
      g_string_append_printf (all, "%g %s", yf_player_get_position (desk.session->player) / (double) S, heard);
  }
  g_assert_cmpstr (all->str, ==, expected);

  /* It stays to be asked what it was, and then leaves. */
  desk_assert_property (&desk, PLAYER, "PlaybackStatus", "'Stopped'");
  yf_mpris_set_player (desk.mpris, NULL);
  desk_assert_heard (&desk, "no track\n");
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
  desk_start (&desk);
  desk_advance (&desk, 30);
  desk_assert_heard (&desk, "segment8: Five-point support, rest after set 1 of 2\n");
  yf_player_pause (desk.session->player);
  yf_player_resume (desk.session->player);
  desk_assert_heard (&desk, "");
  yf_mpris_set_volume (desk.mpris, 0.5);
  yf_mpris_set_volume (desk.mpris, 1);
  desk_assert_heard (&desk, "");
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
  desk_start (&desk);
  desk_advance (&desk, 20);
  g_free (desk_hear (&desk));
  g_assert_true (yf_player_adjust (desk.session->player, 0, &dose, &pace, &error));
  g_assert_no_error (error);
  desk_assert_heard (&desk, "segment5: Five-point support, set 1 of 2, repetition 2 of 3\n");
  {
    g_autoptr (GVariant) metadata = desk_get (&desk, PLAYER, "Metadata");
    gint64 length;

    g_assert_true (g_variant_lookup (metadata, "mpris:length", "x", &length));
    g_assert_cmpint (length, ==, yf_timeline_get_length (yf_player_get_timeline (desk.session->player)));
    g_assert_cmpint (length, ==, (144 + 2 * 9) * S);
  }

  dose.sets = 1;
  dose.reps = 1;
  g_assert_true (yf_player_adjust (desk.session->player, 0, &dose, &pace, &error));
  g_assert_no_error (error);
  desk_assert_heard (&desk, "segment5: Five-point support, set 1 of 1, repetition 2 of 2\n");
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
      desk_start (&desk);
      desk_advance (&desk, 13);
    }
  if (method->before == YF_PLAYER_PAUSED)
    yf_player_pause (desk.session->player);
  if (method->before == YF_PLAYER_STOPPED)
    yf_player_stop (desk.session->player);
  g_assert_cmpint (desk_get_state (&desk), ==, method->before);
  g_free (desk_hear (&desk));

  desk_press (&desk, method->method);
  g_assert_cmpint (desk_get_state (&desk), ==, method->after);
  desk_assert_heard (&desk, method->heard);
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
  desk_start (&desk);
  desk_advance (&desk, 13);
  g_free (desk_hear (&desk));
  desk_call (&desk, PLAYER, "Seek", g_variant_new ("(x)", 20 * S));
  desk_call (&desk, PLAYER, "SetPosition",
             g_variant_new ("(ox)", "/io/github/yanfei/Yanfei/session1/segment1", 20 * S));
  reply = bus_call (&desk.bus, NAME, PATH, PLAYER, "OpenUri", g_variant_new ("(s)", "file:///tmp/a.mp3"), &error);
  g_assert_error (error, G_DBUS_ERROR, G_DBUS_ERROR_NOT_SUPPORTED);
  g_assert_cmpint (yf_player_get_position (desk.session->player), ==, 13 * S);
  desk_assert_heard (&desk, "");
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
  desk_start (&desk);
  for (gsize i = 0; i < G_N_ELEMENTS (volumes); i++)
    {
      g_assert_no_error (desk_set (&desk, "Volume", g_variant_new_double (volumes[i].set)));
      g_assert_cmpfloat (yf_mpris_get_volume (desk.mpris), ==, volumes[i].got);
      if (last == volumes[i].got)
        desk_assert_heard (&desk, "");
      else
        {
          g_string_printf (expected, "Volume %g\n", volumes[i].got);
          desk_assert_heard (&desk, expected->str);
        }
      last = volumes[i].got;
    }

  /* Time is not to be bent; only a rate of nothing means something. */
  g_assert_no_error (desk_set (&desk, "Rate", g_variant_new_double (2)));
  desk_assert_heard (&desk, "");
  g_assert_no_error (desk_set (&desk, "Rate", g_variant_new_double (0)));
  desk_assert_heard (&desk, "Paused\n");
  desk_assert_property (&desk, PLAYER, "Rate", "1.0");

  {
    g_autoptr (GError) error = desk_set (&desk, "Position", g_variant_new_int64 (5));

    g_assert_nonnull (error);
  }
  desk_down (&desk);
}

/* A repetition that is counted before its time is a jump. */
static void
test_early_tap_is_a_jump (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_TAP);
  desk_start (&desk);
  desk_advance (&desk, 15.5);
  g_free (desk_hear (&desk));
  g_assert_true (yf_player_tap (desk.session->player));
  desk_assert_heard (&desk, "seeked 17\n");
  desk_down (&desk);
}

/* Skipping to the very end is told as a jump and an end. */
static void
test_jump_to_the_end (void)
{
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  desk_start (&desk);
  desk_advance (&desk, 138);
  g_free (desk_hear (&desk));
  desk_press (&desk, "Next");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_FINISHED);
  desk_assert_heard (&desk, "Stopped; no CanGoNext; no CanGoPrevious; no CanPlay; no CanPause\nseeked 144\n");
  desk_down (&desk);
}

static void
test_name_taken (void)
{
  g_autofree char *instance = g_strdup_printf (NAME ".instance%ld", (long) getpid ());
  g_autoptr (YfRoutine) routine = desk_new_routine ();
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
  g_autoptr (YfRoutine) routine = desk_new_routine ();
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
  desk_start (&desk);
  desk_advance (&desk, 13);
  g_test_dbus_stop (desk.bus.daemon);
  while (!g_dbus_connection_is_closed (desk.bus.subject))
    g_main_context_iteration (NULL, TRUE);
  while (yf_mpris_get_name (desk.mpris) != NULL)
    g_main_context_iteration (NULL, TRUE);
  fixture_run_to_end (desk.session);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_FINISHED);
  while (g_main_context_iteration (NULL, FALSE))
    ;
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
  g_test_add_func ("/mpris/early-tap-is-a-jump", test_early_tap_is_a_jump);
  g_test_add_func ("/mpris/jump-to-the-end", test_jump_to_the_end);
  g_test_add_func ("/mpris/name-taken", test_name_taken);
  g_test_add_func ("/mpris/no-bus", test_no_bus);
  g_test_add_func ("/mpris/bus-dies", test_bus_dies);

  return g_test_run ();
}
