/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clip.h"

G_BEGIN_DECLS

#define YF_TYPE_RECORDER (yf_recorder_get_type ())

/**
 * YfRecorder:
 *
 * Records a clip from the microphone, on a thread of its own. Nothing here
 * blocks the caller, whatever the sound system does.
 *
 * Signals, on the main context that was the thread's default when the recorder
 * was made:
 *
 * - `level (double)`: ten times a second: how loud it was since the last time,
 *   0 to 1 of the highest sample there can be
 * - `stopped (YfClip *)`: this was said; after yf_recorder_stop(), or when the
 *   recording is as long as a clip may be
 * - `failed (const GError *)`: nothing was recorded, with a sentence for the
 *   person: a #YfSoundError, or %G_IO_ERROR_INVALID_DATA where nothing was said
 */
G_DECLARE_FINAL_TYPE (YfRecorder, yf_recorder, YF, RECORDER, GObject)

YfRecorder *yf_recorder_new         (void);
void        yf_recorder_start       (YfRecorder *self,
                                     const char *id,
                                     const char *text);
void        yf_recorder_stop        (YfRecorder *self);
void        yf_recorder_discard     (YfRecorder *self);
gboolean    yf_recorder_is_running  (YfRecorder *self);

G_END_DECLS
