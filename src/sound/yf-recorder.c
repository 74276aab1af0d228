/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-recorder.h"

#include <glib/gi18n-lib.h>
#include <gst/app/app.h>
#include <math.h>

#include "yf-pipe.h"
#include "yf-samples.h"

/* Everything that a microphone gives, as a clip has it. */
#define PIPELINE "autoaudiosrc name=source ! audioconvert ! audioresample ! " \
                 "audio/x-raw,format=F32LE,rate=48000,channels=1,layout=interleaved ! " \
                 "appsink name=sink sync=false max-buffers=64"
G_STATIC_ASSERT (YF_TONE_RATE == 48000);

#define MOST_SAMPLES ((gsize) (YF_CLIP_MAX_LENGTH / YF_SECOND) * YF_TONE_RATE)

/* How often the thread looks up, and how often it says how loud it is. */
#define LOOK (50 * GST_MSECOND)
#define LEVEL_SAMPLES (YF_TONE_RATE / 10)

/* Where no sample is higher than this, 46 dB below full scale, nobody spoke
 * into the microphone: the hum of its amplifier reaches that at most. Yanfei's
 * own choice. */
#define FAINT 0.005f

/* Without a sign of life for so long, in milliseconds, the sound system counts as
 * stuck. GStreamer may need many seconds the first time it is started. */
#define STUCK 5000
#define STARTING 30000

/* One recording. The thread that makes it may outlive anybody's interest in it. */
typedef struct
{
  GMainContext *context;
  GWeakRef      recorder;
  char         *id;
  char         *text;
  int           stopping;    /* atomic */
  int           discarded;   /* atomic */
} Take;

struct _YfRecorder
{
  GObject parent_instance;

  Take    *take;    /* the one under way, or NULL */
  GSource *watch;
};

G_DEFINE_FINAL_TYPE (YfRecorder, yf_recorder, G_TYPE_OBJECT)

enum
{
  LEVEL,
  STOPPED,
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

typedef struct
{
  Take   *take;
  double  level;
  YfClip *clip;    /* or NULL */
  GError *error;   /* or NULL */
} Event;

static void
take_clear (gpointer data)
{
  Take *take = data;

  g_weak_ref_clear (&take->recorder);
  g_main_context_unref (take->context);
  g_free (take->id);
  g_free (take->text);
}

static void
take_unref (Take *take)
{
  g_atomic_rc_box_release_full (take, take_clear);
}

static void
event_free (gpointer data)
{
  Event *event = data;

  take_unref (event->take);
  g_clear_pointer (&event->clip, yf_clip_unref);
  g_clear_error (&event->error);
  g_free (event);
}

static void
clear_watch (YfRecorder *self)
{
  if (self->watch)
    g_source_destroy (self->watch);
  g_clear_pointer (&self->watch, g_source_unref);
}

/* No more is heard of the recording under way. */
static void
let_go (YfRecorder *self)
{
  clear_watch (self);
  if (self->take)
    g_atomic_int_set (&self->take->discarded, TRUE);
  g_clear_pointer (&self->take, take_unref);
}

static gboolean
stuck_cb (gpointer data)
{
  g_autoptr (YfRecorder) self = g_object_ref (data);
  g_autoptr (GError) error =
    g_error_new_literal (YF_SOUND_ERROR, YF_SOUND_ERROR_STUCK,
                         _("Nothing can be recorded: the sound system does not answer. Log out and in again, and try once more."));

  let_go (self);
  g_signal_emit (self, signals[FAILED], 0, error);

  return G_SOURCE_REMOVE;
}

static void
watch_for (YfRecorder *self,
           guint       milliseconds)
{
  clear_watch (self);
  self->watch = g_timeout_source_new (milliseconds);
  g_source_set_callback (self->watch, stuck_cb, self, NULL);
  g_source_attach (self->watch, self->take->context);
}

static gboolean
event_cb (gpointer data)
{
  Event *event = data;
  g_autoptr (YfRecorder) self = g_weak_ref_get (&event->take->recorder);

  if (self == NULL || self->take != event->take)
    return G_SOURCE_REMOVE;

  if (event->clip == NULL && event->error == NULL)
    {
      watch_for (self, STUCK);
      g_signal_emit (self, signals[LEVEL], 0, event->level);
      return G_SOURCE_REMOVE;
    }

  let_go (self);
  if (event->clip)
    g_signal_emit (self, signals[STOPPED], 0, event->clip);
  else
    g_signal_emit (self, signals[FAILED], 0, event->error);

  return G_SOURCE_REMOVE;
}

/* Says something on the main context. From any thread. */
static void
post (Take   *take,
      double  level,
      YfClip *clip,
      GError *error)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Event *event = g_new0 (Event, 1);

  event->take = g_atomic_rc_box_acquire (take);
  event->level = level;
  event->clip = clip;
  event->error = error;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, event_cb, event, event_free);
  g_source_attach (source, take->context);
}

static GError *
new_error (YfSoundError code)
{
  const char *message;

  switch (code)
    {
    case YF_SOUND_ERROR_NO_PLUGIN:
      message = _("Nothing can be recorded: a part of GStreamer is missing. Install the base and good plugins of GStreamer.");
      break;

    case YF_SOUND_ERROR_GONE:
      message = _("The recording broke off: the microphone or the sound server went away. Connect it again, and record once more.");
      break;

    case YF_SOUND_ERROR_NO_DEVICE:
    case YF_SOUND_ERROR_STUCK:
    default:
      message = _("There is no microphone. Connect one, or look at the input in the sound settings, and try once more.");
      break;
    }

  return g_error_new_literal (YF_SOUND_ERROR, code, message);
}

/* autoaudiosrc makes do with something that only seems to record, where there
 * is no microphone. */
static gboolean
has_device (GstElement *pipeline)
{
  g_autoptr (GstElement) source = gst_bin_get_by_name (GST_BIN (pipeline), "source");
  g_autoptr (GObject) device = gst_child_proxy_get_child_by_index (GST_CHILD_PROXY (source), 0);
  GstElementFactory *factory = device ? gst_element_get_factory (GST_ELEMENT (device)) : NULL;

  return factory != NULL && !g_str_equal (GST_OBJECT_NAME (factory), "audiotestsrc") &&
         !g_str_equal (GST_OBJECT_NAME (factory), "fakesrc");
}

static gboolean
has_broken (GstElement *pipeline)
{
  g_autoptr (GstBus) bus = gst_element_get_bus (pipeline);
  g_autoptr (GstMessage) message = gst_bus_pop_filtered (bus, GST_MESSAGE_ERROR);
  g_autoptr (GError) error = NULL;

  if (message == NULL)
    return FALSE;

  gst_message_parse_error (message, &error, NULL);
  g_debug ("The recording broke off: %s", error->message);

  return TRUE;
}

static float
find_peak (GArray *samples,
           gsize   from)
{
  float peak = 0;

  for (gsize i = from; i < samples->len; i++)
    peak = MAX (peak, fabsf (g_array_index (samples, float, i)));

  return MIN (peak, 1);
}

/* Returns: (transfer full) (nullable): what went wrong */
static GError *
pull (Take       *take,
      GstElement *pipeline,
      GArray     *samples)
{
  g_autoptr (GstElement) sink = gst_bin_get_by_name (GST_BIN (pipeline), "sink");
  gsize told = 0;

  while (!g_atomic_int_get (&take->stopping) && !g_atomic_int_get (&take->discarded) && samples->len < MOST_SAMPLES)
    {
      g_autoptr (GstSample) sample = gst_app_sink_try_pull_sample (GST_APP_SINK (sink), LOOK);

      if (has_broken (pipeline) || (sample == NULL && gst_app_sink_is_eos (GST_APP_SINK (sink))))
        return new_error (samples->len > 0 ? YF_SOUND_ERROR_GONE : YF_SOUND_ERROR_NO_DEVICE);
      if (sample == NULL)
        continue;

      yf_samples_append (samples, sample);
      if (samples->len - told >= LEVEL_SAMPLES)
        {
          post (take, find_peak (samples, told), NULL, NULL);
          told = samples->len;
        }
    }

  return NULL;
}

static GError *
record (Take   *take,
        GArray *samples)
{
  g_autoptr (GstElement) pipeline = NULL;
  g_autoptr (GError) local = NULL;
  GError *error;

  if (!yf_pipe_init (NULL))
    return new_error (YF_SOUND_ERROR_NO_PLUGIN);

  pipeline = gst_parse_launch_full (PIPELINE, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &local);
  if (pipeline == NULL)
    {
      g_debug ("There is nothing to record with: %s", local->message);
      return new_error (YF_SOUND_ERROR_NO_PLUGIN);
    }

  gst_object_ref_sink (pipeline);
  if (gst_element_set_state (pipeline, GST_STATE_READY) == GST_STATE_CHANGE_FAILURE || !has_device (pipeline) ||
      gst_element_set_state (pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    error = new_error (YF_SOUND_ERROR_NO_DEVICE);
  else
    error = pull (take, pipeline, samples);
  gst_element_set_state (pipeline, GST_STATE_NULL);

  return error;
}

static gpointer
run (gpointer data)
{
  Take *take = data;
  g_autoptr (GArray) samples = g_array_new (FALSE, FALSE, sizeof (float));
  GError *error = record (take, samples);
  YfClip *clip = NULL;

  if (!g_atomic_int_get (&take->discarded))
    {
      g_array_set_size (samples, (guint) MIN (samples->len, MOST_SAMPLES));
      if (error == NULL && find_peak (samples, 0) >= FAINT)
        clip = yf_clip_new_levelled (take->id, take->text, (float *) (gpointer) samples->data, samples->len, NULL);
      if (error == NULL && clip == NULL)
        error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                     _("Nothing was heard. See whether the microphone is turned on and loud enough in the sound settings, and speak close to it."));
      post (take, 0, clip, g_steal_pointer (&error));
    }
  g_clear_error (&error);
  take_unref (take);

  return NULL;
}

static void
dispose (GObject *object)
{
  let_go (YF_RECORDER (object));

  G_OBJECT_CLASS (yf_recorder_parent_class)->dispose (object);
}

static void
yf_recorder_class_init (YfRecorderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[LEVEL] =
    g_signal_new ("level", YF_TYPE_RECORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[STOPPED] =
    g_signal_new ("stopped", YF_TYPE_RECORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  YF_TYPE_CLIP | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[FAILED] =
    g_signal_new ("failed", YF_TYPE_RECORDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
yf_recorder_init (YfRecorder *self)
{
}

/**
 * yf_recorder_new:
 *
 * Returns: (transfer full): a recorder that does not listen yet
 */
YfRecorder *
yf_recorder_new (void)
{
  return g_object_new (YF_TYPE_RECORDER, NULL);
}

/**
 * yf_recorder_start:
 * @self: a recorder that is not running
 * @id: the name of the clip that is made
 * @text: (nullable): what is going to be said
 *
 * Begins to listen. Returns at once; the first `level` says that it does.
 */
void
yf_recorder_start (YfRecorder *self,
                   const char *id,
                   const char *text)
{
  g_autoptr (GThread) thread = NULL;

  g_return_if_fail (YF_IS_RECORDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (self->take == NULL);

  self->take = g_atomic_rc_box_new0 (Take);
  self->take->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->take->recorder, self);
  self->take->id = g_strdup (id);
  self->take->text = g_strdup (text);
  watch_for (self, STARTING);
  thread = g_thread_new ("recorder", run, g_atomic_rc_box_acquire (self->take));
}

/**
 * yf_recorder_stop:
 * @self: a recorder
 *
 * Has it stop listening; `stopped` or `failed` follows.
 */
void
yf_recorder_stop (YfRecorder *self)
{
  g_return_if_fail (YF_IS_RECORDER (self));

  if (self->take == NULL)
    return;
  g_atomic_int_set (&self->take->stopping, TRUE);
  watch_for (self, STUCK);
}

/**
 * yf_recorder_discard:
 * @self: a recorder
 *
 * Has it stop listening, and forget what it heard. No signal follows.
 */
void
yf_recorder_discard (YfRecorder *self)
{
  g_return_if_fail (YF_IS_RECORDER (self));

  let_go (self);
}

/**
 * yf_recorder_is_running:
 * @self: a recorder
 *
 * Returns: whether a recording was started that has neither stopped nor failed
 */
gboolean
yf_recorder_is_running (YfRecorder *self)
{
  g_return_val_if_fail (YF_IS_RECORDER (self), FALSE);

  return self->take != NULL;
}
