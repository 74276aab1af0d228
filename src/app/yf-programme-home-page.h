/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfProgrammeHomePage:
 *
 * The programme in force, what can be done with it, and the versions before it.
 *
 * Signals:
 *
 * - `told (char *message)`: something the person should know
 * - `page (char *title, GtkWidget *page)`: a page that is to be shown over this one
 * - `open (GFile *file)`: a programme that is to be opened
 * - `look (YfProgramme *programme)`: one that was written here, to be looked at and followed
 */
#define YF_TYPE_PROGRAMME_HOME_PAGE (yf_programme_home_page_get_type ())
G_DECLARE_FINAL_TYPE (YfProgrammeHomePage, yf_programme_home_page, YF, PROGRAMME_HOME_PAGE, AdwBin)

GtkWidget *yf_programme_home_page_new (YfPerson *person);

G_END_DECLS
