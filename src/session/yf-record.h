/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-check-in.h"
#include "yf-repetition.h"
#include "yf-timeline.h"

G_BEGIN_DECLS

#define YF_TYPE_SESSION_RECORD (yf_session_record_get_type ())

/**
 * YfRecordState:
 * @YF_RECORD_RUNNING: begun and not ended
 * @YF_RECORD_COMPLETED: done to the end, nothing left out
 * @YF_RECORD_STOPPED: ended early, or something was left out
 * @YF_RECORD_CUT: ended by a crash or a power cut
 *
 * How a session, or an exercise in it, stands.
 */
typedef enum
{
  YF_RECORD_RUNNING,
  YF_RECORD_COMPLETED,
  YF_RECORD_STOPPED,
  YF_RECORD_CUT,
} YfRecordState;

/**
 * YfStop:
 * @at: when, in microseconds since the Unix epoch
 * @item: which item of the routine, from 0
 * @side: the side at work
 * @set: the set under way, 0 before the first
 * @rep: the repetition under way, 0 before the first
 * @phase: what was being done
 * @pain: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @site: (nullable): where it hurt: back, leg or elsewhere
 *
 * One "it hurts": the entry of the stop ledger.
 */
typedef struct
{
  gint64         at;
  guint          item;
  YfSide         side;
  int            set;
  int            rep;
  YfSegmentKind  phase;
  int            pain;
  char          *site;
} YfStop;

YfStop *yf_stop_copy (const YfStop *self);
void    yf_stop_free (YfStop       *self);

/**
 * YF_RESUME_WITHIN:
 *
 * For how long a person who was called away can come back to a session, in
 * microseconds: one hour, Yanfei's own number. After that muscles are cold and
 * the answers of the check-in are old, and it is another session.
 */
#define YF_RESUME_WITHIN (60 * 60 * YF_SECOND)

/**
 * YfBreak:
 * @from: when the session was left, in microseconds since the Unix epoch
 * @to: when it was gone on with, likewise
 *
 * Time that passed between the parts of a session, and is no part of it.
 */
typedef struct
{
  gint64 from;
  gint64 to;
} YfBreak;

/**
 * YfAdjustment:
 * @at: when, in microseconds since the Unix epoch
 * @item: which item of the routine, from 0
 * @dose: how much of it was to be done from then on
 * @pace: how fast
 *
 * What was changed in mid-session, or was another pace from the start. The
 * planned dose stays what was planned.
 */
typedef struct
{
  gint64 at;
  guint  item;
  YfDose dose;
  YfPace pace;
} YfAdjustment;

/**
 * YfExerciseRecord:
 * @exercise: the exercise's id
 * @planned: the dose that was intended
 * @state: how it ended
 * @reps: (element-type YfRepetition): what was done, in order
 */
typedef struct
{
  char          *exercise;
  YfDose         planned;
  YfRecordState  state;
  GPtrArray     *reps;
} YfExerciseRecord;

/**
 * YF_EFFORT_MAX:
 *
 * How hard a session was, in the person's own judgement: 0, no effort at all,
 * to this, the most they can imagine. Yanfei's own wording; where nobody said,
 * %YF_EFFORT_UNANSWERED.
 */
#define YF_EFFORT_MAX        10
#define YF_EFFORT_UNANSWERED (-1)

/**
 * YfAfter:
 * @at: when it was last answered, in microseconds since the Unix epoch
 * @pain_back: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @pain_leg: likewise
 * @effort: 0 to %YF_EFFORT_MAX, or %YF_EFFORT_UNANSWERED
 * @note: (nullable): in the person's own words; never empty
 *
 * How a person said they were after a session.
 */
typedef struct
{
  gint64  at;
  int     pain_back;
  int     pain_leg;
  int     effort;
  char   *note;
} YfAfter;

YfAfter *yf_after_copy (const YfAfter *self);
void     yf_after_free (YfAfter       *self);

/**
 * YfMorning:
 *
 * How it was on the morning after a session.
 */
typedef enum
{
  YF_MORNING_UNANSWERED,
  YF_MORNING_BETTER,
  YF_MORNING_SAME,
  YF_MORNING_WORSE,
} YfMorning;

/**
 * YfOrigin:
 * @YF_ORIGIN_RECORDED: counted while it was done
 * @YF_ORIGIN_ENTERED: typed in afterwards; every repetition has the moment at
 *   which the session began, because nobody knows better
 *
 * How a session came into the log.
 */
typedef enum
{
  YF_ORIGIN_RECORDED,
  YF_ORIGIN_ENTERED,
} YfOrigin;

/**
 * YfSessionRecord:
 * @id: a UUID
 * @started: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC in force at @started
 * @ended: microseconds since the Unix epoch, or 0 while it runs
 * @state: how it ended
 * @origin: how it came into the log
 * @check_in: (nullable): what was answered before it
 * @check_in_at: when that was answered; 0 without a check-in
 * @after: (nullable): what was answered after it
 * @morning: what was answered on the next morning
 * @morning_at: when that was answered; 0 where it was not
 * @exercises: (element-type YfExerciseRecord): in order
 * @stops: (element-type YfStop): in order
 * @breaks: (element-type YfBreak): when it was left and gone on with, in order
 * @adjustments: (element-type YfAdjustment): in order
 *
 * One session as the log has it. Ref-counted; not changed once it is shared.
 */
typedef struct
{
  char          *id;
  gint64         started;
  gint32         utc_offset;
  gint64         ended;
  YfRecordState  state;
  YfOrigin       origin;
  YfCheckIn     *check_in;
  gint64         check_in_at;
  YfAfter       *after;
  YfMorning      morning;
  gint64         morning_at;
  GPtrArray     *exercises;
  GPtrArray     *stops;
  GPtrArray     *breaks;
  GPtrArray     *adjustments;
} YfSessionRecord;

GType            yf_session_record_get_type     (void) G_GNUC_CONST;
YfSessionRecord *yf_session_record_new          (const char      *id,
                                                 gint64           started,
                                                 gint32           utc_offset);
YfSessionRecord *yf_session_record_new_for      (YfRoutine       *routine,
                                                 const YfCheckIn *check_in,
                                                 gint64           started);
YfSessionRecord *yf_session_record_ref          (YfSessionRecord *self);
void             yf_session_record_unref        (YfSessionRecord *self);
void             yf_session_record_add_exercise (YfSessionRecord *self,
                                                 const char      *exercise,
                                                 const YfDose    *planned,
                                                 YfRecordState    state);
void             yf_session_record_add_break    (YfSessionRecord *self,
                                                 gint64           from,
                                                 gint64           to);
void             yf_session_record_add_adjustment
                                                (YfSessionRecord    *self,
                                                 const YfAdjustment *adjustment);
void             yf_session_record_copy_course  (YfSessionRecord *self,
                                                 YfSessionRecord *other);
void             yf_session_record_move_course  (YfSessionRecord *self,
                                                 gint64           by);
int              yf_session_record_count_reps   (YfSessionRecord *self);
guint            yf_session_record_count_with   (GPtrArray             *sessions,
                                                 const char            *exercise);
gint64           yf_session_record_get_length   (const YfSessionRecord *self);
gint64           yf_session_record_get_length_between
                                                (const YfSessionRecord *self,
                                                 gint64                 from,
                                                 gint64                 to);
const char      *yf_session_record_get_stop_exercise
                                                (YfSessionRecord *self,
                                                 const YfStop    *stop);

char            *yf_real_to_iso8601             (gint64           real,
                                                 gint32           utc_offset);
char            *yf_real_to_iso8601_exact       (gint64           real,
                                                 gint32           utc_offset);
gboolean         yf_real_from_iso8601           (const char      *text,
                                                 gint64          *real,
                                                 gint32          *utc_offset);
gint32           yf_real_get_utc_offset         (gint64           real);
const char      *yf_record_state_get_id         (YfRecordState    state);
gboolean         yf_record_state_from_id        (const char      *id,
                                                 YfRecordState   *state);
const char      *yf_record_state_get_name       (YfRecordState    state);
const char      *yf_morning_get_id              (YfMorning        morning);
gboolean         yf_morning_from_id             (const char      *id,
                                                 YfMorning       *morning);
const char      *yf_morning_get_name            (YfMorning        morning);
const char      *yf_origin_get_id               (YfOrigin         origin);
gboolean         yf_origin_from_id              (const char      *id,
                                                 YfOrigin        *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfRepetition, yf_repetition_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfStop, yf_stop_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfAfter, yf_after_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSessionRecord, yf_session_record_unref)

G_END_DECLS
