/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-audition.h"
#include "yf-sound-error.h"
#include "yf-sound-probe.h"
#include "yf-stream.h"

/* How long the way from the stream to the ear is, at most, in milliseconds. */
#define WAY 700

/* Between one tone of a movement and the next, in samples. */
#define BETWEEN (YF_TONE_RATE / 5)

struct _YfAudition
{
  GObject parent_instance;

  YfStream *stream;   /* while something plays, or NULL */
  gint64    length;   /* of what plays */
  guint     end;
};

G_DEFINE_FINAL_TYPE (YfAudition, yf_audition, G_TYPE_OBJECT)

enum
{
  ENDED,
  LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
get_message (const GError *error)
{
  if (g_error_matches (error, YF_SOUND_ERROR, YF_SOUND_ERROR_NO_PLUGIN))
    return _("Nothing can be heard: a part of GStreamer is missing. Install the base and good plugins of GStreamer.");
  if (g_error_matches (error, YF_SOUND_ERROR, YF_SOUND_ERROR_STUCK))
    return _("Nothing can be heard: the sound system does not answer. Log out and in again, and try once more.");
  return _("Nothing can be heard: there is no loudspeaker, and there are no headphones. Connect some, or look at the output in the sound settings, and try once more.");
}

static void
end (YfAudition *self)
{
  yf_audition_stop (self);
  g_signal_emit (self, signals[ENDED], 0);
}

static gboolean
end_cb (gpointer user_data)
{
  YfAudition *self = user_data;

  self->end = 0;
  end (self);

  return G_SOURCE_REMOVE;
}

static void
ready_cb (YfAudition *self)
{
  if (self->end == 0)
    self->end = g_timeout_add ((guint) (self->length / 1000) + WAY, end_cb, self);
}

static void
lost_cb (YfAudition   *self,
         const GError *error)
{
  yf_audition_stop (self);
  g_signal_emit (self, signals[LOST], 0, get_message (error));
}

static void
dispose (GObject *object)
{
  yf_audition_stop (YF_AUDITION (object));

  G_OBJECT_CLASS (yf_audition_parent_class)->dispose (object);
}

static void
yf_audition_class_init (YfAuditionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LOST] =
    g_signal_new ("lost", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_audition_init (YfAudition *self)
{
}

/**
 * yf_audition_new:
 *
 * Returns: (transfer full): an audition, which opens nothing yet
 */
YfAudition *
yf_audition_new (void)
{
  return g_object_new (YF_TYPE_AUDITION, NULL);
}

/**
 * yf_audition_play:
 * @self: an audition
 * @clip: what is to be heard
 * @volume: how loud, 0 to 1
 *
 * Plays something, in place of what was playing. `ended` or `lost` follows.
 */
void
yf_audition_play (YfAudition *self,
                  YfClip     *clip,
                  double      volume)
{
  g_return_if_fail (YF_IS_AUDITION (self));
  g_return_if_fail (clip != NULL);

  yf_audition_stop (self);
  self->length = yf_clip_get_length (clip);
  self->stream = yf_stream_new ();
  g_signal_connect_object (self->stream, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "lost", G_CALLBACK (lost_cb), self, G_CONNECT_SWAPPED);
  yf_stream_set_volume (self->stream, YF_MIXER_SPEECH, volume);
  yf_stream_add_clip_now (self->stream, clip);
  yf_stream_start (self->stream);
}

/**
 * yf_audition_set_volume:
 * @self: an audition
 * @volume: how loud, 0 to 1
 *
 * Changes what plays, if anything does.
 */
void
yf_audition_set_volume (YfAudition *self,
                        double      volume)
{
  g_return_if_fail (YF_IS_AUDITION (self));

  if (self->stream)
    yf_stream_set_volume (self->stream, YF_MIXER_SPEECH, volume);
}

/**
 * yf_audition_stop:
 * @self: an audition
 *
 * Stops what plays. No signal follows.
 */
void
yf_audition_stop (YfAudition *self)
{
  g_autoptr (YfStream) stream = NULL;

  g_return_if_fail (YF_IS_AUDITION (self));

  stream = g_steal_pointer (&self->stream);
  g_clear_handle_id (&self->end, g_source_remove);
  if (stream == NULL)
    return;
  g_signal_handlers_disconnect_by_data (stream, self);
  yf_stream_cancel (stream);
  yf_stream_finish (stream);
}

/**
 * yf_audition_create_tones:
 *
 * Returns: (transfer full): what a movement sounds like: raise, hold, lower
 */
YfClip *
yf_audition_create_tones (void)
{
  static const YfCueId cues[] = { YF_CUE_RAISE, YF_CUE_HOLD, YF_CUE_LOWER };
  g_autoptr (GArray) samples = g_array_new (FALSE, TRUE, sizeof (float));
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (cues[i]);
      gsize n_samples;
      const float *tone_samples = yf_tone_get_samples (tone, &n_samples);

      if (i > 0)
        g_array_set_size (samples, samples->len + BETWEEN);
      g_array_append_vals (samples, tone_samples, (guint) n_samples);
    }

  length = samples->len;

  return yf_clip_new ("tones", NULL, (float *) (gpointer) g_array_free (g_steal_pointer (&samples), FALSE), length);
}

static void
probe_thread (GTask        *task,
              gpointer      source_object,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  g_task_return_pointer (task, yf_sound_probe (&error) ? NULL : g_strdup (get_message (error)), g_free);
}

/**
 * yf_audition_probe_async:
 * @cancellable: (nullable): to stop it
 * @callback: called when it is known
 * @user_data: for @callback
 *
 * Finds out whether anything can be heard, on a thread of its own. How long it
 * takes is for the sound system to say.
 */
void
yf_audition_probe_async (GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, yf_audition_probe_async);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, probe_thread);
}

/**
 * yf_audition_probe_finish:
 * @result: what the callback was given
 * @message: (out) (transfer full) (nullable): why nothing can be heard, in a
 *   sentence; %NULL if something can, or nobody knows
 *
 * Returns: whether something can be heard
 */
gboolean
yf_audition_probe_finish (GAsyncResult  *result,
                          char         **message)
{
  *message = NULL;
  if (g_task_had_error (G_TASK (result)))
    return FALSE;
  *message = g_task_propagate_pointer (G_TASK (result), NULL);

  return *message == NULL;
}
