/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-day.h"
#include "yf-routine.h"
#include "yf-source.h"

G_BEGIN_DECLS

/**
 * YfJson:
 *
 * Short names for what the JSON of every command is made of.
 */

void  yf_json_add_string       (JsonBuilder        *builder,
                                const char         *key,
                                const char         *value);
void  yf_json_add_int          (JsonBuilder        *builder,
                                const char         *key,
                                gint64              value);
void  yf_json_add_bool         (JsonBuilder        *builder,
                                const char         *key,
                                gboolean            value);
void  yf_json_add_seconds      (JsonBuilder        *builder,
                                const char         *key,
                                gint64              microseconds);
void  yf_json_add_day          (JsonBuilder        *builder,
                                const char         *key,
                                YfDay               day);
void  yf_json_add_source       (JsonBuilder        *builder,
                                YfSource           *source);
void  yf_json_add_dose         (JsonBuilder        *builder,
                                const char         *key,
                                const YfDose       *dose);
void  yf_json_add_dose_members (JsonBuilder        *builder,
                                const YfDose       *dose);
void  yf_json_add_pace_members (JsonBuilder        *builder,
                                const YfPace       *pace);
void  yf_json_add_strings      (JsonBuilder        *builder,
                                const char         *key,
                                const char * const *values);
void  yf_json_add_texts        (JsonBuilder        *builder,
                                const char         *key,
                                GPtrArray          *texts);
void  yf_json_begin            (JsonBuilder        *builder,
                                const char         *key,
                                char                bracket);
void  yf_json_end              (JsonBuilder        *builder,
                                char                bracket);
char *yf_json_to_text          (JsonBuilder        *builder);
void  yf_json_print            (JsonBuilder        *builder);

G_END_DECLS
