/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-fixture.h"

#include <string.h>

static YfCatalogue *catalogue;

static void
free_catalogue (void)
{
  g_clear_pointer (&catalogue, yf_catalogue_unref);
}

YfCatalogue *
fixture_get_catalogue (void)
{
  if (catalogue == NULL)
    {
      catalogue = yf_catalogue_new_builtin (NULL);
      g_assert_nonnull (catalogue);
      atexit (free_catalogue);
    }

  return catalogue;
}

/* An exercise that the catalogue has not: raise 1 s, hold, lower 2 s, rest
 * 1 s; get ready 5 s, rest between sets 7 s. */
YfExercise *
fixture_new_exercise (const char *id,
                      const char *posture,
                      gboolean    two_sided)
{
  g_autoptr (YfCatalogue) one = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text;

  text = g_strdup_printf (
    "<catalogue><exercise id='%s' group='bridge' posture='%s'%s>"
    "<name>N</name><summary>S</summary>"
    "<get-ready seconds='5' source='app'/><set-rest seconds='7' source='app'/>"
    "<repetition><phase kind='raise' seconds='1' source='app'/><phase kind='hold' source='app'/>"
    "<phase kind='lower' seconds='2' source='app'/><phase kind='rest' seconds='1' source='app'/></repetition>"
    "<first-dose sets='1' reps='2' hold='3' source='app'/><ceiling sets='3' reps='5' hold='9' source='app'/>"
    "<step source='app'>Do.</step></exercise></catalogue>",
    id, posture, two_sided ? " sides='both'" : "");
  bytes = g_bytes_new_take (text, strlen (text));
  one = yf_catalogue_new_from_bytes ("fixture", bytes, &error);
  g_assert_no_error (error);

  return yf_exercise_ref (g_ptr_array_index (yf_catalogue_get_exercises (one), 0));
}

YfRoutine *
fixture_new_routine (const char *exercise,
                     int         sets,
                     int         reps,
                     gint64      hold)
{
  YfRoutineItem item = { yf_catalogue_find_exercise (fixture_get_catalogue (), exercise), { sets, reps, hold } };

  return yf_routine_new (&item, 1);
}

static void
repetition_cb (Fixture            *self,
               const YfRepetition *rep)
{
  g_array_append_val (self->reps, *rep);
  g_string_append_printf (self->events, "%.3f counted %d/%d\n",
                          yf_player_get_elapsed (self->player) / (double) YF_SECOND, rep->set, rep->rep);
}

static void
segment_cb (Fixture *self,
            guint    index)
{
  const YfSegment *segment = yf_timeline_get_segment (self->timeline, index);

  g_assert_cmpuint (yf_player_get_segment_index (self->player), ==, index);
  g_string_append_printf (self->events, "%.3f enter %s\n",
                          yf_player_get_elapsed (self->player) / (double) YF_SECOND,
                          yf_segment_kind_get_id (segment->kind));
}

static void
cue_cb (Fixture *self,
        YfCueId  id,
        gint64   elapsed)
{
  g_string_append_printf (self->events, "%.3f cue %s\n", elapsed / (double) YF_SECOND, yf_cue_id_get_id (id));
}

static void
ended_cb (Fixture *self)
{
  self->n_ended++;
}

Fixture *
fixture_new (YfRoutine  *routine,
             YfCounting  counting)
{
  Fixture *self = g_new0 (Fixture, 1);
  g_autoptr (YfCueSheet) cue_sheet = NULL;

  self->clock = yf_fake_clock_new (FIXTURE_REAL);
  self->timeline = yf_timeline_new (routine, counting);
  cue_sheet = yf_cue_sheet_new (self->timeline);
  self->player = yf_player_new (cue_sheet, YF_CLOCK (self->clock));
  self->events = g_string_new (NULL);
  self->reps = g_array_new (FALSE, FALSE, sizeof (YfRepetition));

  g_signal_connect_swapped (self->player, "repetition", G_CALLBACK (repetition_cb), self);
  g_signal_connect_swapped (self->player, "segment", G_CALLBACK (segment_cb), self);
  g_signal_connect_swapped (self->player, "cue", G_CALLBACK (cue_cb), self);
  g_signal_connect_swapped (self->player, "ended", G_CALLBACK (ended_cb), self);

  return self;
}

void
fixture_free (Fixture *self)
{
  g_object_unref (self->player);
  g_object_unref (self->clock);
  yf_timeline_unref (self->timeline);
  g_string_free (self->events, TRUE);
  g_array_unref (self->reps);
  g_free (self);
}

void
fixture_run_to_end (Fixture *self)
{
  while (yf_fake_clock_step (self->clock))
    ;
  g_assert_true (yf_player_has_ended (self->player));
}
