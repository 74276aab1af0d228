/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* Yanfei's own plan: a CarePlan with an activity for each exercise, how much of it
 * there is now, and how that came. */

/* What the log knows of one exercise. */
typedef struct
{
  const char   *exercise;
  YfDose        dose;
  YfDay         day;        /* from when on the dose is known */
  YfDoseChange *latest;     /* nullable: the latest change that was not withdrawn */
} Planned;

static Planned *
find_planned (GArray     *all,
              const char *exercise)
{
  Planned begun = { .exercise = exercise, .day = YF_DAY_NONE };

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (g_array_index (all, Planned, i).exercise, exercise))
      return &g_array_index (all, Planned, i);

  g_array_append_val (all, begun);
  return &g_array_index (all, Planned, all->len - 1);
}

/* The exercises, in the order in which they were first there. A change holds from its
 * day on, and so goes before what was planned in a session of an earlier one. */
static GArray *
dup_planned (YfLog *log)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Planned));

  for (guint i = 0; i < log->sessions->len; i++)
    {
      const YfSessionRecord *session = g_ptr_array_index (log->sessions, i);

      for (guint j = 0; j < session->exercises->len; j++)
        {
          const YfExerciseRecord *exercise = g_ptr_array_index (session->exercises, j);
          Planned *planned = find_planned (all, exercise->exercise);

          planned->dose = exercise->planned;
          planned->day = yf_day_from_moment (session->started, session->utc_offset);
        }
    }

  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);
      Planned *planned = find_planned (all, record->change->exercise);
      gboolean known = planned->day != YF_DAY_NONE || planned->latest != NULL;

      if (record->withdrawn_at == 0 &&
          (planned->latest == NULL || record->change->day >= planned->latest->day))
        planned->latest = record->change;
      if (!known)
        planned->dose = record->withdrawn_at == 0 ? record->change->to : record->change->from;
    }

  for (guint i = 0; i < all->len; i++)
    {
      Planned *planned = &g_array_index (all, Planned, i);

      if (planned->latest != NULL && (planned->day == YF_DAY_NONE || planned->latest->day >= planned->day))
        planned->dose = planned->latest->to;
    }

  return all;
}

static void
add_change (YfFhir                   *self,
            const YfDoseChangeRecord *record)
{
  g_autofree char *text = yf_dose_change_to_string (record->change);

  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_day (self, "time", record->change->day);
  if (record->withdrawn_at != 0)
    {
      g_autofree char *day = yf_day_to_string (yf_day_from_moment (record->withdrawn_at, record->utc_offset));
      /* Translators: a sentence that says how a dose changed and why, and a date such as 2026-11-20 */
      g_autofree char *withdrawn = g_strdup_printf (_("%s Withdrawn on %s: what it rested on was corrected."), text, day);

      yf_fhir_add_text (self, "text", withdrawn);
    }
  else
    yf_fhir_add_text (self, "text", text);
  yf_json_end (self->builder, '}');
}

static void
add_progress (YfFhir        *self,
              const Planned *planned)
{
  YfLog *log = yf_report_get_log (self->report);
  gboolean begun = FALSE;

  for (guint i = 0; i < log->dose_changes->len; i++)
    {
      const YfDoseChangeRecord *record = g_ptr_array_index (log->dose_changes, i);

      if (!g_str_equal (record->change->exercise, planned->exercise))
        continue;

      if (!begun)
        yf_json_begin (self->builder, "progress", '[');
      begun = TRUE;
      add_change (self, record);
    }

  if (begun)
    yf_json_end (self->builder, ']');
}

static void
add_activity (YfFhir        *self,
              const Planned *planned,
              int            days_a_week)
{
  gboolean suspended = planned->latest != NULL && planned->latest->reason == YF_DOSE_REASON_SUSPENDED;
  g_autofree char *dose = yf_dose_to_string (&planned->dose);

  yf_json_begin (self->builder, NULL, '{');
  add_progress (self, planned);
  yf_json_begin (self->builder, "detail", '{');
  yf_fhir_add_code (self, "code", YF_FHIR_EXERCISES, planned->exercise, NULL,
                    yf_fhir_exercise_name (self, planned->exercise));
  yf_json_add_string (self->builder, "status", suspended ? "on-hold" : "in-progress");
  if (suspended)
    {
      g_autofree char *why = yf_dose_change_to_string (planned->latest);

      yf_fhir_add_code (self, "statusReason", YF_FHIR_TERMS, yf_dose_reason_get_id (planned->latest->reason), NULL, why);
    }
  yf_json_add_bool (self->builder, "doNotPerform", FALSE);
  yf_json_begin (self->builder, "scheduledTiming", '{');
  yf_json_begin (self->builder, "repeat", '{');
  yf_json_add_int (self->builder, "frequency", days_a_week);
  yf_json_add_int (self->builder, "period", 1);
  yf_json_add_string (self->builder, "periodUnit", "wk");
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, '}');
  yf_fhir_add_text (self, "description", dose);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, '}');
}

static void
write_own (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);
  g_autoptr (GArray) all = dup_planned (log);
  g_autofree char *id = yf_fhir_make_id (self, self->patient != NULL ? self->patient : "person", "plan");
  gint64 made = yf_report_get_made (self->report);
  int days_a_week = YF_SCHEDULE_DEFAULT_DAYS;
  YfDay first;
  YfDay last;

  if (all->len == 0)
    return;

  if (log->schedules->len > 0)
    days_a_week = ((const YfScheduleRecord *) g_ptr_array_index (log->schedules, log->schedules->len - 1))->days_a_week;

  yf_fhir_begin (self, "CarePlan", id);
  yf_json_add_string (self->builder, "status", "active");
  yf_json_add_string (self->builder, "intent", "plan");
  yf_fhir_add_text (self, "title", _("Yanfei’s own plan"));
  yf_fhir_add_text (self, "description",
                    _("Doses as Yanfei has worked them out from what was done and how it went, within its ceilings. "
                      "No clinician has ordered them."));
  yf_fhir_add_subject (self, TRUE);
  if (yf_log_get_extent (log, &first, &last))
    {
      yf_json_begin (self->builder, "period", '{');
      yf_fhir_add_day (self, "start", first);
      yf_json_end (self->builder, '}');
    }
  yf_fhir_add_moment (self, "created", made, yf_real_get_utc_offset (made));
  yf_json_begin (self->builder, "activity", '[');
  for (guint i = 0; i < all->len; i++)
    add_activity (self, &g_array_index (all, Planned, i), days_a_week);
  yf_json_end (self->builder, ']');
  yf_fhir_end (self);
}

/**
 * yf_fhir_write_plans:
 * @self: a bundle
 *
 * Writes the versions of programmes, and then Yanfei's own plan.
 */
void
yf_fhir_write_plans (YfFhir *self)
{
  g_autoptr (GPtrArray) versions = yf_report_dup_programmes (self->report);

  for (guint i = 0; i < versions->len; i++)
    yf_fhir_write_programme (self, g_ptr_array_index (versions, i));
  write_own (self);
}

/**
 * yf_fhir_add_based_on:
 * @self: a bundle, where an Observation is being built
 * @session: the id of a session
 *
 * Says which version of a programme it followed, if it followed one.
 */
void
yf_fhir_add_based_on (YfFhir     *self,
                      const char *session)
{
  YfLog *log = yf_report_get_log (self->report);
  const char *programme = yf_log_find_followed (log, session);
  g_autofree char *id = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < log->programmes->len && !found; i++)
    found = g_strcmp0 (((const YfProgrammeRecord *) g_ptr_array_index (log->programmes, i))->id, programme) == 0;
  if (!found)
    return;

  id = yf_fhir_make_id (self, programme, "programme");
  yf_json_begin (self->builder, "basedOn", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_reference (self, id);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
}
