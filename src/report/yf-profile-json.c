/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-profile-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-json.h"

/* A profile as a file, read and written. */

/* The parser takes the last of several values; a profile file has one. */
typedef struct
{
  guint depth;
  guint n_values;
} Values;

static void
value_begins_cb (JsonParser *parser,
                 gpointer    user_data)
{
  ((Values *) user_data)->depth++;
}

static void
value_ends_cb (JsonParser *parser,
               gpointer    value,
               gpointer    user_data)
{
  Values *values = user_data;

  if (--values->depth == 0)
    values->n_values++;
}

/* json-glib calls what it is given as a string "<data>". */
static void
set_syntax_error (const char    *path,
                  const GError  *reason,
                  GError       **error)
{
  const char *place = reason->message;

  if (g_str_has_prefix (place, "<data>"))
    place += strlen ("<data>");

  g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID, "%s%s", path, place);
}

/**
 * yf_profile_from_file:
 * @path: a profile file
 * @catalogue: what exists
 * @error: return location for an error
 *
 * Reads a profile. What the file leaves out is as in the empty profile; what
 * it says in a way that nobody understands is refused.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with a message
 *   that begins with the file, and the line where there is one
 */
YfProfile *
yf_profile_from_file (const char   *path,
                      YfCatalogue  *catalogue,
                      GError      **error)
{
  g_autoptr (YfProfile) self = yf_profile_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  Values values = { 0, 0 };
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  g_signal_connect (parser, "object-start", G_CALLBACK (value_begins_cb), &values);
  g_signal_connect (parser, "array-start", G_CALLBACK (value_begins_cb), &values);
  g_signal_connect (parser, "object-end", G_CALLBACK (value_ends_cb), &values);
  g_signal_connect (parser, "array-end", G_CALLBACK (value_ends_cb), &values);

  if (!json_parser_load_from_data (parser, text, (gssize) length, &local_error))
    {
      set_syntax_error (path, local_error, error);
      return NULL;
    }

  node = json_parser_get_root (parser);
  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node) || values.n_values != 1)
    {
      g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID, "%s: %s", path,
                   _("A profile is one JSON object, { … }."));
      return NULL;
    }

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &key, &node))
    {
      if (!yf_profile_set_member (self, key, node, error))
        {
          g_prefix_error (error, "%s: ", path);
          return NULL;
        }
    }

  if (!yf_profile_check (self, catalogue, YF_DAY_NONE, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static void
add_day (JsonBuilder *builder,
         const char  *key,
         YfDay        day)
{
  g_autofree char *text = yf_day_is_known (day) ? yf_day_to_string (day) : NULL;

  yf_json_add_string (builder, key, day == YF_DAY_UNKNOWN ? YF_PROFILE_JSON_UNKNOWN : text);
}

static void
add_onset (JsonBuilder     *builder,
           const YfProfile *profile)
{
  int minute = yf_profile_get_onset_minute (profile);
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (minute == YF_MINUTE_UNKNOWN)
    {
      add_day (builder, "onset", yf_profile_get_onset (profile));
      return;
    }

  day = yf_day_to_string (yf_profile_get_onset (profile));
  text = g_strdup_printf ("%sT%02d:%02d", day, minute / 60, minute % 60);
  yf_json_add_string (builder, "onset", text);
}

/**
 * yf_profile_to_json:
 * @self: a profile
 * @builder: where to put it
 * @key: (nullable): the member that it is, or %NULL outside an object
 *
 * Adds the profile as an object, in the form that yf_profile_from_file() reads.
 */
void
yf_profile_to_json (const YfProfile *self,
                    JsonBuilder     *builder,
                    const char      *key)
{
  GPtrArray *clearances = yf_profile_get_clearances (self);
  GPtrArray *assessments = yf_profile_get_assessments (self);

  yf_json_begin (builder, key, '{');
  /* What is for readers alone: in an export always, alone only where it was said. */
  if (key != NULL || yf_profile_get_name (self) != NULL)
    yf_json_add_string (builder, "name", yf_profile_get_name (self));
  if (yf_profile_get_born (self) != YF_BORN_UNSAID)
    yf_json_add_int (builder, "born", yf_profile_get_born (self));
  else if (key != NULL)
    yf_json_add_string (builder, "born", NULL);
  if (key != NULL || yf_profile_get_diagnosis (self) != NULL)
    yf_json_add_string (builder, "diagnosis", yf_profile_get_diagnosis (self));
  yf_json_add_strings (builder, "conditions", yf_profile_get_conditions (self));
  add_onset (builder, self);
  add_day (builder, "relief", yf_profile_get_relief (self));
  add_day (builder, "treatment_start", yf_profile_get_treatment_start (self));
  add_day (builder, "surgery", yf_profile_get_surgery (self));
  add_day (builder, "birth", yf_profile_get_birth (self));
  yf_json_add_string (builder, "back_strength",
                      yf_back_strength_get_id (yf_profile_get_back_strength (self)));
  yf_json_add_bool (builder, "muscle_relaxants", yf_profile_get_muscle_relaxants (self));

  yf_json_begin (builder, "clearances", '[');
  for (guint i = 0; i < clearances->len; i++)
    {
      YfClearance *clearance = g_ptr_array_index (clearances, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "clinician", yf_clearance_get_clinician (clearance));
      add_day (builder, "date", yf_clearance_get_date (clearance));
      yf_json_add_strings (builder, "conditions", yf_clearance_get_conditions (clearance));
      yf_json_add_strings (builder, "exercises", yf_clearance_get_exercises (clearance));
      add_day (builder, "until", yf_clearance_get_until (clearance));
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');

  yf_json_begin (builder, "assessed", '[');
  for (guint i = 0; i < assessments->len; i++)
    {
      YfAssessment *assessment = g_ptr_array_index (assessments, i);

      yf_json_begin (builder, NULL, '{');
      yf_json_add_string (builder, "flag", yf_assessment_get_flag (assessment));
      yf_json_add_string (builder, "clinician", yf_assessment_get_clinician (assessment));
      add_day (builder, "date", yf_assessment_get_date (assessment));
      yf_json_end (builder, '}');
    }
  yf_json_end (builder, ']');

  yf_json_end (builder, '}');
}
