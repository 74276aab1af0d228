/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-session-private.h"

#include <glib/gi18n-lib.h>

#include "yf-system-clock.h"

static void
arguments_clear (YfSessionArguments *arguments)
{
  g_strfreev (arguments->exercises);
  g_strfreev (arguments->flags);
  g_free (arguments->cue_log);
  g_free (arguments->speech);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YfSessionArguments, arguments_clear)

#define MIN_SPEED 0.01
#define MAX_SPEED 100000.0

static YfSpeechLevel
get_speech (const YfSessionArguments *arguments)
{
  YfSpeechLevel level = YF_SPEECH_AUTO;

  if (arguments->speech != NULL)
    yf_speech_level_from_id (arguments->speech, &level);

  return level;
}

static gboolean
check_arguments (const YfSessionArguments *arguments)
{
  YfSpeechLevel level;

  if (!(arguments->speed >= MIN_SPEED && arguments->speed <= MAX_SPEED))
    {
      yf_cli_complain (_("--speed needs a number from %g to %g."), MIN_SPEED, MAX_SPEED);
      return FALSE;
    }

  if (arguments->resume &&
      (arguments->exercises != NULL || arguments->sets != YF_SESSION_NOT_GIVEN ||
       arguments->reps != YF_SESSION_NOT_GIVEN || arguments->hold != YF_SESSION_NO_HOLD ||
       arguments->tempo != YF_SESSION_NOT_GIVEN || arguments->rest != YF_SESSION_NO_HOLD ||
       arguments->set_rest != YF_SESSION_NO_HOLD))
    {
      yf_cli_complain ("%s", _("--resume goes on with the session as it is. Leave out the exercises, their dose and their pace."));
      return FALSE;
    }

  if ((arguments->sets != YF_SESSION_NOT_GIVEN && arguments->sets < 1) ||
      (arguments->reps != YF_SESSION_NOT_GIVEN && arguments->reps < 1))
    {
      yf_cli_complain ("%s", _("--sets and --reps need a whole number, 1 or more."));
      return FALSE;
    }

  if (arguments->hold != YF_SESSION_NO_HOLD && !(arguments->hold > 0 && arguments->hold <= YF_SESSION_MAX_HOLD))
    {
      yf_cli_complain (_("--hold needs a number of seconds above 0, at most %g."), YF_SESSION_MAX_HOLD);
      return FALSE;
    }

  if ((arguments->rest != YF_SESSION_NO_HOLD && !(arguments->rest > 0)) ||
      (arguments->set_rest != YF_SESSION_NO_HOLD && !(arguments->set_rest > 0)))
    {
      yf_cli_complain ("%s", _("--rest and --set-rest need a number of seconds above 0."));
      return FALSE;
    }

  if (arguments->speech != NULL && !yf_speech_level_from_id (arguments->speech, &level))
    {
      /* Translators: what was typed after --speech */
      yf_cli_complain (_("--speech cannot be “%s”. It is auto, full, short, counts or off."), arguments->speech);
      return FALSE;
    }

  if (arguments->tempo != YF_SESSION_NOT_GIVEN && arguments->tempo < 1)
    {
      yf_cli_complain ("%s", _("--tempo needs a whole number of percent."));
      return FALSE;
    }

  if ((arguments->pain_back != YF_SESSION_NOT_GIVEN && (arguments->pain_back < 0 || arguments->pain_back > YF_PAIN_MAX)) ||
      (arguments->pain_leg != YF_SESSION_NOT_GIVEN && (arguments->pain_leg < 0 || arguments->pain_leg > YF_PAIN_MAX)))
    {
      yf_cli_complain ("%s", _("--pain-back and --pain-leg need a whole number from 0 to 10."));
      return FALSE;
    }

  return TRUE;
}

/* Judges every exercise from @first on, tells the person, and says whether all may
 * be done. */
gboolean
yf_cli_session_judge (YfCli           *self,
                      const YfProfile *profile,
                      const YfCheckIn *check_in,
                      YfRoutine       *routine,
                      guint            first)
{
  gboolean permitted = TRUE;

  for (guint i = first; i < yf_routine_get_n_items (routine); i++)
    {
      YfExercise *exercise = yf_routine_get_item (routine, i)->exercise;
      g_autoptr (YfJudgement) judgement = NULL;

      judgement = yf_programme_judge (self->programme, self->rules, profile, check_in, exercise, yf_day_today (),
                                      YF_MINUTE_UNKNOWN);
      if (yf_judgement_get_reasons (judgement)->len > 0)
        yf_cli_print_judgement (judgement, exercise);

      permitted &= yf_judgement_permits (judgement);
    }

  return permitted;
}

/* Writes answers down that belong to no session of their own. */
gboolean
yf_cli_session_keep_check_in (YfStore          *store,
                              const YfCheckIn  *check_in,
                              GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  yf_store_add_check_in_async (store, check_in, g_get_real_time (), NULL, yf_cli_result_cb, &result);

  return yf_store_write_finish (store, yf_cli_await (&result), error);
}

YfExit
yf_cli_session_refuse (YfStore         *store,
                       const YfCheckIn *check_in)
{
  g_autoptr (GError) error = NULL;

  if (!yf_cli_session_keep_check_in (store, check_in, &error))
    yf_cli_fail (error);

  return YF_EXIT_NOT_TODAY;
}

/* Plays it from start to end, and writes down what the plan makes of it. */
YfExit
yf_cli_session_play (YfCli                    *self,
                     YfStore                  *store,
                     YfTerminal               *terminal,
                     const YfSessionArguments *arguments,
                     YfTimeline               *timeline,
                     YfCheckIn                *check_in,
                     YfSessionRecord          *resumes)
{
  g_autoptr (YfClock) clock = yf_system_clock_new ();
  const YfSessionOptions options = {
    .timeline = timeline,
    .resumes = resumes,
    .check_in = check_in,
    .programme = self->programme,
    .clock = clock,
    .speed = arguments->speed,
    .sound = !arguments->no_sound && arguments->speed == 1.0,
    .speech = get_speech (arguments),
    .cue_log = arguments->cue_log,
  };
  YfExit exit_status;

  exit_status = yf_session_run (store, terminal, &options);
  yf_cli_session_note (self, store);

  return exit_status;
}

static YfExit
run (YfCli                    *self,
     const YfSessionArguments *arguments)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (YfRoutineItem));
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfTerminal) terminal = yf_terminal_new ();
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (YfCheckIn) known = NULL;
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;
  YfExit exit_status;

  for (char **id = arguments->exercises; id != NULL && *id != NULL; id++)
    {
      YfExercise *exercise = yf_cli_find_exercise (self, *id);

      if (exercise == NULL || !yf_cli_session_add_item (items, exercise, arguments))
        return YF_EXIT_USAGE;
    }

  if (!yf_cli_parse_flags (self, arguments->flags, check_in))
    return YF_EXIT_USAGE;

  if (!yf_cli_open_store (self, TRUE, &store, &error))
    return yf_cli_fail (error);

  if (yf_store_get_read_only (store))
    {
      /* Translators: a folder */
      yf_cli_complain (_("“%s” cannot be written, so nothing of a session would be kept. Make it writable, or choose another with --data-dir."),
                       self->data_dir);
      return YF_EXIT_FAILED;
    }

  if (!yf_cli_load_programme (self, store, yf_day_today (), &error))
    return yf_cli_fail (error);

  if (yf_cli_session_resume (self, store, terminal, arguments, check_in, &exit_status))
    return exit_status;

  if (items->len == 0)
    {
      YfExercise *exercise;

      if (!yf_cli_session_choose (self, terminal, &exercise))
        return YF_EXIT_FAILED;
      if (exercise != NULL && !yf_cli_session_add_item (items, exercise, arguments))
        return YF_EXIT_USAGE;
    }

  if (!yf_cli_session_follow (self, items, arguments))
    return YF_EXIT_USAGE;

  if (!yf_cli_session_ask (self, terminal, arguments, check_in))
    return YF_EXIT_FAILED;

  profile = yf_store_dup_profile (store, &error);
  known = profile != NULL ? yf_store_dup_known (store, yf_day_today (), &error) : NULL;
  if (known == NULL)
    return yf_cli_fail (error);
  yf_check_in_adopt_log (check_in, known);

  if (items->len == 0)
    {
      if (!yf_cli_session_plan (self, store, profile, check_in, items, &error))
        return yf_cli_fail (error);
      if (items->len == 0)
        return yf_cli_session_refuse (store, check_in);
      if (!yf_cli_session_change (self, items, arguments))
        return YF_EXIT_USAGE;
    }

  routine = yf_routine_new ((const YfRoutineItem *) (gpointer) items->data, items->len);
  if (!yf_cli_session_judge (self, profile, check_in, routine, 0))
    return yf_cli_session_refuse (store, check_in);

  timeline = yf_timeline_new (routine, arguments->tap ? YF_COUNTING_TAP : YF_COUNTING_PACE);

  return yf_cli_session_play (self, store, terminal, arguments, timeline, check_in, NULL);
}

YfExit
yf_cli_session (YfCli  *self,
                int     argc,
                char  **argv)
{
  g_auto (YfSessionArguments) arguments = {
    .sets = YF_SESSION_NOT_GIVEN,
    .reps = YF_SESSION_NOT_GIVEN,
    .hold = YF_SESSION_NO_HOLD,
    .tempo = YF_SESSION_NOT_GIVEN,
    .rest = YF_SESSION_NO_HOLD,
    .set_rest = YF_SESSION_NO_HOLD,
    .speed = 1,
    .pain_back = YF_SESSION_NOT_GIVEN,
    .pain_leg = YF_SESSION_NOT_GIVEN,
  };
  const GOptionEntry entries[] = {
    { "exercise", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.exercises, N_("An exercise to do; may be given several times"), N_("ID") },
    { "resume", 0, 0, G_OPTION_ARG_NONE, &arguments.resume, N_("Go on with a session that was left less than an hour ago"), NULL },
    { "sets", 0, 0, G_OPTION_ARG_INT, &arguments.sets, N_("Do N sets of each"), N_("N") },
    { "reps", 0, 0, G_OPTION_ARG_INT, &arguments.reps, N_("Do N repetitions in a set"), N_("N") },
    { "hold", 0, 0, G_OPTION_ARG_DOUBLE, &arguments.hold, N_("Hold for S seconds"), N_("S") },
    { "tempo", 0, 0, G_OPTION_ARG_INT, &arguments.tempo, N_("Raise and lower in so many percent of the usual time, 100 to 200"), N_("PERCENT") },
    { "rest", 0, 0, G_OPTION_ARG_DOUBLE, &arguments.rest, N_("Rest for S seconds between repetitions"), N_("S") },
    { "set-rest", 0, 0, G_OPTION_ARG_DOUBLE, &arguments.set_rest, N_("Rest for S seconds between sets"), N_("S") },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &arguments.speed, N_("Run X times as fast; silent unless 1"), N_("X") },
    { "speech", 0, 0, G_OPTION_ARG_STRING, &arguments.speech, N_("How much is said: auto, full, short, counts or off"), N_("LEVEL") },
    { "no-sound", 0, 0, G_OPTION_ARG_NONE, &arguments.no_sound, N_("Play no sound"), NULL },
    { "tap", 0, 0, G_OPTION_ARG_NONE, &arguments.tap, N_("Wait for Enter at the end of every repetition"), NULL },
    { "cue-log", 0, 0, G_OPTION_ARG_FILENAME, &arguments.cue_log, N_("Write every cue to FILE when it is due"), N_("FILE") },
    { "flag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &arguments.flags, N_("A red flag that is there, and for how many days"), N_("ID[=DAYS]") },
    { "pain-back", 0, 0, G_OPTION_ARG_INT, &arguments.pain_back, N_("Back pain now, 0 to 10"), N_("N") },
    { "pain-leg", 0, 0, G_OPTION_ARG_INT, &arguments.pain_leg, N_("Leg pain now, 0 to 10"), N_("N") },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, NULL,
                     _("Keys: Space pauses and goes on, n goes to what comes next, h is “it hurts”,\n"
                       "q stops and saves; + and - do one repetition more or less in a set, < and >\n"
                       "hold for a second less or more. What is not answered counts as no. A session\n"
                       "that was left less than an hour ago can be gone on with."),
                     &argc, &argv) ||
      !yf_cli_no_arguments (argc, argv) ||
      !check_arguments (&arguments))
    return YF_EXIT_USAGE;

  return run (self, &arguments);
}
