/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "speech-fixture.h"

#include "yf-tone.h"

const char * const fixture_languages[N_LANGUAGES] = { "en", "zh" };

YfCatalogue *fixture_catalogue;
YfVoice     *fixture_voices[N_LANGUAGES];
gint64       fixture_tones[YF_N_CUES];

void
fixture_set_up (void)
{
  fixture_catalogue = yf_catalogue_new_builtin (NULL);
  g_assert_nonnull (fixture_catalogue);

  for (guint l = 0; l < N_LANGUAGES; l++)
    {
      g_autoptr (GError) error = NULL;

      fixture_voices[l] = yf_voice_new (fixture_languages[l], NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }

  for (guint i = 0; i < YF_N_CUES; i++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (i);
      gsize n_samples;

      yf_tone_get_samples (tone, &n_samples);
      fixture_tones[i] = n_samples * YF_SECOND / YF_TONE_RATE;
    }
}

void
fixture_tear_down (void)
{
  for (guint l = 0; l < N_LANGUAGES; l++)
    g_clear_pointer (&fixture_voices[l], yf_voice_unref);
  g_clear_pointer (&fixture_catalogue, yf_catalogue_unref);
}

Score
score_new (const YfRoutineItem *items,
           guint                n_items,
           YfCounting           counting)
{
  g_autoptr (YfRoutine) routine = yf_routine_new (items, n_items);
  Score self;

  self.timeline = yf_timeline_new (routine, counting);
  self.cue_sheet = yf_cue_sheet_new (self.timeline);

  return self;
}

void
score_clear (Score *self)
{
  yf_cue_sheet_unref (self->cue_sheet);
  yf_timeline_unref (self->timeline);
}

YfRoutineItem
item_of (const char *id,
         int         sets,
         int         reps,
         int         hold)
{
  YfExercise *exercise = yf_catalogue_find_exercise (fixture_catalogue, id);
  YfRoutineItem item = { exercise, { sets, reps, hold * YF_SECOND } };

  g_assert_nonnull (exercise);

  return item;
}

const char *
clip_id (const YfUtterance *utterance,
         guint              clip)
{
  return yf_clip_get_id (utterance->clips[clip]);
}

gboolean
says (const YfUtterance *utterance,
      const char        *id)
{
  for (guint i = 0; i < utterance->n_clips; i++)
    if (g_str_equal (clip_id (utterance, i), id))
      return TRUE;

  return FALSE;
}

/* "name-plank how-plank" */
char *
dup_words (const YfUtterance *utterance)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < utterance->n_clips; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "", clip_id (utterance, i));

  return g_string_free (words, FALSE);
}

YfSpeech *
score_speak (const Score   *self,
             guint          language,
             YfSpeechLevel  level,
             guint          from)
{
  YfSpeechLevel levels[] = { level, level, level };

  return yf_speech_new (self->cue_sheet, fixture_voices[language], fixture_tones, levels, from);
}
