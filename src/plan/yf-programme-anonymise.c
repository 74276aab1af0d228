/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme.h"

/* What stands for a name that is not told: an attribute that must be there is. */
#define NOBODY "—"

typedef struct
{
  GString *text;
  guint    in_note;
} Copy;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **attr_names,
                  const char          **attr_values,
                  gpointer              user_data,
                  GError              **error)
{
  Copy *self = user_data;
  gboolean is_root = g_str_equal (name, "programme");

  if (self->in_note > 0 || g_str_equal (name, "note"))
    {
      self->in_note++;
      return;
    }

  g_string_append_printf (self->text, "<%s", name);
  for (gsize i = 0; attr_names[i] != NULL; i++)
    {
      gboolean told = !is_root || !(g_str_equal (attr_names[i], "name") || g_str_equal (attr_names[i], "clinician"));
      g_autofree char *value = g_markup_escape_text (told ? attr_values[i] : NOBODY, -1);

      g_string_append_printf (self->text, " %s=\"%s\"", attr_names[i], value);
    }
  g_string_append_c (self->text, '>');
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  Copy *self = user_data;

  if (self->in_note > 0)
    self->in_note--;
  else
    g_string_append_printf (self->text, "</%s>", name);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Copy *self = user_data;

  /* Only notes have words in them. */
  if (self->in_note > 0)
    return;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      g_string_append_c (self->text, '\n');
}

/**
 * yf_programme_anonymise_xml:
 * @xml: the file of a programme, as yf_programme_get_xml() has it
 *
 * Leaves out what says whose programme it is: its name, the clinician's, notes, in
 * which anything may stand, and comments. What is to be done, and how much, stays.
 *
 * Returns: (transfer full) (nullable): the file without that, or %NULL if it is no
 *   XML
 */
char *
yf_programme_anonymise_xml (const char *xml)
{
  static const GMarkupParser parser = {
    .start_element = start_element_cb,
    .end_element = end_element_cb,
    .text = text_cb,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  Copy self = { text, 0 };
  g_autoptr (GMarkupParseContext) context = NULL;

  g_return_val_if_fail (xml != NULL, NULL);

  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &self, NULL);
  if (!g_markup_parse_context_parse (context, xml, -1, NULL)
      || !g_markup_parse_context_end_parse (context, NULL))
    return NULL;

  return g_string_free (g_steal_pointer (&text), FALSE);
}
