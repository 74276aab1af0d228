/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfProgrammeVersions:
 *
 * The versions of the programme that the log has, newest first, each to be gone back
 * to; and none.
 *
 * Signals:
 *
 * - `chosen (char *id)`: the person wants that version, or none where @id is %NULL
 */
#define YF_TYPE_PROGRAMME_VERSIONS (yf_programme_versions_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeVersions, yf_programme_versions, YF, PROGRAMME_VERSIONS, AdwPreferencesGroup)

GtkWidget *yf_programme_versions_new (GPtrArray   *records,
                                      const char  *current,
                                      YfCatalogue *builtin,
                                      YfRules     *rules,
                                      const YfProfile *profile,
                                      YfDay        today);

G_END_DECLS
