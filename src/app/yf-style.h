/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-palette.h"

G_BEGIN_DECLS

const YfPalette *yf_style_get_palette (GtkWidget *widget);

G_END_DECLS
