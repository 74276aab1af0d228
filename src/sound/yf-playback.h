/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-mixer.h"
#include "yf-sound-error.h"

G_BEGIN_DECLS

/**
 * YfPlayback:
 *
 * A thread that keeps a pipe filled from a mixer, in time with the system's clock, and
 * opens another pipe when one breaks.
 */
typedef struct _YfPlayback YfPlayback;

/**
 * YfPlaybackEvent:
 * @YF_PLAYBACK_RUNNING: what was placed is heard in its time; for the first time, or again
 * @YF_PLAYBACK_BROKEN: there is no sound, or no more; it is looked for until the playback is
 *   finished, unless it is %YF_SOUND_ERROR_NO_PLUGIN
 * @YF_PLAYBACK_MOVED: it comes out somewhere else
 * @YF_PLAYBACK_ENDED: all has sounded
 */
typedef enum
{
  YF_PLAYBACK_RUNNING,
  YF_PLAYBACK_BROKEN,
  YF_PLAYBACK_MOVED,
  YF_PLAYBACK_ENDED,
} YfPlaybackEvent;

/**
 * YfPlaybackFunc:
 * @owner: whose playback it is
 * @event: what happened
 * @error: (transfer full) (nullable): what broke, a %YF_SOUND_ERROR
 */
typedef void (*YfPlaybackFunc) (GObject         *owner,
                                YfPlaybackEvent  event,
                                GError          *error);

YfPlayback *yf_playback_new         (GObject        *owner,
                                     YfPlaybackFunc  func);
void        yf_playback_free        (YfPlayback     *self);

void        yf_playback_start       (YfPlayback     *self);
void        yf_playback_finish      (YfPlayback     *self);
void        yf_playback_give_up     (YfPlayback     *self);
gboolean    yf_playback_check_stuck (YfPlayback     *self);

YfMixer    *yf_playback_lock        (YfPlayback     *self);
void        yf_playback_unlock      (YfPlayback     *self);
gint64      yf_playback_get_place   (gint64          monotonic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfPlayback, yf_playback_free)

G_END_DECLS
