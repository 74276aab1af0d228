/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-catalogue.h"
#include "yf-store.h"

G_BEGIN_DECLS

GtkWidget *yf_fact_row_new_activity (const YfActivityRecord  *activity,
                                     GtkWidget              **remove);
GtkWidget *yf_fact_row_new_relief   (YfCatalogue             *catalogue,
                                     const YfReliefRecord    *relief);

G_END_DECLS
