/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_CLEARANCE_DIALOG (yf_clearance_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfClearanceDialog, yf_clearance_dialog, YF, CLEARANCE_DIALOG, AdwWindow)

GtkWidget *yf_clearance_dialog_new (YfPerson  *person,
                                    GtkWindow *parent);

G_END_DECLS
