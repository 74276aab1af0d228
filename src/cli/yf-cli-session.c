/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yf-cli-session-private.h"
#include "yf-plan.h"
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
#define MAX_HOLD  3600.0    /* seconds; the ceilings are far below */

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

  if (arguments->hold != YF_SESSION_NO_HOLD && !(arguments->hold > 0 && arguments->hold <= MAX_HOLD))
    {
      yf_cli_complain (_("--hold needs a number of seconds above 0, at most %g."), MAX_HOLD);
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

/* Seconds as they are typed, to the millisecond. */
static gint64
get_length (double seconds)
{
  return seconds == YF_SESSION_NO_HOLD ? YF_PLAN_DEFAULT
                                       : (gint64) round (CLAMP (seconds, 0, MAX_HOLD) * 1000) * 1000;
}

static gboolean
add_item (GArray          *items,
          YfExercise      *exercise,
          const YfSessionArguments *arguments)
{
  YfRoutineItem item = { exercise, { 0, } };
  g_autoptr (GError) error = NULL;

  if (!yf_plan_dose (exercise,
                     arguments->sets == YF_SESSION_NOT_GIVEN ? YF_PLAN_DEFAULT : arguments->sets,
                     arguments->reps == YF_SESSION_NOT_GIVEN ? YF_PLAN_DEFAULT : arguments->reps,
                     get_length (arguments->hold), &item.dose, &error) ||
      !yf_plan_pace (exercise,
                     arguments->tempo == YF_SESSION_NOT_GIVEN ? YF_PLAN_DEFAULT : arguments->tempo,
                     get_length (arguments->rest), get_length (arguments->set_rest), &item.pace, &error))
    {
      yf_cli_complain ("%s", error->message);
      return FALSE;
    }

  g_array_append_val (items, item);
  return TRUE;
}

/* Lets the person choose by number. Nobody to ask, or just Enter: what today holds,
 * which is no exercise. FALSE: nobody answers. */
static gboolean
choose_exercise (YfCli       *self,
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

/* What was given as an option is answered; the rest is asked if there is
 * somebody to ask, and counts as no otherwise. */
static gboolean
answer_check_in (YfCli           *self,
                 YfTerminal      *terminal,
                 const YfSessionArguments *arguments,
                 YfCheckIn       *check_in)
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

/* What was not typed is as the programme says, and what was typed is no more than it
 * allows. */
static gboolean
follow_programme (YfCli                    *self,
                  GArray                   *items,
                  const YfSessionArguments *arguments)
{
  for (guint i = 0; i < items->len; i++)
    {
      YfRoutineItem *item = &g_array_index (items, YfRoutineItem, i);
      const YfProgrammeItem *told = NULL;
      g_autoptr (GError) error = NULL;

      if (self->programme != NULL)
        told = yf_programme_find_item (self->programme, yf_exercise_get_id (item->exercise));
      if (told == NULL)
        continue;

      if (arguments->sets == YF_SESSION_NOT_GIVEN)
        item->dose.sets = told->dose.sets;
      if (arguments->reps == YF_SESSION_NOT_GIVEN)
        item->dose.reps = told->dose.reps;
      if (arguments->hold == YF_SESSION_NO_HOLD)
        item->dose.hold = told->dose.hold;
      if (arguments->tempo == YF_SESSION_NOT_GIVEN)
        item->pace.tempo = told->pace.tempo;
      if (arguments->rest == YF_SESSION_NO_HOLD)
        item->pace.rep_rest = told->pace.rep_rest;
      if (arguments->set_rest == YF_SESSION_NO_HOLD)
        item->pace.set_rest = told->pace.set_rest;

      if (!yf_programme_check_dose (self->programme, item->exercise, &item->dose, &error))
        {
          yf_cli_complain ("%s", error->message);
          return FALSE;
        }
    }

  return TRUE;
}

/* Of what today holds, what was typed goes before, within the ceilings and what a
 * programme allows. */
static gboolean
change_items (YfCli                    *self,
              GArray                   *items,
              const YfSessionArguments *arguments)
{
  for (guint i = 0; i < items->len; i++)
    {
      YfRoutineItem *item = &g_array_index (items, YfRoutineItem, i);
      g_autoptr (GArray) typed = g_array_new (FALSE, TRUE, sizeof (YfRoutineItem));
      const YfRoutineItem *other;
      g_autoptr (GError) error = NULL;

      if (!add_item (typed, item->exercise, arguments))
        return FALSE;
      other = &g_array_index (typed, YfRoutineItem, 0);

      if (arguments->sets != YF_SESSION_NOT_GIVEN)
        item->dose.sets = other->dose.sets;
      if (arguments->reps != YF_SESSION_NOT_GIVEN)
        item->dose.reps = other->dose.reps;
      if (arguments->hold != YF_SESSION_NO_HOLD)
        item->dose.hold = other->dose.hold;
      if (arguments->tempo != YF_SESSION_NOT_GIVEN)
        item->pace.tempo = other->pace.tempo;
      if (arguments->rest != YF_SESSION_NO_HOLD)
        item->pace.rep_rest = other->pace.rep_rest;
      if (arguments->set_rest != YF_SESSION_NO_HOLD)
        item->pace.set_rest = other->pace.set_rest;

      if (self->programme != NULL &&
          !yf_programme_check_dose (self->programme, item->exercise, &item->dose, &error))
        {
          yf_cli_complain ("%s", error->message);
          return FALSE;
        }
    }

  return TRUE;
}

static YfExit
run (YfCli           *self,
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

      if (exercise == NULL || !add_item (items, exercise, arguments))
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

      if (!choose_exercise (self, terminal, &exercise))
        return YF_EXIT_FAILED;
      if (exercise != NULL && !add_item (items, exercise, arguments))
        return YF_EXIT_USAGE;
    }

  if (!follow_programme (self, items, arguments))
    return YF_EXIT_USAGE;

  if (!answer_check_in (self, terminal, arguments, check_in))
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
      if (!change_items (self, items, arguments))
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
