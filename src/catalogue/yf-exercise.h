/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-dose.h"
#include "yf-source.h"

G_BEGIN_DECLS

#define YF_TYPE_EXERCISE (yf_exercise_get_type ())

/**
 * YfGroup:
 *
 * The columns of the safety table: exercises that are judged alike.
 */
typedef enum
{
  YF_GROUP_BREATHING,
  YF_GROUP_BRIDGE,
  YF_GROUP_PLANK,     /* plank and straight-leg raise */
  YF_GROUP_SWALLOW,
  YF_GROUP_STRETCH,   /* stretches and the wall stand */
  YF_GROUP_KEGEL,
  YF_GROUP_RELIEF,    /* cold and warm compresses: no exercise, but judged */
} YfGroup;
#define YF_N_GROUPS (YF_GROUP_RELIEF + 1)

/**
 * YfPosture:
 *
 * How a person lies or stands, in the order in which a session goes through
 * them (clinical.md section 6).
 */
typedef enum
{
  YF_POSTURE_SUPINE,
  YF_POSTURE_SIDE,
  YF_POSTURE_PRONE,
  YF_POSTURE_STANDING,
} YfPosture;

typedef enum
{
  YF_SIDE_NONE,
  YF_SIDE_LEFT,
  YF_SIDE_RIGHT,
} YfSide;

/**
 * YfPhaseKind:
 *
 * What the body does in one part of a repetition. Effort is inhale or raise,
 * stillness is hold, release is lower or exhale.
 */
typedef enum
{
  YF_PHASE_INHALE,
  YF_PHASE_RAISE,
  YF_PHASE_HOLD,
  YF_PHASE_LOWER,
  YF_PHASE_EXHALE,
  YF_PHASE_REST,
} YfPhaseKind;

/**
 * YfPhase:
 * @kind: what the body does
 * @length: in microseconds; 0 for a hold whose length the dose gives
 * @label: (nullable): what it is called in this exercise, untranslated; see
 *   yf_phase_get_name()
 * @source: who says so
 */
typedef struct
{
  YfPhaseKind  kind;
  gint64       length;
  char        *label;
  YfSource    *source;
} YfPhase;

/**
 * YfNote:
 *
 * A sentence for the person, with its source. Get the text, in the person's
 * language, with yf_note_get_text().
 */
typedef struct
{
  char     *msgid;
  YfSource *source;
} YfNote;

/**
 * YfExercise:
 *
 * One exercise, whole: how it is done, how much, and who says so. Immutable.
 */
typedef struct _YfExercise YfExercise;

GType           yf_exercise_get_type            (void) G_GNUC_CONST;
YfExercise     *yf_exercise_ref                 (YfExercise     *self);
void            yf_exercise_unref               (YfExercise     *self);

const char     *yf_exercise_get_id              (YfExercise     *self);
const char     *yf_exercise_get_name            (YfExercise     *self);
const char     *yf_exercise_get_summary         (YfExercise     *self);
YfGroup         yf_exercise_get_group           (YfExercise     *self);
YfPosture       yf_exercise_get_posture         (YfExercise     *self);
gboolean        yf_exercise_get_two_sided       (YfExercise     *self);
guint           yf_exercise_get_n_phases        (YfExercise     *self);
const YfPhase  *yf_exercise_get_phase           (YfExercise     *self,
                                                 guint           index);
guint           yf_exercise_get_n_parts         (YfExercise     *self);
int             yf_exercise_get_part            (YfExercise     *self,
                                                 guint           index,
                                                 guint          *first_phase,
                                                 guint          *n_phases);
void            yf_exercise_get_rep_phases      (YfExercise     *self,
                                                 int             rep,
                                                 guint          *first_phase,
                                                 guint          *n_phases);
gboolean        yf_exercise_has_hold            (YfExercise     *self);
const YfDose   *yf_exercise_get_first_dose      (YfExercise     *self);
YfSource       *yf_exercise_get_dose_source     (YfExercise     *self);
const YfDose   *yf_exercise_get_ceiling         (YfExercise     *self);
YfSource       *yf_exercise_get_ceiling_source  (YfExercise     *self);
gint64          yf_exercise_get_get_ready       (YfExercise     *self,
                                                 YfSource      **source);
gint64          yf_exercise_get_set_rest        (YfExercise     *self,
                                                 YfSource      **source);
GPtrArray      *yf_exercise_get_steps           (YfExercise     *self);
GPtrArray      *yf_exercise_get_cautions        (YfExercise     *self);
GPtrArray      *yf_exercise_get_suits           (YfExercise     *self);
int             yf_exercise_get_times_a_day     (YfExercise     *self);
gboolean        yf_exercise_is_own              (YfExercise     *self);

const char     *yf_note_get_text                (const YfNote   *self);
const char     *yf_phase_get_name               (const YfPhase  *self);

const char     *yf_group_get_id                 (YfGroup         group);
gboolean        yf_group_from_id                (const char     *id,
                                                 YfGroup        *group);
const char     *yf_posture_get_id               (YfPosture       posture);
const char     *yf_posture_get_name             (YfPosture       posture);
const char     *yf_side_get_id                  (YfSide          side);
gboolean        yf_side_from_id                 (const char     *id,
                                                 YfSide         *side);
const char     *yf_phase_kind_get_id            (YfPhaseKind     kind);
gboolean        yf_phase_kind_from_id           (const char     *id,
                                                 YfPhaseKind    *kind);
const char     *yf_phase_kind_get_name          (YfPhaseKind     kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfExercise, yf_exercise_unref)

G_END_DECLS
