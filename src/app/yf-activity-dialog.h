/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_ACTIVITY_DIALOG (yf_activity_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfActivityDialog, yf_activity_dialog, YF, ACTIVITY_DIALOG, AdwWindow)

GtkWidget *yf_activity_dialog_new (YfPerson  *person,
                                   GtkWindow *parent);

G_END_DECLS
