/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-demo-private.h"

#include "yf-timeline.h"

/* A session is played along its timeline, as the player would, with the pauses,
 * stops and power cuts of a life. */

/* Where it hurts most, and how likely: the one kind of phase in which a
 * movement is stopped. */
static const struct
{
  const char    *exercise;
  YfSegmentKind  phase;
  int            weight;
} provoking[] = {
  { "modified-swallow", YF_SEGMENT_HOLD, 9 },
  { "full-swallow", YF_SEGMENT_HOLD, 7 },
  { "upper-swallow", YF_SEGMENT_RAISE, 3 },
  { "straight-leg-raise", YF_SEGMENT_RAISE, 2 },
  { "plank", YF_SEGMENT_HOLD, 2 },
  { "glute-bridge", YF_SEGMENT_RAISE, 2 },
  { "five-point-support", YF_SEGMENT_RAISE, 1 },
};

#define NOWHERE G_MAXUINT

/**
 * Play:
 * @hurts: the segment in which it hurts, or %NOWHERE
 * @ends: the segment in which the session ends early, or %NOWHERE
 * @cut: whether it ends by a power cut
 * @shift: by how much everything is later than the timeline has it
 * @began: when the repetition under way began
 * @held: for how long it has been held
 */
typedef struct
{
  YfDemo          *demo;
  YfTimeline      *timeline;
  YfSessionRecord *record;
  guint            hurts;
  guint            ends;
  gboolean         cut;
  gint64           shift;
  gint64           began;
  gint64           held;
} Play;

static gint64
draw_milliseconds (YfDemo *demo,
                   int     from,
                   int     to)
{
  return yf_demo_draw (demo, from, to) * G_GINT64_CONSTANT (1000);
}

/* One of the segments in which it may hurt, rather late in the exercise. */
static guint
draw_painful (YfDemo     *demo,
              YfTimeline *timeline)
{
  g_autoptr (GArray) weighted = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (timeline, i);
      const YfRoutineItem *item = yf_routine_get_item (yf_timeline_get_routine (timeline),
                                                       segment->item);

      if (segment->rep * 2 <= item->dose.reps)
        continue;

      for (gsize j = 0; j < G_N_ELEMENTS (provoking); j++)
        if (segment->kind == provoking[j].phase
            && g_str_equal (yf_exercise_get_id (segment->exercise), provoking[j].exercise))
          for (int k = 0; k < provoking[j].weight; k++)
            g_array_append_val (weighted, i);
    }

  if (weighted->len == 0)
    return NOWHERE;

  return g_array_index (weighted, guint, yf_demo_draw (demo, 0, (int) weighted->len - 1));
}

static gint64
get_moment (Play            *self,
            const YfSegment *segment)
{
  return self->record->started + self->shift + segment->start;
}

static void
add_stop (Play            *self,
          const YfSegment *segment)
{
  static const char * const sites[] = { "back", "back", "back", "leg", "leg", "elsewhere" };
  YfStop *stop = g_new0 (YfStop, 1);
  gint64 into = segment->length / 2;

  stop->at = get_moment (self, segment) + into;
  stop->item = segment->item;
  stop->side = segment->side;
  stop->set = segment->set;
  stop->rep = segment->rep;
  stop->phase = segment->kind;
  stop->pain = yf_demo_chance (self->demo, 85) ? yf_demo_draw (self->demo, 4, 7) : YF_PAIN_UNANSWERED;
  if (stop->pain != YF_PAIN_UNANSWERED)
    stop->site = g_strdup (sites[yf_demo_draw (self->demo, 0, G_N_ELEMENTS (sites) - 1)]);
  g_ptr_array_add (self->record->stops, stop);

  /* Lying still, and the question. */
  self->shift += into + draw_milliseconds (self->demo, 20000, 60000);
}

static void
add_repetition (Play            *self,
                const YfSegment *segment,
                gint64           ended)
{
  YfExerciseRecord *exercise = g_ptr_array_index (self->record->exercises, segment->item);
  YfRepetition *rep = g_new0 (YfRepetition, 1);

  rep->item = segment->item;
  rep->side = segment->side;
  rep->set = segment->set;
  rep->rep = segment->rep;
  rep->started = self->began;
  rep->ended = ended;
  rep->hold = self->held;
  rep->counted_by = yf_timeline_get_counting (self->timeline);
  g_ptr_array_add (exercise->reps, rep);
}

/* Plays one segment to its end. */
static void
play_segment (Play            *self,
              const YfSegment *segment)
{
  gint64 length = segment->length;

  if (segment->kind > YF_SEGMENT_REST)
    {
      if (yf_demo_chance (self->demo, 6))
        self->shift += draw_milliseconds (self->demo, 15000, 90000);
      return;
    }

  if (segment->kind == YF_SEGMENT_REST)
    {
      self->began = 0;
      return;
    }

  if (self->began == 0)
    {
      self->began = get_moment (self, segment);
      self->held = 0;
    }

  if (segment->waits)
    length += draw_milliseconds (self->demo, 100, 2500);
  if (segment->kind == YF_SEGMENT_HOLD)
    self->held += length;
  if (segment->ends_rep)
    {
      add_repetition (self, segment, get_moment (self, segment) + length);
      self->began = 0;
    }
  self->shift += length - segment->length;
}

static int
count_planned (const YfRoutineItem *item)
{
  return item->dose.sets * item->dose.reps * (yf_exercise_get_two_sided (item->exercise) ? 2 : 1);
}

static void
settle (Play   *self,
        gint64  ended)
{
  YfRoutine *routine = yf_timeline_get_routine (self->timeline);
  YfRecordState left_out = self->cut ? YF_RECORD_CUT : YF_RECORD_STOPPED;
  gboolean complete = TRUE;

  for (guint i = 0; i < self->record->exercises->len; i++)
    {
      YfExerciseRecord *exercise = g_ptr_array_index (self->record->exercises, i);
      gboolean done = (int) exercise->reps->len == count_planned (yf_routine_get_item (routine, i));

      exercise->state = done ? YF_RECORD_COMPLETED : left_out;
      complete = complete && done;
    }

  self->record->state = complete ? YF_RECORD_COMPLETED : left_out;
  self->record->ended = ended;
}

/* What a power cut leaves: the last thing that was written down. */
static gint64
get_last_moment (YfSessionRecord *record)
{
  gint64 last = record->started;

  for (guint i = 0; i < record->exercises->len; i++)
    {
      GPtrArray *reps = ((YfExerciseRecord *) g_ptr_array_index (record->exercises, i))->reps;

      if (reps->len > 0)
        last = MAX (last, ((YfRepetition *) g_ptr_array_index (reps, reps->len - 1))->ended);
    }
  for (guint i = 0; i < record->stops->len; i++)
    last = MAX (last, ((YfStop *) g_ptr_array_index (record->stops, i))->at);

  return last;
}

static void
play (Play *self)
{
  guint n_segments = yf_timeline_get_n_segments (self->timeline);
  guint left = NOWHERE;
  gint64 ended = self->record->started;

  for (guint i = 0; i < n_segments; i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (self->timeline, i);

      if (segment->item == left)
        {
          /* The exercise is off for today. */
          self->shift -= segment->length;
          continue;
        }

      if (i == self->ends)
        {
          ended = get_moment (self, segment) + segment->length / 2;
          break;
        }

      if (i == self->hurts)
        {
          add_stop (self, segment);
          left = segment->item;
          self->began = 0;
          self->shift -= segment->length;
        }
      else
        {
          play_segment (self, segment);
        }
      ended = get_moment (self, segment) + segment->length;
    }

  settle (self, self->cut ? get_last_moment (self->record) : ended);
}

static YfSessionRecord *
create_record (YfDemo    *demo,
               YfRoutine *routine,
               gint64     started,
               gint32     utc_offset)
{
  g_autofree char *id = yf_demo_dup_uuid (demo);
  YfSessionRecord *record = yf_session_record_new (id, started, utc_offset);

  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      const YfRoutineItem *item = yf_routine_get_item (routine, i);

      yf_session_record_add_exercise (record, yf_exercise_get_id (item->exercise), &item->dose,
                                      YF_RECORD_RUNNING);
    }

  return record;
}

/*
 * yf_demo_play:
 * @may_stop: whether anything may go wrong
 *
 * Returns: (transfer full): a session of @routine that begins at @started
 */
YfSessionRecord *
yf_demo_play (YfDemo    *self,
              YfRoutine *routine,
              gint64     started,
              gint32     utc_offset,
              gboolean   may_stop)
{
  YfCounting counting = yf_demo_chance (self, 12) ? YF_COUNTING_TAP : YF_COUNTING_PACE;
  g_autoptr (YfTimeline) timeline = yf_timeline_new (routine, counting);
  guint n_segments = yf_timeline_get_n_segments (timeline);
  int fate = yf_demo_draw (self, 1, 1000);
  Play player = {
    .demo = self,
    .timeline = timeline,
    .record = create_record (self, routine, started, utc_offset),
    .hurts = NOWHERE,
    .ends = NOWHERE,
  };

  if (may_stop && fate <= 70)
    {
      player.hurts = draw_painful (self, timeline);
    }
  else if (may_stop && fate <= 125)
    {
      player.ends = (guint) yf_demo_draw (self, (int) n_segments / 3, (int) n_segments - 2);
      player.cut = fate > 110;
    }
  play (&player);

  return player.record;
}

/*
 * yf_demo_enter:
 *
 * Returns: (transfer full): a session of @routine as it is typed in afterwards:
 *   all of it was done, and nobody knows when within it
 */
YfSessionRecord *
yf_demo_enter (YfDemo    *self,
               YfRoutine *routine,
               gint64     started,
               gint32     utc_offset)
{
  YfSessionRecord *record = yf_demo_play (self, routine, started, utc_offset, FALSE);

  record->origin = YF_ORIGIN_ENTERED;
  for (guint i = 0; i < record->exercises->len; i++)
    {
      GPtrArray *reps = ((YfExerciseRecord *) g_ptr_array_index (record->exercises, i))->reps;

      for (guint j = 0; j < reps->len; j++)
        {
          YfRepetition *rep = g_ptr_array_index (reps, j);

          rep->started = rep->ended = started;
          rep->counted_by = YF_COUNTING_PACE;
        }
    }

  return record;
}
