/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-clip-source.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <gst/app/app.h>
#include <gst/audio/audio.h>

#include "yf-samples.h"

/*
 * Clips that GStreamer makes: from a file in any format that it can play, or
 * from a text. Both block, so both belong on a thread of their own; neither
 * blocks for longer than it was given.
 */

/* Everything that plays at YF_TONE_RATE, and no faster than it is taken. */
#define SINK "audioconvert ! audioresample ! " \
             "audio/x-raw,format=F32LE,rate=48000,channels=1,layout=interleaved ! " \
             "appsink name=sink sync=false max-buffers=16"
G_STATIC_ASSERT (YF_TONE_RATE == 48000);

/* Silence around what is said is cut away, so a recording may be a little
 * longer than a clip. */
#define MOST_SAMPLES ((gsize) (YF_CLIP_MAX_LENGTH / YF_SECOND + 5) * YF_TONE_RATE)

/* How often to look whether somebody has lost patience. */
#define LOOK (50 * GST_MSECOND)

/* Words a minute, as gst-plugins-espeak counts them: -100 to 100, 0 being
 * usual. Slower, for people past sixty; as the built-in voices. */
#define RATE (-15)

/* A name or a label; nothing longer is spoken in a session. */
#define MOST_LETTERS 200

static GstElement *
make_pipeline (const char  *description,
               GError     **error)
{
  g_autoptr (GError) local = NULL;
  GstElement *pipeline = NULL;

  if (gst_init_check (NULL, NULL, &local))
    pipeline = gst_parse_launch_full (description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &local);
  if (pipeline == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", local ? local->message : description);
      return NULL;
    }

  /* Its own reference, not a floating one. */
  return gst_object_ref_sink (pipeline);
}

static gboolean
find_trouble (GstBus  *bus,
              GError **error)
{
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
  g_autoptr (GError) local = NULL;

  if (message == NULL)
    return FALSE;

  gst_message_parse_error (message, &local, NULL);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s", local->message);

  return TRUE;
}

static gboolean
pull (GstElement    *pipeline,
      GArray        *samples,
      gint64         time,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  gint64 deadline = g_get_monotonic_time () + time;

  gst_element_set_state (pipeline, GST_STATE_PLAYING);

  while (TRUE)
    {
      g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (GST_APP_SINK (sink), LOOK);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) || find_trouble (bus, error))
        return FALSE;

      if (sample != NULL)
        yf_samples_append (samples, sample);
      else if (gst_app_sink_is_eos (GST_APP_SINK (sink)))
        return TRUE;

      if (samples->len > MOST_SAMPLES)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _("longer than 30 seconds"));
          return FALSE;
        }
      if (g_get_monotonic_time () > deadline)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, _("took too long"));
          return FALSE;
        }
    }
}

static YfClip *
run (GstElement    *pipeline,
     const char    *id,
     const char    *text,
     gint64         time,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (float));
  gboolean pulled = pull (pipeline, samples, time, cancellable, error);

  gst_element_set_state (pipeline, GST_STATE_NULL);

  return pulled ? yf_clip_new_levelled (id, text, (float *) (gpointer) samples->data, samples->len, error) : NULL;
}

/**
 * yf_clip_decode:
 * @id: the name under which a voice keeps it
 * @text: (nullable): what is said in it, as far as anybody knows
 * @path: a sound file, of any format for which GStreamer has a decoder
 * @time: how long it may take, in microseconds
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Makes a clip of a file. Blocks. An error is in #G_IO_ERROR: %NOT_SUPPORTED
 * is what cannot be decoded, %INVALID_DATA what is silent, %MESSAGE_TOO_LARGE
 * what is too long, %TIMED_OUT what takes too long, %NOT_REGULAR_FILE what is
 * no file, %FAILED what may not be read.
 *
 * Returns: (transfer full): a new clip, or %NULL
 */
YfClip *
yf_clip_decode (const char    *id,
                const char    *text,
                const char    *path,
                gint64         time,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) source = NULL;
  GStatBuf status;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  /* A pipe would be waited for, for ever. */
  if (g_stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("not a file"));
      return NULL;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("may not be read"));
      return NULL;
    }

  pipeline = make_pipeline ("filesrc name=source ! decodebin ! " SINK, error);
  if (pipeline == NULL)
    return NULL;

  source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  g_object_set (source, "location", path, NULL);

  return run (pipeline, id, text, time, cancellable, error);
}

/**
 * yf_clip_can_speak:
 * @language: "en" or "zh"
 * @text: some words
 *
 * Finds whether words can be spoken that no clip says. English can, where
 * GStreamer's espeak is installed. Mandarin cannot: it would have to be given
 * as pinyin, which nobody has for words that a person wrote. Text that does
 * not look like its language would be spelled out letter by letter, and stays
 * unspoken as well.
 *
 * Returns: whether yf_clip_speak() is worth a try
 */
gboolean
yf_clip_can_speak (const char *language,
                   const char *text)
{
  g_autoptr (GstElementFactory) factory = NULL;
  gboolean letters = FALSE;

  g_return_val_if_fail (language != NULL && text != NULL, FALSE);

  if (!g_str_equal (language, "en") || !g_utf8_validate (text, -1, NULL) ||
      g_utf8_strlen (text, -1) > MOST_LETTERS)
    return FALSE;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (g_unichar_isalpha (letter))
        {
          if (g_unichar_get_script (letter) != G_UNICODE_SCRIPT_LATIN)
            return FALSE;
          letters = TRUE;
        }
    }

  if (!letters || !gst_init_check (NULL, NULL, NULL))
    return FALSE;

  factory = gst_element_factory_find ("espeak");

  return factory != NULL;
}

/**
 * yf_clip_speak:
 * @id: the name under which a voice keeps it
 * @text: what to say
 * @language: its language: "en"
 * @time: how long it may take, in microseconds
 * @cancellable: (nullable): to stop it
 * @error: return location for an error, as those of yf_clip_decode()
 *
 * Makes a clip of a text, with GStreamer's espeak. Blocks.
 *
 * Returns: (transfer full): a new clip, or %NULL
 */
YfClip *
yf_clip_speak (const char    *id,
               const char    *text,
               const char    *language,
               gint64         time,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GstElement) source = NULL;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (text != NULL && language != NULL, NULL);

  if (!yf_clip_can_speak (language, text))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _("cannot be spoken"));
      return NULL;
    }

  pipeline = make_pipeline ("espeak name=source ! " SINK, error);
  if (pipeline == NULL)
    return NULL;

  source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  g_object_set (source, "text", text, "voice", "en-gb", "rate", RATE, NULL);

  return run (pipeline, id, text, time, cancellable, error);
}
