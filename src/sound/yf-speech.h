/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cue-sheet.h"
#include "yf-voice.h"

G_BEGIN_DECLS

#define YF_TYPE_SPEECH (yf_speech_get_type ())

/**
 * YfSpeechLevel:
 * @YF_SPEECH_AUTO: as often as it was done: see yf_speech_level_for()
 * @YF_SPEECH_FULL: everything: how to lie, every phase, every count
 * @YF_SPEECH_SHORT: names, counts, and the phases of the first repetition
 * @YF_SPEECH_COUNTS: counts, and what nobody could know without being told
 * @YF_SPEECH_OFF: nothing
 *
 * How much is said about an exercise.
 */
typedef enum
{
  YF_SPEECH_AUTO,
  YF_SPEECH_FULL,
  YF_SPEECH_SHORT,
  YF_SPEECH_COUNTS,
  YF_SPEECH_OFF,
} YfSpeechLevel;

/**
 * YF_SPEECH_AFTER_TONE:
 *
 * From the end of a tone to the first syllable, in microseconds: 60 ms.
 */
#define YF_SPEECH_AFTER_TONE (60 * 1000)

/**
 * YF_SPEECH_BEFORE_TONE:
 *
 * From the last syllable to the next tone at least, in microseconds: 150 ms.
 */
#define YF_SPEECH_BEFORE_TONE (150 * 1000)

/**
 * YF_SPEECH_GAP:
 *
 * Between two clips of one utterance, in microseconds: 0.1 s.
 */
#define YF_SPEECH_GAP (100 * 1000)

/**
 * YfUtterance:
 * @position: when it begins, in microseconds from the start of the timeline;
 *   the last may begin after the timeline has ended
 * @length: how long it lasts, in microseconds, gaps included
 * @segment: the segment in which it is said; of what is said after the end,
 *   the last
 * @cue: what it speaks of
 * @clips: (array length=n_clips): what is played, back to back, with
 *   %YF_SPEECH_GAP between
 * @n_clips: how many there are, at least one
 *
 * A few words, said without a stop.
 */
typedef struct
{
  gint64    position;
  gint64    length;
  guint     segment;
  YfCueId   cue;
  YfClip  **clips;
  guint     n_clips;
} YfUtterance;

/**
 * YfSpeech:
 *
 * Everything that is said in a session, in order, and when. Immutable.
 */
typedef struct _YfSpeech YfSpeech;

GType              yf_speech_get_type         (void) G_GNUC_CONST;
YfSpeech          *yf_speech_new              (YfCueSheet          *cue_sheet,
                                               YfVoice             *voice,
                                               const gint64         tone_lengths[YF_N_CUES],
                                               const YfSpeechLevel *levels,
                                               guint                from_segment);
YfSpeech          *yf_speech_ref              (YfSpeech            *self);
void               yf_speech_unref            (YfSpeech            *self);

guint              yf_speech_get_n_utterances (YfSpeech            *self);
const YfUtterance *yf_speech_get_utterance    (YfSpeech            *self,
                                               guint                index);
guint              yf_speech_find             (YfSpeech            *self,
                                               gint64               position);

gint64             yf_utterance_get_clip_position (const YfUtterance *self,
                                                   guint              clip);

YfSpeechLevel      yf_speech_level_for        (YfSpeechLevel        setting,
                                               guint                n_sessions);
const char        *yf_speech_level_get_id     (YfSpeechLevel        level);
gboolean           yf_speech_level_from_id    (const char          *id,
                                               YfSpeechLevel       *level);
const char        *yf_speech_get_hurts_id     (YfPosture            posture);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSpeech, yf_speech_unref)

G_END_DECLS
