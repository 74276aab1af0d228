/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-json-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "yf-record.h"
#include "yf-report.h"

/* The last instant that the log can hold: the end of the year 9999, as the
 * schema has it. */
#define LAST_MOMENT G_GINT64_CONSTANT (253402128000000000)

/* The longest length, in seconds: a day; nothing in a session is as long. */
#define LONGEST (24.0 * 60 * 60)

static void
append_path (const YfJsonPlace *self,
             GString           *path)
{
  if (self->parent == NULL)
    return;

  append_path (self->parent, path);
  if (self->member == NULL)
    g_string_append_printf (path, "[%u]", self->index);
  else
    g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", self->member);
}

static const char *
get_file (const YfJsonPlace *self)
{
  while (self->parent != NULL)
    self = self->parent;

  return self->file;
}

/**
 * yf_json_place_refuse:
 * @self: a place
 * @expected: (nullable): what should be there, in the person's language, such as "a text",
 *   or %NULL where something is missing of which others say what it must be
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: %FALSE
 */
gboolean
yf_json_place_refuse (const YfJsonPlace  *self,
                      const char         *expected,
                      GError            **error)
{
  g_autoptr (GString) path = g_string_new (NULL);

  append_path (self, path);
  if (self->parent == NULL)
    /* Translators: a file, and what it should be, such as “an object” */
    g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, _("%s: The file must be %s."),
                 get_file (self), expected);
  else if (self->node == NULL && expected == NULL)
    /* Translators: a file, and a member that it should have */
    g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, _("%s: “%s” is missing."),
                 get_file (self), path->str);
  else if (self->node == NULL)
    /* Translators: a file, a member of it, and what it should be, such as “a text” */
    g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, _("%s: “%s” is missing. It must be %s."),
                 get_file (self), path->str, expected);
  else
    /* Translators: a file, a member of it, and what it should be, such as “a text” */
    g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID, _("%s: “%s” must be %s."),
                 get_file (self), path->str, expected);

  return FALSE;
}

/**
 * yf_json_place_is_object:
 * @self: a place
 * @members: (nullable) (array zero-terminated=1): the members that it may have, or %NULL
 *   for any
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Looks whether an object is there that has no other members. That those it should have are
 * there is seen when they are read.
 *
 * Returns: whether it is such an object
 */
gboolean
yf_json_place_is_object (const YfJsonPlace   *self,
                         const char * const  *members,
                         GError             **error)
{
  JsonObjectIter iter;
  const char *name;

  if (self->node == NULL || !JSON_NODE_HOLDS_OBJECT (self->node))
    return yf_json_place_refuse (self, _("an object, { … }"), error);

  json_object_iter_init_ordered (&iter, json_node_get_object (self->node));
  while (members != NULL && json_object_iter_next_ordered (&iter, &name, NULL))
    {
      YfJsonPlace place = { .parent = self, .member = name };
      g_autoptr (GString) path = NULL;

      if (g_strv_contains (members, name))
        continue;

      path = g_string_new (NULL);
      append_path (&place, path);
      g_set_error (error, YF_REPORT_ERROR, YF_REPORT_ERROR_INVALID,
                   /* Translators: a file, and a member of it */
                   _("%s: This version of the format has no “%s”."), get_file (self), path->str);
      return FALSE;
    }

  return TRUE;
}

/**
 * yf_json_place_is_array:
 * @self: a place
 * @length: (out): return location for the number of its elements
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether an array is there
 */
gboolean
yf_json_place_is_array (const YfJsonPlace  *self,
                        guint              *length,
                        GError            **error)
{
  if (self->node == NULL || !JSON_NODE_HOLDS_ARRAY (self->node))
    return yf_json_place_refuse (self, _("a list, [ … ]"), error);

  *length = json_array_get_length (json_node_get_array (self->node));
  return TRUE;
}

gboolean
yf_json_place_is_null (const YfJsonPlace *self)
{
  return self->node != NULL && JSON_NODE_HOLDS_NULL (self->node);
}

/**
 * yf_json_place_get_member:
 * @self: a place
 * @member: the name of a member
 *
 * Returns: where it is, which lives no longer than @self; missing where there is
 *   no object
 */
YfJsonPlace
yf_json_place_get_member (const YfJsonPlace *self,
                          const char        *member)
{
  gboolean is_object = self->node != NULL && JSON_NODE_HOLDS_OBJECT (self->node);
  const YfJsonPlace place = {
    .parent = self, .member = member,
    .node = is_object ? json_object_get_member (json_node_get_object (self->node), member) : NULL,
  };

  return place;
}

/**
 * yf_json_place_get_element:
 * @self: a place with an array
 * @index: the number of an element that it has, from 0
 *
 * Returns: where it is, which lives no longer than @self
 */
YfJsonPlace
yf_json_place_get_element (const YfJsonPlace *self,
                           guint              index)
{
  const YfJsonPlace place = {
    .parent = self, .index = index, .node = json_array_get_element (json_node_get_array (self->node), index),
  };

  return place;
}

static gboolean
holds (const YfJsonPlace *self,
       GType              type)
{
  return self->node != NULL && JSON_NODE_HOLDS_VALUE (self->node) && json_node_get_value_type (self->node) == type;
}

/**
 * yf_json_place_get_string:
 * @self: a place
 *
 * Returns: (transfer none) (nullable): the text that is there, %NULL where
 *   there is something else
 */
const char *
yf_json_place_get_string (const YfJsonPlace *self)
{
  return holds (self, G_TYPE_STRING) ? json_node_get_string (self->node) : NULL;
}

/**
 * yf_json_read_string:
 * @self: a place with an object
 * @member: the name of a member
 * @may_be_null: whether null will do
 * @value: (out): return location for the text, never empty, which the file owns
 * @error: return location for a %YF_REPORT_ERROR_INVALID
 *
 * Returns: whether the member is there and is what it should be; so do those
 *   that follow
 */
gboolean
yf_json_read_string (const YfJsonPlace  *self,
                     const char         *member,
                     gboolean            may_be_null,
                     const char        **value,
                     GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);

  *value = yf_json_place_get_string (&place);
  if ((*value != NULL && **value != '\0') || (may_be_null && yf_json_place_is_null (&place)))
    return TRUE;

  return yf_json_place_refuse (&place, may_be_null ? _("a text that is not empty, or null")
                                                   : _("a text that is not empty"), error);
}

/* Reads a UUID. */
gboolean
yf_json_read_id (const YfJsonPlace  *self,
                 const char         *member,
                 gboolean            may_be_null,
                 const char        **value,
                 GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);

  *value = yf_json_place_get_string (&place);
  if ((*value != NULL && g_uuid_string_is_valid (*value)) || (may_be_null && yf_json_place_is_null (&place)))
    return TRUE;

  return yf_json_place_refuse (&place, may_be_null ? _("a UUID or null") : _("a UUID"), error);
}

gboolean
yf_json_read_int (const YfJsonPlace  *self,
                  const char         *member,
                  int                 min,
                  int                 max,
                  int                *value,
                  GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);
  gint64 number = holds (&place, G_TYPE_INT64) ? json_node_get_int (place.node) : G_MAXINT64;
  g_autofree char *expected = NULL;

  if (number >= min && number <= max)
    {
      *value = (int) number;
      return TRUE;
    }

  /* Translators: the least and the greatest number */
  expected = g_strdup_printf (_("a whole number from %d to %d"), min, max);
  return yf_json_place_refuse (&place, expected, error);
}

/* Reads 0 to 10, or null for what nobody said. */
gboolean
yf_json_read_answer (const YfJsonPlace  *self,
                     const char         *member,
                     int                *value,
                     GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);

  G_STATIC_ASSERT (YF_PAIN_MAX == 10 && YF_EFFORT_MAX == 10);

  if (yf_json_place_is_null (&place))
    {
      *value = YF_PAIN_UNANSWERED;
      return TRUE;
    }

  if (holds (&place, G_TYPE_INT64) && json_node_get_int (place.node) >= 0 &&
      json_node_get_int (place.node) <= YF_PAIN_MAX)
    {
      *value = (int) json_node_get_int (place.node);
      return TRUE;
    }

  return yf_json_place_refuse (&place, _("a whole number from 0 to 10, or null"), error);
}

gboolean
yf_json_read_bool (const YfJsonPlace  *self,
                   const char         *member,
                   gboolean           *value,
                   GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);

  if (!holds (&place, G_TYPE_BOOLEAN))
    return yf_json_place_refuse (&place, _("true or false"), error);

  *value = json_node_get_boolean (place.node);
  return TRUE;
}

/* Reads a length in seconds. What is not a whole number of microseconds was
 * not written by Yanfei, and would not come out as it went in. */
gboolean
yf_json_read_seconds (const YfJsonPlace  *self,
                      const char         *member,
                      gint64             *microseconds,
                      GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);
  double seconds = -1;

  if (holds (&place, G_TYPE_DOUBLE))
    seconds = json_node_get_double (place.node);
  else if (holds (&place, G_TYPE_INT64))
    seconds = (double) json_node_get_int (place.node);

  if (seconds >= 0 && seconds <= LONGEST &&
      fabs (seconds * G_USEC_PER_SEC - rint (seconds * G_USEC_PER_SEC)) < 0.001)
    {
      *microseconds = (gint64) rint (seconds * G_USEC_PER_SEC);
      return TRUE;
    }

  return yf_json_place_refuse (&place, _("a number of seconds from 0 to 86400, with six decimals at most"), error);
}

/* Reads a moment; null is 0. @utc_offset may be %NULL where nothing is to be
 * kept of it. */
gboolean
yf_json_read_moment (const YfJsonPlace  *self,
                     const char         *member,
                     gboolean            may_be_null,
                     gint64             *real,
                     gint32             *utc_offset,
                     GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);
  const char *text = yf_json_place_get_string (&place);
  gint32 offset;

  if (may_be_null && yf_json_place_is_null (&place))
    {
      *real = 0;
      return TRUE;
    }

  if (text != NULL && yf_real_from_iso8601 (text, real, &offset) && *real > 0 && *real <= LAST_MOMENT)
    {
      if (utc_offset != NULL)
        *utc_offset = offset;
      return TRUE;
    }

  return yf_json_place_refuse (&place, may_be_null
                                       ? _("a moment such as 2026-11-20T19:00:00.000000+08:00, or null")
                                       : _("a moment such as 2026-11-20T19:00:00.000000+08:00"), error);
}

gboolean
yf_json_read_day (const YfJsonPlace  *self,
                  const char         *member,
                  gboolean            may_be_null,
                  YfDay              *day,
                  GError            **error)
{
  const YfJsonPlace place = yf_json_place_get_member (self, member);
  const char *text = yf_json_place_get_string (&place);

  *day = YF_DAY_NONE;
  if ((text != NULL && yf_day_parse (text, day)) || (may_be_null && yf_json_place_is_null (&place)))
    return TRUE;

  return yf_json_place_refuse (&place, may_be_null ? _("a date such as 2026-11-20 or null")
                                                   : _("a date such as 2026-11-20"), error);
}
