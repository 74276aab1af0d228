/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

#define YF_TYPE_SOUND_PAGE (yf_sound_page_get_type ())

/**
 * YfSoundPage:
 *
 * What is heard in a session: tones and speech, each on or off and as loud as
 * one likes, how much is said, and in whose voice.
 *
 * Signals:
 *
 * - `page (GtkWidget *)`: this page is to be shown next
 */
G_DECLARE_FINAL_TYPE (YfSoundPage, yf_sound_page, YF, SOUND_PAGE, AdwBin)

GtkWidget *yf_sound_page_new (YfPerson      *person,
                              YfPreferences *preferences);

G_END_DECLS
