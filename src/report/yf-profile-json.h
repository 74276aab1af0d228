/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-profile.h"

G_BEGIN_DECLS

/**
 * YF_PROFILE_JSON_UNKNOWN:
 *
 * The word for a day that nobody knows.
 */
#define YF_PROFILE_JSON_UNKNOWN "unknown"

gboolean   yf_profile_set_member (YfProfile       *self,
                                  const char      *key,
                                  JsonNode        *value,
                                  GError         **error);
YfProfile *yf_profile_from_file  (const char      *path,
                                  YfCatalogue     *catalogue,
                                  GError         **error);
void       yf_profile_to_json    (const YfProfile *self,
                                  JsonBuilder     *builder,
                                  const char      *key);

G_END_DECLS
