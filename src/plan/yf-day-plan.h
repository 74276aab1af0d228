/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-course.h"
#include "yf-programme.h"
#include "yf-progression.h"
#include "yf-routine.h"
#include "yf-rules.h"

G_BEGIN_DECLS

/*
 * What a day holds: clinical.md sections 3, 4, 6 and 7. A pure function of what
 * is asked. Where the sections are silent; these are Yanfei's own:
 *
 * - Without a programme there are at most four exercises: breathing, a bridge, one
 *   for belly and legs (the leg raise from 60 or where the age is not known, else
 *   the plank), and for a strong back a swallow, the modified one until it was
 *   done on six days and the full one then; for any other back the second bridge.
 *   Who has given birth gets the pelvic floor in its place. In each place the one
 *   with the mildest verdict is taken. A clinician's programme goes before.
 * - "Then the rest": what is not breathing or bridge opens in recovery once a
 *   bridge was done on six days, two weeks at three a week. After a flare it is
 *   breathing and bridge again until something was completed, without a worse
 *   morning, on two days: the way back. A wish does not go before that; a
 *   programme goes before the first, not the second, unless it has neither.
 * - Days: whatever the person means to do, training has no more than four days a
 *   week (003, 004: three to four), with a day of rest between; only who means
 *   to train on four gets two in a row, at the end of a week, never three. What was
 *   missed is due on the next day, and never twice. Breathing alone, in the acute
 *   and easing stages, needs no rest between.
 * - Maintenance has 20 minutes (003): what was done last waits.
 * - A flare of three days in a row is perhaps a new episode: it is asked.
 */

#define YF_TYPE_DAY_PLAN (yf_day_plan_get_type ())

/**
 * YF_DAY_PLAN_MAX_ITEMS:
 *
 * At most so many exercises in a session by default: more are done less
 * (clinical.md section 6; Yanfei's own).
 */
#define YF_DAY_PLAN_MAX_ITEMS 4

/**
 * YF_DAY_PLAN_MAX_DAYS:
 *
 * Training on at most so many days a week: three to four times (003, 004).
 */
#define YF_DAY_PLAN_MAX_DAYS  4

/**
 * YF_DAY_PLAN_MAINTENANCE:
 *
 * How long a session of maintenance lasts at most, in microseconds: 20 minutes (003).
 */
#define YF_DAY_PLAN_MAINTENANCE (20 * 60 * YF_SECOND)

/**
 * YfDayState:
 * @YF_DAY_DUE: a session is due
 * @YF_DAY_REST: none is due; what is planned is what a session would hold
 * @YF_DAY_DONE: something was done already
 * @YF_DAY_FLARE: a flare: no training, and the day counts as kept
 * @YF_DAY_CLOSED: the safety table leaves nothing
 *
 * What a day is.
 */
typedef enum
{
  YF_DAY_DUE,
  YF_DAY_REST,
  YF_DAY_DONE,
  YF_DAY_FLARE,
  YF_DAY_CLOSED,
} YfDayState;

/**
 * YfWishKind:
 * @YF_WISH_LEAVE_OUT: not this one
 * @YF_WISH_ADD: this one too
 * @YF_WISH_ORDER: this one before those with a later such wish, and before those
 *   with none; within a posture, for nobody is to roll over twice
 */
typedef enum
{
  YF_WISH_LEAVE_OUT,
  YF_WISH_ADD,
  YF_WISH_ORDER,
} YfWishKind;

/**
 * YfWish:
 * @kind: what the person wants
 * @exercise: the id of an exercise
 *
 * What the person would change. Never goes before a verdict.
 */
typedef struct
{
  YfWishKind  kind;
  const char *exercise;
} YfWish;

/**
 * YfOmission:
 * @YF_OMISSION_VERDICT: the safety table does not permit it today
 * @YF_OMISSION_SUSPENDED: it hurt twice in a row
 * @YF_OMISSION_FORBIDDEN: a clinician forbids it
 * @YF_OMISSION_FLARE: there is a flare
 * @YF_OMISSION_NOT_YET: breathing and bridge come first
 * @YF_OMISSION_TIME: 20 minutes are full
 * @YF_OMISSION_WISH: the person leaves it out
 *
 * Why an exercise is not in the plan.
 */
typedef enum
{
  YF_OMISSION_VERDICT,
  YF_OMISSION_SUSPENDED,
  YF_OMISSION_FORBIDDEN,
  YF_OMISSION_FLARE,
  YF_OMISSION_NOT_YET,
  YF_OMISSION_TIME,
  YF_OMISSION_WISH,
} YfOmission;

/**
 * YfDayItem:
 * @exercise: what
 * @dose: how much
 * @pace: how fast, as the programme has it
 * @judgement: what the safety table says; it permits it
 * @why: why it is there, in the person's language
 * @source: who says so
 * @added: the person wanted it
 * @length: how long it takes alone, in microseconds
 */
typedef struct
{
  YfExercise  *exercise;
  YfDose       dose;
  YfPace       pace;
  YfJudgement *judgement;
  char        *why;
  YfSource    *source;
  gboolean     added;
  gint64       length;
} YfDayItem;

/**
 * YfDayOmission:
 * @exercise: what
 * @kind: why not
 * @judgement: (nullable): what the safety table says, where it was asked
 * @why: why not, in the person's language
 */
typedef struct
{
  YfExercise  *exercise;
  YfOmission   kind;
  YfJudgement *judgement;
  char        *why;
} YfDayOmission;

/**
 * YfDayQuestion:
 * @catalogue: what can be done, with the person's own
 * @rules: the safety table
 * @profile: who; with the clearances of a programme, if there is one
 * @check_in: (nullable): how they are today; with what the log knows
 * @programme: (nullable): the programme that holds on @day, which is judged by;
 *   what it asks for is in @limits, see yf_limits_add_programme()
 * @limits: (nullable): what clinicians have said
 * @history: what has happened
 * @progression: (nullable): the doses of @day; worked out where %NULL
 * @wishes: (nullable) (array length=n_wishes): what the person would change
 * @n_wishes: how many
 * @day: a known day
 * @minute: the minute of it, or %YF_MINUTE_UNKNOWN; only relief needs it
 */
typedef struct
{
  YfCatalogue     *catalogue;
  YfRules         *rules;
  const YfProfile *profile;
  const YfCheckIn *check_in;
  YfProgramme     *programme;
  YfLimits        *limits;
  YfHistory       *history;
  YfProgression   *progression;
  const YfWish    *wishes;
  guint            n_wishes;
  YfDay            day;
  int              minute;
} YfDayQuestion;

/**
 * YfDayPlan:
 *
 * What a day holds. Immutable.
 */
typedef struct _YfDayPlan YfDayPlan;

GType          yf_day_plan_get_type      (void) G_GNUC_CONST;
YfDayPlan     *yf_day_plan_new           (const YfDayQuestion *question);
YfDayPlan     *yf_day_plan_ref           (YfDayPlan           *self);
void           yf_day_plan_unref         (YfDayPlan           *self);

YfDay          yf_day_plan_get_day       (YfDayPlan           *self);
YfDayState     yf_day_plan_get_state     (YfDayPlan           *self);
YfStage        yf_day_plan_get_stage     (YfDayPlan           *self);
gboolean       yf_day_plan_is_kept       (YfDayPlan           *self);
GPtrArray     *yf_day_plan_get_items     (YfDayPlan           *self);
GPtrArray     *yf_day_plan_get_omissions (YfDayPlan           *self);
YfRoutine     *yf_day_plan_get_routine   (YfDayPlan           *self);
gint64         yf_day_plan_get_length    (YfDayPlan           *self);
GPtrArray     *yf_day_plan_get_reliefs   (YfDayPlan           *self);
int            yf_day_plan_get_flare_days (YfDayPlan          *self);
gboolean       yf_day_plan_asks_episode  (YfDayPlan           *self);
gboolean       yf_day_plan_is_way_back   (YfDayPlan           *self);
int            yf_day_plan_get_days_a_week (YfDayPlan         *self);
YfDay          yf_day_plan_get_next_due  (YfDayPlan           *self);
char          *yf_day_plan_to_string     (YfDayPlan           *self);

const char    *yf_day_state_get_id       (YfDayState           state);
const char    *yf_omission_get_id        (YfOmission           omission);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfDayPlan, yf_day_plan_unref)

G_END_DECLS
