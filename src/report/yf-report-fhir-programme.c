/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* A physiotherapist's programme: a CarePlan a version. */

static const char *
plan_status (YfProgrammeState state)
{
  switch (state)
    {
    case YF_PROGRAMME_STATE_PROPOSED:
      return "draft";
    case YF_PROGRAMME_STATE_IN_FORCE:
      return "active";
    case YF_PROGRAMME_STATE_OVER:
      return "completed";
    case YF_PROGRAMME_STATE_REPLACED:
      return "revoked";
    default:
      g_return_val_if_reached ("unknown");
    }
}

static const char *
activity_status (YfProgrammeState state)
{
  switch (state)
    {
    case YF_PROGRAMME_STATE_PROPOSED:
      return "not-started";
    case YF_PROGRAMME_STATE_IN_FORCE:
      return "in-progress";
    case YF_PROGRAMME_STATE_OVER:
      return "completed";
    case YF_PROGRAMME_STATE_REPLACED:
      return "stopped";
    default:
      g_return_val_if_reached ("unknown");
    }
}

/* From its first day to its last, or to the day on which it was left. */
static void
add_period (YfFhir                   *self,
            const YfProgrammeVersion *version)
{
  YfDay end = version->record->until;

  if (version->left != NULL)
    {
      YfDay left = yf_day_from_moment (version->left->at, version->left->utc_offset);

      if (end == YF_DAY_NONE || left < end)
        end = left;
    }

  yf_json_begin (self->builder, "period", '{');
  yf_fhir_add_day (self, "start", version->record->from);
  if (end >= version->record->from)
    yf_fhir_add_day (self, "end", end);
  yf_json_end (self->builder, '}');
}

static void
add_note (YfFhir     *self,
          const char *text)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_text (self, "text", text);
  yf_json_end (self->builder, '}');
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static void
add_notes (YfFhir      *self,
           YfProgramme *programme)
{
  GPtrArray *notes = yf_programme_get_notes (programme);
  int stop = yf_programme_get_pain_stop (programme);
  int rest = yf_programme_get_pain_rest (programme);
  gboolean any = stop != YF_PROGRAMME_NO_PAIN || rest != YF_PROGRAMME_NO_PAIN;

  for (guint i = 0; i < notes->len && !any; i++)
    any = !is_blank (g_ptr_array_index (notes, i));
  if (!any)
    return;

  yf_json_begin (self->builder, "note", '[');
  for (guint i = 0; i < notes->len; i++)
    if (!is_blank (g_ptr_array_index (notes, i)))
      add_note (self, g_ptr_array_index (notes, i));
  if (stop != YF_PROGRAMME_NO_PAIN)
    {
      g_autofree char *text = g_strdup_printf (_("Stop when your pain reaches %d of 10."), stop);

      add_note (self, text);
    }
  if (rest != YF_PROGRAMME_NO_PAIN)
    {
      g_autofree char *text = g_strdup_printf (_("Do not train with a pain of %d of 10 or more."), rest);

      add_note (self, text);
    }
  yf_json_end (self->builder, ']');
}

/* How often, where the programme says. */
static void
add_timing (YfFhir                    *self,
            const YfProgrammeSchedule *schedule)
{
  static const char * const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  int times = MAX (schedule->times_a_day, 1);
  gboolean by_day = schedule->weekdays != 0 || schedule->days_a_week == 0;

  if (schedule->days_a_week == 0 && schedule->weekdays == 0 && schedule->times_a_day == 0)
    return;

  yf_json_begin (self->builder, "scheduledTiming", '{');
  yf_json_begin (self->builder, "repeat", '{');
  yf_json_add_int (self->builder, "frequency", by_day ? times : times * schedule->days_a_week);
  yf_json_add_int (self->builder, "period", 1);
  yf_json_add_string (self->builder, "periodUnit", by_day ? "d" : "wk");
  if (schedule->weekdays != 0)
    {
      yf_json_begin (self->builder, "dayOfWeek", '[');
      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        if ((schedule->weekdays & (1u << i)) != 0)
          json_builder_add_string_value (self->builder, days[i]);
      yf_json_end (self->builder, ']');
    }
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, '}');
}

static void
begin_activity (YfFhir                   *self,
                const YfProgrammeVersion *version,
                const char               *exercise,
                const char               *name,
                gboolean                  forbidden)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_json_begin (self->builder, "detail", '{');
  yf_fhir_add_code (self, "code", YF_FHIR_EXERCISES, exercise, NULL, name);
  yf_json_add_string (self->builder, "status", activity_status (version->state));
  yf_json_add_bool (self->builder, "doNotPerform", forbidden);
}

static void
end_activity (YfFhir *self)
{
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, '}');
}

static void
add_item (YfFhir                   *self,
          const YfProgrammeVersion *version,
          const YfProgrammeItem    *item)
{
  g_autofree char *dose = yf_dose_to_string (&item->dose);
  g_autofree char *cap = yf_dose_to_string (&item->cap);
  g_autoptr (GString) lines = g_string_new (NULL);

  /* Translators: two doses such as “2 sets × 10, hold 3 s”: what is to be done, and the most of it */
  g_string_printf (lines, _("%s, at most %s"), dose, cap);
  for (guint i = 0; i < item->notes->len; i++)
    g_string_append_printf (lines, "\n%s", (const char *) g_ptr_array_index (item->notes, i));

  begin_activity (self, version, yf_exercise_get_id (item->exercise), yf_exercise_get_name (item->exercise), FALSE);
  add_timing (self, yf_programme_get_schedule (version->programme));
  yf_fhir_add_text (self, "description", lines->str);
  end_activity (self);
}

static void
add_ban (YfFhir                   *self,
         const YfProgrammeVersion *version,
         const YfProgrammeBan     *ban)
{
  YfCatalogue *catalogue = yf_report_get_catalogue (self->report);
  YfExercise *exercise = yf_catalogue_find_exercise (catalogue, ban->exercise);

  if (exercise == NULL)
    exercise = yf_catalogue_find_relief (catalogue, ban->exercise);

  begin_activity (self, version, ban->exercise, exercise != NULL ? yf_exercise_get_name (exercise) : ban->exercise, TRUE);
  yf_fhir_add_text (self, "description", ban->note);
  end_activity (self);
}

static void
add_activities (YfFhir                   *self,
                const YfProgrammeVersion *version)
{
  GPtrArray *items = yf_programme_get_items (version->programme);
  GPtrArray *bans = yf_programme_get_bans (version->programme);

  if (items->len + bans->len == 0)
    return;

  yf_json_begin (self->builder, "activity", '[');
  for (guint i = 0; i < items->len; i++)
    add_item (self, version, g_ptr_array_index (items, i));
  for (guint i = 0; i < bans->len; i++)
    add_ban (self, version, g_ptr_array_index (bans, i));
  yf_json_end (self->builder, ']');
}

/**
 * yf_fhir_write_programme:
 * @self: a bundle
 * @version: a version of a programme
 *
 * Writes it as a CarePlan that a clinician ordered. One that this Yanfei cannot read
 * is there without what it says.
 */
void
yf_fhir_write_programme (YfFhir                   *self,
                         const YfProgrammeVersion *version)
{
  YfProgramme *programme = version->programme;
  g_autofree char *id = yf_fhir_make_id (self, version->record->id, "programme");

  yf_fhir_begin (self, "CarePlan", id);
  if (version->before != NULL)
    {
      g_autofree char *before = yf_fhir_make_id (self, version->before, "programme");

      yf_json_begin (self->builder, "replaces", '[');
      yf_json_begin (self->builder, NULL, '{');
      yf_fhir_add_reference (self, before);
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
    }
  yf_json_add_string (self->builder, "status", plan_status (version->state));
  yf_json_add_string (self->builder, "intent", "order");
  yf_fhir_add_text (self, "title", programme != NULL ? yf_programme_get_name (programme) : NULL);
  yf_fhir_add_subject (self, TRUE);
  add_period (self, version);
  if (programme != NULL)
    {
      yf_fhir_add_day (self, "created", yf_programme_get_date (programme));
      if (!yf_report_get_anonymous (self->report) && !is_blank (yf_programme_get_clinician (programme)))
        {
          yf_json_begin (self->builder, "author", '{');
          yf_fhir_add_text (self, "display", yf_programme_get_clinician (programme));
          yf_json_end (self->builder, '}');
        }
      add_activities (self, version);
      add_notes (self, programme);
    }
  yf_fhir_end (self);
}
