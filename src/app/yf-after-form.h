/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YfAfterForm:
 *
 * Asks how a person is after a session: pain, effort, and what they want to
 * note. All of it may be left unanswered.
 *
 * Signals:
 *
 * - `answered ()`: a number was chosen or taken back
 * - `typed ()`: the note is another one
 */
#define YF_TYPE_AFTER_FORM (yf_after_form_get_type ())
G_DECLARE_FINAL_TYPE (YfAfterForm, yf_after_form, YF, AFTER_FORM, AdwBin)

void     yf_after_form_set_past  (YfAfterForm   *self);
void     yf_after_form_set_after (YfAfterForm   *self,
                                  const YfAfter *after);
YfAfter *yf_after_form_dup_after (YfAfterForm   *self,
                                  gint64         at);
gboolean yf_after_form_is_empty  (YfAfterForm   *self);

G_END_DECLS
