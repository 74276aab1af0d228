/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-json.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "yf-dose.h"

/**
 * yf_json_add_string:
 * @builder: where an object is being built
 * @key: the name of the member
 * @value: (nullable): its value, %NULL for null
 */
void
yf_json_add_string (JsonBuilder *builder,
                    const char  *key,
                    const char  *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
yf_json_add_int (JsonBuilder *builder,
                 const char  *key,
                 gint64       value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
yf_json_add_bool (JsonBuilder *builder,
                  const char  *key,
                  gboolean     value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_boolean_value (builder, value);
}

/**
 * yf_json_add_seconds:
 * @builder: where an object is being built
 * @key: the name of the member
 * @microseconds: a length
 *
 * Adds a length in seconds, always with a decimal point.
 */
void
yf_json_add_seconds (JsonBuilder *builder,
                     const char  *key,
                     gint64       microseconds)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_double_value (builder, (double) microseconds / YF_SECOND);
}

/**
 * yf_json_add_source:
 * @builder: where an object is being built
 * @source: who says so
 *
 * Adds the members "source" and "section".
 */
void
yf_json_add_source (JsonBuilder *builder,
                    YfSource    *source)
{
  yf_json_add_string (builder, "source", yf_source_get_document (source));
  yf_json_add_string (builder, "section", yf_source_get_section (source));
}

void
yf_json_add_strings (JsonBuilder        *builder,
                     const char         *key,
                     const char * const *values)
{
  yf_json_begin (builder, key, '[');
  for (gsize i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  yf_json_end (builder, ']');
}

/**
 * yf_json_add_texts:
 * @builder: where an object is being built
 * @key: the name of the member
 * @texts: (element-type utf8): texts
 *
 * Adds a list of them.
 */
void
yf_json_add_texts (JsonBuilder *builder,
                   const char  *key,
                   GPtrArray   *texts)
{
  yf_json_begin (builder, key, '[');
  for (guint i = 0; i < texts->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (texts, i));
  yf_json_end (builder, ']');
}

/**
 * yf_json_add_day:
 * @builder: where an object is being built
 * @key: the name of the member
 * @day: a day; one that is not known becomes null
 */
void
yf_json_add_day (JsonBuilder *builder,
                 const char  *key,
                 YfDay        day)
{
  g_autofree char *text = yf_day_is_known (day) ? yf_day_to_string (day) : NULL;

  yf_json_add_string (builder, key, text);
}

/**
 * yf_json_add_dose_members:
 * @builder: where an object is being built
 * @dose: a dose
 *
 * Adds the members "sets", "reps" and "hold_s".
 */
void
yf_json_add_dose_members (JsonBuilder  *builder,
                          const YfDose *dose)
{
  yf_json_add_int (builder, "sets", dose->sets);
  yf_json_add_int (builder, "reps", dose->reps);
  yf_json_add_seconds (builder, "hold_s", dose->hold);
}

void
yf_json_add_dose (JsonBuilder  *builder,
                  const char   *key,
                  const YfDose *dose)
{
  yf_json_begin (builder, key, '{');
  yf_json_add_dose_members (builder, dose);
  yf_json_end (builder, '}');
}

/**
 * yf_json_add_pace_members:
 * @builder: where an object is being built
 * @pace: a pace
 *
 * Adds the members "tempo_percent", "rest_s" and "set_rest_s"; what is as the catalogue
 * has it is left out.
 */
void
yf_json_add_pace_members (JsonBuilder  *builder,
                          const YfPace *pace)
{
  if (pace->tempo != 0)
    yf_json_add_int (builder, "tempo_percent", pace->tempo);
  if (pace->rep_rest != 0)
    yf_json_add_seconds (builder, "rest_s", pace->rep_rest);
  if (pace->set_rest != 0)
    yf_json_add_seconds (builder, "set_rest_s", pace->set_rest);
}

/**
 * yf_json_begin:
 * @builder: a builder
 * @key: (nullable): the name of the member, %NULL outside an object
 * @bracket: '{' for an object, '[' for an array
 *
 * Begins a value that yf_json_end() ends.
 */
void
yf_json_begin (JsonBuilder *builder,
               const char  *key,
               char         bracket)
{
  if (key != NULL)
    json_builder_set_member_name (builder, key);

  if (bracket == '{')
    json_builder_begin_object (builder);
  else
    json_builder_begin_array (builder);
}

void
yf_json_end (JsonBuilder *builder,
             char         bracket)
{
  if (bracket == '}')
    json_builder_end_object (builder);
  else
    json_builder_end_array (builder);
}

static void
append_string (GString    *text,
               const char *value)
{
  g_string_append_c (text, '"');
  for (const char *c = value; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (text, "\\%c", *c);
      else if (*c == '\n')
        g_string_append (text, "\\n");
      else if ((guchar) *c < 0x20 || *c == 0x7f)
        g_string_append_printf (text, "\\u%04x", (guint) *c);
      else
        g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/* The shortest decimal that is the number again when it is read, so that a
 * tenth of a second is 0.1 and not 0.10000000000000001. */
static void
append_double (GString *text,
               double   value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (int precision = 15; precision <= 17; precision++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", precision);

      g_ascii_formatd (digits, sizeof digits, format, value);
      if (precision == 17 || memcmp (&(double) { g_ascii_strtod (digits, NULL) }, &value, sizeof value) == 0)
        break;
    }

  /* Lengths below a tenth of a millisecond. */
  if (strchr (digits, 'e') != NULL && fabs (value) < 1)
    g_ascii_formatd (digits, sizeof digits, "%.6f", value);

  g_string_append (text, digits);
  if (strpbrk (digits, ".e") == NULL)
    g_string_append (text, ".0");
}

static void
append_value (GString  *text,
              JsonNode *node)
{
  if (JSON_NODE_HOLDS_NULL (node))
    {
      g_string_append (text, "null");
      return;
    }

  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      append_string (text, json_node_get_string (node));
      break;
    case G_TYPE_INT64:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
      break;
    case G_TYPE_DOUBLE:
      append_double (text, json_node_get_double (node));
      break;
    case G_TYPE_BOOLEAN:
      g_string_append (text, json_node_get_boolean (node) ? "true" : "false");
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
append_line (GString *text,
             guint    depth)
{
  g_string_append_c (text, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "  ");
}

static void
append_node (GString  *text,
             JsonNode *node,
             guint     depth)
{
  gboolean first = TRUE;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      const char *name;
      JsonNode *member;

      g_string_append_c (text, '{');
      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &name, &member))
        {
          if (!first)
            g_string_append_c (text, ',');
          append_line (text, depth + 1);
          append_string (text, name);
          g_string_append (text, ": ");
          append_node (text, member, depth + 1);
          first = FALSE;
        }
      if (!first)
        append_line (text, depth);
      g_string_append_c (text, '}');
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      guint length = json_array_get_length (array);

      g_string_append_c (text, '[');
      for (guint i = 0; i < length; i++)
        {
          if (i > 0)
            g_string_append_c (text, ',');
          append_line (text, depth + 1);
          append_node (text, json_array_get_element (array, i), depth + 1);
        }
      if (length > 0)
        append_line (text, depth);
      g_string_append_c (text, ']');
    }
  else
    {
      append_value (text, node);
    }
}

/**
 * yf_json_to_text:
 * @builder: a builder with one whole value
 *
 * Writes it out: two spaces a level, members in the order in which they were
 * added, numbers as the shortest decimals that are read back as they were, and
 * a newline at the end. The same value gives the same text.
 *
 * Returns: (transfer full): the text, in UTF-8
 */
char *
yf_json_to_text (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (GString) text = g_string_new (NULL);

  append_node (text, root, 0);
  g_string_append_c (text, '\n');

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * yf_json_print:
 * @builder: a builder with one whole value
 *
 * Prints it on standard output, in UTF-8 whatever the locale.
 */
void
yf_json_print (JsonBuilder *builder)
{
  g_autofree char *text = yf_json_to_text (builder);

  fputs (text, stdout);
  fflush (stdout);
}
