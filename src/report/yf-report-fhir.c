/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>

#include "yf-json.h"
#include "yf-report-private.h"

/* Nothing in the log is the person's own number. These are the same in every
 * export of one log, and hardly the same in two. */
static char *
make_patient (YfFhir *self)
{
  YfLog *log = yf_report_get_log (self->report);
  const YfConsentRecord *consent = log->consents->len > 0 ? g_ptr_array_index (log->consents, 0) : NULL;
  g_autofree char *name = g_strdup_printf ("%s/%d/%" G_GINT64_FORMAT,
                                           log->profile != NULL && yf_profile_get_name (log->profile) != NULL
                                           ? yf_profile_get_name (log->profile) : "",
                                           log->profile != NULL ? yf_profile_get_born (log->profile) : YF_BORN_UNSAID,
                                           consent != NULL ? consent->at : 0);

  return yf_fhir_make_id (self, name, "patient");
}

static void
write_document (YfFhir *self,
                GBytes *pdf)
{
  gint64 made = yf_report_get_made (self->report);
  gint32 utc_offset = yf_real_get_utc_offset (made);
  g_autofree char *day = yf_day_to_string (yf_day_from_moment (made, utc_offset));
  g_autofree char *id = yf_fhir_make_id (self, self->patient != NULL ? self->patient : "person", day);
  g_autofree char *title = yf_report_get_file_name (self->report, YF_REPORT_PDF);
  g_autofree char *data = g_base64_encode (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf));

  yf_fhir_begin (self, "DocumentReference", id);
  yf_json_add_string (self->builder, "status", "current");
  yf_fhir_add_code (self, "type", YF_FHIR_TERMS, "report", NULL, _("Yanfei: report of exercise"));
  yf_fhir_add_subject (self, FALSE);
  yf_fhir_add_moment (self, "date", made, utc_offset);
  yf_json_begin (self->builder, "content", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_begin (self->builder, "attachment", '{');
  yf_json_add_string (self->builder, "contentType", "application/pdf");
  yf_json_add_string (self->builder, "data", data);
  yf_json_add_int (self->builder, "size", (gint64) g_bytes_get_size (pdf));
  yf_fhir_add_text (self, "title", title);
  yf_fhir_add_moment (self, "creation", made, utc_offset);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_fhir_end (self);
}

static GBytes *
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');

  return g_string_free_to_bytes (g_steal_pointer (&text));
}

/**
 * yf_report_to_fhir:
 * @self: a report
 * @error: (nullable): return location for the error of the PDF in it
 *
 * Makes a Bundle of HL7 FHIR R4 (4.0.1), of the type collection, in JSON. The
 * ids in it are made from those in the log, so that the same entry has the same
 * one in every export. Codes of others are used only where they say just what is
 * meant; everything else has a code of Yanfei's own, and words.
 *
 * What the plan decided is in it as follows. Each version of a physiotherapist's programme is a CarePlan (intent
 * order), which is active, completed or revoked, and a draft where the person never agreed to it; what it
 * forbids is an activity with doNotPerform. Yanfei's own plan is one CarePlan (intent plan); every change of a dose is in
 * the progress of its activity, with its reason, those that were withdrawn too. A session is basedOn the
 * programme that it followed. A change of stage, a flare, a suspended exercise that was looked at, a week against the
 * schedule and a break from sitting are each an Observation. A reminder is a Communication,
 * and the answer to it another that is inResponseTo the first.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GBytes *
yf_report_to_fhir (YfReport  *self,
                   GError   **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GBytes) pdf = NULL;
  YfFhir bundle = { .report = self, .builder = builder };
  g_autofree char *patient = NULL;
  YfLog *log;
  gint64 made;

  g_return_val_if_fail (self != NULL, NULL);

  pdf = yf_report_to_pdf (self, yf_paper_size_get_default (), error);
  if (pdf == NULL)
    return NULL;

  log = yf_report_get_log (self);
  made = yf_report_get_made (self);
  if (!yf_report_get_anonymous (self))
    bundle.patient = patient = make_patient (&bundle);

  yf_json_begin (builder, NULL, '{');
  yf_json_add_string (builder, "resourceType", "Bundle");
  yf_json_add_string (builder, "type", "collection");
  yf_fhir_add_moment (&bundle, "timestamp", made, yf_real_get_utc_offset (made));
  yf_json_begin (builder, "entry", '[');
  yf_fhir_write_person (&bundle);
  yf_fhir_write_plans (&bundle);
  yf_fhir_write_course (&bundle);
  yf_fhir_write_check_ins (&bundle);
  for (guint i = 0; i < log->sessions->len; i++)
    yf_fhir_write_session (&bundle, g_ptr_array_index (log->sessions, i));
  yf_fhir_write_activities (&bundle);
  yf_fhir_write_reliefs (&bundle);
  yf_fhir_write_measures (&bundle);
  yf_fhir_write_reminders (&bundle);
  yf_fhir_write_breaks (&bundle);
  write_document (&bundle, pdf);
  yf_json_end (builder, ']');
  yf_json_end (builder, '}');

  return print (builder);
}
