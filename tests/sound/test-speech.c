/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "speech-fixture.h"

/*
 * What is said, with the real voices: over no tone, over nothing else, in its
 * place and in order, for every exercise, dose, level and language.
 */

/* The number that is said, 0 for none, -1 for "last one". */
static int
number_said (const YfUtterance *utterance)
{
  int number = 0;

  if (utterance->cue == YF_CUE_TIME_LEFT)
    return 0;

  for (guint i = 0; i < utterance->n_clips; i++)
    {
      if (g_str_equal (clip_id (utterance, i), "last-one"))
        return -1;
      if (g_str_has_prefix (clip_id (utterance, i), "n-"))
        number += atoi (clip_id (utterance, i) + 2);
    }

  return number;
}

/* No words over a tone, none over other words, all in their place. */
static void
check_places (const Score  *score,
              YfSpeech     *speech,
              const gint64 *tones)
{
  gint64 until = G_MININT64;
  gint64 end = yf_timeline_get_length (score->timeline);

  for (guint i = 0; i < yf_speech_get_n_utterances (speech); i++)
    {
      const YfUtterance *utterance = yf_speech_get_utterance (speech, i);
      const YfSegment *segment = yf_timeline_get_segment (score->timeline, utterance->segment);
      gint64 over = utterance->position + utterance->length;
      gint64 length = 0;

      g_assert_cmpuint (utterance->n_clips, >, 0);
      for (guint c = 0; c < utterance->n_clips; c++)
        {
          g_assert_cmpint (yf_utterance_get_clip_position (utterance, c), ==, utterance->position + length);
          length += yf_clip_get_length (utterance->clips[c]) + YF_SPEECH_GAP;
        }
      g_assert_cmpint (length - YF_SPEECH_GAP, ==, utterance->length);

      g_assert_cmpint (utterance->position, >, until);
      until = over;

      if (utterance->cue == YF_CUE_FINISHED)
        {
          g_assert_cmpint (utterance->position, >, end);
          g_assert_cmpuint (i + 1, ==, yf_speech_get_n_utterances (speech));
        }
      else
        {
          g_assert_cmpint (utterance->position, >=, segment->start + YF_SPEECH_AFTER_TONE);
          g_assert_cmpint (over, <=, segment->start + segment->length - YF_SPEECH_BEFORE_TONE);
        }

      g_assert_false (g_str_has_prefix (clip_id (utterance, utterance->n_clips - 1), "encouragement"));
    }

  for (guint i = 0, u = 0; i < yf_cue_sheet_get_n_cues (score->cue_sheet); i++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (score->cue_sheet, i);
      gint64 sounds_until = cue->position + tones[cue->id];

      /* Nothing being said when it begins, nor just before. */
      while (u < yf_speech_get_n_utterances (speech) &&
             yf_speech_get_utterance (speech, u)->position < cue->position)
        u++;
      if (u > 0)
        {
          const YfUtterance *before = yf_speech_get_utterance (speech, u - 1);

          g_assert_cmpint (before->position + before->length + YF_SPEECH_BEFORE_TONE, <=, cue->position);
        }
      if (u < yf_speech_get_n_utterances (speech))
        g_assert_cmpint (yf_speech_get_utterance (speech, u)->position, >=, sounds_until + YF_SPEECH_AFTER_TONE);
    }
}

/* Two, one: both, each in its second, or none. */
static void
check_count_down (const Score *score,
                  YfSpeech    *speech)
{
  int next = 0;

  for (guint i = 0; i < yf_speech_get_n_utterances (speech); i++)
    {
      const YfUtterance *utterance = yf_speech_get_utterance (speech, i);
      const YfSegment *segment = yf_timeline_get_segment (score->timeline, utterance->segment);
      gint64 due;
      int number;

      if (utterance->cue != YF_CUE_TIME_LEFT || !g_str_has_prefix (clip_id (utterance, 0), "n-"))
        {
          g_assert_cmpint (next, ==, 0);
          continue;
        }

      number = atoi (clip_id (utterance, 0) + 2);
      g_assert_cmpint (number, ==, next == 0 ? 2 : next);
      next = number - 1;

      due = segment->start + segment->length - number * YF_SECOND;
      g_assert_cmpint (utterance->position, >=, due);
      g_assert_cmpint (utterance->position, <=, due + YF_SECOND / 4);
    }

  g_assert_cmpint (next, ==, 0);
}

static gboolean
same_rep (const YfSegment *a,
          const YfSegment *b)
{
  return a->item == b->item && a->side == b->side && a->set == b->set && a->rep == b->rep;
}

/* Every number said is that of the repetition in which it is said; a set is
 * praised once at most. Returns how many repetitions were counted. */
static guint
check_counts (const Score *score,
              YfSpeech    *speech)
{
  YfRoutine *routine = yf_timeline_get_routine (score->timeline);
  const YfSegment *counted = NULL;
  const YfSegment *praised = NULL;
  guint n_counted = 0;

  for (guint i = 0; i < yf_speech_get_n_utterances (speech); i++)
    {
      const YfUtterance *utterance = yf_speech_get_utterance (speech, i);
      const YfSegment *segment = yf_timeline_get_segment (score->timeline, utterance->segment);
      int reps = yf_routine_get_item (routine, segment->item)->dose.reps;
      int number = number_said (utterance);

      if (number != 0)
        {
          g_assert_cmpint (segment->kind, <=, YF_SEGMENT_REST);
          g_assert_false (segment->between_sets);
          g_assert_cmpint (number < 0 ? reps : number, ==, segment->rep);
          g_assert_cmpint (reps, >, 1);
          g_assert_false (counted != NULL && same_rep (counted, segment));
          counted = segment;
          n_counted++;
        }

      for (guint c = 0; c < utterance->n_clips; c++)
        if (g_str_has_prefix (clip_id (utterance, c), "encouragement"))
          {
            g_assert_false (praised != NULL && praised->item == segment->item && praised->set == segment->set &&
                            praised->side == segment->side);
            praised = segment;
          }
    }

  return n_counted;
}

/* How much silence there is in a segment, at its end, where a cue that comes
 * just before the next may break into it. */
static gint64
measure_room (const Score     *score,
              const YfSegment *segment,
              const gint64    *tones)
{
  gint64 end = segment->start + segment->length;
  gint64 from = segment->start;
  gint64 to = end;

  for (guint i = 0; i < yf_cue_sheet_get_n_cues (score->cue_sheet); i++)
    {
      const YfCue *cue = yf_cue_sheet_get_cue (score->cue_sheet, i);

      if (cue->position <= segment->start && cue->position + tones[cue->id] > from)
        from = cue->position + tones[cue->id];
      if (cue->position > segment->start && cue->position < end)
        to = MIN (to, cue->position);
    }

  return to - from - YF_SPEECH_AFTER_TONE - YF_SPEECH_BEFORE_TONE;
}

/* How many repetitions have a phase with room for their number, worked out
 * without regard to what else might be said. */
static guint
count_countable (const Score  *score,
                 YfVoice      *voice,
                 const gint64 *tones)
{
  YfRoutine *routine = yf_timeline_get_routine (score->timeline);
  const YfSegment *counted = NULL;
  guint n = 0;

  for (guint i = 0; i < yf_timeline_get_n_segments (score->timeline); i++)
    {
      const YfSegment *segment = yf_timeline_get_segment (score->timeline, i);
      g_autofree char *id = NULL;
      YfClip *clip;

      if (segment->kind >= YF_SEGMENT_REST || (counted != NULL && same_rep (counted, segment)) ||
          yf_routine_get_item (routine, segment->item)->dose.reps < 2)
        continue;

      /* Sixty-one to sixty-four take two clips. */
      id = g_strdup_printf ("n-%d", MIN (segment->rep, 60));
      clip = yf_voice_find (voice, id);
      g_assert_nonnull (clip);
      if (measure_room (score, segment, tones) >=
          yf_clip_get_length (clip) + (segment->rep > 60 ? YF_SECOND : 0))
        {
          counted = segment;
          n++;
        }
    }

  return n;
}

static void
check (const YfRoutineItem *items,
       guint                n_items,
       YfCounting           counting,
       YfVoice             *voice,
       YfSpeechLevel        level,
       const gint64        *tones)
{
  Score score = score_new (items, n_items, counting);
  g_autofree YfSpeechLevel *levels = g_new (YfSpeechLevel, n_items);
  g_autoptr (YfSpeech) speech = NULL;
  guint n_counted;

  for (guint i = 0; i < n_items; i++)
    levels[i] = level;

  speech = yf_speech_new (score.cue_sheet, voice, tones, levels, 0);
  check_places (&score, speech, tones);
  check_count_down (&score, speech);
  n_counted = check_counts (&score, speech);

  if (level == YF_SPEECH_OFF)
    g_assert_cmpuint (yf_speech_get_n_utterances (speech), ==, 0);
  else
    g_assert_cmpuint (n_counted, >=, count_countable (&score, voice, tones));

  score_clear (&score);
}

static void
test_every_exercise (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_catalogue);
  gint64 silent[YF_N_CUES] = { 0, };
  gint64 long_tones[YF_N_CUES];

  g_assert_cmpuint (exercises->len, ==, 13);
  for (guint i = 0; i < YF_N_CUES; i++)
    long_tones[i] = 2 * fixture_tones[i];

  for (guint e = 0; e < exercises->len; e++)
    {
      YfExercise *exercise = exercises->pdata[e];
      YfDose first = *yf_exercise_get_first_dose (exercise);
      YfDose ceiling = *yf_exercise_get_ceiling (exercise);
      YfDose doses[] = { first, ceiling, first, first, first };

      doses[2].sets = doses[2].reps = 1;
      doses[2].hold = MIN (first.hold, YF_SECOND);
      doses[3].reps = 2;
      doses[3].hold = MIN (first.hold, YF_SECOND);
      doses[4].sets = 4;
      doses[4].reps = 64;

      for (guint d = 0; d < G_N_ELEMENTS (doses); d++)
        for (guint l = 0; l < N_LANGUAGES; l++)
          for (YfSpeechLevel level = YF_SPEECH_FULL; level <= YF_SPEECH_OFF; level++)
            {
              YfRoutineItem item = { exercise, doses[d] };

              check (&item, 1, YF_COUNTING_PACE, fixture_voices[l], level, fixture_tones);
              check (&item, 1, YF_COUNTING_TAP, fixture_voices[l], level, fixture_tones);
              check (&item, 1, YF_COUNTING_PACE, fixture_voices[l], level, silent);
              check (&item, 1, YF_COUNTING_PACE, fixture_voices[l], level, long_tones);
            }
    }
}

/* A voice like that of @language, in which everything takes @times as long:
 * files of the same format, with silence in them. */
static YfVoice *
make_slow_voice (guint language,
                 guint times)
{
  GPtrArray *clips = yf_voice_get_clips (fixture_voices[language]);
  g_autofree char *root = g_dir_make_tmp ("yanfei-slow-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (root, fixture_languages[language], NULL);
  g_autofree char *index_path = g_build_filename (folder, "index", NULL);
  g_autofree char *before = g_strdup (g_getenv ("YANFEI_VOICEDIR"));
  g_autoptr (GString) index = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  YfVoice *voice;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (guint i = 0; i < clips->len; i++)
    {
      const char *id = yf_clip_get_id (clips->pdata[i]);
      g_autofree char *name = g_strconcat (id, ".wav", NULL);
      g_autofree char *builtin = g_build_filename (before, fixture_languages[language], name, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *wav = NULL;
      gsize size;
      guint32 n_bytes;

      g_assert_true (g_file_get_contents (builtin, &wav, &size, NULL));
      n_bytes = GUINT32_TO_LE ((guint32) (size - 44) * times);
      memcpy (wav + 40, &n_bytes, sizeof n_bytes);
      g_assert_true (g_file_set_contents (path, wav, 44, NULL));
      g_assert_cmpint (truncate (path, 44 + (size - 44) * times), ==, 0);
      g_string_append_printf (index, "%s\t%u\t%s\n", id, (guint) (size - 44) / 2 * times, id);
    }
  g_assert_true (g_file_set_contents (index_path, index->str, -1, NULL));

  g_setenv ("YANFEI_VOICEDIR", root, TRUE);
  voice = yf_voice_new (fixture_languages[language], NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("YANFEI_VOICEDIR", before, TRUE);

  for (guint i = 0; i < clips->len; i++)
    {
      g_autofree char *name = g_strconcat (yf_clip_get_id (clips->pdata[i]), ".wav", NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_remove (index_path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (root), ==, 0);

  return voice;
}

/* A daughter may speak slowly: less is said then, and nothing over a cue. */
static void
test_slow_voice (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_catalogue);

  for (guint times = 2; times <= 3; times++)
    {
      g_autoptr (YfVoice) voice = make_slow_voice (0, times);
      YfClip *clip = yf_voice_find (voice, "paused");
      YfClip *builtin = yf_voice_find (fixture_voices[0], "paused");

      g_assert_cmpint (ABS (yf_clip_get_length (clip) - times * yf_clip_get_length (builtin)), <=, times);
      for (guint e = 0; e < exercises->len; e++)
        for (YfSpeechLevel level = YF_SPEECH_FULL; level <= YF_SPEECH_COUNTS; level++)
          {
            YfRoutineItem item = { exercises->pdata[e], *yf_exercise_get_first_dose (exercises->pdata[e]) };

            check (&item, 1, YF_COUNTING_PACE, voice, level, fixture_tones);
          }
    }
}

/* Every two exercises after one another, in all orders of posture. */
static void
test_every_pair (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_catalogue);

  for (guint a = 0; a < exercises->len; a++)
    for (guint b = 0; b < exercises->len; b++)
      {
        YfRoutineItem items[] = {
          { exercises->pdata[a], *yf_exercise_get_first_dose (exercises->pdata[a]) },
          { exercises->pdata[b], *yf_exercise_get_first_dose (exercises->pdata[b]) },
        };

        for (guint l = 0; l < N_LANGUAGES; l++)
          check (items, 2, YF_COUNTING_PACE, fixture_voices[l], YF_SPEECH_FULL + (a + b) % 3, fixture_tones);
      }
}

/* A person who goes on from anywhere hears from there what they would have
 * heard anyway, and nothing of what they have not done. */
static void
test_from_anywhere (void)
{
  YfRoutineItem items[] = { item_of ("five-point-support", 2, 3, 3), item_of ("straight-leg-raise", 1, 3, 10),
                            item_of ("plank", 2, 2, 30) };

  for (guint l = 0; l < N_LANGUAGES; l++)
    for (YfSpeechLevel level = YF_SPEECH_FULL; level <= YF_SPEECH_COUNTS; level++)
      {
        Score score = score_new (items, 3, YF_COUNTING_PACE);
        g_autoptr (YfSpeech) whole = score_speak (&score, l, level, 0);

        for (guint from = 1; from < yf_timeline_get_n_segments (score.timeline); from++)
          {
            g_autoptr (YfSpeech) speech = score_speak (&score, l, level, from);
            const YfSegment *start = yf_timeline_get_segment (score.timeline, from);
            guint n = yf_speech_get_n_utterances (speech);
            guint n_whole = yf_speech_get_n_utterances (whole);

            check_places (&score, speech, fixture_tones);
            check_counts (&score, speech);

            for (guint i = 0; i < n; i++)
              {
                const YfUtterance *utterance = yf_speech_get_utterance (speech, i);

                g_assert_cmpuint (utterance->segment, >=, from);

                /* In the middle of a repetition its number has been said. */
                if (same_rep (yf_timeline_get_segment (score.timeline, from - 1), start) &&
                    same_rep (yf_timeline_get_segment (score.timeline, utterance->segment), start))
                  g_assert_cmpint (number_said (utterance), ==, 0);
                if (utterance->segment == from)
                  {
                    g_assert_false (says (utterance, "set-done"));
                    g_assert_false (says (utterance, "exercise-done"));
                  }
              }

            for (guint i = 1; i <= n && i <= n_whole; i++)
              {
                const YfUtterance *one = yf_speech_get_utterance (speech, n - i);
                const YfUtterance *other = yf_speech_get_utterance (whole, n_whole - i);
                const YfSegment *segment = yf_timeline_get_segment (score.timeline, one->segment);
                g_autofree char *a = dup_words (one);
                g_autofree char *b = dup_words (other);

                if (one->segment <= from + 1 || same_rep (segment, start))
                  break;
                g_assert_cmpint (one->position, ==, other->position);
                g_assert_cmpstr (a, ==, b);
              }

            g_assert_cmpuint (yf_speech_find (speech, start->start), ==, 0);
          }

        g_assert_cmpuint (yf_speech_find (whole, G_MAXINT64), ==, yf_speech_get_n_utterances (whole));
        g_assert_cmpuint (yf_speech_find (whole, yf_speech_get_utterance (whole, 3)->position), ==, 3);
        g_assert_cmpuint (yf_speech_find (whole, yf_speech_get_utterance (whole, 3)->position + 1), ==, 4);
        score_clear (&score);
      }
}

/* At the doses of the catalogue no repetition goes without its number. */
static void
test_all_are_counted (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_catalogue);

  for (guint e = 0; e < exercises->len; e++)
    for (guint l = 0; l < N_LANGUAGES; l++)
      for (YfSpeechLevel level = YF_SPEECH_FULL; level <= YF_SPEECH_COUNTS; level++)
        {
          YfRoutineItem item = { exercises->pdata[e], *yf_exercise_get_ceiling (exercises->pdata[e]) };
          Score score = score_new (&item, 1, YF_COUNTING_PACE);
          g_autoptr (YfSpeech) speech = score_speak (&score, l, level, 0);
          int sides = yf_exercise_get_two_sided (item.exercise) ? 2 : 1;

          g_assert_cmpint (check_counts (&score, speech), ==,
                           item.dose.reps > 1 ? sides * item.dose.sets * item.dose.reps : 0);
          score_clear (&score);
        }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_set_up ();

  g_test_add_func ("/speech/every-exercise", test_every_exercise);
  g_test_add_func ("/speech/slow-voice", test_slow_voice);
  g_test_add_func ("/speech/every-pair", test_every_pair);
  g_test_add_func ("/speech/from-anywhere", test_from_anywhere);
  g_test_add_func ("/speech/all-are-counted", test_all_are_counted);

  status = g_test_run ();
  fixture_tear_down ();

  return status;
}
