/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "yf-person.h"

G_BEGIN_DECLS

#define YF_TYPE_ASSESSMENT_DIALOG (yf_assessment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (YfAssessmentDialog, yf_assessment_dialog, YF, ASSESSMENT_DIALOG, AdwWindow)

GtkWidget *yf_assessment_dialog_new (YfPerson  *person,
                                     GtkWindow *parent);

G_END_DECLS
