/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * YfStepper:
 *
 * A row with a number, one button for less and one for more. Whoever owns it
 * decides what the steps are and where they end.
 *
 * Signals:
 *
 * - `stepped (int direction)`: the person wants less (-1) or more (1)
 */
#define YF_TYPE_STEPPER (yf_stepper_get_type ())
G_DECLARE_FINAL_TYPE (YfStepper, yf_stepper, YF, STEPPER, AdwActionRow)

void yf_stepper_show (YfStepper  *self,
                      const char *text,
                      gboolean    can_decrease,
                      gboolean    can_increase);

G_END_DECLS
