/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-check-in.h"
#include "yf-record.h"

G_BEGIN_DECLS

/**
 * YfCheckInPage:
 *
 * Signals:
 *
 * - `morning (YfMorning)`: the person has said how it was on the morning after
 *   an earlier session
 * - `skipped ()`: the person does not want to be asked that
 * - `answered (const YfCheckIn *)`: the person has answered
 */
#define YF_TYPE_CHECK_IN_PAGE (yf_check_in_page_get_type ())
G_DECLARE_FINAL_TYPE (YfCheckInPage, yf_check_in_page, YF, CHECK_IN_PAGE, AdwBin)

GtkWidget *yf_check_in_page_new (YfCatalogue     *catalogue,
                                 YfSessionRecord *earlier);

G_END_DECLS
