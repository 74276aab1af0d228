/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-json.h"
#include "yf-profile-json.h"

static void
print_day (const char *label,
           YfDay       day)
{
  g_autofree char *text = NULL;

  if (day == YF_DAY_NONE)
    return;

  text = day == YF_DAY_UNKNOWN ? g_strdup (_("nobody knows when")) : yf_day_to_display (day);
  /* Translators: what happened, and when */
  yf_cli_print (_("%s: %s"), label, text);
}

static char *
join_names (const char * const  *ids,
            const char          *(*get_name) (YfCli *, const char *),
            YfCli               *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; ids[i] != NULL; i++)
    {
      if (i > 0)
        /* Translators: stands between the members of a list */
        g_string_append (text, _(", "));
      g_string_append (text, get_name (self, ids[i]));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_condition_name (YfCli      *self,
                    const char *id)
{
  YfCondition *condition = yf_catalogue_find_condition (self->catalogue, id);
  YfStage stage;

  if (condition != NULL)
    return yf_condition_get_name (condition);

  return yf_stage_from_id (id, &stage) ? yf_stage_get_name (stage) : id;
}

static const char *
get_exercise_name (YfCli      *self,
                   const char *id)
{
  YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, id);

  if (exercise != NULL)
    return yf_exercise_get_name (exercise);

  return g_str_equal (id, "*") ? _("all exercises") : id;
}

static const char *
get_strength_name (YfBackStrength strength)
{
  switch (strength)
    {
    case YF_BACK_STRENGTH_WEAK:
      return _("weak");
    case YF_BACK_STRENGTH_STRONG:
      return _("strong");
    case YF_BACK_STRENGTH_UNKNOWN:
    default:
      return _("not known");
    }
}

static void
print_clearance (YfCli       *self,
                 YfClearance *clearance)
{
  g_autofree char *date = yf_day_to_display (yf_clearance_get_date (clearance));
  g_autofree char *conditions = NULL;
  g_autofree char *exercises = NULL;
  g_autofree char *until = NULL;

  conditions = join_names (yf_clearance_get_conditions (clearance), get_condition_name, self);
  exercises = join_names (yf_clearance_get_exercises (clearance), get_exercise_name, self);

  if (yf_clearance_get_until (clearance) == YF_DAY_NONE)
    {
      /* Translators: a clinician, a date, conditions, exercises */
      yf_cli_print (_("Cleared by %s on %s: %s: %s"),
                    yf_clearance_get_clinician (clearance), date, conditions, exercises);
      return;
    }

  until = yf_day_to_display (yf_clearance_get_until (clearance));
  /* Translators: a clinician, a date, another date, conditions, exercises */
  yf_cli_print (_("Cleared by %s on %s until %s: %s: %s"),
                yf_clearance_get_clinician (clearance), date, until, conditions, exercises);
}

static void
print_profile (YfCli     *self,
               YfProfile *profile)
{
  GPtrArray *clearances = yf_profile_get_clearances (profile);
  GPtrArray *assessments = yf_profile_get_assessments (profile);
  g_autofree char *conditions = NULL;

  conditions = join_names (yf_profile_get_conditions (profile), get_condition_name, self);

  if (yf_profile_get_name (profile) != NULL)
    yf_cli_print (_("Name: %s"), yf_profile_get_name (profile));
  if (yf_profile_get_born (profile) != YF_BORN_UNSAID)
    yf_cli_print (_("Year of birth: %d"), yf_profile_get_born (profile));
  if (yf_profile_get_diagnosis (profile) != NULL)
    yf_cli_print (_("Diagnosis as given: %s"), yf_profile_get_diagnosis (profile));
  yf_cli_print (_("Stage: %s"), yf_stage_get_name (yf_stage_reckon (profile, yf_day_today ())));
  yf_cli_print (_("Conditions: %s"), *conditions != '\0' ? conditions : _("none"));
  print_day (_("Onset of the episode"), yf_profile_get_onset (profile));
  print_day (_("Pain eased"), yf_profile_get_relief (profile));
  print_day (_("Treatment began"), yf_profile_get_treatment_start (profile));
  print_day (_("Operation"), yf_profile_get_surgery (profile));
  print_day (_("Birth"), yf_profile_get_birth (profile));
  yf_cli_print (_("Back strength: %s"), get_strength_name (yf_profile_get_back_strength (profile)));
  yf_cli_print (_("Muscle relaxants: %s"),
                yf_profile_get_muscle_relaxants (profile) ? _("yes") : _("no"));

  for (guint i = 0; i < clearances->len; i++)
    print_clearance (self, g_ptr_array_index (clearances, i));

  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);
      YfRedFlag *red_flag = yf_catalogue_find_red_flag (self->catalogue, yf_assessment_get_flag (assessment));
      g_autofree char *date = yf_day_to_display (yf_assessment_get_date (assessment));

      /* Translators: a clinician, a date, a sign in the person's words */
      yf_cli_print (_("Assessed by %s on %s: “%s”"), yf_assessment_get_clinician (assessment), date,
                    red_flag != NULL ? yf_red_flag_get_text (red_flag)
                                     : yf_assessment_get_flag (assessment));
    }
}

static YfExit
show (YfCli  *self,
      int     argc,
      char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, NULL, NULL, &argc, &argv) || !yf_cli_no_arguments (argc, argv))
    return YF_EXIT_USAGE;

  if (!yf_cli_open_store (self, FALSE, &store, &error))
    return yf_cli_fail (error);

  profile = store != NULL ? yf_store_dup_profile (store, &error) : yf_profile_new ();
  if (profile == NULL)
    return yf_cli_fail (error);

  if (json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      yf_profile_to_json (profile, builder, NULL);
      yf_json_print (builder);
    }
  else
    {
      print_profile (self, profile);
    }

  return YF_EXIT_DONE;
}

/* What is typed after the equals sign, as the value it has in a profile file:
 * ids are separated by commas, and nothing at all means nothing. */
static JsonNode *
parse_value (const char  *key,
             const char  *text,
             GError     **error)
{
  JsonNode *node = json_node_alloc ();

  if (g_str_equal (key, "conditions") && *text != '[')
    {
      g_auto (GStrv) ids = g_strsplit (text, ",", -1);
      JsonArray *array = json_array_new ();

      for (char **id = ids; *id != NULL; id++)
        {
          if (*g_strstrip (*id) != '\0')
            json_array_add_string_element (array, *id);
        }

      json_node_init_array (node, array);
      json_array_unref (array);
      return node;
    }

  if (g_str_equal (key, "muscle_relaxants") && *text != '\0')
    {
      static const char * const yes[] = { "true", "yes", NULL };
      static const char * const no[] = { "false", "no", NULL };

      if (g_strv_contains (yes, text) || g_strv_contains (no, text))
        return json_node_init_boolean (node, g_strv_contains (yes, text));
    }

  if (g_str_equal (key, "born"))
    {
      gint64 year;

      if (g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &year, NULL))
        return json_node_init_int (node, year);
    }

  if (*text == '[' && !g_str_equal (key, "name") && !g_str_equal (key, "diagnosis"))
    {
      JsonNode *parsed = json_from_string (text, error);

      json_node_unref (node);
      return parsed;
    }

  if (*text == '\0' || g_str_equal (text, "null"))
    {
      g_autoptr (JsonArray) none = json_array_new ();

      if (g_str_equal (key, "clearances") || g_str_equal (key, "assessed"))
        return json_node_init_array (node, none);
      return json_node_init_null (node);
    }

  return json_node_init_string (node, text);
}

static gboolean
apply (YfProfile   *profile,
       const char  *argument,
       GError     **error)
{
  const char *equals = strchr (argument, '=');
  g_autoptr (JsonNode) value = NULL;
  g_autofree char *key = NULL;

  if (equals == NULL)
    {
      /* Translators: what was typed */
      g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                   _("“%s” is not of the form KEY=VALUE."), argument);
      return FALSE;
    }

  key = g_strndup (argument, (gsize) (equals - argument));
  value = parse_value (key, equals + 1, error);

  return value != NULL && yf_profile_set_member (profile, key, value, error);
}

static YfExit
set (YfCli  *self,
     int     argc,
     char  **argv)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  if (!yf_cli_parse (self, NULL, _("KEY=VALUE…"),
                     _("Keys are those of a profile file. Dates are such as 2026-11-20, “onset”, “surgery” and\n"
                       "“birth” may be “unknown”, ids are separated by commas, and nothing after the equals sign\n"
                       "takes back what was said."),
                     &argc, &argv))
    return YF_EXIT_USAGE;

  if (argc < 2)
    {
      yf_cli_complain ("%s", _("Set what? For example: yanfei-cli profile set onset=2026-11-01"));
      return YF_EXIT_USAGE;
    }

  /* A clearance may name an exercise that is no longer offered. */
  if (!yf_cli_open_store (self, TRUE, &store, &error) ||
      !yf_cli_adopt_own (self, store, TRUE, &error) ||
      (profile = yf_store_dup_profile (store, &error)) == NULL)
    return yf_cli_fail (error);

  for (int i = 1; i < argc; i++)
    {
      if (!apply (profile, argv[i], &error))
        {
          yf_cli_fail (error);
          return YF_EXIT_USAGE;
        }
    }

  if (!yf_profile_check (profile, self->catalogue, yf_day_today (), &error))
    {
      yf_cli_fail (error);
      return YF_EXIT_USAGE;
    }

  yf_store_save_profile_async (store, profile, NULL, yf_cli_result_cb, &result);
  if (!yf_store_write_finish (store, yf_cli_await (&result), &error))
    return yf_cli_fail (error);

  return YF_EXIT_DONE;
}

YfExit
yf_cli_profile (YfCli  *self,
                int     argc,
                char  **argv)
{
  /* The first word is the command's name, in its help as well. */
  if (argc >= 2 && g_str_equal (argv[1], "show"))
    {
      argv[1] = (char *) "profile show";
      return show (self, argc - 1, argv + 1);
    }

  if (argc >= 2 && g_str_equal (argv[1], "set"))
    {
      argv[1] = (char *) "profile set";
      return set (self, argc - 1, argv + 1);
    }

  yf_cli_complain ("%s", _("Say “profile show” or “profile set KEY=VALUE”."));

  return YF_EXIT_USAGE;
}
