/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-report.h"

G_BEGIN_DECLS

/**
 * YfHandOverContents:
 *
 * Everything that leaves the computer with a report, before it does.
 */
#define YF_TYPE_HAND_OVER_CONTENTS (yf_hand_over_contents_get_type ())
G_DECLARE_FINAL_TYPE (YfHandOverContents, yf_hand_over_contents, YF, HAND_OVER_CONTENTS, AdwPreferencesGroup)

void yf_hand_over_contents_show (YfHandOverContents *self,
                                 YfReport           *report);

G_END_DECLS
