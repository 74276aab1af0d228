/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-own-voice.h"

G_BEGIN_DECLS

#define YF_TYPE_OWN_CLIPS_PAGE (yf_own_clips_page_get_type ())

/**
 * YfOwnClipsPage:
 *
 * Everything the voice says, to be searched, and which of it is the person's
 * own.
 *
 * Signals:
 *
 * - `page (GtkWidget *)`: this page is to be shown next
 */
G_DECLARE_FINAL_TYPE (YfOwnClipsPage, yf_own_clips_page, YF, OWN_CLIPS_PAGE, AdwBin)

GtkWidget *yf_own_clips_page_new (YfOwnVoice *own_voice);

G_END_DECLS
