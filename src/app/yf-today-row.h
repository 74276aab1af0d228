/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-day-plan.h"

G_BEGIN_DECLS

GtkWidget *yf_today_row_new         (YfCatalogue     *catalogue,
                                     YfExercise      *exercise,
                                     const char      *subtitle);
GtkWidget *yf_today_row_new_item    (YfCatalogue     *catalogue,
                                     const YfDayItem *item);
GtkWidget *yf_today_row_new_notice  (const char      *title,
                                     const char      *text,
                                     const char      *icon,
                                     const char      *style);
GtkWidget *yf_today_row_new_link    (const char      *title,
                                     const char      *text);
void       yf_today_row_add_arrow   (GtkWidget       *row);
YfExercise *yf_today_row_get_exercise (GtkWidget     *row);

G_END_DECLS
