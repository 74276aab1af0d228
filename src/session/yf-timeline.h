/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-repetition.h"
#include "yf-routine.h"

G_BEGIN_DECLS

#define YF_TYPE_TIMELINE (yf_timeline_get_type ())

/**
 * YfSegmentKind:
 *
 * What happens in one stretch of a timeline. The first six are the phases of
 * a repetition, in the order of #YfPhaseKind.
 */
typedef enum
{
  YF_SEGMENT_INHALE,
  YF_SEGMENT_RAISE,
  YF_SEGMENT_HOLD,
  YF_SEGMENT_LOWER,
  YF_SEGMENT_EXHALE,
  YF_SEGMENT_REST,
  YF_SEGMENT_GET_READY,
  YF_SEGMENT_CHANGE_SIDES,
  YF_SEGMENT_ROLL_OVER,
} YfSegmentKind;

/**
 * YfSegment:
 * @kind: what happens
 * @item: which item of the routine, from 0
 * @exercise: its exercise
 * @side: the side at work
 * @set: the set, from 1; of a rest, the set just done; 0 before the first
 * @rep: the repetition in the set, from 1; of a rest, the one just done; 0
 *   before the first
 * @phase: (nullable): the phase of the exercise that it is
 * @start: where it begins, in microseconds from the start of the timeline
 * @length: how long it lasts, in microseconds; of a segment that waits, how
 *   long it is meant to take
 * @waits: whether it lasts until yf_player_tap()
 * @ends_rep: whether a repetition counts when it ends
 * @between_sets: whether it is the rest after a set
 *
 * One stretch of a timeline.
 */
typedef struct
{
  YfSegmentKind kind;
  guint         item;
  YfExercise   *exercise;
  YfSide        side;
  int           set;
  int           rep;
  const YfPhase *phase;
  gint64        start;
  gint64        length;
  gboolean      waits;
  gboolean      ends_rep;
  gboolean      between_sets;
} YfSegment;

/**
 * YF_TIMELINE_ROLL_OVER:
 *
 * Time to turn from one posture to the next by way of the side, in
 * microseconds: 15 s, Yanfei's own cautious choice.
 */
#define YF_TIMELINE_ROLL_OVER (15 * YF_SECOND)

/**
 * YF_TIMELINE_CHANGE_SIDES:
 *
 * Time to change sides, in microseconds: 10 s, Yanfei's own choice.
 */
#define YF_TIMELINE_CHANGE_SIDES (10 * YF_SECOND)

/**
 * YfTimeline:
 *
 * The score of a session: everything that will happen, in order. Immutable.
 */
typedef struct _YfTimeline YfTimeline;

GType            yf_timeline_get_type       (void) G_GNUC_CONST;
YfTimeline      *yf_timeline_new            (YfRoutine  *routine,
                                             YfCounting  counting);
YfTimeline      *yf_timeline_new_changed    (YfTimeline *self,
                                             guint       index,
                                             YfRoutine  *routine);
YfTimeline      *yf_timeline_new_resumed    (YfTimeline         *self,
                                             const YfRepetition *last);
YfTimeline      *yf_timeline_ref            (YfTimeline *self);
void             yf_timeline_unref          (YfTimeline *self);

YfRoutine       *yf_timeline_get_routine    (YfTimeline *self);
YfCounting       yf_timeline_get_counting   (YfTimeline *self);
guint            yf_timeline_get_n_segments (YfTimeline *self);
guint            yf_timeline_get_first      (YfTimeline *self);
const YfSegment *yf_timeline_get_segment    (YfTimeline *self,
                                             guint       index);
gint64           yf_timeline_get_length     (YfTimeline *self);
guint            yf_timeline_find           (YfTimeline *self,
                                             gint64      position);
guint            yf_timeline_get_next       (YfTimeline *self,
                                             guint       index);

const char      *yf_segment_get_name        (const YfSegment *self);
const char      *yf_segment_kind_get_id     (YfSegmentKind  kind);
gboolean         yf_segment_kind_from_id    (const char    *id,
                                             YfSegmentKind *kind);
const char      *yf_segment_kind_get_name   (YfSegmentKind  kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfTimeline, yf_timeline_unref)

G_END_DECLS
