/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-soundtrack.h"

#include "yf-stream.h"

struct _YfSoundtrack
{
  GObject   parent_instance;

  YfPlayer *player;
  YfStream *stream;
  YfTone   *tones[YF_N_CUES];
  gint64    tone_lengths[YF_N_CUES];
  YfVoice  *voice;
  GArray   *levels;       /* of YfSpeechLevel, one for each item of the routine */
  YfSpeech *speech;
  gboolean  lost;
  gboolean  said_hurts;
  gboolean  said_paused;
};

/* Within what time anything that is to sound at once does, in microseconds:
 * yf_stream_add_now(). */
#define SOON (350 * 1000)

G_DEFINE_FINAL_TYPE (YfSoundtrack, yf_soundtrack, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PLAYER,
  N_PROPS
};

enum
{
  SIGNAL_READY,
  SIGNAL_LOST,
  SIGNAL_RESTORED,
  SIGNAL_MOVED,
  SIGNAL_DONE,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* Places every cue ahead whose time is known. What comes after a segment that
 * waits is placed when the wait is over. Returns until when a tone may sound that
 * could not be placed in time, or 0. */
static gint64
place_cues (YfSoundtrack *self)
{
  gint64 soonest = g_get_monotonic_time () + SOON;
  gint64 busy = 0;
  YfCueSheet *sheet = yf_player_get_cue_sheet (self->player);
  gint64 horizon = yf_player_get_horizon (self->player);
  guint n_cues = yf_cue_sheet_get_n_cues (sheet);
  guint next = yf_player_get_next_cue (self->player);

  for (guint i = next; i < n_cues; i++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (sheet, i);
      gint64 due;

      if (cue->position >= horizon || !yf_player_get_due (self->player, cue->position, &due))
        break;
      if (!yf_cue_sheet_is_audible (sheet, i, next))
        continue;
      yf_stream_add (self->stream, self->tones[cue->id], due);
      if (due < soonest)
        busy = soonest + self->tone_lengths[cue->id] + YF_SPEECH_AFTER_TONE;
    }

  return busy;
}

/* When a moment of the timeline comes. What is said last begins after the end. */
static gboolean
get_due (YfSoundtrack *self,
         gint64        position,
         gint64       *due)
{
  gint64 length = yf_timeline_get_length (yf_player_get_timeline (self->player));

  if (!yf_player_get_due (self->player, MIN (position, length), due))
    return FALSE;
  *due += MAX (position - length, 0);

  return TRUE;
}

/* When the next tone or word after an utterance comes. */
static gint64
find_limit (YfSoundtrack *self,
            guint         index)
{
  YfCueSheet *sheet = yf_player_get_cue_sheet (self->player);
  const YfUtterance *utterance = yf_speech_get_utterance (self->speech, index);
  gint64 limit = G_MAXINT64;
  gint64 due;

  for (guint i = yf_player_get_next_cue (self->player); i < yf_cue_sheet_get_n_cues (sheet); i++)
    {
      gint64 position = yf_cue_sheet_get_cue (sheet, i)->position;

      if (position >= utterance->position + utterance->length)
        {
          if (get_due (self, position, &due))
            limit = due - YF_SPEECH_BEFORE_TONE;
          break;
        }
    }
  if (index + 1 < yf_speech_get_n_utterances (self->speech) &&
      get_due (self, yf_speech_get_utterance (self->speech, index + 1)->position, &due))
    limit = MIN (limit, due - YF_SPEECH_GAP);

  return limit;
}

/* Places what is said ahead. What would have begun already is not said; what would
 * begin while a late tone sounds waits for it, or is not said where there is no
 * time for that. */
static void
place_speech (YfSoundtrack *self,
              gint64        busy)
{
  gint64 horizon = yf_player_get_horizon (self->player);

  if (self->speech == NULL)
    return;

  for (guint i = yf_speech_find (self->speech, yf_player_get_position (self->player));
       i < yf_speech_get_n_utterances (self->speech); i++)
    {
      const YfUtterance *utterance = yf_speech_get_utterance (self->speech, i);
      gint64 begin;
      gint64 wait;

      if (utterance->position >= horizon &&
          horizon < yf_timeline_get_length (yf_player_get_timeline (self->player)))
        break;
      if (!get_due (self, utterance->position, &begin))
        continue;
      wait = MAX (busy - begin, 0);
      if (wait > 0 && begin + wait + utterance->length > find_limit (self, i))
        continue;
      for (guint clip = 0; clip < utterance->n_clips; clip++)
        {
          gint64 due;

          if (get_due (self, yf_utterance_get_clip_position (utterance, clip), &due))
            yf_stream_add_clip (self->stream, utterance->clips[clip], due + wait);
        }
    }
}

/* From which segment on there is something to say. A tap does not leave out what it
 * ends: that a set is done is still to be said. */
static guint
find_first_segment (YfSoundtrack *self)
{
  YfTimeline *timeline = yf_player_get_timeline (self->player);
  guint index = yf_player_get_segment_index (self->player);

  if (index > 0 && yf_timeline_get_segment (timeline, index - 1)->waits &&
      yf_player_get_position (self->player) == yf_timeline_get_segment (timeline, index)->start)
    return index - 1;

  return index;
}

/* What was foreseen is not what happens now: what is said is worked out anew from
 * where the person is. */
static void
write_speech (YfSoundtrack *self)
{
  g_clear_pointer (&self->speech, yf_speech_unref);
  if (self->voice != NULL)
    self->speech = yf_speech_new (yf_player_get_cue_sheet (self->player), self->voice, self->tone_lengths,
                                  (const YfSpeechLevel *) self->levels->data, find_first_segment (self));
}

static gboolean
speaks (YfSoundtrack *self)
{
  guint item = yf_player_get_segment (self->player)->item;

  return self->voice != NULL && g_array_index (self->levels, YfSpeechLevel, item) != YF_SPEECH_OFF;
}

static void
say_now (YfSoundtrack *self,
         const char   *id)
{
  YfClip *clip = yf_voice_find (self->voice, id);

  if (clip != NULL)
    yf_stream_add_clip_now (self->stream, clip);
}

/* What the person does is answered in words, where there are words. */
static void
answer (YfSoundtrack  *self,
        YfPlayerState  state)
{
  if (!speaks (self))
    return;

  if (state == YF_PLAYER_PAUSED && !self->said_paused)
    say_now (self, "paused");
  self->said_paused = state == YF_PLAYER_PAUSED;
}

/* The words for it come after its tone. */
static void
answer_hurt (YfSoundtrack *self)
{
  YfClip *clip;

  yf_stream_add_now (self->stream, self->tones[YF_CUE_HURTS]);
  if (self->voice == NULL)
    return;

  clip = yf_voice_find (self->voice,
                        yf_speech_get_hurts_id (yf_exercise_get_posture (yf_player_get_segment (self->player)->exercise)));
  if (clip != NULL)
    yf_stream_add_clip (self->stream, clip,
                        g_get_monotonic_time () + SOON + self->tone_lengths[YF_CUE_HURTS] + YF_SPEECH_AFTER_TONE);
}

static void
retimed_cb (YfSoundtrack *self)
{
  YfPlayerState state = yf_player_get_state (self->player);

  /* The last cues of a session that has come to its end may still be ahead
   * in the stream, and stand. */
  if (state == YF_PLAYER_FINISHED)
    return;

  yf_stream_cancel (self->stream);

  if (state == YF_PLAYER_HURT && !self->said_hurts)
    {
      self->said_hurts = TRUE;
      answer_hurt (self);
    }

  write_speech (self);
  answer (self, state);
  place_speech (self, place_cues (self));
}

static void
stream_ready_cb (YfSoundtrack *self)
{
  g_signal_emit (self, signals[SIGNAL_READY], 0);
}

static void
stream_lost_cb (YfSoundtrack *self,
                const GError *error)
{
  self->lost = TRUE;
  g_signal_emit (self, signals[SIGNAL_LOST], 0, error->message);
}

static void
stream_restored_cb (YfSoundtrack *self)
{
  self->lost = FALSE;
  g_signal_emit (self, signals[SIGNAL_RESTORED], 0);
}

static void
stream_moved_cb (YfSoundtrack *self)
{
  g_signal_emit (self, signals[SIGNAL_MOVED], 0);
}

static void
stream_done_cb (YfSoundtrack *self)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
yf_soundtrack_constructed (GObject *object)
{
  YfSoundtrack *self = YF_SOUNDTRACK (object);

  G_OBJECT_CLASS (yf_soundtrack_parent_class)->constructed (object);

  g_signal_connect_object (self->player, "retimed",
                           G_CALLBACK (retimed_cb), self, G_CONNECT_SWAPPED);
}

static void
yf_soundtrack_dispose (GObject *object)
{
  YfSoundtrack *self = YF_SOUNDTRACK (object);

  /* Its thread keeps the stream alive until the last tone has died away. */
  if (self->stream)
    {
      yf_stream_cancel (self->stream);
      yf_stream_finish (self->stream);
    }
  g_clear_object (&self->stream);
  g_clear_object (&self->player);
  g_clear_pointer (&self->speech, yf_speech_unref);
  g_clear_pointer (&self->voice, yf_voice_unref);
  g_clear_pointer (&self->levels, g_array_unref);
  for (guint i = 0; i < YF_N_CUES; i++)
    g_clear_pointer (&self->tones[i], yf_tone_unref);

  G_OBJECT_CLASS (yf_soundtrack_parent_class)->dispose (object);
}

static void
yf_soundtrack_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YfSoundtrack *self = YF_SOUNDTRACK (object);

  switch (prop_id)
    {
    case PROP_PLAYER:
      g_value_set_object (value, self->player);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_soundtrack_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  YfSoundtrack *self = YF_SOUNDTRACK (object);

  switch (prop_id)
    {
    case PROP_PLAYER:
      self->player = g_value_dup_object (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_soundtrack_class_init (YfSoundtrackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = yf_soundtrack_constructed;
  object_class->dispose = yf_soundtrack_dispose;
  object_class->get_property = yf_soundtrack_get_property;
  object_class->set_property = yf_soundtrack_set_property;

  props[PROP_PLAYER] =
    g_param_spec_object ("player", NULL, NULL, YF_TYPE_PLAYER,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_READY] =
    g_signal_new ("ready", YF_TYPE_SOUNDTRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LOST] =
    g_signal_new ("lost", YF_TYPE_SOUNDTRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SIGNAL_RESTORED] =
    g_signal_new ("restored", YF_TYPE_SOUNDTRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] =
    g_signal_new ("moved", YF_TYPE_SOUNDTRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] =
    g_signal_new ("done", YF_TYPE_SOUNDTRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_soundtrack_init (YfSoundtrack *self)
{
  for (guint i = 0; i < YF_N_CUES; i++)
    {
      self->tones[i] = yf_tone_new (i);
      self->tone_lengths[i] = yf_tone_get_length (self->tones[i]);
    }

  self->stream = yf_stream_new ();
  g_signal_connect_object (self->stream, "ready",
                           G_CALLBACK (stream_ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "lost",
                           G_CALLBACK (stream_lost_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "restored",
                           G_CALLBACK (stream_restored_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "moved",
                           G_CALLBACK (stream_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stream, "done",
                           G_CALLBACK (stream_done_cb), self, G_CONNECT_SWAPPED);
}

/**
 * yf_soundtrack_new:
 * @player: a player that has not been started, on a clock that runs at the
 *   pace of the computer's
 *
 * Makes the sound of a session. It is silent until yf_soundtrack_start().
 *
 * Returns: (transfer full): the soundtrack
 */
YfSoundtrack *
yf_soundtrack_new (YfPlayer *player)
{
  g_return_val_if_fail (YF_IS_PLAYER (player), NULL);

  return g_object_new (YF_TYPE_SOUNDTRACK, "player", player, NULL);
}

/**
 * yf_soundtrack_start:
 * @self: a soundtrack that has not been started
 *
 * Opens the sound system, in the background, and returns at once. The signal
 * `ready` follows within a second. A player that is started before then is
 * heard as soon as the stream runs; cues that are more than half a second
 * late by then are left out.
 */
void
yf_soundtrack_start (YfSoundtrack *self)
{
  g_return_if_fail (YF_IS_SOUNDTRACK (self));

  yf_stream_start (self->stream);
}

/**
 * yf_soundtrack_get_lost:
 * @self: a soundtrack
 *
 * Gets whether there is no sound, or no more.
 *
 * Returns: %TRUE from `lost` to `restored`
 */
gboolean
yf_soundtrack_get_lost (YfSoundtrack *self)
{
  g_return_val_if_fail (YF_IS_SOUNDTRACK (self), FALSE);

  return self->lost;
}

/**
 * yf_soundtrack_set_voice:
 * @self: a soundtrack
 * @voice: (nullable): who speaks, or %NULL for tones alone
 * @levels: (array) (nullable): how much is said about each item of the routine,
 *   none of them %YF_SPEECH_AUTO; %NULL only without a voice
 *
 * Has the session spoken. May be called before it starts, when a voice has
 * been loaded, and again when the person chooses otherwise: what is ahead
 * follows at once.
 */
void
yf_soundtrack_set_voice (YfSoundtrack        *self,
                         YfVoice             *voice,
                         const YfSpeechLevel *levels)
{
  guint n_items;

  g_return_if_fail (YF_IS_SOUNDTRACK (self));
  g_return_if_fail (voice == NULL || levels != NULL);

  n_items = yf_routine_get_n_items (yf_timeline_get_routine (yf_player_get_timeline (self->player)));
  if (voice != NULL)
    yf_voice_ref (voice);
  g_clear_pointer (&self->voice, yf_voice_unref);
  g_clear_pointer (&self->levels, g_array_unref);
  self->voice = voice;
  if (voice != NULL)
    {
      self->levels = g_array_sized_new (FALSE, FALSE, sizeof *levels, n_items);
      g_array_append_vals (self->levels, levels, n_items);
    }

  if (yf_player_get_state (self->player) == YF_PLAYER_READY)
    write_speech (self);
  else
    retimed_cb (self);
}

/**
 * yf_soundtrack_set_volume:
 * @self: a soundtrack
 * @part: tones or speech
 * @volume: from 0, unheard, to 1
 *
 * Changes how loud one part is, which is heard about a third of a second later.
 */
void
yf_soundtrack_set_volume (YfSoundtrack *self,
                          YfMixerPart   part,
                          double        volume)
{
  g_return_if_fail (YF_IS_SOUNDTRACK (self));

  yf_stream_set_volume (self->stream, part, volume);
}

/**
 * yf_soundtrack_set_muted:
 * @self: a soundtrack
 * @muted: whether cues are not to be heard
 *
 * Mutes or unmutes, which is heard about a third of a second later. The
 * stream goes on underneath.
 */
void
yf_soundtrack_set_muted (YfSoundtrack *self,
                         gboolean      muted)
{
  g_return_if_fail (YF_IS_SOUNDTRACK (self));

  yf_stream_set_muted (self->stream, muted);
}

/**
 * yf_soundtrack_finish:
 * @self: a soundtrack
 *
 * Lets the cues that are due sound, then closes the stream. Returns at once;
 * the signal `done` follows within three seconds. Call it when the player has
 * ended.
 */
void
yf_soundtrack_finish (YfSoundtrack *self)
{
  g_return_if_fail (YF_IS_SOUNDTRACK (self));

  yf_stream_finish (self->stream);
}
