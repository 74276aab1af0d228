/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-dose-words.h"

#include <glib/gi18n-lib.h>

/**
 * yf_length_to_words:
 * @length: microseconds, 0 or more
 *
 * A length of time in words, to the second, rounded up: a person who sets
 * time aside must not be given too little.
 *
 * Returns: (transfer full): for instance "6 minutes 20 seconds"
 */
char *
yf_length_to_words (gint64 length)
{
  int seconds = (int) ((length + YF_SECOND - 1) / YF_SECOND);
  int minutes = seconds / 60;
  g_autofree char *minute_text = NULL;
  g_autofree char *second_text = NULL;

  seconds %= 60;
  /* Translators: %d is a number of minutes */
  minute_text = g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
  /* Translators: %d is a number of seconds */
  second_text = g_strdup_printf (ngettext ("%d second", "%d seconds", seconds), seconds);

  if (minutes == 0)
    return g_steal_pointer (&second_text);
  if (seconds == 0)
    return g_steal_pointer (&minute_text);

  /* Translators: a length of time: the first is "6 minutes", the second "20 seconds" */
  return g_strdup_printf (_("%s %s"), minute_text, second_text);
}

/**
 * yf_dose_to_words:
 * @exercise: an exercise
 * @dose: how much of it
 *
 * Returns: (transfer full): it in words, for ears and for paper, where nobody can
 *   ask what the signs mean
 */
char *
yf_dose_to_words (YfExercise   *exercise,
                  const YfDose *dose)
{
  g_autofree char *sets = NULL;
  g_autofree char *reps = NULL;
  g_autofree char *hold = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (exercise != NULL, NULL);
  g_return_val_if_fail (dose != NULL, NULL);

  /* Translators: %d is a number of sets of an exercise */
  sets = g_strdup_printf (ngettext ("%d set", "%d sets", dose->sets), dose->sets);
  /* Translators: %d is a number of repetitions in one set */
  reps = g_strdup_printf (ngettext ("%d repetition", "%d repetitions", dose->reps), dose->reps);
  if (yf_exercise_has_hold (exercise))
    {
      hold = yf_length_to_words (dose->hold);
      /* Translators: a dose: "2 sets" of "10 repetitions", hold "3 seconds" */
      text = g_strdup_printf (_("%s of %s, hold %s"), sets, reps, hold);
    }
  else
    {
      /* Translators: a dose: "2 sets" of "10 repetitions" */
      text = g_strdup_printf (_("%s of %s"), sets, reps);
    }

  if (!yf_exercise_get_two_sided (exercise))
    return g_steal_pointer (&text);

  /* Translators: %s is a dose, which is done on the left side and then again on the right */
  return g_strdup_printf (_("%s, on each side"), text);
}
