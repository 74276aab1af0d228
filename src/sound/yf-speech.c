/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-speech.h"

#include "yf-ids.h"
#include "yf-speech-writer.h"

/* Full until it has been done three times, short until it has been done ten
 * times: Yanfei's own choice. */
#define SESSIONS_FULL 3
#define SESSIONS_SHORT 10

struct _YfSpeech
{
  gatomicrefcount  ref_count;
  GArray          *utterances;
};

G_DEFINE_BOXED_TYPE (YfSpeech, yf_speech, yf_speech_ref, yf_speech_unref)

static const char * const level_ids[] = {
  [YF_SPEECH_AUTO] = "auto",
  [YF_SPEECH_FULL] = "full",
  [YF_SPEECH_SHORT] = "short",
  [YF_SPEECH_COUNTS] = "counts",
  [YF_SPEECH_OFF] = "off",
};

/**
 * yf_speech_new:
 * @cue_sheet: what is heard besides, and of what timeline
 * @voice: who speaks
 * @tone_lengths: how long the tone of each cue lasts, in microseconds; 0 where
 *   it does not sound
 * @levels: (array): how much is said about each item of the routine, none of
 *   them %YF_SPEECH_AUTO: see yf_speech_level_for()
 * @from_segment: where the person begins, or goes on after a jump: nothing is
 *   said of what lies before, nor that it is done. After a tap, which does end
 *   what was done, the segment that it has ended
 *
 * Works out what is said in a session, and when. Nothing is ever said over a
 * tone or over something else: words begin %YF_SPEECH_AFTER_TONE after a tone
 * and end %YF_SPEECH_BEFORE_TONE before the next; what does not fit is
 * shortened, in the end to nothing but the tone. A pure function.
 *
 * Returns: (transfer full): the speech
 */
YfSpeech *
yf_speech_new (YfCueSheet          *cue_sheet,
               YfVoice             *voice,
               const gint64         tone_lengths[YF_N_CUES],
               const YfSpeechLevel *levels,
               guint                from_segment)
{
  g_autoptr (YfSpeechWriter) writer = NULL;
  YfSpeech *self;

  g_return_val_if_fail (cue_sheet != NULL, NULL);
  g_return_val_if_fail (voice != NULL, NULL);
  g_return_val_if_fail (tone_lengths != NULL, NULL);
  g_return_val_if_fail (levels != NULL, NULL);

  writer = yf_speech_writer_new (cue_sheet, voice, tone_lengths);
  yf_speech_plan (writer, yf_cue_sheet_get_timeline (cue_sheet), cue_sheet, levels, from_segment);

  self = g_new0 (YfSpeech, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->utterances = yf_speech_writer_steal (writer);

  return self;
}

YfSpeech *
yf_speech_ref (YfSpeech *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
yf_speech_unref (YfSpeech *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->utterances);
  g_free (self);
}

guint
yf_speech_get_n_utterances (YfSpeech *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->utterances->len;
}

/**
 * yf_speech_get_utterance:
 * @self: a speech
 * @index: from 0
 *
 * Returns: (transfer none): the utterance; they are in the order in which they
 *   are said
 */
const YfUtterance *
yf_speech_get_utterance (YfSpeech *self,
                         guint     index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->utterances->len, NULL);

  return &g_array_index (self->utterances, YfUtterance, index);
}

/**
 * yf_speech_find:
 * @self: a speech
 * @position: microseconds from the start of the timeline
 *
 * Returns: index of the first utterance that begins at @position or later;
 *   the number of utterances if there is none
 */
guint
yf_speech_find (YfSpeech *self,
                gint64    position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->utterances->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->utterances, YfUtterance, middle).position < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * yf_utterance_get_clip_position:
 * @self: an utterance
 * @clip: one of its clips, from 0
 *
 * Returns: when the clip begins, in microseconds from the start of the
 *   timeline
 */
gint64
yf_utterance_get_clip_position (const YfUtterance *self,
                                guint              clip)
{
  gint64 position;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (clip < self->n_clips, 0);

  position = self->position;
  for (guint i = 0; i < clip; i++)
    position += yf_clip_get_length (self->clips[i]) + YF_SPEECH_GAP;

  return position;
}

/**
 * yf_speech_level_for:
 * @setting: what the person has chosen
 * @n_sessions: in how many sessions they have done the exercise before
 *
 * Less is said the better somebody knows an exercise: everything in the first
 * three sessions, little up to the tenth, then only counts. Yanfei's own
 * choice; any other setting than %YF_SPEECH_AUTO stands as it is.
 *
 * Returns: how much is said about the exercise, never %YF_SPEECH_AUTO
 */
YfSpeechLevel
yf_speech_level_for (YfSpeechLevel setting,
                     guint         n_sessions)
{
  if (setting != YF_SPEECH_AUTO)
    return setting;
  if (n_sessions < SESSIONS_FULL)
    return YF_SPEECH_FULL;

  return n_sessions < SESSIONS_SHORT ? YF_SPEECH_SHORT : YF_SPEECH_COUNTS;
}

/**
 * yf_speech_level_get_id:
 * @level: how much is said
 *
 * Returns: (transfer none): its name in the settings, such as "counts"
 */
const char *
yf_speech_level_get_id (YfSpeechLevel level)
{
  g_return_val_if_fail (level < G_N_ELEMENTS (level_ids), NULL);

  return level_ids[level];
}

gboolean
yf_speech_level_from_id (const char    *id,
                         YfSpeechLevel *level)
{
  YF_IDS_FROM_ID (level_ids, id, level);
}

/**
 * yf_speech_get_hurts_id:
 * @posture: how the person lies or stands
 *
 * Returns: (transfer none): name of the clip that is said when it hurts: who
 *   stands cannot lie still
 */
const char *
yf_speech_get_hurts_id (YfPosture posture)
{
  return posture == YF_POSTURE_STANDING ? "hurts-standing" : "hurts";
}
