/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"
#include "yf-run.h"

G_BEGIN_DECLS

/**
 * YfSummaryPage:
 *
 * Signals:
 *
 * - `go-on ()`: the person wants to do what is left of the session
 */
#define YF_TYPE_SUMMARY_PAGE (yf_summary_page_get_type ())
G_DECLARE_FINAL_TYPE (YfSummaryPage, yf_summary_page, YF, SUMMARY_PAGE, AdwBin)

GtkWidget *yf_summary_page_new       (YfRun           *run,
                                      YfPerson        *person,
                                      const YfCheckIn *check_in,
                                      GApplication    *application);
void       yf_summary_page_set_light (YfSummaryPage   *self,
                                      const char      *text,
                                      gboolean         go_on);

G_END_DECLS
