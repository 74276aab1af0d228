/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "speech-fixture.h"

/* Which words are said, to whom. */

/* Who does an exercise for the first time is told its name and how to lie,
 * every phase, and every count, in both languages. */
static void
test_full_is_full (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_catalogue);

  for (guint e = 0; e < exercises->len; e++)
    for (guint l = 0; l < N_LANGUAGES; l++)
      {
        YfExercise *exercise = exercises->pdata[e];
        YfRoutineItem item = { exercise, *yf_exercise_get_first_dose (exercise) };
        Score score = score_new (&item, 1, YF_COUNTING_PACE);
        g_autoptr (YfSpeech) speech = score_speak (&score, l, YF_SPEECH_FULL, 0);
        const YfUtterance *first = yf_speech_get_utterance (speech, 0);
        const YfUtterance *last = yf_speech_get_utterance (speech, yf_speech_get_n_utterances (speech) - 1);
        g_autofree char *name = g_strconcat ("name-", yf_exercise_get_id (exercise), NULL);
        g_autofree char *how = g_strconcat ("how-", yf_exercise_get_id (exercise), NULL);

        g_assert_cmpstr (clip_id (first, 0), ==, name);
        g_assert_cmpstr (clip_id (first, first->n_clips - 1), ==, how);
        g_assert_cmpuint (first->n_clips, ==, yf_exercise_get_two_sided (exercise) ? 3 : 2);
        g_assert_cmpstr (clip_id (yf_speech_get_utterance (speech, 1), 0), ==, "get-ready");

        g_assert_cmpstr (clip_id (last, 0), ==, "finished");
        g_assert_cmpint (last->n_clips == 2, ==, yf_exercise_get_posture (exercise) != YF_POSTURE_STANDING);
        if (last->n_clips == 2)
          g_assert_cmpstr (clip_id (last, 1), ==, "get-up");

        score_clear (&score);
      }
}

/* In both languages, "last one" fits into the shortest movement. */
static void
test_last_one (void)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (fixture_catalogue);

  for (guint e = 0; e < exercises->len; e++)
    for (guint l = 0; l < N_LANGUAGES; l++)
      {
        YfRoutineItem item = { exercises->pdata[e], *yf_exercise_get_first_dose (exercises->pdata[e]) };
        Score score = score_new (&item, 1, YF_COUNTING_PACE);
        g_autoptr (YfSpeech) speech = score_speak (&score, l, YF_SPEECH_COUNTS, 0);
        int sides = yf_exercise_get_two_sided (item.exercise) ? 2 : 1;
        int n = 0;

        for (guint i = 0; i < yf_speech_get_n_utterances (speech); i++)
          n += says (yf_speech_get_utterance (speech, i), "last-one");
        g_assert_cmpint (n, ==, item.dose.reps > 1 ? sides * item.dose.sets : 0);
        score_clear (&score);
      }
}

static void
test_words (void)
{
  static const struct {
    const char    *exercise;
    int            sets;
    int            reps;
    int            hold;
    YfSpeechLevel  level;
    const char    *words;
  } cases[] = {
    { "five-point-support", 2, 3, 3, YF_SPEECH_FULL,
      "name-five-point-support how-five-point-support/get-ready/"
      "n-1 raise/hold/lower/rest/n-2 raise/hold/lower/rest/last-one/hold/lower/"
      "set-done encouragement-1 rest/next name-five-point-support set-2/get-ready/"
      "n-1 raise/hold/lower/rest/n-2 raise/hold/lower/rest/last-one/hold/lower/finished get-up" },
    { "five-point-support", 2, 3, 3, YF_SPEECH_SHORT,
      "name-five-point-support/get-ready/n-1 raise/hold/lower/rest/n-2/last-one/"
      "set-done rest/set-2/get-ready/n-1 raise/hold/lower/rest/n-2/last-one/finished get-up" },
    { "five-point-support", 2, 3, 3, YF_SPEECH_COUNTS,
      "name-five-point-support/n-1/n-2/last-one/rest/set-2/n-1/n-2/last-one/finished get-up" },
    { "straight-leg-raise", 1, 2, 10, YF_SPEECH_COUNTS,
      "name-straight-leg-raise left-side/n-1/last-one/change-sides right-side/n-1/last-one/finished get-up" },
    { "wall-stand", 1, 1, 300, YF_SPEECH_FULL,
      "name-wall-stand how-wall-stand/get-ready/label-stand/minutes-left-4/minutes-left-3/half-way/minutes-left-2/"
      "minutes-left-1/seconds-left-10/n-2/n-1/finished" },
    { "waist-hip-stretch", 1, 8, 0, YF_SPEECH_COUNTS,
      "name-waist-hip-stretch/n-1 label-bend-to-the-left/hold/label-straighten-up/"
      "label-bend-to-the-right/hold/label-straighten-up/n-2/n-3/n-4 label-lean-back/hold/label-straighten-up/n-5/n-6/n-7/last-one/finished" },
    { "kegel", 1, 2, 0, YF_SPEECH_FULL,
      "name-kegel how-kegel/get-ready/n-1 label-tighten/label-let-go/last-one label-tighten/label-let-go/"
      "finished get-up" },
    { "abdominal-breathing", 1, 2, 3, YF_SPEECH_OFF, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YfRoutineItem item = item_of (cases[i].exercise, cases[i].sets, cases[i].reps, cases[i].hold);
      Score score = score_new (&item, 1, YF_COUNTING_PACE);
      g_autoptr (YfSpeech) speech = score_speak (&score, 0, cases[i].level, 0);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint u = 0; u < yf_speech_get_n_utterances (speech); u++)
        {
          g_autofree char *some = dup_words (yf_speech_get_utterance (speech, u));

          g_string_append_printf (words, "%s%s", u > 0 ? "/" : "", some);
        }
      g_assert_cmpstr (words->str, ==, cases[i].words);
      score_clear (&score);
    }
}

static gboolean
is_said (YfSpeech   *speech,
         const char *words)
{
  for (guint i = 0; i < yf_speech_get_n_utterances (speech); i++)
    {
      g_autofree char *said = dup_words (yf_speech_get_utterance (speech, i));

      if (g_str_equal (said, words))
        return TRUE;
    }

  return FALSE;
}

/* Whoever turns or gets up is told how, whatever the level. The other way round
 * no routine goes. */
static void
test_from_posture_to_posture (void)
{
  static const struct {
    const char *from;
    const char *to;
    const char *move;
  } cases[] = {
    { "glute-bridge", "plank", "roll-to-prone" },
    { "plank", "wall-stand", "get-up" },
    { "glute-bridge", "wall-stand", "get-up" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint l = 0; l < N_LANGUAGES; l++)
      {
        YfRoutineItem items[] = { item_of (cases[i].from, 1, 2, 3), item_of (cases[i].to, 1, 2, 3) };
        Score score = score_new (items, 2, YF_COUNTING_PACE);

        for (YfSpeechLevel level = YF_SPEECH_FULL; level <= YF_SPEECH_COUNTS; level++)
          {
            g_autoptr (YfSpeech) speech = score_speak (&score, l, level, 0);
            g_autofree char *words = g_strconcat (level == YF_SPEECH_COUNTS ? "" : "exercise-done ", cases[i].move, NULL);

            g_assert_true (is_said (speech, words));
          }
        score_clear (&score);
      }
}

static void
test_what_comes (void)
{
  YfRoutineItem items[] = { item_of ("five-point-support", 1, 2, 3), item_of ("glute-bridge", 1, 2, 3) };
  Score score = score_new (items, 2, YF_COUNTING_PACE);

  for (guint l = 0; l < N_LANGUAGES; l++)
    {
      g_autoptr (YfSpeech) full = score_speak (&score, l, YF_SPEECH_FULL, 0);
      g_autoptr (YfSpeech) shorter = score_speak (&score, l, YF_SPEECH_SHORT, 0);

      g_assert_true (is_said (full, "exercise-done next name-glute-bridge how-glute-bridge") ||
                     is_said (full, "next name-glute-bridge how-glute-bridge"));
      g_assert_true (is_said (shorter, "exercise-done next name-glute-bridge"));
    }
  score_clear (&score);
}

static void
test_level (void)
{
  static const struct {
    YfSpeechLevel setting;
    guint         n_sessions;
    YfSpeechLevel level;
  } cases[] = {
    { YF_SPEECH_AUTO, 0, YF_SPEECH_FULL },    { YF_SPEECH_AUTO, 2, YF_SPEECH_FULL },
    { YF_SPEECH_AUTO, 3, YF_SPEECH_SHORT },   { YF_SPEECH_AUTO, 9, YF_SPEECH_SHORT },
    { YF_SPEECH_AUTO, 10, YF_SPEECH_COUNTS }, { YF_SPEECH_AUTO, 5000, YF_SPEECH_COUNTS },
    { YF_SPEECH_FULL, 5000, YF_SPEECH_FULL }, { YF_SPEECH_SHORT, 0, YF_SPEECH_SHORT },
    { YF_SPEECH_COUNTS, 0, YF_SPEECH_COUNTS }, { YF_SPEECH_OFF, 0, YF_SPEECH_OFF },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (yf_speech_level_for (cases[i].setting, cases[i].n_sessions), ==, cases[i].level);

  for (YfSpeechLevel level = YF_SPEECH_AUTO; level <= YF_SPEECH_OFF; level++)
    {
      YfSpeechLevel same;

      g_assert_true (yf_speech_level_from_id (yf_speech_level_get_id (level), &same));
      g_assert_cmpint (same, ==, level);
    }
  g_assert_false (yf_speech_level_from_id ("loud", &(YfSpeechLevel) { 0 }));

  g_assert_cmpstr (yf_speech_get_hurts_id (YF_POSTURE_PRONE), ==, "hurts");
  g_assert_cmpstr (yf_speech_get_hurts_id (YF_POSTURE_STANDING), ==, "hurts-standing");
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_set_up ();

  g_test_add_func ("/speech-words/full-is-full", test_full_is_full);
  g_test_add_func ("/speech-words/last-one", test_last_one);
  g_test_add_func ("/speech-words/words", test_words);
  g_test_add_func ("/speech-words/from-posture-to-posture", test_from_posture_to_posture);
  g_test_add_func ("/speech-words/what-comes", test_what_comes);
  g_test_add_func ("/speech-words/level", test_level);

  status = g_test_run ();
  fixture_tear_down ();

  return status;
}
