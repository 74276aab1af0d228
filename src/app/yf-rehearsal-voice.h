/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-preferences.h"
#include "yf-timeline.h"

G_BEGIN_DECLS

#define YF_TYPE_REHEARSAL_VOICE (yf_rehearsal_voice_get_type ())

/**
 * YfRehearsalVoice:
 *
 * Says a clip outside of a session, if the person wants to be spoken to and there
 * is a voice that has it; or else nothing. Nobody waits for it.
 */
G_DECLARE_FINAL_TYPE (YfRehearsalVoice, yf_rehearsal_voice, YF, REHEARSAL_VOICE, GObject)

YfRehearsalVoice *yf_rehearsal_voice_new (YfPreferences    *preferences,
                                          const char       *data_dir,
                                          YfTimeline       *timeline);
void              yf_rehearsal_voice_say (YfRehearsalVoice *self,
                                          const char       *clip);

G_END_DECLS
