/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YF_TYPE_EMERGENCY_PAGE (yf_emergency_page_get_type ())
G_DECLARE_FINAL_TYPE (YfEmergencyPage, yf_emergency_page, YF, EMERGENCY_PAGE, AdwBin)

GtkWidget *yf_emergency_page_new (void);

G_END_DECLS
