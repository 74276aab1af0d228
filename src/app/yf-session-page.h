/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-preferences.h"
#include "yf-run.h"

G_BEGIN_DECLS

/**
 * YfSessionPage:
 *
 * Signals:
 *
 * - `stop (gboolean quit)`: the person has confirmed that the session is to
 *   stop; @quit is what was handed to yf_session_page_ask_stop()
 */
#define YF_TYPE_SESSION_PAGE (yf_session_page_get_type ())
G_DECLARE_FINAL_TYPE (YfSessionPage, yf_session_page, YF, SESSION_PAGE, AdwBin)

GtkWidget *yf_session_page_new      (YfRun         *run,
                                     YfPerson      *person,
                                     YfPreferences *preferences);
void       yf_session_page_ask_stop (YfSessionPage *self,
                                     gboolean       quit);

G_END_DECLS
