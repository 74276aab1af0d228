/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-record.h"
#include "yf-store.h"

G_BEGIN_DECLS

GtkWidget *yf_session_row_new          (YfCatalogue     *catalogue,
                                        YfSessionRecord *session);
GtkWidget *yf_session_row_new_check_in (YfCatalogue     *catalogue,
                                        YfCheckInRecord *record);

G_END_DECLS
