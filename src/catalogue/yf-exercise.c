/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-exercise-private.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

G_DEFINE_BOXED_TYPE (YfExercise, yf_exercise, yf_exercise_ref, yf_exercise_unref)

static const char * const group_ids[] = {
  [YF_GROUP_BREATHING] = "breathing",
  [YF_GROUP_BRIDGE] = "bridge",
  [YF_GROUP_PLANK] = "plank",
  [YF_GROUP_SWALLOW] = "swallow",
  [YF_GROUP_STRETCH] = "stretch",
  [YF_GROUP_KEGEL] = "kegel",
  [YF_GROUP_RELIEF] = "relief",
};

static const char * const posture_ids[] = {
  [YF_POSTURE_SUPINE] = "supine",
  [YF_POSTURE_SIDE] = "side",
  [YF_POSTURE_PRONE] = "prone",
  [YF_POSTURE_STANDING] = "standing",
};

static const char * const side_ids[] = {
  [YF_SIDE_NONE] = "none",
  [YF_SIDE_LEFT] = "left",
  [YF_SIDE_RIGHT] = "right",
};

static const char * const phase_kind_ids[] = {
  [YF_PHASE_INHALE] = "inhale",
  [YF_PHASE_RAISE] = "raise",
  [YF_PHASE_HOLD] = "hold",
  [YF_PHASE_LOWER] = "lower",
  [YF_PHASE_EXHALE] = "exhale",
  [YF_PHASE_REST] = "rest",
};

static void
phase_clear (gpointer data)
{
  YfPhase *phase = data;

  g_clear_pointer (&phase->source, yf_source_unref);
  g_clear_pointer (&phase->label, g_free);
}

static void
note_free (gpointer data)
{
  YfNote *note = data;

  g_free (note->msgid);
  yf_source_unref (note->source);
  g_free (note);
}

YfNote *
yf_note_new (const char *msgid,
             YfSource   *source)
{
  YfNote *note = g_new0 (YfNote, 1);

  note->msgid = g_strdup (msgid);
  note->source = yf_source_ref (source);

  return note;
}

YfExercise *
yf_exercise_new (void)
{
  YfExercise *self = g_new0 (YfExercise, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->phases = g_array_new (FALSE, TRUE, sizeof (YfPhase));
  g_array_set_clear_func (self->phases, phase_clear);
  self->parts = g_array_new (FALSE, TRUE, sizeof (YfPart));
  self->steps = g_ptr_array_new_with_free_func (note_free);
  self->suits = g_ptr_array_new_with_free_func (note_free);
  self->cautions = g_ptr_array_new_with_free_func (note_free);

  return self;
}

YfExercise *
yf_exercise_ref (YfExercise *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_exercise_unref (YfExercise *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->id);
  g_free (self->name);
  g_free (self->summary);
  g_array_unref (self->phases);
  g_array_unref (self->parts);
  g_clear_pointer (&self->dose_source, yf_source_unref);
  g_clear_pointer (&self->ceiling_source, yf_source_unref);
  g_clear_pointer (&self->get_ready_source, yf_source_unref);
  g_clear_pointer (&self->set_rest_source, yf_source_unref);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->cautions);
  g_ptr_array_unref (self->suits);
  g_free (self);
}

/**
 * yf_exercise_get_id:
 * @self: an exercise
 *
 * Returns: (transfer none): its name for scripts and the log, such as
 *   "five-point-support"; it never changes
 */
const char *
yf_exercise_get_id (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

/**
 * yf_exercise_get_name:
 * @self: an exercise
 *
 * Returns: (transfer none): its name in the person's language; one of the
 *   person's own stands as they wrote it
 */
const char *
yf_exercise_get_name (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->own ? self->name : _(self->name);
}

/**
 * yf_exercise_get_summary:
 * @self: an exercise
 *
 * Returns: (transfer none): a sentence about it in the person's language
 */
const char *
yf_exercise_get_summary (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->summary);
}

YfGroup
yf_exercise_get_group (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, YF_GROUP_SWALLOW);

  return self->group;
}

YfPosture
yf_exercise_get_posture (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, YF_POSTURE_SUPINE);

  return self->posture;
}

/**
 * yf_exercise_get_two_sided:
 * @self: an exercise
 *
 * Returns: whether the full dose is done on each side
 */
gboolean
yf_exercise_get_two_sided (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->two_sided;
}

guint
yf_exercise_get_n_phases (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->phases->len;
}

/**
 * yf_exercise_get_phase:
 * @self: an exercise
 * @index: from 0, less than yf_exercise_get_n_phases()
 *
 * Returns: (transfer none): a phase; those of one part after those of another
 */
const YfPhase *
yf_exercise_get_phase (YfExercise *self,
                       guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->phases->len, NULL);

  return &g_array_index (self->phases, YfPhase, index);
}

guint
yf_exercise_get_n_parts (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

/**
 * yf_exercise_get_part:
 * @self: an exercise
 * @index: from 0
 * @first_phase: (out): return location for the first phase of a repetition
 * @n_phases: (out): return location for how many it has; a rest comes last
 *
 * Returns: how many repetitions of this part there are in a set, or 0 where
 *   the dose says
 */
int
yf_exercise_get_part (YfExercise *self,
                      guint       index,
                      guint      *first_phase,
                      guint      *n_phases)
{
  const YfPart *part;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->parts->len, 0);

  part = &g_array_index (self->parts, YfPart, index);
  *first_phase = part->first_phase;
  *n_phases = part->n_phases;

  return part->reps;
}

/**
 * yf_exercise_get_rep_phases:
 * @self: an exercise
 * @rep: a repetition of a set, from 1
 * @first_phase: (out): return location for its first phase
 * @n_phases: (out): return location for how many it has; a rest comes last
 *
 * Says which phases a repetition has.
 */
void
yf_exercise_get_rep_phases (YfExercise *self,
                            int         rep,
                            guint      *first_phase,
                            guint      *n_phases)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rep >= 1);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const YfPart *part = &g_array_index (self->parts, YfPart, i);

      *first_phase = part->first_phase;
      *n_phases = part->n_phases;

      if (part->reps == 0 || rep <= part->reps)
        return;
      rep -= part->reps;
    }
}

/**
 * yf_exercise_has_hold:
 * @self: an exercise
 *
 * Returns: whether a repetition has a hold, whose length the dose gives
 */
gboolean
yf_exercise_has_hold (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->first_dose.hold > 0;
}

/**
 * yf_exercise_get_first_dose:
 * @self: an exercise
 *
 * Returns: (transfer none): the dose to begin with; see
 *   yf_exercise_get_dose_source()
 */
const YfDose *
yf_exercise_get_first_dose (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->first_dose;
}

YfSource *
yf_exercise_get_dose_source (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dose_source;
}

/**
 * yf_exercise_get_ceiling:
 * @self: an exercise
 *
 * Returns: (transfer none): the dose that is never passed; see
 *   yf_exercise_get_ceiling_source()
 */
const YfDose *
yf_exercise_get_ceiling (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->ceiling;
}

YfSource *
yf_exercise_get_ceiling_source (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ceiling_source;
}

/**
 * yf_exercise_get_get_ready:
 * @self: an exercise
 * @source: (out) (optional) (transfer none): return location for the source
 *
 * Returns: the time to get into the starting posture, in microseconds
 */
gint64
yf_exercise_get_get_ready (YfExercise  *self,
                           YfSource   **source)
{
  g_return_val_if_fail (self != NULL, 0);

  if (source != NULL)
    *source = self->get_ready_source;
  return self->get_ready;
}

/**
 * yf_exercise_get_set_rest:
 * @self: an exercise
 * @source: (out) (optional) (transfer none): return location for the source
 *
 * Returns: the rest between two sets, in microseconds
 */
gint64
yf_exercise_get_set_rest (YfExercise  *self,
                          YfSource   **source)
{
  g_return_val_if_fail (self != NULL, 0);

  if (source != NULL)
    *source = self->set_rest_source;
  return self->set_rest;
}

/**
 * yf_exercise_get_steps:
 * @self: an exercise
 *
 * Returns: (transfer none) (element-type YfNote): how it is done, in order
 */
GPtrArray *
yf_exercise_get_steps (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->steps;
}

/**
 * yf_exercise_get_cautions:
 * @self: an exercise
 *
 * Returns: (transfer none) (element-type YfNote): what to mind
 */
GPtrArray *
yf_exercise_get_cautions (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cautions;
}

/**
 * yf_exercise_get_suits:
 * @self: an exercise
 *
 * Returns: (transfer none) (element-type YfNote): whom it suits
 */
GPtrArray *
yf_exercise_get_suits (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->suits;
}

/**
 * yf_exercise_get_times_a_day:
 * @self: an exercise, or a relief
 *
 * Returns: how often a day it may be done, or 0 if nobody says
 */
int
yf_exercise_get_times_a_day (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->times_a_day;
}

/**
 * yf_exercise_is_own:
 * @self: an exercise
 *
 * Returns: whether the person added it
 */
gboolean
yf_exercise_is_own (YfExercise *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->own;
}

/**
 * yf_phase_get_name:
 * @self: a phase
 *
 * Returns: (transfer none): what to do, in a word or two, in the person's
 *   language
 */
const char *
yf_phase_get_name (const YfPhase *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label != NULL ? _(self->label) : yf_phase_kind_get_name (self->kind);
}

/**
 * yf_note_get_text:
 * @self: a note
 *
 * Returns: (transfer none): its text in the person's language
 */
const char *
yf_note_get_text (const YfNote *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->msgid);
}

const char *
yf_group_get_id (YfGroup group)
{
  g_return_val_if_fail (group < G_N_ELEMENTS (group_ids), NULL);

  return group_ids[group];
}

gboolean
yf_group_from_id (const char *id,
                  YfGroup    *group)
{
  YF_IDS_FROM_ID (group_ids, id, group);
}

const char *
yf_posture_get_id (YfPosture posture)
{
  g_return_val_if_fail (posture < G_N_ELEMENTS (posture_ids), NULL);

  return posture_ids[posture];
}

gboolean
yf_posture_from_id (const char *id,
                    YfPosture  *posture)
{
  YF_IDS_FROM_ID (posture_ids, id, posture);
}

/**
 * yf_posture_get_name:
 * @posture: a posture
 *
 * Returns: (transfer none): how a person lies or stands, in their language
 */
const char *
yf_posture_get_name (YfPosture posture)
{
  switch (posture)
    {
    case YF_POSTURE_SUPINE:
      return _("On your back");
    case YF_POSTURE_SIDE:
      return _("On your side");
    case YF_POSTURE_PRONE:
      return _("Face down");
    case YF_POSTURE_STANDING:
      return _("Standing");
    default:
      g_return_val_if_reached (NULL);
    }
}

const char *
yf_side_get_id (YfSide side)
{
  g_return_val_if_fail (side < G_N_ELEMENTS (side_ids), NULL);

  return side_ids[side];
}

gboolean
yf_side_from_id (const char *id,
                 YfSide     *side)
{
  YF_IDS_FROM_ID (side_ids, id, side);
}

const char *
yf_phase_kind_get_id (YfPhaseKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (phase_kind_ids), NULL);

  return phase_kind_ids[kind];
}

gboolean
yf_phase_kind_from_id (const char  *id,
                       YfPhaseKind *kind)
{
  YF_IDS_FROM_ID (phase_kind_ids, id, kind);
}

/**
 * yf_phase_kind_get_name:
 * @kind: a phase
 *
 * Returns: (transfer none): the phase in a word, in the person's language
 */
const char *
yf_phase_kind_get_name (YfPhaseKind kind)
{
  switch (kind)
    {
    case YF_PHASE_INHALE:
      return _("Breathe in");
    case YF_PHASE_RAISE:
      return _("Raise");
    case YF_PHASE_HOLD:
      return _("Hold");
    case YF_PHASE_LOWER:
      return _("Lower");
    case YF_PHASE_EXHALE:
      return _("Breathe out");
    case YF_PHASE_REST:
      return _("Rest");
    default:
      g_return_val_if_reached (NULL);
    }
}
