/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-player-private.h"

#include <glib/gi18n-lib.h>

#include "yf-plan.h"

/* Changing what is ahead while a session is under way. */

/* Index of the first cue of the new sheet that was not emitted from the old one.
 * Up to the playhead they have the same cues at the same places; those at the
 * end of a segment come when it is left. */
static guint
find_next_cue (YfPlayer *self)
{
  const YfSegment *segment = yf_player_get_segment (self);
  gint64 position = yf_player_get_position (self);
  gboolean passed = self->state != YF_PLAYER_READY && position < segment->start + segment->length;
  guint n_cues = yf_cue_sheet_get_n_cues (self->cue_sheet);
  guint i;

  for (i = 0; i < n_cues; i++)
    {
      gint64 due = yf_cue_sheet_get_cue (self->cue_sheet, i)->position;

      if (due > position || (due == position && !passed))
        break;
    }

  return i;
}

void
yf_player_apply_adjustment (YfPlayer           *self,
                            const YfAdjustment *adjustment)
{
  g_autoptr (YfRoutine) routine = NULL;
  YfTimeline *timeline;

  if (yf_player_has_ended (self) || adjustment->item < yf_player_get_segment (self)->item)
    return;

  routine = yf_routine_new_changed (yf_timeline_get_routine (self->timeline), adjustment->item,
                                    &adjustment->dose, &adjustment->pace);
  timeline = yf_timeline_new_changed (self->timeline, self->segment, routine);
  yf_timeline_unref (self->timeline);
  self->timeline = timeline;
  yf_cue_sheet_unref (self->cue_sheet);
  self->cue_sheet = yf_cue_sheet_new (timeline);
  self->next_cue = find_next_cue (self);

  yf_player_tell_adjusted (self, adjustment);
}

/**
 * yf_player_adjust:
 * @self: a player
 * @item: an item of the routine that is under way or ahead, from 0
 * @dose: how much of it is to be done
 * @pace: how fast
 * @error: return location for a #GError of #YfPlanError
 *
 * Changes what is ahead, within what yf_plan_dose() and yf_plan_pace() allow.
 * The repetition, rest or preparation under way ends as it began, and what was
 * counted stands: where fewer repetitions are wanted than were done in the set,
 * it ends with the one under way.
 *
 * Returns: whether it is changed, or is going to be as soon as all have been
 *   told what they are being told
 */
gboolean
yf_player_adjust (YfPlayer      *self,
                  guint          item,
                  const YfDose  *dose,
                  const YfPace  *pace,
                  GError       **error)
{
  YfAdjustment adjustment = { .item = item };
  YfRoutine *routine;
  YfExercise *exercise;

  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);
  g_return_val_if_fail (dose != NULL && pace != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  routine = yf_timeline_get_routine (self->timeline);
  g_return_val_if_fail (item < yf_routine_get_n_items (routine), FALSE);

  exercise = yf_routine_get_item (routine, item)->exercise;
  if (yf_player_has_ended (self) || item < yf_player_get_segment (self)->item)
    {
      g_set_error (error, YF_PLAN_ERROR, YF_PLAN_ERROR_INVALID,
                   /* Translators: the name of an exercise */
                   _("%s is over, so it cannot be changed any more."), yf_exercise_get_name (exercise));
      return FALSE;
    }

  if (!yf_plan_check (exercise, dose, pace, error))
    return FALSE;

  adjustment.at = yf_player_to_real (self, yf_clock_get_monotonic (self->clock));
  adjustment.dose = *dose;
  adjustment.pace = *pace;
  g_array_append_val (self->adjustments, adjustment);
  yf_player_perform (self, YF_ACTION_NONE);

  return TRUE;
}
