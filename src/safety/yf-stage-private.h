/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-stage.h"

G_BEGIN_DECLS

gboolean yf_stage_is_relieved (const YfProfile *profile,
                               YfDay            day);

G_END_DECLS
