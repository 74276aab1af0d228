/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-report-fhir.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "yf-json.h"

/* The elements that resources of FHIR R4 are made of (hl7.org/fhir/R4). */

/* 56e18a33-7639-45b5-9615-b02370941cd1: the namespace of the names that the
 * resources' ids are made of. It must never change. */
static const guint8 namespace[16] = {
  0x56, 0xe1, 0x8a, 0x33, 0x76, 0x39, 0x45, 0xb5, 0x96, 0x15, 0xb0, 0x23, 0x70, 0x94, 0x1c, 0xd1,
};

/**
 * yf_fhir_make_id:
 * @self: a bundle
 * @entry: what it is from: the id of an entry of the log
 * @role: what it is of that
 *
 * Makes the same id whenever the same entry is exported: a name-based UUID
 * (RFC 4122, version 5). Those of an anonymous bundle are others, so that they
 * do not lead to one with a name in it.
 *
 * Returns: (transfer full): a UUID
 */
char *
yf_fhir_make_id (YfFhir     *self,
                 const char *entry,
                 const char *role)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *name = NULL;
  guint8 digest[20];
  gsize length = sizeof digest;

  name = g_strdup_printf ("%s/%s/%s", yf_report_get_anonymous (self->report) ? "anonymous" : "named", entry, role);
  g_checksum_update (checksum, namespace, sizeof namespace);
  g_checksum_update (checksum, (const guchar *) name, strlen (name));
  g_checksum_get_digest (checksum, digest, &length);

  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          digest[0], digest[1], digest[2], digest[3], digest[4], digest[5], digest[6], digest[7],
                          digest[8], digest[9], digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]);
}

/* A string of FHIR is never empty and has no control characters but tabs and
 * ends of lines. */
static char *
clean (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : g_strdup ("");
  g_autoptr (GString) kept = g_string_new (NULL);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_iscntrl (character) && strchr ("\t\r\n", *c) == NULL)
        character = ' ';
      g_string_append_unichar (kept, character);
    }
  g_strstrip (kept->str);

  return *kept->str != '\0' ? g_strdup (kept->str) : NULL;
}

/**
 * yf_fhir_begin:
 * @self: a bundle
 * @type: the type of a resource
 * @id: its id
 *
 * Begins an entry of the bundle; yf_fhir_end() ends it.
 */
void
yf_fhir_begin (YfFhir     *self,
               const char *type,
               const char *id)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", id, NULL);

  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "fullUrl", url);
  yf_json_begin (self->builder, "resource", '{');
  yf_json_add_string (self->builder, "resourceType", type);
  yf_json_add_string (self->builder, "id", id);
}

void
yf_fhir_end (YfFhir *self)
{
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, '}');
}

/**
 * yf_fhir_add_text:
 * @self: a bundle
 * @key: the element
 * @text: (nullable): its value; the element is left out where there is none
 */
void
yf_fhir_add_text (YfFhir     *self,
                  const char *key,
                  const char *text)
{
  g_autofree char *cleaned = clean (text);

  if (cleaned != NULL)
    yf_json_add_string (self->builder, key, cleaned);
}

/**
 * yf_fhir_add_moment:
 * @self: a bundle
 * @key: the element, a dateTime or an instant
 * @real: microseconds since the Unix epoch
 * @utc_offset: seconds east of UTC where the person was
 */
void
yf_fhir_add_moment (YfFhir     *self,
                    const char *key,
                    gint64      real,
                    gint32      utc_offset)
{
  g_autofree char *moment = yf_real_to_iso8601 (real, utc_offset);

  yf_json_add_string (self->builder, key, moment);
}

void
yf_fhir_add_day (YfFhir     *self,
                 const char *key,
                 YfDay       day)
{
  g_autofree char *text = yf_day_is_known (day) ? yf_day_to_string (day) : NULL;

  if (text != NULL)
    yf_json_add_string (self->builder, key, text);
}

/**
 * yf_fhir_add_period:
 * @self: a bundle
 * @key: the element
 * @from: microseconds since the Unix epoch
 * @to: likewise, or 0 where nobody knows
 * @utc_offset: seconds east of UTC where the person was
 */
void
yf_fhir_add_period (YfFhir     *self,
                    const char *key,
                    gint64      from,
                    gint64      to,
                    gint32      utc_offset)
{
  yf_json_begin (self->builder, key, '{');
  yf_fhir_add_moment (self, "start", from, utc_offset);
  if (to >= from)
    yf_fhir_add_moment (self, "end", to, utc_offset);
  yf_json_end (self->builder, '}');
}

/**
 * yf_fhir_add_code:
 * @self: a bundle
 * @key: the element, a CodeableConcept
 * @system: a code system
 * @code: a code of it
 * @display: (nullable): how the system itself words it
 * @text: (nullable): what is meant, in the person's language
 */
void
yf_fhir_add_code (YfFhir     *self,
                  const char *key,
                  const char *system,
                  const char *code,
                  const char *display,
                  const char *text)
{
  yf_json_begin (self->builder, key, '{');
  yf_json_begin (self->builder, "coding", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "system", system);
  yf_json_add_string (self->builder, "code", code);
  yf_fhir_add_text (self, "display", display);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_fhir_add_text (self, "text", text);
  yf_json_end (self->builder, '}');
}

/**
 * yf_fhir_add_words:
 * @self: a bundle
 * @key: the element, a CodeableConcept
 * @text: (nullable): its text; the element is left out where there is none
 */
void
yf_fhir_add_words (YfFhir     *self,
                   const char *key,
                   const char *text)
{
  g_autofree char *cleaned = clean (text);

  if (cleaned == NULL)
    return;

  yf_json_begin (self->builder, key, '{');
  yf_json_add_string (self->builder, "text", cleaned);
  yf_json_end (self->builder, '}');
}

/**
 * yf_fhir_add_quantity:
 * @self: a bundle
 * @value: how much
 * @unit: the unit as it is read
 * @code: its code in UCUM
 *
 * Adds the element valueQuantity.
 */
void
yf_fhir_add_quantity (YfFhir     *self,
                      double      value,
                      const char *unit,
                      const char *code)
{
  yf_json_begin (self->builder, "valueQuantity", '{');
  if (value == floor (value))
    yf_json_add_int (self->builder, "value", (gint64) value);
  else
    {
      json_builder_set_member_name (self->builder, "value");
      json_builder_add_double_value (self->builder, value);
    }
  yf_json_add_string (self->builder, "unit", unit);
  yf_json_add_string (self->builder, "system", YF_FHIR_UCUM);
  yf_json_add_string (self->builder, "code", code);
  yf_json_end (self->builder, '}');
}

/**
 * yf_fhir_add_reference:
 * @self: a bundle, where an object is being built
 * @id: the id of a resource in it
 */
void
yf_fhir_add_reference (YfFhir     *self,
                       const char *id)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", id, NULL);

  yf_json_add_string (self->builder, "reference", url);
}

void
yf_fhir_add_references (YfFhir     *self,
                        const char *key,
                        GPtrArray  *ids)
{
  if (ids->len == 0)
    return;

  yf_json_begin (self->builder, key, '[');
  for (guint i = 0; i < ids->len; i++)
    {
      yf_json_begin (self->builder, NULL, '{');
      yf_fhir_add_reference (self, g_ptr_array_index (ids, i));
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
}

/**
 * yf_fhir_add_subject:
 * @self: a bundle
 * @required: whether R4 has no such resource without a subject
 *
 * Says whom a resource is about. In an anonymous bundle that is left out, or
 * where it is required is a reference to nobody: to a word.
 */
void
yf_fhir_add_subject (YfFhir   *self,
                     gboolean  required)
{
  if (self->patient == NULL && !required)
    return;

  yf_json_begin (self->builder, "subject", '{');
  if (self->patient != NULL)
    yf_fhir_add_reference (self, self->patient);
  else
    yf_json_add_string (self->builder, "display", _("Anonymous"));
  yf_json_end (self->builder, '}');
}

/**
 * yf_fhir_add_notes:
 * @self: a bundle
 * @entry: the id of an entry of the log
 * @text: (nullable): something else to be noted
 *
 * Adds notes, if there are any: @text, and how the entry was changed.
 */
void
yf_fhir_add_notes (YfFhir     *self,
                   const char *entry,
                   const char *text)
{
  const YfEdit *edit = yf_log_find_edit (yf_report_get_log (self->report), entry);
  g_autofree char *change = edit != NULL ? yf_report_edit_text (edit) : NULL;
  g_autofree char *cleaned = clean (text);

  if (change == NULL && cleaned == NULL)
    return;

  yf_json_begin (self->builder, "note", '[');
  if (cleaned != NULL)
    {
      yf_json_begin (self->builder, NULL, '{');
      yf_json_add_string (self->builder, "text", cleaned);
      yf_json_end (self->builder, '}');
    }
  if (change != NULL)
    {
      yf_json_begin (self->builder, NULL, '{');
      yf_fhir_add_moment (self, "time", edit->at, edit->utc_offset);
      yf_json_add_string (self->builder, "text", change);
      yf_json_end (self->builder, '}');
    }
  yf_json_end (self->builder, ']');
}

/**
 * yf_fhir_begin_observation:
 * @self: a bundle
 * @id: its id
 * @entry: the id of the entry of the log that it is from
 * @category: its category: activity, survey or exam
 *
 * Begins an Observation; code, time and value are to follow.
 */
void
yf_fhir_begin_observation (YfFhir     *self,
                           const char *id,
                           const char *entry,
                           const char *category)
{
  const YfEdit *edit = yf_log_find_edit (yf_report_get_log (self->report), entry);

  yf_fhir_begin_finding (self, id, edit != NULL && edit->old != NULL ? "corrected" : "final", category);
}

/**
 * yf_fhir_begin_finding:
 * @self: a bundle
 * @id: its id
 * @status: its status
 * @category: its category
 *
 * Begins an Observation, as yf_fhir_begin_observation() does, of what nobody edits.
 */
void
yf_fhir_begin_finding (YfFhir     *self,
                       const char *id,
                       const char *status,
                       const char *category)
{
  yf_fhir_begin (self, "Observation", id);
  yf_json_add_string (self->builder, "status", status);
  yf_json_begin (self->builder, "category", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_begin (self->builder, "coding", '[');
  yf_json_begin (self->builder, NULL, '{');
  yf_json_add_string (self->builder, "system", YF_FHIR_CATEGORY);
  yf_json_add_string (self->builder, "code", category);
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_json_end (self->builder, '}');
  yf_json_end (self->builder, ']');
  yf_fhir_add_subject (self, FALSE);
}

/**
 * yf_fhir_begin_component:
 * @self: a bundle, where the array of components is being built
 * @code: what it is called by Yanfei
 * @text: the same in the person's language
 *
 * Begins a component; its value is to follow.
 */
void
yf_fhir_begin_component (YfFhir     *self,
                         const char *code,
                         const char *text)
{
  yf_json_begin (self->builder, NULL, '{');
  yf_fhir_add_code (self, "code", YF_FHIR_TERMS, code, NULL, text);
}

void
yf_fhir_end_component (YfFhir *self)
{
  yf_json_end (self->builder, '}');
}

void
yf_fhir_add_count (YfFhir     *self,
                   const char *code,
                   const char *text,
                   int         count)
{
  yf_fhir_begin_component (self, code, text);
  yf_json_add_int (self->builder, "valueInteger", count);
  yf_fhir_end_component (self);
}

void
yf_fhir_add_hold (YfFhir     *self,
                  const char *code,
                  const char *text,
                  gint64      microseconds)
{
  yf_fhir_begin_component (self, code, text);
  yf_fhir_add_quantity (self, microseconds / (double) YF_SECOND, "s", "s");
  yf_fhir_end_component (self);
}

/**
 * yf_fhir_add_duration:
 * @self: a bundle, where an Observation or a component is being built
 * @seconds: a length
 *
 * Adds code and value of how long something took, in minutes.
 */
void
yf_fhir_add_duration (YfFhir *self,
                      gint64  seconds)
{
  yf_fhir_add_code (self, "code", YF_FHIR_LOINC, "55411-3", "Exercise duration", _("Duration of exercise"));
  yf_fhir_add_quantity (self, seconds / 60.0, "min", "min");
}

const char *
yf_fhir_exercise_name (YfFhir     *self,
                       const char *exercise)
{
  return yf_progress_get_exercise_name (yf_report_get_progress (self->report), exercise);
}
