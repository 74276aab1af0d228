/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "yf-catalogue.h"
#include "yf-clip-level.h"
#include "yf-clip-source.h"
#include "yf-draft.h"
#include "yf-voice.h"

static const char * const languages[] = { "en", "zh" };

typedef struct
{
  char *folder;
} Own;

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      g_assert_cmpint (g_remove (inside), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
set_up (Own           *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("yanfei-voice-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
}

static void
tear_down (Own           *self,
           gconstpointer  data)
{
  remove_all (self->folder);
  g_free (self->folder);
}

static YfVoice *
load (const char *language,
      const char *own_folder)
{
  g_autoptr (GError) error = NULL;
  YfVoice *voice = yf_voice_new (language, own_folder, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (voice);

  return voice;
}

/* How loud it is where it is not silent. */
static double
measure_level (const float *samples,
               gsize        n_samples)
{
  gsize frame = YF_TONE_RATE / 50;
  double loudest = 0;
  double sum = 0;
  gsize n = 0;

  for (int pass = 0; pass < 2; pass++)
    for (gsize i = 0; i + frame <= n_samples; i += frame)
      {
        double energy = 0;

        for (gsize s = i; s < i + frame; s++)
          energy += samples[s] * samples[s];
        if (pass == 0)
          {
            loudest = MAX (loudest, energy);
          }
        else if (energy > loudest / 1000)
          {
            sum += energy;
            n += frame;
          }
      }

  return sqrt (sum / n);
}

static void
test_builtin (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (YfVoice) voice = load (languages[l], NULL);
      GPtrArray *clips = yf_voice_get_clips (voice);

      g_assert_cmpstr (yf_voice_get_language (voice), ==, languages[l]);
      g_assert_cmpuint (clips->len, >, 150);
      g_assert_null (yf_voice_get_problems (voice)[0]);

      for (guint i = 0; i < clips->len; i++)
        {
          YfClip *clip = clips->pdata[i];
          gsize n_samples;
          const float *samples = yf_clip_get_samples (clip, &n_samples);
          double peak = 0;
          double sum = 0;
          double early = 0;
          double late = 0;
          double level;

          for (gsize s = 0; s < n_samples; s++)
            {
              peak = MAX (peak, fabsf (samples[s]));
              sum += samples[s];
              if (s < YF_TONE_RATE * 6 / 100)
                early = MAX (early, fabsf (samples[s]));
              if (s >= n_samples - YF_TONE_RATE * 8 / 100)
                late = MAX (late, fabsf (samples[s]));
            }
          level = 20 * log10 (measure_level (samples, n_samples));
          g_test_message ("%s/%s: %.2f s, peak %.3f, %.1f dB", languages[l], yf_clip_get_id (clip),
                          yf_clip_get_length (clip) / (double) YF_SECOND, peak, level);

          g_assert_cmpint (yf_clip_get_length (clip), ==,
                           (n_samples * YF_SECOND + YF_TONE_RATE - 1) / YF_TONE_RATE);
          g_assert_cmpint (yf_clip_get_length (clip), >, YF_SECOND / 5);
          g_assert_cmpint (yf_clip_get_length (clip), <, 15 * YF_SECOND);
          g_assert_cmpint (strlen (yf_clip_get_text (clip)), >, 0);

          /* Headroom, no offset, alike loud, and no silence at the ends. */
          g_assert_cmpfloat (peak, <=, YF_CLIP_PEAK + 0.0001);
          g_assert_cmpfloat_with_epsilon (sum / n_samples, 0, 0.01);
          g_assert_cmpfloat_with_epsilon (level, -22, 1);
          g_assert_cmpfloat (early, >, 0.004);
          g_assert_cmpfloat (late, >, 0.002);
          g_assert_cmpfloat_with_epsilon (samples[0], 0, 0.002);
          g_assert_cmpfloat_with_epsilon (samples[n_samples - 1], 0, 0.002);

          g_assert_false (yf_voice_is_own (voice, yf_clip_get_id (clip)));
        }
    }
}

/* A session does not wait for its voice. */
static void
test_fast (void)
{
  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      gint64 best = G_MAXINT64;

      for (int i = 0; i < 3; i++)
        {
          gint64 start = g_get_monotonic_time ();
          g_autoptr (YfVoice) voice = load (languages[l], NULL);

          best = MIN (best, g_get_monotonic_time () - start);
        }
      g_test_message ("%s: %.1f ms", languages[l], best / 1000.0);
      g_assert_cmpint (best, <, 200 * 1000);
    }
}

static void
assert_has (YfVoice    *voice,
            const char *format,
            const char *part)
{
  g_autofree char *id = g_strconcat (format, part, NULL);

  if (yf_voice_find (voice, id) == NULL)
    g_error ("The voice %s has no %s", yf_voice_get_language (voice), id);
}

/* Both say the same, and everything that the catalogue asks for. */
static void
test_complete (void)
{
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (NULL);
  GPtrArray *exercises = yf_catalogue_get_exercises (catalogue);
  g_autoptr (YfVoice) english = load ("en", NULL);
  g_autoptr (YfVoice) mandarin = load ("zh", NULL);
  YfVoice *voices[] = { english, mandarin };

  static const char * const others[] = {
    "inhale", "exhale", "raise", "hold", "lower", "rest", "last-one", "half-way", "seconds-left-10", "set-done",
    "exercise-done", "finished", "next", "get-ready", "left-side", "right-side", "change-sides", "roll-over",
    "roll-to-prone", "roll-to-supine", "roll-to-side", "lie-down", "get-up", "encouragement-1", "encouragement-2",
    "encouragement-3", "paused", "going-on", "hurts", "hurts-standing", "headset-help", "sound-check",
  };

  for (guint l = 0; l < 2; l++)
    {
      GPtrArray *clips = yf_voice_get_clips (voices[l]);

      for (guint i = 0; i < clips->len; i++)
        assert_has (voices[1 - l], yf_clip_get_id (clips->pdata[i]), "");
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        assert_has (voices[l], others[i], "");

      for (int n = 1; n <= 60; n++)
        {
          g_autofree char *number = g_strdup_printf ("%d", n);

          assert_has (voices[l], "n-", number);
          if (n <= 20)
            assert_has (voices[l], "minutes-left-", number);
          if (n <= 10)
            assert_has (voices[l], "set-", number);
        }

      for (guint e = 0; e < exercises->len; e++)
        {
          YfExercise *exercise = exercises->pdata[e];

          assert_has (voices[l], "name-", yf_exercise_get_id (exercise));
          assert_has (voices[l], "how-", yf_exercise_get_id (exercise));
          for (guint p = 0; p < yf_exercise_get_n_phases (exercise); p++)
            if (yf_exercise_get_phase (exercise, p)->label != NULL)
              {
                g_autofree char *id = yf_voice_dup_label_id (yf_exercise_get_phase (exercise, p)->label);

                assert_has (voices[l], id, "");
              }
        }
    }
}

static void
test_label_ids (void)
{
  static const struct {
    const char *label;
    const char *id;
  } cases[] = {
    { "Let go", "label-let-go" },
    { "  Bend -- to the LEFT! ", "label-bend-to-the-left" },
    { "抬腿 2", "label-抬腿-2" },
    { "", "label" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id = yf_voice_dup_label_id (cases[i].label);

      g_assert_cmpstr (id, ==, cases[i].id);
    }
}

static void
test_no_such_voice (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yf_voice_new ("tlh", NULL, NULL, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

/* A recording as a person makes one: half a second of silence, a tone of
 * @seconds, silence again. */
static void
record (Own        *self,
        const char *name,
        const char *encoder,
        double      seconds,
        double      volume)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *description = NULL;
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;
  g_autoptr (GError) error = NULL;
  int n_buffers = seconds * 10;

  description = g_strdup_printf (
    "concat name=c ! audioconvert ! %s ! filesink location=%s "
    "audiotestsrc wave=silence num-buffers=5 samplesperbuffer=4410 ! audio/x-raw,rate=44100,channels=2 ! c. "
    "audiotestsrc freq=500 volume=%g num-buffers=%d samplesperbuffer=4410 ! audio/x-raw,rate=44100,channels=2 ! c. "
    "audiotestsrc wave=silence num-buffers=5 samplesperbuffer=4410 ! audio/x-raw,rate=44100,channels=2 ! c. ",
    encoder, path, volume, n_buffers);
  pipeline = gst_parse_launch (description, &error);
  g_assert_no_error (error);
  gst_object_ref_sink (pipeline);
  bus = gst_element_get_bus (pipeline);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  message = gst_bus_timed_pop_filtered (bus, 20 * GST_SECOND, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_nonnull (message);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static void
write_file (Own        *self,
            const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
test_own (Own           *self,
          gconstpointer  data)
{
  g_autoptr (YfVoice) builtin = load ("en", NULL);
  g_autoptr (YfVoice) voice = NULL;
  static const struct {
    const char *id;
    double      length;
  } cases[] = { { "paused", 0.7 }, { "hold", 0.4 }, { "name-mine", 1.2 } };

  record (self, "paused.WAV", "wavenc", 0.7, 0.9);
  record (self, "hold.wav", "wavenc", 0.4, 0.01);
  record (self, "hold.ogg", "vorbisenc ! oggmux", 2.0, 0.5);
  record (self, "name-mine.ogg", "vorbisenc ! oggmux", 1.2, 0.3);
  write_file (self, "read me.txt", "not a clip", -1);

  voice = load ("en", self->folder);
  g_assert_null (yf_voice_get_problems (voice)[0]);
  g_assert_cmpuint (yf_voice_get_clips (voice)->len, ==, yf_voice_get_clips (builtin)->len + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YfClip *clip = yf_voice_find (voice, cases[i].id);
      YfClip *before = yf_voice_find (builtin, cases[i].id);
      gsize n_samples;
      const float *samples;
      float peak = 0;

      g_assert_nonnull (clip);
      g_assert_true (yf_voice_is_own (voice, cases[i].id));
      g_assert_cmpstr (yf_clip_get_text (clip), ==, before ? yf_clip_get_text (before) : NULL);

      /* Without the silence, and as loud as all others. */
      g_assert_cmpfloat_with_epsilon (yf_clip_get_length (clip) / (double) YF_SECOND, cases[i].length, 0.08);
      samples = yf_clip_get_samples (clip, &n_samples);
      for (gsize s = 0; s < n_samples; s++)
        peak = MAX (peak, fabsf (samples[s]));
      g_assert_cmpfloat (peak, <=, YF_CLIP_PEAK + 0.0001);
      g_assert_cmpfloat_with_epsilon (20 * log10 (measure_level (samples, n_samples)), -21.5, 1);
    }

  g_assert_false (yf_voice_is_own (voice, "raise"));
  g_assert_nonnull (yf_voice_find (voice, "raise"));
}

/* What cannot be played is left out, and said by the built-in voice. */
static void
test_broken (Own           *self,
             gconstpointer  data)
{
  g_autoptr (YfVoice) voice = NULL;
  g_autofree char *folder = g_build_filename (self->folder, "n-6.wav", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "n-7.ogg", NULL);
  g_autofree char *link = g_build_filename (self->folder, "n-8.mp3", NULL);
  guint n = 0;
  const char * const *problems;

  static const char * const names[] = {
    "n-1.wav", "n-2.ogg", "n-3.wav", "n-4.wav", "n-5.flac", "n-6.wav", "n-7.ogg", "n-8.mp3", "n-9.wav",
  };

  write_file (self, "n-1.wav", "", 0);
  write_file (self, "n-2.ogg", "This is no music at all, but a letter to a friend.", -1);
  record (self, "n-3.wav", "wavenc", 0, 1);
  record (self, "n-4.wav", "wavenc", 31, 0.5);
  write_file (self, "n-5.flac", "fLaC\0\0\0\042 and then nothing", 24);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_cmpint (symlink ("nowhere", link), ==, 0);
  record (self, "n-9.wav", "wavenc", 60, 0.5);

  voice = load ("en", self->folder);
  problems = yf_voice_get_problems (voice);
  g_assert_cmpuint (g_strv_length ((char **) problems), ==, G_N_ELEMENTS (names));

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strndup (names[i], 3);
      guint told = 0;

      for (n = 0; problems[n] != NULL; n++)
        told += strstr (problems[n], names[i]) != NULL;
      g_assert_cmpuint (told, ==, 1);

      g_assert_nonnull (yf_voice_find (voice, id));
      g_assert_false (yf_voice_is_own (voice, id));
    }

  for (n = 0; problems[n] != NULL; n++)
    {
      g_test_message ("%s", problems[n]);
      g_assert_cmpint (strstr (problems[n], "30 seconds") != NULL, ==,
                       strstr (problems[n], "n-4") || strstr (problems[n], "n-9"));
      g_assert_cmpint (strstr (problems[n], "nothing can be heard") != NULL, ==, strstr (problems[n], "n-3") != NULL);
    }
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (Own           *self,
            gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) cancelled = NULL;
  g_autoptr (YfVoice) voice = NULL;
  g_autoptr (GError) error = NULL;

  record (self, "paused.wav", "wavenc", 0.7, 0.9);

  yf_voice_load_async ("zh", self->folder, NULL, NULL, loaded_cb, &result);
  g_cancellable_cancel (cancellable);
  yf_voice_load_async ("zh", self->folder, NULL, cancellable, loaded_cb, &cancelled);
  g_assert_null (result);
  while (result == NULL || cancelled == NULL)
    g_main_context_iteration (NULL, TRUE);

  voice = yf_voice_load_finish (result, &error);
  g_assert_no_error (error);
  g_assert_true (yf_voice_is_own (voice, "paused"));
  g_assert_cmpstr (yf_clip_get_text (yf_voice_find (voice, "paused")), ==, "已暂停");

  g_assert_null (yf_voice_load_finish (cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static YfTimeline *
make_own_timeline (const char *name)
{
  YfDraft draft = { .name = (char *) name, .posture = YF_POSTURE_SUPINE, .raise = 3, .lower = 3, .sets = 1, .reps = 2 };
  g_autoptr (GError) error = NULL;
  g_autoptr (YfExercise) exercise = yf_draft_to_exercise (&draft, "own-1", &error);
  g_autoptr (YfRoutine) routine = NULL;
  YfRoutineItem item = { exercise, { 1, 2, 0 } };

  g_assert_no_error (error);
  g_assert_true (yf_exercise_is_own (exercise));
  routine = yf_routine_new (&item, 1);

  return yf_timeline_new (routine, YF_COUNTING_PACE);
}

/* An exercise of one's own is spoken in English, where there is an espeak
 * element; in Mandarin, whose pinyin nobody has, it is left to the tones. */
static void
test_own_exercise (void)
{
  static const struct {
    const char *language;
    const char *name;
    gboolean    spoken;
  } cases[] = {
    { "en", "Bridge on one leg", TRUE },
    { "en", "单腿臀桥", FALSE },
    { "en", "Plank 平板", FALSE },
    { "zh", "单腿臀桥", FALSE },
    { "zh", "Bridge on one leg", FALSE },
  };
  gboolean can = yf_clip_can_speak ("en", "Bridge");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YfTimeline) timeline = make_own_timeline (cases[i].name);
      g_autoptr (GError) error = NULL;
      g_autoptr (YfVoice) voice = yf_voice_new (cases[i].language, NULL, timeline, NULL, &error);
      YfClip *clip;

      g_assert_no_error (error);
      g_assert_cmpint (yf_clip_can_speak (cases[i].language, cases[i].name), ==, can && cases[i].spoken);
      clip = yf_voice_find (voice, "name-own-1");
      g_assert_cmpint (clip != NULL, ==, can && cases[i].spoken);
      if (clip != NULL)
        {
          g_assert_cmpstr (yf_clip_get_text (clip), ==, cases[i].name);
          g_assert_cmpint (yf_clip_get_length (clip), >, YF_SECOND / 2);
          g_assert_cmpint (yf_clip_get_length (clip), <, 3 * YF_SECOND);
        }
    }

  if (!can)
    g_test_skip ("GStreamer has no espeak here: only the refusals were tried");
}

static void
test_speaking_fails (void)
{
  int code = yf_clip_can_speak ("en", "Bridge") ? G_IO_ERROR_TIMED_OUT : G_IO_ERROR_NOT_SUPPORTED;
  g_autoptr (GError) error = NULL;

  g_assert_false (yf_clip_can_speak ("en", "..."));
  g_assert_false (yf_clip_can_speak ("en", "\xff\xfe"));
  g_assert_null (yf_clip_speak ("name-own-1", "单腿臀桥", "zh", YF_SECOND, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);

  /* Out of time before it has begun. */
  g_assert_null (yf_clip_speak ("name-own-1", "Bridge", "en", -1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gst_init (&argc, &argv);

  g_test_add_func ("/voice/builtin", test_builtin);
  g_test_add_func ("/voice/fast", test_fast);
  g_test_add_func ("/voice/complete", test_complete);
  g_test_add_func ("/voice/label-ids", test_label_ids);
  g_test_add_func ("/voice/no-such-voice", test_no_such_voice);
  g_test_add ("/voice/own", Own, NULL, set_up, test_own, tear_down);
  g_test_add ("/voice/broken", Own, NULL, set_up, test_broken, tear_down);
  g_test_add ("/voice/async", Own, NULL, set_up, test_async, tear_down);
  g_test_add_func ("/voice/own-exercise", test_own_exercise);
  g_test_add_func ("/voice/speaking-fails", test_speaking_fails);

  return g_test_run ();
}
