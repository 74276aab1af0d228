/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* How the person's stage went on, what they said of days, what they were reminded
 * of, and breaks from sitting. */

static void
write_stage_change (YfFhir                    *self,
                    const YfStageChangeRecord *record)
{
  const YfStageChange *change = &record->change;
  g_autofree char *id = yf_fhir_make_id (self, record->id, "stage");
  g_autofree char *why = yf_stage_change_to_string (change);

  /* One that was withdrawn does not hold, and is told as R4 tells that. */
  yf_fhir_begin_finding (self, id, record->withdrawn_at != 0 ? "entered-in-error" : "final", "survey");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "stage", NULL, _("Stage, as Yanfei reckons it"));
  yf_fhir_add_day (self, "effectiveDateTime", change->day);
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_stage_get_id (change->to), NULL,
                    yf_stage_get_name (change->to));
  yf_json_begin (self->builder, "note", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_text (self, "text", why);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_json_begin (self->builder, "component", '[');
  yf_fhir_begin_component (self, "stage-before", _("Stage before"));
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_stage_get_id (change->from), NULL,
                    yf_stage_get_name (change->from));
  yf_fhir_end_component (self);
  yf_json_end (self->builder, ']');
  yf_fhir_end (self);
}

static void
write_flare (YfFhir              *self,
             const YfFlareRecord *flare)
{
  g_autofree char *id = yf_fhir_make_id (self, flare->id, "flare");

  yf_fhir_begin_finding (self, id, "final", "survey");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "flare", NULL, _("Flare, as the person says"));
  yf_fhir_add_moment (self, "effectiveDateTime", flare->at, flare->utc_offset);
  yf_json_add_bool (self->builder, "valueBoolean", TRUE);
  yf_fhir_end (self);
}

static void
write_review (YfFhir               *self,
              const YfReviewRecord *review)
{
  g_autofree char *id = yf_fhir_make_id (self, review->id, "review");

  yf_fhir_begin_finding (self, id, "final", "exam");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "review", NULL, _("Suspended exercise, looked at again"));
  yf_fhir_add_moment (self, "effectiveDateTime", review->at, review->utc_offset);
  if (review->clinician != NULL || self->patient != NULL)
    {
      yf_json_begin (self->builder, "performer", '[');
      yf_json_begin (self->builder, NULL, '{');
      if (review->clinician != NULL)
        yf_fhir_add_text (self, "display", review->clinician);
      else
        yf_fhir_add_reference (self, self->patient);
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
    }
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_EXERCISES, review->exercise, NULL,
                    yf_fhir_exercise_name (self, review->exercise));
  yf_fhir_end (self);
}

/* Kept against planned. Only whole weeks are judged, and those without anything to
 * keep are none. */
static void
write_week (YfFhir       *self,
            const YfWeek *week)
{
  g_autofree char *monday = yf_day_to_string (week->monday);
  g_autofree char *role = NULL;
  g_autofree char *id = NULL;

  if (week->partial || week->intended == 0)
    return;

  role = g_strconcat ("week/", monday, NULL);
  id = yf_fhir_make_id (self, self->patient != NULL ? self->patient : "person", role);
  yf_fhir_begin_finding (self, id, "final", "activity");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "week", NULL, _("Week against the schedule"));
  yf_json_begin (self->builder, "effectivePeriod", '{');
  yf_fhir_add_day (self, "start", week->monday);
  yf_fhir_add_day (self, "end", week->monday + 6);
  yf_json_end (self->builder, '}');
  yf_json_begin (self->builder, "component", '[');
  yf_fhir_add_count (self, "days-kept", _("Days kept"), week->n_kept);
  yf_fhir_add_count (self, "days-intended", _("Days intended"), week->intended);
  yf_json_end (self->builder, ']');
  yf_fhir_end (self);
}

/**
 * yf_fhir_write_course:
 * @self: a bundle
 *
 * Writes the changes of stage, the flares that the person told of, the suspended
 * exercises that were looked at again, and the weeks against the schedule.
 */
void
yf_fhir_write_course (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);
  GArray *weeks = yf_progress_get_weeks (yf_report_get_progress (self->report));

  for (guint i = 0; i < log->stage_changes->len; i++)
    write_stage_change (self, g_ptr_array_index (log->stage_changes, i));
  for (guint i = 0; i < log->flares->len; i++)
    write_flare (self, g_ptr_array_index (log->flares, i));
  for (guint i = 0; i < log->reviews->len; i++)
    write_review (self, g_ptr_array_index (log->reviews, i));
  for (guint i = 0; i < weeks->len; i++)
    write_week (self, &g_array_index (weeks, YfWeek, i));
}

static void
add_category (YfFhir     *self,
              const char *code,
              const char *text)
{
  yf_json_begin (self->builder, "category", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_begin (self->builder, "coding", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "system", YF_FHIR_TERMS);
  yf_json_add_string (self->builder, "code", code);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_fhir_add_text (self, "text", text);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
}

static void
add_payload (YfFhir     *self,
             const char *text)
{
  yf_json_begin (self->builder, "payload", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_text (self, "contentString", text);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
}

/* The answer is a message of its own, from the person. */
static void
write_answer (YfFhir                 *self,
              const YfReminderRecord *reminder,
              const char             *reminder_id)
{
  g_autofree char *id = yf_fhir_make_id (self, reminder->id, "answer");

  yf_fhir_begin (self, "Communication", id);
  yf_json_begin (self->builder, "inResponseTo", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_reference (self, reminder_id);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_json_add_string (self->builder, "status", "completed");
  add_category (self, yf_reminder_answer_get_id (reminder->answer), yf_report_reminder_answer_name (reminder->answer));
  yf_fhir_add_subject (self, FALSE);
  yf_fhir_add_moment (self, "sent", reminder->answered_at, reminder->utc_offset);
  if (self->patient != NULL)
    {
      yf_json_begin (self->builder, "sender", '{');
      yf_fhir_add_reference (self, self->patient);
      yf_json_end (self->builder, '}');
    }
  if (reminder->answer == YF_REMINDER_NOT_TODAY)
    {
      yf_json_begin (self->builder, "reasonCode", '[');
      yf_json_begin (self->builder, NULL, '{');
      yf_json_begin (self->builder, "coding", '[');
      yf_json_begin (self->builder, NULL, '{');
      yf_json_add_string (self->builder, "system", YF_FHIR_TERMS);
      yf_json_add_string (self->builder, "code", yf_skip_reason_get_id (reminder->reason));
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
      yf_fhir_add_text (self, "text", yf_skip_reason_get_name (reminder->reason));
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
    }
  add_payload (self, yf_report_reminder_answer_name (reminder->answer));
  yf_fhir_end (self);
}

/**
 * yf_fhir_write_reminders:
 * @self: a bundle
 *
 * Writes the reminders that were shown, and the answers to them.
 */
void
yf_fhir_write_reminders (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);

  for (guint i = 0; i < log->reminders->len; i++)
    {
      const YfReminderRecord *reminder = g_ptr_array_index (log->reminders, i);
      g_autofree char *id = yf_fhir_make_id (self, reminder->id, "reminder");

      yf_fhir_begin (self, "Communication", id);
      yf_json_add_string (self->builder, "status", "completed");
      add_category (self, yf_reminder_kind_get_id (reminder->kind), yf_report_reminder_kind_name (reminder->kind));
      yf_fhir_add_subject (self, FALSE);
      yf_fhir_add_moment (self, "sent", reminder->at, reminder->utc_offset);
      if (self->patient != NULL)
        {
          yf_json_begin (self->builder, "recipient", '[');
          yf_json_begin (self->builder, NULL, '{');
          yf_fhir_add_reference (self, self->patient);
          yf_json_end (self->builder, '}');
          yf_json_end (self->builder, ']');
        }
      add_payload (self, yf_report_reminder_kind_name (reminder->kind));
      yf_fhir_end (self);

      if (reminder->answer != YF_REMINDER_UNANSWERED)
        write_answer (self, reminder, id);
    }
}

static void
add_minutes (YfFhir     *self,
             const char *code,
             const char *text,
             gint64      microseconds)
{
  yf_fhir_begin_component (self, code, text);
  yf_fhir_add_quantity (self, microseconds / YF_SECOND / 60.0, "min", "min");
  yf_fhir_end_component (self);
}

/**
 * yf_fhir_write_breaks:
 * @self: a bundle
 *
 * Writes the breaks from sitting that were offered, and what became of them.
 */
void
yf_fhir_write_breaks (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);

  for (guint i = 0; i < log->sitting_breaks->len; i++)
    {
      const YfBreakRecord *one = g_ptr_array_index (log->sitting_breaks, i);
      g_autofree char *id = yf_fhir_make_id (self, one->id, "break");

      yf_fhir_begin_finding (self, id, "final", "activity");
      yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "sitting-break", NULL, _("Break from sitting"));
      yf_fhir_add_moment (self, "effectiveDateTime", one->at, one->utc_offset);
      yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_break_answer_get_id (one->answer), NULL,
                        yf_report_break_answer_name (one->answer));
      yf_json_begin (self->builder, "component", '[');
      add_minutes (self, "sat", _("Sat for"), one->sat);
      if (one->length > 0)
        add_minutes (self, "length", _("Length of the break"), one->length);
      if (one->answer == YF_BREAK_SKIPPED)
        {
          yf_fhir_begin_component (self, "reason", _("Why not"));
          yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, yf_skip_reason_get_id (one->reason), NULL,
                            yf_skip_reason_get_name (one->reason));
          yf_fhir_end_component (self);
        }
      yf_json_end (self->builder, ']');
      yf_fhir_end (self);
    }
}
