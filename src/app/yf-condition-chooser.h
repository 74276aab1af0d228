/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-profile.h"

G_BEGIN_DECLS

/**
 * YfConditionChooser:
 *
 * Signals:
 *
 * - `changed ()`: something was ticked or unticked
 */
#define YF_TYPE_CONDITION_CHOOSER (yf_condition_chooser_get_type ())
G_DECLARE_FINAL_TYPE (YfConditionChooser, yf_condition_chooser, YF, CONDITION_CHOOSER, AdwPreferencesGroup)

void     yf_condition_chooser_set_catalogue (YfConditionChooser *self,
                                             YfCatalogue        *catalogue);
gboolean yf_condition_chooser_get_any       (YfConditionChooser *self);
gboolean yf_condition_chooser_commit        (YfConditionChooser *self,
                                             YfDay               today);
void     yf_condition_chooser_apply         (YfConditionChooser *self,
                                             gboolean            known,
                                             YfProfile          *profile);

G_END_DECLS
