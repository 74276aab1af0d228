/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-log.h"

G_BEGIN_DECLS

/**
 * YF_LOG_JSON_FORMAT:
 *
 * What a complete export calls itself, and the version that this Yanfei writes
 * and reads.
 */
#define YF_LOG_JSON_FORMAT  "yanfei-log"
#define YF_LOG_JSON_VERSION 1

/**
 * YF_LOG_JSON_MAX_SIZE:
 *
 * The largest file that is read, in bytes: 256 MiB, Yanfei's own choice. Five
 * years with a session every day are a fifth of it.
 */
#define YF_LOG_JSON_MAX_SIZE ((gsize) 256 * 1024 * 1024)

void    yf_log_to_json   (YfLog         *self,
                          JsonBuilder   *builder);
GBytes *yf_log_to_file   (YfLog         *self,
                          gboolean       anonymous,
                          GError       **error);
YfLog  *yf_log_from_file (const char    *path,
                          YfCatalogue   *catalogue,
                          GError       **error);

G_END_DECLS
