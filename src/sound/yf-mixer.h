/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clip.h"

G_BEGIN_DECLS

/**
 * YF_MIXER_MAX_LATENESS:
 *
 * How late a tone may begin, in samples: half a second. What is later than
 * that would say something that is no longer so, and stays silent.
 */
#define YF_MIXER_MAX_LATENESS (YF_TONE_RATE / 2)

/**
 * YF_MIXER_MAX_SPEECH_LATENESS:
 *
 * How late a clip may begin, in samples: 50 ms. Later, and it would speak over the
 * tone that comes next.
 */
#define YF_MIXER_MAX_SPEECH_LATENESS (YF_TONE_RATE / 20)

/**
 * YfMixerPart:
 * @YF_MIXER_TONES: the tones of cues
 * @YF_MIXER_SPEECH: what is said
 *
 * What has a volume of its own.
 */
typedef enum
{
  YF_MIXER_TONES,
  YF_MIXER_SPEECH,
} YfMixerPart;
#define YF_N_MIXER_PARTS (YF_MIXER_SPEECH + 1)

/**
 * YF_MIXER_FADE:
 *
 * How long a tone that is cancelled takes to fade, in samples: 20 ms.
 */
#define YF_MIXER_FADE (YF_TONE_RATE / 50)

/**
 * YfMixer:
 *
 * Turns tones and their places into one unbroken stream of samples. Knows no
 * clock: places are sample numbers on whatever scale its owner likes. For one
 * thread at a time.
 */
typedef struct _YfMixer YfMixer;

YfMixer  *yf_mixer_new        (void);
void      yf_mixer_free       (YfMixer  *self);

void      yf_mixer_add        (YfMixer  *self,
                               YfTone   *tone,
                               gint64    place);
void      yf_mixer_add_now    (YfMixer  *self,
                               YfTone   *tone);
void      yf_mixer_add_clip   (YfMixer  *self,
                               YfClip   *clip,
                               gint64    place);
void      yf_mixer_add_clip_now (YfMixer *self,
                               YfClip   *clip);
void      yf_mixer_set_volume (YfMixer  *self,
                               YfMixerPart part,
                               double    volume);
void      yf_mixer_cancel     (YfMixer  *self);
void      yf_mixer_set_muted  (YfMixer  *self,
                               gboolean  muted);
gboolean  yf_mixer_is_idle    (YfMixer  *self);
gboolean  yf_mixer_is_silent  (YfMixer  *self);

gint64    yf_mixer_get_head   (YfMixer  *self);
void      yf_mixer_set_head   (YfMixer  *self,
                               gint64    head);
void      yf_mixer_render     (YfMixer  *self,
                               gint16   *samples,
                               gsize     n_samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfMixer, yf_mixer_free)

G_END_DECLS
