/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yf-tone.h"

G_BEGIN_DECLS

#define YF_TYPE_CLIP (yf_clip_get_type ())

/**
 * YF_CLIP_MAX_LENGTH:
 *
 * The longest clip there may be, in microseconds: 30 s.
 */
#define YF_CLIP_MAX_LENGTH (30 * YF_SECOND)

/**
 * YfClip:
 *
 * Something said: mono samples between -1 and 1 at %YF_TONE_RATE, with the
 * name under which a voice keeps it. Immutable; for every thread.
 */
typedef struct _YfClip YfClip;

GType        yf_clip_get_type     (void) G_GNUC_CONST;
YfClip      *yf_clip_new          (const char  *id,
                                   const char  *text,
                                   float       *samples,
                                   gsize        n_samples);
YfClip      *yf_clip_new_levelled (const char  *id,
                                   const char  *text,
                                   float       *samples,
                                   gsize        n_samples,
                                   GError     **error);
YfClip      *yf_clip_new_mapped   (const char  *id,
                                   const char  *text,
                                   const char  *path,
                                   GError     **error);
YfClip      *yf_clip_ref          (YfClip      *self);
void         yf_clip_unref        (YfClip      *self);

const char  *yf_clip_get_id       (YfClip      *self);
const char  *yf_clip_get_text     (YfClip      *self);
gint64       yf_clip_get_length   (YfClip      *self);
const float *yf_clip_get_samples  (YfClip      *self,
                                   gsize       *n_samples);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfClip, yf_clip_unref)

G_END_DECLS
