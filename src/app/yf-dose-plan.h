/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-person.h"

G_BEGIN_DECLS

void     yf_dose_plan_get_most (YfPerson      *person,
                                YfExercise    *exercise,
                                YfDose        *most);
void     yf_dose_plan_reckon   (YfPerson      *person,
                                YfExercise    *exercise,
                                YfDose        *dose);
gboolean yf_dose_plan_lower    (YfDose        *dose,
                                const YfDose  *most);

G_END_DECLS
