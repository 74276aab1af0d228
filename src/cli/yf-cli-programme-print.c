/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-cli-programme-private.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"
#include "yf-programme-words.h"

/* What is in a programme, for people and for scripts. */

static const char * const weekday_ids[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };

static void
print_days (YfProgramme *programme)
{
  g_autofree char *given = yf_programme_dup_given_text (programme);
  g_autofree char *days = yf_programme_dup_days_text (programme);

  yf_cli_print ("%s", given);
  yf_cli_print ("%s", days);
}

static void
print_notes (GPtrArray  *notes,
             const char *indent)
{
  for (guint i = 0; i < notes->len; i++)
    g_print ("%s“%s”\n", indent, (const char *) g_ptr_array_index (notes, i));
}

/* Prints and frees sentences. */
static void
print_texts (GPtrArray  *texts,
             const char *before)
{
  for (guint i = 0; i < texts->len; i++)
    g_print ("%s%s\n", before, (const char *) g_ptr_array_index (texts, i));
  g_ptr_array_unref (texts);
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
  print_texts (yf_programme_list_item_remarks (item), "    ");
  print_notes (item->notes, "    ");
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

      g_print ("  • %s\n", yf_programme_get_exercise_name (programme, self->catalogue, ban->exercise));
      if (ban->note != NULL)
        g_print ("    “%s”\n", ban->note);
    }
}

static void
print_clearances (YfCli       *self,
                  YfProgramme *programme)
{
  if (yf_programme_get_clearances (programme)->len > 0)
    yf_cli_print ("%s", _("Allowed by the clinician:"));
  print_texts (yf_programme_list_clearances (programme, self->catalogue), "  • ");
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
          const YfProgrammeFinding *one = g_ptr_array_index (contradictions, i);

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
  print_texts (yf_programme_list_schedule (yf_programme_get_schedule (programme)), "");
  print_texts (yf_programme_list_pain (programme), "");
  print_clearances (self, programme);
  if (contradictions != NULL)
    print_contradictions (contradictions);
}

static void
add_item (JsonBuilder           *builder,
          const YfProgrammeItem *item)
{
  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "exercise", yf_exercise_get_id (item->exercise));
  yf_json_add_string (builder, "name", yf_exercise_get_name (item->exercise));
  yf_json_add_dose (builder, "dose", &item->dose);
  yf_json_add_dose (builder, "cap", &item->cap);
  yf_json_add_bool (builder, "above_ceiling", item->above_ceiling);
  yf_json_begin (builder, "pace", '{');
  yf_json_add_pace_members (builder, &item->pace);
  yf_json_end (builder, '}');
  yf_json_add_texts (builder, "notes", item->notes);
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
  yf_json_add_day (builder, "until", yf_clearance_get_until (one->clearance));
  yf_json_add_bool (builder, "above_ceiling", one->above_ceiling);
  yf_json_end (builder, '}');
}

static void
add_contradiction (JsonBuilder              *builder,
                   const YfProgrammeFinding *one)
{
  GPtrArray *reasons = yf_judgement_get_reasons (one->judgement);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "exercise", yf_exercise_get_id (one->exercise));
  yf_json_add_day (builder, "date", yf_judgement_get_day (one->judgement));
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
  yf_json_add_day (builder, "date", yf_programme_get_date (programme));
  yf_json_add_day (builder, "from", yf_programme_get_from (programme));
  yf_json_add_day (builder, "until", yf_programme_get_until (programme));
  yf_json_add_texts (builder, "notes", yf_programme_get_notes (programme));

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
