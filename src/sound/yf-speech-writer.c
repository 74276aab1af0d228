/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-speech-writer.h"

typedef struct
{
  gint64 start;
  gint64 end;
} Tone;

struct _YfSpeechWriter
{
  YfTimeline *timeline;
  YfVoice    *voice;
  GArray     *tones;         /* of Tone, by start */
  gint64      longest_tone;
  GArray     *utterances;    /* of YfUtterance */
  gint64      spoken_until;
};

static void
clear_utterance (gpointer data)
{
  YfUtterance *self = data;

  for (guint i = 0; i < self->n_clips; i++)
    yf_clip_unref (self->clips[i]);
  g_free (self->clips);
}

/**
 * yf_speech_writer_new:
 * @cue_sheet: what is heard besides
 * @voice: who speaks
 * @tone_lengths: how long the tone of each cue lasts, in microseconds
 *
 * A tone that does not sound because a more important one falls on the same
 * instant counts as well: what sounds depends on where a person begins.
 *
 * Returns: (transfer full): a writer that has written nothing
 */
YfSpeechWriter *
yf_speech_writer_new (YfCueSheet   *cue_sheet,
                      YfVoice      *voice,
                      const gint64 *tone_lengths)
{
  YfSpeechWriter *self = g_new0 (YfSpeechWriter, 1);

  self->timeline = yf_timeline_ref (yf_cue_sheet_get_timeline (cue_sheet));
  self->voice = yf_voice_ref (voice);
  self->tones = g_array_new (FALSE, FALSE, sizeof (Tone));
  self->utterances = g_array_new (FALSE, FALSE, sizeof (YfUtterance));
  g_array_set_clear_func (self->utterances, clear_utterance);
  self->spoken_until = G_MININT64 / 2;

  for (guint i = 0; i < yf_cue_sheet_get_n_cues (cue_sheet); i++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (cue_sheet, i);
      Tone tone = { cue->position, cue->position + tone_lengths[cue->id] };

      g_array_append_val (self->tones, tone);
      self->longest_tone = MAX (self->longest_tone, tone_lengths[cue->id]);
    }

  return self;
}

void
yf_speech_writer_free (YfSpeechWriter *self)
{
  g_clear_pointer (&self->utterances, g_array_unref);
  g_array_unref (self->tones);
  yf_voice_unref (self->voice);
  yf_timeline_unref (self->timeline);
  g_free (self);
}

/* The first tone that begins at @position or later. */
static guint
find_tone (YfSpeechWriter *self,
           gint64          position)
{
  guint low = 0;
  guint high = self->tones->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->tones, Tone, middle).start < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Finds the first silence from @earliest on, up to the next tone. */
static void
find_room (YfSpeechWriter *self,
           gint64          earliest,
           gint64         *start,
           gint64         *end)
{
  guint i;

  *start = MAX (earliest, self->spoken_until + YF_SPEECH_BETWEEN);
  *end = G_MAXINT64;

  for (i = find_tone (self, *start - self->longest_tone - YF_SPEECH_AFTER_TONE); i < self->tones->len; i++)
    {
      const Tone *tone = &g_array_index (self->tones, Tone, i);

      if (tone->start > *start)
        {
          *end = tone->start - YF_SPEECH_BEFORE_TONE;
          break;
        }
      *start = MAX (*start, tone->end + YF_SPEECH_AFTER_TONE);
    }
}

/* The clips of "set-done rest", or %NULL if one is missing. A word with a
 * question mark before it is left out where the voice does not have it. */
static GPtrArray *
find_clips (YfSpeechWriter *self,
            const char     *words,
            gint64         *length)
{
  g_autoptr (GPtrArray) clips = g_ptr_array_new ();
  g_auto (GStrv) ids = g_strsplit (words, " ", -1);

  *length = 0;
  for (char **id = ids; *id != NULL; id++)
    {
      gboolean optional = **id == '?';
      YfClip *clip;

      if (**id == '\0')
        continue;

      clip = yf_voice_find (self->voice, *id + optional);
      if (clip == NULL && !optional)
        return NULL;
      if (clip == NULL)
        continue;

      *length += yf_clip_get_length (clip) + (clips->len > 0 ? YF_SPEECH_GAP : 0);
      g_ptr_array_add (clips, clip);
    }

  return clips->len > 0 ? g_steal_pointer (&clips) : NULL;
}

static GPtrArray *
choose (YfSpeechWriter *self,
        guint           segment,
        gint64          earliest,
        gint64          latest,
        const char     *words,
        gint64         *position,
        gint64         *length)
{
  const YfSegment *here = yf_timeline_get_segment (self->timeline, segment);
  gint64 ends = here->start + here->length;
  g_auto (GStrv) choices = g_strsplit (words, "|", -1);
  gint64 room;

  find_room (self, earliest, position, &room);
  if (*position > latest)
    return NULL;

  /* What is said of a segment is said in it, and what is said when all is
   * over afterwards. */
  if (*position < ends)
    room = MIN (room, ends - YF_SPEECH_BEFORE_TONE);
  else if (ends < yf_timeline_get_length (self->timeline))
    return NULL;

  for (char **choice = choices; *choice != NULL; choice++)
    {
      GPtrArray *clips = find_clips (self, *choice, length);

      if (clips != NULL && *length <= room - *position)
        return clips;
      if (clips != NULL)
        g_ptr_array_unref (clips);
    }

  return NULL;
}

/**
 * yf_speech_writer_find:
 * @self: a writer
 * @segment: the segment in which it is to be said
 * @earliest: when it may begin
 * @latest: when it has to have begun
 * @words: what is to be said: names of clips with spaces between, the best
 *   first, alternatives separated by bars
 *
 * Finds out where something would be said, and says nothing.
 *
 * Returns: its position, or -1 if there is no room for any alternative
 */
gint64
yf_speech_writer_find (YfSpeechWriter *self,
                       guint           segment,
                       gint64          earliest,
                       gint64          latest,
                       const char     *words)
{
  g_autoptr (GPtrArray) clips = NULL;
  gint64 position;
  gint64 length;

  clips = choose (self, segment, earliest, latest, words, &position, &length);

  return clips != NULL ? position : -1;
}

/**
 * yf_speech_writer_say:
 * @self: a writer
 * @segment: the segment in which it is to be said
 * @cue: what it speaks of
 * @earliest: when it may begin
 * @latest: when it has to have begun
 * @words: what is to be said, as for yf_speech_writer_find()
 *
 * Writes down the first alternative for which there is room: after the tones
 * that sound at @earliest, clear of the next one, and within the segment.
 *
 * Returns: whether there was any
 */
gboolean
yf_speech_writer_say (YfSpeechWriter *self,
                      guint           segment,
                      YfCueId         cue,
                      gint64          earliest,
                      gint64          latest,
                      const char     *words)
{
  g_autoptr (GPtrArray) clips = NULL;
  YfUtterance utterance = { .segment = segment, .cue = cue };

  clips = choose (self, segment, earliest, latest, words, &utterance.position, &utterance.length);
  if (clips == NULL)
    return FALSE;

  for (guint i = 0; i < clips->len; i++)
    yf_clip_ref (clips->pdata[i]);
  utterance.n_clips = clips->len;
  utterance.clips = (YfClip **) g_ptr_array_free (g_steal_pointer (&clips), FALSE);
  g_array_append_val (self->utterances, utterance);
  self->spoken_until = utterance.position + utterance.length;

  return TRUE;
}

/**
 * yf_speech_writer_measure:
 * @self: a writer
 * @words: names of clips with spaces between
 *
 * Returns: how long it takes to say them, in microseconds; -1 if the voice
 *   cannot
 */
gint64
yf_speech_writer_measure (YfSpeechWriter *self,
                          const char     *words)
{
  g_autoptr (GPtrArray) clips = NULL;
  gint64 length;

  clips = find_clips (self, words, &length);

  return clips != NULL ? length : -1;
}

/**
 * yf_speech_writer_steal:
 * @self: a writer
 *
 * Returns: (transfer full) (element-type YfUtterance): what it has written;
 *   it writes no more
 */
GArray *
yf_speech_writer_steal (YfSpeechWriter *self)
{
  return g_steal_pointer (&self->utterances);
}
