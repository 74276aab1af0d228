/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-profile-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-json.h"

/* The word for a day that nobody knows. */
#define UNKNOWN "unknown"

static gboolean
refuse (GError     **error,
        const char  *key,
        const char  *expected)
{
  /* Translators: a member of a JSON file, and what it should be */
  g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID, _("“%s” must be %s."), key, expected);
  return FALSE;
}

static const char *
get_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
read_day (JsonNode    *node,
          const char  *key,
          gboolean     may_be_unknown,
          YfDay       *day,
          GError     **error)
{
  const char *text = get_string (node);

  *day = YF_DAY_NONE;
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;

  if (text != NULL && may_be_unknown && g_str_equal (text, UNKNOWN))
    {
      *day = YF_DAY_UNKNOWN;
      return TRUE;
    }

  if (text != NULL && yf_day_parse (text, day))
    return TRUE;

  return refuse (error, key, may_be_unknown ? _("a date such as 2026-11-20, “unknown” or null")
                                            : _("a date such as 2026-11-20 or null"));
}

static char **
read_strings (JsonNode    *node,
              const char  *key,
              GError     **error)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      refuse (error, key, _("a list of ids"));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *text = get_string (json_array_get_element (array, i));

      if (text == NULL)
        {
          refuse (error, key, _("a list of ids"));
          return NULL;
        }
      g_ptr_array_add (strings, g_strdup (text));
    }

  if (strings->len == 0)
    return g_new0 (char *, 1);

  return (char **) g_ptr_array_steal (strings, NULL);
}

static gboolean
check_members (JsonObject          *object,
               const char          *where,
               const char * const  *known,
               GError             **error)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    {
      if (!g_strv_contains (known, name))
        {
          /* Translators: a member of a JSON file, and the member it stands in */
          g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
                       _("There is no “%s” in “%s”."), name, where);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_member_string (JsonObject   *object,
                    const char   *where,
                    const char   *member,
                    const char  **text,
                    GError      **error)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", where, member);
  JsonNode *node = json_object_get_member (object, member);

  *text = node != NULL ? get_string (node) : NULL;

  return *text != NULL || refuse (error, key, _("a text"));
}

static gboolean
read_member_day (JsonObject   *object,
                 const char   *where,
                 const char   *member,
                 gboolean      required,
                 YfDay        *day,
                 GError      **error)
{
  g_autofree char *key = g_strdup_printf ("%s.%s", where, member);
  JsonNode *node = json_object_get_member (object, member);

  *day = YF_DAY_NONE;
  if (node != NULL && !read_day (node, key, FALSE, day, error))
    return FALSE;

  return *day != YF_DAY_NONE || !required || refuse (error, key, _("a date such as 2026-11-20"));
}

static gboolean
read_clearance (YfProfile   *self,
                JsonObject  *object,
                const char  *where,
                GError     **error)
{
  static const char * const known[] = { "clinician", "date", "conditions", "exercises", "until", NULL };
  g_autofree char *conditions_key = g_strdup_printf ("%s.conditions", where);
  g_autofree char *exercises_key = g_strdup_printf ("%s.exercises", where);
  g_autoptr (YfClearance) clearance = NULL;
  g_autoptr (JsonNode) missing = json_node_new (JSON_NODE_NULL);
  g_auto (GStrv) conditions = NULL;
  g_auto (GStrv) exercises = NULL;
  const char *clinician;
  JsonNode *node;
  YfDay date;
  YfDay until;

  if (!check_members (object, where, known, error) ||
      !read_member_string (object, where, "clinician", &clinician, error) ||
      !read_member_day (object, where, "date", TRUE, &date, error) ||
      !read_member_day (object, where, "until", FALSE, &until, error))
    return FALSE;

  node = json_object_get_member (object, "conditions");
  conditions = read_strings (node != NULL ? node : missing, conditions_key, error);
  if (conditions == NULL)
    return FALSE;

  node = json_object_get_member (object, "exercises");
  exercises = read_strings (node != NULL ? node : missing, exercises_key, error);
  if (exercises == NULL)
    return FALSE;

  clearance = yf_clearance_new (clinician, date, (const char * const *) conditions,
                                (const char * const *) exercises, until);
  yf_profile_add_clearance (self, clearance);
  return TRUE;
}

static gboolean
read_assessment (YfProfile   *self,
                 JsonObject  *object,
                 const char  *where,
                 GError     **error)
{
  static const char * const known[] = { "flag", "clinician", "date", NULL };
  g_autoptr (YfAssessment) assessment = NULL;
  const char *flag;
  const char *clinician;
  YfDay date;

  if (!check_members (object, where, known, error) ||
      !read_member_string (object, where, "flag", &flag, error) ||
      !read_member_string (object, where, "clinician", &clinician, error) ||
      !read_member_day (object, where, "date", TRUE, &date, error))
    return FALSE;

  assessment = yf_assessment_new (flag, clinician, date);
  yf_profile_add_assessment (self, assessment);
  return TRUE;
}

typedef gboolean (*ReadElement) (YfProfile   *self,
                                 JsonObject  *object,
                                 const char  *where,
                                 GError     **error);

static gboolean
read_list (YfProfile    *self,
           JsonNode     *node,
           const char   *key,
           ReadElement   read_element,
           GError      **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, key, _("a list of objects"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u]", key, i);
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (error, where, _("an object"));

      if (!read_element (self, json_node_get_object (element), where, error))
        return FALSE;
    }

  return TRUE;
}

/* The onset alone may have a time of day. */
static gboolean
set_onset (YfProfile  *self,
           JsonNode   *value,
           GError    **error)
{
  const char *text = get_string (value);
  int minute = YF_MINUTE_UNKNOWN;
  YfDay day = YF_DAY_NONE;

  if (text != NULL && yf_day_parse_moment (text, &day, &minute))
    {
      yf_profile_set_onset (self, day);
      yf_profile_set_onset_minute (self, minute);
      return TRUE;
    }

  if (!read_day (value, "onset", TRUE, &day, error))
    return FALSE;

  yf_profile_set_onset (self, day);
  return TRUE;
}

static gboolean
set_conditions (YfProfile   *self,
                JsonNode    *value,
                GError     **error)
{
  g_auto (GStrv) conditions = read_strings (value, "conditions", error);

  if (conditions == NULL)
    return FALSE;

  while (*yf_profile_get_conditions (self) != NULL)
    {
      g_autofree char *last = g_strdup (*yf_profile_get_conditions (self));

      yf_profile_set_condition (self, last, FALSE);
    }

  for (char **condition = conditions; *condition != NULL; condition++)
    yf_profile_set_condition (self, *condition, TRUE);

  return TRUE;
}

static gboolean
set_text (YfProfile   *self,
          const char  *key,
          JsonNode    *value,
          GError     **error)
{
  const char *text = get_string (value);

  if (text == NULL && !JSON_NODE_HOLDS_NULL (value))
    return refuse (error, key, _("a text or null"));

  if (g_str_equal (key, "name"))
    yf_profile_set_name (self, text);
  else
    yf_profile_set_diagnosis (self, text);

  return TRUE;
}

static gboolean
set_born (YfProfile  *self,
          JsonNode   *value,
          GError    **error)
{
  gint64 year;

  if (JSON_NODE_HOLDS_NULL (value))
    {
      yf_profile_set_born (self, YF_BORN_UNSAID);
      return TRUE;
    }

  if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_INT64)
    return refuse (error, "born", _("a year or null"));

  year = json_node_get_int (value);
  if (year < YF_BORN_MIN || year > 9999)
    return refuse (error, "born", _("a year or null"));

  yf_profile_set_born (self, (int) year);
  return TRUE;
}

/**
 * yf_profile_set_member:
 * @self: a profile
 * @key: the name of a member of a profile file
 * @value: its value
 * @error: return location for an error
 *
 * Puts one member of a profile file in place of what the profile says.
 *
 * Returns: whether there is such a member and the value fits; %FALSE with a
 *   %YF_PROFILE_ERROR otherwise, and @self may be half changed
 */
gboolean
yf_profile_set_member (YfProfile   *self,
                       const char  *key,
                       JsonNode    *value,
                       GError     **error)
{
  static const struct
  {
    const char  *key;
    void       (*set) (YfProfile *, YfDay);
    gboolean     may_be_unknown;
  } days[] = {
    { "relief", yf_profile_set_relief, FALSE },
    { "treatment_start", yf_profile_set_treatment_start, FALSE },
    { "surgery", yf_profile_set_surgery, TRUE },
    { "birth", yf_profile_set_birth, TRUE },
  };

  if (g_str_equal (key, "onset"))
    return set_onset (self, value, error);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      YfDay day;

      if (!g_str_equal (key, days[i].key))
        continue;
      if (!read_day (value, key, days[i].may_be_unknown, &day, error))
        return FALSE;

      days[i].set (self, day);
      return TRUE;
    }

  if (g_str_equal (key, "name") || g_str_equal (key, "diagnosis"))
    return set_text (self, key, value, error);

  if (g_str_equal (key, "born"))
    return set_born (self, value, error);

  if (g_str_equal (key, "conditions"))
    return set_conditions (self, value, error);

  if (g_str_equal (key, "back_strength"))
    {
      YfBackStrength strength;

      if (!yf_back_strength_from_id (get_string (value), &strength))
        return refuse (error, key, _("“weak”, “strong” or “unknown”"));

      yf_profile_set_back_strength (self, strength);
      return TRUE;
    }

  if (g_str_equal (key, "muscle_relaxants"))
    {
      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_BOOLEAN)
        return refuse (error, key, _("true or false"));

      yf_profile_set_muscle_relaxants (self, json_node_get_boolean (value));
      return TRUE;
    }

  if (g_str_equal (key, "clearances"))
    {
      while (yf_profile_get_clearances (self)->len > 0)
        yf_profile_remove_clearance (self, 0);
      return read_list (self, value, key, read_clearance, error);
    }

  if (g_str_equal (key, "assessed"))
    {
      while (yf_profile_get_assessments (self)->len > 0)
        yf_profile_remove_assessment (self, 0);
      return read_list (self, value, key, read_assessment, error);
    }

  /* Translators: what was typed; the rest is a list of fixed names */
  g_set_error (error, YF_PROFILE_ERROR, YF_PROFILE_ERROR_INVALID,
               _("A profile has no “%s”. It has: %s."), key,
               "name, born, diagnosis, conditions, onset, relief, treatment_start, surgery, birth, back_strength, "
               "muscle_relaxants, clearances, assessed");
  return FALSE;
}

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

  yf_json_add_string (builder, key, day == YF_DAY_UNKNOWN ? UNKNOWN : text);
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
