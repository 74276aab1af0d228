/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "yf-mixer.h"

G_BEGIN_DECLS

#define YF_TYPE_STREAM (yf_stream_get_type ())

/**
 * YfStream:
 *
 * One unbroken stream of sound on a thread of its own, in which tones are
 * placed ahead of time by the system's monotonic clock. Nothing here blocks
 * the caller, whatever the sound system does.
 *
 * Signals, on the main context that was the thread's default when the stream
 * was made:
 *
 * - `ready ()`: the stream runs; or there is no more use in waiting for it; once
 * - `lost (const GError *error)`: there is no sound, or no more, for now
 * - `restored ()`: after `lost`: there is sound again
 * - `moved ()`: it comes out somewhere else than before: headphones were taken off
 * - `done ()`: after yf_stream_finish(): all has sounded that was going to; once
 */
G_DECLARE_FINAL_TYPE (YfStream, yf_stream, YF, STREAM, GObject)

YfStream *yf_stream_new       (void);
void      yf_stream_start     (YfStream *self);
void      yf_stream_add       (YfStream *self,
                               YfTone   *tone,
                               gint64    monotonic);
void      yf_stream_add_now   (YfStream *self,
                               YfTone   *tone);
void      yf_stream_add_clip  (YfStream *self,
                               YfClip   *clip,
                               gint64    monotonic);
void      yf_stream_add_clip_now (YfStream *self,
                               YfClip   *clip);
void      yf_stream_set_volume (YfStream *self,
                               YfMixerPart part,
                               double    volume);
void      yf_stream_cancel    (YfStream *self);
void      yf_stream_set_muted (YfStream *self,
                               gboolean  muted);
void      yf_stream_finish    (YfStream *self);

G_END_DECLS
