/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-player-private.h"

G_DEFINE_FINAL_TYPE (YfPlayer, yf_player, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CUE_SHEET,
  PROP_CLOCK,
  PROP_RESUMES,
  PROP_TIMELINE,
  PROP_STATE,
  N_PROPS
};

enum
{
  REPETITION,
  SEGMENT,
  CUE,
  RETIMED,
  ADJUSTED,
  ENDED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_rep_phase (const YfSegment *segment)
{
  return segment->kind < YF_SEGMENT_REST;
}

static gint64
get_segment_end (const YfSegment *segment)
{
  return segment->start + segment->length;
}

/* Within a session the wall clock is taken to run with the monotonic one, so
 * that lengths in the log are exact, until it is seen to have been set or the
 * computer to have slept. */
#define WALL_CLOCK_TOLERANCE (10 * 1000)   /* microseconds */

/* The wall clock at a moment of the monotonic one. */
gint64
yf_player_to_real (YfPlayer *self,
                   gint64    monotonic)
{
  gint64 offset = yf_clock_to_real (self->clock, monotonic) - monotonic;

  if (ABS (offset - self->real_offset) > WALL_CLOCK_TOLERANCE)
    self->real_offset = offset;

  return monotonic + self->real_offset;
}

void
yf_player_cancel_deadline (YfPlayer *self)
{
  if (self->deadline != 0)
    yf_clock_cancel (self->clock, self->deadline);
  self->deadline = 0;
}

void
yf_player_set_state (YfPlayer      *self,
                     YfPlayerState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

void
yf_player_retime (YfPlayer *self)
{
  g_signal_emit (self, signals[RETIMED], 0);
}

/* Tells that what was changed is to be read anew. */
void
yf_player_tell_adjusted (YfPlayer           *self,
                         const YfAdjustment *adjustment)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TIMELINE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CUE_SHEET]);
  yf_player_retime (self);
  g_signal_emit (self, signals[ADJUSTED], 0, adjustment);
}

/* @real: when that was, in microseconds since the Unix epoch. */
void
yf_player_end (YfPlayer      *self,
               YfPlayerState  state,
               gint64         at,
               gint64         real)
{
  yf_player_cancel_deadline (self);
  self->end = at;
  self->ended = real;
  yf_player_set_state (self, state);

  if (state == YF_PLAYER_HURT)
    g_signal_emit (self, signals[CUE], 0, YF_CUE_HURTS, at - self->start);
  if (state != YF_PLAYER_FINISHED)
    yf_player_retime (self);

  g_signal_emit (self, signals[ENDED], 0);
}

/* Emits the cues up to @position that have not been emitted. */
void
yf_player_emit_cues (YfPlayer *self,
                     gint64    position)
{
  while (self->next_cue < yf_cue_sheet_get_n_cues (self->cue_sheet))
    {
      const YfCue *cue = yf_cue_sheet_get_cue (self->cue_sheet, self->next_cue);

      if (cue->position > position)
        return;

      self->next_cue++;
      g_signal_emit (self, signals[CUE], 0, cue->id, self->origin + cue->position - self->start);
    }
}

/* Enters the segment under the playhead, which lies at its start. */
void
yf_player_enter_segment (YfPlayer *self)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, self->segment);

  self->tapped = FALSE;
  self->waited = 0;

  if (is_rep_phase (segment))
    {
      const YfSegment *before = self->segment == 0
        ? NULL : yf_timeline_get_segment (self->timeline, self->segment - 1);

      if (before == NULL || !is_rep_phase (before) || before->ends_rep)
        {
          self->rep_started = yf_player_to_real (self, self->origin + segment->start);
          self->rep_hold = 0;
        }
    }

  g_signal_emit (self, signals[SEGMENT], 0, self->segment);
  yf_player_emit_cues (self, segment->start);
}

static void
count_rep (YfPlayer        *self,
           const YfSegment *segment)
{
  YfRepetition rep = {
    .item = segment->item,
    .side = segment->side,
    .set = segment->set,
    .rep = segment->rep,
    .started = self->rep_started,
    .ended = yf_player_to_real (self, self->origin + get_segment_end (segment)),
    .hold = self->rep_hold,
    .counted_by = segment->waits ? YF_COUNTING_TAP : YF_COUNTING_PACE,
  };

  yf_tally_add (self->tally, &rep);
  g_signal_emit (self, signals[REPETITION], 0, &rep);
}

/* The playhead has reached the end of its segment. */
static void
cross_boundary (YfPlayer *self)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, self->segment);
  gint64 boundary = get_segment_end (segment);

  if (segment->kind == YF_SEGMENT_HOLD && !segment->waits)
    self->rep_hold += segment->length;

  if (segment->ends_rep)
    count_rep (self, segment);

  if (self->segment + 1 < yf_timeline_get_n_segments (self->timeline))
    {
      self->segment++;
      yf_player_enter_segment (self);
      return;
    }

  yf_player_emit_cues (self, boundary);
  self->position = boundary;
  yf_player_end (self, YF_PLAYER_FINISHED, self->origin + boundary,
                 yf_player_to_real (self, self->origin + boundary));
}

static void
deadline_cb (YfClock  *clock,
             gpointer  user_data)
{
  YfPlayer *self = user_data;

  self->deadline = 0;
  yf_player_perform (self, YF_ACTION_NONE);
}

/* Works off whatever has become due, and waits for what comes next. Stops for
 * what a listener asks for. */
void
yf_player_work_off (YfPlayer *self)
{
  yf_player_cancel_deadline (self);

  while (self->state == YF_PLAYER_RUNNING && self->asked == YF_ACTION_NONE)
    {
      const YfSegment *segment = yf_timeline_get_segment (self->timeline, self->segment);
      gint64 now = yf_clock_get_monotonic (self->clock) - self->origin;
      gint64 boundary = get_segment_end (segment);
      gint64 due = boundary;

      if (self->next_cue < yf_cue_sheet_get_n_cues (self->cue_sheet))
        due = MIN (due, yf_cue_sheet_get_cue (self->cue_sheet, self->next_cue)->position);

      if (due > now)
        {
          self->deadline = yf_clock_call_at (self->clock, self->origin + due, deadline_cb, self);
          return;
        }

      if (due < boundary)
        {
          yf_player_emit_cues (self, due);
        }
      else if (segment->waits && !self->tapped)
        {
          self->position = boundary;
          self->wait_since = self->origin + boundary;
          yf_player_set_state (self, YF_PLAYER_WAITING);
        }
      else
        {
          cross_boundary (self);
        }
    }
}

/* Stands where the timeline begins, with what was counted before. */
static void
yf_player_constructed (GObject *object)
{
  YfPlayer *self = YF_PLAYER (object);

  G_OBJECT_CLASS (yf_player_parent_class)->constructed (object);

  for (guint i = 0; self->resumes != NULL && i < self->resumes->exercises->len; i++)
    {
      const YfExerciseRecord *exercise = g_ptr_array_index (self->resumes->exercises, i);

      for (guint j = 0; j < exercise->reps->len; j++)
        yf_tally_add (self->tally, g_ptr_array_index (exercise->reps, j));
    }

  self->segment = yf_timeline_get_first (self->timeline);
  self->position = yf_timeline_get_segment (self->timeline, self->segment)->start;
  self->next_cue = yf_player_find_cue (self, self->segment);

  for (guint i = 0; i < self->segment; i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (self->timeline, i);

      self->skipped |= segment->ends_rep && !yf_tally_has (self->tally, segment);
    }
}

static void
yf_player_dispose (GObject *object)
{
  YfPlayer *self = YF_PLAYER (object);

  if (self->clock != NULL)
    yf_player_cancel_deadline (self);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->cue_sheet, yf_cue_sheet_unref);
  g_clear_pointer (&self->timeline, yf_timeline_unref);
  g_clear_pointer (&self->tally, yf_tally_free);
  g_clear_pointer (&self->adjustments, g_array_unref);
  g_clear_pointer (&self->resumes, yf_session_record_unref);

  G_OBJECT_CLASS (yf_player_parent_class)->dispose (object);
}

static void
yf_player_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  YfPlayer *self = YF_PLAYER (object);

  switch (prop_id)
    {
    case PROP_CUE_SHEET:
      g_value_set_boxed (value, self->cue_sheet);
      break;
    case PROP_TIMELINE:
      g_value_set_boxed (value, self->timeline);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_player_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  YfPlayer *self = YF_PLAYER (object);

  switch (prop_id)
    {
    case PROP_CUE_SHEET:
      self->cue_sheet = g_value_dup_boxed (value);
      self->timeline = yf_timeline_ref (yf_cue_sheet_get_timeline (self->cue_sheet));
      break;
    case PROP_RESUMES:
      self->resumes = g_value_dup_boxed (value);
      break;
    case PROP_CLOCK:
      self->clock = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yf_player_class_init (YfPlayerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = yf_player_constructed;
  object_class->dispose = yf_player_dispose;
  object_class->get_property = yf_player_get_property;
  object_class->set_property = yf_player_set_property;

  props[PROP_CUE_SHEET] =
    g_param_spec_boxed ("cue-sheet", NULL, NULL, YF_TYPE_CUE_SHEET,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_EXPLICIT_NOTIFY
                        | G_PARAM_STATIC_STRINGS);
  props[PROP_RESUMES] =
    g_param_spec_boxed ("resumes", NULL, NULL, YF_TYPE_SESSION_RECORD,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_TIMELINE] =
    g_param_spec_boxed ("timeline", NULL, NULL, YF_TYPE_TIMELINE,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_CLOCK] =
    g_param_spec_object ("clock", NULL, NULL, YF_TYPE_CLOCK,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, YF_PLAYER_READY, YF_PLAYER_HURT, YF_PLAYER_READY,
                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[REPETITION] =
    g_signal_new ("repetition", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, YF_TYPE_REPETITION | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[SEGMENT] =
    g_signal_new ("segment", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CUE] =
    g_signal_new ("cue", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  signals[RETIMED] =
    g_signal_new ("retimed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADJUSTED] =
    g_signal_new ("adjusted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_player_init (YfPlayer *self)
{
  self->tally = yf_tally_new ();
  self->adjustments = g_array_new (FALSE, FALSE, sizeof (YfAdjustment));
}

/**
 * yf_player_new:
 * @cue_sheet: what to play, with its timeline
 * @clock: where time comes from
 *
 * Returns: (transfer full): a player that stands at the start
 */
YfPlayer *
yf_player_new (YfCueSheet *cue_sheet,
               YfClock    *clock)
{
  g_return_val_if_fail (cue_sheet != NULL, NULL);
  g_return_val_if_fail (YF_IS_CLOCK (clock), NULL);

  return g_object_new (YF_TYPE_PLAYER,
                       "cue-sheet", cue_sheet,
                       "clock", clock,
                       NULL);
}

/**
 * yf_player_new_resumed:
 * @cue_sheet: what to play, from yf_session_record_dup_timeline()
 * @clock: where time comes from
 * @record: the session as the log has it
 *
 * Makes a player for somebody who comes back. What was counted before is in its
 * tally; what it tells of time is of the part that begins now.
 *
 * Returns: (transfer full): a player that stands at the preparation for the
 *   repetition that comes next
 */
YfPlayer *
yf_player_new_resumed (YfCueSheet      *cue_sheet,
                       YfClock         *clock,
                       YfSessionRecord *record)
{
  g_return_val_if_fail (cue_sheet != NULL, NULL);
  g_return_val_if_fail (YF_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return g_object_new (YF_TYPE_PLAYER,
                       "cue-sheet", cue_sheet,
                       "clock", clock,
                       "resumes", record,
                       NULL);
}

/**
 * yf_player_get_resumes:
 * @self: a player
 *
 * Returns: (transfer none) (nullable): the session that it goes on with, as it
 *   was when the player was made
 */
YfSessionRecord *
yf_player_get_resumes (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), NULL);

  return self->resumes;
}

/**
 * yf_player_get_timeline:
 * @self: a player
 *
 * Returns: (transfer none): what happens; another one after yf_player_adjust(),
 *   in which all that has been done or is under way has its place as before
 */
YfTimeline *
yf_player_get_timeline (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), NULL);

  return self->timeline;
}

YfCueSheet *
yf_player_get_cue_sheet (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), NULL);

  return self->cue_sheet;
}

YfClock *
yf_player_get_clock (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), NULL);

  return self->clock;
}

YfPlayerState
yf_player_get_state (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), YF_PLAYER_STOPPED);

  return self->state;
}

/**
 * yf_player_has_ended:
 * @self: a player
 *
 * Returns: whether the session is over, however it ended
 */
gboolean
yf_player_has_ended (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), TRUE);

  return self->state >= YF_PLAYER_FINISHED;
}

/**
 * yf_player_is_live:
 * @self: a player
 *
 * Returns: whether the session has begun, and is not over
 */
gboolean
yf_player_is_live (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  return self->state != YF_PLAYER_READY && !yf_player_has_ended (self);
}

/**
 * yf_player_get_position:
 * @self: a player
 *
 * Returns: where the playhead is, in microseconds from the start of the
 *   timeline; always within yf_player_get_segment()
 */
gint64
yf_player_get_position (YfPlayer *self)
{
  const YfSegment *segment;

  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  if (self->state != YF_PLAYER_RUNNING)
    return self->position;

  segment = yf_timeline_get_segment (self->timeline, self->segment);

  return CLAMP (yf_clock_get_monotonic (self->clock) - self->origin,
                segment->start, get_segment_end (segment));
}

/**
 * yf_player_get_elapsed:
 * @self: a player
 *
 * Returns: microseconds since the session started or was resumed, pauses
 *   included; stands when it has ended
 */
gint64
yf_player_get_elapsed (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  if (self->state == YF_PLAYER_READY)
    return 0;

  return (yf_player_has_ended (self) ? self->end : yf_clock_get_monotonic (self->clock)) - self->start;
}

guint
yf_player_get_segment_index (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  return self->segment;
}

/**
 * yf_player_get_segment:
 * @self: a player
 *
 * Returns: (transfer none): the segment under the playhead; the last one when
 *   the end was reached
 */
const YfSegment *
yf_player_get_segment (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), NULL);

  return yf_timeline_get_segment (self->timeline, self->segment);
}

/**
 * yf_player_get_started:
 * @self: a player
 *
 * Returns: when the session started or was resumed, in microseconds since the
 *   Unix epoch; 0 if it has not
 */
gint64
yf_player_get_started (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  return self->started;
}

/**
 * yf_player_get_ended:
 * @self: a player
 *
 * Returns: when the session ended, in microseconds since the Unix epoch; 0 if
 *   it has not
 */
gint64
yf_player_get_ended (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  return self->ended;
}

/**
 * yf_player_get_due:
 * @self: a player
 * @position: microseconds from the start of the timeline
 * @monotonic: (out): return location for a moment of the clock
 *
 * Says when the playhead is going to be at @position, as far as one can know
 * now: up to yf_player_get_horizon().
 *
 * Returns: whether the playhead moves at all
 */
gboolean
yf_player_get_due (YfPlayer *self,
                   gint64    position,
                   gint64   *monotonic)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);
  g_return_val_if_fail (monotonic != NULL, FALSE);

  if (self->state != YF_PLAYER_RUNNING)
    return FALSE;

  *monotonic = self->origin + position;
  return TRUE;
}

/**
 * yf_player_get_next_cue:
 * @self: a player
 *
 * Returns: index of the first cue on the sheet that has not been emitted; the
 *   number of cues if all have
 */
guint
yf_player_get_next_cue (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  return self->next_cue;
}

/**
 * yf_player_get_horizon:
 * @self: a player
 *
 * Returns: the position up to which the future is known, itself excluded: the
 *   end of the next segment that waits; %G_MAXINT64 if none does
 */
gint64
yf_player_get_horizon (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  for (guint i = self->segment; i < yf_timeline_get_n_segments (self->timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (self->timeline, i);

      if (segment->waits && !(i == self->segment && self->tapped))
        return get_segment_end (segment);
    }

  return G_MAXINT64;
}

/**
 * yf_player_count_reps:
 * @self: a player
 * @item: an item of the routine, from 0
 *
 * Returns: how many of its repetitions have been counted, of all sets and sides
 */
int
yf_player_count_reps (YfPlayer *self,
                      guint     item)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  return yf_tally_count (self->tally, item);
}

/**
 * yf_player_count_set_reps:
 * @self: a player
 *
 * Returns: how many repetitions of the set under the playhead have been counted
 */
int
yf_player_count_set_reps (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  return yf_tally_count_set (self->tally, yf_player_get_segment (self));
}

/**
 * yf_player_get_record_state:
 * @self: a player
 *
 * Returns: what the log should say of the session: completed only if the end
 *   was reached and nothing was left out
 */
YfRecordState
yf_player_get_record_state (YfPlayer *self)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), YF_RECORD_STOPPED);

  if (!yf_player_has_ended (self))
    return YF_RECORD_RUNNING;

  return self->state == YF_PLAYER_FINISHED && !self->skipped ? YF_RECORD_COMPLETED
                                                             : YF_RECORD_STOPPED;
}

/**
 * yf_player_get_item_state:
 * @self: a player
 * @item: an item of the routine, from 0
 *
 * Returns: what the log should say of this exercise: completed if every
 *   repetition was counted
 */
YfRecordState
yf_player_get_item_state (YfPlayer *self,
                          guint     item)
{
  g_return_val_if_fail (YF_IS_PLAYER (self), YF_RECORD_STOPPED);

  if (yf_tally_is_complete (self->tally, self->timeline, item))
    return YF_RECORD_COMPLETED;

  if (yf_player_has_ended (self) || yf_player_get_segment (self)->item > item)
    return YF_RECORD_STOPPED;

  return YF_RECORD_RUNNING;
}
