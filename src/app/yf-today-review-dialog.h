/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

GtkWidget *yf_today_review_dialog_new (YfPerson   *person,
                                       YfExercise *exercise,
                                       GtkWindow  *parent);

G_END_DECLS
