/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-today-private.h"

#include "yf-json.h"

/* What a day holds, for scripts. */

#define DAYS_A_WEEK 7

static void
add_items (JsonBuilder *builder,
           YfDayPlan   *plan)
{
  GPtrArray *items = yf_day_plan_get_items (plan);

  yf_json_begin (builder, "items", '[');
  for (guint i = 0; i < items->len; i++)
    {
      const YfDayItem *item = g_ptr_array_index (items, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "exercise", yf_exercise_get_id (item->exercise));
      yf_json_add_string (builder, "name", yf_exercise_get_name (item->exercise));
      yf_json_add_dose (builder, "dose", &item->dose);
      yf_json_add_seconds (builder, "length_s", item->length);
      yf_json_add_string (builder, "verdict", yf_verdict_get_id (yf_judgement_get_verdict (item->judgement)));
      yf_json_add_bool (builder, "added", item->added);
      yf_json_add_string (builder, "why", item->why);
      yf_json_add_source (builder, item->source);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
}

static void
add_omissions (JsonBuilder *builder,
               YfDayPlan   *plan)
{
  GPtrArray *omissions = yf_day_plan_get_omissions (plan);

  yf_json_begin (builder, "omissions", '[');
  for (guint i = 0; i < omissions->len; i++)
    {
      const YfDayOmission *omission = g_ptr_array_index (omissions, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "exercise", yf_exercise_get_id (omission->exercise));
      yf_json_add_string (builder, "name", yf_exercise_get_name (omission->exercise));
      yf_json_add_string (builder, "kind", yf_omission_get_id (omission->kind));
      if (omission->judgement != NULL)
        yf_json_add_string (builder, "verdict",
                            yf_verdict_get_id (yf_judgement_get_verdict (omission->judgement)));
      yf_json_add_string (builder, "why", omission->why);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
}

static void
add_week (JsonBuilder *builder,
          YfToday     *today)
{
  const YfWeekPlan *week = yf_today_get_week (today);

  yf_json_begin (builder, "week", '{');
  yf_json_add_day (builder, "monday", week->monday);
  yf_json_begin (builder, "days", '[');
  for (int i = 0; i < DAYS_A_WEEK; i++)
    json_builder_add_string_value (builder, yf_week_day_state_get_id (week->days[i]));
  yf_json_end (builder, ']');
  yf_json_add_int (builder, "kept", week->n_kept);
  yf_json_add_int (builder, "intended", week->intended);
  yf_json_end (builder, '}');
}

static void
add_changes (JsonBuilder *builder,
             YfToday     *today)
{
  GPtrArray *changes = yf_today_get_dose_changes (today);

  yf_json_begin (builder, "dose_changes", '[');
  for (guint i = 0; i < changes->len; i++)
    {
      const YfDoseChange *change = g_ptr_array_index (changes, i);
      g_autofree char *text = yf_dose_change_to_string (change);
      g_autoptr (YfSource) source = yf_dose_change_get_source (change);

      if (change->day <= yf_today_get_day (today) - YF_CLI_TODAY_NEWS_DAYS)
        continue;

      yf_json_begin (builder, NULL, '{');
      yf_json_add_day (builder, "day", change->day);
      yf_json_add_string (builder, "exercise", change->exercise);
      yf_json_add_dose (builder, "from", &change->from);
      yf_json_add_dose (builder, "to", &change->to);
      yf_json_add_string (builder, "reason", yf_dose_reason_get_id (change->reason));
      yf_json_add_string (builder, "text", text);
      yf_json_add_source (builder, source);
      yf_json_begin (builder, "evidence", '[');
      for (guint j = 0; j < change->evidence->len; j++)
        {
          const YfEvidence *evidence = &g_array_index (change->evidence, YfEvidence, j);

          yf_json_begin (builder, NULL, '{');
          yf_json_add_string (builder, "entry", *evidence->entry != '\0' ? evidence->entry : NULL);
          yf_json_add_day (builder, "day", evidence->day);
          yf_json_end (builder, '}');
        }
      yf_json_end (builder, ']');
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
}

static void
add_stage_changes (JsonBuilder *builder,
                   YfToday     *today)
{
  GArray *changes = yf_today_get_stage_changes (today);

  yf_json_begin (builder, "stage_changes", '[');
  for (guint i = 0; i < changes->len; i++)
    {
      const YfStageChange *change = &g_array_index (changes, YfStageChange, i);
      g_autofree char *text = yf_stage_change_to_string (change);
      g_autoptr (YfSource) source = yf_stage_change_get_source (change);

      if (change->day <= yf_today_get_day (today) - YF_CLI_TODAY_NEWS_DAYS)
        continue;

      yf_json_begin (builder, NULL, '{');
      yf_json_add_day (builder, "day", change->day);
      yf_json_add_string (builder, "from", yf_stage_get_id (change->from));
      yf_json_add_string (builder, "to", yf_stage_get_id (change->to));
      yf_json_add_string (builder, "text", text);
      yf_json_add_source (builder, source);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
}

static void
add_programme (JsonBuilder *builder,
               YfToday     *today)
{
  YfProgramme *programme = yf_today_get_programme (today);

  if (programme == NULL)
    {
      yf_json_add_string (builder, "programme", NULL);
      return;
    }

  yf_json_begin (builder, "programme", '{');
  yf_json_add_string (builder, "id", yf_today_get_programme_id (today));
  yf_json_add_bool (builder, "readable", yf_today_get_trouble (today) == NULL);
  yf_json_add_string (builder, "name", yf_programme_get_name (programme));
  yf_json_add_string (builder, "clinician", yf_programme_get_clinician (programme));
  yf_json_end (builder, '}');
}

/*
 * yf_cli_today_print_json:
 * @today: what the day holds
 * @exact: whether the time of day is known too, so that relief can be told of
 *
 * Prints it for scripts.
 */
void
yf_cli_today_print_json (YfToday  *today,
                         gboolean  exact)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  YfDayPlan *plan = yf_today_get_plan (today);
  GPtrArray *reliefs = yf_day_plan_get_reliefs (plan);
  GPtrArray *suspended = yf_today_get_suspended (today);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_day (builder, "date", yf_today_get_day (today));
  yf_json_add_string (builder, "state", yf_day_state_get_id (yf_day_plan_get_state (plan)));
  yf_json_add_string (builder, "stage", yf_stage_get_id (yf_day_plan_get_stage (plan)));
  yf_json_add_string (builder, "triage", yf_triage_get_id (yf_cli_today_get_triage (plan)));
  yf_json_add_bool (builder, "due", yf_today_is_due (today, yf_today_get_day (today)));
  yf_json_add_bool (builder, "done", yf_today_is_done (today));
  yf_json_add_bool (builder, "symptomatic", yf_today_is_symptomatic (today));
  yf_json_add_bool (builder, "way_back", yf_day_plan_is_way_back (plan));
  yf_json_add_int (builder, "flare_days", yf_day_plan_get_flare_days (plan));
  yf_json_add_bool (builder, "asks_episode", yf_day_plan_asks_episode (plan));
  add_programme (builder, today);

  yf_json_add_seconds (builder, "length_s", yf_day_plan_get_length (plan));
  add_items (builder, plan);
  add_omissions (builder, plan);
  if (exact)
    {
      yf_json_begin (builder, "reliefs", '[');
      for (guint i = 0; i < reliefs->len; i++)
        json_builder_add_string_value (builder, yf_judgement_get_exercise (g_ptr_array_index (reliefs, i)));
      yf_json_end (builder, ']');
    }

  add_week (builder, today);
  yf_json_add_day (builder, "next_due", yf_today_get_next_due (today));
  yf_json_add_texts (builder, "suspended", suspended);
  add_changes (builder, today);
  add_stage_changes (builder, today);
  yf_json_end (builder, '}');
  yf_json_print (builder);
}
