/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "yf-progress.h"

G_BEGIN_DECLS

char *yf_entry_text_programme (YfProgress              *progress,
                               const YfProgrammeRecord *record);
char *yf_entry_text_flare     (const YfFlareRecord     *record);
char *yf_entry_text_review    (YfProgress              *progress,
                               const YfReviewRecord    *record);
char *yf_entry_text_reminder  (const YfReminderRecord  *record);
char *yf_entry_text_break     (const YfBreakRecord     *record);

G_END_DECLS
