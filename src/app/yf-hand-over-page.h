/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfHandOverPage:
 *
 * Gives the log to a physiotherapist or a doctor: which days, on which papers,
 * with or without a name; what it looks like, and everything that is in it.
 * Nothing leaves the computer before a button is pressed.
 *
 * Signals:
 *
 * - `told (const char *)`: something was done, or could not be
 */
#define YF_TYPE_HAND_OVER_PAGE (yf_hand_over_page_get_type ())
G_DECLARE_FINAL_TYPE (YfHandOverPage, yf_hand_over_page, YF, HAND_OVER_PAGE, AdwBin)

GtkWidget *yf_hand_over_page_new (YfPerson *person);

G_END_DECLS
