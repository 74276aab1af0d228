/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YfXml:
 *
 * An element of a parsed XML file that remembers its line, so that whoever
 * reads it can say where something is wrong. The root owns the tree.
 */
typedef struct _YfXml YfXml;

YfXml      *yf_xml_parse        (const char          *file,
                                 GBytes              *bytes,
                                 GQuark               domain,
                                 int                  code,
                                 GError             **error);
void        yf_xml_free         (YfXml               *self);

const char *yf_xml_get_name     (YfXml               *self);
gboolean    yf_xml_is           (YfXml               *self,
                                 const char          *name);
guint       yf_xml_get_n_children (YfXml             *self);
YfXml      *yf_xml_get_child    (YfXml               *self,
                                 guint                index);
const char *yf_xml_get_text     (YfXml               *self);

const char *yf_xml_find_attr    (YfXml               *self,
                                 const char          *name);
const char *yf_xml_get_attr     (YfXml               *self,
                                 const char          *name,
                                 GError             **error);
const char *yf_xml_get_id       (YfXml               *self,
                                 GError             **error);
gboolean    yf_xml_get_int      (YfXml               *self,
                                 const char          *name,
                                 int                  min,
                                 int                  max,
                                 int                 *value,
                                 GError             **error);
gboolean    yf_xml_get_seconds  (YfXml               *self,
                                 const char          *name,
                                 gint64               min,
                                 gint64               max,
                                 gint64              *value,
                                 GError             **error);
gboolean    yf_xml_check_attrs  (YfXml               *self,
                                 const char * const  *known,
                                 GError             **error);
void        yf_xml_set_error    (YfXml               *self,
                                 GError             **error,
                                 const char          *format,
                                 ...) G_GNUC_PRINTF (3, 4);
gboolean    yf_xml_refuse       (YfXml               *self,
                                 GError             **error);
gboolean    yf_xml_refuse_again (YfXml               *self,
                                 GError             **error);
gboolean    yf_xml_require      (YfXml               *self,
                                 gboolean             present,
                                 const char          *name,
                                 GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfXml, yf_xml_free)

G_END_DECLS
