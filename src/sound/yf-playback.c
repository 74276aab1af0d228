/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-playback.h"

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

/* After this time without a sample leaving, the sound system counts as stuck,
 * in microseconds (a laptop that wakes up needs a moment; GStreamer may need
 * many the first time it is started). */
#define STUCK (5 * G_USEC_PER_SEC)
#define STARTING (30 * G_USEC_PER_SEC)

/* How long the thread waits before it tries again to find something that sounds,
 * in microseconds: at first, and at most. A server that is started anew, and
 * headphones that are put on again, are found within three seconds. */
#define RETRY G_USEC_PER_SEC
#define MAX_RETRY (3 * G_USEC_PER_SEC)

/* How long the last samples may take to leave, in microseconds. */
#define DRAIN G_USEC_PER_SEC

struct _YfPlayback
{
  GObject        *owner;
  YfPlaybackFunc  func;

  GMutex          mutex;        /* guards what follows */
  GCond           cond;         /* finishing or given_up has changed */
  YfMixer        *mixer;
  gint64          stuck_at;     /* unless there is a sign of life before */
  gboolean        finishing;
  gboolean        given_up;
  gboolean        stalled;      /* the thread has shown no sign of life for too long */
  gboolean        placed;       /* whether the mixer's head is on the clock */
};

static void
tell (YfPlayback      *self,
      YfPlaybackEvent  event,
      GError          *error)
{
  self->func (self->owner, event, error);
}

/* Reads a flag that is guarded. */
static gboolean
is_set (YfPlayback     *self,
        const gboolean *flag)
{
  gboolean set;

  g_mutex_lock (&self->mutex);
  set = *flag;
  g_mutex_unlock (&self->mutex);

  return set;
}

/* Sets a flag for which the thread may wait. */
static void
set_flag (YfPlayback *self,
          gboolean   *flag)
{
  g_mutex_lock (&self->mutex);
  *flag = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

/* Renders a block. Tones keep their places on the system's clock: the mixer's head
 * is that of the block's first sample. Until it is known where that is, there is
 * only the hum. Returns whether more is wanted. */
static gboolean
render (YfPlayback *self,
        YfPipe     *pipe,
        YfAnchor   *anchor,
        YfMixer    *hum,
        gint16     *samples)
{
  gint64 origin;
  gboolean settled = yf_anchor_get (anchor, &origin);
  gboolean more;

  g_mutex_lock (&self->mutex);

  self->stuck_at = g_get_monotonic_time () + STUCK;
  if (settled)
    {
      gint64 place = yf_playback_get_place (origin) + yf_pipe_get_pushed (pipe);
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
check_moved (YfPlayback  *self,
             YfPipe      *pipe,
             char       **device)
{
  g_autofree char *now = yf_pipe_dup_device (pipe);

  if (now == NULL)
    return;

  if (*device != NULL && !g_str_equal (now, *device))
    tell (self, YF_PLAYBACK_MOVED, NULL);
  g_free (*device);
  *device = g_steal_pointer (&now);
}

/* The stream, until it is finished or breaks. @again is whether one broke before:
 * nobody is told that there is sound again where it goes nowhere. */
static gboolean
play (YfPlayback  *self,
      YfPipe      *pipe,
      gboolean     again,
      GError     **error)
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
          tell (self, YF_PLAYBACK_RUNNING, NULL);
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
show_life (YfPlayback *self)
{
  g_mutex_lock (&self->mutex);
  self->stuck_at = g_get_monotonic_time () + STUCK;
  self->stalled = FALSE;
  g_mutex_unlock (&self->mutex);
}

/* Waits before the next try. Returns whether there is to be one. */
static gboolean
wait_to_retry (YfPlayback *self,
               gint64      length)
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
  YfPlayback *self = data;
  g_autoptr (GObject) owner = self->owner;
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
          tell (self, YF_PLAYBACK_ENDED, NULL);
          return NULL;
        }

      /* What worked for a while is tried again soon. */
      retry = self->placed ? RETRY : MIN (retry * 2, MAX_RETRY);
      for_good = g_error_matches (error, YF_SOUND_ERROR, YF_SOUND_ERROR_NO_PLUGIN);
      tell (self, YF_PLAYBACK_BROKEN, g_steal_pointer (&error));
      again = TRUE;
      if (for_good)
        return NULL;
      /* Freeing the pipe may take as long as it likes: everybody knows by now. */
    }
  while (wait_to_retry (self, retry));

  return NULL;
}

/**
 * yf_playback_new:
 * @owner: whom to tell, and who frees the playback
 * @func: called on the thread, for every event
 *
 * Makes a playback that does not run yet.
 *
 * Returns: (transfer full): the playback
 */
YfPlayback *
yf_playback_new (GObject        *owner,
                 YfPlaybackFunc  func)
{
  YfPlayback *self;

  g_return_val_if_fail (G_IS_OBJECT (owner), NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (YfPlayback, 1);
  self->owner = owner;
  self->func = func;
  self->mixer = yf_mixer_new ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);

  return self;
}

/**
 * yf_playback_free:
 * @self: (transfer full): a playback whose thread has ended, or never began
 *
 * Frees it.
 */
void
yf_playback_free (YfPlayback *self)
{
  g_return_if_fail (self != NULL);

  yf_mixer_free (self->mixer);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/**
 * yf_playback_start:
 * @self: a playback that was not started
 *
 * Opens the sound system on a thread and returns at once. The thread keeps the owner
 * alive until it ends.
 */
void
yf_playback_start (YfPlayback *self)
{
  g_autoptr (GThread) thread = NULL;

  g_return_if_fail (self != NULL);

  g_object_ref (self->owner);
  self->stuck_at = g_get_monotonic_time () + STARTING;
  thread = g_thread_new ("sound", run, self);
}

/**
 * yf_playback_finish:
 * @self: a playback
 *
 * Has the thread end when all that was placed has sounded.
 */
void
yf_playback_finish (YfPlayback *self)
{
  g_return_if_fail (self != NULL);

  set_flag (self, &self->finishing);
}

/**
 * yf_playback_give_up:
 * @self: a playback
 *
 * Has the thread end as soon as it can, whatever has not sounded.
 */
void
yf_playback_give_up (YfPlayback *self)
{
  g_return_if_fail (self != NULL);

  set_flag (self, &self->given_up);
}

/**
 * yf_playback_check_stuck:
 * @self: a playback
 *
 * Looks for signs of life. A thread that has shown none for too long begins anew when it
 * comes back, with %YF_PLAYBACK_RUNNING.
 *
 * Returns: whether the sound system has got stuck since it was last looked at
 */
gboolean
yf_playback_check_stuck (YfPlayback *self)
{
  gboolean stuck;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  stuck = !self->stalled && g_get_monotonic_time () > self->stuck_at;
  self->stalled |= stuck;
  g_mutex_unlock (&self->mutex);

  return stuck;
}

/**
 * yf_playback_lock:
 * @self: a playback
 *
 * Keeps the thread from rendering until yf_playback_unlock(), which must follow within
 * milliseconds.
 *
 * Returns: (transfer none): what sounds, to be changed until then
 */
YfMixer *
yf_playback_lock (YfPlayback *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_mutex_lock (&self->mutex);

  return self->mixer;
}

void
yf_playback_unlock (YfPlayback *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_unlock (&self->mutex);
}

/**
 * yf_playback_get_place:
 * @monotonic: a time in microseconds, as from g_get_monotonic_time()
 *
 * Returns: its place in the mixer, in samples
 */
gint64
yf_playback_get_place (gint64 monotonic)
{
  return monotonic * YF_TONE_RATE / G_USEC_PER_SEC;
}
