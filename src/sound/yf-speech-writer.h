/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-speech.h"

G_BEGIN_DECLS

/**
 * YF_SPEECH_BETWEEN:
 *
 * Between one utterance and the next at least, in microseconds, so that they
 * are heard as two: 0.25 s.
 */
#define YF_SPEECH_BETWEEN (250 * 1000)

/**
 * YfSpeechWriter:
 *
 * Puts words where there is room for them. Words are asked for in the order
 * in which they are to be said; what has been placed is never moved. Private
 * to the speech.
 */
typedef struct _YfSpeechWriter YfSpeechWriter;

YfSpeechWriter *yf_speech_writer_new      (YfCueSheet     *cue_sheet,
                                           YfVoice        *voice,
                                           const gint64   *tone_lengths);
void            yf_speech_writer_free     (YfSpeechWriter *self);
gint64          yf_speech_writer_find     (YfSpeechWriter *self,
                                           guint           segment,
                                           gint64          earliest,
                                           gint64          latest,
                                           const char     *words);
gboolean        yf_speech_writer_say      (YfSpeechWriter *self,
                                           guint           segment,
                                           YfCueId         cue,
                                           gint64          earliest,
                                           gint64          latest,
                                           const char     *words);
gint64          yf_speech_writer_measure  (YfSpeechWriter *self,
                                           const char     *words);
GArray         *yf_speech_writer_steal    (YfSpeechWriter *self);

void            yf_speech_plan            (YfSpeechWriter      *self,
                                           YfTimeline          *timeline,
                                           YfCueSheet          *cue_sheet,
                                           const YfSpeechLevel *levels,
                                           guint                from_segment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSpeechWriter, yf_speech_writer_free)

G_END_DECLS
