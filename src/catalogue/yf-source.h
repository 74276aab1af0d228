/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YF_SOURCE_APP:
 *
 * The document name of a number or rule that none of the five documents
 * gives: it is Yanfei's own cautious choice.
 */
#define YF_SOURCE_APP "app"

/**
 * YF_SOURCE_PROGRAMME:
 *
 * The document name of what a physiotherapist's programme says; its section is who
 * wrote it.
 */
#define YF_SOURCE_PROGRAMME "programme"

#define YF_TYPE_SOURCE (yf_source_get_type ())

/**
 * YfSource:
 *
 * Where a dose, a rule or a sentence comes from: one of the five health
 * documents, by the three digits it is known by, with the section in it; or
 * Yanfei itself. Immutable.
 */
typedef struct _YfSource YfSource;

GType       yf_source_get_type     (void) G_GNUC_CONST;

YfSource   *yf_source_new          (const char  *document,
                                    const char  *section,
                                    GError     **error);
YfSource   *yf_source_new_programme (const char *clinician);
YfSource   *yf_source_ref          (YfSource    *self);
void        yf_source_unref        (YfSource    *self);

const char *yf_source_get_document (YfSource    *self);
const char *yf_source_get_section  (YfSource    *self);
gboolean    yf_source_is_own       (YfSource    *self);
char       *yf_source_to_string    (YfSource    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YfSource, yf_source_unref)

G_END_DECLS
