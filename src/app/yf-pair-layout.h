/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YF_PAIR_LAYOUT_SPACING:
 *
 * What is between the two, in pixels.
 */
#define YF_PAIR_LAYOUT_SPACING 12

/**
 * YF_PAIR_LAYOUT_ASPECT:
 *
 * How many times as wide as high two digits are, about.
 */
#define YF_PAIR_LAYOUT_ASPECT 1.7

#define YF_TYPE_PAIR_LAYOUT (yf_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (YfPairLayout, yf_pair_layout, YF, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS
