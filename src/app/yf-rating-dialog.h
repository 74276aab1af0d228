/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_RATING_DIALOG (yf_rating_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfRatingDialog, yf_rating_dialog, YF, RATING_DIALOG, AdwWindow)

GtkWidget *yf_rating_dialog_new (YfPerson *person,
                                 YfLog    *log);

G_END_DECLS
