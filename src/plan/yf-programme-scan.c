/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A programme comes from elsewhere, by mail or on a stick. Before a tree is made
 * of it, what no programme needs is refused: what the tree would pass over in
 * silence, and what would make it too deep to be taken down again. */

/* A note in an exercise in a programme is at depth 3. */
#define MAX_DEPTH    8
#define MAX_ELEMENTS 2000

typedef struct
{
  const char *name;
  int         line;
  guint       depth;
  guint       n_elements;
} Scan;

static void
set_error (const Scan  *self,
           GError     **error,
           const char  *message)
{
  g_set_error (error, YF_PROGRAMME_ERROR, YF_PROGRAMME_ERROR_INVALID, "%s:%d: %s", self->name, MAX (self->line, 1),
               message);
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **attr_names,
                  const char          **attr_values,
                  gpointer              user_data,
                  GError              **error)
{
  Scan *self = user_data;
  g_autofree char *message = NULL;

  for (gsize i = 0; attr_names[i] != NULL; i++)
    for (gsize j = 0; j < i; j++)
      if (g_str_equal (attr_names[i], attr_names[j]))
        {
          /* Translators: the first is an XML element, the second an attribute */
          message = g_strdup_printf (_("<%s> has the attribute “%s” twice"), name, attr_names[i]);
          set_error (self, error, message);
          return;
        }

  if (self->depth == 0 && self->n_elements > 0)
    set_error (self, error, _("There is something after the end of the programme"));
  else if (++self->depth > MAX_DEPTH)
    set_error (self, error, _("The elements are nested too deeply"));
  else if (++self->n_elements > MAX_ELEMENTS)
    set_error (self, error, _("There are more elements than any programme has"));
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Scan *self = user_data;

  self->depth--;
}

static void
check_declaration (const Scan  *self,
                   const char  *text,
                   GError     **error)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\sencoding\\s*=\\s*['\"]([^'\"]*)['\"]", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *encoding = NULL;
  g_autofree char *message = NULL;

  g_assert (regex != NULL);

  if (!g_regex_match (regex, text, 0, &match))
    return;

  encoding = g_match_info_fetch (match, 1);
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return;

  /* Translators: the name of a way to write letters as bytes, such as GB2312 */
  message = g_strdup_printf (_("The file says that it is written in %s. Save it as UTF-8"), encoding);
  set_error (self, error, message);
}

static void
passthrough_cb (GMarkupParseContext  *context,
                const char           *text,
                gsize                 length,
                gpointer              user_data,
                GError              **error)
{
  const Scan *self = user_data;
  g_autofree char *copy = g_strndup (text, length);

  if (g_str_has_prefix (copy, "<!DOCTYPE"))
    set_error (self, error, _("A programme has no <!DOCTYPE> and no entities of its own"));
  else if (g_str_has_prefix (copy, "<![CDATA["))
    set_error (self, error, _("A programme has no <![CDATA[ ]]>. Write the text as it is"));
  else if (g_str_has_prefix (copy, "<?xml ") || g_str_has_prefix (copy, "<?xml\n"))
    check_declaration (self, copy, error);
}

static gboolean
check_encoding (Scan        *self,
                const char  *text,
                gsize        length,
                GError     **error)
{
  const char *end;

  if (length >= 2 && (memcmp (text, "\xff\xfe", 2) == 0 || memcmp (text, "\xfe\xff", 2) == 0))
    {
      self->line = 1;
      set_error (self, error, _("The file is written in UTF-16. Save it as UTF-8"));
      return FALSE;
    }

  if (g_utf8_validate_len (text, length, &end))
    return TRUE;

  self->line = 1;
  for (const char *c = text; c < end; c++)
    self->line += *c == '\n';
  set_error (self, error, _("This is not text in UTF-8"));

  return FALSE;
}

/*
 * yf_programme_scan:
 * @name: the name of the file, for messages
 * @text: what is in it
 * @length: bytes of it
 * @error: return location for a %YF_PROGRAMME_ERROR_INVALID
 *
 * Returns: whether a tree may be made of it. Whether it is well-formed is for who
 *   makes that to say.
 */
gboolean
yf_programme_scan (const char  *name,
                   const char  *text,
                   gsize        length,
                   GError     **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .passthrough = passthrough_cb,
  };
  Scan self = { .name = name };
  g_autoptr (GMarkupParseContext) context = NULL;

  if (!check_encoding (&self, text, length, error))
    return FALSE;

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &self, NULL);
  while (length > 0)
    {
      const char *newline = memchr (text, '\n', length);
      gsize size = newline != NULL ? (gsize) (newline - text) + 1 : length;
      g_autoptr (GError) local_error = NULL;

      self.line++;
      if (!g_markup_parse_context_parse (context, text, (gssize) size, &local_error))
        {
          if (local_error->domain != YF_PROGRAMME_ERROR)
            return TRUE;
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      text += size;
      length -= size;
    }

  return TRUE;
}
