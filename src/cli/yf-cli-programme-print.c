/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-programme-private.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* What is in a programme, for people and for scripts. */

static const char * const weekday_ids[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static void
print_days (YfProgramme *programme)
{
  g_autofree char *date = yf_day_to_display (yf_programme_get_date (programme));
  g_autofree char *from = yf_day_to_display (yf_programme_get_from (programme));
  YfDay last = yf_programme_get_until (programme);
  g_autofree char *until = last != YF_DAY_NONE ? yf_day_to_display (last) : NULL;

  /* Translators: the name of a programme; a clinician; a date */
  yf_cli_print (_("%s, given by %s on %s"), yf_programme_get_name (programme),
                yf_programme_get_clinician (programme), date);
  if (until != NULL)
    /* Translators: two dates */
    yf_cli_print (_("It counts from %s to %s."), from, until);
  else
    /* Translators: a date */
    yf_cli_print (_("It counts from %s, until there is another."), from);
}

static void
print_notes (GPtrArray  *notes,
             const char *indent)
{
  for (guint i = 0; i < notes->len; i++)
    g_print ("%s“%s”\n", indent, (const char *) g_ptr_array_index (notes, i));
}

static void
print_pace (const YfPace *pace)
{
  g_autofree char *tempo = NULL;
  g_autofree char *rest = NULL;
  g_autofree char *set_rest = NULL;

  if (pace->tempo != 0)
    {
      /* Translators: a number of percent */
      tempo = g_strdup_printf (_("Raise and lower in %d%% of the usual time."), pace->tempo);
      g_print ("    %s\n", tempo);
    }
  if (pace->rep_rest != 0)
    {
      /* Translators: a number of seconds */
      rest = g_strdup_printf (_("Rest for %g s after a repetition."), pace->rep_rest / (double) YF_SECOND);
      g_print ("    %s\n", rest);
    }
  if (pace->set_rest != 0)
    {
      /* Translators: a number of seconds */
      set_rest = g_strdup_printf (_("Rest for %g s between sets."), pace->set_rest / (double) YF_SECOND);
      g_print ("    %s\n", set_rest);
    }
}

static void
print_item (const YfProgrammeItem *item)
{
  g_autofree char *dose = yf_dose_to_string (&item->dose);
  g_autofree char *cap = yf_dose_to_string (&item->cap);
  g_autofree char *line = NULL;

  /* Translators: an exercise; a dose such as “2 sets × 10, hold 3 s”; the most of it */
  line = g_strdup_printf (_("%s: %s, at most %s"), yf_exercise_get_name (item->exercise), dose, cap);
  g_print ("  • %s\n", line);
  if (item->above_ceiling)
    {
      g_autofree char *ceiling = yf_dose_to_string (yf_exercise_get_ceiling (item->exercise));

      g_free (line);
      /* Translators: a dose such as “2 sets × 10, hold 3 s” */
      line = g_strdup_printf (_("That is the clinician’s own limit. Yanfei’s would be %s."), ceiling);
      g_print ("    %s\n", line);
    }
  print_pace (&item->pace);
  print_notes (item->notes, "    ");
}

static const char *
get_name (YfCli       *self,
          YfProgramme *programme,
          const char  *id)
{
  YfExercise *exercise = yf_catalogue_find_exercise (self->catalogue, id);

  if (exercise == NULL)
    exercise = yf_catalogue_find_relief (self->catalogue, id);
  for (guint i = 0; exercise == NULL && i < yf_programme_get_own (programme)->len; i++)
    if (g_str_equal (yf_exercise_get_id (g_ptr_array_index (yf_programme_get_own (programme), i)), id))
      exercise = g_ptr_array_index (yf_programme_get_own (programme), i);

  return exercise != NULL ? yf_exercise_get_name (exercise) : id;
}

static void
print_bans (YfCli       *self,
            YfProgramme *programme)
{
  GPtrArray *bans = yf_programme_get_bans (programme);

  if (bans->len > 0)
    yf_cli_print ("%s", _("Not to be done:"));
  for (guint i = 0; i < bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (bans, i);

      g_print ("  • %s\n", get_name (self, programme, ban->exercise));
      if (ban->note != NULL)
        g_print ("    “%s”\n", ban->note);
    }
}

static void
print_schedule (const YfProgrammeSchedule *schedule)
{
  if (schedule->weekdays != 0)
    {
      /* Translators: the days of the week, shortened, in a list */
      const char * const names[] = { _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun") };
      g_autoptr (GString) days = g_string_new (NULL);

      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        if ((schedule->weekdays & (1u << i)) != 0)
          /* Translators: what stands between two days of a list */
          g_string_append_printf (days, "%s%s", days->len > 0 ? C_("list", ", ") : "", names[i]);
      /* Translators: a list of days of the week */
      yf_cli_print (_("On these days: %s."), days->str);
    }
  else if (schedule->days_a_week != 0)
    {
      yf_cli_print (ngettext ("On %d day a week.", "On %d days a week.", schedule->days_a_week),
                    schedule->days_a_week);
    }

  if (schedule->times_a_day != 0)
    yf_cli_print (ngettext ("%d time a day.", "%d times a day.", schedule->times_a_day), schedule->times_a_day);
}

static void
print_pain (YfProgramme *programme)
{
  /* Translators: a pain from 1 to 10 */
  if (yf_programme_get_pain_stop (programme) != YF_PROGRAMME_NO_PAIN)
    yf_cli_print (_("Stop when your pain reaches %d of 10."), yf_programme_get_pain_stop (programme));
  /* Translators: a pain from 1 to 10 */
  if (yf_programme_get_pain_rest (programme) != YF_PROGRAMME_NO_PAIN)
    yf_cli_print (_("Do not train with a pain of %d of 10 or more."), yf_programme_get_pain_rest (programme));
}

static void
print_clearances (YfCli       *self,
                  YfProgramme *programme)
{
  GPtrArray *clearances = yf_programme_get_clearances (programme);

  if (clearances->len > 0)
    yf_cli_print ("%s", _("Allowed by the clinician:"));
  for (guint i = 0; i < clearances->len; i++)
    {
      const YfProgrammeClearance *one = g_ptr_array_index (clearances, i);
      const char * const *conditions = yf_clearance_get_conditions (one->clearance);
      const char * const *exercises = yf_clearance_get_exercises (one->clearance);
      g_autoptr (GString) what = g_string_new (NULL);
      g_autoptr (GString) despite = g_string_new (NULL);

      for (gsize j = 0; exercises[j] != NULL; j++)
        g_string_append_printf (what, "%s%s", j > 0 ? C_("list", ", ") : "",
                                g_str_equal (exercises[j], "*") ? _("everything")
                                                                : get_name (self, programme, exercises[j]));
      for (gsize j = 0; conditions[j] != NULL; j++)
        {
          YfCondition *condition = yf_catalogue_find_condition (self->catalogue, conditions[j]);
          YfStage stage;
          const char *name = conditions[j];

          if (condition != NULL)
            name = yf_condition_get_name (condition);
          else if (yf_stage_from_id (conditions[j], &stage))
            name = yf_stage_get_name (stage);
          g_string_append_printf (despite, "%s%s", j > 0 ? C_("list", ", ") : "", name);
        }

      if (despite->len > 0)
        {
          /* Translators: a list of exercises; a list of conditions */
          g_autofree char *line = g_strdup_printf (_("%s, in spite of: %s"), what->str, despite->str);

          g_print ("  • %s\n", line);
        }
      if (one->above_ceiling)
        {
          /* Translators: a list of exercises */
          g_autofree char *line = g_strdup_printf (_("%s, more than Yanfei’s limit"), what->str);

          g_print ("  • %s\n", line);
        }
    }
}

static void
print_contradictions (GPtrArray *contradictions)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      gboolean cleared = pass == 0;
      gboolean told = FALSE;

      for (guint i = 0; i < contradictions->len; i++)
        {
          const YfContradiction *one = g_ptr_array_index (contradictions, i);

          if (one->cleared != cleared)
            continue;
          if (!told)
            yf_cli_print ("%s", cleared ? _("Not for you without the clearance in the programme:")
                                        : _("Not for you, and not cleared in the programme:"));
          told = TRUE;
          yf_cli_print_judgement (one->judgement, one->exercise);
        }
    }

  if (contradictions->len == 0)
    yf_cli_print ("%s", _("Nothing that it asks for contradicts what Yanfei knows of you."));
}

void
yf_cli_programme_print (YfCli       *self,
                        YfProgramme *programme,
                        GPtrArray   *contradictions)
{
  GPtrArray *items = yf_programme_get_items (programme);

  print_days (programme);
  print_notes (yf_programme_get_notes (programme), "  ");
  if (items->len > 0)
    yf_cli_print ("%s", _("To be done:"));
  for (guint i = 0; i < items->len; i++)
    print_item (g_ptr_array_index (items, i));
  print_bans (self, programme);
  print_schedule (yf_programme_get_schedule (programme));
  print_pain (programme);
  print_clearances (self, programme);
  if (contradictions != NULL)
    print_contradictions (contradictions);
}

static void
add_day (JsonBuilder *builder,
         const char  *key,
         YfDay        day)
{
  g_autofree char *text = day != YF_DAY_NONE ? yf_day_to_string (day) : NULL;

  yf_json_add_string (builder, key, text);
}

static void
add_texts (JsonBuilder *builder,
           const char  *key,
           GPtrArray   *texts)
{
  yf_json_begin (builder, key, '[');
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  yf_json_end (builder, ']');
}

static void
add_dose (JsonBuilder  *builder,
          const char   *key,
          const YfDose *dose)
{
  yf_json_begin (builder, key, '{');
  yf_json_add_int (builder, "sets", dose->sets);
  yf_json_add_int (builder, "reps", dose->reps);
  yf_json_add_seconds (builder, "hold_s", dose->hold);
  yf_json_end (builder, '}');
}

static void
add_item (JsonBuilder           *builder,
          const YfProgrammeItem *item)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "exercise", yf_exercise_get_id (item->exercise));
  yf_json_add_string (builder, "name", yf_exercise_get_name (item->exercise));
  add_dose (builder, "dose", &item->dose);
  add_dose (builder, "cap", &item->cap);
  yf_json_add_bool (builder, "above_ceiling", item->above_ceiling);
  yf_json_begin (builder, "pace", '{');
  /* What is left out is as the catalogue has it. */
  if (item->pace.tempo != 0)
    yf_json_add_int (builder, "tempo_percent", item->pace.tempo);
  if (item->pace.rep_rest != 0)
    yf_json_add_seconds (builder, "rest_s", item->pace.rep_rest);
  if (item->pace.set_rest != 0)
    yf_json_add_seconds (builder, "set_rest_s", item->pace.set_rest);
  yf_json_end (builder, '}');
  add_texts (builder, "notes", item->notes);
  yf_json_end (builder, '}');
}

/* A number that the programme may not say. */
static void
add_number (JsonBuilder *builder,
            const char  *key,
            int          number,
            int          none)
{
  if (number == none)
    yf_json_add_string (builder, key, NULL);
  else
    yf_json_add_int (builder, key, number);
}

static void
add_schedule (JsonBuilder               *builder,
              const YfProgrammeSchedule *schedule)
{
  yf_json_begin (builder, "schedule", '{');
  add_number (builder, "days_a_week", schedule->days_a_week, 0);
  yf_json_begin (builder, "weekdays", '[');
  for (gsize i = 0; i < G_N_ELEMENTS (weekday_ids); i++)
    if ((schedule->weekdays & (1u << i)) != 0)
      json_builder_add_string_value (builder, weekday_ids[i]);
  yf_json_end (builder, ']');
  add_number (builder, "times_a_day", schedule->times_a_day, 0);
  yf_json_end (builder, '}');
}

static void
add_clearance (JsonBuilder                *builder,
               const YfProgrammeClearance *one)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_strings (builder, "conditions", yf_clearance_get_conditions (one->clearance));
  yf_json_add_strings (builder, "exercises", yf_clearance_get_exercises (one->clearance));
  add_day (builder, "until", yf_clearance_get_until (one->clearance));
  yf_json_add_bool (builder, "above_ceiling", one->above_ceiling);
  yf_json_end (builder, '}');
}

static void
add_contradiction (JsonBuilder           *builder,
                   const YfContradiction *one)
{
  GPtrArray *reasons = yf_judgement_get_reasons (one->judgement);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "exercise", yf_exercise_get_id (one->exercise));
  add_day (builder, "date", yf_judgement_get_day (one->judgement));
  yf_json_add_bool (builder, "cleared", one->cleared);
  yf_json_add_string (builder, "verdict", yf_verdict_get_id (yf_judgement_get_verdict (one->judgement)));
  yf_json_begin (builder, "reasons", '[');
  for (guint i = 0; i < reasons->len; i++)
    {
      YfReason *reason = g_ptr_array_index (reasons, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "rule", yf_reason_get_rule (reason));
      yf_json_add_string (builder, "verdict", yf_verdict_get_id (yf_reason_get_verdict (reason)));
      yf_json_add_source (builder, yf_reason_get_source (reason));
      yf_json_add_string (builder, "text", yf_reason_get_text (reason));
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');
  yf_json_end (builder, '}');
}

void
yf_cli_programme_print_json (YfProgramme *programme,
                             GPtrArray   *contradictions)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GPtrArray *items = yf_programme_get_items (programme);
  GPtrArray *bans = yf_programme_get_bans (programme);
  GPtrArray *clearances = yf_programme_get_clearances (programme);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "name", yf_programme_get_name (programme));
  yf_json_add_string (builder, "clinician", yf_programme_get_clinician (programme));
  add_day (builder, "date", yf_programme_get_date (programme));
  add_day (builder, "from", yf_programme_get_from (programme));
  add_day (builder, "until", yf_programme_get_until (programme));
  add_texts (builder, "notes", yf_programme_get_notes (programme));

  yf_json_begin (builder, "exercises", '[');
  for (guint i = 0; i < items->len; i++)
    add_item (builder, g_ptr_array_index (items, i));
  yf_json_end (builder, ']');

  yf_json_begin (builder, "forbidden", '[');
  for (guint i = 0; i < bans->len; i++)
    {
      const YfProgrammeBan *ban = g_ptr_array_index (bans, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "exercise", ban->exercise);
      yf_json_add_string (builder, "note", ban->note);
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');

  add_schedule (builder, yf_programme_get_schedule (programme));
  yf_json_begin (builder, "pain", '{');
  add_number (builder, "stop_at", yf_programme_get_pain_stop (programme), YF_PROGRAMME_NO_PAIN);
  add_number (builder, "rest_at", yf_programme_get_pain_rest (programme), YF_PROGRAMME_NO_PAIN);
  yf_json_end (builder, '}');

  yf_json_begin (builder, "clearances", '[');
  for (guint i = 0; i < clearances->len; i++)
    add_clearance (builder, g_ptr_array_index (clearances, i));
  yf_json_end (builder, ']');

  if (contradictions != NULL)
    {
      yf_json_begin (builder, "contradictions", '[');
      for (guint i = 0; i < contradictions->len; i++)
        add_contradiction (builder, g_ptr_array_index (contradictions, i));
      yf_json_end (builder, ']');
    }
  yf_json_end (builder, '}');
  yf_json_print (builder);
}
