/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "yf-clip.h"

G_BEGIN_DECLS

#define YF_TYPE_AUDITION (yf_audition_get_type ())

/**
 * YfAudition:
 *
 * Plays one thing at a time, so that a person hears what they choose. Each time
 * the sound is opened anew, and closed when all was heard.
 *
 * Signals:
 *
 * - `ended ()`: what was played is over
 * - `lost (const char *)`: it cannot be heard, in a sentence
 */
G_DECLARE_FINAL_TYPE (YfAudition, yf_audition, YF, AUDITION, GObject)

YfAudition *yf_audition_new          (void);
void        yf_audition_play         (YfAudition           *self,
                                      YfClip               *clip,
                                      double                volume);
void        yf_audition_set_volume   (YfAudition           *self,
                                      double                volume);
void        yf_audition_stop         (YfAudition           *self);

YfClip     *yf_audition_create_tones (void);
void        yf_audition_probe_async  (GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gboolean    yf_audition_probe_finish (GAsyncResult         *result,
                                      char                **message);

G_END_DECLS
