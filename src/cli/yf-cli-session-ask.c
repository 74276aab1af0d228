/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-session-private.h"

#include <glib/gi18n-lib.h>

/* What is asked at a terminal before a session. */

/*
 * yf_cli_session_choose:
 * @self: the command line
 * @terminal: where to ask
 * @exercise: (out): return location for the exercise; %NULL for what today holds
 *
 * Lets the person choose by number. Nobody to ask, or just Enter, is what today holds.
 *
 * Returns: %FALSE where nobody answers
 */
gboolean
yf_cli_session_choose (YfCli       *self,
                       YfTerminal  *terminal,
                       YfExercise **exercise)
{
  GPtrArray *exercises = yf_catalogue_get_exercises (self->catalogue);
  g_autofree char *question = NULL;

  *exercise = NULL;
  if (!yf_terminal_is_input (terminal))
    return TRUE;

  for (guint i = 0; i < exercises->len; i++)
    {
      YfExercise *one = g_ptr_array_index (exercises, i);

      g_print ("%u  %s\n   %s\n", i + 1, yf_exercise_get_name (one), yf_exercise_get_summary (one));
    }

  /* Translators: the number of the last exercise on the list */
  question = g_strdup_printf (_("Which one, 1 to %u? Enter for what today holds:"), exercises->len);

  while (TRUE)
    {
      g_autofree char *answer = yf_terminal_ask (terminal, question);
      gint64 number;

      if (answer == NULL)
        return FALSE;
      if (*answer == '\0')
        return TRUE;
      if (g_ascii_string_to_signed (answer, 10, 1, exercises->len, &number, NULL))
        {
          *exercise = g_ptr_array_index (exercises, number - 1);
          return TRUE;
        }
    }
}

/* Asks until the answer is a pain score or left open. FALSE: nobody answers. */
static gboolean
ask_pain (YfTerminal *terminal,
          const char *question,
          int        *pain)
{
  while (TRUE)
    {
      g_autofree char *answer = yf_terminal_ask (terminal, question);
      gint64 number;

      if (answer == NULL)
        return FALSE;
      if (*answer == '\0')
        return TRUE;
      if (g_ascii_string_to_signed (answer, 10, 0, YF_PAIN_MAX, &number, NULL))
        {
          *pain = (int) number;
          return TRUE;
        }
    }
}

static gboolean
ask_moved (YfTerminal *terminal,
           YfCheckIn  *check_in)
{
  static const YfMoved answers[] = { YF_MOVED_DOWN, YF_MOVED_UP, YF_MOVED_SAME };

  while (TRUE)
    {
      g_autofree char *answer = NULL;
      gint64 number;

      answer = yf_terminal_ask (terminal, _("Has the pain moved? 1 down the leg, 2 up towards the back, 3 no; Enter if you do not know:"));
      if (answer == NULL)
        return FALSE;
      if (*answer == '\0')
        return TRUE;
      if (g_ascii_string_to_signed (answer, 10, 1, G_N_ELEMENTS (answers), &number, NULL))
        {
          yf_check_in_set_moved (check_in, answers[number - 1]);
          return TRUE;
        }
    }
}

static gboolean
ask_days (YfTerminal *terminal,
          YfRedFlag  *red_flag,
          int        *days)
{
  g_autofree char *question = NULL;

  /* Translators: a sign in the person's words */
  question = g_strdup_printf (_("“%s” For how many days?"), yf_red_flag_get_text (red_flag));

  while (TRUE)
    {
      g_autofree char *answer = yf_terminal_ask (terminal, question);
      gint64 number;

      if (answer == NULL)
        return FALSE;
      if (g_ascii_string_to_signed (answer, 10, 0, 36500, &number, NULL))
        {
          *days = (int) number;
          return TRUE;
        }
    }
}

/* The numbers of the signs in an answer such as "2 5", "2,5" or "2、5"; NULL if
 * it is no such answer. */
static GArray *
parse_numbers (const char *answer,
               guint       last)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GString) plain = g_string_new (answer);
  g_auto (GStrv) words = NULL;

  g_string_replace (plain, "、", ",", 0);
  words = g_strsplit_set (plain->str, " ,;", -1);

  for (char **word = words; *word != NULL; word++)
    {
      gint64 value;
      guint number;

      if (**word == '\0')
        continue;
      if (!g_ascii_string_to_signed (*word, 10, 1, last, &value, NULL))
        return NULL;

      number = (guint) value;
      g_array_append_val (numbers, number);
    }

  return g_steal_pointer (&numbers);
}

static gboolean
ask_flags (YfCli      *self,
           YfTerminal *terminal,
           YfCheckIn  *check_in)
{
  GPtrArray *red_flags = yf_catalogue_get_red_flags (self->catalogue);
  g_autoptr (GArray) numbers = NULL;

  g_print ("%s\n", _("Is any of this true today?"));
  for (guint i = 0; i < red_flags->len; i++)
    g_print ("%3u  %s\n", i + 1, yf_red_flag_get_text (g_ptr_array_index (red_flags, i)));

  while (numbers == NULL)
    {
      g_autofree char *answer = yf_terminal_ask (terminal, _("Type the numbers of all that are true; Enter for none:"));

      if (answer == NULL)
        return FALSE;
      numbers = parse_numbers (answer, red_flags->len);
    }

  for (guint i = 0; i < numbers->len; i++)
    {
      YfRedFlag *red_flag = g_ptr_array_index (red_flags, g_array_index (numbers, guint, i) - 1);
      int days = YF_DAYS_UNSAID;

      if (yf_red_flag_get_needs_days (red_flag) && !ask_days (terminal, red_flag, &days))
        return FALSE;

      yf_check_in_set_flag (check_in, yf_red_flag_get_id (red_flag), TRUE, days);
    }

  return TRUE;
}

/*
 * yf_cli_session_ask:
 * @self: the command line
 * @terminal: where to ask
 * @arguments: what was typed
 * @check_in: where to put the answers
 *
 * What was given as an option is answered; the rest is asked if there is
 * somebody to ask, and counts as no otherwise.
 *
 * Returns: %FALSE where nobody answers
 */
gboolean
yf_cli_session_ask (YfCli                    *self,
                    YfTerminal               *terminal,
                    const YfSessionArguments *arguments,
                    YfCheckIn                *check_in)
{
  gboolean ask = yf_terminal_is_input (terminal);
  int back = arguments->pain_back == YF_SESSION_NOT_GIVEN ? YF_PAIN_UNANSWERED : arguments->pain_back;
  int leg = arguments->pain_leg == YF_SESSION_NOT_GIVEN ? YF_PAIN_UNANSWERED : arguments->pain_leg;

  if (ask && arguments->pain_back == YF_SESSION_NOT_GIVEN &&
      !ask_pain (terminal, _("How much does your back hurt now, from 0 to 10? Enter to leave it open:"), &back))
    return FALSE;

  if (ask && arguments->pain_leg == YF_SESSION_NOT_GIVEN &&
      !ask_pain (terminal, _("How much does your leg hurt now, from 0 to 10? Enter to leave it open:"), &leg))
    return FALSE;

  yf_check_in_set_pain_back (check_in, back);
  yf_check_in_set_pain_leg (check_in, leg);

  if (!ask)
    return TRUE;

  return ask_moved (terminal, check_in) &&
         (arguments->flags != NULL || ask_flags (self, terminal, check_in));
}
