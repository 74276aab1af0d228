/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-stream.h"

#include "yf-playback.h"

/* How long a session waits for its sound, in milliseconds. */
#define PATIENCE 1000

/* How often it is looked at whether the sound system is stuck, in milliseconds. */
#define LOOK 250

/* How long all that is left may take, in milliseconds: 0.3 s of lead, 0.8 s of
 * tone, the few words that are said last, and a second for the last samples. */
#define FAREWELL 10000

struct _YfStream
{
  GObject       parent_instance;

  YfPlayback   *playback;
  GMainContext *context;
  GSource      *patience;
  GSource      *watch;
  GSource      *farewell;
  gboolean      started;
  gboolean      finished;
  gboolean      is_ready;
  gboolean      is_lost;
  gboolean      is_done;
};

G_DEFINE_FINAL_TYPE (YfStream, yf_stream, G_TYPE_OBJECT)

enum
{
  SIGNAL_READY,
  SIGNAL_LOST,
  SIGNAL_RESTORED,
  SIGNAL_MOVED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  YfStream        *stream;
  YfPlaybackEvent  what;
  GError          *error;
} Event;

static void
event_free (Event *event)
{
  g_clear_object (&event->stream);
  g_clear_error (&event->error);
  g_free (event);
}

static void
clear_source (GSource **source)
{
  if (*source)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
emit_ready (YfStream *self)
{
  clear_source (&self->patience);
  if (self->is_ready)
    return;

  self->is_ready = TRUE;
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

/* The stream runs, for the first time or again. */
static void
note_running (YfStream *self)
{
  if (self->is_lost && !self->is_done)
    {
      self->is_lost = FALSE;
      g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
    }
  emit_ready (self);
}

static void
emit_done (YfStream *self)
{
  if (self->is_done || !self->finished)
    return;

  self->is_done = TRUE;
  clear_source (&self->watch);
  clear_source (&self->farewell);
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
emit_lost (YfStream     *self,
           const GError *error)
{
  /* Once all has been said there is nothing left to lose. */
  if (self->is_lost || self->is_done)
    return;

  self->is_lost = TRUE;
  g_signal_emit (self, signals[SIGNAL_LOST], 0, error);
  emit_ready (self);
  emit_done (self);
}

static gboolean
event_cb (gpointer data)
{
  Event *event = data;

  switch (event->what)
    {
    case YF_PLAYBACK_RUNNING:
      note_running (event->stream);
      break;

    case YF_PLAYBACK_BROKEN:
      emit_lost (event->stream, event->error);
      break;

    case YF_PLAYBACK_MOVED:
      if (!event->stream->is_done)
        g_signal_emit (event->stream, signals[SIGNAL_MOVED], 0);
      break;

    case YF_PLAYBACK_ENDED:
      emit_done (event->stream);
      break;

    default:
      g_assert_not_reached ();
    }

  return G_SOURCE_REMOVE;
}

/* Deals with an event on the main context. From any thread. */
static void
post (GObject         *object,
      YfPlaybackEvent  what,
      GError          *error)
{
  YfStream *self = YF_STREAM (object);
  g_autoptr (GSource) source = g_idle_source_new ();
  Event *event = g_new0 (Event, 1);

  event->stream = g_object_ref (self);
  event->what = what;
  event->error = error;
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, event_cb, event, (GDestroyNotify) event_free);
  g_source_attach (source, self->context);
}

static gboolean
patience_cb (gpointer data)
{
  emit_ready (data);

  return G_SOURCE_REMOVE;
}

static gboolean
farewell_cb (gpointer data)
{
  YfStream *self = data;

  yf_playback_give_up (self->playback);
  emit_done (self);

  return G_SOURCE_REMOVE;
}

static gboolean
watch_cb (gpointer data)
{
  YfStream *self = data;

  if (yf_playback_check_stuck (self->playback))
    {
      g_autoptr (GError) error = yf_sound_error_new (YF_SOUND_ERROR_STUCK);

      emit_lost (self, error);
    }

  return G_SOURCE_CONTINUE;
}

static GSource *
add_timeout (YfStream    *self,
             guint        milliseconds,
             GSourceFunc  func)
{
  GSource *source = g_timeout_source_new (milliseconds);

  g_source_set_callback (source, func, g_object_ref (self), g_object_unref);
  g_source_attach (source, self->context);

  return source;
}

static void
yf_stream_dispose (GObject *object)
{
  YfStream *self = YF_STREAM (object);

  clear_source (&self->patience);
  clear_source (&self->watch);
  clear_source (&self->farewell);

  G_OBJECT_CLASS (yf_stream_parent_class)->dispose (object);
}

static void
yf_stream_finalize (GObject *object)
{
  YfStream *self = YF_STREAM (object);

  g_clear_pointer (&self->playback, yf_playback_free);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (yf_stream_parent_class)->finalize (object);
}

static void
yf_stream_class_init (YfStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yf_stream_dispose;
  object_class->finalize = yf_stream_finalize;

  signals[SIGNAL_READY] =
    g_signal_new ("ready", YF_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LOST] =
    g_signal_new ("lost", YF_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", YF_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", YF_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] =
    g_signal_new ("done", YF_TYPE_STREAM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_stream_init (YfStream *self)
{
  self->playback = yf_playback_new (G_OBJECT (self), post);
  self->context = g_main_context_ref_thread_default ();
}

/**
 * yf_stream_new:
 *
 * Makes a stream that does not run yet. Give it up with yf_stream_finish():
 * its thread keeps it alive until then.
 *
 * Returns: (transfer full): the stream
 */
YfStream *
yf_stream_new (void)
{
  return g_object_new (YF_TYPE_STREAM, NULL);
}

/**
 * yf_stream_start:
 * @self: a stream
 *
 * Opens the sound system on the stream's own thread and returns at once. The
 * signal `ready` follows within a second, whether or not there is sound. What is
 * lost is looked for until the stream is finished, every few seconds.
 */
void
yf_stream_start (YfStream *self)
{
  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (!self->started);

  self->started = TRUE;
  self->patience = add_timeout (self, PATIENCE, patience_cb);
  self->watch = add_timeout (self, LOOK, watch_cb);
  yf_playback_start (self->playback);
}

/**
 * yf_stream_add:
 * @self: a stream
 * @tone: what is to sound
 * @monotonic: when it begins, in microseconds, as from g_get_monotonic_time()
 *
 * Places a tone. One whose time is less than about 0.3 s ahead begins as soon
 * as it can, which is within 0.35 s of now, or not at all if that is more
 * than half a second late (%YF_MIXER_MAX_LATENESS).
 */
void
yf_stream_add (YfStream *self,
               YfTone   *tone,
               gint64    monotonic)
{
  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (tone != NULL);

  yf_mixer_add (yf_playback_lock (self->playback), tone, yf_playback_get_place (monotonic));
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_add_now:
 * @self: a stream
 * @tone: what is to sound
 *
 * Plays a tone as soon as it can sound, which is within 0.35 s.
 */
void
yf_stream_add_now (YfStream *self,
                   YfTone   *tone)
{
  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (tone != NULL);

  yf_mixer_add_now (yf_playback_lock (self->playback), tone);
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_add_clip:
 * @self: a stream
 * @clip: what is to be said
 * @monotonic: when it begins, in microseconds, as from g_get_monotonic_time()
 *
 * Places a clip. What cannot begin within 50 ms of its time is not said.
 */
void
yf_stream_add_clip (YfStream *self,
                    YfClip   *clip,
                    gint64    monotonic)
{
  gsize n_samples;

  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (clip != NULL);

  /* It may have to be read from the disk: not while the thread waits for the mixer. */
  yf_clip_get_samples (clip, &n_samples);
  yf_mixer_add_clip (yf_playback_lock (self->playback), clip, yf_playback_get_place (monotonic));
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_add_clip_now:
 * @self: a stream
 * @clip: what is to be said
 *
 * Says something as soon as it can be heard, which is within 0.35 s.
 */
void
yf_stream_add_clip_now (YfStream *self,
                        YfClip   *clip)
{
  gsize n_samples;

  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (clip != NULL);

  /* As in yf_stream_add_clip(). */
  yf_clip_get_samples (clip, &n_samples);
  yf_mixer_add_clip_now (yf_playback_lock (self->playback), clip);
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_set_volume:
 * @self: a stream
 * @part: tones or speech
 * @volume: from 0 to 1
 *
 * Changes how loud one part is, which is heard about a third of a second later.
 */
void
yf_stream_set_volume (YfStream    *self,
                      YfMixerPart  part,
                      double       volume)
{
  g_return_if_fail (YF_IS_STREAM (self));

  yf_mixer_set_volume (yf_playback_lock (self->playback), part, volume);
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_cancel:
 * @self: a stream
 *
 * Takes out every tone that has not begun to be rendered, and fades those
 * that have. What is already on its way, at most 0.35 s, still sounds.
 */
void
yf_stream_cancel (YfStream *self)
{
  g_return_if_fail (YF_IS_STREAM (self));

  yf_mixer_cancel (yf_playback_lock (self->playback));
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_set_muted:
 * @self: a stream
 * @muted: whether tones are not to be heard
 *
 * Mutes or unmutes the tones. The stream stays alive underneath.
 */
void
yf_stream_set_muted (YfStream *self,
                     gboolean  muted)
{
  g_return_if_fail (YF_IS_STREAM (self));

  yf_mixer_set_muted (yf_playback_lock (self->playback), muted);
  yf_playback_unlock (self->playback);
}

/**
 * yf_stream_finish:
 * @self: a stream
 *
 * Lets every tone that was placed sound, then closes the stream. Returns at
 * once; the signal `done` follows, within ten seconds.
 */
void
yf_stream_finish (YfStream *self)
{
  g_return_if_fail (YF_IS_STREAM (self));

  if (self->finished)
    return;

  self->finished = TRUE;
  yf_playback_finish (self->playback);

  if (!self->started || self->is_lost)
    post (G_OBJECT (self), YF_PLAYBACK_ENDED, NULL);
  else
    self->farewell = add_timeout (self, FAREWELL, farewell_cb);
}
