/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-mixer.h"
#include "yf-player.h"
#include "yf-speech.h"

G_BEGIN_DECLS

#define YF_TYPE_SOUNDTRACK (yf_soundtrack_get_type ())

/**
 * YfSoundtrack:
 *
 * Plays the audible cues of a player's cue sheet, and what a voice says between them,
 * through one stream that runs for the whole session, each at its exact place. Listens to the player; the
 * player does not know of it. Its clock must run at the pace of the computer's.
 *
 * Signals, each on the main context:
 *
 * - `ready ()`: after yf_soundtrack_start(): the stream runs, or a second has
 *   passed, or there is no sound. Start the player here, and its first cue is
 *   exact as well.
 * - `lost (const char *message)`: there is no sound, or no more, with a
 *   sentence for the person. The session goes on.
 * - `restored ()`: there is sound again; cues that are ahead will be heard
 * - `moved ()`: it comes out somewhere else than before: headphones were taken off, and
 *   whoever listened to them does not hear what comes next
 * - `done ()`: after yf_soundtrack_finish(): all has sounded that was going
 *   to, or a few seconds have passed. A program that ends before cuts it off.
 */
G_DECLARE_FINAL_TYPE (YfSoundtrack, yf_soundtrack, YF, SOUNDTRACK, GObject)

YfSoundtrack *yf_soundtrack_new       (YfPlayer     *player);
void          yf_soundtrack_start     (YfSoundtrack *self);
gboolean      yf_soundtrack_get_lost  (YfSoundtrack *self);
void          yf_soundtrack_set_voice (YfSoundtrack        *self,
                                       YfVoice             *voice,
                                       const YfSpeechLevel *levels);
void          yf_soundtrack_set_volume (YfSoundtrack *self,
                                       YfMixerPart   part,
                                       double        volume);
void          yf_soundtrack_set_muted (YfSoundtrack *self,
                                       gboolean      muted);
void          yf_soundtrack_finish    (YfSoundtrack *self);

G_END_DECLS
