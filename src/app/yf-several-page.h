/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfSeveralPage:
 *
 * What can be done today, so that several of them make up one session.
 *
 * Signals:
 *
 * - `start (YfRoutine *)`: the person wants to do these
 */
#define YF_TYPE_SEVERAL_PAGE (yf_several_page_get_type ())
G_DECLARE_FINAL_TYPE (YfSeveralPage, yf_several_page, YF, SEVERAL_PAGE, AdwBin)

GtkWidget *yf_several_page_new (YfPerson *person);

G_END_DECLS
