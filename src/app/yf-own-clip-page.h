/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-own-voice.h"

G_BEGIN_DECLS

#define YF_TYPE_OWN_CLIP_PAGE (yf_own_clip_page_get_type ())

/**
 * YfOwnClipPage:
 *
 * One sentence of the voice: to be heard, recorded, taken from a file, and
 * given back to the built-in voice.
 */
G_DECLARE_FINAL_TYPE (YfOwnClipPage, yf_own_clip_page, YF, OWN_CLIP_PAGE, AdwBin)

GtkWidget *yf_own_clip_page_new (YfOwnVoice *own_voice,
                                 const char *id,
                                 const char *text);

G_END_DECLS
