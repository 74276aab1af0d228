/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YF_CLIP_LEVEL:
 *
 * How loud a clip is where it speaks: root mean square, 21.5 dB below full
 * scale. Yanfei's own choice: as loud as its tones, and no louder than every
 * clip can be made without its peak being in the way.
 */
#define YF_CLIP_LEVEL 0.0841

/**
 * YF_CLIP_PEAK:
 *
 * The highest sample of a clip: 3 dB below full scale.
 */
#define YF_CLIP_PEAK 0.7079

gboolean yf_clip_level_trim (const float *samples,
                             gsize        n_samples,
                             guint        rate,
                             gsize       *first,
                             gsize       *length);
void     yf_clip_level_set  (float       *samples,
                             gsize        n_samples,
                             guint        rate);

G_END_DECLS
