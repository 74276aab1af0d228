/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-clock.h"
#include "yf-cue-sheet.h"
#include "yf-record.h"
#include "yf-resumption.h"

G_BEGIN_DECLS

/**
 * YfPlayerState:
 * @YF_PLAYER_READY: not started
 * @YF_PLAYER_RUNNING: the playhead moves
 * @YF_PLAYER_WAITING: the playhead stands at the end of a segment that waits
 *   for yf_player_tap()
 * @YF_PLAYER_PAUSED: the playhead stands because the person said so
 * @YF_PLAYER_FINISHED: the end was reached
 * @YF_PLAYER_STOPPED: the person stopped
 * @YF_PLAYER_HURT: the person stopped because it hurts
 */
typedef enum
{
  YF_PLAYER_READY,
  YF_PLAYER_RUNNING,
  YF_PLAYER_WAITING,
  YF_PLAYER_PAUSED,
  YF_PLAYER_FINISHED,
  YF_PLAYER_STOPPED,
  YF_PLAYER_HURT,
} YfPlayerState;

/**
 * YfPlayer:
 *
 * Moves a playhead over a timeline. Figure, counter, sound and journal listen
 * to it; none of them keeps time. Every signal is dated by the deadline it
 * belongs to, not by the moment at which the main loop came round to it.
 *
 * Signals, in the order in which they come where several fall on one instant:
 *
 * - `repetition (const YfRepetition *)`: a repetition was counted
 * - `segment (guint index)`: the playhead has entered a segment
 * - `cue (YfCueId id, gint64 elapsed)`: a cue is due, @elapsed microseconds
 *   after the start of the session, pauses included
 * - `retimed ()`: when what is ahead will happen is no longer what it was:
 *   after a start, pause, resume, tap, jump or stop. Ask yf_player_get_due().
 * - `adjusted (const YfAdjustment *)`: the person has changed what is ahead:
 *   after yf_player_adjust(), and after a `retimed`. The timeline and the cue
 *   sheet are others from then on, and are told of by `notify::timeline` and
 *   `notify::cue-sheet`; segments up to the one under the playhead keep their
 *   numbers, cues do not.
 * - `ended ()`: the session is over; the last signal
 *
 * and `notify::state`.
 *
 * Who stays away from a pause for %YF_RESUME_WITHIN has stopped: the session ends
 * as %YF_PLAYER_STOPPED then, and is dated to when the pause began.
 */
#define YF_TYPE_PLAYER (yf_player_get_type ())
G_DECLARE_FINAL_TYPE (YfPlayer, yf_player, YF, PLAYER, GObject)

YfPlayer        *yf_player_new               (YfCueSheet      *cue_sheet,
                                              YfClock         *clock);

YfPlayer        *yf_player_new_resumed       (YfCueSheet      *cue_sheet,
                                              YfClock         *clock,
                                              YfSessionRecord *record);

YfSessionRecord *yf_player_get_resumes       (YfPlayer        *self);
YfTimeline      *yf_player_get_timeline      (YfPlayer        *self);
YfCueSheet      *yf_player_get_cue_sheet     (YfPlayer        *self);
YfClock         *yf_player_get_clock         (YfPlayer        *self);
YfPlayerState    yf_player_get_state         (YfPlayer        *self);
gboolean         yf_player_has_ended         (YfPlayer        *self);
gboolean         yf_player_is_live           (YfPlayer        *self);

void             yf_player_start             (YfPlayer        *self);
gboolean         yf_player_pause             (YfPlayer        *self);
gboolean         yf_player_resume            (YfPlayer        *self);
gboolean         yf_player_tap               (YfPlayer        *self);
gboolean         yf_player_next              (YfPlayer        *self);
gboolean         yf_player_stop              (YfPlayer        *self);
gboolean         yf_player_hurt              (YfPlayer        *self);
gboolean         yf_player_adjust            (YfPlayer        *self,
                                              guint            item,
                                              const YfDose    *dose,
                                              const YfPace    *pace,
                                              GError         **error);

gint64           yf_player_get_position      (YfPlayer        *self);
gint64           yf_player_get_elapsed       (YfPlayer        *self);
guint            yf_player_get_segment_index (YfPlayer        *self);
const YfSegment *yf_player_get_segment       (YfPlayer        *self);
gint64           yf_player_get_started       (YfPlayer        *self);
gint64           yf_player_get_ended         (YfPlayer        *self);
gboolean         yf_player_get_due           (YfPlayer        *self,
                                              gint64           position,
                                              gint64          *monotonic);
guint            yf_player_get_next_cue      (YfPlayer        *self);
gint64           yf_player_get_horizon       (YfPlayer        *self);
int              yf_player_count_reps        (YfPlayer        *self,
                                              guint            item);
int              yf_player_count_set_reps    (YfPlayer        *self);
YfRecordState    yf_player_get_record_state  (YfPlayer        *self);
YfRecordState    yf_player_get_item_state    (YfPlayer        *self,
                                              guint            item);

G_END_DECLS
