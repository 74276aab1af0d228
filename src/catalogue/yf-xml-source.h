/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-source.h"
#include "yf-xml.h"

G_BEGIN_DECLS

/**
 * yf_xml_dup_source:
 * @self: an element with the attributes "source" and, unless that is "app",
 *   "section"
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the source it names, or %NULL with
 *   @error set
 */
YfSource *yf_xml_dup_source (YfXml   *self,
                             GError **error);

G_END_DECLS
