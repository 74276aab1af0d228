/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-pipe.h"

#include <gst/app/app.h>
#include <gst/audio/audio.h>

#include "yf-tone.h"

/* How much waits in front of the device's own buffer, which holds 0.2 s:
 * together enough for a machine that is busy elsewhere, and little enough for
 * "it hurts" to be answered at once. */
#define QUEUE (GST_SECOND / 10)

/* What PulseAudio and PipeWire play to where there is no sound hardware. */
#define NOWHERE "auto_null"

/* How long opening the device may take once a server has been found. */
#define OPENING (3 * GST_SECOND)

struct _YfPipe
{
  GstElement   *pipeline;
  GstElement   *source;
  GstElement   *sink;
  GObject      *device;
  GstBus       *bus;
  GstClock     *clock;
  GstClockTime  base;
  gint64        pushed;
};

static gboolean
set_error (GError       **error,
           YfSoundError   code)
{
  g_propagate_error (error, yf_sound_error_new (code));

  return FALSE;
}

/* What a volume control shows, where there is one that shows it. */
static void
set_up_device (GObject *device)
{
  g_autoptr (GstStructure) properties = NULL;

  if (!g_object_class_find_property (G_OBJECT_GET_CLASS (device), "stream-properties"))
    return;

  /* As a call: what else plays is paused or made softer until the session is over, where
   * the sound server does such things (PulseAudio's modules role-cork and
   * role-ducking), and never in the middle of a word. */
  properties = gst_structure_new ("props",
                                  "media.role", G_TYPE_STRING, "phone",
                                  "application.name", G_TYPE_STRING, "Yanfei",
                                  "application.id", G_TYPE_STRING, YF_APP_ID,
                                  "application.icon_name", G_TYPE_STRING, YF_APP_ID,
                                  NULL);
  g_object_set (device, "stream-properties", properties, NULL);
}

/* autoaudiosink has chosen a device by now, or a fake one if there is none. */
static gboolean
choose_device (YfPipe  *self,
               GError **error)
{
  GstElementFactory *factory = NULL;

  self->device = gst_child_proxy_get_child_by_index (GST_CHILD_PROXY (self->sink), 0);
  if (self->device)
    factory = gst_element_get_factory (GST_ELEMENT (self->device));
  if (factory == NULL || g_str_equal (GST_OBJECT_NAME (factory), "fakesink"))
    return set_error (error, YF_SOUND_ERROR_NO_DEVICE);

  g_debug ("Sound goes to %s", GST_OBJECT_NAME (factory));
  set_up_device (self->device);

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

  return TRUE;
}

static gboolean
change_state (YfPipe   *self,
              GstState  state)
{
  if (gst_element_set_state (self->pipeline, state) == GST_STATE_CHANGE_FAILURE)
    return FALSE;

  return gst_element_get_state (self->pipeline, NULL, NULL, OPENING) == GST_STATE_CHANGE_SUCCESS;
}

static GstClockTime
samples_to_time (gint64 n_samples)
{
  return gst_util_uint64_scale_round (n_samples, GST_SECOND, YF_TONE_RATE);
}

static gboolean
push (YfPipe       *self,
      const gint16 *samples,
      gsize         n_samples)
{
  GstBuffer *buffer = gst_buffer_new_memdup (samples, n_samples * sizeof *samples);

  GST_BUFFER_PTS (buffer) = samples_to_time (self->pushed);
  GST_BUFFER_DURATION (buffer) = samples_to_time (self->pushed + n_samples) - GST_BUFFER_PTS (buffer);
  self->pushed += n_samples;

  return gst_app_src_push_buffer (GST_APP_SRC (self->source), buffer) == GST_FLOW_OK;
}

/**
 * yf_pipe_init:
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Starts GStreamer, from any thread and as often as one likes. The first time
 * after an installation, that looks at every plugin there is, which may take
 * many seconds on a slow disk.
 *
 * Returns: whether GStreamer is there
 */
gboolean
yf_pipe_init (GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (gst_init_check (NULL, NULL, &local_error))
    return TRUE;

  g_debug ("GStreamer does not start: %s", local_error ? local_error->message : "no reason given");

  return set_error (error, YF_SOUND_ERROR_NO_PLUGIN);
}

/**
 * yf_pipe_new:
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Finds something that sounds and opens it. Call yf_pipe_init() first.
 *
 * Returns: (transfer full) (nullable): the pipe, or %NULL
 */
YfPipe *
yf_pipe_new (GError **error)
{
  g_autoptr (YfPipe) self = g_new0 (YfPipe, 1);

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
  g_clear_object (&self->device);
  g_clear_pointer (&self->clock, gst_object_unref);
  g_clear_pointer (&self->bus, gst_object_unref);
  g_clear_pointer (&self->pipeline, gst_object_unref);
  g_free (self);
}

/**
 * yf_pipe_play:
 * @self: a pipe
 * @samples: (array length=n_samples): what sounds first
 * @n_samples: how many samples
 * @error: return location for a %YF_SOUND_ERROR
 *
 * Sets the pipe going. The pipeline runs by the clock of the device, so that
 * nothing is ever stretched, dropped or repeated to follow another one: made
 * to follow the system's clock, sinks leap by tens of milliseconds while they
 * find their feet, and again each time they think they have drifted. What
 * the device's clock has to do with the system's, yf_pipe_get_origin() says.
 *
 * Returns: whether it runs
 */
gboolean
yf_pipe_play (YfPipe        *self,
              const gint16  *samples,
              gsize          n_samples,
              GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->clock == NULL, FALSE);

  if (gst_element_set_state (self->pipeline, GST_STATE_PAUSED) == GST_STATE_CHANGE_FAILURE ||
      !push (self, samples, n_samples) ||
      !change_state (self, GST_STATE_PAUSED) ||
      !change_state (self, GST_STATE_PLAYING))
    return set_error (error, YF_SOUND_ERROR_NO_DEVICE);

  self->clock = gst_pipeline_get_pipeline_clock (GST_PIPELINE (self->pipeline));
  self->base = gst_element_get_base_time (self->pipeline);

  return TRUE;
}

/**
 * yf_pipe_wants_more:
 * @self: a pipe that plays
 *
 * Gets whether it is time to push more.
 *
 * Returns: %TRUE if little is left
 */
gboolean
yf_pipe_wants_more (YfPipe *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return gst_app_src_get_current_level_time (GST_APP_SRC (self->source)) < QUEUE;
}

/**
 * yf_pipe_push:
 * @self: a pipe that plays
 * @samples: (array length=n_samples): what comes next
 * @n_samples: how many samples
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
              GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!push (self, samples, n_samples))
    return set_error (error, YF_SOUND_ERROR_GONE);

  return TRUE;
}

/**
 * yf_pipe_get_pushed:
 * @self: a pipe
 *
 * Gets how many samples were pushed so far.
 *
 * Returns: a number of samples
 */
gint64
yf_pipe_get_pushed (YfPipe *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pushed;
}

/**
 * yf_pipe_get_origin:
 * @self: a pipe that plays
 *
 * Reads off the device's clock when the first sample sounded: sample n sounds
 * n / %YF_TONE_RATE seconds after that. The answer trembles by some
 * milliseconds from one time to the next, wanders as the clocks drift apart,
 * and leaps when the device stands still or is another one.
 *
 * Returns: a time in microseconds, as from g_get_monotonic_time()
 */
gint64
yf_pipe_get_origin (YfPipe *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (self->clock != NULL, 0);

  return g_get_monotonic_time () -
         GST_CLOCK_DIFF (self->base, gst_clock_get_time (self->clock)) / GST_USECOND;
}

/**
 * yf_pipe_is_heard:
 * @self: a pipe that plays
 *
 * Asks the sound server, where there is one, whether the stream comes out
 * anywhere. A server without hardware takes it all the same.
 *
 * Returns: %FALSE if it is known that nobody can hear it
 */
gboolean
yf_pipe_is_heard (YfPipe *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  name = yf_pipe_dup_device (self);

  return g_strcmp0 (name, NOWHERE) != 0;
}

/**
 * yf_pipe_dup_device:
 * @self: a pipe that plays
 *
 * Asks the sound server, where there is one, where the stream comes out. That
 * changes when headphones are taken off, or put on.
 *
 * Returns: (transfer full) (nullable): the server's name for it, or %NULL if it is not
 *   known
 */
char *
yf_pipe_dup_device (YfPipe *self)
{
  char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (self->device), "current-device"))
    g_object_get (self->device, "current-device", &name, NULL);

  return name;
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
