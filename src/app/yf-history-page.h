/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfHistoryPage:
 *
 * Signals:
 *
 * - `loaded (GPtrArray *)`: the sessions, newest first, as YfSessionRecord
 */
#define YF_TYPE_HISTORY_PAGE (yf_history_page_get_type ())
G_DECLARE_FINAL_TYPE (YfHistoryPage, yf_history_page, YF, HISTORY_PAGE, AdwBin)

void yf_history_page_set_person (YfHistoryPage *self,
                                 YfPerson      *person);

G_END_DECLS
