/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"
#include "yf-speech.h"

/* Both voices as they are built, the tones as they sound, and the scores that
 * are to be spoken to. */

#define N_LANGUAGES 2

extern const char * const fixture_languages[N_LANGUAGES];

extern YfCatalogue *fixture_catalogue;
extern YfVoice     *fixture_voices[N_LANGUAGES];
extern gint64       fixture_tones[YF_N_CUES];

typedef struct
{
  YfTimeline *timeline;
  YfCueSheet *cue_sheet;
} Score;

void           fixture_set_up    (void);
void           fixture_tear_down (void);

Score          score_new   (const YfRoutineItem *items,
                            guint                n_items,
                            YfCounting           counting);
void           score_clear (Score               *self);
YfSpeech      *score_speak (const Score         *self,
                            guint                language,
                            YfSpeechLevel        level,
                            guint                from);
YfRoutineItem  item_of     (const char          *id,
                            int                  sets,
                            int                  reps,
                            int                  hold);

const char    *clip_id     (const YfUtterance   *utterance,
                            guint                clip);
gboolean       says        (const YfUtterance   *utterance,
                            const char          *id);
char          *dup_words   (const YfUtterance   *utterance);
