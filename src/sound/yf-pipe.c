/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pipe.h"

#include <gst/app/app.h>
#include <gst/audio/audio.h>

#include "yf-tone.h"

/* How long samples may pile up in front of a device that takes none, before
 * it counts as stuck. A laptop that wakes up may need a moment. */
#define STUCK (3 * GST_SECOND)

struct _YfPipe
{
  GstElement   *pipeline;
  GstElement   *source;
  GstElement   *sink;
  GstBus       *bus;
  GstClockTime  base;
};

static GstClockTime
place_to_time (gint64 place)
{
  return gst_util_uint64_scale_round (place, GST_SECOND, YF_TONE_RATE);
}

static gboolean
set_error (GError       **error,
           YfSoundError   code)
{
  g_propagate_error (error, yf_sound_error_new (code));

  return FALSE;
}

/* What a volume control shows, and that the stream is left alone: told to
 * follow the clock itself, a sink leaps by tens of milliseconds while it
 * finds its feet, and again whenever it thinks that it has drifted. These are
 * properties of some sinks only. */
static void
set_up_device (GObject *device)
{
  GObjectClass *class = G_OBJECT_GET_CLASS (device);

  if (g_object_class_find_property (class, "slave-method"))
    gst_util_set_object_arg (device, "slave-method", "none");
  if (g_object_class_find_property (class, "stream-properties"))
    {
      /* As music, and not as an event, which many people have turned off. */
      g_autoptr (GstStructure) properties =
        gst_structure_new ("props",
                           "media.role", G_TYPE_STRING, "music",
                           "application.name", G_TYPE_STRING, "Yanfei",
                           "application.id", G_TYPE_STRING, YF_APP_ID,
                           "application.icon_name", G_TYPE_STRING, YF_APP_ID,
                           NULL);

      g_object_set (device, "stream-properties", properties, NULL);
    }
}

/* autoaudiosink has chosen a device by now, or a fake one if there is none. */
static gboolean
choose_device (YfPipe  *self,
               GError **error)
{
  g_autoptr (GObject) device = gst_child_proxy_get_child_by_index (GST_CHILD_PROXY (self->sink), 0);
  GstElementFactory *factory = device ? gst_element_get_factory (GST_ELEMENT (device)) : NULL;

  if (factory == NULL || g_str_equal (GST_OBJECT_NAME (factory), "fakesink"))
    return set_error (error, YF_SOUND_ERROR_NO_DEVICE);

  g_debug ("Sound goes to %s", GST_OBJECT_NAME (factory));
  set_up_device (device);

  return TRUE;
}

static GstElement *
add_element (YfPipe     *self,
             const char *factory)
{
  GstElement *element = gst_element_factory_make (factory, NULL);

  if (element == NULL)
    g_debug ("There is no GStreamer element %s", factory);
  else
    gst_bin_add (GST_BIN (self->pipeline), element);

  return element;
}

static gboolean
build (YfPipe  *self,
       GError **error)
{
  g_autoptr (GstClock) clock = NULL;
  g_autoptr (GstCaps) caps = NULL;
  GstElement *convert;
  GstElement *resample;

  self->pipeline = g_object_ref_sink (gst_pipeline_new (NULL));
  self->bus = gst_element_get_bus (self->pipeline);
  self->source = add_element (self, "appsrc");
  convert = add_element (self, "audioconvert");
  resample = add_element (self, "audioresample");
  self->sink = add_element (self, "autoaudiosink");
  if (!self->source || !convert || !resample || !self->sink ||
      !gst_element_link_many (self->source, convert, resample, self->sink, NULL))
    return set_error (error, YF_SOUND_ERROR_NO_PLUGIN);

  caps = gst_caps_new_simple ("audio/x-raw",
                              "format", G_TYPE_STRING, GST_AUDIO_NE (S16),
                              "layout", G_TYPE_STRING, "interleaved",
                              "rate", G_TYPE_INT, YF_TONE_RATE,
                              "channels", G_TYPE_INT, 1,
                              NULL);
  g_object_set (self->source,
                "caps", caps,
                "format", GST_FORMAT_TIME,
                "max-bytes", G_GUINT64_CONSTANT (0),
                NULL);

  /* The clock of g_get_monotonic_time(), which the session is timed by. */
  clock = g_object_new (GST_TYPE_SYSTEM_CLOCK, "clock-type", GST_CLOCK_TYPE_MONOTONIC, NULL);
  gst_object_ref_sink (clock);
  gst_pipeline_use_clock (GST_PIPELINE (self->pipeline), clock);

  return TRUE;
}

static gboolean
change_state (YfPipe   *self,
              GstState  state)
{
  if (gst_element_set_state (self->pipeline, state) == GST_STATE_CHANGE_FAILURE)
    return FALSE;

  return gst_element_get_state (self->pipeline, NULL, NULL, STUCK) == GST_STATE_CHANGE_SUCCESS;
}

static gboolean
push_at (YfPipe       *self,
         const gint16 *samples,
         gsize         n_samples,
         GstClockTime  time)
{
  GstBuffer *buffer = gst_buffer_new_memdup (samples, n_samples * sizeof *samples);

  GST_BUFFER_PTS (buffer) = time;
  GST_BUFFER_DURATION (buffer) = place_to_time (n_samples);

  return gst_app_src_push_buffer (GST_APP_SRC (self->source), buffer) == GST_FLOW_OK;
}

/**
 * yf_pipe_new:
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Finds something that sounds and opens it.
 *
 * Returns: (transfer full) (nullable): the pipe, or %NULL
 */
YfPipe *
yf_pipe_new (GError **error)
{
  g_autoptr (YfPipe) self = g_new0 (YfPipe, 1);
  g_autoptr (GError) local_error = NULL;

  if (!gst_init_check (NULL, NULL, &local_error))
    {
      g_debug ("GStreamer does not start: %s", local_error ? local_error->message : "no reason given");
      set_error (error, YF_SOUND_ERROR_NO_PLUGIN);
      return NULL;
    }

  if (!build (self, error))
    return NULL;

  if (!change_state (self, GST_STATE_READY))
    {
      set_error (error, YF_SOUND_ERROR_NO_DEVICE);
      return NULL;
    }

  if (!choose_device (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * yf_pipe_free:
 * @self: (transfer full): a pipe
 *
 * Closes and frees the pipe, whatever state it is in.
 */
void
yf_pipe_free (YfPipe *self)
{
  g_return_if_fail (self != NULL);

  if (self->pipeline)
    gst_element_set_state (self->pipeline, GST_STATE_NULL);
  g_clear_pointer (&self->bus, gst_object_unref);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  g_free (self);
}

/**
 * yf_pipe_play:
 * @self: a pipe
 * @preroll: (array length=n_samples): what sounds first
 * @n_samples: how many samples
 * @place: (out): the number of the sample that follows them
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Sets the pipe going. Samples are numbered on the monotonic clock: sample n
 * sounds n / %YF_TONE_RATE seconds after that clock's zero.
 *
 * Returns: whether it runs
 */
gboolean
yf_pipe_play (YfPipe        *self,
              const gint16  *preroll,
              gsize          n_samples,
              gint64        *place,
              GError       **error)
{
  gint64 first;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  if (gst_element_set_state (self->pipeline, GST_STATE_PAUSED) == GST_STATE_CHANGE_FAILURE ||
      !push_at (self, preroll, n_samples, 0) ||
      !change_state (self, GST_STATE_PAUSED))
    return set_error (error, YF_SOUND_ERROR_NO_DEVICE);

  /* Running time is counted from a whole sample, and not from wherever the
   * pipeline would have put its base. */
  first = yf_pipe_place_at (g_get_monotonic_time ());
  self->base = place_to_time (first);
  gst_element_set_start_time (self->pipeline, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time (self->pipeline, self->base);

  if (!change_state (self, GST_STATE_PLAYING))
    return set_error (error, YF_SOUND_ERROR_NO_DEVICE);

  *place = first + n_samples;

  return TRUE;
}

/**
 * yf_pipe_place_at:
 * @monotonic: a time in microseconds, as from g_get_monotonic_time()
 *
 * Gets the number of the sample that sounds at a time.
 *
 * Returns: a sample number
 */
gint64
yf_pipe_place_at (gint64 monotonic)
{
  return gst_util_uint64_scale_round (MAX (monotonic, 0), YF_TONE_RATE, G_USEC_PER_SEC);
}

/**
 * yf_pipe_push:
 * @self: a pipe that plays
 * @samples: (array length=n_samples): what comes next
 * @n_samples: how many samples
 * @place: the number of the first of them
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Hands on samples. Copies them, and does not wait until they have sounded.
 *
 * Returns: whether they were taken
 */
gboolean
yf_pipe_push (YfPipe        *self,
              const gint16  *samples,
              gsize          n_samples,
              gint64         place,
              GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (place_to_time (place) >= self->base, FALSE);

  if (!push_at (self, samples, n_samples, place_to_time (place) - self->base))
    return set_error (error, YF_SOUND_ERROR_GONE);

  if (gst_app_src_get_current_level_time (GST_APP_SRC (self->source)) > STUCK)
    return set_error (error, YF_SOUND_ERROR_STUCK);

  return TRUE;
}

/**
 * yf_pipe_watch:
 * @self: a pipe that plays
 * @length: how long, in microseconds
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Waits, and watches for the device going away.
 *
 * Returns: whether it is still there
 */
gboolean
yf_pipe_watch (YfPipe  *self,
               gint64   length,
               GError **error)
{
  gint64 end = g_get_monotonic_time () + length;

  g_return_val_if_fail (self != NULL, FALSE);

  do
    {
      gint64 left = MAX (end - g_get_monotonic_time (), 0);
      g_autoptr (GstMessage) message = gst_bus_timed_pop (self->bus, left * GST_USECOND);

      if (message != NULL && GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR)
        {
          g_autoptr (GError) local_error = NULL;
          g_autofree char *detail = NULL;

          gst_message_parse_error (message, &local_error, &detail);
          g_debug ("The sound broke off: %s (%s)", local_error->message, detail ? detail : "no more known");

          return set_error (error, YF_SOUND_ERROR_GONE);
        }
    }
  while (g_get_monotonic_time () < end);

  return TRUE;
}

/**
 * yf_pipe_drain:
 * @self: a pipe that plays
 * @length: the longest to wait, in microseconds
 *
 * Waits until all that was pushed has sounded.
 */
void
yf_pipe_drain (YfPipe *self,
               gint64  length)
{
  g_autoptr (GstMessage) message = NULL;

  g_return_if_fail (self != NULL);

  if (gst_app_src_end_of_stream (GST_APP_SRC (self->source)) == GST_FLOW_OK)
    message = gst_bus_timed_pop_filtered (self->bus, length * GST_USECOND,
                                          GST_MESSAGE_EOS | GST_MESSAGE_ERROR);
}
