/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-reading.h"

G_BEGIN_DECLS

/**
 * YfReadingPage:
 *
 * Signals:
 *
 * - `trouble (const char *message)`: it could not be printed, and why
 */
#define YF_TYPE_READING_PAGE (yf_reading_page_get_type ())
G_DECLARE_FINAL_TYPE (YfReadingPage, yf_reading_page, YF, READING_PAGE, AdwBin)

GtkWidget *yf_reading_page_new (YfReading *reading);

G_END_DECLS
