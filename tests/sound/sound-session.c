/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-catalogue.h"
#include "yf-soundtrack.h"
#include "yf-system-clock.h"
#include "yf-tone.h"

#include <locale.h>
#include <stdio.h>

/*
 * A session with its sound and nothing else, for test_stream.py. Says on
 * standard output, in microseconds of the monotonic clock, what happens:
 *
 *     due TIME CUE     an audible cue was due
 *     did TIME WHAT    something from the command line was done
 *     ready TIME       the stream is ready, and the player starts
 *     start TIME
 *     said TIME CLIP   what is to be said, if nothing comes between; before the start
 *     lost TIME TEXT
 *     restored TIME
 *     moved TIME
 *     ended TIME STATE
 *     done TIME
 *     gap LENGTH       the longest the main loop was kept waiting
 */

typedef struct
{
  GMainLoop    *loop;
  YfPlayer     *player;
  YfSoundtrack *soundtrack;
  YfVoice      *voice;     /* or NULL */
  gint64        start;
  gint64        last_beat;
  gint64        gap;
  guint         from;      /* the first cue that is not left out */
} Session;

typedef struct
{
  Session    *session;
  const char *what;
} Deed;

static int sets = 1;
static int reps = 1;
static double hold = 1;
static char *exercise_id;
static char *dump;
static char **deeds;
static gboolean tap;
static char *also_id;
static char *voice_language;
static YfSpeechLevel *levels;

static GOptionEntry entries[] = {
  { "exercise", 0, 0, G_OPTION_ARG_STRING, &exercise_id, "Exercise", "ID" },
  { "sets", 0, 0, G_OPTION_ARG_INT, &sets, "Sets", "N" },
  { "reps", 0, 0, G_OPTION_ARG_INT, &reps, "Repetitions", "N" },
  { "hold", 0, 0, G_OPTION_ARG_DOUBLE, &hold, "Length of a hold", "SECONDS" },
  { "also", 0, 0, G_OPTION_ARG_STRING, &also_id, "Another exercise", "ID" },
  { "voice", 0, 0, G_OPTION_ARG_STRING, &voice_language, "Who speaks", "LANGUAGE" },
  { "tap", 0, 0, G_OPTION_ARG_NONE, &tap, "Count by tap", NULL },
  { "dump", 0, 0, G_OPTION_ARG_FILENAME, &dump, "Write every tone as raw floats", "DIR" },
  { "do", 0, 0, G_OPTION_ARG_STRING_ARRAY, &deeds, "Pause, resume, tap, next, stop, hurt, mute, unmute", "SECONDS:WHAT" },
  { NULL }
};

static void
say (const char *what,
     gint64      time,
     const char *more)
{
  printf ("%s %" G_GINT64_FORMAT "%s%s\n", what, time, *more ? " " : "", more);
  fflush (stdout);
}

static void
do_cb (YfClock  *clock,
       gpointer  data)
{
  g_autofree Deed *deed = data;
  Session *self = deed->session;
  gboolean done = TRUE;

  say ("did", g_get_monotonic_time (), deed->what);
  if (g_str_equal (deed->what, "pause"))
    done = yf_player_pause (self->player);
  else if (g_str_equal (deed->what, "resume"))
    done = yf_player_resume (self->player);
  else if (g_str_equal (deed->what, "tap"))
    done = yf_player_tap (self->player);
  else if (g_str_equal (deed->what, "next"))
    done = yf_player_next (self->player);
  else if (g_str_equal (deed->what, "stop"))
    done = yf_player_stop (self->player);
  else if (g_str_equal (deed->what, "hurt"))
    done = yf_player_hurt (self->player);
  else if (g_str_equal (deed->what, "mute"))
    yf_soundtrack_set_muted (self->soundtrack, TRUE);
  else if (g_str_equal (deed->what, "unmute"))
    yf_soundtrack_set_muted (self->soundtrack, FALSE);
  else
    g_error ("%s is nothing this program can do", deed->what);

  if (!done)
    g_error ("%s came at a time when it cannot be done", deed->what);
}

/* What the voice is to say, in full. */
static void
say_speech (Session *self,
            YfVoice *voice)
{
  gint64 tone_lengths[YF_N_CUES];
  g_autoptr (YfSpeech) speech = NULL;

  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (id);

      tone_lengths[id] = yf_tone_get_length (tone);
    }
  speech = yf_speech_new (yf_player_get_cue_sheet (self->player), voice, tone_lengths, levels, 0);
  for (guint i = 0; i < yf_speech_get_n_utterances (speech); i++)
    {
      const YfUtterance *utterance = yf_speech_get_utterance (speech, i);

      for (guint clip = 0; clip < utterance->n_clips; clip++)
        say ("said", self->start + yf_utterance_get_clip_position (utterance, clip),
             yf_clip_get_id (utterance->clips[clip]));
    }
}

static void
ready_cb (Session *self)
{
  YfClock *clock = yf_player_get_clock (self->player);

  say ("ready", g_get_monotonic_time (), "");
  self->start = g_get_monotonic_time ();
  if (self->voice != NULL)
    say_speech (self, self->voice);
  say ("start", self->start, "");
  yf_player_start (self->player);

  for (guint i = 0; deeds != NULL && deeds[i] != NULL; i++)
    {
      Deed *deed = g_new0 (Deed, 1);
      char *what;
      double when = g_ascii_strtod (deeds[i], &what);

      g_assert (*what == ':');
      deed->session = self;
      deed->what = what + 1;
      yf_clock_call_at (clock, self->start + (gint64) (when * G_USEC_PER_SEC), do_cb, deed);
    }
}

static void
lost_cb (Session    *self,
         const char *message)
{
  say ("lost", g_get_monotonic_time (), message);
}

static void
restored_cb (Session *self)
{
  say ("restored", g_get_monotonic_time (), "");
}

static void
moved_cb (Session *self)
{
  say ("moved", g_get_monotonic_time (), "");
}

static void
retimed_cb (Session *self)
{
  self->from = yf_player_get_next_cue (self->player);
}

static void
cue_cb (Session *self,
        YfCueId  id,
        gint64   elapsed)
{
  YfCueSheet *sheet = yf_player_get_cue_sheet (self->player);
  guint next = yf_player_get_next_cue (self->player);

  if (id == YF_CUE_HURTS || yf_cue_sheet_is_audible (sheet, next - 1, self->from))
    say ("due", self->start + elapsed, yf_cue_id_get_id (id));
}

static void
ended_cb (Session *self)
{
  g_autofree char *state = g_strdup_printf ("%d", yf_player_get_state (self->player));

  say ("ended", g_get_monotonic_time (), state);
  yf_soundtrack_finish (self->soundtrack);
}

static void
done_cb (Session *self)
{
  say ("done", g_get_monotonic_time (), "");
  g_main_loop_quit (self->loop);
}

static gboolean
beat_cb (gpointer data)
{
  Session *self = data;
  gint64 now = g_get_monotonic_time ();

  if (self->last_beat != 0)
    self->gap = MAX (self->gap, now - self->last_beat);
  self->last_beat = now;

  return G_SOURCE_CONTINUE;
}

static void
dump_samples (const char  *name,
              const float *samples,
              gsize        n_samples)
{
  g_autofree char *path = g_build_filename (dump, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, (const char *) samples, n_samples * sizeof *samples, &error);
  g_assert_no_error (error);
}

static void
dump_tones (void)
{
  for (guint id = 0; id < YF_N_CUES; id++)
    {
      g_autoptr (YfTone) tone = yf_tone_new (id);
      gsize n_samples;
      const float *samples = yf_tone_get_samples (tone, &n_samples);

      dump_samples (yf_cue_id_get_id (id), samples, n_samples);
    }
}

static void
load_voice (Session *self)
{
  g_autoptr (GError) error = NULL;
  guint n_items = yf_routine_get_n_items (yf_timeline_get_routine (yf_player_get_timeline (self->player)));
  GPtrArray *clips;

  self->voice = yf_voice_new (voice_language, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  levels = g_new (YfSpeechLevel, n_items);
  for (guint i = 0; i < n_items; i++)
    levels[i] = YF_SPEECH_FULL;
  yf_soundtrack_set_voice (self->soundtrack, self->voice, levels);

  clips = yf_voice_get_clips (self->voice);
  for (guint i = 0; dump != NULL && i < clips->len; i++)
    {
      YfClip *clip = g_ptr_array_index (clips, i);
      g_autofree char *name = g_strconcat ("clip-", yf_clip_get_id (clip), NULL);
      gsize n_samples;
      const float *samples = yf_clip_get_samples (clip, &n_samples);

      dump_samples (name, samples, n_samples);
    }
}

static YfPlayer *
make_player (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YfCatalogue) catalogue = yf_catalogue_new_builtin (&error);
  const YfDose dose = { sets, reps, (gint64) (hold * YF_SECOND) };
  YfRoutineItem items[2] = { { .dose = dose }, { .dose = dose } };
  g_autoptr (YfRoutine) routine = NULL;
  g_autoptr (YfTimeline) timeline = NULL;
  g_autoptr (YfCueSheet) sheet = NULL;
  g_autoptr (YfClock) clock = yf_system_clock_new ();

  g_assert_no_error (error);
  items[0].exercise = yf_catalogue_find_exercise (catalogue, exercise_id ? exercise_id : "five-point-support");
  g_assert_nonnull (items[0].exercise);
  if (also_id)
    {
      items[1].exercise = yf_catalogue_find_exercise (catalogue, also_id);
      g_assert_nonnull (items[1].exercise);
    }
  routine = yf_routine_new (items, also_id ? 2 : 1);
  timeline = yf_timeline_new (routine, tap ? YF_COUNTING_TAP : YF_COUNTING_PACE);
  sheet = yf_cue_sheet_new (timeline);

  return yf_player_new (sheet, clock);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  Session self = { 0, };
  guint beat;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_parse (context, &argc, &argv, &error);
  g_assert_no_error (error);

  if (dump)
    dump_tones ();

  self.loop = g_main_loop_new (NULL, FALSE);
  self.player = make_player ();
  self.soundtrack = yf_soundtrack_new (self.player);
  if (voice_language)
    load_voice (&self);
  g_signal_connect_swapped (self.player, "retimed", G_CALLBACK (retimed_cb), &self);
  g_signal_connect_swapped (self.player, "cue", G_CALLBACK (cue_cb), &self);
  g_signal_connect_swapped (self.player, "ended", G_CALLBACK (ended_cb), &self);
  g_signal_connect_swapped (self.soundtrack, "ready", G_CALLBACK (ready_cb), &self);
  g_signal_connect_swapped (self.soundtrack, "lost", G_CALLBACK (lost_cb), &self);
  g_signal_connect_swapped (self.soundtrack, "moved", G_CALLBACK (moved_cb), &self);
  g_signal_connect_swapped (self.soundtrack, "restored", G_CALLBACK (restored_cb), &self);
  g_signal_connect_swapped (self.soundtrack, "done", G_CALLBACK (done_cb), &self);

  beat = g_timeout_add (10, beat_cb, &self);
  yf_soundtrack_start (self.soundtrack);
  g_main_loop_run (self.loop);
  g_source_remove (beat);
  say ("gap", self.gap, "");

  g_clear_object (&self.soundtrack);
  g_clear_object (&self.player);
  g_clear_pointer (&self.loop, g_main_loop_unref);
  g_strfreev (deeds);
  g_clear_pointer (&self.voice, yf_voice_unref);
  g_free (levels);
  g_free (voice_language);
  g_free (also_id);
  g_free (exercise_id);
  g_free (dump);

  return 0;
}
