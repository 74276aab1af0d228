/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-session-private.h"

#include <glib/gi18n-lib.h>

#include "yf-resumption.h"

/* Going on with a session that was cut, or that the person left. */

static int
count_planned (YfTimeline *timeline)
{
  int count = 0;

  for (guint i = 0; i < yf_timeline_get_n_segments (timeline); i++)
    count += yf_timeline_get_segment (timeline, i)->ends_rep;

  return count;
}

/* Says what there is to go on with. */
static void
tell (YfTerminal      *terminal,
      YfSessionRecord *record,
      YfTimeline      *timeline)
{
  const YfSegment *next = yf_timeline_get_segment (timeline, yf_timeline_get_first (timeline));
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (record->started / YF_SECOND + record->utc_offset);
  g_autofree char *clock = g_date_time_format (moment, "%H:%M");
  int planned = count_planned (timeline);
  g_autofree char *text = NULL;

  /* Translators: a time such as 19:05; a number of repetitions, and how many there
   * are in all, which decides the plural; an exercise */
  text = g_strdup_printf (ngettext ("The session of %s is not finished: %d of %d repetition is done. Next comes: %s.",
                                    "The session of %s is not finished: %d of %d repetitions are done. Next comes: %s.",
                                    planned),
                          clock, yf_session_record_count_reps (record), planned,
                          yf_exercise_get_name (next->exercise));
  yf_terminal_print (terminal, text);
}

static gboolean
is_one_of (const char *answer,
           const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, ",", -1);
  g_autofree char *small = g_utf8_strdown (answer, -1);

  return g_strv_contains ((const char * const *) list, small);
}

/* Asks until the answer is yes, which just Enter is too, or no. FALSE in @answered:
 * nobody answers. */
static gboolean
ask_yes_or_no (YfTerminal *terminal,
               const char *question,
               gboolean   *answered)
{
  *answered = TRUE;
  while (TRUE)
    {
      g_autofree char *answer = yf_terminal_ask (terminal, question);

      if (answer == NULL)
        {
          *answered = FALSE;
          return FALSE;
        }

      if (*answer == '\0')
        return TRUE;

      /* Translators: what the person may type for yes, in small letters, several
       * words separated by commas */
      if (is_one_of (answer, C_("answer", "y,yes,1")))
        return TRUE;

      /* Translators: what the person may type for no, likewise */
      if (is_one_of (answer, C_("answer", "n,no,2")))
        return FALSE;
    }
}

/* What was answered before the session, with what is given now: an answer that is
 * given again replaces the old one, and a sign that was there is still there. */
static YfCheckIn *
merge_answers (YfSessionRecord          *record,
               const YfSessionArguments *arguments,
               const YfCheckIn          *given)
{
  YfCheckIn *check_in = record->check_in != NULL ? yf_check_in_copy (record->check_in) : yf_check_in_new ();

  if (arguments->pain_back != YF_SESSION_NOT_GIVEN)
    yf_check_in_set_pain_back (check_in, arguments->pain_back);
  if (arguments->pain_leg != YF_SESSION_NOT_GIVEN)
    yf_check_in_set_pain_leg (check_in, arguments->pain_leg);
  for (guint i = 0; i < yf_check_in_get_n_flags (given); i++)
    {
      const YfSign *sign = yf_check_in_get_flag (given, i);

      yf_check_in_set_flag (check_in, sign->flag, TRUE, sign->days);
    }

  return check_in;
}

static YfExit
go_on (YfCli                    *self,
       YfStore                  *store,
       YfTerminal               *terminal,
       const YfSessionArguments *arguments,
       const YfCheckIn          *given,
       YfSessionRecord          *record,
       YfTimeline               *timeline)
{
  g_autoptr (YfCheckIn) check_in = merge_answers (record, arguments, given);
  g_autoptr (GError) error = NULL;
  g_autoptr (YfProfile) profile = yf_store_dup_profile (store, &error);
  g_autoptr (YfCheckIn) known = NULL;
  guint first = yf_timeline_get_segment (timeline, yf_timeline_get_first (timeline))->item;
  gboolean answered;

  known = profile != NULL ? yf_store_dup_known (store, yf_day_today (), &error) : NULL;
  if (known == NULL)
    return yf_cli_fail (error);
  yf_check_in_adopt_log (check_in, known);

  /* It was allowed before it began, and may not be any more. */
  if (!yf_cli_session_judge (self, profile, check_in, yf_timeline_get_routine (timeline), first))
    return yf_cli_session_refuse (store, check_in);

  answered = arguments->pain_back != YF_SESSION_NOT_GIVEN || arguments->pain_leg != YF_SESSION_NOT_GIVEN ||
             yf_check_in_get_n_flags (given) > 0;
  if (answered && !yf_cli_session_keep_check_in (store, check_in, &error))
    return yf_cli_fail (error);

  return yf_cli_session_play (self, store, terminal, arguments, timeline, check_in, record);
}

/*
 * yf_cli_session_resume:
 * @given: the answers that were typed as options
 * @exit_status: (out): how it ended, if it was gone on with or was to be
 *
 * Goes on with the last session if that is asked for, or offers it to a person at
 * a terminal who has not asked for anything else.
 *
 * Returns: whether that was all; otherwise a new session is to begin
 */
gboolean
yf_cli_session_resume (YfCli                    *self,
                       YfStore                  *store,
                       YfTerminal               *terminal,
                       const YfSessionArguments *arguments,
                       const YfCheckIn          *given,
                       YfExit                   *exit_status)
{
  YfCounting counting = arguments->tap ? YF_COUNTING_TAP : YF_COUNTING_PACE;
  g_autoptr (YfSessionRecord) record = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (GError) error = NULL;
  gboolean answered = TRUE;

  if (!arguments->resume &&
      (!yf_terminal_is_input (terminal) || arguments->exercises != NULL))
    return FALSE;

  *exit_status = YF_EXIT_FAILED;
  record = yf_store_dup_resumable (store, g_get_real_time (), &error);
  if (error != NULL)
    {
      *exit_status = yf_cli_fail (error);
      return TRUE;
    }

  if (record != NULL)
    timeline = yf_session_record_dup_timeline (record, self->catalogue, counting);

  if (timeline == NULL)
    {
      if (arguments->resume)
        yf_cli_complain ("%s", _("There is no session to go on with: none was left in the last hour with something still to do. Start a new one."));
      return arguments->resume;
    }

  tell (terminal, record, timeline);
  if (!arguments->resume && !ask_yes_or_no (terminal, _("Go on with it? Enter for yes, n for a new session:"), &answered))
    return !answered;

  *exit_status = go_on (self, store, terminal, arguments, given, record, timeline);

  return TRUE;
}
