/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-reading.h"

G_BEGIN_DECLS

GtkPrintOperation *yf_reading_print_new (YfReading *reading);

G_END_DECLS
