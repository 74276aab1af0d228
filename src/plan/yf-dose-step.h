/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-dose.h"

G_BEGIN_DECLS

gboolean yf_dose_step_up   (YfDose       *dose,
                            const YfDose *base,
                            const YfDose *ceiling);
gboolean yf_dose_step_down (YfDose       *dose,
                            const YfDose *base);
gboolean yf_dose_lower_to  (YfDose       *dose,
                            const YfDose *most);

G_END_DECLS
