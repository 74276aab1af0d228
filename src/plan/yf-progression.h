/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-dose-change.h"
#include "yf-history.h"
#include "yf-limits.h"
#include "yf-profile.h"

G_BEGIN_DECLS

/*
 * How doses grow and shrink: clinical.md section 6, replayed over the whole
 * history. A pure function: nothing is remembered between two calls, so an entry
 * that is edited, or answered late, changes what follows from it and nothing
 * else. Where the section is silent the cautious reading holds; these are
 * Yanfei's own:
 *
 * - Three sessions count for one exercise, in a row, on three different days. One
 *   counts if it was completed, in at least the dose that was due, with an effort
 *   of 5 or less, and the next morning was better or the same. Who did not answer
 *   the morning question, or not that about effort, gets no step up from that
 *   session; it neither counts nor breaks the row.
 * - The row begins anew after an effort above 5, a session stopped early, pain up
 *   by 2 in the back or the leg, a pain stop, a worse morning, a flare, and after
 *   every change of dose.
 * - A step up changes one number by one: hold +1 s to its most, then repetitions,
 *   then a set. It is taken on the day of the answer; only sessions from that day
 *   on count for the next.
 * - One session lowers an exercise by one step at the most, whatever went wrong
 *   in it. A worse morning and a rise of pain lower everything that was done in
 *   the session, a stop what it was in. Steps down go on below the first dose.
 * - A stop counts once a session. Only a session that completed the exercise
 *   without one takes the first of two stops back.
 * - Not done for 14 days: two steps down, for 21 and 28 one more each, and after
 *   28 no more than the first dose; but a break alone never takes it further than
 *   one step below the first dose, and who is there already goes one step lower.
 *   It goes by exercise: muscles know nothing of the other exercises.
 * - A new episode (an onset after the exercise was first done): the first dose.
 * - Until the acute and easing stages of the present episode are over, only
 *   breathing steps up.
 * - A suspended exercise steps up no more, and opens with a YfHistoryReview.
 * - A clinician's limit lowers the ceiling on its days and never lifts it.
 *
 * The safety table is not asked here: it says whether, this says how much.
 */

#define YF_TYPE_PROGRESSION (yf_progression_get_type ())

/**
 * YF_PROGRESSION_SESSIONS:
 *
 * So many good sessions before a step up (clinical.md section 6).
 */
#define YF_PROGRESSION_SESSIONS 3

/**
 * YF_PROGRESSION_EFFORT:
 *
 * The greatest effort, 0 to 10, of a session that counts (clinical.md section 6).
 */
#define YF_PROGRESSION_EFFORT   5

/**
 * YF_PROGRESSION_PAIN_RISE:
 *
 * A rise of pain, NRS, after which to step down (clinical.md section 6).
 */
#define YF_PROGRESSION_PAIN_RISE 2

/**
 * YF_PROGRESSION_STOPS:
 *
 * So many pain stops in a row suspend an exercise (clinical.md section 6).
 */
#define YF_PROGRESSION_STOPS    2

/**
 * YF_PROGRESSION_BREAK_DAYS:
 *
 * A break that is long enough to restart lower (two weeks).
 */
#define YF_PROGRESSION_BREAK_DAYS 14

/**
 * YfProgression:
 *
 * The dose of every exercise on one day, and every change that led there.
 * Immutable.
 */
typedef struct _YfProgression YfProgression;

GType          yf_progression_get_type     (void) G_GNUC_CONST;
YfProgression *yf_progression_new          (YfCatalogue     *catalogue,
                                            const YfProfile *profile,
                                            YfLimits        *limits,
                                            YfHistory       *history,
                                            YfDay            today);
YfProgression *yf_progression_ref          (YfProgression   *self);
void           yf_progression_unref        (YfProgression   *self);

void           yf_progression_get_dose     (YfProgression   *self,
                                            YfExercise      *exercise,
                                            YfDose          *dose);
gboolean       yf_progression_is_suspended (YfProgression   *self,
                                            const char      *exercise);
int            yf_progression_count_good   (YfProgression   *self,
                                            const char      *exercise);
guint          yf_progression_count_days   (YfProgression   *self,
                                            const char      *exercise);
GPtrArray     *yf_progression_get_changes  (YfProgression   *self);
YfDoseChange  *yf_progression_find_latest  (YfProgression   *self,
                                            const char      *exercise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfProgression, yf_progression_unref)

G_END_DECLS
