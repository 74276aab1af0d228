/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-rehearsal-voice.h"

#include "yf-stream.h"
#include "yf-voice.h"

struct _YfRehearsalVoice
{
  GObject parent_instance;

  YfPreferences *preferences;
  GCancellable  *cancellable;
  YfVoice       *voice;     /* NULL until it is loaded */
  YfStream      *stream;    /* NULL where nothing is to be heard */
  gboolean       ready;     /* whether what is said now is heard */
  char          *clip;      /* what is to be said as soon as that can be, or NULL */
};

G_DEFINE_FINAL_TYPE (YfRehearsalVoice, yf_rehearsal_voice, G_TYPE_OBJECT)

static gboolean
may_speak (YfPreferences *preferences)
{
  gboolean sound;

  g_object_get (preferences, "sound-enabled", &sound, NULL);

  return sound && yf_preferences_get_speech_level (preferences) != YF_SPEECH_OFF;
}

static void
say_now (YfRehearsalVoice *self)
{
  g_autofree char *id = NULL;
  YfClip *clip;

  if (self->clip == NULL || self->voice == NULL || !self->ready)
    return;

  id = g_steal_pointer (&self->clip);
  clip = yf_voice_find (self->voice, id);
  /* What was being said speaks of a step that was left. */
  yf_stream_cancel (self->stream);
  if (clip)
    yf_stream_add_clip_now (self->stream, clip);
}

static void
ready_cb (YfRehearsalVoice *self)
{
  self->ready = TRUE;
  say_now (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YfRehearsalVoice) self = user_data;
  g_autoptr (GError) error = NULL;

  self->voice = yf_voice_load_finish (result, &error);
  if (self->voice == NULL)
    {
      /* All of it is there to be read. */
      g_debug ("Nobody speaks: %s", error->message);
      return;
    }
  say_now (self);
}

static void
dispose (GObject *object)
{
  YfRehearsalVoice *self = YF_REHEARSAL_VOICE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  /* Its thread keeps the stream alive until it is silent. */
  if (self->stream)
    {
      yf_stream_cancel (self->stream);
      yf_stream_finish (self->stream);
    }
  g_clear_object (&self->stream);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->voice, yf_voice_unref);
  g_clear_pointer (&self->clip, g_free);

  G_OBJECT_CLASS (yf_rehearsal_voice_parent_class)->dispose (object);
}

static void
yf_rehearsal_voice_class_init (YfRehearsalVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;
}

static void
yf_rehearsal_voice_init (YfRehearsalVoice *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * yf_rehearsal_voice_new:
 * @preferences: how the person likes it
 * @data_dir: where clips of their own are
 * @timeline: of what it is going to speak
 *
 * Returns: (transfer full): a voice, which loads itself; silent for ever if the
 *   person wants no speech now
 */
YfRehearsalVoice *
yf_rehearsal_voice_new (YfPreferences *preferences,
                        const char    *data_dir,
                        YfTimeline    *timeline)
{
  YfRehearsalVoice *self = g_object_new (YF_TYPE_REHEARSAL_VOICE, NULL);
  const char *language = yf_preferences_get_voice (preferences);
  g_autofree char *folder = NULL;

  self->preferences = g_object_ref (preferences);
  if (!may_speak (preferences))
    return self;

  folder = yf_voice_dup_own_folder (data_dir, language);
  yf_voice_load_async (language, folder, timeline, self->cancellable, loaded_cb, g_object_ref (self));

  self->stream = yf_stream_new ();
  g_signal_connect_object (self->stream, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  yf_stream_set_volume (self->stream, YF_MIXER_SPEECH, yf_preferences_get_speech_volume (preferences));
  yf_stream_start (self->stream);

  return self;
}

/**
 * yf_rehearsal_voice_say:
 * @clip: the name of a clip
 *
 * Says it as soon as that can be heard, instead of whatever it was saying or going
 * to say.
 */
void
yf_rehearsal_voice_say (YfRehearsalVoice *self,
                        const char       *clip)
{
  g_return_if_fail (YF_IS_REHEARSAL_VOICE (self));
  g_return_if_fail (clip != NULL);

  if (self->stream == NULL)
    return;

  g_free (self->clip);
  self->clip = g_strdup (clip);
  say_now (self);
}
