/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-preferences.h"

G_BEGIN_DECLS

/**
 * YfReminderPage:
 *
 * Asks whether and when a person wants to be reminded, and to get up from
 * sitting. yf_reminder_page_new() gives it with a title and the way back around
 * it, a #YfPage for yf_window_show_page().
 */
#define YF_TYPE_REMINDER_PAGE (yf_reminder_page_get_type ())
G_DECLARE_FINAL_TYPE (YfReminderPage, yf_reminder_page, YF, REMINDER_PAGE, AdwBin)

GtkWidget *yf_reminder_page_new (YfPerson      *person,
                                 YfPreferences *preferences);

G_END_DECLS
