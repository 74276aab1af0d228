/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-report-programmes.h"
#include "yf-report-words.h"

G_BEGIN_DECLS

/* Code systems of FHIR R4, and the two of Yanfei's own: the ids of exercises,
 * and what its observations and questions are called. */
#define YF_FHIR_LOINC     "http://loinc.org"
#define YF_FHIR_UCUM      "http://unitsofmeasure.org"
#define YF_FHIR_CATEGORY  "http://terminology.hl7.org/CodeSystem/observation-category"
#define YF_FHIR_CLINICAL  "http://terminology.hl7.org/CodeSystem/condition-clinical"
#define YF_FHIR_EXERCISES "urn:uuid:7e18aa7c-a48a-4afc-bbee-ee7a11eb8219"
#define YF_FHIR_TERMS     "urn:uuid:fd57fc59-fd7d-45c7-bfda-7441a0913326"

/**
 * YfFhir:
 * @report: what is being written
 * @builder: where
 * @patient: (nullable): the id of the person's resource; %NULL in an anonymous
 *   bundle
 *
 * A bundle that is being written.
 */
typedef struct
{
  YfReport    *report;
  JsonBuilder *builder;
  char        *patient;
} YfFhir;

char *yf_fhir_make_id         (YfFhir      *self,
                               const char  *entry,
                               const char  *role);
void  yf_fhir_begin           (YfFhir      *self,
                               const char  *type,
                               const char  *id);
void  yf_fhir_end             (YfFhir      *self);
void  yf_fhir_add_text        (YfFhir      *self,
                               const char  *key,
                               const char  *text);
void  yf_fhir_add_moment      (YfFhir      *self,
                               const char  *key,
                               gint64       real,
                               gint32       utc_offset);
void  yf_fhir_add_day         (YfFhir      *self,
                               const char  *key,
                               YfDay        day);
void  yf_fhir_add_period      (YfFhir      *self,
                               const char  *key,
                               gint64       from,
                               gint64       to,
                               gint32       utc_offset);
void  yf_fhir_add_code        (YfFhir      *self,
                               const char  *key,
                               const char  *system,
                               const char  *code,
                               const char  *display,
                               const char  *text);
void  yf_fhir_add_words       (YfFhir      *self,
                               const char  *key,
                               const char  *text);
void  yf_fhir_add_quantity    (YfFhir      *self,
                               double       value,
                               const char  *unit,
                               const char  *code);
void  yf_fhir_add_reference   (YfFhir      *self,
                               const char  *id);
void  yf_fhir_add_references  (YfFhir      *self,
                               const char  *key,
                               GPtrArray   *ids);
void  yf_fhir_add_subject     (YfFhir      *self,
                               gboolean     required);
void  yf_fhir_add_notes       (YfFhir      *self,
                               const char  *entry,
                               const char  *text);
void  yf_fhir_begin_observation (YfFhir    *self,
                               const char  *id,
                               const char  *entry,
                               const char  *category);
void  yf_fhir_begin_finding   (YfFhir      *self,
                               const char  *id,
                               const char  *status,
                               const char  *category);
void  yf_fhir_begin_component (YfFhir      *self,
                               const char  *code,
                               const char  *text);
void  yf_fhir_end_component   (YfFhir      *self);
void  yf_fhir_add_count       (YfFhir      *self,
                               const char  *code,
                               const char  *text,
                               int          count);
void  yf_fhir_add_hold        (YfFhir      *self,
                               const char  *code,
                               const char  *text,
                               gint64       microseconds);
void  yf_fhir_add_duration    (YfFhir      *self,
                               gint64       seconds);
const char *yf_fhir_exercise_name (YfFhir  *self,
                               const char  *exercise);

/* What is in the bundle. */
void  yf_fhir_write_person    (YfFhir      *self);
void  yf_fhir_write_session   (YfFhir      *self,
                               YfSessionRecord *session);
void  yf_fhir_write_check_ins (YfFhir      *self);
char *yf_fhir_write_pain      (YfFhir      *self,
                               const char  *entry,
                               const char  *moment,
                               const char  *site,
                               int          pain,
                               gint64       at,
                               gint32       utc_offset,
                               const char  *derived_from);
void  yf_fhir_write_activities (YfFhir     *self);
void  yf_fhir_write_reliefs   (YfFhir      *self);
void  yf_fhir_write_measures  (YfFhir      *self);
void  yf_fhir_write_plans     (YfFhir      *self);
void  yf_fhir_write_programme (YfFhir      *self,
                               const YfProgrammeVersion *version);
void  yf_fhir_add_based_on    (YfFhir      *self,
                               const char  *session);
void  yf_fhir_write_course    (YfFhir      *self);
void  yf_fhir_write_reminders (YfFhir      *self);
void  yf_fhir_write_breaks    (YfFhir      *self);

G_END_DECLS
