/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-player.h"
#include "yf-tally.h"

G_BEGIN_DECLS

/* What a person can do to a session, the weightier the later: of what is asked
 * for while the player is busy, the weightiest is done when it is not. */
typedef enum
{
  YF_ACTION_NONE,
  YF_ACTION_TAP,
  YF_ACTION_RESUME,
  YF_ACTION_PAUSE,
  YF_ACTION_NEXT,
  YF_ACTION_LEAVE,      /* a pause has become too long */
  YF_ACTION_STOP,
  YF_ACTION_HURT,
} YfAction;

/* The playhead is not moved: it is where the clock says. While it runs,
 * position = clock - origin, so that nothing adds up and nothing drifts. The
 * player wakes at the next boundary or cue, and works off, in order, whatever
 * has become due by then. */
struct _YfPlayer
{
  GObject        parent_instance;

  YfCueSheet    *cue_sheet;
  YfTimeline    *timeline;
  YfClock       *clock;
  YfSessionRecord *resumes;

  YfPlayerState  state;
  gint64         origin;        /* monotonic; valid while running */
  gint64         position;      /* valid while not running */
  guint          segment;
  guint          next_cue;
  gboolean       tapped;        /* the segment need not wait any more */
  gboolean       was_waiting;   /* paused while waiting */
  guint          deadline;
  gint64         paused;        /* monotonic; valid while paused */
  gint64         paused_real;   /* likewise */

  gboolean       busy;          /* listeners are being told something */
  YfAction       asked;         /* what one of them asked for meanwhile */
  GArray        *adjustments;   /* YfAdjustment: what is to be changed, in order */

  gint64         start;         /* monotonic */
  gint64         end;           /* monotonic */
  gint64         started;       /* real */
  gint64         ended;         /* real */
  gint64         real_offset;   /* real less monotonic */

  gint64         rep_started;   /* real */
  gint64         rep_hold;
  gint64         wait_since;    /* monotonic; valid while waiting */
  gint64         waited;        /* in this segment, pauses not counted */

  YfTally       *tally;
  gboolean       skipped;       /* something was left out */
};

gint64   yf_player_to_real         (YfPlayer      *self,
                                    gint64         monotonic);
void     yf_player_cancel_deadline (YfPlayer      *self);
void     yf_player_set_state       (YfPlayer      *self,
                                    YfPlayerState  state);
void     yf_player_retime          (YfPlayer      *self);
void     yf_player_emit_cues       (YfPlayer      *self,
                                    gint64         position);
void     yf_player_enter_segment   (YfPlayer      *self);
void     yf_player_end             (YfPlayer      *self,
                                    YfPlayerState  state,
                                    gint64         at,
                                    gint64         real);
void     yf_player_tell_adjusted   (YfPlayer           *self,
                                    const YfAdjustment *adjustment);
void     yf_player_apply_adjustment (YfPlayer           *self,
                                     const YfAdjustment *adjustment);
guint    yf_player_find_cue        (YfPlayer      *self,
                                    guint          segment);
void     yf_player_work_off        (YfPlayer      *self);
gboolean yf_player_perform         (YfPlayer      *self,
                                    YfAction       action);

G_END_DECLS
