/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

static void
add_dose (JsonBuilder  *builder,
          const char   *key,
          const YfDose *dose,
          YfSource     *source)
{
  yf_json_begin (builder, key, '{');
  yf_json_add_dose_members (builder, dose);
  yf_json_add_source (builder, source);
  yf_json_end (builder, '}');
}

static void
add_length (JsonBuilder *builder,
            const char  *key,
            gint64       length,
            YfSource    *source)
{
  yf_json_begin (builder, key, '{');
  yf_json_add_seconds (builder, "seconds", length);
  yf_json_add_source (builder, source);
  yf_json_end (builder, '}');
}

static void
add_notes (JsonBuilder *builder,
           const char  *key,
           GPtrArray   *notes)
{
  yf_json_begin (builder, key, '[');
  for (guint i = 0; i < notes->len; i++)
    {
      const YfNote *note = g_ptr_array_index (notes, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "text", yf_note_get_text (note));
      yf_json_add_source (builder, note->source);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
}

/* How the phases fall into parts, where an exercise does two things in turn. */
static void
add_parts (JsonBuilder *builder,
           YfExercise  *exercise)
{
  yf_json_begin (builder, "parts", '[');
  for (guint i = 0; i < yf_exercise_get_n_parts (exercise); i++)
    {
      guint first_phase;
      guint n_phases;
      int reps = yf_exercise_get_part (exercise, i, &first_phase, &n_phases);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_int (builder, "reps", reps);
      yf_json_add_int (builder, "first_phase", first_phase);
      yf_json_add_int (builder, "phases", n_phases);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
}

static void
add_exercise (JsonBuilder *builder,
              YfExercise  *exercise)
{
  YfSource *source;
  gint64 length;

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "id", yf_exercise_get_id (exercise));
  yf_json_add_string (builder, "name", yf_exercise_get_name (exercise));
  yf_json_add_string (builder, "summary", yf_exercise_get_summary (exercise));
  yf_json_add_string (builder, "group", yf_group_get_id (yf_exercise_get_group (exercise)));
  yf_json_add_string (builder, "posture", yf_posture_get_id (yf_exercise_get_posture (exercise)));
  yf_json_add_bool (builder, "own", yf_exercise_is_own (exercise));
  yf_json_add_bool (builder, "two_sided", yf_exercise_get_two_sided (exercise));

  yf_json_begin (builder, "phases", '[');
  for (guint i = 0; i < yf_exercise_get_n_phases (exercise); i++)
    {
      const YfPhase *phase = yf_exercise_get_phase (exercise, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "phase", yf_phase_kind_get_id (phase->kind));
      yf_json_add_string (builder, "name", yf_phase_get_name (phase));
      yf_json_add_seconds (builder, "seconds",
                           phase->length > 0 ? phase->length : yf_exercise_get_first_dose (exercise)->hold);
      yf_json_add_source (builder, phase->source);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');

  if (yf_exercise_get_n_parts (exercise) > 1)
    add_parts (builder, exercise);
  if (yf_exercise_get_times_a_day (exercise) > 0)
    yf_json_add_int (builder, "times_a_day", yf_exercise_get_times_a_day (exercise));

  add_dose (builder, "first_dose", yf_exercise_get_first_dose (exercise),
            yf_exercise_get_dose_source (exercise));
  add_dose (builder, "ceiling", yf_exercise_get_ceiling (exercise),
            yf_exercise_get_ceiling_source (exercise));
  length = yf_exercise_get_get_ready (exercise, &source);
  add_length (builder, "get_ready", length, source);
  length = yf_exercise_get_set_rest (exercise, &source);
  add_length (builder, "set_rest", length, source);
  add_notes (builder, "steps", yf_exercise_get_steps (exercise));
  add_notes (builder, "cautions", yf_exercise_get_cautions (exercise));
  add_notes (builder, "suits", yf_exercise_get_suits (exercise));
  yf_json_end (builder, '}');
}

static void
print_exercise (YfExercise *exercise)
{
  g_autofree char *dose = yf_dose_to_string (yf_exercise_get_first_dose (exercise));
  g_autofree char *dose_source = yf_source_to_string (yf_exercise_get_dose_source (exercise));
  g_autofree char *ceiling = yf_dose_to_string (yf_exercise_get_ceiling (exercise));
  g_autofree char *ceiling_source = yf_source_to_string (yf_exercise_get_ceiling_source (exercise));

  yf_cli_print ("%s (%s)", yf_exercise_get_name (exercise), yf_exercise_get_id (exercise));
  yf_cli_print ("  %s", yf_exercise_get_summary (exercise));
  /* Translators: a dose such as “2 sets × 10, hold 3 s”, and its source */
  yf_cli_print (_("  Begin with: %s (%s)"), dose, dose_source);
  /* Translators: a dose such as “2 sets × 10, hold 3 s”, and its source */
  yf_cli_print (_("  At most: %s (%s)"), ceiling, ceiling_source);
}

static void
add_exercises (JsonBuilder *builder,
               const char  *key,
               GPtrArray   *exercises)
{
  yf_json_begin (builder, key, '[');
  for (guint i = 0; i < exercises->len; i++)
    add_exercise (builder, g_ptr_array_index (exercises, i));
  yf_json_end (builder, ']');
}

YfExit
yf_cli_exercises (YfCli  *self,
                  int     argc,
                  char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *exercises;
  GPtrArray *reliefs;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, NULL, NULL, &argc, &argv) || !yf_cli_no_arguments (argc, argv))
    return YF_EXIT_USAGE;

  /* A log that cannot be read keeps back the person's own, not the rest. */
  if (!yf_cli_open_store (self, FALSE, &store, &error))
    yf_cli_fail (error);

  exercises = yf_catalogue_get_exercises (self->catalogue);
  reliefs = yf_catalogue_get_reliefs (self->catalogue);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      yf_json_begin (builder, NULL, '{');
      add_exercises (builder, "exercises", exercises);
      add_exercises (builder, "reliefs", reliefs);
      yf_json_end (builder, '}');
      yf_json_print (builder);
    }
  else
    {
      for (guint i = 0; i < exercises->len; i++)
        print_exercise (g_ptr_array_index (exercises, i));
      for (guint i = 0; i < reliefs->len; i++)
        print_exercise (g_ptr_array_index (reliefs, i));
    }

  return YF_EXIT_DONE;
}
