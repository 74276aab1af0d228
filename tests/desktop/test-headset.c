/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mpris-fixture.h"

#define S YF_SECOND

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
  desk_start (&desk);
  desk_advance (&desk, 13);
  for (const char *p = gesture->presses; *p != '\0'; p++)
    {
      if (p > gesture->presses)
        desk_advance (&desk, gesture->gap / 1000.0);
      desk_press (&desk, *p == 't' ? "PlayPause" : *p == 'p' ? "Play" : *p == '/' ? "Pause" : "Previous");
    }
  g_assert_cmpint (desk_get_state (&desk), ==, gesture->after);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 0);
  desk_down (&desk);
}

/* The presses of one session are none of the next. */
static void
test_gesture_and_sessions (void)
{
  g_autoptr (YfRoutine) routine = desk_new_routine ();
  g_autoptr (Fixture) next = fixture_new (routine, YF_COUNTING_PACE);
  Desk desk = { 0, };

  desk_up (&desk, YF_COUNTING_PACE);
  desk_start (&desk);
  desk_press (&desk, "PlayPause");
  desk_press (&desk, "PlayPause");
  yf_mpris_set_player (desk.mpris, next->player);
  yf_player_start (next->player);
  desk_press (&desk, "PlayPause");
  g_assert_cmpint (yf_player_get_state (next->player), ==, YF_PLAYER_PAUSED);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_RUNNING);

  /* Nothing of the first is heard any more. */
  g_free (desk_hear (&desk));
  desk_advance (&desk, 13);
  desk_assert_heard (&desk, "");
  {
    g_autoptr (GVariant) metadata = desk_get (&desk, PLAYER, "Metadata");
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
  desk_start (&desk);
  desk_advance (&desk, 16);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_RUNNING);
  desk_advance (&desk, 4);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_WAITING);
  desk_assert_property (&desk, PLAYER, "PlaybackStatus", "'Playing'");
  desk_assert_property (&desk, PLAYER, "Position", "int64 17000000");
  g_free (desk_hear (&desk));

  /* Both buttons count; and the position goes on from where it waited. */
  desk_press (&desk, "PlayPause");
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 1);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_RUNNING);
  desk_assert_heard (&desk, "");
  desk_advance (&desk, 12);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_WAITING);
  g_free (desk_hear (&desk));
  desk_press (&desk, "Play");
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 2);
  desk_assert_heard (&desk, "segment8: Five-point support, rest after set 1 of 2\n");

  /* While it moves it is a pause, and Pause is one while it waits. */
  desk_press (&desk, "PlayPause");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_PAUSED);
  desk_press (&desk, "Play");
  desk_advance (&desk, 60);
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_WAITING);
  desk_press (&desk, "Pause");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_PAUSED);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 2);
  desk_press (&desk, "Play");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_WAITING);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 2);

  /* Three presses hurt, as ever; the first has counted what was done. */
  g_free (desk_hear (&desk));
  desk_press (&desk, "PlayPause");
  desk_advance (&desk, 0.4);
  desk_press (&desk, "PlayPause");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_PAUSED);
  desk_advance (&desk, 0.4);
  desk_press (&desk, "PlayPause");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_HURT);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 3);
  desk_down (&desk);
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
  g_subprocess_communicate_utf8_async (process, NULL, NULL, bus_result_cb, &result);
  g_subprocess_communicate_utf8_finish (process, bus_wait (&result), &out, NULL, &error);
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
  desk_start (&desk);
  assert_playerctl (&desk, "status", NULL, NULL, "Playing");
  assert_playerctl (&desk, "metadata", "xesam:title", NULL, "Five-point support, get ready");
  assert_playerctl (&desk, "metadata", "artist", NULL, "Yanfei");
  assert_playerctl (&desk, "metadata", "mpris:length", NULL, "144000000");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  assert_playerctl (&desk, "metadata", "title", NULL, "Five-point support, set 1 of 2, repetition 1 of 2");
  desk_advance (&desk, 3);
  assert_playerctl (&desk, "play-pause", NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Paused");
  desk_advance (&desk, 1800);
  assert_playerctl (&desk, "position", NULL, NULL, "13.000000");
  assert_playerctl (&desk, "play-pause", NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Playing");
  assert_playerctl (&desk, "pause", NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Paused");
  assert_playerctl (&desk, "play", NULL, NULL, "");
  desk_advance (&desk, 13);
  assert_playerctl (&desk, "metadata", "title", NULL, "Five-point support, rest after set 1 of 2");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  desk_advance (&desk, 16);
  g_assert_cmpint (yf_player_count_reps (desk.session->player, 0), ==, 4);
  assert_playerctl (&desk, "metadata", "title", NULL, "N is next, roll over");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  assert_playerctl (&desk, "next", NULL, NULL, "");
  assert_playerctl (&desk, "metadata", "title", NULL, "N, left side, set 1 of 2, repetition 1 of 1");
  assert_playerctl (&desk, "volume", "0.5", NULL, "");
  g_assert_cmpfloat (yf_mpris_get_volume (desk.mpris), ==, 0.5);
  desk_advance (&desk, 52);
  assert_playerctl (&desk, "status", NULL, NULL, "Stopped");
  g_assert_cmpint (desk_get_state (&desk), ==, YF_PLAYER_FINISHED);
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
  desk_start (&desk);
  desk_advance (&desk, 13);
  assert_playerctl (&desk, command, NULL, NULL, "");
  assert_playerctl (&desk, "status", NULL, NULL, "Stopped");
  g_assert_cmpint (desk_get_state (&desk), ==, g_str_equal (command, "stop") ? YF_PLAYER_STOPPED : YF_PLAYER_HURT);
  desk_down (&desk);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      g_autofree char *path = g_strdup_printf ("/headset/gesture/%s", gestures[i].what);

      g_test_add_data_func (path, &gestures[i], test_gesture);
    }
  g_test_add_func ("/headset/gesture-and-sessions", test_gesture_and_sessions);
  g_test_add_func ("/headset/tap", test_tap);
  g_test_add_func ("/headset/playerctl/session", test_playerctl);
  g_test_add_data_func ("/headset/playerctl/stop", "stop", test_playerctl_ends);
  g_test_add_data_func ("/headset/playerctl/previous", "previous", test_playerctl_ends);

  return g_test_run ();
}
