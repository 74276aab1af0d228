/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfTodayPage:
 *
 * The first page: what today holds, with one button to start it.
 *
 * Signals:
 *
 * - `start ()`: the session of today
 * - `resume (YfSessionRecord *)`: the session that was left
 * - `chosen (YfExercise *)`: to look at an exercise
 * - `relief-chosen (YfExercise *)`: a timed relief
 * - `page (GtkWidget *)`: a page to show
 * - `profile ()`: what the person says about themselves
 * - `programme ()`: the programme in force
 * - `break ()`: a break from sitting, now
 */
#define YF_TYPE_TODAY_PAGE (yf_today_page_get_type ())
G_DECLARE_FINAL_TYPE (YfTodayPage, yf_today_page, YF, TODAY_PAGE, AdwBin)

void yf_today_page_set_person     (YfTodayPage *self,
                                   YfPerson    *person);
void yf_today_page_set_next_break (YfTodayPage *self,
                                   gint64       at);

G_END_DECLS
