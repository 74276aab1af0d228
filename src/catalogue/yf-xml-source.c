/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "yf-xml-source.h"

YfSource *
yf_xml_dup_source (YfXml   *self,
                   GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *document;
  YfSource *source;

  document = yf_xml_get_attr (self, "source", error);
  if (document == NULL)
    return NULL;

  source = yf_source_new (document, yf_xml_find_attr (self, "section"), &local_error);
  if (source == NULL)
    yf_xml_set_error (self, error, "%s", local_error->message);

  return source;
}
