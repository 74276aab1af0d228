/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-progress.h"

/* Logs written by hand. A moment is "2026-11-20 19:00", which is in Shanghai, or
 * ISO 8601 with seconds and an offset. Ids are s1, s2, … for sessions, c for
 * check-ins, a for activities, r for ratings, o for scores of the clinic,
 * x for reliefs, f for declared flares, v for reviews, m for reminders, b for breaks
 * from sitting, p for programmes, d and g for changes of doses and stages. */

YfCatalogue      *fixture_get_catalogue (void);
YfDay             fixture_day           (const char       *text);
gint64            fixture_moment        (const char       *text,
                                         gint32           *utc_offset);

YfLog            *fixture_new_log       (const char       *began);
YfSessionRecord  *fixture_add_session   (YfLog            *log,
                                         const char       *when);
void              fixture_say_before    (YfSessionRecord  *record,
                                         int               back,
                                         int               leg);
void              fixture_say_after     (YfSessionRecord  *record,
                                         const char       *when,
                                         int               back,
                                         int               leg);
YfExerciseRecord *fixture_plan          (YfSessionRecord  *record,
                                         const char       *exercise,
                                         int               sets,
                                         int               reps,
                                         int               hold_s);
void              fixture_do            (YfSessionRecord  *record,
                                         YfSide            side,
                                         int               set,
                                         int               reps);
void              fixture_stop          (YfSessionRecord  *record,
                                         YfSide            side,
                                         int               rep,
                                         YfSegmentKind     phase,
                                         int               pain);
YfCheckInRecord  *fixture_add_check_in  (YfLog            *log,
                                         const char       *when,
                                         int               back,
                                         int               leg);
YfActivityRecord *fixture_add_activity  (YfLog            *log,
                                         const char       *when);
YfReliefRecord   *fixture_add_relief    (YfLog            *log,
                                         const char       *when);
void              fixture_add_schedule  (YfLog            *log,
                                         const char       *when,
                                         int               days_a_week);
YfFunctionRating *fixture_add_rating    (YfLog            *log,
                                         const char       *when,
                                         const char       *scores);
YfClinicScore    *fixture_add_score     (YfLog            *log,
                                         YfClinicScale     scale,
                                         const char       *day,
                                         int               total);
void              fixture_add_edit      (YfLog            *log,
                                         YfEntryKind       kind,
                                         const char       *old,
                                         const char       *new);

YfFlareRecord    *fixture_add_flare     (YfLog            *log,
                                         const char       *when);
YfReminderRecord *fixture_add_reminder  (YfLog            *log,
                                         const char       *when,
                                         YfReminderKind    kind,
                                         YfReminderAnswer  answer,
                                         YfSkipReason      reason);
YfBreakRecord    *fixture_add_break     (YfLog            *log,
                                         const char       *when,
                                         YfBreakAnswer     answer,
                                         YfSkipReason      reason);
YfProgrammeRecord *fixture_add_programme (YfLog           *log,
                                         const char       *when,
                                         const char       *attributes,
                                         const char       *content);
void              fixture_choose        (YfLog            *log,
                                         const char       *when,
                                         const char       *programme);
void              fixture_follow        (YfLog            *log,
                                         const char       *session,
                                         const char       *programme);
YfDoseChangeRecord *fixture_add_dose_change (YfLog        *log,
                                         const char       *day,
                                         const char       *exercise,
                                         int               reps_from,
                                         int               reps_to,
                                         YfDoseReason      reason,
                                         const char       *evidence);
YfStageChangeRecord *fixture_add_stage_change (YfLog      *log,
                                         const char       *day,
                                         YfStage           from,
                                         YfStage           to);

YfProgress       *fixture_look          (YfLog            *log,
                                         const char       *from,
                                         const char       *to);
const YfFinding  *fixture_find          (YfProgress       *progress,
                                         YfFindingKind     kind);
void              fixture_assert_entries (const YfFinding *finding,
                                         const char       *ids);
