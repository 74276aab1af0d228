/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YF_TYPE_TROUBLE_PAGE (yf_trouble_page_get_type ())
G_DECLARE_FINAL_TYPE (YfTroublePage, yf_trouble_page, YF, TROUBLE_PAGE, AdwBin)

GtkWidget *yf_trouble_page_new (const GError *error);

G_END_DECLS
