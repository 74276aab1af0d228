/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-xml.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yf-dose.h"

/* GMarkup reports well-formedness with line numbers, but leaves it to its
 * callbacks to say what an element may hold. A small tree with lines lets each
 * reader do that in the order in which a person reads the file. */

typedef struct
{
  char   *file;
  GQuark  domain;
  int     code;
} Document;

struct _YfXml
{
  Document   *document;
  YfXml      *parent;
  char       *name;
  GHashTable *attrs;
  GPtrArray  *children;
  GString    *text;
  int         line;
};

typedef struct
{
  Document *document;
  YfXml    *root;
  YfXml    *current;
  int       line;
} Parse;

static YfXml *
node_new (Document            *document,
          YfXml               *parent,
          const char          *name,
          const char * const  *attr_names,
          const char * const  *attr_values,
          int                  line)
{
  YfXml *self = g_new0 (YfXml, 1);

  self->document = document;
  self->parent = parent;
  self->name = g_strdup (name);
  self->attrs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) yf_xml_free);
  self->text = g_string_new (NULL);
  self->line = line;

  for (gsize i = 0; attr_names[i] != NULL; i++)
    g_hash_table_insert (self->attrs, g_strdup (attr_names[i]), g_strdup (attr_values[i]));

  return self;
}

/* As xgettext does by default for XML: runs of white space are one space, and
 * the ends are bare. Otherwise a text and its msgid would not meet. */
static void
normalise (GString *text)
{
  g_autoptr (GString) result = g_string_sized_new (text->len);

  for (const char *c = text->str; *c != '\0'; c++)
    {
      if (!g_ascii_isspace (*c))
        g_string_append_c (result, *c);
      else if (result->len > 0 && result->str[result->len - 1] != ' ')
        g_string_append_c (result, ' ');
    }

  if (result->len > 0 && result->str[result->len - 1] == ' ')
    g_string_truncate (result, result->len - 1);

  g_string_assign (text, result->str);
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **attr_names,
                  const char          **attr_values,
                  gpointer              user_data,
                  GError              **error)
{
  Parse *parse = user_data;
  YfXml *node = node_new (parse->document, parse->current, name,
                          (const char * const *) attr_names,
                          (const char * const *) attr_values, parse->line);

  if (parse->current != NULL)
    g_ptr_array_add (parse->current->children, node);
  else
    parse->root = node;

  parse->current = node;
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Parse *parse = user_data;

  normalise (parse->current->text);
  parse->current = parse->current->parent;
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Parse *parse = user_data;

  if (parse->current != NULL)
    g_string_append_len (parse->current->text, text, length);
}

static const GMarkupParser parser = {
  .start_element = start_element_cb,
  .end_element = end_element_cb,
  .text = text_cb,
};

static void
document_free (Document *document)
{
  g_free (document->file);
  g_free (document);
}

static void
set_error_at (Document    *document,
              int          line,
              const char  *message,
              GError     **error)
{
  g_set_error (error, document->domain, document->code, "%s:%d: %s",
               document->file, line, message);
}

/* The context's own count of lines is already on the next one when a tag ends
 * its line, so it is fed line by line, and the lines are counted here. */
static gboolean
feed (GMarkupParseContext  *context,
      Parse                *parse,
      const char           *data,
      gsize                 size,
      GError              **error)
{
  while (size > 0)
    {
      const char *newline = memchr (data, '\n', size);
      gsize length = newline != NULL ? (gsize) (newline - data) + 1 : size;

      parse->line++;
      if (!g_markup_parse_context_parse (context, data, (gssize) length, error))
        return FALSE;

      data += length;
      size -= length;
    }

  return g_markup_parse_context_end_parse (context, error);
}

/**
 * yf_xml_parse:
 * @file: the name to use in messages
 * @bytes: the contents
 * @domain: domain of every error about this file
 * @code: code of every error about this file
 * @error: return location for an error
 *
 * Parses a whole XML file. Text is normalised as xgettext normalises it.
 *
 * Returns: (transfer full) (nullable): the root element, or %NULL with @error
 *   set to a message that begins with file and line
 */
YfXml *
yf_xml_parse (const char  *file,
              GBytes      *bytes,
              GQuark       domain,
              int          code,
              GError     **error)
{
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  Parse parse = { NULL, };
  const char *data;
  gsize size;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);

  parse.document = g_new0 (Document, 1);
  parse.document->file = g_strdup (file);
  parse.document->domain = domain;
  parse.document->code = code;

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &parse, NULL);

  if (!feed (context, &parse, data, size, &local_error))
    {
      /* "Error on line 5 char 2: …", by the count that is not ours. */
      const char *reason = strstr (local_error->message, ": ");

      set_error_at (parse.document, MAX (parse.line, 1),
                    reason != NULL ? reason + 2 : local_error->message, error);

      if (parse.root != NULL)
        yf_xml_free (parse.root);
      else
        document_free (parse.document);
      return NULL;
    }

  return parse.root;
}

/**
 * yf_xml_free:
 * @self: (transfer full): an element
 *
 * Frees an element and all below it; with the root, the document.
 */
void
yf_xml_free (YfXml *self)
{
  if (self->parent == NULL)
    g_clear_pointer (&self->document, document_free);

  g_ptr_array_unref (self->children);
  g_hash_table_unref (self->attrs);
  g_string_free (self->text, TRUE);
  g_free (self->name);
  g_free (self);
}

const char *
yf_xml_get_name (YfXml *self)
{
  return self->name;
}

gboolean
yf_xml_is (YfXml      *self,
           const char *name)
{
  return g_str_equal (self->name, name);
}

guint
yf_xml_get_n_children (YfXml *self)
{
  return self->children->len;
}

YfXml *
yf_xml_get_child (YfXml *self,
                  guint  index)
{
  g_return_val_if_fail (index < self->children->len, NULL);

  return g_ptr_array_index (self->children, index);
}

/**
 * yf_xml_get_text:
 * @self: an element
 *
 * Returns: (transfer none): the text directly in @self, normalised; may be
 *   empty
 */
const char *
yf_xml_get_text (YfXml *self)
{
  return self->text->str;
}

/**
 * yf_xml_find_attr:
 * @self: an element
 * @name: an attribute's name
 *
 * Returns: (transfer none) (nullable): its value, or %NULL if it is not there
 */
const char *
yf_xml_find_attr (YfXml      *self,
                  const char *name)
{
  return g_hash_table_lookup (self->attrs, name);
}

/**
 * yf_xml_get_attr:
 * @self: an element
 * @name: an attribute's name
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): its value, or %NULL with @error set if
 *   it is missing or empty
 */
const char *
yf_xml_get_attr (YfXml       *self,
                 const char  *name,
                 GError     **error)
{
  const char *value = yf_xml_find_attr (self, name);

  if (value == NULL || *value == '\0')
    {
      /* Translators: the first is an XML element, the second an attribute */
      yf_xml_set_error (self, error, _("<%s> needs the attribute “%s”"), self->name, name);
      return NULL;
    }

  return value;
}

/**
 * yf_xml_get_id:
 * @self: an element that has a name of its own
 * @error: return location for an error
 *
 * Returns: (transfer none) (nullable): its attribute "id", or %NULL with @error set
 *   if there is none or it is not of small letters, digits and hyphens
 */
const char *
yf_xml_get_id (YfXml   *self,
               GError **error)
{
  const char *id = yf_xml_get_attr (self, "id", error);

  for (const char *c = id; c != NULL && *c != '\0'; c++)
    {
      if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
        {
          /* Translators: what a file says where an id belongs */
          yf_xml_set_error (self, error, _("the id “%s” may only have small letters, digits and hyphens"), id);
          return NULL;
        }
    }

  return id;
}

/**
 * yf_xml_get_int:
 * @self: an element
 * @name: an attribute's name
 * @min: the smallest value allowed
 * @max: the greatest value allowed
 * @value: (out): return location for the value
 * @error: return location for an error
 *
 * Reads a whole number that must be there.
 *
 * Returns: whether it was there and in range
 */
gboolean
yf_xml_get_int (YfXml       *self,
                const char  *name,
                int          min,
                int          max,
                int         *value,
                GError     **error)
{
  const char *text = yf_xml_get_attr (self, name, error);
  gint64 number;

  if (text == NULL)
    return FALSE;

  if (!g_ascii_string_to_signed (text, 10, min, max, &number, NULL))
    {
      /* Translators: an attribute, two numbers, and what the file says */
      yf_xml_set_error (self, error, _("“%s” must be a whole number from %d to %d, not “%s”"),
                        name, min, max, text);
      return FALSE;
    }

  *value = (int) number;
  return TRUE;
}

/**
 * yf_xml_get_seconds:
 * @self: an element
 * @name: an attribute's name
 * @min: the smallest value allowed, in microseconds
 * @max: the greatest value allowed, in microseconds
 * @value: (out): return location for the value, in microseconds
 * @error: return location for an error
 *
 * Reads a length that must be there, written in seconds with at most three
 * decimals.
 *
 * Returns: whether it was there and in range
 */
gboolean
yf_xml_get_seconds (YfXml       *self,
                    const char  *name,
                    gint64       min,
                    gint64       max,
                    gint64      *value,
                    GError     **error)
{
  const char *text = yf_xml_get_attr (self, name, error);
  gint64 length = 0;
  gint64 unit = YF_SECOND;
  gboolean point = FALSE;
  gboolean valid;

  if (text == NULL)
    return FALSE;

  valid = g_ascii_isdigit (*text) && strlen (text) <= 8;
  for (const char *c = text; *c != '\0' && valid; c++)
    {
      if (*c == '.' && !point)
        {
          point = TRUE;
        }
      else if (g_ascii_isdigit (*c) && !point)
        {
          length = length * 10 + (*c - '0') * YF_SECOND;
        }
      else if (g_ascii_isdigit (*c) && unit > 1000)
        {
          unit /= 10;
          length += (*c - '0') * unit;
        }
      else
        {
          valid = FALSE;
        }
    }

  if (!valid || length < min || length > max)
    {
      /* Translators: an attribute, two numbers, and what the file says */
      yf_xml_set_error (self, error, _("“%s” must be a number of seconds from %g to %g, not “%s”"),
                        name, min / (double) YF_SECOND, max / (double) YF_SECOND, text);
      return FALSE;
    }

  *value = length;
  return TRUE;
}

/**
 * yf_xml_check_attrs:
 * @self: an element
 * @known: (array zero-terminated=1): the attributes it may have
 * @error: return location for an error
 *
 * Refuses an attribute nobody reads: a misspelt one must not be passed over.
 *
 * Returns: whether all attributes are known
 */
gboolean
yf_xml_check_attrs (YfXml               *self,
                    const char * const  *known,
                    GError             **error)
{
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, self->attrs);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      if (!g_strv_contains (known, name))
        {
          /* Translators: the first is an XML element, the second an attribute */
          yf_xml_set_error (self, error, _("<%s> cannot have the attribute “%s”"),
                            self->name, (const char *) name);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * yf_xml_set_error:
 * @self: the element at which something is wrong
 * @error: return location for an error
 * @format: a printf format for what is wrong
 * @...: its arguments
 *
 * Sets an error in the domain of the document whose message begins with file
 * and line.
 */
void
yf_xml_set_error (YfXml       *self,
                  GError     **error,
                  const char  *format,
                  ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  set_error_at (self->document, self->line, message, error);
}

/**
 * yf_xml_refuse:
 * @self: an element that has no place where it stands
 * @error: return location for an error
 *
 * Says so.
 *
 * Returns: %FALSE
 */
gboolean
yf_xml_refuse (YfXml   *self,
               GError **error)
{
  yf_xml_set_error (self, error, _("<%s> has no place here"), self->name);
  return FALSE;
}

/**
 * yf_xml_refuse_again:
 * @self: an element that may stand once, and stands there before
 * @error: return location for an error
 *
 * Says so.
 *
 * Returns: %FALSE
 */
gboolean
yf_xml_refuse_again (YfXml   *self,
                     GError **error)
{
  yf_xml_set_error (self, error, _("<%s> stands here twice"), self->name);
  return FALSE;
}

/**
 * yf_xml_require:
 * @self: an element that has been read
 * @present: whether what it needs was in it
 * @name: the name of the element it needs
 * @error: return location for an error
 *
 * Refuses what is not whole.
 *
 * Returns: @present
 */
gboolean
yf_xml_require (YfXml       *self,
                gboolean     present,
                const char  *name,
                GError     **error)
{
  if (!present)
    {
      /* Translators: two XML elements */
      yf_xml_set_error (self, error, _("<%s> needs a <%s>"), self->name, name);
    }

  return present;
}
