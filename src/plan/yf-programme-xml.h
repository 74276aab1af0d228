/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-day.h"
#include "yf-xml.h"

G_BEGIN_DECLS

/* What the elements of a programme have in common: each reads an attribute or a text,
 * or says with its line why it will not do. */

gboolean yf_programme_take_once      (YfXml       *xml,
                                      YfXml      **place,
                                      GError     **error);
gboolean yf_programme_check_no_text  (YfXml       *xml,
                                      GError     **error);
gboolean yf_programme_check_bare     (YfXml       *xml,
                                      GError     **error);
gboolean yf_programme_read_note      (YfXml       *xml,
                                      const char **text,
                                      GError     **error);
gboolean yf_programme_read_name      (YfXml       *xml,
                                      const char  *attribute,
                                      char       **name,
                                      GError     **error);
gboolean yf_programme_read_day       (YfXml       *xml,
                                      const char  *attribute,
                                      YfDay       *day,
                                      GError     **error);
gboolean yf_programme_read_int       (YfXml       *xml,
                                      const char  *attribute,
                                      int          min,
                                      int          max,
                                      int         *value,
                                      GError     **error);
gboolean yf_programme_read_yes_or_no (YfXml       *xml,
                                      const char  *attribute,
                                      gboolean    *value,
                                      GError     **error);

G_END_DECLS
