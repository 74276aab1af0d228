/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * YfNoticeBar:
 *
 * What there is to say while a session runs, where it covers no button.
 *
 * Signals:
 *
 * - `closed ()`: somebody has closed it
 */
#define YF_TYPE_NOTICE_BAR (yf_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (YfNoticeBar, yf_notice_bar, YF, NOTICE_BAR, AdwBin)

void yf_notice_bar_show_notice  (YfNoticeBar *self,
                                 const char  *message);
void yf_notice_bar_show_trouble (YfNoticeBar *self,
                                 const char  *message);

G_END_DECLS
