/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"

/* The person, what they were told they have, and what clinicians have said. */

static void
write_patient (YfFhir          *self,
               const YfProfile *profile)
{
  const char *name = profile != NULL ? yf_profile_get_name (profile) : NULL;

  yf_fhir_begin (self, "Patient", self->patient);
  if (name != NULL && *name != '\0')
    {
      yf_json_begin (self->builder, "name", '[');
      yf_json_begin (self->builder, NULL, '{');
      yf_fhir_add_text (self, "text", name);
      yf_json_end (self->builder, '}');
      yf_json_end (self->builder, ']');
    }
  if (profile != NULL && yf_profile_get_born (profile) != YF_BORN_UNSAID)
    {
      g_autofree char *year = g_strdup_printf ("%04d", yf_profile_get_born (profile));

      yf_json_add_string (self->builder, "birthDate", year);
    }
  yf_fhir_end (self);
}

/* That it is active is said only of a stage in which it is: whether it is over
 * nobody has said. */
static void
write_diagnosis (YfFhir          *self,
                 const YfProfile *profile)
{
  const char *diagnosis = yf_profile_get_diagnosis (profile);
  YfStage stage = yf_report_get_stage (self->report);
  g_autofree char *id = yf_fhir_make_id (self, self->patient != NULL ? self->patient : "person", "diagnosis");

  if (diagnosis == NULL || *diagnosis == '\0')
    return;

  yf_fhir_begin (self, "Condition", id);
  if (stage == YF_STAGE_ACUTE || stage == YF_STAGE_EASING || stage == YF_STAGE_RECOVERY)
    yf_fhir_add_code (self, "clinicalStatus", YF_FHIR_CLINICAL, "active", NULL, NULL);
  yf_fhir_add_words (self, "code", diagnosis);
  yf_fhir_add_subject (self, TRUE);
  yf_fhir_add_day (self, "onsetDateTime", yf_profile_get_onset (profile));
  yf_json_begin (self->builder, "note", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "text", _("The diagnosis as the person gave it."));
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_fhir_end (self);
}

static void
add_performer (YfFhir     *self,
               const char *clinician)
{
  if (clinician == NULL || *clinician == '\0')
    return;

  yf_json_begin (self->builder, "performer", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_text (self, "display", clinician);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
}

static void
add_words (YfFhir     *self,
           const char *code,
           const char *text,
           const char *value)
{
  if (*value == '\0')
    return;

  yf_fhir_begin_component (self, code, text);
  yf_fhir_add_text (self, "valueString", value);
  yf_fhir_end_component (self);
}

static void
write_clearance (YfFhir      *self,
                 YfClearance *clearance,
                 guint        index)
{
  g_autofree char *role = g_strdup_printf ("clearance/%u", index);
  g_autofree char *id = yf_fhir_make_id (self, self->patient != NULL ? self->patient : "person", role);
  g_autofree char *conditions = yf_report_names (self->report, yf_clearance_get_conditions (clearance), FALSE);
  g_autofree char *exercises = yf_report_names (self->report, yf_clearance_get_exercises (clearance), TRUE);
  YfDay until = yf_clearance_get_until (clearance);

  yf_fhir_begin_observation (self, id, id, "exam");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "clearance", NULL, _("Exercise cleared by a clinician"));
  if (yf_day_is_known (until))
    {
      yf_json_begin (self->builder, "effectivePeriod", '{');
      yf_fhir_add_day (self, "start", yf_clearance_get_date (clearance));
      yf_fhir_add_day (self, "end", until);
      yf_json_end (self->builder, '}');
    }
  else
    yf_fhir_add_day (self, "effectiveDateTime", yf_clearance_get_date (clearance));
  add_performer (self, yf_clearance_get_clinician (clearance));
  if (*conditions != '\0' || *exercises != '\0')
    {
      yf_json_begin (self->builder, "component", '[');
      add_words (self, "clearance-for", _("In spite of"), conditions);
      add_words (self, "clearance-exercises", _("Exercises"), exercises);
      yf_json_end (self->builder, ']');
    }
  yf_fhir_end (self);
}

static void
write_assessment (YfFhir       *self,
                  YfAssessment *assessment,
                  guint         index)
{
  g_autofree char *role = g_strdup_printf ("assessment/%u", index);
  g_autofree char *id = yf_fhir_make_id (self, self->patient != NULL ? self->patient : "person", role);
  const char *flag = yf_assessment_get_flag (assessment);

  yf_fhir_begin_observation (self, id, id, "exam");
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, "assessment", NULL, _("Sign assessed by a clinician"));
  yf_fhir_add_day (self, "effectiveDateTime", yf_assessment_get_date (assessment));
  add_performer (self, yf_assessment_get_clinician (assessment));
  yf_fhir_add_code (self, "valueCodeableConcept", YF_FHIR_TERMS, flag, NULL, yf_report_flag_text (self->report, flag));
  yf_fhir_end (self);
}

/**
 * yf_fhir_write_person:
 * @self: a bundle
 *
 * Writes who it is about, unless it is anonymous, and what the profile says.
 */
void
yf_fhir_write_person (YfFhir *self)
{
  const YfProfile *profile = yf_report_get_log (self->report)->profile;

  if (self->patient != NULL)
    write_patient (self, profile);
  if (profile == NULL)
    return;

  write_diagnosis (self, profile);
  for (guint i = 0; i < yf_profile_get_clearances (profile)->len; i++)
    write_clearance (self, g_ptr_array_index (yf_profile_get_clearances (profile), i), i);
  for (guint i = 0; i < yf_profile_get_assessments (profile)->len; i++)
    write_assessment (self, g_ptr_array_index (yf_profile_get_assessments (profile), i), i);
}
