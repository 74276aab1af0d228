/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-speech-writer.h"

/*
 * What is said, and where. Words are names of clips, the best choice first;
 * the writer takes the first for which there is room. All of it is Yanfei's
 * own choice.
 */

/* How long before the end of a rest it is said what comes. */
#define COMES (7 * YF_SECOND)

/* "Get ready" ends so long before it begins, to be told from the first cue. */
#define READY (500 * 1000)

/* Counting down, a number that is later than this is wrong. */
#define COUNT_DOWN_LATE (250 * 1000)
#define COUNT_DOWN_FROM 2

/* Numbers are kept up to this one, beyond as tens and ones. */
#define NUMBERS 60

#define N_ENCOURAGEMENTS 3

static const YfCueId phase_cues[] = {
  [YF_SEGMENT_INHALE] = YF_CUE_INHALE,
  [YF_SEGMENT_RAISE] = YF_CUE_RAISE,
  [YF_SEGMENT_HOLD] = YF_CUE_HOLD,
  [YF_SEGMENT_LOWER] = YF_CUE_LOWER,
  [YF_SEGMENT_EXHALE] = YF_CUE_EXHALE,
};

typedef struct
{
  YfSpeechWriter      *writer;
  YfTimeline          *timeline;
  YfCueSheet          *cue_sheet;
  const YfSpeechLevel *levels;
  guint                from;
  guint                next_cue;
  gboolean             uncounted;   /* the repetition at hand has not been counted yet */
} Plan;

static gboolean
is_rep_phase (const YfSegment *segment)
{
  return segment->kind < YF_SEGMENT_REST;
}

static const YfRoutineItem *
get_item (Plan            *self,
          const YfSegment *segment)
{
  return yf_routine_get_item (yf_timeline_get_routine (self->timeline), segment->item);
}

/* The segment before, if the person has been through it. */
static const YfSegment *
get_before (Plan  *self,
            guint  index)
{
  return index > self->from ? yf_timeline_get_segment (self->timeline, index - 1) : NULL;
}

static gboolean
say (Plan       *self,
     guint       index,
     YfCueId     cue,
     gint64      earliest,
     const char *words)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);

  return yf_speech_writer_say (self->writer, index, cue, earliest, segment->start + segment->length, words);
}

/* The last thing before it begins, where nothing else is being said. */
static void
say_get_ready (Plan  *self,
               guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  gint64 length = yf_speech_writer_measure (self->writer, "get-ready");
  gint64 position = segment->start + segment->length - READY - length;

  if (length >= 0 && self->levels[segment->item] != YF_SPEECH_COUNTS)
    yf_speech_writer_say (self->writer, index, YF_CUE_GET_READY, position, position, "get-ready");
}

static const char *
get_side (const YfSegment *segment)
{
  switch (segment->side)
    {
    case YF_SIDE_LEFT:
      return "?left-side";
    case YF_SIDE_RIGHT:
      return "?right-side";
    case YF_SIDE_NONE:
    default:
      return "";
    }
}

static void
plan_get_ready (Plan  *self,
                guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  const YfSegment *before = get_before (self, index);
  const char *id = yf_exercise_get_id (segment->exercise);
  const char *side = get_side (segment);
  gboolean done = before != NULL && is_rep_phase (before);
  g_autoptr (GString) words = g_string_new (NULL);
  YfSpeechLevel level = self->levels[segment->item];

  if (level == YF_SPEECH_FULL)
    {
      if (done)
        g_string_append_printf (words, "exercise-done next name-%s %s how-%s|next name-%s %s how-%s|",
                                id, side, id, id, side, id);
      g_string_append_printf (words, "name-%s %s how-%s|", id, side, id);
    }
  if (level != YF_SPEECH_COUNTS && done)
    g_string_append_printf (words, "exercise-done next name-%s %s|next name-%s %s|", id, side, id, side);
  g_string_append_printf (words, "name-%s %s|name-%s|get-ready %s|get-ready", id, side, id, side);

  say (self, index, YF_CUE_GET_READY, segment->start, words->str);
  say_get_ready (self, index);
}

static void
plan_change_sides (Plan  *self,
                   guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  const char *side = get_side (segment);
  g_autofree char *words = g_strdup_printf ("change-sides %s|%s|change-sides", side, side);

  say (self, index, YF_CUE_CHANGE_SIDES, segment->start, words);
  say_get_ready (self, index);
}

/* How to move is said to everybody, each time: a back is hurt in getting up as
 * easily as in an exercise. */
static void
plan_roll_over (Plan  *self,
                guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  const YfSegment *before = get_before (self, index);
  YfExercise *last = yf_routine_get_item (yf_timeline_get_routine (self->timeline), segment->item - 1)->exercise;
  YfPosture posture = yf_exercise_get_posture (segment->exercise);
  gboolean done = before != NULL && self->levels[segment->item] != YF_SPEECH_COUNTS;
  g_autofree char *words = NULL;

  static const char * const moves[] = {
    [YF_POSTURE_SUPINE] = "roll-to-supine",
    [YF_POSTURE_SIDE] = "roll-to-side",
    [YF_POSTURE_PRONE] = "roll-to-prone",
    [YF_POSTURE_STANDING] = "get-up",
  };

  if (yf_exercise_get_posture (last) == YF_POSTURE_STANDING)
    words = g_strdup_printf ("%s|lie-down", done ? "exercise-done lie-down" : "");
  else
    words = g_strdup_printf ("%s %s|%s|%s", done ? "exercise-done" : "", moves[posture], moves[posture],
                             posture == YF_POSTURE_STANDING ? "" : "roll-over");

  say (self, index, YF_CUE_ROLL_OVER, segment->start, words);
}

/* Between sets. A word of encouragement, once a set, never stands last. */
static void
plan_set_rest (Plan  *self,
               guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  gint64 end = segment->start + segment->length;
  YfSpeechLevel level = self->levels[segment->item];
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) comes = g_string_new (NULL);

  if (get_before (self, index) != NULL && level == YF_SPEECH_FULL)
    g_string_append_printf (words, "set-done encouragement-%u rest|",
                            (segment->item + segment->set - 1) % N_ENCOURAGEMENTS + 1);
  if (get_before (self, index) != NULL && level != YF_SPEECH_COUNTS)
    g_string_append (words, "set-done rest|");
  g_string_append (words, "rest");
  say (self, index, YF_CUE_REST, segment->start, words->str);

  if (level == YF_SPEECH_FULL)
    g_string_append_printf (comes, "next name-%s set-%d|next set-%d|",
                            yf_exercise_get_id (segment->exercise), segment->set + 1, segment->set + 1);
  g_string_append_printf (comes, "set-%d", segment->set + 1);
  say (self, index, YF_CUE_REST, MAX (segment->start, end - COMES), comes->str);

  say_get_ready (self, index);
}

static char *
dup_number (int number)
{
  if (number < 1 || number > 100)
    return NULL;
  if (number <= NUMBERS || number % 10 == 0)
    return g_strdup_printf ("n-%d", number);

  return g_strdup_printf ("n-%d n-%d", number / 10 * 10, number % 10);
}

static char *
dup_phase_word (const YfSegment *segment)
{
  if (segment->phase != NULL && segment->phase->label != NULL)
    return yf_voice_dup_label_id (segment->phase->label);

  return g_strdup (yf_segment_kind_get_id (segment->kind));
}

/* Whether a repetition is the first of its kind: of the set, or of a part of
 * an exercise that has several. */
static gboolean
is_new (const YfSegment *segment)
{
  guint here;
  guint before;
  guint n;

  if (segment->rep < 2)
    return TRUE;

  yf_exercise_get_rep_phases (segment->exercise, segment->rep, &here, &n);
  yf_exercise_get_rep_phases (segment->exercise, segment->rep - 1, &before, &n);

  return here != before;
}

/* Whether the phase is said, and not only its tone heard. */
static gboolean
says_phase (Plan            *self,
            const YfSegment *segment)
{
  switch (self->levels[segment->item])
    {
    case YF_SPEECH_FULL:
      return TRUE;
    case YF_SPEECH_SHORT:
      return is_new (segment);
    case YF_SPEECH_COUNTS:
      return is_rep_phase (segment) &&
             (get_item (self, segment)->dose.reps == 1 ||
              (is_new (segment) && yf_exercise_get_n_parts (segment->exercise) > 1));
    case YF_SPEECH_AUTO:
    case YF_SPEECH_OFF:
    default:
      return FALSE;
    }
}

/* The number is said as a repetition begins, or later if the first phase has
 * no room. One repetition alone is not counted. */
static void
plan_phase (Plan  *self,
            guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  const YfSegment *before = index > 0 ? yf_timeline_get_segment (self->timeline, index - 1) : NULL;
  int reps = get_item (self, segment)->dose.reps;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *phase = says_phase (self, segment) ? dup_phase_word (segment) : NULL;
  g_autofree char *number = dup_number (segment->rep);
  gboolean said;

  /* Who goes on in the middle of a repetition has heard its number. */
  if (before == NULL || before->rep != segment->rep || before->set != segment->set || before->item != segment->item ||
      before->side != segment->side)
    self->uncounted = reps > 1;

  if (self->uncounted && segment->rep == reps)
    g_string_append_printf (words, "last-one ?%s|last-one|", phase ? phase : "");
  if (self->uncounted && number)
    {
      if (phase)
        g_string_append_printf (words, "%s %s|", number, phase);
      g_string_append_printf (words, "%s|", number);
    }
  else if (phase)
    {
      g_string_append (words, phase);
    }

  said = say (self, index, phase_cues[segment->kind], segment->start, words->str);
  if (said)
    self->uncounted = FALSE;
}

/* Where a repetition had no room for its number, it is said when it is done. */
static void
plan_rest (Plan  *self,
           guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  g_autofree char *phase = says_phase (self, segment) ? dup_phase_word (segment) : NULL;
  g_autofree char *number = self->uncounted && get_before (self, index) ? dup_number (segment->rep) : NULL;
  g_autofree char *words = NULL;

  words = g_strdup_printf ("%s %s|%s|%s", number ? number : "", phase ? phase : "",
                           number ? number : "", phase ? phase : "");
  say (self, index, YF_CUE_REST, segment->start, words);
  self->uncounted = FALSE;
}

/* How far a long hold is: said after its tone. */
static void
plan_time_left (Plan  *self,
                guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  gint64 end = segment->start + segment->length;
  guint n_cues = yf_cue_sheet_get_n_cues (self->cue_sheet);

  for (; self->next_cue < n_cues; self->next_cue++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (self->cue_sheet, self->next_cue);
      gint64 left = end - cue->position;
      g_autofree char *words = NULL;

      if (cue->position >= end)
        break;
      if (cue->segment != index)
        continue;

      if (cue->id == YF_CUE_HALF_WAY)
        words = g_strdup ("half-way");
      else if (cue->id == YF_CUE_TIME_LEFT && left == YF_CUE_TIME_LEFT_LAST)
        words = g_strdup ("seconds-left-10");
      else if (cue->id == YF_CUE_TIME_LEFT && left % (60 * YF_SECOND) == 0)
        words = g_strdup_printf ("minutes-left-%d", (int) (left / (60 * YF_SECOND)));

      if (words)
        say (self, index, cue->id, cue->position, words);
    }
}

/* Two, one, after the tone for the last three seconds: both of them, or none. */
static void
plan_count_down (Plan  *self,
                 guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);
  gint64 end = segment->start + segment->length;

  for (gboolean really = FALSE; really <= TRUE; really++)
    {
      for (int n = COUNT_DOWN_FROM; n > 0; n--)
        {
          g_autofree char *word = g_strdup_printf ("n-%d", n);
          gint64 due = end - n * YF_SECOND;
          gint64 length = yf_speech_writer_measure (self->writer, word);

          if (!really)
            {
              gint64 position = yf_speech_writer_find (self->writer, index, due, due + COUNT_DOWN_LATE, word);

              /* None may be late because of the one before. */
              if (position < 0 || position + length + YF_SPEECH_BETWEEN > due + YF_SECOND)
                return;
            }
          else
            {
              yf_speech_writer_say (self->writer, index, YF_CUE_TIME_LEFT, due, due + COUNT_DOWN_LATE, word);
            }
        }
    }
}

static void
plan_segment (Plan  *self,
              guint  index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);

  switch (segment->kind)
    {
    case YF_SEGMENT_GET_READY:
      plan_get_ready (self, index);
      break;

    case YF_SEGMENT_CHANGE_SIDES:
      plan_change_sides (self, index);
      break;

    case YF_SEGMENT_ROLL_OVER:
      plan_roll_over (self, index);
      break;

    case YF_SEGMENT_REST:
      if (segment->between_sets)
        plan_set_rest (self, index);
      else
        plan_rest (self, index);
      break;

    case YF_SEGMENT_INHALE:
    case YF_SEGMENT_RAISE:
    case YF_SEGMENT_HOLD:
    case YF_SEGMENT_LOWER:
    case YF_SEGMENT_EXHALE:
    default:
      plan_phase (self, index);
      if (segment->kind == YF_SEGMENT_HOLD && segment->length >= YF_CUE_LONG_HOLD)
        {
          plan_time_left (self, index);
          plan_count_down (self, index);
        }
      break;
    }
}

/* When all is over: who lies has to get up. */
static void
plan_end (Plan *self)
{
  guint last = yf_timeline_get_n_segments (self->timeline) - 1;
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, last);
  gboolean stands = yf_exercise_get_posture (segment->exercise) == YF_POSTURE_STANDING;

  if (self->levels[segment->item] != YF_SPEECH_OFF)
    yf_speech_writer_say (self->writer, last, YF_CUE_FINISHED, segment->start + segment->length, G_MAXINT64,
                          stands ? "finished" : "finished ?get-up");
}

/**
 * yf_speech_plan:
 * @self: who writes it down
 * @timeline: what happens
 * @cue_sheet: what is heard besides
 * @levels: (array): how much is said about each item
 * @from_segment: where it begins
 *
 * Says everything that there is to be said.
 */
void
yf_speech_plan (YfSpeechWriter      *self,
                YfTimeline          *timeline,
                YfCueSheet          *cue_sheet,
                const YfSpeechLevel *levels,
                guint                from_segment)
{
  Plan plan = { self, timeline, cue_sheet, levels, from_segment, 0, FALSE };
  guint n_segments = yf_timeline_get_n_segments (timeline);

  for (guint i = from_segment; i < n_segments; i++)
    if (levels[yf_timeline_get_segment (timeline, i)->item] != YF_SPEECH_OFF)
      plan_segment (&plan, i);

  if (n_segments > 0)
    plan_end (&plan);
}
