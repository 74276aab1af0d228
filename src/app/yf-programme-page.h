/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfProgrammePage:
 *
 * A programme that was opened: what is in it, what of it is not for the person, and
 * the question whether to follow it.
 *
 * Signals:
 *
 * - `followed ()`: it is in force
 * - `declined ()`: not now
 */
#define YF_TYPE_PROGRAMME_PAGE (yf_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammePage, yf_programme_page, YF, PROGRAMME_PAGE, AdwBin)

GtkWidget *yf_programme_page_new (YfPerson    *person,
                                  YfCatalogue *builtin,
                                  YfProgramme *programme);

G_END_DECLS
