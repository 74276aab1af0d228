/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-sound-error.h"
#include "yf-stream.h"

/* A stream that finds nothing to play on, which is when its order of events
 * is most easily got wrong. Sound itself is for test_stream.py. */

typedef struct
{
  GMainLoop *loop;
  YfStream  *stream;
  GString   *said;
} Fixture;

static void
ready_cb (Fixture *fixture)
{
  g_string_append (fixture->said, "ready ");
}

static void
lost_cb (Fixture      *fixture,
         const GError *error)
{
  g_assert_error (error, YF_SOUND_ERROR, YF_SOUND_ERROR_NO_DEVICE);
  g_string_append (fixture->said, "lost ");
}

static void
done_cb (Fixture *fixture)
{
  g_string_append (fixture->said, "done ");
  g_main_loop_quit (fixture->loop);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->loop = g_main_loop_new (NULL, FALSE);
  fixture->said = g_string_new (NULL);
  fixture->stream = yf_stream_new ();
  g_signal_connect_swapped (fixture->stream, "ready", G_CALLBACK (ready_cb), fixture);
  g_signal_connect_swapped (fixture->stream, "lost", G_CALLBACK (lost_cb), fixture);
  g_signal_connect_swapped (fixture->stream, "done", G_CALLBACK (done_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&fixture->stream);
  g_string_free (fixture->said, TRUE);
  g_main_loop_unref (fixture->loop);
}

static void
use (YfStream *stream)
{
  g_autoptr (YfTone) tone = yf_tone_new (YF_CUE_REP);

  yf_stream_add (stream, tone, g_get_monotonic_time ());
  yf_stream_add_now (stream, tone);
  yf_stream_set_muted (stream, TRUE);
  yf_stream_cancel (stream);
}

static void
test_never_started (Fixture       *fixture,
                    gconstpointer  data)
{
  use (fixture->stream);
  yf_stream_finish (fixture->stream);
  yf_stream_finish (fixture->stream);
  g_assert_cmpstr (fixture->said->str, ==, "");
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->said->str, ==, "done ");
}

static void
test_finished_at_once (Fixture       *fixture,
                       gconstpointer  data)
{
  yf_stream_start (fixture->stream);
  use (fixture->stream);
  yf_stream_finish (fixture->stream);
  g_assert_cmpstr (fixture->said->str, ==, "");
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->said->str, ==, "lost ready done ");
}

static void
test_finished_after_loss (Fixture       *fixture,
                          gconstpointer  data)
{
  yf_stream_start (fixture->stream);
  while (!g_str_equal (fixture->said->str, "lost ready "))
    g_main_context_iteration (NULL, TRUE);

  use (fixture->stream);
  yf_stream_finish (fixture->stream);
  g_main_loop_run (fixture->loop);
  g_assert_cmpstr (fixture->said->str, ==, "lost ready done ");
}

static gboolean
beat_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/* Whoever drops a stream hears no more from it. Its thread may be the last to
 * let go of it, and tells nobody. */
static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  gpointer weak = fixture->stream;
  guint beat = g_timeout_add (10, beat_cb, NULL);

  g_object_add_weak_pointer (weak, &weak);
  g_signal_handlers_disconnect_by_data (fixture->stream, fixture);
  yf_stream_start (fixture->stream);
  yf_stream_finish (fixture->stream);
  g_clear_object (&fixture->stream);

  while (g_atomic_pointer_get (&weak) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (beat);
  g_assert_cmpstr (fixture->said->str, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("PULSE_SERVER", "unix:/nonexistent/native", TRUE);

  g_test_add ("/stream/never-started", Fixture, NULL, set_up, test_never_started, tear_down);
  g_test_add ("/stream/finished-at-once", Fixture, NULL, set_up, test_finished_at_once, tear_down);
  g_test_add ("/stream/finished-after-loss", Fixture, NULL, set_up, test_finished_after_loss, tear_down);
  g_test_add ("/stream/dropped", Fixture, NULL, set_up, test_dropped, tear_down);

  return g_test_run ();
}
