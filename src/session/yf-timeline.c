/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-timeline.h"

#include <glib/gi18n-lib.h>

#include "yf-ids.h"

struct _YfTimeline
{
  gatomicrefcount  ref_count;
  YfRoutine       *routine;
  YfCounting       counting;
  GArray          *segments;
  gint64           length;
  guint            first;
};

G_DEFINE_BOXED_TYPE (YfTimeline, yf_timeline, yf_timeline_ref, yf_timeline_unref)

static const char * const segment_kind_ids[] = {
  [YF_SEGMENT_INHALE] = "inhale",
  [YF_SEGMENT_RAISE] = "raise",
  [YF_SEGMENT_HOLD] = "hold",
  [YF_SEGMENT_LOWER] = "lower",
  [YF_SEGMENT_EXHALE] = "exhale",
  [YF_SEGMENT_REST] = "rest",
  [YF_SEGMENT_GET_READY] = "get-ready",
  [YF_SEGMENT_CHANGE_SIDES] = "change-sides",
  [YF_SEGMENT_ROLL_OVER] = "roll-over",
};

/* Phases and the segments they become carry the same numbers. */
G_STATIC_ASSERT ((int) YF_SEGMENT_INHALE == (int) YF_PHASE_INHALE);
G_STATIC_ASSERT ((int) YF_SEGMENT_RAISE == (int) YF_PHASE_RAISE);
G_STATIC_ASSERT ((int) YF_SEGMENT_HOLD == (int) YF_PHASE_HOLD);
G_STATIC_ASSERT ((int) YF_SEGMENT_LOWER == (int) YF_PHASE_LOWER);
G_STATIC_ASSERT ((int) YF_SEGMENT_EXHALE == (int) YF_PHASE_EXHALE);
G_STATIC_ASSERT ((int) YF_SEGMENT_REST == (int) YF_PHASE_REST);

static void
append (YfTimeline *self,
        YfSegment   segment)
{
  segment.start = self->length;
  g_array_append_val (self->segments, segment);
  self->length += segment.length;
}

static void
append_rep (YfTimeline          *self,
            const YfRoutineItem *item,
            YfSegment            place)
{
  guint first;
  guint n_phases;

  yf_exercise_get_rep_phases (item->exercise, place.rep, &first, &n_phases);

  for (guint i = 0; i < n_phases; i++)
    {
      const YfPhase *phase = yf_exercise_get_phase (item->exercise, first + i);
      YfSegment segment = place;

      segment.kind = (YfSegmentKind) phase->kind;
      segment.phase = phase;
      segment.length = yf_routine_item_get_length (item, phase);

      if (phase->kind == YF_PHASE_REST)
        {
          /* After the last repetition comes the longer rest of the set. */
          if (place.rep < item->dose.reps)
            append (self, segment);
          continue;
        }

      segment.ends_rep = i + 1 == n_phases ||
                         yf_exercise_get_phase (item->exercise, first + i + 1)->kind == YF_PHASE_REST;
      segment.waits = segment.ends_rep && self->counting == YF_COUNTING_TAP;
      append (self, segment);
    }
}

static void
append_sets (YfTimeline          *self,
             const YfRoutineItem *item,
             YfSegment            place)
{
  for (place.set = 1; place.set <= item->dose.sets; place.set++)
    {
      for (place.rep = 1; place.rep <= item->dose.reps; place.rep++)
        append_rep (self, item, place);

      if (place.set < item->dose.sets)
        {
          YfSegment rest = place;

          rest.kind = YF_SEGMENT_REST;
          rest.rep = item->dose.reps;
          rest.length = yf_routine_item_get_set_rest (item);
          rest.between_sets = TRUE;
          append (self, rest);
        }
    }
}

static void
append_item (YfTimeline          *self,
             const YfRoutineItem *item,
             guint                index)
{
  YfSegment place = { .item = index, .exercise = item->exercise };
  YfSegment between = place;

  if (index > 0)
    {
      YfExercise *before = yf_routine_get_item (self->routine, index - 1)->exercise;

      if (yf_exercise_get_posture (before) != yf_exercise_get_posture (item->exercise))
        {
          between.kind = YF_SEGMENT_ROLL_OVER;
          between.length = YF_TIMELINE_ROLL_OVER;
          append (self, between);
        }
    }

  between.kind = YF_SEGMENT_GET_READY;
  between.length = yf_exercise_get_get_ready (item->exercise, NULL);

  if (!yf_exercise_get_two_sided (item->exercise))
    {
      append (self, between);
      append_sets (self, item, place);
      return;
    }

  between.side = place.side = YF_SIDE_LEFT;
  append (self, between);
  append_sets (self, item, place);

  between.side = place.side = YF_SIDE_RIGHT;
  between.kind = YF_SEGMENT_CHANGE_SIDES;
  between.length = YF_TIMELINE_CHANGE_SIDES;
  append (self, between);
  append_sets (self, item, place);
}

static YfTimeline *
create (YfRoutine  *routine,
        YfCounting  counting)
{
  YfTimeline *self = g_new0 (YfTimeline, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->routine = yf_routine_ref (routine);
  self->counting = counting;
  self->segments = g_array_new (FALSE, TRUE, sizeof (YfSegment));

  return self;
}

/* Appends some of the segments of another timeline. */
static void
append_segments (YfTimeline *self,
                 YfTimeline *other,
                 guint       from,
                 guint       until)
{
  for (guint i = from; i < until; i++)
    append (self, g_array_index (other->segments, YfSegment, i));
}

static gboolean
is_rep_phase (const YfSegment *segment)
{
  return segment->kind < YF_SEGMENT_REST;
}

/* In the order in which they are done: sides before sets. */
static int
compare_places (const YfSegment *one,
                const YfSegment *other)
{
  if (one->item != other->item)
    return one->item < other->item ? -1 : 1;
  if (one->side != other->side)
    return one->side < other->side ? -1 : 1;
  if (one->set != other->set)
    return one->set < other->set ? -1 : 1;

  return one->rep < other->rep ? -1 : one->rep > other->rep;
}

/* Index of the first segment of the first repetition after a place; the number
 * of segments if there is none. */
static guint
find_rep_after (YfTimeline      *self,
                const YfSegment *place)
{
  guint i;

  for (i = 0; i < self->segments->len; i++)
    {
      const YfSegment *segment = &g_array_index (self->segments, YfSegment, i);

      if (is_rep_phase (segment) && compare_places (segment, place) > 0)
        break;
    }

  return i;
}

/* What in @whole comes after the segment that is under way, of those between
 * two repetitions. */
static guint
find_rest_of_pause (YfTimeline      *whole,
                    guint            index,
                    const YfSegment *here)
{
  guint i;

  for (i = index; i < whole->segments->len; i++)
    {
      const YfSegment *segment = &g_array_index (whole->segments, YfSegment, i);

      if (is_rep_phase (segment))
        break;
      if (segment->kind == here->kind && segment->item == here->item && segment->side == here->side &&
          segment->between_sets == here->between_sets)
        return i + 1;
    }

  /* Who has just come back gets ready, and needs no rest before the repetition. */
  if (here->kind == YF_SEGMENT_GET_READY)
    {
      while (index < whole->segments->len &&
             g_array_index (whole->segments, YfSegment, index).kind == YF_SEGMENT_REST)
        index++;
    }

  return index;
}

/**
 * yf_timeline_new:
 * @routine: what is done
 * @counting: who counts repetitions
 *
 * Compiles a routine into a timeline. A two-sided exercise gives the whole
 * dose on the left, then on the right.
 *
 * Returns: (transfer full): a new timeline
 */
YfTimeline *
yf_timeline_new (YfRoutine  *routine,
                 YfCounting  counting)
{
  YfTimeline *self;

  g_return_val_if_fail (routine != NULL, NULL);

  self = create (routine, counting);
  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    append_item (self, yf_routine_get_item (routine, i), i);

  return self;
}

/**
 * yf_timeline_new_changed:
 * @self: a timeline
 * @index: the segment under way
 * @routine: what is to be done from now on: the exercises of @self in other doses
 *   or at another pace
 *
 * Makes a timeline that is as @self up to the end of the repetition, rest or
 * preparation under way, and as @routine has it from there on. Every segment up
 * to @index keeps its place. Where @routine has fewer repetitions than were
 * done in the set, or fewer sets, it goes on with what comes next.
 *
 * Returns: (transfer full): a new timeline
 */
YfTimeline *
yf_timeline_new_changed (YfTimeline *self,
                         guint       index,
                         YfRoutine  *routine)
{
  g_autoptr (YfTimeline) whole = NULL;
  YfTimeline *changed;
  YfSegment place;
  guint keep = index + 1;
  guint next;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->segments->len, NULL);
  g_return_val_if_fail (routine != NULL, NULL);

  place = g_array_index (self->segments, YfSegment, index);
  whole = yf_timeline_new (routine, self->counting);

  if (is_rep_phase (&place))
    {
      while (!g_array_index (self->segments, YfSegment, keep - 1).ends_rep)
        keep++;
    }
  else if (place.between_sets)
    {
      place.rep = G_MAXINT;
    }

  next = find_rep_after (whole, &place);
  while (next > 0 && !is_rep_phase (&g_array_index (whole->segments, YfSegment, next - 1)))
    next--;
  if (!is_rep_phase (&place))
    next = find_rest_of_pause (whole, next, &place);

  changed = create (routine, self->counting);
  changed->first = self->first;
  append_segments (changed, self, 0, keep);
  append_segments (changed, whole, next, whole->segments->len);

  return changed;
}

/**
 * yf_timeline_new_resumed:
 * @self: a timeline
 * @last: (nullable): the repetition that was counted last; %NULL if none was
 *
 * Makes a timeline that is played from the middle: it is as @self, and
 * yf_timeline_get_first() is a fresh preparation before the repetition that
 * follows @last, so that nobody who comes back is rushed.
 *
 * Returns: (transfer full) (nullable): a new timeline, or %NULL if nothing
 *   follows
 */
YfTimeline *
yf_timeline_new_resumed (YfTimeline         *self,
                         const YfRepetition *last)
{
  YfTimeline *resumed;
  YfSegment place = { 0, };
  YfSegment ready;
  guint next;

  g_return_val_if_fail (self != NULL, NULL);

  if (last == NULL)
    return yf_timeline_ref (self);

  place.item = last->item;
  place.side = last->side;
  place.set = last->set;
  place.rep = last->rep;
  next = find_rep_after (self, &place);
  if (next == self->segments->len)
    return NULL;

  resumed = create (self->routine, self->counting);
  append_segments (resumed, self, 0, next);
  ready = g_array_index (self->segments, YfSegment, next);
  if (next > 0 && g_array_index (self->segments, YfSegment, next - 1).kind == YF_SEGMENT_GET_READY)
    {
      resumed->first = next - 1;
    }
  else
    {
      resumed->first = next;
      ready.kind = YF_SEGMENT_GET_READY;
      ready.rep--;
      ready.phase = NULL;
      ready.length = yf_exercise_get_get_ready (ready.exercise, NULL);
      ready.waits = FALSE;
      ready.ends_rep = FALSE;
      append (resumed, ready);
    }
  append_segments (resumed, self, next, self->segments->len);

  return resumed;
}

YfTimeline *
yf_timeline_ref (YfTimeline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
yf_timeline_unref (YfTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->segments);
  yf_routine_unref (self->routine);
  g_free (self);
}

YfRoutine *
yf_timeline_get_routine (YfTimeline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->routine;
}

YfCounting
yf_timeline_get_counting (YfTimeline *self)
{
  g_return_val_if_fail (self != NULL, YF_COUNTING_PACE);

  return self->counting;
}

guint
yf_timeline_get_n_segments (YfTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->segments->len;
}

/**
 * yf_timeline_get_first:
 * @self: a timeline
 *
 * Returns: index of the segment that it is played from: 0, unless it was made
 *   for somebody who comes back
 */
guint
yf_timeline_get_first (YfTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first;
}

/**
 * yf_timeline_get_segment:
 * @self: a timeline
 * @index: from 0
 *
 * Returns: (transfer none): the segment
 */
const YfSegment *
yf_timeline_get_segment (YfTimeline *self,
                         guint       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->segments->len, NULL);

  return &g_array_index (self->segments, YfSegment, index);
}

/**
 * yf_timeline_get_length:
 * @self: a timeline
 *
 * Returns: how long it takes from end to end, in microseconds, if nobody
 *   pauses and no segment that waits takes longer than it is meant to
 */
gint64
yf_timeline_get_length (YfTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->length;
}

/**
 * yf_timeline_find:
 * @self: a timeline
 * @position: microseconds from its start
 *
 * Returns: index of the segment at @position; where two meet, the later; at
 *   and after the end, the last
 */
guint
yf_timeline_find (YfTimeline *self,
                  gint64      position)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (self != NULL, 0);

  high = self->segments->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->segments, YfSegment, middle).start <= position)
        low = middle;
      else
        high = middle;
    }

  return low;
}

/**
 * yf_timeline_get_next:
 * @self: a timeline
 * @index: a segment
 *
 * Finds where "next" leads from a segment: from within a set to what follows
 * the set; from a rest or a preparation to what follows it.
 *
 * Returns: index of that segment, or the number of segments if it is the end
 */
guint
yf_timeline_get_next (YfTimeline *self,
                      guint       index)
{
  const YfSegment *here;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (index < self->segments->len, 0);

  here = yf_timeline_get_segment (self, index);

  if (here->kind > YF_SEGMENT_REST || here->between_sets)
    return index + 1;

  for (index++; index < self->segments->len; index++)
    {
      const YfSegment *segment = yf_timeline_get_segment (self, index);

      if (segment->between_sets || segment->kind > YF_SEGMENT_REST)
        break;
    }

  return index;
}

/**
 * yf_segment_get_name:
 * @self: a segment
 *
 * Returns: (transfer none): what to do, in a word or two, in the person's
 *   language: as the exercise calls it, where it has a word of its own
 */
const char *
yf_segment_get_name (const YfSegment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->phase != NULL ? yf_phase_get_name (self->phase)
                             : yf_segment_kind_get_name (self->kind);
}

const char *
yf_segment_kind_get_id (YfSegmentKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (segment_kind_ids), NULL);

  return segment_kind_ids[kind];
}

gboolean
yf_segment_kind_from_id (const char    *id,
                         YfSegmentKind *kind)
{
  YF_IDS_FROM_ID (segment_kind_ids, id, kind);
}

/**
 * yf_segment_kind_get_name:
 * @kind: a kind of segment
 *
 * Returns: (transfer none): what to do, in a word or two, in the person's
 *   language
 */
const char *
yf_segment_kind_get_name (YfSegmentKind kind)
{
  switch (kind)
    {
    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
    case YF_SEGMENT_HOLD:
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
    case YF_SEGMENT_REST:
      return yf_phase_kind_get_name ((YfPhaseKind) kind);
    case YF_SEGMENT_GET_READY:
      return _("Get ready");
    case YF_SEGMENT_CHANGE_SIDES:
      return _("Change sides");
    case YF_SEGMENT_ROLL_OVER:
      return _("Roll over");
    default:
      g_return_val_if_reached (NULL);
    }
}
