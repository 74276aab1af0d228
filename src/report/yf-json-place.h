/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "yf-day.h"

G_BEGIN_DECLS

/**
 * YfJsonPlace:
 * @parent: (nullable): the object or array that it stands in
 * @member: (nullable): the member that it is, or %NULL of an element
 * @index: of an element, which one, from 0
 * @node: (nullable): what stands there; %NULL where a member is missing
 * @file: of the outermost, the file's name
 *
 * A place in a file that is being read strictly, on the reader's stack: what stands there,
 * and how to get there, for the sentence that says what should stand there
 * instead, such as "sessions[3].exercises[0].state".
 */
typedef struct _YfJsonPlace YfJsonPlace;

struct _YfJsonPlace
{
  const YfJsonPlace *parent;
  const char        *member;
  guint              index;
  JsonNode          *node;
  const char        *file;
};

gboolean    yf_json_place_refuse      (const YfJsonPlace   *self,
                                       const char          *expected,
                                       GError             **error);
gboolean    yf_json_place_is_object   (const YfJsonPlace   *self,
                                       const char * const  *members,
                                       GError             **error);
gboolean    yf_json_place_is_array    (const YfJsonPlace   *self,
                                       guint               *length,
                                       GError             **error);
gboolean    yf_json_place_is_null     (const YfJsonPlace   *self);
YfJsonPlace yf_json_place_get_member  (const YfJsonPlace   *self,
                                       const char          *member);
YfJsonPlace yf_json_place_get_element (const YfJsonPlace   *self,
                                       guint                index);
const char *yf_json_place_get_string  (const YfJsonPlace   *self);

/* Each reads a member of an object */
gboolean    yf_json_read_string       (const YfJsonPlace   *self,
                                       const char          *member,
                                       gboolean             may_be_null,
                                       const char         **value,
                                       GError             **error);
gboolean    yf_json_read_id           (const YfJsonPlace   *self,
                                       const char          *member,
                                       gboolean             may_be_null,
                                       const char         **value,
                                       GError             **error);
gboolean    yf_json_read_int          (const YfJsonPlace   *self,
                                       const char          *member,
                                       int                  min,
                                       int                  max,
                                       int                 *value,
                                       GError             **error);
gboolean    yf_json_read_answer       (const YfJsonPlace   *self,
                                       const char          *member,
                                       int                 *value,
                                       GError             **error);
gboolean    yf_json_read_bool         (const YfJsonPlace   *self,
                                       const char          *member,
                                       gboolean            *value,
                                       GError             **error);
gboolean    yf_json_read_seconds      (const YfJsonPlace   *self,
                                       const char          *member,
                                       gint64              *microseconds,
                                       GError             **error);
gboolean    yf_json_read_moment       (const YfJsonPlace   *self,
                                       const char          *member,
                                       gboolean             may_be_null,
                                       gint64              *real,
                                       gint32              *utc_offset,
                                       GError             **error);
gboolean    yf_json_read_day          (const YfJsonPlace   *self,
                                       const char          *member,
                                       gboolean             may_be_null,
                                       YfDay               *day,
                                       GError             **error);

G_END_DECLS
