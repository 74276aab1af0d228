/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-database.h"

G_BEGIN_DECLS

/**
 * YF_SCHEMA_VERSION:
 *
 * The schema version this program reads and writes: the number of the last
 * migration in `sql`.
 */
#define YF_SCHEMA_VERSION 6

/**
 * YF_SCHEMA_APPLICATION_ID:
 *
 * What marks a database as a log of Yanfei's: "YanF".
 */
#define YF_SCHEMA_APPLICATION_ID 0x59616E46

gboolean yf_schema_create  (const char  *path,
                            GError     **error);
gboolean yf_schema_verify  (YfDatabase  *database,
                            gint64      *version,
                            GError     **error);
gboolean yf_schema_migrate (YfDatabase  *database,
                            GError     **error);
gboolean yf_schema_check   (YfDatabase  *database,
                            GError     **error);

G_END_DECLS
