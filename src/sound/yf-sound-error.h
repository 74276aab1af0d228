/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YF_SOUND_ERROR (yf_sound_error_quark ())

/**
 * YfSoundError:
 * @YF_SOUND_ERROR_NO_PLUGIN: GStreamer, or a part of it, is not installed
 * @YF_SOUND_ERROR_NO_DEVICE: nothing that sounds could be opened
 * @YF_SOUND_ERROR_GONE: device or server went away
 * @YF_SOUND_ERROR_STUCK: device or server does not answer
 *
 * Why there is no sound. The messages are sentences for the person.
 */
typedef enum
{
  YF_SOUND_ERROR_NO_PLUGIN,
  YF_SOUND_ERROR_NO_DEVICE,
  YF_SOUND_ERROR_GONE,
  YF_SOUND_ERROR_STUCK,
} YfSoundError;

GQuark  yf_sound_error_quark (void);
GError *yf_sound_error_new   (YfSoundError code);

G_END_DECLS
