/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YF_CONSENT_VERSION:
 *
 * Which text of what Yanfei is and is not a person agrees to now. Raised when
 * the text comes to mean something else, so that everybody is asked again.
 */
#define YF_CONSENT_VERSION 1

/**
 * YfFirstStartPage:
 *
 * Signals:
 *
 * - `done (gboolean)`: the person goes on to the tabs; whether they left
 *   questions unanswered
 * - `start (YfExercise, const YfDose *)`: the person wants to do this much of
 *   an exercise now
 */
#define YF_TYPE_FIRST_START_PAGE (yf_first_start_page_get_type ())
G_DECLARE_FINAL_TYPE (YfFirstStartPage, yf_first_start_page, YF, FIRST_START_PAGE, AdwBin)

gboolean   yf_first_start_page_is_due (YfPerson *person);
GtkWidget *yf_first_start_page_new    (YfPerson *person);

G_END_DECLS
