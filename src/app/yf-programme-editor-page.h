/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-programme-draft.h"

G_BEGIN_DECLS

/**
 * YfProgrammeEditorPage:
 *
 * A programme that is being written. What is in it is checked by writing it down and
 * reading it back; what is wrong is said at its field.
 *
 * Signals:
 *
 * - `told (char *message)`: something the person should know
 * - `written (YfProgramme *programme)`: the person wants to look at it, to follow it
 */
#define YF_TYPE_PROGRAMME_EDITOR_PAGE (yf_programme_editor_page_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeEditorPage, yf_programme_editor_page, YF, PROGRAMME_EDITOR_PAGE, AdwBin)

GtkWidget        *yf_programme_editor_page_new       (YfPerson              *person,
                                                      YfCatalogue           *builtin,
                                                      YfProgrammeDraft      *draft,
                                                      gboolean               touched);
YfProgrammeDraft *yf_programme_editor_page_dup_draft (YfProgrammeEditorPage *self);
gboolean          yf_programme_editor_page_is_saved  (YfProgrammeEditorPage *self);

G_END_DECLS
