/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-programme-draft.h"

G_BEGIN_DECLS

/**
 * YfProgrammeForm:
 *
 * All that can be said in a programme, to be filled in: a draft from end to end.
 *
 * Signals:
 *
 * - `changed ()`: by the person
 */
#define YF_TYPE_PROGRAMME_FORM (yf_programme_form_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeForm, yf_programme_form, YF, PROGRAMME_FORM, AdwBin)

void              yf_programme_form_fill       (YfProgrammeForm        *self,
                                                YfCatalogue            *builtin,
                                                YfCatalogue            *offered,
                                                YfProgrammeDraft       *draft);
gboolean          yf_programme_form_commit     (YfProgrammeForm        *self);
YfProgrammeDraft *yf_programme_form_dup_draft  (YfProgrammeForm        *self);
gboolean          yf_programme_form_show_error (YfProgrammeForm        *self,
                                                const YfProgrammePlace *place,
                                                const char             *message);

G_END_DECLS
