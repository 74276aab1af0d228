/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-stream.h"

#include "yf-anchor.h"
#include "yf-pipe.h"

/* What is rendered at a time, and what is rendered before the device starts,
 * in samples. */
#define BLOCK (YF_TONE_RATE / 100)
#define PREROLL (YF_TONE_RATE * 3 / 10)

/* How often the thread looks up, in microseconds. */
#define PERIOD (10 * 1000)

/* How often the thread asks whether anybody can hear it, and how long nobody
 * may, in microseconds: headphones that drop out often come back at once. */
#define ASK G_USEC_PER_SEC
#define UNHEARD (5 * G_USEC_PER_SEC)

/* How far the stream may be from its place before it is put right, in
 * samples: a millisecond while nothing sounds, for nobody hears a leap in the
 * hum; and if it cannot wait, a tenth of a second. */
#define SLACK (YF_TONE_RATE / 1000)
#define MAX_SLACK (YF_TONE_RATE / 10)

/* How long a session waits for its sound, in milliseconds. */
#define PATIENCE 1000

/* After this time without a sample leaving, the sound system counts as stuck,
 * in microseconds (a laptop that wakes up needs a moment; GStreamer may need
 * many the first time it is started); and how often that is looked at, in
 * milliseconds. */
#define STUCK (5 * G_USEC_PER_SEC)
#define STARTING (30 * G_USEC_PER_SEC)
#define LOOK 250

/* How long the thread waits before it tries again to find something that sounds,
 * in microseconds: at first, and at most. A server that is started anew, and
 * headphones that are put on again, are found within three seconds. */
#define RETRY G_USEC_PER_SEC
#define MAX_RETRY (3 * G_USEC_PER_SEC)

/* How long the last samples may take to leave, in microseconds; and how long
 * all that is left may take, in milliseconds: 0.3 s of lead, 0.8 s of tone,
 * the few words that are said last, and the last samples. */
#define DRAIN G_USEC_PER_SEC
#define FAREWELL 10000

struct _YfStream
{
  GObject       parent_instance;

  GMainContext *context;
  GSource      *patience;
  GSource      *watch;
  GSource      *farewell;
  gboolean      started;
  gboolean      finished;
  gboolean      is_ready;
  gboolean      is_lost;
  gboolean      is_done;

  GMutex        mutex;          /* guards what follows */
  GCond         cond;           /* finishing or given_up has changed */
  YfMixer      *mixer;
  gint64        stuck_at;       /* unless there is a sign of life before */
  gboolean      finishing;
  gboolean      given_up;
  gboolean      stalled;        /* the thread has shown no sign of life for too long */
  gboolean      placed;         /* whether the mixer's head is on the clock */
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
  YfStream *stream;
  guint     signal;
  GError   *error;
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

  switch (event->signal)
    {
    case SIGNAL_READY:
      note_running (event->stream);
      break;

    case SIGNAL_LOST:
      emit_lost (event->stream, event->error);
      break;

    case SIGNAL_MOVED:
      if (!event->stream->is_done)
        g_signal_emit (event->stream, signals[SIGNAL_MOVED], 0);
      break;

    case SIGNAL_DONE:
      emit_done (event->stream);
      break;

    default:
      g_assert_not_reached ();
    }

  return G_SOURCE_REMOVE;
}

/* Has a signal emitted on the main context. From any thread. */
static void
post (YfStream *self,
      guint     signal,
      GError   *error)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  Event *event = g_new0 (Event, 1);

  event->stream = g_object_ref (self);
  event->signal = signal;
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

  g_mutex_lock (&self->mutex);
  self->given_up = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  emit_done (self);

  return G_SOURCE_REMOVE;
}

static gboolean
watch_cb (gpointer data)
{
  YfStream *self = data;
  g_autoptr (GError) error = NULL;

  g_mutex_lock (&self->mutex);
  if (!self->stalled && g_get_monotonic_time () > self->stuck_at)
    {
      self->stalled = TRUE;
      error = yf_sound_error_new (YF_SOUND_ERROR_STUCK);
    }
  g_mutex_unlock (&self->mutex);

  if (error != NULL)
    emit_lost (self, error);

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

/* Reads a flag of the stream that is guarded. */
static gboolean
is_set (YfStream       *self,
        const gboolean *flag)
{
  gboolean set;

  g_mutex_lock (&self->mutex);
  set = *flag;
  g_mutex_unlock (&self->mutex);

  return set;
}

static gint64
time_to_place (gint64 monotonic)
{
  return monotonic * YF_TONE_RATE / G_USEC_PER_SEC;
}

/* Renders a block on the stream's thread. Tones keep their places on the
 * system's clock: the mixer's head is that of the block's first sample. Until
 * it is known where that is, there is only the hum. Returns whether more is
 * wanted. */
static gboolean
render (YfStream *self,
        YfPipe   *pipe,
        YfAnchor *anchor,
        YfMixer  *hum,
        gint16   *samples)
{
  gint64 origin;
  gboolean settled = yf_anchor_get (anchor, &origin);
  gboolean more;

  g_mutex_lock (&self->mutex);

  self->stuck_at = g_get_monotonic_time () + STUCK;
  if (settled)
    {
      gint64 place = time_to_place (origin) + yf_pipe_get_pushed (pipe);
      gint64 error = ABS (place - yf_mixer_get_head (self->mixer));

      if (!self->placed || error >= MAX_SLACK ||
          (error >= SLACK && yf_mixer_is_silent (self->mixer)))
        yf_mixer_set_head (self->mixer, place);
      self->placed = TRUE;
    }
  yf_mixer_render (self->placed ? self->mixer : hum, samples, BLOCK);
  more = !self->given_up && !(self->finishing && (!self->placed || yf_mixer_is_idle (self->mixer)));

  g_mutex_unlock (&self->mutex);

  return more;
}

/* Asks whether anybody can hear the stream @now. @heard is when somebody last could. */
static gboolean
check_heard (YfPipe  *pipe,
             gint64   now,
             gint64  *heard,
             GError **error)
{
  if (yf_pipe_is_heard (pipe))
    *heard = now;
  if (now - *heard < UNHEARD)
    return TRUE;

  g_propagate_error (error, yf_sound_error_new (*heard == 0 ? YF_SOUND_ERROR_NO_DEVICE : YF_SOUND_ERROR_GONE));

  return FALSE;
}

/* Asks where the stream comes out. @device is where it did. */
static void
check_moved (YfStream  *self,
             YfPipe    *pipe,
             char     **device)
{
  g_autofree char *now = yf_pipe_dup_device (pipe);

  if (now == NULL)
    return;

  if (*device != NULL && !g_str_equal (now, *device))
    post (self, SIGNAL_MOVED, NULL);
  g_free (*device);
  *device = g_steal_pointer (&now);
}

/* The stream, until it is finished or breaks. @again is whether one broke before:
 * nobody is told that there is sound again where it goes nowhere. */
static gboolean
play (YfStream  *self,
      YfPipe    *pipe,
      gboolean   again,
      GError   **error)
{
  g_autoptr (YfMixer) hum = yf_mixer_new ();
  g_autofree char *device = NULL;
  YfAnchor anchor = { 0, };
  gint16 samples[PREROLL];
  gboolean more = TRUE;
  gboolean ready = FALSE;
  gint64 asked = 0;
  gint64 heard = 0;
  gint64 now;

  yf_mixer_render (hum, samples, PREROLL);
  if (!yf_pipe_play (pipe, samples, PREROLL, error))
    return FALSE;

  while (more)
    {
      while (more && yf_pipe_wants_more (pipe))
        {
          more = render (self, pipe, &anchor, hum, samples);
          if (!yf_pipe_push (pipe, samples, BLOCK, error))
            return FALSE;

          /* Only while samples leave does the device's clock tell the truth:
           * before, some run ahead as though they did. */
          yf_anchor_observe (&anchor, yf_pipe_get_origin (pipe));
        }

      /* Everybody has been told that there is no sound. What comes back after that has
       * a place of its own to find: it begins anew. */
      if (is_set (self, &self->stalled))
        {
          g_propagate_error (error, yf_sound_error_new (YF_SOUND_ERROR_STUCK));
          return FALSE;
        }
      if (!ready && self->placed && (!again || yf_pipe_is_heard (pipe)))
        {
          post (self, SIGNAL_READY, NULL);
          ready = TRUE;
          check_moved (self, pipe, &device);
        }

      more = more && !is_set (self, &self->given_up);
      now = g_get_monotonic_time ();
      if (now - asked >= ASK)
        {
          asked = now;
          if (ready)
            check_moved (self, pipe, &device);
          if (!check_heard (pipe, now, &heard, error))
            return FALSE;
        }
      if (!yf_pipe_watch (pipe, PERIOD, error))
        return FALSE;
    }

  yf_pipe_drain (pipe, DRAIN);

  return TRUE;
}

static void
show_life (YfStream *self)
{
  g_mutex_lock (&self->mutex);
  self->stuck_at = g_get_monotonic_time () + STUCK;
  self->stalled = FALSE;
  g_mutex_unlock (&self->mutex);
}

/* Waits before the next try. Returns whether there is to be one. */
static gboolean
wait_to_retry (YfStream *self,
               gint64    length)
{
  gint64 end = g_get_monotonic_time () + length;
  gboolean retry;

  g_mutex_lock (&self->mutex);
  self->stalled = FALSE;
  self->stuck_at = G_MAXINT64;
  self->placed = FALSE;
  while (!self->finishing && !self->given_up && g_cond_wait_until (&self->cond, &self->mutex, end))
    continue;
  retry = !self->finishing && !self->given_up;
  self->stuck_at = g_get_monotonic_time () + STARTING;
  g_mutex_unlock (&self->mutex);

  return retry;
}

static gpointer
run (gpointer data)
{
  g_autoptr (YfStream) self = data;
  gint64 retry = RETRY;
  gboolean again = FALSE;

  do
    {
      g_autoptr (YfPipe) pipe = NULL;
      g_autoptr (GError) error = NULL;
      gboolean for_good;

      if (yf_pipe_init (&error))
        {
          show_life (self);
          pipe = yf_pipe_new (&error);
        }
      if (pipe != NULL && play (self, pipe, again, &error))
        {
          post (self, SIGNAL_DONE, NULL);
          return NULL;
        }

      /* What worked for a while is tried again soon. */
      retry = self->placed ? RETRY : MIN (retry * 2, MAX_RETRY);
      for_good = g_error_matches (error, YF_SOUND_ERROR, YF_SOUND_ERROR_NO_PLUGIN);
      post (self, SIGNAL_LOST, g_steal_pointer (&error));
      again = TRUE;
      if (for_good)
        return NULL;
      /* Freeing the pipe may take as long as it likes: everybody knows by now. */
    }
  while (wait_to_retry (self, retry));

  return NULL;
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

  g_clear_pointer (&self->mixer, yf_mixer_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);

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
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->mixer = yf_mixer_new ();
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
  g_autoptr (GThread) thread = NULL;

  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (!self->started);

  self->started = TRUE;
  self->stuck_at = g_get_monotonic_time () + STARTING;
  self->patience = add_timeout (self, PATIENCE, patience_cb);
  self->watch = add_timeout (self, LOOK, watch_cb);
  thread = g_thread_new ("sound", run, g_object_ref (self));
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

  g_mutex_lock (&self->mutex);
  yf_mixer_add (self->mixer, tone, time_to_place (monotonic));
  g_mutex_unlock (&self->mutex);
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

  g_mutex_lock (&self->mutex);
  yf_mixer_add_now (self->mixer, tone);
  g_mutex_unlock (&self->mutex);
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
  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (clip != NULL);

  g_mutex_lock (&self->mutex);
  yf_mixer_add_clip (self->mixer, clip, time_to_place (monotonic));
  g_mutex_unlock (&self->mutex);
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
  g_return_if_fail (YF_IS_STREAM (self));
  g_return_if_fail (clip != NULL);

  g_mutex_lock (&self->mutex);
  yf_mixer_add_clip_now (self->mixer, clip);
  g_mutex_unlock (&self->mutex);
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

  g_mutex_lock (&self->mutex);
  yf_mixer_set_volume (self->mixer, part, volume);
  g_mutex_unlock (&self->mutex);
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

  g_mutex_lock (&self->mutex);
  yf_mixer_cancel (self->mixer);
  g_mutex_unlock (&self->mutex);
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

  g_mutex_lock (&self->mutex);
  yf_mixer_set_muted (self->mixer, muted);
  g_mutex_unlock (&self->mutex);
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
  g_mutex_lock (&self->mutex);
  self->finishing = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);

  if (!self->started || self->is_lost)
    post (self, SIGNAL_DONE, NULL);
  else
    self->farewell = add_timeout (self, FAREWELL, farewell_cb);
}
