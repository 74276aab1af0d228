/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YF_TYPE_DIGITS (yf_digits_get_type ())
G_DECLARE_FINAL_TYPE (YfDigits, yf_digits, YF, DIGITS, GtkWidget)

/**
 * YF_DIGITS_ASPECT:
 *
 * About how wide one digit is for its height, with the space beside it.
 */
#define YF_DIGITS_ASPECT 0.84

int  yf_digits_get_n_digits (YfDigits   *self);
void yf_digits_set_text     (YfDigits   *self,
                             const char *text);
void yf_digits_set_n_digits (YfDigits   *self,
                             int         n_digits);

G_END_DECLS
