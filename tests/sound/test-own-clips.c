/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gst/gst.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "yf-own-clips.h"
#include "yf-voice.h"

typedef struct
{
  char *folder;    /* the person's own */
  char *outside;   /* where files come from */
} Own;

static void
remove_all (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder)))
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
  g_autofree char *parent = g_dir_make_tmp ("yanfei-own-XXXXXX", NULL);

  g_assert_nonnull (parent);
  /* It does not exist before something is kept in it. */
  self->folder = g_build_filename (parent, "voices", NULL);
  self->outside = g_steal_pointer (&parent);
}

static void
tear_down (Own           *self,
           gconstpointer  data)
{
  if (g_file_test (self->folder, G_FILE_TEST_IS_DIR))
    remove_all (self->folder);
  remove_all (self->outside);
  g_free (self->folder);
  g_free (self->outside);
}

static void
answer_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static YfClip *
read_file (const char  *path,
           GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yf_own_clips_read_async ("last-one", "Last one.", path, NULL, answer_cb, &result);

  return yf_own_clips_read_finish (wait_for (&result), error);
}

static gboolean
keep (const char  *folder,
      YfClip      *clip,
      GError     **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yf_own_clips_keep_async (folder, clip, NULL, answer_cb, &result);

  return yf_own_clips_keep_finish (wait_for (&result), error);
}

static YfClip *
create_clip (const char *id,
             double      seconds,
             double      hertz)
{
  gsize n = (gsize) (seconds * YF_TONE_RATE);
  g_autofree float *samples = g_new (float, n);
  g_autoptr (GError) error = NULL;
  YfClip *clip;

  for (gsize i = 0; i < n; i++)
    samples[i] = (float) (0.1 * sin (2 * G_PI * hertz * (double) i / YF_TONE_RATE));
  clip = yf_clip_new_levelled (id, "Last one.", samples, n, &error);
  g_assert_no_error (error);

  return clip;
}

static void
assert_alike (YfClip *clip,
              YfClip *other)
{
  gsize n, n_other;
  const float *samples = yf_clip_get_samples (clip, &n);
  const float *others = yf_clip_get_samples (other, &n_other);
  double worst = 0;

  g_assert_cmpuint (n, ==, n_other);
  for (gsize i = YF_TONE_RATE / 50; i + YF_TONE_RATE / 50 < n; i++)
    worst = MAX (worst, fabs ((double) samples[i] - others[i]));
  /* 16 bits, and its level measured a second time. */
  g_assert_cmpfloat (worst, <, 0.005);
}

static void
test_heard (Own           *own,
            gconstpointer  data)
{
  g_autoptr (YfClip) clip = create_clip ("last-one", 0.7, 440);
  g_autofree char *path = g_build_filename (own->folder, "last-one.wav", NULL);
  g_autoptr (YfVoice) builtin = NULL;
  g_autoptr (YfVoice) voice = NULL;
  g_autoptr (YfVoice) after = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (keep (own->folder, clip, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  builtin = yf_voice_new ("en", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  voice = yf_voice_new ("en", own->folder, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (yf_voice_is_own (voice, "last-one"));
  g_assert_false (yf_voice_is_own (voice, "half-way"));
  g_assert_cmpstr (yf_clip_get_text (yf_voice_find (voice, "last-one")), ==, "Last one.");
  assert_alike (clip, yf_voice_find (voice, "last-one"));
  g_assert_cmpuint (yf_voice_get_clips (voice)->len, ==, yf_voice_get_clips (builtin)->len);

  g_assert_true (yf_own_clips_remove (own->folder, "last-one", &error));
  g_assert_no_error (error);
  after = yf_voice_new ("en", own->folder, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (yf_voice_is_own (after, "last-one"));
  assert_alike (yf_voice_find (builtin, "last-one"), yf_voice_find (after, "last-one"));
}

/* What is kept goes before what was there, and is there alone. */
static void
test_again (Own           *own,
            gconstpointer  data)
{
  g_autoptr (YfClip) first = create_clip ("last-one", 0.5, 440);
  g_autoptr (YfClip) second = create_clip ("last-one", 0.9, 880);
  g_autoptr (YfVoice) voice = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (keep (own->folder, first, NULL));
  g_assert_true (keep (own->folder, second, NULL));
  voice = yf_voice_new ("en", own->folder, NULL, NULL, &error);
  g_assert_no_error (error);
  assert_alike (second, yf_voice_find (voice, "last-one"));

  dir = g_dir_open (own->folder, 0, NULL);
  while (g_dir_read_name (dir))
    n++;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_remove (Own           *own,
             gconstpointer  data)
{
  static const struct
  {
    const char *name;
    gboolean    goes;
  } files[] = {
    { "last-one.wav", TRUE },
    { "last-one.OGG", TRUE },
    { "last-one.flac", TRUE },
    { "last-one.m4a", TRUE },
    { "last-one.txt", FALSE },
    { "last-one", FALSE },
    { "last-one-more.wav", FALSE },
    { "the-last-one.wav", FALSE },
    { "half-way.wav", FALSE },
  };
  g_autoptr (GError) error = NULL;

  /* There is nothing to delete where there is no folder. */
  g_assert_true (yf_own_clips_remove (own->folder, "last-one", &error));
  g_assert_no_error (error);

  g_assert_cmpint (g_mkdir (own->folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (own->folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  g_assert_true (yf_own_clips_remove (own->folder, "last-one", &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (own->folder, files[i].name, NULL);

      g_test_message ("%s", files[i].name);
      g_assert_cmpint (g_file_test (path, G_FILE_TEST_EXISTS), ==, !files[i].goes);
    }
}

static void
test_no_folder (Own           *own,
                gconstpointer  data)
{
  g_autoptr (YfClip) clip = create_clip ("last-one", 0.5, 440);
  g_autoptr (GError) error = NULL;

  /* A file is in the way. */
  g_assert_true (g_file_set_contents (own->folder, "x", 1, NULL));
  g_assert_false (keep (own->folder, clip, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "The system says:"));
  g_assert_cmpint (g_unlink (own->folder), ==, 0);
}

/* Has GStreamer write a file, of a tone or of silence. */
static void
write_sound (const char *path,
             const char *encoder,
             int         seconds,
             double      volume)
{
  /* A tenth of a second a buffer. */
  g_autofree char *volume_text = g_strdup_printf ("%d.%02d", (int) volume, (int) lround (volume * 100) % 100);
  g_autofree char *description =
    g_strdup_printf ("audiotestsrc num-buffers=%d samplesperbuffer=4410 freq=440 volume=%s ! "
                     "audio/x-raw,rate=44100,channels=1 ! audioconvert ! audioresample ! %s ! filesink name=sink",
                     seconds * 10, volume_text, encoder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstElement) pipeline = gst_parse_launch_full (description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &error);
  g_autoptr (GstElement) sink = NULL;
  g_autoptr (GstBus) bus = NULL;
  g_autoptr (GstMessage) message = NULL;

  g_assert_no_error (error);
  gst_object_ref_sink (pipeline);
  sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_object_set (sink, "location", path, NULL);
  gst_element_set_state (pipeline, GST_STATE_PLAYING);
  bus = gst_element_get_bus (pipeline);
  message = gst_bus_timed_pop_filtered (bus, 20 * GST_SECOND, GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
  g_assert_nonnull (message);
  g_assert_cmpint (GST_MESSAGE_TYPE (message), ==, GST_MESSAGE_EOS);
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static void
test_import (Own           *own,
             gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *encoder;
    int         seconds;
    double      volume;
    int         code;      /* -1: it is taken */
    const char *says;
  } files[] = {
    { "good.wav", "wavenc", 1, 0.5, -1, NULL },
    { "good.flac", "flacenc", 1, 0.5, -1, NULL },
    { "good.ogg", "vorbisenc ! oggmux", 1, 0.5, -1, NULL },
    { "good.opus", "opusenc ! oggmux", 1, 0.5, -1, NULL },
    { "good.mp3", "lamemp3enc", 1, 0.5, -1, NULL },
    { "as-long-as-may-be.wav", "wavenc", 30, 0.5, -1, NULL },
    { "long.wav", "wavenc", 40, 0.5, G_IO_ERROR_MESSAGE_TOO_LARGE, "longer than 30 seconds" },
    { "silent.wav", "wavenc", 1, 0, G_IO_ERROR_INVALID_DATA, "Nothing can be heard" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (own->outside, files[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (YfClip) clip = NULL;

      g_test_message ("%s", files[i].name);
      write_sound (path, files[i].encoder, files[i].seconds, files[i].volume);
      clip = read_file (path, &error);
      if (files[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpstr (yf_clip_get_id (clip), ==, "last-one");
          g_assert_cmpint (llabs (yf_clip_get_length (clip) - files[i].seconds * YF_SECOND), <, YF_SECOND / 10);
        }
      else
        {
          g_assert_null (clip);
          g_assert_error (error, G_IO_ERROR, files[i].code);
          g_assert_nonnull (strstr (error->message, files[i].says));
        }
    }
}

static void
test_broken (Own           *own,
             gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *contents;
    gsize       length;
    int         code;
  } files[] = {
    { "empty.wav", "", 0, G_IO_ERROR_NOT_SUPPORTED },
    { "letter.wav", "Dear all, this is no sound.\n", 28, G_IO_ERROR_NOT_SUPPORTED },
    { "head.wav", "RIFF\xff\xff\xff\x7fWAVEfmt ", 16, G_IO_ERROR_NOT_SUPPORTED },
    { "head.ogg", "OggS\0\2\0\0", 8, G_IO_ERROR_NOT_SUPPORTED },
    { "head.mp3", "ID3\3\0\0\0\0\0\0", 10, G_IO_ERROR_NOT_SUPPORTED },
  };
  g_autofree char *pipe = g_build_filename (own->outside, "pipe.wav", NULL);
  g_autofree char *nowhere = g_build_filename (own->outside, "nowhere.wav", NULL);
  const char * const no_files[] = { own->outside, pipe, nowhere };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (own->outside, files[i].name, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", files[i].name);
      g_assert_true (g_file_set_contents (path, files[i].contents, (gssize) files[i].length, NULL));
      g_assert_null (read_file (path, &error));
      g_assert_error (error, G_IO_ERROR, files[i].code);
      g_assert_nonnull (strstr (error->message, "not a sound that can be played"));
    }

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (no_files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", no_files[i]);
      g_assert_null (read_file (no_files[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
      g_assert_nonnull (strstr (error->message, "cannot be read"));
    }
  g_assert_false (g_file_test (own->folder, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gst_init (NULL, NULL);

  g_test_add ("/own-clips/heard", Own, NULL, set_up, test_heard, tear_down);
  g_test_add ("/own-clips/again", Own, NULL, set_up, test_again, tear_down);
  g_test_add ("/own-clips/remove", Own, NULL, set_up, test_remove, tear_down);
  g_test_add ("/own-clips/no-folder", Own, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/own-clips/import", Own, NULL, set_up, test_import, tear_down);
  g_test_add ("/own-clips/broken", Own, NULL, set_up, test_broken, tear_down);

  return g_test_run ();
}
