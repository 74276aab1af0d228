/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-session-run.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <signal.h>

#include "yf-cue-log.h"
#include "yf-desktop.h"
#include "yf-journal.h"
#include "yf-limits.h"
#include "yf-soundtrack.h"
#include "yf-system-clock.h"

/* How often the countdown on the terminal is looked at, in milliseconds. It
 * shows whole seconds. */
#define STATUS_INTERVAL 100

typedef struct
{
  YfTerminal   *terminal;
  YfPlayer     *player;
  YfJournal    *journal;
  YfSoundtrack *soundtrack;
  YfDesktop    *desktop;
  YfStore      *store;         /* borrowed */
  YfProgramme  *programme;     /* borrowed, or NULL */
  YfSpeechLevel speech;
  gboolean      sound_done;
  gboolean      voice_done;
} Run;

static void
run_clear (Run *run)
{
  g_clear_object (&run->desktop);
  g_clear_object (&run->soundtrack);
  g_clear_object (&run->journal);
  g_clear_object (&run->player);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static char *
describe (Run *run)
{
  const YfSegment *segment = yf_player_get_segment (run->player);
  YfTimeline *timeline = yf_player_get_timeline (run->player);
  const YfRoutineItem *item = yf_routine_get_item (yf_timeline_get_routine (timeline), segment->item);
  gint64 left = segment->start + segment->length - yf_player_get_position (run->player);
  const char *what = yf_segment_get_name (segment);
  int seconds = (int) ceil ((double) left / YF_SECOND);

  if (yf_player_get_state (run->player) == YF_PLAYER_PAUSED)
    what = _("Paused");
  else if (yf_player_get_state (run->player) == YF_PLAYER_WAITING)
    what = _("Press Enter when you are done");

  if (segment->set == 0)
    /* Translators: an exercise; what to do; seconds left */
    return g_strdup_printf (_("%s · %s · %d s"), yf_exercise_get_name (segment->exercise), what, seconds);

  /* Translators: set and number of sets; repetition and number of
   * repetitions; what to do; seconds left */
  return g_strdup_printf (_("Set %d of %d · repetition %d of %d · %s · %d s"),
                          segment->set, item->dose.sets, segment->rep, item->dose.reps, what, seconds);
}

static gboolean
status_cb (gpointer user_data)
{
  Run *run = user_data;
  g_autofree char *status = NULL;

  if (!yf_player_is_live (run->player))
    return G_SOURCE_CONTINUE;

  status = describe (run);
  yf_terminal_show_status (run->terminal, status);

  return G_SOURCE_CONTINUE;
}

/* One repetition or second more or less, from the next repetition on. */
static void
adjust (Run *run,
        int  reps,
        int  seconds)
{
  guint index = yf_player_get_segment (run->player)->item;
  YfTimeline *timeline = yf_player_get_timeline (run->player);
  const YfRoutineItem *item = yf_routine_get_item (yf_timeline_get_routine (timeline), index);
  YfExercise *exercise = item->exercise;
  YfDose dose = item->dose;
  const YfPace pace = item->pace;
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;

  if (!yf_player_is_live (run->player))
    return;

  dose.reps += reps;
  dose.hold += seconds * YF_SECOND;
  if (!yf_player_adjust (run->player, index, &dose, &pace, &error))
    {
      yf_terminal_print (run->terminal, error->message);
      return;
    }

  now = yf_dose_to_string (&dose);
  /* Translators: an exercise; a dose such as “3 sets × 15, hold 5 s” */
  text = g_strdup_printf (_("%s from the next repetition on: %s"), yf_exercise_get_name (exercise), now);
  yf_terminal_print (run->terminal, text);
}

static void
key_cb (Run        *run,
        guint       key,
        YfTerminal *terminal)
{
  switch (key)
    {
    case ' ':
      if (!yf_player_pause (run->player))
        yf_player_resume (run->player);
      break;
    case 'h':
    case 'H':
      yf_player_hurt (run->player);
      break;
    case 'n':
    case 'N':
      yf_player_next (run->player);
      break;
    case 'q':
    case 'Q':
      yf_player_stop (run->player);
      break;
    case '+':
    case '=':
      adjust (run, 1, 0);
      break;
    case '-':
      adjust (run, -1, 0);
      break;
    case '>':
      adjust (run, 0, 1);
      break;
    case '<':
      adjust (run, 0, -1);
      break;
    case '\r':
    case '\n':
      yf_player_tap (run->player);
      break;
    default:
      return;
    }

  status_cb (run);
}

static void
stored_cb (Run                *run,
           const YfRepetition *rep,
           YfJournal          *journal)
{
  YfTimeline *timeline = yf_player_get_timeline (run->player);
  const YfRoutineItem *item = yf_routine_get_item (yf_timeline_get_routine (timeline), rep->item);
  g_autofree char *text = NULL;

  /* Translators: an exercise; the number of a set; a repetition and the number
   * of repetitions in the set */
  text = g_strdup_printf (_("%s, set %d: %d of %d"), yf_exercise_get_name (item->exercise),
                          rep->set, rep->rep, item->dose.reps);
  yf_terminal_print (run->terminal, text);
}

static void
trouble_cb (Run          *run,
            const GError *error,
            YfJournal    *journal)
{
  yf_terminal_show_status (run->terminal, NULL);
  yf_cli_complain ("%s", error->message);
}

static void
lost_cb (Run          *run,
         const char   *message,
         YfSoundtrack *soundtrack)
{
  yf_terminal_show_status (run->terminal, NULL);
  yf_cli_complain ("%s", message);
}

static void
restored_cb (Run          *run,
             YfSoundtrack *soundtrack)
{
  yf_terminal_print (run->terminal, _("The sound is back."));
}

static void
moved_cb (Run          *run,
          YfSoundtrack *soundtrack)
{
  if (yf_player_pause (run->player))
    yf_terminal_print (run->terminal,
                       _("Paused, because the sound comes out somewhere else now. Go on when you are ready."));
}

static void
voice_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Run *run = user_data;
  YfRoutine *routine = yf_timeline_get_routine (yf_player_get_timeline (run->player));
  g_autoptr (GError) error = NULL;
  g_autoptr (YfVoice) voice = yf_voice_load_finish (result, &error);
  g_autoptr (GPtrArray) sessions = NULL;
  g_autofree YfSpeechLevel *levels = NULL;

  run->voice_done = TRUE;
  if (voice == NULL)
    {
      /* The tones say when; a session does not need words. */
      g_debug ("Nobody speaks: %s", error->message);
      return;
    }

  for (const char * const *problem = yf_voice_get_problems (voice); problem != NULL && *problem != NULL; problem++)
    yf_cli_complain ("%s", *problem);

  /* Who cannot be known is told everything. */
  sessions = yf_store_dup_sessions (run->store, YF_DAY_NONE, YF_DAY_NONE, NULL);
  levels = g_new0 (YfSpeechLevel, yf_routine_get_n_items (routine));
  for (guint i = 0; i < yf_routine_get_n_items (routine); i++)
    {
      YfExercise *exercise = yf_routine_get_item (routine, i)->exercise;

      levels[i] = yf_speech_level_for (run->speech,
                                       yf_session_record_count_with (sessions, yf_exercise_get_id (exercise)));
    }
  yf_soundtrack_set_voice (run->soundtrack, voice, levels);
}

static void
interrupted_cb (Run            *run,
                YfInterruption  interruption,
                YfDesktop      *desktop)
{
  yf_player_pause (run->player);
}

static void
quit_cb (Run       *run,
         YfDesktop *desktop)
{
  yf_player_stop (run->player);
}

static void
volume_cb (Run        *run,
           GParamSpec *pspec,
           YfDesktop  *desktop)
{
  if (run->soundtrack == NULL)
    return;

  for (YfMixerPart part = 0; part < YF_N_MIXER_PARTS; part++)
    yf_soundtrack_set_volume (run->soundtrack, part, yf_desktop_get_volume (desktop));
}

/* The keys of headsets and keyboards reach the session as well. */
static void
join_desktop (Run *run)
{
  run->desktop = yf_desktop_new ();
  g_signal_connect_swapped (run->desktop, "interrupted", G_CALLBACK (interrupted_cb), run);
  g_signal_connect_swapped (run->desktop, "quit", G_CALLBACK (quit_cb), run);
  g_signal_connect_swapped (run->desktop, "notify::volume", G_CALLBACK (volume_cb), run);
  yf_desktop_set_player (run->desktop, run->player);
}

static void
sound_done_cb (Run          *run,
               YfSoundtrack *soundtrack)
{
  run->sound_done = TRUE;
  g_main_context_wakeup (NULL);
}

static void
ready_cb (Run          *run,
          YfSoundtrack *soundtrack)
{
  yf_player_start (run->player);
}

/* A polite end of the program is the end of the session. */
static gboolean
signal_cb (gpointer user_data)
{
  Run *run = user_data;

  yf_player_stop (run->player);
  yf_terminal_interrupt (run->terminal);

  return G_SOURCE_CONTINUE;
}

/* Whether something else than what hurts was to come. */
static gboolean
has_more (Run *run)
{
  YfRoutine *routine = yf_timeline_get_routine (yf_player_get_timeline (run->player));
  guint hurt = yf_player_get_segment (run->player)->item;
  const char *off = yf_exercise_get_id (yf_routine_get_item (routine, hurt)->exercise);

  for (guint i = hurt + 1; i < yf_routine_get_n_items (routine); i++)
    if (!g_str_equal (yf_exercise_get_id (yf_routine_get_item (routine, i)->exercise), off))
      return TRUE;

  return FALSE;
}

/* What the traffic light says of pain in the middle of an exercise: clinical.md section
 * 6. Of the rest it speaks only where there is one. */
static void
print_light (Run *run,
             int  pain)
{
  YfDay day = yf_day_today ();
  g_autofree char *text = yf_programme_dup_light_text (run->programme, day, pain);

  if (text != NULL &&
      (yf_programme_get_light (run->programme, day, pain) == YF_PAIN_LIGHT_STOP || has_more (run)))
    yf_terminal_print (run->terminal, text);
}

static void
ask_where_it_hurts (Run *run)
{
  static const char * const sites[] = { "back", "leg", "elsewhere" };
  g_autofree char *pain_text = NULL;
  g_autofree char *site_text = NULL;
  const char *site = NULL;
  gint64 pain = YF_PAIN_UNANSWERED;
  gint64 number;

  yf_terminal_print (run->terminal, _("Stopped. This exercise is off for today. Rest, and get up slowly by way of your side."));

  pain_text = yf_terminal_ask (run->terminal, _("How much does it hurt, from 0 to 10? Enter to leave it open:"));
  if (pain_text == NULL || !g_ascii_string_to_signed (pain_text, 10, 0, YF_PAIN_MAX, &pain, NULL))
    pain = YF_PAIN_UNANSWERED;

  site_text = yf_terminal_ask (run->terminal, _("Where? 1 back, 2 leg, 3 elsewhere; Enter to leave it open:"));
  if (site_text != NULL)
    {
      if (g_ascii_string_to_signed (site_text, 10, 1, G_N_ELEMENTS (sites), &number, NULL))
        site = sites[number - 1];
      for (gsize i = 0; i < G_N_ELEMENTS (sites); i++)
        {
          if (g_ascii_strcasecmp (site_text, sites[i]) == 0)
            site = sites[i];
        }
    }

  if (pain != YF_PAIN_UNANSWERED || site != NULL)
    yf_journal_answer_stop (run->journal, (int) pain, site);
  print_light (run, (int) pain);
}

static void
print_end (Run *run)
{
  YfTimeline *timeline = yf_player_get_timeline (run->player);
  int reps = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < yf_routine_get_n_items (yf_timeline_get_routine (timeline)); i++)
    reps += yf_player_count_reps (run->player, i);

  text = g_strdup_printf (ngettext ("%s: %d repetition in the log.", "%s: %d repetitions in the log.", reps),
                          yf_record_state_get_name (yf_player_get_record_state (run->player)), reps);
  yf_terminal_print (run->terminal, text);
}

static void
start_sound (Run *run)
{
  run->sound_done = FALSE;
  run->soundtrack = yf_soundtrack_new (run->player);
  g_signal_connect_swapped (run->soundtrack, "ready", G_CALLBACK (ready_cb), run);
  g_signal_connect_swapped (run->soundtrack, "lost", G_CALLBACK (lost_cb), run);
  g_signal_connect_swapped (run->soundtrack, "moved", G_CALLBACK (moved_cb), run);
  g_signal_connect_swapped (run->soundtrack, "restored", G_CALLBACK (restored_cb), run);
  g_signal_connect_swapped (run->soundtrack, "done", G_CALLBACK (sound_done_cb), run);
  if (run->speech != YF_SPEECH_OFF)
    {
      const char *language = yf_voice_guess_language ();
      g_autofree char *folder = yf_voice_dup_own_folder (yf_store_get_directory (run->store), language);

      run->voice_done = FALSE;
      yf_voice_load_async (language, folder, yf_player_get_timeline (run->player), NULL, voice_cb, run);
    }
  yf_soundtrack_start (run->soundtrack);
}

/* Runs until the session has ended, its last sound has sounded, and all of it
 * is in the log. */
static void
run_to_end (Run *run)
{
  guint status = g_timeout_add (STATUS_INTERVAL, status_cb, run);

  while (!yf_player_has_ended (run->player))
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (status);
  yf_terminal_show_status (run->terminal, NULL);

  if (run->soundtrack != NULL)
    yf_soundtrack_finish (run->soundtrack);

  if (yf_player_get_state (run->player) == YF_PLAYER_HURT && yf_terminal_is_input (run->terminal))
    ask_where_it_hurts (run);

  while (!yf_journal_get_settled (run->journal) || !run->sound_done || !run->voice_done)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * yf_session_run:
 * @store: where to write it
 * @terminal: where to show it
 * @options: what to do
 *
 * Runs a session from its start, or from where it was left, to its end.
 *
 * Returns: %YF_EXIT_DONE, or %YF_EXIT_FAILED if it could not begin or not all
 *   of it is in the log
 */
YfExit
yf_session_run (YfStore                *store,
                YfTerminal             *terminal,
                const YfSessionOptions *options)
{
  static const int stops[] = { SIGINT, SIGTERM, SIGHUP };
  g_autoptr (YfCueSheet) cue_sheet = yf_cue_sheet_new (options->timeline);
  g_autoptr (YfCueLog) cue_log = NULL;
  g_autoptr (GAsyncResult) begun = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (Run) run = { .terminal = terminal, .sound_done = TRUE, .voice_done = TRUE, .store = store, .speech = options->speech,
                     .programme = options->programme };
  guint sources[G_N_ELEMENTS (stops)];
  YfExit exit_status = YF_EXIT_DONE;

  run.player = options->resumes != NULL
    ? yf_player_new_resumed (cue_sheet, options->clock, options->resumes)
    : yf_player_new (cue_sheet, options->clock);
  run.journal = yf_journal_new (store, run.player, options->check_in);

  if (options->cue_log != NULL &&
      (cue_log = yf_cue_log_new (options->cue_log, run.player, run.journal, &error)) == NULL)
    return yf_cli_fail (error);

  yf_journal_begin_async (run.journal, NULL, yf_cli_result_cb, &begun);
  if (!yf_journal_begin_finish (run.journal, yf_cli_await (&begun), &error))
    return yf_cli_fail (error);

  g_signal_connect_swapped (run.journal, "stored", G_CALLBACK (stored_cb), &run);
  g_signal_connect_swapped (run.journal, "trouble", G_CALLBACK (trouble_cb), &run);
  g_signal_connect_swapped (terminal, "key", G_CALLBACK (key_cb), &run);

  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    sources[i] = g_unix_signal_add (stops[i], signal_cb, &run);

  if (yf_terminal_is_input (terminal))
    {
      yf_terminal_print (terminal, _("Space: pause · n: next · h: it hurts · q: stop and save"));
      yf_terminal_print (terminal, _("+ and -: one repetition more or less · < and >: hold shorter or longer"));
    }
  yf_terminal_set_keys (terminal, TRUE);

  /* Not before: what it takes to begin would be scaled as well. */
  if (options->speed != 1)
    yf_system_clock_set_speed (YF_SYSTEM_CLOCK (options->clock), options->speed);

  if (options->speed == 1)
    join_desktop (&run);
  if (options->sound)
    start_sound (&run);
  else
    yf_player_start (run.player);

  run_to_end (&run);

  yf_terminal_set_keys (terminal, FALSE);
  g_signal_handlers_disconnect_by_data (terminal, &run);
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    g_source_remove (sources[i]);

  print_end (&run);

  if (yf_journal_get_n_lost (run.journal) > 0)
    {
      yf_cli_complain (ngettext ("%u fact about this session could not be written to the log.",
                                 "%u facts about this session could not be written to the log.",
                                 yf_journal_get_n_lost (run.journal)),
                       yf_journal_get_n_lost (run.journal));
      exit_status = YF_EXIT_FAILED;
    }

  if (cue_log != NULL && !yf_cue_log_close (cue_log, &error))
    exit_status = yf_cli_fail (error);

  return exit_status;
}
