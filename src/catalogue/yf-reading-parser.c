/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-reading-private.h"

#include <glib/gi18n-lib.h>

#include "yf-xml-source.h"

static gboolean
parse_id (YfReading  *self,
          YfXml      *xml,
          GPtrArray  *pages,
          GError    **error)
{
  const char *id = yf_xml_get_id (xml, error);

  if (id == NULL)
    return FALSE;

  for (guint i = 0; i < pages->len; i++)
    {
      if (g_str_equal (yf_reading_get_id (g_ptr_array_index (pages, i)), id))
        {
          yf_xml_set_error (xml, error, _("“%s” stands here twice"), id);
          return FALSE;
        }
    }

  self->id = g_strdup (id);
  return TRUE;
}

static gboolean
parse_topic (YfReading  *self,
             YfXml      *xml,
             GError    **error)
{
  const char *topic = yf_xml_get_attr (xml, "topic", error);

  if (topic == NULL)
    return FALSE;

  if (!yf_topic_from_id (topic, &self->topic))
    {
      yf_xml_set_error (xml, error, _("there is no topic “%s”"), topic);
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_text (YfXml   *xml,
            GError **error)
{
  if (*yf_xml_get_text (xml) == '\0')
    {
      yf_xml_set_error (xml, error, _("<%s> is empty"), yf_xml_get_name (xml));
      return FALSE;
    }

  if (yf_xml_get_n_children (xml) > 0)
    return yf_xml_refuse (yf_xml_get_child (xml, 0), error);

  return TRUE;
}

static gboolean
parse_text (YfXml   *xml,
            char   **text,
            GError **error)
{
  static const char * const attrs[] = { NULL };

  if (*text != NULL)
    return yf_xml_refuse_again (xml, error);

  if (!yf_xml_check_attrs (xml, attrs, error) || !check_text (xml, error))
    return FALSE;

  *text = g_strdup (yf_xml_get_text (xml));
  return TRUE;
}

/* Whether a claim stands there that nothing has corrected yet. */
static gboolean
has_open_claim (YfReading *self)
{
  const YfParagraph *last;

  if (self->paragraphs->len == 0)
    return FALSE;

  last = g_ptr_array_index (self->paragraphs, self->paragraphs->len - 1);
  return last->kind == YF_PARAGRAPH_CLAIM;
}

static gboolean
parse_paragraph (YfReading  *self,
                 YfXml      *xml,
                 GError    **error)
{
  static const char * const attrs[] = { "kind", "source", "section", NULL };
  g_autoptr (YfSource) source = NULL;
  YfParagraphKind kind = YF_PARAGRAPH_PLAIN;
  const char *name;

  if (!yf_xml_check_attrs (xml, attrs, error) || !check_text (xml, error))
    return FALSE;

  name = yf_xml_find_attr (xml, "kind");
  if (name != NULL)
    {
      if (!g_str_equal (name, "point"))
        {
          yf_xml_set_error (xml, error, _("there is no kind of paragraph “%s”; there is only “point”"), name);
          return FALSE;
        }
      kind = YF_PARAGRAPH_POINT;
    }

  source = yf_xml_dup_source (xml, error);
  if (source == NULL)
    return FALSE;

  yf_reading_add (self, kind, yf_xml_get_text (xml), source);
  return TRUE;
}

static gboolean
parse_claim (YfReading  *self,
             YfXml      *xml,
             GError    **error)
{
  static const char * const attrs[] = { "source", "section", NULL };
  g_autoptr (YfSource) source = NULL;

  if (has_open_claim (self))
    {
      yf_xml_set_error (xml, error, _("the claim before this one is not corrected"));
      return FALSE;
    }

  if (!yf_xml_check_attrs (xml, attrs, error) || !check_text (xml, error))
    return FALSE;

  source = yf_xml_dup_source (xml, error);
  if (source == NULL)
    return FALSE;

  yf_reading_add (self, YF_PARAGRAPH_CLAIM, yf_xml_get_text (xml), source);
  return TRUE;
}

/* Adds the page that an element holds to @pages. A claim left without the
 * paragraph that corrects it is refused: nobody may go away believing it. */
gboolean
yf_reading_parse (YfXml      *xml,
                  GPtrArray  *pages,
                  GError    **error)
{
  static const char * const attrs[] = { "id", "topic", NULL };
  g_autoptr (YfReading) self = yf_reading_new ();

  if (!yf_xml_check_attrs (xml, attrs, error) ||
      !parse_id (self, xml, pages, error) ||
      !parse_topic (self, xml, error))
    return FALSE;

  for (guint i = 0; i < yf_xml_get_n_children (xml); i++)
    {
      YfXml *child = yf_xml_get_child (xml, i);
      gboolean valid;

      if (yf_xml_is (child, "title"))
        valid = parse_text (child, &self->title, error);
      else if (yf_xml_is (child, "summary"))
        valid = parse_text (child, &self->summary, error);
      else if (yf_xml_is (child, "paragraph"))
        valid = parse_paragraph (self, child, error);
      else if (yf_xml_is (child, "claim"))
        valid = parse_claim (self, child, error);
      else
        valid = yf_xml_refuse (child, error);

      if (!valid)
        return FALSE;
    }

  if (!yf_xml_require (xml, self->title != NULL, "title", error) ||
      !yf_xml_require (xml, self->summary != NULL, "summary", error) ||
      !yf_xml_require (xml, self->paragraphs->len > 0, "paragraph", error))
    return FALSE;

  if (has_open_claim (self))
    {
      yf_xml_set_error (xml, error, _("the last claim of this page is not corrected"));
      return FALSE;
    }

  g_ptr_array_add (pages, g_steal_pointer (&self));
  return TRUE;
}
