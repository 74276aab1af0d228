/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfTodayEditPage:
 *
 * Where a person leaves out, adds or reorders what today holds. What the safety
 * table says stays in force; each press is in the log at once.
 */
#define YF_TYPE_TODAY_EDIT_PAGE (yf_today_edit_page_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayEditPage, yf_today_edit_page, YF, TODAY_EDIT_PAGE, AdwBin)

GtkWidget *yf_today_edit_page_new (YfPerson *person);

G_END_DECLS
