/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_FUNCTIONS_DIALOG (yf_functions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfFunctionsDialog, yf_functions_dialog, YF, FUNCTIONS_DIALOG, AdwWindow)

GtkWidget *yf_functions_dialog_new (YfPerson *person,
                                    YfLog    *log);

G_END_DECLS
