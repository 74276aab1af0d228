/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-person.h"

G_BEGIN_DECLS

void yf_break_log_add    (YfPerson            *person,
                          const YfBreakRecord *record);
void yf_break_log_answer (YfPerson            *person,
                          const YfBreakRecord *record,
                          YfBreakAnswer        answer,
                          YfSkipReason         reason);

G_END_DECLS
