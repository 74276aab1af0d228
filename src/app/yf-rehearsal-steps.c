/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-rehearsal-steps.h"

/* Which part of the movement each sentence of "how to do it" speaks of. The
 * catalogue has the sentences in the order in which they are done: first how to lie
 * or stand, then the phases, and at last that the other side follows. */

static gboolean
find_kind (YfTimeline    *timeline,
           YfSegmentKind  kind,
           guint         *index)
{
  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    if (yf_timeline_get_segment (timeline, i)->kind == kind)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

static void
find_phases (YfTimeline         *timeline,
             YfExercise         *exercise,
             guint               first_phase,
             guint               n_phases,
             YfRehearsalStretch *stretch)
{
  const YfPhase *phase = yf_exercise_get_phase (exercise, first_phase);

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    if (yf_timeline_get_segment (timeline, i)->phase == phase)
      {
        stretch->first = i;
        stretch->n_segments = MIN (n_phases, yf_timeline_get_n_segments (timeline) - i);
        stretch->repeats = n_phases > 1 || phase->kind == YF_PHASE_HOLD;
        return;
      }
}

/**
 * yf_rehearsal_create_timeline:
 * @exercise: an exercise
 *
 * Returns: (transfer full): one set of it, on each side where there are two
 */
YfTimeline *
yf_rehearsal_create_timeline (YfExercise *exercise)
{
  YfRoutineItem item = { .exercise = exercise, .dose = *yf_exercise_get_first_dose (exercise) };
  g_autoptr (YfRoutine) routine = NULL;

  item.dose.sets = 1;
  routine = yf_routine_new (&item, 1);

  return yf_timeline_new (routine, YF_COUNTING_PACE);
}

/**
 * yf_rehearsal_find:
 * @timeline: from yf_rehearsal_create_timeline()
 * @step: a step of its exercise, from 0
 * @stretch: (out): return location for where it is
 *
 * Finds what shows a step. Where there are more phases than steps, the last phases
 * are not spoken of; where there are more steps than phases, the first steps all
 * speak of the first phase.
 */
void
yf_rehearsal_find (YfTimeline         *timeline,
                   guint               step,
                   YfRehearsalStretch *stretch)
{
  YfExercise *exercise = yf_timeline_get_segment (timeline, 0)->exercise;
  guint n_steps = yf_exercise_get_steps (exercise)->len;
  guint n_phases = yf_exercise_get_n_phases (exercise);
  guint n_parts = yf_exercise_get_n_parts (exercise);
  guint change;

  *stretch = (YfRehearsalStretch) { .n_segments = 1 };

  /* What is one long hold is one picture, and that is what every step speaks of. */
  if (n_phases == 1)
    {
      find_phases (timeline, exercise, 0, 1, stretch);
      return;
    }

  if (step == 0)
    return;

  if (n_parts > 1)
    {
      guint first_phase, n_of_part;

      yf_exercise_get_part (exercise, MIN (step - 1, n_parts - 1), &first_phase, &n_of_part);
      find_phases (timeline, exercise, first_phase, n_of_part, stretch);
      return;
    }

  if (yf_exercise_get_two_sided (exercise) && step == n_steps - 1 && n_steps - 1 > n_phases &&
      find_kind (timeline, YF_SEGMENT_CHANGE_SIDES, &change))
    {
      stretch->first = change;
      return;
    }

  if (yf_exercise_get_two_sided (exercise) && n_steps - 1 > n_phases)
    n_steps--;
  if (n_steps - 1 >= n_phases)
    step = step + n_phases > n_steps ? step + n_phases - n_steps : 0;
  else
    step--;
  find_phases (timeline, exercise, MIN (step, n_phases - 1), 1, stretch);
}
