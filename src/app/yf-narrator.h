/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-preferences.h"
#include "yf-soundtrack.h"
#include "yf-store.h"

G_BEGIN_DECLS

#define YF_TYPE_NARRATOR (yf_narrator_get_type ())

/**
 * YfNarrator:
 *
 * Finds the voice of a session and how much it says, as the person prefers it and
 * as well as they know each exercise, and hands both to the soundtrack. Follows
 * the preferences while the session runs.
 *
 * Signals:
 *
 * - `problem (const char *)`: a clip of the person's own cannot be used, in a
 *   sentence
 */
G_DECLARE_FINAL_TYPE (YfNarrator, yf_narrator, YF, NARRATOR, GObject)

YfNarrator *yf_narrator_new        (YfSoundtrack  *soundtrack,
                                    YfTimeline    *timeline,
                                    YfStore       *store,
                                    YfPreferences *preferences);
void        yf_narrator_set_volume (YfNarrator    *self,
                                    double         volume);

G_END_DECLS
