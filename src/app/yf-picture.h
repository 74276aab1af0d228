/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "yf-figure.h"

G_BEGIN_DECLS

gboolean yf_picture_wants_less_motion (GtkWidget      *widget);
void     yf_picture_measure           (GtkOrientation  orientation,
                                       int             width,
                                       int             least,
                                       int             most,
                                       double          aspect,
                                       int            *minimum,
                                       int            *natural);
void     yf_picture_snapshot          (GtkWidget      *widget,
                                       GtkSnapshot    *snapshot,
                                       const YfBody   *body);

G_END_DECLS
