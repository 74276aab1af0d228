/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfProgressPage:
 *
 * How it has gone: what the log says, in a few sentences and in charts, and the
 * way to the log itself and to whoever reads it.
 *
 * Signals:
 *
 * - `loaded (YfLog *)`: the log has been read
 * - `page (GtkWidget *)`: a page that leads on, to be shown over the tabs
 * - `history ()`: the person wants to see everything in the log
 * - `hand-over ()`: the person wants to give the log to somebody
 */
#define YF_TYPE_PROGRESS_PAGE (yf_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (YfProgressPage, yf_progress_page, YF, PROGRESS_PAGE, AdwBin)

void yf_progress_page_set_person (YfProgressPage *self,
                                  YfPerson       *person);

G_END_DECLS
