/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-check-in.h"
#include "yf-exercise.h"

G_BEGIN_DECLS

/*
 * What the plan must know of the past. The plan is left of the log and cannot
 * read it, so whoever knows the log fills this in. Where each field comes from:
 *
 * YfHistorySession    a YfSessionRecord that counts and is not running (log->sessions)
 *   entry             ->id
 *   day               yf_day_from_moment (->started, ->utc_offset)
 *   before_…          ->check_in; nobody asked: YF_PAIN_UNANSWERED
 *   after_…, effort   ->after, likewise; YF_EFFORT_UNANSWERED is the same -1
 *   morning           ->morning, value for value; YF_NEXT_MORNING_UNANSWERED where
 *                     ->morning_at is 0
 *   morning_day       yf_day_from_moment (->morning_at, ->utc_offset)
 * YfHistoryExercise   each YfExerciseRecord of it
 *   done              ->planned, or the dose of the last YfAdjustment of that item:
 *                     what was to be done in the end
 *   reps              ->reps->len, both sides together
 *   state             YF_RECORD_COMPLETED, _STOPPED and _CUT, value for value
 *   stops             how many YfStop name that item
 * YfHistoryCheckIn    a YfCheckInRecord of log->check_ins; the check-in of a
 *                     session is given with the session and not once more
 * YfHistoryFlare      a day of which the person says that it is a flare
 * YfHistoryActivity   a YfActivityRecord, which stands for a session
 * YfHistoryRest       a check-in, its own or of a session, at whose pain the programme
 *                     that was followed on its day wants rest: yf_programme_wants_rest()
 * YfHistoryReview     somebody looked at a suspended exercise and opens it again
 * YfHistorySchedule   a YfScheduleRecord, or the schedule of a programme
 *
 * Entries that an edit replaced or took out are left out. Nothing need be in
 * order, except that of two sessions of one day the earlier is added first. The
 * exercises of one session follow each other; the same one twice is two of them.
 */

#define YF_TYPE_HISTORY (yf_history_get_type ())

/**
 * YF_HISTORY_DEFAULT_DAYS:
 *
 * On how many days a week a person trains who has not said: the lower end of
 * "three to four times a week" (003, 004), as the log has it.
 */
#define YF_HISTORY_DEFAULT_DAYS 3

/**
 * YfNextMorning:
 *
 * How it was on the morning after a session.
 */
typedef enum
{
  YF_NEXT_MORNING_UNANSWERED,
  YF_NEXT_MORNING_BETTER,
  YF_NEXT_MORNING_SAME,
  YF_NEXT_MORNING_WORSE,
} YfNextMorning;

/**
 * YfDoneState:
 * @YF_DONE_COMPLETED: to the end, nothing left out
 * @YF_DONE_STOPPED: ended early, or something was left out
 * @YF_DONE_CUT: ended by a crash or a power cut, which says nothing of the person
 */
typedef enum
{
  YF_DONE_COMPLETED = 1,
  YF_DONE_STOPPED,
  YF_DONE_CUT,
} YfDoneState;

/**
 * YfHistorySession:
 * @entry: the id of the entry; copied
 * @day: when
 * @before_back: back pain before it, NRS 0 to 10 or %YF_PAIN_UNANSWERED
 * @before_leg: leg pain before it
 * @after_back: back pain after it
 * @after_leg: leg pain after it
 * @effort: 0 to 10, or -1 where nobody said
 * @morning: how it was on the next morning
 * @morning_day: the day on which that was answered; %YF_DAY_NONE where it was not
 */
typedef struct
{
  const char    *entry;
  YfDay          day;
  int            before_back;
  int            before_leg;
  int            after_back;
  int            after_leg;
  int            effort;
  YfNextMorning  morning;
  YfDay          morning_day;
} YfHistorySession;

/**
 * YfHistoryExercise:
 * @session: the index that yf_history_add_session() gave
 * @exercise: the id of the exercise; copied
 * @done: the dose that was to be done
 * @reps: repetitions counted, of all sets and sides
 * @state: how it ended
 * @stops: how often "it hurts" was said in it
 */
typedef struct
{
  guint        session;
  const char  *exercise;
  YfDose       done;
  int          reps;
  YfDoneState  state;
  int          stops;
} YfHistoryExercise;

/**
 * YfHistoryCheckIn:
 * @entry: the id of the entry; copied
 * @day: when
 * @back: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @leg: likewise
 */
typedef struct
{
  const char *entry;
  YfDay       day;
  int         back;
  int         leg;
} YfHistoryCheckIn;

/**
 * YfHistoryMark:
 * @entry: the id of the entry; copied
 * @day: when
 *
 * A flare that the person declared, an activity, or a day on which a clinician
 * wanted rest.
 */
typedef struct
{
  const char *entry;
  YfDay       day;
} YfHistoryMark;

/**
 * YfHistoryReview:
 * @entry: the id of the entry; copied
 * @day: when
 * @exercise: the id of the exercise that was looked at; copied
 */
typedef struct
{
  const char *entry;
  YfDay       day;
  const char *exercise;
} YfHistoryReview;

/**
 * YfHistorySchedule:
 * @from: the first day on which it holds
 * @days_a_week: on how many days of a week, 1 to 7
 * @weekdays: bits of the days, 1 << 0 for Monday; 0 where any will do
 */
typedef struct
{
  YfDay from;
  int   days_a_week;
  guint weekdays;
} YfHistorySchedule;

/**
 * YfHistory:
 * @sessions: (element-type YfHistorySession)
 * @exercises: (element-type YfHistoryExercise)
 * @check_ins: (element-type YfHistoryCheckIn)
 * @flares: (element-type YfHistoryMark)
 * @activities: (element-type YfHistoryMark)
 * @rests: (element-type YfHistoryMark)
 * @reviews: (element-type YfHistoryReview)
 * @schedules: (element-type YfHistorySchedule)
 *
 * What was done and how it went, in plain values. Ref-counted; not changed once
 * it is shared. The arrays are for reading.
 */
typedef struct
{
  GArray       *sessions;
  GArray       *exercises;
  GArray       *check_ins;
  GArray       *flares;
  GArray       *activities;
  GArray       *rests;
  GArray       *reviews;
  GArray       *schedules;
  GStringChunk *strings;
} YfHistory;

GType      yf_history_get_type     (void) G_GNUC_CONST;
YfHistory *yf_history_new          (void);
YfHistory *yf_history_ref          (YfHistory               *self);
void       yf_history_unref        (YfHistory               *self);

guint      yf_history_add_session  (YfHistory               *self,
                                    const YfHistorySession  *session);
void       yf_history_add_exercise (YfHistory               *self,
                                    const YfHistoryExercise *exercise);
void       yf_history_add_check_in (YfHistory               *self,
                                    const YfHistoryCheckIn  *check_in);
void       yf_history_add_flare    (YfHistory               *self,
                                    const YfHistoryMark     *flare);
void       yf_history_add_activity (YfHistory               *self,
                                    const YfHistoryMark     *activity);
void       yf_history_add_rest     (YfHistory               *self,
                                    const YfHistoryMark     *rest);
void       yf_history_add_review   (YfHistory               *self,
                                    const YfHistoryReview   *review);
void       yf_history_add_schedule (YfHistory               *self,
                                    const YfHistorySchedule *schedule);

const YfHistorySession *
           yf_history_get_session  (YfHistory               *self,
                                    guint                    index);
const YfHistorySchedule *
           yf_history_find_schedule (YfHistory              *self,
                                    YfDay                    day);
gboolean   yf_history_has_trained  (YfHistory               *self,
                                    YfDay                    day);
gboolean   yf_history_is_kept      (YfHistory               *self,
                                    YfDay                    day);
gboolean   yf_history_is_flare     (YfHistory               *self,
                                    YfDay                    day,
                                    int                      back,
                                    int                      leg);
GArray    *yf_history_find_flares  (YfHistory               *self,
                                    YfDay                    last);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfHistory, yf_history_unref)

G_END_DECLS
