/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yf_present_while_mapped (GtkWidget *widget);

G_END_DECLS
