/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YF_TYPE_PAIR_LAYOUT (yf_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (YfPairLayout, yf_pair_layout, YF, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS
