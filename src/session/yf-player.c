/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-player.h"

/* The playhead is not moved: it is where the clock says. While it runs,
 * position = clock - origin, so that nothing adds up and nothing drifts. The
 * player wakes at the next boundary or cue, and works off, in order, whatever
 * has become due by then. */
struct _YfPlayer
{
  GObject        parent_instance;

  YfCueSheet    *cue_sheet;
  YfTimeline    *timeline;
  YfClock       *clock;

  YfPlayerState  state;
  gint64         origin;        /* monotonic; valid while running */
  gint64         position;      /* valid while not running */
  guint          segment;
  guint          next_cue;
  gboolean       tapped;        /* the segment need not wait any more */
  gboolean       was_waiting;   /* paused while waiting */
  guint          deadline;
  guint          serial;        /* changes whenever the future does */

  gint64         start;         /* monotonic */
  gint64         end;           /* monotonic */
  gint64         started;       /* real */
  gint64         ended;         /* real */
  gint64         real_offset;   /* real less monotonic */

  gint64         rep_started;   /* real */
  gint64         rep_hold;
  gint64         wait_since;    /* monotonic; valid while waiting */
  gint64         waited;        /* in this segment, pauses not counted */

  GArray        *reps;          /* YfRepetition */
  gboolean       skipped;       /* something was left out */
};

G_DEFINE_FINAL_TYPE (YfPlayer, yf_player, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CUE_SHEET,
  PROP_CLOCK,
  PROP_STATE,
  N_PROPS
};

enum
{
  REPETITION,
  SEGMENT,
  CUE,
  RETIMED,
  ENDED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void advance (YfPlayer *self);

static gint64
get_segment_end (const YfSegment *segment)
{
  return segment->start + segment->length;
}

static gboolean
is_rep_phase (const YfSegment *segment)
{
  return segment->kind < YF_SEGMENT_REST;
}

static gboolean
is_moving (YfPlayer *self)
{
  return self->state == YF_PLAYER_RUNNING || self->state == YF_PLAYER_WAITING;
}

/* Within a session the wall clock is taken to run with the monotonic one, so
 * that lengths in the log are exact, until it is seen to have been set or the
 * computer to have slept. */
#define WALL_CLOCK_TOLERANCE (10 * 1000)   /* microseconds */

static gint64
to_real (YfPlayer *self,
         gint64    monotonic)
{
  gint64 offset = yf_clock_to_real (self->clock, monotonic) - monotonic;

  if (ABS (offset - self->real_offset) > WALL_CLOCK_TOLERANCE)
    self->real_offset = offset;

  return monotonic + self->real_offset;
}

static void
cancel_deadline (YfPlayer *self)
{
  if (self->deadline != 0)
    yf_clock_cancel (self->clock, self->deadline);
  self->deadline = 0;
}

static void
set_state (YfPlayer      *self,
           YfPlayerState  state)
{
  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
retime (YfPlayer *self)
{
  self->serial++;
  g_signal_emit (self, signals[RETIMED], 0);
}

static void
end (YfPlayer      *self,
     YfPlayerState  state,
     gint64         at)
{
  cancel_deadline (self);
  self->end = at;
  self->ended = to_real (self, at);
  self->serial++;
  set_state (self, state);

  if (state == YF_PLAYER_HURT)
    g_signal_emit (self, signals[CUE], 0, YF_CUE_HURTS, at - self->start);
  if (state != YF_PLAYER_FINISHED)
    retime (self);

  g_signal_emit (self, signals[ENDED], 0);
}

/* Emits the cues up to @position that belong to what has been reached. */
static void
emit_cues (YfPlayer *self,
           gint64    position)
{
  guint serial = self->serial;

  while (self->serial == serial && self->next_cue < yf_cue_sheet_get_n_cues (self->cue_sheet))
    {
      const YfCue *cue = yf_cue_sheet_get_cue (self->cue_sheet, self->next_cue);

      if (cue->position > position)
        return;

      self->next_cue++;
      g_signal_emit (self, signals[CUE], 0, cue->id, self->origin + cue->position - self->start);
    }
}

/* Enters the segment under the playhead, which lies at its start. */
static void
enter_segment (YfPlayer *self)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, self->segment);
  guint serial = self->serial;

  self->tapped = FALSE;
  self->waited = 0;

  if (is_rep_phase (segment))
    {
      const YfSegment *before = self->segment == 0
        ? NULL : yf_timeline_get_segment (self->timeline, self->segment - 1);

      if (before == NULL || !is_rep_phase (before) || before->ends_rep)
        {
          self->rep_started = to_real (self, self->origin + segment->start);
          self->rep_hold = 0;
        }
    }

  g_signal_emit (self, signals[SEGMENT], 0, self->segment);

  if (self->serial == serial)
    emit_cues (self, segment->start);
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
    .ended = to_real (self, self->origin + get_segment_end (segment)),
    .hold = self->rep_hold,
    .counted_by = segment->waits ? YF_COUNTING_TAP : YF_COUNTING_PACE,
  };

  g_array_append_val (self->reps, rep);
  g_signal_emit (self, signals[REPETITION], 0, &rep);
}

/* The playhead has reached the end of its segment. */
static void
cross_boundary (YfPlayer *self)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, self->segment);
  gint64 boundary = get_segment_end (segment);
  guint serial = self->serial;

  if (segment->kind == YF_SEGMENT_HOLD && !segment->waits)
    self->rep_hold += segment->length;

  if (segment->ends_rep)
    count_rep (self, segment);
  if (self->serial != serial)
    return;

  if (self->segment + 1 < yf_timeline_get_n_segments (self->timeline))
    {
      self->segment++;
      enter_segment (self);
      return;
    }

  emit_cues (self, boundary);
  if (self->serial != serial)
    return;

  self->position = boundary;
  end (self, YF_PLAYER_FINISHED, self->origin + boundary);
}

static void
deadline_cb (YfClock  *clock,
             gpointer  user_data)
{
  YfPlayer *self = user_data;

  self->deadline = 0;
  advance (self);
}

/* Works off whatever has become due, and waits for what comes next. */
static void
advance (YfPlayer *self)
{
  g_autoptr (YfPlayer) alive = g_object_ref (self);

  cancel_deadline (self);

  while (self->state == YF_PLAYER_RUNNING)
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
          emit_cues (self, due);
        }
      else if (segment->waits && !self->tapped)
        {
          self->position = boundary;
          self->wait_since = self->origin + boundary;
          set_state (self, YF_PLAYER_WAITING);
        }
      else
        {
          cross_boundary (self);
        }
    }
}

static void
yf_player_dispose (GObject *object)
{
  YfPlayer *self = YF_PLAYER (object);

  if (self->clock != NULL)
    cancel_deadline (self);

  g_clear_object (&self->clock);
  g_clear_pointer (&self->cue_sheet, yf_cue_sheet_unref);
  g_clear_pointer (&self->timeline, yf_timeline_unref);
  g_clear_pointer (&self->reps, g_array_unref);

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

  object_class->dispose = yf_player_dispose;
  object_class->get_property = yf_player_get_property;
  object_class->set_property = yf_player_set_property;

  props[PROP_CUE_SHEET] =
    g_param_spec_boxed ("cue-sheet", NULL, NULL, YF_TYPE_CUE_SHEET,
                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
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
  signals[ENDED] =
    g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yf_player_init (YfPlayer *self)
{
  self->reps = g_array_new (FALSE, FALSE, sizeof (YfRepetition));
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
  self->started = to_real (self, self->start);
  self->origin = self->start;

  set_state (self, YF_PLAYER_RUNNING);
  retime (self);
  enter_segment (self);
  advance (self);
}

/**
 * yf_player_pause:
 * @self: a player
 *
 * Stops the playhead where it is.
 *
 * Returns: whether it was moving or waiting
 */
gboolean
yf_player_pause (YfPlayer *self)
{
  gint64 now;

  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  advance (self);
  if (!is_moving (self))
    return FALSE;

  now = yf_clock_get_monotonic (self->clock);
  self->was_waiting = self->state == YF_PLAYER_WAITING;

  if (self->was_waiting)
    self->waited += now - self->wait_since;
  else
    self->position = now - self->origin;

  cancel_deadline (self);
  set_state (self, YF_PLAYER_PAUSED);
  retime (self);

  return TRUE;
}

/**
 * yf_player_resume:
 * @self: a player
 *
 * Goes on from where it was paused.
 *
 * Returns: whether it was paused
 */
gboolean
yf_player_resume (YfPlayer *self)
{
  gint64 now;

  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  if (self->state != YF_PLAYER_PAUSED)
    return FALSE;

  now = yf_clock_get_monotonic (self->clock);
  self->origin = now - self->position;

  if (self->was_waiting)
    {
      self->wait_since = now;
      set_state (self, YF_PLAYER_WAITING);
      return TRUE;
    }

  set_state (self, YF_PLAYER_RUNNING);
  retime (self);
  advance (self);

  return TRUE;
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
  const YfSegment *segment;
  gint64 now;

  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  advance (self);
  segment = yf_timeline_get_segment (self->timeline, self->segment);
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
  self->origin = now - get_segment_end (segment);
  set_state (self, YF_PLAYER_RUNNING);
  retime (self);
  advance (self);

  return TRUE;
}

/* Index of the first cue of what begins at a segment. */
static guint
find_cue (YfPlayer *self,
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
  const YfSegment *segment;
  gboolean paused;
  gint64 now;
  guint next;

  g_return_val_if_fail (YF_IS_PLAYER (self), FALSE);

  advance (self);
  paused = self->state == YF_PLAYER_PAUSED;
  if (!is_moving (self) && !paused)
    return FALSE;

  cancel_deadline (self);
  segment = yf_timeline_get_segment (self->timeline, self->segment);
  now = yf_clock_get_monotonic (self->clock);
  next = yf_timeline_get_next (self->timeline, self->segment);

  /* Only a rest or a preparation can be left without leaving repetitions out. */
  if (is_rep_phase (segment) || (segment->kind == YF_SEGMENT_REST && !segment->between_sets))
    self->skipped = TRUE;

  self->was_waiting = FALSE;

  if (next == yf_timeline_get_n_segments (self->timeline))
    {
      self->position = yf_timeline_get_length (self->timeline);
      self->origin = now - self->position;
      self->next_cue = yf_cue_sheet_get_n_cues (self->cue_sheet) - 1;
      set_state (self, YF_PLAYER_RUNNING);
      retime (self);
      emit_cues (self, self->position);
      if (!yf_player_has_ended (self))
        end (self, YF_PLAYER_FINISHED, now);
      return TRUE;
    }

  self->segment = next;
  self->position = yf_timeline_get_segment (self->timeline, next)->start;
  self->origin = now - self->position;
  self->next_cue = find_cue (self, next);

  if (!paused)
    set_state (self, YF_PLAYER_RUNNING);

  retime (self);
  enter_segment (self);
  advance (self);

  return TRUE;
}

static gboolean
finish_early (YfPlayer      *self,
              YfPlayerState  state)
{
  gint64 now;

  advance (self);
  if (yf_player_has_ended (self) || self->state == YF_PLAYER_READY)
    return FALSE;

  now = yf_clock_get_monotonic (self->clock);
  if (self->state == YF_PLAYER_RUNNING)
    self->position = now - self->origin;

  end (self, state, now);

  return TRUE;
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

  return finish_early (self, YF_PLAYER_STOPPED);
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

  return finish_early (self, YF_PLAYER_HURT);
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
 * Returns: microseconds since the session started, pauses included; stands
 *   when it has ended
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
 * Returns: when the session started, in microseconds since the Unix epoch; 0
 *   if it has not
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
  int count = 0;

  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  for (guint i = 0; i < self->reps->len; i++)
    count += g_array_index (self->reps, YfRepetition, i).item == item;

  return count;
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
  const YfSegment *segment;
  int count = 0;

  g_return_val_if_fail (YF_IS_PLAYER (self), 0);

  segment = yf_player_get_segment (self);
  for (guint i = 0; i < self->reps->len; i++)
    {
      const YfRepetition *rep = &g_array_index (self->reps, YfRepetition, i);

      count += rep->item == segment->item && rep->side == segment->side && rep->set == segment->set;
    }

  return count;
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
  const YfRoutineItem *planned;
  int reps;

  g_return_val_if_fail (YF_IS_PLAYER (self), YF_RECORD_STOPPED);

  planned = yf_routine_get_item (yf_timeline_get_routine (self->timeline), item);
  reps = planned->dose.sets * planned->dose.reps *
         (yf_exercise_get_two_sided (planned->exercise) ? 2 : 1);

  if (yf_player_count_reps (self, item) == reps)
    return YF_RECORD_COMPLETED;

  if (yf_player_has_ended (self) || yf_player_get_segment (self)->item > item)
    return YF_RECORD_STOPPED;

  return YF_RECORD_RUNNING;
}
