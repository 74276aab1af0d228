/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-figure-made-up.h"

#include "yf-figure-passage.h"

struct _YfMadeUp
{
  YfMovement movement;
  YfPose     breath;
};

static YfTrack *
new_track (const YfPose *from,
           const YfPose *to)
{
  YfTrack *track = g_new0 (YfTrack, 1);
  YfPoseKey keys[] = { { 0, from }, { 100, to } };

  track->keys = g_array_new (FALSE, TRUE, sizeof (YfPoseKey));
  g_array_append_vals (track->keys, keys, G_N_ELEMENTS (keys));
  track->attention = YF_ATTENTION_BODY;

  return track;
}

static void
free_track (gpointer data)
{
  YfTrack *track = data;

  g_array_unref (track->keys);
  g_free (track);
}

/**
 * yf_made_up_new:
 * @catalogue: where the poses are
 * @exercise: an exercise
 *
 * Returns: (transfer full): a movement for it, of the poses of @catalogue
 */
YfMadeUp *
yf_made_up_new (YfCatalogue *catalogue,
                YfExercise  *exercise)
{
  YfMadeUp *self = g_new0 (YfMadeUp, 1);
  YfPosture posture = yf_exercise_get_posture (exercise);
  const YfPose *rest = yf_passage_get_rest (catalogue, posture);
  const YfPose *here = rest;
  guint n = yf_exercise_get_n_phases (exercise);

  self->movement.exercise = g_strdup (yf_exercise_get_id (exercise));
  self->movement.place = posture == YF_POSTURE_STANDING ? YF_SURROUNDING_FLOOR : YF_SURROUNDING_MAT;
  self->movement.phases = g_ptr_array_new_with_free_func (free_track);
  self->breath = *rest;
  self->breath.id = NULL;
  self->breath.belly = 100;

  for (guint i = 0; i < n; i++)
    {
      YfPhaseKind kind = yf_exercise_get_phase (exercise, i)->kind;
      const YfPose *next = here;

      if (kind == YF_PHASE_INHALE)
        next = &self->breath;
      else if (kind == YF_PHASE_EXHALE || i == n - 1)
        next = rest;
      self->movement.breathes |= kind == YF_PHASE_INHALE;
      g_ptr_array_add (self->movement.phases, new_track (here, next));
      here = next;
    }

  return self;
}

void
yf_made_up_free (YfMadeUp *self)
{
  g_ptr_array_unref (self->movement.phases);
  g_free (self->movement.exercise);
  g_free (self);
}

const YfMovement *
yf_made_up_get_movement (const YfMadeUp *self)
{
  return &self->movement;
}
