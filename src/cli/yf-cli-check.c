/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"
#include "yf-profile-json.h"

static void
add_reason (JsonBuilder *builder,
            YfReason    *reason)
{
  GPtrArray *sources = yf_reason_get_sources (reason);
  YfClearance *clearance = yf_reason_get_clearance (reason);
  YfAssessment *assessment = yf_reason_get_assessment (reason);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "rule", yf_reason_get_rule (reason));
  yf_json_add_string (builder, "verdict", yf_verdict_get_id (yf_reason_get_verdict (reason)));
  yf_json_add_source (builder, yf_reason_get_source (reason));
  yf_json_add_string (builder, "text", yf_reason_get_text (reason));

  if (sources->len > 1)
    {
      yf_json_begin (builder, "also", '[');
      for (guint i = 1; i < sources->len; i++)
        {
          yf_json_begin (builder, NULL, '{');
          yf_json_add_source (builder, g_ptr_array_index (sources, i));
          yf_json_end (builder, '}');
        }
      yf_json_end (builder, ']');
    }

  if (clearance != NULL)
    {
      yf_json_begin (builder, "clearance", '{');
      yf_json_add_string (builder, "clinician", yf_clearance_get_clinician (clearance));
      yf_json_add_day (builder, "date", yf_clearance_get_date (clearance));
      yf_json_end (builder, '}');
    }

  if (assessment != NULL)
    {
      yf_json_begin (builder, "assessment", '{');
      yf_json_add_string (builder, "clinician", yf_assessment_get_clinician (assessment));
      yf_json_add_day (builder, "date", yf_assessment_get_date (assessment));
      yf_json_end (builder, '}');
    }

  yf_json_end (builder, '}');
}

static void
print_json (YfJudgement *judgement)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *reasons = yf_judgement_get_reasons (judgement);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "exercise", yf_judgement_get_exercise (judgement));
  yf_json_add_day (builder, "date", yf_judgement_get_day (judgement));
  yf_json_add_string (builder, "stage", yf_stage_get_id (yf_judgement_get_stage (judgement)));
  yf_json_add_string (builder, "triage", yf_triage_get_id (yf_judgement_get_triage (judgement)));
  yf_json_add_string (builder, "verdict", yf_verdict_get_id (yf_judgement_get_verdict (judgement)));
  yf_json_begin (builder, "reasons", '[');
  for (guint i = 0; i < reasons->len; i++)
    add_reason (builder, g_ptr_array_index (reasons, i));
  yf_json_end (builder, ']');
  yf_json_end (builder, '}');
  yf_json_print (builder);
}

/* What the log says of the person; nothing where there is no log. */
static gboolean
load_stored (YfCli      *self,
             YfDay       day,
             YfProfile **profile,
             YfCheckIn  *check_in,
             GError    **error)
{
  g_autoptr (YfStore) store = NULL;
  g_autoptr (YfCheckIn) known = NULL;

  if (!yf_cli_open_store (self, FALSE, &store, error))
    return FALSE;

  if (store == NULL)
    {
      *profile = yf_profile_new ();
      return TRUE;
    }

  *profile = yf_store_dup_profile (store, error);
  if (*profile == NULL)
    return FALSE;

  known = yf_store_dup_known (store, day, error);
  if (known == NULL)
    return FALSE;

  yf_check_in_adopt_log (check_in, known);
  return yf_cli_load_programme (self, store, day, error);
}

/* Reliefs are checked as exercises are. */
static YfExercise *
find_what (YfCli      *self,
           const char *id)
{
  YfExercise *relief = yf_catalogue_find_relief (self->catalogue, id);

  return relief != NULL ? relief : yf_cli_find_exercise (self, id);
}

static gboolean
parse_moment (const char *text,
              YfDay      *day,
              int        *minute)
{
  if (yf_day_parse_moment (text, day, minute))
    return TRUE;

  return yf_cli_parse_day (text, "--on", day);
}

YfExit
yf_cli_check (YfCli  *self,
              int     argc,
              char  **argv)
{
  g_autoptr (YfProfile) profile = NULL;
  g_autoptr (YfCheckIn) check_in = yf_check_in_new ();
  g_autoptr (YfJudgement) judgement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  g_autofree char *on = NULL;
  g_auto (GStrv) flags = NULL;
  gboolean json = FALSE;
  YfExercise *exercise;
  YfDay day;
  int minute;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &file, N_("Judge the profile in FILE instead of the stored one"), N_("FILE") },
    { "on", 0, 0, G_OPTION_ARG_STRING, &on, N_("Judge for DATE, or DATE and time, instead of now"), N_("DATE") },
    { "flag", 0, 0, G_OPTION_ARG_STRING_ARRAY, &flags, N_("A red flag that is there, and for how many days"), N_("ID[=DAYS]") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!yf_cli_parse (self, entries, _("EXERCISE"),
                     _("Ends with 0 if the exercise may be done, with 3 if not today."), &argc, &argv))
    return YF_EXIT_USAGE;

  if (argc < 2)
    {
      yf_cli_complain ("%s", _("Which exercise? “yanfei-cli exercises” lists them."));
      return YF_EXIT_USAGE;
    }

  day = yf_day_today ();
  minute = yf_minute_from_real (g_get_real_time ());
  if (!yf_cli_no_arguments (argc - 1, argv + 1) ||
      (exercise = find_what (self, argv[1])) == NULL ||
      (on != NULL && !parse_moment (on, &day, &minute)) ||
      !yf_cli_parse_flags (self, flags, check_in))
    return YF_EXIT_USAGE;

  if (file != NULL)
    profile = yf_profile_from_file (file, self->catalogue, &error);
  else
    load_stored (self, day, &profile, check_in, &error);

  if (error != NULL)
    return yf_cli_fail (error);

  judgement = yf_programme_judge (self->programme, self->rules, profile, check_in, exercise, day, minute);

  if (json)
    print_json (judgement);
  else
    yf_cli_print_judgement (judgement, exercise);

  return yf_judgement_permits (judgement) ? YF_EXIT_DONE : YF_EXIT_NOT_TODAY;
}
