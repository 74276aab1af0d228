/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-timeline.h"

G_BEGIN_DECLS

#define YF_TYPE_CUE_SHEET (yf_cue_sheet_get_type ())

/**
 * YfCueId:
 *
 * Everything a session says to the ear. The order is that of importance:
 * where several fall on one instant, the last sounds.
 */
typedef enum
{
  YF_CUE_REP,            /* a repetition is counted */
  YF_CUE_REST,
  YF_CUE_INHALE,
  YF_CUE_EXHALE,
  YF_CUE_RAISE,
  YF_CUE_HOLD,
  YF_CUE_LOWER,
  YF_CUE_LAST_REP,       /* the next repetition is the last of its set */
  YF_CUE_HALF_WAY,       /* half of a long hold is over */
  YF_CUE_TIME_LEFT,      /* so many whole minutes, ten seconds or three, are left of it */
  YF_CUE_GET_READY,
  YF_CUE_CHANGE_SIDES,
  YF_CUE_ROLL_OVER,
  YF_CUE_SET_DONE,
  YF_CUE_EXERCISE_DONE,
  YF_CUE_FINISHED,
  YF_CUE_HURTS,          /* never on a sheet: it is not foreseen */
} YfCueId;
#define YF_N_CUES (YF_CUE_HURTS + 1)

/**
 * YF_CUE_LAST_REP_LEAD:
 *
 * How long before the last repetition of a set it is announced, in
 * microseconds: 0.8 s, Yanfei's own choice: long enough to be heard out
 * before the movement begins, short enough to belong to it.
 */
#define YF_CUE_LAST_REP_LEAD (YF_SECOND * 8 / 10)

/**
 * YF_CUE_LONG_HOLD:
 *
 * From what length a hold says how far it is, in microseconds: 30 s, Yanfei's
 * own choice. It is announced when half is over, at every whole minute that is
 * left, ten seconds before the end, and for the last three.
 */
#define YF_CUE_LONG_HOLD (30 * YF_SECOND)
#define YF_CUE_TIME_LEFT_LAST (10 * YF_SECOND)
#define YF_CUE_TIME_LEFT_END  (3 * YF_SECOND)

/**
 * YfCue:
 * @id: what is said
 * @position: when, in microseconds from the start of the timeline
 * @segment: the segment it belongs to: the one that begins, or, of a
 *   repetition or set that is done, the one that has ended
 */
typedef struct
{
  YfCueId  id;
  gint64   position;
  guint    segment;
} YfCue;

/**
 * YfCueSheet:
 *
 * Every cue of a timeline, in order. Immutable.
 */
typedef struct _YfCueSheet YfCueSheet;

GType        yf_cue_sheet_get_type     (void) G_GNUC_CONST;
YfCueSheet  *yf_cue_sheet_new          (YfTimeline *timeline);
YfCueSheet  *yf_cue_sheet_ref          (YfCueSheet *self);
void         yf_cue_sheet_unref        (YfCueSheet *self);

YfTimeline  *yf_cue_sheet_get_timeline (YfCueSheet *self);
guint        yf_cue_sheet_get_n_cues   (YfCueSheet *self);
const YfCue *yf_cue_sheet_get_cue      (YfCueSheet *self,
                                        guint       index);

gboolean     yf_cue_sheet_is_audible   (YfCueSheet *self,
                                        guint       index,
                                        guint       from);

const char  *yf_cue_id_get_id          (YfCueId     id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfCueSheet, yf_cue_sheet_unref)

G_END_DECLS
