/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-store.h"

G_BEGIN_DECLS

GtkWidget *yf_fact_row_new_expander (const char              *title,
                                     const char              *subtitle,
                                     const char              *icon_name,
                                     const char              *style,
                                     GtkWidget              **edit);
GtkWidget *yf_fact_row_new_activity (YfLog                   *log,
                                     const YfActivityRecord  *activity,
                                     GtkWidget              **edit);
GtkWidget *yf_fact_row_new_relief   (YfCatalogue             *catalogue,
                                     YfLog                   *log,
                                     const YfReliefRecord    *relief,
                                     GtkWidget              **edit);
GtkWidget *yf_fact_row_new_check_in (YfCatalogue             *catalogue,
                                     YfLog                   *log,
                                     const YfCheckInRecord   *record,
                                     GtkWidget              **edit);

G_END_DECLS
