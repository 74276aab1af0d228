/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-own-voice.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

#define YF_TYPE_SOUND_CHECK_PAGE (yf_sound_check_page_get_type ())

/**
 * YfSoundCheckPage:
 *
 * Says a sentence, and asks whether it was heard. Afterwards it explains the
 * button of a headset, aloud. One key leads on at any moment.
 *
 * Signals:
 *
 * - `done ()`: the person wants to go on
 */
G_DECLARE_FINAL_TYPE (YfSoundCheckPage, yf_sound_check_page, YF, SOUND_CHECK_PAGE, AdwBin)

GtkWidget *yf_sound_check_page_new           (YfPreferences        *preferences,
                                              YfOwnVoice           *own_voice,
                                              gboolean              before_session);
void       yf_sound_check_page_expect        (YfPreferences        *preferences);
void       yf_sound_check_page_is_due_async  (YfPreferences        *preferences,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean   yf_sound_check_page_is_due_finish (GAsyncResult         *result);

G_END_DECLS
