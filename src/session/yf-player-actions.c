/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-player-private.h"

/* What a person can do to a session. A listener may do it too, in the middle
 * of being told something: then it is done as soon as everybody has been told,
 * so that nobody hears of things out of order. */

static gboolean
is_moving (YfPlayer *self)
{
  return self->state == YF_PLAYER_RUNNING || self->state == YF_PLAYER_WAITING;
}

/* A pause has become too long. */
static void
left_cb (YfClock  *clock,
         gpointer  user_data)
{
  YfPlayer *self = user_data;

  self->deadline = 0;
  yf_player_perform (self, YF_ACTION_LEAVE);
}

static void
wait_for_return (YfPlayer *self)
{
  yf_player_cancel_deadline (self);
  self->deadline = yf_clock_call_at (self->clock, self->paused + YF_RESUME_WITHIN + 1, left_cb, self);
}

/* A computer that slept shows it on the wall clock alone. */
static gboolean
is_left (YfPlayer *self)
{
  return self->state == YF_PLAYER_PAUSED &&
         (yf_clock_get_monotonic (self->clock) - self->paused > YF_RESUME_WITHIN ||
          yf_clock_get_real (self->clock) - self->paused_real > YF_RESUME_WITHIN);
}

static gboolean
act_pause (YfPlayer *self)
{
  gint64 now;

  if (!is_moving (self))
    return FALSE;

  now = yf_clock_get_monotonic (self->clock);
  self->was_waiting = self->state == YF_PLAYER_WAITING;

  if (self->was_waiting)
    self->waited += now - self->wait_since;
  else
    self->position = now - self->origin;

  self->paused = now;
  self->paused_real = yf_player_to_real (self, now);
  yf_player_set_state (self, YF_PLAYER_PAUSED);
  yf_player_retime (self);

  return TRUE;
}

static gboolean
act_resume (YfPlayer *self)
{
  gint64 now;

  if (self->state != YF_PLAYER_PAUSED)
    return FALSE;

  if (is_left (self))
    {
      yf_player_end (self, YF_PLAYER_STOPPED, self->paused, self->paused_real);
      return FALSE;
    }

  now = yf_clock_get_monotonic (self->clock);
  self->origin = now - self->position;

  if (self->was_waiting)
    {
      self->wait_since = now;
      yf_player_set_state (self, YF_PLAYER_WAITING);
      return TRUE;
    }

  yf_player_set_state (self, YF_PLAYER_RUNNING);
  yf_player_retime (self);

  return TRUE;
}

static gboolean
act_tap (YfPlayer *self)
{
  const YfSegment *segment = yf_player_get_segment (self);
  gint64 now;

  if (!is_moving (self) || !segment->waits)
    return FALSE;

  now = yf_clock_get_monotonic (self->clock);

  if (segment->kind == YF_SEGMENT_HOLD)
    {
      if (self->state == YF_PLAYER_WAITING)
        self->rep_hold += segment->length + self->waited + (now - self->wait_since);
      else
        self->rep_hold += now - self->origin - segment->start;
    }

  self->tapped = TRUE;
  self->origin = now - segment->start - segment->length;
  yf_player_set_state (self, YF_PLAYER_RUNNING);
  yf_player_retime (self);

  return TRUE;
}

/* Index of the first cue of what begins at a segment. */
guint
yf_player_find_cue (YfPlayer *self,
                    guint     segment)
{
  gint64 start = yf_timeline_get_segment (self->timeline, segment)->start;
  guint n_cues = yf_cue_sheet_get_n_cues (self->cue_sheet);
  guint i;

  for (i = 0; i < n_cues; i++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (self->cue_sheet, i);

      if (cue->segment >= segment && cue->position >= start)
        break;
    }

  return i;
}

static void
jump_to_end (YfPlayer *self)
{
  gint64 now = yf_clock_get_monotonic (self->clock);

  self->segment = yf_timeline_get_n_segments (self->timeline) - 1;
  self->position = yf_timeline_get_length (self->timeline);
  self->origin = now - self->position;
  self->next_cue = yf_cue_sheet_get_n_cues (self->cue_sheet) - 1;
  yf_player_set_state (self, YF_PLAYER_RUNNING);
  yf_player_retime (self);
  yf_player_emit_cues (self, self->position);
  yf_player_end (self, YF_PLAYER_FINISHED, now, yf_player_to_real (self, now));
}

static gboolean
act_next (YfPlayer *self)
{
  const YfSegment *segment = yf_player_get_segment (self);
  guint target = yf_timeline_get_next (self->timeline, self->segment);

  if (!is_moving (self) && self->state != YF_PLAYER_PAUSED)
    return FALSE;

  yf_player_cancel_deadline (self);

  /* Only a rest or a preparation can be left without leaving repetitions out. */
  if (segment->kind < YF_SEGMENT_REST || (segment->kind == YF_SEGMENT_REST && !segment->between_sets))
    self->skipped = TRUE;

  self->was_waiting = FALSE;

  if (target == yf_timeline_get_n_segments (self->timeline))
    {
      jump_to_end (self);
      return TRUE;
    }

  self->segment = target;
  self->position = yf_timeline_get_segment (self->timeline, target)->start;
  self->origin = yf_clock_get_monotonic (self->clock) - self->position;
  self->next_cue = yf_player_find_cue (self, target);

  if (self->state != YF_PLAYER_PAUSED)
    yf_player_set_state (self, YF_PLAYER_RUNNING);

  yf_player_retime (self);
  yf_player_enter_segment (self);

  return TRUE;
}

static gboolean
finish_early (YfPlayer      *self,
              YfPlayerState  state)
{
  gint64 now;

  if (!yf_player_is_live (self))
    return FALSE;

  now = yf_clock_get_monotonic (self->clock);
  if (self->state == YF_PLAYER_RUNNING)
    self->position = now - self->origin;

  yf_player_end (self, state, now, yf_player_to_real (self, now));

  return TRUE;
}

static gboolean
act (YfPlayer *self,
     YfAction  action)
{
  switch (action)
    {
    case YF_ACTION_NONE:
      return TRUE;
    case YF_ACTION_TAP:
      return act_tap (self);
    case YF_ACTION_RESUME:
      return act_resume (self);
    case YF_ACTION_PAUSE:
      return act_pause (self);
    case YF_ACTION_NEXT:
      return act_next (self);
    case YF_ACTION_LEAVE:
      if (is_left (self))
        yf_player_end (self, YF_PLAYER_STOPPED, self->paused, self->paused_real);
      return TRUE;
    case YF_ACTION_STOP:
      return finish_early (self, YF_PLAYER_STOPPED);
    case YF_ACTION_HURT:
      return finish_early (self, YF_PLAYER_HURT);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/* What was due before an action comes before it, and what it makes due comes
 * after. */
gboolean
yf_player_perform (YfPlayer *self,
                   YfAction  action)
{
  g_autoptr (YfPlayer) alive = g_object_ref (self);
  gboolean acted;

  if (self->busy)
    {
      self->asked = MAX (self->asked, action);
      return TRUE;
    }

  self->busy = TRUE;

  yf_player_work_off (self);
  acted = act (self, action);
  yf_player_work_off (self);

  while (self->asked != YF_ACTION_NONE || self->adjustments->len > 0)
    {
      YfAction asked = self->asked;

      self->asked = YF_ACTION_NONE;
      if (asked == YF_ACTION_NONE)
        {
          const YfAdjustment adjustment = g_array_index (self->adjustments, YfAdjustment, 0);

          g_array_remove_index (self->adjustments, 0);
          yf_player_apply_adjustment (self, &adjustment);
        }
      act (self, asked);
      yf_player_work_off (self);
    }

  if (self->state == YF_PLAYER_PAUSED)
    wait_for_return (self);

  self->busy = FALSE;

  return acted;
}

/**
 * yf_player_start:
 * @self: a player that has not been started
 *
 * Starts the session now.
 */
void
yf_player_start (YfPlayer *self)
{
  g_return_if_fail (YF_IS_PLAYER (self));
  g_return_if_fail (self->state == YF_PLAYER_READY);

  self->start = yf_clock_get_monotonic (self->clock);
  self->started = yf_player_to_real (self, self->start);
  self->origin = self->start - self->position;

  self->busy = TRUE;
  yf_player_set_state (self, YF_PLAYER_RUNNING);
  yf_player_retime (self);
  yf_player_enter_segment (self);
  self->busy = FALSE;

  yf_player_perform (self, YF_ACTION_NONE);
}

/**
 * yf_player_pause:
 * @self: a player
 *
 * Stops the playhead where it is, for %YF_RESUME_WITHIN at most.
 *
 * Returns: whether it was moving or waiting
 */
gboolean
yf_player_pause (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return yf_player_perform (self, YF_ACTION_PAUSE);
}

/**
 * yf_player_resume:
 * @self: a player
 *
 * Goes on from where it was paused. After too long a pause the session has ended
 * instead.
 *
 * Returns: whether it goes on
 */
gboolean
yf_player_resume (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return yf_player_perform (self, YF_ACTION_RESUME);
}

/**
 * yf_player_tap:
 * @self: a player
 *
 * Says that the repetition is done. Counts in a segment that waits, before its
 * meant end as after it.
 *
 * Returns: whether there was something to count
 */
gboolean
yf_player_tap (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return yf_player_perform (self, YF_ACTION_TAP);
}

/**
 * yf_player_next:
 * @self: a player
 *
 * Leaves the rest of the set, of the rest or of the preparation out and goes
 * on with what follows. A repetition that is left is not counted. While
 * paused, the player stays paused.
 *
 * Returns: whether there was something to leave
 */
gboolean
yf_player_next (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return yf_player_perform (self, YF_ACTION_NEXT);
}

/**
 * yf_player_stop:
 * @self: a player
 *
 * Ends the session here because the person says so.
 *
 * Returns: whether it was under way
 */
gboolean
yf_player_stop (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return yf_player_perform (self, YF_ACTION_STOP);
}

/**
 * yf_player_hurt:
 * @self: a player
 *
 * Ends the session here because it hurts. Where it did is in
 * yf_player_get_segment().
 *
 * Returns: whether it was under way
 */
gboolean
yf_player_hurt (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return yf_player_perform (self, YF_ACTION_HURT);
}
