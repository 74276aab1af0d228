/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"
#include "yf-record.h"

G_BEGIN_DECLS

YfTimeline         *yf_session_record_dup_timeline (YfSessionRecord *self,
                                                    YfCatalogue     *catalogue,
                                                    YfCounting       counting);
const YfRepetition *yf_session_record_get_last_rep (YfSessionRecord *self);

G_END_DECLS
