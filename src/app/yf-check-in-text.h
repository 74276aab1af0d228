/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-catalogue.h"
#include "yf-log.h"

G_BEGIN_DECLS

GPtrArray *yf_check_in_text_lines       (YfCatalogue     *catalogue,
                                         const YfCheckIn *check_in);
GPtrArray *yf_check_in_text_other_lines (YfCatalogue     *catalogue,
                                         const YfCheckIn *check_in);
GPtrArray *yf_after_text_lines          (const YfAfter   *after);
gboolean   yf_edit_text_is_corrected    (YfLog           *log,
                                         const char      *entry);
char      *yf_edit_text_before          (const YfEdit    *edit);
char      *yf_lines_join                (GPtrArray       *lines);

G_END_DECLS
