/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YF_TYPE_PAIN_SCALE (yf_pain_scale_get_type ())
G_DECLARE_FINAL_TYPE (YfPainScale, yf_pain_scale, YF, PAIN_SCALE, GtkWidget)

int  yf_pain_scale_get_value (YfPainScale *self);
void yf_pain_scale_set_value (YfPainScale *self,
                              int          value);

G_END_DECLS
