/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-cue-sheet.h"

G_BEGIN_DECLS

/**
 * YF_TONE_RATE:
 *
 * Sample rate of everything Yanfei plays, in hertz.
 */
#define YF_TONE_RATE 48000

/**
 * YfTone:
 *
 * The sound of one cue: mono samples between -1 and 1, rendered once.
 * Immutable.
 */
typedef struct _YfTone YfTone;

YfTone      *yf_tone_new         (YfCueId  id);
YfTone      *yf_tone_ref         (YfTone  *self);
void         yf_tone_unref       (YfTone  *self);
gint64       yf_tone_get_length  (YfTone  *self);
const float *yf_tone_get_samples (YfTone  *self,
                                  gsize   *n_samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfTone, yf_tone_unref)

G_END_DECLS
