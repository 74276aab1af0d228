/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-json.h"

#include <stdio.h>

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

/**
 * yf_json_print:
 * @builder: a builder with one whole value
 *
 * Prints it on standard output, in UTF-8 whatever the locale.
 */
void
yf_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);

  fputs (text, stdout);
  fputc ('\n', stdout);
  fflush (stdout);
}
