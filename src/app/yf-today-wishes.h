/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-person.h"

G_BEGIN_DECLS

void yf_today_wishes_leave_out (YfPerson   *person,
                                const char *exercise);
void yf_today_wishes_add       (YfPerson   *person,
                                const char *exercise);
void yf_today_wishes_move      (YfPerson   *person,
                                const char *exercise,
                                int         direction);
gboolean yf_today_wishes_can_move (YfPerson *person,
                                const char *exercise,
                                int         direction);
void yf_today_wishes_clear     (YfPerson   *person);
gboolean yf_today_wishes_any   (YfPerson   *person);

G_END_DECLS
