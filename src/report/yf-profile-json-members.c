/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-profile-json.h"

#include <glib/gi18n-lib.h>

/* What a member of a profile file may say. */

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

  if (text != NULL && may_be_unknown && g_str_equal (text, YF_PROFILE_JSON_UNKNOWN))
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
