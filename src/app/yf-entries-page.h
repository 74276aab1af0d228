/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-progress.h"

G_BEGIN_DECLS

#define YF_TYPE_ENTRIES_PAGE (yf_entries_page_get_type ())
G_DECLARE_FINAL_TYPE (YfEntriesPage, yf_entries_page, YF, ENTRIES_PAGE, AdwBin)

GtkWidget *yf_entries_page_new (YfProgress         *progress,
                                const char         *text,
                                const char * const *entries);

G_END_DECLS
