/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-history.h"
#include "yf-log.h"

G_BEGIN_DECLS

YfHistory *yf_history_new_from_log (YfLog       *log,
                                    YfCatalogue *catalogue);

/* With the programmes that were followed; see yf_followed_list() */
YfHistory *yf_history_new_from_followed (YfLog     *log,
                                         GPtrArray *followed);

G_END_DECLS
