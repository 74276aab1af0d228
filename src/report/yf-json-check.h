/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YF_JSON_MAX_DEPTH:
 *
 * How deep arrays and objects may be nested: an export has eight levels, and
 * what reads it calls itself once a level.
 */
#define YF_JSON_MAX_DEPTH 32

gboolean yf_json_check (const char   *text,
                        gsize         length,
                        const char  **message,
                        guint        *line);

G_END_DECLS
