/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-page.h"
#include "yf-xml.h"

G_BEGIN_DECLS

gboolean yf_page_parse (YfXml      *xml,
                        GPtrArray  *pages,
                        GError    **error);

G_END_DECLS
