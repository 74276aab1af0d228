/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-programme-xml.h"

#include <glib/gi18n-lib.h>

#define MAX_TEXT 2000  /* letters of a note */
#define MAX_NAME 120   /* letters of a name */

static gboolean
check_text (YfXml       *xml,
            const char  *text,
            glong        most,
            GError     **error)
{
  if (g_utf8_strlen (text, -1) > most)
    {
      yf_xml_set_error (xml, error, _("This text is too long: %ld letters at most"), most);
      return FALSE;
    }

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isprint (g_utf8_get_char (c)))
      {
        yf_xml_set_error (xml, error, _("There is something in this text that cannot be read. Write it again"));
        return FALSE;
      }

  return TRUE;
}

/* Notes where an element stands that may be there once. */
gboolean
yf_programme_take_once (YfXml   *xml,
                        YfXml  **place,
                        GError **error)
{
  if (*place == NULL)
    {
      *place = xml;
      return TRUE;
    }

  yf_xml_set_error (xml, error, _("There is more than one <%s>"), yf_xml_get_name (xml));
  return FALSE;
}

gboolean
yf_programme_check_no_text (YfXml   *xml,
                            GError **error)
{
  if (*yf_xml_get_text (xml) == '\0')
    return TRUE;

  yf_xml_set_error (xml, error, _("<%s> has no text in it"), yf_xml_get_name (xml));
  return FALSE;
}

/* An element without children and without text. */
gboolean
yf_programme_check_bare (YfXml   *xml,
                         GError **error)
{
  if (yf_xml_get_n_children (xml) > 0)
    return yf_xml_refuse (yf_xml_get_child (xml, 0), error);

  return yf_programme_check_no_text (xml, error);
}

gboolean
yf_programme_read_note (YfXml       *xml,
                        const char **text,
                        GError     **error)
{
  static const char * const known[] = { NULL };

  if (!yf_xml_check_attrs (xml, known, error))
    return FALSE;
  if (yf_xml_get_n_children (xml) > 0)
    return yf_xml_refuse (yf_xml_get_child (xml, 0), error);

  *text = yf_xml_get_text (xml);
  if (**text == '\0')
    {
      yf_xml_set_error (xml, error, _("This note is empty"));
      return FALSE;
    }

  return check_text (xml, *text, MAX_TEXT, error);
}

gboolean
yf_programme_read_name (YfXml       *xml,
                        const char  *attribute,
                        char       **name,
                        GError     **error)
{
  const char *text = yf_xml_get_attr (xml, attribute, error);
  g_autofree char *bare = NULL;

  if (text == NULL || !check_text (xml, text, MAX_NAME, error))
    return FALSE;

  bare = g_strstrip (g_strdup (text));
  if (*bare == '\0')
    {
      yf_xml_set_error (xml, error, _("<%s> needs the attribute “%s”"), yf_xml_get_name (xml), attribute);
      return FALSE;
    }

  *name = g_steal_pointer (&bare);
  return TRUE;
}

/* A day that may be left out. */
gboolean
yf_programme_read_day (YfXml       *xml,
                       const char  *attribute,
                       YfDay       *day,
                       GError     **error)
{
  const char *text = yf_xml_find_attr (xml, attribute);

  *day = YF_DAY_NONE;
  if (text == NULL || yf_day_parse (text, day))
    return TRUE;

  /* Translators: an attribute, and what the file says */
  yf_xml_set_error (xml, error, _("“%s” must be a date such as 2026-11-20, not “%s”"), attribute, text);
  return FALSE;
}

/* A number that may be left out, and is then @value as it was. */
gboolean
yf_programme_read_int (YfXml       *xml,
                       const char  *attribute,
                       int          min,
                       int          max,
                       int         *value,
                       GError     **error)
{
  return yf_xml_find_attr (xml, attribute) == NULL || yf_xml_get_int (xml, attribute, min, max, value, error);
}

gboolean
yf_programme_read_yes_or_no (YfXml       *xml,
                             const char  *attribute,
                             gboolean    *value,
                             GError     **error)
{
  const char *text = yf_xml_find_attr (xml, attribute);

  *value = g_strcmp0 (text, "yes") == 0;
  if (text == NULL || *value || g_str_equal (text, "no"))
    return TRUE;

  /* Translators: an attribute, and what the file says */
  yf_xml_set_error (xml, error, _("“%s” must be “yes” or “no”, not “%s”"), attribute, text);
  return FALSE;
}
