/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-progress.h"

G_BEGIN_DECLS

#define YF_TYPE_PROGRESS_PLAN (yf_progress_plan_get_type ())
G_DECLARE_FINAL_TYPE (YfProgressPlan, yf_progress_plan, YF, PROGRESS_PLAN, GtkBox)

void yf_progress_plan_show (YfProgressPlan *self,
                            YfProgress     *progress);

G_END_DECLS
