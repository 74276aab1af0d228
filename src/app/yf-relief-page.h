/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-relief-timer.h"

G_BEGIN_DECLS

#define YF_TYPE_RELIEF_PAGE (yf_relief_page_get_type ())
G_DECLARE_FINAL_TYPE (YfReliefPage, yf_relief_page, YF, RELIEF_PAGE, AdwBin)

GtkWidget *yf_relief_page_new (YfPerson      *person,
                               YfReliefTimer *timer,
                               YfExercise    *relief);

G_END_DECLS
