/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-log.h"

G_BEGIN_DECLS

void    yf_log_to_json   (YfLog         *self,
                          JsonBuilder   *builder);
GBytes *yf_log_to_file   (YfLog         *self,
                          gboolean       anonymous,
                          GError       **error);
YfLog  *yf_log_from_file (const char    *path,
                          YfCatalogue   *catalogue,
                          GError       **error);

G_END_DECLS
