/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-log.h"
#include "yf-range.h"
#include "yf-rules.h"

G_BEGIN_DECLS

#define YF_TYPE_PROGRESS (yf_progress_get_type ())

/**
 * YfProgress:
 *
 * What the log says of some days: series, sums and findings. A pure function of
 * a #YfLog and the days; immutable. Everything in it names the entries it was
 * made from.
 */
typedef struct _YfProgress YfProgress;

/**
 * YfPainMoment:
 *
 * When pain was asked about.
 */
typedef enum
{
  YF_PAIN_BEFORE, /* the check-in before a session */
  YF_PAIN_AFTER,  /* after a session */
  YF_PAIN_ALONE,  /* a check-in that led to no session */
} YfPainMoment;

/**
 * YfPainPoint:
 * @at: microseconds since the Unix epoch
 * @day: the day of the session or the check-in, where the person was
 * @moment: when it was asked
 * @back: NRS 0 to 10, or %YF_PAIN_UNANSWERED
 * @leg: likewise
 * @flare: whether it was a flare (clinical.md, section 6: 7 or more, or 3
 *   above the usual; the usual is the median of the answers before a session or alone of
 *   the 28 days before, where there are five at least)
 * @entry: the id of the session or check-in
 *
 * One answer about pain; at least one of the two scores was given.
 */
typedef struct
{
  gint64        at;
  YfDay         day;
  YfPainMoment  moment;
  int           back;
  int           leg;
  gboolean      flare;
  const char   *entry;
} YfPainPoint;

/**
 * YfStopPoint:
 * @at: microseconds since the Unix epoch
 * @day: the day of the session, where the person was
 * @exercise: the id of the exercise that hurt
 * @stop: the entry of the stop ledger
 * @entry: the id of the session
 */
typedef struct
{
  gint64         at;
  YfDay          day;
  const char    *exercise;
  const YfStop  *stop;
  const char    *entry;
} YfStopPoint;

/**
 * YfReminderCounts:
 * @n_shown: how often it was reminded of a session, the second time of a day
 *   among them; @n_start, @n_not_today and @n_unanswered together
 * @n_start: how often Start was pressed
 * @n_not_today: how often "not today" was said
 * @n_unanswered: how often nobody said anything
 * @reasons: why not today, by #YfSkipReason; @n_not_today together
 * @n_days: on how many days it was reminded of a session
 * @n_days_trained: on how many of these a session began after the first reminder
 *   in which a repetition was counted, whatever was answered
 * @n_mornings: how often the question of the morning was shown
 * @n_mornings_told: how often it was answered there
 *
 * Reminders, counted.
 */
typedef struct
{
  int n_shown;
  int n_start;
  int n_not_today;
  int n_unanswered;
  int reasons[YF_N_SKIP_REASONS];
  int n_days;
  int n_days_trained;
  int n_mornings;
  int n_mornings_told;
} YfReminderCounts;

/**
 * YfBreakCounts:
 * @n_offered: how many breaks from sitting were offered; the four below together
 * @n_done: how many were done, as the person says
 * @n_partly: how many in part
 * @n_skipped: how many were skipped
 * @n_unanswered: of how many nobody said anything
 * @reasons: why they were skipped, by #YfSkipReason; @n_skipped together
 *
 * Breaks from sitting, counted.
 */
typedef struct
{
  int n_offered;
  int n_done;
  int n_partly;
  int n_skipped;
  int n_unanswered;
  int reasons[YF_N_SKIP_REASONS];
} YfBreakCounts;

/**
 * YfWeek:
 * @monday: its first day
 * @kept: the days that were kept, a bit each, bit 0 for Monday: those with a
 *   session in which a repetition was counted, an activity, or a flare, or on which
 *   the programme in force wanted rest, which count as kept (clinical.md, section 6)
 * @flares: the days with a flare, likewise, those that the person declared among
 *   them; those are kept as well
 * @n_kept: how many days were kept
 * @intended: on how many days the plan was to train: as the programme says that
 *   was in force at the end of the week or of the range, or else as the person meant, of which the
 *   plan takes four at the most (003, 004) once there is more than breathing; 0
 *   in a week that lies in the acute stage on all of its days, in which there is
 *   nothing to keep, and in one before the log began
 * @programme: (nullable): the id of the programme whose schedule @intended is
 * @partial: whether some of its days are outside the range, or before the log
 *   began: it is not to be judged
 * @n_sessions: sessions that began in it
 * @seconds: how long they took, to the second
 * @reminders: the reminders of its days
 * @breaks: the breaks from sitting of its days
 *
 * One week against the schedule.
 */
typedef struct
{
  YfDay             monday;
  guint             kept;
  guint             flares;
  int               n_kept;
  int               intended;
  const char       *programme;
  gboolean          partial;
  int               n_sessions;
  gint64            seconds;
  YfReminderCounts  reminders;
  YfBreakCounts     breaks;
} YfWeek;

/**
 * YfFlareDay:
 * @day: the day
 * @declared: (nullable): the id of the #YfFlareRecord in which the person said so
 * @measured: (nullable): the id of the first session or check-in of the day
 *   whose pain was a flare
 *
 * A day of a flare; one of the two at least is there.
 */
typedef struct
{
  YfDay       day;
  const char *declared;
  const char *measured;
} YfFlareDay;

/**
 * YfPlanChange:
 * @id: the id of the record
 * @day: the first day on which it holds
 * @exercise: (nullable): the id of the exercise; %NULL for a change of stage
 * @dose: (nullable): a change of a dose, its reason and its evidence
 * @stage: (nullable): a change of stage; one of the two is there
 * @text: what changed and why, in the person's language
 * @source: who says so, in the person's language
 * @withdrawn: whether something it rests on was corrected, so that it does not
 *   count any more
 * @entries: (array zero-terminated=1): the ids of the entries and programmes it
 *   rests on
 *
 * A change that the plan made.
 */
typedef struct
{
  const char           *id;
  YfDay                 day;
  const char           *exercise;
  const YfDoseChange   *dose;
  const YfStageChange  *stage;
  char                 *text;
  char                 *source;
  gboolean              withdrawn;
  GStrv                 entries;
} YfPlanChange;

/**
 * YfProgrammePeriod:
 * @record: the version
 * @programme: (nullable): what it says; %NULL where this Yanfei cannot read it
 * @from: the first day on which it was in force, which may lie before the range
 * @until: the last, or %YF_DAY_NONE where none is set
 * @fleeting: whether it was chosen and given up on one day, on which it does not
 *   count
 * @n_sessions: how many sessions of the range followed it in this time
 * @entries: (array zero-terminated=1): their ids
 *
 * The time in which the person followed one version of a clinician's programme.
 */
typedef struct
{
  const YfProgrammeRecord *record;
  YfProgramme             *programme;
  YfDay                    from;
  YfDay                    until;
  gboolean                 fleeting;
  int                      n_sessions;
  GStrv                    entries;
} YfProgrammePeriod;

/**
 * YfExerciseTotal:
 * @exercise: the exercise's id
 * @side: the side, or %YF_SIDE_NONE
 * @n_sessions: sessions in which a repetition of it was counted
 * @n_sets: sets in which a repetition was counted
 * @n_reps: repetitions
 * @planned_reps: repetitions that were planned in the sessions it was planned
 *   in, for this side
 * @hold: time under hold, in microseconds
 * @n_stops: how often it hurt
 *
 * What was done of an exercise. One for each side at which it was done or planned; in
 * the order in which the exercises first appear.
 */
typedef struct
{
  const char *exercise;
  YfSide      side;
  int         n_sessions;
  int         n_sets;
  int         n_reps;
  int         planned_reps;
  gint64      hold;
  int         n_stops;
} YfExerciseTotal;

/**
 * YfDosePoint:
 * @exercise: the exercise's id
 * @day: from when on
 * @dose: what was planned from then on
 * @before: what was planned until then; sets is 0 for the first dose
 * @entry: the id of the first session with it
 */
typedef struct
{
  const char *exercise;
  YfDay       day;
  YfDose      dose;
  YfDose      before;
  const char *entry;
} YfDosePoint;

/**
 * YfProvocation:
 * @exercise: the exercise's id
 * @side: the side
 * @phase: in which phase it hurt
 * @n: how often
 * @first_rep: the earliest repetition of a set in which it did
 * @last_rep: the latest
 * @worst: the worst pain that was said, or %YF_PAIN_UNANSWERED
 * @latest: the day of the last time
 *
 * A movement that hurt; the most frequent first.
 */
typedef struct
{
  const char    *exercise;
  YfSide         side;
  YfSegmentKind  phase;
  int            n;
  int            first_rep;
  int            last_rep;
  int            worst;
  YfDay          latest;
} YfProvocation;

/**
 * YfRaised:
 * @flag: the red flag's id
 * @n: in how many check-ins it was answered yes
 * @first: the day of the first of them
 * @latest: the day of the last of them
 * @level: the highest level it reached
 */
typedef struct
{
  const char *flag;
  int         n;
  YfDay       first;
  YfDay       latest;
  YfTriage    level;
} YfRaised;

/**
 * YfFunctionPoint:
 * @day: when
 * @mean: the mean of the scores, 0 to 10
 * @rating: the answers
 */
typedef struct
{
  YfDay                   day;
  double                  mean;
  const YfFunctionRating *rating;
} YfFunctionPoint;

/**
 * YfTotals:
 * @n_sessions: sessions that have ended
 * @n_completed: of those, done to the end
 * @n_sets: sets in which a repetition was counted
 * @n_reps: repetitions
 * @n_stops: how often it hurt
 * @hold: time under hold, in microseconds
 * @seconds: how long the sessions took, to the second
 * @n_check_ins: check-ins, with and without a session
 * @n_activities: activities
 * @n_reliefs: compresses
 * @n_edited: entries that were changed or added afterwards
 *
 * The counts that every paper must agree on.
 */
typedef struct
{
  int    n_sessions;
  int    n_completed;
  int    n_sets;
  int    n_reps;
  int    n_stops;
  gint64 hold;
  gint64 seconds;
  int    n_check_ins;
  int    n_activities;
  int    n_reliefs;
  int    n_edited;
} YfTotals;

/**
 * YfFindingKind:
 *
 * What a sentence of the summary is about.
 */
typedef enum
{
  YF_FINDING_BACK_PAIN,
  YF_FINDING_LEG_PAIN,
  YF_FINDING_FUNCTION,
  YF_FINDING_ODI,
  YF_FINDING_RMDQ,
  YF_FINDING_KEPT,
  YF_FINDING_MORNINGS,
  YF_FINDING_STOPS,
  YF_FINDING_FLARES,
  YF_FINDING_DOSES,
  YF_FINDING_REMINDERS,
  YF_FINDING_BREAKS,
} YfFindingKind;
#define YF_N_FINDING_KINDS (YF_FINDING_BREAKS + 1)

/**
 * YfTrend:
 * @YF_TREND_NONE: no change is claimed: it is no comparison, or there is too
 *   little to compare
 * @YF_TREND_STEADY: compared, and less than a meaningful change
 * @YF_TREND_BETTER: a meaningful change for the better
 * @YF_TREND_WORSE: a meaningful change for the worse
 */
typedef enum
{
  YF_TREND_NONE,
  YF_TREND_STEADY,
  YF_TREND_BETTER,
  YF_TREND_WORSE,
} YfTrend;

/**
 * YfFinding:
 * @kind: what it is about
 * @trend: what is claimed
 * @text: one or two sentences, in the person's language
 * @source: (nullable): who says how much change is meaningful, as it is cited,
 *   in the person's language
 * @entries: (array zero-terminated=1): the ids of the entries it was made from
 */
typedef struct
{
  YfFindingKind   kind;
  YfTrend         trend;
  char           *text;
  char           *source;
  GStrv           entries;
} YfFinding;

GType           yf_progress_get_type        (void) G_GNUC_CONST;
YfProgress     *yf_progress_new             (YfLog        *log,
                                             YfCatalogue  *catalogue,
                                             YfDay         from,
                                             YfDay         to);
YfProgress     *yf_progress_ref             (YfProgress   *self);
void            yf_progress_unref           (YfProgress   *self);

YfLog          *yf_progress_get_log         (YfProgress   *self);
YfCatalogue    *yf_progress_get_catalogue   (YfProgress   *self);
YfDay           yf_progress_get_from        (YfProgress   *self);
YfDay           yf_progress_get_to          (YfProgress   *self);
YfDay           yf_progress_get_began       (YfProgress   *self);
const YfTotals *yf_progress_get_totals      (YfProgress   *self);
GArray         *yf_progress_get_pains       (YfProgress   *self);
GArray         *yf_progress_get_stops       (YfProgress   *self);
GArray         *yf_progress_get_weeks       (YfProgress   *self);
GArray         *yf_progress_get_exercises   (YfProgress   *self);
GArray         *yf_progress_get_doses       (YfProgress   *self);
GArray         *yf_progress_get_provocations (YfProgress  *self);
GArray         *yf_progress_get_raised      (YfProgress   *self);
GArray         *yf_progress_get_functions   (YfProgress   *self);
void            yf_progress_get_mornings    (YfProgress   *self,
                                             int          *n_better,
                                             int          *n_same,
                                             int          *n_worse,
                                             int          *n_unanswered);
GArray         *yf_progress_get_flares      (YfProgress   *self);
YfStage         yf_progress_get_stage       (YfProgress   *self);
GPtrArray      *yf_progress_get_plan_changes (YfProgress  *self);
GPtrArray      *yf_progress_get_all_plan_changes (YfProgress *self);
const YfPlanChange *
                yf_progress_find_last_stage_change (YfProgress *self);
YfProgramme    *yf_progress_read_programme  (YfProgress   *self,
                                             const YfProgrammeRecord *record);
GPtrArray      *yf_progress_get_programmes  (YfProgress   *self);
const YfProgrammePeriod *
                yf_progress_find_programme  (YfProgress   *self,
                                             YfDay         day);
const YfReminderCounts *
                yf_progress_get_reminders   (YfProgress   *self);
const YfBreakCounts *
                yf_progress_get_breaks      (YfProgress   *self);
GPtrArray      *yf_progress_get_findings    (YfProgress   *self);

char           *yf_progress_describe_reasons (const int     reasons[YF_N_SKIP_REASONS]);
const char     *yf_progress_get_exercise_name (YfProgress *self,
                                             const char   *exercise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgress, yf_progress_unref)

G_END_DECLS
