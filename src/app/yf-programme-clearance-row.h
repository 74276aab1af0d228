/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-programme-draft.h"

G_BEGIN_DECLS

/**
 * YfProgrammeClearanceRow:
 *
 * What the clinician of a programme that is being written allows, in spite of what, and
 * until when.
 *
 * Signals:
 *
 * - `changed ()`: something else was chosen
 * - `removed ()`: it is to go
 */
#define YF_TYPE_PROGRAMME_CLEARANCE_ROW (yf_programme_clearance_row_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeClearanceRow, yf_programme_clearance_row, YF, PROGRAMME_CLEARANCE_ROW, AdwExpanderRow)

GtkWidget *yf_programme_clearance_row_new        (YfCatalogue                     *catalogue,
                                                  const YfProgrammeDraftClearance *clearance);
void       yf_programme_clearance_row_apply      (YfProgrammeClearanceRow         *self,
                                                  YfProgrammeDraft                *draft);
gboolean   yf_programme_clearance_row_show_error (YfProgrammeClearanceRow         *self,
                                                  const YfProgrammePlace          *place,
                                                  const char                      *message);

G_END_DECLS
