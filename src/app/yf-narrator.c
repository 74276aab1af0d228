/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-narrator.h"

struct _YfNarrator
{
  GObject parent_instance;

  YfSoundtrack  *soundtrack;
  YfTimeline    *timeline;
  YfStore       *store;
  YfPreferences *preferences;
  GCancellable  *cancellable;
  YfVoice       *voice;        /* NULL until it is loaded */
  double         volume;       /* of all, 0 to 1 */
  guint         *n_sessions;   /* for each item, in how many sessions it was done; NULL until it is known */
};

G_DEFINE_FINAL_TYPE (YfNarrator, yf_narrator, G_TYPE_OBJECT)

enum
{
  PROBLEM,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count_items (YfNarrator *self)
{
  return yf_routine_get_n_items (yf_timeline_get_routine (self->timeline));
}

static void
update_volumes (YfNarrator *self)
{
  yf_soundtrack_set_volume (self->soundtrack, YF_MIXER_TONES,
                            self->volume * yf_preferences_get_tone_volume (self->preferences));
  yf_soundtrack_set_volume (self->soundtrack, YF_MIXER_SPEECH,
                            self->volume * yf_preferences_get_speech_volume (self->preferences));
}

static void
update_voice (YfNarrator *self)
{
  YfSpeechLevel setting = yf_preferences_get_speech_level (self->preferences);
  g_autofree YfSpeechLevel *levels = NULL;

  if (self->voice == NULL || self->n_sessions == NULL)
    return;

  if (setting == YF_SPEECH_OFF)
    {
      yf_soundtrack_set_voice (self->soundtrack, NULL, NULL);
      return;
    }

  levels = g_new0 (YfSpeechLevel, count_items (self));
  for (guint i = 0; i < count_items (self); i++)
    levels[i] = yf_speech_level_for (setting, self->n_sessions[i]);
  yf_soundtrack_set_voice (self->soundtrack, self->voice, levels);
}

static void
voice_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YfNarrator) self = user_data;
  g_autoptr (GError) error = NULL;

  self->voice = yf_voice_load_finish (result, &error);
  if (self->voice == NULL)
    {
      /* The tones say when; a session does not need words. */
      g_debug ("Nobody speaks: %s", error->message);
      return;
    }

  for (const char * const *problem = yf_voice_get_problems (self->voice); problem && *problem; problem++)
    g_signal_emit (self, signals[PROBLEM], 0, *problem);
  update_voice (self);
}

static void
sessions_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (YfNarrator) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = yf_store_list_sessions_finish (YF_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Who cannot be known is told everything. */
  self->n_sessions = g_new0 (guint, count_items (self));
  for (guint i = 0; i < count_items (self); i++)
    {
      YfExercise *exercise = yf_routine_get_item (yf_timeline_get_routine (self->timeline), i)->exercise;

      self->n_sessions[i] = yf_session_record_count_with (sessions, yf_exercise_get_id (exercise));
    }
  update_voice (self);
}

static void
load_voice (YfNarrator *self)
{
  const char *language = yf_preferences_get_voice (self->preferences);
  g_autofree char *folder = yf_voice_dup_own_folder (yf_store_get_directory (self->store), language);

  yf_voice_load_async (language, folder, self->timeline, self->cancellable, voice_cb, g_object_ref (self));
}

static void
dispose (GObject *object)
{
  YfNarrator *self = YF_NARRATOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->soundtrack);
  g_clear_object (&self->store);
  g_clear_object (&self->preferences);
  g_clear_pointer (&self->timeline, yf_timeline_unref);
  g_clear_pointer (&self->voice, yf_voice_unref);
  g_clear_pointer (&self->n_sessions, g_free);

  G_OBJECT_CLASS (yf_narrator_parent_class)->dispose (object);
}

static void
yf_narrator_class_init (YfNarratorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dispose;

  signals[PROBLEM] =
    g_signal_new ("problem", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yf_narrator_init (YfNarrator *self)
{
  self->cancellable = g_cancellable_new ();
  self->volume = 1;
}

/**
 * yf_narrator_new:
 * @soundtrack: what is to speak
 * @timeline: what will happen
 * @store: what was done before
 * @preferences: how the person likes it
 *
 * Returns: (transfer full): a narrator, which is at work at once
 */
YfNarrator *
yf_narrator_new (YfSoundtrack  *soundtrack,
                 YfTimeline    *timeline,
                 YfStore       *store,
                 YfPreferences *preferences)
{
  YfNarrator *self = g_object_new (YF_TYPE_NARRATOR, NULL);

  self->soundtrack = g_object_ref (soundtrack);
  self->timeline = yf_timeline_ref (timeline);
  self->store = g_object_ref (store);
  self->preferences = g_object_ref (preferences);
  g_signal_connect_object (preferences, "notify::speech-level", G_CALLBACK (update_voice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::speech-enabled", G_CALLBACK (update_voice), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::speech-volume", G_CALLBACK (update_volumes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::tones-enabled", G_CALLBACK (update_volumes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preferences, "notify::tone-volume", G_CALLBACK (update_volumes), self, G_CONNECT_SWAPPED);
  update_volumes (self);
  load_voice (self);
  yf_store_list_sessions_async (store, YF_DAY_NONE, YF_DAY_NONE, self->cancellable, sessions_cb, g_object_ref (self));

  return self;
}

/**
 * yf_narrator_set_volume:
 * @volume: from 0, unheard, to 1, as loud as the person prefers it
 *
 * Turns all of the session down, for as long as it lasts.
 */
void
yf_narrator_set_volume (YfNarrator *self,
                        double      volume)
{
  g_return_if_fail (YF_IS_NARRATOR (self));
  g_return_if_fail (volume >= 0 && volume <= 1);

  self->volume = volume;
  update_volumes (self);
}
