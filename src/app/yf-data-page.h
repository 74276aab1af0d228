/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

/**
 * YfDataPage:
 *
 * Keeping the log: backups, bringing one back, importing, and deleting
 * everything.
 *
 * Signals:
 *
 * - `told (const char *)`: something was done, or could not be
 * - `restore (const char *)`: the person wants the backup at that path in place of the log
 * - `erase ()`: the person wants everything deleted, and has said so twice
 */
#define YF_TYPE_DATA_PAGE (yf_data_page_get_type ())
G_DECLARE_FINAL_TYPE (YfDataPage, yf_data_page, YF, DATA_PAGE, AdwBin)

GtkWidget *yf_data_page_new (YfPerson *person);

G_END_DECLS
